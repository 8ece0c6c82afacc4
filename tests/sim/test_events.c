/* SPDX-License-Identifier: MIT
 * The calendar and the heap against each other and against a sorted list. */
#include "unit.h"

#include "events.h"

#include <math.h>
#include <stdlib.h>

enum { nodes = 3000 };

struct pair {
    struct spenn_arena memory;
    struct spenn_events calendar, heap;
};

static void begin(struct pair *pair, double rate)
{
    *pair = (struct pair){.memory = {0}};
    pair->calendar.memory = pair->heap.memory = &pair->memory;
    pair->calendar.event =
        spenn_arena_alloc(&pair->memory, nodes, sizeof(struct spenn_event));
    pair->heap.event =
        spenn_arena_alloc(&pair->memory, nodes, sizeof(struct spenn_event));
    spenn_events_reset(&pair->calendar, rate, false);
    spenn_events_reset(&pair->heap, rate, true);
}

static void push(struct pair *pair, int32_t node, double time, uint64_t tie)
{
    spenn_events_push(&pair->calendar, node, time, tie);
    spenn_events_push(&pair->heap, node, time, tie);
}

static int32_t pop(struct pair *pair)
{
    int32_t node = spenn_events_pop(&pair->calendar);
    assert_int_equal(node, spenn_events_pop(&pair->heap));
    return node;
}

/* A small generator of its own (Marsaglia's xorshift). */
static double uniform(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (double)(*state >> 11) * 0x1p-53;
}

/* Holds `pending` events: takes the first, puts it back later by `gap` of a uniform. */
static void hold(
    struct pair *pair, int32_t pending, int32_t rounds, double (*gap)(double))
{
    uint64_t luck = 88172645463325252u;
    for (int32_t i = 0; i < pending; i++) {
        push(pair, i, gap(uniform(&luck)), (uint64_t)i);
    }
    double now = 0.0;
    for (int32_t i = 0; i < rounds; i++) {
        int32_t node = pop(pair);
        double time = pair->calendar.event[node].time;
        assert_true(time >= now);
        now = time;
        push(pair, node, now + gap(uniform(&luck)), (uint64_t)(pending + i));
    }
    for (int32_t i = 0; i < pending; i++) {
        int32_t node = pop(pair);
        assert_true(pair->calendar.event[node].time >= now);
        now = pair->calendar.event[node].time;
    }
    assert_int_equal(pop(pair), -1);
}

static double even(double u)
{
    return u;
}

static double skewed(double u) /* from microseconds to years */
{
    return u * u * u * u * u * u * u * u * 4000.0;
}

static double lumps(double u) /* many at the very same time */
{
    return u < 0.5 ? 0.0 : u < 0.9 ? 1.0 : 1000.0;
}

static double far(double u)
{
    return 1e6 * u;
}

static void both_structures_give_the_same_order(void **context)
{
    (void)context;
    double (*const gaps[])(double) = {even, skewed, lumps, far};
    const double rates[] = {1e-3, 1.0, 1e6};
    for (int32_t g = 0; g < 4; g++) {
        for (int32_t r = 0; r < 3; r++) {
            struct pair pair;
            begin(&pair, rates[r]);
            hold(&pair, g == 2 ? 200 : nodes, 20000, gaps[g]);
            spenn_arena_free(&pair.memory);
        }
    }
}

static void the_tie_decides_at_the_same_time(void **context)
{
    (void)context;
    struct pair pair;
    begin(&pair, 1.0);
    for (int32_t i = 0; i < 100; i++) {
        push(&pair, i, 5.0, (uint64_t)((i * 37) % 100));
    }
    for (uint64_t tie = 0; tie < 100; tie++) {
        int32_t node = pop(&pair);
        assert_int_equal(pair.heap.event[node].tie, tie);
    }
    spenn_arena_free(&pair.memory);
}

static void times_beyond_all_calendars_keep_their_order(void **context)
{
    (void)context;
    static const double times[] = {1e300, INFINITY, 3.0, 1e18, 1e200, 0.0};
    static const int32_t order[] = {5, 2, 3, 4, 0, 1};
    struct pair pair;
    begin(&pair, 1e6);
    for (int32_t i = 0; i < 6; i++) {
        push(&pair, i, times[i], (uint64_t)i);
    }
    for (int32_t i = 100; i < 200; i++) { /* too many for the heap of few events */
        push(&pair, i, INFINITY, (uint64_t)i);
    }
    assert_false(pair.calendar.heaped);
    for (int32_t i = 0; i < 6; i++) {
        assert_int_equal(pop(&pair), order[i]);
    }
    spenn_arena_free(&pair.memory);
}

static void an_empty_structure_has_no_event(void **context)
{
    (void)context;
    struct pair pair;
    begin(&pair, 1.0);
    assert_int_equal(pop(&pair), -1);
    push(&pair, 7, 0.0, 1);
    assert_int_equal(pop(&pair), 7);
    assert_int_equal(pop(&pair), -1);
    spenn_arena_free(&pair.memory);
}

static void a_calendar_that_does_not_fit_gives_way_to_the_heap(void **context)
{
    (void)context;
    struct pair pair;
    begin(&pair, 1.0);
    hold(&pair, 500, 100000, lumps);
    assert_true(pair.calendar.heaped);
    spenn_arena_free(&pair.memory);
}

static void a_steady_load_keeps_the_calendar(void **context)
{
    (void)context;
    struct pair pair;
    begin(&pair, 1e-3); /* a bad first guess */
    hold(&pair, nodes, 100000, even);
    assert_false(pair.calendar.heaped);
    spenn_arena_free(&pair.memory);
}

static void a_few_events_stay_in_the_heap_until_they_are_many(void **context)
{
    (void)context;
    struct pair pair;
    begin(&pair, 1.0);
    push(&pair, 0, 1000.0, 0);
    push(&pair, 1, 5.0, 1);
    assert_int_equal(pop(&pair), 1);
    assert_true(pair.calendar.heaped);
    for (int32_t i = 1; i < 100; i++) { /* each earlier than all before */
        push(&pair, i, 1000.0 - 10.0 * i, (uint64_t)i);
    }
    assert_false(pair.calendar.heaped);
    for (int32_t i = 99; i >= 0; i--) {
        assert_int_equal(pop(&pair), i);
    }
    assert_int_equal(pop(&pair), -1);
    spenn_arena_free(&pair.memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_structures_give_the_same_order),
        cmocka_unit_test(the_tie_decides_at_the_same_time),
        cmocka_unit_test(times_beyond_all_calendars_keep_their_order),
        cmocka_unit_test(an_empty_structure_has_no_event),
        cmocka_unit_test(a_calendar_that_does_not_fit_gives_way_to_the_heap),
        cmocka_unit_test(a_steady_load_keeps_the_calendar),
        cmocka_unit_test(a_few_events_stay_in_the_heap_until_they_are_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
