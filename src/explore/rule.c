/* SPDX-License-Identifier: MIT */
#include "rule_parts.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <math.h>

enum { few_points = 20, few_alike = 5, least_points = 5 };
static const double least_share = 0.05, least_phi = 0.3, most_p = 0.01;
const double spenn_rule_price = 0.02;

double spenn_rule_phi(const struct spenn_rule_tally *t)
{
    double n = t->points, so = t->so, told = t->told;
    double under = told * (n - told) * so * (n - so);
    return under > 0 ? (n * t->right - told * so) / sqrt(under) : 0;
}

double spenn_rule_cut(double low, double high)
{
    double middle = low + (high - low) / 2;
    return middle > low ? middle : high;
}

static bool holds(const struct spenn_condition *condition, double x)
{
    return (x >= condition->cut) == condition->above;
}

bool spenn_condition_holds(const struct spenn_rule_view *view,
    const struct spenn_condition *condition, int32_t row)
{
    size_t column = (size_t)condition->input * (size_t)view->points;
    return holds(condition, view->x[column + (size_t)row]);
}

/* x of input i is at x[i * step]. */
static bool says(const struct spenn_rule *rule, const double *x, size_t step)
{
    for (int32_t b = 0; b < rule->boxes; b++) {
        const struct spenn_box *box = &rule->box[b];
        int32_t c = 0;
        while (c < box->count
            && holds(&box->condition[c], x[(size_t)box->condition[c].input * step])) {
            c++;
        }
        if (c == box->count) {
            return !rule->unless;
        }
    }
    return rule->unless;
}

bool spenn_rule_says(const struct spenn_rule *rule, const double *x)
{
    return says(rule, x, 1);
}

static void count(struct spenn_rule_tally *tally, bool so, bool told)
{
    tally->points++;
    tally->so += so;
    tally->told += told;
    tally->right += so && told;
}

double spenn_rule_worth(const struct spenn_rule_view *view, const struct spenn_rule *rule)
{
    struct spenn_rule_tally tally = {0};
    int32_t conditions = 0;
    for (int32_t row = 0; row < view->points; row++) {
        bool told = says(rule, view->x + row, (size_t)view->points);
        count(&tally, view->so[row], told);
    }
    for (int32_t b = 0; b < rule->boxes; b++) {
        conditions += rule->box[b].count;
    }
    return spenn_rule_phi(&tally) - spenn_rule_price * conditions;
}

static struct spenn_rule_score score(
    const struct spenn_rule *rule, const struct spenn_rule_points *points)
{
    struct spenn_rule_tally t = {0};
    for (int32_t i = 0; i < points->points; i++) {
        if (points->fact[i] >= 0) {
            const double *x = points->x + (size_t)i * (size_t)points->stride;
            count(&t, points->fact[i] > 0, rule->boxes > 0 && says(rule, x, 1));
        }
    }
    struct spenn_rule_score score = {t.points, t.so, t.told, t.right, NAN, NAN, NAN,
        rule->boxes > 0 ? spenn_rule_phi(&t) : NAN, NAN};
    score.base = t.points > 0 ? (double)t.so / t.points : NAN;
    if (rule->boxes > 0) {
        score.coverage = t.so > 0 ? (double)t.right / t.so : NAN;
        score.density = t.told > 0 ? (double)t.right / t.told : NAN;
        score.p = t.right == 0
            ? 1
            : gsl_cdf_hypergeometric_Q((unsigned)t.right - 1, (unsigned)t.so,
                (unsigned)(t.points - t.so), (unsigned)t.told);
    }
    return score;
}

static void sort_column(struct spenn_rule_view *view, const double *x, int32_t *order,
    struct spenn_arena *memory)
{
    size_t n = (size_t)view->points;
    size_t *sorted = spenn_arena_alloc(memory, n, sizeof *sorted);
    gsl_sort_index(sorted, x, 1, n);
    for (size_t j = 0; j < n; j++) {
        order[j] = (int32_t)sorted[j];
    }
}

/* Points with a fact, by column. */
static struct spenn_rule_view view_of(
    const struct spenn_rule_points *points, struct spenn_arena *memory)
{
    size_t k = (size_t)points->inputs, most = (size_t)points->points, n = 0;
    int32_t *used = spenn_arena_alloc(memory, most, sizeof *used);
    for (int32_t i = 0; i < points->points; i++) {
        used[n] = i;
        n += points->fact[i] >= 0;
    }
    double *x = spenn_arena_alloc(memory, k, n * sizeof *x);
    int32_t *order = spenn_arena_alloc(memory, k, n * sizeof *order);
    bool *so = spenn_arena_alloc(memory, n, sizeof *so);
    struct spenn_rule_view view = {(int32_t)n, points->inputs, x, order, so, 0};
    for (size_t j = 0; j < n; j++) {
        const double *row = points->x + (size_t)used[j] * (size_t)points->stride;
        so[j] = points->fact[used[j]] > 0;
        for (size_t i = 0; i < k; i++) {
            x[i * n + j] = row[i];
        }
    }
    for (size_t i = 0; i < k; i++) {
        sort_column(&view, x + i * n, order + i * n, memory);
    }
    view.least = (int32_t)ceil(least_share * (double)n);
    view.least = view.least < least_points ? least_points : view.least;
    return view;
}

static void better(const struct spenn_rule_view *view, const struct spenn_rule *candidate,
    struct spenn_rule *best)
{
    if (candidate->boxes > 0
        && (best->boxes == 0
            || spenn_rule_worth(view, candidate) > spenn_rule_worth(view, best))) {
        *best = *candidate;
    }
}

/* The verdict's own box first, then "unless", then the tree: the first of equals wins. */
static void search(const struct spenn_rule_points *learn, struct spenn_rule *best)
{
    struct spenn_arena memory = {0};
    struct spenn_rule_view view = view_of(learn, &memory), opposite = view;
    bool *not_so = spenn_arena_alloc(&memory, (size_t)view.points, sizeof *not_so);
    for (int32_t row = 0; row < view.points; row++) {
        not_so[row] = !view.so[row];
    }
    opposite.so = not_so;
    struct spenn_rule candidate;
    spenn_rule_prim(&view, &candidate);
    better(&view, &candidate, best);
    spenn_rule_prim(&opposite, &candidate);
    candidate.unless = true;
    better(&view, &candidate, best);
    spenn_rule_tree(&view, &candidate);
    better(&view, &candidate, best);
    spenn_arena_free(&memory);
}

/* What the numbers of points alone say. */
static enum spenn_rule_state state_of(const struct spenn_rule_score *score)
{
    if (score->points < few_points) {
        return SPENN_RULE_FEW;
    }
    bool same = score->so < few_alike || score->points - score->so < few_alike;
    return same ? SPENN_RULE_SAME : SPENN_RULE_FOUND;
}

void spenn_rule_find(const struct spenn_rule_points *learn,
    const struct spenn_rule_points *test, struct spenn_rule *rule)
{
    *rule = (struct spenn_rule){0};
    rule->found = score(rule, learn);
    rule->held = score(rule, test);
    enum spenn_rule_state seen = state_of(&rule->found), unseen = state_of(&rule->held);
    rule->state = unseen > seen ? unseen : seen;
    if (rule->state != SPENN_RULE_FOUND) {
        return;
    }
    search(learn, rule);
    rule->found = score(rule, learn);
    rule->held = score(rule, test);
    rule->state = SPENN_RULE_FOUND;
    if (!(rule->held.phi >= least_phi && rule->held.p <= most_p)) {
        rule->state = SPENN_RULE_NONE;
        rule->boxes = 0;
    }
}
