/* SPDX-License-Identifier: MIT
 * What `spenn run` leaves behind: tables, report and charts in one directory. */
#ifndef SPENN_RUN_FILES_H
#define SPENN_RUN_FILES_H

#include "cli.h"
#include "report.h"

struct spenn_run_files {
    const char *directory;        /* made when it is not there */
    const char *scenario, *model; /* paths, for the chart program */
    const char *lang;
    bool charts;
};

/* Draws the charts, which the report then holds in `memory`, and writes everything. A
 * chart that fails costs a message on stderr, not the results. False when a file could
 * not be written. */
bool spenn_run_files_write(const struct spenn_run_files *files,
    struct spenn_report *report, struct spenn_arena *memory);

/* Two lines for the end of the output: the report, and the charts in the shell's short
 * form. */
bool spenn_run_files_print(
    const struct spenn_run_files *files, const struct spenn_report *report);

#endif
