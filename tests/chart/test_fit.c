/* SPDX-License-Identifier: MIT
 * What a chart leaves out where paper is short, and in which order. */
#include "unit.h"

#include "drawn.h"

/* A municipality with so many units under one chief, in four services. */
static const char *flat(struct drawn *d, int32_t units, const char *more)
{
    static const char *const services[] = {"barnehage", "skole", "helse", "kultur"};
    const char *text = "  - {id: r, name: Rådmann, kind: executive}\n";
    for (int32_t i = 0; i < units; i++) {
        const char *service = services[i % 4];
        text = spenn_arena_format(&d->memory,
            "%s  - {id: u%d, name: 'Enhet for %s %d', kind: result-unit, sector: %s, "
            "reports-to: r%s}\n",
            text, (int)i, service, (int)i, service, more);
    }
    return text;
}

static void draw(struct drawn *d, const char *units, struct spenn_chart_options options)
{
    drawn_read(d, &d->model, units);
    spenn_chart_draw(&d->model, NULL, &options, &d->chart);
    lint(&d->chart, &d->model);
}

static bool notes(const struct drawn *d, const char *text)
{
    return strstr(d->chart.note, text) != NULL;
}

static int32_t count_of(const struct drawn *d, const char *word)
{
    int32_t count = 0;
    for (int32_t i = 0; i < d->chart.boxes; i++) {
        count += strstr(d->chart.box[i].class, word) != NULL;
    }
    return count;
}

static void all_is_drawn_while_it_fits(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d, flat(&d, 40, ", fte: 12"), (struct spenn_chart_options){0});
    assert_true(d.chart.width == 842.0);
    assert_string_equal(drawn_box(&d.chart, "u-u3")->note, "12 årsverk");
    assert_false(notes(&d, "plasshensyn"));
    drawn_free(&d);
}

static void first_the_small_facts_are_left_out(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d, flat(&d, 150, ", fte: 12"), (struct spenn_chart_options){0});
    assert_true(d.chart.width == 842.0);
    assert_int_equal(d.chart.boxes, 151);
    assert_null(drawn_box(&d.chart, "u-u3")->note);
    assert_true(notes(&d, "Årsverk og antall ledere er utelatt"));
    assert_true(notes(&d, "--page a3"));
    drawn_free(&d);
}

static void then_units_without_reports_are_put_together(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d, flat(&d, 600, ""), (struct spenn_chart_options){0});
    assert_true(d.chart.width == 842.0);
    assert_int_equal(count_of(&d, "card "), 4);
    assert_true(notes(&d, "--pages"));
    drawn_free(&d);
}

static void a_paper_asked_for_may_show_all(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d, flat(&d, 150, ", fte: 12"),
        (struct spenn_chart_options){.paper = SPENN_PAPER_A3, .portrait = true});
    assert_float_equal(d.chart.width, 842.0, 1.5);
    assert_float_equal(d.chart.height, 1191.0, 0.1);
    assert_string_equal(drawn_box(&d.chart, "u-u3")->note, "12 årsverk");
    drawn_free(&d);
}

static void a_thousand_positions_are_squares_on_one_sheet(void **state)
{
    (void)state;
    struct drawn d = {0};
    struct spenn_assumptions assume = tiny_assumptions(&d.memory);
    assert_true(spenn_read_model(
        SPENN_SOURCE "/models/figures/positions.yaml", &assume, &d.model, &d.err));
    spenn_chart_draw(&d.model, NULL, &(struct spenn_chart_options){0}, &d.chart);
    lint(&d.chart, &d.model);
    assert_true(d.chart.width == 842.0);
    assert_int_equal(d.chart.boxes, 1000);
    assert_int_equal(count_of(&d, "square-vacant"), 41);
    assert_true(count_of(&d, "position") > 900);
    assert_true(drawn_says(&d.chart, "Hver rute er én enhet (41 ledige)."));
    assert_non_null(strstr(d.chart.saved, "squares to save room"));
    assert_true(drawn_says(&d.chart, "Seniorrådgiver"));
    for (int32_t i = 0; i < d.chart.boxes; i++) {
        assert_true(d.chart.box[i].w >= 6.0);
        assert_true(strstr(d.chart.box[i].about, d.chart.box[i].name) != NULL);
    }
    drawn_free(&d);
}

static void positions_of_few_names_are_counted_in_their_unit(void **state)
{
    (void)state;
    struct drawn d = {0};
    struct spenn_assumptions assume = tiny_assumptions(&d.memory);
    assert_true(spenn_read_model(
        SPENN_SOURCE "/models/figures/positions.yaml", &assume, &d.model, &d.err));
    spenn_chart_draw(
        &d.model, NULL, &(struct spenn_chart_options){.root = "tilsyn"}, &d.chart);
    const struct spenn_drawing_box *team = drawn_box(&d.chart, "u-tilsyn-industri-1");
    assert_non_null(strstr(team->about, "seniorrådgiver"));
    assert_true(team->runs > 3);
    const char *last = d.chart.run[team->first + team->runs - 1].text;
    assert_true(*last >= '1' && *last <= '9'); /* nothing below what is counted */
    assert_true(d.chart.width == 842.0);
    drawn_free(&d);
}

static void a_square_hides_nobody_who_meets(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw(&d,
        spenn_arena_format(&d.memory,
            "%sforums:\n  - {id: f, name: Faggruppe, kind: network, chair: u1, members: "
            "[u2, u3]}\n",
            flat(&d, 3000, "")),
        (struct spenn_chart_options){0});
    assert_int_equal(count_of(&d, "position"), 0);
    drawn_free(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_is_drawn_while_it_fits),
        cmocka_unit_test(first_the_small_facts_are_left_out),
        cmocka_unit_test(then_units_without_reports_are_put_together),
        cmocka_unit_test(a_paper_asked_for_may_show_all),
        cmocka_unit_test(a_thousand_positions_are_squares_on_one_sheet),
        cmocka_unit_test(positions_of_few_names_are_counted_in_their_unit),
        cmocka_unit_test(a_square_hides_nobody_who_meets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
