/* SPDX-License-Identifier: MIT
 * Ties: modularity against known values, congruence by Cataldo's example, distances and
 * shared topics by hand. */
#include "small.h"

#include <igraph/igraph.h>

static void tie(struct spenn_model *m, spenn_id a, spenn_id b)
{
    small_line(m, SPENN_LINE_ADVISORY, a, b);
}

/* `groups` cliques of `size` in a ring, one line from each to the next. */
static void ring_of_cliques(struct spenn_model *m, int32_t groups, int32_t size)
{
    for (int32_t g = 0; g < groups; g++) {
        for (int32_t i = 0; i < size; i++) {
            spenn_id u = small_unit(m, NULL, SPENN_DEPARTMENT, SPENN_NONE);
            m->units.sector[u] = spenn_arena_format(&m->memory, "sektor %d", g);
            for (int32_t j = 1; j <= i; j++) {
                tie(m, u, u - j);
            }
        }
    }
    for (int32_t g = 0; g < groups; g++) {
        tie(m, g * size, (g + 1) % groups * size + 1);
    }
}

static void rings_of_cliques_have_the_known_modularity(void **state)
{
    (void)state;
    struct spenn_model cliques = {0}, triangles = {0};
    ring_of_cliques(&cliques, 4, 5);
    assert_near(small_measure(&cliques, "modularity", 0), 0.659090909090909, 1e-9);
    ring_of_cliques(&triangles, 10, 3);
    assert_near(small_measure(&triangles, "modularity", 0), 0.65, 1e-9);
    spenn_model_free(&cliques);
    spenn_model_free(&triangles);
}

/* Zachary's club (1977), by the side each member took when it split. */
static void the_club_that_split_has_the_known_modularity(void **state)
{
    (void)state;
    static const char side[] = "aaaaaaaaabaaaabbaabababbbbbbbbbbbb";
    struct spenn_model m = {0};
    igraph_t club;
    igraph_famous(&club, "Zachary");
    for (int32_t u = 0; side[u]; u++) {
        small_unit(&m, NULL, SPENN_DEPARTMENT, SPENN_NONE);
        m.units.sector[u] = spenn_arena_format(&m.memory, "%c", side[u]);
    }
    for (igraph_integer_t e = 0; e < igraph_ecount(&club); e++) {
        tie(&m, (spenn_id)IGRAPH_FROM(&club, e), (spenn_id)IGRAPH_TO(&club, e));
    }
    igraph_destroy(&club);
    assert_near(small_measure(&m, "modularity", 0), 0.358235, 5e-7);
    spenn_model_free(&m);
}

/* Sectors are given to the heads of divisions only, or to the units at the bottom only:
 * the rest of a division follows, the root stands by itself. */
static void a_tree_by_division_has_the_known_modularity(void **state)
{
    (void)state;
    const struct {
        int32_t span, layers;
        double modularity;
    } known[] = {{3, 3, 0.479166667}, {5, 3, 0.658333333}, {5, 4, 0.773881}};
    for (size_t i = 0; i < sizeof known / sizeof *known * 2; i++) {
        struct spenn_model m = {0};
        bool heads = i % 2;
        small_tree(&m, known[i / 2].span, known[i / 2].layers);
        for (spenn_id u = 1; u < m.units.count; u++) {
            spenn_id head = u;
            while (m.units.parent[head] != 0) {
                head = m.units.parent[head];
            }
            bool leaf = u * known[i / 2].span + 1 >= m.units.count;
            if (heads ? head == u : leaf) {
                m.units.sector[u] = m.units.id[head];
            }
        }
        assert_near(small_measure(&m, "modularity", 0), known[i / 2].modularity, 5e-7);
        spenn_model_free(&m);
    }
}

/* Four units of two sectors under one chief: every line leaves its group. With a forum of
 * each pair: ties 4 + 2, of them 2 inside; degrees 2 + 2 of a sector, 4 of the chief. */
static void a_forum_within_a_sector_holds_it_together(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 4, 2);
    assert_true(isnan(small_measure(&m, "modularity", 0)));
    for (spenn_id u = 1; u <= 4; u++) {
        m.units.sector[u] = u <= 2 ? "skole" : "helse";
    }
    assert_near(small_measure(&m, "modularity", 0), -(16.0 + 4 + 4) / 64, 1e-12);
    small_member(&m, small_forum(&m, SPENN_FORUM_NETWORK, 1, 12), 2);
    small_member(&m, small_forum(&m, SPENN_FORUM_NETWORK, 3, 12), 4);
    assert_near(
        small_measure(&m, "modularity", 0), 2.0 / 6 - (16.0 + 16 + 16) / 144, 1e-12);
    /* all five in one forum: 10 pairs of 1/4, of them two inside */
    spenn_id f = small_forum(&m, SPENN_FORUM_EXTENDED, 0, 4);
    for (spenn_id u = 1; u <= 4; u++) {
        small_member(&m, f, u);
    }
    assert_near(small_measure(&m, "modularity", 0),
        2.5 / 8.5 - (25.0 + 36 + 36) / (17.0 * 17), 1e-12);
    spenn_model_free(&m);
}

/* Tasks a, b of 1, b, c of 2, d of 3 depend as a-b and c-d: 1 needs 2, and 2 needs 3. */
static void half_of_those_who_must_coordinate_talk(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 3, 2);
    assert_true(isnan(small_measure(&m, "congruence", 0)));
    spenn_id t = small_task(&m);
    m.tasks.coordinates[t] = true;
    small_partner(&m, small_stream(&m, t, 1, 1), 2);
    int32_t s = small_stream(&m, t, 2, 1);
    small_partner(&m, s, 1);
    small_partner(&m, s, 2);
    small_partner(&m, s, 3);
    assert_near(small_measure(&m, "congruence", 0), 0, 0);
    small_contact(&m, 2, 1, 12);
    assert_near(small_measure(&m, "congruence", 0), 0.5, 0);
    small_member(&m, small_forum(&m, SPENN_FORUM_NETWORK, 3, 6), 2);
    assert_near(small_measure(&m, "congruence", 0), 1, 0);
    spenn_model_free(&m);
}

static void a_contact_that_ended_and_a_task_of_one_coordinate_nothing(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 3, 2);
    spenn_id t = small_task(&m), alone = small_task(&m);
    m.tasks.coordinates[t] = true;
    small_partner(&m, small_stream(&m, t, 1, 1), 2);
    small_partner(&m, small_stream(&m, alone, 1, 1), 3);
    small_contact(&m, 1, 2, 0);
    assert_near(small_measure(&m, "congruence", 0), 0, 0);
    spenn_model_free(&m);
}

/* Regions under a director are two steps apart, in a forum one; what stands between other
 * units does not count. */
static void a_forum_brings_regions_within_one_step(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 2, 2);
    for (int32_t i = 0; i < 3; i++) {
        small_unit(&m, NULL, SPENN_REGION, 0);
    }
    small_unit(&m, NULL, SPENN_REGION, 1);
    assert_near(small_measure(&m, "cooperation-path", 0), (3 * 2 + 3 * 3) / 6.0, 1e-12);
    small_contact(&m, 3, 4, 12);
    assert_near(
        small_measure(&m, "cooperation-path", 0), (1 + 2 * 2 + 3 * 3) / 6.0, 1e-12);
    spenn_id f = small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, 0, 26);
    for (spenn_id u = 3; u <= 6; u++) {
        small_member(&m, f, u);
    }
    assert_near(small_measure(&m, "cooperation-path", 0), 1, 0);
    spenn_model_free(&m);
}

static void without_regions_the_distance_is_between_units_that_do_the_work(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 2, 3); /* 0; 1, 2; 3, 4 below 1; 5, 6 below 2 */
    assert_near(small_measure(&m, "cooperation-path", 0), (2 * 2 + 4 * 4) / 6.0, 1e-12);
    small_member(&m, small_forum(&m, SPENN_FORUM_NETWORK, 3, 12), 5);
    /* 3-5 one; 3-6 and 4-5 three; 4-6 four */
    assert_near(
        small_measure(&m, "cooperation-path", 0), (2 * 2 + 1 + 3 + 3 + 4) / 6.0, 1e-12);
    spenn_model_free(&m);
}

static void units_in_two_trees_have_no_distance(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_unit(&m, NULL, SPENN_REGION, SPENN_NONE);
    small_unit(&m, NULL, SPENN_REGION, SPENN_NONE);
    assert_true(isnan(small_measure(&m, "cooperation-path", 0)));
    spenn_model_free(&m);
}

/* n ministries under the government, each with a directorate. Ministries are two steps
 * apart, one and the other's directorate three, directorates four; a forum of one
 * representative each, or of the ministries themselves, brings them nearer. */
static void sectors_are_apart_but_for_a_network(void **state)
{
    (void)state;
    enum { n = 5 };
    struct spenn_model m = {0};
    small_unit(&m, "regjering", SPENN_EXECUTIVE, SPENN_NONE);
    for (int32_t i = 0; i < n; i++) {
        spenn_id ministry = small_unit(&m, NULL, SPENN_EXECUTIVE, 0);
        spenn_id below = small_unit(&m, NULL, SPENN_DEPARTMENT, ministry);
        small_unit(&m, NULL, SPENN_STAFF, ministry); /* the representative */
        m.units.sector[ministry] = m.units.sector[below] =
            spenn_arena_format(&m.memory, "s%d", i);
    }
    assert_near(small_measure(&m, "cross-path", 0), (2 + 2 * 3 + 4) / 4.0, 1e-12);
    assert_near(small_measure(&m, "nearest-superior-cross-sector", 0), 2, 0);
    assert_true(isnan(small_measure(&m, "nearest-superior-same-sector", 0)));
    spenn_id f = small_forum(&m, SPENN_FORUM_NETWORK, 1, 12);
    for (int32_t i = 1; i < n; i++) {
        small_member(&m, f, 1 + 3 * i);
    }
    assert_near(small_measure(&m, "cross-path", 0), (1 + 2 * 2 + 3) / 4.0, 1e-12);
    spenn_model_free(&m);
}

/* Sectors under a government: who answers is clear, and whoever is above two sectors is
 * the government; lines across make it less clear and change nothing of that (C94). */
static void sectors_are_clear_and_meet_at_the_government(void **state)
{
    (void)state;
    enum { n = 5 };
    struct spenn_model m = {0};
    small_unit(&m, "regjering", SPENN_EXECUTIVE, SPENN_NONE);
    spenn_id t = small_task(&m);
    for (int32_t i = 0; i < n; i++) {
        spenn_id ministry = small_unit(&m, NULL, SPENN_EXECUTIVE, 0);
        spenn_id below = small_unit(&m, NULL, SPENN_DEPARTMENT, ministry);
        small_stream(&m, t, below, 1.0);
        m.units.sector[ministry] = m.units.sector[below] =
            spenn_arena_format(&m.memory, "s%d", i);
    }
    for (int32_t lines = 0; lines < n; lines++) {
        double top = small_measure(&m, "nearest-superior-cross-sector", 0);
        assert_near(small_value(&m, "layers-below", "regjering"), top, 0);
        assert_near(small_value(&m, "clarity", NULL), (n - lines) / (double)n, 1e-12);
        small_line(&m, SPENN_LINE_PROFESSIONAL, 1 + 2 * ((lines + 1) % n), 2 + 2 * lines);
    }
    spenn_model_free(&m);
}

static void topics_of_two_forums_overlap(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 3, 2);
    for (int32_t f = 0; f < 4; f++) {
        small_forum(&m, SPENN_FORUM_LEADERSHIP_GROUP, f, 26);
    }
    assert_true(isnan(small_value(&m, "overlap", NULL)));
    m.forums.topics[0] = "budsjett, strategi,rekruttering";
    m.forums.topics[1] = "strategi,lokaler,lokaler";
    assert_near(small_value(&m, "overlap", NULL), 1, 0);
    m.forums.topics[2] = "rekruttering,strategi";
    const double shared[] = {2, 1, 2};
    assert_near(small_value(&m, "overlap", NULL), 2, 0);
    for (int32_t f = 0; f < 3; f++) {
        assert_near(small_value(&m, "overlap", m.forums.id[f]), shared[f], 0);
    }
    assert_true(isnan(small_value(&m, "overlap", "f3")));
    spenn_model_free(&m);
}

/* Chief 0, units 1 to 8, deputy 9. */
static spenn_id network_of(struct spenn_model *m, spenn_id chair, spenn_id last)
{
    spenn_id f = small_forum(m, SPENN_FORUM_NETWORK, chair, 12);
    for (spenn_id u = 1; u <= last; u++) {
        if (u != chair) {
            small_member(m, f, u);
        }
    }
    return f;
}

static void who_leads_four_by_a_network_is_an_informal_level(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 8, 2);
    spenn_id deputy = small_unit(&m, NULL, SPENN_DEPUTY, 0);
    network_of(&m, 1, 4); /* leads three */
    assert_near(small_measure(&m, "informal-level", 0), 0, 0);
    network_of(&m, 1, 4); /* the same three */
    assert_near(small_measure(&m, "informal-level", 0), 0, 0);
    network_of(&m, 2, 5);
    assert_near(small_measure(&m, "informal-level", 0), 1, 0);
    network_of(&m, deputy, 8); /* has the role */
    spenn_id f = network_of(&m, 3, 8);
    small_member(&m, f, 0); /* the chief is there */
    assert_near(small_measure(&m, "informal-level", 0), 1, 0);
    m.forums.kind[f] = SPENN_FORUM_LEADERSHIP_GROUP;
    assert_near(small_measure(&m, "informal-level", 0), 1, 0);
    spenn_model_free(&m);
}

static void who_commands_the_network_is_no_informal_level(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 2, 2);
    for (int32_t i = 0; i < 4; i++) {
        small_unit(&m, NULL, SPENN_RESULT_UNIT, 1);
    }
    spenn_id f = small_forum(&m, SPENN_FORUM_NETWORK, 1, 12);
    for (spenn_id u = 3; u <= 6; u++) {
        small_member(&m, f, u);
    }
    assert_near(small_measure(&m, "informal-level", 0), 0, 0);
    f = small_forum(&m, SPENN_FORUM_NETWORK, 2, 12);
    for (spenn_id u = 3; u <= 6; u++) {
        small_member(&m, f, u);
    }
    assert_near(small_measure(&m, "informal-level", 0), 1, 0);
    small_line(&m, SPENN_LINE_ADMINISTRATIVE, 2, 6);
    assert_near(small_measure(&m, "informal-level", 0), 0, 0);
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rings_of_cliques_have_the_known_modularity),
        cmocka_unit_test(the_club_that_split_has_the_known_modularity),
        cmocka_unit_test(a_tree_by_division_has_the_known_modularity),
        cmocka_unit_test(a_forum_within_a_sector_holds_it_together),
        cmocka_unit_test(half_of_those_who_must_coordinate_talk),
        cmocka_unit_test(a_contact_that_ended_and_a_task_of_one_coordinate_nothing),
        cmocka_unit_test(a_forum_brings_regions_within_one_step),
        cmocka_unit_test(without_regions_the_distance_is_between_units_that_do_the_work),
        cmocka_unit_test(units_in_two_trees_have_no_distance),
        cmocka_unit_test(sectors_are_apart_but_for_a_network),
        cmocka_unit_test(sectors_are_clear_and_meet_at_the_government),
        cmocka_unit_test(topics_of_two_forums_overlap),
        cmocka_unit_test(who_leads_four_by_a_network_is_an_informal_level),
        cmocka_unit_test(who_commands_the_network_is_no_informal_level),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
