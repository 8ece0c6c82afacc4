/* SPDX-License-Identifier: MIT
 * What the boxes do not say in a list of units: who meets in each forum, who leads whom
 * beside the line. */
#include "sheet.h"

#include <string.h>

static bool is_drawn(const struct plan *p, spenn_id u)
{
    return p->box_of[u] >= 0;
}

struct names { /* "Region 1–6" is one piece */
    int32_t count;
    const char **piece;
};

/* Units from `i` on that one entry of the file counts, without the chair between. */
static int32_t counted(
    const struct plan *p, const spenn_id *unit, int32_t i, int32_t count, spenn_id chair)
{
    const char **group = p->m->units.group;
    int32_t end = i + 1;
    while (end < count && unit[i] != chair && unit[end] != chair
        && unit[end] == unit[end - 1] + 1 && group[unit[i]] && group[unit[end]]
        && strcmp(group[unit[i]], group[unit[end]]) == 0) {
        end++;
    }
    return end - i;
}

static struct names name_units(struct spenn_drawing *chart, const struct plan *p,
    const spenn_id *unit, int32_t count, spenn_id chair)
{
    struct names names = {
        0, spenn_arena_alloc(&chart->memory, (size_t)count, sizeof *names.piece)};
    for (int32_t i = 0; i < count; i++) {
        int32_t run = counted(p, unit, i, count, chair);
        const char *first = spenn_plan_name(p, p->m, unit[i]);
        const char *last = spenn_plan_name(p, p->m, unit[i + run - 1]);
        const char *range = spenn_plan_numbers(p, first, last, run);
        names.piece[names.count++] = spenn_arena_format(&chart->memory, "%s%s",
            range ? range : first, unit[i] == chair ? p->words->chair : "");
        i += range ? run - 1 : 0;
    }
    return names;
}

static void tell_forum(struct spenn_drawing *chart, const struct plan *p, int32_t f)
{
    const struct spenn_forums *forums = &p->m->forums;
    const struct spenn_names *kinds = &spenn_forum_kinds;
    const spenn_id *member = p->m->members.unit + forums->first[f];
    spenn_id *unit =
        spenn_arena_alloc(p->memory, (size_t)forums->size[f] + 1, sizeof *unit);
    int32_t count = 0;
    for (int32_t i = 0; i < forums->size[f]; i++) {
        if (is_drawn(p, member[i])) {
            unit[count++] = member[i];
        }
    }
    if (!spenn_plan_meets(p, f) || count == 0) {
        return;
    }
    struct names names = name_units(chart, p, unit, count, forums->chair[f]);
    struct spenn_drawing_table *table = DRAWING_ADD(chart, table, tables);
    table->title = spenn_arena_text(&chart->memory, spenn_plan_forum(p, f));
    table->note = (p->english ? kinds->en : kinds->nb)[forums->kind[f]];
    table->columns = 1;
    table->cells = names.count;
    table->cell = names.piece;
}

static const char *join(struct spenn_arena *memory, const struct names *names)
{
    size_t room = 1;
    for (int32_t i = 0; i < names->count; i++) {
        room += strlen(names->piece[i]) + 2;
    }
    char *text = spenn_arena_alloc(memory, room, 1), *end = text;
    for (int32_t i = 0; i < names->count; i++) {
        end = stpcpy(stpcpy(end, i > 0 ? ", " : ""), names->piece[i]);
    }
    return text;
}

/* Who gives, and to whom: a row for each giver of the kind. */
static void tell_lines(struct spenn_drawing *chart, const struct plan *p, int32_t kind)
{
    const struct spenn_lines *lines = &p->m->lines;
    const struct spenn_names *kinds = &spenn_line_kinds;
    size_t room = 2 * (size_t)lines->count + 2;
    const char **cell = spenn_arena_alloc(&chart->memory, room, sizeof *cell);
    spenn_id *unit = spenn_arena_alloc(p->memory, room, sizeof *unit);
    int32_t cells = 0;
    cell[cells++] = p->words->giver;
    cell[cells++] = p->words->receiver;
    for (int32_t i = 0, count = 0; i < lines->count; i++) {
        if (lines->kind[i] == kind && is_drawn(p, lines->to[i])) {
            unit[count++] = lines->to[i];
        }
        bool last = i + 1 == lines->count || lines->kind[i + 1] != lines->kind[i]
            || lines->from[i + 1] != lines->from[i];
        if (last && count > 0 && is_drawn(p, lines->from[i])) {
            struct names names = name_units(chart, p, unit, count, SPENN_NONE);
            cell[cells++] = spenn_arena_text(
                &chart->memory, spenn_plan_name(p, p->m, lines->from[i]));
            cell[cells++] = join(&chart->memory, &names);
        }
        count = last ? 0 : count;
    }
    if (cells > 2) {
        struct spenn_drawing_table *table = DRAWING_ADD(chart, table, tables);
        table->title = spenn_word_capital(
            &chart->memory, (p->english ? kinds->en : kinds->nb)[kind]);
        table->columns = 2;
        table->cells = cells;
        table->cell = cell;
    }
}

void spenn_sheet_told(struct spenn_drawing *chart, const struct plan *p)
{
    for (int32_t f = 0; f < p->m->forums.count; f++) {
        tell_forum(chart, p, f);
    }
    for (int32_t kind = SPENN_LINE_LINE + 1; kind < SPENN_LINE_COUNT; kind++) {
        tell_lines(chart, p, kind);
    }
}
