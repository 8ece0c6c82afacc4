/* SPDX-License-Identifier: MIT
 * Measures of the line: stars, chains and trees by hand. */
#include "small.h"

static void a_star_has_one_span_and_one_layer_below(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 5, 2);
    assert_near(small_measure(&m, "span", 0), 5, 0);
    assert_near(small_measure(&m, "span", 3), 0, 0);
    assert_near(small_measure(&m, "layers", 0), 2, 0);
    assert_near(small_measure(&m, "layers-below", 0), 1, 0);
    assert_near(small_measure(&m, "layers-below", 5), 0, 0);
    assert_near(small_measure(&m, "betweenness", 0), 10, 0);
    assert_near(small_measure(&m, "betweenness", 1), 0, 0);
    spenn_model_free(&m);
}

static void a_chain_of_five_counts_down_its_layers(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 1, 5);
    const double between[] = {0, 3, 4, 3, 0};
    for (spenn_id u = 0; u < 5; u++) {
        assert_near(small_measure(&m, "layer", u), u + 1, 0);
        assert_near(small_measure(&m, "layers-below", u), 4 - u, 0);
        assert_near(small_measure(&m, "betweenness", u), between[u], 0);
        assert_near(small_measure(&m, "articulation-unit", u), u > 0 && u < 4, 0);
    }
    spenn_model_free(&m);
}

static void a_chain_listed_from_the_bottom_gives_the_same(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    for (spenn_id u = 0; u < 5; u++) {
        small_unit(&m, NULL, SPENN_DEPARTMENT, u < 4 ? u + 1 : SPENN_NONE);
        m.units.fte[u] = u + 1;
    }
    assert_near(small_measure(&m, "layer", 0), 5, 0);
    assert_near(small_measure(&m, "layer", 4), 1, 0);
    assert_near(small_measure(&m, "layers-below", 4), 4, 0);
    assert_near(small_measure(&m, "size", 2), 1 + 2 + 3, 0);
    assert_near(small_measure(&m, "size", 4), 15, 0);
    spenn_model_free(&m);
}

/* ((N - 1)^2 - b s^2) / 2 over unordered pairs. */
static void betweenness_of_a_regular_trees_root_is_the_known_number(void **state)
{
    (void)state;
    const struct {
        int32_t span, layers;
        double root;
    } known[] = {{2, 4, 49}, {3, 4, 507}, {5, 4, 9610}, {5, 6, 6099610}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct spenn_model m = {0};
        small_tree(&m, known[i].span, known[i].layers);
        assert_near(small_measure(&m, "betweenness", 0), known[i].root, 0);
        spenn_model_free(&m);
    }
}

/* A second line along the line changes nothing in the graph, but leaves the way of the
 * closed form: both ways must agree. */
static void betweenness_by_closed_form_is_what_a_search_finds(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    uint64_t random = 1;
    for (spenn_id u = 0; u < 200; u++) {
        small_unit(&m, NULL, SPENN_TEAM, u < 3 ? SPENN_NONE : small_random(&random, u));
    }
    double closed[200];
    for (spenn_id u = 0; u < 200; u++) {
        closed[u] = small_measure(&m, "betweenness", u);
    }
    small_line(&m, SPENN_LINE_ADVISORY, m.units.parent[7], 7);
    for (spenn_id u = 0; u < 200; u++) {
        assert_near(small_measure(&m, "betweenness", u), closed[u], 1e-6);
    }
    spenn_model_free(&m);
}

static void trees_of_a_forest_do_not_lie_between_each_others_units(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 3, 2);
    small_tree(&m, 2, 2);
    assert_near(small_measure(&m, "betweenness", 0), 3, 0);
    assert_near(small_measure(&m, "betweenness", 4), 1, 0);
    spenn_model_free(&m);
}

static void the_council_is_layer_0_and_the_executive_layer_1(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    spenn_id council = small_unit(&m, "kommunestyre", SPENN_COUNCIL, SPENN_NONE);
    spenn_id committee = small_unit(&m, "utvalg", SPENN_COMMITTEE, council);
    spenn_id chief = small_unit(&m, "rådmann", SPENN_EXECUTIVE, committee);
    spenn_id unit = small_unit(&m, "skole", SPENN_RESULT_UNIT, chief);
    spenn_id inner = small_unit(&m, "samarbeidsutvalg", SPENN_COMMITTEE, unit);
    const double layer[] = {0, 0, 1, 2, 3};
    for (spenn_id u = council; u <= inner; u++) {
        assert_near(small_measure(&m, "layer", u), layer[u], 0);
    }
    spenn_model_free(&m);
}

static void what_stands_outside_makes_no_layer(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 2, 2);
    small_unit(&m, "selskap", SPENN_LEGAL_ENTITY, 1);
    assert_near(small_measure(&m, "layers", 0), 2, 0);
    assert_near(small_measure(&m, "layers-below", 0), 1, 0);
    assert_near(small_measure(&m, "layer", 3), 3, 0);
    assert_near(small_measure(&m, "span", 1), 1, 0);
    spenn_model_free(&m);
}

static void span_line_leaves_staff_support_and_advice_out(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_unit(&m, NULL, SPENN_EXECUTIVE, SPENN_NONE);
    const int32_t kinds[] = {SPENN_STAFF, SPENN_SUPPORT, SPENN_ADVICE, SPENN_REGION,
        SPENN_DEPARTMENT, SPENN_DEPUTY};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        small_unit(&m, NULL, kinds[i], 0);
    }
    assert_near(small_measure(&m, "span", 0), 6, 0);
    assert_near(small_measure(&m, "span-line", 0), 3, 0);
    spenn_model_free(&m);
}

static void span_bands_change_exactly_at_their_limits(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    const int32_t last[] = {0, 1, 3, 7, 12, 16};
    small_unit(&m, NULL, SPENN_EXECUTIVE, SPENN_NONE);
    for (int32_t span = 0; span < 20; span++) {
        int32_t band = 0;
        while (band < 6 && span > last[band]) {
            band++;
        }
        assert_near(small_measure(&m, "span-band", 0), band, 0);
        small_unit(&m, NULL, SPENN_REGION, 0);
    }
    spenn_model_free(&m);
}

static void relations_grow_as_graicunas_counted_them(void **state)
{
    (void)state;
    const struct {
        int32_t span;
        double relations;
    } known[] = {{1, 1}, {2, 6}, {3, 18}, {4, 44}, {5, 100}, {6, 222}, {12, 24708}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct spenn_model m = {0};
        small_tree(&m, known[i].span, 2);
        assert_near(small_measure(&m, "graicunas", 0), known[i].relations, 0);
        assert_near(small_measure(&m, "graicunas", 1), 0, 0);
        spenn_model_free(&m);
    }
}

static void relations_beyond_what_a_number_holds_are_not_computed(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 1000, 2);
    assert_true(isfinite(small_measure(&m, "graicunas", 0)));
    small_unit(&m, NULL, SPENN_DEPARTMENT, 0);
    assert_true(isnan(small_measure(&m, "graicunas", 0)));
    spenn_model_free(&m);
}

/* (5^5 - 1) / 4 of (5^6 - 1) / 4 units manage: near 1 / 5. */
static void about_one_unit_in_five_manages_at_a_span_of_five(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 5, 6);
    assert_near(small_measure(&m, "manager-share", 0), 781.0 / 3906.0, 1e-12);
    spenn_model_free(&m);
}

static void politicians_and_what_stands_outside_neither_manage_nor_are_managed(
    void **state)
{
    (void)state;
    struct spenn_model m = {0};
    spenn_id council = small_unit(&m, NULL, SPENN_COUNCIL, SPENN_NONE);
    spenn_id executive = small_unit(&m, NULL, SPENN_EXECUTIVE, council);
    spenn_id school = small_unit(&m, NULL, SPENN_RESULT_UNIT, executive);
    small_unit(&m, NULL, SPENN_ADVICE, school);
    assert_near(small_measure(&m, "manager-share", 0), 0.5, 0);
    spenn_model_free(&m);
}

static void size_counts_fte_not_given_as_nothing(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 2, 3);
    m.units.fte[0] = 1.5;
    m.units.fte[2] = 2;
    m.units.fte[5] = 10.25;
    assert_near(small_measure(&m, "size", 0), 13.75, 1e-12);
    assert_near(small_measure(&m, "size", 2), 12.25, 1e-12);
    assert_near(small_measure(&m, "size", 1), 0, 0);
    spenn_model_free(&m);
}

static void superiors_are_counted_once_each_and_advice_and_contracts_give_none(
    void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 3, 2);
    small_line(&m, SPENN_LINE_PROFESSIONAL, 1, 3);
    small_line(&m, SPENN_LINE_ADMINISTRATIVE, 1, 3);
    small_line(&m, SPENN_LINE_ADMINISTRATIVE, 0, 3);
    small_line(&m, SPENN_LINE_ADVISORY, 2, 3);
    small_line(&m, SPENN_LINE_CONTRACT, 2, 1);
    const double superiors[] = {0, 1, 1, 2};
    for (spenn_id u = 0; u < 4; u++) {
        assert_near(small_measure(&m, "superiors", u), superiors[u], 0);
    }
    spenn_model_free(&m);
}

static void a_chain_of_a_million_units_is_measured_without_recursion(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    const int32_t count = 1000000;
    m.id = "chain";
    spenn_table_reserve(&m.memory, &m.units, &spenn_units_type, count);
    m.units.count = count;
    for (spenn_id u = 0; u < count; u++) {
        m.units.id[u] = "u";
        m.units.kind[u] = SPENN_TEAM;
        m.units.parent[u] = u + 1 < count ? u + 1 : SPENN_NONE;
    }
    assert_near(small_measure(&m, "layers", 0), count, 0);
    assert_near(small_measure(&m, "betweenness", 1), count - 2, 0);
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_star_has_one_span_and_one_layer_below),
        cmocka_unit_test(a_chain_of_five_counts_down_its_layers),
        cmocka_unit_test(a_chain_listed_from_the_bottom_gives_the_same),
        cmocka_unit_test(betweenness_of_a_regular_trees_root_is_the_known_number),
        cmocka_unit_test(betweenness_by_closed_form_is_what_a_search_finds),
        cmocka_unit_test(trees_of_a_forest_do_not_lie_between_each_others_units),
        cmocka_unit_test(the_council_is_layer_0_and_the_executive_layer_1),
        cmocka_unit_test(what_stands_outside_makes_no_layer),
        cmocka_unit_test(span_line_leaves_staff_support_and_advice_out),
        cmocka_unit_test(span_bands_change_exactly_at_their_limits),
        cmocka_unit_test(relations_grow_as_graicunas_counted_them),
        cmocka_unit_test(relations_beyond_what_a_number_holds_are_not_computed),
        cmocka_unit_test(about_one_unit_in_five_manages_at_a_span_of_five),
        cmocka_unit_test(
            politicians_and_what_stands_outside_neither_manage_nor_are_managed),
        cmocka_unit_test(size_counts_fte_not_given_as_nothing),
        cmocka_unit_test(
            superiors_are_counted_once_each_and_advice_and_contracts_give_none),
        cmocka_unit_test(a_chain_of_a_million_units_is_measured_without_recursion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
