/* SPDX-License-Identifier: MIT */
#include "cli.h"
#include "exchange_rows.h"
#include "measure.h"
#include "measure_rows.h"
#include "text.h"

#include <getopt.h>

const char spenn_usage_measure[] =
    "Usage: spenn measure MODEL [--measure ID]...\n"
    "       spenn measure MODEL --congestion [--add-links N]\n"
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
    "  --congestion        who passes on most of everybody's messages, and what holds\n"
    "                      together without them (docs/congestion.md)\n"
    "  --xi X              how near recipients are, beside anybody (1)\n"
    "  --remove N          list and remove so many (5)\n"
    "  --add-links N       what so many more links buy, by where they go\n"
    "  --draws N           of drawn links (20), --seed N (1)\n"
    "\n"
    "Example: spenn measure models/directorates/toll.yaml --measure span --format=csv\n";

enum { most_measures = 64 };

struct measure_options {
    struct spenn_cli_common common;
    const char *model;
    const char *only[most_measures];
    int32_t only_count;
    struct spenn_exchange_query query;
};

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
            spenn_cli_print_caveats(&results);
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

/* False after a complaint. */
static bool take_option(
    const struct spenn_command *self, int letter, struct measure_options *o)
{
    if (letter != 'm') {
        return spenn_exchange_option(self, &o->query, letter, optarg);
    }
    if (!spenn_rest_measure(optarg)) {
        (void)unknown_measure(self, optarg);
        return false;
    }
    if (o->only_count == most_measures) {
        (void)spenn_cli_usage(self, "too many measures");
        return false;
    }
    o->only[o->only_count++] = optarg;
    return true;
}

int spenn_cmd_measure(const struct spenn_command *self, int argc, char **argv)
{
    static const struct option options[] = {{"measure", required_argument, NULL, 'm'},
        {"congestion", no_argument, NULL, 'c'}, {"xi", required_argument, NULL, 'x'},
        {"remove", required_argument, NULL, '0'},
        {"add-links", required_argument, NULL, '1'},
        {"draws", required_argument, NULL, '2'}, {"seed", required_argument, NULL, 'S'},
        SPENN_CLI_COMMON};
    struct measure_options o = {
        .query = {.reach = spenn_usual_reach, .remove = -1, .draws = 20, .seed = 1}};
    int letter;
    while ((letter = spenn_cli_option(self, argc, argv, options, &o.common)) >= 0) {
        if (!take_option(self, letter, &o)) {
            return SPENN_EXIT_USAGE;
        }
    }
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    if (optind != argc - 1) {
        return spenn_cli_usage(self, "name one model file");
    }
    if (o.query.asked ? o.only_count > 0 : o.query.options > 0) {
        return spenn_cli_usage(self, "its options go with --congestion, not --measure");
    }
    o.model = argv[optind];
    return o.query.asked ? spenn_exchange_work(o.model, &o.query, &o.common) : work(&o);
}
