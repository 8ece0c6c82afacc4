/* SPDX-License-Identifier: MIT */
#include "resolve.h"

double spenn_law_shape(int32_t law)
{
    switch (law) {
    case SPENN_LAW_ERLANG:
    case SPENN_LAW_HYPEREXPONENTIAL:
        return 2.0;
    case SPENN_LAW_FIXED:
        return 0.0;
    default:
        return 1.0;
    }
}

static void resolve_time(const struct spenn_model *m, struct spenn_time *time)
{
    if (time->given == SPENN_LAW_DEFAULT) {
        time->law = (int32_t)m->assume.value[SPENN_SERVICE_LAW];
        time->shape = spenn_law_shape(time->law);
    }
}

void spenn_model_resolve(struct spenn_model *m)
{
    const double *assumed = m->assume.value;
    struct spenn_forums *forums = &m->forums;
    for (spenn_id f = 0; f < forums->count; f++) {
        int32_t given = forums->given[f];
        if (!(given & SPENN_GIVEN_MEETS)) {
            forums->meets[f] = assumed[SPENN_FORUM_MEETS];
        }
        if (!(given & SPENN_GIVEN_LASTS)) {
            forums->lasts[f] = assumed[SPENN_FORUM_LASTS];
        }
        if (!(given & SPENN_GIVEN_AGENDA)) {
            forums->agenda[f] = (int32_t)assumed[SPENN_FORUM_AGENDA];
        }
        if (!(given & SPENN_GIVEN_VIDEO)) {
            forums->video[f] = assumed[SPENN_VIDEO];
        }
        if (!(given & SPENN_GIVEN_PREPARATION)) {
            forums->preparation[f] = assumed[SPENN_MEETING_PREPARATION];
        }
    }
    for (int32_t t = 0; t < m->tasks.count; t++) {
        resolve_time(m, &m->tasks.handling[t]);
        resolve_time(m, &m->tasks.decision[t]);
        resolve_time(m, &m->tasks.deadline[t]);
        resolve_time(m, &m->coordinations.implementation[t]);
    }
}
