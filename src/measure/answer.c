/* SPDX-License-Identifier: MIT
 * Measures of who answers for what: how many may give a unit orders, whether a task has
 * one who answers for it, and who has two roles at once. */
#include "cover.h"
#include "team.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Who may give every unit orders by these, one for each letter of several: where a team
 * answers for its superior, all of it that does; a superior led by a team across is all
 * its leaders. */
static double *count_senders(
    const struct spenn_rest *r, unsigned kinds, struct spenn_arena *memory)
{
    const struct spenn_units *units = &r->m->units;
    struct spenn_superiors by = spenn_senders_make(r->m, kinds, memory);
    struct spenn_team team = spenn_team_make(r->m, memory);
    double *senders = spenn_arena_alloc(memory, (size_t)units->count, sizeof *senders);
    for (spenn_id u = 0; u < units->count; u++) {
        for (int32_t i = by.first[u]; i < by.first[u + 1]; i++) {
            spenn_id v = by.unit[i];
            bool across = units->responsibility[v] == SPENN_ACROSS;
            bool answered = v == units->parent[u] && team.size[u] > 0;
            senders[u] += answered ? team.size[u] : across ? units->leaders[v] : 1;
        }
    }
    return senders;
}

static const unsigned steering =
    1U << SPENN_LINE_LINE | 1U << SPENN_LINE_PROFESSIONAL | SPENN_BY_LETTER;

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

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Whether a deputy of u's sector answers for u. */
static bool has_deputy(
    const struct spenn_rest *r, const struct spenn_team *team, spenn_id u)
{
    return team->size[u] == 1
        && r->m->units.responsibility[team->member[team->first[u]]] == SPENN_BY_SECTOR;
}

/* The sectors of units without one of their sector next above them; how many. */
static int32_t find_topmost(const struct spenn_rest *r, const char **sector,
    double *asked, struct spenn_arena *memory)
{
    const struct spenn_units *units = &r->m->units;
    struct spenn_team team = spenn_team_make(r->m, memory);
    const char **above = spenn_arena_alloc(memory, (size_t)units->count, sizeof *above);
    int32_t count = 0;
    for (int32_t i = r->tree.count; i-- > 0;) {
        spenn_id u = r->tree.order[i], parent = units->parent[u];
        const char *over = parent == SPENN_NONE ? NULL : above[parent];
        const char *own = units->sector[u];
        bool counts = own && !spenn_kind_is_political(units->kind[u])
            && !spenn_kind_is_outside(units->kind[u]);
        above[u] = counts ? own : over;
        if (counts && (!over || strcmp(over, own) != 0)) {
            sector[count++] = own;
            *asked += !has_deputy(r, &team, u);
        }
    }
    return count;
}

bool spenn_fill_sector_contacts(
    struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    const char **sector =
        spenn_arena_alloc(&scratch, (size_t)r->tree.count, sizeof *sector);
    int32_t count = find_topmost(r, sector, value, &scratch), sectors = 0;
    (void)err;
    qsort(sector, (size_t)count, sizeof *sector, compare_texts);
    for (int32_t i = 0; i < count; i++) {
        sectors += i == 0 || strcmp(sector[i], sector[i - 1]) != 0;
    }
    value[0] = sectors > 0 ? value[0] / sectors : NAN;
    spenn_arena_free(&scratch);
    return true;
}
