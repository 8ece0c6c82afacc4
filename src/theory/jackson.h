/* SPDX-License-Identifier: MIT
 * Networks of M/M/1 stations in steady state (Jackson 1957): each is as if alone at the
 * rate that the traffic equations give it; and cases split into parts that meet again.
 * Sojourns are in hours, rates an hour; NAN where a station is not stable. */
#ifndef SPENN_JACKSON_H
#define SPENN_JACKSON_H

/* Three stations after another, every case through all: sum of 1 / (service - arrival).
 */
double spenn_tandem_sojourn(double arrival, double one, double two, double three);

/* One station to which a finished case returns with this chance (in [0, 1)): rate
 * arrival / (1 - back), visits 1 / (1 - back). */
double spenn_feedback_sojourn(double arrival, double service, double back);

/* A tree of `levels` levels (1 to 100), `span` below each but the lowest. Cases arise at
 * rate `arrival` at each lowest station; a finished case goes one level up with chance
 * `up`, at the top none does. Rate on level l from below: arrival (span up)^l; sojourn:
 * sum of up^l / (service - rate). `level` is counted from below, from 0. */
double spenn_escalation_rate(double arrival, double span, double up, double level);
double spenn_escalation_sojourn(
    double arrival, double service, double span, double up, double levels);

/* 1 + 1/2 + ... + 1/n: the mean maximum of n exponential times of mean 1. n 1 to 1e7. */
double spenn_harmonic(double n);

/* A case split over `servers` M/M/1 queues, done when the last part is: sojourn. Two:
 * (12 - load) / 8 / (service - arrival), exact (Flatto and Hahn 1984). Up to 32, within
 * some 5 %: [H_K / H_2 + (1 - H_K / H_2) 4 load / 11] of that of two (Nelson and Tantawi
 * 1988, equation 20). */
double spenn_fork_join_sojourn(double arrival, double service, double servers);

#endif
