/* SPDX-License-Identifier: MIT */
#include "report_survey.h"

#include "report.h"
#include "terminal.h"

#include <math.h>
#include <string.h>

enum { label_width = 28, bar_width = 8, interval_width = 12, number_size = 64 };

struct page {
    const struct spenn_report_survey *report;
    struct spenn_terminal terminal;
    struct spenn_arena memory;
    bool norwegian;
};

static const char *say(const struct page *page, const char *nb, const char *en)
{
    return page->norwegian ? nb : en;
}

/* Shares in whole per cent, indices with one decimal. */
static const char *number(struct page *page, double value, double top)
{
    if (isnan(value)) {
        return "–";
    }
    long long tenths = llround(value * 10);
    return top >= 100
        ? spenn_arena_format(&page->memory, "%lld", llround(value))
        : spenn_arena_format(&page->memory, "%lld.%lld", tenths / 10, tenths % 10);
}

static const char *interval(struct page *page, const struct spenn_survey_line *line)
{
    if (isnan(line->own.low)) {
        return "";
    }
    return spenn_arena_format(&page->memory, "[%s, %s]",
        number(page, line->own.low, line->top), number(page, line->own.high, line->top));
}

static const char *bar(struct page *page, double share)
{
    const char *text = "";
    int32_t full = (int32_t)lround(share * bar_width);
    for (int32_t i = 0; i < bar_width; i++) {
        text = spenn_arena_format(&page->memory, "%s%s", text, i < full ? "█" : "·");
    }
    return text;
}

static const char *right(struct page *page, const char *text, int32_t width)
{
    return spenn_terminal_cell(&page->memory, text, width, true);
}

static const char *label(struct page *page, const struct spenn_survey_line *line)
{
    if (line->sector == 0) {
        return say(page, line->nb, line->en);
    }
    const struct spenn_survey_item *sector = &spenn_survey_sectors[line->sector - 1];
    return spenn_arena_format(&page->memory, "  %s", say(page, sector->nb, sector->en));
}

static void put_row(struct page *page, const char *const head[5], const char *const *at)
{
    char row[512];
    (void)snprintf(row, sizeof row, "%s %s%s %s%s%s%s%s%s%s",
        spenn_terminal_cell(&page->memory, head[0], label_width, false), head[1],
        right(page, head[2], 5), right(page, head[3], interval_width),
        right(page, head[4], 4), right(page, at[0], 4), right(page, at[1], 4),
        right(page, at[2], 4), right(page, at[3], 4), right(page, at[4], 4));
    spenn_terminal_put(&page->terminal, row);
}

static void put_line(struct page *page, const struct spenn_survey_line *line)
{
    const char *at[spenn_case_count];
    for (int32_t c = 0; c < spenn_case_count; c++) {
        bool told = line->block->table && line->sector == 0;
        at[c] = told ? number(page, line->at[c].value, 100) : "";
    }
    put_row(page,
        (const char *const[]){label(page, line), bar(page, line->own.value / line->top),
            number(page, line->own.value, line->top), interval(page, line),
            spenn_arena_format(&page->memory, "%d", line->own.n)},
        at);
}

static void put_head(struct page *page)
{
    int32_t answered = page->report->score->respondents;
    int32_t invited = page->report->invited;
    const char *of = invited <= 0
        ? ""
        : spenn_arena_format(&page->memory, say(page, " av %d", " of %d"), invited);
    const char *rate = invited <= 0 ? ""
                                    : spenn_arena_format(&page->memory, " (%ld %%)",
                                        lround(100.0 * answered / invited));
    spenn_terminal_put(&page->terminal,
        spenn_arena_format(&page->memory,
            say(page, "Undersøkelse om stab og støtte: svar fra %d%s ledere%s",
                "Survey on staff and support: answers from %d%s leaders%s"),
            answered, of, rate));
    const char *at[spenn_case_count];
    for (int32_t c = 0; c < spenn_case_count; c++) {
        at[c] = spenn_arena_bytes(&page->memory, spenn_case_names[c], 3);
    }
    put_row(page,
        (const char *const[]){"", "        ", say(page, "egen", "own"), "95 %", "n"}, at);
}

bool spenn_report_survey_text(const struct spenn_report_survey *report, FILE *out)
{
    struct page page = {.report = report,
        .terminal = {.out = out, .left = INT32_MAX},
        .norwegian = strcmp(report->lang, "nb") == 0};
    const char *block = "";
    put_head(&page);
    for (int32_t i = 0; i < report->score->count; i++) {
        const struct spenn_survey_line *line = &report->score->line[i];
        if (strcmp(line->block->id, block) != 0) {
            block = line->block->id;
            spenn_terminal_put(&page.terminal, "");
            spenn_terminal_put(&page.terminal,
                spenn_arena_format(&page.memory, "%s, %%",
                    say(&page, line->block->nb, line->block->en)));
        }
        put_line(&page, line);
    }
    spenn_terminal_put(&page.terminal, "");
    const char *caveat;
    for (int32_t i = 0; (caveat = spenn_survey_caveat(i, page.norwegian)); i++) {
        spenn_terminal_wrap(&page.terminal, caveat, 5);
    }
    spenn_arena_free(&page.memory);
    return !ferror(out);
}

static const char *figure(struct spenn_arena *memory, double value)
{
    char text[number_size];
    return spenn_arena_text(memory, spenn_report_figure(text, sizeof text, value));
}

static void add_row(struct spenn_sheet *sheet, const struct spenn_survey_line *line,
    const char *group, const struct spenn_estimate *estimate)
{
    if (isnan(estimate->value)) {
        return;
    }
    const char **cells = spenn_sheet_add(sheet);
    bool own = estimate == &line->own;
    cells[0] = line->block->id;
    cells[1] = line->code;
    cells[2] = group;
    cells[3] = figure(&sheet->memory, estimate->value);
    cells[4] = figure(&sheet->memory, estimate->low);
    cells[5] = figure(&sheet->memory, estimate->high);
    cells[6] = estimate->n ? spenn_arena_format(&sheet->memory, "%d", estimate->n) : "";
    cells[7] = line->top < 100 ? "points" : "%";
    cells[8] = own
        ? ""
        : spenn_arena_format(&sheet->memory, "document 004, %s", line->block->table);
}

void spenn_report_survey_sheet(
    const struct spenn_survey_score *score, struct spenn_sheet *sheet)
{
    static const char *const titles[] = {
        "question", "item", "group", "value", "low", "high", "n", "unit", "source"};
    *sheet = (struct spenn_sheet){.columns = 9, .title = titles, .numeric = 0x78};
    for (int32_t i = 0; i < score->count; i++) {
        const struct spenn_survey_line *line = &score->line[i];
        add_row(sheet, line,
            line->sector ? spenn_arena_format(
                &sheet->memory, "own, %s", spenn_survey_sectors[line->sector - 1].en)
                         : "own",
            &line->own);
        for (int32_t c = 0; c < spenn_case_count; c++) {
            add_row(sheet, line, spenn_case_names[c], &line->at[c]);
        }
    }
}

enum template_row { name_row, label_row, scale_row, template_rows };

static const char *template_cell(char buffer[spenn_survey_name_size],
    enum template_row row, const struct spenn_survey_block *block, int32_t item,
    bool norwegian)
{
    if (row == name_row) {
        return spenn_survey_column_name(buffer, block, item);
    }
    if (row == label_row) {
        return norwegian ? block->item[item].nb : block->item[item].en;
    }
    return norwegian ? block->scale_nb : block->scale_en;
}

static void print_template_row(enum template_row row, bool norwegian, FILE *out)
{
    static const char *const first[] = {"respondent", "#question", "#codes"};
    char buffer[spenn_survey_name_size];
    (void)fputs(first[row], out);
    for (int32_t b = 0; b < spenn_survey_block_count; b++) {
        const struct spenn_survey_block *block = &spenn_survey_blocks[b];
        for (int32_t i = 0; i < block->count; i++) {
            (void)fputc(',', out);
            spenn_report_cell(out, template_cell(buffer, row, block, i, norwegian));
        }
    }
    (void)fputs(row == name_row ? ",note\n" : ",\n", out);
}

bool spenn_report_survey_template(const char *lang, FILE *out)
{
    for (enum template_row row = name_row; row < template_rows; row++) {
        print_template_row(row, strcmp(lang, "nb") == 0, out);
    }
    return !ferror(out);
}
