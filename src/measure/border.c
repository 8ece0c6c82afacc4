/* SPDX-License-Identifier: MIT
 * Who serves the same places as a unit, from another division of the country. */
#include "lists.h"
#include "rest.h"

#include <math.h>
#include <string.h>

/* Pairs of units looked at, place by place: some seconds. */
#define MOST_LOOKS 1e9

struct borders {
    const struct spenn_model *m;
    struct spenn_lists served;
    struct spenn_holders serving; /* of a place */
    spenn_id *root;
    double looks;
};

static struct borders borders_make(const struct spenn_rest *r, struct spenn_arena *memory)
{
    size_t units = (size_t)r->m->units.count;
    struct borders b = {.m = r->m,
        .served = spenn_lists_make(r->m->units.serves, r->m->units.count, memory),
        .root = spenn_arena_alloc(memory, units, sizeof *b.root)};
    b.serving = spenn_holders_make(&b.served, 0, memory);
    for (int32_t p = 0; p < b.served.distinct; p++) {
        double here = b.serving.first[p + 1] - b.serving.first[p];
        b.looks += here * here;
    }
    spenn_tree_roots(r->m, &r->tree, b.root);
    return b;
}

static bool other_division(const struct borders *b, spenn_id u, spenn_id v)
{
    const char *one = b->m->units.sector[u], *two = b->m->units.sector[v];
    bool same = one == two || (one && two && strcmp(one, two) == 0);
    return b->root[u] != b->root[v] || !same;
}

/* New partners of u in a place; met[v]: the last unit + 1 that has v as a partner. */
static int32_t meet_in(const struct borders *b, spenn_id u, int32_t place, spenn_id *met)
{
    int32_t new = 0;
    for (int32_t k = b->serving.first[place]; k < b->serving.first[place + 1]; k++) {
        spenn_id v = b->serving.unit[k];
        if (v != u && met[v] != u + 1 && other_division(b, u, v)) {
            met[v] = u + 1;
            new ++;
        }
    }
    return new;
}

static double partners(const struct borders *b, spenn_id u, spenn_id *met)
{
    double count = 0.0;
    for (int32_t i = b->served.first[u]; i < b->served.first[u + 1]; i++) {
        count += meet_in(b, u, b->served.item[i], met);
    }
    return count;
}

bool spenn_fill_border_partners(
    struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct borders b = borders_make(r, &scratch);
    bool units = r->over == SPENN_OVER_UNITS, fits = b.looks <= MOST_LOOKS;
    spenn_id *met = spenn_arena_alloc(&scratch, (size_t)r->m->units.count, sizeof *met);
    double sum = 0.0, serving = 0.0;
    (void)err;
    for (spenn_id u = 0; u < r->m->units.count; u++) {
        bool serves = fits && b.served.first[u] < b.served.first[u + 1];
        double one = serves ? partners(&b, u, met) : NAN;
        sum += serves ? one : 0.0;
        serving += serves;
        value[units ? u : 0] = one;
    }
    if (!units) {
        value[0] = serving > 0.0 ? sum / serving : NAN;
    }
    spenn_arena_free(&scratch);
    return true;
}
