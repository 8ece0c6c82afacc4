/* SPDX-License-Identifier: MIT
 * Rows about the same thing in two sets of results. */
#include "unit.h"

#include "match.h"

enum { count = 4 };

static const struct spenn_measure wait = {.id = "wait"};
static const struct spenn_measure *measure[count] = {&wait, &wait, &wait, &wait};
static int32_t over[count] = {
    SPENN_OVER_UNITS, SPENN_OVER_UNITS, SPENN_OVER_UNITS, SPENN_OVER_FORUMS};
static int32_t row[count] = {0, 1, 1, 0};

static struct spenn_results results_about(const char **subject)
{
    return (struct spenn_results){
        .count = count, .measure = measure, .over = over, .row = row, .subject = subject};
}

static void matches(
    const char **of, const char *const *before, const char **in, const int32_t *expected)
{
    struct spenn_arena memory = {0};
    const struct spenn_results a = results_about(of), b = results_about(in);
    const int32_t *twin = spenn_match_rows(&memory, &a, before, &b);
    for (int32_t i = 0; i < count; i++) {
        assert_int_equal(twin[i], expected[i]);
    }
    spenn_arena_free(&memory);
}

static void rows_about_what_is_called_the_same_match(void **state)
{
    (void)state;
    const char *of[] = {"b", "a", "a/cases", "a"}, *in[] = {"a", "b", "b/cases", "a"};
    matches(of, NULL, in, (const int32_t[]){1, 0, -1, 3});
}

static void a_renamed_unit_and_each_of_its_desks_match_what_they_were(void **state)
{
    (void)state;
    const char *of[] = {"a", "c", "c/cases", "c"}, *in[] = {"a", "b", "b/cases", "c"};
    const char *const before[] = {"a", "b"};
    matches(of, before, in, (const int32_t[]){0, 1, 2, 3});
    matches(of, NULL, in, (const int32_t[]){0, -1, -1, 3});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_about_what_is_called_the_same_match),
        cmocka_unit_test(a_renamed_unit_and_each_of_its_desks_match_what_they_were),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
