/* SPDX-License-Identifier: MIT
 * Size, layers, pay and time of hierarchies with the same span everywhere. Symbols are
 * those of the sources; NAN outside the ranges given. */
#ifndef SPENN_HIERARCHY_H
#define SPENN_HIERARCHY_H

/* Pairs among n people: n (n - 1) / 2, n a whole number from 0. */
double spenn_possible_pairs(double n);

/* Fewest layers of a full tree that hold `size` (1 to 1e15) people at this span (whole, 2
 * or more); people in a full tree of so many layers (1 to 60); its share of managers. */
double spenn_layers_needed(double size, double span);
double spenn_tree_size(double span, double layers);
double spenn_tree_manager_share(double span, double layers);

/* Simon 1957 (Sociometry 20:32): top pay grows as size to the power ln pay / ln span,
 * when pay rises by the factor `pay` a layer; the inverse is Pareto's exponent of
 * incomes. Both above 1. */
double spenn_simon_elasticity(double pay, double span);
double spenn_simon_pareto(double pay, double span);

/* Williamson 1967 (JPE 75:123): layers n* of the largest profit. Of a superior's
 * intentions the share `complied` (a) is done a layer below; `wage` is w0 / (P - r), pay
 * rises by the factor `rise` (b) a layer. Profit (a s)^(n-1) - wage s^n / (s - b) and
 * n* = 1 + [ln wage + ln(s / (s - b)) + ln(ln s / ln(a s))] / ln a.
 * 0 < a < 1 < a s, b < s. _searched finds the largest profit by Brent's method instead;
 * it is within some 1e-6 of n*, NAN where n* is not in 1..200. */
double spenn_williamson_layers(double complied, double span, double rise, double wage);
double spenn_williamson_searched(double complied, double span, double rise, double wage);

/* Keren and Levhari 1979 (Mgmt Sci 25:1162), spans equal, no wage weight: a layer takes
 * slope x span + fixed to plan, so the best span solves s (ln s - 1) = fixed / slope, and
 * the time in units of slope is s ln(size). ratio = fixed / slope, 0 to 1e6. */
double spenn_equal_span(double ratio);
double spenn_equal_span_time(double ratio, double size);

/* Radner 1993 (Econometrica 61:1109): cycles to add `items` with `processors`, in which
 * one adds an item or another's register to its own:
 * floor(N / P) + ceil(log2(P + N mod P)), P cut at N. _searched tries every schedule
 * (items to 64), counting items and registers left, which is all that matters: those are
 * alike. */
double spenn_radner_delay(double items, double processors);
double spenn_radner_searched(double items, double processors);

/* Items read one after another up a tree of equal spans: span log_span(items). */
double spenn_serial_delay(double items, double span);

#endif
