/* SPDX-License-Identifier: MIT */
#include "select_options.h"

#include "quantity.h"

#include <getopt.h>
#include <string.h>

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
    case 'w':
        o->select.within = optarg;
        return NULL;
    case 'p':
        o->procedure = optarg;
        return strcmp(optarg, "kn") && strcmp(optarg, "ocba") ? "is kn or ocba" : NULL;
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

int spenn_cli_select_read(
    const struct spenn_command *self, int argc, char **argv, struct spenn_cli_select *o)
{
    static const struct option options[] = {{"lowest", no_argument, NULL, '-'},
        {"highest", no_argument, NULL, '+'}, {"within", required_argument, NULL, 'w'},
        {"procedure", required_argument, NULL, 'p'},
        {"confidence", required_argument, NULL, 'c'},
        {"most", required_argument, NULL, 'm'}, {"budget", required_argument, NULL, 'b'},
        {"jobs", required_argument, NULL, 'j'}, {"seed", required_argument, NULL, 's'},
        SPENN_CLI_COMMON};
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
    if (optind != argc - 2) {
        return spenn_cli_usage(self, "name a scenario file and a measure");
    }
    if ((strcmp(o->procedure, "ocba") == 0) != (o->select.budget > 0)) {
        return spenn_cli_usage(self, "--procedure ocba and --budget go together");
    }
    char *slash = strchr(argv[optind + 1], '/');
    o->select.of = slash ? slash + 1 : NULL;
    if (slash) {
        *slash = '\0';
    }
    o->scenario = argv[optind];
    o->select.measure = argv[optind + 1];
    return -1;
}
