/* SPDX-License-Identifier: MIT
 * The table as a whole, and the law that row order means nothing. */
#include "small.h"

static void every_measure_says_what_it_is(void **state)
{
    (void)state;
    for (int32_t i = 0; i < spenn_rest_measure_count; i++) {
        const struct spenn_measure *measure = &spenn_rest_measures[i];
        assert_true(measure->formula[0] && measure->source[0]);
        assert_true(measure->title_nb[0] && measure->title_en[0]);
        assert_true(measure->class == SPENN_CLASS_STRUCTURE
            || measure->class == SPENN_CLASS_BUILT_IN);
        assert_ptr_equal(spenn_rest_measure(measure->id), measure);
    }
    assert_null(spenn_rest_measure("humør"));
}

static bool speaks_of_goals(const char *text)
{
    static const char *const words[] = {
        "goal", "attain", "quality", "success", "effective", "best", "måloppnå"};
    for (size_t i = 0; text && i < sizeof words / sizeof *words; i++) {
        if (strstr(text, words[i])) {
            return true;
        }
    }
    return false;
}

/* What goals ask of a unit, not whether it attains them. */
static bool counts_goals_given(const char *id)
{
    return strcmp(id, "goal-load") == 0 || strcmp(id, "goals-above-capacity") == 0;
}

/* C187: structure alone does not say how well goals are attained, so nothing here does.
 */
static void no_measure_and_no_finding_speaks_of_goals_attained(void **state)
{
    (void)state;
    for (int32_t i = 0; i < spenn_rest_measure_count; i++) {
        const struct spenn_measure *measure = &spenn_rest_measures[i];
        assert_true(counts_goals_given(measure->id)
            || !(speaks_of_goals(measure->id) || speaks_of_goals(measure->title_en)
                || speaks_of_goals(measure->title_nb)));
    }
    for (int32_t i = 0; i < spenn_finding_rule_count; i++) {
        const struct spenn_finding_rule *rule = &spenn_finding_rules[i];
        assert_true(counts_goals_given(rule->id)
            || !(speaks_of_goals(rule->id) || speaks_of_goals(rule->title_en)
                || speaks_of_goals(rule->title_nb)));
    }
}

/* A task at three units, two streams, with cases that users attend. */
static void add_task(struct spenn_model *m, uint64_t *random, int32_t via)
{
    spenn_id t = spenn_task_add(m);
    m->tasks.id[t] = spenn_arena_format(&m->memory, "t%d", t);
    m->tasks.decided_in[t] = m->tasks.decided_by[t] = SPENN_NONE;
    m->tasks.via[t] = via;
    m->tasks.personal[t] = 0.25;
    for (int32_t i = 0; i < 2; i++) {
        spenn_id s = spenn_table_add(&m->memory, &m->streams, &spenn_streams_type);
        spenn_id o = spenn_table_add(&m->memory, &m->origins, &spenn_origins_type);
        m->streams.task[s] = t;
        m->streams.origin[s] = o;
        m->streams.rate[s] = 1.0 + i;
        m->streams.first_route[s] = m->routes.count;
        m->streams.routes[s] = 1 + i;
        m->origins.unit[o] = small_random(random, 60);
        m->origins.id[o] = m->units.id[m->origins.unit[o]];
        for (int32_t r = 0; r <= i; r++) {
            spenn_id route = spenn_table_add(&m->memory, &m->routes, &spenn_routes_type);
            m->routes.unit[route] = small_random(random, 60);
            m->routes.share[route] = 1.0 / (1 + i);
        }
    }
}

/* A task that regions serve, one of them decides and others take part in. */
static void add_common_task(struct spenn_model *m)
{
    spenn_id t = small_task(m);
    m->tasks.coordinates[t] = true;
    m->coordinations.parties[t] = 2;
    for (spenn_id u = 0; u < 60; u++) {
        if (m->units.kind[u] == SPENN_REGION) {
            m->tasks.decided_by[t] = u;
            int32_t s = small_stream(m, t, u, 2);
            small_partner(m, s, (u + 7) % 60);
            small_partner(m, s, (u + 9) % 60);
            m->origins.id[m->streams.origin[s]] = m->units.id[u];
        }
    }
}

/* What a unit answers for, and where. */
static void add_places(struct spenn_model *m, uint64_t *random, spenn_id u)
{
    static const char *const lists[] = {NULL, "a", "b,a", "c,d", "b"};
    m->units.functions[u] = lists[small_random(random, 5)];
    m->units.serves[u] = lists[small_random(random, 5)];
    m->units.offices[u] = lists[small_random(random, 5)];
    m->units.location[u] = lists[small_random(random, 2)];
    m->units.leaders[u] = 1 + small_random(random, 2);
    m->units.responsibility[u] = small_random(random, SPENN_ACROSS + 1);
    if (u % 6 == 5) {
        m->units.kind[u] = SPENN_DEPUTY;
    }
}

/* A model with everything a measure looks at: units, second lines, forums, contacts,
 * functions, needs, places and tasks. */
static void full_model(struct spenn_model *m)
{
    uint64_t random = 7;
    m->functions = "a,b,e";
    spenn_id need = spenn_table_add(&m->memory, &m->needs, &spenn_needs_type);
    m->needs.id[need] = "need";
    m->needs.functions[need] = "a,d";
    for (spenn_id u = 0; u < 60; u++) {
        int32_t kind =
            u == 0 ? SPENN_EXECUTIVE : SPENN_DEPARTMENT + small_random(&random, 6);
        small_unit(m, NULL, kind, u == 0 ? SPENN_NONE : small_random(&random, u));
        m->units.fte[u] = 0.5 * small_random(&random, 40);
        m->units.sector[u] = small_random(&random, 2) ? "skole" : "helse";
        add_places(m, &random, u);
    }
    add_task(m, &random, SPENN_LINE_LINE);
    add_task(m, &random, SPENN_LINE_PROFESSIONAL);
    add_common_task(m);
    for (int32_t i = 0; i < 8; i++) {
        small_line(m, SPENN_LINE_PROFESSIONAL + small_random(&random, 3),
            small_random(&random, 60), small_random(&random, 60));
        small_contact(m, small_random(&random, 60), small_random(&random, 60), 26);
        spenn_id f = small_forum(m, i % 4, small_random(&random, 60), 6 + i);
        m->forums.topics[f] = i % 2 ? "budsjett,lokaler" : "lokaler,strategi";
        for (spenn_id u = i; u < 60; u += 9) {
            if (u != m->forums.chair[f]) {
                small_member(m, f, u);
            }
        }
    }
    m->assume.value[SPENN_CONTACT_MEETS] = 1.0 / 75;
    m->assume.value[SPENN_TRAVEL_TIME] = m->assume.value[SPENN_ACCESS_TIME] = 1.0;
    m->assume.value[SPENN_HOURLY_RATE] = m->assume.value[SPENN_USER_RATE] = 500.0;
    m->assume.value[SPENN_UNIT_OVERHEAD] = m->assume.value[SPENN_OFFICE_COST] = 1e5;
}

/* The same model with unit u in row to[u], second lines and contacts from the last on. */
static void relabel(
    const struct spenn_model *from, const spenn_id *to, struct spenn_model *m)
{
    spenn_model_copy(from, m);
    for (spenn_id u = 0; u < from->units.count; u++) {
        spenn_id v = to[u], above = from->units.parent[u];
        m->units.id[v] = from->units.id[u];
        m->units.kind[v] = from->units.kind[u];
        m->units.fte[v] = from->units.fte[u];
        m->units.sector[v] = from->units.sector[u];
        m->units.functions[v] = from->units.functions[u];
        m->units.serves[v] = from->units.serves[u];
        m->units.offices[v] = from->units.offices[u];
        m->units.location[v] = from->units.location[u];
        m->units.leaders[v] = from->units.leaders[u];
        m->units.responsibility[v] = from->units.responsibility[u];
        m->units.parent[v] = above == SPENN_NONE ? SPENN_NONE : to[above];
    }
    for (int32_t i = 0; i < from->lines.count; i++) {
        int32_t j = from->lines.count - 1 - i;
        m->lines.kind[j] = from->lines.kind[i];
        m->lines.from[j] = to[from->lines.from[i]];
        m->lines.to[j] = to[from->lines.to[i]];
        m->contacts.a[j] = to[from->contacts.a[i]];
        m->contacts.b[j] = to[from->contacts.b[i]];
    }
    for (int32_t i = 0; i < from->partners.count; i++) {
        m->partners.unit[i] = to[from->partners.unit[i]];
    }
    for (spenn_id t = 0; t < from->tasks.count; t++) {
        spenn_id by = from->tasks.decided_by[t];
        m->tasks.decided_by[t] = by == SPENN_NONE ? SPENN_NONE : to[by];
    }
    for (int32_t i = 0; i < from->routes.count; i++) {
        m->routes.unit[i] = to[from->routes.unit[i]];
    }
    for (int32_t o = 0; o < from->origins.count; o++) {
        m->origins.unit[o] = to[from->origins.unit[o]];
    }
    for (int32_t i = 0; i < from->members.count; i++) {
        m->members.unit[i] = to[from->members.unit[i]];
    }
    for (spenn_id f = 0; f < from->forums.count; f++) {
        m->forums.chair[f] = to[from->forums.chair[f]];
    }
}

static void relabelling_units_changes_no_number(void **state)
{
    (void)state;
    struct spenn_model a = {0}, b = {0};
    full_model(&a);
    assert_true(small_value(&a, "total-cost", NULL) > small_value(&a, "cost", NULL));
    assert_true(small_value(&a, "coverage", NULL) < 1.0);
    assert_true(small_value(&a, "clarity", NULL) < 1.0);
    assert_true(small_value(&a, "peer-command", NULL) > 1.0);
    assert_true(small_value(&a, "duplication", NULL) > 0.0);
    assert_true(small_value(&a, "congruence", NULL) > 0.0);
    assert_true(small_value(&a, "informal-level", NULL) > 0.0);
    spenn_id to[60];
    for (spenn_id u = 0; u < 60; u++) {
        to[u] = (u * 37 + 11) % 60;
    }
    relabel(&a, to, &b);
    struct spenn_arena memory = {0};
    struct spenn_results before = {0}, after = {0};
    struct spenn_error err = {0};
    assert_true(spenn_measure_fill(&a, NULL, &memory, &before, &err));
    assert_true(spenn_measure_fill(&b, NULL, &memory, &after, &err));
    assert_int_equal(before.count, after.count);
    for (int32_t i = 0; i < before.count; i++) {
        bool whole = before.over[i] == SPENN_OVER_WHOLE;
        int32_t j = spenn_results_find(
            &after, before.measure[i]->id, whole ? NULL : before.subject[i]);
        assert_true(j >= 0);
        if (isnan(before.value[i])) {
            assert_true(isnan(after.value[j]));
        } else {
            assert_near(after.value[j], before.value[i], 1e-9);
        }
    }
    spenn_arena_free(&memory);
    spenn_model_free(&a);
    spenn_model_free(&b);
}

static void asking_for_one_measure_fills_only_that(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    struct spenn_arena memory = {0};
    struct spenn_results results = {0};
    struct spenn_error err = {0};
    small_tree(&m, 2, 3);
    const struct spenn_measure *layer = spenn_rest_measure("layer");
    assert_true(spenn_measure_fill(&m, layer, &memory, &results, &err));
    assert_int_equal(results.count, 7);
    assert_ptr_equal(results.measure[6], layer);
    assert_string_equal(results.subject[6], "u6");
    spenn_arena_free(&memory);
    spenn_model_free(&m);
}

static void a_model_without_forums_or_units_gives_no_rows_of_them(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    struct spenn_arena memory = {0};
    struct spenn_results results = {0};
    struct spenn_error err = {0};
    assert_true(spenn_measure_fill(&m, NULL, &memory, &results, &err));
    assert_int_equal(results.count, 0);
    spenn_arena_free(&memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_measure_says_what_it_is),
        cmocka_unit_test(no_measure_and_no_finding_speaks_of_goals_attained),
        cmocka_unit_test(relabelling_units_changes_no_number),
        cmocka_unit_test(asking_for_one_measure_fills_only_that),
        cmocka_unit_test(a_model_without_forums_or_units_gives_no_rows_of_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
