/* SPDX-License-Identifier: MIT */
#include "cli.h"
#include "quantity.h"
#include "report_verify.h"
#include "verify_twin.h"

#include <getopt.h>

const char spenn_usage_verify[] =
    "Usage: spenn verify\n"
    "       spenn verify MODEL [--for 2y] [--replications N] [--seed S]\n"
    "Sets Spenn against theory: every case with what is expected, what was\n"
    "observed, the error, the tolerance and the source. Engine cases simulate models\n"
    "of models/verify with the engine that all runs use; their error is |z|, in\n"
    "standard errors of the mean. Function cases call one function; their error is\n"
    "the difference. Exit 1 when a case fails.\n"
    "\n"
    "With a MODEL: sets it against its exact twin. The traffic equations give the\n"
    "throughput of every task and the utilisation of every desk and agenda; where\n"
    "cases arise as Poisson streams and nothing disturbs them queueing theory gives\n"
    "waits and backlogs too; where there is no exact twin it says why. Exit 1 when a\n"
    "number disagrees at a level of 1 % over all numbers together.\n"
    "\n"
    "  --for DURATION      simulated time after the warm-up (2y)\n"
    "  --replications N    30\n"
    "  --seed S            1\n"
    "\n"
    "  --group GROUP       only this group of cases\n"
    "  --effort N          times the usual replications (1): an engine that is off\n"
    "                      by little fails only when watched for long\n"
    "  --jobs N            threads (default: processors); results do not depend on it\n"
    "  --format=FORMAT     text (default), csv or json\n"
    "  -o FILE, --force    write there; overwrite it\n"
    "  -q, --quiet         no progress\n"
    "\n"
    "Examples: spenn verify --group meeting\n"
    "          spenn verify models/directorates/toll.yaml\n";

struct verify_options {
    struct spenn_cli_common common;
    struct spenn_study_options study;
    struct spenn_verify_options verify;
    struct spenn_cli_twin twin;
};

static int check_group(const struct spenn_command *self, const char *group)
{
    struct spenn_arena memory = {0};
    const char *groups = spenn_verify_groups(&memory, group);
    int status = groups
        ? spenn_cli_usage(self, "no group '%s'; the groups: %s", group, groups)
        : SPENN_EXIT_OK;
    spenn_arena_free(&memory);
    return status;
}

static bool print(
    const struct verify_options *o, const struct spenn_verification *verification)
{
    FILE *out = NULL;
    bool ok = spenn_cli_open(o->common.output, o->common.force, &out)
        && spenn_report_verify(verification, !o->verify.group, o->common.format, out);
    return out && spenn_cli_close(out, o->common.output) && ok;
}

static int work(struct verify_options *o)
{
    struct spenn_error err = {0};
    struct spenn_verification verification = {0};
    bool ok = spenn_verify_run(&o->verify, &verification, &err);
    spenn_cli_progress_end(&o->common);
    int status = spenn_cli_finish(ok, &err);
    if (*o->study.stop) {
        status = SPENN_EXIT_INTERRUPTED;
    } else if (ok) {
        ok = print(o, &verification) && spenn_verify_failed(&verification) == 0;
        status = ok ? SPENN_EXIT_OK : SPENN_EXIT_FAILED;
    }
    spenn_verification_free(&verification);
    return status;
}

/* Arguments left after the options: a model, or none. */
static int dispatch(const struct spenn_command *self, struct verify_options *o,
    int arguments, char **argument)
{
    if (arguments > 1) {
        return spenn_cli_usage(self, "takes one model at most");
    }
    if (arguments == 1) {
        o->twin.model = argument[0];
        o->twin.options.study = &o->study;
        return o->verify.group ? spenn_cli_usage(self, "--group does not go with a model")
                               : spenn_cli_twin(&o->twin, &o->common);
    }
    if (o->twin.given > 0) {
        return spenn_cli_usage(
            self, "--for, --replications and --seed go with a model only");
    }
    int status = check_group(self, o->verify.group);
    return status == SPENN_EXIT_OK ? work(o) : status;
}

/* Takes an option with a value; false after a complaint. */
static bool take(const struct spenn_command *self, struct verify_options *o, int letter)
{
    double number = 0.0;
    if (letter == 'g') {
        o->verify.group = optarg;
        return true;
    }
    if (letter != 'j' && letter != 'e') {
        return spenn_cli_twin_option(self, &o->twin, &o->study, letter);
    }
    if (!spenn_cli_whole_number(optarg, 1, spenn_verify_most_effort, &number)) {
        (void)spenn_cli_usage(self, "--%s is a whole number from 1 to %d, not '%s'",
            letter == 'j' ? "jobs" : "effort", spenn_verify_most_effort, optarg);
        return false;
    }
    *(letter == 'j' ? &o->study.jobs : &o->verify.effort) = (int32_t)number;
    return true;
}

int spenn_cmd_verify(const struct spenn_command *self, int argc, char **argv)
{
    static const struct option options[] = {{"group", required_argument, NULL, 'g'},
        {"effort", required_argument, NULL, 'e'}, {"jobs", required_argument, NULL, 'j'},
        {"for", required_argument, NULL, 'd'},
        {"replications", required_argument, NULL, 'r'},
        {"seed", required_argument, NULL, 's'}, SPENN_CLI_COMMON};
    struct verify_options o = {.verify.effort = spenn_verify_usual_effort,
        .twin.options = {.duration = 2.0 * SPENN_YEAR, .replications = 30}};
    int letter;
    while ((letter = spenn_cli_option(self, argc, argv, options, &o.common)) >= 0) {
        if (!take(self, &o, letter)) {
            return SPENN_EXIT_USAGE;
        }
    }
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    o.study.stop = spenn_cli_interrupt();
    o.study.progress = spenn_cli_shows_progress(&o.common) ? spenn_cli_progress : NULL;
    o.verify.study = &o.study;
    return dispatch(self, &o, argc - optind, argv + optind);
}
