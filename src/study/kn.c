/* SPDX-License-Identifier: MIT */
#include "kn.h"

#include "selection.h"

#include <assert.h>
#include <math.h>

static size_t at(const struct spenn_kn *kn, int32_t i, int32_t j)
{
    return (size_t)i * (size_t)kn->systems + (size_t)j;
}

void spenn_kn_make(
    struct spenn_kn *kn, struct spenn_arena *memory, int32_t systems, int32_t first)
{
    assert(systems >= 1 && first >= 2);
    size_t count = (size_t)systems;
    *kn = (struct spenn_kn){.systems = systems, .first = first, .left = systems};
    kn->in = spenn_arena_alloc(memory, count, sizeof *kn->in);
    kn->used = spenn_arena_alloc(memory, count, sizeof *kn->used);
    kn->own = spenn_arena_alloc(memory, count, sizeof *kn->own);
    kn->pair = spenn_arena_alloc(memory, count, count * sizeof *kn->pair);
    kn->variance = spenn_arena_alloc(memory, count, count * sizeof *kn->variance);
    for (int32_t i = 0; i < systems; i++) {
        kn->in[i] = true;
    }
}

/* Of equals the first stays, once the region has closed. */
static bool drops(const struct spenn_kn *kn, int32_t i, int32_t by)
{
    double above = kn->pair[at(kn, i, by)].mean;
    double width =
        spenn_kn_width(kn->h2, kn->variance[at(kn, i, by)], kn->zone, kn->count);
    return above > width || (width <= 0 && above >= 0 && by < i);
}

static bool is_dropped(const struct spenn_kn *kn, int32_t i)
{
    for (int32_t j = 0; j < kn->systems; j++) {
        if (j != i && kn->in[j] && drops(kn, i, j)) {
            return true;
        }
    }
    return false;
}

void spenn_kn_withdraw(struct spenn_kn *kn, int32_t system)
{
    kn->left -= kn->in[system];
    kn->in[system] = false;
}

/* All at once: what goes in this round still drops others in it. */
static void screen(struct spenn_kn *kn)
{
    int32_t dropped = 0;
    for (int32_t i = 0; i < kn->systems; i++) {
        bool out = kn->in[i] && is_dropped(kn, i);
        kn->used[i] = out ? -kn->count : kn->used[i];
        dropped += out;
    }
    for (int32_t i = 0; i < kn->systems && dropped; i++) {
        if (kn->used[i] < 0) {
            kn->used[i] = -kn->used[i];
            spenn_kn_withdraw(kn, i);
        }
    }
}

bool spenn_kn_aim(struct spenn_kn *kn, double zone, double alpha)
{
    assert(zone > 0 && kn->count == kn->first);
    kn->zone = zone;
    kn->h2 = kn->systems > 1 ? spenn_kn_h2(kn->systems, kn->first, alpha) : 0;
    for (size_t i = 0; i < (size_t)kn->systems * (size_t)kn->systems; i++) {
        kn->variance[i] = kn->pair[i].squares / (kn->first - 1);
    }
    screen(kn);
    return kn->left > 1;
}

static void observe(struct spenn_kn *kn, int32_t i, const double *value)
{
    kn->used[i] = kn->count;
    spenn_moments_add(&kn->own[i], value[i]);
    for (int32_t j = 0; j < kn->systems; j++) {
        if (kn->in[j]) {
            spenn_moments_add(&kn->pair[at(kn, i, j)], value[i] - value[j]);
        }
    }
}

bool spenn_kn_add(struct spenn_kn *kn, const double *value)
{
    kn->count++;
    for (int32_t i = 0; i < kn->systems; i++) {
        if (kn->in[i]) {
            observe(kn, i, value);
        }
    }
    if (kn->zone > 0) {
        screen(kn);
    }
    return kn->left > 1;
}

int32_t spenn_kn_most(const struct spenn_kn *kn)
{
    double most = kn->first;
    for (int32_t i = 0; i < kn->systems; i++) {
        for (int32_t j = 0; j < i && kn->in[i]; j++) {
            double needed =
                floor(kn->h2 * kn->variance[at(kn, i, j)] / (kn->zone * kn->zone) + 1);
            most = kn->in[j] ? fmax(most, needed) : most;
        }
    }
    return most < INT32_MAX ? (int32_t)most : INT32_MAX;
}

int32_t spenn_kn_best(const struct spenn_kn *kn)
{
    int32_t best = -1;
    for (int32_t i = 0; i < kn->systems; i++) {
        if (kn->in[i] && (best < 0 || kn->own[i].mean < kn->own[best].mean)) {
            best = i;
        }
    }
    return best;
}

double spenn_kn_difference(const struct spenn_kn *kn, int32_t i, int32_t j)
{
    return kn->pair[at(kn, i, j)].mean;
}
