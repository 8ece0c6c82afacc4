/* SPDX-License-Identifier: MIT */
#include "lab.h"

#include "sim.h"

#include <signal.h>

#define FAST "  fast: {changes: [{set: {unit: 'kind:department', speed: 2}}]}\n"
#define JOIN "  joined: {changes: [{join: {forum: group, members: south}}]}\n"
#define SHORT "simulate: {for: 20w, warm-up: 5w, replications: 8, seed: 3}\n"

static const struct spenn_study_options two_jobs = {.jobs = 2};

static int32_t verdict_of(const char *body)
{
    struct lab lab;
    lab_run(&lab, body, &two_jobs);
    assert_int_equal(lab.study.verdicts.count, 1);
    int32_t verdict = lab.study.verdicts.verdict[0];
    lab_free(&lab);
    return verdict;
}

static int32_t progress_calls;

static void count_progress(void *context, int32_t done, int32_t planned, const char *what)
{
    (void)context;
    (void)done;
    (void)planned;
    (void)what;
    progress_calls++;
}

static void fails_with(const char *body, const char *expected)
{
    struct lab lab;
    assert_false(lab_try(&lab, body, &two_jobs));
    assert_int_equal(lab.err.count, 1);
    assert_string_equal(lab.err.list[0].text, expected);
    lab_free(&lab);
}

static void a_scenario_without_alternatives_runs_the_baseline_alone(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab, SHORT, &two_jobs);
    assert_int_equal(lab.study.replications, 8);
    int32_t row = lab_row(&lab, -1, "", "lead-time", "case");
    assert_int_equal(lab.study.rows.replications[row], 8);
    assert_true(lab.study.rows.low[row] < lab.study.rows.mean[row]);
    assert_true(isnan(lab.study.rows.difference[row]));
    for (int32_t i = 0; i < lab.study.rows.count; i++) {
        assert_int_equal(lab.study.rows.alternative[i], -1);
    }
    lab_free(&lab);
}

static void same_number(const double *a, const double *b, int32_t i)
{
    assert_true(memcmp(&a[i], &b[i], sizeof *a) == 0 || (isnan(a[i]) && isnan(b[i])));
}

#define LATER                                                                            \
    "  later: {changes: [{rename: {unit: south, id: sor, at: 3w}},"                      \
    " {set: {unit: 'kind:department', speed: 2, at: 10w}}]}\n"

static void a_change_with_a_date_comes_at_that_date(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab, "alternatives:\n" FAST LATER SHORT, &two_jobs);
    int32_t fast = lab_row(&lab, 0, "", "utilisation", "north");
    int32_t later = lab_row(&lab, 1, "", "utilisation", "north");
    int32_t renamed = lab_row(&lab, 1, "", "utilisation", "sor");
    const double *mean = lab.study.rows.mean;
    assert_near(mean[later], 1.5 * mean[fast], .1 * mean[fast]);
    assert_near(mean[renamed], 1.5 * mean[lab_row(&lab, 0, "", "utilisation", "south")],
        .1 * mean[fast]);
    assert_true(lab.study.rows.base[renamed] >= 0);
    assert_int_equal(lab.study.waves[1].count, 2);
    lab_free(&lab);
    fails_with("alternatives:\n" LATER "simulate: {for: 8w}\n",
        "tiny.yaml:5:63: 'at' lies beyond the time that is simulated ('for' of "
        "'simulate')");
}

static void the_path_over_time_is_that_of_the_backlog_and_of_the_waves(void **state)
{
    (void)state;
    struct lab one, two;
    lab_run(
        &one, "alternatives:\n" LATER SHORT, &(struct spenn_study_options){.jobs = 1});
    lab_run(&two, "alternatives:\n" LATER SHORT, &two_jobs);
    const struct spenn_study_path *path = &one.study.path;
    assert_int_equal(path->weeks, 20);
    double cases = 0;
    for (int32_t week = 0; week < path->weeks; week++) {
        cases += path->mean[week * path->series] / path->weeks;
    }
    assert_near(
        cases, one.study.rows.mean[lab_row(&one, -1, "", "backlog", "lab")], 1e-9);
    size_t all = 2 * (size_t)path->weeks * (size_t)path->series;
    assert_memory_equal(path->mean, two.study.path.mean, all * sizeof *path->mean);
    assert_memory_equal(path->low, two.study.path.low, all * sizeof *path->low);
    size_t later = (size_t)path->weeks * (size_t)path->series;
    assert_near(path->mean[later + 9 * (size_t)path->series], /* until week 10 the same */
        path->mean[9 * (size_t)path->series], 0);
    assert_true(path->mean[all - (size_t)path->series]
        < .8 * path->mean[later - (size_t)path->series]);
    assert_near(one.study.waves[0].mean[1], 375, 1e-9);
    assert_near(one.study.waves[0].share[1], 1, 0);
    lab_free(&one);
    lab_free(&two);
}

/* Weeks of ownership stand in their place though the baseline has none. */
static void an_alternative_may_have_series_of_its_own(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab,
        "alternatives:\n  joint: {changes: [{set: {task: principle, coordinates: {with:"
        " south, parties: 2, step: 2}}}]}\n" SHORT,
        &two_jobs);
    const struct spenn_study_path *path = &lab.study.path;
    const bool *before = path->shown, *after = path->shown + path->series;
    assert_true(before[SPENN_SERIES_CASES] && after[SPENN_SERIES_CASES]);
    assert_true(!before[SPENN_SERIES_OWNERSHIP] && after[SPENN_SERIES_OWNERSHIP]);
    for (int32_t week = 0; week < path->weeks; week++) {
        size_t i = (size_t)week * (size_t)path->series + SPENN_SERIES_OWNERSHIP;
        double owned = path->mean[i + (size_t)path->weeks * (size_t)path->series];
        assert_true(isnan(path->mean[i]));
        assert_true(owned > 0.3 && owned <= 1.0);
    }
    lab_free(&lab);
}

#define WHEN(trigger)                                                                    \
    "alternatives:\n  faster: {changes: [{set: {unit: north, speed: 2, when: {" trigger  \
    "}}}]}\n"

static void a_trigger_watches_what_is_there_in_its_own_unit(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab, WHEN("measure: utilisation, of: north, above: 10%, for: 3w") SHORT,
        &two_jobs);
    int32_t row = lab_row(&lab, 0, "", "utilisation", "north");
    assert_true(lab.study.rows.difference[row] < -.1);
    lab_free(&lab);
    fails_with(WHEN("measure: utilisation, of: nort, above: 10%, for: 3w") SHORT,
        "tiny.yaml:5:58: 'when' cannot watch 'utilisation' of 'nort': before the change "
        "nothing of that id has it");
    fails_with(WHEN("measure: lead-time, above: 10h, for: 3w") SHORT,
        "tiny.yaml:5:58: 'when' cannot watch 'lead-time': it watches utilisation, "
        "backlog, desk-wait, meeting-wait");
    fails_with(WHEN("measure: wait, above: 10h, for: 3w") SHORT,
        "tiny.yaml:5:58: 'when' cannot watch 'wait': it watches utilisation, "
        "backlog, desk-wait, meeting-wait");
    fails_with(WHEN("measure: meeting-wait, of: group, above: 10%, for: 3w") SHORT,
        "tiny.yaml:5:100: the bound of 'meeting-wait' must be a duration");
}

static void one_and_two_jobs_give_the_same_rows(void **state)
{
    (void)state;
    static const char body[] =
        "alternatives:\n" FAST JOIN LATER "vary: {group.meets: [12/y, 26/y]}\n"
        "simulate: {for: 40w, replications: 9}\n";
    struct lab one, two;
    lab_run(&one, body, &(struct spenn_study_options){.jobs = 1});
    lab_run(&two, body, &(struct spenn_study_options){.jobs = 2});
    const struct spenn_study_rows *a = &one.study.rows, *b = &two.study.rows;
    assert_int_equal(a->count, b->count);
    assert_near(one.study.warm_up, two.study.warm_up, 0);
    for (int32_t i = 0; i < a->count; i++) {
        assert_string_equal(a->subject[i], b->subject[i]);
        assert_string_equal(a->point[i], b->point[i]);
        assert_int_equal(a->replications[i], b->replications[i]);
        same_number(a->mean, b->mean, i);
        same_number(a->low, b->low, i);
        same_number(a->high, b->high, i);
        same_number(a->difference, b->difference, i);
        same_number(a->difference_low, b->difference_low, i);
        same_number(a->difference_high, b->difference_high, i);
    }
    lab_free(&one);
    lab_free(&two);
}

static void a_fixed_number_of_replications_is_obeyed(void **state)
{
    (void)state;
    static const char undecided[] =
        "alternatives:\n" JOIN "simulate: {for: 5w, warm-up: 0, replications: 13}\n"
        "expect: [{measure: lead-time, in: joined, is: higher, indifference: 0.001}]\n";
    struct lab lab;
    lab_run(&lab, undecided, &two_jobs);
    assert_int_equal(lab.study.replications, 13);
    lab_free(&lab);
    lab_run(
        &lab, undecided, &(struct spenn_study_options){.jobs = 2, .replications = 17});
    assert_int_equal(lab.study.replications, 17);
    lab_free(&lab);
}

static void a_clear_answer_ends_at_the_first_look_and_an_unclear_one_at_the_last(
    void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab,
        "alternatives:\n" FAST
        "simulate: {for: 10w, warm-up: 2w, replications: 30..120}\n"
        "expect: [{measure: lead-time, in: fast, is: lower, indifference: 0.1}]\n",
        &two_jobs);
    assert_int_equal(lab.study.replications, 30);
    assert_int_equal(lab.study.verdicts.verdict[0], SPENN_SUPPORTED);
    assert_int_equal(lab.study.verdicts.family, 1);
    assert_int_equal(lab.study.verdicts.looks, 3);
    assert_true(lab.study.verdicts.variance_reduction[0] > 2);
    double wide = lab.study.verdicts.high[0] - lab.study.verdicts.low[0];
    int32_t row = lab_row(&lab, 0, "", "lead-time", "lab");
    const struct spenn_study_rows *rows = &lab.study.rows;
    assert_true(wide > rows->difference_high[row] - rows->difference_low[row]);
    assert_near(lab.study.verdicts.difference[0], rows->difference[row], 0);
    lab_free(&lab);
    lab_run(&lab,
        "alternatives:\n" FAST "simulate: {for: 10w, warm-up: 2w, replications: 30..60, "
        "precision: 0.001%}\n"
        "expect: [{measure: throughput, in: fast, is: same, indifference: 10}]\n",
        &two_jobs);
    assert_int_equal(lab.study.replications, 60);
    lab_free(&lab);
}

static void the_series_that_settles_last_is_kept_with_the_warm_up(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab, "simulate: {for: 40w, replications: 2}\n", &two_jobs);
    const struct spenn_pilot *pilot = &lab.study.pilot;
    assert_int_equal(pilot->weeks, 40);
    assert_int_equal(pilot->alternative, -1);
    assert_true(pilot->mean[0] < pilot->mean[20]); /* from an empty organization */
    lab_free(&lab);
    lab_run(&lab, SHORT, &two_jobs);
    assert_int_equal(lab.study.pilot.weeks, 0);
    lab_free(&lab);
}

/* The half-width is that of the first 30 with sqrt(60) in place of sqrt(30). */
static void precision_ends_a_first_stage_whose_variance_gives_the_intervals(void **state)
{
    (void)state;
    static const char body[] =
        "alternatives:\n" FAST "simulate: {for: 10w, warm-up: 2w, replications: 30..60, "
        "precision: 0.001%}\n"
        "expect: [{measure: throughput, in: fast, is: same, indifference: 10}]\n";
    struct lab first, both;
    lab_run(&first, body, &(struct spenn_study_options){.jobs = 2, .replications = 30});
    lab_run(&both, body, &two_jobs);
    assert_int_equal(first.study.first_stage, 0);
    assert_int_equal(both.study.first_stage, 30);
    int32_t row = lab_row(&both, 0, "", "throughput", "lab");
    const struct spenn_study_rows *a = &first.study.rows, *b = &both.study.rows;
    assert_near(b->high[row] - b->low[row], (a->high[row] - a->low[row]) / sqrt(2), 1e-9);
    assert_near(b->difference_high[row] - b->difference_low[row],
        (a->difference_high[row] - a->difference_low[row]) / sqrt(2), 1e-9);
    lab_free(&first);
    lab_free(&both);
}

/* The meeting takes 1.5 of north's 37.5 hours, so its cases fall from 1 / (.96 - .4) to
 * 1 / (1.92 - .4) hours, those of south from 1 / (1 - .4) to 1 / (2 - .4): by 1.085. */
static void every_verdict_can_be_reached(void **state)
{
    (void)state;
    static const char head[] =
        "alternatives:\n" FAST "simulate: {for: 1y, warm-up: 5w, replications: 30}\n"
        "expect: [{measure: lead-time, of: case, in: fast, is: %s, indifference: %s}]\n";
    static const struct {
        const char *is, *zone;
        int32_t verdict;
    } table[] = {{"lower", "0.5", SPENN_SUPPORTED}, {"higher", "0.5", SPENN_CONTRADICTED},
        {"lower", "2", SPENN_NO_DIFFERENCE}, {"same", "2", SPENN_SUPPORTED},
        {"same", "0.5", SPENN_CONTRADICTED}, {"lower", "1.085", SPENN_UNDECIDED}};
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        char body[512];
        (void)snprintf(body, sizeof body, head, table[i].is, table[i].zone);
        assert_int_equal(verdict_of(body), table[i].verdict);
    }
    assert_int_equal(
        verdict_of("alternatives:\n" JOIN SHORT
                   "expect: [{measure: commitment, of: group, in: joined, is: lower}]\n"),
        SPENN_ASSUMED);
    assert_int_equal(
        verdict_of("alternatives:\n"
                   "  fast: {changes: [{set: {unit: north, speed: 2}}]}\n" SHORT
                   "expect: [{measure: lead-time, in: fast, is: lower,\n"
                   "  coded-in: service-law}]\n"),
        SPENN_ASSUMED);
    assert_int_equal(
        verdict_of(
            "alternatives:\n  slow: {changes: [{set: {unit: north, speed: 0.3}}]}\n" SHORT
            "expect: [{measure: lead-time, in: slow, is: higher}]\n"),
        SPENN_NOT_COMPARABLE);
}

static void structure_is_compared_exactly(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab,
        "alternatives:\n" JOIN FAST SHORT "expect:\n"
        "  - {measure: group-size, of: group, in: joined, is: higher}\n"
        "  - {measure: group-size, of: group, in: fast, is: higher}\n"
        "  - {measure: group-size, of: group, in: fast, is: lower, than: joined}\n",
        &two_jobs);
    const struct spenn_study_verdicts *v = &lab.study.verdicts;
    assert_int_equal(v->verdict[0], SPENN_SUPPORTED);
    assert_near(v->difference[0], 1, 0);
    assert_near(v->low[0], 1, 0);
    assert_near(v->high[0], 1, 0);
    assert_int_equal(v->verdict[1], SPENN_NO_DIFFERENCE);
    assert_int_equal(v->verdict[2], SPENN_SUPPORTED);
    assert_near(v->difference[2], -1, 0);
    int32_t row = lab_row(&lab, 0, "", "group-size", "group");
    assert_near(lab.study.rows.difference[row], 1, 0);
    lab_free(&lab);
}

static void what_exists_on_one_side_only_is_not_compared(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab,
        "alternatives:\n"
        "  east: {changes: [{establish: {id: east, kind: department, "
        "reports-to: director}}]}\n" SHORT
        "expect: [{measure: span, of: east, in: east, is: higher}]\n",
        &two_jobs);
    assert_int_equal(lab.study.verdicts.verdict[0], SPENN_NOT_COMPARABLE);
    assert_string_equal(lab.study.verdicts.reason[0], "does not exist in baseline");
    int32_t row = lab_row(&lab, 0, "", "span", "east");
    assert_near(lab.study.rows.mean[row], 0, 0);
    assert_true(isnan(lab.study.rows.difference[row]));
    lab_free(&lab);
}

static void a_queue_that_only_grows_is_reported_as_growth(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab,
        "alternatives:\n  slow: {changes: [{set: {unit: north, speed: 0.1}}]}\n" SHORT
        "expect:\n"
        "  - {measure: lead-time, of: case, in: slow, is: higher}\n"
        "  - {measure: meeting-wait, of: group, in: slow, is: same, indifference: 10h}\n",
        &two_jobs);
    const struct spenn_study_rows *rows = &lab.study.rows;
    int32_t time = lab_row(&lab, 0, "", "lead-time", "case");
    assert_true(isnan(rows->mean[time]) && isnan(rows->difference[time]));
    assert_true(rows->mean[lab_row(&lab, -1, "", "lead-time", "case")] > 0);
    /* 15 a week arrive, 0.1 x 36 are done: the meeting takes 1.5 hours */
    assert_near(
        rows->mean[lab_row(&lab, 0, "", "backlog-growth", "north")], 15 - 3.6, 1e-9);
    assert_true(rows->mean[lab_row(&lab, 0, "", "open-share", "lab")] > 0);
    assert_int_equal(lab.study.verdicts.verdict[0], SPENN_NOT_COMPARABLE);
    assert_string_equal(lab.study.verdicts.reason[0],
        "cannot keep up: north in slow, its backlog grows by 11.4 cases a week");
    assert_int_equal(lab.study.verdicts.verdict[1], SPENN_SUPPORTED);
    assert_true(lab.study.note_count >= 1);
    assert_string_equal(lab.study.note[0].text_en,
        "slow: cannot keep up, the backlog grows (cases a week): north +11.4");
    lab_free(&lab);
}

static void what_a_measure_cannot_see_is_said_once(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab,
        "alternatives:\n  same: {changes: []}\n" SHORT "expect:\n"
        "  - {measure: span, of: director, in: same, is: same}\n"
        "  - {measure: clarity, in: same, is: same}\n"
        "  - {measure: clarity, of: north, in: same, is: same}\n",
        &two_jobs);
    assert_int_equal(lab.study.note_count, 1);
    assert_non_null(strstr(lab.study.note[0].text_en, "C249"));
    assert_non_null(strstr(lab.study.note[0].text_nb, "C249"));
    lab_free(&lab);
}

static void every_point_of_the_sweep_is_rows_of_every_alternative(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab,
        "alternatives:\n" JOIN
        "vary: {group.meets: [12/y, 26/y], administration: [0, 5]}\n" SHORT,
        &two_jobs);
    static const char *const points[] = {"group.meets=12/y;administration=0",
        "group.meets=12/y;administration=5", "group.meets=26/y;administration=0",
        "group.meets=26/y;administration=5"};
    double hours[4];
    for (int32_t i = 0; i < 4; i++) {
        assert_near(
            lab.study.rows.mean[lab_row(&lab, 0, points[i], "group-size", "group")], 3,
            0);
        int32_t row = lab_row(&lab, -1, points[i], "meeting-hours", "group");
        hours[i] = lab.study.rows.mean[row];
        int32_t wait = lab_row(&lab, 0, points[i], "meeting-wait", "group");
        assert_int_equal(lab.study.rows.replications[wait], 8);
    }
    assert_near(hours[2] / hours[0], 26.0 / 12.0, 1e-9);
    assert_near(hours[1], hours[0], 0);
    lab_free(&lab);
}

static void a_wrong_name_is_a_problem_at_its_place(void **state)
{
    (void)state;
    fails_with("alternatives:\n" JOIN
               "expect:\n  - {measure: led-time, in: joined, is: higher}\n",
        "tiny.yaml:7:5: unknown measure 'led-time'; did you mean 'lead-time'?");
    fails_with("alternatives:\n" JOIN
               "expect:\n  - {measure: span, of: nort, in: joined, is: higher}\n",
        "tiny.yaml:7:5: no unit, forum or task 'nort'; did you mean 'north'?");
    fails_with("alternatives:\n" JOIN
               "expect:\n  - {measure: span, in: joined, is: higher}\n",
        "tiny.yaml:7:5: measure 'span' needs 'of': it has no value for the whole");
    fails_with("alternatives:\n" JOIN
               "expect:\n  - {measure: span, of: group, in: joined, is: higher}\n",
        "tiny.yaml:7:5: measure 'span' is not over 'group'");
}

static void an_indifference_in_another_unit_than_the_measure_is_a_problem(void **state)
{
    (void)state;
    static const char form[] =
        "alternatives:\n" JOIN "expect:\n  - {measure: %s, in: joined, is: same, "
        "indifference: %s}\n";
    static const struct {
        const char *measure, *zone, *expected;
    } wrong[] = {{"lead-time", "5%",
                     "tiny.yaml:7:62: 'indifference' is a share, but 'lead-time' is "
                     "measured in h"},
        {"decided-outside", "30min",
            "tiny.yaml:7:68: 'indifference' is a duration, but 'decided-outside' is "
            "measured "
            "in share"},
        {"layer, of: north", "5%",
            "tiny.yaml:7:69: 'indifference' is a share, but 'layer' is "
            "measured in plain numbers"}};
    char body[256];
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        (void)snprintf(body, sizeof body, form, wrong[i].measure, wrong[i].zone);
        fails_with(body, wrong[i].expected);
    }
    static const char *const right[][2] = {{"lead-time", "30min"}, {"lead-time", "0.5"},
        {"meeting-hours", "1h"}, {"throughput", "2"}, {"decided-outside", "5%"}};
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        struct lab lab;
        (void)snprintf(body, sizeof body, form, right[i][0], right[i][1]);
        (void)strcat(body, SHORT);
        lab_run(&lab, body, &two_jobs);
        lab_free(&lab);
    }
}

static void points_that_make_no_sense_together_are_found_before_the_run(void **state)
{
    (void)state;
    int32_t before = progress_calls;
    static const struct spenn_study_options told = {
        .jobs = 1, .progress = count_progress};
    struct lab lab;
    assert_false(lab_try(&lab,
        "alternatives:\n" JOIN
        "vary: {group.meets: [52/y, 0.9/h], group.lasts: [1h, 2h]}\n" SHORT,
        &told));
    assert_int_equal(lab.err.count, 1);
    assert_non_null(strstr(
        lab.err.list[0].text, "forum 'group' meets for more hours than there are"));
    assert_int_equal(progress_calls, before);
    lab_free(&lab);
}

static void a_stop_before_the_first_replication_leaves_the_measures_at_rest(void **state)
{
    (void)state;
    volatile sig_atomic_t stop = 1;
    struct lab lab;
    lab_run(&lab,
        "alternatives:\n" JOIN "vary: {group.meets: [12/y]}\n"
        "expect:\n"
        "  - {measure: lead-time, in: joined, is: higher}\n"
        "  - {measure: group-size, of: group, in: joined, is: higher}\n",
        &(struct spenn_study_options){.jobs = 2, .stop = &stop});
    assert_true(lab.study.interrupted);
    assert_int_equal(lab.study.replications, 0);
    assert_int_equal(lab.study.verdicts.verdict[0], SPENN_UNDECIDED);
    assert_int_equal(lab.study.verdicts.verdict[1], SPENN_SUPPORTED);
    assert_true(isnan(lab.study.rows.mean[lab_row(&lab, 0, "", "lead-time", "lab")]));
    lab_free(&lab);
}

/* Without a warm-up the first weeks are too quiet, and enough replications show it. */
static void the_self_check_finds_a_run_that_is_not_yet_steady(void **state)
{
    (void)state;
    static const char body[] =
        "alternatives: {slow: {changes: [{set: {unit: all, speed: 0.45}}]}}\n"
        "simulate: {for: 1w, warm-up: %s, replications: 400}\n";
    static const char *const warm_up[] = {"0", "40w"};
    int32_t found[2] = {0};
    for (int32_t i = 0; i < 2; i++) {
        char text[256];
        struct lab lab;
        (void)snprintf(text, sizeof text, body, warm_up[i]);
        lab_run(&lab, text, &two_jobs);
        for (int32_t n = 0; n < lab.study.note_count; n++) {
            found[i] += strstr(lab.study.note[n].text_en, "traffic equations") != NULL;
        }
        lab_free(&lab);
    }
    assert_true(found[0] > 0);
    assert_int_equal(found[1], 0);
}

static void nobody_where_hardly_anybody_is_expected_is_no_difference(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab,
        "alternatives: {rare: {changes: [{set: {task: case,"
        " beyond-authority: 0.01%}}]}}\n"
        "simulate: {for: 1w, warm-up: 8w, replications: 8}\n",
        &two_jobs);
    for (int32_t n = 0; n < lab.study.note_count; n++) {
        assert_null(strstr(lab.study.note[n].text_en, "traffic equations"));
    }
    lab_free(&lab);
}

static void a_renamed_unit_is_compared_with_itself(void **state)
{
    (void)state;
    static const char *const names[] = {"north", "nord"};
    for (int32_t i = 0; i < 2; i++) {
        struct lab lab;
        struct spenn_arena memory = {0};
        lab_run(&lab,
            spenn_arena_format(&memory,
                "alternatives:\n"
                "  a: {changes: [{rename: {unit: north, id: nord}}, "
                "{set: {unit: nord, speed: 2}}]}\n" SHORT "expect:\n"
                "  - {measure: lead-time, of: %s, in: a, is: lower}\n"
                "  - {measure: span, of: %s, in: a, is: same}\n",
                names[i], names[i]),
            &two_jobs);
        assert_int_equal(lab.study.verdicts.verdict[0], SPENN_SUPPORTED);
        assert_int_equal(lab.study.verdicts.verdict[1], SPENN_SUPPORTED);
        int32_t row = lab_row(&lab, 0, "", "lead-time", "nord");
        int32_t before = lab_row(&lab, -1, "", "lead-time", "north");
        const struct spenn_study_rows *rows = &lab.study.rows;
        assert_near(rows->difference[row], rows->mean[row] - rows->mean[before], 1e-9);
        row = lab_row(&lab, 0, "", "span", "nord");
        assert_near(rows->difference[row], 0, 0);
        spenn_arena_free(&memory);
        lab_free(&lab);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scenario_without_alternatives_runs_the_baseline_alone),
        cmocka_unit_test(a_change_with_a_date_comes_at_that_date),
        cmocka_unit_test(a_trigger_watches_what_is_there_in_its_own_unit),
        cmocka_unit_test(the_path_over_time_is_that_of_the_backlog_and_of_the_waves),
        cmocka_unit_test(an_alternative_may_have_series_of_its_own),
        cmocka_unit_test(one_and_two_jobs_give_the_same_rows),
        cmocka_unit_test(a_fixed_number_of_replications_is_obeyed),
        cmocka_unit_test(
            a_clear_answer_ends_at_the_first_look_and_an_unclear_one_at_the_last),
        cmocka_unit_test(the_series_that_settles_last_is_kept_with_the_warm_up),
        cmocka_unit_test(precision_ends_a_first_stage_whose_variance_gives_the_intervals),
        cmocka_unit_test(every_verdict_can_be_reached),
        cmocka_unit_test(structure_is_compared_exactly),
        cmocka_unit_test(what_exists_on_one_side_only_is_not_compared),
        cmocka_unit_test(a_queue_that_only_grows_is_reported_as_growth),
        cmocka_unit_test(what_a_measure_cannot_see_is_said_once),
        cmocka_unit_test(every_point_of_the_sweep_is_rows_of_every_alternative),
        cmocka_unit_test(a_wrong_name_is_a_problem_at_its_place),
        cmocka_unit_test(an_indifference_in_another_unit_than_the_measure_is_a_problem),
        cmocka_unit_test(points_that_make_no_sense_together_are_found_before_the_run),
        cmocka_unit_test(a_stop_before_the_first_replication_leaves_the_measures_at_rest),
        cmocka_unit_test(the_self_check_finds_a_run_that_is_not_yet_steady),
        cmocka_unit_test(nobody_where_hardly_anybody_is_expected_is_no_difference),
        cmocka_unit_test(a_renamed_unit_is_compared_with_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
