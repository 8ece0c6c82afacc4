/* SPDX-License-Identifier: MIT
 * Who takes part in a decision, and who is passed by. The times are cases of
 * spenn verify. */
#include "world.h"

#define STAFF                                                                            \
    "units:\n"                                                                           \
    "  - {id: kommunestyre, kind: council}\n"                                            \
    "  - {id: topp, kind: executive, reports-to: kommunestyre}\n"                        \
    "  - {id: stab, kind: staff, reports-to: topp, kept-informed: true}\n"               \
    "  - {id: sektor, kind: department, reports-to: topp}\n"                             \
    "  - {id: plan, kind: staff, reports-to: sektor, kept-informed: true}\n"             \
    "  - {id: enhet, kind: result-unit, reports-to: sektor}\n"                           \
    "  - {id: nabo, kind: result-unit, reports-to: topp}\n"
#define GROUP(commitment)                                                                \
    "forums:\n  - {id: gruppe, kind: leadership-group, chair: topp, members: [stab],"    \
    " meets: 1/w, lasts: 2h, commitment: " commitment "}\n"
#define TASK(id, at, rest)                                                               \
    "  - {id: " id ", at: " at ", arrives: 1/w, decision: 20min, " rest "}\n"

static double seen(const char *text, const char *measure, const char *subject)
{
    struct world w;
    world_make(&w, text);
    world_run(&w, 1, 0.0, 20000.0);
    double value = world_value(&w, measure, subject);
    world_free(&w);
    return value;
}

static void members_of_the_forum_that_decides_take_part(void **context)
{
    (void)context;
    const char *text =
        TINY(STAFF GROUP("100%") "tasks:\n" TASK("s", "enhet", "decided-in: gruppe"));
    assert_true(seen(text, "bypass", "stab") == 0.0);
    assert_true(seen(text, "bypass", "topp") == 0.0);
    assert_true(seen(text, "bypass", "sektor") == 1.0);
    assert_true(seen(text, "bypass", "s") == 0.5);
    assert_true(seen(text, "own-decisions", "s") == 0.0);
}

static void what_the_chair_decides_alone_passes_the_members_by(void **context)
{
    (void)context;
    const char *text =
        TINY(STAFF GROUP("0%") "tasks:\n" TASK("s", "enhet", "decided-in: gruppe"));
    assert_true(seen(text, "bypass", "stab") == 1.0);
    assert_true(seen(text, "bypass", "topp") == 0.0);
    assert_true(seen(text, "never-informed", "stab") == 0.0); /* it meets the chair */
}

static void posts_on_the_way_up_and_supports_take_part(void **context)
{
    (void)context;
    const char *text =
        TINY(STAFF "tasks:\n" TASK("s", "enhet", "authority: {enhet: 0%, sektor: 70%}")
                TASK("t", "nabo", "beyond-authority: 0%, support: {stab: 40%}"));
    assert_true(seen(text, "bypass", "sektor") == 0.0);
    assert_true(fabs(seen(text, "bypass", "topp") - 0.5 * (0.7 + 1.0)) < 0.05);
    assert_true(fabs(seen(text, "bypass", "stab") - 0.5 * (1.0 + 0.6)) < 0.05);
    assert_true(seen(text, "bypass", "plan") == 1.0);
    assert_true(seen(text, "own-decisions", "t") == 1.0);
    assert_true(fabs(seen(text, "own-decisions", NULL) - 0.5) < 0.05);
}

static void only_the_administration_above_a_case_is_concerned(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, TINY(STAFF "tasks:\n" TASK("s", "nabo", "beyond-authority: 0%")));
    const struct spenn_results *slots = spenn_sim_slots(w.plan);
    assert_true(spenn_results_find(slots, "bypass", "topp") >= 0);
    assert_true(spenn_results_find(slots, "bypass", "stab") >= 0);
    assert_int_equal(spenn_results_find(slots, "bypass", "kommunestyre"), -1);
    assert_int_equal(spenn_results_find(slots, "bypass", "sektor"), -1);
    assert_int_equal(spenn_results_find(slots, "bypass", "plan"), -1);
    assert_int_equal(spenn_results_find(slots, "bypass", "nabo"), -1);
    world_free(&w);
    world_make(&w, WORLD_RICH);
    assert_int_equal(spenn_results_find(spenn_sim_slots(w.plan), "bypass", NULL), -1);
    world_free(&w);
}

static void nobody_is_concerned_by_what_it_serves_itself(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: staff, reports-to: topp, kept-informed: true}\n"
             "  - {id: b, kind: staff, reports-to: topp, kept-informed: true}\n"
             "tasks:\n" TASK("s", "a", "beyond-authority: 0%")));
    world_run(&w, 1, 0.0, 20000.0);
    assert_true(world_value(&w, "bypass", "s") == 1.0); /* topp and b, but not a */
    assert_true(world_value(&w, "bypass", "b") == 1.0);
    assert_int_equal(spenn_results_find(spenn_sim_slots(w.plan), "bypass", "a"), -1);
    world_free(&w);
}

static void a_team_takes_part_in_its_superiors_place(void **context)
{
    (void)context;
    const char *text =
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: sjef, kind: deputy, count: 2, reports-to: topp,"
             " responsibility: across, kept-informed: true}\n"
             "  - {id: enhet, kind: result-unit, reports-to: topp}\n"
             "tasks:\n" TASK("s", "enhet",
                 "beyond-authority: 100%") "assume: {unclear-returns: 25%}\n");
    assert_true(fabs(seen(text, "bypass", "topp") - 0.75) < 0.05);
    assert_true(fabs(seen(text, "bypass", "sjef-1") - 0.5) < 0.08);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_of_the_forum_that_decides_take_part),
        cmocka_unit_test(what_the_chair_decides_alone_passes_the_members_by),
        cmocka_unit_test(posts_on_the_way_up_and_supports_take_part),
        cmocka_unit_test(only_the_administration_above_a_case_is_concerned),
        cmocka_unit_test(nobody_is_concerned_by_what_it_serves_itself),
        cmocka_unit_test(a_team_takes_part_in_its_superiors_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
