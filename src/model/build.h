/* SPDX-License-Identifier: MIT
 * From a parsed document to a checked model. The keys of every section stand in tables
 * (keys.c): name, what it may hold, its column; reading, `set` and the writer use the
 * same rows, and tests hold the published schema against them. */
#ifndef SPENN_BUILD_H
#define SPENN_BUILD_H

#include "model.h"
#include "value.h"

/* Limits of size, stated in docs/model-format.md; a file beyond one is refused. */
enum {
    spenn_most_units = 2000000,
    spenn_most_rows = 10000000, /* of any other table */
    spenn_most_count = 1000000, /* of one `count:` */
    spenn_most_goals = 1000000, /* of one line */
    spenn_most_text = 40000,    /* bytes of one id or name */
};

/* Rows of `units: {csv: ...}`: io reads the file and hands each row over as a map. */
struct spenn_unit_source {
    bool (*rows)(void *context, const struct spenn_value *path, struct spenn_value *list,
        struct spenn_error *err);
    void *context;
};

/* That a document is a map whose `spenn:` says this kind and version, "model/1". */
bool spenn_version_check(
    const struct spenn_value *document, const char *kind, struct spenn_error *err);

/* Makes a model from the document of a model file. `assume` holds the values compiled in
 * or replaced by --assumptions. All problems are added to err; on false the model is
 * empty. The model passes spenn_model_check. Texts are copied: the document may go. */
bool spenn_model_build(const struct spenn_value *document,
    const struct spenn_assumptions *assume, const struct spenn_unit_source *source,
    struct spenn_model *m, struct spenn_error *err);

/* Reads an assumptions file: every id once, each with value, low, high, unit, source. */
bool spenn_assumptions_build(const struct spenn_value *document,
    struct spenn_arena *memory, struct spenn_assumptions *assume,
    struct spenn_error *err);

/* One value in the form that assumption `a` has, within its bounds. */
bool spenn_assumption_parse(
    int32_t a, const struct spenn_value *value, double *number, struct spenn_error *err);

/* Overrides single values: a map from id to value (`assume:`). `from` as in the struct.
 */
bool spenn_assumptions_override(struct spenn_assumptions *assume,
    const struct spenn_value *map, int32_t from, struct spenn_error *err);

/* What a model must be, whatever made it: one root where the form needs one, no cycle
 * (printed as a path), no self report, forums with members, limits, shares and rates in
 * range, streams that reach a unit. False and problems at the rows' places otherwise. */
bool spenn_model_check(const struct spenn_model *m, struct spenn_error *err);

#endif
