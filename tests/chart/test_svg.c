/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "drawn.h"
#include "writing.h"

static void numbers_have_at_most_two_decimals_and_a_point(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *text;
    } cases[] = {{0.0, "0"}, {12.0, "12"}, {12.5, "12.5"}, {12.25, "12.25"},
        {-0.25, "-0.25"}, {0.004, "0"}, {100.05, "100.05"}, {-3.0, "-3"},
        {123456.789, "123456.79"}, {0.1, "0.1"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[32];
        assert_string_equal(spenn_drawing_number(text, cases[i].value), cases[i].text);
    }
}

static void names_are_escaped_everywhere(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: '<b>Drift & \"vedlikehold\"</b>', kind: executive}\n"
        "forums:\n"
        "  - {id: l, name: 'A<i>&', kind: leadership-group, chair: d, members: [d]}\n");
    char *svg = drawn_svg(&d.chart);
    assert_null(strstr(svg, "<b>"));
    assert_null(strstr(svg, "<i>"));
    assert_non_null(strstr(svg, "&lt;b&gt;Drift &amp;"));
    assert_non_null(strstr(svg, "Prøve &amp; kontroll"));
    free(svg);
    drawn_free(&d);
}

static void control_characters_never_reach_the_file(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_read(&d, &d.model, "  - {id: d, name: ABC, kind: executive}\n");
    assert_non_null(d.model.units.name);
    d.model.units.name[0] = "A\x01"
                            "B\x1b"
                            "C"; /* the reader would refuse them */
    spenn_chart_draw(&d.model, NULL, &(struct spenn_chart_options){0}, &d.chart);
    char *svg = drawn_svg(&d.chart);
    for (const char *c = svg; *c; c++) {
        assert_true((unsigned char)*c >= ' ' || *c == '\n');
    }
    assert_non_null(strstr(svg, "A B C"));
    free(svg);
    drawn_free(&d);
}

static void a_drawing_can_be_read_aloud(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: r, name: Region, kind: region, reports-to: d}\n");
    char *svg = drawn_svg(&d.chart);
    assert_non_null(strstr(svg, "lang=\"nb\""));
    assert_non_null(strstr(svg, "role=\"graphics-document\""));
    assert_non_null(
        strstr(svg, "aria-labelledby=\"chart-title\" aria-describedby=\"chart-about\""));
    assert_non_null(strstr(svg, "<desc id=\"chart-about\">2 enheter på 2 nivåer."));
    assert_non_null(strstr(svg, "<title>Region: region, under Direktør</title>"));
    assert_non_null(strstr(svg, "id=\"u-r\""));
    assert_true(strstr(svg, "id=\"u-d\"") < strstr(svg, "id=\"u-r\""));
    free(svg);
    drawn_free(&d);
}

static void nothing_is_fetched_from_elsewhere(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d, "  - {id: d, name: 'http://example.org', kind: executive}\n");
    char *svg = drawn_svg(&d.chart);
    static const char *const refused[] = {"<script", "href", "url(", "<image", "@import"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        assert_null(strstr(svg, refused[i]));
    }
    free(svg);
    drawn_free(&d);
}

static void a_chart_speaks_english_when_asked(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_read(&d, &d.model,
        "  - {id: d, name: {nb: Direktør, en: Director}, kind: executive}\n"
        "  - {id: s, name: Stab, kind: staff, reports-to: d}\n");
    spenn_chart_draw(
        &d.model, NULL, &(struct spenn_chart_options){.english = true}, &d.chart);
    assert_string_equal(d.chart.lang, "en");
    assert_string_equal(drawn_box(&d.chart, "u-d")->name, "Director");
    assert_string_equal(drawn_box(&d.chart, "u-s")->name, "Stab");
    assert_true(drawn_says(&d.chart, "Top leader"));
    assert_true(drawn_says(&d.chart, "2 units in 2 layers."));
    drawn_free(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_at_most_two_decimals_and_a_point),
        cmocka_unit_test(names_are_escaped_everywhere),
        cmocka_unit_test(control_characters_never_reach_the_file),
        cmocka_unit_test(a_drawing_can_be_read_aloud),
        cmocka_unit_test(nothing_is_fetched_from_elsewhere),
        cmocka_unit_test(a_chart_speaks_english_when_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
