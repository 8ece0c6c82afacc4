/* SPDX-License-Identifier: MIT */
#include "run_files.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* mkdir -p. */
static bool make_path(const char *path)
{
    struct spenn_arena memory = {0};
    char *copy = spenn_arena_alloc(&memory, strlen(path) + 1, 1);
    memcpy(copy, path, strlen(path) + 1);
    bool ok = true;
    for (char *at = copy + 1; ok && *at; at++) {
        if (*at == '/') {
            *at = '\0';
            ok = mkdir(copy, 0777) == 0 || errno == EEXIST;
            *at = '/';
        }
    }
    ok = ok && (mkdir(copy, 0777) == 0 || errno == EEXIST);
    struct stat info;
    if (ok && stat(path, &info) == 0 && !S_ISDIR(info.st_mode)) {
        ok = false;
        errno = ENOTDIR;
    }
    if (!ok) {
        (void)fprintf(stderr, "spenn: cannot make '%s': %s\n", path, strerror(errno));
    }
    spenn_arena_free(&memory);
    return ok;
}

typedef bool writer(const struct spenn_report *report, FILE *out);

static bool write_one(const char *directory, const char *name, writer *write,
    const struct spenn_report *report)
{
    struct spenn_arena memory = {0};
    const char *path = spenn_arena_format(&memory, "%s/%s", directory, name);
    FILE *out = NULL;
    bool ok = spenn_cli_open(path, true, &out);
    if (ok) {
        ok = write(report, out);
        ok = spenn_cli_close(out, path) && ok;
    }
    spenn_arena_free(&memory);
    return ok;
}

struct drawing {
    const char *stem, *title;
    const char *alternative; /* NULL: the baseline */
    bool change;             /* before and after in one */
};

/* Starts the chart program for one file; its exit status, -1 if it cannot start. */
static int draw_file(
    const struct spenn_run_files *files, const struct drawing *d, const char *path)
{
    bool changed = d->alternative != NULL;
    const char *wanted[] = {"spenn-chart", "--force", "--lang", files->lang, "-o", path,
        changed ? "--change" : files->model, changed ? files->scenario : NULL,
        "--alternative", d->alternative, d->change ? NULL : "--after", NULL};
    int status = spenn_cli_chart(wanted);
    if (status > 0) {
        (void)fprintf(stderr, "spenn: the chart '%s' is missing\n", path);
    }
    return status;
}

/* Draws stem.svg and stem.dot; the text of the SVG, or NULL. False when no chart can be
 * drawn at all. */
static bool draw(const struct spenn_run_files *files, const struct drawing *d,
    struct spenn_arena *memory, const char **text)
{
    const char *dot = spenn_arena_format(memory, "%s/%s.dot", files->directory, d->stem);
    const char *svg = spenn_arena_format(memory, "%s/%s.svg", files->directory, d->stem);
    struct spenn_file file = {0};
    struct spenn_error err = {0};
    int status = draw_file(files, d, dot);
    status = status ? status : draw_file(files, d, svg);
    if (status == 0 && !spenn_file_read(svg, spenn_most_bytes, memory, &file, &err)) {
        spenn_error_print(&err, stderr);
    }
    spenn_error_free(&err);
    *text = file.text;
    return status >= 0;
}

/* What chart i shows: 0 today, then of each alternative the change and what it leads to.
 */
static struct drawing drawing_of(const struct spenn_run_files *files,
    const struct spenn_scenario *scenario, int32_t i, struct spenn_arena *memory)
{
    bool norwegian = strcmp(files->lang, "nb") == 0;
    if (i == 0) {
        return (struct drawing){"baseline", norwegian ? "I dag" : "Today", NULL, false};
    }
    const struct spenn_alternative *alternative = &scenario->alternative[(i - 1) / 2];
    const char *name =
        !norwegian && alternative->name_en ? alternative->name_en : alternative->name;
    if (i % 2 == 0) {
        return (struct drawing){alternative->id, name, alternative->id, false};
    }
    const char *title = norwegian ? "Endringen: %s" : "The change: %s";
    return (struct drawing){spenn_arena_format(memory, "change-%s", alternative->id),
        spenn_arena_format(memory, title, name), alternative->id, true};
}

static void draw_all(const struct spenn_run_files *files, struct spenn_report *report,
    struct spenn_arena *memory)
{
    const struct spenn_scenario *scenario = report->study->scenario;
    bool piped = strcmp(files->scenario, "-") == 0; /* and read to its end already */
    if (piped && scenario->alternative_count) {
        (void)fputs("spenn: a scenario from standard input gets no charts of its "
                    "alternatives\n",
            stderr);
    }
    int32_t most = piped ? 1 : 2 * scenario->alternative_count + 1;
    struct spenn_report_chart *chart =
        spenn_arena_alloc(memory, (size_t)most, sizeof *chart);
    report->chart = chart;
    bool can = true;
    for (int32_t i = 0; can && i < most; i++) {
        const struct drawing drawing = drawing_of(files, scenario, i, memory);
        const char *svg = NULL;
        can = draw(files, &drawing, memory, &svg);
        if (svg) {
            chart[report->chart_count++] =
                (struct spenn_report_chart){drawing.stem, drawing.title, svg};
        }
    }
}

bool spenn_run_files_write(const struct spenn_run_files *files,
    struct spenn_report *report, struct spenn_arena *memory)
{
    static const struct {
        const char *name;
        writer *write;
    } outputs[] = {{"results.csv", spenn_report_results_csv},
        {"verdicts.csv", spenn_report_verdicts_csv},
        {"changes.csv", spenn_report_changes_csv}, {"results.json", spenn_report_json},
        {"report.html", spenn_report_html}};
    bool ok = make_path(files->directory);
    if (ok && files->charts) {
        draw_all(files, report, memory);
    }
    for (size_t i = 0; ok && i < sizeof outputs / sizeof *outputs; i++) {
        ok = write_one(files->directory, outputs[i].name, outputs[i].write, report);
    }
    return ok;
}

bool spenn_run_files_print(
    const struct spenn_run_files *files, const struct spenn_report *report)
{
    bool ok = printf("%s/report.html\n", files->directory) > 0;
    if (!report->chart_count) {
        return ok;
    }
    ok = printf("%s/{%s", files->directory, report->chart[0].stem) > 0 && ok;
    for (int32_t i = 1; i < report->chart_count; i++) {
        ok = printf(",%s", report->chart[i].stem) > 0 && ok;
    }
    return puts("}.svg") >= 0 && ok;
}
