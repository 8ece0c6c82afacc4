/* SPDX-License-Identifier: MIT
 * Selection on a model with a known order: one desk to which cases come at random, whose
 * alternatives differ in speed alone, so the faster has the shorter time (M/M/1). */
#include "lab.h"

#include "select_best.h"

#include <string.h>

#define DESK                                                                             \
    "spenn: model/1\nid: desk\nunits:\n  - {id: desk, kind: executive}\n"                \
    "  - {id: slow, kind: department, reports-to: desk}\n"                               \
    "tasks:\n  - {id: case, at: desk, arrives: 20/w, decision: 1h}\n"                    \
    "  - {id: rare, at: slow, arrives: 0.02/w, decision: 1h}\n"                          \
    "assume: {administration: 0, contact-per-report: 0, contact-minimum: 0}\n"
#define SPEED(id, speed) "  " id ": {changes: [{set: {unit: desk, speed: " speed "}}]}\n"
#define NINE                                                                             \
    "alternatives:\n" SPEED("a", "1.05") SPEED("b", "1.1") SPEED("c", "0.95")            \
        SPEED("d", "1.2") SPEED("e", "1.5") SPEED("f", "1.15") SPEED("g", "1.25")        \
            SPEED("h", "0.9") SPEED("i", "1.0")
#define SHORT "simulate: {for: 8w, warm-up: 2w, replications: 30, seed: 1}\n"
enum { fastest = 5 }; /* e */

struct choice {
    struct spenn_model model;
    struct spenn_scenario scenario;
    struct spenn_select select;
    struct spenn_error err;
};

static const struct spenn_select_options plain = {
    .study = {.jobs = 1}, .measure = "lead-time", .confidence = .95, .most = 1000};

static bool try_select(
    struct choice *choice, const char *body, const struct spenn_select_options *options)
{
    *choice = (struct choice){0};
    tiny_model(DESK, &choice->model);
    struct spenn_arena memory = {0};
    const char *text = spenn_arena_format(
        &memory, "spenn: scenario/1\nid: try\nmodel: desk.yaml\n%s" SHORT, body);
    const struct spenn_value *document = tiny_value(text, &choice->scenario.memory);
    bool ok = spenn_scenario_build(document, "tiny.yaml", &choice->scenario, &choice->err)
        && spenn_select_run(
            &choice->scenario, &choice->model, options, &choice->select, &choice->err);
    spenn_arena_free(&memory);
    return ok;
}

static void end(struct choice *choice)
{
    spenn_select_free(&choice->select);
    spenn_scenario_free(&choice->scenario);
    spenn_model_free(&choice->model);
    spenn_error_free(&choice->err);
}

/* How often the fastest of ten is chosen. The means of g and e are 1/(1.25 - 8/15) =
 * 1.395 h and 1/(1.5 - 8/15) = 1.034 h: .3 h matters. */
static int32_t chosen(int32_t budget, int32_t most, int32_t experiments)
{
    int32_t right = 0;
    for (int32_t seed = 1; seed <= experiments; seed++) {
        struct choice choice;
        struct spenn_select_options options = plain;
        options.within = "0.3h";
        options.budget = budget;
        options.most = most;
        options.study.has_seed = true;
        options.study.seed = (uint64_t)seed;
        assert_true(try_select(&choice, NINE, &options));
        right += choice.select.best == fastest;
        end(&choice);
    }
    return right;
}

static void the_fastest_of_ten_is_found_as_often_as_promised(void **state)
{
    (void)state;
    assert_true(chosen(0, 1000, 20) >= 19);
}

/* Nobody is chosen before the screening is over. */
static void a_limit_before_the_end_chooses_nobody(void **state)
{
    struct choice choice;
    struct spenn_select_options options = plain;
    (void)state;
    options.within = "0.01h";
    options.most = 25;
    assert_true(try_select(&choice, NINE, &options));
    assert_int_equal(choice.select.best, -1);
    assert_int_equal(choice.select.status[fastest], SPENN_SELECT_LEFT);
    assert_int_equal(choice.select.replications[fastest], 25);
    end(&choice);
}

/* On the same cases 1.49 differs from 1.5 by nearly the same each time, so it goes early;
 * the difference of .9 varies, and that much luck takes longer to rule out. */
static void what_is_eliminated_is_simulated_no_more(void **state)
{
    struct choice choice;
    struct spenn_select_options options = plain;
    (void)state;
    options.within = "0.005h";
    assert_true(try_select(&choice,
        "alternatives:\n" SPEED("slow", "0.9") SPEED("fast", "1.5") SPEED("near", "1.49"),
        &options));
    const struct spenn_select *select = &choice.select;
    assert_int_equal(select->best, 2);
    assert_int_equal(select->status[1], SPENN_SELECT_OUT);
    assert_int_equal(select->status[3], SPENN_SELECT_OUT);
    assert_int_equal(select->replications[3], spenn_kn_first);
    assert_true(select->replications[1] > spenn_kn_first);
    end(&choice);
}

static void threads_change_nothing(void **state)
{
    struct choice one, four;
    struct spenn_select_options options = plain;
    (void)state;
    options.within = "0.1h";
    assert_true(try_select(&one, NINE, &options));
    options.study.jobs = 4;
    assert_true(try_select(&four, NINE, &options));
    size_t count = (size_t)one.select.count;
    assert_memory_equal(one.select.mean, four.select.mean, count * sizeof(double));
    assert_memory_equal(
        one.select.replications, four.select.replications, count * sizeof(int32_t));
    end(&one);
    end(&four);
}

#define STUCK "alternatives:\n" SPEED("fast", "1.5") SPEED("stuck", "0.5")

static void what_cannot_keep_up_is_set_aside(void **state)
{
    struct choice choice;
    (void)state;
    assert_true(try_select(&choice, STUCK, &plain));
    assert_int_equal(choice.select.status[2], SPENN_SELECT_ASIDE);
    assert_string_equal(choice.select.reason_en[2],
        "cannot keep up: desk in stuck, its backlog grows by 1.25 cases a week");
    assert_int_equal(choice.select.replications[2], 0);
    assert_int_equal(choice.select.best, 1);
    end(&choice);
}

/* Two alternatives that are the same cannot be told apart; the first one stands. */
static void equals_are_not_told_apart(void **state)
{
    struct choice choice;
    (void)state;
    assert_true(try_select(
        &choice, "alternatives:\n" SPEED("one", "1.5") SPEED("two", "1.5"), &plain));
    assert_int_equal(choice.select.best, 1);
    assert_int_equal(choice.select.status[2], SPENN_SELECT_NEAR);
    assert_true(choice.select.behind[2] == 0);
    end(&choice);
}

static void a_budget_is_spent_where_it_tells_most(void **state)
{
    struct choice choice;
    struct spenn_select_options options = plain;
    (void)state;
    options.budget = 200;
    assert_true(try_select(&choice, NINE, &options));
    const struct spenn_select *select = &choice.select;
    int32_t spent = 0;
    for (int32_t w = 0; w < select->count; w++) {
        spent += select->replications[w];
    }
    assert_int_equal(spent, 200);
    assert_int_equal(select->best, fastest);
    assert_true(select->replications[fastest] > select->replications[8]);
    assert_true(select->correct > .5 && select->correct <= select->good);
    end(&choice);
}

static void a_measure_at_rest_is_exact(void **state)
{
    struct choice choice;
    struct spenn_select_options options = plain;
    (void)state;
    options.measure = "cost";
    assert_true(try_select(&choice,
        "alternatives:\n  less: {changes: [{set: {assume: {unit-overhead: 1000}}}]}\n",
        &options));
    assert_false(choice.select.simulated);
    assert_int_equal(choice.select.best, 1);
    assert_true(choice.select.behind[0] > 0);
    end(&choice);
}

static void complaints(void **state)
{
    static const struct {
        const char *measure, *of, *within, *body, *text;
        int32_t budget;
    } wrong[] = {
        {"lead-tim", NULL, NULL, STUCK,
            "spenn: unknown measure 'lead-tim'; did you mean 'lead-time'?", 0},
        {"lead-time", "cas", NULL, STUCK,
            "spenn: no unit, forum or task 'cas'; did you mean 'case'?", 0},
        {"lead-time", NULL, "5%", STUCK,
            "spenn: '5%' is not a difference in 'lead-time': it is a duration such as 4h "
            "above 0",
            0},
        {"lead-time", NULL, NULL, "",
            "tiny.yaml: there is nothing to choose between: the scenario has no "
            "alternatives",
            0},
        {"group-size", NULL, NULL, STUCK, "", 0},
        {"lead-time", NULL, NULL, STUCK,
            "spenn: a budget for 2 alternatives is at least 20 replications: 10 of each "
            "come first",
            19},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct choice choice;
        struct spenn_select_options options = plain;
        options.measure = wrong[i].measure;
        options.of = wrong[i].of;
        options.within = wrong[i].within;
        options.budget = wrong[i].budget;
        assert_false(try_select(&choice, wrong[i].body, &options));
        if (*wrong[i].text) {
            assert_string_equal(choice.err.list[0].text, wrong[i].text);
        }
        end(&choice);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_fastest_of_ten_is_found_as_often_as_promised),
        cmocka_unit_test(a_limit_before_the_end_chooses_nobody),
        cmocka_unit_test(what_is_eliminated_is_simulated_no_more),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(what_cannot_keep_up_is_set_aside),
        cmocka_unit_test(equals_are_not_told_apart),
        cmocka_unit_test(a_budget_is_spent_where_it_tells_most),
        cmocka_unit_test(a_measure_at_rest_is_exact), cmocka_unit_test(complaints)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
