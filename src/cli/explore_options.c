/* SPDX-License-Identifier: MIT */
#include "explore_options.h"

#include "text.h"

#include <getopt.h>
#include <stddef.h>
#include <string.h>

static const struct effort {
    const char *name;
    int32_t points, trajectories;
} efforts[] = {
    {"default", 256, 10}, {"quick", 64, 4}, {"thorough", 1024, 20}, {"shares", 64, 0}};

static bool take_effort(const char *name, struct spenn_explore_options *explore)
{
    for (size_t i = 0; i < sizeof efforts / sizeof *efforts; i++) {
        if (strcmp(efforts[i].name, name) == 0) {
            explore->trajectories = efforts[i].trajectories;
            explore->points = efforts[i].points;
            return true;
        }
    }
    return false;
}

const char *spenn_explore_effort(int32_t trajectories)
{
    size_t i = 0;
    while (i < sizeof efforts / sizeof *efforts - 1
        && efforts[i].trajectories != trajectories) {
        i++;
    }
    return efforts[i].name;
}

static bool take_shard(const char *text, struct spenn_explore_options *explore)
{
    char plain[16] = "";
    double shard, shards;
    const char *slash = strchr(text, '/');
    if (slash && slash - text < (ptrdiff_t)sizeof plain) {
        memcpy(plain, text, (size_t)(slash - text));
    }
    bool ok = slash && spenn_cli_whole_number(slash + 1, 1, 1000000, &shards)
        && spenn_cli_whole_number(plain, 1, shards, &shard);
    if (ok) {
        explore->shard = (int32_t)shard;
        explore->shards = (int32_t)shards;
    }
    return ok;
}

/* Options with a number, and what each must be. */
static const struct rule {
    int letter;
    double least, most;
    const char *text;
} rules[] = {
    {'p', 8, 8192, "--points is a whole number from 8 to 8192"},
    {'r', 2, 10000, "--replications is a whole number from 2 to 10000"},
    {'s', 0, 9007199254740992.0, "--seed is a whole number from 0"},
    {'j', 1, 1024, "--jobs is a whole number from 1 to 1024"},
    {'e', 0, 0, "--effort is shares, quick, default or thorough"},
    {'i', 0, 0, "--shard is i/n, whole numbers with i from 1 to n"},
};

/* Takes an option with a value; NULL, or what the value must be. */
static const char *take(int letter, struct spenn_explore_command *o, double *points)
{
    const struct rule *rule = rules;
    double number = 0;
    while (rule->letter != letter) {
        rule++;
    }
    bool ok = letter == 'e' ? take_effort(optarg, &o->explore)
        : letter == 'i'
        ? take_shard(optarg, &o->explore)
        : spenn_cli_whole_number(optarg, rule->least, rule->most, &number);
    *points = letter == 'p' ? number : *points;
    o->explore.replications = letter == 'r' ? (int32_t)number : o->explore.replications;
    o->explore.jobs = letter == 'j' ? (int32_t)number : o->explore.jobs;
    o->explore.seed = letter == 's' ? (uint64_t)number : o->explore.seed;
    o->has_seed = o->has_seed || letter == 's';
    return ok ? NULL : rule->text;
}

int spenn_explore_options(const struct spenn_command *self, int argc, char **argv,
    struct spenn_explore_command *o)
{
    static const struct option options[] = {{"effort", required_argument, NULL, 'e'},
        {"points", required_argument, NULL, 'p'},
        {"replications", required_argument, NULL, 'r'},
        {"seed", required_argument, NULL, 's'}, {"jobs", required_argument, NULL, 'j'},
        {"shard", required_argument, NULL, 'i'}, {"out", required_argument, NULL, 'd'},
        {"fresh", no_argument, NULL, 'R'}, {"find", required_argument, NULL, 'x'},
        SPENN_CLI_COMMON};
    int letter;
    double points = 0;
    bool whole = false; /* options of a whole exploration */
    o->common.lang = spenn_text_language();
    (void)take_effort("default", &o->explore);
    while ((letter = spenn_cli_option(self, argc, argv, options, &o->common)) >= 0) {
        o->fresh = o->fresh || letter == 'R';
        o->directory = letter == 'd' ? optarg : o->directory;
        o->find = letter == 'x' ? optarg : o->find;
        whole = whole || strchr("epidR", letter);
        const char *wanted = strchr("Rdx", letter) ? NULL : take(letter, o, &points);
        if (wanted) {
            (void)spenn_cli_usage(self, "%s, not '%s'", wanted, optarg);
            return -3;
        }
    }
    if (letter == -1 && optind != argc - 1) {
        (void)spenn_cli_usage(self, "name one scenario file");
        return -3;
    }
    if (letter == -1 && o->find && whole) {
        (void)spenn_cli_usage(self,
            "--find goes without --effort, --points, --shard, "
            "--out and --fresh");
        return -3;
    }
    o->scenario = argv[optind];
    o->explore.points = points > 0 ? (int32_t)points : o->explore.points;
    return letter;
}
