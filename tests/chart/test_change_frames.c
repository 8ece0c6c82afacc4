/* SPDX-License-Identifier: MIT
 * Frames, and second lines, of a before/after chart: what goes stands outside, and
 * nothing runs along or over another. */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deputies_that_go_stand_outside_the_frame),
        cmocka_unit_test(no_frame_holds_who_goes),
        cmocka_unit_test(a_frame_lies_around_whole_panels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
