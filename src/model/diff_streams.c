/* SPDX-License-Identifier: MIT
 * Streams are the same by task and origin, for both outlive every change. A stream has
 * been transferred when its units are not those that became of its units before. */
#include "diff_match.h"

#include "quantity.h"

#include <math.h>
#include <string.h>

static bool same(double a, double b)
{
    return fabs(a - b) <= 1e-9 * fmax(fabs(a), fabs(b));
}

/* What unit v of b may be expected to serve of a stream, from those it follows. */
struct expected {
    double share;
    bool follows; /* any of them */
    bool divided; /* one of them gave a part to somebody else */
};

static struct expected expect(const struct spenn_match *k, int32_t old, spenn_id v)
{
    const struct spenn_streams *a = &k->a->streams;
    struct expected expected = {0};
    for (int32_t i = 0; i < a->routes[old]; i++) {
        int32_t r = a->first_route[old] + i;
        spenn_id u = k->a->routes.unit[r];
        int32_t heirs = k->first_claim[u + 1] - k->first_claim[u];
        if (spenn_match_follows(k, u, v, true)) {
            expected.follows = true;
            expected.divided =
                expected.divided || heirs + (k->new_of[u] != SPENN_NONE) > 1;
            expected.share += k->a->routes.share[r];
        }
    }
    return expected;
}

/* Whether all who serve b's stream follow one who serves a's; with the same shares, where
 * nobody gave a part away. */
static bool explained(const struct spenn_match *k, int32_t old, int32_t s)
{
    const struct spenn_streams *b = &k->b->streams;
    bool divided = false, exact = true;
    for (int32_t j = 0; j < b->routes[s]; j++) {
        int32_t r = b->first_route[s] + j;
        struct expected expected = expect(k, old, k->b->routes.unit[r]);
        if (!expected.follows) {
            return false;
        }
        divided = divided || expected.divided;
        exact = exact && same(expected.share, k->b->routes.share[r]);
    }
    return divided || exact;
}

static const char *served_by(
    struct spenn_match *k, const struct spenn_model *m, int32_t s)
{
    enum { most_shown = 6 };
    const char *text = "";
    char share[32];
    for (int32_t i = 0; i < m->streams.routes[s]; i++) {
        int32_t r = m->streams.first_route[s] + i;
        if (i == most_shown) {
            return spenn_arena_format(&k->memory, "%s, ...", text);
        }
        (void)spenn_format_share(share, sizeof share, m->routes.share[r]);
        bool alone = m->streams.routes[s] == 1;
        text = spenn_arena_format(&k->memory, "%s%s%s%s%s", text, i ? ", " : "",
            m->units.id[m->routes.unit[r]], alone ? "" : " ", alone ? "" : share);
    }
    return text;
}

static const char *about(struct spenn_match *k, const char *word, const char *origin)
{
    return spenn_arena_format(&k->memory, "%s %s", word, origin);
}

static void diff_stream(struct spenn_match *k, int32_t old, int32_t s, bool rate)
{
    const struct spenn_streams *a = &k->a->streams, *b = &k->b->streams;
    const char *task = k->b->tasks.id[b->task[s]];
    const char *origin = k->b->origins.id[b->origin[s]];
    char left[32], right[32];
    if (rate && !same(a->rate[old], b->rate[s])) {
        spenn_diff_changed(k, task, about(k, "arrives", origin),
            spenn_format_rate(left, sizeof left, a->rate[old]),
            spenn_format_rate(right, sizeof right, b->rate[s]));
    }
    if (!explained(k, old, s)) {
        spenn_diff_changed(k, task, about(k, "served-by", origin),
            served_by(k, k->a, old), served_by(k, k->b, s));
    }
}

/* The rate that all streams of a task have, or NAN. */
static double *common_rates(struct spenn_match *k, const struct spenn_model *m)
{
    size_t count = (size_t)m->tasks.count;
    double *rate = spenn_arena_alloc(&k->memory, count, sizeof *rate);
    bool *seen = spenn_arena_alloc(&k->memory, count, sizeof *seen);
    for (int32_t s = 0; s < m->streams.count; s++) {
        spenn_id t = m->streams.task[s];
        bool other = seen[t] && !same(rate[t], m->streams.rate[s]);
        rate[t] = other ? NAN : m->streams.rate[s];
        seen[t] = true;
    }
    return rate;
}

struct old_streams { /* of a, by rows of tasks and origins of b */
    struct spenn_facts facts;
    double *rate, *rate_now;
    spenn_id *task_of; /* of a: row of b */
};

/* The origin of b that is origin o of a: called the same, or, in files written by hand,
 * as the unit that it is has been called since. */
static spenn_id origin_now(
    const struct spenn_match *k, const struct spenn_index *origins, spenn_id o)
{
    const char *id = k->a->origins.id[o];
    spenn_id u = k->a->origins.unit[o], found = spenn_index_find(origins, id);
    if (found != SPENN_NONE || k->new_of[u] == SPENN_NONE
        || strcmp(k->a->units.id[u], id) != 0) {
        return found;
    }
    return spenn_index_find(origins, k->b->units.id[k->new_of[u]]);
}

static struct old_streams find_streams(struct spenn_match *k)
{
    const struct spenn_model *a = k->a;
    struct spenn_index origins = {0};
    struct old_streams old = {.rate = common_rates(k, a),
        .rate_now = common_rates(k, k->b),
        .task_of =
            spenn_arena_alloc(&k->memory, (size_t)a->tasks.count, sizeof(spenn_id))};
    old.facts.list =
        spenn_arena_alloc(&k->memory, (size_t)a->streams.count, sizeof *old.facts.list);
    for (spenn_id o = 0; o < k->b->origins.count; o++) {
        (void)spenn_index_add(&k->memory, &origins, k->b->origins.id[o], o);
    }
    for (spenn_id t = 0; t < a->tasks.count; t++) {
        old.task_of[t] = spenn_index_find(&k->tasks, a->tasks.id[t]);
    }
    for (int32_t s = 0; s < a->streams.count; s++) {
        const char *origin = a->origins.id[a->streams.origin[s]];
        spenn_id t = old.task_of[a->streams.task[s]];
        spenn_id o = origin_now(k, &origins, a->streams.origin[s]);
        if (t != SPENN_NONE && o != SPENN_NONE) {
            old.facts.list[old.facts.count++] = (struct spenn_fact){{t, o, 0}, s};
        } else if (t != SPENN_NONE) {
            spenn_diff_changed(k, k->b->tasks.id[t], "at", origin, NULL);
        }
    }
    spenn_facts_sort(&old.facts);
    return old;
}

void spenn_diff_streams(struct spenn_match *k)
{
    const struct spenn_model *a = k->a, *b = k->b;
    struct old_streams old = find_streams(k);
    bool *alike = spenn_arena_alloc(&k->memory, (size_t)b->tasks.count, sizeof *alike);
    bool *known = spenn_arena_alloc(&k->memory, (size_t)b->tasks.count, sizeof *known);
    char left[32], right[32];
    for (spenn_id t = 0; t < a->tasks.count; t++) {
        spenn_id now = old.task_of[t];
        if (now != SPENN_NONE) {
            known[now] = true;
        }
        if (now == SPENN_NONE || isnan(old.rate[t]) || isnan(old.rate_now[now])) {
            continue;
        }
        alike[now] = true;
        if (!same(old.rate[t], old.rate_now[now])) {
            spenn_diff_changed(k, b->tasks.id[now], "arrives",
                spenn_format_rate(left, sizeof left, old.rate[t]),
                spenn_format_rate(right, sizeof right, old.rate_now[now]));
        }
    }
    for (int32_t s = 0; s < b->streams.count; s++) {
        spenn_id t = b->streams.task[s];
        const int32_t key[3] = {t, b->streams.origin[s], 0};
        const struct spenn_fact *fact = spenn_facts_find(&old.facts, key);
        if (fact) {
            diff_stream(k, fact->row, s, !alike[t]);
        } else if (known[t]) {
            spenn_diff_changed(
                k, b->tasks.id[t], "at", NULL, b->origins.id[b->streams.origin[s]]);
        }
    }
}
