/* SPDX-License-Identifier: MIT
 * Second lines, regular contact and assumptions. What ended with a unit, or became a
 * relation of a unit to itself, is not told again. */
#include "diff_match.h"

#include "quantity.h"

#include <math.h>
#include <string.h>

static struct spenn_facts lines_of(
    struct spenn_match *k, const struct spenn_lines *lines, bool old)
{
    struct spenn_facts facts = {
        .list = spenn_arena_alloc(&k->memory, (size_t)lines->count, sizeof *facts.list)};
    for (int32_t e = 0; e < lines->count; e++) {
        spenn_id from = old ? spenn_match_image(k, lines->from[e]) : lines->from[e];
        spenn_id to = old ? spenn_match_image(k, lines->to[e]) : lines->to[e];
        if (from != SPENN_NONE && to != SPENN_NONE && from != to) {
            facts.list[facts.count++] =
                (struct spenn_fact){{lines->kind[e], from, to}, e};
        }
    }
    spenn_facts_sort(&facts);
    return facts;
}

/* Lines of one list that the other has not. */
static void missing_lines(struct spenn_match *k, const struct spenn_facts *in,
    const struct spenn_facts *other, bool drawn)
{
    const char *const *id = k->b->units.id;
    for (int32_t i = 0; i < in->count; i++) {
        const int32_t *key = in->list[i].key;
        bool again = i && memcmp(key, in->list[i - 1].key, sizeof in->list->key) == 0;
        if (!again && !spenn_facts_find(other, key)) {
            const char *what =
                spenn_arena_format(&k->memory, "%s line", spenn_line_kinds.file[key[0]]);
            spenn_diff_changed(k, id[key[1]], what, drawn ? NULL : id[key[2]],
                drawn ? id[key[2]] : NULL);
        }
    }
}

struct order {                  /* what goes along all lines of a key */
    const char *letter, *goals; /* "": none */
};

static struct order order_of(struct spenn_match *k, const struct spenn_facts *facts,
    const struct spenn_fact *fact, const struct spenn_lines *lines)
{
    const char *letter = NULL;
    int64_t goals = 0;
    for (const struct spenn_fact *f = fact; f && f < facts->list + facts->count
         && memcmp(f->key, fact->key, sizeof f->key) == 0;
         f++) {
        letter = letter ? letter : lines->letter[f->row];
        goals += lines->goals[f->row];
    }
    return (struct order){letter ? letter : "",
        goals > 0 ? spenn_arena_format(&k->memory, "%lld", (long long)goals) : ""};
}

static void diff_order(struct spenn_match *k, const int32_t *key, const char *word,
    const char *before, const char *after)
{
    const char *const *id = k->b->units.id;
    if (strcmp(before, after) != 0) {
        spenn_diff_changed(k, id[key[1]],
            spenn_arena_format(&k->memory, "%s %s", word, id[key[2]]), before, after);
    }
}

/* Letters and goals of lines that are there now. */
static void diff_orders(
    struct spenn_match *k, const struct spenn_facts *old, const struct spenn_facts *new)
{
    for (int32_t i = 0; i < new->count; i++) {
        const int32_t *key = new->list[i].key;
        if (i && memcmp(key, new->list[i - 1].key, sizeof new->list->key) == 0) {
            continue;
        }
        struct order a = order_of(k, old, spenn_facts_find(old, key), &k->a->lines);
        struct order b = order_of(k, new, &new->list[i], &k->b->lines);
        diff_order(k, key, "letter", a.letter, b.letter);
        diff_order(k, key, "goals", a.goals, b.goals);
    }
}

static struct spenn_facts contacts_of(
    struct spenn_match *k, const struct spenn_contacts *c, bool old)
{
    struct spenn_facts facts = {
        .list = spenn_arena_alloc(&k->memory, (size_t)c->count, sizeof *facts.list)};
    for (int32_t i = 0; i < c->count; i++) {
        spenn_id a = old ? spenn_match_image(k, c->a[i]) : c->a[i];
        spenn_id b = old ? spenn_match_image(k, c->b[i]) : c->b[i];
        if (a != SPENN_NONE && b != SPENN_NONE && a != b) {
            facts.list[facts.count++] =
                (struct spenn_fact){{a < b ? a : b, a < b ? b : a, 0}, i};
        }
    }
    spenn_facts_sort(&facts);
    return facts;
}

static const char *meeting(
    struct spenn_match *k, const struct spenn_contacts *c, int32_t i)
{
    char meets[32], lasts[32];
    (void)spenn_format_rate(meets, sizeof meets, c->meets[i]);
    (void)spenn_format_duration(lasts, sizeof lasts, c->lasts[i]);
    return spenn_arena_format(&k->memory, "%s of %s", meets, lasts);
}

/* The row of the fact's key that takes most time: doubles have become one. */
static int32_t heaviest(const struct spenn_facts *facts, const struct spenn_fact *fact,
    const struct spenn_contacts *c)
{
    int32_t best = fact->row;
    const struct spenn_fact *end = facts->list + facts->count;
    for (const struct spenn_fact *f = fact;
         f < end && memcmp(f->key, fact->key, sizeof f->key) == 0; f++) {
        if (c->meets[f->row] * c->lasts[f->row] > c->meets[best] * c->lasts[best]) {
            best = f->row;
        }
    }
    return best;
}

static void diff_contacts(struct spenn_match *k)
{
    const struct spenn_contacts *a = &k->a->contacts, *b = &k->b->contacts;
    const char *const *id = k->b->units.id;
    struct spenn_facts old = contacts_of(k, a, true), new = contacts_of(k, b, false);
    for (int32_t i = 0; i < new.count; i++) {
        const int32_t *key = new.list[i].key;
        const struct spenn_fact *fact = spenn_facts_find(&old, key);
        const char *before = fact ? meeting(k, a, heaviest(&old, fact, a)) : "";
        const char *after = meeting(k, b, new.list[i].row);
        if (strcmp(before, after) != 0) {
            spenn_diff_changed(k, id[key[0]],
                spenn_arena_format(&k->memory, "contact %s", id[key[1]]), before, after);
        }
    }
    for (int32_t i = 0; i < old.count; i++) {
        const int32_t *key = old.list[i].key;
        bool again = i && memcmp(key, old.list[i - 1].key, sizeof old.list->key) == 0;
        if (!again && !spenn_facts_find(&new, key)) {
            spenn_diff_changed(k, id[key[0]],
                spenn_arena_format(&k->memory, "contact %s", id[key[1]]),
                meeting(k, a, heaviest(&old, &old.list[i], a)), NULL);
        }
    }
}

void spenn_diff_lines(struct spenn_match *k)
{
    struct spenn_facts old = lines_of(k, &k->a->lines, true);
    struct spenn_facts new = lines_of(k, &k->b->lines, false);
    missing_lines(k, &new, &old, true);
    missing_lines(k, &old, &new, false);
    diff_orders(k, &old, &new);
    diff_contacts(k);
}

void spenn_diff_assumptions(struct spenn_match *k)
{
    const struct spenn_assumptions *a = &k->a->assume, *b = &k->b->assume;
    char left[32], right[32];
    for (int32_t i = 0; i < SPENN_ASSUMPTION_COUNT; i++) {
        if (fabs(a->value[i] - b->value[i]) > 0.0) {
            spenn_diff_changed(k, spenn_assumption_keys[i].id, "assume",
                spenn_assumption_format(left, sizeof left, i, a->value[i]),
                spenn_assumption_format(right, sizeof right, i, b->value[i]));
        }
    }
}
