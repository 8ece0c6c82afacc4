/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "measure.h"
#include "sim.h"
#include "spelling.h"

#include <math.h>
#include <string.h>

static void is_printed(double value, const char *unit, const char *expected)
{
    char text[64];
    assert_string_equal(spenn_report_number(text, sizeof text, value, unit), expected);
}

static void a_number_has_the_decimals_of_its_unit(void **state)
{
    (void)state;
    is_printed(.25, "share", "0.2500");
    is_printed(12.34567, "h", "12.35");
    is_printed(1234.5, "/w", "1234.50");
    is_printed(6, "members", "6");
    is_printed(44, "relations", "44");
    is_printed(1.982, "steps", "1.98");
    is_printed(1.5, "", "1.500");
    is_printed(1.5, NULL, "1.500");
}

static void units_are_norwegian(const struct spenn_measure *measure, int32_t count)
{
    static const char *const same[] = {"", "h", "h/w", "h/y", "/w", "/y"};
    for (int32_t i = 0; i < count; i++) {
        bool as_written = false;
        for (size_t k = 0; k < sizeof same / sizeof *same; k++) {
            as_written |= strcmp(measure[i].unit, same[k]) == 0;
        }
        const char *unit = spenn_unit_norwegian(measure[i].unit);
        if (!as_written && strcmp(unit, measure[i].unit) == 0) {
            fail_msg("no Norwegian for the unit '%s' of %s", unit, measure[i].id);
        }
    }
}

static void every_unit_that_is_a_word_has_a_norwegian_one(void **state)
{
    (void)state;
    units_are_norwegian(spenn_rest_measures, spenn_rest_measure_count);
    units_are_norwegian(spenn_sim_measures, spenn_sim_measure_count);
}

static void a_negative_number_keeps_its_sign_below_one(void **state)
{
    (void)state;
    is_printed(-.5, "h", "-0.50");
    is_printed(-12.0625, "share", "-12.0625");
}

static void nothing_is_ever_minus_zero(void **state)
{
    (void)state;
    is_printed(-0.0, "h", "0.00");
    is_printed(-.0004, "h", "0.00");
    is_printed(-.4, "members", "0");
}

static void a_number_too_long_to_read_is_given_by_powers_of_ten(void **state)
{
    (void)state;
    is_printed(1e12, "units", "1.00e12");
    is_printed(-6.0663e69, "relations", "-6.07e69");
    is_printed(9.999e20, "h", "1.00e21");
}

static void what_is_not_a_number_is_empty(void **state)
{
    (void)state;
    is_printed(NAN, "h", "");
    is_printed(INFINITY, "h", "inf");
    is_printed(-INFINITY, "h", "-inf");
}

static void digits_stand_in_threes_from_five_on(void **state)
{
    (void)state;
    is_printed(1234.5, "h", "1234.50");
    is_printed(12345.5, "h", "12 345.50");
    is_printed(-1234567, "h/y", "-1 234 567");
    is_printed(999999.4, "h/y", "999 999");
    is_printed(12.34567, "MNOK/y", "12.346");
}

static void a_huge_number_is_whole(void **state)
{
    (void)state;
    is_printed(99999999999.5, "share", "99 999 999 999.5000");
}

static void a_figure_for_a_program_is_exact_to_six_decimals(void **state)
{
    (void)state;
    const struct {
        double value;
        const char *text;
    } cases[] = {{3.9712345678, "3.971235"}, {6, "6"}, {0.25, "0.25"}, {-1e-9, "0"},
        {100, "100"}, {-0.5, "-0.5"}, {NAN, ""}, {1e15, "1000000000000000"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[64];
        assert_string_equal(
            spenn_report_figure(text, sizeof text, cases[i].value), cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_has_the_decimals_of_its_unit),
        cmocka_unit_test(every_unit_that_is_a_word_has_a_norwegian_one),
        cmocka_unit_test(a_negative_number_keeps_its_sign_below_one),
        cmocka_unit_test(nothing_is_ever_minus_zero),
        cmocka_unit_test(a_number_too_long_to_read_is_given_by_powers_of_ten),
        cmocka_unit_test(what_is_not_a_number_is_empty),
        cmocka_unit_test(digits_stand_in_threes_from_five_on),
        cmocka_unit_test(a_huge_number_is_whole),
        cmocka_unit_test(a_figure_for_a_program_is_exact_to_six_decimals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
