/* SPDX-License-Identifier: MIT
 * What is asked of units: goals along lines, and planned work by task. */
#include "goals.h"

#include "letters.h"

#include <math.h>
#include <string.h>

struct sums {
    const struct spenn_model *m;
    struct spenn_letters letters;
    struct spenn_chains lines; /* by the unit they go to */
    double *most;              /* of a letter: most goals that a line of it carries */
    spenn_id *seen;            /* of a letter: the last unit + 1 it went to */
};

/* A joint letter gives its goals once, however many sign it. */
static double goals_to(struct sums *s, spenn_id u)
{
    const struct spenn_lines *lines = &s->m->lines;
    double sum = 0.0;
    for (int32_t e = s->lines.first[u]; e >= 0; e = s->lines.next[e]) {
        int32_t letter = s->letters.number[e];
        double goals = lines->goals[e], before = 0.0;
        if (letter >= 0) {
            before = s->seen[letter] == u + 1 ? s->most[letter] : 0.0;
            s->most[letter] = fmax(before, goals);
            s->seen[letter] = u + 1;
        }
        sum += fmax(goals - before, 0.0);
    }
    return sum;
}

static double *sum_goals(const struct spenn_model *m, struct spenn_arena *memory)
{
    size_t lines = (size_t)m->lines.count;
    struct sums s = {m, spenn_letters_make(m, memory),
        spenn_chains_make(memory, m->lines.to, m->lines.count, m->units.count),
        spenn_arena_alloc(memory, lines, sizeof(double)),
        spenn_arena_alloc(memory, lines, sizeof(spenn_id))};
    double *given = spenn_arena_alloc(memory, (size_t)m->units.count, sizeof *given);
    for (spenn_id u = 0; u < m->units.count; u++) {
        given[u] = goals_to(&s, u);
    }
    return given;
}

struct spenn_goals spenn_goals_make(
    const struct spenn_rest *r, struct spenn_arena *memory)
{
    const struct spenn_units *units = &r->m->units;
    struct spenn_goals goals = {sum_goals(r->m, memory),
        spenn_arena_alloc(memory, (size_t)units->count, sizeof(double))};
    for (int32_t i = 0; i < r->tree.count; i++) {
        spenn_id u = r->tree.order[i], above = units->parent[u];
        double fte =
            isnan(units->fte[u]) ? fmax(units->caseworkers[u], 0) : units->fte[u];
        goals.capacity[u] += fte;
        if (above != SPENN_NONE) {
            goals.capacity[above] += goals.capacity[u];
        }
    }
    return goals;
}

double spenn_goal_load(
    const struct spenn_model *m, const struct spenn_goals *goals, spenn_id u)
{
    bool known = goals->given[u] > 0.0 && goals->capacity[u] > 0.0;
    return known
        ? goals->given[u] * m->assume.value[SPENN_GOAL_EFFORT] / goals->capacity[u]
        : NAN;
}

bool spenn_fill_goal_load(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_goals goals = spenn_goals_make(r, &scratch);
    (void)err;
    value[0] = NAN;
    for (spenn_id u = 0; u < r->m->units.count; u++) {
        double load = spenn_goal_load(r->m, &goals, u);
        if (r->over == SPENN_OVER_UNITS) {
            value[u] = load;
        } else {
            value[0] = fmax(value[0], load); /* of the defined */
        }
    }
    spenn_arena_free(&scratch);
    return true;
}

bool spenn_fill_work_share(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    const struct spenn_model *m = r->m;
    const struct spenn_supports *supports = &m->supports;
    struct spenn_arena scratch = {0};
    double *hours = spenn_arena_alloc(&scratch, (size_t)m->tasks.count, sizeof *hours);
    double sum = 0.0;
    (void)err;
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        hours[t] = m->tasks.handling[t].mean + m->tasks.decision[t].mean;
    }
    for (int32_t i = 0; i < supports->count; i++) {
        hours[supports->task[i]] +=
            supports->share[i] * m->assume.value[SPENN_SUPPORT_TIME];
    }
    for (int32_t s = 0; s < m->streams.count; s++) {
        double work = m->streams.rate[s] * hours[m->streams.task[s]];
        value[m->streams.task[s]] += work;
        sum += work;
    }
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        value[t] = sum > 0.0 ? value[t] / sum : NAN;
    }
    spenn_arena_free(&scratch);
    return true;
}
