/* SPDX-License-Identifier: MIT */
#include "bought.h"

#include "backbone.h"

#include <math.h>

double spenn_query_reach(const struct spenn_exchange_query *query, int which)
{
    return which == SPENN_NEAR ? query->reach : INFINITY;
}

struct sums {
    double count, most[SPENN_REACHES], most2[SPENN_REACHES], holds[SPENN_REACHES],
        holds2[SPENN_REACHES];
};

static double greatest(const double *value, int32_t count)
{
    double most = 0.0;
    for (int32_t i = 0; i < count; i++) {
        most = fmax(most, value[i]);
    }
    return most;
}

static void add_state(const struct spenn_exchange *x,
    const struct spenn_exchange_query *query, struct sums *sums)
{
    struct spenn_arena memory = {0};
    double *congestion = spenn_arena_alloc(&memory, (size_t)x->units, sizeof(double));
    double *share = spenn_arena_alloc(&memory, (size_t)query->remove + 1, sizeof(double));
    for (int which = 0; which < SPENN_REACHES; which++) {
        spenn_congestion(x, spenn_query_reach(query, which), congestion);
        spenn_connectivity(x, congestion, query->remove, share);
        double most = greatest(congestion, x->units), holds = share[query->remove];
        sums->most[which] += most;
        sums->most2[which] += most * most;
        sums->holds[which] += holds;
        sums->holds2[which] += holds * holds;
    }
    sums->count += 1.0;
    spenn_arena_free(&memory);
}

static double deviation(double sum, double squares, double count)
{
    double over = squares - sum * sum / count;
    return count > 1.0 && over > 0.0 ? sqrt(over / (count - 1.0)) : 0.0;
}

static struct spenn_bought means(const struct sums *sums, int32_t links)
{
    struct spenn_bought bought = {.links = links};
    for (int which = 0; which < SPENN_REACHES; which++) {
        bought.most[which] = sums->most[which] / sums->count;
        bought.most_sd[which] =
            deviation(sums->most[which], sums->most2[which], sums->count);
        bought.holds[which] = sums->holds[which] / sums->count;
        bought.holds_sd[which] =
            deviation(sums->holds[which], sums->holds2[which], sums->count);
    }
    return bought;
}

struct spenn_bought spenn_bought_drawn(struct spenn_exchange *x,
    const struct spenn_exchange_query *query, const struct spenn_link_class *class)
{
    int32_t there = x->links, added = 0;
    struct sums sums = {0};
    for (int32_t draw = 0; draw < query->draws; draw++) {
        struct spenn_link_rule rule = {.parent = x->parent,
            .units = x->units,
            .a = x->a,
            .b = x->b,
            .there = there,
            .class = class,
            .seed = query->seed,
            .draw = draw};
        added = spenn_links_draw(&rule, query->links, x->a + there, x->b + there);
        x->links = there + added;
        add_state(x, query, &sums);
    }
    x->links = there;
    return means(&sums, added);
}

struct choice {
    double *congestion;   /* room for it */
    double most, squares; /* of the best so far: the greatest, the sum of squares */
    spenn_id a, b;        /* its link, or SPENN_NONE */
};

/* Whether the links of x leave the most congested less than the best so far, or as much
 * and all together less. */
static bool is_better(const struct spenn_exchange *x, struct choice *choice)
{
    const double hair = 1e-12;
    double most, squares = 0.0;
    spenn_congestion(x, INFINITY, choice->congestion);
    most = greatest(choice->congestion, x->units);
    for (spenn_id u = 0; u < x->units; u++) {
        squares += choice->congestion[u] * choice->congestion[u];
    }
    bool better = most < choice->most - hair
        || (most < choice->most + hair && squares < choice->squares - hair);
    choice->most = better ? most : choice->most;
    choice->squares = better ? squares : choice->squares;
    return better;
}

/* A pair that has a link already changes nothing. */
static void try_link(
    struct spenn_exchange *x, spenn_id a, spenn_id b, struct choice *choice)
{
    x->a[x->links] = a;
    x->b[x->links++] = b;
    if (is_better(x, choice)) {
        choice->a = a;
        choice->b = b;
    }
    x->links--;
}

/* Units within two steps from the busiest, in the order of rows. */
static int32_t near_busiest(const struct spenn_exchange *x, const double *congestion,
    struct spenn_arena *memory, spenn_id *near)
{
    struct spenn_backbone line = spenn_backbone_make(x->parent, x->units, memory);
    spenn_id *order = spenn_arena_alloc(memory, (size_t)x->units, sizeof *order);
    int32_t count = 0;
    spenn_congestion_order(x, congestion, order);
    spenn_backbone_walk(&line, order[0]);
    for (spenn_id u = 0; u < x->units; u++) {
        if (line.here[u] + line.there[u] <= 2) {
            near[count++] = u;
        }
    }
    return count;
}

static bool choose(struct spenn_exchange *x)
{
    struct spenn_arena memory = {0};
    struct choice choice = {.most = INFINITY,
        .a = SPENN_NONE,
        .congestion = spenn_arena_alloc(&memory, (size_t)x->units, sizeof(double))};
    spenn_id *near = spenn_arena_alloc(&memory, (size_t)x->units, sizeof *near);
    (void)is_better(x, &choice); /* as it is: what is to be bettered */
    int32_t count = near_busiest(x, choice.congestion, &memory, near);
    for (int32_t i = 0; i < count; i++) {
        for (int32_t k = i + 1; k < count; k++) {
            try_link(x, near[i], near[k], &choice);
        }
    }
    if (choice.a != SPENN_NONE) {
        x->a[x->links] = choice.a;
        x->b[x->links++] = choice.b;
    }
    spenn_arena_free(&memory);
    return choice.a != SPENN_NONE;
}

struct spenn_bought spenn_bought_chosen(
    struct spenn_exchange *x, const struct spenn_exchange_query *query)
{
    int32_t there = x->links;
    while (x->links < there + query->links && choose(x)) {
    }
    struct sums sums = {0};
    add_state(x, query, &sums);
    return means(&sums, x->links - there);
}
