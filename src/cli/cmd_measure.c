/* SPDX-License-Identifier: MIT */
#include "cli.h"
#include "measure.h"
#include "measure_rows.h"
#include "terminal.h"
#include "text.h"

#include <getopt.h>

const char spenn_usage_measure[] =
    "Usage: spenn measure MODEL [--measure ID]...\n"
    "Measures an organization at rest. Without --measure, text has one row for many\n"
    "units with the same number; otherwise one row a value.\n"
    "\n"
    "  --measure ID        only this measure; may be repeated (spenn measures lists "
    "them)\n"
    "  --format=FORMAT     text (default, rounded), csv (measure,subject,value) or json\n"
    "  --assumptions FILE  instead of the assumptions compiled in\n"
    "  -o FILE             write there instead of standard output\n"
    "  --force             overwrite FILE\n"
    "\n"
    "Example: spenn measure models/directorates/toll.yaml --measure span --format=csv\n";

enum { most_measures = 64 };

struct measure_options {
    struct spenn_cli_common common;
    const char *model;
    const char *only[most_measures];
    int32_t only_count;
};

/* What the sources found and these measures cannot see: once each. */
static void print_caveats(const struct spenn_results *results)
{
    struct spenn_terminal terminal = {.out = stdout, .left = results->count};
    const struct spenn_measure *last = NULL;
    for (int32_t i = 0; i < results->count; i++) {
        const char *caveat = spenn_measure_caveat(results->measure[i]->id, false);
        if (caveat && results->measure[i] != last) {
            spenn_terminal_put(&terminal, "");
            spenn_terminal_wrap(&terminal, caveat, 4);
        }
        last = results->measure[i];
    }
}

static bool fill(const struct spenn_model *m, const struct measure_options *o,
    struct spenn_results *results, struct spenn_arena *memory, struct spenn_error *err)
{
    if (!o->only_count) {
        return spenn_measure_fill(m, NULL, memory, results, err);
    }
    for (int32_t i = 0; i < o->only_count; i++) {
        const struct spenn_measure *measure = spenn_rest_measure(o->only[i]);
        if (!spenn_measure_fill(m, measure, memory, results, err)) {
            return false;
        }
    }
    return true;
}

static int work(const struct measure_options *o)
{
    static const char *const titles[] = {"measure", "subject", "value", "unit"};
    struct spenn_error err = {0};
    struct spenn_model m = {0};
    struct spenn_arena memory = {0};
    struct spenn_results results = {0};
    bool text = o->common.format == SPENN_TEXT;
    struct spenn_sheet sheet = {.columns = text ? 4 : 3, .title = titles, .numeric = 4};

    bool ok = spenn_cli_model(o->model, o->common.assumptions, &m, &err)
        && fill(&m, o, &results, &memory, &err);
    int status = spenn_cli_finish(ok, &err);
    if (ok) {
        if (text) {
            spenn_cli_read_rows(&sheet, &results, o->only_count == 0);
        } else {
            spenn_cli_exact_rows(&sheet, &results);
        }
        status = spenn_cli_print(&sheet, &o->common);
        if (text && !o->common.output) {
            print_caveats(&results);
        }
    }
    spenn_sheet_free(&sheet);
    spenn_arena_free(&memory);
    spenn_model_free(&m);
    return status;
}

static int unknown_measure(const struct spenn_command *self, const char *id)
{
    const char *names[most_measures];
    int32_t count = 0;
    while (count < spenn_rest_measure_count && count < most_measures) {
        names[count] = spenn_rest_measures[count].id;
        count++;
    }
    const char *near = spenn_text_nearest(id, names, count);
    if (near) {
        return spenn_cli_usage(
            self, "unknown measure '%s'; did you mean '%s'?", id, near);
    }
    return spenn_cli_usage(self, "unknown measure '%s'; 'spenn measures' lists them", id);
}

int spenn_cmd_measure(const struct spenn_command *self, int argc, char **argv)
{
    static const struct option options[] = {
        {"measure", required_argument, NULL, 'm'}, SPENN_CLI_COMMON};
    struct measure_options o = {0};
    int letter;
    while ((letter = spenn_cli_option(self, argc, argv, options, &o.common)) >= 0) {
        if (!spenn_rest_measure(optarg)) {
            return unknown_measure(self, optarg);
        }
        if (o.only_count == most_measures) {
            return spenn_cli_usage(self, "too many measures");
        }
        o.only[o.only_count++] = optarg;
    }
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    if (optind != argc - 1) {
        return spenn_cli_usage(self, "name one model file");
    }
    o.model = argv[optind];
    return work(&o);
}
