/* SPDX-License-Identifier: MIT
 * Compiles who is concerned by the decisions on a unit's cases. */
#include "inform.h"
#include "plan.h"
#include "table.h"
#include "text.h"

struct maker {
    struct spenn_sim_plan *plan;
    struct spenn_inform *inform;
    struct spenn_arena scratch;
};

static void *keep(struct maker *k, int32_t count, size_t size)
{
    return spenn_arena_alloc(&k->plan->memory, (size_t)count, size);
}

static bool any_kept(const struct spenn_units *units)
{
    for (spenn_id u = 0; u < units->count; u++) {
        if (units->kept_informed[u]) {
            return true;
        }
    }
    return false;
}

static bool is_kept(const struct spenn_units *units, spenn_id u)
{
    return units->kept_informed[u] && units->parent[u] != SPENN_NONE;
}

static void list_kept(struct maker *k)
{
    const struct spenn_units *units = &k->plan->m->units;
    int32_t *next = k->inform->first_kept + 1;
    for (spenn_id u = 0; u < units->count; u++) {
        if (is_kept(units, u)) {
            next[units->parent[u] + 1]++;
        }
    }
    spenn_runs_begin(next, units->count);
    for (spenn_id u = 0; u < units->count; u++) {
        if (is_kept(units, u)) {
            k->inform->kept[next[units->parent[u]]++] = u;
        }
    }
}

static bool is_political(const struct spenn_units *units, spenn_id u)
{
    return units->kind[u] == SPENN_COUNCIL || units->kind[u] == SPENN_COMMITTEE;
}

/* The line up to the top of the administration. */
static void find_line(struct maker *k)
{
    const struct spenn_units *units = &k->plan->m->units;
    spenn_id top = spenn_model_top(k->plan->m);
    for (spenn_id u = 0; u < units->count; u++) {
        spenn_id above = units->parent[u];
        bool ends = u == top || above == SPENN_NONE || is_political(units, above);
        k->inform->above[u] = ends ? SPENN_NONE : above;
    }
}

/* Marks who is concerned by something that some unit serves: who is above one, and who is
 * kept informed where a case comes up by another way than itself. */
static void find_learners(struct maker *k)
{
    const struct spenn_sim_plan *plan = k->plan;
    const struct spenn_units *units = &plan->m->units;
    struct spenn_inform *inform = k->inform;
    size_t count = (size_t)units->count;
    bool *comes = spenn_arena_alloc(&k->scratch, count, sizeof *comes);
    int32_t *ways = spenn_arena_alloc(&k->scratch, count + 1, sizeof *ways);
    ways++; /* [SPENN_NONE]: ways that end */
    for (int32_t r = 0; r < plan->route_count; r++) {
        spenn_id u = plan->route[r].unit;
        for (; u != SPENN_NONE && !comes[u]; u = inform->above[u]) {
            comes[u] = true;
            ways[inform->above[u]]++;
        }
    }
    for (spenn_id u = 0; u < units->count; u++) {
        bool kept = is_kept(units, u);
        inform->learns[u] = ways[u] > 0 || (kept && ways[units->parent[u]] > comes[u]);
    }
}

const struct spenn_inform *spenn_inform_new(struct spenn_sim_plan *plan)
{
    struct maker k = {.plan = plan};
    int32_t units = plan->m->units.count;
    if (any_kept(&plan->m->units)) {
        struct spenn_inform *inform = keep(&k, 1, sizeof *inform);
        k.inform = inform;
        inform->first_kept = keep(&k, units + 2, sizeof(int32_t));
        inform->above = keep(&k, units, sizeof *inform->above);
        inform->kept = keep(&k, units, sizeof *inform->kept);
        inform->learns = keep(&k, units, sizeof *inform->learns);
        inform->regular = spenn_plan_regular(plan);
        inform->key = keep(&k, units, sizeof *inform->key);
        for (spenn_id u = 0; u < units; u++) {
            inform->key[u] = spenn_text_hash(
                spenn_arena_format(&k.scratch, "inform/%s", plan->name[u]));
        }
        list_kept(&k);
        find_line(&k);
        find_learners(&k);
    }
    spenn_arena_free(&k.scratch);
    return k.inform;
}
