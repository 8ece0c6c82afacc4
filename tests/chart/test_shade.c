/* SPDX-License-Identifier: MIT
 * Boxes filled by a measure: classes, numbers, counts in the legend. */
#include "unit.h"

#include "change.h"
#include "drawn.h"

#include <stdio.h>
#include <string.h>

static const char units[] =
    "  - {id: d, name: Direktør, kind: executive}\n"
    "  - {id: s, name: Stab, kind: staff, reports-to: d}\n"
    "  - {id: a, name: \"Avdeling {n}\", kind: department, count: 5, reports-to: d}\n";
static const char *subjects[] = {"d", "a-1", "a-2", "a-3", "a-4", "a-5", "s", "else"};
static double shares[] = {1.28, 0.5, 0.6, 0.799, 0.8, 1.0, NAN, 2.0};
static double halves[] = {NAN, 0.031, 0.0004, NAN, NAN, NAN, NAN, NAN};

static void draw(struct drawn *d, const struct spenn_shade *shade)
{
    struct spenn_chart_options options = {.shade = shade};
    drawn_read(d, &d->model, units);
    spenn_chart_draw(&d->model, NULL, &options, &d->chart);
}

static const char *note(const struct spenn_drawing *chart, const char *id)
{
    const struct spenn_drawing_box *box = drawn_box(chart, id);
    return chart->run[box->first + box->runs - 1].text;
}

static void test_classes_are_closed_below_and_open_above(void **state)
{
    static const struct {
        const char *id, *fill, *note;
    } expected[] = {{"u-d", "#C44E00", "128 %"}, {"u-a-1", "#5E3C99", "50 % ± 3"},
        {"u-a-2", "#B2ABD2", "60 %"}, {"u-a-3", "#B2ABD2", "80 %"},
        {"u-a-4", "#F7F7F7", "80 %"}, {"u-a-5", "#FDB863", "100 %"},
        {"u-s", "#FFFFFF", "–"}};
    struct drawn d = {0};
    struct spenn_shade shade = {
        "Utnyttelse", "share", 8, subjects, shares, halves, true, {0.6, 0.8, 1.0, 1.2}};
    draw(&d, &shade);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const struct spenn_drawing_box *box = drawn_box(&d.chart, expected[i].id);
        assert_string_equal(box->style.fill, expected[i].fill);
        assert_string_equal(note(&d.chart, expected[i].id), expected[i].note);
    }
    const struct spenn_drawing_style *top = &drawn_box(&d.chart, "u-d")->style;
    assert_true(top->width > 1.5 * drawn_box(&d.chart, "u-a-1")->style.width);
    assert_true(drawn_box(&d.chart, "u-s")->style.rounded);
    static const char *const legend[] = {"Utnyttelse (antall enheter)", "under 60 % (1)",
        "60–80 % (2)", "80–100 % (1)", "100–120 % (1)", "fra 120 % (1)", "uten verdi (1)",
        "Stab"};
    for (size_t i = 0; i < sizeof legend / sizeof *legend; i++) {
        assert_true(drawn_says(&d.chart, legend[i]));
    }
    lint(&d.chart, &d.model);
    drawn_free(&d);
    (void)state;
}

static void test_other_measures_get_five_equal_steps(void **state)
{
    static double spans[] = {11, 0, 1, 2, 3, 12, 5, 900};
    static const char *const whole[] = {
        "under 3 (3)", "3–5 (2)", "6–8 (0)", "9–11 (1)", "fra 12 (1)"};
    struct drawn d = {0};
    struct spenn_shade shade = {
        .title = "Kontrollspenn", .count = 7, .subject = subjects, .value = spans};
    draw(&d, &shade);
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        if (!drawn_says(&d.chart, whole[i])) {
            fail_msg("no class '%s'", whole[i]);
        }
    }
    spenn_drawing_free(&d.chart);
    spans[1] = 0.05;
    shade.unit = "timer";
    spenn_chart_draw(
        &d.model, NULL, &(struct spenn_chart_options){.shade = &shade}, &d.chart);
    assert_true(drawn_says(&d.chart, "Kontrollspenn, timer"));
    assert_true(drawn_says(&d.chart, "2,5–5 (1)"));
    assert_string_equal(note(&d.chart, "u-a-1"), "0,05");
    drawn_free(&d);
    (void)state;
}

static void test_one_value_or_none_is_drawn(void **state)
{
    static double same[] = {4, 4, 4, 4, 4, 4, 4, 4};
    struct drawn d = {0};
    struct spenn_shade shade = {
        .title = "Kontrollspenn", .count = 8, .subject = subjects, .value = same};
    draw(&d, &shade);
    lint(&d.chart, &d.model);
    spenn_drawing_free(&d.chart);
    shade.count = 0;
    spenn_chart_draw(
        &d.model, NULL, &(struct spenn_chart_options){.shade = &shade}, &d.chart);
    assert_true(drawn_says(&d.chart, "uten verdi (7)"));
    drawn_free(&d);
    (void)state;
}

static void test_units_of_a_pile_have_their_own_values(void **state)
{
    struct drawn d = {0};
    struct spenn_shade shade = {
        "Utnyttelse", "share", 8, subjects, shares, halves, true, {0.6, 0.8, 1.0, 1.2}};
    drawn_read(&d, &d.model,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: a, name: \"Avdeling {n}\", kind: department, count: 5, reports-to: d,"
        " collapse: Avdelinger}\n");
    spenn_chart_draw(
        &d.model, NULL, &(struct spenn_chart_options){.shade = &shade}, &d.chart);
    assert_string_equal(note(&d.chart, "u-a-1"), "50 % ± 3");
    assert_string_equal(note(&d.chart, "u-a-5"), "100 %");
    assert_true(drawn_says(&d.chart, "60–80 % (2)"));
    drawn_free(&d);
    (void)state;
}

static void test_many_layers_of_a_measure_fit_a_paper(void **state)
{
    static const struct spenn_shade shade = {
        "Span", "units", 0, NULL, NULL, NULL, false, {0}};
    struct spenn_chart_options options = {.shade = &shade};
    char text[8192] =
        "  - {id: k, name: Kommunestyret, kind: council}\n"
        "  - {id: d, name: Direktør, kind: executive, reports-to: k}\n"
        "  - {id: a, name: Sektor, kind: department, count: 8, reports-to: d}\n";
    size_t used = strlen(text);
    for (int a = 1; a <= 8; a++) {
        used += (size_t)snprintf(text + used, sizeof text - used,
            "  - {id: s%d, name: Seksjon, kind: department, count: 3, reports-to: a-%d}\n"
            "  - {id: e%d, name: Enhet, kind: department, count: 6, reports-to: a-%d}\n",
            a, a, a, a);
        for (int s = 1; s <= 9; s++) {
            used += (size_t)snprintf(text + used, sizeof text - used,
                "  - {id: t%d-%d, kind: team, count: 7, reports-to: %c%d-%d}\n", a, s,
                s > 3 ? 'e' : 's', a, s > 3 ? s - 3 : s);
        }
    }
    struct drawn d = {0};
    drawn_read(&d, &d.model, text);
    spenn_chart_draw(&d.model, NULL, &options, &d.chart);
    assert_false(d.chart.overfull);
    assert_true(d.chart.width > d.chart.height);
    lint(&d.chart, &d.model);
    spenn_drawing_free(&d.chart);
    options.paper = SPENN_PAPER_A3;
    options.portrait = true;
    spenn_chart_draw(&d.model, NULL, &options, &d.chart);
    assert_true(d.chart.overfull); /* the next papers, and no size between them */
    assert_true(
        d.chart.height == 1684.0 || d.chart.height == 2382.0 || d.chart.height == 3369.0);
    drawn_free(&d);
    (void)state;
}

static void test_what_is_no_more_needs_no_shape(void **state)
{
    struct drawn d = {0};
    struct spenn_shade shade = {
        "Utnyttelse", "share", 8, subjects, shares, NULL, true, {0.6, 0.8, 1.0, 1.2}};
    drawn_read(&d, &d.base, units);
    const struct spenn_value *list =
        tiny_value("- abolish: {unit: s, to: d}\n", &d.memory);
    assert_true(spenn_changes_apply(&d.base, list, &d.model, &d.err));
    spenn_chart_draw(
        &d.model, &d.base, &(struct spenn_chart_options){.shade = &shade}, &d.chart);
    lint(&d.chart, &d.model);
    for (int32_t i = 0; i < d.chart.items; i++) {
        const char *explains = d.chart.item[i].explains;
        assert_true(explains == NULL || strcmp(explains, "rounded") != 0);
    }
    drawn_free(&d);
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_classes_are_closed_below_and_open_above),
        cmocka_unit_test(test_other_measures_get_five_equal_steps),
        cmocka_unit_test(test_one_value_or_none_is_drawn),
        cmocka_unit_test(test_units_of_a_pile_have_their_own_values),
        cmocka_unit_test(test_many_layers_of_a_measure_fit_a_paper),
        cmocka_unit_test(test_what_is_no_more_needs_no_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
