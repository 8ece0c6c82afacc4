/* SPDX-License-Identifier: MIT */
#include "options.h"

#include "quantity.h"
#include "text.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char help[] =
    "Usage: spenn-chart FILE [-o OUT]... [options]\n"
    "       spenn-chart --change SCENARIO [--alternative A] [-o OUT]... [options]\n"
    "       spenn-chart --grammar [-o OUT]... [options]\n"
    "\n"
    "Draws the organisation chart of a model, a figure (ladder, matrix, table, hub, "
    "tree\n"
    "or several charts on a sheet), or what an alternative of a scenario changes: the\n"
    "structure before and after in one chart.\n"
    "\n"
    "  -o, --output OUT     .svg .pdf .png .html .dot .mmd or .txt; - is standard\n"
    "                       output, the default, as an indented tree; more than one -o\n"
    "                       writes the same picture to each\n"
    "      --format FORMAT  instead of OUT's ending\n"
    "      --force          overwrite OUT\n"
    "\n"
    "What is drawn:\n"
    "      --change FILE    the scenario; the model is the one it names\n"
    "      --alternative A  which alternative (default: the first)\n"
    "      --after          the organization after the change, alone\n"
    "      --root UNIT      only this unit and what is below it\n"
    "      --layers N       only so many layers\n"
    "      --leadership     only the top leader, the groups and their members\n"
    "      --colour-by M    fill the boxes by measure M, or M@ALTERNATIVE\n"
    "      --results FILE   take the measure from results.csv of spenn run\n"
    "      --classes A,B,C,D  bounds between the five classes, such as "
    "60%,80%,100%,120%\n"
    "      --colour-title TEXT, --colour-unit UNIT  what the legend calls it; the unit\n"
    "                       'share' is shown in percent\n"
    "      --matrix         which of the 3 roles x 4 steps of coordination the model's\n"
    "                       units cover, instead of the units\n"
    "      --grammar        no model: what every sign of the charts means\n"
    "\n"
    "How:\n"
    "      --page SIZE      a4 a3 a2 a1 a0 (default: a4, larger if it must be)\n"
    "      --portrait       upright instead of landscape\n"
    "      --pages          an overview, then a page for each unit below the top\n"
    "      --title TEXT     instead of the model's name or the scenario's title\n"
    "      --no-legend      leave the legend out\n"
    "      --lang nb|en     language of names and labels (default SPENN_LANG, else en)\n"
    "      --dpi N          of a PNG, 36 to 1200 (default 160)\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n"
    "\n"
    "Examples:\n"
    "  spenn-chart models/directorates/toll.yaml -o toll.pdf\n"
    "  spenn-chart models/directorates/nav.yaml --format svg > nav.svg\n"
    "  spenn-chart --change scenarios/directorates/extended-forum.yaml -o change.svg\n"
    "\n"
    "Exit status: 0 done, 1 failed, 2 wrong usage, 3 input not valid.\n";

static int complain(const char *text, const char *subject)
{
    fprintf(stderr, "spenn-chart: %s '%s'; try --help\n", text, subject);
    return usage;
}

static int refuse(const char *text)
{
    fprintf(stderr, "spenn-chart: %s; try --help\n", text);
    return usage;
}

/* Place in a list of words, -1 without. */
static int32_t find(const char *text, const char *const *list)
{
    for (int32_t i = 0; list[i]; i++) {
        if (strcasecmp(text, list[i]) == 0) {
            return i;
        }
    }
    return -1;
}

static int check_output(struct output *output, const char *format)
{
    static const char *const formats[] = {
        "svg", "dot", "html", "txt", "mmd", "pdf", "png", NULL};
    enum { streams = 5 }; /* of the formats, those that can go to standard output */
    bool stream = strcmp(output->path, "-") == 0;
    const char *dot = strrchr(output->path, '.');
    output->format = format ? format : stream ? "txt" : dot ? dot + 1 : "";
    int32_t found = find(output->format, formats);
    if (found < 0) {
        fprintf(stderr,
            "spenn-chart: unknown format '%s': svg, pdf, png, html, dot, mmd or txt\n",
            output->format);
        return usage;
    }
    output->format = formats[found];
    return stream && found >= streams ? refuse("pdf and png need a file: -o FILE") : ok;
}

static int check_outputs(struct options *o)
{
    int status = ok;
    if (o->outputs == 0) {
        o->output[o->outputs++].path = "-";
    }
    for (int32_t i = 0; status == ok && i < o->outputs; i++) {
        status = check_output(&o->output[i], o->format);
        for (int32_t k = 0; status == ok && k < i; k++) {
            bool twice = strcmp(o->output[i].path, o->output[k].path) == 0;
            status = twice ? complain("output twice:", o->output[i].path) : ok;
        }
    }
    return status;
}

static int check(struct options *o)
{
    if (o->grammar) {
        return o->input || o->change ? refuse("--grammar draws no model")
                                     : check_outputs(o);
    }
    if (o->input == NULL && o->change == NULL) {
        return refuse("no model given");
    }
    if (o->input && o->change) {
        return complain("the scenario names the model, remove", o->input);
    }
    if ((o->alternative || o->after) && o->change == NULL) {
        return refuse("--alternative and --after need --change");
    }
    if (o->matrix && o->change && !o->after) {
        return refuse("--matrix draws one organization: with --change add --after");
    }
    if (o->pages && (o->chart.layers > 0 || o->chart.leadership)) {
        return refuse("--pages draws all: without --layers and --leadership");
    }
    if (o->results && o->colour_by == NULL) {
        return refuse("--results needs --colour-by");
    }
    if (o->colour_by && o->results == NULL) {
        return refuse("--colour-by needs --results ('spenn chart' computes measures at "
                      "rest by itself)");
    }
    return check_outputs(o);
}

static bool parse_number(const char *text, long least, long most, int32_t *number)
{
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    if (errno || end == text || *end || value < least || value > most) {
        return false;
    }
    *number = (int32_t)value;
    return true;
}

/* Four rising numbers or shares with commas between. */
static bool parse_bounds(const char *text, struct spenn_shade *shade)
{
    char bound[32];
    int32_t count = 0;
    for (const char *c = text; c && count < spenn_shade_classes; count++) {
        size_t length = strcspn(c, ",");
        double *value = &shade->bound[count];
        if (count == spenn_shade_classes - 1 || length >= sizeof bound) {
            return false;
        }
        memcpy(bound, c, length);
        bound[length] = '\0';
        if (!spenn_parse_share(bound, value) || (count > 0 && *value <= value[-1])) {
            return false;
        }
        c = c[length] ? c + length + 1 : NULL;
    }
    shade->bounded = count == spenn_shade_classes - 1;
    return shade->bounded;
}

static int set_value(struct options *o, int letter)
{
    static const char *const papers[] = {"auto", "a4", "a3", "a2", "a1", "a0", NULL};
    switch (letter) {
    case 'o':
        if (o->outputs == most_outputs) {
            return complain("too many outputs, at", optarg);
        }
        o->output[o->outputs++].path = optarg;
        return ok;
    case 'l':
        o->chart.english = strcmp(optarg, "en") == 0;
        return o->chart.english || strcmp(optarg, "nb") == 0
            ? ok
            : complain("the language is nb or en, not", optarg);
    case 'd':
        return parse_number(optarg, 36, 1200, &o->dpi)
            ? ok
            : complain("not 36 to 1200 dpi:", optarg);
    case 'y':
        return parse_number(optarg, 1, 1000, &o->chart.layers)
            ? ok
            : complain("not a number of layers:", optarg);
    case 'p':
        o->chart.paper = find(optarg, papers);
        return o->chart.paper >= 0
            ? ok
            : complain("the page is a4, a3, a2, a1 or a0, not", optarg);
    case 'k':
        return parse_bounds(optarg, &o->shade)
            ? ok
            : complain("not four rising bounds:", optarg);
    case 'h':
        fputs(help, stdout);
        o->done = true;
        return ok;
    case 'V':
        puts("spenn-chart " SPENN_VERSION);
        o->done = true;
        return ok;
    default:
        return usage;
    }
}

static int set(struct options *o, int letter)
{
    const struct {
        int letter;
        const char **text;
        bool *flag;
    } plain[] = {{'f', &o->format, NULL}, {'c', &o->change, NULL},
        {'a', &o->alternative, NULL}, {'t', &o->chart.title, NULL},
        {'r', &o->chart.root, NULL}, {'b', &o->colour_by, NULL}, {'R', &o->results, NULL},
        {'T', &o->shade.title, NULL}, {'U', &o->shade.unit, NULL}, {'A', NULL, &o->after},
        {'F', NULL, &o->force}, {'g', NULL, &o->pages}, {'u', NULL, &o->chart.portrait},
        {'n', NULL, &o->chart.no_legend}, {'G', NULL, &o->grammar},
        {'L', NULL, &o->chart.leadership}, {'M', NULL, &o->matrix}};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        if (plain[i].letter == letter && plain[i].text) {
            *plain[i].text = optarg;
            return ok;
        }
        if (plain[i].letter == letter) {
            *plain[i].flag = true;
            return ok;
        }
    }
    return set_value(o, letter);
}

/* After the complaint of getopt about an option it does not know. */
static void suggest(const char *given, const struct option *options)
{
    const char *name[64];
    int32_t count = 0;
    while (count < (int32_t)(sizeof name / sizeof *name) && options[count].name) {
        name[count] = options[count].name;
        count++;
    }
    char word[64] = "";
    bool is_long = strncmp(given, "--", 2) == 0;
    if (is_long) {
        (void)snprintf(
            word, sizeof word, "%.*s", (int)strcspn(given + 2, "="), given + 2);
    }
    const char *nearest = is_long ? spenn_text_nearest(word, name, count) : NULL;
    if (nearest) {
        fprintf(stderr, "spenn-chart: did you mean '--%s'?\n", nearest);
    }
}

int options_parse(struct options *o, int argc, char **argv)
{
    static const struct option names[] = {{"output", required_argument, NULL, 'o'},
        {"format", required_argument, NULL, 'f'},
        {"change", required_argument, NULL, 'c'},
        {"alternative", required_argument, NULL, 'a'}, {"after", no_argument, NULL, 'A'},
        {"root", required_argument, NULL, 'r'}, {"layers", required_argument, NULL, 'y'},
        {"leadership", no_argument, NULL, 'L'},
        {"colour-by", required_argument, NULL, 'b'},
        {"color-by", required_argument, NULL, 'b'},
        {"results", required_argument, NULL, 'R'},
        {"classes", required_argument, NULL, 'k'},
        {"colour-title", required_argument, NULL, 'T'},
        {"colour-unit", required_argument, NULL, 'U'},
        {"page", required_argument, NULL, 'p'}, {"portrait", no_argument, NULL, 'u'},
        {"pages", no_argument, NULL, 'g'}, {"no-legend", no_argument, NULL, 'n'},
        {"grammar", no_argument, NULL, 'G'}, {"matrix", no_argument, NULL, 'M'},
        {"lang", required_argument, NULL, 'l'}, {"title", required_argument, NULL, 't'},
        {"dpi", required_argument, NULL, 'd'}, {"force", no_argument, NULL, 'F'},
        {"help", no_argument, NULL, 'h'}, {"version", no_argument, NULL, 'V'},
        {NULL, 0, NULL, 0}};
    int letter = 0, status = ok;
    *o = (struct options){
        .dpi = 160, .chart.english = strcmp(spenn_text_language(), "en") == 0};
    while (status == ok && !o->done
        && (letter = getopt_long(argc, argv, "o:hV", names, NULL)) != -1) {
        status = set(o, letter);
    }
    if (letter == '?' && optopt == 0) {
        suggest(argv[optind - 1], names);
    }
    if (status != ok || o->done) {
        return status;
    }
    o->input = optind < argc ? argv[optind++] : NULL;
    return optind < argc ? complain("unexpected", argv[optind]) : check(o);
}
