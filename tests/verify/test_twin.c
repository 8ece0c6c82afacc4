/* SPDX-License-Identifier: MIT
 * A model and its exact twin: they agree where there is one; where there is none it is
 * said once a reason. */
#include "unit.h"

#include "tiny.h"

#include "twin.h"

#include <math.h>

static const char network[] =
    TINY("units:\n"
         "  - {id: topp, kind: executive}\n"
         "  - {id: a, kind: team, count: 2, reports-to: topp, caseworkers: 2}\n"
         "  - {id: b, kind: team, reports-to: topp}\n"
         "forums:\n"
         "  - {id: f, kind: other, chair: b, members: b, meets: 0.5/h, lasts: 30min, "
         "agenda: 4,"
         " commitment: 100%, preparation: 0%}\n"
         "tasks:\n"
         "  - {id: s, at: a-*, arrives: 0.8/h, handling: 1h, decision: 30min,"
         " beyond-authority: 50%}\n"
         "  - {id: t, at: b, arrives: 0.6/h, handling: {mean: 1h, law: fixed}}\n"
         "  - {id: u, at: topp, arrives: 1/h, decision: 1min, decided-in: f}\n"
         "assume: {contact-per-report: 0, administration: 0}\n");

static void run(const char *text, int32_t jobs, struct spenn_twin *twin)
{
    struct spenn_model m;
    struct spenn_study_options study = {.jobs = jobs};
    tiny_model(text, &m);
    assert_true(
        spenn_twin_run(&m, &(struct spenn_twin_options){&study, 3000.0, 20}, twin));
    spenn_model_free(&m);
}

static const struct spenn_verify_row *row(const struct spenn_twin *twin, const char *name)
{
    for (int32_t i = 0; i < twin->table.count; i++) {
        if (strcmp(twin->table.row[i].name, name) == 0) {
            return &twin->table.row[i];
        }
    }
    fail_msg("no row '%s'", name);
    return NULL;
}

/* The leader of b has a quarter of its time in meetings: services of 4/3 h. */
static void a_model_agrees_with_its_twin(void **context)
{
    (void)context;
    static const struct {
        const char *name;
        double expected;
    } rows[] = {{"throughput/s", 60}, {"throughput/u", 37.5},
        {"utilisation/a-1/cases", 0.4}, {"utilisation/a-1/leader", 0.4},
        {"utilisation/topp", 0.4}, {"utilisation/f", 0.5},
        {"desk-wait/a-1/cases", 0.190476}, {"desk-wait/topp", 1.0 / 3},
        {"desk-wait/b", 8.0 / 3}, {"backlog/b", 2.4},
        {"backlog/a-1", 0.952381 + 2.0 / 3}};
    struct spenn_twin twin;
    run(network, 1, &twin);
    assert_int_equal(spenn_verify_failed(&twin.table), 0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double seen = row(&twin, rows[i].name)->expected;
        if (!(fabs(seen - rows[i].expected) < 1e-5)) {
            fail_msg("%s: %g, not %g", rows[i].name, seen, rows[i].expected);
        }
    }
    assert_int_equal(twin.gaps, 0);
    assert_true(twin.critical > 3.5 && twin.critical < 5.0);
    spenn_twin_free(&twin);
}

static void threads_change_nothing(void **context)
{
    (void)context;
    struct spenn_twin one, two;
    run(network, 1, &one);
    run(network, 2, &two);
    assert_int_equal(one.table.count, two.table.count);
    for (int32_t i = 0; i < one.table.count; i++) {
        assert_true(one.table.row[i].observed == two.table.row[i].observed);
    }
    spenn_twin_free(&one);
    spenn_twin_free(&two);
}

/* Values are kept for 64 replications at a time: the 65th and 66th are others than the
 * first two, and none is lost. */
static void many_replications_are_all_counted(void **context)
{
    (void)context;
    static const int32_t times[] = {2, 64, 66};
    double sum[3];
    struct spenn_model m;
    struct spenn_study_options study = {.jobs = 1};
    tiny_model(network, &m);
    for (int32_t i = 0; i < 3; i++) {
        struct spenn_twin twin;
        assert_true(spenn_twin_run(
            &m, &(struct spenn_twin_options){&study, 700.0, times[i]}, &twin));
        sum[i] = row(&twin, "throughput/s")->observed * times[i];
        spenn_twin_free(&twin);
    }
    double rest = sum[2] - sum[1];
    assert_true(rest > 0.8 * sum[0] && rest < 1.25 * sum[0]);
    assert_true(fabs(rest - sum[0]) > 1e-6);
    spenn_model_free(&m);
}

static void what_has_no_twin_is_named_once_a_reason(void **context)
{
    (void)context;
    struct spenn_twin twin;
    run(TINY("units:\n"
             "  - {id: a, kind: executive, leaders: 2}\n"
             "  - {id: b, kind: team, count: 3, reports-to: a, leaders: 2}\n"
             "  - {id: c, kind: team, reports-to: a}\n"
             "tasks:\n"
             "  - {id: s, at: b-*, arrives: 0.8/h, decision: {mean: 1h, law: fixed}}\n"
             "  - {id: t, at: c, arrives: 2/h, decision: 1h}\n"
             "assume: {contact-per-report: 0, administration: 0}\n"),
        1, &twin);
    assert_int_equal(twin.gaps, 3);
    assert_true(twin.gap[0].task && twin.gap[0].flow);
    assert_string_equal(twin.gap[0].first, "t");
    assert_string_equal(twin.gap[1].first, "b-1");
    assert_int_equal(twin.gap[1].count, 3);
    assert_false(twin.gap[1].flow);
    assert_string_equal(twin.gap[1].reason, "service times are not exponential");
    assert_true(twin.gap[2].flow);
    assert_string_equal(twin.gap[2].reason, "cannot keep up with what comes");
    assert_true(row(&twin, "utilisation/b-3")->passed);
    spenn_twin_free(&twin);
}

static void without_cases_there_is_nothing_to_compare(void **context)
{
    (void)context;
    struct spenn_twin twin;
    run(TINY("units:\n  - {id: a, kind: executive}\n"), 1, &twin);
    assert_int_equal(twin.table.count, 0);
    assert_int_equal(twin.gaps, 0);
    spenn_twin_free(&twin);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_model_agrees_with_its_twin),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(many_replications_are_all_counted),
        cmocka_unit_test(what_has_no_twin_is_named_once_a_reason),
        cmocka_unit_test(without_cases_there_is_nothing_to_compare),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
