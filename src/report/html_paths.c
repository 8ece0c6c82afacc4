/* SPDX-License-Identifier: MIT
 * The path over time: one small line chart a series, a line an alternative with its 95 %
 * band, waves marked where they came. Colour is never alone: lines differ in their dashes
 * too, and each ends with its number in the legend. */
#include "html.h"
#include "quantity.h"

#include <math.h>
#include <string.h>

enum { most_lines = 6, left = 56, right = 24, top = 16, bottom = 34 };
static const double width = 640, height = 200;

static const struct {
    const char *colour, *dashes;
} strokes[most_lines] = {{"#3B4754", "none"}, {"#0B6BB0", "none"}, {"#B84400", "7 3"},
    {"#007A54", "2 3"}, {"#7A3E9D", "9 3 2 3"}, {"#8A6D00", "4 2"}};

struct frame { /* a series, and what of it is drawn */
    const struct spenn_page *page;
    const struct spenn_study_path *path;
    int32_t series, lines;
    double low, high, step; /* of the axis */
};

static size_t at(const struct frame *frame, int32_t line, int32_t week)
{
    const struct spenn_study_path *path = frame->path;
    return ((size_t)line * (size_t)path->weeks + (size_t)week) * (size_t)path->series
        + (size_t)frame->series;
}

static double x_of(const struct frame *frame, double weeks)
{
    return left + (width - left - right) * weeks / frame->path->weeks;
}

static double y_of(const struct frame *frame, double value)
{
    double share = (value - frame->low) / (frame->high - frame->low);
    return height - bottom - (height - top - bottom) * fmin(fmax(share, 0.0), 1.0);
}

/* 1, 2 or 5 times a power of ten, so that about `count` of them fill the range. */
static double nice_step(double range, double count)
{
    double rough = range / count, power = pow(10.0, floor(log10(rough)));
    double digit = rough / power;
    return power * (digit <= 1.0 ? 1.0 : digit <= 2.0 ? 2.0 : digit <= 5.0 ? 5.0 : 10.0);
}

static bool is_shown(const struct frame *frame, int32_t line)
{
    return frame->path->shown[line * frame->path->series + frame->series];
}

/* The axis holds all bands; counts begin at 0. False when nothing was observed. */
static bool fit(struct frame *frame)
{
    double low = INFINITY, high = -INFINITY;
    for (int32_t line = 0; line < frame->lines; line++) {
        for (int32_t week = 0; week < frame->path->weeks; week++) {
            size_t i = at(frame, line, week);
            low = fmin(low, fmin(frame->path->mean[i], frame->path->low[i]));
            high = fmax(high, fmax(frame->path->mean[i], frame->path->high[i]));
        }
    }
    bool counts = strcmp(spenn_sim_paths[frame->series].unit, "cases") == 0;
    low = counts ? 0.0 : low;
    if (!isfinite(low) || !isfinite(high) || (counts && !(high > 0.0))) {
        return false;
    }
    double range = fmax(high - low, 1e-3 * fmax(fabs(high), 1.0));
    frame->step = nice_step(range, 4.0);
    frame->low = floor(low / frame->step + 1e-9) * frame->step;
    frame->high = ceil((low + range) / frame->step - 1e-9) * frame->step;
    return true;
}

static void axis(const struct frame *frame)
{
    FILE *out = frame->page->out;
    int32_t weeks = frame->path->weeks;
    int32_t every = weeks <= 26 ? 4 : weeks <= 60 ? 13 : weeks <= 120 ? 26 : 52;
    int32_t lines = (int32_t)((frame->high - frame->low) / frame->step + 0.5);
    for (int32_t i = 0; i <= lines; i++) {
        char cell[64];
        double value = frame->low + i * frame->step;
        (void)fprintf(out,
            "<path d=\"M%d %.1fH%.0f\" stroke=\"#DCE3E9\"/>"
            "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
            left, y_of(frame, value), width - right, left - 6, y_of(frame, value) + 4,
            spenn_report_figure(cell, sizeof cell, value));
    }
    for (int32_t week = 0; week <= weeks; week += every) {
        (void)fprintf(out,
            "<path d=\"M%.1f %.0fv4\" stroke=\"#6B7680\"/>"
            "<text x=\"%.1f\" y=\"%.0f\" text-anchor=\"middle\">%d</text>",
            x_of(frame, week), height - bottom, x_of(frame, week), height - bottom + 17,
            week);
    }
    (void)fprintf(out, "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"end\">%s</text>",
        width - right, height - 4, spenn_page_say(frame->page, "uke", "week"));
}

/* Where a wave came (on average, when by trigger), if it did. */
static void mark(const struct frame *frame, double hours, const char *colour)
{
    if (!isnan(hours)) {
        (void)fprintf(frame->page->out,
            "<path d=\"M%.1f %dV%.0f\" stroke=\"%s\" stroke-width=\"1.2\" "
            "stroke-dasharray=\"3 3\" opacity=\"0.8\"/>",
            x_of(frame, hours / SPENN_WEEK), top, height - bottom, colour);
    }
}

static void marks(const struct frame *frame)
{
    const struct spenn_study *study = frame->page->report->study;
    for (int32_t a = 0; a + 1 < frame->lines; a++) {
        const struct spenn_study_waves *waves = &study->waves[a];
        for (int32_t i = 0; i < waves->count; i++) {
            mark(frame, waves->mean[i], strokes[a + 1].colour);
        }
    }
}

/* Adds the point in the middle of a week, unless nothing was observed; whether it did. */
static bool add_point(const struct frame *frame, int32_t week, double value, bool open)
{
    if (!isnan(value)) {
        (void)fprintf(frame->page->out, "%c%.1f %.1f", open ? 'L' : 'M',
            x_of(frame, week + 0.5), y_of(frame, value));
    }
    return !isnan(value);
}

/* Along the upper edge and back along the lower one. */
static void draw_band(const struct frame *frame, int32_t l)
{
    FILE *out = frame->page->out;
    const struct spenn_study_path *path = frame->path;
    bool open = false;
    (void)fprintf(out, "<path fill=\"%s\" fill-opacity=\"0.13\" d=\"", strokes[l].colour);
    for (int32_t week = 0; week < path->weeks; week++) {
        open |= add_point(frame, week, path->high[at(frame, l, week)], open);
    }
    for (int32_t week = path->weeks; week-- > 0;) {
        open |= add_point(frame, week, path->low[at(frame, l, week)], open);
    }
    (void)fprintf(out, "%s\"/>", open ? "Z" : "M0 0");
}

/* Gaps where nothing was observed. */
static void draw_line(const struct frame *frame, int32_t l)
{
    FILE *out = frame->page->out;
    const struct spenn_study_path *path = frame->path;
    bool open = false;
    (void)fprintf(out,
        "<path fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\" "
        "stroke-dasharray=\"%s\" d=\"",
        strokes[l].colour, strokes[l].dashes);
    for (int32_t week = 0; week < path->weeks; week++) {
        open = add_point(frame, week, path->mean[at(frame, l, week)], open);
    }
    (void)fputs("\"/>", out);
}

/* In words for those who do not see it: where each alternative begins and ends. */
static void describe(const struct frame *frame)
{
    const struct spenn_page *page = frame->page;
    const char *unit = spenn_sim_paths[frame->series].unit;
    int32_t last = frame->path->weeks - 1;
    const char *between = "";
    for (int32_t l = 0; l < frame->lines; l++) {
        char from[64], to[64];
        if (!is_shown(frame, l)) {
            continue;
        }
        (void)fputs(between, page->out);
        between = "; ";
        spenn_page_text(page, spenn_page_alternative(page, l - 1));
        (void)fprintf(page->out, ": %s %s %s",
            spenn_report_number(
                from, sizeof from, frame->path->mean[at(frame, l, 0)], unit),
            spenn_page_say(page, "den første uken, til slutt", "in the first week, then"),
            spenn_report_number(
                to, sizeof to, frame->path->mean[at(frame, l, last)], unit));
    }
}

static void chart(const struct frame *frame)
{
    const struct spenn_page *page = frame->page;
    const struct spenn_sim_path *series = &spenn_sim_paths[frame->series];
    const char *title = page->norwegian ? series->title_nb : series->title_en;
    (void)fprintf(page->out,
        "<figure><figcaption>%s</figcaption>\n<svg viewBox=\"0 0 %.0f %.0f\" "
        "role=\"img\" aria-labelledby=\"path-%s path-%s-d\" font-size=\"12\" "
        "fill=\"#3B4754\"><title id=\"path-%s\">%s</title><desc id=\"path-%s-d\">",
        title, width, height, series->id, series->id, series->id, title, series->id);
    describe(frame);
    (void)fputs("</desc>", page->out);
    axis(frame);
    marks(frame);
    for (int32_t l = 0; l < frame->lines; l++) {
        if (is_shown(frame, l)) {
            draw_band(frame, l);
            draw_line(frame, l);
        }
    }
    (void)fputs("</svg></figure>\n", page->out);
}

static void legend(const struct frame *frame)
{
    const struct spenn_page *page = frame->page;
    (void)fputs("<p class=\"small\">", page->out);
    for (int32_t l = 0; l < frame->lines; l++) {
        (void)fprintf(page->out,
            "%s<svg width=\"34\" height=\"10\" viewBox=\"0 0 34 10\" "
            "aria-hidden=\"true\"><path d=\"M1 5H33\" stroke=\"%s\" "
            "stroke-width=\"2.5\" stroke-dasharray=\"%s\"/></svg> ",
            l ? " &#160; " : "", strokes[l].colour, strokes[l].dashes);
        spenn_page_text(page, spenn_page_alternative(page, l - 1));
    }
    int32_t left_out =
        page->report->study->scenario->alternative_count + 1 - frame->lines;
    if (left_out > 0) {
        (void)fprintf(page->out, " &#160; (%d %s)", left_out,
            spenn_page_say(page, "alternativer til i series.csv er ikke tegnet",
                "more alternatives in series.csv are not drawn"));
    }
    (void)fputs("</p>\n", page->out);
}

/* When the waves came, in words. */
static void tell_wave(
    const struct spenn_page *page, const struct spenn_study_waves *waves, int32_t i)
{
    char week[64];
    bool comes = !isnan(waves->mean[i]);
    (void)fprintf(page->out, "%s%d: ", i ? "; " : " ", i + 1);
    if (!comes) {
        (void)fputs(spenn_page_say(page, "kom ikke", "did not come"), page->out);
        return;
    }
    double when = floor(waves->mean[i] / SPENN_WEEK * 10.0 + 0.5) / 10.0;
    (void)fprintf(page->out, "%s %s%s", spenn_page_say(page, "uke", "week"),
        waves->wave[i].when ? spenn_page_say(page, "i middel ", "on average ") : "",
        spenn_report_figure(week, sizeof week, when));
    if (waves->wave[i].when) {
        (void)fprintf(page->out, " (%.0f %s)", 100.0 * waves->share[i],
            spenn_page_say(page, "% av replikasjonene", "% of the replications"));
    }
}

static bool tell_waves(const struct spenn_page *page)
{
    const struct spenn_study *study = page->report->study;
    bool any = false;
    for (int32_t a = 0; a < study->scenario->alternative_count; a++) {
        const struct spenn_study_waves *waves = &study->waves[a];
        if (!waves->count) {
            continue;
        }
        any = true;
        (void)fprintf(page->out, "<p>%s, ", spenn_page_say(page, "Bølger", "Waves"));
        spenn_page_text(page, spenn_page_alternative(page, a));
        (void)fputs(" –", page->out);
        for (int32_t i = 0; i < waves->count; i++) {
            tell_wave(page, waves, i);
        }
        (void)fputs(".</p>\n", page->out);
    }
    return any;
}

void spenn_page_paths(const struct spenn_page *page)
{
    const struct spenn_study *study = page->report->study;
    int32_t lines = study->scenario->alternative_count + 1;
    struct frame frame = {.page = page,
        .path = &study->path,
        .lines = lines < most_lines ? lines : most_lines};
    if (!study->path.weeks || !study->replications) {
        return;
    }
    spenn_page_heading(page, "path", "Over tid", "Over time");
    bool waves = tell_waves(page);
    (void)fprintf(page->out, "<details%s><summary>%s</summary>\n<p class=\"small\">%s",
        waves ? " open" : "", spenn_page_say(page, "Uke for uke", "Week by week"),
        spenn_page_say(page,
            "Middel over replikasjonene med 95 %-intervall, fra innkjøringen er over.",
            "Mean over the replications with its 95 % interval, from the end of the "
            "warm-up."));
    (void)fprintf(page->out, " %s</p>\n",
        spenn_page_say(page,
            "Stiplede loddrette streker: bølger. Alle tall står i series.csv.",
            "Dashed uprights: waves. All numbers are in series.csv."));
    legend(&frame);
    for (; frame.series < study->path.series; frame.series++) {
        if (fit(&frame)) {
            chart(&frame);
        }
    }
    (void)fputs("</details>\n", page->out);
}
