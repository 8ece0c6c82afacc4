/* SPDX-License-Identifier: MIT
 * What a before/after chart says of a unit's place; a unit may have several. */
#ifndef SPENN_CHANGES_H
#define SPENN_CHANGES_H

#include <stdbool.h>
#include <stdint.h>

enum change {
    CHANGE_NONE,
    CHANGE_NEW,
    CHANGE_PART, /* of a unit that ended */
    CHANGE_SPUN, /* off from a unit that stays */
    CHANGE_GONE,
    CHANGE_MOVED,
    CHANGE_RENAMED,
    CHANGE_MERGED,
    CHANGE_LEAVING, /* being split off */
    CHANGE_JOINED,  /* a forum */
    CHANGE_LEFT,
    CHANGE_GHOST, /* where a moved unit was; this and the rest are former places */
    CHANGE_ABSORBED,
    CHANGE_DIVIDED,
    CHANGE_COUNT
};

extern const char *const spenn_change_classes[CHANGE_COUNT];

/* Where a unit was before and is no more, though it lives on elsewhere. */
static inline bool spenn_change_former(int32_t change)
{
    return change >= CHANGE_GHOST;
}
/* Whether a set of changes has this one. */
static inline bool spenn_change_marked(uint32_t marks, int32_t change)
{
    return (marks >> change & 1U) != 0;
}

#endif
