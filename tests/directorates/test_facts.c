/* SPDX-License-Identifier: MIT
 * The 18 agencies against what Difi-notat 2014:4 says of them: numbers of regions, who
 * sits in which group, how often they meet, who steers the regions. A claim's number (C1
 * ...) stands where the test checks it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measure.h"
#include "quantity.h"

#include "agencies.h"

#include <stdlib.h>

static int read_all(void **state)
{
    struct spenn_model *model = calloc(agency_count, sizeof *model);
    *state = model;
    for (int32_t i = 0; i < agency_count; i++) {
        read_agency(agency_keys[i], &model[i]);
    }
    return 0;
}

static int free_all(void **state)
{
    struct spenn_model *model = *state;
    for (int32_t i = 0; i < agency_count; i++) {
        spenn_model_free(&model[i]);
    }
    free(model);
    return 0;
}

static const struct spenn_model *agency(const struct spenn_model *model, const char *key)
{
    for (int32_t i = 0; i < agency_count; i++) {
        if (strcmp(agency_keys[i], key) == 0) {
            return &model[i];
        }
    }
    fail_msg("no agency '%s'", key);
    return NULL;
}

static int32_t count_kind(const struct spenn_model *m, int32_t kind)
{
    int32_t count = 0;
    for (spenn_id u = 0; u < m->units.count; u++) {
        count += m->units.kind[u] == kind;
    }
    return count;
}

static spenn_id first_region(const struct spenn_model *m)
{
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (m->units.kind[u] == SPENN_REGION) {
            return u;
        }
    }
    fail_msg("'%s' has no region", m->id);
    return SPENN_NONE;
}

static double measured(
    const struct spenn_model *m, const char *measure, const char *subject)
{
    struct spenn_arena memory = {0};
    struct spenn_results results = {0};
    struct spenn_error err = {0};
    const struct spenn_measure *only = spenn_rest_measure(measure);
    assert_non_null(only);
    assert_true(spenn_measure_fill(m, only, &memory, &results, &err));
    int32_t row = spenn_results_find(&results, measure, subject);
    assert_true(row >= 0);
    double value = results.value[row];
    spenn_arena_free(&memory);
    spenn_error_free(&err);
    return value;
}

static int32_t leadership_model(const struct spenn_model *m)
{
    return (int32_t)measured(m, "leadership-model", NULL);
}

/* Meetings a year, as the source gives them, of forums in which the top leader and u sit
 * (u the top leader itself: of the group). */
static double yearly(const struct spenn_model *m, spenn_id u, bool group_only)
{
    spenn_id top = spenn_model_top(m);
    double sum = 0;
    for (spenn_id f = 0; f < m->forums.count; f++) {
        bool counts = spenn_model_is_member(m, f, top) && spenn_model_is_member(m, f, u)
            && !is_assumed(m->forums.assumed[f], "meets")
            && (!group_only || f == spenn_model_leadership_group(m, top));
        sum += counts ? m->forums.meets[f] * SPENN_YEAR : 0;
    }
    return sum;
}

static double group_meets(const struct spenn_model *m)
{
    return yearly(m, spenn_model_top(m), true);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *value, int32_t count)
{
    qsort(value, (size_t)count, sizeof *value, compare);
    return count % 2 ? value[count / 2] : (value[count / 2 - 1] + value[count / 2]) / 2;
}

/* C1. DFØ has office locations instead of regions: their number opens its note. */
static void fifteen_agencies_have_five_to_eight_regions(void **state)
{
    const struct spenn_model *model = *state;
    int32_t within = 0;
    for (int32_t i = 0; i < agency_count; i++) {
        int32_t regions = model[i].note && strcmp(agency_keys[i], "dfo") == 0
            ? (int32_t)strtol(model[i].note, NULL, 10)
            : count_kind(&model[i], SPENN_REGION);
        within += regions >= 5 && regions <= 8;
    }
    assert_int_equal(within, 15);
}

static void nav_the_police_and_dsb_stand_out_by_19_27_and_20(void **state)
{
    const struct spenn_model *model = *state;
    assert_int_equal(count_kind(agency(model, "nav"), SPENN_REGION), 19);
    assert_int_equal(count_kind(agency(model, "politiet"), SPENN_REGION), 27);
    assert_int_equal(count_kind(agency(model, "politiet"), SPENN_SPECIAL_UNIT), 9);
    assert_int_equal(count_kind(agency(model, "dsb"), SPENN_REGION), 5 + 20);
    assert_int_equal(count_kind(agency(model, "dfo"), SPENN_REGION), 2);
}

/* The table of §2.3, agency by agency. */
static void every_agency_has_the_regions_of_the_table(void **state)
{
    const struct spenn_model *model = *state;
    static const struct {
        const char *key;
        int32_t regions;
    } row[] = {{"arbeidstilsynet", 7}, {"bufetat", 5}, {"imdi", 6}, {"skatteetaten", 5},
        {"toll", 6}, {"fiskeridirektoratet", 7}, {"kystverket", 5}, {"udi", 6},
        {"kriminalomsorgen", 5}, {"husbanken", 6}, {"lanekassen", 7}, {"mattilsynet", 8},
        {"nve", 5}, {"vegvesen", 5}};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        assert_int_equal(
            count_kind(agency(model, row[i].key), SPENN_REGION), row[i].regions);
    }
}

/* C22. */
static void six_eight_and_four_agencies_have_the_three_models(void **state)
{
    const struct spenn_model *model = *state;
    int32_t count[4] = {0};
    for (int32_t i = 0; i < agency_count; i++) {
        int32_t is = leadership_model(&model[i]);
        assert_in_range(is, 1, 3);
        count[is]++;
    }
    assert_int_equal(count[1], 6);
    assert_int_equal(count[2], 8);
    assert_int_equal(count[3], 4);
}

static void each_agency_has_the_model_that_the_source_lists_it_under(void **state)
{
    const struct spenn_model *model = *state;
    static const char *const is[4][9] = {{NULL},
        {"skatteetaten", "toll", "kriminalomsorgen", "nav", "politiet", "mattilsynet"},
        {"arbeidstilsynet", "bufetat", "imdi", "fiskeridirektoratet", "kystverket",
            "husbanken", "vegvesen", "dfo"},
        {"nve", "dsb", "udi", "lanekassen"}};
    for (int32_t type = 1; type <= 3; type++) {
        for (int32_t i = 0; is[type][i]; i++) {
            assert_int_equal(leadership_model(agency(model, is[type][i])), type);
        }
    }
}

/* C23. */
static void regional_directors_sit_in_a_central_group_in_twelve_agencies(void **state)
{
    const struct spenn_model *model = *state;
    int32_t central = 0;
    for (int32_t i = 0; i < agency_count; i++) {
        central += leadership_model(&model[i]) >= 2;
    }
    assert_int_equal(central, 12);
}

/* C42, C43, C52. */
static void groups_have_the_sizes_and_regional_shares_that_the_source_gives(void **state)
{
    const struct spenn_model *model = *state;
    static const struct {
        const char *key;
        double size, regional;
    } row[] = {{"vegvesen", 15, 5}, {"imdi", 13, 6}, {"udi", 9, 0}, {"dsb", 10, 0},
        {"bufetat", 8, 5}, {"dfo", 7, 2}};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        const struct spenn_model *m = agency(model, row[i].key);
        assert_true(measured(m, "group-size", "ledergruppe") == row[i].size);
        assert_near(measured(m, "regional-share", "ledergruppe"),
            row[i].regional / row[i].size, 1e-12);
    }
}

/* C54. */
static void groups_with_regional_directors_meet_at_most_26_times_the_others_at_least_52(
    void **state)
{
    const struct spenn_model *model = *state;
    double most = 0, least = 1000;
    for (int32_t i = 0; i < agency_count; i++) {
        double meets = group_meets(&model[i]);
        assert_true(meets > 0);
        if (leadership_model(&model[i]) == 2) {
            most = meets > most ? meets : most;
        } else {
            least = meets < least ? meets : least;
        }
    }
    assert_near(most, 26, 1e-9);
    assert_near(least, 52, 1e-9);
}

/* C55: weekly, but Kriminalomsorgen twice a week. */
static void groups_without_regional_directors_meet_weekly_and_one_twice_a_week(
    void **state)
{
    const struct spenn_model *model = *state;
    int32_t weekly = 0;
    for (int32_t i = 0; i < agency_count; i++) {
        double meets = group_meets(&model[i]);
        weekly += meets > 51.9 && meets < 52.1;
    }
    assert_int_equal(weekly, 9);
    assert_near(group_meets(agency(model, "kriminalomsorgen")), 104, 1e-9);
    assert_near(group_meets(agency(model, "kystverket")), 4, 1e-9);
}

/* C56: how often regional directors outside the group meet the top leader. */
static void regions_outside_the_group_are_involved_as_often_as_the_source_gives(
    void **state)
{
    const struct spenn_model *model = *state;
    static const struct {
        const char *key;
        double meets;
    } row[] = {{"nav", 3.5}, {"skatteetaten", 8}, {"toll", 6}, {"kriminalomsorgen", 13},
        {"politiet", 5}, {"lanekassen", 2}, {"mattilsynet", 12}, {"nve", 0}, {"udi", 0},
        {"dsb", 0}};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        const struct spenn_model *m = agency(model, row[i].key);
        assert_near(yearly(m, first_region(m), false), row[i].meets, 1e-9);
    }
}

/* C56: of model 1 the median is 7, from 3.5 to 13; of model 2 it is 18, from 4 to 26, or
 * to 29.5 with the physical gatherings of Fiskeridirektoratet. */
static void a_region_meets_the_top_leader_7_times_in_model_1_and_18_in_model_2(
    void **state)
{
    const struct spenn_model *model = *state;
    double one[agency_count], two[agency_count];
    int32_t ones = 0, twos = 0;
    for (int32_t i = 0; i < agency_count; i++) {
        double meets = yearly(&model[i], first_region(&model[i]), false);
        int32_t is = leadership_model(&model[i]);
        if (is == 1) {
            one[ones++] = meets;
        } else if (is == 2) {
            two[twos++] = meets;
        }
    }
    assert_near(median(one, ones), 7, 1e-9);
    assert_near(median(two, twos), 18, 1e-9);
    assert_near(one[0], 3.5, 1e-9);
    assert_near(one[ones - 1], 13, 1e-9);
    assert_near(two[0], 4, 1e-9);
    assert_near(two[twos - 1], 29.5, 1e-9);
    assert_near(two[twos - 2], 26, 1e-9);
}

/* C57: 6 meetings and about 52 contacts a year with each region. */
static void the_director_of_customs_has_weekly_contact_with_each_region(void **state)
{
    const struct spenn_model *model = *state;
    assert_near(measured(agency(model, "toll"), "contact", "region-6"), 58, 1e-9);
}

/* C74: who steers is the kind of unit that the regions report to. */
static void ten_agencies_steer_directly_five_by_a_department_three_by_a_staff(
    void **state)
{
    const struct spenn_model *model = *state;
    int32_t direct = 0, department = 0, staff = 0;
    for (int32_t i = 0; i < agency_count; i++) {
        const struct spenn_model *m = &model[i];
        spenn_id by = m->units.parent[first_region(m)];
        direct += by == spenn_model_top(m);
        department += m->units.kind[by] == SPENN_DEPARTMENT;
        staff += m->units.kind[by] == SPENN_STAFF;
    }
    assert_int_equal(direct, 10);
    assert_int_equal(department, 5);
    assert_int_equal(staff, 3);
}

static void no_agency_steered_by_a_department_has_regions_in_the_directors_group(
    void **state)
{
    const struct spenn_model *model = *state;
    static const char *const by_department[] = {
        "dsb", "nve", "udi", "skatteetaten", "lanekassen"};
    for (size_t i = 0; i < sizeof by_department / sizeof *by_department; i++) {
        const struct spenn_model *m = agency(model, by_department[i]);
        spenn_id by = m->units.parent[first_region(m)];
        assert_int_equal(m->units.kind[by], SPENN_DEPARTMENT);
        assert_true(measured(m, "regional-share", "ledergruppe") == 0);
    }
}

/* C75: Mattilsynet divides administrative from professional steering. */
static void only_mattilsynet_of_the_ten_gives_its_regions_two_superiors(void **state)
{
    const struct spenn_model *model = *state;
    for (int32_t i = 0; i < agency_count; i++) {
        const struct spenn_model *m = &model[i];
        spenn_id region = first_region(m);
        if (m->units.parent[region] == spenn_model_top(m)) {
            double expected = strcmp(agency_keys[i], "mattilsynet") == 0 ? 2 : 1;
            assert_true(measured(m, "superiors", m->units.id[region]) == expected);
        }
    }
}

/* The source gives no loads at all, and lengths only of IMDi's, Husbanken's and
 * Kriminalomsorgen's meetings. */
static void whatever_the_source_does_not_give_is_marked_assumed(void **state)
{
    const struct spenn_model *model = *state;
    for (int32_t i = 0; i < agency_count; i++) {
        const struct spenn_model *m = &model[i];
        int32_t lengths = 0;
        for (spenn_id u = 0; u < m->units.count; u++) {
            assert_true(
                m->units.fte[u] >= 0 ? is_assumed(m->units.assumed[u], "fte") : true);
        }
        for (spenn_id f = 0; f < m->forums.count; f++) {
            assert_true(is_assumed(m->forums.assumed[f], "agenda"));
            lengths += !is_assumed(m->forums.assumed[f], "lasts");
        }
        for (int32_t t = 0; t < m->tasks.count; t++) {
            assert_true(is_assumed(m->tasks.assumed[t], "arrives"));
        }
        bool gives = strcmp(agency_keys[i], "imdi") == 0
            || strcmp(agency_keys[i], "husbanken") == 0
            || strcmp(agency_keys[i], "kriminalomsorgen") == 0;
        assert_int_equal(lengths, gives);
    }
}

static void the_archetypes_have_the_models_that_their_figures_show(void **state)
{
    (void)state;
    static const struct {
        const char *below;
        int32_t is;
    } row[] = {{"archetypes/model-1", 1}, {"archetypes/model-2", 2},
        {"archetypes/model-3", 3}, {"archetypes/regions-level", 2}};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct spenn_model m = {0};
        read_model(row[i].below, &m);
        assert_int_equal(leadership_model(&m), row[i].is);
        assert_int_equal(m.units.count, 6);
        spenn_model_free(&m);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fifteen_agencies_have_five_to_eight_regions),
        cmocka_unit_test(nav_the_police_and_dsb_stand_out_by_19_27_and_20),
        cmocka_unit_test(every_agency_has_the_regions_of_the_table),
        cmocka_unit_test(six_eight_and_four_agencies_have_the_three_models),
        cmocka_unit_test(each_agency_has_the_model_that_the_source_lists_it_under),
        cmocka_unit_test(regional_directors_sit_in_a_central_group_in_twelve_agencies),
        cmocka_unit_test(groups_have_the_sizes_and_regional_shares_that_the_source_gives),
        cmocka_unit_test(
            groups_with_regional_directors_meet_at_most_26_times_the_others_at_least_52),
        cmocka_unit_test(
            groups_without_regional_directors_meet_weekly_and_one_twice_a_week),
        cmocka_unit_test(
            regions_outside_the_group_are_involved_as_often_as_the_source_gives),
        cmocka_unit_test(
            a_region_meets_the_top_leader_7_times_in_model_1_and_18_in_model_2),
        cmocka_unit_test(the_director_of_customs_has_weekly_contact_with_each_region),
        cmocka_unit_test(
            ten_agencies_steer_directly_five_by_a_department_three_by_a_staff),
        cmocka_unit_test(
            no_agency_steered_by_a_department_has_regions_in_the_directors_group),
        cmocka_unit_test(only_mattilsynet_of_the_ten_gives_its_regions_two_superiors),
        cmocka_unit_test(whatever_the_source_does_not_give_is_marked_assumed),
        cmocka_unit_test(the_archetypes_have_the_models_that_their_figures_show),
    };
    return cmocka_run_group_tests(tests, read_all, free_all);
}
