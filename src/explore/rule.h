/* SPDX-License-Identifier: MIT
 * A rule a person can read: at most three cuts through the space of the inputs that tell
 * where a verdict falls one way. Candidates are the boxes of PRIM (Friedman and Fisher
 * 1999, Stat. Comput. 9:123) for the verdict and for its opposite ("unless"), and
 * classification trees (Breiman et al. 1984: Gini, depth 3, 4 leaves). The criterion is
 * fixed: the correlation phi of what the rule says with what is so (Matthews 1975), less
 * 0.02 a condition, on the points it is found on. Then it is judged on points it has not
 * seen; it is given only if phi is 0.3 or more there and not by luck (p at most 0.01). */
#ifndef SPENN_RULE_H
#define SPENN_RULE_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

enum { spenn_rule_conditions = 3 };

struct spenn_rule_points {
    int32_t points, inputs;
    int32_t stride;     /* columns of x, inputs or more: the first `inputs` may be used */
    const double *x;    /* [points x stride], in the units a person reads; no NAN */
    const int8_t *fact; /* 1: so, 0: not so, below 0: left out */
};

struct spenn_condition {
    int32_t input;
    bool above; /* x >= cut, else x < cut; it lies between two points */
    double cut;
};

struct spenn_box { /* all conditions hold */
    int32_t count;
    struct spenn_condition condition[spenn_rule_conditions];
};

/* How the rule does on a set of points; a share of nothing is NAN. */
struct spenn_rule_score {
    int32_t points;  /* judged */
    int32_t so;      /* of these so */
    int32_t told;    /* of these the rule says are so: its support */
    int32_t right;   /* of those told, so */
    double base;     /* so / points: the base rate */
    double coverage; /* right / so */
    double density;  /* right / told */
    double phi;
    double p; /* chance of so many right by luck (Fisher's exact test, one-sided) */
};

enum spenn_rule_state {
    SPENN_RULE_FOUND,
    SPENN_RULE_NONE, /* no simple rule: none holds on points not seen */
    SPENN_RULE_SAME, /* nothing to tell: fewer than 5 points are so, or not so */
    SPENN_RULE_FEW   /* fewer than 20 points on either side */
};

struct spenn_rule {
    enum spenn_rule_state state;
    bool unless;   /* so but where the one box holds, else so where a box holds */
    int32_t boxes; /* 0: no rule */
    struct spenn_box box[spenn_rule_conditions];
    struct spenn_rule_score found; /* on the points it was found on */
    struct spenn_rule_score held;  /* on those it had not seen */
};

/* The rule from `learn`, judged on `test`; both have the same inputs. NONE has the scores
 * of the best candidate, if there was any, but no boxes. */
void spenn_rule_find(const struct spenn_rule_points *learn,
    const struct spenn_rule_points *test, struct spenn_rule *rule);

/* Does the rule say that a point is so? */
bool spenn_rule_says(const struct spenn_rule *rule, const double *x);

#endif
