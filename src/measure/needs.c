/* SPDX-License-Identifier: MIT
 * Whom a user must meet for a need that takes several functions, and how many boundaries
 * between units the need crosses: its cut as an edge of a hypergraph. Also functions with
 * several owners who do not meet. */
#include "cover.h"
#include "table.h"

#include <math.h>

struct met { /* what a need has users meet */
    int32_t units, groups;
    bool coordinated;
};

struct search {
    const struct spenn_rest *rest;
    const struct spenn_functions *functions;
    bool *wanted; /* by function: taken by the need and not answered for yet */
    int32_t candidates;
    spenn_id *candidate; /* units that answer for something the need takes */
    int32_t *answers;    /* by unit: at most so many of those wanted */
    int32_t *group;      /* by unit met: the first it meets through forums */
    int32_t *of_forum;   /* by forum: the first unit met that sits there + 1 */
    spenn_id *unit;      /* those met */
};

static struct search search_make(const struct spenn_rest *r,
    const struct spenn_functions *functions, struct spenn_arena *memory)
{
    size_t units = (size_t)r->m->units.count, forums = (size_t)r->m->forums.count;
    size_t distinct = (size_t)functions->lists.distinct;
    struct search s = {.rest = r, .functions = functions};
    s.wanted = spenn_arena_alloc(memory, distinct, sizeof *s.wanted);
    s.candidate = spenn_arena_alloc(memory, units, sizeof *s.candidate);
    s.answers = spenn_arena_alloc(memory, units, sizeof *s.answers);
    s.group = spenn_arena_alloc(memory, units, sizeof *s.group);
    s.of_forum = spenn_arena_alloc(memory, forums, sizeof *s.of_forum);
    s.unit = spenn_arena_alloc(memory, units, sizeof *s.unit);
    return s;
}

static int32_t count_answers(const struct search *s, spenn_id u)
{
    const struct spenn_lists *lists = &s->functions->lists;
    int32_t list = s->functions->units + u, answers = 0;
    for (int32_t i = lists->first[list]; i < lists->first[list + 1]; i++) {
        answers += s->wanted[lists->item[i]];
    }
    return answers;
}

/* The unit that answers for most of what is wanted, the first of several; SPENN_NONE when
 * none answers for any. */
static spenn_id most_answers(const struct search *s)
{
    spenn_id best = SPENN_NONE;
    int32_t most = 0;
    for (int32_t i = 0; i < s->candidates; i++) {
        spenn_id u = s->candidate[i];
        if (s->answers[u] > most) {
            s->answers[u] = count_answers(s, u); /* an earlier one may have taken some */
        }
        if (s->answers[u] > most) {
            most = s->answers[u];
            best = u;
        }
    }
    return best;
}

static int32_t meet_units(struct search *s, int32_t need)
{
    const struct spenn_lists *lists = &s->functions->lists;
    int32_t met = 0;
    for (int32_t i = lists->first[1 + need]; i < lists->first[2 + need]; i++) {
        s->wanted[lists->item[i]] = true;
    }
    s->candidates = 0;
    for (spenn_id u = 0; u < s->rest->m->units.count; u++) {
        s->answers[u] = count_answers(s, u);
        s->candidate[s->candidates] = u;
        s->candidates += s->answers[u] > 0;
    }
    for (spenn_id u = most_answers(s); u != SPENN_NONE; u = most_answers(s)) {
        int32_t list = s->functions->units + u;
        for (int32_t i = lists->first[list]; i < lists->first[list + 1]; i++) {
            s->wanted[lists->item[i]] = false;
        }
        s->unit[met++] = u;
    }
    for (int32_t i = lists->first[1 + need]; i < lists->first[2 + need]; i++) {
        s->wanted[lists->item[i]] = false; /* what nobody answers for */
    }
    return met;
}

/* Joins the i-th unit met with whoever of the others sits in a forum with it that is not
 * extended. */
static void join_by_forums(struct search *s, int32_t i, bool open)
{
    const struct spenn_sittings *sittings = &s->rest->sittings;
    spenn_id u = s->unit[i];
    for (int32_t k = sittings->first[u]; k < sittings->first[u + 1]; k++) {
        spenn_id f = sittings->forum[k];
        if (s->rest->m->forums.kind[f] == SPENN_FORUM_EXTENDED) {
            continue;
        }
        if (open && s->of_forum[f] > 0) {
            s->group[spenn_root_of(s->group, i)] =
                spenn_root_of(s->group, s->of_forum[f] - 1);
        }
        s->of_forum[f] = open ? i + 1 : 0;
    }
}

/* Groups of the first `count` units met, joined by forums. */
static int32_t count_groups(struct search *s, int32_t count)
{
    int32_t groups = 0;
    for (int32_t i = 0; i < count; i++) {
        s->group[i] = i;
    }
    for (int32_t i = 0; i < count; i++) {
        join_by_forums(s, i, true);
    }
    for (int32_t i = 0; i < count; i++) {
        join_by_forums(s, i, false); /* leaves the table as it was */
        groups += s->group[i] == i;
    }
    return groups;
}

static struct met meet(struct search *s, int32_t need)
{
    struct met met = {.units = meet_units(s, need)};
    met.groups = count_groups(s, met.units);
    met.coordinated = s->rest->m->needs.coordinator[need] != SPENN_NONE;
    return met;
}

static double contact_points(const struct met *met)
{
    return met->units > 0 && met->coordinated ? 1 : met->units;
}

static double boundaries(const struct met *met)
{
    return met->units > 0 ? met->units - 1 : 0;
}

static double open_boundaries(const struct met *met)
{
    return met->groups > 0 ? met->groups - 1 : 0;
}

/* One value a need; of the whole their mean or their sum. */
static void fill(
    struct spenn_rest *r, double *value, double (*of_need)(const struct met *), bool mean)
{
    struct spenn_arena scratch = {0};
    struct spenn_functions functions = spenn_functions_make(r->m, &scratch);
    struct search s = search_make(r, &functions, &scratch);
    int32_t needs = r->m->needs.count;
    double sum = 0.0;
    for (int32_t n = 0; n < needs; n++) {
        struct met met = meet(&s, n);
        double one = of_need(&met);
        sum += one;
        if (r->over == SPENN_OVER_NEEDS) {
            value[n] = one;
        }
    }
    if (r->over == SPENN_OVER_WHOLE) {
        value[0] = needs == 0 ? NAN : mean ? sum / needs : sum;
    }
    spenn_arena_free(&scratch);
}

bool spenn_fill_contact_points(
    struct spenn_rest *r, double *value, struct spenn_error *err)
{
    (void)err;
    fill(r, value, contact_points, true);
    return true;
}

bool spenn_fill_boundaries(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    (void)err;
    fill(r, value, boundaries, false);
    return true;
}

bool spenn_fill_open_boundaries(
    struct spenn_rest *r, double *value, struct spenn_error *err)
{
    (void)err;
    fill(r, value, open_boundaries, false);
    return true;
}

bool spenn_fill_double_owners(
    struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_functions functions = spenn_functions_make(r->m, &scratch);
    struct search s = search_make(r, &functions, &scratch);
    struct spenn_holders owners =
        spenn_holders_make(&functions.lists, functions.units, &scratch);
    const bool *clear = spenn_functions_clear(r->m, &functions, &scratch);
    double owned = 0.0;
    (void)err;
    for (int32_t n = 0; n < functions.lists.distinct; n++) {
        int32_t count = owners.first[n + 1] - owners.first[n];
        for (int32_t i = 0; i < count; i++) {
            s.unit[i] = owners.unit[owners.first[n] + i];
        }
        owned += count > 0;
        value[0] += count > 1 && !clear[n] && count_groups(&s, count) > 1;
    }
    value[0] = owned > 0.0 ? value[0] : NAN;
    spenn_arena_free(&scratch);
    return true;
}
