/* SPDX-License-Identifier: MIT
 * Every model and every alternative of every scenario there is must give a chart that
 * passes the lint: a new file brings its own test. */
#include "unit.h"

#include "drawn.h"

#include <glob.h>
#include <string.h>

static void assert_good(bool ok, struct spenn_error *err)
{
    if (!ok) {
        spenn_error_print(err, stderr);
    }
    assert_true(ok);
}

static void draw_model(const char *path, bool english)
{
    struct drawn d = {0};
    struct spenn_assumptions assume = tiny_assumptions(&d.memory);
    print_message("%s\n", path);
    assert_good(spenn_read_model(path, &assume, &d.model, &d.err), &d.err);
    spenn_chart_draw(
        &d.model, NULL, &(struct spenn_chart_options){.english = english}, &d.chart);
    lint(&d.chart, &d.model);
    drawn_free(&d);
}

static void draw_alternatives(const char *path)
{
    struct drawn d = {0};
    struct spenn_scenario s = {0};
    struct spenn_assumptions assume = tiny_assumptions(&d.memory);
    assert_good(spenn_read_scenario(path, &s, &d.err)
            && spenn_read_model(s.model, &assume, &d.base, &d.err),
        &d.err);
    for (int32_t a = 0; a < s.alternative_count; a++) {
        print_message("%s %s\n", path, s.alternative[a].id);
        assert_good(spenn_scenario_apply(&d.base, &s, a, &d.model, &d.err), &d.err);
        spenn_chart_draw(&d.model, &d.base, &(struct spenn_chart_options){0}, &d.chart);
        lint(&d.chart, &d.model);
        spenn_drawing_free(&d.chart);
        spenn_model_free(&d.model);
    }
    spenn_scenario_free(&s);
    drawn_free(&d);
}

/* Figures stand among the models and have tests of their own. */
static void draw_file(const char *path)
{
    struct spenn_error err = {0};
    char kind[32];
    assert_good(spenn_file_kind(path, kind, &err), &err);
    if (strcmp(kind, "model/1") == 0) {
        draw_model(path, false);
        draw_model(path, true);
    } else if (strcmp(kind, "scenario/1") == 0) {
        draw_alternatives(path);
    }
    spenn_error_free(&err);
}

static void draw_folder(const char *pattern, size_t least)
{
    glob_t found = {0};
    assert_int_equal(glob(pattern, 0, NULL, &found), 0);
    assert_true(found.gl_pathc >= least);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        draw_file(found.gl_pathv[i]);
    }
    globfree(&found);
}

static void every_model_gives_a_clean_chart_in_both_languages(void **state)
{
    (void)state;
    draw_folder(SPENN_SOURCE "/models/*/*.yaml", 40);
}

static void every_alternative_gives_a_clean_before_and_after(void **state)
{
    (void)state;
    draw_folder(SPENN_SOURCE "/scenarios/*/*.yaml", 8);
    draw_folder(SPENN_SOURCE "/tests/chart/changes/*.yaml", 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_model_gives_a_clean_chart_in_both_languages),
        cmocka_unit_test(every_alternative_gives_a_clean_before_and_after),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
