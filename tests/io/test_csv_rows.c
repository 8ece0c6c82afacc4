/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "tiny.h"

struct parsed {
    struct spenn_arena memory;
    struct spenn_error err;
    struct spenn_value list;
    bool ok;
};

static struct parsed parse(const char *text)
{
    struct parsed p = {0};
    p.ok = spenn_csv_parse(
        &(struct spenn_file){"u.csv", text, strlen(text)}, &p.memory, &p.list, &p.err);
    return p;
}

static void done(struct parsed *p)
{
    spenn_arena_free(&p->memory);
    spenn_error_free(&p->err);
}

static void assert_problem(const char *text, const char *expected)
{
    struct parsed p = parse(text);
    assert_false(p.ok);
    assert_int_equal(p.err.count, 1);
    assert_string_equal(p.err.list[0].text, expected);
    done(&p);
}

static const char *cell(const struct parsed *p, int32_t row, const char *key)
{
    const struct spenn_value *value = spenn_value_get(p->list.item[row], key);
    return value ? value->text : NULL;
}

static void rows_become_maps_by_the_header(void **state)
{
    (void)state;
    struct parsed p = parse("id,name\na,Avdeling\nb,\"Bø, nord\"\n");
    assert_true(p.ok);
    assert_int_equal(p.list.count, 2);
    assert_string_equal(cell(&p, 0, "id"), "a");
    assert_string_equal(cell(&p, 1, "name"), "Bø, nord");
    done(&p);
}

static void a_byte_order_mark_crlf_and_semicolons_are_read(void **state)
{
    (void)state;
    struct parsed p = parse("\xef\xbb\xbfid;name\r\na;x,y\r\nb;\"q \"\"z\"\"\"\r\n");
    assert_true(p.ok);
    assert_string_equal(cell(&p, 0, "id"), "a");
    assert_string_equal(cell(&p, 0, "name"), "x,y");
    assert_string_equal(cell(&p, 1, "name"), "q \"z\"");
    done(&p);
}

static void tabs_separate_too(void **state)
{
    (void)state;
    struct parsed p = parse("id\tname\na\tx, y; z\n");
    assert_true(p.ok);
    assert_string_equal(cell(&p, 0, "name"), "x, y; z");
    done(&p);
}

static void an_empty_cell_is_not_given_and_an_empty_row_is_no_row(void **state)
{
    (void)state;
    struct parsed p = parse("id,fte,name\na,,x\n\n,,\nb,2,\n");
    assert_true(p.ok);
    assert_int_equal(p.list.count, 2);
    assert_null(cell(&p, 0, "fte"));
    assert_string_equal(cell(&p, 0, "name"), "x");
    assert_null(cell(&p, 1, "name"));
    assert_int_equal(p.list.item[1]->at.line, 5);
    done(&p);
}

static void places_count_lines_of_the_file_also_behind_a_cell_with_line_breaks(
    void **state)
{
    (void)state;
    struct parsed p = parse("id,name\na,\"one\ntwo\nthree\"\nb,x\n");
    assert_true(p.ok);
    assert_string_equal(cell(&p, 0, "name"), "one\ntwo\nthree");
    assert_int_equal(p.list.item[0]->at.line, 2);
    assert_int_equal(p.list.item[1]->at.line, 5);
    done(&p);
}

static void every_cell_has_its_place(void **state)
{
    (void)state;
    struct parsed p = parse("id,name,kind\n\n\"a\nb\",\"x, \"\"y\"\"\nz\",c\r\nd,,e\n");
    assert_true(p.ok);
    assert_int_equal(p.list.count, 2);
    static const int32_t place[2][3][2] = {{{3, 1}, {4, 4}, {5, 4}}, {{6, 1}, {6, 4}}};
    for (int32_t r = 0; r < 2; r++) {
        const struct spenn_value *row = p.list.item[r];
        assert_int_equal(row->at.line, place[r][0][0]);
        for (int32_t i = 0; i < row->count; i++) {
            assert_int_equal(row->item[i]->at.line, place[r][i][0]);
            assert_int_equal(row->item[i]->at.column, place[r][i][1]);
        }
    }
    assert_int_equal(p.list.item[1]->key_at[1].column, 9);
    done(&p);
}

static void the_last_row_needs_no_line_end(void **state)
{
    (void)state;
    struct parsed p = parse("id\na\nb");
    assert_true(p.ok);
    assert_int_equal(p.list.count, 2);
    assert_string_equal(cell(&p, 1, "id"), "b");
    done(&p);
}

static void rows_of_another_width_are_problems(void **state)
{
    (void)state;
    assert_problem("id,name\na,x,y\n", "u.csv:2: 3 cells, but the header has 2");
    assert_problem("id,name\na,x\nb\n", "u.csv:3: 1 cells, but the header has 2");
}

static void the_header_names_every_column_once(void **state)
{
    (void)state;
    assert_problem("id,name,id\na,b,c\n", "u.csv:1:9: column 'id' occurs twice");
    assert_problem("id,,name\na,b,c\n", "u.csv:1:4: column 2 needs a name");
    assert_problem(
        "Our agency,\nid,name,kind\na,b,c\n", "u.csv:1:12: column 2 needs a name");
    assert_problem("", "u.csv: there is no header row");
}

static void a_quote_that_is_not_closed_is_a_problem(void **state)
{
    (void)state;
    assert_problem(
        "id,name\na,\"x\n", "u.csv:2: a quote inside a cell, or one that is not closed");
    assert_problem("id,name\na,\"x\nb,y\nc,z\n",
        "u.csv:2: a quote inside a cell, or one that is not closed");
}

static void a_table_that_is_not_utf8_is_refused_with_its_place(void **state)
{
    (void)state;
    assert_problem("id,name\na,B\xf8\n",
        "u.csv:2:4: byte 0xf8 is not UTF-8; save the file as UTF-8");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_become_maps_by_the_header),
        cmocka_unit_test(a_byte_order_mark_crlf_and_semicolons_are_read),
        cmocka_unit_test(tabs_separate_too),
        cmocka_unit_test(an_empty_cell_is_not_given_and_an_empty_row_is_no_row),
        cmocka_unit_test(
            places_count_lines_of_the_file_also_behind_a_cell_with_line_breaks),
        cmocka_unit_test(every_cell_has_its_place),
        cmocka_unit_test(the_last_row_needs_no_line_end),
        cmocka_unit_test(rows_of_another_width_are_problems),
        cmocka_unit_test(the_header_names_every_column_once),
        cmocka_unit_test(a_quote_that_is_not_closed_is_a_problem),
        cmocka_unit_test(a_table_that_is_not_utf8_is_refused_with_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
