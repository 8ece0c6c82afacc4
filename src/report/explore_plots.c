/* SPDX-License-Identifier: MIT
 * Plots of an expectation: elementary effects (mean size against spread), and the map of
 * the two inputs that decide most. */
#include "explore_page.h"

#include <math.h>
#include <string.h>

enum { side = 300, left = 84, top = 14, labelled = 6 };

static void put(const struct spenn_explore_sheet *sheet, const char *text)
{
    spenn_page_text(&sheet->page, text);
}

/* ---- screening */

static const struct spenn_effect *effect_of(
    const struct spenn_explore_sheet *sheet, int32_t q, int32_t i)
{
    const struct spenn_exploration *x = sheet->words.x;
    size_t outcome = (size_t)sheet->words.summary->answer[q].outcome;
    return &x->core.effect[outcome * (size_t)x->inputs + (size_t)i];
}

static bool is_plotted(const struct spenn_effect *effect)
{
    return effect->count > 1 && isfinite(effect->star) && isfinite(effect->sigma);
}

/* How many inputs have larger effects. */
static int32_t rank_of(const struct spenn_explore_sheet *sheet, int32_t q, int32_t i)
{
    int32_t larger = 0;
    for (int32_t k = 0; k < sheet->words.x->inputs; k++) {
        const struct spenn_effect *other = effect_of(sheet, q, k);
        larger += is_plotted(other)
            && (other->star > effect_of(sheet, q, i)->star
                || (other->star == effect_of(sheet, q, i)->star && k < i));
    }
    return larger;
}

static const char *input_name(const struct spenn_explore_sheet *sheet, int32_t i)
{
    return i + 1 == sheet->words.x->inputs ? spenn_page_say(&sheet->page, "flaks", "luck")
                                           : sheet->words.x->input[i].name;
}

static void draw_effect(
    const struct spenn_explore_sheet *sheet, int32_t q, int32_t i, double most)
{
    const struct spenn_effect *effect = effect_of(sheet, q, i);
    FILE *out = sheet->page.out;
    bool luck = i + 1 == sheet->words.x->inputs;
    double x = left + side * effect->star / most;
    double y = top + side - side * effect->sigma / most;
    bool flip = x > left + side * 0.6;
    (void)fprintf(out,
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\" stroke=\"%s\"/>", x, y,
        luck ? "#fff" : "#2F6DA3", luck ? "#C2571A" : "#2F6DA3");
    if (luck || (rank_of(sheet, q, i) < labelled && effect->star > most / 12)) {
        (void)fprintf(out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">",
            x + (flip ? -7 : 7), y + 4, flip ? "end" : "start");
        put(sheet, input_name(sheet, i));
        (void)fputs("</text>", out);
    }
}

static const char *short_number(struct spenn_explore_sheet *sheet, double value)
{
    double size = value == 0 ? 1 : pow(10, floor(log10(fabs(value))) - 1);
    char text[64];
    return spenn_arena_text(&sheet->words.memory,
        spenn_report_figure(text, sizeof text, round(value / size) * size));
}

static void screening_axes(struct spenn_explore_sheet *sheet, double most)
{
    FILE *out = sheet->page.out;
    (void)fprintf(out,
        "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"#6B7680\"/><path d=\"M%d %dL%d "
        "%d\" stroke=\"#CBD3DA\" stroke-dasharray=\"3 3\"/>",
        left, top, top + side, left + side, left, top + side, left + side, top);
    for (int32_t i = 0; i <= 2; i++) {
        const char *text = short_number(sheet, most * i / 2);
        (void)fprintf(out,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text><text x=\"%d\" "
            "y=\"%d\" text-anchor=\"end\">%s</text>",
            left + side * i / 2, top + side + 16, text, left - 6,
            top + side + 4 - side * i / 2, text);
    }
    (void)fprintf(out,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">μ*: %s</text><text x=\"14\" "
        "y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 14 %d)\">σ: %s</text>",
        left + side / 2, top + side + 34,
        spenn_page_say(&sheet->page, "virkning i middel", "mean size of the effect"),
        top + side / 2, top + side / 2,
        spenn_page_say(&sheet->page, "hvor ulik den er", "how much it differs"));
}

void spenn_picture_screening(struct spenn_explore_sheet *sheet, int32_t q)
{
    FILE *out = sheet->page.out;
    int32_t inputs = sheet->words.x->inputs;
    double most = 0;
    for (int32_t i = 0; i < inputs && sheet->words.x->core.effect; i++) {
        const struct spenn_effect *effect = effect_of(sheet, q, i);
        most = is_plotted(effect) ? fmax(most, fmax(effect->star, effect->sigma)) : most;
    }
    if (!(most > 0)) {
        return;
    }
    const char *title = spenn_page_say(&sheet->page,
        "Første siling: hvor mye en forutsetning flytter utfallet",
        "Screening: how much an assumption moves the outcome");
    (void)fprintf(out,
        "<figure class=\"half\"><figcaption>%s</figcaption><svg viewBox=\"0 0 430 360\" "
        "role=\"img\" aria-labelledby=\"s%d s%d-d\" font-size=\"12\" fill=\"#1F2933\">"
        "<title id=\"s%d\">%s</title><desc id=\"s%d-d\">",
        title, q, q, q, title, q);
    for (int32_t i = 0; i < inputs; i++) {
        if (is_plotted(effect_of(sheet, q, i)) && rank_of(sheet, q, i) < labelled) {
            put(sheet, input_name(sheet, i));
            (void)fprintf(
                out, " %s; ", short_number(sheet, effect_of(sheet, q, i)->star));
        }
    }
    (void)fputs("</desc>", out);
    screening_axes(sheet, most);
    for (int32_t i = 0; i < inputs; i++) {
        if (is_plotted(effect_of(sheet, q, i))) {
            draw_effect(sheet, q, i, most);
        }
    }
    (void)fputs("</svg></figure>\n", out);
}

/* ---- map */

/* From white to blue. */
static void bin_colour(double share, char colour[8])
{
    int red = (int)lround(255 - share * (255 - 0x2F));
    int green = (int)lround(255 - share * (255 - 0x6D));
    int blue = (int)lround(255 - share * (255 - 0xA3));
    (void)snprintf(colour, 8, "#%02X%02X%02X", (unsigned)red & 255U,
        (unsigned)green & 255U, (unsigned)blue & 255U);
}

static void draw_bin(const struct spenn_explore_sheet *sheet,
    const struct spenn_space_answer *answer, int32_t row, int32_t column)
{
    const struct spenn_map_bin *bin = &answer->map.bin[row * answer->map.bins + column];
    double size = (double)side / answer->map.bins;
    double x = left + size * column, y = top + side - size * (row + 1);
    char colour[8];
    FILE *out = sheet->page.out;
    if (bin->verdicts == 0) {
        (void)fprintf(out,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" "
            "fill=\"url(#hatch)\" stroke=\"#fff\"/>",
            x, y, size, size);
        return;
    }
    bin_colour(bin->share, colour);
    (void)fprintf(out,
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" "
        "stroke=\"#fff\"/><text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" "
        "fill=\"%s\">%d</text>",
        x, y, size, size, colour, x + size / 2, y + size / 2 + 4,
        bin->share > 0.55 ? "#fff" : "#1F2933", spenn_picture_per_cent(bin->share));
}

/* Three ticks in the input's own unit, along one axis. */
static void map_axis(struct spenn_explore_sheet *sheet, int32_t input, bool upright)
{
    const struct spenn_input *in = &sheet->words.x->input[input];
    FILE *out = sheet->page.out;
    for (int32_t i = 0; i <= 2; i++) {
        double x = upright ? left - 6 : left + side * i / 2.;
        double y = upright ? top + side + 4 - side * i / 2. : top + side + 16;
        (void)fprintf(out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y,
            upright ? "end" : "middle");
        put(sheet,
            spenn_words_value(
                &sheet->words, input, in->low + (in->high - in->low) * i / 2));
        (void)fputs("</text>", out);
    }
    int32_t middle = top + side / 2;
    if (upright) {
        (void)fprintf(out,
            "<text x=\"14\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 14 "
            "%d)\" font-weight=\"bold\">",
            middle, middle);
    } else {
        (void)fprintf(out,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-weight=\"bold\">",
            left + side / 2, top + side + 34);
    }
    put(sheet, in->name);
    (void)fputs("</text>", out);
}

/* Where the values in force lie. */
static void draw_now(const struct spenn_explore_sheet *sheet, int32_t across, int32_t up)
{
    const struct spenn_exploration *x = sheet->words.x;
    const struct spenn_input *a = &x->input[across], *b = &x->input[up];
    double at = (x->value[across] - a->low) / (a->high - a->low);
    double on = (x->value[up] - b->low) / (b->high - b->low);
    if (isfinite(at) && isfinite(on)) {
        (void)fprintf(sheet->page.out,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"11\" fill=\"none\" stroke=\"#F2A541\" "
            "stroke-width=\"3\"/>",
            left + side * at, top + side - side * on);
    }
}

void spenn_picture_map(struct spenn_explore_sheet *sheet, int32_t q)
{
    const struct spenn_space_answer *answer = &sheet->words.summary->answer[q];
    FILE *out = sheet->page.out;
    if (!answer->mapped) {
        return;
    }
    const char *verdict = spenn_words_verdict(&sheet->words, answer->main);
    const char *title = spenn_arena_format(&sheet->words.memory,
        spenn_page_say(&sheet->page, "Prosent av punktene som er %s; ring: i dag",
            "Per cent of the points that are %s; ring: today"),
        verdict);
    (void)fprintf(out,
        "<figure class=\"half\"><figcaption>%s</figcaption><svg viewBox=\"0 0 430 360\" "
        "role=\"img\" aria-labelledby=\"m%d m%d-d\" font-size=\"12\" fill=\"#1F2933\">"
        "<title id=\"m%d\">%s</title><desc id=\"m%d-d\">",
        title, q, q, q, title, q);
    put(sheet, sheet->words.x->input[answer->across].name);
    put(sheet, " × ");
    put(sheet, sheet->words.x->input[answer->up].name);
    put(sheet,
        spenn_page_say(
            &sheet->page, "; tallene står i map.csv", "; the numbers are in map.csv"));
    (void)fputs("</desc>", out);
    for (int32_t row = 0; row < answer->map.bins; row++) {
        for (int32_t column = 0; column < answer->map.bins; column++) {
            draw_bin(sheet, answer, row, column);
        }
    }
    map_axis(sheet, answer->across, false);
    map_axis(sheet, answer->up, true);
    draw_now(sheet, answer->across, answer->up);
    (void)fputs("</svg></figure>\n", out);
}
