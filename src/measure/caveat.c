/* SPDX-License-Identifier: MIT
 * What a reader must know of a measure each time it is shown, because the sources found
 * something that it cannot see. */
#include "measure.h"

#include <string.h>

static const struct {
    const char *measure, *nb, *en;
} caveats[] = {
    {"clarity",
        "clarity teller linjer og eiere, ikke om folk vet hvem de skal spørre: i "
        "undersøkelsen skårer arbeidslag like høyt som den hierarkiske modellen (C249)",
        "clarity counts lines and owners, not whether people know whom to ask: in the "
        "survey work teams score as high as the hierarchical model (C249)"},
};

const char *spenn_measure_caveat(const char *measure, bool norwegian)
{
    for (size_t i = 0; i < sizeof caveats / sizeof *caveats; i++) {
        if (strcmp(caveats[i].measure, measure) == 0) {
            return norwegian ? caveats[i].nb : caveats[i].en;
        }
    }
    return NULL;
}
