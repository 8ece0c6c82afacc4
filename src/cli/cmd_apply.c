/* SPDX-License-Identifier: MIT */
#include "cli.h"

#include <getopt.h>
#include <string.h>

const char spenn_usage_apply[] =
    "Usage: spenn apply SCENARIO [--alternative A] -o FILE\n"
    "Writes the model that an alternative's changes make, as YAML.\n"
    "\n"
    "  --alternative A     which one (needed when the scenario has several)\n"
    "  -o FILE             where to (default: standard output)\n"
    "  --force             overwrite FILE\n"
    "  --assumptions FILE  instead of the assumptions compiled in\n"
    "\n"
    "Example: spenn apply scenarios/directorates/include-regional-directors.yaml\n";

/* The row of the alternative wanted; -2 after a complaint. */
static int32_t choose(const struct spenn_command *self,
    const struct spenn_scenario *scenario, const char *wanted)
{
    int32_t count = scenario->alternative_count;
    if (!wanted && count <= 1) {
        return count - 1;
    }
    const char *names = "";
    struct spenn_arena memory = {0};
    for (int32_t a = 0; a < count; a++) {
        if (wanted && strcmp(scenario->alternative[a].id, wanted) == 0) {
            spenn_arena_free(&memory);
            return a;
        }
        names = spenn_arena_format(
            &memory, "%s%s%s", names, a ? ", " : "", scenario->alternative[a].id);
    }
    if (wanted) {
        (void)spenn_cli_usage(self, "no alternative '%s'; there are: %s", wanted, names);
    } else {
        (void)spenn_cli_usage(self, "say which --alternative: %s", names);
    }
    spenn_arena_free(&memory);
    return -2;
}

static int work(const struct spenn_command *self, const struct spenn_cli_common *common,
    const char *file, const char *wanted)
{
    struct spenn_error err = {0};
    struct spenn_scenario scenario = {0};
    struct spenn_model base = {0}, changed = {0};
    FILE *out = NULL;
    int status = SPENN_EXIT_USAGE;
    bool ok = spenn_read_scenario(file, &scenario, &err);
    int32_t a = ok ? choose(self, &scenario, wanted) : -1;
    if (a != -2) {
        ok = ok && spenn_cli_model(scenario.model, common->assumptions, &base, &err)
            && spenn_scenario_apply(&base, &scenario, a, &changed, &err);
        status = spenn_cli_finish(ok, &err);
        if (ok) {
            ok = spenn_cli_open(common->output, common->force, &out)
                && spenn_write_model(&changed, out)
                && spenn_cli_close(out, common->output);
            status = ok ? SPENN_EXIT_OK : SPENN_EXIT_FAILED;
        }
    }
    spenn_model_free(&changed);
    spenn_model_free(&base);
    spenn_scenario_free(&scenario);
    return status;
}

int spenn_cmd_apply(const struct spenn_command *self, int argc, char **argv)
{
    static const struct option options[] = {
        {"alternative", required_argument, NULL, 'a'}, SPENN_CLI_COMMON};
    struct spenn_cli_common common = {0};
    const char *wanted = NULL;
    int letter;
    while ((letter = spenn_cli_option(self, argc, argv, options, &common)) >= 0) {
        wanted = optarg;
    }
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    if (optind != argc - 1) {
        return spenn_cli_usage(self, "name one scenario file");
    }
    return work(self, &common, argv[optind], wanted);
}
