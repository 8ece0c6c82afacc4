/* SPDX-License-Identifier: MIT
 * `spenn explore SCENARIO --find "X where MEASURE < VALUE"`. */
#ifndef SPENN_EXPLORE_FIND_H
#define SPENN_EXPLORE_FIND_H

#include "cli.h"
#include "study.h"

/* Searches and prints the answer to stdout; the exit status. */
int spenn_explore_find(const char *question, const char *scenario,
    const struct spenn_cli_common *common, const struct spenn_study_options *options);

#endif
