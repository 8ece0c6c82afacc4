/* SPDX-License-Identifier: MIT
 * Functions, their owners, and needs that take several of them. */
#include "small.h"

#include "lists.h"
#include "tiny.h"

static void a_list_is_cut_at_commas_and_numbered_by_text(void **state)
{
    (void)state;
    const char *const text[] = {"b,a,b", NULL, "c", "a,b"};
    struct spenn_arena memory = {0};
    struct spenn_lists lists = spenn_lists_make(text, 4, &memory);
    const int32_t first[] = {0, 2, 2, 3, 5}, item[] = {0, 1, 2, 0, 1};
    assert_int_equal(lists.distinct, 3);
    assert_memory_equal(lists.first, first, sizeof first);
    assert_memory_equal(lists.item, item, sizeof item);
    assert_string_equal(lists.name[2], "c");
    spenn_arena_free(&memory);
}

static void coverage_is_the_share_of_functions_with_an_owner(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(
        TINY("functions: [lønn, ikt, utvikling]\n"
             "units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: stab, kind: staff, reports-to: topp, functions: [lønn, arkiv]}\n"
             "  - {id: drift, kind: support, reports-to: topp, functions: [ikt]}\n"),
        &m);
    assert_near(small_value(&m, "coverage", NULL), 2.0 / 3.0, 1e-12);
    assert_near(small_value(&m, "clarity", NULL), 2.0 / 3.0, 1e-12);
    assert_near(small_value(&m, "clarity", "stab"), 1, 0);
    spenn_model_free(&m);
    tiny_model(TINY("units: [{id: topp, kind: executive, functions: [lønn]}]\n"), &m);
    assert_true(isnan(small_value(&m, "coverage", NULL)));
    assert_true(isnan(small_value(&m, "gap", NULL)));
    assert_true(isnan(small_value(&m, "clarity", NULL)));
    spenn_model_free(&m);
}

/* Two staffs both answer for pay; two regions share out supervision by place, two offices
 * are of one group; two departments that serve the same place do not share guidance. */
static void two_owners_are_unclear_unless_they_share_out_the_users(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(TINY("functions: [lønn, tilsyn, skranke, råd]\n"
                    "units:\n"
                    "  - {id: topp, kind: executive}\n"
                    "  - {id: a, kind: staff, reports-to: topp, functions: [lønn]}\n"
                    "  - {id: b, kind: staff, reports-to: topp, functions: [lønn]}\n"
                    "  - {id: nord, kind: region, reports-to: topp, functions: [tilsyn],"
                    " serves: [Troms, Finnmark]}\n"
                    "  - {id: sør, kind: region, reports-to: topp, functions: [tilsyn],"
                    " serves: [Agder]}\n"
                    "  - {id: kontor, kind: team, reports-to: topp, functions: [skranke],"
                    " count: 2}\n"
                    "  - {id: c, kind: department, reports-to: topp, functions: [råd],"
                    " serves: [Oslo, Viken]}\n"
                    "  - {id: d, kind: department, reports-to: topp, functions: [råd],"
                    " serves: [Oslo]}\n"),
        &m);
    assert_near(small_value(&m, "clarity", NULL), 0.5, 0);
    assert_near(small_value(&m, "clarity", "a"), 0, 0);
    assert_near(small_value(&m, "clarity", "nord"), 1, 0);
    assert_near(small_value(&m, "clarity", "kontor-2"), 1, 0);
    assert_near(small_value(&m, "clarity", "d"), 0, 0);
    spenn_model_free(&m);
}

#define USERS(lines)                                                                     \
    TINY("needs:\n"                                                                      \
         "  - {id: stian, functions: [skole, helse, barnevern, arbeid, ukjent]}\n"       \
         "  - {id: barn, functions: [skole, helse], coordinator: skole}\n"               \
         "units:\n"                                                                      \
         "  - {id: topp, kind: executive}\n"                                             \
         "  - {id: skole, kind: result-unit, reports-to: topp, functions: [skole]}\n"    \
         "  - {id: helse, kind: result-unit, reports-to: topp, functions: [helse]}\n"    \
         "  - {id: vern, kind: result-unit, reports-to: topp, functions: [barnevern]}\n" \
         "  - {id: nav, kind: result-unit, reports-to: topp, functions: "                \
         "[arbeid]}\n" lines)

/* Four units for the first need and two for the second; nobody answers for what is
 * unknown. A forum joins three of the four, an extended one nobody. */
static void a_user_meets_a_unit_for_each_function_or_a_coordinator(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(USERS("forums:\n"
                     "  - {id: alle, kind: extended, chair: topp, members: all}\n"),
        &m);
    assert_near(small_value(&m, "contact-points", "stian"), 4, 0);
    assert_near(small_value(&m, "contact-points", "barn"), 1, 0);
    assert_near(small_value(&m, "contact-points", NULL), 2.5, 0);
    assert_near(small_value(&m, "boundaries", "stian"), 3, 0);
    assert_near(small_value(&m, "boundaries", NULL), 3 + 1, 0);
    assert_near(small_value(&m, "open-boundaries", NULL), 3 + 1, 0);
    spenn_model_free(&m);
    tiny_model(USERS("forums:\n"
                     "  - {id: f, kind: network, chair: helse, members: [vern]}\n"
                     "  - {id: g, kind: network, chair: vern, members: [nav]}\n"),
        &m);
    assert_near(small_value(&m, "boundaries", "stian"), 3, 0);
    assert_near(small_value(&m, "open-boundaries", "stian"), 1, 0);
    assert_near(small_value(&m, "open-boundaries", "barn"), 1, 0);
    spenn_model_free(&m);
}

/* The forum of the first need's second unit says nothing of the second need's. */
static void needs_do_not_share_their_forums(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(TINY("needs:\n"
                    "  - {id: en, functions: [skole, helse]}\n"
                    "  - {id: to, functions: [barnevern, arbeid]}\n"
                    "units:\n"
                    "  - {id: topp, kind: executive}\n"
                    "  - {id: skole, kind: team, reports-to: topp, functions: [skole]}\n"
                    "  - {id: helse, kind: team, reports-to: topp, functions: [helse]}\n"
                    "  - {id: vern, kind: team, reports-to: topp,"
                    " functions: [barnevern]}\n"
                    "  - {id: nav, kind: team, reports-to: topp, functions: [arbeid]}\n"
                    "forums:\n"
                    "  - {id: f, kind: network, chair: helse, members: [vern]}\n"),
        &m);
    assert_near(small_value(&m, "open-boundaries", "en"), 1, 0);
    assert_near(small_value(&m, "open-boundaries", "to"), 1, 0);
    spenn_model_free(&m);
}

/* Merging two takes one boundary away and leaves the others (C95). */
static void who_answers_for_more_is_met_first(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(USERS("  - {id: stor, kind: result-unit, reports-to: topp,"
                     " functions: [barnevern, arbeid]}\n"),
        &m);
    assert_near(small_value(&m, "contact-points", "stian"), 3, 0);
    assert_near(small_value(&m, "boundaries", "stian"), 2, 0);
    spenn_model_free(&m);
    tiny_model(TINY("needs: [{id: a, functions: [x, y]}]\n"
                    "units: [{id: topp, kind: executive}]\n"),
        &m);
    assert_near(small_value(&m, "contact-points", "a"), 0, 0);
    assert_near(small_value(&m, "boundaries", "a"), 0, 0);
    spenn_model_free(&m);
}

/* The more the parts of a division, the more needs of two functions it cuts (C102): f
 * functions in n equal parts, a need for each pair: pairs in different parts. */
static void a_finer_division_cuts_more_needs(void **state)
{
    (void)state;
    enum { functions = 12 };
    double before = -1.0;
    for (int32_t parts = 1; parts <= functions; parts++) {
        struct spenn_model m = {0};
        double cut = 0.0;
        for (int32_t u = 0; u < parts; u++) {
            spenn_id unit = small_unit(&m, NULL, SPENN_RESULT_UNIT, SPENN_NONE);
            for (int32_t f = u; f < functions; f += parts) {
                const char *old = m.units.functions[unit];
                m.units.functions[unit] = old
                    ? spenn_arena_format(&m.memory, "%s,f%d", old, f)
                    : spenn_arena_format(&m.memory, "f%d", f);
            }
        }
        for (int32_t i = 0; i < functions; i++) {
            for (int32_t k = 0; k < i; k++) {
                int32_t n = spenn_table_add(&m.memory, &m.needs, &spenn_needs_type);
                m.needs.id[n] = "n";
                m.needs.coordinator[n] = SPENN_NONE;
                m.needs.functions[n] = spenn_arena_format(&m.memory, "f%d,f%d", k, i);
                cut += i % parts != k % parts;
            }
        }
        assert_near(small_value(&m, "boundaries", NULL), cut, 0);
        assert_true(cut > before);
        before = cut;
        spenn_model_free(&m);
    }
}

#define OWNERS(forums)                                                                   \
    TINY("needs: [{id: n, functions: [a, c]}]\n"                                         \
         "units:\n"                                                                      \
         "  - {id: topp, kind: executive}\n"                                             \
         "  - {id: p, kind: department, reports-to: topp, functions: [a, b, c]}\n"       \
         "  - {id: q, kind: department, reports-to: topp, functions: [a, b]}\n"          \
         "  - {id: r, kind: department, reports-to: topp, functions: [a]}\n"             \
         "  - {id: s, kind: team, count: 2, reports-to: topp, functions: [d]}\n" forums)

/* a has three owners, b two, c one; d has two of one group. A forum of p and q leaves a,
 * one of all three nothing. The same forums close the gap of a need or not (C103). */
static void owners_who_meet_do_not_do_it_twice(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(
        OWNERS("forums: [{id: f, kind: extended, chair: topp, members: all}]\n"), &m);
    assert_near(small_value(&m, "double-owners", NULL), 2, 0);
    spenn_model_free(&m);
    tiny_model(OWNERS("forums: [{id: f, kind: network, chair: p, members: q}]\n"), &m);
    assert_near(small_value(&m, "double-owners", NULL), 1, 0);
    spenn_model_free(&m);
    tiny_model(OWNERS("forums: [{id: f, kind: network, chair: p, members: q},"
                      " {id: g, kind: other, chair: r, members: q}]\n"),
        &m);
    assert_near(small_value(&m, "double-owners", NULL), 0, 0);
    spenn_model_free(&m);
    tiny_model(TINY("units: [{id: topp, kind: executive}]\n"), &m);
    assert_true(isnan(small_value(&m, "double-owners", NULL)));
    spenn_model_free(&m);
}

#define NEEDS(forums)                                                                    \
    TINY(                                                                                \
        "needs: [{id: flyktning, functions: [skole, helse]},"                            \
        " {id: ung, functions: [skole, kultur]}]\n"                                      \
        "units:\n"                                                                       \
        "  - {id: topp, kind: executive}\n"                                              \
        "  - {id: oppvekst, kind: department, reports-to: topp}\n"                       \
        "  - {id: skole, kind: result-unit, reports-to: oppvekst, functions: [skole]}\n" \
        "  - {id: kino, kind: result-unit, reports-to: oppvekst, functions: [kultur]}\n" \
        "  - {id: lege, kind: result-unit, reports-to: topp, functions: "                \
        "[helse]}\n" forums)

/* The department has school and culture below it; school and health meet only under the
 * top leader, until a network brings them together; an extended meeting does not count.
 */
static void a_need_is_covered_where_one_place_has_all_of_it(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(NEEDS(""), &m);
    assert_near(small_value(&m, "gap", NULL), 0.5, 0);
    spenn_model_free(&m);
    tiny_model(
        NEEDS("forums: [{id: nett, kind: network, chair: skole, members: lege}]\n"), &m);
    assert_near(small_value(&m, "gap", NULL), 0, 0);
    spenn_model_free(&m);
    tiny_model(NEEDS("forums: [{id: alle, kind: extended, chair: topp,"
                     " members: kind:result-unit}]\n"),
        &m);
    assert_near(small_value(&m, "gap", NULL), 0.5, 0);
    spenn_model_free(&m);
}

/* More functions than fit one word of bits: 70, of which the last is elsewhere. */
static void a_need_may_take_many_functions(void **state)
{
    (void)state;
    char list[1200] = "f0", text[4000];
    struct spenn_model m;
    for (int32_t i = 1; i < 70; i++) {
        (void)snprintf(list + strlen(list), sizeof list - strlen(list), ", f%d", i);
    }
    static const char *const own[] = {"f69", "f1"};
    for (int32_t i = 0; i < 2; i++) {
        (void)snprintf(text, sizeof text,
            TINY("needs: [{id: alt, functions: [%s, ekstra]}]\n"
                 "units:\n"
                 "  - {id: topp, kind: executive, functions: [ekstra]}\n"
                 "  - {id: a, kind: department, reports-to: topp, functions: [%s]}\n"
                 "  - {id: b, kind: team, reports-to: a, functions: [%s, %s]}\n"),
            list, list, own[i], i ? "ekstra" : "f2");
        tiny_model(text, &m);
        assert_near(small_value(&m, "gap", NULL), i ? 0 : 1, 0);
        spenn_model_free(&m);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_is_cut_at_commas_and_numbered_by_text),
        cmocka_unit_test(coverage_is_the_share_of_functions_with_an_owner),
        cmocka_unit_test(a_user_meets_a_unit_for_each_function_or_a_coordinator),
        cmocka_unit_test(needs_do_not_share_their_forums),
        cmocka_unit_test(who_answers_for_more_is_met_first),
        cmocka_unit_test(a_finer_division_cuts_more_needs),
        cmocka_unit_test(owners_who_meet_do_not_do_it_twice),
        cmocka_unit_test(two_owners_are_unclear_unless_they_share_out_the_users),
        cmocka_unit_test(a_need_is_covered_where_one_place_has_all_of_it),
        cmocka_unit_test(a_need_may_take_many_functions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
