/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "drawn.h"

#define DIRECTORATE                                                                      \
    "  - {id: d, name: Direktør, kind: executive}\n"                                    \
    "  - {id: a, name: 'Avdeling {n}', kind: department, count: 4, reports-to: d}\n"     \
    "  - {id: r, name: 'Region {n}', kind: region, count: 6, reports-to: d}\n"

static void an_empty_model_gives_an_empty_a4_sheet(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    struct spenn_drawing chart;
    spenn_chart_draw(&m, NULL, &(struct spenn_chart_options){.title = "Tom"}, &chart);
    assert_int_equal(chart.boxes, 0);
    assert_true(chart.width == 842.0 && chart.height == 595.0);
    char *svg = drawn_svg(&chart);
    assert_non_null(strstr(svg, "<title id=\"chart-title\">Tom</title>"));
    free(svg);
    spenn_drawing_free(&chart);
}

static void departments_stand_in_the_first_row_and_regions_in_the_second(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d, DIRECTORATE);
    double top = drawn_box(&d.chart, "u-d")->y, first = drawn_box(&d.chart, "u-a-1")->y;
    double second = drawn_box(&d.chart, "u-r-1")->y;
    assert_true(top < first && first < second);
    assert_true(drawn_box(&d.chart, "u-a-4")->y == first);
    assert_true(drawn_box(&d.chart, "u-r-6")->y == second);
    drawn_free(&d);
}

static void regions_that_the_model_orders_stand_level_with_departments(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: r, name: 'Region {n}', kind: region, count: 2, reports-to: d, order: "
        "1}\n"
        "  - {id: a, name: 'Avdeling {n}', kind: department, count: 3, reports-to: d}\n");
    const struct spenn_drawing_box *last = drawn_box(&d.chart, "u-a-3");
    const struct spenn_drawing_box *region = drawn_box(&d.chart, "u-r-1");
    assert_true(region->y == last->y && region->x > last->x);
    spenn_drawing_free(&d.chart);
    spenn_chart_draw(
        &d.model, NULL, &(struct spenn_chart_options){.portrait = true}, &d.chart);
    lint(&d.chart, &d.model);
    double row = drawn_box(&d.chart, "u-a-1")->y; /* where columns would be larger, too */
    assert_true(row == drawn_box(&d.chart, "u-a-2")->y);
    assert_true(row == drawn_box(&d.chart, "u-r-2")->y);
    drawn_free(&d);
}

static void the_line_to_the_regions_passes_between_the_departments(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d, DIRECTORATE);
    const struct spenn_drawing_box *left = drawn_box(&d.chart, "u-a-2");
    const struct spenn_drawing_box *right = drawn_box(&d.chart, "u-a-3");
    bool passes = false;
    for (int32_t i = 0; i + 1 < d.chart.points; i++) {
        const struct spenn_drawing_point *p = &d.chart.point[i];
        passes = passes
            || (p[0].x == p[1].x && p[0].y < left->y && p[1].y > left->y + left->h
                && p[0].x > left->x + left->w && p[0].x < right->x);
    }
    assert_true(passes);
    drawn_free(&d);
}

static void staff_stands_beside_the_trunk_above_the_row(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        DIRECTORATE "  - {id: s, name: Stab, kind: staff, reports-to: d}\n"
                    "  - {id: v, name: Tillitsvalgte, kind: advice, reports-to: d}\n");
    const struct spenn_drawing_box *top = drawn_box(&d.chart, "u-d");
    const struct spenn_drawing_box *staff = drawn_box(&d.chart, "u-s");
    const struct spenn_drawing_box *advice = drawn_box(&d.chart, "u-v");
    double trunk = top->x + top->w / 2.0;
    assert_true(staff->x + staff->w < trunk && advice->x > trunk);
    assert_true(
        staff->y > top->y && staff->y + staff->h < drawn_box(&d.chart, "u-a-1")->y);
    drawn_free(&d);
}

static void a_long_name_is_wrapped_and_its_siblings_are_as_wide(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: a, name: Avdeling for samfunnssikkerhet og tilsyn med "
        "petroleumsvirksomheten og annen næring i nordområdene, kind: department, "
        "reports-to: d}\n"
        "  - {id: b, name: B, kind: department, reports-to: d}\n");
    const struct spenn_drawing_box *a = drawn_box(&d.chart, "u-a");
    assert_true(a->runs > 2);
    assert_true(a->w == drawn_box(&d.chart, "u-b")->w);
    assert_true(a->w < 200.0);
    drawn_free(&d);
}

/* 104 pt and 84 pt are the widths that are tried. */
static void a_box_becomes_wider_before_a_word_is_broken(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Arbeidsdirektoratet, kind: executive}\n"
        "  - {id: a, name: Utdanningsdirektoratet for Norge, kind: department, "
        "reports-to: d}\n"
        "  - {id: b, name: B, kind: department, reports-to: d}\n");
    const struct spenn_drawing_box *a = drawn_box(&d.chart, "u-a");
    assert_string_equal(d.chart.run[a->first].text, "Utdanningsdirektoratet");
    drawn_free(&d);
}

static void a_word_longer_than_a_box_is_cut_and_a_novel_shortened(void **state)
{
    (void)state;
    struct drawn d = {0};
    const char *units = "";
    for (int32_t i = 0; i < 300; i++) {
        units =
            spenn_arena_format(&d.memory, "%s%s", units, i < 200 ? "øøøøøø" : " og mer");
    }
    units = spenn_arena_format(&d.memory,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: a, kind: department, reports-to: d, name: \"%s\"}\n",
        units);
    drawn_draw(&d, units);
    const struct spenn_drawing_box *a = drawn_box(&d.chart, "u-a");
    assert_int_equal(a->runs, 5);
    assert_non_null(strstr(d.chart.run[a->first + 4].text, "…"));
    drawn_free(&d);
}

static void a_list_hangs_below_a_department_and_a_long_one_stands_in_columns(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: a, name: 'Avdeling {n}', kind: department, count: 6, reports-to: d}\n"
        "  - {id: h, name: 'Kontor {n}', kind: team, count: 7, reports-to: a-1}\n"
        "  - {id: i, name: 'Kontor {n}', kind: team, count: 6, reports-to: a-6}\n");
    assert_true(drawn_box(&d.chart, "u-h-1")->x == drawn_box(&d.chart, "u-h-7")->x);
    drawn_free(&d);
    d = (struct drawn){0};
    drawn_draw(&d,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: a, name: 'Avdeling {n}', kind: department, count: 2, reports-to: d}\n"
        "  - {id: k, name: 'Distrikt {n}', kind: team, count: 27, reports-to: a-2}\n");
    assert_true(drawn_box(&d.chart, "u-k-1")->x < drawn_box(&d.chart, "u-k-27")->x);
    drawn_free(&d);
}

static void a_small_organization_fills_its_sheet(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: a, name: 'Avdeling {n}', kind: department, count: 3, reports-to: d}\n"
        "  - {id: r, name: 'Region {n}', kind: region, count: 2, reports-to: a-3}\n");
    double low = 0.0, left = d.chart.width, right = 0.0;
    for (int32_t i = 0; i < d.chart.boxes; i++) {
        const struct spenn_drawing_box *box = &d.chart.box[i];
        low = fmax(low, box->y + box->h);
        left = fmin(left, box->x);
        right = fmax(right, box->x + box->w);
    }
    assert_true(low > 0.6 * d.chart.height && right - left > 0.45 * d.chart.width);
    drawn_free(&d);
}

static void a_flat_municipality_has_panels_by_sector_with_counts(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: k, name: Kommunestyret, kind: council}\n"
        "  - {id: r, name: Rådmann, kind: executive, reports-to: k}\n"
        "  - {id: s, name: 'Skole {n}', kind: result-unit, count: 52, reports-to: r, "
        "sector: skoler}\n"
        "  - {id: b, name: 'Barnehage {n}', kind: result-unit, count: 78, reports-to: r, "
        "sector: barnehager}\n"
        "  - {id: x, name: 'Enhet {n}', kind: result-unit, count: 9, reports-to: r}\n");
    assert_int_equal(d.chart.frames, 3);
    assert_string_equal(d.chart.frame[0].label, "Skoler (52)");
    assert_string_equal(d.chart.frame[1].label, "Barnehager (78)");
    assert_string_equal(d.chart.frame[2].label, "Andre (9)");
    assert_true(drawn_says(&d.chart, "Gruppering, ikke et ledernivå"));
    assert_true(d.chart.width == 842.0);
    drawn_free(&d);
}

static void few_units_stand_in_one_column_of_each_panel(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: k, name: Kommunestyret, kind: council}\n"
        "  - {id: r, name: Rådmann, kind: executive, reports-to: k}\n"
        "  - {id: a, name: 'Nestleder {n}', kind: deputy, count: 5, reports-to: r}\n"
        "  - {id: s, name: 'Skole {n}', kind: result-unit, count: 9, reports-to: r, "
        "sector: skoler}\n"
        "  - {id: b, name: 'Barnehage {n}', kind: result-unit, count: 7, reports-to: r, "
        "sector: barnehager}\n"
        "  - {id: h, name: 'Hjem {n}', kind: result-unit, count: 3, reports-to: r, "
        "sector: omsorg}\n"
        "  - {id: t, name: 'Stasjon {n}', kind: result-unit, count: 5, reports-to: r, "
        "sector: teknisk}\n");
    assert_true(drawn_box(&d.chart, "u-s-1")->x == drawn_box(&d.chart, "u-s-9")->x);
    assert_true(drawn_box(&d.chart, "u-h-1")->x < drawn_box(&d.chart, "u-t-1")->x);
    assert_true(drawn_box(&d.chart, "u-h-1")->y == drawn_box(&d.chart, "u-t-1")->y);
    assert_true(drawn_box(&d.chart, "u-a-1")->y == drawn_box(&d.chart, "u-a-5")->y);
    drawn_free(&d);
}

static void order_goes_before_the_file(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: e, name: Selskapet, kind: legal-entity, order: 1, reports-to: d}\n"
        "  - {id: a, name: A, kind: department, order: 2, reports-to: d}\n"
        "  - {id: b, name: B, kind: department, reports-to: d}\n"
        "  - {id: c, name: C, kind: department, order: 1, reports-to: d}\n");
    static const char *const order[] = {"u-d", "u-b", "u-e", "u-c", "u-a"};
    for (int32_t i = 0; i < d.chart.boxes; i++) { /* read aloud so, too */
        assert_string_equal(d.chart.box[i].id, order[i]);
        assert_true(i < 2 || d.chart.box[i].x > d.chart.box[i - 1].x);
    }
    drawn_free(&d);
}

static void a_side_puts_any_unit_beside_the_trunk(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        DIRECTORATE
        "  - {id: l, name: Lab, kind: department, side: left, reports-to: d}\n"
        "  - {id: t, name: 'Team {n}', kind: team, count: 2, reports-to: l}\n"
        "  - {id: s, name: Stab, kind: staff, side: right, reports-to: d}\n");
    const struct spenn_drawing_box *top = drawn_box(&d.chart, "u-d");
    const struct spenn_drawing_box *left = drawn_box(&d.chart, "u-l");
    const struct spenn_drawing_box *right = drawn_box(&d.chart, "u-s");
    double trunk = top->x + top->w / 2.0, row = drawn_box(&d.chart, "u-a-1")->y;
    assert_true(left->x + left->w < trunk && right->x > trunk);
    assert_true(drawn_box(&d.chart, "u-t-2")->y < row && right->y < row);
    drawn_free(&d);
}

static void a_panel_in_the_model_is_drawn_for_any_group(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: r, name: Rådmann, kind: executive}\n"
        "  - {id: a, name: Skole, kind: result-unit, sector: oppvekst, panel: utføring, "
        "reports-to: r}\n"
        "  - {id: t, name: 'Trinn {n}', kind: team, count: 3, reports-to: a}\n"
        "  - {id: p, name: Forvaltning, kind: purchaser, panel: bestilling, "
        "reports-to: r}\n"
        "  - {id: b, name: Omsorg, kind: result-unit, panel: utføring, reports-to: r}\n"
        "  - {id: x, name: Arkiv, kind: support, reports-to: r}\n");
    assert_int_equal(d.chart.frames, 2);
    assert_string_equal(d.chart.frame[0].label, "Bestilling (1)");
    assert_string_equal(d.chart.frame[1].label, "Utføring (2)");
    const struct spenn_drawing_frame *f = &d.chart.frame[1];
    const struct spenn_drawing_box *deep = drawn_box(&d.chart, "u-t-3");
    assert_true(deep->x > f->x && deep->x + deep->w < f->x + f->w);
    assert_true(deep->y > f->y && deep->y + deep->h < f->y + f->h);
    assert_true(drawn_box(&d.chart, "u-x")->x > f->x + f->w);
    drawn_free(&d);
}

static void deputies_stand_in_the_frame_and_the_units_below_it(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: r, name: Rådmann, kind: executive}\n"
        "  - {id: a, name: 'Ass. rådmann {n}', kind: deputy, count: 4, reports-to: r}\n"
        "  - {id: s, name: Sekretariat, kind: staff, reports-to: r}\n"
        "  - {id: e, name: 'Enhet {n}', kind: result-unit, count: 11, reports-to: r}\n"
        "forums:\n"
        "  - {id: l, name: Lederteam, kind: leadership-group, chair: r, members: [r, "
        "a-*]}\n");
    assert_int_equal(d.chart.frames, 1);
    const struct spenn_drawing_frame *f = &d.chart.frame[0];
    double edge = f->y + f->h;
    assert_true(drawn_box(&d.chart, "u-a-1")->y < edge);
    assert_true(drawn_box(&d.chart, "u-s")->y > edge);
    assert_true(drawn_box(&d.chart, "u-e-1")->y > drawn_box(&d.chart, "u-s")->y);
    drawn_free(&d);
}

static void several_roots_are_drawn_side_by_side_without_a_line(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: m, name: 'Departement {n}', kind: executive, count: 3}\n"
        "  - {id: a, name: 'Etat {n}', kind: department, count: 4, reports-to: m-1}\n");
    assert_int_equal(d.chart.boxes, 7);
    assert_int_equal(d.chart.wires, 4);
    drawn_free(&d);
}

static void a_chain_of_many_levels_needs_no_recursion(void **state)
{
    (void)state;
    enum { levels = 20000 };
    struct drawn d = {0};
    char *units = malloc((size_t)levels * 64);
    size_t used = 0;
    for (int32_t i = 0; i < levels; i++) {
        used += (size_t)sprintf(units + used,
            i ? "  - {id: u%d, kind: team, reports-to: u%d}\n"
              : "  - {id: u%d, kind: executive}\n",
            (int)i, (int)i - 1);
    }
    drawn_read(&d, &d.model, units);
    spenn_chart_draw(&d.model, NULL, &(struct spenn_chart_options){0}, &d.chart);
    lint(&d.chart, &d.model);
    assert_int_equal(d.chart.wires, levels - 1);
    free(units);
    drawn_free(&d);
}

static void the_same_model_gives_the_same_bytes(void **state)
{
    (void)state;
    struct drawn d = {0};
    struct spenn_drawing again;
    drawn_draw(&d, DIRECTORATE);
    spenn_chart_draw(&d.model, NULL, &(struct spenn_chart_options){0}, &again);
    char *first = drawn_svg(&d.chart), *second = drawn_svg(&again);
    assert_string_equal(first, second);
    free(first);
    free(second);
    spenn_drawing_free(&again);
    drawn_free(&d);
}

static void numbers_are_written_as_the_language_writes_them(void **state)
{
    (void)state;
    static const char *const expected[] = {"8,5 årsverk", "8.5 FTE"};
    for (int32_t i = 0; i < 2; i++) {
        struct drawn d = {0};
        drawn_read(&d, &d.model, "  - {id: d, kind: executive, fte: 8.5}\n");
        spenn_chart_draw(
            &d.model, NULL, &(struct spenn_chart_options){.english = i == 1}, &d.chart);
        const struct spenn_drawing_box *box = drawn_box(&d.chart, "u-d");
        assert_string_equal(d.chart.run[box->first + box->runs - 1].text, expected[i]);
        drawn_free(&d);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_model_gives_an_empty_a4_sheet),
        cmocka_unit_test(regions_that_the_model_orders_stand_level_with_departments),
        cmocka_unit_test(departments_stand_in_the_first_row_and_regions_in_the_second),
        cmocka_unit_test(the_line_to_the_regions_passes_between_the_departments),
        cmocka_unit_test(staff_stands_beside_the_trunk_above_the_row),
        cmocka_unit_test(a_long_name_is_wrapped_and_its_siblings_are_as_wide),
        cmocka_unit_test(a_box_becomes_wider_before_a_word_is_broken),
        cmocka_unit_test(a_word_longer_than_a_box_is_cut_and_a_novel_shortened),
        cmocka_unit_test(
            a_list_hangs_below_a_department_and_a_long_one_stands_in_columns),
        cmocka_unit_test(a_small_organization_fills_its_sheet),
        cmocka_unit_test(a_flat_municipality_has_panels_by_sector_with_counts),
        cmocka_unit_test(few_units_stand_in_one_column_of_each_panel),
        cmocka_unit_test(order_goes_before_the_file),
        cmocka_unit_test(a_side_puts_any_unit_beside_the_trunk),
        cmocka_unit_test(a_panel_in_the_model_is_drawn_for_any_group),
        cmocka_unit_test(deputies_stand_in_the_frame_and_the_units_below_it),
        cmocka_unit_test(several_roots_are_drawn_side_by_side_without_a_line),
        cmocka_unit_test(a_chain_of_many_levels_needs_no_recursion),
        cmocka_unit_test(numbers_are_written_as_the_language_writes_them),
        cmocka_unit_test(the_same_model_gives_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
