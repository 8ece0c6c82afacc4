/* SPDX-License-Identifier: MIT
 * Parts of an organization: a unit and what is below it, so many layers, the leadership.
 */
#include "unit.h"

#include "drawn.h"

#define AGENCY                                                                           \
    "  - {id: d, name: Direktør, kind: executive}\n"                                    \
    "  - {id: a, name: Avdeling A, kind: department, reports-to: d}\n"                   \
    "  - {id: b, name: Avdeling B, kind: department, reports-to: d}\n"                   \
    "  - {id: t, name: 'Team {n}', kind: team, count: 3, reports-to: a}\n"               \
    "  - {id: u, name: 'Gruppe {n}', kind: team, count: 2, reports-to: t-1}\n"           \
    "lines:\n"                                                                           \
    "  - {from: b, to: [t-*, b], kind: professional}\n"                                  \
    "forums:\n"                                                                          \
    "  - {id: l, name: Ledergruppe, kind: leadership-group, chair: d, members: [d, a, "  \
    "b]}\n"                                                                              \
    "  - {id: n, name: Nettverk, kind: network, chair: t-1, members: [t-1, t-2, b]}\n"

static void draw(
    struct drawn *d, const char *units, const struct spenn_chart_options *options)
{
    drawn_read(d, &d->model, units);
    spenn_chart_draw(&d->model, NULL, options, &d->chart);
    lint_boxes(&d->chart);
    lint_texts(&d->chart);
}

static bool has(const struct spenn_drawing *chart, const char *id)
{
    bool found = false;
    for (int32_t i = 0; i < chart->boxes; i++) {
        found = found || strcmp(chart->box[i].id, id) == 0;
    }
    return found;
}

/* The last line of a box. */
static const char *last_line(const struct spenn_drawing *chart, const char *id)
{
    const struct spenn_drawing_box *box = drawn_box(chart, id);
    return chart->run[box->first + box->runs - 1].text;
}

static void a_unit_is_drawn_with_all_below_it_and_nothing_else(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d, AGENCY, &(struct spenn_chart_options){.root = "a"});
    assert_int_equal(d.chart.boxes, 6);
    assert_true(has(&d.chart, "u-a") && has(&d.chart, "u-u-2"));
    assert_false(has(&d.chart, "u-d") || has(&d.chart, "u-b"));
    drawn_free(&d);
}

static void a_unit_drawn_alone_stands_as_the_leader(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d, AGENCY, &(struct spenn_chart_options){.root = "a"});
    assert_non_null(strstr(drawn_box(&d.chart, "u-a")->class, "unit top"));
    drawn_free(&d);
}

static void a_unit_says_how_many_are_left_out_below_it(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d, AGENCY, &(struct spenn_chart_options){.layers = 2});
    assert_int_equal(d.chart.boxes, 3);
    assert_string_equal(last_line(&d.chart, "u-a"), "+ 5 enheter");
    assert_string_equal(last_line(&d.chart, "u-b"), "Avdeling B");
    drawn_free(&d);
    draw(&d, AGENCY, &(struct spenn_chart_options){.layers = 3, .english = true});
    assert_string_equal(last_line(&d.chart, "u-t-1"), "+ 2 units");
    drawn_free(&d);
}

static void layers_are_counted_from_the_unit_drawn(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d, AGENCY, &(struct spenn_chart_options){.root = "a", .layers = 2});
    assert_int_equal(d.chart.boxes, 4);
    drawn_free(&d);
}

static void one_unit_left_out_is_in_the_singular(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d,
        "  - {id: d, kind: executive}\n"
        "  - {id: a, kind: department, reports-to: d}\n",
        &(struct spenn_chart_options){.layers = 1});
    assert_string_equal(last_line(&d.chart, "u-d"), "+ 1 enhet");
    drawn_free(&d);
}

static void a_unit_keeps_its_look_when_its_reports_are_left_out(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d, AGENCY, &(struct spenn_chart_options){.layers = 3});
    assert_non_null(strstr(drawn_box(&d.chart, "u-t-1")->class, "manager"));
    assert_null(strstr(drawn_box(&d.chart, "u-t-2")->class, "manager"));
    drawn_free(&d);
}

static void several_roots_are_one_layer(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d,
        "  - {id: d, kind: executive}\n"
        "  - {id: e, kind: executive}\n"
        "  - {id: a, kind: department, reports-to: d}\n",
        &(struct spenn_chart_options){.layers = 1});
    assert_int_equal(d.chart.boxes, 2);
    drawn_free(&d);
}

static void the_leadership_is_the_leader_and_its_groups_framed(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d, AGENCY, &(struct spenn_chart_options){.leadership = true});
    assert_int_equal(d.chart.boxes, 3);
    assert_int_equal(d.chart.frames, 1);
    assert_string_equal(d.chart.frame[0].label, "Ledergruppe");
    assert_true(drawn_says(&d.chart, "3 av 8 enheter på 2 nivåer."));
    drawn_free(&d);
    draw(&d, AGENCY "  - {id: m, name: Møte, kind: extended, chair: a, members: [t-1]}\n",
        &(struct spenn_chart_options){.root = "a", .leadership = true});
    assert_true(drawn_says(&d.chart, "1 enhet: 1 team"));
    drawn_free(&d);
}

static void the_leadership_below_a_council_is_titled_as_the_organization(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d,
        "  - {id: k, name: Kommunestyret, kind: council}\n"
        "  - {id: d, name: Kommunedirektør, kind: executive, reports-to: k}\n"
        "  - {id: a, name: Avdeling, kind: department, reports-to: d}\n",
        &(struct spenn_chart_options){.leadership = true});
    assert_string_not_equal(d.chart.title, "Kommunedirektør");
    assert_string_equal(d.chart.box[0].id, "u-d");
    assert_true(drawn_says(&d.chart, "1 av 3 enheter på 1 nivåer."));
    drawn_free(&d);
}

static void a_member_further_down_is_shown_with_who_stands_between(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d,
        AGENCY "  - {id: x, name: Utvidet, kind: extended, chair: d, members: [d, a, b, "
               "u-1]}\n",
        &(struct spenn_chart_options){.leadership = true});
    assert_true(has(&d.chart, "u-u-1") && has(&d.chart, "u-t-1"));
    assert_false(has(&d.chart, "u-u-2") || has(&d.chart, "u-t-2"));
    drawn_free(&d);
}

static void a_forum_of_which_a_part_is_drawn_says_so(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d, AGENCY, &(struct spenn_chart_options){.root = "a"});
    char *svg = drawn_svg(&d.chart);
    assert_non_null(strstr(svg, "Nettverk (2 av 3)"));
    assert_null(strstr(svg, "Ledergruppe"));
    assert_null(strstr(svg, "professional"));
    free(svg);
    for (int32_t t = 0; t < d.chart.tables; t++) {
        assert_string_not_equal(d.chart.table[t].note, "ledergruppe");
    }
    drawn_free(&d);
}

static void what_moved_into_a_part_is_not_new_there(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_read(&d, &d.base, AGENCY);
    spenn_model_copy(&d.base, &d.model);
    d.model.units.parent[5] = 2; /* team 3 from A to B */
    spenn_chart_draw(
        &d.model, &d.base, &(struct spenn_chart_options){.root = "b"}, &d.chart);
    assert_int_equal(d.chart.boxes, 2);
    assert_non_null(strstr(drawn_box(&d.chart, "u-t-3")->class, "moved"));
    spenn_drawing_free(&d.chart);
    spenn_chart_draw(
        &d.model, &d.base, &(struct spenn_chart_options){.root = "a"}, &d.chart);
    const struct spenn_drawing_box *was = drawn_box(&d.chart, "was-t-3");
    assert_non_null(strstr(d.chart.run[was->first + was->runs - 1].text, "Avdeling B"));
    drawn_free(&d);
}

static void the_legend_can_be_left_out(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d, AGENCY, &(struct spenn_chart_options){0});
    assert_true(drawn_says(&d.chart, "Styringslinje"));
    double foot = d.chart.height;
    drawn_free(&d);
    draw(&d, AGENCY, &(struct spenn_chart_options){.no_legend = true});
    assert_false(drawn_says(&d.chart, "Styringslinje"));
    assert_true(d.chart.height == foot);
    drawn_free(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_unit_is_drawn_with_all_below_it_and_nothing_else),
        cmocka_unit_test(a_unit_drawn_alone_stands_as_the_leader),
        cmocka_unit_test(a_unit_says_how_many_are_left_out_below_it),
        cmocka_unit_test(layers_are_counted_from_the_unit_drawn),
        cmocka_unit_test(one_unit_left_out_is_in_the_singular),
        cmocka_unit_test(a_unit_keeps_its_look_when_its_reports_are_left_out),
        cmocka_unit_test(several_roots_are_one_layer),
        cmocka_unit_test(the_leadership_is_the_leader_and_its_groups_framed),
        cmocka_unit_test(the_leadership_below_a_council_is_titled_as_the_organization),
        cmocka_unit_test(a_member_further_down_is_shown_with_who_stands_between),
        cmocka_unit_test(a_forum_of_which_a_part_is_drawn_says_so),
        cmocka_unit_test(the_legend_can_be_left_out),
        cmocka_unit_test(what_moved_into_a_part_is_not_new_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
