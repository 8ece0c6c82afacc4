/* SPDX-License-Identifier: MIT
 * How the warm-up was found: the weekly series that settled last, averaged over the
 * pilots, with what was left out of it shaded. */
#include "html.h"
#include "quantity.h"

#include <math.h>

enum { left = 56, right = 24, top = 12, bottom = 34, most_points = 520 };
static const double width = 640, height = 150;

struct frame {
    const struct spenn_page *page;
    const struct spenn_pilot *pilot;
    double low, high;
    int32_t every; /* weeks a point: their mean */
};

static double x_of(const struct frame *frame, double week)
{
    return left + (width - left - right) * week / frame->pilot->weeks;
}

static double y_of(const struct frame *frame, double value)
{
    double share = (value - frame->low) / (frame->high - frame->low);
    return height - bottom - (height - top - bottom) * share;
}

static double mean_from(const struct frame *frame, int32_t week)
{
    double sum = 0;
    int32_t seen = 0;
    for (int32_t i = week; i < week + frame->every && i < frame->pilot->weeks; i++) {
        double value = frame->pilot->mean[i];
        sum += isnan(value) ? 0 : value;
        seen += !isnan(value);
    }
    return seen ? sum / seen : NAN;
}

/* False when there is nothing to see. */
static bool fit(struct frame *frame)
{
    frame->every = (frame->pilot->weeks + most_points - 1) / most_points;
    frame->low = INFINITY;
    frame->high = -INFINITY;
    for (int32_t week = 0; week < frame->pilot->weeks; week += frame->every) {
        double value = mean_from(frame, week);
        frame->low = fmin(frame->low, value);
        frame->high = fmax(frame->high, value);
    }
    return frame->high > frame->low;
}

static void draw_line(const struct frame *frame)
{
    FILE *out = frame->page->out;
    bool open = false;
    (void)fputs("<path fill=\"none\" stroke=\"#0B6BB0\" stroke-width=\"1.6\" d=\"", out);
    for (int32_t week = 0; week < frame->pilot->weeks; week += frame->every) {
        double value = mean_from(frame, week);
        if (!isnan(value)) {
            (void)fprintf(out, "%c%.1f %.1f", open ? 'L' : 'M',
                x_of(frame, week + 0.5 * frame->every), y_of(frame, value));
        }
        open = !isnan(value);
    }
    (void)fputs("\"/>", out);
}

/* The range of values and of weeks, and the cut. */
static void draw_frame(const struct frame *frame, double cut)
{
    FILE *out = frame->page->out;
    const double ends[] = {frame->low, frame->high};
    const char *unit = spenn_sim_paths[frame->pilot->series].unit;
    (void)fprintf(out,
        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%.0f\" fill=\"#EEF1F4\"/>", left,
        top, x_of(frame, cut) - left, height - top - bottom);
    for (int32_t i = 0; i < 2; i++) {
        char cell[64];
        (void)fprintf(out,
            "<path d=\"M%d %.1fH%.0f\" stroke=\"#DCE3E9\"/>"
            "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
            left, y_of(frame, ends[i]), width - right, left - 6, y_of(frame, ends[i]) + 4,
            spenn_report_number(cell, sizeof cell, ends[i], unit));
    }
    (void)fprintf(out,
        "<path d=\"M%.1f %dV%.0f\" stroke=\"#B84400\" stroke-width=\"1.6\" "
        "stroke-dasharray=\"5 3\"/>"
        "<text x=\"%d\" y=\"%.0f\">0</text>"
        "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"end\">%s %d</text>",
        x_of(frame, cut), top, height - bottom, left, height - bottom + 17, width - right,
        height - bottom + 17, spenn_page_say(frame->page, "uke", "week"),
        frame->pilot->weeks);
}

void spenn_page_pilot(const struct spenn_page *page)
{
    const struct spenn_study *study = page->report->study;
    struct frame frame = {.page = page, .pilot = &study->pilot};
    if (!study->pilot.weeks || !fit(&frame)) {
        return;
    }
    const struct spenn_sim_path *series = &spenn_sim_paths[study->pilot.series];
    double cut = study->warm_up / SPENN_WEEK;
    const char *title = page->norwegian ? series->title_nb : series->title_en;
    (void)fprintf(page->out, "<details><summary>%s</summary>\n<figure><figcaption>%s, ",
        spenn_page_say(page, "Hvor innkjøringen er over", "Where the warm-up ends"),
        title);
    spenn_page_text(page, spenn_page_alternative(page, study->pilot.alternative));
    (void)fprintf(page->out,
        "</figcaption>\n<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" "
        "aria-labelledby=\"pilot-t pilot-d\" font-size=\"12\" fill=\"#3B4754\">"
        "<title id=\"pilot-t\">%s</title><desc id=\"pilot-d\">%s %.0f</desc>",
        width, height, title, spenn_page_say(page, "Utelatte uker:", "Weeks left out:"),
        cut);
    draw_frame(&frame, cut);
    draw_line(&frame);
    (void)fprintf(page->out, "</svg></figure>\n<p class=\"small\">%s</p></details>\n",
        spenn_page_say(page,
            "Uke for uke fra en tom organisasjon, middel over ti prøvekjøringer: serien "
            "som "
            "faller sist til ro. Det grå er utelatt (MSER-5); vinduet begynner ved "
            "streken.",
            "Week by week from an empty organization, mean over ten pilots: the series "
            "that "
            "settles last. Grey is left out (MSER-5); the window begins at the line."));
}
