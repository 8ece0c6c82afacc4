/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "terminal.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

static const char letters[] =
    "ååååååååååååååååååååååååååååååååååååååååååååååååååååååååååå"
    "ååååååååååååååååååååååååååååååååå"; /* 92 columns */

static void a_cell_takes_exactly_its_columns(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    assert_string_equal(spenn_terminal_cell(&memory, "blåbær", 8, false), "blåbær  ");
    assert_string_equal(spenn_terminal_cell(&memory, "blåbær", 8, true), "  blåbær");
    assert_string_equal(spenn_terminal_cell(&memory, "blåbær", 6, true), "blåbær");
    assert_string_equal(spenn_terminal_cell(&memory, "blåbær", 4, false), "blå…");
    assert_string_equal(spenn_terminal_cell(&memory, "", 2, false), "  ");
    const char *cut = spenn_terminal_cell(&memory, letters, 80, false);
    assert_int_equal(spenn_text_width(cut), 80);
    spenn_arena_free(&memory);
}

static void a_line_is_cut_at_eighty_columns_and_has_no_space_at_its_end(void **state)
{
    (void)state;
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    struct spenn_terminal terminal = {out, 3};
    spenn_terminal_put(&terminal, letters);
    spenn_terminal_put(&terminal, "end  ");
    spenn_terminal_put(&terminal, "");
    spenn_terminal_put(&terminal, "one too many");
    assert_int_equal(fclose(out), 0);
    char *second = strchr(text, '\n') + 1;
    assert_string_equal(second, "end\n\n");
    second[-1] = '\0';
    assert_int_equal(spenn_text_width(text), 80);
    free(text);
}

static void a_long_text_is_broken_at_spaces(void **state)
{
    (void)state;
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    struct spenn_terminal terminal = {out, 9};
    spenn_terminal_wrap(&terminal,
        "one hundred columns of text do not fit into the eighty columns of one line of a "
        "terminal but they do fit into two",
        2);
    spenn_terminal_wrap(&terminal, "short", 2);
    spenn_terminal_wrap(&terminal, "", 2);
    assert_int_equal(fclose(out), 0);
    assert_int_equal(terminal.left, 6);
    assert_string_equal(text,
        "one hundred columns of text do not fit into the eighty columns of one line of "
        "a\n"
        "terminal but they do fit into two\nshort\n");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cell_takes_exactly_its_columns),
        cmocka_unit_test(a_line_is_cut_at_eighty_columns_and_has_no_space_at_its_end),
        cmocka_unit_test(a_long_text_is_broken_at_spaces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
