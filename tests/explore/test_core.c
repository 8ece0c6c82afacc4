/* SPDX-License-Identifier: MIT */
#include "near.h"
#include "points.h"

#include "core.h"

#include <string.h>

struct asked {
    double (*function)(const double *u);
    int32_t inputs, calls, evaluations, most; /* refuses from evaluation `most` on */
};

/* The function beside an outcome that is nothing but luck. */
static bool answer(void *context, const struct spenn_core_batch *batch)
{
    struct asked *asked = context;
    asked->calls++;
    assert_int_equal(batch->first, asked->evaluations);
    for (int32_t e = 0; e < batch->count; e++) {
        const double *u = batch->u + (size_t)e * (size_t)asked->inputs;
        batch->y[2 * e] = asked->function(u);
        batch->y[2 * e + 1] = u[asked->inputs - 1];
    }
    asked->evaluations += batch->count;
    return asked->evaluations <= asked->most;
}

static const struct spenn_core_plan plan = {1, 4, 2, 10, 16384, 0};

static void the_ishigami_function_has_its_indices_through_the_whole_path(void **state)
{
    (void)state;
    static const double first[] = {.313905, .442411, 0, 0};
    static const double total[] = {.557589, .442411, .243684, 0};
    struct spenn_arena memory = {0};
    struct spenn_core core;
    struct asked asked = {ishigami, 4, 0, 0, INT32_MAX};
    spenn_core_run(&plan, answer, &asked, &memory, &core);
    assert_int_equal(core.screened, 50);
    assert_int_equal(core.mattering, 4);
    assert_int_equal(core.evaluations, 50 + 6 * plan.points);
    assert_int_equal(asked.evaluations, core.evaluations);
    assert_true(core.evaluations <= spenn_core_bound(&plan));
    for (int32_t i = 0; i < 4; i++) {
        assert_int_equal(core.matter[i], i);
        assert_near(core.indices[0].index[i].first, first[i], .01);
        assert_near(core.indices[0].index[i].total, total[i], .01);
        assert_near(core.indices[1].index[i].total, i == 3, .01);
    }
    spenn_arena_free(&memory);
}

static double second(const double *u)
{
    return u[1];
}

static void inputs_without_effect_get_no_indices_and_no_evaluations(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_core core;
    struct asked asked = {second, 4, 0, 0, INT32_MAX};
    spenn_core_run(&plan, answer, &asked, &memory, &core);
    assert_int_equal(core.mattering, 2);
    assert_int_equal(core.matter[0], 1);
    assert_int_equal(core.matter[1], 3);
    assert_true(core.effect[0].star == 0.0);
    assert_int_equal(core.evaluations, 50 + 4 * plan.points);
    spenn_arena_free(&memory);
}

static void what_is_not_whole_is_not_summed_up(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_core core;
    struct asked asked = {ishigami, 4, 0, 0, 49};
    spenn_core_run(&plan, answer, &asked, &memory, &core);
    assert_null(core.effect);
    assert_int_equal(asked.calls, 1);
    asked = (struct asked){ishigami, 4, 0, 0, 50};
    spenn_core_run(&plan, answer, &asked, &memory, &core);
    assert_non_null(core.effect);
    assert_null(core.indices);
    assert_int_equal(asked.calls, 2);
    spenn_arena_free(&memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ishigami_function_has_its_indices_through_the_whole_path),
        cmocka_unit_test(inputs_without_effect_get_no_indices_and_no_evaluations),
        cmocka_unit_test(what_is_not_whole_is_not_summed_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
