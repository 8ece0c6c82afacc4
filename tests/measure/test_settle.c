/* SPDX-License-Identifier: MIT
 * Nearest common superiors and what lands on them: by hand, and against every pair looked
 * at one by one. */
#include "small.h"

/* Chief 0, sector leaders 1 and 2, units 3 4 5 (skole) and 6 7 (helse). */
static void sector_model(struct spenn_model *m)
{
    small_tree(m, 2, 2);
    for (int32_t i = 0; i < 5; i++) {
        spenn_id u = small_unit(m, NULL, SPENN_RESULT_UNIT, i < 3 ? 1 : 2);
        m->units.sector[u] = i < 3 ? "skole" : "helse";
    }
}

static void the_sector_leader_is_nearest_within_and_the_chief_across(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    sector_model(&m);
    assert_near(small_measure(&m, "nearest-superior-same-sector", 0), 1, 0);
    assert_near(small_measure(&m, "nearest-superior-cross-sector", 0), 2, 0);
    assert_near(small_measure(&m, "nearest-superior", 0), (4 * 1 + 6 * 2) / 10.0, 1e-12);
    spenn_model_free(&m);
}

static void without_sector_leaders_every_pair_goes_to_the_chief(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_unit(&m, NULL, SPENN_EXECUTIVE, SPENN_NONE);
    for (int32_t i = 0; i < 5; i++) {
        spenn_id u = small_unit(&m, NULL, SPENN_RESULT_UNIT, 0);
        m.units.sector[u] = i < 3 ? "skole" : "helse";
    }
    assert_near(small_measure(&m, "nearest-superior-same-sector", 0), 1, 0);
    assert_near(small_measure(&m, "nearest-superior-cross-sector", 0), 1, 0);
    assert_near(small_measure(&m, "settles", 0), 10, 0);
    spenn_model_free(&m);
}

static void without_pairs_there_is_no_nearest_superior(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 1, 4);
    assert_true(isnan(small_measure(&m, "nearest-superior", 0)));
    assert_true(isnan(small_measure(&m, "nearest-superior-cross-sector", 0)));
    assert_near(small_measure(&m, "settles", 0), 0, 0);
    spenn_model_free(&m);
}

static void a_network_takes_its_pairs_off_the_superior(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    sector_model(&m);
    assert_near(small_measure(&m, "settles", 0), 6, 0);
    assert_near(small_measure(&m, "settles", 1), 3, 0);
    assert_near(small_measure(&m, "settles", 2), 1, 0);
    spenn_id f = small_forum(&m, SPENN_FORUM_NETWORK, 3, 12);
    small_member(&m, f, 4);
    small_member(&m, f, 6);
    assert_near(small_measure(&m, "settles", 0), 4, 0);
    assert_near(small_measure(&m, "settles", 1), 2, 0);
    assert_near(small_measure(&m, "settles", 2), 1, 0);
    f = small_forum(
        &m, SPENN_FORUM_NETWORK, 4, 12); /* 3 and 4 meet twice: counted once */
    small_member(&m, f, 3);
    small_member(&m, f, 5);
    assert_near(small_measure(&m, "settles", 0), 4, 0);
    assert_near(small_measure(&m, "settles", 1), 0, 0);
    spenn_model_free(&m);
}

static spenn_id superior_by_climbing(const struct spenn_model *m, spenn_id a, spenn_id b)
{
    for (spenn_id u = a; u != SPENN_NONE; u = m->units.parent[u]) {
        for (spenn_id v = b; v != SPENN_NONE; v = m->units.parent[v]) {
            if (u == v) {
                return u;
            }
        }
    }
    return SPENN_NONE;
}

static bool meet(const struct spenn_model *m, spenn_id a, spenn_id b)
{
    for (spenn_id f = 0; f < m->forums.count; f++) {
        if (spenn_model_is_member(m, f, a) && spenn_model_is_member(m, f, b)) {
            return true;
        }
    }
    return false;
}

static bool has_reports(const struct spenn_model *m, spenn_id u)
{
    for (spenn_id v = 0; v < m->units.count; v++) {
        if (m->units.parent[v] == u) {
            return true;
        }
    }
    return false;
}

static void random_model(struct spenn_model *m, uint64_t *random)
{
    static const char *const sectors[] = {NULL, "skole", "helse", "teknikk"};
    int32_t units = 5 + small_random(random, 40);
    for (spenn_id u = 0; u < units; u++) {
        bool root = u == 0 || small_random(random, 12) == 0;
        int32_t kind = small_random(random, 8) ? SPENN_TEAM : SPENN_EXTERNAL;
        small_unit(m, NULL, kind, root ? SPENN_NONE : small_random(random, u));
        m->units.sector[u] = sectors[small_random(random, 4)];
    }
    for (int32_t i = small_random(random, 6); i > 0; i--) {
        spenn_id f = small_forum(m, SPENN_FORUM_NETWORK, small_random(random, units), 12);
        for (int32_t k = small_random(random, 12); k > 0; k--) {
            spenn_id u = small_random(random, units);
            if (!spenn_model_is_member(m, f, u)) {
                small_member(m, f, u);
            }
        }
    }
}

struct looked_at { /* what every pair, looked at one by one, gives */
    double settles[64], height[3], pairs[3];
};

static void look_at_pair(
    const struct spenn_model *m, spenn_id u, spenn_id v, struct looked_at *sum)
{
    spenn_id superior = superior_by_climbing(m, u, v);
    if (superior == SPENN_NONE) {
        return;
    }
    double height = small_measure(m, "layers-below", superior);
    const char *a = m->units.sector[u], *b = m->units.sector[v];
    bool both = a && b;
    bool of[3] = {true, both && strcmp(a, b) == 0, both && strcmp(a, b) != 0};
    for (int32_t i = 0; i < 3; i++) {
        sum->height[i] += of[i] ? height : 0.0;
        sum->pairs[i] += of[i];
    }
    sum->settles[superior] += !meet(m, u, v);
}

static void counted_pairs_are_the_pairs_looked_at_one_by_one(void **state)
{
    (void)state;
    static const char *const ids[] = {"nearest-superior", "nearest-superior-same-sector",
        "nearest-superior-cross-sector"};
    uint64_t random = 2014;
    for (int32_t round = 0; round < 60; round++) {
        struct spenn_model m = {0};
        struct looked_at sum = {0};
        random_model(&m, &random);
        for (spenn_id u = 0; u < m.units.count; u++) {
            for (spenn_id v = 0; v < u; v++) {
                if (!has_reports(&m, u) && m.units.kind[u] == SPENN_TEAM
                    && !has_reports(&m, v) && m.units.kind[v] == SPENN_TEAM) {
                    look_at_pair(&m, u, v, &sum);
                }
            }
        }
        for (spenn_id u = 0; u < m.units.count; u++) {
            assert_near(small_measure(&m, "settles", u), sum.settles[u], 0);
        }
        for (int32_t i = 0; i < 3; i++) {
            double mean = small_measure(&m, ids[i], 0);
            if (sum.pairs[i] > 0) {
                assert_near(mean, sum.height[i] / sum.pairs[i], 1e-12);
            } else {
                assert_true(isnan(mean));
            }
        }
        spenn_model_free(&m);
    }
}

/* One coordinating task: unit u with `partners` first units of `partner` as partners. */
static void add_stream(struct spenn_model *m, spenn_id unit, const spenn_id *partner,
    int32_t partners, double cases_a_week)
{
    int32_t s = small_stream(m, 0, unit, cases_a_week);
    for (int32_t i = 0; i < partners; i++) {
        small_partner(m, s, partner[i]);
    }
}

static void add_task(struct spenn_model *m, int32_t parties)
{
    spenn_id t = small_task(m);
    m->tasks.coordinates[t] = true;
    m->coordinations.parties[t] = parties;
    m->coordinations.step[t] = 2;
}

/* 3 coordinates with two of 4, 5, 6 and 7, six cases a week: 3 cases with each. */
static void coordinating_tasks_weigh_the_pairs_that_settle(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    sector_model(&m);
    add_task(&m, 3);
    add_stream(&m, 3, (const spenn_id[]){4, 5, 6, 7}, 4, 6);
    assert_near(small_measure(&m, "settles", 1), 6, 1e-12);
    assert_near(small_measure(&m, "settles", 0), 6, 1e-12);
    assert_near(small_measure(&m, "settles", 2), 0, 0);
    spenn_id f = small_forum(&m, SPENN_FORUM_NETWORK, 3, 12);
    small_member(&m, f, 7);
    assert_near(small_measure(&m, "settles", 0), 3, 1e-12);
    spenn_model_free(&m);
}

static void more_parties_than_partners_ask_each_partner_once(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    sector_model(&m);
    add_task(&m, 9);
    add_stream(&m, 3, (const spenn_id[]){3, 4, 6}, 3, 6);
    assert_near(small_measure(&m, "settles", 1), 6, 1e-12);
    assert_near(small_measure(&m, "settles", 0), 6, 1e-12);
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sector_leader_is_nearest_within_and_the_chief_across),
        cmocka_unit_test(without_sector_leaders_every_pair_goes_to_the_chief),
        cmocka_unit_test(without_pairs_there_is_no_nearest_superior),
        cmocka_unit_test(a_network_takes_its_pairs_off_the_superior),
        cmocka_unit_test(counted_pairs_are_the_pairs_looked_at_one_by_one),
        cmocka_unit_test(coordinating_tasks_weigh_the_pairs_that_settle),
        cmocka_unit_test(more_parties_than_partners_ask_each_partner_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
