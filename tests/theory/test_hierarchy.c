/* SPDX-License-Identifier: MIT
 * Hierarchies, knowledge and processing: closed forms against searches of the same. */
#include "near.h"

#include "hierarchy.h"
#include "knowledge.h"

static void a_full_tree_holds_its_people_and_no_one_more(void **state)
{
    (void)state;
    for (double span = 2.0; span <= 16.0; span += 1.0) {
        for (double layers = 1.0; layers <= 9.0; layers += 1.0) {
            double size = spenn_tree_size(span, layers);
            assert_near(size * (span - 1.0), pow(span, layers) - 1.0, 0);
            assert_near(spenn_layers_needed(size, span), layers, 0);
            assert_near(spenn_layers_needed(size + 1.0, span), layers + 1.0, 0);
        }
    }
    assert_near(spenn_tree_manager_share(7.0, 1.0), 0, 0);
    assert_near(spenn_tree_manager_share(7.0, 30.0), 1.0 / 7.0, 1e-12);
}

static void layers_of_the_largest_profit_are_those_of_the_formula(void **state)
{
    (void)state;
    for (double complied = .75; complied < .97; complied += .05) {
        for (double span = 3.0; span <= 12.0; span += 3.0) {
            for (double wage = .1; wage < .8; wage += .3) {
                double layers = spenn_williamson_layers(complied, span, 1.4, wage);
                double found = spenn_williamson_searched(complied, span, 1.4, wage);
                assert_true(layers <= 1.0 ? isnan(found) : fabs(found - layers) < 1e-5);
            }
        }
    }
}

static void more_compliance_and_span_make_more_layers_and_wages_fewer(void **state)
{
    (void)state;
    double layers = spenn_williamson_layers(.9, 7.0, 1.5, 1.0 / 3.0);
    assert_true(spenn_williamson_layers(.92, 7.0, 1.5, 1.0 / 3.0) > layers);
    assert_true(spenn_williamson_layers(.9, 8.0, 1.5, 1.0 / 3.0) > layers);
    assert_true(spenn_williamson_layers(.9, 7.0, 1.5, .4) < layers);
    assert_true(isnan(spenn_williamson_layers(.2, 4.0, 1.5, .4)));
}

static void no_other_span_plans_faster(void **state)
{
    (void)state;
    for (double ratio = 0.0; ratio <= 50.0; ratio += 2.5) {
        double best = spenn_equal_span(ratio);
        double least = (best + ratio) / log(best);
        assert_near(spenn_equal_span_time(ratio, 1000.0), least * log(1000.0), 1e-9);
        for (double span = 1.1; span < 80.0; span += .1) {
            assert_true((span + ratio) / log(span) >= least - 1e-12);
        }
    }
}

static void no_schedule_adds_faster_than_radners_bound(void **state)
{
    (void)state;
    for (double items = 1.0; items <= 16.0; items += 1.0) {
        for (double processors = 1.0; processors <= items; processors += 1.0) {
            assert_near(spenn_radner_searched(items, processors),
                spenn_radner_delay(items, processors), 0);
        }
    }
    assert_near(spenn_radner_delay(9.0, 1000.0), spenn_radner_delay(9.0, 9.0), 0);
    assert_near(spenn_serial_delay(81.0, 3.0), 12.0, 1e-12);
}

/* Setting the derivative to 0: exp(z0) / help + z0 = 1 / cost + ln(1 / (help cost)). */
static void the_best_team_fulfils_its_first_order_condition(void **state)
{
    (void)state;
    for (double help = .1; help <= .5; help += .2) {
        for (double cost = .05; cost < .4; cost += .1) {
            double z = spenn_team_knowledge(1.0, help, cost);
            double n = spenn_team_span(1.0, help, cost);
            double helper = spenn_team_helper_knowledge(1.0, help, cost);
            assert_near(helper, log(1.0 / (help * cost)), 1e-6);
            double left = n + z - 1.0 / cost - helper; /* above 0: best to know nothing */
            assert_true(fabs(left) < 1e-4 || (left > 0.0 && z == 0.0));
            assert_true(
                spenn_team_output(1.0, help, cost) > spenn_autarky_output(1.0, cost));
        }
    }
}

static void talking_more_cheaply_widens_spans_and_makes_workers_learn_less(void **state)
{
    (void)state;
    for (double help = .1; help < .5; help += .1) {
        assert_true(spenn_team_span(1.0, help, .1) > spenn_team_span(1.0, help + .1, .1));
        assert_true(spenn_team_knowledge(1.0, help, .1)
            < spenn_team_knowledge(1.0, help + .1, .1));
    }
    double z = spenn_team_knowledge(1.0, .2, .1), n = spenn_team_span(1.0, .2, .1);
    assert_near(n, spenn_knowledge_span(.2, 1.0 - exp(-z)), 1e-9);
    assert_near(spenn_team_knowledge(2.0, .2, .2) * 2.0, z, 1e-6); /* units of time */
}

static void the_most_frequent_problems_lie_lowest(void **state)
{
    (void)state;
    static const double mass[] = {.1, .3, .2, .15, .15},
                        sorted[] = {.3, .2, .15, .15, .1};
    int32_t orders;
    assert_near(
        spenn_layer_least_load(mass, 5, &orders), spenn_layer_load(sorted, 5), 1e-15);
    assert_int_equal(orders, 2); /* the equal ones either way */
    assert_near(spenn_layer_size(.2, sorted, 0), 1.0, 0);
    assert_near(spenn_layer_size(.2, sorted, 5), .02, 1e-15);
}

static void what_is_out_of_range_has_no_value(void **state)
{
    (void)state;
    assert_true(isnan(spenn_tree_size(2.5, 3.0)));
    assert_true(isnan(spenn_layers_needed(10.0, 1.0)));
    assert_true(isnan(spenn_equal_span(-1.0)));
    assert_true(isnan(spenn_equal_span(NAN)));
    assert_true(isnan(spenn_radner_searched(65.0, 2.0)));
    assert_true(isnan(spenn_radner_delay(0.0, 2.0)));
    assert_true(isnan(spenn_knowledge_span(.2, 1.0)));
    assert_true(isnan(spenn_autarky_knowledge(.1, .2)));
    assert_true(isnan(spenn_team_output(.1, .2, .2)));
    assert_true(isnan(spenn_team_output(1.0, 0.0, .2)));
    assert_true(isnan(spenn_simon_elasticity(1.0, 3.0)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_tree_holds_its_people_and_no_one_more),
        cmocka_unit_test(layers_of_the_largest_profit_are_those_of_the_formula),
        cmocka_unit_test(more_compliance_and_span_make_more_layers_and_wages_fewer),
        cmocka_unit_test(no_other_span_plans_faster),
        cmocka_unit_test(no_schedule_adds_faster_than_radners_bound),
        cmocka_unit_test(the_best_team_fulfils_its_first_order_condition),
        cmocka_unit_test(talking_more_cheaply_widens_spans_and_makes_workers_learn_less),
        cmocka_unit_test(the_most_frequent_problems_lie_lowest),
        cmocka_unit_test(what_is_out_of_range_has_no_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
