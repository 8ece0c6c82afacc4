/* SPDX-License-Identifier: MIT
 * The half of `spenn check` that tries a scenario on its model. */
#ifndef SPENN_CHECK_SCENARIO_H
#define SPENN_CHECK_SCENARIO_H

#include "cli.h"

/* Reads the scenario and its model, applies every alternative and value to be swept, and
 * says how it went. Returns the exit status. */
int spenn_check_scenario(const char *file, const struct spenn_cli_common *common);

#endif
