/* SPDX-License-Identifier: MIT
 * Models from a few lines of text, through the real reader, for the tests of every
 * module. Problems of a text that should be fine are printed and fail the test. */
#ifndef TINY_H
#define TINY_H

#include "io.h"

#include <string.h>

/* A text made of lines: the head every model needs, then `body`, which begins with the
 * sections ("units:\n  - {id: a, kind: team}\n"). */
#define TINY(body) "spenn: model/1\nid: tiny\n" body

/* The assumptions compiled in; their texts live as long as `memory`. */
static inline struct spenn_assumptions tiny_assumptions(struct spenn_arena *memory)
{
    struct spenn_assumptions assume = {0};
    struct spenn_error err = {0};
    if (!spenn_read_assumptions(NULL, memory, &assume, &err)) {
        spenn_error_print(&err, stderr);
        fail_msg("the assumptions compiled in are wrong");
    }
    spenn_error_free(&err);
    return assume;
}

/* Builds a model of the text; false and problems in err when it is not valid. */
static inline bool tiny_build(
    const char *text, struct spenn_model *m, struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    struct spenn_assumptions assume = tiny_assumptions(&memory);
    const struct spenn_value *document;
    *m = (struct spenn_model){0};
    bool ok = spenn_yaml_parse(&(struct spenn_file){"tiny.yaml", text, strlen(text)},
                  &memory, &document, err)
        && spenn_model_build(document, &assume, NULL, m, err);
    spenn_arena_free(&memory);
    return ok;
}

/* The model of a text that must be valid. The caller frees it. */
static inline void tiny_model(const char *text, struct spenn_model *m)
{
    struct spenn_error err = {0};
    if (!tiny_build(text, m, &err)) {
        spenn_error_print(&err, stderr);
        fail_msg("the text is no valid model:\n%s", text);
    }
    spenn_error_free(&err);
}

/* All problems of a text that must not be valid, one a line, into `problems`. */
static inline void tiny_problems(const char *text, char *problems, size_t size)
{
    struct spenn_model m;
    struct spenn_error err = {0};
    bool ok = tiny_build(text, &m, &err);
    FILE *out = fmemopen(problems, size, "w");
    spenn_error_print(&err, out);
    (void)fclose(out);
    problems[size - 1] = '\0';
    spenn_error_free(&err);
    spenn_model_free(&m);
    if (ok) {
        fail_msg("the text is a valid model but should not be:\n%s", text);
    }
}

/* A parsed document in `memory`, for tests of changes, selectors and scenarios. */
static inline const struct spenn_value *tiny_value(
    const char *text, struct spenn_arena *memory)
{
    struct spenn_error err = {0};
    const struct spenn_value *document = NULL;
    if (!spenn_yaml_parse(&(struct spenn_file){"tiny.yaml", text, strlen(text)}, memory,
            &document, &err)) {
        spenn_error_print(&err, stderr);
        fail_msg("the text is no YAML:\n%s", text);
    }
    spenn_error_free(&err);
    return document;
}

/* The row with this id; the test fails without one. */
static inline spenn_id tiny_unit(const struct spenn_model *m, const char *id)
{
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (strcmp(m->units.id[u], id) == 0) {
            return u;
        }
    }
    fail_msg("no unit '%s'", id);
    return SPENN_NONE;
}

#endif
