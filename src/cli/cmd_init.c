/* SPDX-License-Identifier: MIT */
#include "cli.h"
#include "generate.h"

#include <errno.h>
#include <getopt.h>
#include <string.h>
#include <sys/stat.h>

extern const char spenn_embedded_template_model[], spenn_embedded_template_scenario[];

const char spenn_usage_init[] =
    "Usage: spenn init [DIR] [--like KIND [--units N ...]]\n"
    "Writes a first model and scenario to edit: DIR/model.yaml, DIR/scenario.yaml and "
    "the\n"
    "schemas for your editor in DIR/schema/. Files that exist are left alone.\n"
    "\n"
    "  --like KIND         an organization of your size instead of the short example:\n"
    "                      two-level, sector, work-team, hybrid, directorate, "
    "ministries\n"
    "  --units N           result units of a municipality (24), agencies (7)\n"
    "  --sectors N         their sectors (4), ministries (5)\n"
    "  --regions N         regions of a directorate (6), county governors (1)\n"
    "  --departments N     its departments (4)\n"
    "  --size N            units in all: sections and teams are made below, with spans\n"
    "                      as 4,131 managers have them (mean 4.44, a tenth above 8)\n"
    "  --depth N           layers in all, with --size (4)\n"
    "  --like CLASS        a regular line with drawn contacts, to measure: random, "
    "local-team,\n"
    "                      interdivisional, core-periphery or multiscale "
    "(docs/congestion.md)\n"
    "  --span N            reports each (5), layers as --depth (6)\n"
    "  --links N           contacts (as many as units)\n"
    "  --seed N            another organization of the same kind (1)\n"
    "  --force             overwrite files\n"
    "\n"
    "Example: spenn init my-agency && spenn run my-agency/scenario.yaml\n"
    "         spenn init ours --like two-level --units 36 --sectors 6\n"
    "         spenn init big --like directorate --regions 6 --departments 4 --size 300\n"
    "         spenn init state --like ministries --sectors 8 --units 12\n";

struct init_options {
    struct spenn_cli_common common;
    struct spenn_recipe recipe;
    const char *directory;
};

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

static bool generate(const struct init_options *o, struct spenn_arena *memory,
    struct spenn_generated *made)
{
    struct spenn_error err = {0};
    struct spenn_assumptions assume = {0};
    bool ok = spenn_read_assumptions(o->common.assumptions, memory, &assume, &err)
        && spenn_generate(&o->recipe, &assume, memory, made, &err);
    return spenn_cli_finish(ok, &err) == SPENN_EXIT_OK;
}

static int work(const struct init_options *o)
{
    struct spenn_arena memory = {0};
    struct spenn_generated made = {
        spenn_embedded_template_model, spenn_embedded_template_scenario};
    if (o->recipe.like && !generate(o, &memory, &made)) {
        spenn_arena_free(&memory);
        return SPENN_EXIT_INPUT;
    }
    const char *schemas = spenn_arena_format(&memory, "%s/schema", o->directory);
    const struct {
        const char *name, *text;
    } files[] = {{"model.yaml", made.model}, {"scenario.yaml", made.scenario},
        {"schema/model.json", spenn_schema("model")},
        {"schema/scenario.json", spenn_schema("scenario")}};
    bool ok = make_directory(o->directory) && make_directory(schemas);
    for (size_t i = 0; ok && i < sizeof files / sizeof *files; i++) {
        const char *path =
            spenn_arena_format(&memory, "%s/%s", o->directory, files[i].name);
        ok = !files[i].text || write_file(path, files[i].text, o->common.force);
    }
    spenn_arena_free(&memory);
    return ok ? SPENN_EXIT_OK : SPENN_EXIT_FAILED;
}

/* The number that an option sets, or NULL. */
static int32_t *number_of(struct spenn_recipe *recipe, int letter)
{
    int32_t *const numbers[] = {&recipe->units, &recipe->sectors, &recipe->regions,
        &recipe->departments, &recipe->size, &recipe->depth, &recipe->span,
        &recipe->links};
    return letter >= '0' && letter <= '7' ? numbers[letter - '0'] : NULL;
}

int spenn_cmd_init(const struct spenn_command *self, int argc, char **argv)
{
    static const struct option options[] = {{"units", required_argument, NULL, '0'},
        {"sectors", required_argument, NULL, '1'},
        {"regions", required_argument, NULL, '2'},
        {"departments", required_argument, NULL, '3'},
        {"size", required_argument, NULL, '4'}, {"depth", required_argument, NULL, '5'},
        {"span", required_argument, NULL, '6'}, {"links", required_argument, NULL, '7'},
        {"like", required_argument, NULL, 'K'}, {"seed", required_argument, NULL, 'S'},
        SPENN_CLI_COMMON};
    struct init_options o = {.recipe = {.links = -1, .seed = 1}};
    int letter;
    while ((letter = spenn_cli_option(self, argc, argv, options, &o.common)) >= 0) {
        double value = 0;
        bool counts = letter != 'S' && letter != '7'; /* from 1 */
        if (letter == 'K') {
            o.recipe.like = optarg;
        } else if (!spenn_cli_whole_number(
                       optarg, counts, letter == 'S' ? 9e15 : 20000, &value)) {
            return spenn_cli_usage(
                self, "'%s' is no whole number from %d", optarg, counts);
        } else if (letter == 'S') {
            o.recipe.seed = (uint64_t)value;
        } else {
            *number_of(&o.recipe, letter) = (int32_t)value;
        }
    }
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    if (optind < argc - 1) {
        return spenn_cli_usage(self, "name one directory");
    }
    const struct spenn_recipe *r = &o.recipe;
    bool sized = r->units || r->sectors || r->regions || r->departments || r->size
        || r->span || r->links >= 0;
    if (sized && !r->like) {
        return spenn_cli_usage(
            self, "a size needs a kind: --like two-level, or another that --help names");
    }
    o.directory = optind < argc ? argv[optind] : ".";
    return work(&o);
}
