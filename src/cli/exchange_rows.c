/* SPDX-License-Identifier: MIT */
#include "exchange_rows.h"

#include "backbone.h"

#include <math.h>

/* Twice units x (units + links), of one flow and of all links tried: some minutes. */
#define MOST_FLOW 2e10
#define MOST_TRIED 4e10

/* What trying every pair within two steps of a unit may take, for each link. */
static double cost_of_choosing(const struct spenn_exchange_answer *a)
{
    const struct spenn_exchange *x = &a->exchange;
    struct spenn_arena memory = {0};
    struct spenn_backbone line = spenn_backbone_make(x->parent, x->units, &memory);
    int32_t widest = 0;
    for (spenn_id v = 0; v < line.vertices; v++) {
        int32_t near = 0;
        for (int32_t i = line.first[v]; i < line.first[v + 1]; i++) {
            near += 1 + line.first[line.child[i] + 1] - line.first[line.child[i]];
        }
        widest = near > widest ? near : widest;
    }
    spenn_arena_free(&memory);
    double flow = 2.0 * x->units * ((double)x->units + x->links);
    return 0.5 * widest * widest * flow * a->query.links;
}

static void buy(struct spenn_exchange_answer *a)
{
    for (int32_t c = 0; a->query.links > 0 && c < spenn_link_class_count; c++) {
        a->drawn[c] = spenn_bought_drawn(&a->exchange, &a->query, &spenn_link_classes[c]);
    }
    a->chose = a->query.links > 0 && cost_of_choosing(a) <= MOST_TRIED;
    if (a->chose) {
        a->chosen = spenn_bought_chosen(&a->exchange, &a->query);
    }
}

/* The first five, but none that nobody passes. */
static int32_t usual_list(const struct spenn_exchange_answer *a)
{
    const double hair = 1e-12;
    int32_t count = 0;
    while (count < 5 && count + 1 < a->m->units.count
        && a->congestion[SPENN_ANYBODY][a->order[count]] > hair) {
        count++;
    }
    return count;
}

static void remove_units(struct spenn_exchange_answer *a)
{
    size_t rows = (size_t)a->query.remove + 1;
    for (int which = 0; which < SPENN_REACHES; which++) {
        a->holds[which] = spenn_arena_alloc(&a->memory, rows, sizeof(double));
        spenn_connectivity(
            &a->exchange, a->congestion[which], a->query.remove, a->holds[which]);
        a->now.holds[which] = a->holds[which][a->query.remove];
        for (spenn_id u = 0; u < a->m->units.count; u++) {
            a->now.most[which] = fmax(a->now.most[which], a->congestion[which][u]);
        }
    }
}

bool spenn_exchange_answer_make(const struct spenn_model *m,
    const struct spenn_exchange_query *query, struct spenn_exchange_answer *answer,
    struct spenn_error *err)
{
    *answer = (struct spenn_exchange_answer){.m = m, .query = *query};
    struct spenn_exchange_answer *a = answer;
    size_t units = (size_t)m->units.count;
    a->exchange = spenn_exchange_make(m, query->links + 1, &a->memory);
    a->there = a->exchange.links;
    if (!spenn_exchange_fits(&a->exchange, MOST_FLOW)) {
        return spenn_fail(err, (struct spenn_where){.file = m->file},
            "too many units and links: units x (units + links) exceed 1e10, or the line "
            "is deeper than 2000");
    }
    for (int which = 0; which < SPENN_REACHES; which++) {
        a->congestion[which] = spenn_arena_alloc(&a->memory, units, sizeof(double));
        spenn_congestion(
            &a->exchange, spenn_query_reach(query, which), a->congestion[which]);
    }
    a->order = spenn_arena_alloc(&a->memory, units, sizeof *a->order);
    spenn_congestion_order(&a->exchange, a->congestion[SPENN_ANYBODY], a->order);
    a->query.remove = query->remove < 0 ? usual_list(a) : query->remove;
    if (a->query.remove >= m->units.count) {
        return spenn_fail(err, (struct spenn_where){.file = m->file},
            "--remove %d leaves none of %d units", query->remove, m->units.count);
    }
    remove_units(a);
    buy(a);
    return true;
}

void spenn_exchange_answer_free(struct spenn_exchange_answer *answer)
{
    spenn_arena_free(&answer->memory);
}

/* ---- for programs */

struct lot { /* of rows */
    struct spenn_sheet *sheet;
    int32_t links;
    const char *class, *reach;
};

static void put(
    const struct lot *lot, const char *measure, const char *subject, double value)
{
    struct spenn_arena *memory = &lot->sheet->memory;
    const char **cell = spenn_sheet_add(lot->sheet);
    cell[0] = spenn_arena_format(memory, "%d", lot->links);
    cell[1] = lot->class;
    cell[2] = lot->reach;
    cell[3] = measure;
    cell[4] = spenn_arena_text(memory, subject);
    cell[5] = spenn_arena_format(memory, "%.10g", value);
}

static const char *number(struct spenn_sheet *sheet, double value)
{
    return isinf(value) ? "inf" : spenn_arena_format(&sheet->memory, "%.10g", value);
}

static void put_bought(struct spenn_sheet *sheet, const struct spenn_exchange_answer *a,
    const char *class, const struct spenn_bought *bought)
{
    const char *removed = number(sheet, a->query.remove);
    for (int which = 0; which < SPENN_REACHES; which++) {
        struct lot lot = {sheet, bought->links, class,
            number(sheet, spenn_query_reach(&a->query, which))};
        put(&lot, "congestion", a->m->id, bought->most[which]);
        put(&lot, "congestion-sd", a->m->id, bought->most_sd[which]);
        put(&lot, "connectivity", removed, bought->holds[which]);
        put(&lot, "connectivity-sd", removed, bought->holds_sd[which]);
    }
}

static void put_chosen(struct spenn_sheet *sheet, const struct spenn_exchange_answer *a)
{
    const struct spenn_exchange *x = &a->exchange;
    put_bought(sheet, a, "chosen", &a->chosen);
    for (int32_t i = a->there; i < x->links; i++) {
        struct lot lot = {sheet, a->chosen.links, "chosen", "inf"};
        put(&lot, "link",
            spenn_arena_format(&sheet->memory, "%s %s", x->id[x->a[i]], x->id[x->b[i]]),
            i - a->there + 1);
    }
}

void spenn_exchange_rows(const struct spenn_exchange_answer *a, struct spenn_sheet *sheet)
{
    for (int which = 0; which < SPENN_REACHES; which++) {
        struct lot lot = {
            sheet, 0, "", number(sheet, spenn_query_reach(&a->query, which))};
        put(&lot, "congestion", a->m->id, a->now.most[which]);
        for (spenn_id u = 0; u < a->m->units.count; u++) {
            put(&lot, "congestion", a->m->units.id[u], a->congestion[which][u]);
        }
        for (int32_t k = 0; k <= a->query.remove; k++) {
            put(&lot, "connectivity", number(sheet, k), a->holds[which][k]);
        }
    }
    for (int32_t c = 0; a->query.links > 0 && c < spenn_link_class_count; c++) {
        put_bought(sheet, a, spenn_link_classes[c].id, &a->drawn[c]);
    }
    if (a->chose) {
        put_chosen(sheet, a);
    }
}
