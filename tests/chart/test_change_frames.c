/* SPDX-License-Identifier: MIT
 * Frames and orders of a before/after chart: what goes stands outside, panels lie inside
 * whole, and no order runs over another. */
#include "unit.h"

#include "change.h"
#include "drawn.h"

static void draw_change_of(struct drawn *d, const char *units, const char *changes)
{
    drawn_read(d, &d->base, units);
    const struct spenn_value *list = tiny_value(changes, &d->memory);
    if (!spenn_changes_apply(&d->base, list, &d->model, &d->err)) {
        spenn_error_print(&d->err, stderr);
        fail();
    }
    spenn_chart_draw(
        &d->model, &d->base, &(struct spenn_chart_options){.title = "Ny"}, &d->chart);
    lint(&d->chart, &d->model);
}

static const struct spenn_drawing_frame *group_of(const struct spenn_drawing *chart)
{
    const struct spenn_drawing_frame *group = NULL;
    for (int32_t i = 0; i < chart->frames; i++) {
        const struct spenn_drawing_frame *f = &chart->frame[i];
        group = strcmp(f->class, "leadership-group") == 0 ? f : group;
    }
    return group;
}

static void deputies_that_go_stand_outside_the_frame(void **state)
{
    (void)state;
    int32_t framed = 0;
    for (int32_t i = 1; i < 30; i++) {
        struct drawn d = {0};
        const char *units = spenn_arena_format(&d.memory,
            "  - {id: r, name: 'Rådmann%.*s', kind: executive}\n"
            "  - {id: n, name: 'Kommunalsjef {n}', kind: deputy, count: 3, reports-to: "
            "r}\n"
            "  - {id: e, name: 'Enhet {n}', kind: result-unit, count: 9, reports-to: r}\n"
            "forums:\n  - {id: l, name: Gruppe, kind: leadership-group, chair: r, "
            "members: n-*}\n",
            (int)i, "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnn");
        draw_change_of(&d, units, "- abolish: {unit: [n-2, n-3], to: n-1}\n");
        const struct spenn_drawing_frame *f = group_of(&d.chart);
        assert_true(f == NULL || f->x + f->w < drawn_box(&d.chart, "u-n-2")->x);
        framed += f != NULL;
        drawn_free(&d);
    }
    assert_true(framed > 5); /* narrower, but there */
}

static void no_frame_holds_who_goes(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change_of(&d,
        "  - {id: r, name: Rådmann, kind: executive}\n"
        "  - {id: p, name: Plan, kind: staff, reports-to: r}\n"
        "  - {id: s, name: 'Sektor {n}', kind: department, count: 6, reports-to: r}\n"
        "  - {id: e, name: 'Enhet {n}', kind: result-unit, count: 12, reports-to: "
        "s-1}\n"
        "forums:\n"
        "  - {id: l, name: Gruppe, kind: leadership-group, chair: r, members: p}\n"
        "  - {id: m, name: Møte, kind: other, chair: r, members: [p, e-*]}\n",
        "- abolish: {unit: s-*, to: r}\n");
    drawn_free(&d);
}

static void a_frame_lies_around_whole_panels(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change_of(&d,
        "  - {id: r, name: Rådmann, kind: executive}\n"
        "  - {id: e, name: 'Enhet {n}', kind: result-unit, count: 4, reports-to: r, "
        "panel: Oppvekst}\n"
        "  - {id: k, name: 'Kultur {n}', kind: result-unit, count: 4, reports-to: r, "
        "panel: Kultur}\n"
        "forums:\n  - {id: l, name: Gruppe, kind: leadership-group, chair: r, members: "
        "all}\n",
        "- rename: {unit: e-1, name: Enhet én}\n");
    const struct spenn_drawing_frame *f = group_of(&d.chart);
    assert_non_null(f);
    for (int32_t i = 0; i < d.chart.frames; i++) {
        const struct spenn_drawing_frame *panel = &d.chart.frame[i];
        assert_true(panel->y + panel->h <= f->y + f->h && panel->x >= f->x);
    }
    drawn_free(&d);
}

/* Level or upright stretches of two orders over each other, longer than a point. */
static bool run_over(
    const struct spenn_drawing_point *a, const struct spenn_drawing_point *b)
{
    double ax0 = fmin(a[0].x, a[1].x), ax1 = fmax(a[0].x, a[1].x);
    double ay0 = fmin(a[0].y, a[1].y), ay1 = fmax(a[0].y, a[1].y);
    double bx0 = fmin(b[0].x, b[1].x), bx1 = fmax(b[0].x, b[1].x);
    double by0 = fmin(b[0].y, b[1].y), by1 = fmax(b[0].y, b[1].y);
    double w = fmin(ax1, bx1) - fmax(ax0, bx0), h = fmin(ay1, by1) - fmax(ay0, by0);
    return (w > 1.0 && h > -0.05 && ay1 - ay0 < 0.05 && by1 - by0 < 0.05)
        || (h > 1.0 && w > -0.05 && ax1 - ax0 < 0.05 && bx1 - bx0 < 0.05);
}

/* How many stretches of one class of lines run over another's. */
static int32_t overlaps(const struct spenn_drawing *chart, const char *class)
{
    int32_t count = 0;
    for (int32_t i = 0; i < chart->wires * chart->wires; i++) {
        const struct spenn_drawing_wire *a = &chart->wire[i / chart->wires],
                                        *b = &chart->wire[i % chart->wires];
        bool both = a < b && strcmp(a->class, class) == 0 && strcmp(b->class, class) == 0;
        for (int32_t k = 0; both && k < (a->points - 1) * (b->points - 1); k++) {
            count += run_over(&chart->point[a->first + k / (b->points - 1)],
                &chart->point[b->first + k % (b->points - 1)]);
        }
    }
    return count;
}

/* A purchaser whose lines once turned off within the last points before a box. */
static void no_order_is_drawn_over_another(void **state)
{
    (void)state;
    struct drawn d = {0};
    struct spenn_scenario s = {0};
    struct spenn_assumptions assume = tiny_assumptions(&d.memory);
    assert_true(
        spenn_read_scenario(SPENN_SOURCE "/scenarios/futures/future-1.yaml", &s, &d.err)
        && spenn_read_model(s.model, &assume, &d.base, &d.err)
        && spenn_scenario_apply(&d.base, &s, 0, &d.model, &d.err));
    spenn_chart_draw(&d.model, &d.base,
        &(struct spenn_chart_options){.title = "x", .english = true}, &d.chart);
    int32_t orders = 0;
    for (int32_t i = 0; i < d.chart.wires; i++) {
        orders += strcmp(d.chart.wire[i].class, "contract") == 0;
    }
    assert_int_equal(orders, 14);
    assert_int_equal(overlaps(&d.chart, "contract"), 0);
    spenn_scenario_free(&s);
    drawn_free(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deputies_that_go_stand_outside_the_frame),
        cmocka_unit_test(no_frame_holds_who_goes),
        cmocka_unit_test(a_frame_lies_around_whole_panels),
        cmocka_unit_test(no_order_is_drawn_over_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
