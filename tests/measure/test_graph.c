/* SPDX-License-Identifier: MIT
 * What is not a tree: Krackhardt's kite, rings, and the fence around igraph. */
#include "small.h"

#include "between.h"

#include <igraph/igraph.h>

static struct spenn_edges edges_of(
    struct spenn_arena *memory, const char *text, int32_t vertices)
{
    struct spenn_edges edges =
        spenn_edges_make(memory, vertices, (int32_t)strlen(text) / 3 + 1);
    for (; *text; text += text[2] ? 3 : 2) {
        spenn_edges_add(&edges, text[0] - 'A', text[1] - 'A', 1.0);
    }
    return edges;
}

/* Krackhardt's kite: A Andre, B Beverly, C Carol, D Diane, E Ed, F Fernando, G Garth,
 * H Heather, I Ike, J Jane. */
static const char kite[] = "AB AC AD AF BD BE BG CD CF DE DF DG EG FG FH GH HI IJ";

static void the_kite_has_krackhardts_betweenness(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_edges edges = edges_of(&memory, kite, 10);
    const double known[] = {
        5.0 / 6, 5.0 / 6, 0, 11.0 / 3, 0, 25.0 / 3, 25.0 / 3, 14, 8, 0};
    double found[10];
    assert_true(spenn_betweenness(&edges, 1e9, found));
    for (int32_t u = 0; u < 10; u++) {
        assert_near(found[u], known[u], 1e-9);
    }
    spenn_arena_free(&memory);
}

/* Sparse graphs with repeated edges, loops and several components. */
static void betweenness_is_what_igraph_finds_on_any_graph(void **state)
{
    (void)state;
    uint64_t random = 1977;
    for (int32_t round = 0; round < 200; round++) {
        struct spenn_arena memory = {0};
        int32_t n = 1 + small_random(&random, 40), most = small_random(&random, 60);
        struct spenn_edges edges = spenn_edges_make(&memory, n, most);
        double found[40];
        igraph_t graph;
        igraph_vector_t score;
        igraph_empty(&graph, n, IGRAPH_UNDIRECTED);
        igraph_vector_init(&score, 0);
        for (int32_t e = 0; e < most; e++) {
            int32_t a = small_random(&random, n), b = small_random(&random, n);
            spenn_edges_add(&edges, a, b, 1.0);
            igraph_add_edge(&graph, a, b);
        }
        igraph_simplify(&graph, true, true, NULL);
        igraph_betweenness(&graph, &score, igraph_vss_all(), IGRAPH_UNDIRECTED, NULL);
        assert_true(spenn_betweenness(&edges, 1e9, found));
        for (int32_t v = 0; v < n; v++) {
            assert_near(found[v], VECTOR(score)[v], 1e-9);
        }
        igraph_vector_destroy(&score);
        igraph_destroy(&graph);
        spenn_arena_free(&memory);
    }
}

static void betweenness_refuses_more_work_than_asked_for(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_edges edges = edges_of(&memory, "AB BC CA CD DE", 5);
    double found[5];
    assert_false(spenn_betweenness(&edges, 8, found));
    assert_true(spenn_betweenness(&edges, 9, found)); /* 3 on the circle x 3 */
    assert_near(found['C' - 'A'], 4, 1e-12);
    spenn_arena_free(&memory);
}

static void the_kite_falls_apart_without_heather_or_ike(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct spenn_edges edges = edges_of(&memory, kite, 10);
    double found[10];
    assert_true(spenn_graph_articulation(&edges, found, &err));
    for (int32_t u = 0; u < 10; u++) {
        assert_near(found[u], u == 'H' - 'A' || u == 'I' - 'A', 0);
    }
    spenn_arena_free(&memory);
}

static void distances_sum_weights_and_are_undefined_without_a_way(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct spenn_edges edges = spenn_edges_make(&memory, 4, 3);
    spenn_edges_add(&edges, 0, 1, 2.5);
    spenn_edges_add(&edges, 2, 1, 0.25);
    spenn_edges_add(&edges, 0, 2, 9.0);
    double found[4];
    assert_true(spenn_graph_distances(&edges, 0, found, &err));
    assert_near(found[0], 0, 0);
    assert_near(found[2], 2.75, 0);
    assert_true(isnan(found[3]));
    spenn_arena_free(&memory);
}

static void a_graph_without_edges_is_no_failure(void **state)
{
    (void)state;
    struct spenn_edges edges = {.vertices = 2};
    struct spenn_error err = {0};
    double found[2] = {1, 1};
    assert_true(spenn_graph_articulation(&edges, found, &err));
    assert_near(found[0], 0, 0);
    assert_true(spenn_graph_distances(&edges, 1, found, &err));
    assert_near(found[1], 0, 0);
    assert_true(isnan(found[0]));
}

static void an_edge_to_nowhere_is_a_message_and_no_abort(void **state)
{
    (void)state;
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct spenn_edges edges = spenn_edges_make(&memory, 2, 1);
    spenn_edges_add(&edges, 0, -1, 1.0);
    double found[2];
    assert_false(spenn_graph_articulation(&edges, found, &err));
    assert_int_equal(err.count, 1);
    assert_non_null(strstr(err.list[0].text, "graph library: "));
    spenn_error_free(&err);
    spenn_arena_free(&memory);
}

/* Executive over two departments, a region under each: the way round the top opens with
 * a second line from one department to the other's region. */
static void a_second_line_takes_betweenness_from_the_top(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    small_tree(&m, 2, 2);
    spenn_id left = small_unit(&m, "nord", SPENN_REGION, 1);
    spenn_id right = small_unit(&m, "sør", SPENN_REGION, 2);
    assert_near(small_measure(&m, "betweenness", 0), 4, 1e-9);
    assert_near(small_measure(&m, "articulation-unit", 0), 1, 0);
    small_line(&m, SPENN_LINE_PROFESSIONAL, 1, right);
    /* ring 0-1-right-2 with left hanging on 1: the top is between 1 and 2, left and 2,
     * half each */
    assert_near(small_measure(&m, "betweenness", 0), 1, 1e-9);
    assert_near(small_measure(&m, "betweenness", 2), 0.5, 1e-9);
    assert_near(small_measure(&m, "articulation-unit", 0), 0, 0);
    assert_near(small_measure(&m, "articulation-unit", 1), 1, 0);
    assert_near(small_measure(&m, "articulation-unit", left), 0, 0);
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_kite_has_krackhardts_betweenness),
        cmocka_unit_test(betweenness_is_what_igraph_finds_on_any_graph),
        cmocka_unit_test(betweenness_refuses_more_work_than_asked_for),
        cmocka_unit_test(the_kite_falls_apart_without_heather_or_ike),
        cmocka_unit_test(distances_sum_weights_and_are_undefined_without_a_way),
        cmocka_unit_test(a_graph_without_edges_is_no_failure),
        cmocka_unit_test(an_edge_to_nowhere_is_a_message_and_no_abort),
        cmocka_unit_test(a_second_line_takes_betweenness_from_the_top),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
