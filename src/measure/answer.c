/* SPDX-License-Identifier: MIT
 * Measures of who answers for what: how many may give a unit orders, whether a task has
 * one who answers for it, and who has two roles at once. */
#include "cover.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A deputy without reports that answers for the units beside it. */
static bool answers(const struct spenn_rest *r, spenn_id u, int32_t responsibility)
{
    const struct spenn_units *units = &r->m->units;
    return units->kind[u] == SPENN_DEPUTY && r->tree.reports[u] == 0
        && units->responsibility[u] == responsibility;
}

/* How many a unit stands for as a superior: one, or the members of a team across. */
static double *voices(const struct spenn_rest *r, struct spenn_arena *memory)
{
    const struct spenn_units *units = &r->m->units;
    double *voices = spenn_arena_alloc(memory, (size_t)units->count, sizeof *voices);
    for (spenn_id u = 0; u < units->count; u++) {
        if (units->parent[u] != SPENN_NONE && answers(r, u, SPENN_ACROSS)) {
            voices[units->parent[u]] += 1.0;
        }
    }
    for (spenn_id u = 0; u < units->count; u++) {
        bool across = units->responsibility[u] == SPENN_ACROSS;
        if (voices[u] == 0.0) {
            voices[u] = across ? units->leaders[u] : 1.0;
        }
    }
    return voices;
}

/* Who may give every unit orders by lines of these kinds. Members of a team across have
 * their own superior above them, not each other. */
static double *count_senders(
    const struct spenn_rest *r, unsigned kinds, struct spenn_arena *memory)
{
    struct spenn_superiors by = spenn_superiors_by(r->m, kinds, memory);
    const double *voice = voices(r, memory);
    double *senders = spenn_arena_alloc(memory, (size_t)r->tree.count, sizeof *senders);
    for (spenn_id u = 0; u < r->tree.count; u++) {
        bool member = answers(r, u, SPENN_ACROSS);
        for (int32_t i = by.first[u]; i < by.first[u + 1]; i++) {
            bool own = member && by.unit[i] == r->m->units.parent[u];
            senders[u] += own ? 1.0 : voice[by.unit[i]];
        }
    }
    return senders;
}

enum { steering = 1U << SPENN_LINE_LINE | 1U << SPENN_LINE_PROFESSIONAL };

bool spenn_fill_senders(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    (void)err;
    memcpy(value, count_senders(r, steering, &scratch),
        (size_t)r->tree.count * sizeof *value);
    spenn_arena_free(&scratch);
    return true;
}

/* By the line that `via` names; where the unit has none of it, as by the line. */
static double *senders_via(
    const struct spenn_rest *r, int32_t via, struct spenn_arena *memory)
{
    double *plain = count_senders(r, steering, memory);
    if (via == SPENN_LINE_LINE) {
        return plain;
    }
    double *own = count_senders(r, 1U << via, memory);
    for (spenn_id u = 0; u < r->tree.count; u++) {
        own[u] = own[u] > 0.0 ? own[u] : plain[u];
    }
    return own;
}

struct matters { /* of the whole, or of each unit */
    double *all, *clear;
};

static void add_tasks(
    const struct spenn_rest *r, struct matters *matters, struct spenn_arena *memory)
{
    struct spenn_serving serving = spenn_serving_make(r->m, memory);
    double *of[SPENN_LINE_COUNT] = {NULL};
    for (int32_t i = 0; i < serving.count; i++) {
        int32_t via = r->m->tasks.via[serving.task[i]];
        spenn_id u = serving.unit[i];
        of[via] = of[via] ? of[via] : senders_via(r, via, memory);
        spenn_id row = r->over == SPENN_OVER_WHOLE ? 0 : u;
        matters->all[row] += 1.0;
        matters->clear[row] += of[via][u] <= 1.0; /* a root answers itself */
    }
}

/* Functions of the model's own list: each once for the whole, and for each owner. */
static void add_functions(
    const struct spenn_rest *r, struct matters *matters, struct spenn_arena *memory)
{
    struct spenn_functions functions = spenn_functions_make(r->m, memory);
    const struct spenn_lists *lists = &functions.lists;
    const bool *clear = spenn_functions_clear(r->m, &functions, memory);
    bool *asked = spenn_arena_alloc(memory, (size_t)lists->distinct, sizeof *asked);
    for (int32_t i = 0; i < lists->first[1]; i++) {
        asked[lists->item[i]] = true;
    }
    bool whole = r->over == SPENN_OVER_WHOLE;
    int32_t begin = whole ? 0 : functions.units, end = whole ? 1 : lists->count;
    for (int32_t list = begin; list < end; list++) {
        for (int32_t i = lists->first[list]; i < lists->first[list + 1]; i++) {
            matters->all[list - begin] += asked[lists->item[i]];
            matters->clear[list - begin] +=
                asked[lists->item[i]] && clear[lists->item[i]];
        }
    }
}

bool spenn_fill_clarity(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    int32_t rows = r->over == SPENN_OVER_WHOLE ? 1 : r->m->units.count;
    struct matters matters = {
        spenn_arena_alloc(&scratch, (size_t)rows, sizeof(double)), value};
    (void)err;
    add_tasks(r, &matters, &scratch);
    if (r->m->functions) {
        add_functions(r, &matters, &scratch);
    }
    for (int32_t row = 0; row < rows; row++) {
        value[row] = matters.all[row] > 0.0 ? value[row] / matters.all[row] : NAN;
    }
    spenn_arena_free(&scratch);
    return true;
}

bool spenn_fill_dual_roles(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    const struct spenn_model *m = r->m;
    struct spenn_arena scratch = {0};
    struct spenn_serving serving = spenn_serving_make(m, &scratch);
    bool *dual = spenn_arena_alloc(&scratch, (size_t)m->units.count, sizeof *dual);
    spenn_id group = spenn_model_leadership_group(m, r->top);
    (void)err;
    for (int32_t i = 0; i < serving.count; i++) {
        spenn_id u = serving.unit[i];
        dual[u] = group != SPENN_NONE && spenn_model_is_member(m, group, u);
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        spenn_id above = m->units.parent[u];
        if (above != SPENN_NONE && spenn_kind_is_beside(m->units.kind[above])
            && !spenn_kind_is_beside(m->units.kind[u])) {
            dual[above] = m->units.kind[above] != SPENN_ADVICE;
        }
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        value[0] += u != r->top && dual[u];
    }
    spenn_arena_free(&scratch);
    return true;
}

struct topmost { /* a unit without one of its sector above it */
    const char *sector;
    spenn_id parent;
    bool answers; /* for all of its sector beside it */
};

static int compare_topmost(const void *a, const void *b)
{
    const struct topmost *x = a, *y = b;
    int sector = strcmp(x->sector, y->sector);
    if (sector || x->parent != y->parent) {
        return sector ? sector : (x->parent > y->parent) - (x->parent < y->parent);
    }
    return y->answers - x->answers;
}

static int32_t find_topmost(
    const struct spenn_rest *r, struct topmost *top, struct spenn_arena *memory)
{
    const struct spenn_units *units = &r->m->units;
    const char **above = spenn_arena_alloc(memory, (size_t)units->count, sizeof *above);
    int32_t count = 0;
    for (int32_t i = r->tree.count; i-- > 0;) {
        spenn_id u = r->tree.order[i], parent = units->parent[u];
        const char *over = parent == SPENN_NONE ? NULL : above[parent];
        const char *sector = units->sector[u];
        bool counts = sector && !spenn_kind_is_political(units->kind[u])
            && !spenn_kind_is_outside(units->kind[u]);
        above[u] = counts ? sector : over;
        if (counts && (!over || strcmp(over, sector) != 0)) {
            top[count++] =
                (struct topmost){sector, parent, answers(r, u, SPENN_BY_SECTOR)};
        }
    }
    qsort(top, (size_t)count, sizeof *top, compare_topmost);
    return count;
}

bool spenn_fill_sector_contacts(
    struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct topmost *top = spenn_arena_alloc(&scratch, (size_t)r->tree.count, sizeof *top);
    int32_t count = find_topmost(r, top, &scratch), sectors = 0, contacts = 0;
    bool answered = false; /* by a deputy among those under the same superior */
    (void)err;
    for (int32_t i = 0; i < count; i++) {
        bool new = i == 0 || strcmp(top[i].sector, top[i - 1].sector) != 0;
        if (new || top[i].parent != top[i - 1].parent) {
            answered = false;
        }
        sectors += new;
        contacts += !answered || top[i].answers;
        answered = answered || top[i].answers;
    }
    value[0] = sectors > 0 ? (double)contacts / sectors : NAN;
    spenn_arena_free(&scratch);
    return true;
}
