/* SPDX-License-Identifier: MIT
 * Hands everything to spenn-chart, as git starts its helpers: charts live in a program of
 * their own because Graphviz' licence and GSL's do not mix (README). A measure to colour
 * by is looked up here, and computed if it is one at rest. */
#include "chart_values.h"
#include "spelling.h"
#include "text.h"

#include <getopt.h>
#include <string.h>

const char spenn_usage_chart[] =
    "Usage: spenn chart MODEL [-o FILE]...\n"
    "       spenn chart --change SCENARIO [--alternative A] [-o FILE]...\n"
    "Draws an organisation chart; FILE ends in .svg, .pdf, .png, .html, .dot, .mmd or\n"
    ".txt; without it, an indented tree on standard output. More than one -o writes the\n"
    "same picture to each.\n"
    "\n"
    "  --colour-by M[@ALTERNATIVE]  fill the boxes by a measure over units; one at rest\n"
    "                               is computed, a simulated one needs --results\n"
    "  --results FILE               results.csv of spenn run\n"
    "  --matrix                     roles and steps of coordination, who covers them\n"
    "\n"
    "All options: spenn chart --help (answered by spenn-chart).\n";

enum { arguments_more = 9 }; /* that a measure adds */

/* Which options tell what to measure; the others that take a value are known, so that
 * their values are not taken for the model. */
static void scan(struct spenn_coloured *c, int argc, char **argv)
{
    static const struct option names[] = {{"colour-by", required_argument, NULL, 'b'},
        {"color-by", required_argument, NULL, 'b'},
        {"results", required_argument, NULL, 'R'},
        {"classes", required_argument, NULL, 'k'},
        {"change", required_argument, NULL, 'c'},
        {"alternative", required_argument, NULL, 'a'},
        {"lang", required_argument, NULL, 'l'}, {"output", required_argument, NULL, 'o'},
        {"format", required_argument, NULL, 'o'}, {"title", required_argument, NULL, 'o'},
        {"root", required_argument, NULL, 'o'}, {"layers", required_argument, NULL, 'o'},
        {"page", required_argument, NULL, 'o'}, {"dpi", required_argument, NULL, 'o'},
        {"colour-title", required_argument, NULL, 'o'},
        {"colour-unit", required_argument, NULL, 'o'}, {NULL, 0, NULL, 0}};
    const struct {
        int letter;
        const char **text;
    } wanted[] = {{'b', &c->colour_by}, {'R', &c->results}, {'k', &c->classes},
        {'c', &c->change}, {'a', &c->alternative}, {'l', &c->lang}, {1, &c->model}};
    int letter;
    opterr = 0; /* spenn-chart complains */
    while ((letter = getopt_long(argc, argv, "-o:hV", names, NULL)) != -1) {
        for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
            *wanted[i].text = wanted[i].letter == letter ? optarg : *wanted[i].text;
        }
    }
}

/* The measure's values in a file without a name; its path for the child, or NULL. */
static FILE *compute(
    const struct spenn_coloured *c, const struct spenn_measure *measure, int *status)
{
    struct spenn_error err = {0};
    FILE *values = tmpfile();
    bool ok = values && spenn_coloured_write(c, measure, values, &err);
    if (!ok && err.count == 0) {
        (void)spenn_fail(&err, (struct spenn_where){0}, "cannot write a temporary file");
    }
    *status = spenn_cli_finish(ok, &err);
    if (ok && values) {
        rewind(values);
    }
    return values;
}

/* "Utilisation", "Utilisation: leader" for one part of each unit. */
static const char *title_of(const struct spenn_coloured *c,
    const struct spenn_measure *measure, struct spenn_arena *memory)
{
    static const char *const parts[][2] = {{"leader", "leder"}, {"cases", "saker"}};
    bool norwegian = strcmp(c->lang, "nb") == 0;
    const char *title = norwegian ? measure->title_nb : measure->title_en;
    const char *part = strchr(c->colour_by, '/');
    for (size_t i = 0; part && i < sizeof parts / sizeof *parts; i++) {
        size_t length = strlen(parts[i][0]);
        if (strcspn(part + 1, "@") == length
            && strncmp(part + 1, parts[i][0], length) == 0) {
            return spenn_arena_format(memory, "%s: %s", title, parts[i][norwegian]);
        }
    }
    return title;
}

/* Classes that planners know: of spans those of span-band. Congestion is on few. */
static const char *const usual[][2] = {{"utilisation", "60%,80%,100%,120%"},
    {"span", "2,4,8,13"}, {"span-line", "2,4,8,13"}, {"congestion", "2%,5%,10%,25%"}};

/* Appends what the chart program cannot know of a measure. */
static void describe(const char **argument, const struct spenn_coloured *c,
    const struct spenn_measure *measure, struct spenn_arena *memory)
{
    bool own = strcmp(c->lang, "nb") != 0 || strcmp(measure->unit, "share") == 0;
    *argument++ = "--colour-title";
    *argument++ = title_of(c, measure, memory);
    *argument++ = "--colour-unit";
    *argument++ = own ? measure->unit : spenn_unit_norwegian(measure->unit);
    for (size_t i = 0; c->classes == NULL && i < sizeof usual / sizeof *usual; i++) {
        if (strcmp(measure->id, usual[i][0]) == 0) {
            *argument++ = "--classes";
            *argument++ = usual[i][1];
        }
    }
}

int spenn_cmd_chart(const struct spenn_command *self, int argc, char **argv)
{
    struct spenn_coloured c = {.colour_by = "", .lang = spenn_text_language()};
    struct spenn_arena memory = {0};
    size_t most = (size_t)argc + arguments_more;
    const char **argument = spenn_arena_alloc(&memory, most, sizeof *argument);
    int count = 0, status = SPENN_EXIT_OK;
    argument[count++] = "spenn-chart";
    for (int i = 1; i < argc; i++) {
        argument[count++] = argv[i];
    }
    scan(&c, argc, argv);
    FILE *values = NULL;
    const struct spenn_measure *measure =
        *c.colour_by ? spenn_coloured_measure(self, &c) : NULL;
    if (*c.colour_by && measure == NULL) {
        status = SPENN_EXIT_USAGE;
    } else if (measure && c.results == NULL) {
        values = compute(&c, measure, &status);
    }
    if (values && status == SPENN_EXIT_OK) {
        argument[count++] = "--results";
        argument[count++] = spenn_arena_format(&memory, "/dev/fd/%d", fileno(values));
    }
    if (status == SPENN_EXIT_OK) {
        if (measure) {
            describe(argument + count, &c, measure, &memory);
        }
        status = spenn_cli_chart(argument);
        status = status < 0 ? SPENN_EXIT_FAILED : status;
    }
    if (values) {
        (void)fclose(values);
    }
    spenn_arena_free(&memory);
    return status;
}
