/* SPDX-License-Identifier: MIT
 * What an exploration beside a run has found, when it is of the same scenario, model,
 * assumptions and version. */
#ifndef SPENN_RUN_SPACE_H
#define SPENN_RUN_SPACE_H

#include "cli.h"
#include "report.h"
#include "summary.h"

struct spenn_run_space { /* {0} is none */
    bool there;
    struct spenn_exploration x;
    struct spenn_summary summary;
};

struct spenn_run_paths {
    const char *directory, *scenario, *assumptions; /* assumptions NULL: compiled in */
};

/* Looks into directory/explore and gives the report what fits; else nothing. `model` is
 * the scenario's as read, `assumptions` the path of --assumptions or NULL. */
void spenn_run_space_read(struct spenn_run_space *space, struct spenn_report *report,
    const struct spenn_model *model, const struct spenn_run_paths *paths);
void spenn_run_space_free(struct spenn_run_space *space);

#endif
