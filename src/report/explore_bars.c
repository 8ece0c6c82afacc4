/* SPDX-License-Identifier: MIT
 * Bars: shares of verdicts, and what a difference hangs on. */
#include "explore_page.h"

#include <math.h>

enum { wide = 760, row_high = 42, tornado_rows = 10, name_wide = 190, line_high = 24 };
static const double scale_wide = 400;

const char *spenn_picture_colour(int32_t verdict)
{
    static const char *const colour[SPENN_VERDICTS] = {[SPENN_SUPPORTED] = "#1B8A63",
        [SPENN_CONTRADICTED] = "#C2571A",
        [SPENN_NO_DIFFERENCE] = "#B9C4CE",
        [SPENN_ASSUMED] = "#E3E8EC",
        [SPENN_NOT_COMPARABLE] = "#5A6672"};
    return colour[verdict];
}

int32_t spenn_picture_per_cent(double share)
{
    return (int32_t)lround(100 * share);
}

static void put(const struct spenn_explore_sheet *sheet, const char *text)
{
    spenn_page_text(&sheet->page, text);
}

static void fill(const struct spenn_explore_sheet *sheet, int32_t verdict)
{
    const char *colour = spenn_picture_colour(verdict);
    (void)fprintf(sheet->page.out, "fill=\"%s\"", colour ? colour : "url(#hatch)");
}

static bool dark(int32_t verdict)
{
    return verdict == SPENN_SUPPORTED || verdict == SPENN_CONTRADICTED
        || verdict == SPENN_NOT_COMPARABLE;
}

static void share_bar(struct spenn_explore_sheet *sheet, int32_t q, int32_t y)
{
    const struct spenn_space_answer *answer = &sheet->words.summary->answer[q];
    FILE *out = sheet->page.out;
    double x = 0;
    for (int32_t v = 0; v < SPENN_VERDICTS; v++) {
        double share = spenn_space_share(answer, v);
        if (!(share > 0)) {
            continue;
        }
        (void)fprintf(out,
            "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"18\" stroke=\"#fff\" ", x,
            y, wide * share);
        fill(sheet, v);
        (void)fputs("/>", out);
        if (share >= 0.06) {
            (void)fprintf(out, "<text x=\"%.1f\" y=\"%d\" fill=\"%s\">%d %%</text>",
                x + 6, y + 13, dark(v) ? "#fff" : "#1F2933",
                spenn_picture_per_cent(share));
        }
        x += wide * share;
    }
}

/* "supported 83 %, undecided 17 %" */
static void shares_in_words(struct spenn_explore_sheet *sheet, int32_t q)
{
    const struct spenn_space_answer *answer = &sheet->words.summary->answer[q];
    const char *between = "";
    for (int32_t v = 0; v < SPENN_VERDICTS; v++) {
        double share = spenn_space_share(answer, v);
        if (share > 0) {
            put(sheet, between);
            put(sheet, spenn_words_verdict(&sheet->words, v));
            put(sheet, " ");
            put(sheet, spenn_words_percent(&sheet->words, share));
            between = ", ";
        }
    }
}

static void legend(struct spenn_explore_sheet *sheet)
{
    FILE *out = sheet->page.out;
    (void)fputs("<p class=\"small\">", out);
    for (int32_t v = 0; v < SPENN_VERDICTS; v++) {
        if (v == SPENN_ASSUMED) {
            continue;
        }
        (void)fputs("<svg width=\"14\" height=\"12\" aria-hidden=\"true\"><rect "
                    "width=\"14\" height=\"12\" stroke=\"#8894A0\" ",
            out);
        fill(sheet, v);
        (void)fputs("/></svg> ", out);
        put(sheet, spenn_words_verdict(&sheet->words, v));
        (void)fputs(" &#160; ", out);
    }
    (void)fputs("</p>\n", out);
}

static int32_t count_told(const struct spenn_explore_sheet *sheet)
{
    int32_t count = 0;
    for (int32_t q = 0; q < sheet->words.summary->count; q++) {
        count += spenn_words_tells(&sheet->words, q);
    }
    return count;
}

void spenn_picture_shares(struct spenn_explore_sheet *sheet)
{
    FILE *out = sheet->page.out;
    int32_t rows = count_told(sheet), y = 0;
    (void)fprintf(out,
        "<figure><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"shares-t "
        "shares-d\" font-size=\"12.5\" fill=\"#1F2933\"><title id=\"shares-t\">%s</title>"
        "<desc id=\"shares-d\">",
        wide, rows * row_high,
        spenn_page_say(&sheet->page, "Andel av rommet i hvert utfall",
            "Share of the space in each verdict"));
    for (int32_t q = 0; q < sheet->words.summary->count; q++) {
        if (spenn_words_tells(&sheet->words, q)) {
            put(sheet, spenn_words_expectation(&sheet->words, q, true));
            put(sheet, ": ");
            shares_in_words(sheet, q);
            put(sheet, ". ");
        }
    }
    (void)fputs("</desc><defs><pattern id=\"hatch\" width=\"6\" height=\"6\" "
                "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect "
                "width=\"6\" height=\"6\" fill=\"#F4F5F6\"/><path d=\"M0 0V6\" "
                "stroke=\"#9AA5B1\" stroke-width=\"2.5\"/></pattern></defs>",
        out);
    for (int32_t q = 0; q < sheet->words.summary->count; q++) {
        if (spenn_words_tells(&sheet->words, q)) {
            (void)fprintf(out, "<text x=\"0\" y=\"%d\">", y + 13);
            put(sheet, spenn_words_expectation(&sheet->words, q, true));
            (void)fputs("</text>", out);
            share_bar(sheet, q, y + 18);
            y += row_high;
        }
    }
    (void)fputs("</svg></figure>\n", out);
    legend(sheet);
}

/* ---- what a difference hangs on */

struct bar {
    int32_t input;
    double from, to;  /* of the bar, on the axis */
    double low, high; /* of its interval; NAN: none */
    double mark;      /* first order; NAN: none */
};

struct tornado {
    const char *title;
    double least, most; /* the axis */
    double floor;       /* of noise; drawn on both sides of 0 */
    int32_t count;
    struct bar bar[tornado_rows];
};

/* Puts the bar in its place by falling length; the shortest go when there are too many.
 */
static void add_bar(struct tornado *tornado, struct bar bar)
{
    int32_t at = tornado->count;
    while (at > 0 && fabs(tornado->bar[at - 1].to) < fabs(bar.to)) {
        at--;
    }
    if (at == tornado_rows) {
        return;
    }
    tornado->count += tornado->count < tornado_rows;
    for (int32_t i = tornado->count - 1; i > at; i--) {
        tornado->bar[i] = tornado->bar[i - 1];
    }
    tornado->bar[at] = bar;
}

static void index_bars(
    struct spenn_explore_sheet *sheet, int32_t q, struct tornado *tornado)
{
    const struct spenn_core *core = &sheet->words.x->core;
    const struct spenn_space_answer *answer = &sheet->words.summary->answer[q];
    const struct spenn_indices *indices = &core->indices[answer->outcome];
    tornado->title = spenn_space_tells(sheet->words.x, answer)
        ? spenn_page_say(&sheet->page,
            "Om det kan sammenlignes: del av variasjonen som forsvinner når "
            "forutsetningen ligger fast (total), med 95 %-intervall; strek: alene "
            "(første "
            "orden)",
            "Whether it can be compared: share of the variation that goes when the "
            "assumption is fixed (total), with its 95 % interval; mark: by itself (first "
            "order)")
        : spenn_page_say(&sheet->page,
            "Del av variasjonen som forsvinner når forutsetningen ligger fast (total), "
            "med 95 %-intervall; strek: alene (første orden)",
            "Share of the variation that goes when the assumption is fixed (total), with "
            "its 95 % interval; mark: by itself (first order)");
    tornado->most = 1;
    tornado->floor = indices->index[core->mattering - 1].total;
    for (int32_t j = 0; j + 1 < core->mattering; j++) {
        const struct spenn_sobol_index *index = &indices->index[j];
        add_bar(tornado,
            (struct bar){core->matter[j], 0, index->total, index->total_low,
                index->total_high, index->first});
    }
}

static void correlation_bars(
    struct spenn_explore_sheet *sheet, int32_t q, struct tornado *tornado)
{
    const struct spenn_space_answer *answer = &sheet->words.summary->answer[q];
    tornado->title =
        spenn_page_say(&sheet->page, "Rangkorrelasjon mellom forutsetning og utfall",
            "Rank correlation of the assumption with the outcome");
    tornado->least = -1;
    tornado->most = 1;
    tornado->floor = answer->beyond;
    for (int32_t i = 0; i + 1 < sheet->words.x->inputs; i++) {
        if (!isnan(answer->correlation[i])) {
            add_bar(tornado, (struct bar){i, 0, answer->correlation[i], NAN, NAN, NAN});
        }
    }
}

static double x_of(const struct tornado *tornado, double value)
{
    double share = (value - tornado->least) / (tornado->most - tornado->least);
    return name_wide + scale_wide * fmin(fmax(share, 0), 1);
}

/* Whether luck would hardly do as much. */
static bool is_above(const struct tornado *tornado, const struct bar *bar)
{
    return (isnan(bar->low) ? fabs(bar->to) : bar->low) > tornado->floor;
}

/* ". Above the noise floor: drift, calibration" */
static void name_those_above(
    const struct spenn_explore_sheet *sheet, const struct tornado *tornado)
{
    const char *before =
        spenn_page_say(&sheet->page, ". Over støygulvet: ", ". Above the noise floor: ");
    bool any = false;
    for (int32_t i = 0; i < tornado->count; i++) {
        if (is_above(tornado, &tornado->bar[i])) {
            put(sheet, any ? ", " : before);
            put(sheet, sheet->words.x->input[tornado->bar[i].input].name);
            any = true;
        }
    }
    put(sheet,
        any ? "."
            : spenn_page_say(&sheet->page, ". Ingenting er over støygulvet.",
                ". Nothing is above the noise floor."));
}

static void draw_bar(
    const struct spenn_explore_sheet *sheet, const struct tornado *tornado, int32_t i)
{
    const struct bar *bar = &tornado->bar[i];
    FILE *out = sheet->page.out;
    int32_t y = 18 + i * line_high;
    double a = x_of(tornado, fmin(bar->from, bar->to));
    double b = x_of(tornado, fmax(bar->from, bar->to));
    bool above = is_above(tornado, bar);
    (void)fprintf(
        out, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">", name_wide - 8, y + 12);
    put(sheet, sheet->words.x->input[bar->input].name);
    (void)fprintf(out,
        "</text><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"%s\"/>", a,
        y + 1, b - a, above ? "#2F6DA3" : "#C5D2DE");
    if (!isnan(bar->low)) {
        (void)fprintf(out,
            "<path d=\"M%.1f %dH%.1f\" stroke=\"#12263A\" stroke-width=\"1.6\"/>",
            x_of(tornado, bar->low), y + 8, x_of(tornado, bar->high));
    }
    if (!isnan(bar->mark)) {
        (void)fprintf(out,
            "<path d=\"M%.1f %dv14\" stroke=\"#F2A541\" stroke-width=\"3\"/>",
            x_of(tornado, bar->mark), y + 1);
    }
    (void)fprintf(out, "<text x=\"%.1f\" y=\"%d\">%.2f</text>",
        name_wide + scale_wide + 10, y + 12, fmin(bar->to, tornado->most) + 0.0);
}

static void draw_floor(
    const struct spenn_explore_sheet *sheet, const struct tornado *tornado, double at)
{
    (void)fprintf(sheet->page.out,
        "<path d=\"M%.1f 14V%d\" stroke=\"#C2571A\" stroke-width=\"1.6\" "
        "stroke-dasharray=\"4 3\"/>",
        x_of(tornado, at), 20 + tornado->count * line_high);
}

static void draw_axis(
    const struct spenn_explore_sheet *sheet, const struct tornado *tornado)
{
    FILE *out = sheet->page.out;
    int32_t y = 20 + tornado->count * line_high;
    for (int32_t i = 0; i <= 4; i++) {
        double value = tornado->least + (tornado->most - tornado->least) * i / 4;
        (void)fprintf(out,
            "<path d=\"M%.1f 16V%d\" stroke=\"#E3E8EC\"/><text x=\"%.1f\" y=\"%d\" "
            "text-anchor=\"middle\">%.2f</text>",
            x_of(tornado, value), y, x_of(tornado, value), y + 16, value);
    }
}

static void draw_tornado(
    struct spenn_explore_sheet *sheet, int32_t q, const struct tornado *tornado)
{
    FILE *out = sheet->page.out;
    (void)fprintf(out, "<figure><figcaption>%s", tornado->title);
    name_those_above(sheet, tornado);
    (void)fprintf(out,
        "</figcaption><svg viewBox=\"0 0 660 %d\" role=\"img\" aria-labelledby=\"t%d "
        "t%d-d\" font-size=\"12.5\" fill=\"#1F2933\"><title id=\"t%d\">%s</title><desc "
        "id=\"t%d-d\">",
        tornado->count * line_high + 44, q, q, q, tornado->title, q);
    for (int32_t i = 0; i < tornado->count; i++) {
        put(sheet, sheet->words.x->input[tornado->bar[i].input].name);
        (void)fprintf(out, " %.2f; ", tornado->bar[i].to + 0.0);
    }
    (void)fprintf(out, "%s %.2f</desc>",
        spenn_page_say(&sheet->page, "støygulv", "noise floor"), tornado->floor);
    draw_axis(sheet, tornado);
    for (int32_t i = 0; i < tornado->count; i++) {
        draw_bar(sheet, tornado, i);
    }
    draw_floor(sheet, tornado, tornado->floor);
    if (tornado->least < 0) {
        draw_floor(sheet, tornado, -tornado->floor);
    }
    (void)fprintf(out,
        "<text x=\"%.1f\" y=\"10\" fill=\"#A3440F\">%s</text></svg></figure>\n",
        x_of(tornado, tornado->floor) + 4,
        spenn_page_say(&sheet->page, "støygulv (flaks)", "noise floor (luck)"));
}

void spenn_picture_tornado(struct spenn_explore_sheet *sheet, int32_t q)
{
    struct tornado tornado = {0};
    switch (sheet->words.summary->answer[q].by) {
    case SPENN_BY_INDICES:
        index_bars(sheet, q, &tornado);
        break;
    case SPENN_BY_CORRELATION:
        correlation_bars(sheet, q, &tornado);
        break;
    default:
        break;
    }
    if (tornado.count) {
        draw_tornado(sheet, q, &tornado);
    }
}
