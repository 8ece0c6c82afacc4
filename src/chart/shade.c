/* SPDX-License-Identifier: MIT
 * Boxes filled by a measure: five classes, the number always in the box, the top class
 * with a heavy border, so the chart survives greyscale. Without bounds the classes are
 * five equal steps of a round number, so that two charts of one measure are read alike.
 */
#include "fold.h"
#include "page.h"

#include "quantity.h"
#include "text.h"

#include <math.h>
#include <string.h>

static const struct {
    const char *fill, *ink, *stroke;
    double width;
} classes[] = {
    [1] = {"#5E3C99", "#FFFFFF", "#3A4750", 0.9},
    [2] = {"#B2ABD2", INK, "#3A4750", 0.9},
    [3] = {"#F7F7F7", INK, "#3A4750", 0.9},
    [4] = {"#FDB863", INK, "#3A4750", 0.9},
    [5] = {"#C44E00", "#FFFFFF", "#3A4750", 2.4},
    [shade_missing] = {"#FFFFFF", SOFT, "#9AA5B1", 0.9},
};

struct spenn_drawing_style spenn_plan_style(const struct box *box)
{
    int32_t status = box->m->units.status[box->unit];
    struct spenn_drawing_style style =
        spenn_look_style(box->look, status, box->change, box->marked);
    if (box->square) {
        return spenn_plan_square(box);
    }
    if (box->shade) {
        style.fill = classes[box->shade].fill;
        style.ink = style.soft = classes[box->shade].ink;
    }
    bool bordered = box->marked || box->change != CHANGE_NONE;
    if (box->shade) {
        style.stroke = bordered ? style.stroke : classes[box->shade].stroke;
        style.width = fmax(bordered ? style.width : 0.0, classes[box->shade].width);
    }
    return style;
}

struct spenn_drawing_style spenn_shade_swatch(int32_t shade)
{
    return (struct spenn_drawing_style){classes[shade].fill, classes[shade].stroke,
        classes[shade].ink, classes[shade].ink, classes[shade].width, .dashed = false};
}

/* What a number is rounded to: three figures (128, 12.5, 0.25), of percent two. */
static double unit_of(const struct plan *p, double value)
{
    double size = fabs(value) * (p->shading.share ? 10.0 : 1.0);
    return size >= 100.0 ? 1.0 : size >= 10.0 ? 0.1 : 0.01;
}

static const char *rounded(const struct plan *p, double value, double unit)
{
    char text[32];
    spenn_format_number(text, sizeof text, round(value / unit) / round(1.0 / unit));
    spenn_word_number(p->words, text);
    return spenn_arena_text(p->memory, text);
}

static const char *shown(const struct plan *p, double value)
{
    double scaled = p->shading.share ? 100.0 * value : value;
    return rounded(p, scaled, unit_of(p, scaled));
}

static const char *percent(const struct plan *p)
{
    return !p->shading.share ? "" : p->english ? "%" : " %";
}

/* The smallest of 1, 2, 2.5, 5 times a power of ten that is not below. */
static double round_step(double least)
{
    static const double steps[] = {1.0, 2.0, 2.5, 5.0, 10.0};
    double unit = pow(10.0, floor(log10(least)));
    size_t i = 0;
    while (i < 4 && steps[i] * unit < least * (1.0 - 1e-9)) {
        i++;
    }
    return steps[i] * unit;
}

static void set_bounds(struct plan *p, const struct spenn_shade *shade)
{
    double low = INFINITY, high = -INFINITY;
    bool whole = !p->shading.share;
    for (int32_t i = 0; i < shade->count; i++) {
        double value = shade->value[i];
        if (isfinite(value)) {
            low = fmin(low, value);
            high = fmax(high, value);
            whole = whole && value == floor(value);
        }
    }
    double range = high > low ? high - low : 1.0;
    double step = round_step(range / spenn_shade_classes);
    step = whole ? fmax(1.0, ceil(step)) : step;
    double first = isfinite(low) ? (floor(low / step) + 1.0) * step : step;
    for (int32_t i = 0; i < spenn_shade_classes - 1; i++) {
        double bound = shade->bounded ? shade->bound[i] : first + i * step;
        p->shading.bound[i] = bound;
        whole = whole && bound == floor(bound);
    }
    p->shading.whole = whole;
}

static int32_t class_of(const struct plan *p, double value)
{
    int32_t class = 1;
    if (!isfinite(value)) {
        return shade_missing;
    }
    while (class < spenn_shade_classes && value >= p->shading.bound[class - 1]) {
        class ++;
    }
    return class;
}

/* "71 % ± 3"; half a width that rounds to nothing is left out. */
static const char *note(const struct plan *p, double value, double half)
{
    double scale = p->shading.share ? 100.0 : 1.0, unit = unit_of(p, value * scale);
    const char *text = spenn_arena_format(p->memory, "%s%s", shown(p, value), percent(p));
    return isfinite(half) && half * scale >= 0.5 * unit ? spenn_arena_format(
               p->memory, "%s \xC2\xB1 %s", text, rounded(p, half * scale, unit))
                                                        : text;
}

void spenn_plan_shade(struct plan *p, const struct spenn_shade *shade)
{
    struct spenn_index rows = {0};
    p->shading.title = shade->unit && *shade->unit && strcmp(shade->unit, "share") != 0
        ? spenn_arena_format(p->memory, "%s, %s", shade->title, shade->unit)
        : shade->title;
    p->shading.share = shade->unit && strcmp(shade->unit, "share") == 0;
    set_bounds(p, shade);
    for (int32_t i = shade->count; i-- > 0;) {
        spenn_index_add(p->memory, &rows, shade->subject[i], i);
    }
    for (int32_t b = 0; b < p->count; b++) {
        struct box *box = &p->box[b];
        if (box->unit == SPENN_NONE || box->m != p->m) {
            continue;
        }
        int32_t row = spenn_index_find(&rows, box->m->units.id[box->unit]);
        double value = row < 0 ? NAN : shade->value[row];
        double half = row < 0 || !shade->half ? NAN : shade->half[row];
        box->shade = class_of(p, value);
        box->note = isfinite(value) ? note(p, value, half) : "\xE2\x80\x93";
    }
}

const char *spenn_plan_class(const struct plan *p, int32_t shade)
{
    const double *bound = p->shading.bound;
    if (shade == shade_missing) {
        return p->words->no_value;
    }
    if (shade == 1) {
        return spenn_arena_format(
            p->memory, "%s %s%s", p->words->below, shown(p, bound[0]), percent(p));
    }
    if (shade == spenn_shade_classes) {
        return spenn_arena_format(p->memory, "%s %s%s", p->words->from_on,
            shown(p, bound[spenn_shade_classes - 2]), percent(p));
    }
    double last = bound[shade - 1] - (p->shading.whole ? 1.0 : 0.0);
    if (p->shading.whole && last <= bound[shade - 2]) {
        return shown(p, last);
    }
    return spenn_arena_format(p->memory, "%s\xE2\x80\x93%s%s", shown(p, bound[shade - 2]),
        shown(p, last), percent(p));
}
