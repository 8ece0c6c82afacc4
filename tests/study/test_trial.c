/* SPDX-License-Identifier: MIT */
#include "lab.h"

#include "trial.h"

#include <math.h>

#define BODY                                                                             \
    "alternatives:\n"                                                                    \
    "  fast: {changes: [{set: {unit: 'kind:department', speed: 2}}]}\n"                  \
    "  later: {changes: [{rename: {unit: south, id: sor, at: 3w}},"                      \
    " {set: {unit: 'kind:department', speed: 2, at: 10w}}]}\n"
#define EXPECT                                                                           \
    "expect:\n"                                                                          \
    "  - {measure: lead-time, of: case, in: fast, is: lower}\n"                          \
    "  - {measure: group-size, of: group, in: fast, is: same}\n"
#define SHORT "simulate: {for: 20w, warm-up: 5w, replications: 8, seed: 3}\n"

static const struct spenn_study_options one_job = {.jobs = 1};

static struct spenn_trial trial_of(const struct lab *lab)
{
    return (struct spenn_trial){.scenario = &lab->scenario,
        .base = &lab->model,
        .seed = 3,
        .warm_up = lab->study.warm_up,
        .duration = lab->study.duration,
        .replications = 8};
}

static void run(const struct spenn_trial *trial, struct spenn_trial_outcome *outcome)
{
    struct spenn_error err = {0};
    assert_true(spenn_trial_run(trial, outcome, &err));
    assert_int_equal(err.count, 0);
}

/* One simulated expectation and one look: the study's interval is the ordinary one. */
static void agrees(const struct lab *lab, const struct spenn_trial *trial)
{
    struct spenn_trial_outcome outcome[2];
    const struct spenn_study_verdicts *verdicts = &lab->study.verdicts;
    run(trial, outcome);
    for (int32_t q = 0; q < 2; q++) {
        assert_int_equal(outcome[q].verdict, verdicts->verdict[q]);
        assert_true(outcome[q].difference == verdicts->difference[q]);
        assert_true(outcome[q].low == verdicts->low[q]);
        assert_true(outcome[q].high == verdicts->high[q]);
        assert_true(outcome[q].exact == (q == 1));
    }
    int32_t row = lab_row(lab, 0, "", "lead-time", "case");
    assert_true(outcome[0].mean == lab->study.rows.mean[row]);
    assert_true(outcome[0].mean_low == lab->study.rows.low[row]);
    assert_true(outcome[1].mean == 2.0);
}

static void at_the_values_in_force_a_trial_is_the_study(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab, BODY EXPECT SHORT, &one_job);
    struct spenn_trial trial = trial_of(&lab);
    agrees(&lab, &trial);
    lab_free(&lab);
}

static void values_of_the_point_stand_in_place_of_those_assumed(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab, BODY EXPECT "assume: {service-law: fixed, administration: 9}\n" SHORT,
        &one_job);
    struct spenn_trial trial = trial_of(&lab);
    double value[SPENN_ASSUMPTION_COUNT];
    memcpy(value, lab.model.assume.value, sizeof value);
    value[SPENN_SERVICE_LAW] = SPENN_LAW_FIXED;
    value[SPENN_ADMINISTRATION] = 9;
    trial.assume = value;
    agrees(&lab, &trial);
    lab_free(&lab);
}

static bool meet_monthly(void *context, struct spenn_model *m, struct spenn_error *err)
{
    const struct spenn_value often = {.kind = SPENN_SCALAR, .text = "12/y"};
    const struct spenn_value *list[] = {&often};
    const struct spenn_vary vary = {.path = "group.meets", .count = 1, .value = list};
    *(int32_t *)context += 1;
    return spenn_vary_apply(m, &vary, 0, err);
}

static void every_model_on_the_way_is_edited(void **state)
{
    (void)state;
    struct lab lab;
    lab_run(&lab,
        BODY "expect:\n  - {measure: meeting-wait, in: later, is: higher}\n"
             "vary: {group.meets: [12/y]}\n" SHORT,
        &one_job);
    struct spenn_trial trial = trial_of(&lab);
    struct spenn_trial_outcome outcome;
    int32_t edited = 0;
    trial.edit = meet_monthly;
    trial.context = &edited;
    run(&trial, &outcome);
    assert_int_equal(edited, 4); /* baseline, fast, later before and after */
    int32_t row = lab_row(&lab, 1, "group.meets=12/y", "meeting-wait", "lab");
    assert_true(outcome.mean == lab.study.rows.mean[row]);
    assert_true(outcome.difference == lab.study.rows.difference[row]);
    lab_free(&lab);
}

static void other_replications_are_other_luck(void **state)
{
    (void)state;
    struct lab lab;
    struct spenn_trial_outcome here[2], there[2];
    lab_run(&lab, BODY EXPECT SHORT, &one_job);
    struct spenn_trial trial = trial_of(&lab);
    run(&trial, here);
    trial.first = spenn_trial_first;
    run(&trial, there);
    assert_true(here[0].difference != there[0].difference);
    lab_free(&lab);
}

/* Meeting hours are known without replications; what matters is still a share of them. */
static void what_is_known_has_the_zone_of_the_study(void **state)
{
    (void)state;
    struct lab lab;
    struct spenn_trial_outcome outcome;
    lab_run(&lab,
        BODY
        "  often: {changes: [{set: {forum: group, meets: 30/w}}]}\n"
        "expect: [{measure: meeting-hours, in: fast, than: often, is: lower}]\n" SHORT,
        &one_job);
    struct spenn_trial trial = trial_of(&lab);
    run(&trial, &outcome);
    assert_true(lab.study.verdicts.zone[0] > 0.5);
    assert_true(outcome.zone == lab.study.verdicts.zone[0]);
    lab_free(&lab);
}

static bool refuse(void *context, struct spenn_model *m, struct spenn_error *err)
{
    (void)context;
    (void)m;
    return spenn_fail(err, (struct spenn_where){.file = "here"}, "not here");
}

static void a_point_that_cannot_be_is_said_so(void **state)
{
    (void)state;
    struct lab lab;
    struct spenn_trial_outcome outcome[2];
    struct spenn_error err = {0};
    lab_run(&lab, BODY EXPECT SHORT, &one_job);
    struct spenn_trial trial = trial_of(&lab);
    trial.edit = refuse;
    assert_false(spenn_trial_run(&trial, outcome, &err));
    assert_int_equal(err.count, 1);
    spenn_error_free(&err);
    lab_free(&lab);
}

static void the_warm_up_is_the_study_s(void **state)
{
    (void)state;
    struct lab lab;
    double hours = 0;
    struct spenn_error err = {0};
    lab_run(&lab,
        BODY EXPECT "simulate: {for: 20w, warm-up: auto, replications: 2, seed: 3}\n",
        &one_job);
    assert_true(spenn_trial_warm_up(&lab.scenario, &lab.model, &one_job, &hours, &err));
    assert_true(hours == lab.study.warm_up);
    lab_free(&lab);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_the_values_in_force_a_trial_is_the_study),
        cmocka_unit_test(values_of_the_point_stand_in_place_of_those_assumed),
        cmocka_unit_test(every_model_on_the_way_is_edited),
        cmocka_unit_test(other_replications_are_other_luck),
        cmocka_unit_test(what_is_known_has_the_zone_of_the_study),
        cmocka_unit_test(a_point_that_cannot_be_is_said_so),
        cmocka_unit_test(the_warm_up_is_the_study_s),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
