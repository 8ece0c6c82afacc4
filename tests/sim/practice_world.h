/* SPDX-License-Identifier: MIT
 * A small organization whose practice is known in closed form, and samples of it. */
#ifndef TESTS_PRACTICE_WORLD_H
#define TESTS_PRACTICE_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "practice.h"
#include "quantity.h"
#include "tables.h"

#include <math.h>

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
};

static const struct setting usual = {.regions = 6,
    .theta = 4 / SPENN_YEAR,
    .noise = 0.5,
    .norms = 1.0,
    .days = 10,
    .calibration = 0.3,
    .strategy = 2 / SPENN_YEAR};

static inline spenn_id add_unit(
    struct spenn_model *m, const char *id, int32_t kind, spenn_id up)
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

static inline void add_region(
    struct spenn_model *m, const struct setting *s, int32_t number)
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

static inline void add_forum(struct spenn_model *m, const struct setting *s)
{
    spenn_id f = spenn_table_add(&m->memory, &m->forums, &spenn_forums_type);
    m->forums.id[f] = "mote";
    m->forums.chair[f] = s->director ? 0 : 1;
    m->forums.meets[f] = 1.0 / (s->days * SPENN_DAY);
    m->forums.lasts[f] = 2.0;
    m->forums.agenda[f] = 10;
    m->forums.video[f] = s->video;
    m->forums.commitment[f] = 0.8;
    for (spenn_id u = s->director ? 0 : 1; u < m->units.count; u++) {
        int32_t i = spenn_table_add(&m->memory, &m->members, &spenn_members_type);
        m->members.unit[i] = u;
        m->forums.size[f]++;
    }
}

static inline void make(const struct setting *s, struct spenn_model *m)
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
static inline double pull(const struct setting *s)
{
    return s->calibration * 0.8 * (1.0 - 0.5 * s->video);
}

/* Uniformity when all meet every `days` days, measured after the day's meetings: the
 * deviation of a unit has a part that follows its norm's deviation and a random part. */
static inline double theory_of_uniformity(const struct setting *s)
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

struct sample {
    double uniformity[512], alignment[512];
    int32_t count;
};

static inline void simulate(const struct setting *s, const struct setting *reference,
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

static inline double mean(const double *x, int32_t count)
{
    double sum = 0.0;
    for (int32_t i = 0; i < count; i++) {
        sum += x[i];
    }
    return sum / count;
}

/* How many standard errors the sample's mean lies from what was expected. */
static inline double distance(const double *x, int32_t count, double expected)
{
    double middle = mean(x, count), squares = 0.0;
    for (int32_t i = 0; i < count; i++) {
        squares += (x[i] - middle) * (x[i] - middle);
    }
    return (middle - expected) / sqrt(squares / (count - 1) / count);
}

static inline void expect_near(const double *x, int32_t count, double expected)
{
    double z = distance(x, count, expected);
    if (!(fabs(z) < 4.0)) {
        fail_msg("mean %.5f, expected %.5f, z = %.1f", mean(x, count), expected, z);
    }
}

#endif
