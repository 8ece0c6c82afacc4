/* SPDX-License-Identifier: MIT
 * What an exploration moves, and that it moves it as a file would. */
#include "unit.h"

#include "input.h"
#include "near.h"
#include "quantity.h"
#include "tiny.h"

#define MODEL                                                                            \
    TINY("units:\n"                                                                      \
         "  - {id: a, kind: department}\n"                                               \
         "forums:\n"                                                                     \
         "  - {id: f, kind: other, chair: a, members: a, agenda: 4, meets: 12/y}\n"      \
         "tasks:\n"                                                                      \
         "  - {id: t, at: a, arrives: 1/h, decision: 30min, deadline: 10h}\n")

static void an_assumption_has_its_range(void **state)
{
    (void)state;
    struct spenn_model m;
    struct spenn_input input;
    tiny_model(MODEL, &m);
    assert_true(spenn_input_assumption(&m.assume, SPENN_DRIFT, &input));
    assert_string_equal(input.name, "drift");
    assert_near(input.low, m.assume.low[SPENN_DRIFT], 0);
    m.assume.value[SPENN_DRIFT] = 2 * m.assume.high[SPENN_DRIFT];
    assert_true(spenn_input_assumption(&m.assume, SPENN_DRIFT, &input));
    assert_near(input.high, m.assume.value[SPENN_DRIFT], 0);
    assert_false(spenn_input_assumption(&m.assume, SPENN_SERVICE_LAW, &input));
    assert_false(spenn_input_assumption(&m.assume, SPENN_DELEGATE, &input));
    spenn_model_free(&m);
}

static void paths_are_set_to_the_last_bit(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        double x;
    } cases[] = {{"f.meets", .1 / 3}, {"f.agenda", 7}, {"t.arrives", 1. / 7},
        {"t.decision", 2. / 3}, {"a.speed", 1.1}, {"f.video", 1. / 3}, {"drift", .01 / 7},
        {"contact-per-report", 1. / 7}, {"t.deadline", 12.5}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct spenn_model m;
        struct spenn_input input;
        struct spenn_error err = {0};
        tiny_model(MODEL, &m);
        int32_t a = spenn_assumption_find(cases[i].path);
        assert_true(a >= 0 ? spenn_input_assumption(&m.assume, a, &input)
                           : spenn_input_path(&m, cases[i].path, &input));
        assert_true(spenn_input_apply(&input, cases[i].x, &m, &err));
        const double now[] = {m.forums.meets[0], m.forums.agenda[0], m.streams.rate[0],
            m.tasks.decision[0].mean, m.units.speed[0], m.forums.video[0],
            m.assume.value[SPENN_DRIFT], m.assume.value[SPENN_CONTACT_PER_REPORT],
            m.tasks.deadline[0].mean};
        assert_near(now[i], cases[i].x, 0);
        char text[40];
        double back;
        assert_true(spenn_input_parse(
            &input, spenn_input_show(text, sizeof text, &input, cases[i].x), &back));
        assert_near(back, cases[i].x, 0);
        spenn_error_free(&err);
        spenn_model_free(&m);
    }
}

static void words_and_unknown_paths_are_no_numbers(void **state)
{
    (void)state;
    struct spenn_model m;
    struct spenn_input input;
    tiny_model(MODEL, &m);
    assert_false(spenn_input_path(&m, "f.kind", &input));
    assert_false(spenn_input_path(&m, "f.nothing", &input));
    assert_false(spenn_input_path(&m, "nobody.meets", &input));
    assert_false(spenn_input_path(&m, "nothing", &input));
    spenn_model_free(&m);
}

static void the_range_of_a_sweep_is_that_of_its_values(void **state)
{
    (void)state;
    struct spenn_model m;
    struct spenn_input input;
    struct spenn_value value[] = {{.kind = SPENN_SCALAR, .text = "12/y"},
        {.kind = SPENN_SCALAR, .text = "6/y"}, {.kind = SPENN_SCALAR, .text = "24/y"}};
    const struct spenn_value *list[] = {&value[0], &value[1], &value[2]};
    const struct spenn_vary vary = {.path = "f.meets", .count = 3, .value = list};
    tiny_model(MODEL, &m);
    assert_true(spenn_input_vary(&m, &vary, &input));
    assert_near(input.low, 6 / SPENN_YEAR, 1e-15);
    assert_near(input.high, 24 / SPENN_YEAR, 1e-15);
    value[1].text = "often";
    assert_false(spenn_input_vary(&m, &vary, &input));
    spenn_model_free(&m);
}

static void people_read_three_digits_in_one_unit(void **state)
{
    (void)state;
    static const struct {
        struct spenn_input input;
        double x;
        const char *text;
    } cases[] = {{{.form = SPENN_FORM_RATE, .low = .1, .high = 24 / SPENN_YEAR},
                     9.1237 / SPENN_YEAR, "9.12/y"},
        {{.form = SPENN_FORM_RATE, .low = 0, .high = .45}, .39871, "777/y"},
        {{.form = SPENN_FORM_SHARE, .low = 0, .high = .5}, .3333333, "33.3%"},
        {{.form = SPENN_FORM_DURATION, .low = 1, .high = 75}, 10, "0.267w"},
        {{.form = SPENN_FORM_NUMBER, .low = 0, .high = 2e6}, 123456, "123000"},
        {{.form = SPENN_FORM_NUMBER, .whole = true, .low = 1, .high = 20000}, 12345,
            "12345"},
        {{.form = SPENN_FORM_SHARE, .low = 0, .high = 1}, 0, "0%"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[40];
        assert_string_equal(
            spenn_input_near(text, sizeof text, &cases[i].input, cases[i].x),
            cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_assumption_has_its_range),
        cmocka_unit_test(paths_are_set_to_the_last_bit),
        cmocka_unit_test(words_and_unknown_paths_are_no_numbers),
        cmocka_unit_test(people_read_three_digits_in_one_unit),
        cmocka_unit_test(the_range_of_a_sweep_is_that_of_its_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
