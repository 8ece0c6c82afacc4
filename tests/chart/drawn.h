/* SPDX-License-Identifier: MIT
 * Models from a few lines of YAML, and the lint every chart has to pass: what can be
 * checked without looking at the picture. */
#ifndef SPENN_TESTS_DRAWN_H
#define SPENN_TESTS_DRAWN_H

#include "book.h"
#include "chart.h"
#include "font.h"
#include "text.h"
#include "tiny.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct drawn {
    struct spenn_arena memory;
    struct spenn_error err;
    struct spenn_model base, model;
    struct spenn_drawing chart;
};

/* `units` are the rows below `units:` and whatever follows. */
static inline void drawn_read(struct drawn *d, struct spenn_model *m, const char *units)
{
    const char *yaml = spenn_arena_format(&d->memory,
        "spenn: model/1\nid: prove\nname: Prøve & kontroll\nunits:\n%s", units);
    tiny_model(yaml, m);
}

static inline void drawn_free(struct drawn *d)
{
    spenn_drawing_free(&d->chart);
    spenn_model_free(&d->model);
    spenn_model_free(&d->base);
    spenn_error_free(&d->err);
    spenn_arena_free(&d->memory);
}

static inline char *drawn_svg(const struct spenn_drawing *chart)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_true(spenn_drawing_svg(chart, NULL, out));
    fclose(out);
    return text;
}

static inline const struct spenn_drawing_box *drawn_box(
    const struct spenn_drawing *chart, const char *id)
{
    const struct spenn_drawing_box *box = NULL;
    for (int32_t i = 0; i < chart->boxes; i++) {
        box = strcmp(chart->box[i].id, id) == 0 ? &chart->box[i] : box;
    }
    if (box == NULL) {
        fail_msg("no box %s", id);
    }
    return box;
}

static inline bool drawn_says(const struct spenn_drawing *chart, const char *text)
{
    bool found = false;
    for (int32_t i = 0; i < chart->texts && !found; i++) {
        found = strstr(chart->text[i].text, text) != NULL;
    }
    return found;
}

static inline int drawn_by_x(const void *left, const void *right)
{
    const struct spenn_drawing_box *a = *(const struct spenn_drawing_box *const *)left;
    const struct spenn_drawing_box *b = *(const struct spenn_drawing_box *const *)right;
    return (a->x > b->x) - (a->x < b->x);
}

static inline void lint_boxes(const struct spenn_drawing *chart)
{
    const double slack = 0.2;
    size_t count = (size_t)chart->boxes;
    const struct spenn_drawing_box **box = malloc((count + 1) * sizeof *box);
    for (size_t i = 0; i < count; i++) {
        box[i] = &chart->box[i];
    }
    qsort(box, count, sizeof *box, drawn_by_x);
    for (size_t i = 0; i < count; i++) {
        const struct spenn_drawing_box *a = box[i];
        if (a->x < -slack || a->y < -slack || a->x + a->w > chart->width + slack
            || a->y + a->h > chart->height + slack) {
            fail_msg("%s is off the page", a->id);
        }
        for (size_t k = i + 1; k < count && box[k]->x < a->x + a->w - slack; k++) {
            if (box[k]->y < a->y + a->h - slack && a->y < box[k]->y + box[k]->h - slack) {
                fail_msg("%s lies over %s", a->id, box[k]->id);
            }
        }
    }
    free(box);
}

static inline void lint_wire(
    const struct spenn_drawing *chart, const struct spenn_drawing_wire *wire)
{
    const struct spenn_drawing_point *p = &chart->point[wire->first];
    for (int32_t i = 1; i < wire->points; i++) {
        double x0 = fmin(p[i].x, p[i - 1].x), x1 = fmax(p[i].x, p[i - 1].x);
        double y0 = fmin(p[i].y, p[i - 1].y), y1 = fmax(p[i].y, p[i - 1].y);
        assert_true(x1 - x0 < 1e-6 || y1 - y0 < 1e-6); /* at right angles */
        for (int32_t b = 0; b < chart->boxes; b++) {
            const struct spenn_drawing_box *box = &chart->box[b];
            bool foreign = b != wire->from && b != wire->to;
            if (foreign && x0 < box->x + box->w - 0.5 && x1 > box->x + 0.5
                && y0 < box->y + box->h - 0.5 && y1 > box->y + 0.5) {
                fail_msg("a line from %s to %s runs through %s",
                    chart->box[wire->from].id, chart->box[wire->to].id, box->id);
            }
        }
    }
}

/* A curve runs outside all boxes, also those it joins. */
static inline void lint_curve(
    const struct spenn_drawing *chart, const struct spenn_drawing_wire *wire)
{
    const struct spenn_drawing_point *p = &chart->point[wire->first];
    assert_int_equal(wire->points, 4);
    for (int32_t i = 1; i < 100; i++) {
        double t = i / 100.0, u = 1.0 - t;
        double k[] = {u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t};
        double x = k[0] * p[0].x + k[1] * p[1].x + k[2] * p[2].x + k[3] * p[3].x;
        double y = k[0] * p[0].y + k[1] * p[1].y + k[2] * p[2].y + k[3] * p[3].y;
        for (int32_t b = 0; b < chart->boxes; b++) {
            const struct spenn_drawing_box *box = &chart->box[b];
            if (x > box->x + 0.5 && x < box->x + box->w - 0.5 && y > box->y + 0.5
                && y < box->y + box->h - 0.5) {
                fail_msg("the arrow from %s to %s runs through %s",
                    chart->box[wire->from].id, chart->box[wire->to].id, box->id);
            }
        }
    }
}

static inline void lint_texts(const struct spenn_drawing *chart)
{
    const double least = 6.0 - 1e-6;
    for (int32_t b = 0; b < chart->boxes; b++) {
        const struct spenn_drawing_box *box = &chart->box[b];
        double height = box->below;
        for (int32_t i = 0; i < box->runs; i++) {
            const struct spenn_drawing_run *run = &chart->run[box->first + i];
            height += run->size * SPENN_DRAWING_LINE;
            if (spenn_font_width(run->text, run->size, run->bold) > box->w) {
                fail_msg("'%s' is wider than its box", run->text);
            }
            assert_true(run->size >= least);
        }
        if (height > box->h + 1e-6) {
            fail_msg("the text of %s is higher than its box", box->id);
        }
    }
    for (int32_t i = 0; i < chart->texts; i++) {
        assert_true(chart->text[i].size >= least);
        assert_true(chart->text[i].x >= 0.0 && chart->text[i].x <= chart->width);
        assert_true(chart->text[i].y >= 0.0 && chart->text[i].y <= chart->height);
    }
    for (int32_t i = 0; i < chart->frames; i++) {
        const struct spenn_drawing_frame *f = &chart->frame[i];
        double width = spenn_font_width(f->label, f->size, true);
        if (f->label_x + width > f->x + f->w) {
            fail_msg("the label '%s' is wider than its frame", f->label);
        }
        assert_true(f->size >= least);
    }
    for (int32_t i = 0; i < chart->chips; i++) {
        const struct spenn_drawing_chip *chip = &chart->chip[i];
        bool held = false;
        for (int32_t b = 0; b < chart->boxes && !held; b++) {
            const struct spenn_drawing_box *box = &chart->box[b];
            held = chip->x >= box->x && chip->y >= box->y
                && chip->x + chip->w <= box->x + box->w
                && chip->y + chip->h <= box->y + box->h;
        }
        assert_true(held);
        assert_true(spenn_font_width(chip->letter, chip->size, true) <= chip->w);
        assert_true(chip->size >= least);
    }
}

static inline bool drawn_meet(const double a[4], const double b[4])
{
    return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/* x0, y0, x1, y1 of the label of a frame. */
static inline void drawn_label(const struct spenn_drawing_frame *f, double a[4])
{
    a[0] = f->label_x;
    a[1] = f->label_y - 0.7 * f->size;
    a[2] = f->label_x + spenn_font_width(f->label, f->size, true);
    a[3] = f->label_y;
}

/* Frames hold their members and nobody else; former places do not count. */
static inline void lint_members(
    const struct spenn_drawing *chart, const struct spenn_drawing_frame *f)
{
    const double a[4] = {f->x, f->y, f->x + f->w, f->y + f->h};
    int32_t held = 0, members = 0;
    for (int32_t i = 0; i < chart->boxes; i++) {
        const struct spenn_drawing_box *box = &chart->box[i];
        const double b[4] = {box->x, box->y, box->x + box->w, box->y + box->h};
        held += drawn_meet(a, b) && !strstr(box->class, "former");
    }
    for (int32_t i = 0; i < f->members; i++) {
        const struct spenn_drawing_box *box = &chart->box[chart->member[f->first + i]];
        members += !strstr(box->class, "former");
        if (box->x < f->x || box->y < f->y || box->x + box->w > a[2]
            || box->y + box->h > a[3]) {
            fail_msg("%s reaches out of '%s'", box->id, f->label);
        }
    }
    if (held != members) {
        fail_msg("'%s' holds %d boxes, %d are members", f->label, held, members);
    }
}

/* Labels meet no box, line or other label. */
static inline void lint_label(
    const struct spenn_drawing *chart, const struct spenn_drawing_frame *f)
{
    double label[4], other[4];
    drawn_label(f, label);
    for (int32_t i = 0; i < chart->frames; i++) {
        drawn_label(&chart->frame[i], other);
        if (&chart->frame[i] != f && *chart->frame[i].label && drawn_meet(label, other)) {
            fail_msg("the labels '%s' and '%s' meet", f->label, chart->frame[i].label);
        }
    }
    for (int32_t i = 0; i < chart->boxes; i++) {
        const struct spenn_drawing_box *b = &chart->box[i];
        if (drawn_meet(label, (double[4]){b->x, b->y, b->x + b->w, b->y + b->h})) {
            fail_msg("the label '%s' meets %s", f->label, b->id);
        }
    }
    for (int32_t w = 0; w < chart->wires; w++) {
        const struct spenn_drawing_wire *wire = &chart->wire[w];
        const struct spenn_drawing_point *p = &chart->point[wire->first];
        for (int32_t i = 1; i < wire->points && !wire->curved; i++) {
            const double s[4] = {fmin(p[i].x, p[i - 1].x) - 0.3,
                fmin(p[i].y, p[i - 1].y) - 0.3, fmax(p[i].x, p[i - 1].x) + 0.3,
                fmax(p[i].y, p[i - 1].y) + 0.3};
            if (drawn_meet(label, s)) {
                fail_msg("a line to %s meets the label '%s'", chart->box[wire->to].id,
                    f->label);
            }
        }
    }
}

/* Parallel edges of two frames are 4 points apart where they lie beside each other. */
static inline void lint_edges(const struct spenn_drawing *chart,
    const struct spenn_drawing_frame *f, const struct spenn_drawing_frame *g)
{
    double least = chart->radius - 0.1; /* 4 points of the plan */
    const double a[4] = {f->x, f->y, f->x + f->w, f->y + f->h};
    const double b[4] = {g->x, g->y, g->x + g->w, g->y + g->h};
    for (int32_t i = 0; i < 4; i++) {
        int32_t other = 1 - i % 2; /* the axis along the edge */
        bool along = a[other] < b[other + 2] && b[other] < a[other + 2];
        for (int32_t k = i % 2; along && k < 4; k += 2) {
            if (fabs(a[i] - b[k]) < least) {
                fail_msg("edges of '%s' and '%s' lie on each other", f->label, g->label);
            }
        }
    }
}

static inline void lint_frames(const struct spenn_drawing *chart)
{
    for (int32_t i = 0; i < chart->frames; i++) {
        lint_members(chart, &chart->frame[i]);
        if (*chart->frame[i].label) {
            lint_label(chart, &chart->frame[i]);
        }
        for (int32_t k = 0; k < i; k++) {
            lint_edges(chart, &chart->frame[i], &chart->frame[k]);
        }
    }
}

/* Whether a box says that it holds the unit: a pile of cards, or one that counts its
 * positions, in lower case. */
static inline bool drawn_inside(
    const struct spenn_drawing *chart, const struct spenn_model *m, spenn_id u)
{
    const char *name = m->units.name[u] ? m->units.name[u] : m->units.id[u];
    const char *en = m->units.name_en[u] ? m->units.name_en[u] : name;
    bool told = false;
    for (int32_t i = 0; i < chart->boxes && !told; i++) {
        const char *about = chart->box[i].about;
        told = strcasestr(about, name) || strcasestr(about, en);
    }
    return told;
}

/* Every unit once, at its own id or in another, and no id twice. */
static inline void lint_units(
    const struct spenn_drawing *chart, const struct spenn_model *m)
{
    struct spenn_arena memory = {0};
    struct spenn_index ids = {0};
    for (int32_t i = 0; i < chart->boxes; i++) {
        if (spenn_index_add(&memory, &ids, chart->box[i].id, i) >= 0) {
            fail_msg("%s is drawn twice", chart->box[i].id);
        }
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        const char *id = spenn_arena_format(&memory, "u-%s", m->units.id[u]);
        if (spenn_index_find(&ids, id) < 0 && !drawn_inside(chart, m, u)) {
            fail_msg("%s is not drawn", id);
        }
    }
    spenn_arena_free(&memory);
}

/* Of a part: it may leave units out. */
static inline void lint_part(const struct spenn_drawing *chart)
{
    lint_boxes(chart);
    lint_texts(chart);
    if (chart->boxes < 3000) {
        lint_frames(chart);
    }
    for (int32_t i = 0; i < chart->wires && chart->boxes < 3000; i++) {
        (chart->wire[i].curved ? lint_curve : lint_wire)(chart, &chart->wire[i]);
    }
}

static inline void lint(const struct spenn_drawing *chart, const struct spenn_model *m)
{
    lint_units(chart, m);
    lint_part(chart);
}

static inline void drawn_draw(struct drawn *d, const char *units)
{
    drawn_read(d, &d->model, units);
    spenn_chart_draw(&d->model, NULL, &(struct spenn_chart_options){0}, &d->chart);
    lint(&d->chart, &d->model);
}

#endif
