/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "change.h"
#include "drawn.h"

#define TOP "  - {id: r, name: Rådmann, kind: executive}\n"
#define SCHOOLS                                                                          \
    "  - {id: s, name: 'Skole {n}', kind: result-unit, count: 14, reports-to: r, "       \
    "collapse: Skoler, assumed: [count]}\n"                                              \
    "  - {id: k, name: 'Klasse {n}', kind: team, count: 3, reports-to: s-2}\n"           \
    "  - {id: o, name: Omsorg, kind: result-unit, reports-to: r, collapse: Omsorg}\n"

static void siblings_of_one_title_are_a_pile_with_all_below_them(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d, TOP SCHOOLS);
    assert_int_equal(d.chart.boxes, 3);
    const struct spenn_drawing_box *pile = drawn_box(&d.chart, "c-s-1");
    assert_string_equal(pile->name, "Skoler (14) *");
    assert_int_equal(pile->cards, 2);
    assert_int_equal(strncmp(pile->class, "card ", 5), 0);
    assert_non_null(strstr(pile->about, "Skole 14"));
    assert_non_null(strstr(pile->about, "Klasse 3"));
    assert_string_equal(drawn_box(&d.chart, "u-o")->name, "Omsorg"); /* alone: no pile */
    drawn_free(&d);
}

static void piles_of_two_superiors_are_two(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        TOP "  - {id: a, name: 'Nord', kind: department, reports-to: r}\n"
            "  - {id: b, name: 'Sør', kind: department, reports-to: r}\n"
            "  - {id: s, name: 'Skole {n}', kind: team, count: 2, reports-to: a, "
            "collapse: {nb: Skoler, en: Schools}}\n"
            "  - {id: t, name: 'Skole {n}', kind: team, count: 3, reports-to: b, "
            "collapse: {nb: Skoler, en: Schools}}\n");
    assert_string_equal(drawn_box(&d.chart, "c-s-1")->name, "Skoler (2)");
    assert_string_equal(drawn_box(&d.chart, "c-t-1")->name, "Skoler (3)");
    spenn_drawing_free(&d.chart);
    spenn_chart_draw(
        &d.model, NULL, &(struct spenn_chart_options){.english = true}, &d.chart);
    assert_string_equal(drawn_box(&d.chart, "c-t-1")->name, "Schools (3)");
    drawn_free(&d);
}

static void what_hangs_below_a_pile_keeps_clear_of_its_cards(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        TOP
        "  - {id: a, name: 'Sektor {n}', kind: department, count: 11, reports-to: r}\n"
        "  - {id: s, name: 'Skole {n}', kind: team, count: 2, reports-to: a-1, "
        "collapse: Skoler}\n"
        "  - {id: t, name: 'Hjem {n}', kind: team, count: 2, reports-to: a-1}\n");
    const struct spenn_drawing_box *pile = drawn_box(&d.chart, "c-s-1");
    const struct spenn_drawing_box *next = drawn_box(&d.chart, "u-t-1");
    double bottom = pile->y + pile->h;
    assert_true(next->y > bottom);
    assert_true(next->y - bottom
        > drawn_box(&d.chart, "u-t-2")->y - next->y - next->h + pile->cards);
    drawn_free(&d);
}

static void a_pile_says_what_is_below_its_units(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: r, kind: executive}\n"
        "  - {id: a, kind: department, count: 3, reports-to: r, collapse: A}\n"
        "  - {id: b, kind: department, count: 3, reports-to: r, collapse: B}\n"
        "  - {id: s, name: Senter, kind: team, reports-to: a-2}\n"
        "  - {id: t, kind: team, count: 2, reports-to: b-1}\n");
    const struct spenn_drawing_box *one = drawn_box(&d.chart, "c-a-1"),
                                   *two = drawn_box(&d.chart, "c-b-1");
    assert_string_equal(d.chart.run[one->first + one->runs - 1].text, "+ Senter");
    assert_string_equal(d.chart.run[two->first + two->runs - 1].text, "+ 2 enheter");
    drawn_free(&d);
}

static void the_legend_explains_a_pile(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d, TOP SCHOOLS);
    assert_true(drawn_says(&d.chart, "Flere enheter samlet"));
    drawn_free(&d);
}

static void a_member_in_a_pile_is_one_member(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        TOP "  - {id: s, name: 'Skole {n}', kind: result-unit, count: 14, reports-to: r, "
            "collapse: Skoler}\n"
            "forums:\n"
            "  - {id: l, name: Ledergruppe, kind: leadership-group, chair: r, members: "
            "[s-*]}\n");
    assert_int_equal(d.chart.frames, 1);
    assert_string_equal(d.chart.frame[0].label, "Ledergruppe");
    drawn_free(&d);
}

static void a_changed_unit_stays_out_of_the_pile(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_read(&d, &d.base, TOP SCHOOLS);
    const struct spenn_value *list =
        tiny_value("- rename: {unit: s-3, name: Byskolen}\n", &d.memory);
    assert_true(spenn_changes_apply(&d.base, list, &d.model, &d.err));
    spenn_chart_draw(&d.model, &d.base, &(struct spenn_chart_options){0}, &d.chart);
    lint(&d.chart, &d.model);
    assert_string_equal(drawn_box(&d.chart, "u-s-3")->name, "Byskolen");
    assert_string_equal(drawn_box(&d.chart, "c-s-1")->name, "Skoler (13) *");
    drawn_free(&d);
}

static void the_writers_draw_the_cards_behind(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d, TOP SCHOOLS);
    char *svg = drawn_svg(&d.chart), *card = strstr(svg, "class=\"card\"");
    assert_non_null(card);
    assert_true(card < strstr(svg, "id=\"c-s-1\""));
    free(svg);
    drawn_free(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(siblings_of_one_title_are_a_pile_with_all_below_them),
        cmocka_unit_test(piles_of_two_superiors_are_two),
        cmocka_unit_test(what_hangs_below_a_pile_keeps_clear_of_its_cards),
        cmocka_unit_test(a_pile_says_what_is_below_its_units),
        cmocka_unit_test(the_legend_explains_a_pile),
        cmocka_unit_test(a_member_in_a_pile_is_one_member),
        cmocka_unit_test(a_changed_unit_stays_out_of_the_pile),
        cmocka_unit_test(the_writers_draw_the_cards_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
