/* SPDX-License-Identifier: MIT
 * Peers that command each other, tasks on two levels, and how far regions stand from
 * departments: by hand, and step by step on the models of document 000. */
#include "small.h"

#include "io.h"

/* Director 0, departments 1 and 2, regions 3 to 6. */
static void agency(struct spenn_model *m)
{
    small_tree(m, 2, 2);
    for (int32_t i = 0; i < 4; i++) {
        small_unit(m, NULL, SPENN_REGION, 0);
    }
}

static spenn_id task_at(struct spenn_model *m, const spenn_id *unit, int32_t count)
{
    spenn_id t = small_task(m);
    for (int32_t i = 0; i < count; i++) {
        small_stream(m, t, unit[i], 1);
    }
    return t;
}

static double peers(const struct spenn_model *m)
{
    return small_measure(m, "peer-command", 0);
}

static void a_region_with_a_national_task_commands_its_peers(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    small_line(&m, SPENN_LINE_PROFESSIONAL, 1, 3); /* of another kind: no peer */
    small_line(&m, SPENN_LINE_ADVISORY, 3, 4);
    small_line(&m, SPENN_LINE_CONTRACT, 3, 5);
    assert_near(peers(&m), 0, 0);
    spenn_id t = task_at(&m, (const spenn_id[]){1, 3, 4, 5, 6}, 5);
    m.tasks.decided_by[t] = 3;
    assert_near(peers(&m), 3, 0);
    small_line(&m, SPENN_LINE_PROFESSIONAL, 3, 4); /* the same pair */
    assert_near(peers(&m), 3, 0);
    small_line(&m, SPENN_LINE_ADMINISTRATIVE, 4, 3); /* the other way */
    assert_near(peers(&m), 4, 0);
    m.tasks.decided_by[t] = 0;
    assert_near(peers(&m), 2, 0);
    spenn_model_free(&m);
}

static void peers_have_one_kind_and_one_superior_unless_they_are_regions(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 2, 3); /* 3, 4 below 1; 5, 6 below 2 */
    small_line(&m, SPENN_LINE_PROFESSIONAL, 3, 5);
    assert_near(peers(&m), 0, 0);
    small_line(&m, SPENN_LINE_PROFESSIONAL, 3, 4);
    assert_near(peers(&m), 1, 0);
    m.units.kind[3] = m.units.kind[5] = SPENN_REGION;
    assert_near(peers(&m), 1, 0); /* 3 and 5 now, 3 and 4 no more */
    m.units.kind[1] = SPENN_REGION;
    small_line(&m, SPENN_LINE_PROFESSIONAL, 1, 3); /* above it in the line */
    assert_near(peers(&m), 1, 0);
    spenn_model_free(&m);
}

static double twice(const struct spenn_model *m, spenn_id t)
{
    return small_value(m, "duplication", m->tasks.id[t]);
}

static void a_task_done_in_head_office_and_in_a_region_is_on_two_levels(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    assert_true(isnan(small_value(&m, "duplication", NULL)));
    spenn_id office = small_unit(&m, NULL, SPENN_TEAM, 3);
    spenn_id deputy = small_unit(&m, NULL, SPENN_DEPUTY, 0);
    spenn_id regions = task_at(&m, (const spenn_id[]){3, 4, 5, 6, 6}, 5);
    spenn_id departments = task_at(&m, (const spenn_id[]){1, 2}, 2);
    spenn_id leaders = task_at(&m, (const spenn_id[]){0, deputy}, 2);
    spenn_id across = task_at(&m, (const spenn_id[]){2, 5}, 2);
    spenn_id above = task_at(&m, (const spenn_id[]){4, 3, 6, office}, 4);
    assert_near(twice(&m, regions), 0, 0);
    assert_near(twice(&m, departments), 0, 0);
    assert_near(twice(&m, leaders), 0, 0);
    assert_near(twice(&m, across), 1, 0);
    assert_near(twice(&m, above), 1, 0);
    assert_near(small_value(&m, "duplication", NULL), 2, 0);
    spenn_model_free(&m);
}

/* The national task of region 3 lies in unit 7 below it. */
static void a_task_that_head_office_and_a_region_control_is_on_two_levels(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    spenn_id office = small_unit(&m, NULL, SPENN_SPECIAL_UNIT, 3);
    spenn_id t = task_at(&m, &office, 1);
    assert_near(twice(&m, t), 0, 0); /* under the regional director */
    small_line(&m, SPENN_LINE_PROFESSIONAL, 1, office);
    assert_near(twice(&m, t), 1, 0); /* and under a department */
    m.tasks.via[t] = SPENN_LINE_PROFESSIONAL;
    assert_near(twice(&m, t), 0, 0); /* which alone answers: the region administers */
    m.tasks.decided_by[t] = 3;
    assert_near(twice(&m, t), 1, 0); /* but the regional director decides */
    m.tasks.decided_by[t] = SPENN_NONE;
    m.tasks.decided_in[t] = small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 26);
    assert_near(twice(&m, t), 0, 0);
    spenn_id question = task_at(&m, (const spenn_id[]){4, 5}, 2);
    assert_near(twice(&m, question), 0, 0);
    m.tasks.decided_by[question] = 3;
    assert_near(twice(&m, question), 1, 0); /* a peer decides, the director steers */
    m.tasks.decided_by[question] = 4;
    assert_near(twice(&m, question), 1, 0);
    m.tasks.decided_by[question] = 1;
    assert_near(twice(&m, question), 0, 0);
    spenn_model_free(&m);
}

/* Layers: departments 2, regions 2 and (below department 1) 3: mean 2.75. Portfolios:
 * each department has one task of its own; the regions share one, region 3 has one more:
 * (1/2 + 3) / 4. Forums with the director: the group has half of the departments and one
 * region in four, the meeting all: (1/4 + 1) / (1/2 + 1). */
static void separation_is_the_mean_of_place_portfolio_and_forums(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    agency(&m);
    for (spenn_id u = 4; u <= 6; u++) {
        m.units.parent[u] = 1;
    }
    assert_near(small_measure(&m, "separation", 0), 0.75, 1e-12);
    spenn_id office = small_unit(&m, NULL, SPENN_DEPARTMENT, 3); /* of region 3 */
    task_at(&m, (const spenn_id[]){3, 4, 5, 6, office}, 5);
    task_at(&m, &office, 1);
    task_at(&m, (const spenn_id[]){1}, 1);
    task_at(&m, (const spenn_id[]){2}, 1);
    assert_near(small_measure(&m, "separation", 0), (0.75 + 0.875) / 2, 1e-12);
    small_member(&m, small_forum(&m, SPENN_FORUM_NETWORK, 3, 6), 4); /* without 0 */
    spenn_id group = small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 26);
    small_member(&m, group, 2);
    small_member(&m, group, 6);
    small_member(&m, group, office);
    spenn_id meeting = small_forum(&m, SPENN_FORUM_EXTENDED, 0, 6);
    for (spenn_id u = 1; u <= 6; u++) {
        small_member(&m, meeting, u);
    }
    double forums = 1.0 - (0.25 + 1) / (0.5 + 1);
    assert_near(small_measure(&m, "separation", 0), (0.75 + 0.875 + forums) / 3, 1e-12);
    spenn_model_free(&m);
}

static void without_regions_or_departments_there_is_no_border(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 3, 2);
    assert_true(isnan(small_measure(&m, "separation", 0)));
    for (spenn_id u = 1; u <= 3; u++) {
        m.units.kind[u] = SPENN_REGION;
    }
    assert_true(isnan(small_measure(&m, "separation", 0)));
    spenn_model_free(&m);
}

/* Of an archetype; with `more`, its first region has a task that no other has. */
static double border_of(const char *file, bool more)
{
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct spenn_assumptions assume = {0};
    struct spenn_model m = {0};
    char path[512];
    (void)snprintf(path, sizeof path, SPENN_SOURCE "/models/archetypes/%s.yaml", file);
    assert_true(spenn_read_assumptions(NULL, &memory, &assume, &err)
        && spenn_read_model(path, &assume, &m, &err));
    for (spenn_id u = 0; more && u < m.units.count; u++) {
        if (m.units.kind[u] == SPENN_REGION) {
            small_stream(&m, small_task(&m), u, 2);
            break;
        }
    }
    double border = small_measure(&m, "separation", 0);
    spenn_model_free(&m);
    spenn_arena_free(&memory);
    return border;
}

/* C72, step by step as in 000 §3.2. */
static void the_border_between_head_office_and_regions_fades(void **state)
{
    (void)state;
    const double border[] = {border_of("model-1", false), border_of("model-1", true),
        border_of("model-2", true), border_of("regions-level", false)};
    for (size_t i = 1; i < sizeof border / sizeof *border; i++) {
        assert_true(border[i] < border[i - 1] - 0.01);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_region_with_a_national_task_commands_its_peers),
        cmocka_unit_test(peers_have_one_kind_and_one_superior_unless_they_are_regions),
        cmocka_unit_test(a_task_done_in_head_office_and_in_a_region_is_on_two_levels),
        cmocka_unit_test(a_task_that_head_office_and_a_region_control_is_on_two_levels),
        cmocka_unit_test(separation_is_the_mean_of_place_portfolio_and_forums),
        cmocka_unit_test(without_regions_or_departments_there_is_no_border),
        cmocka_unit_test(the_border_between_head_office_and_regions_fades),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
