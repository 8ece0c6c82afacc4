/* SPDX-License-Identifier: MIT
 * What theory says of every desk, agenda and task, then what replications show of it. */
#include "twin.h"

#include "interval.h"
#include "meeting.h"
#include "quantity.h"
#include "queueing.h"
#include "replicate.h"
#include "station.h"
#include "suite.h"

#include <math.h>
#include <string.h>

enum {
    relaxations = 10, /* of the slowest queue: warm-up, and least duration */
    batch = 64        /* replications of which all values are kept at a time */
};
/* A mean of fewer services or waits over all replications is too far from normal. */
static const double least_visits = 1000.0, least_waits = 300.0;
/* Within a replication a mean wait is a ratio, biased by the order of 1 / visits. */
static const double least_in_one = 400.0;
static const double family = 0.01;
static const char rare[] = "too few cases in these replications to say";

struct twinning {
    const struct spenn_model *m;
    const struct spenn_sim_plan *plan;
    const struct spenn_sim_flows *flows;
    const struct spenn_results *slots;
    struct spenn_stations stations;
    struct spenn_twin *twin;
    int32_t *slot; /* of a row */
    int32_t room;
    double *wait;               /* of a station; NAN: not known */
    struct spenn_moments *seen; /* of a row */
    struct spenn_arena scratch;
};

static void leave_out(struct twinning *t, const struct spenn_twin_gap *found)
{
    struct spenn_twin *twin = t->twin;
    for (int32_t i = 0; i < twin->gaps; i++) {
        struct spenn_twin_gap *gap = &twin->gap[i];
        if (gap->reason == found->reason && gap->flow == found->flow
            && gap->task == found->task) {
            gap->count++;
            return;
        }
    }
    twin->gap = spenn_arena_grow(&twin->table.memory, twin->gap, (size_t)twin->gaps,
        (size_t)twin->gaps + 1, sizeof *twin->gap);
    twin->gap[twin->gaps] = *found;
    twin->gap[twin->gaps].first = spenn_arena_text(&twin->table.memory, found->first);
    twin->gap[twin->gaps++].count = 1;
}

static void expect(struct twinning *t, const char *measure, const char *subject,
    double expected, const char *source)
{
    int32_t slot = spenn_results_find(t->slots, measure, subject);
    if (slot < 0) {
        return;
    }
    int32_t i = t->twin->table.count;
    if (i == t->room) {
        int32_t room = t->room ? 2 * t->room : 64;
        t->slot = spenn_arena_grow(
            &t->scratch, t->slot, (size_t)t->room, (size_t)room, sizeof *t->slot);
        t->room = room;
    }
    t->slot[i] = slot;
    struct spenn_verify_row *row =
        spenn_verify_add(&t->twin->table, measure, subject ? subject : "all");
    row->engine = true;
    row->expected = expected;
    row->source = source;
}

/* Hours, in all replications. */
static double looked(const struct twinning *t)
{
    return t->twin->duration * t->twin->replications;
}

static double wait_at(const struct twinning *t, int32_t i, const char **source)
{
    const struct spenn_stations *at = &t->stations;
    double rate = at->rate[i], mean = at->mean[i];
    switch (spenn_station_twin(at, t->flows, i)) {
    case SPENN_TWIN_MMC:
        *source = "Jackson 1957: M/M/c at the rate of the traffic equations";
        return spenn_mmc_wait(rate, 1.0 / mean, at->servers[i]);
    case SPENN_TWIN_MG1:
        *source = "Pollaczek 1930, Khinchin 1932: M/G/1";
        return spenn_mg1_wait(rate, mean, at->square[i] / (mean * mean) - 1.0);
    case SPENN_TWIN_MEETING:
        *source = "Bailey 1954: clocked bulk service";
        return spenn_meeting_wait(rate, mean, at->servers[i]);
    default:
        return NAN;
    }
}

/* Services, items, or meetings in all replications. */
static double observations(const struct twinning *t, int32_t i)
{
    bool agenda = t->flows->agenda[i];
    return looked(t) * (agenda ? 1.0 / t->stations.mean[i] : t->stations.rate[i]);
}

static bool waits_enough(const struct twinning *t, int32_t i)
{
    const struct spenn_stations *at = &t->stations;
    double visits = at->rate[i] * t->twin->duration;
    double delayed = t->flows->agenda[i] ? 1.0
        : at->servers[i] == 1
        ? t->flows->utilisation[i]
        : spenn_mmc_delayed(at->rate[i], 1.0 / at->mean[i], at->servers[i]);
    return visits >= least_in_one
        && visits * delayed * t->twin->replications >= least_waits;
}

static void expect_station(struct twinning *t, int32_t i)
{
    const char *subject = t->flows->subject[i], *source = NULL;
    int32_t flaws = t->stations.flaws[i];
    struct spenn_twin_gap gap = {.reason = spenn_station_reason(flaws), .first = subject};
    t->wait[i] = NAN;
    if (flaws & SPENN_FLAW_UNVISITED) {
        t->wait[i] = 0.0;
        return;
    }
    if (flaws & SPENN_FLAWS_OF_FLOW || observations(t, i) < least_visits) {
        gap.flow = true;
        gap.reason = flaws & SPENN_FLAWS_OF_FLOW ? gap.reason : rare;
        leave_out(t, &gap);
        return;
    }
    expect(t, "utilisation", subject, t->flows->utilisation[i], "traffic equations");
    t->wait[i] = wait_at(t, i, &source);
    if (!source || !waits_enough(t, i)) {
        gap.reason = source ? rare : gap.reason;
        leave_out(t, &gap);
        return;
    }
    expect(t, t->flows->agenda[i] ? "meeting-wait" : "desk-wait", subject, t->wait[i],
        source);
}

/* A unit's backlog is at both its desks. */
static void expect_backlogs(struct twinning *t)
{
    static const char little[] = "Little 1961: rate x time";
    int32_t units = t->m->units.count, count = units + t->m->forums.count;
    double *sum = spenn_arena_alloc(&t->scratch, (size_t)count, sizeof *sum);
    for (int32_t i = 0; i < t->flows->count; i++) {
        int32_t of = t->stations.row[i] + (t->flows->agenda[i] ? units : 0);
        sum[of] += t->stations.rate[i] > 0.0
            ? t->stations.rate[i] * (t->wait[i] + t->stations.stay[i])
            : 0.0;
    }
    for (int32_t of = 0; of < count; of++) {
        const char *id = of < units ? t->m->units.id[of] : t->m->forums.id[of - units];
        if (sum[of] > 0.0) {
            expect(t, "backlog", id, sum[of], little);
        }
    }
}

static void expect_tasks(struct twinning *t)
{
    for (spenn_id k = 0; k < t->stations.tasks; k++) {
        int32_t flaws = t->stations.task_flaws[k] & SPENN_FLAWS_OF_FLOW;
        const char *id = t->m->tasks.id[k];
        double rate = t->stations.task_rate[k];
        if (!(rate > 0.0)) {
            continue;
        }
        if (flaws || rate * looked(t) < least_visits) {
            const char *reason = flaws ? spenn_station_reason(flaws) : rare;
            leave_out(t, &(struct spenn_twin_gap){true, true, reason, 0, id});
            continue;
        }
        expect(t, "throughput", id, rate * SPENN_WEEK, "what arises is decided");
    }
}

static void choose_warm_up(struct twinning *t)
{
    double slowest = SPENN_WEEK / relaxations;
    for (int32_t i = 0; i < t->stations.count; i++) {
        if (!(t->stations.flaws[i] & SPENN_FLAWS_OF_FLOW)) {
            slowest = fmax(slowest, spenn_station_relaxation(&t->stations, t->flows, i));
        }
    }
    t->twin->warm_up = fmin(relaxations * slowest, t->twin->duration);
}

static void add_seen(struct twinning *t, const double *value, int32_t replications)
{
    for (int32_t i = 0; i < t->twin->table.count; i++) {
        for (int32_t r = 0; r < replications; r++) {
            ptrdiff_t at = (ptrdiff_t)r * t->slots->count + t->slot[i];
            spenn_moments_add(&t->seen[i], value[at]);
        }
    }
}

static bool replicate(struct twinning *t, const struct spenn_study_options *study)
{
    struct spenn_twin *twin = t->twin;
    struct spenn_sim_outcome room[batch], *outcome = room;
    double *value =
        spenn_arena_alloc(&t->scratch, batch * (size_t)t->slots->count, sizeof *value);
    struct spenn_crew *crew = spenn_crew_new(&t->plan, 1, study->jobs);
    int32_t count = 0;
    bool whole = true;
    t->seen =
        spenn_arena_alloc(&t->scratch, (size_t)twin->table.count + 1, sizeof *t->seen);
    for (int32_t done = 0; done < twin->replications && whole; done += count) {
        int32_t left = twin->replications - done;
        count = left < batch ? left : batch;
        whole = spenn_crew_run(crew,
                    &(struct spenn_batch){
                        .run = {.seed = study->has_seed ? study->seed : 1,
                            .replication = done,
                            .warm_up = twin->warm_up,
                            .duration = twin->duration},
                        .count = count,
                        .value = &value,
                        .outcome = &outcome,
                        .options = study,
                        .done = done,
                        .planned = twin->replications,
                        .what = t->m->id,
                    })
            == count;
        add_seen(t, value, count);
    }
    spenn_crew_free(crew);
    return whole;
}

/* Student's t that all rows together exceed by chance in one of a hundred models. */
static double critical_of(const struct spenn_twin *twin)
{
    double n = twin->replications;
    struct spenn_moments unit = {twin->replications, 0.0, n * (n - 1.0)};
    int32_t rows = twin->table.count > 0 ? twin->table.count : 1;
    return spenn_moments_half(&unit, family / rows);
}

static void judge(struct twinning *t)
{
    t->twin->critical = critical_of(t->twin);
    for (int32_t i = 0; i < t->twin->table.count; i++) {
        t->twin->table.row[i].tolerance = t->twin->critical;
        spenn_verify_judge(&t->twin->table.row[i], &t->seen[i]);
    }
}

bool spenn_twin_run(const struct spenn_model *m, const struct spenn_twin_options *options,
    struct spenn_twin *twin)
{
    *twin = (struct spenn_twin){
        .duration = options->duration, .replications = options->replications};
    struct spenn_sim_plan *plan = spenn_sim_plan_new(m, NULL);
    struct twinning t = {.m = m, .plan = plan, .twin = twin};
    t.flows = spenn_sim_flows(plan);
    t.slots = spenn_sim_slots(plan);
    t.stations = spenn_stations_find(plan, options->duration / relaxations, &t.scratch);
    t.wait = spenn_arena_alloc(&t.scratch, (size_t)t.flows->count, sizeof *t.wait);
    expect_tasks(&t);
    for (int32_t i = 0; i < t.flows->count; i++) {
        expect_station(&t, i);
    }
    expect_backlogs(&t);
    choose_warm_up(&t);
    bool ok = replicate(&t, options->study);
    if (ok) {
        judge(&t);
    }
    spenn_arena_free(&t.scratch);
    spenn_sim_plan_free(plan);
    return ok;
}

void spenn_twin_free(struct spenn_twin *twin)
{
    spenn_verification_free(&twin->table);
    *twin = (struct spenn_twin){0};
}
