/* SPDX-License-Identifier: MIT */
#include "cli.h"

#include <getopt.h>

const char spenn_usage_schema[] =
    "Usage: spenn schema model|scenario|figure\n"
    "Prints the JSON Schema (draft-07) of model, scenario or figure files.\n"
    "\n"
    "Example: spenn schema model > model.json\n"
    "An editor with a YAML language server checks and completes a file that begins with\n"
    "  # yaml-language-server: $schema=model.json\n";

int spenn_cmd_schema(const struct spenn_command *self, int argc, char **argv)
{
    static const struct option options[] = {SPENN_CLI_COMMON};
    struct spenn_cli_common common = {0};
    int letter = spenn_cli_option(self, argc, argv, options, &common);
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    const char *schema = optind == argc - 1 ? spenn_schema(argv[optind]) : NULL;
    if (!schema) {
        return spenn_cli_usage(self, "say 'model', 'scenario' or 'figure'");
    }
    (void)fputs(schema, stdout);
    return spenn_cli_close(stdout, NULL) ? SPENN_EXIT_OK : SPENN_EXIT_FAILED;
}
