/* SPDX-License-Identifier: MIT
 * Rules on tasks that coordinate: what the sources ask of the ladder of coordination for
 * a wicked problem (one that needs step 4), of a unit that leads, and of the structures
 * around it (document 003 §2.4, §3). */
#include "cells.h"
#include "finding.h"
#include "role.h"

static const double half = 0.5; /* of decisions: a judgement */

enum { wicked = 4, decided = 3 }; /* steps: joint action; the first with a decision */

/* Asks the rule about every task that needs the step or a higher one. */
static void each(
    struct spenn_search *s, int32_t step, void (*ask)(struct spenn_search *, spenn_id))
{
    const struct spenn_model *m = s->rest->m;
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        if (m->tasks.coordinates[t] && m->coordinations.step[t] >= step) {
            ask(s, t);
        }
    }
}

/* ---- wicked problems */

static void ask_ambition(struct spenn_search *s, spenn_id t)
{
    const struct spenn_units *units = &s->rest->m->units;
    const bool *in = spenn_circle_of_task(s->rest->m, t, s->rest->memory);
    int32_t roles = 0, most = 0;
    for (spenn_id u = 0; u < units->count; u++) {
        const struct spenn_role *role = &units->coordination[u];
        roles += spenn_role_is_given(role);
        most = in[u] && role->ambition > most ? role->ambition : most;
    }
    if (roles > 0 && most < wicked) {
        spenn_found_task(s, t,
            most ? spenn_arena_format(&s->found->memory,
                "needs step 4, and no unit that takes part aims beyond step %d", most)
                 : "needs step 4, and no unit that takes part says that it aims there");
    }
}

void spenn_find_wicked_aims(struct spenn_search *s)
{
    each(s, wicked, ask_ambition);
}

static void ask_anchoring(struct spenn_search *s, spenn_id t)
{
    const struct spenn_coordinations *c = &s->rest->m->coordinations;
    if (!(c->anchoring[t] > 0.0)) {
        spenn_found_task(
            s, t, "needs step 4 and has no political priority (anchoring 0 %)");
    }
}

void spenn_find_unanchored(struct spenn_search *s)
{
    each(s, wicked, ask_anchoring);
}

/* Whether one unit stands above all of these, or is one of them. */
static bool have_one_root(const struct spenn_rest *r, const bool *in)
{
    const struct spenn_units *units = &r->m->units;
    spenn_id *root = spenn_arena_alloc(r->memory, (size_t)units->count, sizeof *root);
    spenn_id first = SPENN_NONE;
    spenn_tree_roots(r->m, &r->tree, root);
    for (spenn_id u = 0; u < units->count; u++) {
        if (in[u] && first != SPENN_NONE && root[u] != first) {
            return false;
        }
        first = in[u] ? root[u] : first;
    }
    return true;
}

static unsigned mechanisms_of(const struct spenn_model *m, const bool *in)
{
    unsigned mechanisms = 0;
    for (spenn_id u = 0; u < m->units.count; u++) {
        mechanisms |= in[u] ? spenn_role_mechanisms(&m->units.coordination[u]) : 0;
    }
    return mechanisms;
}

static void ask_mechanisms(struct spenn_search *s, spenn_id t)
{
    const struct spenn_coordinations *c = &s->rest->m->coordinations;
    static const char *const only[] = {
        [SPENN_MECHANISMS_VOLUNTARY] = "voluntary adaptation",
        [SPENN_MECHANISMS_HIERARCHY] = "hierarchy"};
    int32_t allowed = c->mechanisms[t];
    struct spenn_arena *memory = &s->found->memory;
    const bool *in = spenn_circle_of_task(s->rest->m, t, s->rest->memory);
    bool named =
        c->arbiter[t] != SPENN_NONE || (c->lead[t] != SPENN_NONE && c->cuts_through[t]);
    unsigned own = mechanisms_of(s->rest->m, in);
    if (allowed == SPENN_MECHANISMS_NEITHER) {
        spenn_found_task(s, t, "needs step 4 by no mechanism at all");
    } else if (allowed != SPENN_MECHANISMS_BOTH) {
        spenn_found_task(
            s, t, spenn_arena_format(memory, "needs step 4 by %s alone", only[allowed]));
    } else if (!named && !have_one_root(s->rest, in)) {
        spenn_found_task(s, t,
            "needs step 4, and nobody stands above all who take part or is named to "
            "decide: voluntary adaptation is alone");
    } else if (own == SPENN_VOLUNTARY || own == SPENN_HIERARCHY) {
        spenn_found_task(s, t,
            spenn_arena_format(memory,
                "needs step 4, and all instruments of those who take part work by %s",
                own == SPENN_VOLUNTARY ? only[SPENN_MECHANISMS_VOLUNTARY]
                                       : only[SPENN_MECHANISMS_HIERARCHY]));
    }
}

void spenn_find_one_mechanism(struct spenn_search *s)
{
    each(s, wicked, ask_mechanisms);
}

static void ask_weight(struct spenn_search *s, spenn_id t)
{
    const struct spenn_coordinations *c = &s->rest->m->coordinations;
    if (c->own_weight[t] >= 1.0) {
        spenn_found_task(s, t,
            "needs step 4, and each party weighs only its own gain (own-weight 100 %)");
    }
}

void spenn_find_own_weight(struct spenn_search *s)
{
    each(s, wicked, ask_weight);
}

/* ---- how it is led and prepared */

static void ask_lead(struct spenn_search *s, spenn_id t)
{
    const struct spenn_coordinations *c = &s->rest->m->coordinations;
    spenn_id lead = c->lead[t];
    if (lead != SPENN_NONE && !c->cuts_through[t]) {
        spenn_found_task(s, t,
            spenn_arena_format(&s->found->memory,
                "'%s' leads without authority to cut through",
                s->rest->m->units.id[lead]));
    }
}

void spenn_find_weak_leads(struct spenn_search *s)
{
    each(s, decided, ask_lead);
}

static void ask_start(struct spenn_search *s, spenn_id t)
{
    const struct spenn_coordinations *c = &s->rest->m->coordinations;
    static const char *const left_out[] = {[2] = "information is not shared first",
        [3] = "neither is information shared nor a shared understanding sought first"};
    int32_t start = c->starts_at[t];
    if (start > 1) {
        spenn_found_task(s, t,
            spenn_arena_format(&s->found->memory, "starts at step %d of %d: %s", start,
                c->step[t], left_out[start]));
    }
}

void spenn_find_skipped_steps(struct spenn_search *s)
{
    each(s, decided, ask_start);
}

static void ask_ownership(struct spenn_search *s, spenn_id t)
{
    const struct spenn_coordinations *c = &s->rest->m->coordinations;
    if (!c->early[t] && c->forum[t] == SPENN_NONE && !(c->renewed[t] > 0.0)
        && !(c->anchoring[t] > 0.0)) {
        spenn_found_task(s, t,
            "no early part, forum, joint letter or political priority keeps ownership");
    }
}

void spenn_find_fading_ownership(struct spenn_search *s)
{
    each(s, decided, ask_ownership);
}

static void ask_freedom(struct spenn_search *s, spenn_id t)
{
    const struct spenn_model *m = s->rest->m;
    const bool *serves = spenn_servers_of_task(m, t, s->rest->memory);
    for (spenn_id u = 0; u < m->units.count; u++) {
        double limit = serves[u] ? spenn_model_limit(m, t, u) : 1.0;
        if (limit < half) {
            spenn_found_task(s, t,
                spenn_arena_format(&s->found->memory,
                    "'%s' may settle only %.0f %% of its cases itself", m->units.id[u],
                    100.0 * limit));
            return;
        }
    }
}

void spenn_find_tied_agencies(struct spenn_search *s)
{
    each(s, decided, ask_freedom);
}

/* ---- structures */

/* A programme or network that gives orders to units of the line. */
void spenn_find_parallel_lines(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    for (int32_t e = 0; e < m->lines.count; e++) {
        spenn_id from = m->lines.from[e], to = m->lines.to[e];
        int32_t kind = m->units.kind[from];
        bool programme = kind == SPENN_TEAM || kind == SPENN_NETWORK;
        if (programme && spenn_line_commands(m->lines.kind[e])
            && m->units.parent[to] != SPENN_NONE && m->units.parent[to] != from) {
            spenn_found_unit(s, to,
                spenn_arena_format(&s->found->memory,
                    "'%s' (%s) gives it a %s beside the line from '%s'",
                    m->units.id[from], spenn_kinds.en[kind],
                    spenn_line_kinds.en[m->lines.kind[e]],
                    m->units.id[m->units.parent[to]]));
        }
    }
}
