/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "select.h"
#include "tiny.h"

#include <stdio.h>

/*            d
 *      a-1   a-2   s
 *     / | \
 *   r-1 r-2 r-3           sectors: r-1, r-3 skole; r-2 helse */
static const char model_text[] =
    TINY("units:\n"
         "  - {id: d, kind: executive}\n"
         "  - {id: a, kind: department, count: 2, reports-to: d}\n"
         "  - {id: s, kind: staff, reports-to: d}\n"
         "  - {id: r-1, kind: region, reports-to: a-1, sector: skole}\n"
         "  - {id: r-2, kind: region, reports-to: a-1, sector: helse}\n"
         "  - {id: r-3, kind: region, reports-to: a-1, sector: skole}\n"
         "forums:\n"
         "  - {id: møte, kind: other, chair: d, members: all}\n"
         "tasks:\n"
         "  - {id: sak, at: d, arrives: 1/w, handling: 1h}\n");

/* The ids a selector gives, with spaces between, or its problems, one a line. */
static const char *selected(const char *selector, const char *self, char text[1000])
{
    struct spenn_model m;
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct spenn_rows rows = {0};
    tiny_model(model_text, &m);
    const struct spenn_value *value = tiny_value(selector, &memory);
    spenn_id u = self ? tiny_unit(&m, self) : SPENN_NONE;
    FILE *out = fmemopen(text, 1000, "w");
    if (spenn_select(&(struct spenn_view){&m, u}, value, &memory, &rows, &err)) {
        assert_int_equal(err.count, 0);
        for (int32_t i = 0; i < rows.count; i++) {
            (void)fprintf(out, "%s%s", i ? " " : "", m.units.id[rows.row[i]]);
        }
    } else {
        spenn_error_print(&err, out);
    }
    (void)fclose(out);
    spenn_error_free(&err);
    spenn_arena_free(&memory);
    spenn_model_free(&m);
    return text;
}

#define assert_selected(selector, self, expected)                                        \
    do {                                                                                 \
        char text[1000] = "";                                                            \
        assert_string_equal(selected(selector, self, text), expected);                   \
    } while (0)

static void every_form_selects_in_model_order(void **state)
{
    (void)state;
    assert_selected("r-2", NULL, "r-2");
    assert_selected("r-*", NULL, "r-1 r-2 r-3");
    assert_selected("'*-1'", NULL, "a-1 r-1");
    assert_selected("kind:department", NULL, "a-1 a-2");
    assert_selected("sector:skole", NULL, "r-1 r-3");
    assert_selected("under:d", NULL, "a-1 a-2 s r-1 r-2 r-3");
    assert_selected("under:a-1", NULL, "r-1 r-2 r-3");
    assert_selected("all", NULL, "d a-1 a-2 s r-1 r-2 r-3");
}

static void a_list_keeps_its_order_and_repeats_nothing(void **state)
{
    (void)state;
    assert_selected("[r-3, a-*, r-*, r-3]", NULL, "r-3 a-1 a-2 r-1 r-2");
}

static void the_unit_itself_is_left_out(void **state)
{
    (void)state;
    assert_selected("r-*", "r-2", "r-1 r-3");
    assert_selected("[all]", "d", "a-1 a-2 s r-1 r-2 r-3");
    assert_selected("s", "s", "");
}

static void relative_sectors_are_seen_from_the_unit(void **state)
{
    (void)state;
    assert_selected("sector:same", "r-1", "r-3");
    assert_selected("sector:other", "r-1", "r-2");
    assert_selected("sector:same", "r-2", "");
    assert_selected("sector:same", "s",
        "tiny.yaml:1:1: 'sector:same' needs unit 's' to have a sector\n");
    assert_selected("sector:other", NULL,
        "tiny.yaml:1:1: 'sector:other' has no unit here to be relative to\n");
}

static void what_matches_nothing_is_a_problem_at_its_place(void **state)
{
    (void)state;
    assert_selected("[d, x-*, r-1]", NULL, "tiny.yaml:1:5: 'x-*' matches no unit\n");
    assert_selected("kind:team", NULL, "tiny.yaml:1:1: 'kind:team' matches no unit\n");
    assert_selected("kind:regoin", NULL,
        "tiny.yaml:1:1: unknown kind 'regoin'; did you mean 'region'?\n");
    assert_selected("under:r-1", NULL, "tiny.yaml:1:1: 'under:r-1' matches no unit\n");
    assert_selected(
        "under:aa-1", NULL, "tiny.yaml:1:1: no unit 'aa-1'; did you mean 'a-1'?\n");
    assert_selected("[]", NULL,
        "tiny.yaml:1:1: a selector must be a text or a list, not an empty list\n");
    assert_selected("{a: b}", NULL,
        "tiny.yaml:1:1: a selector must be a text or a list, not a map\n");
    assert_selected("[~]", NULL, "tiny.yaml:1:2: 'selector' has no value\n");
}

static void a_reference_is_to_one_unit_forum_or_task(void **state)
{
    (void)state;
    struct spenn_model m;
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    tiny_model(model_text, &m);
    assert_int_equal(spenn_select_unit(&m, tiny_value("s", &memory), &err), 3);
    assert_int_equal(spenn_select_forum(&m, tiny_value("møte", &memory), &err), 0);
    assert_int_equal(spenn_select_task(&m, tiny_value("sak", &memory), &err), 0);
    assert_int_equal(err.count, 0);
    assert_int_equal(
        spenn_select_forum(&m, tiny_value("mote", &memory), &err), SPENN_NONE);
    assert_int_equal(spenn_select_unit(&m, tiny_value("[s]", &memory), &err), SPENN_NONE);
    assert_int_equal(err.count, 2);
    assert_string_equal(
        err.list[0].text, "tiny.yaml:1:1: no forum 'mote'; did you mean 'møte'?");
    assert_string_equal(
        err.list[1].text, "tiny.yaml:1:1: 'unit' must be a text, not a list");
    spenn_error_free(&err);
    spenn_arena_free(&memory);
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_selects_in_model_order),
        cmocka_unit_test(a_list_keeps_its_order_and_repeats_nothing),
        cmocka_unit_test(the_unit_itself_is_left_out),
        cmocka_unit_test(relative_sectors_are_seen_from_the_unit),
        cmocka_unit_test(what_matches_nothing_is_a_problem_at_its_place),
        cmocka_unit_test(a_reference_is_to_one_unit_forum_or_task),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
