/* SPDX-License-Identifier: MIT
 * One uniform a variate, by inversion: a longer mean stretches the same luck. */
#include "random.h"

#include "mutant.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include <Random123/philox.h>

enum { most_phases = 60 }; /* beyond, GSL's gamma law */

/* Spreads the bits of small seeds (finalizer of splitmix64, Steele, Lea, Flood 2014). */
static uint64_t mix(uint64_t x)
{
    x += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

struct spenn_random spenn_random_new(uint64_t seed, int32_t replication)
{
    return (struct spenn_random){mix(seed), (uint64_t)replication};
}

struct spenn_draws spenn_random_draw(const struct spenn_random *random, uint64_t stream,
    uint32_t number, uint32_t attempt, uint32_t block)
{
    philox4x64_ctr_t counter = {{number, random->replication, attempt, block}};
    philox4x64_key_t key = {{random->seed, SPENN_MUTANT(SHARED_STREAM) ? 0 : stream}};
    counter = philox4x64(counter, key);
    struct spenn_draws draws;
    for (int i = 0; i < 4; i++) {
        draws.u[i] =
            (double)(counter.v[SPENN_MUTANT(SHARED_PURPOSE) ? 0 : i] >> 11) * 0x1p-53;
    }
    return draws;
}

struct spenn_law_ready spenn_law_ready(const struct spenn_time *time)
{
    struct spenn_law_ready ready = {.law = time->law, .mean = time->mean};
    double cv = time->shape, squared = cv * cv;
    if (!(time->mean > 0.0)) {
        return (struct spenn_law_ready){.law = SPENN_LAW_FIXED};
    }
    switch (time->law) {
    case SPENN_LAW_ERLANG:
        ready.a = time->shape;
        ready.b = time->mean / time->shape;
        break;
    case SPENN_LAW_HYPEREXPONENTIAL: /* two phases with balanced means */
        ready.a = 0.5 * (1.0 + sqrt((squared - 1.0) / (squared + 1.0)));
        ready.b = time->mean / (2.0 * ready.a);
        ready.c = time->mean / (2.0 * (1.0 - ready.a));
        break;
    case SPENN_LAW_LOGNORMAL:
        ready.b = sqrt(log1p(squared));
        ready.a = log(time->mean) - 0.5 * ready.b * ready.b;
        break;
    default:
        ready.a = time->mean;
    }
    return ready;
}

/* Exponential of a share u below 1, kept finite where rounding made it 1. */
static double exponential(double mean, double u)
{
    const double most = 1.0 - 0x1p-53;
    u = SPENN_MUTANT(EXPONENTIAL) ? 0.98 * u : u;
    return -mean * log(1.0 - (u < most ? u : most));
}

/* Where an Erlang law of k phases of mean 1 has the share u below: Halley's steps from
 * the cube of a normal (Wilson and Hilferty 1931), near 0 from the first term of the
 * series. Four times as fast as GSL's, which serves any gamma law. */
static double erlang(double phases, double u)
{
    int32_t k = (int32_t)phases;
    double spread = 1.0 / (9.0 * k);
    double root = 1.0 - spread + gsl_cdf_ugaussian_Pinv(u) * sqrt(spread);
    double x = k * root * root * root;
    if (!(root > 0.3)) {
        x = pow(u * tgamma(k + 1.0), 1.0 / k);
    }
    for (int32_t round = 0; round < 12 && x > 0.0; round++) {
        double term = 1.0, sum = 1.0;
        for (int32_t j = 1; j < k; j++) {
            term *= x / j;
            sum += term;
        }
        double above = exp(-x); /* the density is term x above */
        double newton = ((1.0 - u) - sum * above) / (term * above);
        double bend = 1.0 - 0.5 * newton * ((k - 1) / x - 1.0);
        double next = x - newton / (bend > 0.5 ? bend : 1.0);
        next = next > 0.0 ? next : 0.5 * x;
        bool close = fabs(next - x) < 1e-12 * x;
        x = next;
        if (close) {
            break;
        }
    }
    return x;
}

static double other_value(const struct spenn_law_ready *law, double u)
{
    switch (law->law) {
    case SPENN_LAW_FIXED:
        return law->a;
    case SPENN_LAW_ERLANG:
        return law->a <= most_phases ? law->b * erlang(law->a, u)
                                     : gsl_cdf_gamma_Pinv(u, law->a, law->b);
    case SPENN_LAW_HYPEREXPONENTIAL:
        return u < law->a ? exponential(law->b, u / law->a)
                          : exponential(law->c, (u - law->a) / (1.0 - law->a));
    default: /* lognormal */
        return exp(law->a + law->b * gsl_cdf_ugaussian_Pinv(u));
    }
}

double spenn_law_value(const struct spenn_law_ready *law, double u)
{
    return law->law == SPENN_LAW_EXPONENTIAL ? exponential(law->a, u)
                                             : other_value(law, u);
}
