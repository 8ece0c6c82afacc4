/* SPDX-License-Identifier: MIT
 * The columns of every table of a model, for growing, copying and compacting (table.h).
 * Only model and io build models; everybody else has them const. */
#ifndef SPENN_TABLES_H
#define SPENN_TABLES_H

#include "model.h"
#include "table.h"

extern const struct spenn_table_type spenn_units_type, spenn_lines_type,
    spenn_forums_type, spenn_members_type, spenn_tasks_type, spenn_limits_type,
    spenn_supports_type, spenn_origins_type, spenn_streams_type, spenn_routes_type,
    spenn_coordinations_type, spenn_partners_type, spenn_contacts_type, spenn_needs_type,
    spenn_results_type;

#endif
