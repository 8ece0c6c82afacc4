/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "tiny.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct folder { /* of files for one test */
    char path[64];
    struct spenn_arena memory;
    struct spenn_error err;
    struct spenn_assumptions assume;
};

static const char *file_in(struct folder *folder, const char *name)
{
    return spenn_arena_format(&folder->memory, "%s/%s", folder->path, name);
}

static void write_file(struct folder *folder, const char *name, const char *text)
{
    FILE *out = fopen(file_in(folder, name), "w");
    assert_non_null(out);
    assert_true(fputs(text, out) >= 0);
    assert_int_equal(fclose(out), 0);
}

static int make_folder(void **state)
{
    struct folder *folder = calloc(1, sizeof *folder);
    (void)strcpy(folder->path, "/tmp/spenn-test-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    folder->assume = tiny_assumptions(&folder->memory);
    *state = folder;
    return 0;
}

static int remove_folder(void **state)
{
    static const char *const names[] = {"m.yaml", "s.yaml", "sub/u.csv", "big"};
    struct folder *folder = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        (void)unlink(file_in(folder, names[i]));
    }
    (void)rmdir(file_in(folder, "sub"));
    (void)rmdir(folder->path);
    spenn_arena_free(&folder->memory);
    spenn_error_free(&folder->err);
    free(folder);
    return 0;
}

/* The only problem, without the folder's name in front. */
static const char *problem(const struct folder *folder)
{
    assert_int_equal(folder->err.count, 1);
    const char *text = folder->err.list[0].text;
    size_t length = strlen(folder->path) + 1;
    return strncmp(text, folder->path, length - 1) == 0 ? text + length : text;
}

static void units_come_from_a_csv_beside_the_model(void **state)
{
    struct folder *folder = *state;
    struct spenn_model m;
    assert_int_equal(mkdir(file_in(folder, "sub"), 0700), 0);
    write_file(folder, "m.yaml", "spenn: model/1\nid: m\nunits: {csv: sub/u.csv}\n");
    write_file(folder, "sub/u.csv",
        "id,kind,reports-to,count,name-en,name,assumed,panel-en,panel\n"
        "d,executive,,,Director,Direktør,,,\n"
        "r,region,d,2,Region {n},Region {n},count fte,Regions,Regioner\n");
    assert_true(
        spenn_read_model(file_in(folder, "m.yaml"), &folder->assume, &m, &folder->err));
    assert_int_equal(m.units.count, 3);
    assert_string_equal(m.units.id[2], "r-2");
    assert_string_equal(m.units.name_en[0], "Director");
    assert_string_equal(m.units.name[0], "Direktør");
    assert_string_equal(m.units.name_en[2], "Region 2");
    assert_string_equal(m.units.assumed[1], "count,fte");
    assert_string_equal(m.units.panel[2], "Regioner");
    assert_string_equal(m.units.panel_en[2], "Regions");
    assert_int_equal(m.units.at[2].line, 3);
    assert_string_equal(m.units.at[2].file, file_in(folder, "sub/u.csv"));
    spenn_model_free(&m);
}

static void problems_of_a_csv_row_name_its_line(void **state)
{
    struct folder *folder = *state;
    struct spenn_model m;
    assert_int_equal(mkdir(file_in(folder, "sub"), 0700), 0);
    write_file(folder, "m.yaml", "spenn: model/1\nid: m\nunits: {csv: sub/u.csv}\n");
    write_file(folder, "sub/u.csv", "id,kind,reports-to\nd,executive,\na,team,dd\n");
    assert_false(
        spenn_read_model(file_in(folder, "m.yaml"), &folder->assume, &m, &folder->err));
    assert_string_equal(
        problem(folder), "sub/u.csv:3:8: no unit 'dd'; did you mean 'd'?");
    assert_int_equal(m.units.count, 0);
}

static void a_missing_file_is_named_with_the_reason(void **state)
{
    struct folder *folder = *state;
    struct spenn_model m;
    assert_false(
        spenn_read_model(file_in(folder, "m.yaml"), &folder->assume, &m, &folder->err));
    assert_string_equal(
        problem(folder), "m.yaml: cannot be opened: No such file or directory");
}

static void a_directory_is_no_file(void **state)
{
    struct folder *folder = *state;
    struct spenn_model m;
    assert_false(spenn_read_model(folder->path, &folder->assume, &m, &folder->err));
    assert_string_equal(problem(folder), " is a directory, not a file");
}

static void a_file_beyond_the_limit_is_refused(void **state)
{
    struct folder *folder = *state;
    struct spenn_file file;
    write_file(folder, "big", "0123456789");
    assert_true(spenn_file_read(
        file_in(folder, "big"), 10, &folder->memory, &file, &folder->err));
    assert_int_equal(file.length, 10);
    assert_string_equal(file.text, "0123456789");
    assert_false(
        spenn_file_read(file_in(folder, "big"), 9, &folder->memory, &file, &folder->err));
    assert_string_equal(problem(folder), "big: is larger than 0 MB");
}

static void the_kind_of_a_file_is_its_first_key(void **state)
{
    static const struct {
        const char *text, *kind;
    } cases[] = {
        {"# note\n---\nspenn: model/1\nid: x\n", "model/1"},
        {"\xef\xbb\xbfspenn: 'scenario/1' # x\n", "scenario/1"},
        {"{\n  \"spenn\": \"model/1\", \"id\": \"x\"}", "model/1"},
        {"id: x\nspenn: model/1\n", ""},
        {"spennende: model/1\n", ""},
        {"", ""},
    };
    struct folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char kind[32];
        write_file(folder, "m.yaml", cases[i].text);
        assert_true(spenn_file_kind(file_in(folder, "m.yaml"), kind, &folder->err));
        assert_string_equal(kind, cases[i].kind);
    }
}

static void the_model_of_a_scenario_is_beside_it(void **state)
{
    struct folder *folder = *state;
    struct spenn_scenario s;
    write_file(folder, "s.yaml", "spenn: scenario/1\nid: s\nmodel: ../x/m.yaml\n");
    assert_true(spenn_read_scenario(file_in(folder, "s.yaml"), &s, &folder->err));
    assert_string_equal(s.model, file_in(folder, "../x/m.yaml"));
    assert_string_equal(s.title, "s");
    spenn_scenario_free(&s);
}

static void every_assumption_compiled_in_lies_within_its_range(void **state)
{
    struct folder *folder = *state;
    for (int32_t i = 0; i < SPENN_ASSUMPTION_COUNT; i++) {
        assert_non_null(folder->assume.source[i]);
        assert_non_null(folder->assume.meaning[i]);
        assert_true(folder->assume.value[i] >= spenn_assumption_keys[i].least);
        assert_true(folder->assume.high[i] <= spenn_assumption_keys[i].most);
    }
}

static void a_hundred_thousand_units_are_read_in_a_second(void **state)
{
    enum { count = 100000 };
    struct folder *folder = *state;
    struct spenn_model m;
    assert_int_equal(mkdir(file_in(folder, "sub"), 0700), 0);
    write_file(folder, "m.yaml",
        "spenn: model/1\nid: m\nform: directorate\nunits: {csv: sub/u.csv}\n");
    FILE *out = fopen(file_in(folder, "sub/u.csv"), "w");
    (void)fputs("id,kind,reports-to\nu0,executive,\n", out);
    for (int32_t i = 1; i < count; i++) {
        (void)fprintf(out, "u%d,team,u%d\n", i, (i - 1) / 8);
    }
    (void)fclose(out);
    alarm(30); /* a second without sanitizers; a search per row would take minutes */
    assert_true(
        spenn_read_model(file_in(folder, "m.yaml"), &folder->assume, &m, &folder->err));
    alarm(0);
    assert_int_equal(m.units.count, count);
    assert_int_equal(m.units.parent[count - 1], (count - 2) / 8);
    spenn_model_free(&m);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(units_come_from_a_csv_beside_the_model),
        IN_FOLDER(problems_of_a_csv_row_name_its_line),
        IN_FOLDER(a_missing_file_is_named_with_the_reason),
        IN_FOLDER(a_directory_is_no_file),
        IN_FOLDER(a_file_beyond_the_limit_is_refused),
        IN_FOLDER(the_kind_of_a_file_is_its_first_key),
        IN_FOLDER(the_model_of_a_scenario_is_beside_it),
        IN_FOLDER(every_assumption_compiled_in_lies_within_its_range),
        IN_FOLDER(a_hundred_thousand_units_are_read_in_a_second),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
