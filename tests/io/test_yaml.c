/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "tiny.h"

#include <stdio.h>
#include <stdlib.h>

struct parsed {
    struct spenn_arena memory;
    struct spenn_error err;
    const struct spenn_value *document;
    bool ok;
};

static struct parsed parse_bytes(const char *text, size_t length)
{
    struct parsed p = {0};
    p.ok = spenn_yaml_parse(
        &(struct spenn_file){"f.yaml", text, length}, &p.memory, &p.document, &p.err);
    return p;
}

static struct parsed parse(const char *text)
{
    return parse_bytes(text, strlen(text));
}

static void done(struct parsed *p)
{
    spenn_arena_free(&p->memory);
    spenn_error_free(&p->err);
}

/* The text has exactly this one problem. */
static void assert_problem(const char *text, const char *expected)
{
    struct parsed p = parse(text);
    assert_false(p.ok);
    assert_int_equal(p.err.count, 1);
    assert_string_equal(p.err.list[0].text, expected);
    done(&p);
}

static const char *text_at(const struct parsed *p, const char *key)
{
    const struct spenn_value *value = spenn_value_get(p->document, key);
    assert_non_null(value);
    return value->text;
}

static void every_value_knows_its_line_and_column_in_bytes(void **state)
{
    (void)state;
    struct parsed p = parse("\xef\xbb\xbf"
                            "a: 1\r\n"
                            "næring: [1, \"ø\", x]\r\n");
    assert_true(p.ok);
    const struct spenn_value *list = spenn_value_get(p.document, "næring");
    assert_int_equal(p.document->key_at[1].line, 2);
    assert_int_equal(p.document->key_at[1].column, 1);
    assert_int_equal(list->at.column, 10);
    assert_int_equal(list->item[1]->at.column, 14);
    assert_int_equal(list->item[2]->at.column, 20);
    assert_int_equal(list->item[2]->at.line, 2);
    done(&p);
}

static void words_that_yaml_1_1_takes_for_something_else_stay_words(void **state)
{
    (void)state;
    struct parsed p = parse("land: NO\nnr: 00106\nja: yes\ntom:\nnull: '~'\n");
    assert_true(p.ok);
    assert_string_equal(text_at(&p, "land"), "NO");
    assert_string_equal(text_at(&p, "nr"), "00106");
    assert_string_equal(text_at(&p, "ja"), "yes");
    assert_true(spenn_value_is_null(spenn_value_get(p.document, "tom")));
    assert_false(spenn_value_is_null(spenn_value_get(p.document, "null")));
    done(&p);
}

static void json_with_tabs_and_surrogates_is_read(void **state)
{
    (void)state;
    struct parsed p =
        parse("{\n\t\"a\": \"\\u00e5\\ud83d\\ude00\\/\",\n\t\"b\": [1, 2]\n}\n");
    assert_true(p.ok);
    assert_string_equal(text_at(&p, "a"), "å😀/");
    assert_int_equal(spenn_value_get(p.document, "b")->count, 2);
    done(&p);
}

static void single_quotes_keep_every_doubled_quote_and_fold_lines(void **state)
{
    (void)state;
    struct parsed p =
        parse("a: 'x''''''''''y'\nb: ''''\nc: 'p  \n\n\n  q'\nd: ' r\n  s '\n");
    assert_true(p.ok);
    assert_string_equal(text_at(&p, "a"), "x'''''y");
    assert_string_equal(text_at(&p, "b"), "'");
    assert_string_equal(text_at(&p, "c"), "p\n\nq");
    assert_string_equal(text_at(&p, "d"), " r s ");
    done(&p);
}

static void aliases_anchors_and_tags_are_refused_all_at_once(void **state)
{
    (void)state;
    struct parsed p = parse("a: &x [1]\nb: *x\nc: !!int 3\n");
    assert_false(p.ok);
    assert_int_equal(p.err.count, 3);
    assert_string_equal(p.err.list[0].text, "f.yaml:1:5: anchors (&) are not allowed");
    assert_string_equal(p.err.list[1].text, "f.yaml:2:5: aliases (*) are not allowed");
    assert_string_equal(p.err.list[2].text, "f.yaml:3:4: tags (!) are not allowed");
    done(&p);
}

static void an_alias_bomb_costs_nothing(void **state)
{
    (void)state;
    char text[20000] = "a0: &a0 [x]\n";
    for (int i = 1; i < 60; i++) {
        char line[200];
        (void)snprintf(line, sizeof line,
            "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n", i, i, i - 1, i - 1, i - 1,
            i - 1, i - 1, i - 1);
        (void)strcat(text, line);
    }
    struct parsed p = parse(text);
    assert_false(p.ok);
    assert_true(p.err.count > 60);
    done(&p);
}

static void a_key_that_occurs_twice_is_reported_each_time(void **state)
{
    (void)state;
    struct parsed p = parse("a: 1\nb: {c: 1, c: 2}\na: 3\na: 4\n");
    assert_false(p.ok);
    assert_int_equal(p.err.count, 3);
    assert_string_equal(
        p.err.list[0].text, "f.yaml:2:11: key 'c' occurs twice, first at line 2");
    assert_string_equal(
        p.err.list[2].text, "f.yaml:4:1: key 'a' occurs twice, first at line 1");
    done(&p);
}

static void a_doubled_key_is_found_in_a_large_map_too(void **state)
{
    (void)state;
    char text[4000] = "";
    for (int i = 0; i < 100; i++) {
        char line[32];
        (void)snprintf(line, sizeof line, "k%d: %d\n", i, i);
        (void)strcat(text, line);
    }
    (void)strcat(text, "k70: 1\n");
    assert_problem(text, "f.yaml:101:1: key 'k70' occurs twice, first at line 71");
}

static void what_is_not_utf8_is_found_before_parsing(void **state)
{
    (void)state;
    assert_problem(
        "a: 1\nb: \xe5\n", "f.yaml:2:4: byte 0xe5 is not UTF-8; save the file as UTF-8");
    struct parsed p = parse_bytes("a: x\0y\n", 7);
    assert_false(p.ok);
    assert_string_equal(
        p.err.list[0].text, "f.yaml:1:5: a NUL byte does not belong in a text file");
    done(&p);
}

static void an_escaped_nul_does_not_cut_a_text(void **state)
{
    (void)state;
    assert_problem(
        "a: \"x\\0y\"\n", "f.yaml:1:4: an escape in the text stands for no character");
}

static void syntax_errors_have_their_place(void **state)
{
    (void)state;
    assert_problem(
        "a: [1, 2", "f.yaml:1:9: not YAML: flow sequence without a closing bracket");
    assert_problem("a:\n\t- b\n",
        "f.yaml:2:1: not YAML: tab character may not be used as indentation; use spaces");
    assert_problem("a: 1\ntasks\n  - b: 2\n",
        "f.yaml:2:1: not YAML: invalid multiline plain key; is a ':' missing?");
    assert_problem("a: {b: [1, 2}\n",
        "f.yaml:1:13: not YAML: mismatched flow mapping end; is a bracket before it not "
        "closed?");
    assert_problem("å: b: c\n",
        "f.yaml:1:6: not YAML: invalid nested block mapping on the same line");
    assert_problem(
        "a: \"x\n", "f.yaml:1:5: not YAML: double-quoted scalar without closing quote");
}

static void a_file_holds_exactly_one_document(void **state)
{
    (void)state;
    assert_problem("", "f.yaml: the file is empty");
    assert_problem("# only this\n", "f.yaml: the file holds nothing but comments");
    assert_problem("--- a\n--- b\n", "f.yaml:2:5: a second document in one file");
}

static void keys_are_texts_and_not_too_long(void **state)
{
    (void)state;
    assert_problem("? [a]\n: b\n", "f.yaml:1:3: a key must be a text");
    size_t length = 1 << 20;
    char *text = malloc(length + 5);
    memset(text, 'x', length);
    memcpy(text + length, ": 1\n", 5);
    assert_problem(text,
        "f.yaml:1:1: a key is longer than 256 bytes: "
        "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...'");
    free(text);
}

static void nesting_ends_at_the_limit_whatever_follows(void **state)
{
    (void)state;
    size_t length = 200000;
    char *text = malloc(length + 1);
    memset(text, '[', length);
    text[length] = '\0';
    assert_problem(text, "f.yaml:1:33: nested deeper than 32 levels");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_value_knows_its_line_and_column_in_bytes),
        cmocka_unit_test(words_that_yaml_1_1_takes_for_something_else_stay_words),
        cmocka_unit_test(json_with_tabs_and_surrogates_is_read),
        cmocka_unit_test(single_quotes_keep_every_doubled_quote_and_fold_lines),
        cmocka_unit_test(aliases_anchors_and_tags_are_refused_all_at_once),
        cmocka_unit_test(an_alias_bomb_costs_nothing),
        cmocka_unit_test(a_key_that_occurs_twice_is_reported_each_time),
        cmocka_unit_test(a_doubled_key_is_found_in_a_large_map_too),
        cmocka_unit_test(what_is_not_utf8_is_found_before_parsing),
        cmocka_unit_test(an_escaped_nul_does_not_cut_a_text),
        cmocka_unit_test(syntax_errors_have_their_place),
        cmocka_unit_test(a_file_holds_exactly_one_document),
        cmocka_unit_test(keys_are_texts_and_not_too_long),
        cmocka_unit_test(nesting_ends_at_the_limit_whatever_follows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
