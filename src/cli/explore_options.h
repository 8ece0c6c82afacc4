/* SPDX-License-Identifier: MIT
 * The options of `spenn explore`. */
#ifndef SPENN_EXPLORE_OPTIONS_H
#define SPENN_EXPLORE_OPTIONS_H

#include "cli.h"
#include "explore.h"

struct spenn_explore_command {
    struct spenn_cli_common common;
    struct spenn_explore_options explore;
    const char *scenario, *directory, *find;
    bool has_seed, fresh;
};

/* Reads them, and the scenario's name. -1, or as spenn_cli_option. */
int spenn_explore_options(const struct spenn_command *self, int argc, char **argv,
    struct spenn_explore_command *o);

/* The effort with so many trajectories of the screening. */
const char *spenn_explore_effort(int32_t trajectories);

#endif
