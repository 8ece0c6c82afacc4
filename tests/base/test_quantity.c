/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "quantity.h"

static double duration(const char *text)
{
    double hours = -99;
    return spenn_parse_duration(text, &hours) ? hours : -99;
}

static double rate(const char *text)
{
    double per_hour = -99;
    return spenn_parse_rate(text, &per_hour) ? per_hour : -99;
}

static void durations_are_working_time(void **state)
{
    (void)state;
    assert_float_equal(duration("30min"), 0.5, 0);
    assert_float_equal(duration("1d"), 7.5, 0);
    assert_float_equal(duration("1w"), 37.5, 0);
    assert_float_equal(duration("1mo"), 162.5, 0);
    assert_float_equal(duration("1y"), 52 * 37.5, 0);
    assert_float_equal(duration("0"), 0, 0);
    assert_float_equal(duration("-2h"), -2, 0);
}

static void what_is_no_duration_is_refused(void **state)
{
    (void)state;
    const char *bad[] = {
        "", "2", "h", "2 weeks", "2hh", "inf", "nan h", "0x10h", "1e400h"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_float_equal(duration(bad[i]), -99, 0);
    }
}

static void rates_are_per_working_hour(void **state)
{
    (void)state;
    assert_float_equal(rate("37.5/w"), 1, 1e-15);
    assert_float_equal(rate("1950/y"), 1, 1e-15);
    assert_float_equal(rate("1/min"), 60, 0);
    assert_float_equal(rate("40"), -99, 0);
    assert_float_equal(rate("40/fortnight"), -99, 0);
}

static void shares_come_in_two_spellings(void **state)
{
    (void)state;
    double share = 0;
    assert_true(spenn_parse_share("4%", &share));
    assert_float_equal(share, 0.04, 0);
    assert_true(spenn_parse_share("0.04", &share));
    assert_float_equal(share, 0.04, 0);
    assert_true(spenn_parse_share("5 %", &share));
    assert_float_equal(share, 0.05, 0);
    assert_false(spenn_parse_share("4 %x", &share));
    assert_false(spenn_parse_share("4 ", &share));
}

static void what_is_written_reads_back_to_the_last_bit(void **state)
{
    (void)state;
    const double values[] = {1.0 / 3, 0.1, 20.0 / 60, 37.5, 1e-9, 123456.789, 2.0 / 7};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        char text[40];
        double back = 0;
        assert_true(spenn_parse_duration(
            spenn_format_duration(text, sizeof text, values[i]), &back));
        assert_true(back == values[i]);
        assert_true(
            spenn_parse_rate(spenn_format_rate(text, sizeof text, values[i]), &back));
        assert_true(back == values[i]);
        assert_true(
            spenn_parse_share(spenn_format_share(text, sizeof text, values[i]), &back));
        assert_true(back == values[i]);
    }
}

static void the_shortest_unit_is_written(void **state)
{
    (void)state;
    char text[40];
    assert_string_equal(spenn_format_duration(text, sizeof text, 20.0 / 60), "20min");
    assert_string_equal(spenn_format_duration(text, sizeof text, 75), "2w");
    assert_string_equal(spenn_format_duration(text, sizeof text, 0.5), "30min");
    assert_string_equal(spenn_format_duration(text, sizeof text, 1.5), "1.5h");
    assert_string_equal(spenn_format_rate(text, sizeof text, 26.0 / 1950), "26/y");
    assert_string_equal(spenn_format_rate(text, sizeof text, 1.0 / 37.5), "52/y");
    assert_string_equal(spenn_format_rate(text, sizeof text, 25.0 / 37.5), "25/w");
    assert_string_equal(spenn_format_share(text, sizeof text, 0.07), "7%");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(durations_are_working_time),
        cmocka_unit_test(what_is_no_duration_is_refused),
        cmocka_unit_test(rates_are_per_working_hour),
        cmocka_unit_test(shares_come_in_two_spellings),
        cmocka_unit_test(what_is_written_reads_back_to_the_last_bit),
        cmocka_unit_test(the_shortest_unit_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
