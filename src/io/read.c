/* SPDX-License-Identifier: MIT
 * From a path to a model, a scenario or assumptions. */
#include "file.h"

#include "text.h"

#include <string.h>

extern const char spenn_embedded_assumptions[], spenn_embedded_model_schema[],
    spenn_embedded_scenario_schema[], spenn_embedded_figure_schema[],
    spenn_embedded_surveys[];

static bool read_document(const char *path, struct spenn_arena *memory,
    const struct spenn_value **document, struct spenn_error *err)
{
    struct spenn_file file;
    return spenn_file_read(path, spenn_most_bytes, memory, &file, err)
        && spenn_yaml_parse(&file, memory, document, err);
}

bool spenn_read_assumptions(const char *path, struct spenn_arena *memory,
    struct spenn_assumptions *assume, struct spenn_error *err)
{
    const struct spenn_file own = {"assumptions compiled in", spenn_embedded_assumptions,
        strlen(spenn_embedded_assumptions)};
    struct spenn_arena scratch = {0};
    const struct spenn_value *document;
    bool ok = path ? read_document(path, &scratch, &document, err)
                   : spenn_yaml_parse(&own, &scratch, &document, err);
    ok = ok && spenn_assumptions_build(document, memory, assume, err);
    spenn_arena_free(&scratch);
    return ok;
}

bool spenn_read_surveys(
    struct spenn_arena *memory, struct spenn_value *list, struct spenn_error *err)
{
    const struct spenn_file own = {
        "surveys compiled in", spenn_embedded_surveys, strlen(spenn_embedded_surveys)};
    return spenn_csv_parse(&own, memory, list, err);
}

struct csv_context {
    const char *file; /* that names the CSV */
    struct spenn_arena *memory;
};

static bool read_rows(void *context, const struct spenn_value *path,
    struct spenn_value *list, struct spenn_error *err)
{
    struct csv_context *csv = context;
    const char *name = spenn_text_beside(csv->memory, csv->file, path->text);
    struct spenn_file file;
    if (strcmp(path->text, "-") == 0) {
        return spenn_fail(err, path->at, "'csv' must be the path of a file");
    }
    return spenn_file_read(name, spenn_most_csv_bytes, csv->memory, &file, err)
        && spenn_csv_parse(&file, csv->memory, list, err);
}

bool spenn_read_model(const char *path, const struct spenn_assumptions *assume,
    struct spenn_model *m, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    const struct spenn_value *document;
    struct csv_context csv = {path, &scratch};
    struct spenn_unit_source source = {read_rows, &csv};
    *m = (struct spenn_model){0};
    bool ok = read_document(path, &scratch, &document, err)
        && spenn_model_build(document, assume, &source, m, err);
    spenn_arena_free(&scratch);
    return ok;
}

bool spenn_read_scenario(
    const char *path, struct spenn_scenario *scenario, struct spenn_error *err)
{
    const struct spenn_value *document;
    *scenario = (struct spenn_scenario){0};
    bool ok = read_document(path, &scenario->memory, &document, err)
        && spenn_scenario_build(document, path, scenario, err);
    if (!ok) {
        spenn_scenario_free(scenario);
    }
    return ok;
}

/* The first line that is neither empty, a comment nor "---" must be the key. */
static void kind_of(const char *text, char kind[32])
{
    static const char key[] = "spenn";
    for (;;) {
        text += strspn(text, " \t\r\n{\"'");
        if (*text == '#' || strncmp(text, "---", 3) == 0) {
            text += strcspn(text, "\n");
            continue;
        }
        break;
    }
    if (strncmp(text, key, sizeof key - 1) != 0) {
        return;
    }
    text += sizeof key - 1;
    text += strspn(text, "\"' \t");
    if (*text != ':') {
        return;
    }
    text += 1 + strspn(text + 1, " \t\"'");
    size_t length = strcspn(text, " \t\r\n\"',}#");
    if (length < 32) {
        memcpy(kind, text, length);
        kind[length] = '\0';
    }
}

bool spenn_file_kind(const char *path, char kind[32], struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_file file;
    memset(kind, 0, 32);
    if (strcmp(path, "-") == 0) {
        return true;
    }
    bool ok = spenn_file_bytes(path, spenn_most_csv_bytes, &scratch, &file, err);
    if (ok) {
        kind_of(spenn_file_unmarked(&file).text, kind);
    }
    spenn_arena_free(&scratch);
    return ok;
}

const char *spenn_schema(const char *name)
{
    if (strcmp(name, "model") == 0) {
        return spenn_embedded_model_schema;
    }
    if (strcmp(name, "figure") == 0) {
        return spenn_embedded_figure_schema;
    }
    return strcmp(name, "scenario") == 0 ? spenn_embedded_scenario_schema : NULL;
}
