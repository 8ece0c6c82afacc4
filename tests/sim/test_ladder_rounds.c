/* SPDX-License-Identifier: MIT
 * Rounds, deadlines and who takes part on the ladder: what each round begins with, and
 * that luck belongs to the case and the party, not to the way there. */
#include "world.h"

#include "journey.h"
#include "ladder_flow.h"

/* Desks are hardly used, and ties and ownership stand still. */
#define CALM                                                                             \
    "assume: {contact-per-report: 0, administration: 0, tie-effect: 0%,"                 \
    " ownership-late: 100%, ownership-decay: 0/y, conflict: 0%, service-law: fixed"
#define OFFICE                                                                           \
    "units:\n  - {id: topp, kind: executive, leaders: 40}\n"                             \
    "  - {id: a, kind: region, reports-to: topp, leaders: 40}\n"                         \
    "  - {id: b, kind: region, count: 4, reports-to: topp, leaders: 40}\n"
#define TASK(keys) "tasks:\n  - {id: s, at: a, arrives: 40/w, decision: 6min" keys "}}\n"

static double value_of(const char *text, const char *measure)
{
    struct world w;
    world_make(&w, text);
    world_run(&w, 3, 0.0, 20000.0);
    double value = world_value(&w, measure, NULL);
    world_free(&w);
    return value;
}

/* Some 20,000 cases, so four errors of a share are below 0.015. */
static bool about(double share, double expected)
{
    return fabs(share - expected) < 0.015;
}

/* Step 2 succeeds in a round with 1 - 0.7^3; without it nobody consents, whatever was
 * understood before, and nothing is imposed. */
static void each_round_needs_a_shared_understanding_of_its_own(void **context)
{
    (void)context;
    double reached = 1.0 - 0.7 * 0.7 * 0.7, joint = reached * 0.5;
    assert_true(
        about(value_of(TINY(OFFICE TASK(", coordinates: {with: b-1, parties: 2, step: 4,"
                                        " tries: 2, conflict: 50%, mechanisms: voluntary")
                               CALM ", understanding: 30%, unprepared-consent: 0%}\n"),
                  "step-4"),
            1.0 - (1.0 - joint) * (1.0 - joint)));
    joint = reached * 0.6;
    assert_true(
        about(value_of(TINY(OFFICE TASK(", coordinates: {with: b-1, parties: 2, step: 4,"
                                        " tries: 2, conflict: 100%") CALM
                           ", understanding: 30%, unprepared-consent: 0%,"
                           " imposed-joint: 60%, imposed-no-harm: 0%}\n"),
                  "step-4"),
            1.0 - (1.0 - joint) * (1.0 - joint)));
}

/* How often step 2 was tried changes no answer and no ruling. */
static void answers_and_rulings_are_the_same_however_they_were_prepared(void **context)
{
    (void)context;
#define PREPARED(by, chance)                                                             \
    TINY(OFFICE TASK(", coordinates: {with: b-*, parties: 3, step: 4, tries: 2,"         \
                     " conflict: 40%, mechanisms: " by) CALM                             \
        ", understanding: " chance                                                       \
        ", unprepared-consent: 100%, imposed-no-harm: 70%}\n")
    static const char *const measures[] = {"step-4", "step-3", "tries", "solved"};
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
        double sure = value_of(PREPARED("both", "100%"), measures[i]);
        assert_true(near(value_of(PREPARED("both", "40%"), measures[i]), sure));
        sure = value_of(PREPARED("voluntary", "100%"), measures[i]);
        assert_true(near(value_of(PREPARED("voluntary", "40%"), measures[i]), sure));
    }
}

/* Of two others more than half are both. */
static void most_of_two_are_both(void **context)
{
    (void)context;
#define CONSENT(of)                                                                      \
    TINY(OFFICE TASK(", coordinates: {with: b-*, parties: " of) CALM                     \
        ", understanding: 100%}\n")
    double both = value_of(
        CONSENT("3, step: 4, conflict: 40%, mechanisms: voluntary, consent: all"),
        "step-4");
    double most = value_of(
        CONSENT("3, step: 4, conflict: 40%, mechanisms: voluntary, consent: majority"),
        "step-4");
    assert_true(about(both, 0.36) && near(most, both));
    assert_true(about(value_of(CONSENT("5, step: 4, conflict: 40%, mechanisms: voluntary,"
                                       " consent: majority"),
                          "step-4"),
        4 * 0.6 * 0.6 * 0.6 * 0.4 + 0.6 * 0.6 * 0.6 * 0.6));
}

/* Parties who are only half of a forum talk; most of one meet there. */
static void parties_meet_in_a_forum_that_is_mostly_theirs(void **context)
{
    (void)context;
#define FORUM(members)                                                                   \
    TINY(OFFICE "forums:\n  - {id: f, kind: other, chair: a, members: [" members "],"    \
                " meets: 0.1/h, lasts: 1h, agenda: 100}\n"                               \
                "tasks:\n  - {id: s, at: a, arrives: 5/w, handling: 6min,"               \
                " coordinates: {with: b-1, parties: 2, step: 2}}\n" CALM                 \
                ", understanding: 100%, message-time: 0h, talk-time: 1h}\n")
    double talked = value_of(FORUM("b-1, b-2, b-3"), "coordination-time");
    double met = value_of(FORUM("b-1, b-2"), "coordination-time");
    assert_true(fabs(talked - 1.0 / 0.85) < 0.01); /* meetings leave so much time */
    assert_true(fabs(met - 6.0) < 0.5); /* half of ten hours, and the meeting */
}

/* A deadline that passes at the arbiter's desk finds the case where it would go; one that
 * sends it there makes that the last round. */
static void a_late_case_is_arbitrated_once(void **context)
{
    (void)context;
#define LATE(keys)                                                                       \
    TINY(OFFICE TASK(", deadline: {mean: 5h, law: fixed}, late: escalates,"              \
                     " coordinates: {with: b-1, parties: 2, step: 4, tries: 3" keys)     \
            CALM ", arbitration-time: 8h, talk-time: 90h, imposed-joint: 0%,"            \
                 " imposed-no-harm: 0%, message-time: 0h}\n")
    assert_true(
        fabs(value_of(LATE(", mechanisms: hierarchy"), "coordination-time") - 24.0)
        < 0.1);
    assert_true(near(value_of(LATE(""), "tries"), 1.0));
    assert_true(fabs(value_of(LATE(""), "coordination-time") - 13.0) < 0.1);
}

/* A lead alone makes no parties of a case that nobody else is asked about. */
static void a_lead_alone_is_no_other_party(void **context)
{
    (void)context;
    const struct stop stops[] = {
        {0, "- absorb: {units: b-1, into: a}\n", NULL}, {0, NULL, NULL}};
    struct journey j;
    journey_make(&j,
        TINY(OFFICE TASK(", coordinates: {with: b-1, parties: 2, step: 4, lead: b-2") CALM
            "}\n"),
        stops);
    world_run(&j.last, 1, 0.0, 2000.0);
    assert_true(isnan(world_value(&j.last, "solved", NULL)));
    journey_free(&j);
}

/* Of two other parties and a lead beside them each gets a message. */
static void a_lead_joins_all_who_may_be_parties(void **context)
{
    (void)context;
    assert_true(
        near(value_of(TINY(OFFICE TASK(", coordinates: {with: [b-1, b-2],"
                                       " parties: 3, step: 1, lead: b-3") CALM "}\n"),
                 "messages"),
            3.0));
}

/* Where trees have no joint superior their tops exchange: from a to its top, to the other
 * top, to c, and back. */
static void messages_between_trees_pass_their_tops(void **context)
{
    (void)context;
    assert_true(near(value_of(TINY("units:\n  - {id: topp, kind: executive}\n"
                                   "  - {id: a, kind: region, reports-to: topp}\n"
                                   "  - {id: annen, kind: executive}\n"
                                   "  - {id: c, kind: region, reports-to: annen}\n"
                                   "tasks:\n  - {id: s, at: a, arrives: 1/w, handling:"
                                   " 1h, coordinates: {with: c, parties: 2, step: 1,"
                                   " messages: line}}\n" CALM "}\n"),
                         "messages"),
        6.0));
}

/* Work is counted as it is, not as long as it takes beside other duties: four a week of
 * two hours, at a desk that has half of a week for cases. */
static void hours_are_those_of_the_work(void **context)
{
    (void)context;
    double hours = value_of(
        TINY("units:\n  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: region, reports-to: topp, leaders: 40}\n"
             "  - {id: b, kind: region, reports-to: topp}\n"
             "tasks:\n  - {id: s, at: a, arrives: 4/w, handling: 1h, coordinates:"
             " {with: b, parties: 2, step: 4, mechanisms: hierarchy}}\n"
             "assume: {contact-per-report: 0, administration: 18.75,"
             " arbitration-time: 2h}\n"),
        "coordination-hours");
    assert_true(fabs(hours - 8.0) < 0.8);
}

/* An item takes a tenth of a meeting of an hour, of three units with 40 leaders each, who
 * prepare half as long. */
static void a_meeting_takes_all_who_sit_in_it(void **context)
{
    (void)context;
    double hours = value_of(
        TINY(OFFICE "forums:\n  - {id: f, kind: other, chair: a, members: [b-1, b-2],"
                    " meets: 0.1/h, lasts: 1h, agenda: 100, preparation: 50%}\n"
                    "tasks:\n  - {id: s, at: a, arrives: 5/w, decision: 6min,"
                    " coordinates: {with: b-1, parties: 2, step: 2}}\n" CALM
                    ", understanding: 100%, message-time: 0h}\n"),
        "coordination-hours");
    double item = 0.1 * 1.5 * 120.0;
    assert_true(fabs(hours / item - 5.0) < 0.4);
}

/* What desks did before they were joined is not forgotten. */
static void hours_follow_those_who_take_over(void **context)
{
    (void)context;
    const struct stop stops[] = {
        {1999, "- merge: {units: b-*, into: {id: b}}\n", NULL}, {0, NULL, NULL}};
    const char *text =
        TINY(OFFICE TASK(", coordinates: {with: b-*, parties: 3, step: 1") CALM "}\n");
    struct journey j;
    struct world w;
    world_make(&w, text);
    world_run(&w, 1, 0.0, 2000.0);
    journey_make(&j, text, stops);
    world_run(&j.last, 1, 0.0, 2000.0);
    double before = world_value(&w, "coordination-hours", NULL);
    assert_true(before > 10.0);
    assert_true(
        fabs(world_value(&j.last, "coordination-hours", NULL) / before - 1.0) < 0.01);
    journey_free(&j);
    world_free(&w);
}

/* The party can answer half of those who ask; the others never come to the decision. */
static void a_full_desk_of_a_party_holds_back_what_is_decided_after_it(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: region, reports-to: topp, leaders: 40}\n"
             "  - {id: b, kind: region, reports-to: topp}\n"
             "tasks:\n  - {id: s, at: a, arrives: 0.2/h, decision: 1h, decided-by: topp,"
             " coordinates: {with: b, parties: 2, step: 1}}\n" CALM
             ", message-time: 10h}\n"));
    assert_true(near(w.plan->flows.utilisation[2], 2.0));
    assert_true(near(w.plan->flows.utilisation[0], 0.1));
    assert_true(w.plan->flows.bound[0] && !w.plan->flows.bound[2]);
    world_run(&w, 1, 100.0, 5000.0);
    assert_true(fabs(world_value(&w, "utilisation", "topp") - 0.1) < 0.01);
    world_free(&w);
}

/* In a forum all parties meet; talks are with the lead only, and the others stay as well
 * tied as they were. */
static void a_lead_meets_all_and_the_others_in_a_forum_each_other(void **context)
{
    (void)context;
#define LED(forum)                                                                       \
    TINY(OFFICE "forums:\n  - {id: f, kind: other, chair: topp, members: [a, b-*],"      \
                " meets: 0.1/h, lasts: 1h, agenda: 100}\n"                               \
                "tasks:\n  - {id: s, at: a, arrives: 5/w, handling: 6min, coordinates:"  \
                " {with: [b-1, b-2], parties: 3, step: 2, lead: b-1" forum "}}\n" CALM   \
                ", talk-time: 1h}\n")
    const char *const texts[] = {LED(""), LED(", forum: f")};
    for (int i = 0; i < 2; i++) {
        struct world w;
        world_make(&w, texts[i]);
        world_run(&w, 1, 0.0, 2000.0);
        const struct spenn_ties *ties = &w.state->bond->ties;
        const struct spenn_tie_plan *plan = &w.plan->bond->tie;
        double now = w.state->now;
        assert_true(spenn_tie_now(ties, 1, 2, now) > spenn_tie_lasting(plan, 1, 2));
        bool met = spenn_tie_now(ties, 1, 3, now) > spenn_tie_lasting(plan, 1, 3) + 1e-9;
        assert_true(met == (i == 1));
        world_free(&w);
    }
}

/* An arbiter who is never done has been at it all the time. */
static void work_under_way_at_the_end_counts(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: region, count: 2, reports-to: topp}\n"
             "tasks:\n  - {id: s, at: a-1, arrives: 4/w, handling: 1min, coordinates:"
             " {with: a-2, parties: 2, step: 4, mechanisms: hierarchy}}\n" CALM
             ", arbitration-time: 9999h}\n"));
    world_run(&w, 1, 0.0, 3000.0); /* and as long again, until all should be closed */
    assert_true(fabs(world_value(&w, "coordination-hours", NULL) - 37.5) < 1.0);
    world_free(&w);
}

/* Both parties' parts take ten hours, 1.3 times that where step 2 was never reached; with
 * p a round reaches it, and every other case is agreed. One may be agreed in a second
 * round without it that had reached it in the first. */
static void a_second_round_without_step_2_knows_of_the_first(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY(OFFICE "tasks:\n  - {id: s, at: a, arrives: 0.4/h, handling: 1min,"
                    " coordinates: {with: b-1, parties: 2, step: 4, tries: 2, conflict:"
                    " 50%, mechanisms: voluntary, implementation: 10h}}\n" CALM
                    ", understanding: 30%, unprepared-consent: 100%, message-time: 0h,"
                    " talk-time: 0h, consent-time: 0h, unprepared-rework: 30%}\n"));
    double p = 1.0 - 0.7 * 0.7 * 0.7, missed = 1.0 - p;
    double without = 0.5 * missed + 0.5 * missed * 0.5 * missed;
    double busy = 0.4 * 10.0 * (0.75 + 0.3 * without) / 40.0;
    assert_true(near(w.plan->flows.utilisation[2], busy));
    world_run(&w, 1, 100.0, 20000.0);
    assert_true(fabs(world_value(&w, "utilisation", "b-1") / busy - 1.0) < 0.04);
    world_free(&w);
}

/* What is coordinated in one forum and decided in another stays where it is when nothing
 * changes for either. */
static void items_stay_in_their_forum_through_a_wave(void **context)
{
    (void)context;
    const char *text =
        TINY(OFFICE "forums:\n"
                    "  - {id: f, kind: other, chair: a, members: [b-1], meets: 0.05/h,"
                    " lasts: 1h, agenda: 9}\n"
                    "  - {id: g, kind: other, chair: topp, members: [a], meets: 0.03/h,"
                    " lasts: 1h, agenda: 9}\n"
                    "tasks:\n  - {id: s, at: a, arrives: 5/w, decision: 6min, decided-in:"
                    " g, coordinates: {with: b-1, parties: 2, step: 3, forum: f}}\n" CALM
                    ", understanding: 50%}\n");
    static const char *const measures[] = {
        "coordination-time", "lead-time", "step", "coordination-hours"};
    const struct stop stops[] = {{500, "- rename: {unit: b-4, id: ny}\n", NULL},
        {505, "- rename: {unit: b-3, id: nyere}\n", NULL}, {0, NULL, NULL}};
    struct journey j;
    struct world w;
    world_make(&w, text);
    world_run(&w, 1, 0.0, 2000.0);
    journey_make(&j, text, stops);
    world_run(&j.last, 1, 0.0, 2000.0);
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
        assert_true(near(
            world_value(&j.last, measures[i], NULL), world_value(&w, measures[i], NULL)));
    }
    journey_free(&j);
    world_free(&w);
}

/* Three of a hundred: of more sets than can be looked at some are drawn, and each has
 * three. */
static void drawn_sets_of_parties_are_whole(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: region, reports-to: topp}\n"
             "  - {id: b, kind: region, count: 100, reports-to: topp}\n"
             "tasks:\n  - {id: s, at: a, arrives: 1/h, handling: 1min,"
             " coordinates: {with: b-*, parties: 4, step: 1}}\n" CALM
             ", message-time: 2h}\n"));
    double sum = 0.0, most = 0.0;
    for (int32_t u = 2; u < 102; u++) {
        sum += w.plan->flows.utilisation[u];
        most = fmax(most, w.plan->flows.utilisation[u]);
    }
    assert_true(near(sum, 3.0 * 2.0));
    assert_true(w.plan->flows.bound[2] && most < 0.16); /* of 256 draws, 0.06 each */
    world_free(&w);
}

/* Phi(mu / sqrt(((1 + w)^2 + (1 - w)^2) / 4)) of two parties, mu = Phi^-1(0.8). */
static void the_equations_weigh_gains_as_parties_do(void **context)
{
    (void)context;
    const double weight[] = {1.0, 0.5, 0.01, 0.0};
    const double agree[] = {0.8, 0.856466, 0.883011, 0.883022};
    struct world w;
    world_make(&w,
        TINY(OFFICE TASK(", coordinates: {with: b-1, parties: 2, step: 4, conflict: 20%")
                CALM "}\n"));
    for (int i = 0; i < 4; i++) {
        w.m.coordinations.own_weight[0] = weight[i];
        struct spenn_sim_plan *plan = spenn_sim_plan_new(&w.m, NULL);
        assert_true(fabs(spenn_ladder_odds_of(plan, 0, 1).joint[1] - agree[i]) < 1e-6);
        spenn_sim_plan_free(plan);
    }
    world_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_round_needs_a_shared_understanding_of_its_own),
        cmocka_unit_test(answers_and_rulings_are_the_same_however_they_were_prepared),
        cmocka_unit_test(most_of_two_are_both),
        cmocka_unit_test(parties_meet_in_a_forum_that_is_mostly_theirs),
        cmocka_unit_test(a_late_case_is_arbitrated_once),
        cmocka_unit_test(a_lead_alone_is_no_other_party),
        cmocka_unit_test(a_lead_joins_all_who_may_be_parties),
        cmocka_unit_test(a_lead_meets_all_and_the_others_in_a_forum_each_other),
        cmocka_unit_test(work_under_way_at_the_end_counts),
        cmocka_unit_test(a_second_round_without_step_2_knows_of_the_first),
        cmocka_unit_test(items_stay_in_their_forum_through_a_wave),
        cmocka_unit_test(drawn_sets_of_parties_are_whole),
        cmocka_unit_test(the_equations_weigh_gains_as_parties_do),
        cmocka_unit_test(messages_between_trees_pass_their_tops),
        cmocka_unit_test(hours_are_those_of_the_work),
        cmocka_unit_test(a_meeting_takes_all_who_sit_in_it),
        cmocka_unit_test(hours_follow_those_who_take_over),
        cmocka_unit_test(a_full_desk_of_a_party_holds_back_what_is_decided_after_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
