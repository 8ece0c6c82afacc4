/* SPDX-License-Identifier: MIT
 * Compiles who is concerned by the decisions on a unit's cases, and by which forums and
 * contacts each of them may learn. */
#include "inform.h"
#include "plan.h"
#include "reports.h"
#include "text.h"

#include <math.h>
#include <stdlib.h>

struct maker {
    struct spenn_sim_plan *plan;
    struct spenn_inform *inform;
    struct spenn_arena scratch;
};

static void *keep(struct maker *k, int32_t count, size_t size)
{
    return spenn_arena_alloc(&k->plan->memory, (size_t)count, size);
}

/* Turns counts at [u + 1] into firsts. */
static void add_up(int32_t *first, int32_t units)
{
    for (int32_t u = 0; u < units; u++) {
        first[u + 1] += first[u];
    }
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
    add_up(next, units->count);
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

static void list_forums(struct maker *k)
{
    const struct spenn_model *m = k->plan->m;
    int32_t *next =
        spenn_arena_alloc(&k->scratch, (size_t)m->units.count + 1, sizeof *next);
    for (int32_t i = 0; i < m->members.count; i++) {
        k->inform->first_forum[m->members.unit[i] + 1]++;
    }
    add_up(k->inform->first_forum, m->units.count);
    for (spenn_id u = 0; u < m->units.count; u++) {
        next[u] = k->inform->first_forum[u];
    }
    k->inform->forum = keep(k, m->members.count, sizeof *k->inform->forum);
    for (spenn_id f = 0; f < m->forums.count; f++) {
        for (int32_t i = 0; i < m->forums.size[f]; i++) {
            spenn_id u = m->members.unit[m->forums.first[f] + i];
            k->inform->forum[next[u]++] = f;
        }
    }
}

struct pair {
    spenn_id unit;
    struct spenn_regular contact;
};

static int by_pair(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->unit != y->unit) {
        return (x->unit > y->unit) - (x->unit < y->unit);
    }
    return (x->contact.with > y->contact.with) - (x->contact.with < y->contact.with);
}

/* Contacts as the model has them, and of superiors with their reports. */
static int32_t list_pairs(struct maker *k, struct pair **pairs)
{
    const struct spenn_model *m = k->plan->m;
    const struct spenn_reports reports = spenn_reports_make(m, &k->scratch);
    const double *fits = k->plan->hours.contact;
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
            * fmin(fits[a], fits[b]);
        pair[count++] = (struct pair){a, {b, rate}};
        pair[count++] = (struct pair){b, {a, rate}};
    }
    qsort(pair, (size_t)count, sizeof *pair, by_pair);
    *pairs = pair;
    return count;
}

static void list_contacts(struct maker *k)
{
    struct spenn_inform *inform = k->inform;
    struct pair *pair;
    int32_t count = list_pairs(k, &pair), kept = 0;
    inform->contact = keep(k, count, sizeof *inform->contact);
    for (int32_t i = 0; i < count; i++) {
        if (i > 0 && by_pair(&pair[i], &pair[i - 1]) == 0) {
            inform->contact[kept - 1].rate += pair[i].contact.rate;
        } else {
            inform->contact[kept++] = pair[i].contact;
            inform->first_contact[pair[i].unit + 1]++;
        }
    }
    add_up(inform->first_contact, k->plan->m->units.count);
}

const struct spenn_inform *spenn_inform_new(struct spenn_sim_plan *plan)
{
    struct maker k = {.plan = plan};
    int32_t units = plan->m->units.count;
    if (any_kept(&plan->m->units)) {
        struct spenn_inform *inform = keep(&k, 1, sizeof *inform);
        k.inform = inform;
        inform->first_kept = keep(&k, units + 2, sizeof(int32_t));
        inform->first_forum = keep(&k, units + 1, sizeof(int32_t));
        inform->first_contact = keep(&k, units + 1, sizeof(int32_t));
        inform->above = keep(&k, units, sizeof *inform->above);
        inform->kept = keep(&k, units, sizeof *inform->kept);
        inform->learns = keep(&k, units, sizeof *inform->learns);
        inform->key = keep(&k, units, sizeof *inform->key);
        for (spenn_id u = 0; u < units; u++) {
            inform->key[u] = spenn_text_hash(
                spenn_arena_format(&k.scratch, "inform/%s", plan->name[u]));
        }
        list_kept(&k);
        find_line(&k);
        find_learners(&k);
        list_forums(&k);
        list_contacts(&k);
    }
    spenn_arena_free(&k.scratch);
    return k.inform;
}
