/* SPDX-License-Identifier: MIT
 * What holds of practice for any numbers: V0, order, merging, common luck, the way of the
 * strategy down the line. */
#include "practice_world.h"

static void expect_equal(double x, double expected, double tolerance)
{
    if (!(fabs(x - expected) <= tolerance)) {
        fail_msg("%.17g, expected %.17g", x, expected);
    }
}

static void without_contact_practice_spreads_as_v0_says(void **state)
{
    (void)state;
    struct setting alone = usual, unequal = usual;
    alone.days = 0;
    unequal.calibration = 0.0;
    unequal.unequal = true;
    struct sample sample;
    simulate(&alone, &alone, 400, &sample);
    expect_near(sample.uniformity, 400, 0.0);
    expect_near(sample.alignment, 400, 0.0);
    simulate(&unequal, &unequal, 400, &sample);
    expect_near(sample.uniformity, 400, 0.0);
}

static double spread(const struct setting *s, const struct setting *reference)
{
    struct spenn_model m = {0}, base = {0};
    struct spenn_arena memory = {0};
    make(s, &m);
    make(reference, &base);
    double v0 = spenn_practice_spread(spenn_practice_new(&memory, &m, &base, NULL));
    spenn_arena_free(&memory);
    spenn_model_free(&base);
    spenn_model_free(&m);
    return v0;
}

static void v0_is_the_variance_of_independent_units_weighted_by_cases(void **state)
{
    (void)state;
    struct setting unequal = usual, merged = usual;
    unequal.regions = merged.regions = 3;
    unequal.unequal = true; /* weights 1/6, 2/6, 3/6 */
    merged.merged = 2;
    expect_equal(spread(&usual, &usual), 1.25 * (1.0 - 1.0 / 6), 1e-12);
    expect_equal(spread(&unequal, &unequal), 1.25 * (1.0 - 14.0 / 36), 1e-12);
    expect_equal(spread(&merged, &merged), 1.25 * (1.0 - 5.0 / 9), 1e-12);
    merged.norms = 9.0; /* an alternative's own numbers do not change the scale */
    struct setting apart = usual;
    apart.regions = 3;
    expect_equal(spread(&merged, &apart), 1.25 * (1.0 - 3.0 / 9), 1e-12);
}

static void more_meetings_more_pull_and_less_video_make_practice_more_uniform(
    void **state)
{
    (void)state;
    struct setting rare = usual, weak = usual, distant = usual;
    rare.days = 20;
    weak.calibration = 0.1;
    distant.video = 1.0;
    struct sample much, less;
    simulate(&usual, &usual, 30, &much);
    const struct setting *lesser[] = {&rare, &weak, &distant};
    for (size_t i = 0; i < 3; i++) {
        simulate(lesser[i], &usual, 30, &less);
        for (int32_t r = 0; r < 30; r++) { /* same luck: in every replication */
            assert_true(less.uniformity[r] < much.uniformity[r]);
        }
    }
}

static void merged_origins_share_one_practice(void **state)
{
    (void)state;
    struct setting apart = usual, two = usual, all = usual;
    apart.days = two.days = all.days = 0;
    two.merged = 2;
    all.merged = all.regions;
    struct sample sample;
    simulate(&two, &apart, 400, &sample);
    /* weights 2/6 and four times 1/6, against six times 1/6 */
    expect_near(sample.uniformity, 400, 1.0 - (1.0 - 8.0 / 36) / (1.0 - 6.0 / 36));
    simulate(&all, &apart, 30, &sample);
    for (int32_t r = 0; r < 30; r++) {
        expect_equal(sample.uniformity[r], 1.0, 1e-12);
    }
    simulate(&all, &all, 1, &sample); /* nothing could differ in the first place */
    assert_true(isnan(sample.uniformity[0]));
}

static void alternatives_meet_the_same_norms_and_the_same_luck(void **state)
{
    (void)state;
    struct setting reversed = usual, untouched = usual, alone = usual;
    reversed.reversed = true;
    untouched.calibration = 0.0;
    alone.days = 0;
    struct sample a, b;
    simulate(&usual, &usual, 30, &a);
    simulate(&reversed, &usual, 30, &b);
    for (int32_t r = 0; r < 30; r++) { /* row numbers play no part */
        expect_equal(a.uniformity[r], b.uniformity[r], 1e-9);
        expect_equal(a.alignment[r], b.alignment[r], 1e-9);
    }
    simulate(&untouched, &usual, 30, &a);
    simulate(&alone, &usual, 30, &b);
    for (int32_t r = 0; r < 30; r++) { /* nor does a meeting that has no effect */
        expect_equal(a.uniformity[r], b.uniformity[r], 0.0);
    }
}

static void contact_with_the_director_spreads_practice_and_strategy(void **state)
{
    (void)state;
    struct setting none = usual, some = usual, much = usual;
    none.days = some.days = much.days = 0;
    some.contacts = 12 / SPENN_YEAR;
    much.contacts = 250 / SPENN_YEAR;
    struct sample a, b, c;
    simulate(&none, &none, 60, &a);
    simulate(&some, &none, 60, &b);
    simulate(&much, &none, 60, &c);
    assert_true(mean(b.uniformity, 60) > mean(a.uniformity, 60));
    assert_true(mean(c.uniformity, 60) > mean(b.uniformity, 60));
    assert_true(mean(b.alignment, 60) > mean(a.alignment, 60));
    assert_true(mean(c.alignment, 60) > mean(b.alignment, 60));
}

static void two_units_in_contact_are_a_meeting_of_two(void **state)
{
    (void)state;
    struct setting two = usual;
    two.regions = 2;
    two.days = 0;
    struct spenn_model m = {0};
    struct spenn_arena memory = {0};
    make(&two, &m);
    int32_t c = spenn_table_add(&m.memory, &m.contacts, &spenn_contacts_type);
    m.contacts.a[c] = 2;
    m.contacts.b[c] = 1;
    m.contacts.meets[c] = 1.0 / (5 * SPENN_DAY);
    struct spenn_practice_state *s =
        spenn_practice_state_new(&memory, spenn_practice_new(&memory, &m, NULL, NULL));
    double uniformity[400];
    for (int32_t r = 0; r < 400; r++) {
        uniformity[r] =
            spenn_practice_run(s, &(struct spenn_sim_run){7, r, 3000.0, SPENN_YEAR, 0},
                (struct spenn_practice_weekly){0})
                .uniformity;
    }
    struct setting same = two; /* pull 0.1 = calibration x 0.8 */
    same.days = 5;
    same.calibration = 0.125;
    expect_near(uniformity, 400, theory_of_uniformity(&same));
    spenn_arena_free(&memory);
    spenn_model_free(&m);
}

/* Alignment of a model over 60 replications. */
static double mean_alignment(const struct spenn_model *m)
{
    struct spenn_arena memory = {0};
    struct spenn_practice_state *s =
        spenn_practice_state_new(&memory, spenn_practice_new(&memory, m, NULL, NULL));
    double alignment[60];
    for (int32_t r = 0; r < 60; r++) {
        alignment[r] = spenn_practice_run(s,
            &(struct spenn_sim_run){2014, r, 15000.0, SPENN_YEAR, 0},
            (struct spenn_practice_weekly){0})
                           .alignment;
    }
    spenn_arena_free(&memory);
    return mean(alignment, 60);
}

/* direktor - avdeling - r0, r1, ...: the regions no longer report to the director. */
static void strategy_passes_down_the_line_and_loses_on_the_way(void **state)
{
    (void)state;
    struct setting near = usual;
    near.days = 0;
    near.contacts = 52 / SPENN_YEAR;
    struct spenn_model direct = {0}, through = {0}, cut = {0};
    make(&near, &direct);
    make(&near, &through);
    make(&near, &cut);
    spenn_id layer = add_unit(&through, "avdeling", SPENN_DEPARTMENT, 0);
    spenn_id alone = add_unit(&cut, "avdeling", SPENN_DEPARTMENT, SPENN_NONE);
    for (int32_t u = 1; u <= near.regions; u++) {
        through.units.parent[u] = layer;
        cut.units.parent[u] = alone;
    }
    double best = mean_alignment(&direct), less = mean_alignment(&through);
    assert_true(best > less + 0.05);
    assert_true(less > mean_alignment(&cut) + 0.05);
    spenn_model_free(&direct);
    spenn_model_free(&through);
    spenn_model_free(&cut);
}

static void a_second_superior_sends_signals_too_but_an_adviser_does_not(void **state)
{
    (void)state;
    struct setting cut = usual;
    cut.days = 0;
    cut.contacts = 52 / SPENN_YEAR;
    double alignment[2];
    for (int32_t k = 0; k < 2; k++) {
        struct spenn_model m = {0};
        make(&cut, &m);
        for (int32_t u = 1; u <= cut.regions; u++) {
            m.units.parent[u] = SPENN_NONE;
            int32_t e = spenn_table_add(&m.memory, &m.lines, &spenn_lines_type);
            m.lines.kind[e] = k ? SPENN_LINE_PROFESSIONAL : SPENN_LINE_ADVISORY;
            m.lines.to[e] = u; /* from the director */
        }
        alignment[k] = mean_alignment(&m);
        spenn_model_free(&m);
    }
    assert_true(alignment[1] > alignment[0] + 0.2);
}

/* Two units with n superiors each, who meet them every day and change all their minds:
 * what is left of the variance that norms give them. */
static double variance_left(int32_t n, bool joint)
{
    struct spenn_model m = {0};
    struct spenn_arena memory = {0};
    struct setting s = usual;
    s.regions = 2;
    s.days = 0;
    s.noise = 0.0;
    s.norms = 1.0;
    s.contacts = n > 0 ? 1.0 / SPENN_DAY : 0.0;
    make(&s, &m);
    m.assume.value[SPENN_CONTACT_CALIBRATION] = 1.0;
    for (int32_t u = 1; u <= s.regions; u++) {
        m.units.parent[u] = SPENN_NONE;
    }
    for (int32_t i = 0; i < n * s.regions; i++) {
        spenn_id ministry = add_unit(
            &m, spenn_arena_format(&m.memory, "dep-%d", i), SPENN_DEPARTMENT, SPENN_NONE);
        int32_t e = spenn_table_add(&m.memory, &m.lines, &spenn_lines_type);
        m.lines.kind[e] = SPENN_LINE_PROFESSIONAL;
        m.lines.from[e] = ministry;
        m.lines.to[e] = 1 + i % s.regions;
        m.lines.letter[e] = joint ? "brev" : NULL;
    }
    struct spenn_practice_state *state =
        spenn_practice_state_new(&memory, spenn_practice_new(&memory, &m, NULL, NULL));
    struct spenn_practice_result r = spenn_practice_run(state,
        &(struct spenn_sim_run){2014, 0, 15000.0, SPENN_YEAR, 0},
        (struct spenn_practice_weekly){0});
    spenn_arena_free(&memory);
    spenn_model_free(&m);
    return 1.0 - r.uniformity;
}

/* A unit of norm m, y = m (1 - a) + a y before the day's contacts, and superiors of norm
 * 0 at a s. One leaves it at m / 2. Of two, each for itself: s = (y + a s) / 2, then y =
 * (s + a y) / 2. With one letter both say their mean: s = ((a s + a y) / 2 + y) / 2, then
 * y = ((s + a y) / 2 + s) / 2. */
static void a_joint_letter_is_one_signal(void **state)
{
    (void)state;
    double alone = variance_left(0, false), a = exp(-usual.theta * SPENN_DAY);
    double apart = (1 - a) / ((2 - a) * (2 - a) - a);
    double joint = 6 * (1 - a) / ((4 - a) * (4 - a) - 9 * a);
    expect_equal(variance_left(1, false), alone / 4, 1e-9);
    expect_equal(variance_left(1, true), alone / 4, 1e-9);
    expect_equal(variance_left(2, false), alone * apart * apart, 1e-9);
    expect_equal(variance_left(2, true), alone * joint * joint, 1e-9);
    assert_true(joint > apart + 0.05);
}

static void a_leader_without_time_has_no_contact(void **state)
{
    (void)state;
    struct setting contact = usual;
    contact.days = 0;
    contact.contacts = 52 / SPENN_YEAR;
    struct spenn_model m = {0};
    struct spenn_arena memory = {0};
    make(&contact, &m);
    double time[most] = {0}; /* of the director: none */
    struct spenn_practice_state *busy =
        spenn_practice_state_new(&memory, spenn_practice_new(&memory, &m, NULL, time));
    struct sample alone;
    contact.contacts = 0.0;
    simulate(&contact, &contact, 1, &alone);
    struct spenn_practice_result r =
        spenn_practice_run(busy, &(struct spenn_sim_run){2014, 0, 15000.0, SPENN_YEAR, 0},
            (struct spenn_practice_weekly){0});
    expect_equal(r.uniformity, alone.uniformity[0], 0.0);
    expect_equal(r.alignment, alone.alignment[0], 0.0);
    spenn_arena_free(&memory);
    spenn_model_free(&m);
}

static void weeks_of_the_series_average_to_the_window(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    struct spenn_arena memory = {0};
    make(&usual, &m);
    struct spenn_practice_state *s =
        spenn_practice_state_new(&memory, spenn_practice_new(&memory, &m, NULL, NULL));
    double value[3 * 60];
    struct spenn_practice_result r =
        spenn_practice_run(s, &(struct spenn_sim_run){1, 0, 0.0, 52 * SPENN_WEEK, 0},
            (struct spenn_practice_weekly){value, 3, 60});
    double uniformity = 0.0, alignment = 0.0;
    for (int32_t w = 0; w < 52; w++) {
        uniformity += value[3 * w] / 52;
        alignment += value[3 * w + 1] / 52;
    }
    expect_equal(uniformity, r.uniformity, 1e-12);
    expect_equal(alignment, r.alignment, 1e-12);
    spenn_arena_free(&memory);
    spenn_model_free(&m);
}

static void a_model_without_practice_has_no_plan_of_it(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    struct spenn_arena memory = {0};
    make(&usual, &m);
    for (int32_t o = 0; o < m.origins.count; o++) {
        m.origins.practice[o] = false;
    }
    assert_null(spenn_practice_new(&memory, &m, NULL, NULL));
    spenn_arena_free(&memory);
    spenn_model_free(&m);
}
int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_contact_practice_spreads_as_v0_says),
        cmocka_unit_test(v0_is_the_variance_of_independent_units_weighted_by_cases),
        cmocka_unit_test(
            more_meetings_more_pull_and_less_video_make_practice_more_uniform),
        cmocka_unit_test(merged_origins_share_one_practice),
        cmocka_unit_test(alternatives_meet_the_same_norms_and_the_same_luck),
        cmocka_unit_test(contact_with_the_director_spreads_practice_and_strategy),
        cmocka_unit_test(two_units_in_contact_are_a_meeting_of_two),
        cmocka_unit_test(strategy_passes_down_the_line_and_loses_on_the_way),
        cmocka_unit_test(a_second_superior_sends_signals_too_but_an_adviser_does_not),
        cmocka_unit_test(a_joint_letter_is_one_signal),
        cmocka_unit_test(a_leader_without_time_has_no_contact),
        cmocka_unit_test(weeks_of_the_series_average_to_the_window),
        cmocka_unit_test(a_model_without_practice_has_no_plan_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
