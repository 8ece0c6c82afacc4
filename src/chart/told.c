/* SPDX-License-Identifier: MIT
 * What the boxes do not say in a list of units: who meets in each forum, who leads whom
 * beside the line. */
#include "sheet.h"

#include <string.h>

static bool is_drawn(const struct plan *p, spenn_id u)
{
    return p->box_of[u] >= 0;
}

static void tell_forum(struct spenn_drawing *chart, const struct plan *p, int32_t f)
{
    const struct spenn_forums *forums = &p->m->forums;
    const struct spenn_names *kinds = &spenn_forum_kinds;
    const spenn_id *unit = &p->m->members.unit[forums->first[f]];
    const char **cell =
        spenn_arena_alloc(&chart->memory, (size_t)forums->size[f], sizeof *cell);
    int32_t cells = 0;
    for (int32_t i = 0; i < forums->size[f]; i++) {
        if (is_drawn(p, unit[i])) {
            const char *name = spenn_plan_name(p, p->m, unit[i]);
            bool chair = unit[i] == forums->chair[f];
            cell[cells++] = spenn_arena_format(
                &chart->memory, "%s%s", name, chair ? p->words->chair : "");
        }
    }
    if (cells > 0) {
        struct spenn_drawing_table *table = DRAWING_ADD(chart, table, tables);
        table->title = spenn_arena_text(&chart->memory, spenn_plan_forum(p, f));
        table->note = (p->english ? kinds->en : kinds->nb)[forums->kind[f]];
        table->columns = 1;
        table->cells = cells;
        table->cell = cell;
    }
}

/* "Avdeling 1 → Region 1, Region 2": the rows from `row` on with one giver and kind. */
static const char *tell_giver(
    struct spenn_drawing *chart, const struct plan *p, const int32_t *row, int32_t count)
{
    static const char arrow[] = " \xE2\x86\x92 ";
    const struct spenn_lines *lines = &p->m->lines;
    size_t room = strlen(spenn_plan_name(p, p->m, lines->from[row[0]])) + sizeof arrow;
    for (int32_t i = 0; i < count; i++) {
        room += strlen(spenn_plan_name(p, p->m, lines->to[row[i]])) + 2;
    }
    char *text = spenn_arena_alloc(&chart->memory, room, 1);
    char *end = stpcpy(text, spenn_plan_name(p, p->m, lines->from[row[0]]));
    for (int32_t i = 0; i < count; i++) {
        end = stpcpy(end, i == 0 ? arrow : ", ");
        end = stpcpy(end, spenn_plan_name(p, p->m, lines->to[row[i]]));
    }
    return text;
}

static void tell_lines(struct spenn_drawing *chart, const struct plan *p, int32_t kind)
{
    const struct spenn_lines *lines = &p->m->lines;
    const struct spenn_names *kinds = &spenn_line_kinds;
    int32_t *row = spenn_arena_alloc(p->memory, (size_t)lines->count + 1, sizeof *row);
    int32_t rows = 0, cells = 0;
    for (int32_t i = 0; i < lines->count; i++) {
        if (lines->kind[i] == kind && is_drawn(p, lines->from[i])
            && is_drawn(p, lines->to[i])) {
            row[rows++] = i;
        }
    }
    if (rows == 0) {
        return;
    }
    const char **cell = spenn_arena_alloc(&chart->memory, (size_t)rows, sizeof *cell);
    for (int32_t i = 0, end; i < rows; i = end) {
        end = i + 1;
        while (end < rows && lines->from[row[end]] == lines->from[row[i]]) {
            end++;
        }
        cell[cells++] = tell_giver(chart, p, &row[i], end - i);
    }
    struct spenn_drawing_table *table = DRAWING_ADD(chart, table, tables);
    table->title =
        spenn_word_capital(&chart->memory, (p->english ? kinds->en : kinds->nb)[kind]);
    table->columns = 1;
    table->cells = cells;
    table->cell = cell;
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
