/* SPDX-License-Identifier: MIT
 * spenn verify MODEL: the model against its exact twin. */
#ifndef SPENN_VERIFY_TWIN_H
#define SPENN_VERIFY_TWIN_H

#include "cli.h"
#include "twin.h"

struct spenn_cli_twin {
    const char *model;
    struct spenn_twin_options options;
    int given; /* options that only go with a model */
};

/* Takes --for, --replications or --seed by its letter; false after a complaint. */
bool spenn_cli_twin_option(const struct spenn_command *self, struct spenn_cli_twin *twin,
    struct spenn_study_options *study, int letter);

/* Runs and prints; the exit status: failed when a number disagrees. */
int spenn_cli_twin(
    const struct spenn_cli_twin *twin, const struct spenn_cli_common *common);

#endif
