/* SPDX-License-Identifier: MIT
 * What `spenn explore` and `spenn merge` leave behind and say at the end. */
#ifndef SPENN_EXPLORE_FILES_H
#define SPENN_EXPLORE_FILES_H

#include "cli.h"
#include "explore.h"

/* Where the work of an exploration stands, on stderr: a bar and the time left, from the
 * speed of this run. */
struct spenn_explore_clock {
    double began;   /* seconds; 0: not yet */
    int32_t before; /* evaluations that were there when it began */
};
void spenn_explore_progress(void *context, int32_t done, int32_t planned);

struct spenn_explore_inputs {           /* files as the user named them */
    const char *scenario, *assumptions; /* NULL: those compiled in */
};

/* Writes and prints what is due: of a whole exploration everything, of a shard how to go
 * on, of an interrupted one the same. The exit status. */
int spenn_explore_deliver(const struct spenn_exploration *x, const char *directory,
    const struct spenn_explore_inputs *inputs, const char *lang);

#endif
