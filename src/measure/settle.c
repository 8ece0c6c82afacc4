/* SPDX-License-Identifier: MIT
 * Pairs of units and who stands above both: how high a matter between two units rises,
 * and how much of it lands on each superior. Pairs are counted, not listed: units that
 * sit in the same forums form a class, and pairs of classes that meet are taken off. */
#include "quantity.h"
#include "rest.h"
#include "text.h"

#include <math.h>

static struct spenn_pair_sums pairs_make(struct spenn_rest *r, struct spenn_arena *memory)
{
    return (struct spenn_pair_sums){
        .weight = 1.0,
        .superior = spenn_arena_alloc(memory, (size_t)r->tree.count, sizeof(double)),
    };
}

/* Mean height (layers below) of the superiors of the counted pairs; NAN without pairs. */
static double mean_height(struct spenn_rest *r, const struct spenn_pair_sums *pairs)
{
    struct spenn_arena scratch = {0};
    int32_t *below = spenn_arena_alloc(&scratch, (size_t)r->tree.count, sizeof *below);
    spenn_tree_layers_below(r->m, &r->tree, below);
    double height = 0.0, count = 0.0;
    for (spenn_id u = 0; u < r->tree.count; u++) {
        height += pairs->superior[u] * below[u];
        count += pairs->superior[u];
    }
    spenn_arena_free(&scratch);
    return count > 0.0 ? height / count : NAN;
}

struct classes { /* of workers, numbered from 0; each in preorder */
    int32_t count;
    int32_t *first; /* count + 1 entries */
    spenn_id *unit;
    int32_t *of; /* class of a unit; -1: in none */
};

/* Lists the members of each class from `of`. */
static void list_classes(
    const struct spenn_nearest *nearest, struct classes *c, struct spenn_arena *memory)
{
    c->first = spenn_arena_alloc(memory, (size_t)c->count + 2, sizeof *c->first);
    c->unit = spenn_arena_alloc(memory, (size_t)nearest->worker_count, sizeof *c->unit);
    for (int32_t i = 0; i < nearest->worker_count; i++) {
        int32_t class = c->of[nearest->worker[i]];
        if (class >= 0) {
            c->first[class + 2]++;
        }
    }
    for (int32_t k = 0; k < c->count; k++) {
        c->first[k + 2] += c->first[k + 1];
    }
    for (int32_t i = 0; i < nearest->worker_count; i++) {
        int32_t class = c->of[nearest->worker[i]];
        if (class >= 0) {
            c->unit[c->first[class + 1]++] = nearest->worker[i];
        }
    }
}

static struct classes classes_by_sector(struct spenn_rest *r, struct spenn_arena *memory)
{
    const struct spenn_nearest *nearest = spenn_rest_nearest(r);
    struct spenn_index sectors = {0};
    struct classes c = {
        .of = spenn_arena_alloc(memory, (size_t)r->tree.count, sizeof *c.of)};
    for (spenn_id u = 0; u < r->tree.count; u++) {
        const char *sector = r->m->units.sector[u];
        c.of[u] = -1;
        if (sector) {
            int32_t old = spenn_index_add(memory, &sectors, sector, c.count);
            c.of[u] = old >= 0 ? old : c.count++;
        }
    }
    list_classes(nearest, &c, memory);
    return c;
}

static void count_class(const struct spenn_nearest *nearest, const struct classes *c,
    int32_t class, struct spenn_pair_sums *pairs)
{
    spenn_nearest_count(
        nearest, c->unit + c->first[class], c->first[class + 1] - c->first[class], pairs);
}

bool spenn_fill_nearest(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    const struct spenn_nearest *nearest = spenn_rest_nearest(r);
    struct spenn_pair_sums pairs = pairs_make(r, &scratch);
    (void)err;
    spenn_nearest_count(nearest, nearest->worker, nearest->worker_count, &pairs);
    value[0] = mean_height(r, &pairs);
    spenn_arena_free(&scratch);
    return true;
}

bool spenn_fill_nearest_same(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct classes c = classes_by_sector(r, &scratch);
    struct spenn_pair_sums pairs = pairs_make(r, &scratch);
    (void)err;
    for (int32_t k = 0; k < c.count; k++) {
        count_class(spenn_rest_nearest(r), &c, k, &pairs);
    }
    value[0] = mean_height(r, &pairs);
    spenn_arena_free(&scratch);
    return true;
}

bool spenn_fill_nearest_cross(
    struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    const struct spenn_nearest *nearest = spenn_rest_nearest(r);
    struct classes c = classes_by_sector(r, &scratch);
    struct spenn_pair_sums pairs = pairs_make(r, &scratch);
    spenn_id *with =
        spenn_arena_alloc(&scratch, (size_t)nearest->worker_count, sizeof *with);
    int32_t count = 0;
    (void)err;
    for (int32_t i = 0; i < nearest->worker_count; i++) {
        if (c.of[nearest->worker[i]] >= 0) {
            with[count++] = nearest->worker[i];
        }
    }
    spenn_nearest_count(nearest, with, count, &pairs);
    pairs.weight = -1.0;
    for (int32_t k = 0; k < c.count; k++) {
        count_class(nearest, &c, k, &pairs);
    }
    value[0] = mean_height(r, &pairs);
    spenn_arena_free(&scratch);
    return true;
}

/* Parts the members of forum f in each class from the rest of that class. */
static void part_classes(const struct spenn_model *m, spenn_id f, struct classes *c,
    int32_t *part, spenn_id *parted_by)
{
    for (int32_t i = 0; i < m->forums.size[f]; i++) {
        int32_t *of = &c->of[m->members.unit[m->forums.first[f] + i]];
        if (*of < 0) {
            continue;
        }
        if (parted_by[*of] != f + 1) {
            parted_by[*of] = f + 1;
            part[*of] = c->count++;
        }
        *of = part[*of];
    }
}

/* Classes of workers that sit in exactly the same forums, by refinement. */
static struct classes classes_by_forums(struct spenn_rest *r, struct spenn_arena *memory)
{
    size_t units = (size_t)r->tree.count, most = (size_t)r->m->members.count + 1;
    struct classes c = {.count = 1, .of = spenn_arena_alloc(memory, units, sizeof *c.of)};
    int32_t *part = spenn_arena_alloc(memory, most, sizeof *part);
    spenn_id *parted_by = spenn_arena_alloc(memory, most, sizeof *parted_by);
    for (spenn_id u = 0; u < r->tree.count; u++) {
        c.of[u] = spenn_unit_works(r->m, &r->tree, u) ? 0 : -1;
    }
    for (spenn_id f = 0; f < r->m->forums.count; f++) {
        part_classes(r->m, f, &c, part, parted_by);
    }
    list_classes(spenn_rest_nearest(r), &c, memory);
    return c;
}

struct meeting { /* what taking off the pairs that meet works on */
    const struct spenn_nearest *nearest;
    struct classes classes;
    struct spenn_pair_sums pairs;
    int32_t *seen;    /* last class + 1 that a class was compared with */
    spenn_id *merged; /* room for two classes */
};

/* Takes the pairs between two classes off: those of both together but not of one. */
static void subtract_between(struct meeting *w, int32_t a, int32_t b)
{
    const struct classes *c = &w->classes;
    int32_t i = c->first[a], j = c->first[b], count = 0;
    int32_t i_end = c->first[a + 1], j_end = c->first[b + 1];
    while (i < i_end || j < j_end) {
        bool left = j == j_end
            || (i < i_end
                && w->nearest->place[c->unit[i]] < w->nearest->place[c->unit[j]]);
        w->merged[count++] = left ? c->unit[i++] : c->unit[j++];
    }
    w->pairs.weight = -1.0;
    spenn_nearest_count(w->nearest, w->merged, count, &w->pairs);
    w->pairs.weight = 1.0;
    count_class(w->nearest, c, a, &w->pairs);
    count_class(w->nearest, c, b, &w->pairs);
}

/* Takes off the pairs of class `a` with later classes of forum f. */
static void subtract_forum(
    const struct spenn_model *m, struct meeting *w, int32_t a, spenn_id f)
{
    for (int32_t i = 0; i < m->forums.size[f]; i++) {
        int32_t b = w->classes.of[m->members.unit[m->forums.first[f] + i]];
        if (b > a && w->seen[b] != a + 1) {
            w->seen[b] = a + 1;
            subtract_between(w, a, b);
        }
    }
}

/* Takes off the pairs of class `a` with itself and with later classes that it meets. */
static void subtract_meeting(struct spenn_rest *r, struct meeting *w, int32_t a)
{
    spenn_id someone = w->classes.unit[w->classes.first[a]];
    int32_t begin = r->sittings.first[someone], end = r->sittings.first[someone + 1];
    if (begin < end) {
        w->pairs.weight = -1.0;
        count_class(w->nearest, &w->classes, a, &w->pairs);
    }
    for (int32_t s = begin; s < end; s++) {
        subtract_forum(r->m, w, a, r->sittings.forum[s]);
    }
}

/* Every pair of workers counts one, but those who meet. */
static void settle_all(struct spenn_rest *r, double *value)
{
    struct spenn_arena scratch = {0};
    const struct spenn_nearest *nearest = spenn_rest_nearest(r);
    struct meeting w = {.nearest = nearest, .classes = classes_by_forums(r, &scratch)};
    w.pairs = (struct spenn_pair_sums){.weight = 1.0, .superior = value};
    w.seen = spenn_arena_alloc(&scratch, (size_t)w.classes.count, sizeof *w.seen);
    w.merged =
        spenn_arena_alloc(&scratch, (size_t)nearest->worker_count, sizeof *w.merged);
    spenn_nearest_count(nearest, nearest->worker, nearest->worker_count, &w.pairs);
    for (int32_t a = 0; a < w.classes.count; a++) {
        if (w.classes.first[a] < w.classes.first[a + 1]) {
            subtract_meeting(r, &w, a);
        }
    }
    spenn_arena_free(&scratch);
}

/* Cases a week that stream s makes between its unit u and each of its partners. */
static void settle_stream(struct spenn_rest *r, int32_t s, int32_t route, double *value)
{
    const struct spenn_model *m = r->m;
    const struct spenn_nearest *nearest = spenn_rest_nearest(r);
    const spenn_id *partner = m->partners.unit + m->streams.first_partner[s];
    spenn_id u = m->routes.unit[route];
    int32_t others = 0;
    for (int32_t i = 0; i < m->streams.partners[s]; i++) {
        others += partner[i] != u;
    }
    double wanted = m->coordinations.parties[m->streams.task[s]] - 1;
    double each = m->streams.rate[s] * SPENN_WEEK * m->routes.share[route]
        * fmin(wanted, others) / others;
    for (int32_t i = 0; i < m->streams.partners[s]; i++) {
        if (partner[i] == u || spenn_units_meet(&r->sittings, u, partner[i])) {
            continue;
        }
        spenn_id superior = spenn_nearest_superior(nearest, u, partner[i]);
        if (superior != SPENN_NONE) {
            value[superior] += each;
        }
    }
}

bool spenn_fill_settles(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    const struct spenn_streams *streams = &r->m->streams;
    bool any = false;
    (void)err;
    for (int32_t s = 0; s < streams->count; s++) {
        if (!r->m->tasks.coordinates[streams->task[s]]) {
            continue;
        }
        any = true;
        for (int32_t i = 0; i < streams->routes[s]; i++) {
            settle_stream(r, s, streams->first_route[s] + i, value);
        }
    }
    if (!any) {
        settle_all(r, value);
    }
    return true;
}
