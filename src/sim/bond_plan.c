/* SPDX-License-Identifier: MIT
 * Ties and ownership as the traffic equations reckon with them: their means over the
 * first year, with the cases that will come. Each tends exponentially to where growth and
 * decay are level. */
#include "bond.h"

#include "plan.h"
#include "quantity.h"

#include <math.h>

const struct spenn_bond_plan *spenn_bond_plan_new(struct spenn_sim_plan *plan)
{
    const struct spenn_model *m = plan->m;
    struct spenn_bond_plan *bond = spenn_arena_alloc(&plan->memory, 1, sizeof *bond);
    bond->ownership = spenn_ownership_plan_make(m, &plan->memory);
    bond->rows = bond->ownership.first[bond->ownership.tasks];
    if (bond->rows) {
        bond->tie = spenn_tie_plan_make(m, spenn_plan_regular(plan));
    }
    return bond;
}

bool spenn_bond_concerns(const struct spenn_sim_plan *plan, spenn_id t)
{
    const int32_t *first = plan->bond->ownership.first;
    return first[t + 1] > first[t];
}

/* Mean over the first year of x with dx/dt = grow (1 - x) - fade x. */
static double first_year(double start, double grow, double fade)
{
    double rate = grow + fade;
    double level = rate > 0.0 ? grow / rate : start;
    double years = rate * SPENN_YEAR;
    return level + (start - level) * (years > 0.0 ? -expm1(-years) / years : 1.0);
}

enum { most_looked_at = 64 }; /* of the parties: a bound is asked for */

double spenn_bond_usual_tie(
    const struct spenn_sim_plan *plan, spenn_id t, const spenn_id *unit, int32_t units)
{
    const struct spenn_tie_plan *tie = &plan->bond->tie;
    const struct spenn_ownership_plan *parties = &plan->bond->ownership;
    double rows = parties->first[t + 1] - parties->first[t], talks = 0.0, sum = 0.0;
    if (units < 2) {
        return 0.0;
    }
    for (int32_t i = parties->first[t]; i < parties->first[t + 1]; i++) {
        talks += spenn_coordination_takes(&plan->m->coordinations, t, 2)
            ? parties->cases[i]
            : 0.0;
    }
    talks *= (units - 1) / (rows * (rows - 1.0)); /* of each pair */
    int32_t step = 1 + units / most_looked_at, pairs = 0;
    for (int32_t i = 0; i < units; i += step) {
        for (int32_t j = i + step; j < units; j += step, pairs++) {
            double lasting = spenn_tie_lasting(tie, unit[i], unit[j]);
            double grow = spenn_tie_growth(tie, unit[i], unit[j]) + tie->gain * talks;
            sum += first_year(lasting, grow, tie->decay);
        }
    }
    return sum / pairs;
}

double spenn_bond_usual_ownership(const struct spenn_sim_plan *plan, spenn_id t)
{
    const struct spenn_ownership_plan *parties = &plan->bond->ownership;
    const struct spenn_ownership_law *law = &parties->law[t];
    double missed = 1.0 - plan->m->assume.value[SPENN_UNDERSTANDING];
    double understood = spenn_coordination_takes(&plan->m->coordinations, t, 2)
        ? 1.0 - missed * missed * missed
        : 0.0;
    double sum = 0.0, cases = 0.0;
    for (int32_t i = parties->first[t]; i < parties->first[t + 1]; i++) {
        double renewals = 1.0 / law->letter
            + (parties->sits[i] ? 1.0 / law->meeting : 0.0)
            + understood * parties->cases[i];
        sum +=
            parties->cases[i] * first_year(law->start, law->gain * renewals, law->fade);
        cases += parties->cases[i];
    }
    return cases > 0.0 ? sum / cases : law->start;
}

bool spenn_bond_moves(const struct spenn_sim_plan *plan, spenn_id t)
{
    const struct spenn_ownership_law *law = &plan->bond->ownership.law[t];
    const double *assume = plan->m->assume.value;
    bool ties = assume[SPENN_TIE_GAIN] > 0.0 && assume[SPENN_TIE_EFFECT] > 0.0;
    return ties || law->fade > 0.0 || (law->gain > 0.0 && law->start < 1.0);
}
