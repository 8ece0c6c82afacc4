/* SPDX-License-Identifier: MIT */
#include "choice.h"
#include "select_options.h"
#include "text.h"

#include <signal.h>
#include <string.h>

const char spenn_usage_select[] =
    "Usage: spenn select SCENARIO MEASURE[/SUBJECT]\n"
    "Which alternative is lowest (or highest) in a measure, the baseline among them. "
    "All\n"
    "are simulated on the same cases; one that has fallen behind is simulated no more.\n"
    "\n"
    "  --lowest, --highest   what is sought (default: what the measure calls better)\n"
    "  --within D            differences that do not matter: 4h, 2%, 3 (default: the\n"
    "                        measure's zone)\n"
    "  --confidence P        of finding the right one (95%)\n"
    "  --most N              replications of an alternative at most (2000)\n"
    "  --procedure kn|ocba   screening (default), or spending a budget where it tells\n"
    "                        most\n"
    "  --budget N            replications in all, with ocba\n"
    "  --jobs N              threads (default: processors); results do not depend on it\n"
    "  --seed S              instead of the scenario's\n"
    "  --lang nb|en          of the answer (default SPENN_LANG, else en)\n"
    "  --format=FORMAT       text (default), csv or json\n"
    "  --assumptions FILE    instead of the assumptions compiled in\n"
    "  -o FILE, --force      write there; overwrite it\n"
    "  -q, --quiet           no progress\n"
    "\n"
    "Example: spenn select scenarios/directorates/span-13-to-7.yaml lead-time\n";

static volatile sig_atomic_t stop; /* the one thing a signal handler may touch */

static void on_interrupt(int number)
{
    (void)number;
    stop = 1;
}

static int deliver(const struct spenn_cli_select *o, const struct spenn_select *select)
{
    const char *lang = o->common.lang ? o->common.lang : spenn_text_language();
    struct spenn_answer answer = {0};
    FILE *out = NULL;
    spenn_answer_selection(
        select, strcmp(lang, "nb") == 0, o->common.format != SPENN_TEXT, &answer);
    bool ok = spenn_cli_open(o->common.output, o->common.force, &out)
        && spenn_answer_print(&answer, o->common.format, out);
    ok = out && spenn_cli_close(out, o->common.output) && ok;
    spenn_answer_free(&answer);
    return !ok                      ? SPENN_EXIT_FAILED
        : select->study.interrupted ? SPENN_EXIT_INTERRUPTED
                                    : SPENN_EXIT_OK;
}

static int work(struct spenn_cli_select *o)
{
    struct spenn_error err = {0};
    struct spenn_scenario scenario = {0};
    struct spenn_model base = {0};
    struct spenn_select select = {0};
    bool show = spenn_cli_shows_progress(&o->common);
    o->select.study.progress = show ? spenn_cli_progress : NULL;
    o->select.study.stop = &stop;
    (void)signal(SIGINT, on_interrupt);
    bool ok = spenn_read_scenario(o->scenario, &scenario, &err)
        && spenn_cli_model(scenario.model, o->common.assumptions, &base, &err)
        && spenn_select_run(&scenario, &base, &o->select, &select, &err);
    if (show) {
        (void)fprintf(stderr, "\r%*s\r", 78, "");
    }
    int status = spenn_cli_finish(ok, &err);
    if (ok) {
        status = deliver(o, &select);
    }
    spenn_select_free(&select);
    spenn_model_free(&base);
    spenn_scenario_free(&scenario);
    return status;
}

int spenn_cmd_select(const struct spenn_command *self, int argc, char **argv)
{
    struct spenn_cli_select o;
    int status = spenn_cli_select_read(self, argc, argv, &o);
    return status >= 0 ? status : work(&o);
}
