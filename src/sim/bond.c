/* SPDX-License-Identifier: MIT
 * Parties without ties that own their tasks: exact where tie-effect is 0 and ownership
 * does not fade. */
#include "bond.h"

double spenn_bond_tie(
    const struct spenn_sim_state *state, const spenn_id *unit, int32_t units)
{
    (void)state;
    (void)unit;
    (void)units;
    return 0.0;
}

double spenn_bond_ownership(const struct spenn_sim_state *state, spenn_id t, spenn_id u)
{
    (void)state;
    (void)t;
    (void)u;
    return 1.0;
}

void spenn_bond_treated(
    struct spenn_sim_state *state, const spenn_id *unit, int32_t units)
{
    (void)state;
    (void)unit;
    (void)units;
}

void spenn_bond_understood(
    struct spenn_sim_state *state, spenn_id t, const spenn_id *unit, int32_t units)
{
    (void)state;
    (void)t;
    (void)unit;
    (void)units;
}

double spenn_bond_first_tie(
    const struct spenn_sim_plan *plan, const spenn_id *unit, int32_t units)
{
    (void)plan;
    (void)unit;
    (void)units;
    return 0.0;
}

double spenn_bond_first_ownership(const struct spenn_sim_plan *plan, spenn_id t)
{
    (void)plan;
    (void)t;
    return 1.0;
}

bool spenn_bond_moves(const struct spenn_sim_plan *plan, spenn_id t)
{
    (void)plan;
    (void)t;
    return false;
}
