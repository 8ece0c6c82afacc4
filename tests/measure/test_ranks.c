/* SPDX-License-Identifier: MIT
 * Hierarchies: the table of known values, and any small graph by the definitions. */
#include "small.h"

#include "ranks.h"

/* A model whose line follows the arcs "AB" (A commands B) as long as it can; the rest are
 * professional lines. */
static void line_up(struct spenn_model *m, const char *text, int32_t units)
{
    for (spenn_id u = 0; u < units; u++) {
        small_unit(m, NULL, SPENN_DEPARTMENT, SPENN_NONE);
    }
    for (; *text; text += text[2] ? 3 : 2) {
        spenn_id from = text[0] - 'A', to = text[1] - 'A', top = from;
        while (top != SPENN_NONE && top != to) {
            top = m->units.parent[top];
        }
        if (top == SPENN_NONE && m->units.parent[to] == SPENN_NONE) {
            m->units.parent[to] = from;
        } else {
            small_line(m, SPENN_LINE_PROFESSIONAL, from, to);
        }
    }
}

#define TREE7 "AB AC BD BE CF CG"

static void six_graphs_give_the_known_values(void **state)
{
    (void)state;
    const struct {
        const char *arcs;
        int32_t units;
        double connected, hierarchy, efficiency, bound, reaching;
    } known[] = {
        {TREE7, 7, 1, 1, 1, 1, 8.0 / 9},
        {TREE7 " DA", 7, 1, 14.0 / 17, 14.0 / 15, 1, 11.0 / 18},
        {TREE7 " BF", 7, 1, 1, 14.0 / 15, 1, 31.0 / 36},
        {TREE7 " BF CD", 7, 1, 1, 13.0 / 15, 14.0 / 15, 5.0 / 6},
        {"AB BC CD DE EA", 5, 1, 0, 5.0 / 6, 1, 0},
        {"AB AC AD EF EG", 7, 3.0 / 7, 1, 1, 1, 4.0 / 9},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct spenn_model m = {0};
        line_up(&m, known[i].arcs, known[i].units);
        assert_near(small_measure(&m, "connectedness", 0), known[i].connected, 1e-9);
        assert_near(small_measure(&m, "hierarchy", 0), known[i].hierarchy, 1e-9);
        assert_near(small_measure(&m, "efficiency", 0), known[i].efficiency, 1e-9);
        assert_near(small_measure(&m, "least-upper-bound", 0), known[i].bound, 1e-9);
        assert_near(small_measure(&m, "global-reaching", 0), known[i].reaching, 1e-9);
        spenn_model_free(&m);
    }
}

static void regular_trees_have_the_known_reaching_centrality(void **state)
{
    (void)state;
    const struct {
        int32_t span, layers;
        double reaching;
    } known[] = {{1, 5, 0.625}, {8, 2, 1}, {2, 3, 8.0 / 9}, {3, 3, 0.9375},
        {5, 3, 0.972222}, {5, 4, 0.988554}, {2, 6, 0.949011}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct spenn_model m = {0};
        small_tree(&m, known[i].span, known[i].layers);
        assert_near(small_measure(&m, "global-reaching", 0), known[i].reaching, 5e-7);
        assert_near(small_measure(&m, "hierarchy", 0), 1, 0);
        assert_near(small_measure(&m, "least-upper-bound", 0), 1, 0);
        spenn_model_free(&m);
    }
}

static void advice_contracts_and_what_stands_outside_command_nobody(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    line_up(&m, TREE7, 7);
    small_line(&m, SPENN_LINE_ADVISORY, 3, 0);
    small_line(&m, SPENN_LINE_CONTRACT, 1, 5);
    spenn_id company = small_unit(&m, NULL, SPENN_LEGAL_ENTITY, 0);
    small_line(&m, SPENN_LINE_PROFESSIONAL, company, 6);
    assert_near(small_measure(&m, "hierarchy", 0), 1, 0);
    assert_near(small_measure(&m, "efficiency", 0), 1, 0);
    assert_near(small_measure(&m, "global-reaching", 0), 8.0 / 9, 1e-9);
    spenn_model_free(&m);
}

static void one_unit_alone_has_no_hierarchy(void **state)
{
    (void)state;
    const char *const ids[] = {"connectedness", "hierarchy", "efficiency",
        "least-upper-bound", "global-reaching"};
    struct spenn_model m = {0};
    small_unit(&m, NULL, SPENN_EXECUTIVE, SPENN_NONE);
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        assert_true(isnan(small_measure(&m, ids[i], 0)));
    }
    spenn_model_free(&m);
}

enum { most_vertices = 9 };

/* reach[v][w]: whether v reaches w, itself included (Warshall 1962). */
static void close(const struct spenn_arcs *arcs, bool reach[][most_vertices])
{
    for (int32_t v = 0; v < arcs->vertices; v++) {
        for (int32_t w = 0; w < arcs->vertices; w++) {
            reach[v][w] = v == w;
        }
    }
    for (int32_t e = 0; e < arcs->count; e++) {
        reach[arcs->from[e]][arcs->to[e]] = true;
    }
    for (int32_t k = 0; k < arcs->vertices; k++) {
        for (int32_t v = 0; v < arcs->vertices; v++) {
            for (int32_t w = 0; w < arcs->vertices; w++) {
                reach[v][w] = reach[v][w] || (reach[v][k] && reach[k][w]);
            }
        }
    }
}

static bool bounds(int32_t n, bool reach[][most_vertices], int32_t v, int32_t w)
{
    for (int32_t k = 0; k < n; k++) {
        bool least = reach[k][v] && reach[k][w];
        for (int32_t j = 0; least && j < n; j++) {
            least = !(reach[j][v] && reach[j][w]) || reach[j][k];
        }
        if (least) {
            return true;
        }
    }
    return false;
}

static void any_graph_is_counted_as_defined(void **state)
{
    (void)state;
    uint64_t random = 1994;
    for (int32_t round = 0; round < 3000; round++) {
        int32_t from[24], to[24];
        struct spenn_arcs arcs = {1 + small_random(&random, most_vertices),
            small_random(&random, 24), from, to};
        for (int32_t e = 0; e < arcs.count; e++) {
            from[e] = small_random(&random, arcs.vertices);
            to[e] = small_random(&random, arcs.vertices);
        }
        struct spenn_arcs both = {
            arcs.vertices, 2 * arcs.count, (int32_t[48]){0}, (int32_t[48]){0}};
        for (int32_t e = 0; e < arcs.count; e++) {
            both.from[2 * e] = both.to[2 * e + 1] = from[e];
            both.to[2 * e] = both.from[2 * e + 1] = to[e];
        }
        bool reach[most_vertices][most_vertices], weak[most_vertices][most_vertices];
        close(&arcs, reach);
        close(&both, weak);
        double reached[most_vertices], unbound, mutual = 0, joined = 0, without = 0;
        struct spenn_ranks c;
        spenn_ranks_count(&arcs, &c);
        assert_true(spenn_ranks_reach(&arcs, 1e9, reached));
        assert_true(spenn_ranks_unbound(&arcs, 1e9, &unbound));
        for (int32_t v = 0; v < arcs.vertices; v++) {
            double sum = -1.0;
            for (int32_t w = 0; w < arcs.vertices; w++) {
                sum += reach[v][w];
                mutual += w < v && reach[v][w] && reach[w][v];
                joined += w < v && weak[v][w];
                without += w < v && weak[v][w] && !bounds(arcs.vertices, reach, v, w);
            }
            assert_near(reached[v], sum, 0);
        }
        assert_near(c.mutual, mutual, 0);
        assert_near(c.joined, joined, 0);
        assert_near(unbound, without, 0);
    }
}

static void more_work_than_asked_for_is_refused(void **state)
{
    (void)state;
    int32_t from[] = {0, 0, 1, 2}, to[] = {1, 2, 3, 3}; /* two superiors of 3 */
    struct spenn_arcs arcs = {4, 4, from, to};
    double reached[4], unbound;
    assert_false(spenn_ranks_reach(&arcs, 0.49, reached)); /* (4 + 4) x 4 / 64 */
    assert_true(spenn_ranks_reach(&arcs, 0.5, reached));
    assert_false(spenn_ranks_unbound(&arcs, 0.12, &unbound)); /* 2 x 2 x 4 / 128 */
    assert_true(spenn_ranks_unbound(&arcs, 0.125, &unbound));
    assert_near(reached[0], 3, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(six_graphs_give_the_known_values),
        cmocka_unit_test(regular_trees_have_the_known_reaching_centrality),
        cmocka_unit_test(advice_contracts_and_what_stands_outside_command_nobody),
        cmocka_unit_test(one_unit_alone_has_no_hierarchy),
        cmocka_unit_test(any_graph_is_counted_as_defined),
        cmocka_unit_test(more_work_than_asked_for_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
