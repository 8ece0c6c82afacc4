/* SPDX-License-Identifier: MIT
 * The way of a case, with fixed times and so few cases that none waits for another. */
#include "world.h"

#define FIXED(h) "{mean: " h ", law: fixed}"
#define RARE "arrives: 1/y"
enum { years = 400 * 1950 };

/* The mean of `measure` when cases are rare. */
static double measured(const char *text, const char *measure, const char *subject)
{
    struct world w;
    world_make(&w, text);
    world_run(&w, 1, 0.0, years);
    double value = world_value(&w, measure, subject);
    world_free(&w);
    return value;
}

static bool about(double value, double expected)
{
    return fabs(value - expected) < 0.02 * expected;
}

#define LINE                                                                             \
    "units:\n"                                                                           \
    "  - {id: topp, kind: executive}\n"                                                  \
    "  - {id: midt, kind: department, reports-to: topp}\n"                               \
    "  - {id: bunn, kind: team, reports-to: midt, caseworkers: 2}\n"                     \
    "  - {id: alene, kind: team, reports-to: midt}\n"

static void handling_comes_before_decision(void **context)
{
    (void)context;
    const char *text =
        TINY(LINE "tasks:\n  - {id: s, at: bunn, " RARE
                  ", handling: " FIXED("3h") ", decision: " FIXED("1h") "}\n" WORLD_FREE);
    assert_true(about(measured(text, "handling-time", "s"), 3.0));
    assert_true(about(measured(text, "decision-time", "s"), 1.0));
    assert_true(about(measured(text, "lead-time", "bunn"), 4.0));
}

static void without_caseworkers_both_are_one_visit_to_the_leader(void **context)
{
    (void)context;
    const char *text =
        TINY(LINE "tasks:\n  - {id: s, at: alene, " RARE
                  ", handling: " FIXED("3h") ", decision: " FIXED("1h") "}\n" WORLD_FREE);
    struct world w;
    world_make(&w, text);
    world_run(&w, 1, 0.0, years);
    assert_true(about(world_value(&w, "lead-time", "s"), 4.0));
    assert_true(isnan(world_value(&w, "handling-time", "s")));
    assert_int_equal(w.outcome.events, 2 * w.outcome.cases);
    world_free(&w);
}

static void a_stage_of_mean_0_is_no_visit(void **context)
{
    (void)context;
    const char *text = TINY(LINE "tasks:\n  - {id: s, at: bunn, " RARE
                                 ", handling: " FIXED("3h") "}\n" WORLD_FREE);
    assert_true(about(measured(text, "lead-time", "s"), 3.0));
    assert_true(measured(text, "utilisation", "bunn/leader") == 0.0);
    assert_true(isnan(measured(text, "decision-time", "s")));
}

static void each_post_on_the_way_takes_its_time(void **context)
{
    (void)context;
    const char *text = TINY(LINE
        "tasks:\n  - {id: s, at: bunn, " RARE
        ", decision: " FIXED("1h") ", authority: {bunn: 0%, midt: 0%}}\n" WORLD_FREE);
    assert_true(about(measured(text, "lead-time", "s"), 3.0));
}

static void the_first_limit_that_reaches_the_case_decides(void **context)
{
    (void)context;
    const char *text = TINY(LINE
        "tasks:\n  - {id: s, at: bunn, arrives: 1/w"
        ", decision: " FIXED("1h") ", authority: {bunn: 50%, midt: 80%}}\n" WORLD_FREE);
    /* half at the first post, 0.3 at the second, 0.2 at the third; few wait */
    assert_true(fabs(measured(text, "lead-time", "s") - 1.7) < 0.05);
}

static void a_second_line_carries_what_says_so(void **context)
{
    (void)context;
    const char *text = TINY(LINE
        "  - {id: fag, kind: department, reports-to: topp}\n"
        "lines:\n"
        "  - {kind: professional, from: fag, to: bunn}\n"
        "tasks:\n  - {id: s, at: bunn, " RARE ", decision: " FIXED(
            "1h") ", via: professional, authority: {bunn: 0%, fag: 0%}}\n" WORLD_FREE);
    assert_true(about(measured(text, "lead-time", "s"), 3.0));
    assert_true(measured(text, "utilisation", "midt") == 0.0);
    assert_true(measured(text, "utilisation", "fag") > 0.0);
}

static void a_named_unit_decides_what_it_shall(void **context)
{
    (void)context;
    const char *text =
        TINY(LINE "tasks:\n  - {id: s, at: alene, " RARE ", handling: " FIXED(
            "3h") ", decision: " FIXED("1h") ", decided-by: midt}\n" WORLD_FREE);
    assert_true(about(measured(text, "handling-time", "s"), 3.0));
    assert_true(about(measured(text, "lead-time", "s"), 4.0));
    assert_true(measured(text, "utilisation", "midt") > 0.0);
    assert_true(measured(text, "utilisation", "topp") == 0.0);
}

static void supports_are_visited_by_their_share_of_the_cases(void **context)
{
    (void)context;
    const char *text =
        TINY(LINE "  - {id: it, kind: support, reports-to: topp, caseworkers: 1}\n"
                  "  - {id: jus, kind: support, reports-to: topp}\n"
                  "tasks:\n  - {id: s, at: bunn, arrives: 1/mo, handling: " FIXED(
                      "3h") ", support: {it: 100%, jus: 25%}}\n"
                            "assume: {contact-per-report: 0, administration: 0,"
                            " service-law: fixed, support-time: 2h, hand-over: 30min,"
                            " distance-delay: 4h}\n");
    assert_true(about(measured(text, "lead-time", "s"), 3.0 + 1.25 * 6.5));
    double it = measured(text, "utilisation", "it/cases");
    assert_true(fabs(measured(text, "utilisation", "jus") / it - 0.25) < 0.02);
}

static void support_comes_before_the_one_visit_to_a_leader_without_caseworkers(
    void **context)
{
    (void)context;
    const char *text =
        TINY(LINE "  - {id: it, kind: support, reports-to: topp}\n"
                  "tasks:\n  - {id: s, at: alene, " RARE
                  ", handling: " FIXED("3h") ", decision: " FIXED(
                      "1h") ", support: {it: 100%}}\n"
                            "assume: {contact-per-report: 0, administration: 0,"
                            " service-law: fixed, support-time: 2h, hand-over: 0,"
                            " distance-delay: 0}\n");
    assert_true(about(measured(text, "lead-time", "s"), 3.0 + 2.0 + 1.0));
}

static void support_costs_what_it_is_away(void **context)
{
    (void)context;
    static const struct {
        const char *support;
        double takes;
    } supports[] = {{"{a: 100%}", 2.0}, {"{egen: 100%}", 2.0}, {"{borte: 100%}", 6.0},
        {"{topp: 100%}", 6.0}, {"{it: 100%}", 2.5}, {"{hr: 100%}", 2.5},
        {"{jus: 100%}", 6.5}};
    for (size_t i = 0; i < sizeof supports / sizeof *supports; i++) {
        struct spenn_arena memory = {0};
        const char *text = spenn_arena_format(&memory, "%s%s%s",
            TINY("units:\n"
                 "  - {id: topp, kind: executive, location: Oslo}\n"
                 "  - {id: a, kind: result-unit, reports-to: topp, location: Moss}\n"
                 "  - {id: egen, kind: support, reports-to: a}\n"
                 "  - {id: borte, kind: support, reports-to: a, location: Oslo}\n"
                 "  - {id: it, kind: support, reports-to: topp, location: Moss}\n"
                 "  - {id: jus, kind: support, reports-to: topp}\n"
                 "  - {id: hr, kind: support, reports-to: topp, location: Oslo,"
                 " offices: [Oslo, Mo, Moss]}\n"
                 "tasks:\n  - {id: s, at: a, " RARE
                 ", handling: " FIXED("3h") ", support: "),
            supports[i].support,
            "}\nassume: {contact-per-report: 0, administration: 0, service-law: fixed,"
            " support-time: 2h, hand-over: 30min, distance-delay: 4h}\n");
        assert_true(about(measured(text, "lead-time", "s"), 3.0 + supports[i].takes));
        spenn_arena_free(&memory);
    }
}

static void of_a_group_of_supports_a_case_visits_one(void **context)
{
    (void)context;
    const char *text =
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: result-unit, count: 3, reports-to: topp}\n"
             "  - {id: it-1, kind: support, reports-to: a-1, group: it}\n"
             "  - {id: it-2, kind: support, reports-to: a-2, group: it}\n"
             "tasks:\n"
             "  - {id: s, at: a-1, arrives: 1/mo, handling: " FIXED(
                 "3h") ", support: {it-1: 30%, it-2: 50%}}\n"
                       "  - {id: t, at: a-3, arrives: 1/mo, handling: " FIXED(
                           "3h") ", support: {it-1: 30%, it-2: 50%}}\n"
                                 "assume: {contact-per-report: 0, administration: 0,"
                                 " service-law: fixed, support-time: 2h, hand-over: 0,"
                                 " distance-delay: 0}\n");
    assert_true(about(measured(text, "lead-time", "s"), 3.0 + 0.8 * 2.0));
    assert_true(about(measured(text, "lead-time", "t"), 3.0 + 0.8 * 2.0));
    double one = measured(text, "utilisation", "it-1");
    double two = measured(text, "utilisation", "it-2");
    assert_true(fabs(two / one - 0.5 / 1.1) < 0.02);
}

static void a_stream_is_shared_among_its_routes(void **context)
{
    (void)context;
    struct world w;
    tiny_model(
        TINY(LINE
            "tasks:\n  - {id: s, at: bunn, arrives: 1/w, decision: 1h}\n" WORLD_FREE),
        &w.m);
    spenn_id unit[] = {tiny_unit(&w.m, "bunn"), tiny_unit(&w.m, "alene")};
    double share[] = {0.3, 0.7};
    w.m.routes.unit = unit;
    w.m.routes.share = share;
    w.m.routes.count = 2;
    w.m.streams.routes[0] = 2;
    w.plan = spenn_sim_plan_new(&w.m, NULL);
    w.state = spenn_sim_state_new(w.plan);
    w.value = calloc((size_t)spenn_sim_slots(w.plan)->count, sizeof *w.value);
    world_run(&w, 1, 0.0, years);
    double few = world_value(&w, "utilisation", "bunn/leader");
    double many = world_value(&w, "utilisation", "alene");
    assert_true(fabs(few / (few + many) - 0.3) < 0.01);
    world_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(handling_comes_before_decision),
        cmocka_unit_test(without_caseworkers_both_are_one_visit_to_the_leader),
        cmocka_unit_test(a_stage_of_mean_0_is_no_visit),
        cmocka_unit_test(each_post_on_the_way_takes_its_time),
        cmocka_unit_test(the_first_limit_that_reaches_the_case_decides),
        cmocka_unit_test(a_second_line_carries_what_says_so),
        cmocka_unit_test(a_named_unit_decides_what_it_shall),
        cmocka_unit_test(supports_are_visited_by_their_share_of_the_cases),
        cmocka_unit_test(
            support_comes_before_the_one_visit_to_a_leader_without_caseworkers),
        cmocka_unit_test(support_costs_what_it_is_away),
        cmocka_unit_test(of_a_group_of_supports_a_case_visits_one),
        cmocka_unit_test(a_stream_is_shared_among_its_routes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
