/* SPDX-License-Identifier: MIT */
#include "run_space.h"

void spenn_run_space_read(struct spenn_run_space *space, struct spenn_report *report,
    const struct spenn_model *model, const struct spenn_run_paths *paths)
{
    struct spenn_arena memory = {0};
    struct spenn_error err = {0}; /* what does not fit is no problem of the run */
    const struct spenn_explore_job job = {
        .scenario = report->study->scenario,
        .model = model,
        .scenario_path = paths->scenario,
        .assumptions_path = paths->assumptions,
        .directory = spenn_arena_format(&memory, "%s/explore", paths->directory),
    };
    space->there = spenn_explore_read(&job, &space->x, &err);
    if (space->there) {
        spenn_explore_summarize(&space->x, &space->summary);
        report->explored = &space->x;
        report->space = &space->summary;
    }
    spenn_error_free(&err);
    spenn_arena_free(&memory);
}

void spenn_run_space_free(struct spenn_run_space *space)
{
    if (space->there) {
        spenn_summary_free(&space->summary);
        spenn_exploration_free(&space->x);
    }
    *space = (struct spenn_run_space){0};
}
