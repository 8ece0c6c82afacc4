/* SPDX-License-Identifier: MIT */
#include "cli.h"
#include "diff.h"

#include <getopt.h>

const char spenn_usage_diff[] =
    "Usage: spenn diff A B\n"
    "What differs between two models: new, abolished, merged, split, moved, renamed,\n"
    "joined, left, opened, closed, changed.\n"
    "\n"
    "  --format=FORMAT     text (default), csv or json\n"
    "  --assumptions FILE  instead of the assumptions compiled in\n"
    "  -o FILE, --force    write there; overwrite it\n"
    "\n"
    "Example: spenn diff models/archetypes/model-1.yaml models/archetypes/model-2.yaml\n";

static int print(const struct spenn_diff *diff, const struct spenn_cli_common *common)
{
    static const char *const titles[] = {"change", "subject", "what", "before", "after"};
    struct spenn_sheet sheet = {.columns = 5, .title = titles};
    for (int32_t i = 0; i < diff->count; i++) {
        const char **cell = spenn_sheet_add(&sheet);
        cell[0] = spenn_difference_names[diff->kind[i]];
        cell[1] = diff->subject[i];
        cell[2] = diff->what[i];
        cell[3] = diff->before[i];
        cell[4] = diff->after[i];
    }
    int status = SPENN_EXIT_OK;
    if (diff->count || common->format != SPENN_TEXT) {
        status = spenn_cli_print(&sheet, common);
    } else if (!common->quiet) {
        (void)fputs("no difference\n", stderr);
    }
    spenn_sheet_free(&sheet);
    return status;
}

int spenn_cmd_diff(const struct spenn_command *self, int argc, char **argv)
{
    static const struct option options[] = {SPENN_CLI_COMMON};
    struct spenn_cli_common common = {0};
    int letter = spenn_cli_option(self, argc, argv, options, &common);
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    if (optind != argc - 2) {
        return spenn_cli_usage(self, "name two model files");
    }
    struct spenn_error err = {0};
    struct spenn_model a = {0}, b = {0};
    struct spenn_diff diff = {0};
    bool ok = spenn_cli_model(argv[optind], common.assumptions, &a, &err);
    ok = spenn_cli_model(argv[optind + 1], common.assumptions, &b, &err) && ok;
    int status = spenn_cli_finish(ok, &err);
    if (ok) {
        spenn_models_diff(&a, &b, &diff);
        status = print(&diff, &common);
    }
    spenn_diff_free(&diff);
    spenn_model_free(&b);
    spenn_model_free(&a);
    return status;
}
