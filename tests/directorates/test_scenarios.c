/* SPDX-License-Identifier: MIT
 * The shipped scenarios of directorates: every alternative can be made, none wins by
 * hidden hands, and what is expected can be measured. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "change.h"
#include "measure.h"
#include "scenario.h"
#include "sim.h"

#include "agencies.h"

/* Those that merge, gather or set up units come last: posts change there. */
enum { scenario_count = 26, same_posts = 19 };

static const char *const scenario_ids[scenario_count] = {"include-regional-directors",
    "exclude-regional-directors", "to-department-group", "all-regions-in-group",
    "all-regions-in-group-politi", "meeting-frequency", "extended-forum",
    "mattilsynet-2007", "trim-group", "video-meetings", "two-forums",
    "national-task-transfer", "national-task-under-regional-director",
    "national-task-direct-line", "coordinating-region", "split-to-unified-steering",
    "merge-levels", "dsb-two-structures", "tax-offices", "fewer-regions",
    "further-reduction", "pool-tasks", "info-document-centre", "mixed-portfolio",
    "to-fylkesmann", "inclusion-chain"};

struct experiment {
    struct spenn_scenario scenario;
    struct spenn_model base;
};

static void read_experiment(const char *id, struct experiment *e)
{
    struct spenn_arena memory = {0};
    struct spenn_assumptions assume = {0};
    struct spenn_error err = {0};
    const char *path = spenn_arena_format(
        &memory, "%s/scenarios/directorates/%s.yaml", SPENN_SOURCE, id);
    bool ok = spenn_read_scenario(path, &e->scenario, &err)
        && spenn_read_assumptions(NULL, &memory, &assume, &err)
        && spenn_read_model(e->scenario.model, &assume, &e->base, &err);
    if (!ok) {
        spenn_error_print(&err, stderr);
    }
    assert_true(ok);
    spenn_error_free(&err);
    spenn_arena_free(&memory);
}

static void free_experiment(struct experiment *e)
{
    spenn_model_free(&e->base);
    spenn_scenario_free(&e->scenario);
}

static void make_alternative(const struct experiment *e, int32_t a, struct spenn_model *m)
{
    struct spenn_error err = {0};
    bool ok = spenn_scenario_apply(&e->base, &e->scenario, a, m, &err);
    if (!ok) {
        spenn_error_print(&err, stderr);
    }
    assert_true(ok);
    spenn_error_free(&err);
}

static void a_scenario_is_named_as_its_file(void **state)
{
    (void)state;
    for (int32_t i = 0; i < scenario_count; i++) {
        struct experiment e = {0};
        read_experiment(scenario_ids[i], &e);
        assert_string_equal(e.scenario.id, scenario_ids[i]);
        assert_true(e.scenario.alternative_count > 0);
        free_experiment(&e);
    }
}

static void no_alternative_changes_demand_or_fte_nor_posts_unless_units_go(void **state)
{
    (void)state;
    for (int32_t i = 0; i < scenario_count; i++) {
        struct experiment e = {0};
        read_experiment(scenario_ids[i], &e);
        struct spenn_totals before = spenn_model_totals(&e.base);
        for (int32_t a = 0; a < e.scenario.alternative_count; a++) {
            struct spenn_model m = {0};
            make_alternative(&e, a, &m);
            struct spenn_totals after = spenn_model_totals(&m);
            assert_near(after.demand, before.demand, 1e-9);
            assert_near(after.fte, before.fte, 1e-9);
            assert_true(i >= same_posts || after.posts == before.posts);
            spenn_model_free(&m);
        }
        free_experiment(&e);
    }
}

static void every_expectation_names_a_claim_and_a_measure(void **state)
{
    (void)state;
    for (int32_t i = 0; i < scenario_count; i++) {
        struct experiment e = {0};
        read_experiment(scenario_ids[i], &e);
        assert_true(e.scenario.expect_count > 0);
        for (int32_t x = 0; x < e.scenario.expect_count; x++) {
            const struct spenn_expect *expect = &e.scenario.expect[x];
            assert_int_equal(expect->claim[0], 'C');
            assert_true(spenn_rest_measure(expect->measure)
                || spenn_sim_measure(expect->measure));
        }
        free_experiment(&e);
    }
}

/* Whether an error finding of this rule is about the subject. */
static bool is_error(const struct spenn_model *m, const char *rule, const char *subject)
{
    struct spenn_findings findings = {0};
    struct spenn_error err = {0};
    struct spenn_finding_limits limits = {0};
    assert_true(spenn_findings_fill(m, &limits, &findings, &err));
    bool found = false;
    for (int32_t i = 0; i < findings.count; i++) {
        found = found
            || (findings.severity[i] == SPENN_ERROR
                && strcmp(spenn_finding_rules[findings.rule[i]].id, rule) == 0
                && strcmp(findings.subject[i], subject) == 0);
    }
    spenn_findings_free(&findings);
    spenn_error_free(&err);
    return found;
}

/* C26: at least 22 in NAV, 30 in the police, 39 with its special units. */
static void all_regional_leaders_make_a_group_that_is_far_too_large(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        int32_t alternative, least;
    } row[] = {{"all-regions-in-group", 0, 22}, {"all-regions-in-group-politi", 0, 30},
        {"all-regions-in-group-politi", 1, 39}};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct experiment e = {0};
        struct spenn_model m = {0};
        read_experiment(row[i].id, &e);
        make_alternative(&e, row[i].alternative, &m);
        spenn_id group = spenn_model_leadership_group(&m, spenn_model_top(&m));
        assert_true(m.forums.size[group] >= row[i].least);
        assert_true(is_error(&m, "group-too-large", m.forums.id[group]));
        assert_false(is_error(&e.base, "group-too-large", m.forums.id[group]));
        spenn_model_free(&m);
        free_experiment(&e);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scenario_is_named_as_its_file),
        cmocka_unit_test(no_alternative_changes_demand_or_fte_nor_posts_unless_units_go),
        cmocka_unit_test(every_expectation_names_a_claim_and_a_measure),
        cmocka_unit_test(all_regional_leaders_make_a_group_that_is_far_too_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
