/* SPDX-License-Identifier: MIT */
#include "tie.h"

#include "mutant.h"

#include <assert.h>
#include <math.h>

enum { first_room = 64 };

struct spenn_tie_plan spenn_tie_plan_make(
    const struct spenn_model *m, const struct spenn_regular *regular)
{
    struct spenn_tie_plan plan = {.regular = regular,
        .gain = m->assume.value[SPENN_TIE_GAIN],
        .decay = m->assume.value[SPENN_TIE_DECAY]};
    int32_t movers = 0;
    for (spenn_id u = 0; u < m->units.count; u++) {
        movers += m->units.mobility[u] > 0.0;
    }
    plan.posts = movers - 1;
    return plan;
}

double spenn_tie_growth(const struct spenn_tie_plan *plan, spenn_id a, spenn_id b)
{
    const double *mobility = plan->regular->m->units.mobility;
    double grow = plan->gain * spenn_regular_meetings(plan->regular, a, b);
    if (mobility[a] > 0.0 && mobility[b] > 0.0) {
        grow += (mobility[a] + mobility[b]) / plan->posts;
    }
    return grow;
}

/* dw/dt = grow (1 - w) - fade w */
static struct spenn_tie law_of(const struct spenn_tie_plan *plan, spenn_id a, spenn_id b)
{
    double grow = spenn_tie_growth(plan, a, b);
    double fade = SPENN_MUTANT(TIE_DECAY) ? 0.0 : plan->decay;
    double rate = grow + fade;
    return (struct spenn_tie){
        .a = a, .b = b, .lasting = rate > 0.0 ? grow / rate : 0.0, .rate = rate};
}

double spenn_tie_lasting(const struct spenn_tie_plan *plan, spenn_id a, spenn_id b)
{
    return law_of(plan, a, b).lasting;
}

static double value_at(const struct spenn_tie *tie, double now)
{
    return tie->lasting + (tie->value - tie->lasting) * exp(-tie->rate * (now - tie->at));
}

/* The cell of a pair: its own, or the free one where it belongs. */
static int32_t *cell_of(const struct spenn_tie_table *table, spenn_id a, spenn_id b)
{
    uint64_t key = (uint64_t)(uint32_t)a << 32 | (uint32_t)b;
    uint64_t hash = key * 0x9e3779b97f4a7c15u;
    for (uint32_t i = (uint32_t)(hash >> 32);; i++) {
        int32_t *cell = &table->cell[i & (uint32_t)table->mask];
        const struct spenn_tie *tie = *cell ? &table->tie[*cell - 1] : NULL;
        if (!tie || (tie->a == a && tie->b == b)) {
            return cell;
        }
    }
}

/* Makes room for one more: at most half of the cells are taken. */
static void make_room(struct spenn_ties *ties, struct spenn_tie_table *table)
{
    if (table->count < table->room) {
        return;
    }
    int32_t room = table->room ? 2 * table->room : first_room;
    size_t used = (size_t)table->count, cells = 2 * (size_t)room;
    table->tie = spenn_arena_grow(
        ties->memory, table->tie, used, (size_t)room, sizeof *table->tie);
    table->cell = spenn_arena_alloc(ties->memory, cells, sizeof *table->cell);
    table->room = room;
    table->mask = (int32_t)(cells - 1);
    for (int32_t i = 0; i < table->count; i++) {
        *cell_of(table, table->tie[i].a, table->tie[i].b) = i + 1;
    }
}

static void clear(struct spenn_tie_table *table)
{
    for (int32_t i = 0; table->count && i <= table->mask; i++) {
        table->cell[i] = 0;
    }
    table->count = 0;
}

static const struct spenn_tie *find(
    const struct spenn_tie_table *table, spenn_id a, spenn_id b)
{
    int32_t row = table->count ? *cell_of(table, a, b) : 0;
    return row ? &table->tie[row - 1] : NULL;
}

void spenn_ties_new(struct spenn_ties *ties, struct spenn_arena *memory, int32_t eras)
{
    *ties = (struct spenn_ties){0};
    ties->era = spenn_arena_alloc(memory, (size_t)eras, sizeof *ties->era);
}

void spenn_ties_reset(struct spenn_ties *ties, struct spenn_arena *memory,
    const struct spenn_tie_plan *plan)
{
    ties->memory = memory;
    clear(&ties->table);
    ties->last = 0;
    ties->era[0] = (struct spenn_tie_era){plan, NULL, 0.0};
}

static double untouched(
    const struct spenn_ties *ties, int32_t era, const spenn_id pair[2], double now);

/* Where a pair of an era began: at the mean of the pairs that it comes from. `table`: of
 * those of the era before that have jumped, or NULL. NAN: it comes from nothing. */
static double inherited(const struct spenn_ties *ties, int32_t era,
    const spenn_id pair[2], const struct spenn_tie_table *table)
{
    const struct spenn_tie_era *e = &ties->era[era];
    const struct spenn_lineage *l = e->lineage;
    double sum = 0.0;
    int32_t count = 0;
    if (era == 0 || !e[-1].plan) {
        return NAN;
    }
    for (int32_t i = l->first_source[pair[0]]; i < l->first_source[pair[0] + 1]; i++) {
        for (int32_t j = l->first_source[pair[1]]; j < l->first_source[pair[1] + 1];
             j++) {
            spenn_id x = l->source[i], y = l->source[j];
            spenn_id from[2] = {x < y ? x : y, x < y ? y : x};
            const struct spenn_tie *tie = table ? find(table, from[0], from[1]) : NULL;
            sum += x == y ? 1.0
                : tie     ? value_at(tie, e->from)
                          : untouched(ties, era - 1, from, e->from);
            count++;
        }
    }
    return count ? sum / count : NAN;
}

/* A pair that has not jumped since the beginning. */
static double untouched(
    const struct spenn_ties *ties, int32_t era, const spenn_id pair[2], double now)
{
    struct spenn_tie tie = law_of(ties->era[era].plan, pair[0], pair[1]);
    double value = inherited(ties, era, pair, NULL);
    tie.value = isnan(value) ? tie.lasting : value;
    tie.at = ties->era[era].from;
    return value_at(&tie, now);
}

static struct spenn_tie *add(struct spenn_ties *ties, struct spenn_tie tie)
{
    struct spenn_tie_table *table = &ties->table;
    make_room(ties, table);
    assert(table->tie);
    table->tie[table->count] = tie;
    *cell_of(table, tie.a, tie.b) = ++table->count;
    return &table->tie[table->count - 1];
}

/* A pair that comes from one that has jumped gets a record. */
static void pass_pair(struct spenn_ties *ties, spenn_id x, spenn_id y)
{
    const struct spenn_tie_era *e = &ties->era[ties->last];
    spenn_id pair[2] = {x < y ? x : y, x < y ? y : x};
    if (x == y || find(&ties->table, pair[0], pair[1])) {
        return;
    }
    struct spenn_tie tie = law_of(e->plan, pair[0], pair[1]);
    tie.value = inherited(ties, ties->last, pair, &ties->before);
    tie.at = e->from;
    add(ties, tie);
}

static void pass_tie(struct spenn_ties *ties, const struct spenn_tie *old)
{
    const struct spenn_lineage *l = ties->era[ties->last].lineage;
    for (int32_t i = l->first_heir[old->a]; i < l->first_heir[old->a + 1]; i++) {
        for (int32_t j = l->first_heir[old->b]; j < l->first_heir[old->b + 1]; j++) {
            pass_pair(ties, l->heir[i], l->heir[j]);
        }
    }
}

void spenn_ties_pass(struct spenn_ties *ties, const struct spenn_tie_plan *plan,
    const struct spenn_lineage *lineage, double now)
{
    struct spenn_tie_table old = ties->table;
    ties->table = ties->before;
    ties->before = old;
    clear(&ties->table);
    ties->era[++ties->last] = (struct spenn_tie_era){plan, lineage, now};
    for (int32_t i = 0; plan && i < old.count; i++) {
        pass_tie(ties, &old.tie[i]);
    }
}

double spenn_tie_now(const struct spenn_ties *ties, spenn_id a, spenn_id b, double now)
{
    const spenn_id pair[2] = {a < b ? a : b, a < b ? b : a};
    const struct spenn_tie *tie = find(&ties->table, pair[0], pair[1]);
    return tie ? value_at(tie, now) : untouched(ties, ties->last, pair, now);
}

void spenn_tie_jump(struct spenn_ties *ties, spenn_id a, spenn_id b, double now)
{
    const struct spenn_tie_plan *plan = ties->era[ties->last].plan;
    const spenn_id pair[2] = {a < b ? a : b, a < b ? b : a};
    const struct spenn_tie *known = find(&ties->table, pair[0], pair[1]);
    struct spenn_tie *tie = known ? &ties->table.tie[known - ties->table.tie]
                                  : add(ties, law_of(plan, pair[0], pair[1]));
    double value = known ? value_at(tie, now) : untouched(ties, ties->last, pair, now);
    tie->value = value + (SPENN_MUTANT(TIE_GAIN) ? 0.0 : plan->gain * (1.0 - value));
    tie->at = now;
}
