/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "tiny.h"

#include <math.h>
#include <stdio.h>

#define assert_problems(text, expected)                                                  \
    do {                                                                                 \
        char problems[4096];                                                             \
        tiny_problems(text, problems, sizeof problems);                                  \
        assert_string_equal(problems, expected);                                         \
    } while (0)

static void a_unit_is_not_its_own_parent(void **state)
{
    (void)state;
    assert_problems(TINY("units:\n  - {id: a, kind: team, reports-to: a}\n"),
        "tiny.yaml:4:5: unit 'a' reports to itself\n");
}

static void a_circle_is_shown_as_a_path(void **state)
{
    (void)state;
    assert_problems(TINY("units:\n"
                         "  - {id: top, kind: executive}\n"
                         "  - {id: x, kind: team, reports-to: a}\n"
                         "  - {id: a, kind: team, reports-to: b}\n"
                         "  - {id: b, kind: team, reports-to: c}\n"
                         "  - {id: c, kind: team, reports-to: a}\n"),
        "tiny.yaml:6:5: the line goes in a circle: a -> b -> c -> a\n");
}

static void a_circle_is_found_beside_other_problems(void **state)
{
    (void)state;
    assert_problems(TINY("units:\n"
                         "  - {id: a, kind: team, reports-to: b}\n"
                         "  - {id: b, kind: team, reports-to: a, speed: 0}\n"
                         "tasks:\n"
                         "  - {id: t, at: under:a, arrives: 1/w, handling: 1h, "
                         "beyond-authority: 5%}\n"),
        "tiny.yaml:4:5: the line goes in a circle: a -> b -> a\n"
        "tiny.yaml:5:47: 'speed' must be above 0, not '0'\n");
}

static void a_long_circle_is_cut_in_the_middle(void **state)
{
    (void)state;
    char text[4000] = TINY("units:\n"), problems[1000];
    for (int i = 0; i < 50; i++) {
        char line[100];
        (void)snprintf(line, sizeof line, "  - {id: u%d, kind: team, reports-to: u%d}\n",
            i, (i + 1) % 50);
        (void)strcat(text, line);
    }
    tiny_problems(text, problems, sizeof problems);
    assert_string_equal(problems,
        "tiny.yaml:4:5: the line goes in a circle: "
        "u0 -> u1 -> u2 -> u3 -> u4 -> u5 -> u6 -> u7 -> ... -> u0\n");
}

static void a_directorate_has_one_top_beside_what_only_advises(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(TINY("form: directorate\n"
                    "units:\n"
                    "  - {id: a, kind: executive}\n"
                    "  - {id: b, kind: advice}\n"
                    "  - {id: c, kind: external}\n"
                    "  - {id: e, kind: legal-entity}\n"),
        &m);
    spenn_model_free(&m);
    assert_problems(TINY("form: municipality\n"
                         "units:\n"
                         "  - {id: a, kind: executive}\n"
                         "  - {id: b, kind: team}\n"),
        "tiny.yaml:6:5: 'b' reports to nobody, and neither does 'a': a municipality has "
        "one top\n");
    assert_problems(TINY("form: directorate\nunits:\n  - {id: b, kind: advice}\n"),
        "tiny.yaml: a directorate needs a unit that reports to nobody\n");
}

static void other_forms_may_have_several_tops(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(
        TINY("units:\n  - {id: a, kind: executive}\n  - {id: b, kind: executive}\n"), &m);
    spenn_model_free(&m);
}

static void second_lines_that_a_task_climbs_must_end(void **state)
{
    (void)state;
    static const char lines[] = TINY("units:\n"
                                     "  - {id: a, kind: team}\n"
                                     "  - {id: b, kind: team, reports-to: a}\n"
                                     "lines:\n"
                                     "  - {kind: professional, from: b, to: a}\n"
                                     "tasks:\n"
                                     "  - {id: t, at: b, arrives: 1/w, handling: 1h, "
                                     "via: %s, beyond-authority: 5%%}\n");
    char text[1000], problems[1000];
    struct spenn_model m;
    (void)snprintf(text, sizeof text, lines, "professional");
    tiny_problems(text, problems, sizeof problems);
    assert_string_equal(problems,
        "tiny.yaml:9:5: task 't' climbs professional lines in a circle: a -> b -> a\n");
    (void)snprintf(text, sizeof text, lines, "line");
    tiny_model(text, &m);
    spenn_model_free(&m);
}

static void a_forum_cannot_meet_for_more_hours_than_there_are(void **state)
{
    (void)state;
    assert_problems(
        TINY("units:\n"
             "  - {id: a, kind: team}\n"
             "forums:\n"
             "  - {id: f, kind: other, chair: a, members: a, meets: 5/w, lasts: 2d}\n"),
        "tiny.yaml:6:5: forum 'f' meets for more hours than there are: 2 h of each "
        "hour\n");
}

static void sectors_do_not_use_the_words_of_selectors(void **state)
{
    (void)state;
    assert_problems(TINY("units:\n  - {id: a, kind: team, sector: same}\n"),
        "tiny.yaml:4:5: sector 'same' of 'a' is a word of selectors\n");
}

/* A change could leave any of these; the check has to see them in the tables. */
static void tables_that_no_file_can_make_are_found(void **state)
{
    (void)state;
    static const char text[] =
        TINY("units:\n"
             "  - {id: a, kind: team}\n"
             "  - {id: b, kind: team}\n"
             "forums:\n"
             "  - {id: f, kind: other, chair: a, members: b}\n"
             "tasks:\n"
             "  - {id: t, at: a, arrives: 1/w, handling: 1h, authority: {b: 50%}}\n");
    for (int broken = 0; broken < 9; broken++) {
        struct spenn_model m;
        struct spenn_error err = {0};
        tiny_model(text, &m);
        assert_true(spenn_model_check(&m, &err));
        switch (broken) {
        case 0:
            m.units.id[1] = "a";
            break;
        case 1:
            m.forums.chair[0] = SPENN_NONE;
            break;
        case 2:
            m.forums.size[0] = 0;
            break;
        case 3:
            m.members.unit[0] = 1;
            break;
        case 4:
            m.routes.share[0] = 0.5;
            break;
        case 5:
            m.routes.unit[0] = SPENN_NONE;
            break;
        case 6:
            m.limits.limit[0] = 1.5;
            break;
        case 7:
            m.tasks.handling[0].law = SPENN_LAW_DEFAULT;
            break;
        default:
            m.streams.rate[0] = NAN;
        }
        assert_false(spenn_model_check(&m, &err));
        assert_int_equal(err.count, 1);
        assert_int_equal(err.list[0].at.line, broken == 0 ? 5 : broken < 4 ? 7 : 9);
        spenn_error_free(&err);
        spenn_model_free(&m);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_unit_is_not_its_own_parent),
        cmocka_unit_test(a_circle_is_shown_as_a_path),
        cmocka_unit_test(a_circle_is_found_beside_other_problems),
        cmocka_unit_test(a_long_circle_is_cut_in_the_middle),
        cmocka_unit_test(a_directorate_has_one_top_beside_what_only_advises),
        cmocka_unit_test(other_forms_may_have_several_tops),
        cmocka_unit_test(second_lines_that_a_task_climbs_must_end),
        cmocka_unit_test(a_forum_cannot_meet_for_more_hours_than_there_are),
        cmocka_unit_test(sectors_do_not_use_the_words_of_selectors),
        cmocka_unit_test(tables_that_no_file_can_make_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
