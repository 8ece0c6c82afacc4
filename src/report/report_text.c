/* SPDX-License-Identifier: MIT
 * The comparison for a terminal: what was asked, the numbers that were expected and a few
 * that always matter, the verdicts by class, what a reader must know. Under 30 lines; the
 * files have the rest. */
#include "spelling.h"
#include "terminal.h"

#include "quantity.h"
#include "text.h"

#include <math.h>
#include <string.h>

enum {
    most_lines = 27, /* two more are the paths that the command adds */
    most_rows = 8,
    most_notes = 3,
    last_lines = 2,
    turn_lines = 2,
    label_width = 23,
    alternative_width = 11,
    number_width = 8,
};

struct page {
    const struct spenn_report *report;
    const struct spenn_study *study;
    struct spenn_terminal terminal;
    struct spenn_arena memory;
    int32_t row[most_rows], rows; /* of the study, chosen for the table */
};

static const char *say(const struct page *page, const char *nb, const char *en)
{
    return strcmp(page->report->lang, "en") == 0 ? en : nb;
}

static const char *text_in(const struct page *page, const char *nb, const char *en)
{
    return en && *en ? say(page, nb, en) : nb;
}

static const char *verdict_name(const struct page *page, int32_t verdict)
{
    return spenn_verdict_text(verdict, strcmp(page->report->lang, "en") != 0);
}

static const char *class_name(const struct page *page, int32_t class)
{
    static const char *const nb[] = {
        "data", "struktur", "innebygd", "følger av samspillet"};
    return say(page, nb[class], spenn_class_text((enum spenn_class) class));
}

static void print_head(struct page *page)
{
    const struct spenn_scenario *scenario = page->study->scenario;
    const char *title = text_in(page, scenario->title, scenario->title_en);
    spenn_terminal_put(&page->terminal, title ? title : scenario->id);
    if (scenario->question) {
        spenn_terminal_wrap(
            &page->terminal, text_in(page, scenario->question, scenario->question_en), 2);
    }
    char duration[32], warm_up[32];
    spenn_terminal_put(&page->terminal,
        spenn_arena_format(&page->memory,
            say(page, "%d replikasjoner av %s etter %s innkjøring, frø %llu",
                "%d replications of %s after a warm-up of %s, seed %llu"),
            page->study->replications,
            spenn_format_duration(duration, sizeof duration, page->study->duration),
            spenn_format_duration(warm_up, sizeof warm_up, page->study->warm_up),
            (unsigned long long)page->study->seed));
    spenn_terminal_put(&page->terminal, "");
}

/* The row of an alternative as written, by measure and subject (NULL: the whole). */
static int32_t find_row(const struct spenn_study *study, int32_t alternative,
    const char *measure, const char *subject)
{
    const struct spenn_study_rows *rows = &study->rows;
    for (int32_t i = 0; i < rows->count && !*rows->point[i]; i++) {
        bool same = subject ? strcmp(rows->subject[i], subject) == 0
                            : rows->over[i] == SPENN_OVER_WHOLE;
        if (same && rows->alternative[i] == alternative
            && strcmp(rows->measure[i]->id, measure) == 0) {
            return i;
        }
    }
    return -1;
}

static void choose(
    struct page *page, int32_t alternative, const char *measure, const char *subject)
{
    int32_t row = find_row(page->study, alternative, measure, subject);
    for (int32_t i = 0; i < page->rows; i++) {
        if (page->row[i] == row) {
            return;
        }
    }
    if (row >= 0 && page->rows < most_rows && !isnan(page->study->rows.mean[row])) {
        page->row[page->rows++] = row;
    }
}

/* A row that nobody asked for is of use only where something moved. */
static void choose_moved(
    struct page *page, int32_t alternative, const char *measure, const char *subject)
{
    int32_t row = find_row(page->study, alternative, measure, subject);
    const struct spenn_study_rows *rows = &page->study->rows;
    bool still = row >= 0 && rows->difference[row] == 0.0
        && rows->difference_low[row] == rows->difference_high[row];
    if (!still) {
        choose(page, alternative, measure, subject);
    }
}

/* Of the whole, unless the measure is told of a part already. */
static void choose_new(struct page *page, int32_t alternative, const char *measure)
{
    const struct spenn_study_rows *rows = &page->study->rows;
    for (int32_t i = 0; i < page->rows; i++) {
        if (rows->alternative[page->row[i]] == alternative
            && strcmp(rows->measure[page->row[i]]->id, measure) == 0) {
            return;
        }
    }
    choose_moved(page, alternative, measure, NULL);
}

/* Whether so many cases were open at the end that times leave out too much. */
static bool left_open(const struct spenn_study *study, int32_t alternative)
{
    int32_t row = find_row(study, alternative, "open-share", NULL);
    return row >= 0 && study->rows.mean[row] > 0.01;
}

static void choose_expected(struct page *page, bool emergent)
{
    const struct spenn_scenario *scenario = page->study->scenario;
    for (int32_t i = 0; i < scenario->expect_count; i++) {
        const struct spenn_expect *expect = &scenario->expect[i];
        enum spenn_class class = spenn_expected_class(expect);
        if ((class == SPENN_CLASS_EMERGENT) == emergent) {
            choose(page, expect->in, expect->measure, expect->of);
        }
    }
}

/* What was expected of the simulation, how long cases take, what else was expected; then
 * what a planner looks at anyway. */
static void choose_rows(struct page *page)
{
    const struct spenn_study *study = page->study;
    const struct spenn_scenario *scenario = study->scenario;
    const struct spenn_model *m = study->baseline;
    spenn_id top = spenn_model_top(m);
    spenn_id group =
        top == SPENN_NONE ? SPENN_NONE : spenn_model_leadership_group(m, top);
    const char *leader = top == SPENN_NONE ? "" : m->units.id[top];
    const char *forum = group == SPENN_NONE ? "" : m->forums.id[group];
    int32_t first = scenario->alternative_count ? 0 : -1;
    choose_expected(page, true);
    for (int32_t a = first; a < scenario->alternative_count; a++) {
        choose_moved(page, a, "lead-time", NULL);
    }
    choose_expected(page, false);
    for (int32_t a = first; a < scenario->alternative_count; a++) {
        if (left_open(page->study, a)) {
            choose(page, a, "open-share", NULL);
        }
        choose_new(page, a, "solved");
        choose_new(page, a, "coordination-time");
        choose_moved(page, a, "meeting-wait", forum);
        choose_moved(page, a, "utilisation", leader);
        choose_moved(page, a, "group-size", forum);
    }
    for (int32_t a = first; a < scenario->alternative_count && !page->rows; a++) {
        choose(page, a, "lead-time", NULL);
    }
}

/* Where the spaces between digits would not fit a column, they go first. */
static const char *number(struct page *page, double value, const char *unit)
{
    char text[64];
    if (isnan(value)) {
        return "-";
    }
    char *narrow = spenn_report_number(text, sizeof text, value, unit);
    for (char *gap; spenn_text_width(text) > number_width
         && (gap = strstr(narrow, "\xC2\xA0")) != NULL;) {
        memmove(gap, gap + 2, strlen(gap + 2) + 1);
    }
    return spenn_arena_text(&page->memory, narrow);
}

static const char *interval(
    struct page *page, const double at[3], const char *unit, bool sign)
{
    if (isnan(at[0])) {
        return "";
    }
    const char *middle = number(page, at[0], unit);
    const char *plus = sign && at[0] > 0 && *middle != '-' ? "+" : "";
    if (at[1] == at[2] || isnan(at[1])) {
        return spenn_arena_format(&page->memory, "%s%s", plus, middle);
    }
    return spenn_arena_format(&page->memory, "%s%s [%s, %s]", plus, middle,
        number(page, at[1], unit), number(page, at[2], unit));
}

static void print_columns(struct page *page, const char *const cell[5])
{
    static const int32_t width[] = {
        label_width, alternative_width, number_width, number_width, 26};
    const char *text[5];
    for (int32_t c = 0; c < 5; c++) {
        text[c] = spenn_terminal_cell(&page->memory, cell[c], width[c], c >= 2);
    }
    spenn_terminal_put(&page->terminal,
        spenn_arena_format(&page->memory, "%s %s %s %s %s", text[0], text[1], text[2],
            text[3], text[4]));
}

/* The alternative as a cell; where its beginning is also another's, with its end. */
static const char *alternative_cell(struct page *page, int32_t a)
{
    enum { end = 5 };
    const char *id = spenn_alternative_text(page->study, a);
    const char *cut = spenn_terminal_cell(&page->memory, id, alternative_width, false);
    bool shared = false;
    for (int32_t b = 0; b < page->study->scenario->alternative_count; b++) {
        const char *other = spenn_terminal_cell(&page->memory,
            spenn_alternative_text(page->study, b), alternative_width, false);
        shared = shared || (b != a && strcmp(cut, other) == 0);
    }
    if (!shared) {
        return id;
    }
    const char *tail = id + strlen(id);
    for (int32_t columns = 0; columns < end && tail > id; columns++) {
        do {
            tail--;
        } while (tail > id && ((unsigned char)*tail & 0xC0U) == 0x80U);
    }
    return spenn_arena_format(&page->memory, "%s%s",
        spenn_terminal_cell(&page->memory, id, alternative_width - end, false), tail);
}

static void print_row(struct page *page, int32_t i)
{
    const struct spenn_study_rows *rows = &page->study->rows;
    const struct spenn_measure *measure = rows->measure[i];
    bool whole = rows->over[i] == SPENN_OVER_WHOLE;
    const char *unit = say(page, spenn_unit_norwegian(measure->unit), measure->unit);
    const char *label = spenn_arena_format(&page->memory, "%s%s%s%s%s", measure->id,
        whole ? "" : " ", whole ? "" : rows->subject[i], *unit ? ", " : "", unit);
    bool alone = rows->alternative[i] < 0;
    int32_t base = alone ? i : rows->base[i];
    const double difference[3] = {
        rows->difference[i], rows->difference_low[i], rows->difference_high[i]};
    const double mean[3] = {rows->mean[i], rows->low[i], rows->high[i]};
    print_columns(page,
        (const char *[]){label, alone ? "" : alternative_cell(page, rows->alternative[i]),
            number(page, base < 0 ? NAN : rows->mean[base], measure->unit),
            alone ? "" : number(page, rows->mean[i], measure->unit),
            alone ? interval(page, mean, measure->unit, false)
                  : interval(page, difference, measure->unit, true)});
}

static void print_table(struct page *page)
{
    choose_rows(page);
    bool alone = page->study->scenario->alternative_count == 0;
    print_columns(page,
        (const char *[]){say(page, "mål", "measure"),
            alone ? "" : say(page, "alternativ", "alternative"),
            say(page, "i dag", "baseline"), alone ? "" : say(page, "etter", "after"),
            alone ? "[95 %]" : say(page, "forskjell [95 %]", "difference [95 %]")});
    for (int32_t i = 0; i < page->rows; i++) {
        print_row(page, page->row[i]);
    }
    spenn_terminal_put(&page->terminal, "");
}

static int32_t class_of(const struct page *page, int32_t i)
{
    return (int32_t)spenn_expected_class(&page->study->scenario->expect[i]);
}

/* "emergent: 2 supported, 1 undecided". */
static void print_class(struct page *page, int32_t class)
{
    const char *text = NULL;
    for (int32_t verdict = 0; verdict <= SPENN_NOT_COMPARABLE; verdict++) {
        int32_t count = 0;
        for (int32_t i = 0; i < page->study->verdicts.count; i++) {
            count +=
                class_of(page, i) == class && page->study->verdicts.verdict[i] == verdict;
        }
        if (count) {
            text = spenn_arena_format(&page->memory, "%s%s%d %s", text ? text : "",
                text ? ", " : "", count, verdict_name(page, verdict));
        }
    }
    spenn_terminal_put(&page->terminal,
        spenn_arena_format(&page->memory, "%s: %s", class_name(page, class), text));
}

static void print_verdict(struct page *page, int32_t i)
{
    static const char *const nb[] = {"høyere", "lavere", "samme"};
    const struct spenn_study *study = page->study;
    const struct spenn_expect *expect = &study->scenario->expect[i];
    const struct spenn_study_verdicts *v = &study->verdicts;
    bool spoiled = v->verdict[i] == SPENN_NOT_COMPARABLE, same = expect->is == SPENN_SAME;
    const char *reason = spoiled ? say(page, v->reason_nb[i], v->reason[i]) : "";
    const char *than = expect->than < 0
        ? ""
        : spenn_arena_format(&page->memory, " %s %s",
            same ? say(page, "som", "as") : say(page, "enn", "than"),
            spenn_alternative_text(study, expect->than));
    spenn_terminal_put(&page->terminal,
        spenn_arena_format(&page->memory, "  %s %s%s%s %s %s %s%s: %s%s%s%s",
            *expect->claim ? expect->claim : "-", expect->measure, expect->of ? " " : "",
            expect->of ? expect->of : "", say(page, "i", "in"),
            spenn_alternative_text(study, expect->in),
            say(page, nb[expect->is], spenn_direction_text(expect->is)), than,
            verdict_name(page, v->verdict[i]), *reason ? " (" : "", reason,
            *reason ? ")" : ""));
}

static bool has_class(const struct page *page, int32_t class)
{
    for (int32_t i = 0; i < page->study->verdicts.count; i++) {
        if (class_of(page, i) == class) {
            return true;
        }
    }
    return false;
}

static int32_t notes_shown(const struct page *page)
{
    int32_t count = page->study->note_count;
    return count > most_notes ? most_notes - 1 : count;
}

static const char *note_text(struct page *page, int32_t i)
{
    const struct spenn_study_note *note = &page->study->note[i];
    return spenn_arena_format(&page->memory, "%s: %s", say(page, "merk", "note"),
        say(page, note->text_nb, note->text_en));
}

/* A caveat, which is the first note, takes four lines at most, another note two. */
static int32_t most_lines_of(const struct page *page, int32_t i)
{
    return i == 0 && page->study->scenario->caveat ? 4 : 2;
}

static int32_t note_lines(struct page *page)
{
    int32_t lines = notes_shown(page) < page->study->note_count;
    for (int32_t i = 0; i < notes_shown(page); i++) {
        bool more = spenn_text_width(note_text(page, i)) > spenn_terminal_width;
        lines += more ? most_lines_of(page, i) : 1;
    }
    return lines;
}

/* The verdicts of one class as long as there is room; how many are left out. */
static int32_t print_members(struct page *page, int32_t class, int32_t *room)
{
    int32_t hidden = 0;
    for (int32_t i = 0; i < page->study->verdicts.count; i++) {
        if (class_of(page, i) != class) {
            continue;
        }
        if (*room > 0) {
            print_verdict(page, i);
        } else {
            hidden++;
        }
        (*room)--;
    }
    return hidden;
}

/* Emergent ones first: only they are evidence of anything. Every class has its line of
 * totals; the expectations themselves take what room is left by these and the notes. */
static void print_verdicts(struct page *page)
{
    static const int32_t order[] = {SPENN_CLASS_EMERGENT, SPENN_CLASS_STRUCTURE,
        SPENN_CLASS_BUILT_IN, SPENN_CLASS_DATA};
    enum { classes = sizeof order / sizeof order[0] };
    int32_t room = page->terminal.left - note_lines(page) - 1, hidden = 0;
    room -= page->study->scenario->unrepresented_count > 0;
    room -= spenn_turn_text(page->report, &page->memory) ? turn_lines : 0;
    for (int32_t c = 0; c < classes; c++) {
        room -= has_class(page, order[c]);
    }
    for (int32_t c = 0; c < classes; c++) {
        if (!has_class(page, order[c])) {
            continue;
        }
        print_class(page, order[c]);
        hidden += print_members(page, order[c], &room);
    }
    if (hidden) {
        spenn_terminal_put(&page->terminal,
            spenn_arena_format(
                &page->memory, say(page, "  og %d til", "  and %d more"), hidden));
    }
}

static void print_unrepresented(struct page *page)
{
    const struct spenn_scenario *scenario = page->study->scenario;
    const char *claims = NULL;
    for (int32_t i = 0; i < scenario->unrepresented_count; i++) {
        const char *claim = scenario->unrepresented[i].claim;
        claims =
            claims ? spenn_arena_format(&page->memory, "%s, %s", claims, claim) : claim;
    }
    if (claims) {
        spenn_terminal_put(&page->terminal,
            spenn_arena_format(&page->memory, "%s: %s",
                say(page, "ikke gjengitt her (grunnene står i rapporten)",
                    "not represented here (reasons in the report)"),
                claims));
    }
}

/* What would change the answer. */
static void print_turn(struct page *page)
{
    const struct spenn_report *report = page->report;
    const char *text = spenn_turn_text(report, &page->memory);
    const char *explored = report->space ? say(page, "; forutsetningene: se rapporten",
                               "; the assumptions: see the report")
        : report->explore ? say(page, "; se spenn explore", "; see spenn explore")
                          : "";
    if (text) {
        spenn_terminal_wrap(&page->terminal,
            spenn_arena_format(&page->memory, "%s%s", text, explored), turn_lines);
    }
}

static void print_notes(struct page *page)
{
    const struct spenn_study *study = page->study;
    int32_t shown = notes_shown(page);
    for (int32_t i = 0; i < shown; i++) {
        spenn_terminal_wrap(&page->terminal, note_text(page, i), most_lines_of(page, i));
    }
    if (shown < study->note_count) {
        spenn_terminal_put(&page->terminal,
            spenn_arena_format(&page->memory,
                say(page, "merk: %d merknader til i rapporten",
                    "note: %d more notes in the report"),
                study->note_count - shown));
    }
}

bool spenn_report_text(const struct spenn_report *report, FILE *out)
{
    struct page page = {.report = report, .study = report->study};
    page.terminal = (struct spenn_terminal){out, most_lines - last_lines};
    print_head(&page);
    print_table(&page);
    print_verdicts(&page);
    print_unrepresented(&page);
    print_notes(&page);
    print_turn(&page);
    page.terminal.left = last_lines;
    spenn_terminal_wrap(&page.terminal,
        say(&page,
            "En simulering viser hva som følger av forutsetningene; den bekrefter ikke "
            "påstanden.",
            "A simulation shows what follows from its assumptions; it does not confirm "
            "the claim."),
        last_lines);
    spenn_arena_free(&page.memory);
    return !ferror(out);
}
