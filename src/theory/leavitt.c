/* SPDX-License-Identifier: MIT
 * Distances in a net of five, and the search of its schedules. */
#include "leavitt.h"

#include "arena.h"

#include <math.h>
#include <string.h>

enum { people = spenn_net_people, all = (1 << people) - 1, states = 1 << 20 };

const struct spenn_net spenn_nets[spenn_net_count] = {
    [SPENN_WHEEL] = {"wheel", {30, 1, 1, 1, 1}},
    [SPENN_Y] = {"Y", {14, 1, 1, 17, 8}},
    [SPENN_CHAIN] = {"chain", {2, 5, 10, 20, 8}},
    [SPENN_CIRCLE] = {"circle", {18, 5, 10, 20, 9}},
};

/* Those seen and all beside them. */
static unsigned widen(const struct spenn_net *net, unsigned seen)
{
    unsigned wider = seen;
    for (int j = 0; j < people; j++) {
        wider |= seen >> j & 1u ? net->beside[j] : 0u;
    }
    return wider;
}

static int count(unsigned set)
{
    int members = 0;
    for (; set; set &= set - 1u) {
        members++;
    }
    return members;
}

/* Whoever is not seen yet is one step further away. */
void spenn_net_distances(const struct spenn_net *net, double *sum)
{
    for (int i = 0; i < people; i++) {
        unsigned seen = 1u << i;
        sum[i] = 0.0;
        for (int step = 1; step < people; step++) {
            sum[i] += people - count(seen);
            seen = widen(net, seen);
        }
    }
}

void spenn_net_centrality(const struct spenn_net *net, double *centrality)
{
    double sum[people], total = 0.0;
    spenn_net_distances(net, sum);
    for (int i = 0; i < people; i++) {
        total += sum[i];
    }
    for (int i = 0; i < people; i++) {
        centrality[i] = total / sum[i];
    }
}

double spenn_spread(const double *value, int32_t count)
{
    double most = -INFINITY, spread = 0.0;
    for (int32_t i = 0; i < count; i++) {
        most = fmax(most, value[i]);
    }
    for (int32_t i = 0; i < count; i++) {
        spread += most - value[i];
    }
    return spread;
}

/* Who knows what, five pieces each; packed without the own piece, which is never lost. */
struct knowledge {
    unsigned of[people];
};

static uint32_t pack(const struct knowledge *k)
{
    uint32_t state = 0;
    for (int i = 0; i < people; i++) {
        unsigned own = 1u << i, low = k->of[i] & (own - 1u), high = k->of[i] >> (i + 1);
        state = state << 4 | high << i | low;
    }
    return state;
}

static struct knowledge unpack(uint32_t state)
{
    struct knowledge k;
    for (int i = people - 1; i >= 0; i--, state >>= 4) {
        unsigned own = 1u << i, others = state & 15u;
        k.of[i] = (others & (own - 1u)) | own | (others >> i) << (i + 1);
    }
    return k;
}

struct search {
    const struct spenn_net *net;
    uint8_t *next; /* fewest messages of a state, 255: not reached */
    int32_t limit; /* more than this many messages are not of interest */
};

/* Everyone still to learn something needs one message more at least. */
static int32_t wanting(const struct knowledge *k)
{
    int32_t count = 0;
    for (int i = 0; i < people; i++) {
        count += k->of[i] != all;
    }
    return count;
}

/* Tries every message of `sender` and of those after; one that tells nothing new is left
 * out. `before` is the knowledge at the start of the unit. */
static void send(const struct search *s, int sender, const struct knowledge *before,
    struct knowledge after, int32_t messages)
{
    if (sender == people) {
        uint8_t *fewest = &s->next[pack(&after)];
        if (messages + wanting(&after) <= s->limit && messages < *fewest) {
            *fewest = (uint8_t)messages;
        }
        return;
    }
    send(s, sender + 1, before, after, messages);
    for (int to = 0; to < people; to++) {
        struct knowledge told = after;
        told.of[to] |= before->of[sender];
        if (s->net->beside[sender] >> to & 1u && told.of[to] != after.of[to]) {
            send(s, sender + 1, before, told, messages + 1);
        }
    }
}

/* From every state of knowledge to those a unit of time later. */
static void pass_unit(const struct search *s, const uint8_t *now)
{
    memset(s->next, 255, states);
    for (uint32_t state = 0; state < states; state++) {
        if (now[state] < 255) {
            struct knowledge k = unpack(state);
            send(s, 0, &k, k, now[state]);
        }
    }
}

static void note(struct spenn_net_schedules *found, int32_t time, int32_t messages)
{
    if (!found->fastest) {
        found->fastest = time;
        found->fastest_messages = messages;
    }
    found->fewest = messages;
    found->fewest_time = time;
}

struct spenn_net_schedules spenn_net_search(const struct spenn_net *net)
{
    struct spenn_net_schedules found = {0};
    struct spenn_arena memory = {0};
    uint8_t *now = spenn_arena_alloc(&memory, states, sizeof *now);
    struct search s = {net, spenn_arena_alloc(&memory, states, sizeof *now), 100};
    const struct knowledge start = {{1, 2, 4, 8, 16}}, done = {{all, all, all, all, all}};
    memset(now, 255, states);
    now[pack(&start)] = 0;
    /* a schedule of fewer than 8 messages is over after 7 units, none of them idle */
    for (int32_t time = 1; time <= 7 || found.fastest == 0; time++) {
        pass_unit(&s, now);
        uint8_t *kept = now;
        now = s.next;
        s.next = kept;
        int32_t messages = now[pack(&done)];
        if (messages < 255) {
            note(&found, time, messages);
            s.limit = messages - 1;
        }
    }
    spenn_arena_free(&memory);
    return found;
}
