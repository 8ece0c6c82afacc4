/* SPDX-License-Identifier: MIT
 * What the alternatives change, by name, told once where many share it, with the totals
 * that must be conserved. */
#include "change.h"
#include "diff.h"
#include "html.h"
#include "key_words.h"
#include "quantity.h"
#include "text.h"

#include <string.h>

struct names { /* of units, forums and tasks by id, before and after */
    struct spenn_index index;
    int32_t count, room;
    const char **name;
    struct spenn_arena memory;
};

struct named { /* rows of a table */
    int32_t count;
    const char **id, **name, **name_en;
};

static void add_names(
    struct names *names, const struct spenn_page *page, const struct named *rows)
{
    if (names->count + rows->count > names->room) {
        int32_t room = 2 * (names->count + rows->count);
        names->name = spenn_arena_grow(&names->memory, names->name, (size_t)names->count,
            (size_t)room, sizeof *names->name);
        names->room = room;
    }
    for (int32_t i = 0; i < rows->count; i++) {
        const char *text =
            !page->norwegian && rows->name_en[i] ? rows->name_en[i] : rows->name[i];
        const char *id = rows->id[i];
        if (spenn_index_add(&names->memory, &names->index, id, names->count) < 0) {
            names->name[names->count++] = text ? text : id;
        }
    }
}

static void add_model(
    struct names *names, const struct spenn_page *page, const struct spenn_model *m)
{
    const struct named tables[] = {
        {m->units.count, m->units.id, m->units.name, m->units.name_en},
        {m->forums.count, m->forums.id, m->forums.name, m->forums.name_en},
        {m->tasks.count, m->tasks.id, m->tasks.name, m->tasks.name_en},
        {m->needs.count, m->needs.id, m->needs.name, m->needs.name_en}};
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        add_names(names, page, &tables[t]);
    }
}

/* A difference in the parts that one line tells: what is a field and what it is of. */
enum part { SUBJECT, FIELD, OF, BEFORE, AFTER, PARTS };
struct difference {
    int32_t kind;
    const char *part[PARTS];
};

static struct difference difference_at(
    const struct spenn_diff *diff, int32_t i, struct names *names)
{
    const char *what = diff->what[i];
    size_t field = strcspn(what, " ");
    bool of = what[field] != '\0';
    return (struct difference){diff->kind[i],
        {diff->subject[i],
            of ? spenn_arena_format(&names->memory, "%.*s", (int)field, what) : what,
            of ? what + field + 1 : "", diff->before[i], diff->after[i]}};
}

/* The only part in which b differs from a; PARTS when it is another kind, or more do. */
static enum part varying(const struct difference *a, const struct difference *b)
{
    enum part part = PARTS;
    int32_t many = 0;
    for (enum part p = SUBJECT; p < PARTS; p++) {
        bool differs = strcmp(a->part[p], b->part[p]) != 0;
        part = differs ? p : part;
        many += differs;
    }
    return a->kind == b->kind && many == 1 ? part : PARTS;
}

static const char *change_name(const struct spenn_page *page, int32_t kind)
{
    static const char *const nb[] = {"ny", "utgår", "slått sammen", "delt", "flyttet",
        "nytt navn", "inn i", "ut av", "opprettet", "nedlagt", "endret"};
    return page->norwegian ? nb[kind] : spenn_difference_names[kind];
}

static void put_part(
    const struct spenn_page *page, const struct names *names, const char *part)
{
    int32_t row = spenn_index_find(&names->index, part);
    spenn_page_text(page, names->name && row >= 0 ? names->name[row] : part);
}

static void put_field(
    const struct spenn_page *page, const struct names *names, const char *field)
{
    const struct spenn_key_word *word = spenn_key_word(field);
    int32_t line = spenn_names_find(&spenn_line_kinds, field);
    if (word && *word->nb) {
        spenn_page_small(page, page->norwegian ? word->nb : word->en);
    } else if (line >= 0) {
        spenn_page_text(
            page, (page->norwegian ? spenn_line_kinds.nb : spenn_line_kinds.en)[line]);
    } else {
        put_part(page, names, field);
    }
}

/* A value in words where the field has a list of them. */
static void put_value(const struct spenn_page *page, const struct names *names,
    const char *field, const char *value)
{
    const struct spenn_key_word *word = spenn_key_word(field);
    int32_t row = word && word->names ? spenn_names_find(word->names, value) : -1;
    if (!*value) {
        (void)fputs("–", page->out);
    } else if (row >= 0) {
        spenn_page_text(page, (page->norwegian ? word->names->nb : word->names->en)[row]);
    } else if (word && word->form == SPENN_WORD_YES) {
        spenn_page_text(page, spenn_page_say(page, "ja", "yes"));
    } else {
        put_part(page, names, value);
    }
}

struct line { /* differences begin .. end - 1, which differ in one part */
    const struct spenn_diff *diff;
    int32_t begin, end;
    enum part varies;
};

static void put_list(const struct spenn_page *page, struct names *names,
    const struct line *line, enum part part)
{
    int32_t end = line->varies == part ? line->end : line->begin + 1;
    for (int32_t i = line->begin; i < end; i++) {
        const struct difference d = difference_at(line->diff, i, names);
        (void)fputs(i > line->begin ? ", " : "", page->out);
        if (part == BEFORE || part == AFTER) {
            put_value(page, names, d.part[FIELD], d.part[part]);
        } else {
            put_part(page, names, d.part[part]);
        }
    }
}

static void put_values(
    const struct spenn_page *page, struct names *names, const struct line *line)
{
    put_list(page, names, line, BEFORE);
    (void)fputs(" → ", page->out);
    put_list(page, names, line, AFTER);
}

static void put_line(
    const struct spenn_page *page, struct names *names, const struct line *line)
{
    const struct difference d = difference_at(line->diff, line->begin, names);
    bool moved = d.kind == SPENN_DIFF_MOVED; /* its field is always the superior */
    bool field = *d.part[FIELD] && !moved;
    bool told = strcmp(d.part[FIELD], d.part[BEFORE]) == 0
        || strcmp(d.part[FIELD], d.part[AFTER]) == 0; /* "joined group" says it all */
    (void)fputs("<li>", page->out);
    put_list(page, names, line, SUBJECT);
    (void)fprintf(page->out, ": %s", change_name(page, d.kind));
    if (field) {
        (void)fputs(" ", page->out);
        put_field(page, names, d.part[FIELD]);
    }
    if (*d.part[OF] && strcmp(d.part[OF], "line") != 0) {
        (void)fputs(" ", page->out);
        put_list(page, names, line, OF);
    }
    if (!told && (*d.part[BEFORE] || *d.part[AFTER])) {
        (void)fputs(field ? ": " : " ", page->out);
        put_values(page, names, line);
    }
    (void)fputs("</li>\n", page->out);
}

/* As many as differ from the first in one part, all in the same. */
static void extend(struct line *line, struct names *names)
{
    const struct difference first = difference_at(line->diff, line->begin, names);
    line->varies = PARTS;
    for (line->end = line->begin + 1; line->end < line->diff->count; line->end++) {
        const struct difference next = difference_at(line->diff, line->end, names);
        enum part part = varying(&first, &next);
        if (part == PARTS || (line->varies != PARTS && part != line->varies)) {
            return;
        }
        line->varies = part;
    }
}

static void put_lines(
    const struct spenn_page *page, struct names *names, const struct spenn_diff *diff)
{
    struct line line = {.diff = diff};
    for (; line.begin < diff->count; line.begin = line.end) {
        extend(&line, names);
        put_line(page, names, &line);
    }
}

static void totals(const struct spenn_page *page, const struct spenn_model *before,
    const struct spenn_model *after)
{
    const struct spenn_totals a = spenn_model_totals(before),
                              b = spenn_model_totals(after);
    const struct {
        const char *name, *unit;
        double before, after;
    } rows[] = {{spenn_page_say(page, "saker i uken", "cases a week"), "/w",
                    a.demand * SPENN_WEEK, b.demand * SPENN_WEEK},
        {spenn_page_say(page, "årsverk (der oppgitt)", "FTE (where given)"), "FTE", a.fte,
            b.fte},
        {spenn_page_say(page, "lederstillinger", "leader posts"), "units", a.posts,
            b.posts},
        {spenn_page_say(page, "enheter", "units"), "units", a.units, b.units}};
    (void)fputs("<p class=\"small\">", page->out);
    const char *between = "";
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].before > 0 || rows[i].after > 0) {
            char from[40], to[40];
            (void)fprintf(page->out, "%s%s %s → %s", between, rows[i].name,
                spenn_report_number(from, sizeof from, rows[i].before, rows[i].unit),
                spenn_report_number(to, sizeof to, rows[i].after, rows[i].unit));
            between = " · ";
        }
    }
    (void)fputs("</p>\n", page->out);
}

static void put_changes(const struct spenn_page *page, const struct spenn_model *before,
    const struct spenn_model *after)
{
    struct spenn_diff diff = {0};
    struct names names = {0};
    spenn_models_diff(before, after, &diff);
    add_model(&names, page, after);
    add_model(&names, page, before);
    (void)fputs("<ul>", page->out);
    put_lines(page, &names, &diff);
    (void)fputs("</ul>\n", page->out);
    spenn_arena_free(&names.memory);
    spenn_diff_free(&diff);
}

/* What each wave changes: what one wave opens and a later one closes is told too. */
static void put_waves(const struct spenn_page *page, int32_t a)
{
    const struct spenn_study *study = page->report->study;
    const struct spenn_study_waves *waves = &study->waves[a];
    const struct spenn_model *before = study->baseline;
    for (int32_t i = 0; i + 1 < waves->count; i++) {
        (void)fprintf(
            page->out, "<p>%s %d:</p>\n", spenn_page_say(page, "Bølge", "Wave"), i + 1);
        put_changes(page, before, &waves->between[i]);
        before = &waves->between[i];
    }
    if (waves->count > 1) {
        (void)fprintf(page->out, "<p>%s %d:</p>\n", spenn_page_say(page, "Bølge", "Wave"),
            waves->count);
    }
    put_changes(page, before, &study->alternative[a]);
}

void spenn_page_changes(const struct spenn_page *page)
{
    const struct spenn_study *study = page->report->study;
    if (!study->scenario->alternative_count) {
        return;
    }
    spenn_page_heading(page, "changes", "Endringene", "The changes");
    for (int32_t a = 0; a < study->scenario->alternative_count; a++) {
        (void)fputs("<h3>", page->out);
        spenn_page_text(page, spenn_page_alternative(page, a));
        (void)fputs("</h3>\n", page->out);
        put_waves(page, a);
        totals(page, study->baseline, &study->alternative[a]);
    }
}
