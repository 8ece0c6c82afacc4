/* SPDX-License-Identifier: MIT
 * Rules on lines: how many report to a unit, and how many it answers to. */
#include "finding.h"
#include "goals.h"
#include "levels.h"

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

/* A unit with superiors by lines of more than one kind, joint letters counted once. */
void spenn_find_double_lines(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    struct spenn_superiors by =
        spenn_senders_make(m, SPENN_COMMANDING | SPENN_BY_LETTER, s->rest->memory);
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

void spenn_find_many_goals(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    struct spenn_goals goals = spenn_goals_make(s->rest, s->rest->memory);
    for (spenn_id u = 0; u < m->units.count; u++) {
        double load = spenn_goal_load(m, &goals, u);
        if (load > 1.0) {
            spenn_found_unit(s, u,
                spenn_arena_format(&s->found->memory,
                    "%g goals of %g FTE each take %.2g times the %g FTE there are",
                    goals.given[u], m->assume.value[SPENN_GOAL_EFFORT], load,
                    goals.capacity[u]));
        }
    }
}

static const char *order_text(
    const struct spenn_model *m, struct spenn_arena *memory, const struct spenn_order *o)
{
    const char *id = m->units.id[o->to];
    return o->task == SPENN_NONE
        ? spenn_arena_format(memory, "'%s' by a line", id)
        : spenn_arena_format(memory, "'%s' by deciding '%s'", id, m->tasks.id[o->task]);
}

/* One finding for each unit that commands peers. */
void spenn_find_peer_command(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    struct spenn_arena *memory = &s->found->memory;
    struct spenn_orders orders = spenn_orders_make(s->rest, s->rest->memory);
    int32_t next;
    for (int32_t first = 0; first < orders.count; first = next) {
        const struct spenn_order *o = &orders.order[first];
        next = first + 1;
        while (next < orders.count && orders.order[next].by == o->by) {
            next++;
        }
        spenn_found_unit(s, o->by,
            spenn_arena_format(memory, "commands %d of its peers: %s%s", next - first,
                order_text(m, memory, o), next - first > 1 ? " and more" : ""));
    }
}
