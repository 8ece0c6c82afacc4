/* SPDX-License-Identifier: MIT
 * The options of `spenn select`. */
#ifndef SPENN_SELECT_OPTIONS_H
#define SPENN_SELECT_OPTIONS_H

#include "cli.h"
#include "select_best.h"

struct spenn_cli_select {
    struct spenn_cli_common common;
    struct spenn_select_options select;
    const char *scenario, *procedure;
    const char *weights; /* as given: a text or a file; NULL: one measure */
};

/* Reads all of them; an exit status after help or a complaint, else -1. */
int spenn_cli_select_read(
    const struct spenn_command *self, int argc, char **argv, struct spenn_cli_select *o);

#endif
