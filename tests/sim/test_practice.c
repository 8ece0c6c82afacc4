/* SPDX-License-Identifier: MIT
 * Practice against its closed forms (derived in docs/model.md), and the laws that hold
 * for any numbers. Compiled a second time with SPENN_MUTANTS, where each broken formula
 * must be caught by the same comparison. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "practice.h"

#include "mutant.h"
#include "quantity.h"
#include "tables.h"

#include <math.h>
#include <stdio.h>

#ifdef SPENN_MUTANTS
enum spenn_mutant spenn_mutant;
#endif

enum { most = 16 };

/* A director and some regions, each an origin of cases; a forum of all regions.
 *
 *            direktor
 *     r0   r1   r2  ...        forum "mote": {r0, r1, r2, ...}, with the director on wish
 */
struct setting {
    int32_t regions;
    double theta;        /* drift, per hour */
    double noise, norms; /* standard deviations */
    int32_t days;        /* from meeting to meeting; 0: no forum */
    double calibration;
    double video;    /* share; video loses half */
    double contacts; /* per hour with the director */
    double strategy; /* drift of the strategy, per hour */
    bool director;   /* comes to the meetings */
    bool unequal;    /* region i has i + 1 cases an hour */
    int32_t merged;  /* the first so many origins are served by r0 */
    bool reversed;   /* regions stand in the tables from the last to the first */
    int32_t absent;  /* the last so many regions stay away from the meetings */
};

#ifndef SPENN_MUTANTS
static const struct setting usual = {.regions = 6,
    .theta = 4 / SPENN_YEAR,
    .noise = 0.5,
    .norms = 1.0,
    .days = 10,
    .calibration = 0.3,
    .strategy = 2 / SPENN_YEAR};
#endif

static spenn_id add_unit(struct spenn_model *m, const char *id, int32_t kind, spenn_id up)
{
    spenn_id u = spenn_table_add(&m->memory, &m->units, &spenn_units_type);
    m->units.id[u] = m->units.name[u] = m->units.group[u] = id;
    m->units.kind[u] = kind;
    m->units.parent[u] = up;
    m->units.leaders[u] = 1;
    m->units.speed[u] = 1.0;
    m->units.fte[u] = NAN;
    return u;
}

static void add_region(struct spenn_model *m, const struct setting *s, int32_t number)
{
    const char *id = spenn_arena_format(&m->memory, "r%d", number);
    spenn_id u = add_unit(m, id, SPENN_REGION, 0);
    int32_t o = spenn_table_add(&m->memory, &m->origins, &spenn_origins_type);
    m->origins.id[o] = id;
    m->origins.unit[o] = u;
    m->origins.practice[o] = true;
    int32_t i = spenn_table_add(&m->memory, &m->streams, &spenn_streams_type);
    m->streams.origin[i] = o;
    m->streams.rate[i] = s->unequal ? number + 1 : 1;
}

static void add_forum(struct spenn_model *m, const struct setting *s)
{
    spenn_id f = spenn_table_add(&m->memory, &m->forums, &spenn_forums_type);
    m->forums.id[f] = "mote";
    m->forums.chair[f] = s->director ? 0 : 1;
    m->forums.meets[f] = 1.0 / (s->days * SPENN_DAY);
    m->forums.lasts[f] = 2.0;
    m->forums.agenda[f] = 10;
    m->forums.video[f] = s->video;
    m->forums.commitment[f] = 0.8;
    for (spenn_id u = s->director ? 0 : 1; u < m->units.count - s->absent; u++) {
        int32_t i = spenn_table_add(&m->memory, &m->members, &spenn_members_type);
        m->members.unit[i] = u;
        m->forums.size[f]++;
    }
}

static void make(const struct setting *s, struct spenn_model *m)
{
    *m = (struct spenn_model){.id = "test"};
    double *assume = m->assume.value;
    assume[SPENN_DRIFT] = s->theta;
    assume[SPENN_DRIFT_NOISE] = s->noise;
    assume[SPENN_NORM_SPREAD] = s->norms;
    assume[SPENN_CALIBRATION] = s->calibration;
    assume[SPENN_CONTACT_CALIBRATION] = 0.1;
    assume[SPENN_CONTACT_MEETS] = s->contacts;
    assume[SPENN_STRATEGY_DRIFT] = s->strategy;
    assume[SPENN_VIDEO_LOSS] = 0.5;
    add_unit(m, "direktor", SPENN_EXECUTIVE, SPENN_NONE);
    for (int32_t i = 0; i < s->regions; i++) {
        add_region(m, s, s->reversed ? s->regions - 1 - i : i);
    }
    for (int32_t o = 0; o < s->merged; o++) {
        m->origins.unit[o] = 1;
    }
    if (s->days > 0) {
        add_forum(m, s);
    }
}

/* What a meeting closes of a gap in these settings. */
static double pull(const struct setting *s)
{
    return s->calibration * 0.8 * (1.0 - 0.5 * s->video);
}

/* Uniformity when all meet every `days` days, measured after the day's meetings: the
 * deviation of a unit has a part that follows its norm's deviation and a random part. */
static double theory_of_uniformity(const struct setting *s)
{
    double kept = 1.0 - pull(s), day = exp(-s->theta * SPENN_DAY);
    double gap = pow(day, s->days), sum = 0.0;
    double norm = kept * (1.0 - gap) / (1.0 - kept * gap);
    double noise = kept * kept * (1.0 - gap * gap) / (1.0 - kept * kept * gap * gap);
    for (int32_t j = 0; j < s->days; j++) {
        double near = 1.0 - (1.0 - norm) * pow(day, j);
        double random = 1.0 - (1.0 - noise) * pow(day, 2 * j);
        sum += s->norms * s->norms * near * near + s->noise * s->noise * random;
    }
    return 1.0 - sum / s->days / (s->norms * s->norms + s->noise * s->noise);
}

/* The same when some stay away (equal weights, no director): V is half the mean squared
 * difference of two regions, and a meeting leaves the mean of those who come alone. */
static double theory_with_absent(const struct setting *s)
{
    double n = s->regions, in = n - s->absent, out = s->absent;
    double apart = 1.0 - theory_of_uniformity(s);
    double across = 0.5 * (1.0 + 1.0 / in + (1.0 - 1.0 / in) * apart);
    double pairs = in * (in - 1.0) * apart + 2.0 * in * out * across + out * (out - 1.0);
    return 1.0 - pairs / (n * (n - 1.0));
}

/* Alignment when the director comes to the meetings: z is an exponentially weighted sum
 * of the strategies met, the strategy an AR(1) process from meeting to meeting. */
static double theory_of_alignment(const struct setting *s)
{
    double k = pull(s), kept = 1.0 - k, day = exp(-s->strategy * SPENN_DAY);
    double gap = pow(day, s->days), sum = 0.0;
    double variance = k / (2.0 - k) * (1.0 + kept * gap) / (1.0 - kept * gap);
    for (int32_t j = 0; j < s->days; j++) {
        sum += variance + 1.0 - 2.0 * pow(day, j) * k / (1.0 - kept * gap);
    }
    return 1.0 - sum / s->days / 2.0;
}

struct sample {
    double uniformity[512], alignment[512];
    int32_t count;
};

static void simulate(const struct setting *s, const struct setting *reference,
    int32_t count, struct sample *sample)
{
    struct spenn_model m = {0}, base = {0};
    struct spenn_arena memory = {0};
    make(s, &m);
    make(reference, &base);
    const struct spenn_practice *p = spenn_practice_new(&memory, &m, &base, NULL);
    struct spenn_practice_state *state = spenn_practice_state_new(&memory, p);
    sample->count = count;
    for (int32_t r = 0; r < count; r++) {
        struct spenn_sim_run run = {
            .seed = 2014, .replication = r, .warm_up = 15000.0, .duration = SPENN_YEAR};
        struct spenn_practice_result result =
            spenn_practice_run(state, &run, (struct spenn_practice_weekly){0});
        sample->uniformity[r] = result.uniformity;
        sample->alignment[r] = result.alignment;
    }
    spenn_arena_free(&memory);
    spenn_model_free(&base);
    spenn_model_free(&m);
}

static double mean(const double *x, int32_t count)
{
    double sum = 0.0;
    for (int32_t i = 0; i < count; i++) {
        sum += x[i];
    }
    return sum / count;
}

/* How many standard errors the sample's mean lies from what was expected. */
static double distance(const double *x, int32_t count, double expected)
{
    double middle = mean(x, count), squares = 0.0;
    for (int32_t i = 0; i < count; i++) {
        squares += (x[i] - middle) * (x[i] - middle);
    }
    return (middle - expected) / sqrt(squares / (count - 1) / count);
}

static void expect_near(const double *x, int32_t count, double expected)
{
    double z = distance(x, count, expected);
    if (!(fabs(z) < 4.0)) {
        fail_msg("mean %.5f, expected %.5f, z = %.1f", mean(x, count), expected, z);
    }
}

static const struct setting theories[] = {
    {.regions = 6,
        .theta = 4 / SPENN_YEAR,
        .noise = 0.5,
        .norms = 1.0,
        .days = 10,
        .calibration = 0.3,
        .strategy = 2 / SPENN_YEAR},
    {.regions = 6,
        .theta = 4 / SPENN_YEAR,
        .noise = 1.0,
        .norms = 0.0,
        .days = 10,
        .calibration = 0.3,
        .strategy = 2 / SPENN_YEAR},
    {.regions = 2,
        .theta = 12 / SPENN_YEAR,
        .noise = 0.5,
        .norms = 1.0,
        .days = 1,
        .calibration = 0.1,
        .strategy = 2 / SPENN_YEAR},
    {.regions = 16,
        .theta = 12 / SPENN_YEAR,
        .noise = 1.0,
        .norms = 0.5,
        .days = 20,
        .calibration = 1.0,
        .strategy = 6 / SPENN_YEAR,
        .director = true},
    {.regions = 9,
        .theta = 12 / SPENN_YEAR,
        .noise = 0.5,
        .norms = 2.0,
        .days = 65,
        .calibration = 0.6,
        .video = 0.5,
        .strategy = 2 / SPENN_YEAR,
        .director = true,
        .unequal = true},
    {.regions = 4,
        .theta = 4 / SPENN_YEAR,
        .noise = 0.5,
        .norms = 1.0,
        .days = 26,
        .calibration = 0.2,
        .video = 1.0,
        .strategy = 2 / SPENN_YEAR,
        .director = true,
        .unequal = true},
    {.regions = 8,
        .theta = 4 / SPENN_YEAR,
        .noise = 0.5,
        .norms = 1.0,
        .days = 5,
        .calibration = 0.5,
        .strategy = 2 / SPENN_YEAR,
        .absent = 3},
};

static void practice_agrees_with_the_closed_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof theories / sizeof *theories; i++) {
        const struct setting *s = &theories[i];
        struct sample sample;
        simulate(s, s, 200, &sample);
        expect_near(sample.uniformity, 200, theory_with_absent(s));
        if (s->director) {
            expect_near(sample.alignment, 200, theory_of_alignment(s));
        }
    }
}

#ifndef SPENN_MUTANTS
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
            spenn_practice_run(s, &(struct spenn_sim_run){7, r, 3000.0, SPENN_YEAR},
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
        spenn_practice_run(busy, &(struct spenn_sim_run){2014, 0, 15000.0, SPENN_YEAR},
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
        spenn_practice_run(s, &(struct spenn_sim_run){1, 0, 0.0, 52 * SPENN_WEEK},
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
#else
static bool agrees(const struct setting *s)
{
    struct sample sample;
    simulate(s, s, 200, &sample);
    bool all = fabs(distance(sample.uniformity, 200, theory_with_absent(s))) < 4.0;
    return all
        && (!s->director
            || fabs(distance(sample.alignment, 200, theory_of_alignment(s))) < 4.0);
}

static void every_broken_formula_is_caught_by_the_theory(void **state)
{
    (void)state;
    for (int mutant = SPENN_MUTANT_PRACTICE_PULL; mutant < SPENN_MUTANT_PRACTICE_END;
         mutant++) {
        spenn_mutant = (enum spenn_mutant)mutant;
        bool survives = true;
        for (size_t i = 0; i < sizeof theories / sizeof *theories; i++) {
            survives = survives && agrees(&theories[i]);
        }
        if (survives) {
            fail_msg("nothing noticed mutant %d", mutant);
        }
    }
    spenn_mutant = SPENN_MUTANT_NONE;
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(practice_agrees_with_the_closed_form),
#ifdef SPENN_MUTANTS
        cmocka_unit_test(every_broken_formula_is_caught_by_the_theory),
#else
        cmocka_unit_test(without_contact_practice_spreads_as_v0_says),
        cmocka_unit_test(v0_is_the_variance_of_independent_units_weighted_by_cases),
        cmocka_unit_test(
            more_meetings_more_pull_and_less_video_make_practice_more_uniform),
        cmocka_unit_test(merged_origins_share_one_practice),
        cmocka_unit_test(alternatives_meet_the_same_norms_and_the_same_luck),
        cmocka_unit_test(contact_with_the_director_spreads_practice_and_strategy),
        cmocka_unit_test(two_units_in_contact_are_a_meeting_of_two),
        cmocka_unit_test(a_leader_without_time_has_no_contact),
        cmocka_unit_test(weeks_of_the_series_average_to_the_window),
        cmocka_unit_test(a_model_without_practice_has_no_plan_of_it),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
