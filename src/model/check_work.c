/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "parts.h"

#include <math.h>

enum { most_supports = 10000 }; /* of a task */

static bool check_time(const struct spenn_time *time)
{
    if (!(time->mean >= 0.0 && isfinite(time->mean))) {
        return false;
    }
    switch (time->law) {
    case SPENN_LAW_EXPONENTIAL:
    case SPENN_LAW_FIXED:
        return true;
    case SPENN_LAW_ERLANG:
        return time->shape >= 1.0 && floor(time->shape) == time->shape;
    case SPENN_LAW_HYPEREXPONENTIAL:
        return time->shape > 1.0;
    case SPENN_LAW_LOGNORMAL:
        return time->shape > 0.0;
    default:
        return false;
    }
}

static bool check_coordination(const struct spenn_checker *k, spenn_id t)
{
    const struct spenn_coordinations *all = &k->m->coordinations;
    struct spenn_where at = k->m->tasks.at[t];
    const char *id = k->m->tasks.id[t];
    if (!k->m->tasks.coordinates[t]) {
        return true;
    }
    if (all->parties[t] < 2) {
        return spenn_fail(k->err, at, "task '%s' needs two parties", id);
    }
    if (all->cuts_through[t] && all->lead[t] == SPENN_NONE) {
        return spenn_fail(k->err, at,
            "'cuts-through' of task '%s' needs a 'lead': it is who leads that cuts "
            "through",
            id);
    }
    return check_time(&all->implementation[t])
        || spenn_fail(k->err, at, "a time of task '%s' makes no sense", id);
}

static bool check_task(const struct spenn_checker *k, spenn_id t)
{
    const struct spenn_tasks *tasks = &k->m->tasks;
    struct spenn_where at = tasks->at[t];
    const char *id = tasks->id[t];
    double decision = tasks->decision[t].mean;
    bool ok = true;
    if (!check_time(&tasks->handling[t]) || !check_time(&tasks->decision[t])
        || !check_time(&tasks->deadline[t])) {
        ok = spenn_fail(k->err, at, "a time of task '%s' makes no sense", id);
    } else if (tasks->handling[t].mean + decision <= 0.0) {
        ok = spenn_fail(
            k->err, at, "task '%s' needs 'handling' or 'decision' above 0", id);
    }
    if (tasks->decided_in[t] != SPENN_NONE && !(decision > 0.0)) {
        ok = spenn_fail(k->err, at,
            "task '%s' is decided in a forum: it needs a 'decision' time above 0", id);
    }
    if (tasks->decided_in[t] != SPENN_NONE && tasks->decided_by[t] != SPENN_NONE) {
        ok = spenn_fail(k->err, at, "task '%s' is decided in two places", id);
    }
    if (tasks->late[t] != SPENN_LATE_NOTHING && tasks->deadline[t].mean <= 0.0) {
        ok = spenn_fail(k->err, at, "'late' of task '%s' needs a 'deadline'", id);
    }
    return check_coordination(k, t) && ok;
}

/* Routes are runs of one table, so their shares are summed in one order. */
static bool check_stream(const struct spenn_checker *k, int32_t s)
{
    const struct spenn_model *m = k->m;
    spenn_id t = m->streams.task[s];
    const char *task = m->tasks.id[t], *origin = m->origins.id[m->streams.origin[s]];
    int32_t first = m->streams.first_route[s];
    double sum = 0.0;
    bool ok = true, reach = m->streams.routes[s] > 0;
    if (!(m->streams.rate[s] > 0.0 && isfinite(m->streams.rate[s]))) {
        ok = spenn_fail(
            k->err, m->tasks.at[t], "'arrives' of task '%s' must be above 0", task);
    }
    for (int32_t r = first; r < first + m->streams.routes[s]; r++) {
        reach = reach && m->routes.unit[r] != SPENN_NONE && m->routes.share[r] >= 0.0;
        sum += m->routes.share[r];
    }
    if (!reach || !(fabs(sum - 1.0) < 1e-9)) {
        ok = spenn_fail(k->err, m->tasks.at[t],
            "cases of task '%s' from '%s' do not all reach a unit", task, origin);
    }
    return ok;
}

/* The engine counts the supports of a case in 16 bits. */
static bool check_support_counts(const struct spenn_checker *k)
{
    const struct spenn_supports *supports = &k->m->supports;
    struct spenn_arena scratch = {0};
    size_t tasks = (size_t)k->m->tasks.count;
    int32_t *count = spenn_arena_alloc(&scratch, tasks, sizeof *count);
    bool ok = true;
    for (int32_t i = 0; i < supports->count; i++) {
        spenn_id t = supports->task[i];
        if (++count[t] == most_supports + 1) {
            ok = spenn_fail(k->err, k->m->tasks.at[t], "'%s' has more than %d supports",
                k->m->tasks.id[t], most_supports);
        }
    }
    spenn_arena_free(&scratch);
    return ok;
}

static bool check_limits(const struct spenn_checker *k)
{
    const struct spenn_limits *limits = &k->m->limits;
    const struct spenn_supports *supports = &k->m->supports;
    bool ok = true;
    for (int32_t i = 0; i < limits->count; i++) {
        if (!(limits->limit[i] >= 0.0 && limits->limit[i] <= 1.0)) {
            ok = spenn_fail(k->err, k->m->tasks.at[limits->task[i]],
                "the authority of '%s' must be from 0 to 1",
                k->m->units.id[limits->unit[i]]);
        }
    }
    for (int32_t i = 0; i < supports->count; i++) {
        if (!(supports->share[i] >= 0.0 && supports->share[i] <= 1.0)) {
            ok = spenn_fail(k->err, k->m->tasks.at[supports->task[i]],
                "the share of support by '%s' must be from 0 to 1",
                k->m->units.id[supports->unit[i]]);
        }
    }
    return check_support_counts(k) && ok;
}

/* A case that climbs second lines must come to an end too. */
static bool check_climbs(const struct spenn_checker *k)
{
    const struct spenn_tasks *tasks = &k->m->tasks;
    bool done[SPENN_LINE_COUNT] = {[SPENN_LINE_LINE] = true};
    bool ok = true;
    for (spenn_id t = 0; t < tasks->count; t++) {
        if (done[tasks->via[t]]) {
            continue;
        }
        done[tasks->via[t]] = true;
        struct spenn_climb climb = spenn_climb_make(k->m, tasks->via[t], k->scratch);
        if (climb.circle != SPENN_NONE) {
            ok = spenn_fail(k->err, tasks->at[t],
                "task '%s' climbs %s lines in a circle: %s", tasks->id[t],
                spenn_line_kinds.file[tasks->via[t]],
                spenn_climb_path(k->m, &climb, k->scratch));
        }
    }
    return ok;
}

bool spenn_check_work(const struct spenn_checker *k)
{
    bool ok = true;
    for (spenn_id t = 0; t < k->m->tasks.count; t++) {
        ok = check_task(k, t) && ok;
    }
    for (int32_t s = 0; s < k->m->streams.count; s++) {
        ok = check_stream(k, s) && ok;
    }
    ok = check_limits(k) && ok;
    return check_climbs(k) && ok;
}
