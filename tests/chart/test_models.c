/* SPDX-License-Identifier: MIT
 * Every model and every alternative of every scenario there is must give a chart that
 * passes the lint: a new file brings its own test. */
#include "unit.h"

#include "drawn.h"

#include <glob.h>

static void draw_model(const char *path, bool english)
{
    struct drawn d = {0};
    struct spenn_assumptions assume = tiny_assumptions(&d.memory);
    if (!spenn_read_model(path, &assume, &d.model, &d.err)) {
        print_message("not drawn, as it does not read: %s\n", path);
    } else {
        print_message("%s\n", path);
        spenn_chart_draw(
            &d.model, NULL, &(struct spenn_chart_options){.english = english}, &d.chart);
        lint(&d.chart, &d.model);
    }
    drawn_free(&d);
}

static void draw_alternatives(const char *path)
{
    struct drawn d = {0};
    struct spenn_scenario s = {0};
    struct spenn_assumptions assume = tiny_assumptions(&d.memory);
    bool read = spenn_read_scenario(path, &s, &d.err)
        && spenn_read_model(s.model, &assume, &d.base, &d.err);
    for (int32_t a = 0; read && a < s.alternative_count; a++) {
        print_message("%s %s\n", path, s.alternative[a].id);
        if (spenn_scenario_apply(&d.base, &s, a, &d.model, &d.err)) {
            spenn_chart_draw(
                &d.model, &d.base, &(struct spenn_chart_options){0}, &d.chart);
            lint(&d.chart, &d.model);
        }
        spenn_drawing_free(&d.chart);
        spenn_model_free(&d.model);
    }
    spenn_scenario_free(&s);
    drawn_free(&d);
}

static void every_model_gives_a_clean_chart_in_both_languages(void **state)
{
    (void)state;
    glob_t found = {0};
    assert_int_equal(glob(SPENN_SOURCE "/models/*/*.yaml", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        draw_model(found.gl_pathv[i], false);
        draw_model(found.gl_pathv[i], true);
    }
    globfree(&found);
}

static void every_alternative_gives_a_clean_before_and_after(void **state)
{
    (void)state;
    glob_t found = {0};
    assert_int_equal(glob(SPENN_SOURCE "/scenarios/*/*.yaml", 0, NULL, &found), 0);
    assert_int_equal(
        glob(SPENN_SOURCE "/tests/chart/changes/*.yaml", GLOB_APPEND, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        draw_alternatives(found.gl_pathv[i]);
    }
    globfree(&found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_model_gives_a_clean_chart_in_both_languages),
        cmocka_unit_test(every_alternative_gives_a_clean_before_and_after),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
