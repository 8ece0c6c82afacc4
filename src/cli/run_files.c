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

/* Starts the chart program for one file. */
static bool draw_file(
    const struct spenn_run_files *files, const struct drawing *d, const char *path)
{
    bool changed = d->alternative != NULL;
    const char *wanted[] = {"spenn-chart", "--force", "--lang", files->lang, "-o", path,
        changed ? "--change" : files->model, changed ? files->scenario : NULL,
        "--alternative", d->alternative, d->change ? NULL : "--after", NULL};
    if (spenn_cli_chart(wanted) == 0) {
        return true;
    }
    (void)fprintf(stderr, "spenn: the chart '%s' is missing\n", path);
    return false;
}

/* Draws stem.svg and stem.dot; the text of the SVG, or NULL. */
static const char *draw(const struct spenn_run_files *files, const struct drawing *d,
    struct spenn_arena *memory)
{
    const char *dot = spenn_arena_format(memory, "%s/%s.dot", files->directory, d->stem);
    const char *svg = spenn_arena_format(memory, "%s/%s.svg", files->directory, d->stem);
    struct spenn_file file = {0};
    struct spenn_error err = {0};
    if (draw_file(files, d, dot) && draw_file(files, d, svg)
        && !spenn_file_read(svg, spenn_most_bytes, memory, &file, &err)) {
        spenn_error_print(&err, stderr);
    }
    spenn_error_free(&err);
    return file.text;
}

/* Draws the baseline, each alternative and each change, in that order. */
static int32_t draw_all(const struct spenn_run_files *files,
    const struct spenn_study *study, struct spenn_report_chart *chart,
    struct spenn_arena *memory)
{
    const struct spenn_scenario *scenario = study->scenario;
    bool norwegian = strcmp(files->lang, "nb") == 0;
    int32_t count = 0;
    for (int32_t i = -1; i < 2 * scenario->alternative_count; i++) {
        int32_t a = i < 0 ? -1 : i / 2;
        bool change = i >= 0 && i % 2 == 0;
        const struct spenn_alternative *alternative =
            a < 0 ? NULL : scenario->alternative + a;
        const char *name = !alternative          ? (norwegian ? "I dag" : "Today")
            : !norwegian && alternative->name_en ? alternative->name_en
                                                 : alternative->name;
        const char *title = !change
            ? name
            : spenn_arena_format(
                memory, norwegian ? "Endringen: %s" : "The change: %s", name);
        const char *stem = !alternative ? "baseline"
            : change ? spenn_arena_format(memory, "change-%s", alternative->id)
                     : alternative->id;
        const struct drawing drawing = {
            stem, title, alternative ? alternative->id : NULL, change};
        const char *svg = draw(files, &drawing, memory);
        if (svg) {
            chart[count++] = (struct spenn_report_chart){title, svg};
        }
    }
    return count;
}

bool spenn_run_files_write(
    const struct spenn_run_files *files, const struct spenn_report *report)
{
    struct spenn_arena memory = {0};
    struct spenn_report whole = *report;
    if (!make_path(files->directory)) {
        return false;
    }
    if (files->charts) {
        size_t most = (size_t)report->study->scenario->alternative_count * 2 + 1;
        struct spenn_report_chart *chart =
            spenn_arena_alloc(&memory, most, sizeof *chart);
        whole.chart_count = draw_all(files, report->study, chart, &memory);
        whole.chart = chart;
    }
    const struct {
        const char *name;
        writer *write;
    } outputs[] = {{"results.csv", spenn_report_results_csv},
        {"verdicts.csv", spenn_report_verdicts_csv},
        {"changes.csv", spenn_report_changes_csv}, {"results.json", spenn_report_json},
        {"report.html", spenn_report_html}};
    bool ok = true;
    for (size_t i = 0; i < sizeof outputs / sizeof *outputs; i++) {
        ok = write_one(files->directory, outputs[i].name, outputs[i].write, &whole) && ok;
    }
    spenn_arena_free(&memory);
    return ok;
}
