/* SPDX-License-Identifier: MIT
 * Keys that are given and can have no effect on any case, as the ladder is described in
 * docs/model.md §7.12, and forums that do not seat the parties: whoever wrote them
 * expects something that will not come. */
#include "cells.h"
#include "finding.h"

#include <math.h>

enum { weighed = 3, joint = 4 }; /* steps: the first that leaders answer; joint action */

/* Whether talks are all that a lead could change, and there are none: it serves the cases
 * and so is a party already, and understanding is sought in a forum. */
static bool lead_is_idle(struct spenn_search *s, spenn_id t)
{
    const struct spenn_model *m = s->rest->m;
    const struct spenn_coordinations *c = &m->coordinations;
    if (c->lead[t] == SPENN_NONE || c->cuts_through[t] || c->forum[t] == SPENN_NONE) {
        return false;
    }
    const bool *serves = spenn_servers_of_task(m, t, s->rest->memory);
    bool alone = true;
    for (spenn_id u = 0; u < m->units.count; u++) {
        alone = alone && (!serves[u] || u == c->lead[t]);
    }
    return alone;
}

static void ask_keys(struct spenn_search *s, spenn_id t)
{
    const struct spenn_coordinations *c = &s->rest->m->coordinations;
    int32_t step = c->step[t];
    bool hierarchy = spenn_coordination_is_ruled(c, t);
    bool asked = spenn_coordination_takes(c, t, weighed);
    bool named = c->arbiter[t] != SPENN_NONE || c->cuts_through[t];
    const struct {
        bool idle;
        const char *reason;
    } rules[] = {
        {c->again_after[t] > 0.0 && c->tries[t] == 1,
            "'again-after' has no effect with one try: give 'tries'"},
        {c->implementation[t].mean > 0.0 && step < joint,
            "'implementation' has no effect: only joint action (step 4) is carried out"},
        {c->ladder[t] == SPENN_LADDER_CHAIN && !(asked && step == joint),
            "'ladder: chain' has no effect: only when parties are asked for step 4 does "
            "it differ from the fork"},
        {(c->own_weight[t] < 1.0 || c->consent[t] != SPENN_CONSENT_ALL
             || !isnan(c->conflict[t]))
                && !asked,
            "'conflict', 'own-weight' and 'consent' have no effect: parties are asked "
            "only for steps 3 and 4 and where 'mechanisms' is both or voluntary"},
        {named && !(step > 0 && hierarchy),
            "'arbiter' and 'cuts-through' have no effect: nobody arbitrates where "
            "'mechanisms' is voluntary or neither, or without 'step'"},
        {c->cuts_through[t] && c->arbiter[t] != SPENN_NONE && hierarchy,
            "'arbiter' has no effect: the lead cuts through"},
        {c->messages[t] == SPENN_MESSAGES_LINE
                && (c->starts_at[t] > 1 || !spenn_coordination_is_voluntary(c, t)),
            "'messages: line' has no effect: step 1 is not taken"},
        {lead_is_idle(s, t),
            "'lead' has no effect: it serves the cases, understanding is sought in a "
            "forum, and it does not cut through"},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (rules[i].idle) {
            spenn_found_task(s, t, rules[i].reason);
        }
    }
}

/* Units that are asked in some task: who may be a party or leads where parties answer. */
static bool *units_asked(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    const struct spenn_coordinations *c = &m->coordinations;
    bool *asked =
        spenn_arena_alloc(s->rest->memory, (size_t)m->units.count, sizeof *asked);
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        if (!spenn_coordination_takes(c, t, weighed)) {
            continue;
        }
        const bool *in = spenn_circle_of_task(m, t, s->rest->memory);
        for (spenn_id u = 0; u < m->units.count; u++) {
            asked[u] = asked[u] || in[u];
        }
    }
    return asked;
}

void spenn_find_idle_keys(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    int32_t mobile = 0;
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        if (m->tasks.coordinates[t]) {
            ask_keys(s, t);
        }
    }
    const bool *asked = units_asked(s);
    for (spenn_id u = 0; u < m->units.count; u++) {
        mobile += m->units.mobility[u] > 0.0;
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (m->units.veto[u] > 0.0 && !asked[u]) {
            spenn_found_unit(s, u,
                "'veto' has no effect: it is asked in no task that needs step 3 or 4");
        }
        if (m->units.mobility[u] > 0.0 && mobile == 1) {
            spenn_found_unit(s, u,
                "'mobility' has no effect: people move between units that both have it");
        }
    }
}

/* Understanding is sought in the task's forum whoever sits there. */
static void ask_seats(struct spenn_search *s, spenn_id t)
{
    const struct spenn_model *m = s->rest->m;
    const struct spenn_coordinations *c = &m->coordinations;
    spenn_id f = c->forum[t], first = SPENN_NONE;
    if (f == SPENN_NONE || c->step[t] < 2 || c->starts_at[t] > 2) {
        return;
    }
    const bool *seated = spenn_circle_of_forum(m, f, s->rest->memory);
    const bool *in = spenn_parties_of_task(m, t, s->rest->memory);
    int32_t absent = 0;
    for (spenn_id u = 0; u < m->units.count; u++) {
        bool misses = in[u] && !seated[u];
        first = misses && first == SPENN_NONE ? u : first;
        absent += misses;
    }
    if (absent > 0) {
        const char *more = absent > 1
            ? spenn_arena_format(&s->found->memory, " and %d more", absent - 1)
            : "";
        spenn_found_task(s, t,
            spenn_arena_format(&s->found->memory,
                "understanding is sought in '%s', where '%s'%s of its parties %s not sit",
                m->forums.id[f], m->units.id[first], more, absent > 1 ? "do" : "does"));
    }
}

void spenn_find_absent_parties(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        if (m->tasks.coordinates[t]) {
            ask_seats(s, t);
        }
    }
}
