/* SPDX-License-Identifier: MIT */
#include "lab.h"

#include "control.h"

/* y = 3 + 2 c + e with e = -1, 1, 1, -1 against c = 1, 2, 3, 4: slope 2, sum of e^2 4. */
static void a_control_takes_the_luck_of_the_load_off_the_mean(void **state)
{
    (void)state;
    const double load[] = {1, 2, 3, 4}, off[] = {-1, 1, 1, -1};
    struct spenn_control control = {0};
    for (int32_t i = 0; i < 4; i++) {
        spenn_control_add(&control, 3 + 2 * load[i] + off[i], load[i]);
    }
    spenn_control_add(&control, NAN, 7);
    struct spenn_controlled at = spenn_controlled(&control, 2, .05);
    assert_near(at.mean, 7, 1e-12);
    /* t(2, .975) sqrt(4 / 2 (1 / 4 + .5^2 / 5)) */
    assert_near(at.high - at.mean, 4.302653 * sqrt(2 * (.25 + .05)), 1e-5);
    assert_near(at.share, 4.0 / 24 * 2 / 1, 1e-12);
}

static void without_a_load_that_varies_there_is_no_controlled_mean(void **state)
{
    (void)state;
    struct spenn_control control = {0};
    for (int32_t i = 0; i < 9; i++) {
        spenn_control_add(&control, i, 1);
    }
    assert_true(isnan(spenn_controlled(&control, 1, .05).mean));
}

static void two_stages_leave_means_uncontrolled(void **state)
{
    (void)state;
    const struct spenn_study_options options = {.jobs = 2};
    struct lab lab;
    lab_run(&lab,
        "simulate: {for: 20w, warm-up: 5w, replications: 30..60, precision: 90%, "
        "seed: 3}\n",
        &options);
    int32_t wait = lab_row(&lab, -1, "", "desk-wait", "south");
    assert_true(lab.study.first_stage > 0);
    assert_true(isfinite(lab.study.rows.low[wait]));
    assert_true(isnan(lab.study.rows.controlled[wait]));
    lab_free(&lab);
}

static void controlled_means_are_of_lines_and_of_thirty_replications(void **state)
{
    (void)state;
    const struct spenn_study_options options = {.jobs = 2};
    struct lab few, many;
    lab_run(
        &few, "simulate: {for: 20w, warm-up: 5w, replications: 29, seed: 3}\n", &options);
    lab_run(&many, "simulate: {for: 20w, warm-up: 5w, replications: 30, seed: 3}\n",
        &options);
    const struct spenn_study_rows *rows = &many.study.rows;
    int32_t wait = lab_row(&many, -1, "", "desk-wait", "south");
    assert_true(
        isnan(few.study.rows.controlled[lab_row(&few, -1, "", "desk-wait", "south")]));
    assert_true(rows->controlled_high[wait] - rows->controlled_low[wait]
        < .9 * (rows->high[wait] - rows->low[wait]));
    assert_true(isnan(rows->controlled[lab_row(&many, -1, "", "meeting-wait", "group")]));
    assert_true(isnan(rows->controlled[lab_row(&many, -1, "", "utilisation", "south")]));
    lab_free(&few);
    lab_free(&many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_control_takes_the_luck_of_the_load_off_the_mean),
        cmocka_unit_test(without_a_load_that_varies_there_is_no_controlled_mean),
        cmocka_unit_test(two_stages_leave_means_uncontrolled),
        cmocka_unit_test(controlled_means_are_of_lines_and_of_thirty_replications),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
