/* SPDX-License-Identifier: MIT
 * The table of commands; dispatch and overview both come from it. */
#include "cli.h"

#include "text.h"

#include <signal.h>
#include <string.h>

#define COMMAND(name, summary)                                                           \
    {                                                                                    \
#name, summary, spenn_usage_##name, spenn_cmd_##name                             \
    }

const struct spenn_command spenn_commands[] = {
    COMMAND(init, "write a first model to edit"),
    COMMAND(check, "say what is wrong with a model or scenario, and what looks unwise"),
    COMMAND(measure, "span, layers, reach ... of an organization at rest"),
    COMMAND(chart, "draw an organisation chart: SVG, PDF, PNG, HTML, text"),
    COMMAND(diff, "what differs between two models, as a planner would say it"),
    COMMAND(apply, "the model that a scenario's changes make"),
    COMMAND(run, "simulate every alternative against the baseline and report"),
    COMMAND(explore, "what an answer hangs on: shares, deciding assumptions, rule"),
    COMMAND(merge, "put the shards of an exploration together"),
    COMMAND(verify, "check engine and functions against theory, case by case"),
    COMMAND(select, "which alternative is lowest or highest in a measure you name"),
    COMMAND(ask, "who settles, who is overloaded, how many reports, what changes for X"),
    COMMAND(survey, "score a survey on staff and support beside five municipalities"),
    COMMAND(measures, "the measures: unit, direction, formula, source"),
    COMMAND(schema, "the JSON Schema of our files, for editors"),
    COMMAND(help, "help on a command, or on: assumptions, exit"),
};
const int spenn_command_count = sizeof spenn_commands / sizeof *spenn_commands;

int main(int argc, char **argv)
{
    (void)signal(SIGPIPE, SIG_IGN); /* a closed pager is no crash: writes fail instead */
    const char *name = argc > 1 ? argv[1] : "help";
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        name = "help";
    }
    if (strcmp(name, "--version") == 0) {
        return puts("spenn " SPENN_VERSION) < 0;
    }
    const char *names[sizeof spenn_commands / sizeof *spenn_commands];
    for (int i = 0; i < spenn_command_count; i++) {
        if (strcmp(spenn_commands[i].name, name) == 0) {
            int used = argc > 1 ? 1 : 0;
            return spenn_commands[i].run(&spenn_commands[i], argc - used, argv + used);
        }
        names[i] = spenn_commands[i].name;
    }
    const char *near = spenn_text_nearest(name, names, spenn_command_count);
    (void)fprintf(stderr, "spenn: unknown command '%s'", name);
    (void)fprintf(stderr, near ? "; did you mean '%s'?\n" : "\n", near);
    (void)fputs("Try 'spenn help'.\n", stderr);
    return SPENN_EXIT_USAGE;
}
