/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "font.h"

#include <math.h>
#include <string.h>

static void widths_are_those_of_arial(void **state)
{
    (void)state;
    /* Published advance widths in 1/1000 em: a 556, i 222, W 944, space 278, bold a 556.
     */
    assert_true(fabs(spenn_font_width("a", 1000.0, false) - 556.0) < 0.5);
    assert_true(fabs(spenn_font_width("i", 1000.0, false) - 222.0) < 0.5);
    assert_true(fabs(spenn_font_width("W", 1000.0, false) - 944.0) < 0.5);
    assert_true(fabs(spenn_font_width(" ", 1000.0, true) - 278.0) < 0.5);
    assert_true(fabs(spenn_font_width("æ", 1000.0, false) - 889.0) < 0.5);
    assert_true(fabs(spenn_font_width("Ø", 1000.0, true) - 778.0) < 0.5);
}

static void bytes_that_are_no_utf8_are_measured_not_trusted(void **state)
{
    (void)state;
    assert_true(spenn_font_width("\xF0\x9F", 10.0, false) > 0.0);
    assert_true(spenn_font_width("\xFF\xC3(", 10.0, false) > 0.0);
    assert_true(spenn_font_width("", 10.0, false) == 0.0);
}

static void lines_are_balanced(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    const char **line;
    struct spenn_font_wrap wrap = {9.5, 104.0, 4, .bold = false};
    int32_t count =
        spenn_font_lines(&memory, "Innovasjons- og utviklingsavdelingen", &wrap, &line);
    assert_int_equal(count, 2);
    assert_string_equal(line[0], "Innovasjons- og");
    assert_string_equal(line[1], "utviklingsavdelingen");
    count =
        spenn_font_lines(&memory, "Plan, bygg, kart og oppmåling i nord", &wrap, &line);
    assert_int_equal(count, 2);
    assert_string_equal(line[0], "Plan, bygg, kart og");
    spenn_arena_free(&memory);
}

static size_t letters(const char *text)
{
    size_t count = 0;
    for (const char *c = text; *c; c++) {
        count += *c != ' ';
    }
    return count;
}

static void no_line_is_wider_than_allowed_and_no_letter_lost(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    const char *text = "Kommunikasjons-/beredskapsavdelingen for kystnærområder";
    for (int32_t most = 20; most < 300; most += 7) {
        const char **line;
        struct spenn_font_wrap wrap = {9.5, most, 99, .bold = true};
        int32_t count = spenn_font_lines(&memory, text, &wrap, &line);
        size_t kept = 0;
        for (int32_t i = 0; i < count; i++) {
            assert_true(spenn_font_width(line[i], 9.5, true) <= most + 1e-9);
            kept += letters(line[i]);
        }
        assert_int_equal(kept, letters(text));
    }
    spenn_arena_free(&memory);
}

static void a_text_without_letters_has_no_lines(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    const char **line;
    struct spenn_font_wrap wrap = {9.5, 50.0, 4, .bold = false};
    assert_int_equal(spenn_font_lines(&memory, "", &wrap, &line), 0);
    spenn_arena_free(&memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_are_those_of_arial),
        cmocka_unit_test(bytes_that_are_no_utf8_are_measured_not_trusted),
        cmocka_unit_test(lines_are_balanced),
        cmocka_unit_test(no_line_is_wider_than_allowed_and_no_letter_lost),
        cmocka_unit_test(a_text_without_letters_has_no_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
