/* SPDX-License-Identifier: MIT
 * Networks of stations, and parts that meet again. */
#include "jackson.h"

#include "count.h"
#include "queueing.h"

double spenn_tandem_sojourn(double arrival, double one, double two, double three)
{
    return spenn_mm1_sojourn(arrival, one) + spenn_mm1_sojourn(arrival, two)
        + spenn_mm1_sojourn(arrival, three);
}

double spenn_feedback_sojourn(double arrival, double service, double back)
{
    double visits = back >= 0.0 && back < 1.0 ? 1.0 / (1.0 - back) : NAN;
    return visits * spenn_mm1_sojourn(arrival * visits, service);
}

double spenn_escalation_rate(double arrival, double span, double up, double level)
{
    if (!(arrival > 0.0 && up >= 0.0 && up <= 1.0) || !spenn_is_count(span, 1.0, 1e6)
        || !spenn_is_count(level, 0.0, 99.0)) {
        return NAN;
    }
    return arrival * pow(span * up, level);
}

double spenn_escalation_sojourn(
    double arrival, double service, double span, double up, double levels)
{
    double sum = spenn_is_count(levels, 1.0, 100.0) ? 0.0 : NAN, share = 1.0;
    for (int level = 0; level < levels && !isnan(sum) && share > 0.0; level++) {
        double rate = spenn_escalation_rate(arrival, span, up, level);
        sum += share * spenn_mm1_sojourn(rate, service);
        share *= up;
    }
    return sum;
}

double spenn_harmonic(double n)
{
    double sum = spenn_is_count(n, 1.0, 1e7) ? 0.0 : NAN;
    for (int j = isnan(sum) ? 0 : (int)n; j >= 1; j--) {
        sum += 1.0 / j; /* the small ones first */
    }
    return sum;
}

double spenn_fork_join_sojourn(double arrival, double service, double servers)
{
    double alone = spenn_mm1_sojourn(arrival, service), load = arrival / service;
    if (servers == 1.0) {
        return alone;
    }
    double grows =
        spenn_is_count(servers, 2.0, 32.0) ? spenn_harmonic(servers) / 1.5 : NAN;
    return (grows + (1.0 - grows) * 4.0 * load / 11.0) * (12.0 - load) / 8.0 * alone;
}
