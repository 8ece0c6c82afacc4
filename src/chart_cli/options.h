/* SPDX-License-Identifier: MIT
 * The command line of spenn-chart. */
#ifndef SPENN_OPTIONS_H
#define SPENN_OPTIONS_H

#include "book.h"
#include "chart.h"

enum { ok, failed, usage, invalid }; /* exit status */

enum { most_outputs = 8 };
struct output {
    const char *path, *format; /* path: "-" is standard output */
};

struct options {
    const char *input; /* a model or a figure */
    int32_t outputs;   /* files of one picture */
    struct output output[most_outputs];
    const char *format, *change, *alternative;
    const char *colour_by, *results; /* "utilization@with-regions", and where it stands */
    struct spenn_shade shade;        /* its title, unit and bounds */
    struct spenn_chart_options chart;
    int32_t dpi;
    bool after, force, done;
    bool grammar; /* what every sign means, instead of a model */
    bool matrix;  /* roles of coordination and steps, instead of a chart of units */
    bool pages;   /* an overview and a page for each unit below the top */
};

/* Reads and checks the arguments; `done` after --help and --version. Returns an exit
 * status; what is wrong has been said on stderr. */
int options_parse(struct options *o, int argc, char **argv);

/* Writes what was drawn, in the formats asked for. Only a PDF has the pages of `more`. */
bool options_save(const struct options *o, const struct spenn_book *book,
    const struct spenn_book *more, struct spenn_error *err);

#endif
