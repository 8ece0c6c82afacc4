/* SPDX-License-Identifier: MIT
 * The assumed loads of the shipped models: an agency that works. Every desk that carries
 * cases and every agenda that gets items has between 30 and 90 % of its time taken, so
 * that an alternative can make things better or worse. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "commitment.h"
#include "sim.h"

#include "agencies.h"

/* The desks and agendas of one model outside the band; each is printed. */
static int32_t count_outside(const char *below)
{
    struct spenn_model m = {0};
    read_model(below, &m);
    struct spenn_sim_plan *plan = spenn_sim_plan_new(&m, NULL);
    const struct spenn_sim_flows *flows = spenn_sim_flows(plan);
    int32_t outside = 0, busy = 0;
    for (int32_t i = 0; i < flows->count; i++) {
        double taken = flows->utilisation[i];
        busy += taken > 0;
        if (flows->overloaded[i] || (taken > 0 && !(taken >= 0.3 && taken <= 0.9))) {
            print_error("%s: '%s' has %.2f taken\n", below, flows->subject[i], taken);
            outside++;
        }
    }
    assert_true(busy > 0);
    spenn_sim_plan_free(plan);
    spenn_model_free(&m);
    return outside;
}

static void every_desk_and_agenda_of_an_agency_is_between_30_and_90_percent_busy(
    void **state)
{
    (void)state;
    int32_t outside = 0;
    for (int32_t i = 0; i < agency_count; i++) {
        char below[64];
        (void)snprintf(below, sizeof below, "directorates/%s", agency_keys[i]);
        outside += count_outside(below);
    }
    assert_int_equal(outside, 0);
}

static void every_desk_and_agenda_of_an_archetype_is_between_30_and_90_percent_busy(
    void **state)
{
    (void)state;
    assert_int_equal(count_outside("archetypes/model-1")
            + count_outside("archetypes/model-2") + count_outside("archetypes/model-3")
            + count_outside("archetypes/regions-level"),
        0);
}

static void every_desk_and_agenda_that_scenarios_begin_with_is_as_busy(void **state)
{
    (void)state;
    assert_int_equal(count_outside("archetypes/county-division")
            + count_outside("archetypes/regions-with-offices")
            + count_outside("archetypes/small-environments")
            + count_outside("archetypes/national-tasks-in-head-office")
            + count_outside("archetypes/national-tasks-in-regions"),
        0);
}

/* Trondheim, Stavanger and Bærum have no tasks: only their number of units is known. */
static const char *const municipalities[] = {"arendal", "arendal-1999", "arendal-2000",
    "arendal-2004", "flora", "flora-2001", "flora-2003", "hamar", "hamar-114",
    "hamar-2000", "hybrid", "kongsvinger", "kongsvinger-1995", "kongsvinger-2000",
    "mean-2000", "politics-1992", "sector-model", "stord", "stord-04", "stord-1997",
    "stord-98", "strand", "strand-1993", "two-level", "work-team"};
static const size_t municipality_count = sizeof municipalities / sizeof *municipalities;

static int32_t count_all_outside(
    const char *folder, const char *const *names, size_t count)
{
    int32_t outside = 0;
    for (size_t i = 0; i < count; i++) {
        char below[64];
        (void)snprintf(below, sizeof below, "%s/%s", folder, names[i]);
        outside += count_outside(below);
    }
    return outside;
}

static void every_desk_and_agenda_of_a_municipality_is_between_30_and_90_percent_busy(
    void **state)
{
    (void)state;
    assert_int_equal(
        count_all_outside("municipalities", municipalities, municipality_count), 0);
}

static const char *const ministries[] = {"0-24", "community-2020", "community-2021",
    "county-governors", "five-directorates", "joint-tasks", "kmd", "programme-2014",
    "reforms", "service-chain", "simple-and-wicked", "wicked-problem"};

static void every_desk_and_agenda_of_the_ministries_is_between_30_and_90_percent_busy(
    void **state)
{
    (void)state;
    assert_int_equal(count_all_outside("ministries", ministries,
                         sizeof ministries / sizeof *ministries),
        0);
}

static double cases_in_two_years(const struct spenn_model *m)
{
    double cases = 0;
    for (int32_t s = 0; s < m->streams.count; s++) {
        cases += m->streams.rate[s] * 2 * 1950;
    }
    return cases;
}

static void no_municipality_has_more_than_40000_cases_in_two_years(void **state)
{
    (void)state;
    for (size_t i = 0; i < municipality_count; i++) {
        struct spenn_model m = {0};
        char below[64];
        (void)snprintf(below, sizeof below, "municipalities/%s", municipalities[i]);
        read_model(below, &m);
        assert_true(cases_in_two_years(&m) > 1000 && cases_in_two_years(&m) <= 40000);
        spenn_model_free(&m);
    }
}

static void no_agency_has_more_than_40000_cases_in_two_years(void **state)
{
    (void)state;
    for (int32_t i = 0; i < agency_count; i++) {
        struct spenn_model m = {0};
        read_agency(agency_keys[i], &m);
        assert_true(cases_in_two_years(&m) > 1000 && cases_in_two_years(&m) <= 40000);
        spenn_model_free(&m);
    }
}

/* C42 against C45 and C46: with the usual preparation a group of 15 concludes far less
 * than one of 9; when members prepare fully, little less, but less. */
static void preparation_makes_the_disadvantage_of_a_large_group_small_but_not_nothing(
    void **state)
{
    (void)state;
    struct spenn_model m = {0};
    read_agency("vegvesen", &m);
    spenn_id group = spenn_model_leadership_group(&m, spenn_model_top(&m));
    double loss[2];
    if (!m.forums.preparation || !m.forums.size) {
        fail_msg("'%s' has no forums", m.id);
        return;
    }
    for (int32_t full = 0; full < 2; full++) {
        m.forums.preparation[group] =
            full ? 1.0 : m.assume.value[SPENN_MEETING_PREPARATION];
        m.forums.size[group] = 9;
        double small = spenn_forum_commitment(&m, group, false);
        m.forums.size[group] = 15;
        loss[full] = small - spenn_forum_commitment(&m, group, false);
    }
    assert_true(loss[0] > 0.4);
    assert_true(loss[1] > 0.02 && loss[1] < 0.1);
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            every_desk_and_agenda_of_an_agency_is_between_30_and_90_percent_busy),
        cmocka_unit_test(
            every_desk_and_agenda_of_an_archetype_is_between_30_and_90_percent_busy),
        cmocka_unit_test(
            every_desk_and_agenda_of_a_municipality_is_between_30_and_90_percent_busy),
        cmocka_unit_test(
            every_desk_and_agenda_of_the_ministries_is_between_30_and_90_percent_busy),
        cmocka_unit_test(no_municipality_has_more_than_40000_cases_in_two_years),
        cmocka_unit_test(every_desk_and_agenda_that_scenarios_begin_with_is_as_busy),
        cmocka_unit_test(no_agency_has_more_than_40000_cases_in_two_years),
        cmocka_unit_test(
            preparation_makes_the_disadvantage_of_a_large_group_small_but_not_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
