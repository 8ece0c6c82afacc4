/* SPDX-License-Identifier: MIT
 * Knowledge hierarchies (Garicano 2000, JPE 108:874): whoever cannot solve a problem
 * passes it up, and each that is asked spends `help` of its time on it. NAN outside the
 * ranges. */
#ifndef SPENN_KNOWLEDGE_H
#define SPENN_KNOWLEDGE_H

#include <stdint.h>

/* Workers a helper can answer when they solve the share `solved` themselves:
 * 1 / (help (1 - solved)). help above 0, solved in [0, 1). */
double spenn_knowledge_span(double help, double solved);

/* Problems exponential with this rate, learning costs `cost` a unit of knowledge, below
 * the rate. Alone: knowledge z with density f(z) = cost; output F(z) - cost z. */
double spenn_autarky_knowledge(double rate, double cost);
double spenn_autarky_output(double rate, double cost);

/* Two layers, the helper knowing what workers do not: the workers' knowledge z0 that
 * maximises output a head, (n (F(Z) - cost z0) - cost (Z - z0)) / (n + 1), with the span
 * n = 1 / (help (1 - F(z0))) and n f(Z) = cost; by Brent's method. The helper's knowledge
 * is Z - z0. help in (0, 1]. */
double spenn_team_knowledge(double rate, double help, double cost);
double spenn_team_helper_knowledge(double rate, double help, double cost);
double spenn_team_span(double rate, double help, double cost);
double spenn_team_output(double rate, double help, double cost);

/* Classes of problems in the order in which layers know them, with their masses (sum at
 * most 1). Size of a layer (from 0, of size 1): help x what the layers below leave
 * unsolved. Load: the sum of layer x mass, the mean number of times a problem is passed
 * up. */
double spenn_layer_size(double help, const double *mass, int32_t layer);
double spenn_layer_load(const double *mass, int32_t layers);

/* The least load over all orders of the masses (2 to 8 layers), and how many of the
 * orders have it. */
double spenn_layer_least_load(const double *mass, int32_t layers, int32_t *orders);

#endif
