/* SPDX-License-Identifier: MIT
 * The ladder's traffic against the simulation, and what ends it before its time. Closed
 * forms of its outcomes: spenn verify. */
#include "world.h"

#include "journey.h"

/* Ties and ownership do not change, so the equations are exact. */
#define STILL                                                                            \
    "assume: {contact-per-report: 0, administration: 0, tie-effect: 0%,"                 \
    " ownership-late: 100%, ownership-decay: 0/y}\n"

#define MINISTRIES                                                                       \
    "units:\n"                                                                           \
    "  - {id: regjering, kind: executive}\n"                                             \
    "  - {id: dep, kind: department, count: 4, reports-to: regjering, caseworkers: 4}\n" \
    "  - {id: etat, kind: team, reports-to: dep-4, caseworkers: 3, veto: 20%}\n"

static const char crowd[] = TINY(
    MINISTRIES "forums:\n"
               "  - {id: mote, kind: other, chair: dep-1, members: [dep-1, dep-2, dep-3],"
               " meets: 2/w, lasts: 3h, agenda: 8}\n"
               "tasks:\n"
               "  - {id: gaffel, at: dep-1, arrives: 3/w, handling: 2h,"
               " decision: 10min, coordinates: {with: [dep-2, dep-3, etat],"
               " parties: 3, step: 4, tries: 3, again-after: 2d, messages: line}}\n"
               "  - {id: kjede, at: dep-4, arrives: 2/w, handling: 1h,"
               " decision: 10min, coordinates: {with: [dep-1, dep-2, etat],"
               " parties: 4, step: 4, ladder: chain, own-weight: 40%,"
               " lead: dep-2}}\n"
               "  - {id: enkel, at: dep-2, arrives: 4/w, decision: 1h,"
               " coordinates: {with: dep-*, parties: 3, step: 3,"
               " consent: majority, own-weight: 0%, arbiter: etat, tries: 2}}\n"
               "  - {id: deling, at: etat, arrives: 5/w, handling: 1h,"
               " coordinates: {with: dep-*, parties: 3, step: 1}}\n" STILL);

/* Of every desk and agenda, over replications. */
static void desks_are_as_busy_as_the_equations_of_the_ladder_say(void **context)
{
    (void)context;
    enum { replications = 30, most_nodes = 32 };
    struct world w;
    world_make(&w, crowd);
    const struct spenn_sim_flows *flows = spenn_sim_flows(w.plan);
    double sum[most_nodes] = {0}, squares[most_nodes] = {0};
    assert_true(flows->count < most_nodes);
    for (int32_t i = 0; i < replications; i++) {
        world_run(&w, (uint64_t)i + 1, 500.0, 8000.0);
        for (int32_t n = 0; n < flows->count; n++) {
            double value = flows->slot[n] < 0 ? NAN : w.value[flows->slot[n]];
            sum[n] += value;
            squares[n] += value * value;
        }
    }
    int32_t compared = 0;
    for (int32_t n = 0; n < flows->count; n++) {
        double mean = sum[n] / replications;
        double error = sqrt((squares[n] / replications - mean * mean) / replications);
        double z = error > 0.0 ? (mean - flows->utilisation[n]) / error : 0.0;
        printf("%-10s %.4f, expected %.4f, z %5.2f\n", flows->subject[n], mean,
            flows->utilisation[n], z);
        assert_false(flows->bound[n]);
        assert_true(!(fabs(z) > 4.0));
        compared += error > 0.0;
    }
    assert_true(compared >= 10);
    world_free(&w);
}

/* Rows, lists and the order in which units are named play no part. */
static void the_order_of_units_and_partners_changes_nothing(void **context)
{
    (void)context;
    struct world a, b;
#define TASK_OF(with)                                                                    \
    "tasks:\n  - {id: s, at: b, arrives: 2/w, handling: 1h, decision: 6min,"             \
    " coordinates: {with: " with ", parties: 3, step: 4, tries: 3, own-weight: 50%,"     \
    " messages: line}}\n" STILL
    world_make(&a,
        TINY("units:\n  - {id: topp, kind: executive}\n"
             "  - {id: b, kind: department, reports-to: topp}\n"
             "  - {id: c, kind: department, reports-to: topp, veto: 30%}\n"
             "  - {id: d, kind: department, reports-to: topp, caseworkers: 1}\n"
             "  - {id: e, kind: team, reports-to: c}\n" TASK_OF("[c, d, e]")));
    world_make(&b,
        TINY("units:\n  - {id: e, kind: team, reports-to: c}\n"
             "  - {id: d, kind: department, reports-to: topp, caseworkers: 1}\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: c, kind: department, reports-to: topp, veto: 30%}\n"
             "  - {id: b, kind: department, reports-to: topp}\n" TASK_OF("[e, c, d]")));
    world_run(&a, 7, 100.0, 9000.0);
    world_run(&b, 7, 100.0, 9000.0);
    assert_int_equal(a.outcome.events, b.outcome.events);
    static const char *const measures[] = {"lead-time", "solved", "step", "vetoed",
        "coordination-time", "arbitrations", "tries", "messages", "coordination-hours"};
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
        assert_true(
            near(world_value(&a, measures[i], NULL), world_value(&b, measures[i], NULL)));
    }
    world_free(&a);
    world_free(&b);
}

static double hours_of(const struct world *w, const char *who)
{
    return world_value(w, "coordination-hours", who);
}

static void hours_of_the_whole_are_those_of_its_units_and_layers(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, crowd);
    world_run(&w, 1, 500.0, 8000.0);
    const struct spenn_results *slots = spenn_sim_slots(w.plan);
    double units = 0.0, layers = 0.0;
    for (int32_t i = 0; i < slots->count; i++) {
        bool of = strcmp(slots->measure[i]->id, "coordination-hours") == 0;
        units += of && slots->over[i] == SPENN_OVER_UNITS ? w.value[i] : 0.0;
        layers += of && slots->over[i] == SPENN_OVER_LAYERS ? w.value[i] : 0.0;
    }
    assert_true(units > 1.0);
    assert_true(near(units, hours_of(&w, NULL)));
    assert_true(near(layers, hours_of(&w, NULL)));
    world_free(&w);
}

/* What only one unit is left to do is decided as any other. */
static void a_case_without_others_needs_nobody(void **context)
{
    (void)context;
    const struct stop stops[] = {
        {0, "- absorb: {units: b, into: a}\n", NULL}, {0, NULL, NULL}};
    struct journey j;
    journey_make(&j,
        TINY("units:\n  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: team, reports-to: topp, caseworkers: 1}\n"
             "  - {id: b, kind: team, reports-to: topp}\n"
             "tasks:\n  - {id: s, at: a, arrives: 0.5/h, handling: 1h, decision: 6min,"
             " coordinates: {with: b, parties: 2, step: 4}}\n" STILL),
        stops);
    world_run(&j.last, 1, 0.0, 2000.0);
    assert_true(isnan(world_value(&j.last, "solved", NULL)));
    assert_true(world_value(&j.last, "throughput", NULL) > 15.0);
    assert_true(near(world_value(&j.last, "coordination-hours", NULL), 0.0));
    journey_free(&j);
}

/* Talks take for ever, so a deadline ends them: cases that lapse have step 1, and their
 * talks leave the queues. */
#define SLOW                                                                             \
    TINY("units:\n"                                                                      \
         "  - {id: regjering, kind: executive}\n"                                        \
         "  - {id: a, kind: department, reports-to: regjering, caseworkers: 500}\n"      \
         "  - {id: b, kind: department, count: 2, reports-to: regjering,"                \
         " caseworkers: 4}\n"                                                            \
         "tasks:\n"                                                                      \
         "  - {id: s, at: a, arrives: 1/w, handling: 1h, decision: 6min,"                \
         " deadline: {mean: 2w, law: fixed}, late: LATE,"                                \
         " coordinates: {with: b-*, parties: 3, step: 4}}\n"                             \
         "assume: {contact-per-report: 0, administration: 0, talk-time: 2000h,"          \
         " service-law: fixed, tie-effect: 0%, message-time: 0h}\n")

static void late_cases(struct world *w, const char *late)
{
    static char text[4096];
    const char *slow = SLOW, *at = strstr(slow, "LATE");
    (void)snprintf(text, sizeof text, "%.*s%s%s", (int)(at - slow), slow, late, at + 4);
    world_make(w, text);
    world_run(w, 1, 0.0, 2000.0);
}

static void a_deadline_ends_coordination_that_lasts(void **context)
{
    (void)context;
    struct world w;
    late_cases(&w, "lapses");
    assert_true(near(world_value(&w, "lapsed", NULL), 1.0));
    assert_true(near(world_value(&w, "step", NULL), 1.0));
    assert_true(near(world_value(&w, "coordination-time", NULL), 74.0));
    /* four talks never end; of those that wait each leaves with its case */
    assert_true(world_value(&w, "utilisation", "b-1/cases") > 0.9);
    assert_true(world_value(&w, "backlog", "b-1") < 4.0 + 2.0 * 3.0);
    world_free(&w);
    late_cases(&w, "inner-circle");
    assert_true(near(world_value(&w, "inner-circle", NULL), 1.0));
    assert_true(near(world_value(&w, "coordination-time", NULL), 74.0));
    assert_true(near(world_value(&w, "solved", NULL), 0.0));
    world_free(&w);
    late_cases(&w, "escalates");
    assert_true(near(world_value(&w, "arbitrations", NULL), 1.0));
    /* and two hours of arbitration, with now and then somebody before */
    assert_true(fabs(world_value(&w, "coordination-time", NULL) - 76.1) < 0.1 + 1e-9);
    assert_true(world_value(&w, "solved", NULL) > 0.0);
    assert_true(near(world_value(&w, "tries", NULL), 1.0));
    world_free(&w);
}

/* Two parties become one while they talk; a third ends; the ladder goes on. */
static void parties_may_merge_and_end_while_they_coordinate(void **context)
{
    (void)context;
    const struct stop stops[] = {
        {60, "- merge: {units: [dep-1, dep-2], into: {id: dep-12}}\n", NULL},
        {90, "- absorb: {units: dep-3, into: dep-12}\n", NULL},
        {120, "- close: {forum: mote}\n", NULL}, {0, NULL, NULL}};
    struct journey j;
    journey_make(&j, crowd, stops);
    for (uint64_t seed = 1; seed < 20; seed++) {
        world_run(&j.last, seed, 20.0, 1000.0);
        assert_true(j.last.outcome.open_share == 0.0);
        assert_true(world_value(&j.last, "solved", NULL) > 0.5);
    }
    journey_free(&j);
}

/* Half of the window's cases are decided before the ladder is there. */
static void a_wave_may_begin_coordination(void **context)
{
    (void)context;
    const struct stop stops[] = {
        {1000, "- set: {task: s, coordinates: {step: 1}}\n", NULL}, {0, NULL, NULL}};
    struct journey j;
    journey_make(&j,
        TINY("units:\n  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: team, count: 3, reports-to: topp}\n"
             "tasks:\n  - {id: s, at: a-1, arrives: 1/d, handling: 1h, decision: 6min,"
             " coordinates: {with: a-*, parties: 3}}\n" STILL),
        stops);
    world_run(&j.last, 1, 0.0, 2000.0);
    assert_true(near(world_value(&j.last, "solved", NULL), 1.0));
    assert_true(near(world_value(&j.last, "messages", NULL), 2.0));
    /* 133 cases, two messages of a quarter of an hour each, over 53 weeks */
    double hours = world_value(&j.last, "coordination-hours", NULL);
    assert_true(hours > 0.8 && hours < 1.8);
    journey_free(&j);
}

/* The luck of a party is its own: a longer list of possible parties does not change what
 * those who are drawn in both say. */
static void a_party_answers_the_same_whoever_else_is_asked(void **context)
{
    (void)context;
    struct world a, b;
#define TWO(parties)                                                                     \
    TINY(MINISTRIES "tasks:\n"                                                           \
                    "  - {id: s, at: dep-1, arrives: 1/w, handling: 1h, coordinates:"    \
                    " {with: dep-*, parties: " parties                                   \
                    ", step: 4, consent: any, mechanisms: voluntary}}\n" STILL)
    world_make(&a, TWO("3"));
    world_make(&b, TWO("4"));
    for (uint64_t seed = 1; seed < 20; seed++) {
        world_run(&a, seed, 0.0, 1000.0);
        world_run(&b, seed, 0.0, 1000.0);
        assert_true(world_value(&b, "step-4", NULL) >= world_value(&a, "step-4", NULL));
    }
    world_free(&a);
    world_free(&b);
}

/* Each of two staff units is asked for half of the cases, and the top arbitrates some:
 * of those they know. */
static void parties_and_arbiters_are_informed(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: stab, kind: staff, count: 2, reports-to: topp, kept-informed: "
             "true}\n"
             "  - {id: a, kind: department, reports-to: topp, caseworkers: 2}\n"
             "tasks:\n  - {id: s, at: a, arrives: 0.05/h, handling: 1h, decision: 6min,"
             " coordinates: {with: stab-*, parties: 2, step: 4}}\n" STILL));
    world_run(&w, 1, 0.0, 100000.0);
    double half = world_value(&w, "bypass", "stab-1");
    assert_true(fabs(half - 0.5) < 0.04);
    assert_true(near(half + world_value(&w, "bypass", "stab-2"), 1.0));
    double arbitrated = world_value(&w, "arbitrations", NULL);
    assert_true(arbitrated > 0.1 && arbitrated < 0.9);
    assert_true(near(world_value(&w, "bypass", "topp"), 1.0 - arbitrated));
    world_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(desks_are_as_busy_as_the_equations_of_the_ladder_say),
        cmocka_unit_test(the_order_of_units_and_partners_changes_nothing),
        cmocka_unit_test(hours_of_the_whole_are_those_of_its_units_and_layers),
        cmocka_unit_test(a_case_without_others_needs_nobody),
        cmocka_unit_test(a_deadline_ends_coordination_that_lasts),
        cmocka_unit_test(a_wave_may_begin_coordination),
        cmocka_unit_test(parties_may_merge_and_end_while_they_coordinate),
        cmocka_unit_test(parties_and_arbiters_are_informed),
        cmocka_unit_test(a_party_answers_the_same_whoever_else_is_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
