/* SPDX-License-Identifier: MIT
 * Who may be a party to a task that coordinates, over all its streams: told where it is
 * not what became of those who might before. */
#include "diff_match.h"

#include <string.h>

struct circle { /* of one model, by unit */
    bool *partner, *serves;
};

static struct circle circle_of(
    struct spenn_match *k, const struct spenn_model *m, spenn_id t)
{
    size_t units = (size_t)m->units.count;
    struct circle c = {spenn_arena_alloc(&k->memory, units, sizeof *c.partner),
        spenn_arena_alloc(&k->memory, units, sizeof *c.serves)};
    for (int32_t s = 0; s < m->streams.count; s++) {
        bool of = m->streams.task[s] == t;
        for (int32_t i = 0; of && i < m->streams.partners[s]; i++) {
            c.partner[m->partners.unit[m->streams.first_partner[s] + i]] = true;
        }
        for (int32_t i = 0; of && i < m->streams.routes[s]; i++) {
            c.serves[m->routes.unit[m->streams.first_route[s] + i]] = true;
        }
    }
    return c;
}

/* Whether unit v of b was in the circle before, or follows one who was. */
static bool was_in(const struct spenn_match *k, const struct circle *a, spenn_id v)
{
    spenn_id old = k->old_of[v];
    bool in = old != SPENN_NONE && (a->partner[old] || a->serves[old]);
    for (spenn_id u = 0; u < k->a->units.count && !in; u++) {
        in = (a->partner[u] || a->serves[u]) && spenn_match_follows(k, u, v, true);
    }
    return in;
}

static bool explained(
    const struct spenn_match *k, const struct circle *a, const struct circle *b)
{
    for (spenn_id v = 0; v < k->b->units.count; v++) {
        if (b->partner[v] && !b->serves[v] && !was_in(k, a, v)) {
            return false;
        }
    }
    for (spenn_id u = 0; u < k->a->units.count; u++) {
        spenn_id v = a->partner[u] ? spenn_match_image(k, u) : SPENN_NONE;
        if (v != SPENN_NONE && !b->partner[v] && !b->serves[v]) {
            return false;
        }
    }
    return true;
}

static const char *partners_text(
    struct spenn_match *k, const struct spenn_model *m, const struct circle *c)
{
    enum { most_shown = 6 };
    const char *text = "";
    int32_t shown = 0;
    for (spenn_id u = 0; u < m->units.count && shown <= most_shown; u++) {
        if (c->partner[u]) {
            text = spenn_arena_format(&k->memory, "%s%s%s", text, shown ? ", " : "",
                shown < most_shown ? m->units.id[u] : "...");
            shown++;
        }
    }
    return text;
}

void spenn_diff_partners(struct spenn_match *k, spenn_id old, spenn_id t)
{
    const struct circle a = circle_of(k, k->a, old), b = circle_of(k, k->b, t);
    if (!explained(k, &a, &b)) {
        spenn_diff_changed(k, k->b->tasks.id[t], "with", partners_text(k, k->a, &a),
            partners_text(k, k->b, &b));
    }
}
