/* SPDX-License-Identifier: MIT
 * Practice in an organization that changes: a view goes on with the unit; a unit that
 * serves origins of several takes their mean by cases. Series of meetings that stay as
 * often as they were keep their dates. */
#include "practice_plan.h"

#include "quantity.h"
#include "text.h"

#include <math.h>
#include <stdlib.h>

enum { VIEW, BELIEF, NEXT, SPARES };

struct named { /* rows by key, sorted */
    uint64_t key;
    int32_t row;
};
struct names {
    int32_t count;
    struct named *list;
};

static int by_key(const void *a, const void *b)
{
    const struct named *x = a, *y = b;
    if (x->key != y->key) {
        return x->key < y->key ? -1 : 1;
    }
    return (x->row > y->row) - (x->row < y->row);
}

static void sort(struct names *names)
{
    if (names->count) {
        qsort(names->list, (size_t)names->count, sizeof *names->list, by_key);
    }
}

/* The first row with the key, or -1. */
static int32_t find(const struct names *names, uint64_t key)
{
    int32_t low = 0, high = names->count;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (names->list[middle].key < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < names->count && names->list[low].key == key ? names->list[low].row : -1;
}

/* Views by their sources of luck: origins, and units that serve none. */
static struct names draws_of(struct spenn_arena *memory, const struct spenn_practice *p)
{
    struct names names = {.count = p->first_draw[p->views]};
    names.list = spenn_arena_alloc(memory, (size_t)names.count, sizeof *names.list);
    for (int32_t v = 0; v < p->views; v++) {
        for (int32_t i = p->first_draw[v]; i < p->first_draw[v + 1]; i++) {
            names.list[i] = (struct named){p->draw_key[i], v};
        }
    }
    sort(&names);
    return names;
}

static struct names series_of(struct spenn_arena *memory, const struct spenn_practice *p)
{
    struct names names = {.count = p->meetings};
    names.list = spenn_arena_alloc(memory, (size_t)names.count, sizeof *names.list);
    for (int32_t i = 0; i < p->meetings; i++) {
        names.list[i] = (struct named){p->meeting[i].key, i};
    }
    sort(&names);
    return names;
}

/* The view of a unit, or -1. Views stand in the order of units. */
static int32_t view_of(const struct spenn_practice *p, spenn_id unit)
{
    int32_t low = 0, high = p->views;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (p->unit[middle] < unit) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < p->views && p->unit[low] == unit ? low : -1;
}

/* Adds `share` of a source to the run that ends the list. */
static void add_source(
    struct spenn_practice_handover *h, int32_t v, int32_t from, double share)
{
    int32_t *end = &h->first[v + 1];
    for (int32_t i = h->first[v]; i < *end; i++) {
        if (h->from[i] == from) {
            h->share[i] += share;
            return;
        }
    }
    h->from[*end] = from;
    h->share[(*end)++] = share;
}

struct before {
    const struct spenn_practice *practice;
    struct names draws, series;
    const spenn_id *was; /* of a unit now: the unit that it was, or SPENN_NONE */
};

static void find_sources(
    struct spenn_practice_handover *h, const struct before *before, int32_t v)
{
    const struct spenn_practice *after = h->to;
    double sum = 0.0;
    h->first[v + 1] = h->first[v];
    for (int32_t i = after->first_draw[v];
         after->weight[v] > 0.0 && i < after->first_draw[v + 1]; i++) {
        int32_t from = find(&before->draws, after->draw_key[i]);
        if (from >= 0) {
            add_source(h, v, from, after->draw_share[i]);
            sum += after->draw_share[i];
        }
    }
    spenn_id was = before->was[after->unit[v]];
    if (!(sum > 0.0) && was != SPENN_NONE && view_of(before->practice, was) >= 0) {
        add_source(h, v, view_of(before->practice, was), 1.0);
        sum = 1.0;
    }
    bool alone = h->first[v + 1] - h->first[v] == 1;
    for (int32_t i = h->first[v]; i < h->first[v + 1]; i++) {
        h->share[i] = alone ? 1.0 : h->share[i] / sum;
    }
}

void spenn_practice_hand_over(struct spenn_arena *memory,
    const struct spenn_practice *from, const struct spenn_practice *to,
    const spenn_id *was, struct spenn_practice_handover *h)
{
    struct spenn_arena scratch = {0};
    struct before before = {
        from, draws_of(&scratch, from), series_of(&scratch, from), was};
    size_t views = (size_t)to->views;
    size_t sources = (size_t)to->first_draw[views] + views;
    h->to = to;
    h->first = spenn_arena_alloc(memory, views + 1, sizeof *h->first);
    h->from = spenn_arena_alloc(memory, sources, sizeof *h->from);
    h->share = spenn_arena_alloc(memory, sources, sizeof *h->share);
    h->same = spenn_arena_alloc(memory, (size_t)to->meetings, sizeof *h->same);
    for (int32_t v = 0; v < to->views; v++) {
        find_sources(h, &before, v);
    }
    for (int32_t i = 0; i < to->meetings; i++) {
        int32_t k = find(&before.series, to->meeting[i].key);
        bool as_often = k >= 0 && from->meeting[k].interval == to->meeting[i].interval;
        h->same[i] = as_often ? k : -1;
    }
    spenn_arena_free(&scratch);
}

struct room {
    int32_t views, meetings, draws;
};

static struct room more(struct room room, const struct spenn_practice *p)
{
    int32_t draws = p->first_draw[p->views];
    return (struct room){p->views > room.views ? p->views : room.views,
        p->meetings > room.meetings ? p->meetings : room.meetings,
        draws > room.draws ? draws : room.draws};
}

struct spenn_practice_state *spenn_practice_state_chain(struct spenn_arena *memory,
    const struct spenn_practice *first, const struct spenn_practice_handover *wave,
    int32_t waves, const double *at)
{
    struct spenn_practice_state *s = spenn_arena_alloc(memory, 1, sizeof *s);
    struct room room = more((struct room){0}, first);
    for (int32_t i = 0; i < waves; i++) {
        room = more(room, wave[i].to);
    }
    size_t views = (size_t)room.views, meetings = (size_t)room.meetings;
    *s = (struct spenn_practice_state){
        .practice = first, .first = first, .waves = waves, .wave = wave, .at = at};
    s->norm = spenn_arena_alloc(memory, views, sizeof *s->norm);
    s->view = spenn_arena_alloc(memory, views, sizeof *s->view);
    s->belief = spenn_arena_alloc(memory, views, sizeof *s->belief);
    s->next = spenn_arena_alloc(memory, meetings, sizeof *s->next);
    s->luck = spenn_arena_alloc(memory, (size_t)room.draws + 1, 4 * sizeof *s->luck);
    for (int k = 0; k < SPARES && waves; k++) {
        s->spare[k] =
            spenn_arena_alloc(memory, k == NEXT ? meetings : views, sizeof(double));
    }
    return s;
}

struct spenn_practice_state *spenn_practice_state_new(
    struct spenn_arena *memory, const struct spenn_practice *practice)
{
    return spenn_practice_state_chain(memory, practice, NULL, 0, NULL);
}

static void swap(double **a, double **b)
{
    double *c = *a;
    *a = *b;
    *b = c;
}

static double mix(const struct spenn_practice_handover *h, int32_t v, const double *from)
{
    double sum = 0.0;
    for (int32_t i = h->first[v]; i < h->first[v + 1]; i++) {
        sum += h->share[i] * from[h->from[i]];
    }
    return sum;
}

static void pass(
    struct spenn_practice_state *s, const struct spenn_practice_handover *h, int32_t day)
{
    const struct spenn_practice *p = s->practice = h->to;
    swap(&s->view, &s->spare[VIEW]);
    swap(&s->belief, &s->spare[BELIEF]);
    swap(&s->next, &s->spare[NEXT]);
    spenn_practice_norms(s);
    for (int32_t v = 0; v < p->views; v++) {
        if (h->first[v] == h->first[v + 1]) {
            spenn_practice_begin_view(s, v);
        } else {
            s->view[v] = mix(h, v, s->spare[VIEW]);
            s->belief[v] = mix(h, v, s->spare[BELIEF]);
        }
    }
    for (int32_t i = 0; i < p->meetings; i++) {
        const struct spenn_practice_meeting *meeting = &p->meeting[i];
        if (h->same[i] >= 0) {
            s->next[i] = s->spare[NEXT][h->same[i]];
            continue;
        }
        s->next[i] =
            meeting->interval * spenn_practice_uniform(s, meeting->key, FOR_PHASE);
        while (s->next[i] < day * SPENN_DAY) {
            s->next[i] += meeting->interval;
        }
    }
    spenn_practice_draw_days(s, day);
}

void spenn_practice_waves(struct spenn_practice_state *s, int32_t day)
{
    while (s->passed < s->waves && s->at[s->passed] <= day * SPENN_DAY) {
        pass(s, &s->wave[s->passed++], day);
    }
}
