/* SPDX-License-Identifier: MIT */
#include "lab.h"

#include "value_table.h"
#include "weights.h"

#include <string.h>

static void weights_are_read_with_their_ends(void **state)
{
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct spenn_weights weights;
    (void)state;
    assert_true(
        spenn_weights_parse("lead-time: 2, desk-wait/a/cases:1 [ 8h .. 0h ]\n# more\n"
                            "cost:0.5 # prices\n",
            "w", &memory, &weights, &err));
    assert_int_equal(weights.count, 3);
    assert_string_equal(weights.weight[1].measure, "desk-wait");
    assert_string_equal(weights.weight[1].of, "a/cases");
    assert_string_equal(weights.weight[1].from, "8h");
    assert_string_equal(weights.weight[1].to, "0h");
    assert_true(weights.weight[2].weight == .5 && !weights.weight[2].from);
    spenn_arena_free(&memory);
}

static void bad_weights_are_refused_at_their_line(void **state)
{
    static const char *const bad[][2] = {{"", "w: there are no weights"},
        {"cost:1\ncost:2", "w:2: 'cost' has two weights"},
        {"cost",
            "w:1: 'cost' is not measure:weight, measure/subject:weight or "
            "measure:weight[from..to] with a weight above 0"},
        {"cost:0", NULL}, {"cost:-1", NULL}, {"cost:1[2..", NULL}, {"cost:1[..2]", NULL},
        {"cost:1[1..2]x", NULL}, {":1", NULL}, {"cost/:1", NULL}, {"cost:1e999", NULL}};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct spenn_arena memory = {0};
        struct spenn_error err = {0};
        struct spenn_weights weights;
        assert_false(spenn_weights_parse(bad[i][0], "w", &memory, &weights, &err));
        if (bad[i][1]) {
            assert_string_equal(err.list[0].text, bad[i][1]);
        }
        spenn_error_free(&err);
        spenn_arena_free(&memory);
    }
}

/* Values (1, 0), (0, 1) and (.4, .8); weights .7 and .3. The third leads from .8/1.4 of
 * the second measure on: t .8 + (1 - t) .4 = 1 - t. The second passes it only beyond. */
static void the_weight_that_turns_the_order_is_where_lines_cross(void **state)
{
    double value[] = {1, 0, 0, 1, .4, .8}, total[] = {.7, .3, .52};
    struct spenn_value_measure measure[] = {
        {.weight = .7, .below = NAN, .above = NAN, .below_to = -1, .above_to = -1},
        {.weight = .3, .below = NAN, .above = NAN, .below_to = -1, .above_to = -1}};
    struct spenn_value_table table = {.count = 3,
        .measures = 2,
        .measure = measure,
        .value = value,
        .total = total,
        .leader = 0};
    (void)state;
    spenn_value_flip(&table, 0);
    spenn_value_flip(&table, 1);
    assert_near(measure[0].below, 1 - .6 / 1.4, 1e-12);
    assert_int_equal(measure[0].below_to, 2);
    assert_int_equal(measure[0].above_to, -1);
    assert_near(measure[1].above, .6 / 1.4, 1e-12);
    assert_int_equal(measure[1].above_to, 2);
    assert_true(isnan(measure[1].below));
}

struct worth {
    struct spenn_model model;
    struct spenn_scenario scenario;
    struct spenn_value_table table;
    struct spenn_error err;
};

static bool try_worth(struct worth *worth, const char *text, int32_t replications)
{
    static const char body[] =
        "spenn: scenario/1\nid: try\nmodel: lab.yaml\nalternatives:\n"
        "  fast: {changes: [{set: {unit: 'kind:department', speed: 2}}]}\n"
        "  joined: {changes: [{join: {forum: group, members: south}}]}\n"
        "  stuck: {changes: [{set: {unit: north, speed: 0.4}}]}\n"
        "simulate: {for: 20w, warm-up: 5w, replications: 8, seed: 3}\n";
    struct spenn_study_options options = {.jobs = 2, .replications = replications};
    const struct spenn_field_source from = {&worth->scenario, &worth->model, &options};
    struct spenn_arena memory = {0};
    struct spenn_weights weights;
    *worth = (struct worth){0};
    tiny_model(LAB_MODEL, &worth->model);
    const struct spenn_value *document = tiny_value(body, &worth->scenario.memory);
    bool ok = spenn_scenario_build(document, "tiny.yaml", &worth->scenario, &worth->err)
        && spenn_weights_parse(text, "--weights", &memory, &weights, &worth->err)
        && spenn_value_table_run(&from, &weights, &worth->table, &worth->err);
    spenn_arena_free(&memory);
    return ok;
}

static void end(struct worth *worth)
{
    spenn_value_table_free(&worth->table);
    spenn_scenario_free(&worth->scenario);
    spenn_model_free(&worth->model);
    spenn_error_free(&worth->err);
}

/* The fast one has the best time, the worst of none: worth the whole weight of time. */
static void totals_are_weighted_values(void **state)
{
    struct worth worth;
    (void)state;
    assert_true(try_worth(&worth, "lead-time:3,meeting-hours:1", 8));
    const struct spenn_value_table *table = &worth.table;
    assert_int_equal(table->leader, 1);
    assert_near(table->measure[0].weight, .75, 1e-12);
    assert_true(table->measure[0].best < table->measure[0].worst);
    assert_near(table->value[2], 1, 1e-12);
    assert_near(table->total[1], .75 * 1 + .25 * table->value[3], 1e-12);
    assert_true(table->low[1] < table->total[1] && table->gap[1] == 0);
    assert_near(table->gap[0], table->total[1] - table->total[0], 1e-12);
    assert_true(table->gap_low[0] < table->gap[0]);
    assert_non_null(strstr(table->reason_en[3], "cannot keep up: north in stuck"));
    assert_true(isnan(table->total[3]));
    end(&worth);
}

static void what_is_known_without_simulation_is_exact(void **state)
{
    struct worth worth;
    (void)state;
    assert_true(try_worth(&worth, "cost:1,group-size/group:1[2..4]", 8));
    const struct spenn_value_table *table = &worth.table;
    assert_int_equal(table->study.replications, 0);
    assert_near(table->value[1], 0, 1e-12); /* two members */
    assert_near(table->value[2 * 2 + 1], .5, 1e-12);
    assert_true(table->low[0] == table->high[0]);
    end(&worth);
}

static void ends_must_fit_the_measure(void **state)
{
    static const char *const bad[][2] = {
        {"group-size/group:1",
            "spenn: neither more nor less of 'group-size' is better in itself: give its "
            "worst and best end, group-size:1[worst..best]"},
        {"lead-time:1[1%..2]", "spenn: '[1%..2]' are no two ends of 'lead-time' in h"},
        {"lead-tim:1", "spenn: unknown measure 'lead-tim'; did you mean 'lead-time'?"}};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct worth worth;
        assert_false(try_worth(&worth, bad[i][0], 8));
        assert_string_equal(worth.err.list[0].text, bad[i][1]);
        end(&worth);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(weights_are_read_with_their_ends),
        cmocka_unit_test(bad_weights_are_refused_at_their_line),
        cmocka_unit_test(the_weight_that_turns_the_order_is_where_lines_cross),
        cmocka_unit_test(totals_are_weighted_values),
        cmocka_unit_test(what_is_known_without_simulation_is_exact),
        cmocka_unit_test(ends_must_fit_the_measure)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
