/* SPDX-License-Identifier: MIT
 * Expected flows against hand calculation and against the simulation. */
#include "world.h"

#include <string.h>

static void verify_model(const char *name, struct spenn_model *m)
{
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct spenn_assumptions assume = tiny_assumptions(&memory);
    const char *path =
        spenn_arena_format(&memory, SPENN_SOURCE "/models/verify/%s.yaml", name);
    if (!spenn_read_model(path, &assume, m, &err)) {
        spenn_error_print(&err, stderr);
        fail_msg("models/verify/%s.yaml is not valid", name);
    }
    spenn_error_free(&err);
    spenn_arena_free(&memory);
}

static int32_t node(const struct spenn_sim_flows *flows, const char *subject)
{
    for (int32_t i = 0; i < flows->count; i++) {
        if (strcmp(flows->subject[i], subject) == 0) {
            return i;
        }
    }
    fail_msg("no node '%s'", subject);
    return -1;
}

static double load(const struct world *w, const char *subject)
{
    const struct spenn_sim_flows *flows = spenn_sim_flows(w->plan);
    return flows->utilisation[node(flows, subject)];
}

static void a_tree_of_escalation_has_the_rates_of_jackson(void **context)
{
    (void)context;
    struct spenn_model m;
    verify_model("escalation", &m);
    struct spenn_sim_plan *plan = spenn_sim_plan_new(&m, NULL);
    const struct spenn_sim_flows *flows = spenn_sim_flows(plan);
    assert_true(near(flows->utilisation[node(flows, "a-2")], 0.4));
    assert_true(near(flows->utilisation[node(flows, "avdeling-3")], 0.3));
    assert_true(near(flows->utilisation[node(flows, "direktor")], 0.225));
    assert_true(flows->growth[node(flows, "a-2")] == 0.0);
    assert_false(flows->bound[node(flows, "direktor")]);
    spenn_sim_plan_free(plan);
    spenn_model_free(&m);
}

static void items_that_come_back_load_the_agenda_again(void **context)
{
    (void)context;
    struct spenn_model m;
    verify_model("returned", &m);
    struct spenn_sim_plan *plan = spenn_sim_plan_new(&m, NULL);
    const struct spenn_sim_flows *flows = spenn_sim_flows(plan);
    int32_t group = node(flows, "gruppe"), strife = node(flows, "strid");
    assert_true(flows->agenda[group]);
    assert_true(near(flows->utilisation[group], 0.7));
    /* 0.4 an hour three times each for 0.5 places an hour */
    assert_true(near(flows->utilisation[strife], 2.4));
    assert_true(near(flows->growth[strife], (1.2 - 0.5) * 37.5));
    /* the chair gets an eighth of the items, 1 min each, at what the meetings leave */
    double minutes = 0.8 * 0.125 / 60.0;
    int32_t chair = node(flows, "leder");
    assert_true(near(flows->utilisation[chair], minutes / flows->speed[chair]));
    /* and the deputy only what the full agenda lets through */
    int32_t deputy = node(flows, "nestleder");
    double through = 0.5 / 3.0 / 60.0;
    assert_true(near(flows->utilisation[deputy], through / flows->speed[deputy]));
    assert_true(flows->bound[deputy]);
    spenn_sim_plan_free(plan);
    spenn_model_free(&m);
}

static void a_full_desk_passes_on_only_what_it_serves(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: team, reports-to: topp, caseworkers: 2}\n"
             "tasks:\n"
             "  - {id: s, at: a, arrives: 4/h, handling: 1h, decision: 15min,"
             " beyond-authority: 50%}\n" WORLD_FREE));
    const struct spenn_sim_flows *flows = spenn_sim_flows(w.plan);
    assert_true(near(load(&w, "a/cases"), 2.0));
    assert_true(near(load(&w, "a/leader"), 0.5));
    assert_true(near(load(&w, "topp"), 0.25));
    assert_true(near(flows->growth[node(flows, "a/cases")], 2.0 * 37.5));
    assert_true(flows->bound[node(flows, "topp")]);
    assert_false(flows->bound[node(flows, "a/cases")]);
    world_run(&w, 1, 100.0, 3000.0);
    assert_true(fabs(world_value(&w, "utilisation", "topp") - 0.25) < 0.03);
    assert_true(fabs(world_value(&w, "utilisation", "a/leader") - 0.5) < 0.03);
    world_free(&w);
}

static void a_joint_visit_brings_both_times_to_the_leader(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: team, reports-to: topp}\n"
             "tasks:\n"
             "  - {id: s, at: a, arrives: 0.5/h, handling: 1h, decision: 30min,"
             " beyond-authority: 40%}\n" WORLD_FREE));
    assert_true(near(load(&w, "a"), 0.5 * 1.5));
    assert_true(near(load(&w, "topp"), 0.5 * 0.4 * 0.5));
    world_free(&w);
}

/* Who lapses before never comes to the support, nor to the chair after three meetings. */
static void patience_makes_all_that_comes_after_a_bound(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: team, reports-to: topp, caseworkers: 1}\n"
             "  - {id: stab, kind: support, reports-to: topp}\n"
             "forums:\n"
             "  - {id: f, kind: other, chair: topp, members: topp, meets: 1/h, lasts:"
             " 30min, agenda: 9, commitment: 50%, preparation: 0%}\n"
             "tasks:\n"
             "  - {id: s, at: a, arrives: 0.9/h, handling: 1h, decision: 1min, deadline:"
             " 2h, late: lapses, support: {stab: 50%}, decided-in: f}\n" WORLD_FREE));
    const struct spenn_sim_flows *flows = spenn_sim_flows(w.plan);
    assert_true(flows->bound[node(flows, "stab")]);
    assert_true(flows->bound[node(flows, "topp")]);
    world_free(&w);
}

static void who_answers_gets_what_climbs(void **context)
{
    (void)context;
    struct spenn_model m;
    verify_model("team", &m);
    struct spenn_sim_plan *plan = spenn_sim_plan_new(&m, NULL);
    const struct spenn_sim_flows *flows = spenn_sim_flows(plan);
    static const struct {
        const char *unit;
        double load;
    } loads[] = {{"tvers-1", 0.4}, {"tvers-2", 0.4}, {"topp-1", 0.2}, {"skole", 0.4},
        {"helse", 0.2}, {"topp-2", 0.2}, {"enhet-1", 0.4}, {"enhet-2", 0.2},
        {"topp-3", 0.0}};
    for (size_t i = 0; i < sizeof loads / sizeof *loads; i++) {
        int32_t desk = node(flows, loads[i].unit);
        assert_true(near(flows->utilisation[desk], loads[i].load));
        assert_false(flows->bound[desk]);
    }
    spenn_sim_plan_free(plan);
    spenn_model_free(&m);
}

static void patience_makes_a_flow_a_bound(void **context)
{
    (void)context;
    struct spenn_model m;
    verify_model("patience", &m);
    struct spenn_sim_plan *plan = spenn_sim_plan_new(&m, NULL);
    const struct spenn_sim_flows *flows = spenn_sim_flows(plan);
    int32_t three = node(flows, "tre/cases");
    assert_true(near(flows->utilisation[three], 1.0));
    assert_true(flows->bound[three]);
    assert_false(flows->bound[node(flows, "tre/leader")]);
    spenn_sim_plan_free(plan);
    spenn_model_free(&m);
}

static void simulated_utilisation_is_the_expected_one(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: region, reports-to: topp, caseworkers: 3,"
             " count: 3}\n"
             "  - {id: it, kind: support, reports-to: topp, caseworkers: 2}\n"
             "forums:\n"
             "  - {id: f, kind: leadership-group, chair: topp, members: a-*,"
             " meets: 1/w, lasts: 2h, agenda: 9, commitment: 70%}\n"
             "tasks:\n"
             "  - {id: s, at: a-*, arrives: 0.5/h, handling: 3h,"
             " decision: 20min, beyond-authority: 20%, support: {it: 40%}}\n"
             "  - {id: p, at: a-*, arrives: 1/w, handling: 2h,"
             " decision: 10min, decided-in: f}\n"
             "  - {id: q, at: a-*, arrives: 1/w, handling: 2h,"
             " decision: 10min, decided-in: f, direct: 50%, beyond-authority: 60%}\n"));
    const struct spenn_sim_flows *flows = spenn_sim_flows(w.plan);
    world_run(&w, 1, 1000.0, 40000.0);
    for (int32_t i = 0; i < flows->count; i++) {
        assert_true(flows->utilisation[i] < 1.0);
        double seen = w.value[flows->slot[i]];
        assert_true(fabs(seen - flows->utilisation[i]) < 0.015);
        assert_string_equal(
            spenn_sim_slots(w.plan)->subject[flows->slot[i]], flows->subject[i]);
    }
    assert_true(load(&w, "topp") > 0.05 && load(&w, "f") > 0.3);
    world_free(&w);
}

static void an_overloaded_leader_is_named(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: team, reports-to: topp, count: 200}\n"
             "assume: {contact-minimum: 0.25}\n"));
    const struct spenn_sim_flows *flows = spenn_sim_flows(w.plan);
    assert_true(flows->overloaded[node(flows, "topp")]);
    assert_false(flows->overloaded[node(flows, "a-7")]);
    assert_true(near(flows->speed[node(flows, "topp")], 0.02));
    world_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tree_of_escalation_has_the_rates_of_jackson),
        cmocka_unit_test(items_that_come_back_load_the_agenda_again),
        cmocka_unit_test(a_full_desk_passes_on_only_what_it_serves),
        cmocka_unit_test(a_joint_visit_brings_both_times_to_the_leader),
        cmocka_unit_test(patience_makes_all_that_comes_after_a_bound),
        cmocka_unit_test(who_answers_gets_what_climbs),
        cmocka_unit_test(patience_makes_a_flow_a_bound),
        cmocka_unit_test(simulated_utilisation_is_the_expected_one),
        cmocka_unit_test(an_overloaded_leader_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
