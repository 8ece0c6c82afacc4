/* SPDX-License-Identifier: MIT */
#include "regular.h"

#include "plan.h"
#include "reports.h"
#include "table.h"

#include <math.h>
#include <stdlib.h>

struct maker {
    const struct spenn_model *m;
    const double *fits;
    struct spenn_regular *regular;
    struct spenn_arena *memory, scratch;
};

static void list_forums(struct maker *k)
{
    const struct spenn_model *m = k->m;
    int32_t *first = k->regular->first_forum;
    int32_t *next =
        spenn_arena_alloc(&k->scratch, (size_t)m->units.count + 1, sizeof *next);
    for (int32_t i = 0; i < m->members.count; i++) {
        first[m->members.unit[i] + 1]++;
    }
    spenn_runs_begin(first, m->units.count);
    for (spenn_id u = 0; u < m->units.count; u++) {
        next[u] = first[u];
    }
    k->regular->forum =
        spenn_arena_alloc(k->memory, (size_t)m->members.count, sizeof *k->regular->forum);
    for (spenn_id f = 0; f < m->forums.count; f++) {
        for (int32_t i = 0; i < m->forums.size[f]; i++) {
            spenn_id u = m->members.unit[m->forums.first[f] + i];
            k->regular->forum[next[u]++] = f;
        }
    }
}

struct pair {
    spenn_id unit;
    struct spenn_contact contact;
};

static int by_pair(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->unit != y->unit) {
        return (x->unit > y->unit) - (x->unit < y->unit);
    }
    return (x->contact.with > y->contact.with) - (x->contact.with < y->contact.with);
}

static int32_t list_pairs(struct maker *k, struct pair **pairs)
{
    const struct spenn_model *m = k->m;
    const struct spenn_reports reports = spenn_reports_make(m, &k->scratch);
    size_t most = 2 * ((size_t)m->contacts.count + (size_t)reports.count);
    struct pair *pair = spenn_arena_alloc(&k->scratch, most, sizeof *pair);
    int32_t count = 0;
    for (int32_t c = 0; c < m->contacts.count; c++) {
        spenn_id a = m->contacts.a[c], b = m->contacts.b[c];
        pair[count++] = (struct pair){a, {b, m->contacts.meets[c]}};
        pair[count++] = (struct pair){b, {a, m->contacts.meets[c]}};
    }
    for (int32_t i = 0; i < reports.count; i++) {
        spenn_id a = reports.superior[i], b = reports.report[i];
        double rate = m->assume.value[SPENN_CONTACT_MEETS] * reports.share[i]
            * fmin(k->fits[a], k->fits[b]);
        pair[count++] = (struct pair){a, {b, rate}};
        pair[count++] = (struct pair){b, {a, rate}};
    }
    qsort(pair, (size_t)count, sizeof *pair, by_pair);
    *pairs = pair;
    return count;
}

static void list_contacts(struct maker *k)
{
    struct spenn_regular *regular = k->regular;
    struct pair *pair;
    int32_t count = list_pairs(k, &pair), kept = 0;
    regular->contact =
        spenn_arena_alloc(k->memory, (size_t)count, sizeof *regular->contact);
    for (int32_t i = 0; i < count; i++) {
        if (i > 0 && by_pair(&pair[i], &pair[i - 1]) == 0) {
            regular->contact[kept - 1].rate += pair[i].contact.rate;
        } else {
            regular->contact[kept++] = pair[i].contact;
            regular->first_contact[pair[i].unit + 1]++;
        }
    }
    spenn_runs_begin(regular->first_contact, k->m->units.count);
}

const struct spenn_regular *spenn_regular_new(
    struct spenn_arena *memory, const struct spenn_model *m, const double *fits)
{
    struct spenn_regular *regular = spenn_arena_alloc(memory, 1, sizeof *regular);
    struct maker k = {.m = m, .fits = fits, .regular = regular, .memory = memory};
    size_t units = (size_t)m->units.count + 1;
    regular->m = m;
    regular->first_forum = spenn_arena_alloc(memory, units, sizeof(int32_t));
    regular->first_contact = spenn_arena_alloc(memory, units, sizeof(int32_t));
    list_forums(&k);
    list_contacts(&k);
    spenn_arena_free(&k.scratch);
    return regular;
}

const struct spenn_regular *spenn_plan_regular(struct spenn_sim_plan *plan)
{
    if (!plan->regular) {
        plan->regular = spenn_regular_new(&plan->memory, plan->m, plan->hours.contact);
    }
    return plan->regular;
}

double spenn_regular_contact(const struct spenn_regular *regular, spenn_id u, spenn_id w)
{
    int32_t low = regular->first_contact[u], high = regular->first_contact[u + 1];
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (regular->contact[middle].with < w) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = low < regular->first_contact[u + 1] && regular->contact[low].with == w;
    return found ? regular->contact[low].rate : 0.0;
}

double spenn_regular_meetings(const struct spenn_regular *regular, spenn_id u, spenn_id w)
{
    int32_t i = regular->first_forum[u], j = regular->first_forum[w];
    double rate = spenn_regular_contact(regular, u, w);
    while (i < regular->first_forum[u + 1] && j < regular->first_forum[w + 1]) {
        int32_t f = regular->forum[i], g = regular->forum[j];
        if (f == g) {
            rate += regular->m->forums.meets[f];
        }
        i += f <= g;
        j += g <= f;
    }
    return rate;
}
