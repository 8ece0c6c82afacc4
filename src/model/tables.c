/* SPDX-License-Identifier: MIT */
#include "tables.h"

#include "column.h"

#define COLUMN(name) SPENN_COLUMN(TABLE, name)
#define TYPE(columns)                                                                    \
    {                                                                                    \
        columns, sizeof columns / sizeof *columns                                        \
    }

#define TABLE struct spenn_units
static const struct spenn_table_column units[] = {COLUMN(id), COLUMN(name),
    COLUMN(name_en), COLUMN(group), COLUMN(kind), COLUMN(parent), COLUMN(fte),
    COLUMN(caseworkers), COLUMN(leaders), COLUMN(responsibility), COLUMN(speed),
    COLUMN(sector), COLUMN(location), COLUMN(status), COLUMN(order), COLUMN(side),
    COLUMN(panel), COLUMN(panel_en), COLUMN(collapse), COLUMN(collapse_en),
    COLUMN(mandatory), COLUMN(kept_informed), COLUMN(turnover), COLUMN(coordination),
    COLUMN(veto), COLUMN(mobility), COLUMN(functions), COLUMN(serves), COLUMN(offices),
    COLUMN(practice), COLUMN(former), COLUMN(assumed), COLUMN(at)};
#undef TABLE
#define TABLE struct spenn_lines
static const struct spenn_table_column lines[] = {
    COLUMN(kind), COLUMN(from), COLUMN(to), COLUMN(letter), COLUMN(goals), COLUMN(at)};
#undef TABLE
#define TABLE struct spenn_forums
static const struct spenn_table_column forums[] = {COLUMN(id), COLUMN(name),
    COLUMN(name_en), COLUMN(kind), COLUMN(chair), COLUMN(first), COLUMN(size),
    COLUMN(meets), COLUMN(lasts), COLUMN(agenda), COLUMN(video), COLUMN(preparation),
    COLUMN(commitment), COLUMN(given), COLUMN(topics), COLUMN(assumed), COLUMN(at)};
#undef TABLE
#define TABLE struct spenn_members
static const struct spenn_table_column members[] = {COLUMN(unit)};
#undef TABLE
#define TABLE struct spenn_tasks
static const struct spenn_table_column tasks[] = {COLUMN(id), COLUMN(name),
    COLUMN(name_en), COLUMN(handling), COLUMN(decision), COLUMN(deadline),
    COLUMN(priority), COLUMN(late), COLUMN(hard), COLUMN(decided_in), COLUMN(decided_by),
    COLUMN(via), COLUMN(coordinates), COLUMN(beyond_authority), COLUMN(assigned),
    COLUMN(personal), COLUMN(direct), COLUMN(assumed), COLUMN(at)};
#undef TABLE
#define TABLE struct spenn_coordinations
static const struct spenn_table_column coordinations[] = {COLUMN(parties), COLUMN(step),
    COLUMN(starts_at), COLUMN(conflict), COLUMN(own_weight), COLUMN(consent),
    COLUMN(mechanisms), COLUMN(ladder), COLUMN(lead), COLUMN(cuts_through),
    COLUMN(arbiter), COLUMN(forum), COLUMN(tries), COLUMN(again_after), COLUMN(messages),
    COLUMN(anchoring), COLUMN(early), COLUMN(renewed), COLUMN(implementation)};
#undef TABLE
#define TABLE struct spenn_limits
static const struct spenn_table_column limits[] = {
    COLUMN(task), COLUMN(unit), COLUMN(limit)};
#undef TABLE
#define TABLE struct spenn_supports
static const struct spenn_table_column supports[] = {
    COLUMN(task), COLUMN(unit), COLUMN(share)};
#undef TABLE
#define TABLE struct spenn_origins
static const struct spenn_table_column origins[] = {
    COLUMN(id), COLUMN(unit), COLUMN(practice)};
#undef TABLE
#define TABLE struct spenn_streams
static const struct spenn_table_column streams[] = {COLUMN(task), COLUMN(origin),
    COLUMN(rate), COLUMN(first_route), COLUMN(routes), COLUMN(first_partner),
    COLUMN(partners)};
#undef TABLE
#define TABLE struct spenn_routes
static const struct spenn_table_column routes[] = {COLUMN(unit), COLUMN(share)};
#undef TABLE
#define TABLE struct spenn_partners
static const struct spenn_table_column partners[] = {COLUMN(unit)};
#undef TABLE
#define TABLE struct spenn_contacts
static const struct spenn_table_column contacts[] = {
    COLUMN(a), COLUMN(b), COLUMN(meets), COLUMN(lasts)};
#undef TABLE
#define TABLE struct spenn_user_needs
static const struct spenn_table_column needs[] = {COLUMN(id), COLUMN(name),
    COLUMN(name_en), COLUMN(functions), COLUMN(coordinator), COLUMN(at)};
#undef TABLE
#define TABLE struct spenn_results
static const struct spenn_table_column results[] = {
    COLUMN(measure), COLUMN(over), COLUMN(row), COLUMN(subject), COLUMN(value)};
#undef TABLE

const struct spenn_table_type spenn_units_type = TYPE(units);
const struct spenn_table_type spenn_lines_type = TYPE(lines);
const struct spenn_table_type spenn_forums_type = TYPE(forums);
const struct spenn_table_type spenn_members_type = TYPE(members);
const struct spenn_table_type spenn_tasks_type = TYPE(tasks);
const struct spenn_table_type spenn_coordinations_type = TYPE(coordinations);
const struct spenn_table_type spenn_limits_type = TYPE(limits);
const struct spenn_table_type spenn_supports_type = TYPE(supports);
const struct spenn_table_type spenn_origins_type = TYPE(origins);
const struct spenn_table_type spenn_streams_type = TYPE(streams);
const struct spenn_table_type spenn_routes_type = TYPE(routes);
const struct spenn_table_type spenn_partners_type = TYPE(partners);
const struct spenn_table_type spenn_contacts_type = TYPE(contacts);
const struct spenn_table_type spenn_needs_type = TYPE(needs);
const struct spenn_table_type spenn_results_type = TYPE(results);
