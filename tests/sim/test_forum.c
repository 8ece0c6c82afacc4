/* SPDX-License-Identifier: MIT
 * Meetings: what fits an agenda, what comes back, who decides in the end. */
#include "world.h"

#include "commitment.h"

#define FORUM(keys)                                                                      \
    "units:\n  - {id: topp, kind: executive}\n"                                          \
    "forums:\n  - {id: mote, kind: other, chair: topp, members: topp, " keys "}\n"

static void hours_limit_an_agenda_as_well_as_places(void **context)
{
    (void)context;
    struct world w; /* 20 min each: three an hour, though the agenda has ten places */
    world_make(&w,
        TINY(FORUM(
            "meets: 0.1/h, lasts: 1h, agenda: 10, commitment: 100%") "tasks:\n  - {id: "
                                                                     "s, at: topp, "
                                                                     "arrives: 0.9/h, "
                                                                     "decision: 20min,"
                                                                     " decided-in: "
                                                                     "mote}\n"));
    world_run(&w, 1, 1000.0, 3000.0);
    assert_true(near(world_value(&w, "utilisation", "mote"), 1.0));
    assert_true(fabs(world_value(&w, "throughput", "s") - 0.3 * 37.5) < 0.1);
    world_free(&w);
}

static void an_item_longer_than_the_meeting_is_still_taken(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY(FORUM(
            "meets: 0.1/h, lasts: 1h, agenda: 10, commitment: 100%") "tasks:\n  - {id: "
                                                                     "s, at: topp, "
                                                                     "arrives: 0.01/h, "
                                                                     "decision: 3h,"
                                                                     " decided-in: "
                                                                     "mote}\n"));
    world_run(&w, 1, 0.0, 30000.0);
    assert_true(w.outcome.open_share == 0.0);
    assert_true(fabs(world_value(&w, "throughput", "s") - 0.375) < 0.1);
    world_free(&w);
}

static void meetings_that_last_an_interval_never_overlap(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY(FORUM(
            "meets: 0.5/h, lasts: 2h, agenda: 1, commitment: 100%") "tasks:\n  - {id: s, "
                                                                    "at: topp, arrives: "
                                                                    "2/h, decision: 1min,"
                                                                    " decided-in: "
                                                                    "mote}\n"));
    world_run(&w, 1, 100.0, 1000.0);
    assert_true(fabs(world_value(&w, "throughput", "s") - 0.5 * 37.5) < 0.1);
    world_free(&w);
}

static void the_chair_decides_after_the_third_meeting(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY(FORUM(
            "meets: 0.1/h, lasts: 30min, agenda: 9, commitment: 0%") "tasks:\n  - {id: "
                                                                     "s, at: topp, "
                                                                     "arrives: 0.02/h,"
                                                                     " decision: {mean: "
                                                                     "6min, law: fixed}, "
                                                                     "decided-in: "
                                                                     "mote}"
                                                                     "\n" WORLD_FREE));
    world_run(&w, 1, 0.0, 100000.0);
    assert_true(world_value(&w, "decided-outside", "mote") == 1.0);
    /* half an interval, two intervals, the third meeting, the chair's desk */
    double chair = 0.1 / w.plan->desk[0].speed;
    assert_true(fabs(world_value(&w, "lead-time", "s") - (5 + 20 + 0.5 + chair)) < 0.3);
    /* waits of 5, 9.5 and 9.5 h */
    assert_true(fabs(world_value(&w, "meeting-wait", "mote") - 8.0) < 0.1);
    world_free(&w);
}

static void a_meeting_without_items_is_no_meeting_for_anyone(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, TINY(FORUM("meets: 1/h, lasts: 30min, agenda: 9")));
    world_run(&w, 1, 0.0, 100.0);
    assert_int_equal(w.outcome.events, 100);
    assert_true(world_value(&w, "utilisation", "mote") == 0.0);
    assert_true(isnan(world_value(&w, "meeting-wait", "mote")));
    assert_true(isnan(world_value(&w, "decided-outside", NULL)));
    world_free(&w);
}

#define GROUP(n, keys)                                                                   \
    TINY("units:\n  - {id: topp, kind: executive}\n"                                     \
         "  - {id: m, kind: department, reports-to: topp, count: " n "}\n"               \
         "forums:\n  - {id: mote, kind: other, chair: topp, members: m-*, meets: "       \
         "1/w" keys "}\n"                                                                \
         "assume: {commitment-midpoint: 15, commitment-width: 2, commitment-shift: 6,"   \
         " meeting-preparation: 50%, video-loss: 40%}\n")

static double commitment(const char *text, bool hard)
{
    struct spenn_model m;
    tiny_model(text, &m);
    double chance = spenn_forum_commitment(&m, 0, hard);
    spenn_model_free(&m);
    return chance;
}

static void commitment_is_a_logistic_in_the_size(void **context)
{
    (void)context;
    const char *fifteen = GROUP("14", ", preparation: 50%");
    const char *seventeen = GROUP("16", ", preparation: 50%");
    assert_true(near(commitment(fifteen, false), 0.5));
    assert_true(near(commitment(seventeen, false), 1.0 / (1.0 + exp(1.0))));
}

static void preparation_moves_the_midpoint(void **context)
{
    (void)context;
    const char *text = GROUP("17", ", preparation: 100%"); /* 18 members, midpoint 18 */
    assert_true(near(commitment(text, false), 0.5));
}

static void video_costs_only_hard_items(void **context)
{
    (void)context;
    const char *text = GROUP("14", ", preparation: 50%, video: 50%");
    assert_true(near(commitment(text, false), 0.5));
    assert_true(near(commitment(text, true), 0.5 * 0.8));
}

static void a_commitment_given_is_taken(void **context)
{
    (void)context;
    assert_true(near(commitment(GROUP("30", ", commitment: 90%"), false), 0.9));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_limit_an_agenda_as_well_as_places),
        cmocka_unit_test(an_item_longer_than_the_meeting_is_still_taken),
        cmocka_unit_test(meetings_that_last_an_interval_never_overlap),
        cmocka_unit_test(the_chair_decides_after_the_third_meeting),
        cmocka_unit_test(a_meeting_without_items_is_no_meeting_for_anyone),
        cmocka_unit_test(commitment_is_a_logistic_in_the_size),
        cmocka_unit_test(preparation_moves_the_midpoint),
        cmocka_unit_test(video_costs_only_hard_items),
        cmocka_unit_test(a_commitment_given_is_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
