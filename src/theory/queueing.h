/* SPDX-License-Identifier: MIT
 * One station in steady state. Arrivals are Poisson at `arrival` an hour, `service` is
 * the rate of one server, first come first served unless said. A wait is the time in the
 * queue, a sojourn the wait and the service, a number counts those in both. All are in
 * hours; NAN unless rates are above 0 and the queue is stable (arrival < servers x
 * service; with a limited room it always is). */
#ifndef SPENN_QUEUEING_H
#define SPENN_QUEUEING_H

/* M/M/1 (Kleinrock 1975, section 3.2): the sojourn is exponential at service - arrival.
 */
double spenn_mm1_wait(double arrival, double service);
double spenn_mm1_sojourn(double arrival, double service);
double spenn_mm1_number(double arrival, double service);
double spenn_mm1_sojourn_variance(double arrival, double service);
double spenn_mm1_sojourn_tail(double arrival, double service, double time); /* P(W > t) */
double spenn_mm1_sojourn_quantile(double arrival, double service, double p); /* [0, 1) */

/* M/M/c, servers 1 to 1e6: `delayed` is Erlang's C, the share that waits, from the
 * recursion 1/B_j = 1 + j / (a B_{j-1}) of Erlang's B. */
double spenn_mmc_delayed(double arrival, double service, double servers);
double spenn_mmc_wait(double arrival, double service, double servers);
double spenn_mmc_sojourn(double arrival, double service, double servers);
double spenn_mmc_number(double arrival, double service, double servers);
double spenn_mmc_wait_tail(double arrival, double service, double servers, double time);

/* M/G/1 (Pollaczek 1930, Khinchin 1932): arrival E[S^2] / 2(1 - load), with service times
 * of this mean and squared coefficient of variation (0 fixed, 1/k Erlang, 1 exponential).
 */
double spenn_mg1_wait(double arrival, double mean, double scv);
double spenn_mg1_number(double arrival, double mean, double scv);

/* M/M/1/K: at most `room` cases, the one in service counted; others are lost. The sojourn
 * is that of those let in. */
double spenn_mm1k_blocked(double arrival, double service, double room);
double spenn_mm1k_sojourn(double arrival, double service, double room);

/* Two classes at one server, class 1 before class 2, of arrivals `first` and `second`.
 * Non-preemptive (Cobham 1954): wait of class k with arrival E[S^2] / 2 over
 * (1 - s_{k-1})(1 - s_k), s_k the load of the classes up to k; any law of service.
 * Preemptive-resume (Kleinrock 1976, section 3.4), exponential service of one rate:
 * sojourn of class k 1 / service over the same. `class` is 1 or 2; only the classes up to
 * it need be stable when they interrupt. */
double spenn_priority_wait(
    double class, double first, double second, double mean, double scv);
double spenn_preemptive_sojourn(
    double class, double first, double second, double service);

#endif
