/* SPDX-License-Identifier: MIT */
#include "run_files.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

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

/* Draws stem.svg and stem.dot in one go; the text of the SVG, or NULL. Returns what
 * spenn_cli_chart does. */
static int draw(const struct spenn_run_files *files, const struct drawing *d,
    struct spenn_arena *memory, const char **text)
{
    const char *dot = spenn_arena_format(memory, "%s/%s.dot", files->directory, d->stem);
    const char *svg = spenn_arena_format(memory, "%s/%s.svg", files->directory, d->stem);
    bool changed = d->alternative != NULL;
    const char *wanted[] = {"spenn-chart", "--force", "--lang", files->lang, "-o", dot,
        "-o", svg, changed ? "--change" : files->model, changed ? files->scenario : NULL,
        "--alternative", d->alternative, d->change ? NULL : "--after", NULL};
    struct spenn_file file = {0};
    struct spenn_error err = {0};
    (void)unlink(dot); /* those of an earlier run show something else */
    (void)unlink(svg);
    int status = spenn_cli_chart(wanted);
    if (status == 0 && !spenn_file_read(svg, spenn_most_bytes, memory, &file, &err)) {
        spenn_error_print(&err, stderr);
    }
    spenn_error_free(&err);
    *text = file.text;
    return status;
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

/* How many charts there are to draw. */
static int32_t charts_of(
    const struct spenn_run_files *files, const struct spenn_scenario *scenario)
{
    bool piped = strcmp(files->scenario, "-") == 0; /* and read to its end already */
    if (piped && scenario->alternative_count) {
        (void)fputs("spenn: a scenario from standard input gets no charts of its "
                    "alternatives\n",
            stderr);
    }
    return piped ? 1 : 2 * scenario->alternative_count + 1;
}

static void say_lost(const struct spenn_run_files *files,
    const struct spenn_report_chart *chart, int32_t count)
{
    int32_t lost = 0;
    for (int32_t i = 0; i < count; i++) {
        if (chart[i].svg == NULL) {
            (void)fprintf(stderr, "%s'%s/%s.svg'",
                lost++ ? ", " : "spenn: missing charts: ", files->directory,
                chart[i].stem);
        }
    }
    (void)fputs(lost ? "\n" : "", stderr);
}

/* A chart that is lost keeps its place in the report, without a picture. */
static void draw_all(const struct spenn_run_files *files, struct spenn_report *report,
    struct spenn_arena *memory)
{
    const struct spenn_scenario *scenario = report->study->scenario;
    int32_t count = charts_of(files, scenario);
    struct spenn_report_chart *chart =
        spenn_arena_alloc(memory, (size_t)count, sizeof *chart);
    bool starts = true;
    for (int32_t i = 0; i < count; i++) {
        const struct drawing drawing = drawing_of(files, scenario, i, memory);
        chart[i] = (struct spenn_report_chart){
            drawing.stem, drawing.title, (i + 1) / 2 - 1, NULL};
        if (starts) {
            starts = draw(files, &drawing, memory, &chart[i].svg) != SPENN_CHART_ABSENT;
        }
    }
    say_lost(files, chart, count);
    report->chart = chart;
    report->chart_count = count;
}

/* Tables before pictures: whatever becomes of drawing, they are there. */
bool spenn_run_files_write(const struct spenn_run_files *files,
    struct spenn_report *report, struct spenn_arena *memory)
{
    static const struct {
        const char *name;
        writer *write;
    } outputs[] = {{"results.csv", spenn_report_results_csv},
        {"verdicts.csv", spenn_report_verdicts_csv},
        {"series.csv", spenn_report_series_csv},
        {"changes.csv", spenn_report_changes_csv}, {"results.json", spenn_report_json},
        {"report.html", spenn_report_html}};
    bool ok = spenn_directory_make(files->directory);
    if (!ok) {
        (void)fprintf(
            stderr, "spenn: cannot make '%s': %s\n", files->directory, strerror(errno));
    }
    for (size_t i = 0; ok && i < sizeof outputs / sizeof *outputs; i++) {
        if (outputs[i].write == spenn_report_html && files->charts) {
            draw_all(files, report, memory);
        }
        ok = write_one(files->directory, outputs[i].name, outputs[i].write, report);
    }
    return ok;
}

bool spenn_run_files_print(
    const struct spenn_run_files *files, const struct spenn_report *report)
{
    bool ok = printf("%s/report.html\n", files->directory) > 0;
    bool any = false;
    for (int32_t i = 0; i < report->chart_count; i++) {
        if (report->chart[i].svg) {
            ok = (any ? printf(",%s", report->chart[i].stem)
                      : printf("%s/{%s", files->directory, report->chart[i].stem))
                    > 0
                && ok;
            any = true;
        }
    }
    return (!any || puts("}.svg") >= 0) && ok;
}
