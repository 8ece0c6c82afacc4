/* SPDX-License-Identifier: MIT
 * One swept value at a time, in a model of any alternative. */
#include "changed.h"

#include "scenario.h"

static bool vary(
    struct spenn_model *m, const char *path, const char *text, struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    const struct spenn_value *value = tiny_value(text, &memory);
    struct spenn_vary one = {
        .path = path, .count = 1, .value = &value, .at = {"s.yaml", 7, 3}};
    bool ok = spenn_vary_apply(m, &one, 0, err);
    spenn_arena_free(&memory);
    return ok;
}

/* Sets a value that must be fine in a model that already is. */
static void varied(struct spenn_model *m, const char *path, const char *text)
{
    struct spenn_error err = {0};
    if (!vary(m, path, text, &err)) {
        spenn_error_print(&err, stderr);
        fail_msg("%s: %s is refused", path, text);
    }
    spenn_error_free(&err);
}

static void refused_value(const char *path, const char *text, const char *expected)
{
    struct spenn_error err = {0};
    struct spenn_model m;
    tiny_model(base_text, &m);
    assert_false(vary(&m, path, text, &err));
    assert_true(err.kept > 0);
    if (!strstr(err.list[0].text, expected)) {
        fail_msg("'%s' instead of '%s'", err.list[0].text, expected);
    }
    spenn_error_free(&err);
    spenn_model_free(&m);
}

static void what_a_value_breaks_is_told_where_it_stands(void **state)
{
    (void)state;
    refused_value("tverr.cuts-through", "true",
        "tiny.yaml:1:1: 'cuts-through' of task 'tverr' needs a 'lead'");
    refused_value("sak.late", "lapses", "tiny.yaml:1:1: 'late' of task 'sak' needs");
}

static void keys_of_units_forums_and_tasks_vary(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(base_text, &m);
    varied(&m, "reg-1.fte", "55");
    varied(&m, "group.meets", "26/y");
    varied(&m, "group.members", "[stab, reg-1]");
    varied(&m, "sak.arrives", "10/w");
    varied(&m, "sak.support", "{stab: 3%}");
    varied(&m, "reg-1.reports-to", "avd-2");
    varied(&m, "tverr.conflict", "40%");
    varied(&m, "tverr.parties", "3");
    varied(&m, "tverr.lead", "stab");
    assert_near(m.units.fte[tiny_unit(&m, "reg-1")], 55);
    assert_near(m.forums.meets[forum_of(&m, "group")] * SPENN_YEAR, 26);
    assert_int_equal(m.forums.size[forum_of(&m, "group")], 3);
    assert_near(m.streams.rate[0] * SPENN_WEEK, 10);
    assert_near(m.supports.share[0], 0.03);
    int32_t t = task_of(&m, "tverr");
    assert_near(m.coordinations.conflict[t], 0.4);
    assert_int_equal(m.coordinations.parties[t], 3);
    assert_int_equal(m.coordinations.lead[t], tiny_unit(&m, "stab"));
    assert_int_equal(m.units.parent[tiny_unit(&m, "reg-1")], tiny_unit(&m, "avd-2"));
    spenn_model_free(&m);
}

static void assumptions_vary_and_reach_what_depends_on_them(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(base_text, &m);
    varied(&m, "forum-meets", "5/y");
    varied(&m, "service-law", "lognormal");
    assert_near(m.forums.meets[forum_of(&m, "wide")] * SPENN_YEAR, 5);
    assert_near(m.forums.meets[forum_of(&m, "group")] * SPENN_WEEK, 1);
    assert_int_equal(m.tasks.decision[0].law, SPENN_LAW_LOGNORMAL);
    spenn_model_free(&m);
}

static void the_value_as_written_changes_no_bit(void **state)
{
    (void)state;
    struct spenn_model base, m;
    change("- abolish: {unit: avd-1, to: dir, delegate: 30%}\n", &base, &m);
    double before = limit_of(&m, "sak", "reg-1");
    varied(&m, "sak.beyond-authority", "10%");
    assert_memory_equal(&before, &(double){limit_of(&m, "sak", "reg-1")}, sizeof before);
    varied(&m, "sak.beyond-authority", "1%");
    assert_near(limit_of(&m, "sak", "reg-3"), 0.99);
    assert_true(limit_of(&m, "sak", "reg-1") > 0.99);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static void ids_with_points_are_divided_at_the_last_one(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(TINY("units:\n  - {id: a.b.c, kind: executive}\n"), &m);
    varied(&m, "a.b.c.speed", "3");
    assert_near(m.units.speed[0], 3);
    spenn_model_free(&m);
}

static void what_cannot_be_varied_is_told_with_its_place(void **state)
{
    (void)state;
    refused_value(
        "reg-9.fte", "1", "s.yaml:7:3: no unit, forum or task 'reg-9'; did you");
    refused_value(
        "drif", "1/y", "s.yaml:7:3: no assumption 'drif'; did you mean 'drift'");
    refused_value("group.metes", "1/y", "a forum has no key 'metes' to vary; did you");
    refused_value("reg-1.id", "x", "a unit has no key 'id' to vary");
    refused_value("sak.conflict", "1%", "'sak' has no 'conflict': it does not coord");
    refused_value("reg-1.count", "3", "a unit has no key 'count' to vary");
    refused_value("sak.at", "reg-1", "'at' of task 'sak' cannot be set: demand stays");
    refused_value("group.meets", "often", "tiny.yaml:1:1: 'meets' must be a rate");
    refused_value("avd-1.reports-to", "reg-1", "'avd-1' would report to itself");
    refused_value("group.lasts", "2y", "meets for more hours than there are");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_value_breaks_is_told_where_it_stands),
        cmocka_unit_test(keys_of_units_forums_and_tasks_vary),
        cmocka_unit_test(assumptions_vary_and_reach_what_depends_on_them),
        cmocka_unit_test(the_value_as_written_changes_no_bit),
        cmocka_unit_test(ids_with_points_are_divided_at_the_last_one),
        cmocka_unit_test(what_cannot_be_varied_is_told_with_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
