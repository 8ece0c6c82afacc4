/* SPDX-License-Identifier: MIT
 * Fast draws for the bespoke loops: xoshiro256++ (Blackman, Vigna 2019) and exponential
 * variates by a ziggurat of 256 layers (Marsaglia, Tsang 2000). The engine cannot use
 * them: it draws by key and by inversion, which is what the loops are compared with. */
#ifndef BENCH_DRAW_H
#define BENCH_DRAW_H

#include <math.h>
#include <stdint.h>

struct draw {
    uint64_t s[4];
    uint64_t ke[256];
    double we[256], fe[256];
};

static inline uint64_t draw_bits(struct draw *d)
{
    uint64_t *s = d->s, sum = s[0] + s[3];
    uint64_t result = ((sum << 23) | (sum >> 41)) + s[0], t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = (s[3] << 45) | (s[3] >> 19);
    return result;
}

static inline double draw_uniform(struct draw *d)
{
    return (double)(draw_bits(d) >> 11) * 0x1p-53;
}

static inline double draw_exponential(struct draw *d)
{
    for (;;) {
        uint64_t bits = draw_bits(d), j = bits >> 8;
        uint64_t i = bits & 255;
        double x = (double)j * d->we[i];
        if (j < d->ke[i]) {
            return x;
        }
        if (i == 0) {
            return 7.69711747013104972 - log(1.0 - draw_uniform(d));
        }
        if (d->fe[i] + draw_uniform(d) * (d->fe[i - 1] - d->fe[i]) < exp(-x)) {
            return x;
        }
    }
}

static inline void draw_start(struct draw *d, uint64_t seed)
{
    const double most = 0x1p56, area = 3.949659822581572e-3;
    double x = 7.69711747013104972, before = x, first = area / exp(-x);
    d->ke[0] = (uint64_t)(x / first * most);
    d->ke[1] = 0;
    d->we[0] = first / most;
    d->we[255] = x / most;
    d->fe[0] = 1.0;
    d->fe[255] = exp(-x);
    for (int i = 254; i > 0; i--) {
        x = -log(area / x + exp(-x));
        d->ke[i + 1] = (uint64_t)(x / before * most);
        before = x;
        d->fe[i] = exp(-x);
        d->we[i] = x / most;
    }
    for (int i = 0; i < 4; i++) { /* splitmix64 */
        uint64_t z = seed += 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        d->s[i] = z ^ (z >> 31);
    }
}

#endif
