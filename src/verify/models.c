/* SPDX-License-Identifier: MIT
 * The models of models/verify, which are compiled in, and their measures at rest. */
#include "suite.h"

#include "io.h"

#include <math.h>
#include <string.h>

static const char *text_of(const char *name)
{
    const struct spenn_verify_model *model = spenn_verify_models;
    while (model->name && strcmp(model->name, name) != 0) {
        model++;
    }
    return model->text;
}

bool spenn_verify_parse(
    const char *path, const char *text, struct spenn_model *m, struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    struct spenn_assumptions assume = {0};
    const struct spenn_value *document;
    *m = (struct spenn_model){0};
    bool ok = spenn_read_assumptions(NULL, &memory, &assume, err)
        && spenn_yaml_parse(
            &(struct spenn_file){path, text, strlen(text)}, &memory, &document, err)
        && spenn_model_build(document, &assume, NULL, m, err);
    spenn_arena_free(&memory);
    return ok;
}

bool spenn_verify_read(const char *name, struct spenn_model *m, struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    const char *path = spenn_arena_format(&memory, "models/verify/%s.yaml", name);
    const char *text = text_of(name);
    *m = (struct spenn_model){0};
    bool ok = text
        ? spenn_verify_parse(path, text, m, err)
        : spenn_fail(err, (struct spenn_where){.file = path}, "is not compiled in");
    spenn_arena_free(&memory);
    return ok;
}

double spenn_verify_measure(const struct spenn_model *m, const char *measure,
    const char *subject, struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    struct spenn_results results = {0};
    int32_t row = -1;
    if (spenn_measure_fill(m, spenn_rest_measure(measure), &memory, &results, err)) {
        row = spenn_results_find(&results, measure, subject);
    }
    double value = row >= 0 ? results.value[row] : NAN;
    spenn_arena_free(&memory);
    return value;
}

bool spenn_verify_rest_run(const struct spenn_verify_suite *suite,
    struct spenn_verification *verification, struct spenn_error *err)
{
    bool ok = true;
    for (int32_t i = 0; ok && i < suite->rests; i++) {
        const struct spenn_verify_rest *rest = &suite->rest[i];
        struct spenn_verify_row *row =
            spenn_verify_add(verification, suite->group, rest->name);
        struct spenn_model m = {0};
        ok = spenn_verify_read(rest->model, &m, err);
        row->observed =
            ok ? spenn_verify_measure(&m, rest->measure, rest->subject, err) : NAN;
        spenn_model_free(&m);
        row->expected = rest->expected;
        row->error = fabs(row->observed - row->expected);
        row->tolerance = rest->tolerance;
        row->source = rest->source;
        row->passed = row->error < row->tolerance;
    }
    return ok;
}
