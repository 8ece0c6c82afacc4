/* SPDX-License-Identifier: MIT
 * Tasks are the same by id: their fields, who supports them and who may decide what. What
 * a task's units hold before is compared in terms of who took over from them. */
#include "diff_match.h"

#include "quantity.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct weights { /* limits or supports of one model */
    int32_t count;
    const spenn_id *task, *unit;
    const double *value;
    const char *word;
};

static struct weights limits_of(const struct spenn_model *m)
{
    return (struct weights){
        m->limits.count, m->limits.task, m->limits.unit, m->limits.limit, "authority"};
}

static struct weights supports_of(const struct spenn_model *m)
{
    return (struct weights){m->supports.count, m->supports.task, m->supports.unit,
        m->supports.share, "support"};
}

/* Every row by task and unit of b; rows that have no place there are left out. */
static struct spenn_facts gather(
    struct spenn_match *k, const struct weights *w, const spenn_id *task_of)
{
    struct spenn_facts facts = {
        .list = spenn_arena_alloc(&k->memory, (size_t)w->count, sizeof *facts.list)};
    for (int32_t i = 0; i < w->count; i++) {
        spenn_id t = task_of ? task_of[w->task[i]] : w->task[i];
        spenn_id u = task_of ? spenn_match_image(k, w->unit[i]) : w->unit[i];
        if (t != SPENN_NONE && u != SPENN_NONE) {
            facts.list[facts.count++] = (struct spenn_fact){{t, u, 0}, i};
        }
    }
    spenn_facts_sort(&facts);
    return facts;
}

/* What units of a that became one have together: the highest limit, the sum of shares. */
static double value_of(const struct spenn_facts *facts, const int32_t key[3],
    const struct weights *w, bool add)
{
    const struct spenn_fact *fact = spenn_facts_find(facts, key);
    double value = NAN;
    for (; fact && fact < facts->list + facts->count && fact->key[0] == key[0]
         && fact->key[1] == key[1];
         fact++) {
        double one = w->value[fact->row];
        double both = add ? fmin(value + one, 1.0) : fmax(value, one);
        value = isnan(value) ? one : both;
    }
    return value;
}

/* Without the noise of a limit that was reckoned, which `compare` does not see either. */
static const char *shown(char text[32], double share)
{
    return isnan(share) ? "" : spenn_format_share(text, 32, round(share * 1e12) / 1e12);
}

static void compare(struct spenn_match *k, const int32_t key[3], const char *word,
    double before, double after)
{
    char left[32], right[32];
    const struct spenn_units *units = &k->b->units;
    spenn_id v = key[1];
    bool part =
        k->old_of[v] == SPENN_NONE && units->former[v]; /* has what it came from */
    bool same = isnan(before) ? isnan(after) : fabs(before - after) < 1e-12;
    if (same || (part && isnan(before))) {
        return;
    }
    spenn_diff_changed(k, k->b->tasks.id[key[0]],
        spenn_arena_format(&k->memory, "%s %s", word, units->id[v]), shown(left, before),
        shown(right, after));
}

/* Goes through both sorted lists at once. */
static void diff_weights(struct spenn_match *k, const struct weights *before,
    const struct weights *after, const spenn_id *task_of)
{
    bool add = strcmp(before->word, "support") == 0;
    struct spenn_facts old = gather(k, before, task_of);
    struct spenn_facts new = gather(k, after, NULL);
    for (int32_t i = 0; i < new.count; i++) {
        compare(k, new.list[i].key, after->word,
            value_of(&old, new.list[i].key, before, add), after->value[new.list[i].row]);
    }
    for (int32_t i = 0; i < old.count; i++) {
        const int32_t *key = old.list[i].key;
        bool first =
            !i || key[0] != old.list[i - 1].key[0] || key[1] != old.list[i - 1].key[1];
        if (first && !spenn_facts_find(&new, key)) {
            compare(k, key, before->word, value_of(&old, key, before, add), NAN);
        }
    }
}

/* A task that coordinates now, or no longer. */
static void diff_coordinates(struct spenn_match *k, spenn_id old, spenn_id t)
{
    bool now = k->b->tasks.coordinates[t];
    const struct spenn_coordinations *in =
        now ? &k->b->coordinations : &k->a->coordinations;
    spenn_id row = now ? t : old;
    char text[32];
    int at = snprintf(text, sizeof text, "%d parties", in->parties[row]);
    if (in->step[row]) {
        (void)snprintf(text + at, sizeof text - (size_t)at, ", step %d", in->step[row]);
    }
    spenn_diff_changed(
        k, k->b->tasks.id[t], "coordinates", now ? "" : text, now ? text : "");
}

static void diff_task(struct spenn_match *k, spenn_id old, spenn_id t)
{
    const struct spenn_tasks *a = &k->a->tasks, *b = &k->b->tasks;
    if (strcmp(a->name[old], b->name[t]) != 0) {
        spenn_diff_add(k,
            &(struct spenn_difference_row){
                SPENN_DIFF_RENAMED, b->id[t], "name", a->name[old], b->name[t]},
            SPENN_NONE, SPENN_NONE);
    }
    spenn_diff_fields(k, &spenn_task_section, old, t);
    if (a->coordinates[old] != b->coordinates[t]) {
        diff_coordinates(k, old, t);
    } else if (a->coordinates[old]) {
        spenn_diff_partners(k, old, t);
        spenn_diff_fields(k, &spenn_coordinates_section, old, t);
    }
}

void spenn_diff_tasks(struct spenn_match *k)
{
    const struct spenn_tasks *a = &k->a->tasks, *b = &k->b->tasks;
    spenn_id *task_of = spenn_arena_alloc(&k->memory, (size_t)a->count, sizeof *task_of);
    struct spenn_index old = {0};
    for (spenn_id t = 0; t < a->count; t++) {
        (void)spenn_index_add(&k->memory, &old, a->id[t], t);
        task_of[t] = spenn_index_find(&k->tasks, a->id[t]);
    }
    for (spenn_id t = 0; t < b->count; t++) {
        spenn_id before = spenn_index_find(&old, b->id[t]);
        if (before != SPENN_NONE) {
            diff_task(k, before, t);
            continue;
        }
        spenn_diff_add(k,
            &(struct spenn_difference_row){
                SPENN_DIFF_NEW, b->id[t], "task", NULL, b->name[t]},
            SPENN_NONE, SPENN_NONE);
    }
    for (spenn_id t = 0; t < a->count; t++) {
        if (task_of[t] == SPENN_NONE) {
            spenn_diff_add(k,
                &(struct spenn_difference_row){
                    SPENN_DIFF_ABOLISHED, a->id[t], "task", a->name[t], NULL},
                SPENN_NONE, SPENN_NONE);
        }
    }
    struct weights limits[] = {limits_of(k->a), limits_of(k->b)};
    struct weights supports[] = {supports_of(k->a), supports_of(k->b)};
    diff_weights(k, &limits[0], &limits[1], task_of);
    diff_weights(k, &supports[0], &supports[1], task_of);
}

/* Needs are the same by id; changes neither make nor end one. */
void spenn_diff_needs(struct spenn_match *k)
{
    const struct spenn_user_needs *a = &k->a->needs, *b = &k->b->needs;
    struct spenn_index old = {0};
    for (int32_t n = 0; n < a->count; n++) {
        (void)spenn_index_add(&k->memory, &old, a->id[n], n);
    }
    for (int32_t n = 0; n < b->count; n++) {
        int32_t before = spenn_index_find(&old, b->id[n]);
        if (before >= 0) {
            spenn_diff_fields(k, &spenn_need_section, before, n);
        }
    }
}
