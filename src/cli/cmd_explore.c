/* SPDX-License-Identifier: MIT
 * What an answer hangs on. */
#include "explore_files.h"
#include "explore_find.h"
#include "explore_options.h"

const char spenn_usage_explore[] =
    "Usage: spenn explore SCENARIO\n"
    "Varies every assumption with a range, and what the scenario's 'vary' names, and\n"
    "says how often each expectation holds and what decides it. Leaves report and\n"
    "tables in out/<scenario id>/explore/. Ctrl-C or a crash loses nothing: the same\n"
    "command goes on.\n"
    "\n"
    "  --effort E          shares: no indices; quick, default or thorough\n"
    "  --points N          points of each of two samples, instead of the effort's\n"
    "  --replications R    of every alternative at a point (default 8)\n"
    "  --seed S            instead of the scenario's\n"
    "  --jobs N            threads (default: processors); results do not depend on it\n"
    "  --shard i/n         only this part, for one of n machines; see 'spenn merge'\n"
    "  --out DIR           where to instead\n"
    "  --fresh             forget what DIR holds of an earlier exploration\n"
    "  --find \"X where MEASURE[/SUBJECT] < VALUE\"\n"
    "                      from which X on the condition holds; leaves no files\n"
    "  --lang nb|en        of text and report (default SPENN_LANG, else en)\n"
    "  --assumptions FILE  instead of the assumptions compiled in\n"
    "  -q, --quiet         no progress\n"
    "\n"
    "Example: spenn explore scenarios/municipalities/stord-98.yaml --effort quick\n";

static const char *directory_of(const struct spenn_explore_command *o,
    const struct spenn_scenario *scenario, struct spenn_arena *memory)
{
    const struct spenn_explore_options *e = &o->explore;
    if (o->directory) {
        return o->directory;
    }
    const char *whole = spenn_arena_format(memory, "out/%s/explore", scenario->id);
    return e->shards == 1
        ? whole
        : spenn_arena_format(memory, "%s/shard-%d-of-%d", whole, e->shard, e->shards);
}

static int work(const struct spenn_explore_command *o)
{
    struct spenn_error err = {0};
    struct spenn_arena memory = {0};
    struct spenn_scenario scenario = {0};
    struct spenn_model base = {0};
    struct spenn_exploration x = {0};
    struct spenn_explore_clock clock = {0};
    bool show = spenn_cli_shows_progress(&o->common);
    struct spenn_explore_options explore = o->explore;
    explore.progress = show ? spenn_explore_progress : NULL;
    explore.context = &clock;

    bool ok = spenn_read_scenario(o->scenario, &scenario, &err)
        && spenn_cli_model(scenario.model, o->common.assumptions, &base, &err);
    const char *directory = ok ? directory_of(o, &scenario, &memory) : NULL;
    explore.seed = o->has_seed ? explore.seed : scenario.simulate.seed;
    const struct spenn_explore_job job = {&scenario, &base, o->scenario,
        o->common.assumptions, directory, o->fresh, explore};
    ok = ok && spenn_explore_run(&job, &x, &err);
    if (show) {
        (void)fprintf(stderr, "\r%*s\r", 78, "");
    }
    int status = spenn_cli_finish(ok, &err);
    if (ok) {
        status = spenn_explore_deliver(&x, directory,
            &(struct spenn_explore_inputs){o->scenario, o->common.assumptions},
            o->common.lang);
    }
    spenn_exploration_free(&x);
    spenn_model_free(&base);
    spenn_scenario_free(&scenario);
    spenn_arena_free(&memory);
    return status;
}

static int find(const struct spenn_explore_command *o)
{
    const struct spenn_study_options options = {.jobs = o->explore.jobs,
        .has_seed = o->has_seed,
        .seed = o->explore.seed,
        .replications = o->explore.replications,
        .stop = o->explore.stop};
    return spenn_explore_find(o->find, o->scenario, &o->common, &options);
}

int spenn_cmd_explore(const struct spenn_command *self, int argc, char **argv)
{
    struct spenn_explore_command o = {.explore = {.shard = 1, .shards = 1}};
    int end = spenn_explore_options(self, argc, argv, &o);
    if (end != -1) {
        return spenn_cli_stop(end);
    }
    o.explore.stop = spenn_cli_interrupt();
    if (o.find) {
        return find(&o);
    }
    o.explore.replications = o.explore.replications ? o.explore.replications : 8;
    return work(&o);
}
