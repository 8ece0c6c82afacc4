/* SPDX-License-Identifier: MIT */
#include "cli.h"

#include <getopt.h>
#include <string.h>

const char spenn_usage_help[] =
    "Usage: spenn help [COMMAND | assumptions | exit]\n"
    "Help on a command; the assumptions in force; the exit statuses.\n";

static int overview(void)
{
    (void)puts("spenn: try a reorganization before you make it\n\n"
               "Usage: spenn COMMAND [options] FILE\n");
    for (int i = 0; i < spenn_command_count; i++) {
        (void)printf("  %-9s %s\n", spenn_commands[i].name, spenn_commands[i].summary);
    }
    (void)puts("\nStart: spenn init my-agency; spenn run my-agency/scenario.yaml\n"
               "'spenn help COMMAND' tells more; 'spenn --version' the version.");
    return SPENN_EXIT_OK;
}

static const char *text_of(struct spenn_arena *memory, int32_t i, double value)
{
    return spenn_assumption_format(spenn_arena_alloc(memory, 40, 1), 40, i, value);
}

static int assumptions(const struct spenn_cli_common *common)
{
    static const char *const titles[] = {"assumption", "value", "low", "high", "source"};
    struct spenn_error err = {0};
    struct spenn_assumptions assume = {0};
    struct spenn_sheet sheet = {.columns = 5, .title = titles};
    bool ok = spenn_read_assumptions(common->assumptions, &sheet.memory, &assume, &err);
    int status = spenn_cli_finish(ok, &err);
    for (int32_t i = 0; ok && i < SPENN_ASSUMPTION_COUNT; i++) {
        const char **cell = spenn_sheet_add(&sheet);
        cell[0] = spenn_assumption_keys[i].id;
        cell[1] = text_of(&sheet.memory, i, assume.value[i]);
        cell[2] = text_of(&sheet.memory, i, assume.low[i]);
        cell[3] = text_of(&sheet.memory, i, assume.high[i]);
        cell[4] = assume.source[i];
    }
    if (ok) {
        status = spenn_cli_print(&sheet, common);
    }
    spenn_sheet_free(&sheet);
    return status;
}

int spenn_cmd_help(const struct spenn_command *self, int argc, char **argv)
{
    static const struct option options[] = {SPENN_CLI_COMMON};
    struct spenn_cli_common common = {0};
    if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        return overview();
    }
    int letter = spenn_cli_option(self, argc, argv, options, &common);
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    const char *topic = optind < argc ? argv[optind] : "";
    if (strcmp(topic, "assumptions") == 0) {
        return assumptions(&common);
    }
    if (strcmp(topic, "exit") == 0) {
        (void)puts(
            "0    ok, findings included\n1    failed\n2    usage\n"
            "3    input invalid\n"
            "4    with --strict: an error finding, a limit or an expectation broken\n"
            "130  interrupted: finished replications are kept and reported");
        return SPENN_EXIT_OK;
    }
    for (int i = 0; i < spenn_command_count; i++) {
        if (strcmp(spenn_commands[i].name, topic) == 0) {
            (void)fputs(spenn_commands[i].usage, stdout);
            return SPENN_EXIT_OK;
        }
    }
    return spenn_cli_usage(self, "no help on '%s'", topic);
}
