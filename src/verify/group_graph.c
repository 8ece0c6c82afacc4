/* SPDX-License-Identifier: MIT
 * Measures of networks: of model files, and of full trees that are written as one and
 * then read and measured as any. */
#include "suite.h"

#include "congestion.h"
#include "graph.h"
#include "hierarchy.h"
#include "measure.h"
#include "tree_flow.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Unit u of a full tree reports to (u - 1) / span; each branch is a sector. */
static char *tree_text(int32_t span, int32_t units)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (!out) {
        return NULL;
    }
    fputs("spenn: model/1\nid: tree\nunits:\n  - {id: u0, kind: executive}\n", out);
    for (int32_t u = 1; u < units; u++) {
        fprintf(
            out, "  - {id: u%d, kind: department, reports-to: u%d", u, (u - 1) / span);
        fprintf(out, u <= span ? ", sector: s%d}\n" : "}\n", u);
    }
    fclose(out);
    return text;
}

static bool read_tree(const double *x, struct spenn_model *m, struct spenn_error *err)
{
    char *text = tree_text((int32_t)x[0], (int32_t)spenn_tree_size(x[0], x[1]));
    bool ok = text && spenn_verify_parse("tree.yaml", text, m, err);
    free(text);
    return ok;
}

/* x: span, layers. */
static double of_tree(const double *x, const char *id, const char *subject)
{
    struct spenn_model m = {0};
    struct spenn_error err = {0};
    double value = NAN;
    if (read_tree(x, &m, &err)) {
        value = spenn_verify_measure(&m, id, subject, &err);
    }
    spenn_model_free(&m);
    spenn_error_free(&err);
    return value;
}

static double reaching(const double *x)
{
    return of_tree(x, "global-reaching", NULL);
}

static double between(const double *x)
{
    return of_tree(x, "betweenness", "u0");
}

static double modularity(const double *x)
{
    return of_tree(x, "modularity", NULL);
}

static double managers(const double *x)
{
    return of_tree(x, "manager-share", NULL);
}

static double layers(const double *x)
{
    return of_tree(x, "layers", NULL);
}

/* x: span, layers, reach: the share of all messages that the root passes on. */
static double congestion(const double *x)
{
    struct spenn_arena memory = {0};
    struct spenn_model m = {0};
    struct spenn_error err = {0};
    double value = NAN;
    if (read_tree(x, &m, &err)) {
        struct spenn_exchange exchange = spenn_exchange_make(&m, 0, &memory);
        double *share = spenn_arena_alloc(&memory, (size_t)m.units.count, sizeof *share);
        spenn_congestion(&exchange, x[2], share);
        value = share[0];
    }
    spenn_model_free(&m);
    spenn_error_free(&err);
    spenn_arena_free(&memory);
    return value;
}

/* x: span, layers, most congested units taken away: what hangs together of the rest. */
static double connectivity(const double *x)
{
    struct spenn_arena memory = {0};
    struct spenn_model m = {0};
    struct spenn_error err = {0};
    double value = NAN;
    if (read_tree(x, &m, &err)) {
        struct spenn_exchange exchange = spenn_exchange_make(&m, 0, &memory);
        size_t units = (size_t)m.units.count, removed = (size_t)x[2];
        double *share = spenn_arena_alloc(&memory, units, sizeof *share);
        double *left = spenn_arena_alloc(&memory, removed + 1, sizeof *left);
        spenn_congestion(&exchange, spenn_usual_reach, share);
        spenn_connectivity(&exchange, share, (int32_t)removed, left);
        value = left[removed];
    }
    spenn_model_free(&m);
    spenn_error_free(&err);
    spenn_arena_free(&memory);
    return value;
}

/* x: row of the kite: others / sum of steps to them. */
static double kite_closeness(const double *x)
{
    struct spenn_arena memory = {0};
    struct spenn_model m = {0};
    struct spenn_error err = {0};
    double step[10], value = NAN;
    if (spenn_verify_read("kite", &m, &err) && m.units.count == 10) {
        struct spenn_edges edges = spenn_edges_make(&memory, 10, m.lines.count);
        for (int32_t e = 0; e < m.lines.count; e++) {
            spenn_edges_add(&edges, m.lines.from[e], m.lines.to[e], 1.0);
        }
        double sum = 0.0;
        bool ok = spenn_graph_distances(&edges, (int32_t)x[0], step, &err);
        for (int32_t u = 0; ok && u < 10; u++) {
            sum += step[u];
        }
        value = ok ? 9.0 / sum : NAN;
    }
    spenn_model_free(&m);
    spenn_error_free(&err);
    spenn_arena_free(&memory);
    return value;
}

#define MONES "Mones, Vicsek and Vicsek 2012"
#define PAIRS "pairs through the root: ((N - 1)^2 - b s^2) / 2"
#define DIVISIONS "Newman and Girvan 2004, by division"
#define FREEMAN "Freeman 1979; Krackhardt 1990"

static const struct spenn_verify_call calls[] = {
    CALL("tree-2-3-reaching", 0.888889, PRINTED(6), MONES, fx, reaching, 2, 3),
    CALL("tree-3-3-reaching", 0.9375, PRINTED(6), MONES, fx, reaching, 3, 3),
    CALL("tree-5-3-reaching", 0.972222, PRINTED(6), MONES, fx, reaching, 5, 3),
    CALL("tree-5-4-reaching", 0.988554, PRINTED(6), MONES, fx, reaching, 5, 4),
    CALL("tree-2-6-reaching", 0.949011, PRINTED(6), MONES, fx, reaching, 2, 6),
    CALL("tree-2-4-between", 49, EXACT, PAIRS, fx, between, 2, 4),
    CALL("tree-3-4-between", 507, EXACT, PAIRS, fx, between, 3, 4),
    CALL("tree-5-4-between", 9610, EXACT, PAIRS, fx, between, 5, 4),
    CALL("tree-5-6-between", 6099610, EXACT, PAIRS, fx, between, 5, 6),
    CALL("tree-3-3-modularity", 0.479167, PRINTED(6), DIVISIONS, fx, modularity, 3, 3),
    CALL("tree-5-3-modularity", 0.658333, PRINTED(6), DIVISIONS, fx, modularity, 5, 3),
    CALL("tree-5-4-modularity", 0.773881, PRINTED(6), DIVISIONS, fx, modularity, 5, 4),
    CALL("tree-5-6-managers", 0.199949, PRINTED(6), "781 / 3906", fx, managers, 5, 6),
    CALL("tree-5-6-layers", 6, EXACT, "by construction", fx, layers, 5, 6),
    CALL("kite-close-fernando", .6429, PRINTED(4), FREEMAN, fx, kite_closeness, 5),
    CALL("kite-close-garth", .6429, PRINTED(4), FREEMAN, fx, kite_closeness, 6),
    CALL("kite-close-diane", .6, EXACT, FREEMAN, fx, kite_closeness, 3),
    CALL("kite-close-heather", .6, EXACT, FREEMAN, fx, kite_closeness, 7),
};

/* x: span, levels: critical rate of the whole tree. */
static double arenas_whole(const double *x)
{
    return spenn_tree_arenas_rate(x[0], x[1]) * spenn_tree_size(x[0], x[1]);
}

#define ALL_PAIRS "Dodds, Watts and Sabel 2003; sum over all pairs"
#define DODDS "Dodds, Watts and Sabel 2003; sum over levels"
static const struct spenn_verify_call flows[] = {
    CALL("formula-root-2-3-reach-any", 0.428571, PRINTED(6), DODDS, f3,
        spenn_tree_root_congestion, 2, 3, INFINITY),
    CALL("root-2-3-reach-any", 0.428571, PRINTED(6), DODDS, fx, congestion, 2, 3,
        INFINITY),
    CALL("formula-root-2-4-reach-any", 0.466667, PRINTED(6), DODDS, f3,
        spenn_tree_root_congestion, 2, 4, INFINITY),
    CALL("root-2-4-reach-any", 0.466667, PRINTED(6), DODDS, fx, congestion, 2, 4,
        INFINITY),
    CALL("formula-root-3-4-reach-any", 0.65, PRINTED(6), DODDS, f3,
        spenn_tree_root_congestion, 3, 4, INFINITY),
    CALL("root-3-4-reach-any", 0.65, PRINTED(6), DODDS, fx, congestion, 3, 4, INFINITY),
    CALL("formula-root-5-3-reach-any", 0.774194, PRINTED(6), DODDS, f3,
        spenn_tree_root_congestion, 5, 3, INFINITY),
    CALL("root-5-3-reach-any", 0.774194, PRINTED(6), DODDS, fx, congestion, 5, 3,
        INFINITY),
    CALL("formula-root-5-6-reach-any", 0.799795, PRINTED(6), DODDS, f3,
        spenn_tree_root_congestion, 5, 6, INFINITY),
    CALL("formula-root-3-4-reach-1", 0.161456, PRINTED(6), DODDS, f3,
        spenn_tree_root_congestion, 3, 4, 1),
    CALL("root-3-4-reach-1", 0.161456, PRINTED(6), DODDS, fx, congestion, 3, 4, 1),
    CALL("formula-root-5-6-reach-2", 0.586542, PRINTED(6), DODDS, f3,
        spenn_tree_root_congestion, 5, 6, 2),
    CALL("formula-root-5-6-reach-1", 0.225457, PRINTED(6), DODDS, f3,
        spenn_tree_root_congestion, 5, 6, 1),
    CALL("formula-root-5-6-reach-half", 0.002472, PRINTED(6), DODDS, f3,
        spenn_tree_root_congestion, 5, 6, .5),
    CALL("formula-root-5-4-reach-half", 0.029602, PRINTED(6), ALL_PAIRS, f3,
        spenn_tree_root_congestion, 5, 4, .5),
    CALL(
        "root-5-4-reach-half", 0.029602, PRINTED(6), ALL_PAIRS, fx, congestion, 5, 4, .5),
    CALL("formula-root-5-4-reach-1", 0.278172, PRINTED(6), ALL_PAIRS, f3,
        spenn_tree_root_congestion, 5, 4, 1),
    CALL("root-5-4-reach-1", 0.278172, PRINTED(6), ALL_PAIRS, fx, congestion, 5, 4, 1),
    CALL("formula-root-5-4-reach-2", 0.578989, PRINTED(6), ALL_PAIRS, f3,
        spenn_tree_root_congestion, 5, 4, 2),
    CALL("root-5-4-reach-2", 0.578989, PRINTED(6), ALL_PAIRS, fx, congestion, 5, 4, 2),
    CALL("connected-without-root", 0.2, EXACT, "1 / b", fx, connectivity, 5, 4, 1),
    CALL("formula-connected-5-6-less-1", 0.2, EXACT, "1 / b", f3, spenn_tree_connected, 5,
        6, 1),
    CALL("connected-without-two-levels", 0.04, EXACT, "6 / (156 - 6)", fx, connectivity,
        5, 4, 6),
    CALL("formula-connected-5-6-less-2", 0.04, EXACT, "156 / (3906 - 6)", f3,
        spenn_tree_connected, 5, 6, 2),
    CALL("formula-connected-5-6-less-3", 31 / 3875., EXACT, "31 / (3906 - 31)", f3,
        spenn_tree_connected, 5, 6, 3),
    CALL("formula-connected-5-6-less-4", 6 / 3750., EXACT, "6 / (3906 - 156)", f3,
        spenn_tree_connected, 5, 6, 4),
    CALL("formula-connected-5-6-less-5", 1 / 3125., EXACT, "1 / (3906 - 781)", f3,
        spenn_tree_connected, 5, 6, 5),
    CALL("formula-arenas-3-4", 0.065732, PRINTED(6),
        "Arenas, Diaz-Guilera and Guimera 2001", f2, spenn_tree_arenas_rate, 3, 4),
    CALL("formula-arenas-5-4", 0.018003, PRINTED(6),
        "Arenas, Diaz-Guilera and Guimera 2001", f2, spenn_tree_arenas_rate, 5, 4),
    CALL("formula-arenas-2-5", 0.091145, PRINTED(6),
        "Arenas, Diaz-Guilera and Guimera 2001", f2, spenn_tree_arenas_rate, 2, 5),
    CALL("formula-arenas-5-6", 0.000716, PRINTED(6),
        "Arenas, Diaz-Guilera and Guimera 2001", f2, spenn_tree_arenas_rate, 5, 6),
    CALL("formula-arenas-all-3-4", 2.6293, PRINTED(4),
        "Arenas, Diaz-Guilera and Guimera 2001", fx, arenas_whole, 3, 4),
    CALL("formula-arenas-all-5-4", 2.8085, PRINTED(4),
        "Arenas, Diaz-Guilera and Guimera 2001", fx, arenas_whole, 5, 4),
    CALL("formula-arenas-limit-3", 2.5981, PRINTED(4), "z^(3/2) / (z - 1)", fx,
        arenas_whole, 3, 20),
    CALL("formula-arenas-limit-5", 2.7951, PRINTED(4), "z^(3/2) / (z - 1)", fx,
        arenas_whole, 5, 20),
    CALL("formula-root-pairs-2-4", 98, EXACT, "Guimera et al. 2002", f2,
        spenn_tree_root_pairs, 2, 4),
    CALL("formula-threshold-2-4-relays", 1. / 7, EXACT, "Guimera et al. 2002", f3,
        spenn_tree_threshold, 2, 4, 0),
    CALL("formula-threshold-2-4", 1. / 8, EXACT, "Guimera et al. 2002", f3,
        spenn_tree_threshold, 2, 4, 1),
    CALL("formula-root-pairs-3-4", 1014, EXACT, "Guimera et al. 2002", f2,
        spenn_tree_root_pairs, 3, 4),
    CALL("formula-threshold-3-4-relays", 1. / 26, EXACT, "Guimera et al. 2002", f3,
        spenn_tree_threshold, 3, 4, 0),
    CALL("formula-threshold-3-4", 1. / 27, EXACT, "Guimera et al. 2002", f3,
        spenn_tree_threshold, 3, 4, 1),
    CALL("formula-root-pairs-5-4", 19220, EXACT, "Guimera et al. 2002", f2,
        spenn_tree_root_pairs, 5, 4),
    CALL("formula-threshold-5-4-relays", 1. / 124, EXACT, "Guimera et al. 2002", f3,
        spenn_tree_threshold, 5, 4, 0),
    CALL("formula-threshold-5-4", 1. / 125, EXACT, "Guimera et al. 2002", f3,
        spenn_tree_threshold, 5, 4, 1),
    CALL("formula-growth-2-4", 0.3, EXACT, "8 rate - 1", f4, spenn_tree_backlog_growth, 2,
        4, 1, 1.3 / 8),
    CALL("formula-growth-3-4", 0.3, EXACT, "27 rate - 1", f4, spenn_tree_backlog_growth,
        3, 4, 1, 1.3 / 27),
    CALL("formula-growth-5-4", 0.3, EXACT, "125 rate - 1", f4, spenn_tree_backlog_growth,
        5, 4, 1, 1.3 / 125),
    CALL("formula-units-5-6", 3906, EXACT, "(5^6 - 1) / 4; Dodds et al. 2003 print 3905",
        f2, spenn_tree_size, 5, 6),
};

#define KRACKHARDT "Krackhardt 1994; Everett and Krackhardt 2012"
/* A measure of a graph: connectedness, hierarchy, efficiency (undirected), least upper
 * bound, global reaching centrality. */
#define GRAPH(file, connected, ranked, sparing, bounded, reached)                        \
    {file "-connected", file, "connectedness", NULL, connected, EXACT, KRACKHARDT},      \
        {file "-hierarchy", file, "hierarchy", NULL, ranked, EXACT, KRACKHARDT},         \
        {file "-efficiency", file, "efficiency", NULL, sparing, EXACT, KRACKHARDT},      \
        {file "-bound", file, "least-upper-bound", NULL, bounded, EXACT, KRACKHARDT},    \
    {                                                                                    \
        file "-reaching", file, "global-reaching", NULL, reached, EXACT, MONES           \
    }
#define BETWEEN(who, number)                                                             \
    {                                                                                    \
        "kite-between-" who, "kite", "betweenness", who, number, EXACT, FREEMAN          \
    }

static const struct spenn_verify_rest rests[] = {
    GRAPH("tree7", 1, 1, 1, 1, 8 / 9.),
    GRAPH("tree7-back", 1, 14 / 17., 14 / 15., 1, 11 / 18.),
    GRAPH("tree7-cross", 1, 1, 14 / 15., 1, 31 / 36.),
    GRAPH("tree7-dual", 1, 1, 13 / 15., 14 / 15., 5 / 6.),
    GRAPH("ring5", 1, 0, 5 / 6., 1, 0),
    GRAPH("two-trees", 3 / 7., 1, 1, 1, 4 / 9.),
    {"star5-reaching", "star5", "global-reaching", NULL, 1, EXACT, MONES},
    {"chain5-reaching", "chain5", "global-reaching", NULL, .625, EXACT, MONES},
    BETWEEN("heather", 14),
    BETWEEN("fernando", 25 / 3.),
    BETWEEN("garth", 25 / 3.),
    BETWEEN("ike", 8),
    BETWEEN("diane", 11 / 3.),
    BETWEEN("andre", 5 / 6.),
    BETWEEN("beverly", 5 / 6.),
    BETWEEN("jane", 0),
    {"club-modularity", "club", "modularity", NULL, .358235, PRINTED(6),
        "Zachary 1977; Newman and Girvan 2004"},
    {"cliques-modularity", "cliques", "modularity", NULL, 29 / 44., EXACT,
        "20 / 22 - 4 / 4^2"},
    {"triangles-modularity", "triangles", "modularity", NULL, .65, EXACT,
        "3 / 4 - 10 / 10^2"},
    {"congruence", "congruence", "congruence", NULL, .5, EXACT,
        "Cataldo, Herbsleb and Carley 2008"},
};

const struct spenn_verify_suite spenn_verify_graph = {
    .group = "graph",
    .call = calls,
    .calls = SPENN_COUNT(calls),
    .rest = rests,
    .rests = SPENN_COUNT(rests),
};
const struct spenn_verify_suite spenn_verify_flows = {
    .group = "congestion", .call = flows, .calls = SPENN_COUNT(flows)};
