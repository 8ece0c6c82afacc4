/* SPDX-License-Identifier: MIT
 * One station in steady state. */
#include "queueing.h"

#include "count.h"

static const double most_servers = 1e6;

static bool stable(double arrival, double service, double servers)
{
    return arrival > 0.0 && service > 0.0 && arrival < servers * service;
}

double spenn_mm1_wait(double arrival, double service)
{
    return stable(arrival, service, 1.0) ? arrival / service / (service - arrival) : NAN;
}

double spenn_mm1_sojourn(double arrival, double service)
{
    return stable(arrival, service, 1.0) ? 1.0 / (service - arrival) : NAN;
}

double spenn_mm1_number(double arrival, double service)
{
    return arrival * spenn_mm1_sojourn(arrival, service);
}

double spenn_mm1_sojourn_variance(double arrival, double service)
{
    double mean = spenn_mm1_sojourn(arrival, service);
    return mean * mean;
}

double spenn_mm1_sojourn_tail(double arrival, double service, double time)
{
    return time >= 0.0 ? exp(-time / spenn_mm1_sojourn(arrival, service)) : NAN;
}

double spenn_mm1_sojourn_quantile(double arrival, double service, double p)
{
    bool inside = p >= 0.0 && p < 1.0;
    return inside ? -log1p(-p) * spenn_mm1_sojourn(arrival, service) : NAN;
}

double spenn_mmc_delayed(double arrival, double service, double servers)
{
    if (!stable(arrival, service, servers)
        || !spenn_is_count(servers, 1.0, most_servers)) {
        return NAN;
    }
    double offered = arrival / service, inverse = 1.0; /* 1 / B */
    for (int j = 1; j <= (int)servers; j++) {
        inverse = 1.0 + j / offered * inverse;
    }
    double lost = 1.0 / inverse, load = offered / servers;
    return lost / (1.0 - load * (1.0 - lost));
}

double spenn_mmc_wait(double arrival, double service, double servers)
{
    double delayed = spenn_mmc_delayed(arrival, service, servers);
    return delayed / (servers * service - arrival);
}

double spenn_mmc_sojourn(double arrival, double service, double servers)
{
    return spenn_mmc_wait(arrival, service, servers) + 1.0 / service;
}

double spenn_mmc_number(double arrival, double service, double servers)
{
    return arrival * spenn_mmc_sojourn(arrival, service, servers);
}

double spenn_mmc_wait_tail(double arrival, double service, double servers, double time)
{
    double delayed = spenn_mmc_delayed(arrival, service, servers);
    return time >= 0.0 ? delayed * exp(-(servers * service - arrival) * time) : NAN;
}

double spenn_mg1_wait(double arrival, double mean, double scv)
{
    double load = arrival * mean;
    if (!(arrival > 0.0 && mean > 0.0 && scv >= 0.0 && load < 1.0)) {
        return NAN;
    }
    return load * mean * (1.0 + scv) / (2.0 * (1.0 - load));
}

double spenn_mg1_number(double arrival, double mean, double scv)
{
    return arrival * (spenn_mg1_wait(arrival, mean, scv) + mean);
}

/* Chances of 0 to `room` cases are proportional to the powers of the load. `sum` and
 * `weighted` are taken downwards from the largest or upwards, so no power overflows. */
struct powers {
    double sum, weighted, last;
};

static struct powers powers_to(double load, double room)
{
    struct powers p = {0};
    double base = load > 1.0 ? 1.0 / load : load, power = 1.0;
    for (int j = 0; j <= (int)room; j++) {
        int cases = load > 1.0 ? (int)room - j : j;
        p.sum += power;
        p.weighted += cases * power;
        p.last = cases == (int)room ? power : p.last;
        power *= base;
    }
    return p;
}

double spenn_mm1k_blocked(double arrival, double service, double room)
{
    if (!(arrival > 0.0 && service > 0.0 && spenn_is_count(room, 1.0, 1e6))) {
        return NAN;
    }
    struct powers p = powers_to(arrival / service, room);
    return p.last / p.sum;
}

double spenn_mm1k_sojourn(double arrival, double service, double room)
{
    double blocked = spenn_mm1k_blocked(arrival, service, room);
    if (isnan(blocked)) {
        return NAN;
    }
    struct powers p = powers_to(arrival / service, room);
    return p.weighted / p.sum / (arrival * (1.0 - blocked)); /* Little 1961 */
}

double spenn_priority_wait(
    double class, double first, double second, double mean, double scv)
{
    double high = first * mean, all = (first + second) * mean;
    if (!(first > 0.0 && second > 0.0 && mean > 0.0 && scv >= 0.0 && all < 1.0)
        || !spenn_is_count(class, 1.0, 2.0)) {
        return NAN;
    }
    double residual = all * mean * (1.0 + scv) / 2.0;
    return residual / ((1.0 - high) * (class > 1.0 ? 1.0 - all : 1.0));
}

double spenn_preemptive_sojourn(double class, double first, double second, double service)
{
    bool one = class == 1.0;
    double high = first / service, all = (first + second) / service;
    if (!(first > 0.0 && second > 0.0 && service > 0.0 && (one ? high : all) < 1.0)
        || !spenn_is_count(class, 1.0, 2.0)) {
        return NAN;
    }
    return 1.0 / service / ((1.0 - high) * (one ? 1.0 : 1.0 - all));
}
