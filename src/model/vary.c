/* SPDX-License-Identifier: MIT
 * One swept value: `unit.key`, `forum.key`, `task.key` (of its coordination too) or an
 * assumption. Ids may hold
 * points, keys do not, so the last point divides them. */
#include "change_verbs.h"
#include "resolve.h"
#include "scenario.h"
#include "text.h"

#include <string.h>

typedef bool set_function(
    struct spenn_draft *, spenn_id, const struct spenn_key *, const struct spenn_value *);

enum { ids = 3, subjects = 4 }; /* lists of ids; what a path may speak of */

struct subject {
    const char *what;
    const struct spenn_section *section;
    bool (*set)(struct spenn_draft *, spenn_id, const struct spenn_key *,
        const struct spenn_value *);
    const char *const *id;
    int32_t count;
};

static bool vary_assumption(
    struct spenn_draft *d, const struct spenn_vary *vary, const struct spenn_value *value)
{
    const struct spenn_value map = {.kind = SPENN_MAP,
        .at = vary->at,
        .count = 1,
        .item = &value,
        .key = (const char *[]){vary->path},
        .key_at = (struct spenn_where[]){vary->at}};
    return spenn_assumptions_override(&d->m->assume, &map, 2, d->err);
}

/* Whether it has its say while changes are made, and none afterwards. */
static bool is_of_changes(struct spenn_draft *d, const struct spenn_vary *vary)
{
    return spenn_assumption_find(vary->path) == SPENN_DELEGATE
        && !spenn_fail(d->err, vary->at,
            "'delegate' is used while changes are made and cannot be varied after them; "
            "write an alternative with 'delegate' in its 'abolish'");
}

static bool no_subject(struct spenn_draft *d, const struct spenn_vary *vary,
    const struct subject *subject, const char *id)
{
    int32_t room = SPENN_ASSUMPTION_COUNT, count = 0;
    for (int i = 0; i < ids; i++) {
        room += subject[i].count;
    }
    const char **names = spenn_arena_alloc(&d->memory, (size_t)room, sizeof *names);
    for (int i = 0; i < ids && id; i++) {
        for (int32_t row = 0; row < subject[i].count; row++) {
            names[count++] = subject[i].id[row];
        }
    }
    for (int32_t a = 0; a < SPENN_ASSUMPTION_COUNT && !id; a++) {
        names[count++] = spenn_assumption_keys[a].id;
    }
    char clip[spenn_clip];
    const char *name = id ? id : vary->path;
    const char *what = id ? "unit, forum or task" : "assumption";
    const char *nearest = spenn_text_nearest(name, names, count);
    spenn_text_clip(clip, name);
    return nearest ? spenn_fail(
               d->err, vary->at, "no %s '%s'; did you mean '%s'?", what, clip, nearest)
                   : spenn_fail(d->err, vary->at, "no %s '%s' to vary%s", what, clip,
                       id ? "" : "; 'spenn help assumptions' lists them");
}

static bool no_key(struct spenn_draft *d, const struct spenn_vary *vary,
    const struct subject *subject, const char *name)
{
    const char *names[64];
    int32_t count = 0;
    for (int32_t i = 0; i < subject->section->count && count < 64; i++) {
        names[count++] = subject->section->key[i].name;
    }
    char clip[spenn_clip];
    const char *nearest = spenn_text_nearest(name, names, count);
    spenn_text_clip(clip, name);
    return nearest
        ? spenn_fail(d->err, vary->at, "a %s has no key '%s' to vary; did you mean '%s'?",
            subject->what, clip, nearest)
        : spenn_fail(
            d->err, vary->at, "a %s has no key '%s' to vary", subject->what, clip);
}

static spenn_id row_named(const struct subject *subject, const char *id)
{
    spenn_id row = 0;
    while (row < subject->count && strcmp(subject->id[row], id) != 0) {
        row++;
    }
    return row < subject->count ? row : SPENN_NONE;
}

/* The key with this name, unless it says which row it is. */
static const struct spenn_key *key_to_vary(
    const struct subject *subject, const char *name)
{
    const struct spenn_key *key = spenn_key_find(subject->section, name);
    bool fixed = key
        && (key->csv || strcmp(key->name, "id") == 0 || strcmp(key->name, "count") == 0);
    return fixed ? NULL : key;
}

/* What the path speaks of, and its key; the key is NULL where there is none. */
struct named {
    const struct subject *subject; /* NULL: no row has the id */
    spenn_id row;
    const struct spenn_key *key;
    const char *id;
};

static void list_subjects(const struct spenn_model *m, struct subject subject[subjects])
{
    const struct subject list[subjects] = {
        {"unit", &spenn_unit_section, spenn_set_unit, m->units.id, m->units.count},
        {"forum", &spenn_forum_section, spenn_set_forum, m->forums.id, m->forums.count},
        {"task", &spenn_task_section, spenn_set_task, m->tasks.id, m->tasks.count},
        {"task", &spenn_coordinates_section, spenn_set_coordination, m->tasks.id,
            m->tasks.count}};
    memcpy(subject, list, sizeof list);
}

/* `path` holds a point. */
static struct named find_named(
    const struct subject subject[subjects], const char *path, struct spenn_arena *memory)
{
    const char *point = strrchr(path, '.');
    struct named named = {.id = spenn_arena_bytes(memory, path, (size_t)(point - path))};
    for (int i = 0; i < subjects; i++) {
        spenn_id row = row_named(&subject[i], named.id);
        const struct spenn_key *key = key_to_vary(&subject[i], point + 1);
        if (row != SPENN_NONE && key) {
            return (struct named){&subject[i], row, key, named.id};
        }
        named.subject = row != SPENN_NONE && !named.subject ? &subject[i] : named.subject;
    }
    return named;
}

static bool vary_field(
    struct spenn_draft *d, const struct spenn_vary *vary, const struct spenn_value *value)
{
    struct subject subject[subjects];
    list_subjects(d->m, subject);
    const char *point = strrchr(vary->path, '.');
    if (!point) {
        return no_subject(d, vary, subject, NULL);
    }
    struct named named = find_named(subject, vary->path, &d->memory);
    if (named.key) {
        return named.subject->set(d, named.row, named.key, value);
    }
    return named.subject ? no_key(d, vary, named.subject, point + 1)
                         : no_subject(d, vary, subject, named.id);
}

const struct spenn_key *spenn_vary_key(const struct spenn_model *m, const char *path)
{
    struct subject subject[subjects];
    list_subjects(m, subject);
    if (!strrchr(path, '.')) {
        return NULL;
    }
    struct spenn_arena scratch = {0};
    const struct spenn_key *key = find_named(subject, path, &scratch).key;
    spenn_arena_free(&scratch);
    return key;
}

bool spenn_vary_apply(struct spenn_model *m, const struct spenn_vary *vary, int32_t value,
    struct spenn_error *err)
{
    struct spenn_draft d = {.m = m, .err = err};
    const struct spenn_value *given = vary->value[value];
    bool ok = !is_of_changes(&d, vary)
        && (spenn_assumption_find(vary->path) >= 0 ? vary_assumption(&d, vary, given)
                                                   : vary_field(&d, vary, given));
    spenn_arena_free(&d.memory);
    spenn_model_resolve(m);
    return ok && spenn_model_check(m, err);
}
