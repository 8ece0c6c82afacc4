/* SPDX-License-Identifier: MIT
 * Rules on groups: how many sit in them, and who. */
#include "finding.h"

enum { warn_members = 14, most_members = 16 };

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
        s->found->severity[s->found->count - 1] = error ? SPENN_ERROR : SPENN_WARNING;
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
