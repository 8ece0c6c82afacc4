/* SPDX-License-Identifier: MIT
 * Rules on what units are for and how large they are: functions and needs without an
 * owner, result units outside a norm, leaders without time. */
#include "cover.h"
#include "finding.h"
#include "hours.h"
#include "quantity.h"

#include <string.h>

void spenn_find_uncovered(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    struct spenn_functions functions = spenn_functions_make(m, s->rest->memory);
    const struct spenn_lists *lists = &functions.lists;
    const bool *owned = spenn_functions_owned(&functions, s->rest->memory);
    for (int32_t i = 0; i < lists->first[1]; i++) {
        if (!owned[lists->item[i]]) {
            spenn_found(s, lists->name[lists->item[i]],
                (struct spenn_where){m->file ? m->file : "", 1, 1},
                "no unit answers for this function");
        }
    }
    for (int32_t n = 0; n < m->needs.count; n++) {
        if (!spenn_need_is_covered(s->rest, &functions, n)) {
            spenn_found(s, m->needs.id[n], m->needs.at[n],
                spenn_arena_format(&s->found->memory,
                    "no unit below the top leader and no forum but extended ones answers "
                    "for all %d functions of this need",
                    lists->first[n + 2] - lists->first[n + 1]));
        }
    }
}

/* Units behind u that are as large and of its group, such as `count` makes. */
static int32_t count_alike(
    const struct spenn_units *units, const double *size, spenn_id u)
{
    int32_t alike = 1;
    while (u + alike < units->count && size[u + alike] == size[u]
        && units->kind[u + alike] == units->kind[u]
        && strcmp(units->group[u + alike], units->group[u]) == 0) {
        alike++;
    }
    return alike;
}

void spenn_find_outside_norm(struct spenn_search *s)
{
    const struct spenn_rest *r = s->rest;
    const struct spenn_units *units = &r->m->units;
    double least = s->limits->least, most = s->limits->most;
    double *size = spenn_arena_alloc(r->memory, (size_t)units->count, sizeof *size);
    spenn_tree_sizes(r->m, &r->tree, size);
    for (spenn_id u = 0, alike; u < units->count; u += alike) {
        bool outside = size[u] > 0.0 && (size[u] < least || size[u] > most);
        alike = count_alike(units, size, u);
        if (!outside || units->kind[u] != SPENN_RESULT_UNIT) {
            continue;
        }
        const char *more = alike == 1
            ? ""
            : spenn_arena_format(
                r->memory, ", as %d more of '%s'", alike - 1, units->group[u]);
        spenn_found_unit(s, u,
            spenn_arena_format(&s->found->memory,
                "%g FTE%s; one municipality's norm is %g to %g under one leader", size[u],
                more, least, most));
    }
}

void spenn_find_overloaded(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    struct spenn_hours week = spenn_hours_new(m, s->rest->memory);
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (week.overloaded[u]) {
            spenn_found_unit(s, u,
                spenn_arena_format(&s->found->memory,
                    "meetings, contact at its least and administration take %.1f h of "
                    "the "
                    "leader's %.1f h a week (meetings %.1f h)",
                    week.committed[u], SPENN_WEEK, week.forums[u]));
        }
    }
}
