/* SPDX-License-Identifier: MIT
 * Forums, contact and waiting time; the three leadership models of document 000. */
#include "small.h"

/* Director 0, departments 1 and 2, staff 3, regions 4 to 8. */
static void agency(struct spenn_model *m)
{
    small_tree(m, 2, 2);
    small_unit(m, "kommunikasjon", SPENN_STAFF, 0);
    for (int32_t i = 0; i < 5; i++) {
        small_unit(m, NULL, SPENN_REGION, 0);
    }
}

static void add_members(struct spenn_model *m, spenn_id f, spenn_id first, spenn_id last)
{
    for (spenn_id u = first; u <= last; u++) {
        small_member(m, f, u);
    }
}

static void regions_outside_every_leadership_group_are_model_1(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    add_members(&m, small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 52), 1, 3);
    add_members(&m, small_forum(&m, SPENN_FORUM_EXTENDED, 0, 6), 1, 8);
    assert_near(small_measure(&m, "leadership-model", 0), 1, 0);
    spenn_model_free(&m);
}

static void all_regions_in_the_directors_group_are_model_2(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    add_members(&m, small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 26), 1, 8);
    assert_near(small_measure(&m, "leadership-model", 0), 2, 0);
    spenn_model_free(&m);
}

static void one_region_left_out_is_not_model_2(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    add_members(&m, small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 26), 1, 7);
    assert_near(small_measure(&m, "leadership-model", 0), 1, 0);
    spenn_model_free(&m);
}

static void all_regions_in_a_departments_group_are_model_3(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    add_members(&m, small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 52), 1, 3);
    add_members(&m, small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 2, 26), 4, 8);
    assert_near(small_measure(&m, "leadership-model", 0), 3, 0);
    spenn_model_free(&m);
}

static void a_region_with_its_own_group_is_no_department(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    for (spenn_id u = 4; u <= 8; u++) {
        small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, u, 52);
    }
    assert_near(small_measure(&m, "leadership-model", 0), 1, 0);
    spenn_model_free(&m);
}

static void the_leadership_model_needs_regions(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 3, 2);
    small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 52);
    assert_true(isnan(small_measure(&m, "leadership-model", 0)));
    spenn_model_free(&m);
}

static void regional_share_counts_regions_and_no_special_units(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    spenn_id special = small_unit(&m, "særorgan", SPENN_SPECIAL_UNIT, 0);
    spenn_id f = small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 26);
    add_members(&m, f, 1, 8);
    small_member(&m, f, special);
    assert_near(small_measure(&m, "group-size", f), 10, 0);
    assert_near(small_measure(&m, "regional-share", f), 0.5, 0);
    spenn_model_free(&m);
}

/* Toll: 6 joint meetings and about 52 bilateral contacts a year with each region. */
static void contact_adds_meetings_and_stated_bilateral_contact(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    m.assume.value[SPENN_CONTACT_MEETS] = 1.0 / 37.5;
    add_members(&m, small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 52), 1, 3);
    add_members(&m, small_forum(&m, SPENN_FORUM_EXTENDED, 0, 6), 1, 8);
    add_members(&m, small_forum(&m, SPENN_FORUM_NETWORK, 1, 12), 4, 8);
    small_contact(&m, 0, 4, 52);
    small_contact(&m, 5, 0, 26);
    small_contact(&m, 1, 6, 26);
    assert_near(small_measure(&m, "contact", 1), 58, 1e-9);
    assert_near(small_measure(&m, "contact", 4), 58, 1e-9);
    assert_near(small_measure(&m, "contact", 5), 32, 1e-9);
    assert_near(small_measure(&m, "contact", 6), 6, 1e-9);
    assert_true(isnan(small_measure(&m, "contact", 0)));
    spenn_model_free(&m);
}

static void weekly_meetings_mean_half_a_weeks_wait(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    add_members(&m, small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 52), 1, 3);
    add_members(&m, small_forum(&m, SPENN_FORUM_NETWORK, 1, 26), 4, 5);
    assert_near(small_measure(&m, "reach", 0), 0, 0);
    assert_near(small_measure(&m, "reach", 1), 18.75, 1e-9);
    assert_near(small_measure(&m, "reach", 4), 18.75 + 37.5, 1e-9);
    assert_true(isnan(small_measure(&m, "reach", 6)));
    spenn_model_free(&m);
}

static void reach_goes_by_the_line_where_that_is_quicker(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    m.assume.value[SPENN_CONTACT_MEETS] = 0.5 / 37.5;
    add_members(&m, small_forum(&m, SPENN_FORUM_EXTENDED, 0, 6), 1, 8);
    assert_near(small_measure(&m, "reach", 4), 37.5, 1e-9);
    small_contact(&m, 4, 0, 13); /* instead of the assumed contact on this line */
    assert_near(small_measure(&m, "reach", 4), 1950.0 / 26, 1e-9);
    small_contact(&m, 5, 4, 26); /* beside the line: 5 keeps its own */
    assert_near(small_measure(&m, "reach", 5), 37.5, 1e-9);
    assert_near(small_measure(&m, "reach", 4), 75, 1e-9);
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(regions_outside_every_leadership_group_are_model_1),
        cmocka_unit_test(all_regions_in_the_directors_group_are_model_2),
        cmocka_unit_test(one_region_left_out_is_not_model_2),
        cmocka_unit_test(all_regions_in_a_departments_group_are_model_3),
        cmocka_unit_test(a_region_with_its_own_group_is_no_department),
        cmocka_unit_test(the_leadership_model_needs_regions),
        cmocka_unit_test(regional_share_counts_regions_and_no_special_units),
        cmocka_unit_test(contact_adds_meetings_and_stated_bilateral_contact),
        cmocka_unit_test(weekly_meetings_mean_half_a_weeks_wait),
        cmocka_unit_test(reach_goes_by_the_line_where_that_is_quicker),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
