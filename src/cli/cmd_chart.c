/* SPDX-License-Identifier: MIT
 * Hands everything to spenn-chart, as git starts its helpers: charts live in a program of
 * their own because Graphviz' licence and GSL's do not mix (README). */
#include "cli.h"

const char spenn_usage_chart[] =
    "Usage: spenn chart MODEL -o FILE\n"
    "       spenn chart --change SCENARIO [--alternative A] -o FILE\n"
    "Draws an organisation chart; FILE ends in .svg, .pdf, .png or .dot.\n"
    "All options: spenn chart --help (answered by spenn-chart).\n";

int spenn_cmd_chart(const struct spenn_command *self, int argc, char **argv)
{
    (void)self;
    struct spenn_arena memory = {0};
    const char **arguments =
        spenn_arena_alloc(&memory, (size_t)argc + 1, sizeof *arguments);
    arguments[0] = "spenn-chart";
    for (int i = 1; i < argc; i++) {
        arguments[i] = argv[i];
    }
    int status = spenn_cli_chart(arguments);
    spenn_arena_free(&memory);
    return status < 0 ? SPENN_EXIT_FAILED : status;
}
