/* SPDX-License-Identifier: MIT
 * Messages in a full tree of so many levels in which each node above the last has `span`
 * below it; S nodes. What its root must pass on, and when that is too much. Ordered pairs
 * of nodes; the root relays, it is neither source nor target. Span 2 or more (whole),
 * levels 2 to 30; NAN outside. */
#ifndef SPENN_TREE_FLOW_H
#define SPENN_TREE_FLOW_H

/* Guimera et al. 2002 (PRL 89:248701): first come first served, one message a node and
 * step on the shortest way, `rate` new ones a node and step with random targets. Pairs
 * through the root (S - 1)^2 - span ((S - 1) / span)^2; its load is rate x pairs / (S -
 * 1), and rate more when its own messages queue there too (own 1, else 0). Above load 1
 * its backlog grows by load - 1 a step. With its own the root's threshold is
 * 1 / span^(levels - 1). With span 2 and four levels or more a node below the root has
 * more pairs (three neighbours, the root two) and is full before it. */
double spenn_tree_root_pairs(double span, double levels);
double spenn_tree_threshold(double span, double levels, double own);
double spenn_tree_backlog_growth(double span, double levels, double own, double rate);

/* Arenas, Diaz-Guilera and Guimera 2001 (PRL 86:3196): a message at i crosses to j with
 * chance sqrt(1 / (n_i n_j)) a step. Critical rate a node and step
 * sqrt(z) / (z (z^(m-1) - 1)^2 / (z^m - 1) + 1). */
double spenn_tree_arenas_rate(double span, double levels);

/* Share of all messages that pass through the root of the bare tree when recipients are
 * chosen with weight exp(-x / reach), x = sqrt(du^2 + dv^2 - 2), du and dv the steps up
 * to the lowest common superior, x cut at 0 (Dodds, Watts and Sabel 2003). reach above 0;
 * INFINITY: (S - 1)(span - 1) / (span S). Summed over levels. */
double spenn_tree_root_congestion(double span, double levels, double reach);

/* Largest group that hangs together / nodes left, when the top `removed` levels (1 or
 * more, below levels) are gone. */
double spenn_tree_connected(double span, double levels, double removed);

#endif
