/* SPDX-License-Identifier: MIT
 * spenn-chart: a model, or what a scenario changes, as an organisation chart. A program
 * of its own, so that no GPL library is linked to Graphviz (docs/architecture.md). */
#include "chart.h"
#include "io.h"
#include "text.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum { ok, failed, usage, invalid };

static const char help[] =
    "Usage: spenn-chart MODEL -o FILE [options]\n"
    "       spenn-chart --change SCENARIO -o FILE [--alternative A] [options]\n"
    "\n"
    "Draws the organisation chart of a model, or what an alternative of a scenario\n"
    "changes: the structure before and after in one chart.\n"
    "\n"
    "  -o, --output FILE    .svg .pdf .png or .dot; - is standard output\n"
    "      --format FORMAT  svg or dot, for -o -\n"
    "      --change FILE    the scenario; the model is the one it names\n"
    "      --alternative A  which alternative (default: the first)\n"
    "      --after          the organization after the change, alone\n"
    "      --lang nb|en     language of names and labels (default SPENN_LANG, else en)\n"
    "      --title TEXT     instead of the model's name or the scenario's title\n"
    "      --dpi N          of a PNG, 36 to 1200 (default 160)\n"
    "      --force          overwrite FILE\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n"
    "\n"
    "Examples:\n"
    "  spenn-chart models/directorates/toll.yaml -o toll.pdf\n"
    "  spenn-chart models/directorates/nav.yaml -o - --format svg > nav.svg\n"
    "  spenn-chart --change scenarios/directorates/extended-forum.yaml -o change.svg\n"
    "\n"
    "Exit status: 0 done, 1 failed, 2 wrong usage, 3 input not valid.\n";

struct options {
    const char *model, *output, *format, *change, *alternative, *title;
    int32_t dpi;
    bool after, english, force, done;
};

static int complain(const char *text, const char *subject)
{
    fprintf(stderr, "spenn-chart: %s '%s'; try --help\n", text, subject);
    return usage;
}

static const char *format_of(const struct options *o)
{
    const char *dot = o->output ? strrchr(o->output, '.') : NULL;
    return o->format ? o->format : dot ? dot + 1 : "";
}

static bool is_one_of(const char *text, const char *const *list)
{
    while (*list && strcmp(text, *list) != 0) {
        list++;
    }
    return *list != NULL;
}

static int check(const struct options *o)
{
    static const char *const formats[] = {"svg", "dot", "pdf", "png", NULL};
    static const char *const streams[] = {"svg", "dot", NULL};
    if (o->model == NULL && o->change == NULL) {
        fputs("spenn-chart: no model given; try --help\n", stderr);
        return usage;
    }
    if (o->model && o->change) {
        return complain("the scenario names the model, remove", o->model);
    }
    if ((o->alternative || o->after) && o->change == NULL) {
        fputs("spenn-chart: --alternative and --after need --change\n", stderr);
        return usage;
    }
    if (o->output == NULL) {
        fputs("spenn-chart: no output given; use -o FILE\n", stderr);
        return usage;
    }
    bool stream = strcmp(o->output, "-") == 0;
    if (stream && o->format == NULL) {
        fputs("spenn-chart: -o - needs --format svg or --format dot\n", stderr);
        return usage;
    }
    if (!is_one_of(format_of(o), stream ? streams : formats)) {
        return complain("unknown format", format_of(o));
    }
    return ok;
}

static bool parse_dpi(const char *text, int32_t *dpi)
{
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    if (errno || end == text || *end || value < 36 || value > 1200) {
        return false;
    }
    *dpi = (int32_t)value;
    return true;
}

static int set(struct options *o, int letter)
{
    switch (letter) {
    case 'o':
        o->output = optarg;
        return ok;
    case 'f':
        o->format = optarg;
        return ok;
    case 'c':
        o->change = optarg;
        return ok;
    case 'a':
        o->alternative = optarg;
        return ok;
    case 'A':
        o->after = true;
        return ok;
    case 't':
        o->title = optarg;
        return ok;
    case 'F':
        o->force = true;
        return ok;
    case 'l':
        o->english = strcmp(optarg, "en") == 0;
        return o->english || strcmp(optarg, "nb") == 0
            ? ok
            : complain("unknown language", optarg);
    case 'd':
        return parse_dpi(optarg, &o->dpi) ? ok : complain("not 36 to 1200 dpi:", optarg);
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

static int parse(struct options *o, int argc, char **argv)
{
    static const struct option names[] = {{"output", required_argument, NULL, 'o'},
        {"format", required_argument, NULL, 'f'},
        {"change", required_argument, NULL, 'c'},
        {"alternative", required_argument, NULL, 'a'}, {"after", no_argument, NULL, 'A'},
        {"lang", required_argument, NULL, 'l'}, {"title", required_argument, NULL, 't'},
        {"dpi", required_argument, NULL, 'd'}, {"force", no_argument, NULL, 'F'},
        {"help", no_argument, NULL, 'h'}, {"version", no_argument, NULL, 'V'},
        {NULL, 0, NULL, 0}};
    int letter, status = ok;
    while (status == ok && !o->done
        && (letter = getopt_long(argc, argv, "o:hV", names, NULL)) != -1) {
        status = set(o, letter);
    }
    if (status != ok || o->done) {
        return status;
    }
    o->model = optind < argc ? argv[optind++] : NULL;
    return optind < argc ? complain("unexpected", argv[optind]) : check(o);
}

/* Opens the output for writing; without --force an existing file stays. */
static FILE *create(const struct options *o, struct spenn_error *err)
{
    if (strcmp(o->output, "-") == 0) {
        return stdout;
    }
    int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        | (spenn_file_replaces(o->output, o->force) ? 0 : O_EXCL);
    int file = open(o->output, flags, 0666);
    FILE *out = file < 0 ? NULL : fdopen(file, "w");
    if (out == NULL) {
        (void)spenn_fail(err, (struct spenn_where){0}, "cannot write '%s': %s%s",
            o->output, strerror(errno), errno == EEXIST ? " (use --force)" : "");
    }
    return out;
}

static bool save(
    const struct options *o, const struct spenn_chart *chart, struct spenn_error *err)
{
    assert(o->output); /* checked with the options */
    const char *format = format_of(o);
    FILE *out = create(o, err);
    if (out == NULL) {
        return false;
    }
    bool drawn = strcmp(format, "svg") != 0 && strcmp(format, "dot") != 0;
    bool saved = drawn
        || (strcmp(format, "svg") == 0 ? spenn_chart_svg(chart, out)
                                       : spenn_chart_dot(chart, out));
    if (out != stdout && fclose(out) != 0) {
        saved = false;
    }
    if (!saved) {
        return spenn_fail(err, (struct spenn_where){0}, "cannot write '%s': %s",
            o->output, strerror(errno));
    }
    return !drawn || spenn_chart_render(chart, o->output, format, o->dpi, err);
}

struct input {
    struct spenn_arena memory;
    struct spenn_scenario scenario;
    struct spenn_model base, changed;
    const char *title;
};

static bool find_alternative(const struct options *o, const struct input *in,
    int32_t *row, struct spenn_error *err)
{
    struct spenn_where at = {.file = o->change};
    if (in->scenario.alternative_count == 0) {
        return spenn_fail(err, at, "the scenario has no alternatives");
    }
    for (*row = 0; o->alternative && *row < in->scenario.alternative_count; (*row)++) {
        if (strcmp(in->scenario.alternative[*row].id, o->alternative) == 0) {
            return true;
        }
    }
    return o->alternative ? spenn_fail(err, at, "no alternative '%s'", o->alternative)
                          : true;
}

static bool read_change(const struct options *o, const struct spenn_assumptions *assume,
    struct input *in, struct spenn_error *err)
{
    int32_t row = 0;
    if (!spenn_read_scenario(o->change, &in->scenario, err)
        || !find_alternative(o, in, &row, err)
        || !spenn_read_model(in->scenario.model, assume, &in->base, err)
        || !spenn_scenario_apply(&in->base, &in->scenario, row, &in->changed, err)) {
        return false;
    }
    const struct spenn_scenario *s = &in->scenario;
    const struct spenn_alternative *a = &s->alternative[row];
    const char *title = o->english && s->title_en ? s->title_en : s->title;
    const char *name = o->english && a->name_en ? a->name_en : a->name;
    in->title = spenn_arena_format(
        &in->memory, "%s%s%s", title ? title : s->id, name ? ": " : "", name ? name : "");
    return true;
}

static int run(const struct options *o, struct spenn_error *err)
{
    struct input in = {0};
    struct spenn_assumptions assume;
    struct spenn_chart chart = {0};
    bool valid = spenn_read_assumptions(NULL, &in.memory, &assume, err)
        && (o->change ? read_change(o, &assume, &in, err)
                      : spenn_read_model(o->model, &assume, &in.base, err));
    bool saved = false;
    if (valid) {
        struct spenn_chart_options how = {o->title ? o->title : in.title, o->english};
        spenn_chart_draw(o->change ? &in.changed : &in.base,
            o->change && !o->after ? &in.base : NULL, &how, &chart);
        saved = save(o, &chart, err);
    }
    spenn_chart_free(&chart);
    spenn_model_free(&in.changed);
    spenn_model_free(&in.base);
    spenn_scenario_free(&in.scenario);
    spenn_arena_free(&in.memory);
    return !valid ? invalid : saved ? ok : failed;
}

int main(int argc, char **argv)
{
    struct options o = {.dpi = 160, .english = strcmp(spenn_text_language(), "en") == 0};
    struct spenn_error err = {0};
    int status = parse(&o, argc, argv);
    if (status == ok && !o.done) {
        status = run(&o, &err);
        spenn_error_print(&err, stderr);
    }
    spenn_error_free(&err);
    return status;
}
