/* SPDX-License-Identifier: MIT
 * What the rules share: one function a rule looks at the model and adds what it finds.
 * Its row in finding.c names it; the files finding_*.c hold one family each. Used only
 * inside this module. */
#ifndef SPENN_FINDING_H
#define SPENN_FINDING_H

#include "measure.h"
#include "rest.h"

struct spenn_search {
    struct spenn_rest *rest;
    const struct spenn_finding_limits *limits; /* defaults filled in */
    int32_t rule;                              /* whose turn it is */
    struct spenn_findings *found;
};

/* Adds a finding of the rule whose turn it is, as severe as its row says. Findings
 * outlive the model: format the reason in the memory of `found`. */
void spenn_found_unit(struct spenn_search *s, spenn_id u, const char *reason);
void spenn_found_forum(struct spenn_search *s, spenn_id f, const char *reason);
void spenn_found_task(struct spenn_search *s, spenn_id t, const char *reason);
/* What was found last is of this severity, whatever the rule's row says. */
void spenn_found_is(struct spenn_search *s, int32_t severity);

void spenn_found(struct spenn_search *s, const char *subject, struct spenn_where at,
    const char *reason);

/* One function a rule. */
void spenn_find_large_groups(struct spenn_search *s);
void spenn_find_majorities(struct spenn_search *s);
void spenn_find_wide_spans(struct spenn_search *s);
void spenn_find_double_lines(struct spenn_search *s);
void spenn_find_many_goals(struct spenn_search *s);
void spenn_find_uncoupled(struct spenn_search *s);
void spenn_find_peer_command(struct spenn_search *s);
void spenn_find_inner_circles(struct spenn_search *s);
void spenn_find_single_cases(struct spenn_search *s);
void spenn_find_isolated_staff(struct spenn_search *s);
void spenn_find_teams_by_chance(struct spenn_search *s);
void spenn_find_uncovered(struct spenn_search *s);
void spenn_find_outside_norm(struct spenn_search *s);
void spenn_find_overloaded(struct spenn_search *s);
void spenn_find_matrix(struct spenn_search *s);
void spenn_find_uncovered_cells(struct spenn_search *s);
void spenn_find_primary_roles(struct spenn_search *s);
void spenn_find_unsettled_ambition(struct spenn_search *s);
void spenn_find_weak_instruments(struct spenn_search *s);
void spenn_find_wicked_aims(struct spenn_search *s);
void spenn_find_unanchored(struct spenn_search *s);
void spenn_find_one_mechanism(struct spenn_search *s);
void spenn_find_own_weight(struct spenn_search *s);
void spenn_find_weak_leads(struct spenn_search *s);
void spenn_find_skipped_steps(struct spenn_search *s);
void spenn_find_fading_ownership(struct spenn_search *s);
void spenn_find_tied_agencies(struct spenn_search *s);
void spenn_find_parallel_lines(struct spenn_search *s);
void spenn_find_idle_keys(struct spenn_search *s);
void spenn_find_absent_parties(struct spenn_search *s);

#endif
