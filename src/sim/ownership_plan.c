/* SPDX-License-Identifier: MIT
 * Compiles who may be a party in which task. Memory is linear in the model's table of
 * partners. */
#include "mutant.h"
#include "ownership.h"
#include "table.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

static int by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static uint64_t party(spenn_id t, spenn_id u)
{
    return (uint64_t)(uint32_t)t << 32 | (uint32_t)u;
}

/* How many those of a stream may be. Streams of units that are alike share their run of
 * partners, so the model's table says nothing of the sum. */
static size_t room_of(const struct spenn_model *m, int32_t s)
{
    const struct spenn_streams *streams = &m->streams;
    bool any = m->coordinations.step[streams->task[s]] > 0 && streams->partners[s] > 0;
    return any ? (size_t)streams->routes[s] + (size_t)streams->partners[s] + 1 : 0;
}

/* Those of a stream: who serves it, its partners and the lead, task first. */
static size_t list_stream(const struct spenn_model *m, int32_t s, uint64_t *list)
{
    const struct spenn_streams *streams = &m->streams;
    spenn_id t = streams->task[s], lead = m->coordinations.lead[t];
    size_t count = 0;
    if (room_of(m, s) == 0) {
        return 0;
    }
    for (int32_t i = 0; i < streams->routes[s]; i++) {
        list[count++] = party(t, m->routes.unit[streams->first_route[s] + i]);
    }
    for (int32_t i = 0; i < streams->partners[s]; i++) {
        list[count++] = party(t, m->partners.unit[streams->first_partner[s] + i]);
    }
    if (lead != SPENN_NONE) {
        list[count++] = party(t, lead);
    }
    return count;
}

/* In order, each once. */
static size_t list_parties(
    const struct spenn_model *m, struct spenn_arena *memory, uint64_t **list)
{
    size_t most = 0, count = 0, kept = 0;
    for (int32_t s = 0; s < m->streams.count; s++) {
        most += room_of(m, s);
    }
    *list = spenn_arena_alloc(memory, most, sizeof **list);
    for (int32_t s = 0; s < m->streams.count; s++) {
        count += list_stream(m, s, *list + count);
    }
    assert(count <= most);
    if (count) {
        qsort(*list, count, sizeof **list, by_number);
    }
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || (*list)[kept - 1] != (*list)[i]) {
            (*list)[kept++] = (*list)[i];
        }
    }
    return kept;
}

static struct spenn_ownership_law law_of(const struct spenn_model *m, spenn_id t)
{
    const struct spenn_coordinations *c = &m->coordinations;
    const double *assume = m->assume.value;
    spenn_id forum = c->forum[t];
    double anchored = SPENN_MUTANT(OWNERSHIP_ANCHOR) ? 0.0 : c->anchoring[t];
    return (struct spenn_ownership_law){
        .start = assume[c->early[t] ? SPENN_OWNERSHIP_EARLY : SPENN_OWNERSHIP_LATE],
        .fade = assume[SPENN_OWNERSHIP_DECAY] * (1.0 - anchored),
        .gain = assume[SPENN_OWNERSHIP_RENEWAL],
        .forum = forum,
        .meeting = forum == SPENN_NONE ? INFINITY : 1.0 / m->forums.meets[forum],
        .letter = c->renewed[t] > 0.0 ? 1.0 / c->renewed[t] : INFINITY,
    };
}

static void add_cases(
    const struct spenn_ownership_plan *plan, spenn_id t, spenn_id u, double rate)
{
    int32_t row = spenn_ownership_row(plan, t, u);
    if (row != SPENN_NONE) {
        plan->cases[row] += rate;
    }
}

/* Cases of stream s that unit u serves: others by even chance. */
static void add_served(const struct spenn_model *m,
    const struct spenn_ownership_plan *plan, int32_t s, int32_t route)
{
    spenn_id t = m->streams.task[s], u = m->routes.unit[route];
    spenn_id lead = m->coordinations.lead[t];
    const spenn_id *partner = m->partners.unit + m->streams.first_partner[s];
    double rate = m->streams.rate[s] * m->routes.share[route], others = 0.0;
    for (int32_t i = 0; i < m->streams.partners[s]; i++) {
        others += partner[i] != u;
    }
    double drawn = fmin((m->coordinations.parties[t] - 1) / others, 1.0);
    if (!(others > 0.0)) {
        return;
    }
    add_cases(plan, t, u, rate);
    for (int32_t i = 0; i < m->streams.partners[s]; i++) {
        if (partner[i] != u && partner[i] != lead) {
            add_cases(plan, t, partner[i], rate * drawn);
        }
    }
    if (lead != SPENN_NONE && lead != u) {
        add_cases(plan, t, lead, rate);
    }
}

struct spenn_ownership_plan spenn_ownership_plan_make(
    const struct spenn_model *m, struct spenn_arena *memory)
{
    struct spenn_arena scratch = {0};
    uint64_t *list;
    size_t rows = list_parties(m, &scratch, &list), tasks = (size_t)m->tasks.count;
    struct spenn_ownership_plan plan = {
        .tasks = m->tasks.count,
        .first = spenn_arena_alloc(memory, tasks + 1, sizeof *plan.first),
        .unit = spenn_arena_alloc(memory, rows, sizeof *plan.unit),
        .sits = spenn_arena_alloc(memory, rows, sizeof *plan.sits),
        .cases = spenn_arena_alloc(memory, rows, sizeof *plan.cases),
        .law = spenn_arena_alloc(memory, tasks, sizeof *plan.law),
    };
    for (spenn_id t = 0; t < plan.tasks; t++) {
        plan.law[t] = law_of(m, t);
    }
    for (size_t i = 0; i < rows; i++) {
        spenn_id t = (spenn_id)(list[i] >> 32);
        plan.unit[i] = (spenn_id)(uint32_t)list[i];
        spenn_id f = plan.law[t].forum;
        plan.sits[i] = f != SPENN_NONE && spenn_model_is_member(m, f, plan.unit[i]);
        plan.first[t + 1]++;
    }
    spenn_runs_begin(plan.first, plan.tasks);
    for (int32_t s = 0; s < m->streams.count; s++) {
        for (int32_t i = 0;
             m->tasks.coordinates[m->streams.task[s]] && i < m->streams.routes[s]; i++) {
            add_served(m, &plan, s, m->streams.first_route[s] + i);
        }
    }
    spenn_arena_free(&scratch);
    return plan;
}
