/* SPDX-License-Identifier: MIT
 * Messages in a full tree. */
#include "tree_flow.h"

#include "count.h"
#include "hierarchy.h"

/* Nodes; NAN outside the range. */
static double nodes(double span, double levels)
{
    bool fits = spenn_is_count(span, 2.0, 1e4) && spenn_is_count(levels, 2.0, 30.0);
    return fits ? spenn_tree_size(span, levels) : NAN;
}

double spenn_tree_root_pairs(double span, double levels)
{
    double below = nodes(span, levels) - 1.0, branch = below / span;
    return below * below - span * branch * branch;
}

static double root_load(double span, double levels, double own)
{
    double below = nodes(span, levels) - 1.0;
    return own == 0.0 || own == 1.0 ? spenn_tree_root_pairs(span, levels) / below + own
                                    : NAN;
}

double spenn_tree_threshold(double span, double levels, double own)
{
    return 1.0 / root_load(span, levels, own);
}

double spenn_tree_backlog_growth(double span, double levels, double own, double rate)
{
    double load = rate >= 0.0 ? rate * root_load(span, levels, own) : NAN;
    return load > 1.0 ? load - 1.0 : load * 0.0;
}

double spenn_tree_arenas_rate(double span, double levels)
{
    if (isnan(nodes(span, levels))) {
        return NAN;
    }
    double above = pow(span, levels - 1.0) - 1.0;
    return sqrt(span) / (span * above * above / (pow(span, levels) - 1.0) + 1.0);
}

static double weight(double up, double down, double reach)
{
    return exp(-sqrt(fmax(up * up + down * down - 2.0, 0.0)) / reach);
}

/* Weight of all below a node's superior `up` above it, on its `height` levels, but for
 * those in its own branch. */
static double weight_over(double span, int up, int height, double reach)
{
    double width = up > 0 ? span - 1.0 : span, sum = 0.0;
    for (int down = 1; down < height; down++) {
        sum += width * weight(up, down, reach);
        width *= span;
    }
    return sum;
}

double spenn_tree_root_congestion(double span, double levels, double reach)
{
    double size = nodes(span, levels), sum = 0.0;
    if (isnan(size) || !(reach > 0.0)) {
        return NAN;
    }
    for (int level = 1; level < (int)levels; level++) { /* of the source */
        int height = (int)levels - level;               /* of the tree it heads */
        double all = 0.0, over_root = 0.0;
        for (int up = 0; up <= level; up++) {
            over_root = weight_over(span, up, height + up, reach);
            all += over_root + (up > 0 ? weight(up, 0, reach) : 0.0);
        }
        sum += pow(span, level) * over_root / all;
    }
    return sum / size;
}

double spenn_tree_connected(double span, double levels, double removed)
{
    if (isnan(nodes(span, levels)) || !spenn_is_count(removed, 1.0, levels - 1.0)) {
        return NAN;
    }
    double left = spenn_tree_size(span, levels) - spenn_tree_size(span, removed);
    return spenn_tree_size(span, levels - removed) / left;
}
