/* SPDX-License-Identifier: MIT */
#include "select_options.h"

#include "quantity.h"

#include <getopt.h>
#include <string.h>

const char spenn_usage_select[] =
    "Usage: spenn select SCENARIO MEASURE[/SUBJECT]\n"
    "       spenn select SCENARIO --weights WEIGHTS\n"
    "Which alternative is lowest (or highest) in a measure, the baseline among them.\n"
    "All are simulated on the same cases; one that has fallen behind is simulated no\n"
    "more. 'spenn measures' lists the measures.\n"
    "\n"
    "  --lowest, --highest   what is sought (default: what the measure calls better)\n"
    "  --within D            differences that do not matter: 4h, 2%, 3 (default: the\n"
    "                        measure's zone)\n"
    "  --confidence P        of finding the right one (95%)\n"
    "  --most N              replications of an alternative at most (2000)\n"
    "  --procedure kn|ocba   screening (default), or spending a budget where it tells\n"
    "                        most\n"
    "  --budget N            replications in all, with ocba\n"
    "  --weights WEIGHTS     what all are worth by your weights over several\n"
    "                        measures: lead-time:2,uniformity:1 or\n"
    "                        lead-time:2[40h..0h], or a file\n"
    "  --replications N      of each, with --weights (default: the scenario's least)\n"
    "  --jobs N              threads (default: processors); never changes results\n"
    "  --seed S              instead of the scenario's\n"
    "  --lang nb|en          of the answer (default SPENN_LANG, else en)\n"
    "  --format=FORMAT       text (default), csv or json\n"
    "  --assumptions FILE    instead of the assumptions compiled in\n"
    "  -o FILE, --force      write there; overwrite it\n"
    "  -q, --quiet           no progress\n"
    "\n"
    "Example: spenn select scenarios/directorates/span-13-to-7.yaml lead-time\n";

static bool is_procedure(const char *name)
{
    return name && (strcmp(name, "kn") == 0 || strcmp(name, "ocba") == 0);
}

/* Takes one option; what is wrong with its value, or NULL. */
static const char *take(struct spenn_cli_select *o, int letter)
{
    double number = 0;
    bool whole = spenn_cli_whole_number(optarg ? optarg : "", 0, 1e7, &number);
    switch (letter) {
    case '-':
    case '+':
        o->select.better = letter == '+' ? 1 : -1;
        return NULL;
    case 'W':
        o->weights = optarg;
        return NULL;
    case 'r':
        o->select.study.replications = (int32_t)number;
        return whole && number >= 2 && number <= 1000000 ? NULL
                                                         : "is a whole number from 2";
    case 'w':
        o->select.within = optarg;
        return NULL;
    case 'p':
        o->procedure = optarg;
        return is_procedure(o->procedure) ? NULL : "is kn or ocba";
    case 'c':
        return spenn_parse_share(optarg, &o->select.confidence)
                && o->select.confidence > .5 && o->select.confidence < 1
            ? NULL
            : "is between 50% and 100%";
    case 'm':
        o->select.most = (int32_t)number;
        return whole && number >= spenn_kn_first ? NULL : "is a whole number from 20";
    case 'b':
        o->select.budget = (int32_t)number;
        return whole && number >= 1 ? NULL : "is a whole number from 1";
    case 'j':
        o->select.study.jobs = (int32_t)number;
        return whole && number >= 1 && number <= 1024
            ? NULL
            : "is a whole number from 1 to 1024";
    default:
        o->select.study.has_seed = true;
        whole = spenn_cli_whole_number(optarg, 0, 9007199254740992.0, &number);
        o->select.study.seed = whole ? (uint64_t)number : 0;
        return whole ? NULL : "is a whole number from 0";
    }
}

/* What options there are must fit, and what is not an option is named. */
static int take_names(
    const struct spenn_command *self, int count, char **name, struct spenn_cli_select *o)
{
    bool ocba = strcmp(o->procedure, "ocba") == 0;
    if (count != (o->weights ? 1 : 2)) {
        return spenn_cli_usage(self,
            o->weights ? "name a scenario file; the weights name the measures"
                       : "name a scenario file and a measure");
    }
    if (ocba != (o->select.budget > 0)) {
        return spenn_cli_usage(self, "--procedure ocba and --budget go together");
    }
    bool aim = o->select.better || o->select.within || ocba;
    if (o->weights && aim) {
        return spenn_cli_usage(self, "--weights go with no other aim");
    }
    if (!o->weights && o->select.study.replications) {
        return spenn_cli_usage(self, "--replications goes with --weights; see --most");
    }
    o->scenario = name[0];
    if (!o->weights) {
        char *slash = strchr(name[1], '/');
        o->select.of = slash ? slash + 1 : NULL;
        o->select.measure = name[1];
        if (slash) {
            *slash = '\0';
        }
    }
    return -1;
}

int spenn_cli_select_read(
    const struct spenn_command *self, int argc, char **argv, struct spenn_cli_select *o)
{
    static const struct option options[] = {{"lowest", no_argument, NULL, '-'},
        {"highest", no_argument, NULL, '+'}, {"within", required_argument, NULL, 'w'},
        {"procedure", required_argument, NULL, 'p'},
        {"confidence", required_argument, NULL, 'c'},
        {"most", required_argument, NULL, 'm'}, {"budget", required_argument, NULL, 'b'},
        {"jobs", required_argument, NULL, 'j'}, {"seed", required_argument, NULL, 's'},
        {"weights", required_argument, NULL, 'W'},
        {"replications", required_argument, NULL, 'r'}, SPENN_CLI_COMMON};
    *o = (struct spenn_cli_select){
        .procedure = "kn", .select = {.confidence = .95, .most = 2000}};
    int letter;
    while ((letter = spenn_cli_option(self, argc, argv, options, &o->common)) >= 0) {
        const char *wrong = take(o, letter);
        if (wrong) {
            return spenn_cli_usage(self, "'%s': it %s", optarg, wrong);
        }
    }
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    return take_names(self, argc - optind, argv + optind, o);
}
