/* SPDX-License-Identifier: MIT
 * Rules on lines: how many report to a unit, and how many it answers to. */
#include "finding.h"

void spenn_find_wide_spans(struct spenn_search *s)
{
    const struct spenn_rest *r = s->rest;
    const struct spenn_units *units = &r->m->units;
    double limit = s->limits->span;
    for (spenn_id u = 0; u < units->count; u++) {
        int32_t span = r->tree.reports[u], leaders = units->leaders[u];
        if (spenn_kind_is_political(units->kind[u]) || span <= limit) {
            continue;
        }
        const char *reason = spenn_arena_format(
            &s->found->memory, "%d direct reports, limit %g", span, limit);
        if (leaders > 1) {
            reason = spenn_arena_format(&s->found->memory,
                "%d direct reports (%.1f for each of %d leaders), limit %g", span,
                (double)span / leaders, leaders, limit);
        }
        spenn_found_unit(s, u, reason);
    }
}

/* A unit with superiors by lines of more than one kind. */
void spenn_find_double_lines(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    struct spenn_superiors by = spenn_superiors_make(m, s->rest->memory);
    for (spenn_id u = 0; u < m->units.count; u++) {
        int32_t first = by.first[u], end = by.first[u + 1], other = first;
        while (other < end && by.kind[other] == by.kind[first]) {
            other++;
        }
        if (other < end) {
            spenn_found_unit(s, u,
                spenn_arena_format(&s->found->memory,
                    "%d superiors: '%s' (%s) and '%s' (%s)%s", end - first,
                    m->units.id[by.unit[first]], spenn_line_kinds.en[by.kind[first]],
                    m->units.id[by.unit[other]], spenn_line_kinds.en[by.kind[other]],
                    end - first > 2 ? " and more" : ""));
        }
    }
}
