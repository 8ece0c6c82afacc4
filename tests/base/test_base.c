/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "fail.h"
#include "table.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

static void arena_memory_is_zeroed_and_aligned(void **state)
{
    (void)state;
    struct spenn_arena arena = {0};
    for (size_t n = 0; n < 3000; n += 7) {
        char *bytes = spenn_arena_alloc(&arena, n, 3);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < n * 3; i++) {
            assert_int_equal(bytes[i], 0);
            bytes[i] = 'x';
        }
    }
    spenn_arena_free(&arena);
    assert_null(arena.blocks);
}

static void problems_come_sorted_by_place_and_once(void **state)
{
    (void)state;
    struct spenn_error err = {0};
    const struct spenn_where late = {"b.yaml", 3, 1}, early = {"b.yaml", 2, 9};
    assert_false(spenn_fail(&err, late, "unknown key '%s'", "x"));
    assert_false(spenn_fail(&err, early, "wrong"));
    assert_false(spenn_fail(&err, early, "wrong"));
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    spenn_error_print(&err, out);
    (void)fclose(out);
    assert_string_equal(text, "b.yaml:2:9: wrong\nb.yaml:3:1: unknown key 'x'\n");
    free(text);
    spenn_error_free(&err);
}

static void too_many_problems_are_counted_not_kept(void **state)
{
    (void)state;
    struct spenn_error err = {0};
    for (int i = 0; i < 250; i++) {
        (void)spenn_fail(&err, (struct spenn_where){"f", i + 1, 0}, "bad");
    }
    assert_int_equal(err.count, 250);
    assert_int_equal(err.kept, spenn_error_limit);
    spenn_error_free(&err);
}

static void text_is_checked_for_utf8_and_nul(void **state)
{
    (void)state;
    assert_int_equal(spenn_text_valid("blåbær", strlen("blåbær")), strlen("blåbær"));
    assert_int_equal(spenn_text_valid("ab\xff", 3), 2);
    assert_int_equal(spenn_text_valid("ab\0c", 4), 2);
    assert_int_equal(spenn_text_valid("\xc3", 1), 0);
    assert_int_equal(spenn_text_width("blåbær"), 6);
}

static void the_nearest_name_is_offered_when_near(void **state)
{
    (void)state;
    const char *names[] = {"reports-to", "kind", "count"};
    assert_string_equal(spenn_text_nearest("repots-to", names, 3), "reports-to");
    assert_string_equal(spenn_text_nearest("knid", names, 3), "kind");
    assert_null(spenn_text_nearest("salary", names, 3));
}

static void a_list_holds_whole_items(void **state)
{
    (void)state;
    assert_true(spenn_text_lists("nord,sør,øst", "nord"));
    assert_true(spenn_text_lists("nord,sør,øst", "sør"));
    assert_true(spenn_text_lists("nord,sør,øst", "øst"));
    assert_false(spenn_text_lists("nordøst,sør", "nord"));
    assert_false(spenn_text_lists("nordøst,sør", "øst"));
    assert_false(spenn_text_lists("nord,sør", "nord,sør"));
    assert_false(spenn_text_lists(NULL, "nord"));
}

static void globs_match_runs(void **state)
{
    (void)state;
    assert_true(spenn_text_glob("region-*", "region-12"));
    assert_true(spenn_text_glob("*-1*2", "region-1112"));
    assert_true(spenn_text_glob("*", ""));
    assert_false(spenn_text_glob("region-*", "regio"));
    assert_false(spenn_text_glob("a*b", "abc"));
}

static void an_index_finds_every_key_it_was_given(void **state)
{
    (void)state;
    struct spenn_arena arena = {0};
    struct spenn_index index = {0};
    for (int32_t i = 0; i < 5000; i++) {
        const char *key = spenn_arena_format(&arena, "unit-%d", i);
        assert_int_equal(spenn_index_add(&arena, &index, key, i), -1);
    }
    assert_int_equal(spenn_index_add(&arena, &index, "unit-7", 9), 7);
    assert_int_equal(spenn_index_find(&index, "unit-4999"), 4999);
    assert_int_equal(spenn_index_find(&index, "unit-5000"), -1);
    spenn_arena_free(&arena);
}

struct pairs {
    int32_t count, room;
    int32_t *a;
    double *b;
};

static void rows_are_kept_copied_and_dropped_as_one(void **state)
{
    (void)state;
    static const struct spenn_table_column columns[] = {
        SPENN_COLUMN(struct pairs, a), SPENN_COLUMN(struct pairs, b)};
    const struct spenn_table_type type = {columns, 2};
    struct spenn_arena arena = {0};
    struct pairs t = {0}, copy = {0};
    for (int32_t i = 0; i < 100; i++) {
        int32_t row = spenn_table_add(&arena, &t, &type);
        t.a[row] = i;
        t.b[row] = i / 2.0;
    }
    spenn_table_copy(&arena, &copy, &t, &type);
    bool keep[100];
    int32_t row[100];
    for (int32_t i = 0; i < 100; i++) {
        keep[i] = i % 3 == 0;
    }
    assert_int_equal(spenn_table_keep(&t, &type, keep, row), 34);
    assert_int_equal(t.a[33], 99);
    assert_float_equal(t.b[33], 49.5, 0);
    assert_int_equal(row[3], 1);
    assert_int_equal(row[4], -1);
    assert_int_equal(copy.a[98], 98);
    spenn_arena_free(&arena);
}

static void chains_give_the_rows_of_a_group_in_their_order(void **state)
{
    (void)state;
    static const int32_t group[] = {2, 0, 2, 2, 0};
    struct spenn_arena memory = {0};
    struct spenn_chains chains = spenn_chains_make(&memory, group, 5, 4);
    assert_int_equal(chains.first[0], 1);
    assert_int_equal(chains.next[1], 4);
    assert_int_equal(chains.next[4], -1);
    assert_int_equal(chains.first[1], -1);
    assert_int_equal(chains.first[2], 0);
    assert_int_equal(chains.next[0], 2);
    assert_int_equal(chains.next[2], 3);
    assert_int_equal(chains.next[3], -1);
    assert_int_equal(chains.first[3], -1);
    spenn_arena_free(&memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_memory_is_zeroed_and_aligned),
        cmocka_unit_test(problems_come_sorted_by_place_and_once),
        cmocka_unit_test(too_many_problems_are_counted_not_kept),
        cmocka_unit_test(text_is_checked_for_utf8_and_nul),
        cmocka_unit_test(the_nearest_name_is_offered_when_near),
        cmocka_unit_test(a_list_holds_whole_items),
        cmocka_unit_test(globs_match_runs),
        cmocka_unit_test(an_index_finds_every_key_it_was_given),
        cmocka_unit_test(rows_are_kept_copied_and_dropped_as_one),
        cmocka_unit_test(chains_give_the_rows_of_a_group_in_their_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
