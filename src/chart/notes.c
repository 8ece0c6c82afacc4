/* SPDX-License-Identifier: MIT
 * What the chart says in words: one message under the title, made of numbers that can be
 * counted in the drawing, and at the foot the source and what is assumed beyond it. */
#include "page.h"

#include <stdio.h>
#include <string.h>

void spenn_note_figures(
    const struct spenn_model *m, struct spenn_arena *memory, int32_t *figure)
{
    static const int32_t of_kind[SPENN_KIND_COUNT] = {
        [SPENN_DEPARTMENT] = FIGURE_DEPARTMENTS, [SPENN_STAFF] = FIGURE_STAFF};
    spenn_id top = spenn_model_top(m);
    size_t room = (size_t)m->units.count + 1;
    int32_t *layer = spenn_arena_alloc(memory, room, sizeof *layer);
    struct spenn_children c = spenn_model_children(m, memory);
    spenn_id *queue = spenn_arena_alloc(memory, room, sizeof *queue);
    memset(figure, 0, FIGURE_COUNT * sizeof *figure);
    for (spenn_id u = 0; u < m->units.count; u++) {
        figure[of_kind[m->units.kind[u]]]++;
    }
    figure[FIGURE_UNITS] = m->units.count;
    int32_t tail = 0;
    if (top != SPENN_NONE) {
        queue[tail++] = top;
        layer[top] = 1;
        figure[FIGURE_SPAN] = c.first[top + 1] - c.first[top];
    }
    for (int32_t head = 0; head < tail; head++) { /* the deepest comes last */
        spenn_id u = queue[head];
        figure[FIGURE_LAYERS] = layer[u];
        for (int32_t i = c.first[u]; i < c.first[u + 1]; i++) {
            layer[c.child[i]] = layer[u] + 1;
            queue[tail++] = c.child[i];
        }
    }
    spenn_id group =
        top == SPENN_NONE ? SPENN_NONE : spenn_model_leadership_group(m, top);
    for (int32_t i = 0; group != SPENN_NONE && i < m->forums.size[group]; i++) {
        spenn_id member = m->members.unit[m->forums.first[group] + i];
        figure[FIGURE_GROUP]++;
        figure[FIGURE_REGIONS] += m->units.kind[member] == SPENN_REGION;
    }
}

static const char *model_name(const struct plan *p)
{
    const char *name = p->english && p->m->name_en ? p->m->name_en : p->m->name;
    return name ? name : p->m->id ? p->m->id : "";
}

static bool shown(const struct plan *p, spenn_id u)
{
    return p->box_of[u] >= 0;
}

/* "32 av 41 enheter på 3 nivåer." */
static void count_drawn(const struct plan *p, char *text, size_t room)
{
    int32_t units = 0, deepest = 0;
    for (spenn_id u = 0; u < p->m->units.count; u++) {
        int32_t depth = shown(p, u) ? p->box[p->box_of[u]].depth : 0;
        units += shown(p, u);
        deepest = depth > deepest ? depth : deepest;
    }
    snprintf(text, room, p->words->summary_chosen, (int)units, (int)p->m->units.count,
        (int)deepest + 1);
}

static const char *summary(const struct plan *p, struct spenn_arena *memory)
{
    char text[512], group[256] = "";
    spenn_id top = spenn_model_top(p->m);
    if (p->message) {
        return p->message;
    }
    if (p->shading.title) {
        snprintf(text, sizeof text, p->words->summary_shade, p->shading.title);
        return spenn_arena_format(memory, "%s%s%s", p->before ? model_name(p) : "",
            p->before ? ". " : "", text);
    }
    if (p->before) {
        return spenn_arena_format(
            memory, "%s. %s", model_name(p), p->words->summary_change);
    }
    if (top == SPENN_NONE) {
        return model_name(p);
    }
    int32_t figure[FIGURE_COUNT];
    spenn_note_figures(p->m, memory, figure);
    snprintf(text, sizeof text, p->words->summary, (int)figure[FIGURE_UNITS],
        (int)figure[FIGURE_LAYERS], spenn_plan_name(p, p->m, top),
        (int)figure[FIGURE_SPAN]);
    if (p->chosen) {
        count_drawn(p, text, sizeof text);
    }
    if (p->group != SPENN_NONE) {
        snprintf(group, sizeof group, p->words->summary_group,
            spenn_plan_forum(p, p->group), (int)figure[FIGURE_GROUP]);
    }
    return spenn_arena_format(memory, "%s%s", text, group);
}

const char *spenn_note_message(const struct plan *p, struct spenn_arena *memory)
{
    bool refers = false;
    for (int32_t b = 0; b < p->count && !refers; b++) {
        refers = p->box[b].page > 0;
    }
    const char *squares = p->folded.squares == 0 ? ""
        : p->folded.vacant == 0
        ? p->words->squares_held
        : spenn_arena_format(memory, p->words->squares, (int)p->folded.vacant);
    return spenn_arena_format(
        memory, "%s%s%s", summary(p, memory), refers ? p->words->own_page : "", squares);
}

enum { most_names = 4 }; /* of one key */

struct list { /* a text that grows by "key: names and 3 more; key: names" */
    const struct plan *p;
    const char *text, *key, *last;
    int32_t names, more; /* of this key, said and not */
};

static void end_key(struct list *list)
{
    if (list->more > 0) {
        const char *more = spenn_arena_format(
            list->p->memory, list->p->words->so_many_more, (int)list->more);
        list->text = spenn_arena_format(list->p->memory, "%s%s", list->text, more);
    }
}

/* One name once: the units of a pile come one after the other. */
static void add(struct list *list, const char *key, const char *name)
{
    bool same = list->key && strcmp(list->key, key) == 0;
    if (same && strcmp(list->last, name) == 0) {
        return;
    }
    if (!same) {
        end_key(list);
        list->text = spenn_arena_format(
            list->p->memory, "%s%s%s: %s", list->text, list->key ? "; " : "", key, name);
        list->names = 1;
        list->more = 0;
    } else if (list->names < most_names) {
        list->text = spenn_arena_format(list->p->memory, "%s, %s", list->text, name);
        list->names++;
    } else {
        list->more++;
    }
    list->key = key;
    list->last = name;
}

static bool has_key(const char *keys, const char *key)
{
    size_t length = strlen(key);
    for (const char *c = keys; c; c = strchr(c, ',') ? strchr(c, ',') + 1 : NULL) {
        c += *c == ' ';
        if (strncmp(c, key, length) == 0 && (c[length] == ',' || c[length] == '\0')) {
            return true;
        }
    }
    return false;
}

/* Units are named as they are drawn: by their pile, or those of one entry of the file by
 * one name. */
static const char *entry_name(const struct plan *p, spenn_id u, spenn_id end)
{
    const struct spenn_units *units = &p->m->units;
    if (p->box[p->box_of[u]].cards && units->collapse[u]) {
        return p->english && units->collapse_en[u] ? units->collapse_en[u]
                                                   : units->collapse[u];
    }
    return spenn_plan_range(
        p, spenn_plan_name(p, p->m, u), spenn_plan_name(p, p->m, end - 1), end - u);
}

static void assumed_units(const struct plan *p, int32_t key, struct list *list)
{
    const struct spenn_units *units = &p->m->units;
    for (spenn_id u = 0, end = 0; u < units->count; u = end) {
        end = u + 1;
        if (!units->assumed[u] || !shown(p, u)
            || !has_key(units->assumed[u], spenn_word_keys[key])) {
            continue;
        }
        while (end < units->count && units->group[u] && units->group[end]
            && strcmp(units->group[u], units->group[end]) == 0 && shown(p, end)) {
            end++;
        }
        add(list, p->words->key[key], entry_name(p, u, end));
    }
}

static void assumed_forums(const struct plan *p, struct list *list)
{
    for (int32_t f = 0; f < p->m->forums.count; f++) {
        if (spenn_plan_meets(p, f) && p->m->forums.assumed[f]
            && has_key(p->m->forums.assumed[f], "members")) {
            add(list, p->words->key[6], spenn_plan_forum(p, f));
        }
    }
}

static const char *source_of(const struct plan *p, struct spenn_arena *memory)
{
    const char *source = p->m->source ? p->m->source : "";
    bool stop = *source && source[strlen(source) - 1] == '.';
    return spenn_arena_format(memory, "%s%s%s%s%s%s", *source ? p->words->source : "",
        source, *source && !stop ? "." : "", p->m->as_of ? " " : "",
        p->m->as_of ? p->m->as_of : "", p->m->as_of ? "." : "");
}

/* "Lederdag (alle 43 enheter)": a letter in all boxes would say less. */
static const char *name_untied(const struct plan *p, const struct tie *tie)
{
    if (tie->forum == SPENN_NONE) {
        return tie->name;
    }
    int32_t members = spenn_plan_members(p, tie->forum), units = 0;
    for (spenn_id u = 0; u < p->m->units.count; u++) {
        units += shown(p, u);
    }
    return members == units
        ? spenn_arena_format(p->memory, p->words->all_units, tie->name, (int)units)
        : spenn_arena_format(
            p->memory, p->words->some_units, tie->name, (int)members, (int)units);
}

const char *spenn_note_saved(
    const struct plan *p, const struct words *words, struct spenn_arena *memory)
{
    static const char *const papers[] = {"", "a4", "a3", "a2", "a1", "a0"};
    if (p->folded.detail == DETAIL_FULL) {
        return "";
    }
    const char *see = p->folded.detail == DETAIL_LISTED ? ""
        : p->folded.see > 0
        ? spenn_arena_format(memory, words->see_paper, papers[p->folded.see])
        : words->see_pages;
    return spenn_arena_format(memory, "%s%s", words->saved[p->folded.detail], see);
}

/* Forums and second lines that neither lines, a frame nor letters show. */
static struct list list_untied(const struct plan *p)
{
    struct list list = {.p = p, .text = ""};
    for (int32_t t = 0; t < p->ties; t++) {
        const struct tie *tie = &p->tie[t];
        if (!tie->drawn && !tie->letter) {
            add(&list, p->words->untied, name_untied(p, tie));
        }
    }
    if (!list.key && p->unlisted > 0) {
        add(&list, p->words->untied,
            spenn_arena_format(p->memory, "%d", (int)p->unlisted));
    } else {
        list.more += p->unlisted;
    }
    end_key(&list);
    return list;
}

const char *spenn_note_source(
    const struct plan *p, struct spenn_arena *memory, const char **beyond)
{
    struct list list = {.p = p, .text = ""}, untied = list_untied(p);
    for (int32_t k = 0; k < (int32_t)(sizeof spenn_word_keys / sizeof *spenn_word_keys);
         k++) {
        assumed_units(p, k, &list);
    }
    assumed_forums(p, &list);
    end_key(&list);
    const char *saved = spenn_note_saved(p, p->words, p->memory);
    *beyond = spenn_arena_format(memory, "%s%s%s%s%s%s",
        list.key ? p->words->assumed : "", list.text, list.key && untied.key ? ". " : "",
        untied.text, *saved && (list.key || untied.key) ? ". " : "", saved);
    const char *source = source_of(p, memory);
    return spenn_arena_format(
        memory, "%s%s%s", source, *source && **beyond ? " " : "", *beyond);
}
