/* SPDX-License-Identifier: MIT
 * Spans, layers, pay, knowledge and processing: functions; and Graicunas's relations as a
 * measure of a model. */
#include "suite.h"

#include "hierarchy.h"
#include "knowledge.h"

#include <math.h>

/* Four classes of problems; help .2. */
static const double mass[] = {.30, .25, .20, .15};

static double layer_size(const double *x)
{
    return spenn_layer_size(.2, mass, (int32_t)x[0]);
}

static double layer_load(const double *x)
{
    (void)x;
    return spenn_layer_load(mass, SPENN_COUNT(mass));
}

static double least_load(const double *x)
{
    int32_t orders;
    (void)x;
    return spenn_layer_least_load(mass, SPENN_COUNT(mass), &orders);
}

static double least_orders(const double *x)
{
    int32_t orders;
    (void)x;
    spenn_layer_least_load(mass, SPENN_COUNT(mass), &orders);
    return orders;
}

static double radner_differences(const double *x)
{
    double sum = 0.0;
    for (int items = 1; items <= (int)x[0]; items++) {
        for (int processors = 1; processors <= items; processors++) {
            sum += fabs(spenn_radner_delay(items, processors)
                - spenn_radner_searched(items, processors));
        }
    }
    return sum;
}

#define TEAM "Garicano 2000; e^z / h + z = 1 / c + ln(1 / hc) solved by bisection"

static const struct spenn_verify_call calls[] = {
    CALL("pairs-1", 0, EXACT, "n (n - 1) / 2", f1, spenn_possible_pairs, 1),
    CALL("pairs-2", 1, EXACT, "n (n - 1) / 2", f1, spenn_possible_pairs, 2),
    CALL("pairs-3", 3, EXACT, "n (n - 1) / 2", f1, spenn_possible_pairs, 3),
    CALL("pairs-4", 6, EXACT, "n (n - 1) / 2", f1, spenn_possible_pairs, 4),
    CALL("pairs-5", 10, EXACT, "n (n - 1) / 2", f1, spenn_possible_pairs, 5),
    CALL("pairs-6", 15, EXACT, "n (n - 1) / 2", f1, spenn_possible_pairs, 6),
    CALL("pairs-7", 21, EXACT, "n (n - 1) / 2", f1, spenn_possible_pairs, 7),
    CALL("pairs-8", 28, EXACT, "n (n - 1) / 2", f1, spenn_possible_pairs, 8),
    CALL("pairs-10", 45, EXACT, "n (n - 1) / 2", f1, spenn_possible_pairs, 10),
    CALL("pairs-12", 66, EXACT, "n (n - 1) / 2", f1, spenn_possible_pairs, 12),
    CALL("layers-1000-span-3", 7, EXACT, "least L: (s^L - 1) / (s - 1) >= N", f2,
        spenn_layers_needed, 1000, 3),
    CALL("layers-1000-span-5", 6, EXACT, "least L: (s^L - 1) / (s - 1) >= N", f2,
        spenn_layers_needed, 1000, 5),
    CALL("layers-1000-span-7", 5, EXACT, "least L: (s^L - 1) / (s - 1) >= N", f2,
        spenn_layers_needed, 1000, 7),
    CALL("layers-1000-span-10", 4, EXACT, "least L: (s^L - 1) / (s - 1) >= N", f2,
        spenn_layers_needed, 1000, 10),
    CALL("layers-1000-span-15", 4, EXACT, "least L: (s^L - 1) / (s - 1) >= N", f2,
        spenn_layers_needed, 1000, 15),
    CALL("layers-5000-span-3", 9, EXACT, "least L: (s^L - 1) / (s - 1) >= N", f2,
        spenn_layers_needed, 5000, 3),
    CALL("layers-5000-span-5", 7, EXACT, "least L: (s^L - 1) / (s - 1) >= N", f2,
        spenn_layers_needed, 5000, 5),
    CALL("layers-5000-span-7", 6, EXACT, "least L: (s^L - 1) / (s - 1) >= N", f2,
        spenn_layers_needed, 5000, 7),
    CALL("layers-5000-span-10", 5, EXACT, "least L: (s^L - 1) / (s - 1) >= N", f2,
        spenn_layers_needed, 5000, 10),
    CALL("layers-5000-span-15", 5, EXACT, "least L: (s^L - 1) / (s - 1) >= N", f2,
        spenn_layers_needed, 5000, 15),
    CALL("managers-5-6", 0.199949, PRINTED(6), "781 / 3906", f2, spenn_tree_manager_share,
        5, 6),
    CALL("tree-5-6", 3906, EXACT, "(5^6 - 1) / 4; Dodds, Watts and Sabel 2003 print 3905",
        f2, spenn_tree_size, 5, 6),
    CALL("simon-pay-150-span-3", 0.36907, PRINTED(5), "Simon 1957; Roberts finds 0.37",
        f2, spenn_simon_elasticity, 1.5, 3),
    CALL("simon-pareto-150-3", 2.7095, PRINTED(4), "Simon 1957", f2, spenn_simon_pareto,
        1.5, 3),
    CALL("simon-pay-125-span-5", 0.13865, PRINTED(5), "Simon 1957", f2,
        spenn_simon_elasticity, 1.25, 5),
    CALL("simon-pay-150-span-5", 0.25193, PRINTED(5), "Simon 1957", f2,
        spenn_simon_elasticity, 1.5, 5),
    CALL("simon-pay-200-span-5", 0.43068, PRINTED(5), "Simon 1957", f2,
        spenn_simon_elasticity, 2, 5),
    CALL("simon-pay-150-span-10", 0.17609, PRINTED(5), "Simon 1957", f2,
        spenn_simon_elasticity, 1.5, 10),
    CALL("williamson-80-span-5", 3.6561, PRINTED(4),
        "Williamson 1967, first order condition", f4, spenn_williamson_layers, 0.8, 5,
        1.5, 1 / 3.),
    CALL("williamson-80-span-7", 4.2968, PRINTED(4),
        "Williamson 1967, first order condition", f4, spenn_williamson_layers, 0.8, 7,
        1.5, 1 / 3.),
    CALL("williamson-80-span-10", 4.7382, PRINTED(4),
        "Williamson 1967, first order condition", f4, spenn_williamson_layers, 0.8, 10,
        1.5, 1 / 3.),
    CALL("williamson-85-span-5", 4.9102, PRINTED(4),
        "Williamson 1967, first order condition", f4, spenn_williamson_layers, 0.85, 5,
        1.5, 1 / 3.),
    CALL("williamson-85-span-7", 5.7394, PRINTED(4),
        "Williamson 1967, first order condition", f4, spenn_williamson_layers, 0.85, 7,
        1.5, 1 / 3.),
    CALL("williamson-85-span-10", 6.3095, PRINTED(4),
        "Williamson 1967, first order condition", f4, spenn_williamson_layers, 0.85, 10,
        1.5, 1 / 3.),
    CALL("williamson-90-span-5", 7.3993, PRINTED(4),
        "Williamson 1967, first order condition", f4, spenn_williamson_layers, 0.9, 5,
        1.5, 1 / 3.),
    CALL("williamson-90-span-7", 8.6099, PRINTED(4),
        "Williamson 1967, first order condition", f4, spenn_williamson_layers, 0.9, 7,
        1.5, 1 / 3.),
    CALL("williamson-90-span-10", 9.4401, PRINTED(4),
        "Williamson 1967, first order condition", f4, spenn_williamson_layers, 0.9, 10,
        1.5, 1 / 3.),
    CALL("williamson-95-span-5", 14.8332, PRINTED(4),
        "Williamson 1967, first order condition", f4, spenn_williamson_layers, 0.95, 5,
        1.5, 1 / 3.),
    CALL("williamson-95-span-7", 17.1958, PRINTED(4),
        "Williamson 1967, first order condition", f4, spenn_williamson_layers, 0.95, 7,
        1.5, 1 / 3.),
    CALL("williamson-95-span-10", 18.8106, PRINTED(4),
        "Williamson 1967, first order condition", f4, spenn_williamson_layers, 0.95, 10,
        1.5, 1 / 3.),
    CALL("williamson-most-80-5", 3.6561, PRINTED(4), "Williamson 1967, profit maximised",
        f4, spenn_williamson_searched, 0.8, 5, 1.5, 1 / 3.),
    CALL("williamson-most-80-7", 4.2968, PRINTED(4), "Williamson 1967, profit maximised",
        f4, spenn_williamson_searched, 0.8, 7, 1.5, 1 / 3.),
    CALL("williamson-most-80-10", 4.7382, PRINTED(4), "Williamson 1967, profit maximised",
        f4, spenn_williamson_searched, 0.8, 10, 1.5, 1 / 3.),
    CALL("williamson-most-85-5", 4.9102, PRINTED(4), "Williamson 1967, profit maximised",
        f4, spenn_williamson_searched, 0.85, 5, 1.5, 1 / 3.),
    CALL("williamson-most-85-7", 5.7394, PRINTED(4), "Williamson 1967, profit maximised",
        f4, spenn_williamson_searched, 0.85, 7, 1.5, 1 / 3.),
    CALL("williamson-most-85-10", 6.3095, PRINTED(4), "Williamson 1967, profit maximised",
        f4, spenn_williamson_searched, 0.85, 10, 1.5, 1 / 3.),
    CALL("williamson-most-90-5", 7.3993, PRINTED(4), "Williamson 1967, profit maximised",
        f4, spenn_williamson_searched, 0.9, 5, 1.5, 1 / 3.),
    CALL("williamson-most-90-7", 8.6099, PRINTED(4), "Williamson 1967, profit maximised",
        f4, spenn_williamson_searched, 0.9, 7, 1.5, 1 / 3.),
    CALL("williamson-most-90-10", 9.4401, PRINTED(4), "Williamson 1967, profit maximised",
        f4, spenn_williamson_searched, 0.9, 10, 1.5, 1 / 3.),
    CALL("williamson-most-95-5", 14.8332, PRINTED(4), "Williamson 1967, profit maximised",
        f4, spenn_williamson_searched, 0.95, 5, 1.5, 1 / 3.),
    CALL("williamson-most-95-7", 17.1958, PRINTED(4), "Williamson 1967, profit maximised",
        f4, spenn_williamson_searched, 0.95, 7, 1.5, 1 / 3.),
    CALL("williamson-most-95-10", 18.8106, PRINTED(4),
        "Williamson 1967, profit maximised", f4, spenn_williamson_searched, 0.95, 10, 1.5,
        1 / 3.),
    CALL("keren-span-0", 2.71828, PRINTED(5), "Keren and Levhari 1979, equal spans", f1,
        spenn_equal_span, 0),
    CALL("keren-time-0", 18.777, PRINTED(3), "Keren and Levhari 1979, equal spans", f2,
        spenn_equal_span_time, 0, 1000),
    CALL("keren-span-half", 3.18097, PRINTED(5), "Keren and Levhari 1979, equal spans",
        f1, spenn_equal_span, 0.5),
    CALL("keren-time-half", 21.973, PRINTED(3), "Keren and Levhari 1979, equal spans", f2,
        spenn_equal_span_time, 0.5, 1000),
    CALL("keren-span-1", 3.59112, PRINTED(5), "Keren and Levhari 1979, equal spans", f1,
        spenn_equal_span, 1),
    CALL("keren-time-1", 24.807, PRINTED(3), "Keren and Levhari 1979, equal spans", f2,
        spenn_equal_span_time, 1, 1000),
    CALL("keren-span-2", 4.31914, PRINTED(5), "Keren and Levhari 1979, equal spans", f1,
        spenn_equal_span, 2),
    CALL("keren-time-2", 29.836, PRINTED(3), "Keren and Levhari 1979, equal spans", f2,
        spenn_equal_span_time, 2, 1000),
    CALL("keren-span-5", 6.13833, PRINTED(5), "Keren and Levhari 1979, equal spans", f1,
        spenn_equal_span, 5),
    CALL("keren-time-5", 42.402, PRINTED(3), "Keren and Levhari 1979, equal spans", f2,
        spenn_equal_span_time, 5, 1000),
    CALL("keren-span-10", 8.64403, PRINTED(5), "Keren and Levhari 1979, equal spans", f1,
        spenn_equal_span, 10),
    CALL("keren-time-10", 59.711, PRINTED(3), "Keren and Levhari 1979, equal spans", f2,
        spenn_equal_span_time, 10, 1000),
    CALL("keren-span-20", 12.86548, PRINTED(5), "Keren and Levhari 1979, equal spans", f1,
        spenn_equal_span, 20),
    CALL("keren-time-20", 88.872, PRINTED(3), "Keren and Levhari 1979, equal spans", f2,
        spenn_equal_span_time, 20, 1000),
    CALL("garicano-span-10", 10, EXACT, "Garicano 2000", f2, spenn_knowledge_span, 0.2,
        0.5),
    CALL("garicano-span-50", 50, EXACT, "Garicano 2000", f2, spenn_knowledge_span, 0.1,
        0.8),
    CALL(
        "garicano-span-5", 5, EXACT, "Garicano 2000", f2, spenn_knowledge_span, 0.5, 0.6),
    CALL("garicano-alone-knows", 2.30259, PRINTED(5), "Garicano 2000", f2,
        spenn_autarky_knowledge, 1, .1),
    CALL("garicano-alone-makes", 0.66974, PRINTED(5), "Garicano 2000", f2,
        spenn_autarky_output, 1, .1),
    CALL("garicano-helper-knows", 3.912, PRINTED(3), "Garicano 2000", f3,
        spenn_team_helper_knowledge, 1, .2, .1),
    CALL("garicano-worker-knows", 0.952401, PRINTED(6), TEAM, f3, spenn_team_knowledge, 1,
        .2, .1),
    CALL("garicano-team-span-2-1", 12.959622, PRINTED(4), TEAM, f3, spenn_team_span, 1,
        0.2, 0.1),
    CALL("garicano-team-makes-2-1", 0.804760, PRINTED(6), TEAM, f3, spenn_team_output, 1,
        0.2, 0.1),
    CALL("garicano-team-span-2-3", 5.969516, PRINTED(4), TEAM, f3, spenn_team_span, 1,
        0.2, 0.3),
    CALL("garicano-team-makes-2-3", 0.646832, PRINTED(6), TEAM, f3, spenn_team_output, 1,
        0.2, 0.3),
    CALL("garicano-team-span-5-3", 4.434243, PRINTED(4), TEAM, f3, spenn_team_span, 1,
        0.5, 0.3),
    CALL("garicano-team-makes-5-3", 0.461137, PRINTED(6), TEAM, f3, spenn_team_output, 1,
        0.5, 0.3),
    CALL("garicano-layer-0", 1, EXACT, "help x share left unsolved", fx, layer_size, 0),
    CALL(
        "garicano-layer-1", 0.14, EXACT, "help x share left unsolved", fx, layer_size, 1),
    CALL(
        "garicano-layer-2", 0.09, EXACT, "help x share left unsolved", fx, layer_size, 2),
    CALL(
        "garicano-layer-3", 0.05, EXACT, "help x share left unsolved", fx, layer_size, 3),
    CALL("garicano-load", 1.1, EXACT, "sum of layer x mass", fx, layer_load, 0),
    CALL(
        "garicano-least-load", 1.1, EXACT, "enumeration of 24 orders", fx, least_load, 0),
    CALL("garicano-orders", 1, EXACT, "enumeration of 24 orders", fx, least_orders, 0),
    CALL("radner-8-1", 8, EXACT, "Radner 1993", f2, spenn_radner_delay, 8, 1),
    CALL("radner-8-2", 5, EXACT, "Radner 1993", f2, spenn_radner_delay, 8, 2),
    CALL("radner-8-4", 4, EXACT, "Radner 1993", f2, spenn_radner_delay, 8, 4),
    CALL("radner-10-3", 5, EXACT, "Radner 1993", f2, spenn_radner_delay, 10, 3),
    CALL("radner-16-4", 6, EXACT, "Radner 1993", f2, spenn_radner_delay, 16, 4),
    CALL("radner-40-8", 8, EXACT, "Radner 1993", f2, spenn_radner_delay, 40, 8),
    CALL("radner-100-10", 14, EXACT, "Radner 1993", f2, spenn_radner_delay, 100, 10),
    CALL(
        "radner-1000-1000", 11, EXACT, "Radner 1993", f2, spenn_radner_delay, 1000, 1000),
    CALL("radner-search-8-1", 8, EXACT, "Radner 1993; all schedules searched", f2,
        spenn_radner_searched, 8, 1),
    CALL("radner-search-8-2", 5, EXACT, "Radner 1993; all schedules searched", f2,
        spenn_radner_searched, 8, 2),
    CALL("radner-search-8-4", 4, EXACT, "Radner 1993; all schedules searched", f2,
        spenn_radner_searched, 8, 4),
    CALL("radner-search-10-3", 5, EXACT, "Radner 1993; all schedules searched", f2,
        spenn_radner_searched, 10, 3),
    CALL("radner-search-16-4", 6, EXACT, "Radner 1993; all schedules searched", f2,
        spenn_radner_searched, 16, 4),
    CALL("radner-search-40-8", 8, EXACT, "Radner 1993; all schedules searched", f2,
        spenn_radner_searched, 40, 8),
    CALL("radner-differences-to-24", 0, EXACT,
        "formula less search, all N to 24 and P to N", fx, radner_differences, 24),
    CALL("serial-64-2", 12, EXACT, "span log_span(items)", f2, spenn_serial_delay, 64, 2),
    CALL("serial-64-4", 12, EXACT, "span log_span(items)", f2, spenn_serial_delay, 64, 4),
    CALL("serial-64-8", 16, EXACT, "span log_span(items)", f2, spenn_serial_delay, 64, 8),
    CALL("serial-64-64", 64, EXACT, "span log_span(items)", f2, spenn_serial_delay, 64,
        64),
    CALL("serial-81-3", 12, EXACT, "span log_span(items)", f2, spenn_serial_delay, 81, 3),
    CALL("serial-81-9", 18, EXACT, "span log_span(items)", f2, spenn_serial_delay, 81, 9),
};

#define RELATIONS(n, of, number)                                                         \
    {                                                                                    \
        "graicunas-" #n, "spans", "graicunas", of, number, EXACT, "Graicunas 1933"       \
    }
static const struct spenn_verify_rest rests[] = {
    RELATIONS(1, "leder-1", 1),
    RELATIONS(2, "leder-2", 6),
    RELATIONS(3, "leder-3", 18),
    RELATIONS(4, "leder-4", 44),
    RELATIONS(5, "leder-5", 100),
    RELATIONS(6, "leder-6", 222),
    RELATIONS(7, "leder-7", 490),
    RELATIONS(8, "leder-8", 1080),
    RELATIONS(10, "leder-10", 5210),
    RELATIONS(12, "leder-12", 24708),
};

const struct spenn_verify_suite spenn_verify_hierarchy = {
    .group = "hierarchy",
    .call = calls,
    .calls = SPENN_COUNT(calls),
    .rest = rests,
    .rests = SPENN_COUNT(rests),
};
