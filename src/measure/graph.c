/* SPDX-License-Identifier: MIT
 * igraph calls. Every igraph object lives and dies in the function that made it. */
#include "graph.h"

#include <igraph.h>
#include <math.h>

struct spenn_edges spenn_edges_make(
    struct spenn_arena *memory, int32_t vertices, int32_t most)
{
    return (struct spenn_edges){
        .vertices = vertices,
        .a = spenn_arena_alloc(memory, (size_t)most, sizeof(int32_t)),
        .b = spenn_arena_alloc(memory, (size_t)most, sizeof(int32_t)),
        .weight = spenn_arena_alloc(memory, (size_t)most, sizeof(double)),
    };
}

void spenn_edges_add(struct spenn_edges *edges, int32_t a, int32_t b, double weight)
{
    edges->a[edges->count] = a;
    edges->b[edges->count] = b;
    edges->weight[edges->count++] = weight;
}

static bool fail(igraph_error_t code, struct spenn_error *err)
{
    return code == IGRAPH_SUCCESS
        || spenn_fail(
            err, (struct spenn_where){0}, "graph library: %s", igraph_strerror(code));
}

static igraph_error_t open_graph(const struct spenn_edges *edges, igraph_t *graph)
{
    igraph_set_error_handler(igraph_error_handler_ignore);
    igraph_set_warning_handler(igraph_warning_handler_ignore);
    igraph_vector_int_t ends;
    igraph_error_t code =
        igraph_vector_int_init(&ends, (igraph_integer_t)edges->count * 2);
    if (code != IGRAPH_SUCCESS) {
        return code;
    }
    for (int32_t e = 0; e < edges->count; e++) {
        VECTOR(ends)[2 * (igraph_integer_t)e] = edges->a[e];
        VECTOR(ends)[2 * (igraph_integer_t)e + 1] = edges->b[e];
    }
    code = igraph_create(graph, &ends, edges->vertices, IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&ends);
    return code;
}

bool spenn_graph_articulation(
    const struct spenn_edges *edges, double *articulation, struct spenn_error *err)
{
    igraph_t graph;
    igraph_error_t code = open_graph(edges, &graph);
    if (code != IGRAPH_SUCCESS) {
        return fail(code, err);
    }
    for (int32_t u = 0; u < edges->vertices; u++) {
        articulation[u] = 0.0;
    }
    igraph_vector_int_t points;
    code = igraph_vector_int_init(&points, 0);
    if (code == IGRAPH_SUCCESS) {
        code = igraph_articulation_points(&graph, &points);
        igraph_integer_t found =
            code == IGRAPH_SUCCESS ? igraph_vector_int_size(&points) : 0;
        for (igraph_integer_t i = 0; i < found; i++) {
            articulation[VECTOR(points)[i]] = 1.0;
        }
        igraph_vector_int_destroy(&points);
    }
    igraph_destroy(&graph);
    return fail(code, err);
}

static igraph_error_t find_distances(const igraph_t *graph,
    const struct spenn_edges *edges, int32_t from, double *distance)
{
    igraph_matrix_t result;
    igraph_error_t code = igraph_matrix_init(&result, 0, 0);
    if (code != IGRAPH_SUCCESS) {
        return code;
    }
    igraph_vector_t weights;
    code = igraph_vector_init_array(&weights, edges->weight, edges->count);
    if (code == IGRAPH_SUCCESS) {
        code = igraph_distances_dijkstra(
            graph, &result, igraph_vss_1(from), igraph_vss_all(), &weights, IGRAPH_ALL);
        igraph_vector_destroy(&weights);
    }
    for (int32_t u = 0; code == IGRAPH_SUCCESS && u < edges->vertices; u++) {
        double far = MATRIX(result, 0, u);
        distance[u] = isfinite(far) ? far : NAN;
    }
    igraph_matrix_destroy(&result);
    return code;
}

bool spenn_graph_distances(const struct spenn_edges *edges, int32_t from,
    double *distance, struct spenn_error *err)
{
    igraph_t graph;
    igraph_error_t code = open_graph(edges, &graph);
    if (code == IGRAPH_SUCCESS) {
        code = find_distances(&graph, edges, from, distance);
        igraph_destroy(&graph);
    }
    return fail(code, err);
}
