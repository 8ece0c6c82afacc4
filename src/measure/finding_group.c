/* SPDX-License-Identifier: MIT
 * Rules on groups: how many sit in them, and who. */
#include "finding.h"
#include "levels.h"
#include "quantity.h"

enum {
    warn_members = 14,
    most_members = 16,
    seldom = 12, /* meetings a year below which a group is no place for what is urgent */
};

/* Groups that decide: leadership and steering groups, and where a task is decided. */
void spenn_find_large_groups(struct spenn_search *s)
{
    const struct spenn_rest *r = s->rest;
    const struct spenn_model *m = r->m;
    bool *decides =
        spenn_arena_alloc(r->memory, (size_t)m->forums.count, sizeof *decides);
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        if (m->tasks.decided_in[t] != SPENN_NONE) {
            decides[m->tasks.decided_in[t]] = true;
        }
    }
    for (spenn_id f = 0; f < m->forums.count; f++) {
        bool group = decides[f] || m->forums.kind[f] == SPENN_FORUM_LEADERSHIP_GROUP
            || m->forums.kind[f] == SPENN_FORUM_STEERING_GROUP;
        if (!group || m->forums.size[f] < warn_members) {
            continue;
        }
        bool error = m->forums.size[f] > most_members;
        spenn_found_forum(s, f,
            spenn_arena_format(&s->found->memory,
                "%d members; from %d on a meeting tends to commit less%s",
                m->forums.size[f], (int)warn_members,
                error ? ", and more than 16 is beyond what the sources report" : ""));
        spenn_found_is(s, error ? SPENN_ERROR : SPENN_WARNING);
    }
}

/* The claim is about the group that decides with the top leader; that regions are the
 * most in a group which a department holds for them is the point of it. */
void spenn_find_majorities(struct spenn_search *s)
{
    const struct spenn_rest *r = s->rest;
    const struct spenn_model *m = r->m;
    for (spenn_id f = 0; f < m->forums.count; f++) {
        int32_t regions = spenn_forum_regions(m, f);
        if (m->forums.kind[f] == SPENN_FORUM_LEADERSHIP_GROUP && r->top != SPENN_NONE
            && spenn_model_is_member(m, f, r->top)
            && 2 * (int64_t)regions > m->forums.size[f]) {
            spenn_found_forum(s, f,
                spenn_arena_format(&s->found->memory,
                    "%d of %d members lead regions (%.1f %%, more than half)", regions,
                    m->forums.size[f], 100.0 * regions / m->forums.size[f]));
        }
    }
}

/* A leadership group of the top leader: with regions, or of head office alone. */
static bool is_group_of_top(const struct spenn_rest *r, spenn_id f, bool regions)
{
    const struct spenn_model *m = r->m;
    return m->forums.kind[f] == SPENN_FORUM_LEADERSHIP_GROUP && r->top != SPENN_NONE
        && spenn_model_is_member(m, f, r->top)
        && (spenn_forum_regions(m, f) > 0) == regions;
}

/* The full group of the top leader that meets most often; SPENN_NONE without any. */
static spenn_id full_group(const struct spenn_rest *r)
{
    const struct spenn_forums *forums = &r->m->forums;
    spenn_id full = SPENN_NONE;
    for (spenn_id f = 0; f < forums->count; f++) {
        if (is_group_of_top(r, f, true)
            && (full == SPENN_NONE || forums->meets[f] > forums->meets[full])) {
            full = f;
        }
    }
    return full;
}

/* A group of head office beside a full one that meets seldom, and tasks whose cases are
 * taken to an inner circle before the group that should decide them can be expected to
 * meet: half of the time between two meetings. */
void spenn_find_inner_circles(struct spenn_search *s)
{
    const struct spenn_rest *r = s->rest;
    const struct spenn_model *m = r->m;
    struct spenn_arena *memory = &s->found->memory;
    spenn_id full = full_group(r);
    bool rare = full != SPENN_NONE && m->forums.meets[full] * SPENN_YEAR < seldom - 1e-9;
    for (spenn_id f = 0; rare && f < m->forums.count; f++) {
        if (is_group_of_top(r, f, false) && m->forums.size[f] > 1) {
            spenn_found_forum(s, f,
                spenn_arena_format(memory,
                    "a group of head office beside '%s', which meets %g times a year, "
                    "fewer than %d",
                    m->forums.id[full], m->forums.meets[full] * SPENN_YEAR, (int)seldom));
        }
    }
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        spenn_id f = m->tasks.decided_in[t];
        double deadline = m->tasks.deadline[t].mean / SPENN_WEEK;
        if (f == SPENN_NONE || m->tasks.late[t] != SPENN_LATE_INNER_CIRCLE
            || deadline <= 0.0) {
            continue;
        }
        double wait = 1.0 / (2.0 * m->forums.meets[f]) / SPENN_WEEK;
        if (deadline < wait - 1e-9) {
            spenn_found_task(s, t,
                spenn_arena_format(memory,
                    "deadline of %.3g weeks, but %.3g until '%s' meets, on average: most "
                    "is left to the inner circle",
                    deadline, wait, m->forums.id[f]));
        }
    }
}

/* Region of each unit (the highest above it or itself), or SPENN_NONE. */
static spenn_id *regions_of(const struct spenn_rest *r)
{
    const struct spenn_model *m = r->m;
    spenn_id *region =
        spenn_arena_alloc(r->memory, (size_t)m->units.count, sizeof *region);
    for (int32_t i = r->tree.count; i-- > 0;) {
        spenn_id u = r->tree.order[i], above = m->units.parent[u];
        spenn_id own = m->units.kind[u] == SPENN_REGION ? u : SPENN_NONE;
        region[u] =
            above != SPENN_NONE && region[above] != SPENN_NONE ? region[above] : own;
    }
    return region;
}

/* By task: regions with cases of it that sit in the forum which decides them. */
static const int32_t *count_judges(const struct spenn_rest *r)
{
    const struct spenn_model *m = r->m;
    const spenn_id *region = regions_of(r);
    spenn_id *seen = /* one more for those in no region */
        spenn_arena_alloc(r->memory, (size_t)m->units.count + 1, sizeof *seen);
    int32_t *judges =
        spenn_arena_alloc(r->memory, (size_t)m->tasks.count, sizeof *judges);
    for (int32_t i = 0; i < m->streams.count; i++) {
        spenn_id t = m->streams.task[i], f = m->tasks.decided_in[t];
        int32_t routes = f == SPENN_NONE || m->tasks.hard[t] ? 0 : m->streams.routes[i];
        for (int32_t k = 0; k < routes; k++) {
            spenn_id own = region[m->routes.unit[m->streams.first_route[i] + k]];
            judges[t] += own != SPENN_NONE && seen[own] != t + 1
                && spenn_model_is_member(m, f, own);
            seen[own == SPENN_NONE ? m->units.count : own] = t + 1;
        }
    }
    return judges;
}

/* Single cases: tasks decided in a forum that are not `hard`. A matter of principle needs
 * to be talked over and is what the group is for; C53 is about the others. */
void spenn_find_single_cases(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    const int32_t *judges = count_judges(s->rest);
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        if (judges[t] > 0) {
            spenn_found_task(s, t,
                spenn_arena_format(&s->found->memory,
                    "single cases of %d of the regions whose leaders sit in '%s' are "
                    "decided there",
                    judges[t], m->forums.id[m->tasks.decided_in[t]]));
        }
    }
}
