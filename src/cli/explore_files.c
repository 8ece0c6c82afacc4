/* SPDX-License-Identifier: MIT */
#include "explore_files.h"

#include "explore_options.h"
#include "report_explore.h"

#include <time.h>

static double now(void)
{
    struct timespec time = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

void spenn_explore_progress(void *context, int32_t done, int32_t planned)
{
    enum { width = 30 };
    struct spenn_explore_clock *clock = context;
    char bar[width + 1];
    int32_t filled = planned > 0 ? (int32_t)((int64_t)done * width / planned) : 0;
    for (int32_t i = 0; i < width; i++) {
        bar[i] = i < filled ? '#' : '.';
    }
    bar[width] = '\0';
    if (clock->began == 0) {
        clock->began = now();
        clock->before = done;
    }
    int32_t made = done - clock->before;
    double left = made > 0 ? (now() - clock->began) / made * (planned - done) : 0;
    (void)fprintf(stderr, "\r[%s] %d of %d evaluations", bar, done, planned);
    if (made > 0) {
        (void)fprintf(stderr, ", %.0f:%02.0f left   ",
            (left - (double)((int)left % 60)) / 60, (double)((int)left % 60));
    }
}

static int continued(const struct spenn_exploration *x)
{
    (void)fprintf(stderr,
        "spenn: interrupted after %d of %d evaluations; the same command goes on\n",
        x->done, x->planned);
    return SPENN_EXIT_INTERRUPTED;
}

static int shard_done(const struct spenn_exploration *x, const char *directory)
{
    (void)printf("%s/evaluations.csv\n", directory);
    (void)printf("shard %d of %d is done; when all are: spenn merge DIR... --out DIR\n",
        x->options.shard, x->options.shards);
    return spenn_cli_close(stdout, NULL) ? SPENN_EXIT_OK : SPENN_EXIT_FAILED;
}

struct files { /* to be written */
    const struct spenn_explore_page *page;
    const char *directory;
    struct spenn_arena memory;
};

/* File `which` of the tables; the page comes after them. */
static bool write_file(struct files *files, int32_t which)
{
    bool html = which == spenn_explore_table_count;
    const char *name = html ? "report.html" : spenn_explore_tables[which].file;
    const char *path =
        spenn_arena_format(&files->memory, "%s/%s", files->directory, name);
    FILE *out = NULL;
    if (!spenn_cli_open(path, true, &out)) {
        return false;
    }
    bool ok = html
        ? spenn_report_explore_html(files->page, out)
        : spenn_report_explore_csv(files->page->x, files->page->summary, which, out);
    return spenn_cli_close(out, path) && ok;
}

/* How to make it again: what was chosen, not how fast. */
static const char *origin_of(const struct spenn_exploration *x,
    const struct spenn_explore_inputs *inputs, struct spenn_arena *memory)
{
    return spenn_arena_format(memory,
        "spenn explore %s --effort %s --points %d --replications %d --seed %llu%s",
        inputs->scenario, spenn_explore_effort(x->options.trajectories),
        x->options.points, x->options.replications, (unsigned long long)x->options.seed,
        spenn_cli_assuming(memory, inputs->assumptions));
}

int spenn_explore_deliver(const struct spenn_exploration *x, const char *directory,
    const struct spenn_explore_inputs *inputs, const char *lang)
{
    if (x->interrupted) {
        return continued(x);
    }
    if (!x->core.whole) {
        return shard_done(x, directory);
    }
    struct spenn_summary summary;
    struct files files = {.directory = directory};
    spenn_explore_summarize(x, &summary);
    const struct spenn_explore_page page = {
        x, &summary, lang, origin_of(x, inputs, &files.memory)};
    files.page = &page;
    bool ok = true;
    for (int32_t i = 0; i <= spenn_explore_table_count && ok; i++) {
        ok = write_file(&files, i);
    }
    ok = ok && spenn_report_explore(x, &summary, lang, stdout)
        && printf("%s/report.html\n", directory) > 0;
    ok = spenn_cli_close(stdout, NULL) && ok;
    spenn_arena_free(&files.memory);
    spenn_summary_free(&summary);
    return ok ? SPENN_EXIT_OK : SPENN_EXIT_FAILED;
}
