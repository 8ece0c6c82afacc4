/* SPDX-License-Identifier: MIT
 * Control variates (Lavenberg and Welch 1981; Law 2015, section 11.4): what a replication
 * had of luck in a load whose expectation the traffic equations know is taken off what it
 * had in a measure. One control a row, chosen by rule before anything is simulated. */
#ifndef SPENN_CONTROL_H
#define SPENN_CONTROL_H

#include "interval.h"
#include "sim.h"

struct spenn_control { /* of a row */
    bool helps;        /* else nothing is kept */
    int32_t flow; /* the desk or agenda whose utilisation it is; -1: of all the sum */
    struct spenn_moments measure, load;
    double products; /* sum of products of deviations */
};

/* The control of a row, in `memory` one for each of `slots`: of a desk's or agenda's row
 * its own utilisation, of any other row the sum of all. Only of times in line, backlogs
 * and amounts of work: other measures have nothing of a load's luck. */
struct spenn_control *spenn_controls_new(struct spenn_arena *memory,
    const struct spenn_results *slots, const struct spenn_sim_flows *flows);

/* Whether the traffic equations know the utilisation of a desk or agenda exactly. */
bool spenn_flow_known(const struct spenn_sim_flows *flows, int32_t i);

/* The load of a control, by the utilisation of each slot (`value`: of a replication;
 * NULL: expected). */
double spenn_control_load(
    const struct spenn_sim_flows *flows, int32_t flow, const double *value);

/* Adds a replication; a NAN in either is left out. */
void spenn_control_add(struct spenn_control *control, double measure, double load);

/* The mean of the measure at the expected load, with its interval: n - 2 degrees of
 * freedom. `share` is what is left of the variance, the loss of a degree counted:
 * (1 - r^2) (n - 2) / (n - 3). NAN with fewer than 4 values or a load that never varied.
 */
struct spenn_controlled {
    double mean, low, high, share;
};
struct spenn_controlled spenn_controlled(
    const struct spenn_control *control, double expected, double alpha);

#endif
