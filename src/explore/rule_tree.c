/* SPDX-License-Identifier: MIT
 * A classification tree grown best first: the cut that takes most Gini impurity away,
 * three times. After each, its leaves are called so from the highest share downwards, as
 * many as tell most; leaves of one cut that say the same become one; what is left is read
 * as a union of boxes, and conditions that change nothing are left out. */
#include "rule_parts.h"

#include <math.h>

enum { most_cuts = 3, most_depth = 3, most_nodes = 2 * most_cuts + 1 };

struct node {
    bool leaf;
    int32_t depth, up; /* up: the node above, -1 */
    int32_t count, so;
    struct spenn_condition cut; /* of an inner node: its second part has x >= cut */
    int32_t first;              /* of an inner node: its parts are first and first + 1 */
    bool says;                  /* of a leaf */
};

struct tree {
    const struct spenn_rule_view *view;
    struct node node[most_nodes];
    int32_t nodes;
    int32_t *at; /* [points]: each row's leaf */
};

struct split {
    int32_t leaf, input;
    double cut, gain;
};

/* Gini impurity of a group, times its size. */
static double impurity(double count, double so)
{
    return count > 0 ? 2 * so * (count - so) / count : 0;
}

static void consider(
    const struct tree *tree, int32_t leaf, int32_t input, struct split *best)
{
    const struct spenn_rule_view *view = tree->view;
    const struct node *all = &tree->node[leaf];
    size_t column = (size_t)input * (size_t)view->points;
    int32_t count = 0, so = 0;
    double last = NAN;
    for (int32_t j = 0; j < view->points && all->count - count >= view->least; j++) {
        int32_t row = view->order[column + (size_t)j];
        if (tree->at[row] != leaf) {
            continue;
        }
        double x = view->x[column + (size_t)row];
        double gain = impurity(all->count, all->so) - impurity(count, so)
            - impurity(all->count - count, all->so - so);
        if (count >= view->least && x != last && gain > best->gain) {
            *best = (struct split){leaf, input, spenn_rule_cut(last, x), gain};
        }
        last = x;
        count++;
        so += view->so[row];
    }
}

static bool grow(struct tree *tree)
{
    struct split best = {.gain = 1e-9};
    for (int32_t leaf = 0; leaf < tree->nodes; leaf++) {
        bool open = tree->node[leaf].leaf && tree->node[leaf].depth < most_depth;
        for (int32_t i = 0; open && i < tree->view->inputs; i++) {
            consider(tree, leaf, i, &best);
        }
    }
    if (!(best.gain > 1e-9)) {
        return false;
    }
    struct node *above = &tree->node[best.leaf];
    above->leaf = false;
    above->first = tree->nodes;
    above->cut = (struct spenn_condition){best.input, true, best.cut};
    struct node part = {.leaf = true, .depth = above->depth + 1, .up = best.leaf};
    tree->node[tree->nodes++] = part;
    tree->node[tree->nodes++] = part;
    for (int32_t row = 0; row < tree->view->points; row++) {
        if (tree->at[row] == best.leaf) {
            bool second = spenn_condition_holds(tree->view, &above->cut, row);
            struct node *leaf = &tree->node[above->first + second];
            tree->at[row] = above->first + second;
            leaf->count++;
            leaf->so += tree->view->so[row];
        }
    }
    return true;
}

/* The unlabelled leaf with the highest share, or -1. */
static int32_t next_leaf(const struct tree *tree)
{
    int32_t best = -1;
    for (int32_t i = 0; i < tree->nodes; i++) {
        const struct node *node = &tree->node[i];
        if (!node->leaf || node->says) {
            continue;
        }
        const struct node *other = best < 0 ? NULL : &tree->node[best];
        if (!other
            || (int64_t)node->so * other->count > (int64_t)other->so * node->count) {
            best = i;
        }
    }
    return best;
}

/* Calls leaves so; the labels are those that told most. */
static void label(struct tree *tree)
{
    struct spenn_rule_tally t = {tree->view->points, tree->node[0].so, 0, 0};
    int32_t order[most_nodes], count = 0, taken = 0;
    double best = 0;
    for (int32_t leaf = next_leaf(tree); leaf >= 0; leaf = next_leaf(tree)) {
        tree->node[leaf].says = true;
        order[count++] = leaf;
        t.told += tree->node[leaf].count;
        t.right += tree->node[leaf].so;
        double phi = spenn_rule_phi(&t);
        taken = phi > best ? count : taken;
        best = fmax(phi, best);
    }
    for (int32_t i = taken; i < count; i++) {
        tree->node[order[i]].says = false;
    }
}

/* Two leaves of one cut that say the same are one. Parts come after what they are of. */
static void merge_alike(struct tree *tree)
{
    for (int32_t i = tree->nodes - 1; i >= 0; i--) {
        struct node *node = &tree->node[i];
        const struct node *part = node->leaf ? NULL : &tree->node[node->first];
        if (part && part[0].leaf && part[1].leaf && part[0].says == part[1].says) {
            node->leaf = true;
            node->says = part[0].says;
        }
    }
}

/* A deeper cut of the same side of the same input is the narrower one. */
static void narrow(struct spenn_box *box, struct spenn_condition condition)
{
    for (int32_t c = 0; c < box->count; c++) {
        if (box->condition[c].input == condition.input
            && box->condition[c].above == condition.above) {
            return;
        }
    }
    box->condition[box->count++] = condition;
}

static struct spenn_box box_of(const struct tree *tree, int32_t leaf)
{
    struct spenn_box box = {0};
    for (int32_t i = leaf; tree->node[i].up >= 0; i = tree->node[i].up) {
        const struct node *above = &tree->node[tree->node[i].up];
        struct spenn_condition condition = above->cut;
        condition.above = i != above->first;
        narrow(&box, condition); /* from the leaf upwards: the narrowest comes first */
    }
    return box;
}

/* The leaves that are not inside of a leaf made by merging. */
static bool stands(const struct tree *tree, int32_t leaf)
{
    bool hidden = !tree->node[leaf].leaf;
    for (int32_t i = tree->node[leaf].up; i >= 0; i = tree->node[i].up) {
        hidden = hidden || tree->node[i].leaf;
    }
    return !hidden;
}

/* Boxes of the leaves that say `so`; one box of the others is "unless". */
static struct spenn_rule read_boxes(const struct tree *tree)
{
    struct spenn_rule rule = {0};
    int32_t count[2] = {0, 0};
    for (int32_t i = 0; i < tree->nodes; i++) {
        count[tree->node[i].says] += stands(tree, i);
    }
    rule.unless = count[0] == 1 && count[1] > 1;
    if (count[0] == 0 || count[1] == 0) {
        return rule;
    }
    for (int32_t i = 0; i < tree->nodes; i++) {
        if (stands(tree, i) && tree->node[i].says != rule.unless) {
            rule.box[rule.boxes++] = box_of(tree, i);
        }
    }
    return rule;
}

static void drop(struct spenn_box *box, int32_t condition)
{
    box->count--;
    for (int32_t c = condition; c < box->count; c++) {
        box->condition[c] = box->condition[c + 1];
    }
}

/* Leaves out the conditions of one box that are not worth their price; it keeps one. */
static void shorten(
    const struct spenn_rule_view *view, struct spenn_rule *rule, int32_t of)
{
    double worth = spenn_rule_worth(view, rule);
    for (int32_t c = rule->box[of].count - 1; c >= 0 && rule->box[of].count > 1; c--) {
        struct spenn_rule shorter = *rule;
        drop(&shorter.box[of], c);
        double now = spenn_rule_worth(view, &shorter);
        if (now > worth) {
            *rule = shorter;
            worth = now;
        }
    }
}

void spenn_rule_tree(const struct spenn_rule_view *view, struct spenn_rule *best)
{
    struct spenn_arena memory = {0};
    struct tree tree = {.view = view, .nodes = 1};
    tree.node[0] = (struct node){.leaf = true, .up = -1, .count = view->points};
    tree.at = spenn_arena_alloc(&memory, (size_t)view->points, sizeof *tree.at);
    for (int32_t row = 0; row < view->points; row++) {
        tree.node[0].so += view->so[row];
    }
    double most = 0;
    *best = (struct spenn_rule){0};
    for (int32_t cuts = 0; cuts < most_cuts && grow(&tree); cuts++) {
        struct tree labelled = tree;
        label(&labelled);
        merge_alike(&labelled);
        struct spenn_rule rule = read_boxes(&labelled);
        for (int32_t b = 0; b < rule.boxes; b++) {
            shorten(view, &rule, b);
        }
        double worth = rule.boxes > 0 ? spenn_rule_worth(view, &rule) : 0;
        if (worth > most) {
            *best = rule;
            most = worth;
        }
    }
    spenn_arena_free(&memory);
}
