/* SPDX-License-Identifier: MIT
 * Shards of an exploration put together. */
#include "explore_files.h"
#include "text.h"

#include <getopt.h>

const char spenn_usage_merge[] =
    "Usage: spenn merge DIR... --out DIR\n"
    "Puts the shards of an exploration together: the same files as one run, to the\n"
    "byte. Says which shards are missing and how to make them. Scenario, model and\n"
    "assumptions are read again from where the first shard had them.\n"
    "\n"
    "  --out DIR           where to; made when it is not there\n"
    "  --fresh             forget what that DIR holds of an earlier exploration\n"
    "  --lang nb|en        of text and report (default SPENN_LANG, else en)\n"
    "\n"
    "Example: spenn merge part/shard-1-of-2 part/shard-2-of-2 --out whole\n";

struct merge_options {
    struct spenn_cli_common common;
    struct spenn_explore_pieces pieces;
    const char *directory;
    bool fresh;
};

static int work(const struct merge_options *o)
{
    struct spenn_error err = {0};
    struct spenn_arena memory = {0};
    struct spenn_scenario scenario = {0};
    struct spenn_model base = {0};
    struct spenn_exploration x = {0};
    const char *path = NULL, *assumptions = NULL;

    bool ok =
        spenn_explore_look(o->pieces.directory[0], &memory, &path, &assumptions, &err)
        && spenn_read_scenario(path, &scenario, &err)
        && spenn_cli_model(scenario.model, assumptions, &base, &err);
    const struct spenn_explore_job job = {.scenario = &scenario,
        .model = &base,
        .scenario_path = path,
        .assumptions_path = assumptions,
        .directory = o->directory,
        .fresh = o->fresh};
    ok = ok && spenn_explore_merge(&job, &o->pieces, &x, &err);
    int status = spenn_cli_finish(ok, &err);
    if (ok) {
        status = spenn_explore_deliver(&x, o->directory,
            &(struct spenn_explore_inputs){path, assumptions}, o->common.lang);
    }
    spenn_exploration_free(&x);
    spenn_model_free(&base);
    spenn_scenario_free(&scenario);
    spenn_arena_free(&memory);
    return status;
}

int spenn_cmd_merge(const struct spenn_command *self, int argc, char **argv)
{
    static const struct option options[] = {{"out", required_argument, NULL, 'd'},
        {"fresh", no_argument, NULL, 'R'}, SPENN_CLI_COMMON};
    struct merge_options o = {.common.lang = spenn_text_language()};
    int letter;
    while ((letter = spenn_cli_option(self, argc, argv, options, &o.common)) >= 0) {
        o.fresh = o.fresh || letter == 'R';
        o.directory = letter == 'd' ? optarg : o.directory;
    }
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    if (optind == argc || !o.directory) {
        return spenn_cli_usage(self, "name the directories of the shards, and --out DIR");
    }
    o.pieces =
        (struct spenn_explore_pieces){(const char *const *)argv + optind, argc - optind};
    return work(&o);
}
