/* SPDX-License-Identifier: MIT
 * The main job. */
#include "cli.h"
#include "quantity.h"
#include "run_files.h"
#include "run_space.h"
#include "strict.h"
#include "text.h"

#include <getopt.h>

const char spenn_usage_run[] =
    "Usage: spenn run SCENARIO\n"
    "Simulates every alternative against the baseline on the same cases and leaves a\n"
    "report, tables and charts in out/<scenario id>/. Ctrl-C keeps what has finished.\n"
    "\n"
    "  --out DIR           where to instead\n"
    "  --jobs N            threads (default: processors); results do not depend on it\n"
    "  --seed S            instead of the scenario's\n"
    "  --replications N    exactly so many instead of the scenario's rule\n"
    "  --no-charts         tables and report only\n"
    "  --strict            exit 4 when an expectation is contradicted or not\n"
    "                      comparable, a limit is broken (overloaded, cannot keep up)\n"
    "                      or a finding is an error\n"
    "  --lang nb|en        of table, report and charts (default SPENN_LANG, else en)\n"
    "  --assumptions FILE  instead of the assumptions compiled in\n"
    "  -q, --quiet         no progress\n"
    "\n"
    "Example: spenn run scenarios/directorates/include-regional-directors.yaml\n";

struct run_options {
    struct spenn_cli_common common;
    struct spenn_study_options study;
    const char *scenario, *directory;
    bool strict, no_charts;
};

static int deliver(const struct run_options *o, const struct spenn_study *study,
    const struct spenn_model *base)
{
    struct spenn_arena memory = {0};
    const char *count = o->study.replications
        ? spenn_arena_format(&memory, " --replications %d", o->study.replications)
        : "";
    const char *assuming = spenn_cli_assuming(&memory, o->common.assumptions);
    struct spenn_report report = {
        .study = study,
        .lang = o->common.lang,
        .explore =
            spenn_arena_format(&memory, "spenn explore %s%s", o->scenario, assuming),
        .origin = spenn_arena_format(&memory, "spenn run %s --seed %llu%s%s", o->scenario,
            (unsigned long long)study->seed, count, assuming),
    };
    const char *directory = o->directory
        ? o->directory
        : spenn_arena_format(&memory, "out/%s", study->scenario->id);
    const struct spenn_run_files files = {
        directory, o->scenario, study->scenario->model, o->common.lang, !o->no_charts};
    struct spenn_run_space space = {0};
    spenn_run_space_read(&space, &report, base,
        &(struct spenn_run_paths){directory, o->scenario, o->common.assumptions});
    bool ok = spenn_run_files_write(&files, &report, &memory)
        && spenn_report_text(&report, stdout) && spenn_run_files_print(&files, &report);
    ok = spenn_cli_close(stdout, NULL) && ok;
    spenn_run_space_free(&space);
    spenn_arena_free(&memory);
    return !ok                                   ? SPENN_EXIT_FAILED
        : study->interrupted                     ? SPENN_EXIT_INTERRUPTED
        : o->strict && spenn_strict_fails(study) ? SPENN_EXIT_STRICT
                                                 : SPENN_EXIT_OK;
}

static int work(struct run_options *o)
{
    struct spenn_error err = {0};
    struct spenn_scenario scenario = {0};
    struct spenn_model base = {0};
    struct spenn_study study = {0};
    bool show = spenn_cli_shows_progress(&o->common);
    o->study.progress = show ? spenn_cli_progress : NULL;
    o->study.stop = spenn_cli_interrupt();

    bool ok = spenn_read_scenario(o->scenario, &scenario, &err)
        && spenn_cli_model(scenario.model, o->common.assumptions, &base, &err)
        && spenn_study_run(&scenario, &base, &o->study, &study, &err);
    if (show) {
        (void)fprintf(stderr, "\r%*s\r", 78, "");
    }
    int status = spenn_cli_finish(ok, &err);
    if (ok) {
        status = deliver(o, &study, &base);
    }
    spenn_study_free(&study);
    spenn_model_free(&base);
    spenn_scenario_free(&scenario);
    return status;
}

int spenn_cmd_run(const struct spenn_command *self, int argc, char **argv)
{
    static const struct option options[] = {{"out", required_argument, NULL, 'd'},
        {"jobs", required_argument, NULL, 'j'}, {"seed", required_argument, NULL, 's'},
        {"replications", required_argument, NULL, 'r'},
        {"strict", no_argument, NULL, 'S'}, {"no-charts", no_argument, NULL, 'C'},
        SPENN_CLI_COMMON};
    struct run_options o = {.common.lang = spenn_text_language()};
    int letter;
    double number = 0;
    while ((letter = spenn_cli_option(self, argc, argv, options, &o.common)) >= 0) {
        o.strict = o.strict || letter == 'S';
        o.no_charts = o.no_charts || letter == 'C';
        if (letter == 'd') {
            o.directory = optarg;
        } else if (letter == 'j' && spenn_cli_whole_number(optarg, 1, 1024, &number)) {
            o.study.jobs = (int32_t)number;
        } else if (letter == 's'
            && spenn_cli_whole_number(optarg, 0, 9007199254740992.0, &number)) {
            o.study.seed = (uint64_t)number;
            o.study.has_seed = true;
        } else if (letter == 'r' && spenn_cli_whole_number(optarg, 2, 1000000, &number)) {
            o.study.replications = (int32_t)number;
        } else if (letter != 'S' && letter != 'C') {
            return spenn_cli_usage(self, "%s, not '%s'",
                letter == 'j'       ? "--jobs is a whole number from 1 to 1024"
                    : letter == 's' ? "--seed is a whole number from 0"
                                    : "--replications is a whole number from 2",
                optarg);
        }
    }
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    if (optind != argc - 1) {
        return spenn_cli_usage(self, "name one scenario file");
    }
    o.scenario = argv[optind];
    return work(&o);
}
