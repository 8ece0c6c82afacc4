/* SPDX-License-Identifier: MIT
 * The matrix of roles and steps of a model: which cells it fills, who stands in them, and
 * that its cells are those of the figure. */
#include "unit.h"

#include "figure.h"

#include "chart/drawn.h"
#include "paint.h"
#include "role.h"

/* By hand: the driver reaches step 2, as balancer too; the balancer aims at 3 with what
 * carries to 2; nobody runs a system. */
#define DEPARTMENTS                                                                      \
    "  - {id: dep, kind: executive}\n"                                                   \
    "  - {id: a, kind: department, reports-to: dep, name: {nb: Kommunal, en: Local},"    \
    " coordination: {primary: driver, secondary: balancer, ambition: 2,"                 \
    " instruments: forums}, assumed: coordination}\n"                                    \
    "  - {id: b, kind: department, reports-to: dep, name: Plan,"                         \
    " coordination: {primary: balancer, ambition: 3, instruments: area-reviews}}\n"

static void draw_units(struct drawn *d, const char *units, bool english)
{
    struct spenn_chart_options options = {.english = english};
    *d = (struct drawn){0};
    drawn_read(d, &d->model, units);
    if (!spenn_figure_roles(&d->model, &options, &d->chart, &d->err)) {
        spenn_error_print(&d->err, stderr);
        fail();
    }
    lint_boxes(&d->chart);
    lint_texts(&d->chart);
}

static void expect_box(const struct drawn *d, const char *id, const char *name)
{
    assert_string_equal(drawn_box(&d->chart, id)->name, name);
}

static bool is_drawn(const struct drawn *d, const char *id)
{
    int32_t i = 0;
    while (i < d->chart.boxes && strcmp(d->chart.box[i].id, id) != 0) {
        i++;
    }
    return i < d->chart.boxes;
}

static void cells_name_the_units_that_cover_them(void **state)
{
    struct drawn d;
    (void)state;
    draw_units(&d, DEPARTMENTS, false);
    expect_box(&d, "c-driver-2-first", "Primært: Kommunal (mål)");
    expect_box(&d, "c-driver-1-first", "Primært: Kommunal");
    expect_box(&d, "c-balancer-2-first", "Primært: Plan");
    expect_box(&d, "c-balancer-2-also", "Også: Kommunal (mål)");
    expect_box(&d, "c-balancer-3-wanted", "Uten virkemidler: Plan (mål)");
    assert_false(is_drawn(&d, "c-driver-3-first"));
    assert_false(is_drawn(&d, "c-balancer-3-first"));
    assert_string_equal(drawn_box(&d.chart, "c-driver-2")->tag, "Dekket av primærrolle");
    assert_string_equal(
        drawn_box(&d.chart, "c-balancer-3")->tag, "Ambisjon uten virkemidler");
    assert_string_equal(drawn_box(&d.chart, "c-system-manager-1")->tag, "Ikke dekket");
    assert_true(drawn_box(&d.chart, "c-system-manager-1")->style.dashed);
    assert_false(drawn_box(&d.chart, "c-driver-1")->style.dashed);
    assert_string_equal(d.chart.title, "Prøve & kontroll: roller og trinn");
    assert_true(
        drawn_says(&d.chart, "Dekker 4 av 12 ruter, 4 av dem med en primærrolle"));
    assert_non_null(strstr(d.chart.note, "rollene til Kommunal"));
    drawn_free(&d);
}

static void the_matrix_speaks_english(void **state)
{
    struct drawn d;
    (void)state;
    draw_units(&d, DEPARTMENTS, true);
    expect_box(&d, "c-driver-2-first", "Primarily: Local (aim)");
    expect_box(&d, "c-balancer-3-wanted", "Lacking instruments: Plan (aim)");
    assert_string_equal(drawn_box(&d.chart, "c-driver-4")->tag, "Not covered");
    drawn_free(&d);
}

/* Bands stand below the body of their cell, as wide, within its row. */
static void bands_stand_at_the_foot_of_their_cell(void **state)
{
    struct drawn d;
    (void)state;
    draw_units(&d, DEPARTMENTS, false);
    const struct spenn_drawing_box *body = drawn_box(&d.chart, "c-balancer-2");
    const struct spenn_drawing_box *first = drawn_box(&d.chart, "c-balancer-2-first");
    const struct spenn_drawing_box *also = drawn_box(&d.chart, "c-balancer-2-also");
    const struct spenn_drawing_box *row = drawn_box(&d.chart, "c-row-3");
    assert_true(fabs(body->y + body->h - first->y) < 1e-6);
    assert_true(fabs(first->y + first->h - also->y) < 1e-6);
    assert_true(fabs(also->y + also->h - row->y - row->h) < 1e-6);
    assert_true(fabs(first->x - body->x) < 1e-6 && fabs(first->w - body->w) < 1e-6);
    drawn_free(&d);
}

static void many_units_stay_readable(void **state)
{
    struct drawn d;
    (void)state;
    draw_units(&d,
        "  - {id: dep, kind: executive}\n"
        "  - {id: a, count: 23, kind: department, reports-to: dep,"
        " name: \"Avdeling for samordning av oppgaver {n}\","
        " coordination: {primary: driver, secondary: [balancer, system-manager],"
        " ambition: 4, instruments: [law, forums]}}\n",
        false);
    assert_false(d.chart.overfull);
    assert_non_null(strstr(drawn_box(&d.chart, "c-driver-4-first")->name, "og 13 til"));
    drawn_free(&d);
}

static void a_model_without_roles_has_no_matrix(void **state)
{
    struct drawn d = {0};
    (void)state;
    drawn_read(&d, &d.model, "  - {id: dep, kind: executive}\n");
    assert_false(
        spenn_figure_roles(&d.model, &(struct spenn_chart_options){0}, &d.chart, &d.err));
    assert_non_null(strstr(
        d.err.list[0].text, "no unit has a role of coordination (key 'coordination')"));
    drawn_free(&d);
}

/* What a cell says, but for marks: modes are names in one and a mark in the other. */
static void expect_cell(const struct cell *cell, const struct spenn_role_cell *what)
{
    int32_t i = 0;
    for (; i < spenn_cell_actions && what->action[i][0]; i++) {
        assert_true(i < cell->text.count);
        assert_string_equal(cell->text.name[i][0], what->action[i][0]);
        assert_string_equal(cell->text.name[i][1], what->action[i][1]);
    }
    assert_int_equal(i, cell->text.count);
}

static void the_figure_of_the_source_says_the_same(void **state)
{
    struct content f;
    struct spenn_error err = {0};
    (void)state;
    assert_true(
        spenn_figure_read(SPENN_SOURCE "/models/figures/roles-and-steps.yaml", &f, &err));
    assert_int_equal(f.cells, SPENN_ROLE_CELLS);
    for (int32_t i = 0; i < f.cells; i++) {
        expect_cell(&f.cell[i],
            spenn_role_cell(
                SPENN_ROLE_DRIVER + f.cell[i].column, SPENN_STEPS - f.cell[i].row));
    }
    for (int32_t i = 0; i < SPENN_STEPS; i++) {
        assert_string_equal(f.rows.name[i][0] + 2, spenn_steps.nb[SPENN_STEPS - 1 - i]);
        assert_string_equal(f.rows.name[i][1] + 2, spenn_steps.en[SPENN_STEPS - 1 - i]);
    }
    spenn_figure_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_name_the_units_that_cover_them),
        cmocka_unit_test(the_matrix_speaks_english),
        cmocka_unit_test(bands_stand_at_the_foot_of_their_cell),
        cmocka_unit_test(many_units_stay_readable),
        cmocka_unit_test(a_model_without_roles_has_no_matrix),
        cmocka_unit_test(the_figure_of_the_source_says_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
