/* SPDX-License-Identifier: MIT
 * One function a measure: it fills one value a unit, a forum, a task, or the whole, as
 * its row in measure.c says. Used only inside this module. */
#ifndef SPENN_FILLS_H
#define SPENN_FILLS_H

#include "fail.h"

struct spenn_rest;

/* False only when the graph library fails. */
typedef bool spenn_fill(struct spenn_rest *r, double *value, struct spenn_error *err);
extern spenn_fill *const spenn_rest_fills[]; /* in the order of spenn_rest_measures */

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
bool spenn_fill_cross_path(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_contact_points(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_boundaries(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_open_boundaries(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_double_owners(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_border_partners(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_goal_load(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_work_share(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_presence(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_access_hours(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_congestion(struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_connectivity(
    struct spenn_rest *r, double *value, struct spenn_error *err);
bool spenn_fill_matrix_cells(
    struct spenn_rest *r, double *value, struct spenn_error *err);

#endif
