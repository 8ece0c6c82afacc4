/* SPDX-License-Identifier: MIT
 * A case split over M/M/1 queues that all get a part of each: balance equations of the
 * numbers n_1 .. n_k, cut where they are next to never, by Gauss and Seidel's sweeps. A
 * case is open as long as the longest queue has it, so its time is E max n / arrival. */
#include "near.h"

#include "jackson.h"

#include <stdbool.h>
#include <stdlib.h>

enum { most_queues = 3 };

struct chain {
    int queues, room; /* n_i below it */
    double arrival;   /* service 1 */
    int step[most_queues + 1];
    double *chance;
};

struct state {
    int longest, busy;
    bool full;
};

static struct state look(const struct chain *chain, int at)
{
    struct state state = {0, 0, false};
    for (int k = 0; k < chain->queues; k++) {
        int n = at / chain->step[k] % chain->room;
        state.longest = n > state.longest ? n : state.longest;
        state.busy += n > 0;
        state.full |= n == chain->room - 1;
    }
    return state;
}

static double into(const struct chain *chain, int at, const struct state *state)
{
    double in = 0.0;
    int before = at;
    for (int k = 0; k < chain->queues; k++) {
        bool last = at / chain->step[k] % chain->room == chain->room - 1;
        in += last ? 0.0 : chain->chance[at + chain->step[k]];
        before -= chain->step[k];
    }
    return state->busy == chain->queues ? in + chain->arrival * chain->chance[before]
                                        : in;
}

/* Mean of the longest queue after one more sweep. */
static double sweep(struct chain *chain)
{
    double sum = 0.0, longest = 0.0;
    for (int at = 0; at < chain->step[chain->queues]; at++) {
        struct state state = look(chain, at);
        double out = (state.full ? 0.0 : chain->arrival) + state.busy;
        chain->chance[at] = into(chain, at, &state) / out;
        sum += chain->chance[at];
        longest += chain->chance[at] * state.longest;
    }
    for (int at = 0; at < chain->step[chain->queues]; at++) {
        chain->chance[at] /= sum;
    }
    return longest / sum;
}

static double sojourn(int queues, double arrival, int room)
{
    struct chain chain = {queues, room, arrival, {1}, NULL};
    for (int k = 0; k < queues; k++) {
        chain.step[k + 1] = chain.step[k] * room;
    }
    chain.chance = calloc((size_t)chain.step[queues], sizeof(double));
    for (int at = 0; at < chain.step[queues]; at++) {
        chain.chance[at] = 1.0;
    }
    double now = sweep(&chain), before = -1.0;
    while (fabs(now - before) > 1e-10) {
        before = now;
        now = sweep(&chain);
    }
    free(chain.chance);
    return now / arrival;
}

static void two_are_as_flatto_and_hahn_say(void **context)
{
    (void)context;
    assert_near(sojourn(2, 0.5, 40), spenn_fork_join_sojourn(0.5, 1, 2), 1e-6);
    assert_near(sojourn(2, 0.2, 20), spenn_fork_join_sojourn(0.2, 1, 2), 1e-6);
}

/* The numbers that `spenn verify` expects, and Nelson and Tantawi's within 1 %. */
static void three_have_no_closed_form_but_a_number(void **context)
{
    (void)context;
    double light = sojourn(3, 0.2, 13), half = sojourn(3, 0.5, 24);
    assert_near(light, 2.232321, 1e-5);
    assert_near(half, 3.432579, 1e-4);
    assert_near(spenn_fork_join_sojourn(0.5, 1, 3) / half, 1.0, 0.012);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_are_as_flatto_and_hahn_say),
        cmocka_unit_test(three_have_no_closed_form_but_a_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
