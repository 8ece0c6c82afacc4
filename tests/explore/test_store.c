/* SPDX-License-Identifier: MIT */
#include "near.h"
#include "store.h"
#include "unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HEAD                                                                             \
    "# spenn explore 1\n# fingerprint 0123456789abcdef\n# scenario s.yaml\n"             \
    "# assumptions -\n# points 8\n# trajectories 1\n# replications 2\n# shard 1\n"       \
    "# shards 2\n# expectations 1\n# seed 18446744073709551615\n# warm-up 75\n"          \
    "number,verdict-1,difference-1,low-1,high-1\n"

enum { rows = 40 };

struct kept { /* an exploration of two inputs, its file, and what reading it said */
    char directory[32];
    const char *path;
    int8_t verdict[rows];
    double difference[rows], low[rows], high[rows];
    struct spenn_exploration x;
    struct spenn_store store;
    struct spenn_error err;
    struct spenn_arena memory;
};

static void make(struct kept *k, const char *text, size_t length)
{
    *k = (struct kept){.directory = "/tmp/spenn-store-XXXXXX"};
    assert_non_null(mkdtemp(k->directory));
    k->path = spenn_arena_format(&k->memory, "%s/evaluations.csv", k->directory);
    FILE *out = fopen(k->path, "w");
    assert_non_null(out);
    assert_int_equal(fwrite(text, 1, length, out), length);
    assert_int_equal(fclose(out), 0);
    k->x = (struct spenn_exploration){.inputs = 2,
        .expectations = 1,
        .options = {.points = 8, .trajectories = 1, .shard = 1, .shards = 2},
        .core = {.screened = 3},
        .outcome = {rows, k->verdict, k->difference, k->low, k->high}};
    memset(k->verdict, SPENN_OUTCOME_MISSING, sizeof k->verdict);
}

static void drop(struct kept *k)
{
    spenn_store_close(&k->store);
    spenn_error_free(&k->err);
    assert_int_equal(unlink(k->path), 0);
    assert_int_equal(rmdir(k->directory), 0);
    spenn_arena_free(&k->memory);
}

static bool take(struct kept *k)
{
    return spenn_store_look(&k->store, k->directory, &k->err)
        && spenn_store_load(&k->store, &k->x, &k->err);
}

/* The file with line `line` (from 1) in place of its own is refused there. */
static void refuses(int32_t line, const char *text, const char *said)
{
    static const char whole[] = HEAD "0,supported,1,0.5,1.5\n3,undecided,-1,-3,1\n";
    struct kept k;
    struct spenn_arena memory = {0};
    const char *at = whole;
    for (int32_t i = 1; i < line; i++) {
        at = strchr(at, '\n') + 1;
    }
    const char *rest = strchr(at, '\n') + 1;
    const char *changed =
        spenn_arena_format(&memory, "%.*s%s\n%s", (int)(at - whole), whole, text, rest);
    make(&k, changed, strlen(changed));
    assert_false(take(&k));
    assert_int_equal(k.err.count, 1);
    const char *place = spenn_arena_format(&memory, "%s:%d: %s", k.path, line, said);
    if (strncmp(k.err.list[0].text, place, strlen(place)) != 0) {
        fail_msg("'%s' is not '%s'", k.err.list[0].text, place);
    }
    drop(&k);
    spenn_arena_free(&memory);
}

static void a_head_that_is_not_ours_is_refused_in_its_line(void **state)
{
    (void)state;
    refuses(1, "# something else", "'# spenn explore 1' belongs here");
    refuses(2, "# fingerprint 0123", "'# fingerprint' and 16 digits belong here");
    refuses(2, "# fingerprint 0123456789abcdeX", "'# fingerprint' and 16 digits");
    refuses(3, "# scenario ", "'# scenario' and its file belong here");
    refuses(4, "assumptions -", "'# assumptions' and their file, or -");
    refuses(5, "# points 1e3", "'# points' and a whole number from 1 to 8192");
    refuses(5, "# points 99999999999999", "'# points' and a whole number");
    refuses(7, "# replications 1", "'# replications' and a whole number from 2");
    refuses(9, "# shards 0", "'# shards' and a whole number");
    refuses(10, "# expectations -1", "'# expectations' and a whole number");
    refuses(11, "# seed -1", "'# seed' and a whole number");
    refuses(11, "# seed 18446744073709551616", "'# seed' and a whole number");
    refuses(12, "# warm-up nan", "'# warm-up' and hours");
    refuses(13, "number,verdict-1", "the names of the columns belong here");
}

static void an_evaluation_that_cannot_be_is_refused_in_its_line(void **state)
{
    (void)state;
    refuses(14, "", "the number of an evaluation belongs here");
    refuses(14, "x,supported,1,1,1", "the number of an evaluation belongs here");
    refuses(14, "-1,supported,1,1,1", "the number of an evaluation belongs here");
    refuses(14, "40,supported,1,1,1", "the number of an evaluation belongs here");
    refuses(14, "99999999999999999999,invalid,,,", "the number of an evaluation");
    refuses(14, "4,supported,1,1,1", "this evaluation is of another shard");
    refuses(15, "0,supported,1,1,1", "this evaluation is there twice");
    refuses(14, "0,perhaps,1,1,1", "a verdict belongs here");
    refuses(14, "0", "a verdict belongs here");
    refuses(14, "0,supported,1", "a number or nothing belongs here");
    refuses(14, "0,supported,0x1p3,1,1", "a number or nothing belongs here");
    refuses(14, "0,supported,nan,1,1", "a number or nothing belongs here");
    refuses(14, "0,supported, 1,1,1", "a number or nothing belongs here");
    refuses(14, "0,supported,1-1,1,1", "a number or nothing belongs here");
    refuses(14, "0,supported,1,1,1,1", "the line has more fields than columns");
}

static void bytes_that_are_no_text_are_refused(void **state)
{
    (void)state;
    static const char text[] = "# spenn explore 1\n\0\xff\n";
    struct kept k;
    make(&k, text, sizeof text - 1);
    assert_false(take(&k));
    assert_int_equal(k.err.count, 1);
    drop(&k);
}

static void numbers_come_back_to_the_last_bit(void **state)
{
    (void)state;
    static const double odd[] = {1.0 / 3, -0.0, 1e300, 5e-324, 0.1 + 0.2, INFINITY};
    enum { odds = sizeof odd / sizeof *odd };
    struct kept k;
    make(&k, "", 0);
    const struct spenn_store_head head = {
        "0123456789abcdef", "s.yaml", NULL, 8, 1, 2, 1, 2, 1, 3, 75};
    assert_true(spenn_store_open(&k.store, k.directory, false, &k.err));
    assert_null(k.store.text);
    assert_true(spenn_store_begin(&k.store, &head, &k.err));
    for (int32_t i = 0; i < odds; i++) {
        int32_t e = i < 3 ? i : 2 * i - 3;
        k.verdict[e] = i == 1 ? SPENN_OUTCOME_INVALID : SPENN_UNDECIDED;
        k.difference[e] = odd[i];
        k.low[e] = -odd[i];
        k.high[e] = NAN;
        assert_true(spenn_store_add(&k.store, &k.x, e, &k.err));
    }
    spenn_store_close(&k.store);
    struct kept back = k;
    back.x.outcome = (struct spenn_explore_outcomes){
        rows, back.verdict, back.difference, back.low, back.high};
    memset(back.verdict, SPENN_OUTCOME_MISSING, sizeof back.verdict);
    memset(back.difference, 0, sizeof back.difference);
    assert_true(take(&back));
    assert_memory_equal(k.verdict, back.verdict, sizeof k.verdict);
    assert_memory_equal(k.difference, back.difference, sizeof k.difference);
    assert_true(isnan(back.high[0]) && back.low[0] == -odd[0]);
    drop(&back);
}

static void a_torn_last_line_is_as_if_it_were_not_there(void **state)
{
    (void)state;
    static const char whole[] = HEAD "0,supported,1,0.5,1.5\n3,undecided,-1,-3,1\n";
    for (size_t length = 0; length < sizeof whole - 1; length++) {
        struct kept k;
        make(&k, whole, length);
        bool has_head = length >= sizeof HEAD - 1;
        bool has_first = length >= sizeof HEAD - 1 + 22;
        assert_true(spenn_store_open(&k.store, k.directory, false, &k.err));
        assert_true((k.store.text != NULL) == has_head);
        assert_true(spenn_store_load(&k.store, &k.x, &k.err));
        assert_true((k.verdict[0] == SPENN_SUPPORTED) == has_first);
        assert_int_equal(k.verdict[3], SPENN_OUTCOME_MISSING);
        drop(&k);
    }
}

/* A head whose fingerprint fits was changed by hand when its columns do not. */
static void what_is_different_is_said_with_what_to_do(void **state)
{
    (void)state;
    struct kept k;
    make(&k, HEAD, sizeof HEAD - 1);
    assert_true(spenn_store_look(&k.store, k.directory, &k.err));
    struct spenn_store_head wanted = k.store.head;
    assert_true(wanted.seed == UINT64_MAX);
    assert_true(spenn_store_fits(&k.store, &wanted, &k.err));
    wanted.points = 16;
    wanted.expectations = 2;
    assert_false(spenn_store_fits(&k.store, &wanted, &k.err));
    assert_int_equal(k.err.count, 2);
    assert_non_null(strstr(k.err.list[0].text,
        "was begun with points 8, not 16: the same --points goes on with it, --fresh"));
    assert_non_null(strstr(
        k.err.list[1].text, "was begun with expectations 1, not 2: --fresh forgets"));
    drop(&k);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_head_that_is_not_ours_is_refused_in_its_line),
        cmocka_unit_test(an_evaluation_that_cannot_be_is_refused_in_its_line),
        cmocka_unit_test(bytes_that_are_no_text_are_refused),
        cmocka_unit_test(numbers_come_back_to_the_last_bit),
        cmocka_unit_test(a_torn_last_line_is_as_if_it_were_not_there),
        cmocka_unit_test(what_is_different_is_said_with_what_to_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
