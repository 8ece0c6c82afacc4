/* SPDX-License-Identifier: MIT
 * Compiling the ladder: of each coordinating task what it needs, of each unit its key,
 * its place on the line and its forums. */
#include "ladder_plan.h"

#include "plan.h"
#include "resolve.h"
#include "text.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static const double surely = 20.0; /* standard deviations: never or always */

/* Quantile of a normal, kept finite. */
static double quantile(double share)
{
    return fmax(-surely, fmin(surely, gsl_cdf_ugaussian_Pinv(share)));
}

static struct spenn_plan_ladder make_ladder(const struct spenn_model *m, spenn_id t)
{
    const struct spenn_coordinations *all = &m->coordinations;
    const double *assume = m->assume.value;
    double given = all->conflict[t];
    double conflict = isnan(given) ? assume[SPENN_CONFLICT] : given;
    double gain = quantile(1.0 - conflict);
    double left = conflict * assume[SPENN_NO_HARM_CONFLICT];
    return (struct spenn_plan_ladder){
        .parties = all->parties[t],
        .needed = all->step[t],
        .tries = all->tries[t],
        .consent = all->consent[t],
        .takes = {false, spenn_coordination_takes(all, t, 1),
            spenn_coordination_takes(all, t, 2), spenn_coordination_takes(all, t, 3)},
        .hierarchy = spenn_coordination_is_ruled(all, t),
        .chain = all->ladder[t] == SPENN_LADDER_CHAIN,
        .line = all->messages[t] == SPENN_MESSAGES_LINE,
        .lead = all->lead[t],
        .arbiter = all->cuts_through[t] ? all->lead[t] : all->arbiter[t],
        .forum = all->forum[t],
        .gain = gain,
        .spare = quantile(1.0 - left) - gain,
        .own = all->own_weight[t],
        .again = all->again_after[t],
        .part = spenn_law_ready(&all->implementation[t]),
    };
}

static struct spenn_law_ready visit_law(const struct spenn_model *m, double mean)
{
    int32_t law = (int32_t)m->assume.value[SPENN_SERVICE_LAW];
    struct spenn_time visit = {.mean = mean, .law = law, .shape = spenn_law_shape(law)};
    return spenn_law_ready(&visit);
}

static void make_laws(const struct spenn_model *m, struct spenn_ladder_plan *ladder)
{
    static const int32_t time[] = {
        [SPENN_PHASE_MESSAGES] = SPENN_MESSAGE_TIME,
        [SPENN_PHASE_UNDERSTANDING] = SPENN_TALK_TIME,
        [SPENN_PHASE_NO_HARM] = SPENN_CONSENT_TIME,
        [SPENN_PHASE_ANSWER] = SPENN_CONSENT_TIME,
        [SPENN_PHASE_ARBITRATION] = SPENN_ARBITRATION_TIME,
    };
    for (size_t phase = 0; phase < sizeof time / sizeof *time; phase++) {
        ladder->law[phase] = visit_law(m, m->assume.value[time[phase]]);
    }
}

static int32_t depth_of(const struct spenn_model *m, int32_t *depth, spenn_id u)
{
    int32_t up = 0, known = 0;
    for (spenn_id v = u; v != SPENN_NONE; v = m->units.parent[v]) {
        known = depth[v];
        if (known) {
            break;
        }
        up++;
    }
    int32_t below = known + up;
    for (spenn_id v = u; v != SPENN_NONE && !depth[v]; v = m->units.parent[v]) {
        depth[v] = below--;
    }
    return depth[u];
}

static void make_units(struct spenn_sim_plan *plan, struct spenn_ladder_plan *ladder)
{
    const struct spenn_model *m = plan->m;
    struct spenn_arena scratch = {0};
    size_t units = (size_t)m->units.count;
    ladder->key = spenn_arena_alloc(&plan->memory, units, sizeof *ladder->key);
    ladder->depth = spenn_arena_alloc(&plan->memory, units, sizeof *ladder->depth);
    for (spenn_id u = 0; u < m->units.count; u++) {
        ladder->key[u] =
            spenn_text_hash(spenn_arena_format(&scratch, "party/%s", plan->name[u]));
        (void)depth_of(m, ladder->depth, u);
    }
    spenn_arena_free(&scratch);
}

int32_t spenn_ladder_others(const struct spenn_sim_plan *plan, int32_t s, spenn_id u)
{
    const struct spenn_model *m = plan->m;
    int32_t others = 0;
    for (int32_t i = 0; i < m->streams.partners[s]; i++) {
        others += m->partners.unit[m->streams.first_partner[s] + i] != u;
    }
    return others;
}

/* The lead may join the parties. */
static int32_t most_parties(
    const struct spenn_sim_plan *plan, const struct spenn_ladder_plan *ladder)
{
    const struct spenn_model *m = plan->m;
    int32_t most = 2;
    for (int32_t s = 0; s < m->streams.count; s++) {
        int32_t wanted = ladder->task[m->streams.task[s]].parties;
        int32_t there = m->streams.partners[s] + 1;
        int32_t parties = 1 + (wanted < there ? wanted : there);
        most = wanted && parties > most ? parties : most;
    }
    return most;
}

const struct spenn_ladder_plan *spenn_ladder_plan_new(struct spenn_sim_plan *plan)
{
    const struct spenn_model *m = plan->m;
    const double *assume = m->assume.value;
    bool any = false;
    for (spenn_id t = 0; t < plan->task_count; t++) {
        any = any || plan->task[t].coordinates;
    }
    if (!any) {
        return NULL;
    }
    struct spenn_ladder_plan *ladder =
        spenn_arena_alloc(&plan->memory, 1, sizeof *ladder);
    *ladder = (struct spenn_ladder_plan){
        .understanding = assume[SPENN_UNDERSTANDING],
        .tie_effect = assume[SPENN_TIE_EFFECT],
        .unprepared = assume[SPENN_UNPREPARED_CONSENT],
        .imposed_no_harm = assume[SPENN_IMPOSED_NO_HARM],
        .imposed_joint = assume[SPENN_IMPOSED_JOINT],
        .rework = assume[SPENN_UNPREPARED_REWORK],
    };
    ladder->task =
        spenn_arena_alloc(&plan->memory, (size_t)plan->task_count, sizeof *ladder->task);
    for (spenn_id t = 0; t < plan->task_count; t++) {
        if (plan->task[t].coordinates) {
            ladder->task[t] = make_ladder(m, t);
        }
    }
    make_laws(m, ladder);
    make_units(plan, ladder);
    ladder->regular = spenn_plan_regular(plan);
    ladder->width = most_parties(plan, ladder);
    return ladder;
}
