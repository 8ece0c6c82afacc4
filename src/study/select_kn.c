/* SPDX-License-Identifier: MIT
 * Kim and Nelson on paired replications. A batch may reach beyond the replication at
 * which an alternative goes: what is beyond is not looked at, so batches change nothing.
 */
#include "contest.h"
#include "kn.h"

#include <math.h>

enum { batch_after_first = 16 };

struct race {
    struct spenn_contest *contest;
    struct spenn_kn kn;
    double *value;    /* of each system */
    int32_t *running; /* worlds of those still in */
    int32_t *seen;    /* replications of each system in which it had a value */
    int32_t number;   /* of the next replication */
    bool more;
};

static int32_t find_running(struct race *race)
{
    int32_t count = 0;
    for (int32_t i = 0; i < race->kn.systems; i++) {
        if (race->kn.in[i]) {
            race->running[count++] = race->contest->world[i];
        }
    }
    return count;
}

static void withdraw_blocked(struct race *race)
{
    for (int32_t i = 0; i < race->kn.systems; i++) {
        if (race->kn.in[i]
            && spenn_contest_aside(race->contest, race->contest->world[i])) {
            spenn_kn_withdraw(&race->kn, i);
        }
    }
    race->more = race->more && race->kn.left > 1;
}

/* The value today, or in the first alternative that can be compared. */
static bool aim(struct race *race, struct spenn_error *err)
{
    struct spenn_contest *contest = race->contest;
    double alpha = 1 - contest->options->confidence;
    withdraw_blocked(race);
    int32_t first = 0;
    while (first < race->kn.systems - 1 && !race->kn.in[first]) {
        first++;
    }
    bool ok = spenn_contest_zone(contest, race->kn.own[first].mean, err);
    race->more =
        ok && race->more && spenn_kn_aim(&race->kn, contest->select->within, alpha);
    return ok;
}

/* Replication r of the batch in hand, where every alternative still in has a value. */
static bool take(struct race *race, int32_t r, struct spenn_error *err)
{
    struct spenn_contest *contest = race->contest;
    bool seen = true;
    for (int32_t i = 0; i < race->kn.systems; i++) {
        if (!race->kn.in[i]) {
            continue;
        }
        int32_t w = contest->world[i];
        spenn_field_open(&contest->field, w, r);
        race->value[i] =
            contest->sign * spenn_field_value(&contest->field, &contest->question, w, r);
        race->seen[i] += !isnan(race->value[i]);
        seen = seen && !isnan(race->value[i]);
    }
    contest->select->unseen += !seen;
    if (!seen) {
        return true;
    }
    race->more = spenn_kn_add(&race->kn, race->value);
    if (race->kn.count == race->kn.first) {
        return aim(race, err);
    }
    if (race->kn.count > race->kn.first) {
        withdraw_blocked(race);
    }
    return true;
}

/* One that never has a value would keep the others waiting for ever. */
static void withdraw_unseen(struct race *race)
{
    struct spenn_select *select = race->contest->select;
    for (int32_t i = 0; i < race->kn.systems; i++) {
        if (race->kn.in[i] && race->seen[i] == 0) {
            int32_t w = race->contest->world[i];
            select->status[w] = SPENN_SELECT_ASIDE;
            select->reason_nb[w] = "aldri observert";
            select->reason_en[w] = "never observed";
            spenn_kn_withdraw(&race->kn, i);
        }
    }
    race->more = race->more && race->kn.left > 1;
}

/* What progress calls the whole: all that may be needed of those still in. */
static void plan(struct race *race, int32_t running)
{
    int32_t most = race->contest->options->most;
    int32_t needed = race->kn.zone > 0 ? spenn_kn_most(&race->kn) : race->kn.first;
    int64_t left = (int64_t)(needed < most ? needed : most) - race->number;
    int64_t planned = race->contest->field.done + (left > 0 ? left : 0) * running;
    race->contest->field.planned = planned < INT32_MAX ? (int32_t)planned : INT32_MAX;
}

static bool run(struct race *race, struct spenn_error *err)
{
    const struct spenn_select_options *options = race->contest->options;
    struct spenn_field *field = &race->contest->field;
    bool ok = true, stopped = false;
    while (ok && race->more && !stopped && race->number < options->most) {
        int32_t missing = race->kn.first - race->kn.count;
        int32_t count = missing > 0 ? missing : batch_after_first;
        int32_t left = options->most - race->number;
        count = count < left ? count : left;
        count = count < field->group.batch ? count : field->group.batch;
        int32_t running = find_running(race);
        plan(race, running);
        int32_t done =
            spenn_field_run(field, race->running, running, race->number, count);
        stopped = done < count;
        for (int32_t r = 0; r < done && ok && race->more; r++) {
            ok = take(race, r, err);
        }
        race->number += done;
        if (ok && race->number >= race->kn.first && race->kn.count < race->kn.first) {
            withdraw_unseen(race);
        }
    }
    race->contest->select->study.interrupted = stopped;
    return ok;
}

static void finish(struct race *race)
{
    struct spenn_contest *contest = race->contest;
    struct spenn_select *select = contest->select;
    int32_t best = spenn_kn_best(&race->kn);
    bool settled = race->kn.left == 1;
    for (int32_t i = 0; i < race->kn.systems; i++) {
        int32_t w = contest->world[i];
        select->replications[w] = race->kn.used[i];
        select->mean[w] =
            race->kn.own[i].count ? contest->sign * race->kn.own[i].mean : NAN;
        if (select->status[w] == SPENN_SELECT_ASIDE) {
            continue;
        }
        select->status[w] = race->kn.in[i] ? SPENN_SELECT_LEFT : SPENN_SELECT_OUT;
        select->behind[w] = best >= 0 ? spenn_kn_difference(&race->kn, i, best) : NAN;
    }
    select->best = settled ? contest->world[best] : -1;
    select->study.replications = race->kn.count;
}

bool spenn_contest_kn(struct spenn_contest *contest, struct spenn_error *err)
{
    struct spenn_arena *memory = &contest->field.memory;
    size_t systems = (size_t)contest->systems;
    struct race race = {.contest = contest, .more = true};
    spenn_kn_make(&race.kn, memory, contest->systems, spenn_kn_first);
    race.value = spenn_arena_alloc(memory, systems, sizeof *race.value);
    race.seen = spenn_arena_alloc(memory, systems, sizeof *race.seen);
    race.running = spenn_arena_alloc(memory, systems, sizeof *race.running);
    bool ok = run(&race, err);
    finish(&race);
    return ok;
}
