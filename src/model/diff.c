/* SPDX-License-Identifier: MIT
 * What became of the units, then of the rest. Where several units took over one, each
 * pair is a row, so that whoever draws or counts needs no list in a text. */
#include "diff_match.h"

#include <string.h>

const char *const spenn_difference_names[] = {"new", "abolished", "merged", "split",
    "moved", "renamed", "joined", "left", "opened", "closed", "changed"};

static const char *id_of(const struct spenn_model *m, spenn_id u)
{
    return u == SPENN_NONE ? "" : m->units.id[u];
}

/* The pairs (u, v): split when u stays or others took over from it too, else merged. */
static bool add_pairs(
    struct spenn_match *k, spenn_id v, const int32_t *pair, int32_t pairs)
{
    for (int32_t i = 0; i < pairs; i++) {
        spenn_id u = pair[i];
        bool alone = k->first_claim[u + 1] - k->first_claim[u] == 1;
        bool merged = alone && k->new_of[u] == SPENN_NONE;
        spenn_diff_add(k,
            &(struct spenn_difference_row){merged ? SPENN_DIFF_MERGED : SPENN_DIFF_SPLIT,
                id_of(k->b, v), NULL, id_of(k->a, u), id_of(k->b, v)},
            u, v);
    }
    return pairs > 0;
}

static void diff_matched(struct spenn_match *k, spenn_id u, spenn_id v)
{
    const struct spenn_units *a = &k->a->units, *b = &k->b->units;
    const char *id = b->id[v];
    bool by_id = strcmp(a->name[u], a->id[u]) == 0 && strcmp(b->name[v], id) == 0;
    bool named = !by_id && strcmp(a->name[u], b->name[v]) != 0;
    if (named || strcmp(a->id[u], id) != 0) {
        spenn_diff_add(k,
            &(struct spenn_difference_row){SPENN_DIFF_RENAMED, id, named ? "name" : "id",
                named ? a->name[u] : a->id[u], named ? b->name[v] : id},
            u, v);
    }
    if (!spenn_match_follows(k, a->parent[u], b->parent[v], false)) {
        spenn_diff_add(k,
            &(struct spenn_difference_row){SPENN_DIFF_MOVED, id, "reports-to",
                id_of(k->a, a->parent[u]), id_of(k->b, b->parent[v])},
            u, v);
    }
    spenn_diff_fields(k, &spenn_unit_section, u, v);
    if (a->practice[u] != b->practice[v]) {
        spenn_diff_add(k,
            &(struct spenn_difference_row){SPENN_DIFF_CHANGED, id, "practice",
                a->practice[u] ? "true" : "", b->practice[v] ? "true" : ""},
            u, v);
    }
}

/* Claims by unit of b, which the match keeps by unit of a. */
struct taken {
    int32_t *first;
    spenn_id *old;
};

static struct taken claims_by_new(struct spenn_match *k)
{
    int32_t claims = k->first_claim[k->a->units.count], count = k->b->units.count;
    struct taken taken = {
        .first = spenn_arena_alloc(&k->memory, (size_t)count + 2, sizeof *taken.first),
        .old = spenn_arena_alloc(&k->memory, (size_t)claims, sizeof *taken.old)};
    int32_t *next = taken.first + 1; /* counts, then running ends */
    for (int32_t i = 0; i < claims; i++) {
        next[k->claim[i] + 1]++;
    }
    for (spenn_id v = 0; v < count; v++) {
        next[v + 1] += next[v];
    }
    for (spenn_id u = 0; u < k->a->units.count; u++) {
        for (int32_t i = k->first_claim[u]; i < k->first_claim[u + 1]; i++) {
            taken.old[next[k->claim[i]]++] = u;
        }
    }
    return taken;
}

static void diff_units(struct spenn_match *k)
{
    struct taken taken = claims_by_new(k);
    for (spenn_id v = 0; v < k->b->units.count; v++) {
        const spenn_id *old = taken.old + taken.first[v];
        bool pairs = add_pairs(k, v, old, taken.first[v + 1] - taken.first[v]);
        if (k->old_of[v] != SPENN_NONE) {
            diff_matched(k, k->old_of[v], v);
        } else if (!pairs) {
            spenn_diff_add(k,
                &(struct spenn_difference_row){
                    SPENN_DIFF_NEW, id_of(k->b, v), NULL, NULL, k->b->units.name[v]},
                SPENN_NONE, v);
        }
    }
    for (spenn_id u = 0; u < k->a->units.count; u++) {
        if (k->new_of[u] == SPENN_NONE && k->first_claim[u] == k->first_claim[u + 1]) {
            spenn_diff_add(k,
                &(struct spenn_difference_row){SPENN_DIFF_ABOLISHED, id_of(k->a, u), NULL,
                    k->a->units.name[u], NULL},
                u, SPENN_NONE);
        }
    }
}

/* Keys that rows of another kind speak of, and those that only say how to draw. */
static bool told_elsewhere(const struct spenn_key *key)
{
    static const char *const keys[] = {"id", "name", "reports-to", "formerly", "assumed",
        "group", "order", "side", "panel", "collapse"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (strcmp(keys[i], key->name) == 0) {
            return true;
        }
    }
    return key->at == SPENN_NO_COLUMN;
}

struct table { /* a section's table in one of the models */
    const void *rows;
    const char *const *id;
};

static struct table table_of(
    const struct spenn_section *section, const struct spenn_model *m)
{
    const struct {
        const struct spenn_section *section;
        struct table table;
    } of[] = {{&spenn_unit_section, {&m->units, m->units.id}},
        {&spenn_forum_section, {&m->forums, m->forums.id}},
        {&spenn_need_section, {&m->needs, m->needs.id}},
        {&spenn_coordinates_section, {&m->coordinations, m->tasks.id}}};
    for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
        if (of[i].section == section) {
            return of[i].table;
        }
    }
    return (struct table){&m->tasks, m->tasks.id};
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

void spenn_diff_fields(struct spenn_match *k, const struct spenn_section *section,
    spenn_id old_row, spenn_id new_row)
{
    struct spenn_arena scratch = {0};
    struct table a = table_of(section, k->a), b = table_of(section, k->b);
    bool units = section == &spenn_unit_section;
    for (int32_t i = 0; i < section->count; i++) {
        const struct spenn_key *key = &section->key[i];
        if (told_elsewhere(key)) {
            continue;
        }
        if (key->kind == SPENN_KEY_UNIT
            && spenn_match_follows(k,
                *(const spenn_id *)spenn_key_at(key, a.rows, old_row),
                *(const spenn_id *)spenn_key_at(key, b.rows, new_row), false)) {
            continue;
        }
        const char *before = spenn_key_show(key, k->a, a.rows, old_row, &scratch);
        const char *after = spenn_key_show(key, k->b, b.rows, new_row, &scratch);
        if (!same_text(before, after)) {
            spenn_diff_add(k,
                &(struct spenn_difference_row){
                    SPENN_DIFF_CHANGED, b.id[new_row], key->name, before, after},
                units ? old_row : SPENN_NONE, units ? new_row : SPENN_NONE);
        }
    }
    spenn_arena_free(&scratch);
}

void spenn_models_diff(
    const struct spenn_model *a, const struct spenn_model *b, struct spenn_diff *diff)
{
    struct spenn_match k = {.a = a, .b = b, .diff = diff};
    *diff = (struct spenn_diff){0};
    spenn_match_units(&k);
    diff_units(&k);
    spenn_diff_forums(&k);
    spenn_diff_tasks(&k);
    spenn_diff_streams(&k);
    spenn_diff_needs(&k);
    spenn_diff_lines(&k);
    spenn_diff_assumptions(&k);
    spenn_arena_free(&k.memory);
}

struct spenn_heirs spenn_models_heirs(
    const struct spenn_model *a, const struct spenn_model *b, struct spenn_arena *memory)
{
    struct spenn_match k = {.a = a, .b = b};
    size_t before = (size_t)a->units.count, after = (size_t)b->units.count;
    struct spenn_heirs heirs = {
        .same = spenn_arena_alloc(memory, before, sizeof *heirs.same),
        .heir = spenn_arena_alloc(memory, before, sizeof *heirs.heir),
        .took = spenn_arena_alloc(memory, after, sizeof *heirs.took),
    };
    spenn_match_units(&k);
    for (spenn_id u = 0; u < a->units.count; u++) {
        heirs.same[u] = k.new_of[u];
        heirs.heir[u] = spenn_match_image(&k, u);
        for (int32_t i = k.first_claim[u]; i < k.first_claim[u + 1]; i++) {
            heirs.took[k.claim[i]] = true;
        }
    }
    spenn_arena_free(&k.memory);
    return heirs;
}

const char **spenn_models_names(const struct spenn_model *base,
    const struct spenn_model *m, struct spenn_arena *memory)
{
    const char **name = spenn_arena_alloc(memory, (size_t)m->units.count, sizeof *name);
    bool any = false;
    for (spenn_id v = 0; v < m->units.count; v++) {
        name[v] = m->units.id[v];
        any = any || m->units.former[v];
    }
    if (!any || m == base) {
        return name;
    }
    struct spenn_arena scratch = {0};
    struct spenn_heirs heirs = spenn_models_heirs(base, m, &scratch);
    for (spenn_id u = 0; u < base->units.count; u++) {
        if (heirs.same[u] != SPENN_NONE) {
            name[heirs.same[u]] = base->units.id[u];
        }
    }
    spenn_arena_free(&scratch);
    return name;
}

void spenn_diff_free(struct spenn_diff *diff)
{
    spenn_arena_free(&diff->memory);
    *diff = (struct spenn_diff){0};
}
