/* SPDX-License-Identifier: MIT
 * The promise of the procedure, over seeded experiments with normal replications that
 * share luck: the lowest is found with probability 0.95 when it is just so far below the
 * others as matters. A rule that shares no error between the pairs, and one that takes
 * the lowest mean of the first stage, break it. */
#include "unit.h"

#include "kn.h"
#include "near.h"

#include <math.h>

enum { first = 20, experiments = 400, most_systems = 10, replications_most = 1000 };

struct stream {
    uint64_t state;
};

static double uniform(struct stream *stream) /* splitmix64 */
{
    uint64_t z = stream->state += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return ((double)((z ^ (z >> 31)) >> 11) + .5) * 0x1p-53;
}

static double normal(struct stream *stream)
{
    double radius = sqrt(-2 * log(uniform(stream)));
    return radius * cos(2 * M_PI * uniform(stream));
}

enum rule { AS_IT_IS, UNSHARED, FIRST_STAGE };

/* The last system is the lowest by `zone`, all share luck of standard deviation 2. */
static bool finds_lowest(int32_t systems, double zone, uint64_t seed, enum rule rule)
{
    struct spenn_arena memory = {0};
    struct spenn_kn kn;
    struct stream stream = {seed << 20};
    bool more = true;
    spenn_kn_make(&kn, &memory, systems, first);
    for (int32_t r = 1; more && r <= replications_most; r++) {
        double value[most_systems], shared = 2 * normal(&stream);
        for (int32_t i = 0; i < systems; i++) {
            value[i] = shared + normal(&stream) + (i < systems - 1 ? zone : 0);
        }
        more = spenn_kn_add(&kn, value);
        if (r == first) {
            double alpha = rule == UNSHARED ? .05 * (systems - 1) : .05;
            more = spenn_kn_aim(&kn, zone, alpha) && rule != FIRST_STAGE;
        }
    }
    bool found = spenn_kn_best(&kn) == systems - 1;
    assert_true(rule == FIRST_STAGE || !more);
    spenn_arena_free(&memory);
    return found;
}

static int32_t found_in(int32_t systems, double zone, enum rule rule)
{
    int32_t found = 0;
    for (uint64_t seed = 1; seed <= experiments; seed++) {
        found += finds_lowest(systems, zone, seed, rule);
    }
    return found;
}

static void the_lowest_is_found_as_often_as_promised(void **state)
{
    static const int32_t systems[] = {2, 3, 5, 10};
    const double promised = .95 * experiments;
    (void)state;
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++) {
        assert_true(found_in(systems[i], .5, AS_IT_IS) >= promised);
    }
}

/* Ten systems, .45 for the whole choice given to each pair; or no second stage. */
static void other_rules_break_the_promise(void **state)
{
    const double below = .95 * experiments - 3 * sqrt(.95 * .05 * experiments);
    (void)state;
    assert_true(found_in(10, .5, UNSHARED) < below);
    assert_true(found_in(10, .25, FIRST_STAGE) < below);
}

static void equals_end_with_the_first_of_them(void **state)
{
    struct spenn_arena memory = {0};
    struct spenn_kn kn;
    (void)state;
    spenn_kn_make(&kn, &memory, 3, 2);
    (void)spenn_kn_add(&kn, (const double[]){1, 1, 5});
    (void)spenn_kn_add(&kn, (const double[]){2, 2, 7});
    assert_false(spenn_kn_aim(&kn, 10, .05));
    assert_int_equal(spenn_kn_best(&kn), 0);
    assert_int_equal(kn.used[1], 2);
    assert_near(spenn_kn_difference(&kn, 2, 0), 4.5, 1e-12);
    spenn_arena_free(&memory);
}

/* h^2 = 2 eta (n0 - 1): the region is closed at floor(h^2 variance / zone^2) + 1. */
static void the_most_that_is_needed_is_known_after_the_first_stage(void **state)
{
    struct spenn_arena memory = {0};
    struct spenn_kn kn;
    (void)state;
    spenn_kn_make(&kn, &memory, 2, 3);
    (void)spenn_kn_add(&kn, (const double[]){-2, 1});
    (void)spenn_kn_add(&kn, (const double[]){0, 1});
    (void)spenn_kn_add(&kn, (const double[]){4, 1});
    double variance = 28 / 3.; /* of -3, -1, 3 */
    (void)spenn_kn_aim(&kn, 1.01, .05);
    int needed = (int)(18 * variance / (1.01 * 1.01)) + 1; /* eta = 9 / 2 */
    assert_int_equal(spenn_kn_most(&kn), needed);
    spenn_kn_withdraw(&kn, 0);
    assert_int_equal(kn.left, 1);
    assert_int_equal(spenn_kn_most(&kn), 3);
    spenn_arena_free(&memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lowest_is_found_as_often_as_promised),
        cmocka_unit_test(other_rules_break_the_promise),
        cmocka_unit_test(equals_end_with_the_first_of_them),
        cmocka_unit_test(the_most_that_is_needed_is_known_after_the_first_stage)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
