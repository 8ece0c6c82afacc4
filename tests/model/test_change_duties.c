/* SPDX-License-Identifier: MIT
 * What becomes of functions, places, turnover and regular contact in a reorganization. */
#include "changed.h"

#include "keys.h"

static const char duties[] =
    "- set: {unit: reg-1, functions: [toll, post], serves: [Oslo], "
    "turnover: 0.1/y, offices: [Oslo]}\n"
    "- set: {unit: reg-2, functions: [post, arkiv], serves: [Hamar],"
    " turnover: 0.2/y, kept-informed: true}\n";

static struct spenn_model after(const char *changes)
{
    struct spenn_model m;
    char text[1024];
    (void)snprintf(text, sizeof text, "%s%s", duties, changes);
    changed_model(text, &m);
    return m;
}

static void merged_units_answer_for_all_that_any_did(void **state)
{
    (void)state;
    struct spenn_model m = after("- merge: {units: [reg-1, reg-2], into: {id: nord}}\n");
    spenn_id u = tiny_unit(&m, "nord");
    assert_string_equal(m.units.functions[u], "toll,post,arkiv");
    assert_string_equal(m.units.serves[u], "Oslo,Hamar");
    assert_string_equal(m.units.offices[u], "Oslo");
    assert_true(m.units.kept_informed[u]);
    assert_near(m.units.turnover[u] * 1950, (20 * 0.1 + 11 * 0.2) / 31);
    spenn_model_free(&m);
}

static void what_a_merge_says_itself_holds(void **state)
{
    (void)state;
    struct spenn_model m =
        after("- merge: {units: [reg-1, reg-2], into: {id: nord, functions: [toll],\n"
              "    offices: [Gjøvik], turnover: 0.3/y}}\n");
    spenn_id u = tiny_unit(&m, "nord");
    assert_string_equal(m.units.functions[u], "toll");
    assert_string_equal(m.units.serves[u], "Oslo,Hamar");
    assert_string_equal(m.units.offices[u], "Gjøvik");
    assert_near(m.units.turnover[u] * 1950, 0.3);
    spenn_model_free(&m);
}

static void the_first_part_keeps_the_duties(void **state)
{
    (void)state;
    struct spenn_model m =
        after("- split: {unit: reg-1, into: [{id: a, share: 50%}, {id: b, share: 50%,\n"
              "    functions: [toll]}]}\n");
    assert_string_equal(m.units.functions[tiny_unit(&m, "a")], "toll,post");
    assert_string_equal(m.units.functions[tiny_unit(&m, "b")], "toll");
    assert_null(m.units.serves[tiny_unit(&m, "b")]);
    assert_near(m.units.turnover[tiny_unit(&m, "b")] * 1950, 0.1);
    spenn_model_free(&m);
}

static const struct spenn_contacts *contact_of(
    const struct spenn_model *m, const char *a, const char *b, int32_t *row)
{
    spenn_id u = tiny_unit(m, a), v = tiny_unit(m, b);
    const struct spenn_contacts *c = &m->contacts;
    for (*row = 0; *row < c->count; ++*row) {
        if ((c->a[*row] == u && c->b[*row] == v)
            || (c->a[*row] == v && c->b[*row] == u)) {
            return c;
        }
    }
    return NULL;
}

static void contact_begins_changes_and_ends(void **state)
{
    (void)state;
    int32_t row;
    struct spenn_model m;
    changed_model("- contact: {between: dir, and: reg-*, meets: 26/y, lasts: 30min}\n"
                  "- contact: {between: avd-1, and: dir, meets: 12/y}\n"
                  "- contact: {between: dir, and: avd-2, meets: 0/y}\n",
        &m);
    assert_int_equal(m.contacts.count, 5);
    const struct spenn_contacts *c = contact_of(&m, "dir", "reg-4", &row);
    assert_non_null(c);
    assert_near(c->meets[row] * 1950, 26);
    assert_near(c->lasts[row], 0.5);
    c = contact_of(&m, "dir", "avd-1", &row);
    assert_non_null(c);
    assert_near(c->meets[row] * 1950, 12);
    assert_near(c->lasts[row], 1); /* as it was */
    assert_null(contact_of(&m, "dir", "avd-2", &row));
    spenn_model_free(&m);
}

static void what_goes_straight_leaves_the_line_its_limits(void **state)
{
    (void)state;
    struct spenn_model m;
    changed_model("- set: {task: sak, direct: 25%, decided-by: avd-2}\n", &m);
    assert_near(m.tasks.direct[task_of(&m, "sak")], 0.25);
    assert_int_equal(m.tasks.decided_by[task_of(&m, "sak")], tiny_unit(&m, "avd-2"));
    assert_near(limit_of(&m, "sak", "reg-1"), 0.9);
    spenn_model_free(&m);
    changed_model("- set: {task: sak, decided-by: avd-2}\n", &m);
    assert_near(limit_of(&m, "sak", "reg-1"), 1); /* nobody else has a limit */
    spenn_model_free(&m);
}

static void expect_role(const struct spenn_model *m, const char *id, const char *shown)
{
    struct spenn_arena memory = {0};
    const struct spenn_key *key = spenn_key_find(&spenn_unit_section, "coordination");
    const char *text = spenn_key_show(key, m, &m->units, tiny_unit(m, id), &memory);
    assert_string_equal(text ? text : "", shown);
    spenn_arena_free(&memory);
}

#define ROLES                                                                            \
    "- set: {unit: reg-1, coordination: {primary: driver, ambition: 2, instruments: "    \
    "forums}}\n"                                                                         \
    "- set: {unit: reg-2, coordination: {primary: balancer, secondary: driver, "         \
    "ambition: 4, instruments: [law]}}\n"

static void merged_units_have_the_roles_of_all(void **state)
{
    struct spenn_model m;
    (void)state;
    changed_model(ROLES "- merge: {units: [reg-1, reg-2], into: {id: nord}}\n", &m);
    expect_role(&m, "nord",
        "{primary: driver, secondary: [balancer], ambition: 4, instruments: [law, "
        "forums]}");
    spenn_model_free(&m);
    changed_model(ROLES "- absorb: {units: [reg-1], into: reg-2}\n", &m);
    expect_role(&m, "reg-2",
        "{primary: balancer, secondary: [driver], ambition: 4, instruments: [law, "
        "forums]}");
    spenn_model_free(&m);
    changed_model(ROLES "- merge: {units: [reg-1, reg-2], into: {id: nord,"
                        " coordination: none}}\n",
        &m);
    expect_role(&m, "nord", "");
    spenn_model_free(&m);
}

static void the_first_part_keeps_the_role(void **state)
{
    struct spenn_model m;
    (void)state;
    changed_model(ROLES "- split: {unit: reg-1, into: [{id: a, share: 50%}, {id: b,"
                        " share: 50%}]}\n"
                        "- set: {unit: reg-2, coordination: none}\n",
        &m);
    expect_role(&m, "a", "{primary: driver, ambition: 2, instruments: [forums]}");
    expect_role(&m, "b", "");
    expect_role(&m, "reg-2", "");
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merged_units_answer_for_all_that_any_did),
        cmocka_unit_test(what_a_merge_says_itself_holds),
        cmocka_unit_test(the_first_part_keeps_the_duties),
        cmocka_unit_test(contact_begins_changes_and_ends),
        cmocka_unit_test(merged_units_have_the_roles_of_all),
        cmocka_unit_test(the_first_part_keeps_the_role),
        cmocka_unit_test(what_goes_straight_leaves_the_line_its_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
