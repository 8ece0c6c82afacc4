/* SPDX-License-Identifier: MIT
 * One uniform a variate, by inversion: a longer mean stretches the same luck. */
#include "random.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include <Random123/philox.h>

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
    philox4x64_key_t key = {{random->seed, stream}};
    counter = philox4x64(counter, key);
    struct spenn_draws draws;
    for (int i = 0; i < 4; i++) {
        draws.u[i] = (double)(counter.v[i] >> 11) * 0x1p-53;
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

double spenn_law_quantile(const struct spenn_law_ready *law, double u)
{
    switch (law->law) {
    case SPENN_LAW_FIXED:
        return law->a;
    case SPENN_LAW_ERLANG:
        return gsl_cdf_gamma_Pinv(u, law->a, law->b);
    case SPENN_LAW_HYPEREXPONENTIAL:
        return u < law->a ? -law->b * log1p(-u / law->a)
                          : -law->c * log1p(-(u - law->a) / (1.0 - law->a));
    case SPENN_LAW_LOGNORMAL:
        return exp(law->a + law->b * gsl_cdf_ugaussian_Pinv(u));
    default:
        return -law->a * log(1.0 - u);
    }
}
