/* SPDX-License-Identifier: MIT */
#include "cli.h"

#include <errno.h>
#include <getopt.h>
#include <string.h>
#include <sys/stat.h>

extern const char spenn_embedded_template_model[], spenn_embedded_template_scenario[];

const char spenn_usage_init[] =
    "Usage: spenn init [DIR]\n"
    "Writes a first model and scenario to edit: DIR/model.yaml, DIR/scenario.yaml and "
    "the\n"
    "schemas for your editor in DIR/schema/. Files that exist are left alone.\n"
    "\n"
    "  --force             overwrite them\n"
    "\n"
    "Example: spenn init my-agency && spenn run my-agency/scenario.yaml\n";

static bool make_directory(const char *path)
{
    if (mkdir(path, 0777) == 0 || errno == EEXIST) {
        return true;
    }
    (void)fprintf(stderr, "spenn: cannot make '%s': %s\n", path, strerror(errno));
    return false;
}

static bool write_file(const char *path, const char *text, bool force)
{
    FILE *out = NULL;
    return spenn_cli_open(path, force, &out) && fputs(text, out) >= 0
        && spenn_cli_close(out, path) && printf("%s\n", path) > 0;
}

int spenn_cmd_init(const struct spenn_command *self, int argc, char **argv)
{
    static const struct option options[] = {SPENN_CLI_COMMON};
    struct spenn_cli_common common = {0};
    int letter = spenn_cli_option(self, argc, argv, options, &common);
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    if (optind < argc - 1) {
        return spenn_cli_usage(self, "name one directory");
    }
    const char *directory = optind < argc ? argv[optind] : ".";
    struct spenn_arena memory = {0};
    const char *schemas = spenn_arena_format(&memory, "%s/schema", directory);
    const struct {
        const char *name, *text;
    } files[] = {{"model.yaml", spenn_embedded_template_model},
        {"scenario.yaml", spenn_embedded_template_scenario},
        {"schema/model.json", spenn_schema("model")},
        {"schema/scenario.json", spenn_schema("scenario")}};
    bool ok = make_directory(directory) && make_directory(schemas);
    for (size_t i = 0; ok && i < sizeof files / sizeof *files; i++) {
        const char *path = spenn_arena_format(&memory, "%s/%s", directory, files[i].name);
        ok = write_file(path, files[i].text, common.force);
    }
    spenn_arena_free(&memory);
    return ok ? SPENN_EXIT_OK : SPENN_EXIT_FAILED;
}
