/* SPDX-License-Identifier: MIT
 * Measures at rest: columns computed from the graph alone, and findings, rules over them.
 * Tree measures take one pass over the parent column; igraph does what is not a tree. */
#ifndef SPENN_MEASURE_H
#define SPENN_MEASURE_H

#include "column.h"

extern const struct spenn_measure spenn_rest_measures[];
extern const int32_t spenn_rest_measure_count;

/* The row with this id, or NULL. */
const struct spenn_measure *spenn_rest_measure(const char *id);

/* What the sources found and the measure with this id cannot see, or NULL. */
const char *spenn_measure_caveat(const char *measure, bool norwegian);

/* Fills results with every row of one measure, or of all when `only` is NULL. */
bool spenn_measure_fill(const struct spenn_model *m, const struct spenn_measure *only,
    struct spenn_arena *memory, struct spenn_results *results, struct spenn_error *err);

enum spenn_severity { SPENN_NOTE, SPENN_WARNING, SPENN_ERROR };

struct spenn_search; /* finding.h */

struct spenn_finding_rule {
    const char *id;
    const char *source;  /* claims and document */
    const char *counter; /* the claim that says otherwise, or "" */
    const char *title_nb, *title_en;
    void (*find)(struct spenn_search *search);
    int32_t severity; /* enum spenn_severity, where the rule says no other */
};
extern const struct spenn_finding_rule spenn_finding_rules[];
extern const int32_t spenn_finding_rule_count;

struct spenn_findings {
    int32_t count, room;
    int32_t *rule; /* row of spenn_finding_rules */
    int32_t *severity;
    const char **subject; /* id */
    const char **reason;  /* a sentence with the numbers */
    struct spenn_where *at;
    struct spenn_arena memory;
};

enum { spenn_span_limit = 16 }; /* direct reports that are not yet a wide span (C180) */

struct spenn_finding_limits { /* {0} takes the defaults */
    double span;              /* direct reports above which span-too-wide fires */
    double least, most; /* FTE outside which unit-outside-norm fires; default 20, 30 */
};

bool spenn_findings_fill(const struct spenn_model *m,
    const struct spenn_finding_limits *limits, struct spenn_findings *findings,
    struct spenn_error *err);
void spenn_findings_free(struct spenn_findings *findings);

#endif
