/* SPDX-License-Identifier: MIT
 * What the measures at rest share about one model, and one function a measure: it fills
 * one value a unit, a forum, or the whole, as its row in measure.c says. Used only inside
 * this module. */
#ifndef SPENN_REST_H
#define SPENN_REST_H

#include "column.h"
#include "graph.h"
#include "nearest.h"

struct spenn_sittings { /* the forums each unit sits in, ascending */
    int32_t *first;     /* units + 1 entries */
    spenn_id *forum;
};

struct spenn_rest {
    const struct spenn_model *m;
    struct spenn_arena *memory; /* of everything here */
    unsigned over;              /* which rows are filled now: one of enum spenn_over */
    spenn_id top;               /* or SPENN_NONE */
    struct spenn_tree tree;
    struct spenn_sittings sittings;
    struct spenn_nearest *nearest; /* NULL until spenn_rest_nearest */
};

void spenn_rest_make(
    const struct spenn_model *m, struct spenn_arena *memory, struct spenn_rest *rest);

const struct spenn_nearest *spenn_rest_nearest(struct spenn_rest *rest);

struct spenn_sittings spenn_sittings_make(
    const struct spenn_model *m, struct spenn_arena *memory);

/* Whether u and v sit in a forum together. */
bool spenn_units_meet(const struct spenn_sittings *sittings, spenn_id u, spenn_id v);

/* Distinct superiors of every unit: by the line first, then by professional and
 * administrative lines in the order of the file. */
struct spenn_superiors {
    int32_t *first; /* units + 1 entries */
    spenn_id *unit;
    int32_t *kind; /* enum spenn_line_kind that made it a superior first */
};
struct spenn_superiors spenn_superiors_make(
    const struct spenn_model *m, struct spenn_arena *memory);

/* The same by some kinds of line only: a bit for each (1 << SPENN_LINE_LINE, ...). */
struct spenn_superiors spenn_superiors_by(
    const struct spenn_model *m, unsigned kinds, struct spenn_arena *memory);

/* Every unit that serves cases of a task, once, by task and then by unit. */
struct spenn_serving {
    int32_t count;
    spenn_id *task, *unit;
};
struct spenn_serving spenn_serving_make(
    const struct spenn_model *m, struct spenn_arena *memory);

int32_t spenn_forum_regions(const struct spenn_model *m, spenn_id f); /* of kind region */

/* One function a measure; false only when the graph library fails. */
bool spenn_fill_span(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_span_line(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_graicunas(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_manager_share(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_span_band(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_layer(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_layers(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_below(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_size(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_superiors(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_betweenness(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_articulation(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_connectedness(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_hierarchy(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_efficiency(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_least_bound(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_reaching(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_group_size(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_regional_share(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_leadership(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_contact(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_reach(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_nearest(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_nearest_same(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_nearest_cross(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_peer_command(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_duplication(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_separation(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_modularity(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_congruence(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_cooperation(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_overlap(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_informal(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_settles(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_senders(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_clarity(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_critical_mass(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_sector_contacts(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_dual_roles(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_travel_hours(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_cost(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_total_cost(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_coverage(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_gap(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_presence(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_access_hours(
    struct spenn_rest *r, double *value, struct spenn_error *err);

#endif
