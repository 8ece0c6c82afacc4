/* SPDX-License-Identifier: MIT
 * Weighted drawing without replacement as a race: each pair arrives after an exponential
 * time divided by its weight, the first ones win (Efraimidis, Spirakis 2006). Logarithms
 * of times, so that no weight is too small. The winners so far are a heap, the last of
 * them on top. */
#include "links.h"

#include "backbone.h"
#include "random.h"
#include "text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const struct spenn_link_class spenn_link_classes[spenn_link_class_count] = {
    {"random", "Tilfeldig", "Random", INFINITY, INFINITY},
    {"local-team", "I eget team", "Local team", INFINITY, 0},
    {"interdivisional", "På tvers av divisjoner", "Random interdivisional", 0, INFINITY},
    {"core-periphery", "Rundt toppen", "Core-periphery", 0.1, 0.15},
    {"multiscale", "På alle nivåer", "Multiscale", 0.5, 0.5},
};

const struct spenn_link_class *spenn_link_class(const char *id)
{
    for (int32_t i = 0; i < spenn_link_class_count; i++) {
        if (strcmp(spenn_link_classes[i].id, id) == 0) {
            return &spenn_link_classes[i];
        }
    }
    return NULL;
}

struct racer {
    double time; /* logarithm */
    spenn_id a, b;
};

static int by_time(const void *x, const void *y)
{
    const struct racer *p = x, *q = y;
    if (p->time != q->time) {
        return p->time < q->time ? -1 : 1;
    }
    return p->a != q->a ? (p->a > q->a) - (p->a < q->a) : (p->b > q->b) - (p->b < q->b);
}

struct race {
    const struct spenn_link_rule *rule;
    struct spenn_backbone line;
    struct spenn_random random;
    uint64_t stream;
    int32_t *last, *next; /* links there are, in chains: of each unit, of each end */
    spenn_id *linked;     /* the last unit that was found linked to a unit */
    struct racer *heap;
    int32_t count, most;
};

static void sift_down(struct racer *heap, int32_t count)
{
    struct racer racer = heap[0];
    int32_t at = 0;
    for (int32_t child = 1; child < count; child = 2 * at + 1) {
        child += child + 1 < count && by_time(&heap[child], &heap[child + 1]) < 0;
        if (by_time(&racer, &heap[child]) >= 0) {
            break;
        }
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = racer;
}

static void arrive(struct race *race, struct racer racer)
{
    if (race->count < race->most) {
        int32_t at = race->count++;
        for (; at > 0 && by_time(&racer, &race->heap[(at - 1) / 2]) > 0;
             at = (at - 1) / 2) {
            race->heap[at] = race->heap[(at - 1) / 2];
        }
        race->heap[at] = racer;
    } else if (race->most > 0 && by_time(&racer, &race->heap[0]) < 0) {
        race->heap[0] = racer;
        sift_down(race->heap, race->count);
    }
}

/* A value over its scale, where 0 of anything is 0. */
static double over(double value, double scale)
{
    return value > 0.0 ? value / scale : 0.0;
}

static void race_pair(struct race *race, spenn_id a, spenn_id b)
{
    const struct spenn_link_class *class = race->rule->class;
    int32_t here = race->line.here[b], there = race->line.there[b];
    double handicap = over(race->line.depth[a] - here, class->lambda)
        + over(spenn_backbone_distance(here, there), class->zeta);
    if (here + there > 1 && race->linked[b] != a && isfinite(handicap)) {
        double u = spenn_random_draw(
            &race->random, race->stream, (uint32_t)a, (uint32_t)b, SPENN_BLOCK_CASE)
                       .u[0];
        arrive(race, (struct racer){log(-log1p(-u)) + handicap, a, b});
    }
}

static void chain_links(struct race *race, struct spenn_arena *memory)
{
    const struct spenn_link_rule *rule = race->rule;
    size_t ends = 2 * (size_t)rule->there, units = (size_t)rule->units;
    race->next = spenn_arena_alloc(memory, ends, sizeof *race->next);
    race->last = spenn_arena_alloc(memory, units, sizeof *race->last);
    race->linked = spenn_arena_alloc(memory, units, sizeof *race->linked);
    memset(race->last, -1, units * sizeof *race->last);
    memset(race->linked, -1, units * sizeof *race->linked);
    for (int32_t end = 0; end < 2 * rule->there; end++) {
        spenn_id u = (end % 2 ? rule->b : rule->a)[end / 2];
        race->next[end] = race->last[u];
        race->last[u] = end;
    }
}

static void race_from(struct race *race, spenn_id a)
{
    for (int32_t end = race->last[a]; end >= 0; end = race->next[end]) {
        race->linked[(end % 2 ? race->rule->a : race->rule->b)[end / 2]] = a;
    }
    spenn_backbone_walk(&race->line, a);
    for (spenn_id b = a + 1; b < race->rule->units; b++) {
        race_pair(race, a, b);
    }
}

int32_t spenn_links_draw(
    const struct spenn_link_rule *rule, int32_t most, spenn_id *a, spenn_id *b)
{
    struct spenn_arena memory = {0};
    struct race race = {.rule = rule,
        .line = spenn_backbone_make(rule->parent, rule->units, &memory),
        .random = spenn_random_new(rule->seed, rule->draw),
        .stream = spenn_text_hash("link"),
        .heap = spenn_arena_alloc(&memory, (size_t)most, sizeof *race.heap),
        .most = most};
    chain_links(&race, &memory);
    for (spenn_id u = 0; u < rule->units; u++) {
        race_from(&race, u);
    }
    if (race.count > 0) {
        qsort(race.heap, (size_t)race.count, sizeof *race.heap, by_time);
    }
    for (int32_t i = 0; i < race.count; i++) {
        a[i] = race.heap[i].a;
        b[i] = race.heap[i].b;
    }
    spenn_arena_free(&memory);
    return race.count;
}
