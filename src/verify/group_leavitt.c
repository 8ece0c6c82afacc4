/* SPDX-License-Identifier: MIT
 * The nets of five of Bavelas and Leavitt: distances, centralities, schedules. */
#include "suite.h"

#include "between.h"
#include "leavitt.h"

#include <math.h>

#define LEAVITT "Bavelas 1950; Leavitt 1951"
#define FREEMAN "Freeman 1979"
#define SEARCH "Leavitt 1951; all schedules searched"

enum { people = spenn_net_people };

static const struct spenn_net *net_of(const double *x)
{
    return &spenn_nets[(int32_t)x[0]];
}

static double distances(const double *x)
{
    double sum[people];
    spenn_net_distances(net_of(x), sum);
    return sum[(int32_t)x[1]];
}

static double centrality(const double *x)
{
    double value[people];
    spenn_net_centrality(net_of(x), value);
    return value[(int32_t)x[1]];
}

static double centrality_sum(const double *x)
{
    double value[people], sum = 0.0;
    spenn_net_centrality(net_of(x), value);
    for (int32_t i = 0; i < people; i++) {
        sum += value[i];
    }
    return sum;
}

static double peripherality(const double *x)
{
    double value[people];
    spenn_net_centrality(net_of(x), value);
    return spenn_spread(value, people);
}

static void degrees(const struct spenn_net *net, double *value)
{
    for (int32_t i = 0; i < people; i++) {
        value[i] = 0.0;
        for (unsigned beside = net->beside[i]; beside; beside &= beside - 1u) {
            value[i] += 1.0;
        }
    }
}

static void closeness(const struct spenn_net *net, double *value)
{
    spenn_net_distances(net, value);
    for (int32_t i = 0; i < people; i++) {
        value[i] = (people - 1.0) / value[i];
    }
}

/* By the function of the measure. */
static void betweenness(const struct spenn_net *net, double *value)
{
    struct spenn_arena memory = {0};
    struct spenn_edges edges = spenn_edges_make(&memory, people, people * people);
    for (int32_t i = 0; i < people * people; i++) {
        int32_t a = i / people, b = i % people;
        if (a < b && net->beside[a] >> b & 1u) {
            spenn_edges_add(&edges, a, b, 1.0);
        }
    }
    if (!spenn_betweenness(&edges, 1e6, value)) {
        value[0] = NAN;
    }
    spenn_arena_free(&memory);
}

/* Spread of the net's values / that of the wheel, the largest there is. */
static double centralization(
    const double *x, void (*fill)(const struct spenn_net *, double *))
{
    double value[people], most[people];
    fill(net_of(x), value);
    fill(&spenn_nets[SPENN_WHEEL], most);
    return spenn_spread(value, people) / spenn_spread(most, people);
}

static double degree_centralization(const double *x)
{
    return centralization(x, degrees);
}

static double closeness_centralization(const double *x)
{
    return centralization(x, closeness);
}

static double betweenness_centralization(const double *x)
{
    return centralization(x, betweenness);
}

static double fewest(const double *x)
{
    return spenn_net_search(net_of(x)).fewest;
}

static double fewest_time(const double *x)
{
    return spenn_net_search(net_of(x)).fewest_time;
}

static double fastest(const double *x)
{
    return spenn_net_search(net_of(x)).fastest;
}

static double fastest_messages(const double *x)
{
    return spenn_net_search(net_of(x)).fastest_messages;
}

static const struct spenn_verify_call calls[] = {
    CALL("wheel-distances-0", 4, EXACT, LEAVITT, fx, distances, SPENN_WHEEL, 0),
    CALL("wheel-distances-1", 7, EXACT, LEAVITT, fx, distances, SPENN_WHEEL, 1),
    CALL("y-distances-0", 5, EXACT, LEAVITT, fx, distances, SPENN_Y, 0),
    CALL("y-distances-3", 6, EXACT, LEAVITT, fx, distances, SPENN_Y, 3),
    CALL("y-distances-1", 8, EXACT, LEAVITT, fx, distances, SPENN_Y, 1),
    CALL("y-distances-4", 9, EXACT, LEAVITT, fx, distances, SPENN_Y, 4),
    CALL("chain-distances-2", 6, EXACT, LEAVITT, fx, distances, SPENN_CHAIN, 2),
    CALL("chain-distances-1", 7, EXACT, LEAVITT, fx, distances, SPENN_CHAIN, 1),
    CALL("chain-distances-0", 10, EXACT, LEAVITT, fx, distances, SPENN_CHAIN, 0),
    CALL("circle-distances-0", 6, EXACT, LEAVITT, fx, distances, SPENN_CIRCLE, 0),
    CALL("wheel-centrality-0", 8.0, PRINTED(1), LEAVITT, fx, centrality, SPENN_WHEEL, 0),
    CALL("wheel-centrality-1", 4.57, PRINTED(2), LEAVITT, fx, centrality, SPENN_WHEEL, 1),
    CALL("wheel-centrality-sum", 26.29, PRINTED(2), LEAVITT, fx, centrality_sum,
        SPENN_WHEEL),
    CALL("wheel-peripherality", 13.71, PRINTED(2), LEAVITT, fx, peripherality,
        SPENN_WHEEL),
    CALL("y-centrality-0", 7.2, PRINTED(1), LEAVITT, fx, centrality, SPENN_Y, 0),
    CALL("y-centrality-3", 6.0, PRINTED(1), LEAVITT, fx, centrality, SPENN_Y, 3),
    CALL("y-centrality-1", 4.5, PRINTED(1), LEAVITT, fx, centrality, SPENN_Y, 1),
    CALL("y-centrality-4", 4.0, PRINTED(1), LEAVITT, fx, centrality, SPENN_Y, 4),
    CALL("y-centrality-sum", 26.20, PRINTED(2), LEAVITT, fx, centrality_sum, SPENN_Y),
    CALL("y-peripherality", 9.80, PRINTED(2), LEAVITT, fx, peripherality, SPENN_Y),
    CALL("chain-centrality-2", 6.67, PRINTED(2), LEAVITT, fx, centrality, SPENN_CHAIN, 2),
    CALL("chain-centrality-1", 5.71, PRINTED(2), LEAVITT, fx, centrality, SPENN_CHAIN, 1),
    CALL("chain-centrality-0", 4.0, PRINTED(1), LEAVITT, fx, centrality, SPENN_CHAIN, 0),
    CALL("chain-centrality-sum", 26.10, PRINTED(2), LEAVITT, fx, centrality_sum,
        SPENN_CHAIN),
    CALL(
        "chain-peripherality", 7.24, PRINTED(2), LEAVITT, fx, peripherality, SPENN_CHAIN),
    CALL(
        "circle-centrality-0", 5.0, PRINTED(1), LEAVITT, fx, centrality, SPENN_CIRCLE, 0),
    CALL("circle-centrality-sum", 25.00, PRINTED(2), LEAVITT, fx, centrality_sum,
        SPENN_CIRCLE),
    CALL("circle-peripherality", 0, PRINTED(2), LEAVITT, fx, peripherality, SPENN_CIRCLE),
    CALL("wheel-degree", 1, EXACT, FREEMAN, fx, degree_centralization, SPENN_WHEEL),
    CALL("wheel-betweenness", 1, EXACT, FREEMAN, fx, betweenness_centralization,
        SPENN_WHEEL),
    CALL("wheel-closeness", 1, EXACT, FREEMAN, fx, closeness_centralization, SPENN_WHEEL),
    CALL("y-degree", 7 / 12., EXACT, FREEMAN, fx, degree_centralization, SPENN_Y),
    CALL("y-betweenness", .708333, PRINTED(6), FREEMAN, fx, betweenness_centralization,
        SPENN_Y),
    CALL("y-closeness", .635185, PRINTED(6), FREEMAN, fx, closeness_centralization,
        SPENN_Y),
    CALL("chain-degree", 1 / 6., EXACT, FREEMAN, fx, degree_centralization, SPENN_CHAIN),
    CALL("chain-betweenness", .416667, PRINTED(6), FREEMAN, fx,
        betweenness_centralization, SPENN_CHAIN),
    CALL("chain-closeness", .422222, PRINTED(6), FREEMAN, fx, closeness_centralization,
        SPENN_CHAIN),
    CALL("circle-degree", 0, EXACT, FREEMAN, fx, degree_centralization, SPENN_CIRCLE),
    CALL("circle-betweenness", 0, EXACT, FREEMAN, fx, betweenness_centralization,
        SPENN_CIRCLE),
    CALL("circle-closeness", 0, EXACT, FREEMAN, fx, closeness_centralization,
        SPENN_CIRCLE),
    CALL("wheel-fewest", 8, EXACT, SEARCH, fx, fewest, SPENN_WHEEL),
    CALL("wheel-fewest-time", 5, EXACT, SEARCH, fx, fewest_time, SPENN_WHEEL),
    CALL("wheel-fastest", 5, EXACT, SEARCH, fx, fastest, SPENN_WHEEL),
    CALL("wheel-fastest-messages", 8, EXACT, SEARCH, fx, fastest_messages, SPENN_WHEEL),
    CALL("y-fewest", 8, EXACT, SEARCH, fx, fewest, SPENN_Y),
    CALL("y-fewest-time", 4, EXACT, SEARCH, fx, fewest_time, SPENN_Y),
    CALL("y-fastest", 4, EXACT, SEARCH, fx, fastest, SPENN_Y),
    CALL("y-fastest-messages", 8, EXACT, SEARCH, fx, fastest_messages, SPENN_Y),
    CALL("chain-fewest", 8, EXACT, SEARCH, fx, fewest, SPENN_CHAIN),
    CALL("chain-fewest-time", 5, EXACT, SEARCH, fx, fewest_time, SPENN_CHAIN),
    CALL("chain-fastest", 5, EXACT, SEARCH, fx, fastest, SPENN_CHAIN),
    CALL("chain-fastest-messages", 8, EXACT, SEARCH, fx, fastest_messages, SPENN_CHAIN),
    CALL("circle-fewest", 8, EXACT, SEARCH, fx, fewest, SPENN_CIRCLE),
    CALL("circle-fewest-time", 5, EXACT, SEARCH, fx, fewest_time, SPENN_CIRCLE),
    CALL("circle-fastest", 3, EXACT, SEARCH, fx, fastest, SPENN_CIRCLE),
    CALL(
        "circle-fastest-messages", 14, EXACT, SEARCH, fx, fastest_messages, SPENN_CIRCLE),
};

const struct spenn_verify_suite spenn_verify_leavitt = {
    .group = "leavitt", .call = calls, .calls = SPENN_COUNT(calls)};
