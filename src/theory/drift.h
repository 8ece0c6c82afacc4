/* SPDX-License-Identifier: MIT
 * Practice in closed form (docs/model.md, section 7.8): views drift as Ornstein-Uhlenbeck
 * processes in days of 7.5 h to local norms, and all come together every `days` days,
 * where each goes the share `pull` of the way to their mean. `drift` is the rate a day;
 * `noise` and `norms` are standard deviations, of a view about its norm and of norms.
 * NAN unless days are whole from 1, pull is in [0, 1], drift above 0. */
#ifndef SPENN_DRIFT_H
#define SPENN_DRIFT_H

/* 1 - V / V0 of units that all meet, each day measured after its meeting; it depends
 * neither on how many they are nor on their weights. */
double spenn_meeting_uniformity(
    double days, double pull, double drift, double noise, double norms);

/* The same when only `present` of `units` (equal weights) come. x: days, pull, drift,
 * noise, norms, units, present. */
double spenn_partial_uniformity(const double *x);

/* 1 - A / 2 when the top leader, whose strategy drifts at rate `drift` a day, is there.
 */
double spenn_meeting_alignment(double days, double pull, double drift);

#endif
