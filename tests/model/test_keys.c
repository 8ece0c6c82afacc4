/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "keys.h"
#include "tiny.h"

struct reading {
    struct spenn_arena memory;
    struct spenn_error err;
};

static bool parse(
    struct reading *r, const struct spenn_key *key, const char *text, void *target)
{
    struct spenn_key_context c = {.memory = &r->memory, .err = &r->err};
    assert_non_null(key);
    return spenn_key_parse(&c, key, tiny_value(text, &r->memory), target);
}

static void done(struct reading *r)
{
    spenn_error_free(&r->err);
    spenn_arena_free(&r->memory);
}

/* The value is refused with this message, and the target keeps what it had. */
static void assert_refused(
    const struct spenn_key *key, const char *text, const char *expected)
{
    struct reading r = {0};
    unsigned char target[64], before[64];
    memset(target, 0x5a, sizeof target);
    memcpy(before, target, sizeof before);
    assert_false(parse(&r, key, text, target));
    assert_int_equal(r.err.count, 1);
    assert_string_equal(r.err.list[0].text, expected);
    assert_memory_equal(target, before, sizeof target);
    done(&r);
}

static struct spenn_time time_of(const struct spenn_key *key, const char *text)
{
    struct reading r = {0};
    struct spenn_time time = {0};
    assert_true(parse(&r, key, text, &time));
    done(&r);
    return time;
}

static void every_law_has_its_shape(void **state)
{
    static const struct {
        const char *text;
        int32_t law;
        double shape;
    } cases[] = {
        {"{mean: 2h, law: exponential}", SPENN_LAW_EXPONENTIAL, 1},
        {"{mean: 2h, law: erlang-4}", SPENN_LAW_ERLANG, 4},
        {"{mean: 2h, law: hyperexponential}", SPENN_LAW_HYPEREXPONENTIAL, 2},
        {"{mean: 2h, law: hyperexponential, cv: 1.5}", SPENN_LAW_HYPEREXPONENTIAL, 1.5},
        {"{mean: 2h, law: lognormal}", SPENN_LAW_LOGNORMAL, 1},
        {"{mean: 2h, law: lognormal, cv: 0.5}", SPENN_LAW_LOGNORMAL, 0.5},
        {"{mean: 2h, law: fixed}", SPENN_LAW_FIXED, 0},
    };
    const struct spenn_key *key = spenn_key_find(&spenn_task_section, "handling");
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct spenn_time time = time_of(key, cases[i].text);
        assert_true(time.mean == 2.0 && time.shape == cases[i].shape);
        assert_int_equal(time.given, cases[i].law);
        assert_int_equal(time.law, cases[i].law);
    }
}

static void a_plain_time_leaves_its_law_open_but_a_plain_deadline_is_fixed(void **state)
{
    (void)state;
    struct spenn_time time =
        time_of(spenn_key_find(&spenn_task_section, "decision"), "20min");
    assert_int_equal(time.given, SPENN_LAW_DEFAULT);
    time = time_of(spenn_key_find(&spenn_task_section, "deadline"), "6w");
    assert_int_equal(time.given, SPENN_LAW_FIXED);
    time = time_of(spenn_key_find(&spenn_task_section, "deadline"), "{mean: 6w}");
    assert_int_equal(time.given, SPENN_LAW_DEFAULT);
}

static void laws_that_make_no_sense_are_refused(void **state)
{
    static const char laws[] =
        "there are exponential, erlang-K (K from 1 to 1000), hyperexponential, lognormal "
        "and fixed";
    const struct spenn_key *key = spenn_key_find(&spenn_task_section, "handling");
    static const char *const unknown[] = {
        "erlang", "erlang-0", "erlang-1.5", "erlang-1001", "normal"};
    (void)state;
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        char text[100], expected[300];
        (void)snprintf(text, sizeof text, "{mean: 1h, law: %s}", unknown[i]);
        (void)snprintf(expected, sizeof expected, "tiny.yaml:1:17: unknown law '%s'; %s",
            unknown[i], laws);
        assert_refused(key, text, expected);
    }
    assert_refused(key, "{mean: 1h, law: fixed, cv: 1}",
        "tiny.yaml:1:28: 'cv' needs the law 'hyperexponential' or 'lognormal'");
    assert_refused(key, "{mean: 1h, law: hyperexponential, cv: 1}",
        "tiny.yaml:1:39: 'cv' of a hyperexponential law must be above 1");
    assert_refused(key, "{law: fixed}", "tiny.yaml:1:1: a time needs 'mean'");
    assert_refused(
        key, "{mean: -1h}", "tiny.yaml:1:8: 'handling' must be 0 or more, not '-1h'");
    assert_refused(key, "20",
        "tiny.yaml:1:1: 'handling' must be a duration such as 30min, 2h or 1w, not '20'");
}

static void numbers_that_overflow_or_are_none_are_refused(void **state)
{
    (void)state;
    const struct spenn_key *fte = spenn_key_find(&spenn_unit_section, "fte");
    const struct spenn_key *leaders = spenn_key_find(&spenn_unit_section, "leaders");
    static const char *const words[] = {"1e999", "nan", "inf", "0x10", "1 2", "ti"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char expected[100], text[40];
        (void)snprintf(text, sizeof text, "'%s'", words[i]);
        (void)snprintf(expected, sizeof expected,
            "tiny.yaml:1:1: 'fte' must be a number, not '%s'", words[i]);
        assert_refused(fte, text, expected);
    }
    assert_refused(leaders, "99999999999",
        "tiny.yaml:1:1: 'leaders' must be at most 1000000, not '99999999999'");
    assert_refused(leaders, "~", "tiny.yaml:1:1: 'leaders' has no value");
    assert_refused(leaders, "[1]", "tiny.yaml:1:1: 'leaders' must be a text, not a list");
    assert_refused(fte, "'1,5'",
        "tiny.yaml:1:1: 'fte' must be a number, not '1,5'; decimals have a point");
}

static void texts_are_one_line_and_not_endless(void **state)
{
    (void)state;
    const struct spenn_key *sector = spenn_key_find(&spenn_unit_section, "sector");
    assert_refused(sector, "\"a\\nb\"",
        "tiny.yaml:1:1: 'sector' holds a control character (code 10)");
    assert_refused(sector, "\"a\\e[31m\"",
        "tiny.yaml:1:1: 'sector' holds a control character (code 27)");
    char text[spenn_most_text + 4];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    assert_refused(sector, text, "tiny.yaml:1:1: 'sector' is longer than 40000 bytes");
    text[spenn_most_text] = '\0';
    struct reading r = {0};
    const char *read;
    assert_true(parse(&r, sector, text, &read));
    assert_int_equal(strlen(read), spenn_most_text);
    done(&r);
}

static void ids_have_letters_of_any_script_but_no_signs(void **state)
{
    static const char *const good[] = {"a", "Ærø-2", "1", "_x", "a.b", "é", "школа"};
    static const char *const bad[] = {"-a", ".a", "a b", "a/b", "a:b", "a*", "a,b", "a😀"};
    const struct spenn_key *id = spenn_key_find(&spenn_unit_section, "id");
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct reading r = {0};
        const char *read;
        assert_true(parse(&r, id, good[i], &read));
        assert_string_equal(read, good[i]);
        done(&r);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct reading r = {0};
        const char *read;
        char text[40];
        (void)snprintf(text, sizeof text, "'%s'", bad[i]);
        assert_false(parse(&r, id, text, &read));
        done(&r);
    }
    assert_refused(id, "all", "tiny.yaml:1:1: 'all' is a selector and cannot be an id");
}

static void lists_become_one_text(void **state)
{
    (void)state;
    struct reading r = {0};
    const char *read;
    assert_true(
        parse(&r, spenn_key_find(&spenn_unit_section, "formerly"), "[a, b-1]", &read));
    assert_string_equal(read, "a,b-1");
    assert_true(
        parse(&r, spenn_key_find(&spenn_unit_section, "assumed"), "fte  count", &read));
    assert_string_equal(read, "fte,count");
    assert_true(
        parse(&r, spenn_key_find(&spenn_forum_section, "topics"), "it and hr", &read));
    assert_string_equal(read, "it and hr");
    done(&r);
    assert_refused(spenn_key_find(&spenn_forum_section, "topics"), "['a,b']",
        "tiny.yaml:1:2: a text in 'topics' cannot hold a comma");
    assert_refused(spenn_key_find(&spenn_unit_section, "assumed"), "[assumed]",
        "tiny.yaml:1:2: 'assumed' in 'assumed' is no key of a unit");
    assert_refused(spenn_key_find(&spenn_unit_section, "formerly"), "[]",
        "tiny.yaml:1:1: 'formerly' must be a list of texts, not an empty list");
}

static void setting_a_key_of_a_forum_marks_it_as_given(void **state)
{
    (void)state;
    struct reading r = {0};
    struct spenn_model m;
    tiny_model(TINY("units: [{id: a, kind: team}]\n"
                    "forums: [{id: f, kind: other, chair: a, members: a}]\n"),
        &m);
    struct spenn_key_context c = {.m = &m, .memory = &m.memory, .err = &r.err};
    const struct spenn_key *lasts = spenn_key_find(&spenn_forum_section, "lasts");
    assert_int_equal(m.forums.given[0], 0);
    assert_false(spenn_key_set(&c, lasts, tiny_value("0", &r.memory), &m.forums, 0));
    assert_int_equal(m.forums.given[0], 0);
    assert_true(spenn_key_set(&c, lasts, tiny_value("4h", &r.memory), &m.forums, 0));
    assert_int_equal(m.forums.given[0], SPENN_GIVEN_LASTS);
    assert_true(m.forums.lasts[0] == 4.0);
    assert_true(spenn_key_set(&c, spenn_key_find(&spenn_forum_section, "name"),
        tiny_value("{nb: Møte, en: Meeting}", &r.memory), &m.forums, 0));
    assert_string_equal(m.forums.name[0], "Møte");
    assert_string_equal(m.forums.name_en[0], "Meeting");
    spenn_model_free(&m);
    done(&r);
}

static void the_units_of_ministries_have_their_own_names(void **state)
{
    (void)state;
    int32_t ministries = SPENN_FORM_MINISTRIES, other = SPENN_FORM_OTHER;
    assert_string_equal(spenn_kind_name(ministries, SPENN_DEPARTMENT, false),
        "direktorat eller avdeling");
    assert_string_equal(spenn_kind_name(ministries, SPENN_EXECUTIVE, true), "ministry");
    assert_string_equal(spenn_kind_name(ministries, SPENN_STAFF, false), "stab");
    assert_string_equal(spenn_kind_name(other, SPENN_DEPARTMENT, true), "department");
    struct spenn_model m;
    tiny_model("spenn: model/1\nid: stat\nform: ministries\nunits:\n"
               "  - {id: regjering, kind: executive}\n"
               "  - {id: dep, kind: executive, reports-to: regjering}\n"
               "  - {id: alene, kind: executive}\n",
        &m);
    assert_string_equal(spenn_model_kind_name(&m, 0, false), "regjering");
    assert_string_equal(spenn_model_kind_name(&m, 1, false), "departement");
    assert_string_equal(spenn_model_kind_name(&m, 2, true), "ministry");
    m.form = SPENN_FORM_OTHER;
    assert_string_equal(spenn_model_kind_name(&m, 0, true), "top leader");
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_law_has_its_shape),
        cmocka_unit_test(a_plain_time_leaves_its_law_open_but_a_plain_deadline_is_fixed),
        cmocka_unit_test(laws_that_make_no_sense_are_refused),
        cmocka_unit_test(numbers_that_overflow_or_are_none_are_refused),
        cmocka_unit_test(texts_are_one_line_and_not_endless),
        cmocka_unit_test(ids_have_letters_of_any_script_but_no_signs),
        cmocka_unit_test(lists_become_one_text),
        cmocka_unit_test(setting_a_key_of_a_forum_marks_it_as_given),
        cmocka_unit_test(the_units_of_ministries_have_their_own_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
