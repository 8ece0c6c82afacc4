/* SPDX-License-Identifier: MIT */
#include "explore_files.h"

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

int spenn_explore_deliver(const struct spenn_exploration *x, const char *directory,
    const char *scenario, const char *lang)
{
    (void)scenario;
    (void)lang;
    if (x->interrupted) {
        return continued(x);
    }
    (void)printf("%s/evaluations.csv\n", directory);
    if (x->options.shards > 1) {
        (void)printf(
            "shard %d of %d is done; when all are: spenn merge DIR... --out DIR\n",
            x->options.shard, x->options.shards);
    }
    return spenn_cli_close(stdout, NULL) ? SPENN_EXIT_OK : SPENN_EXIT_FAILED;
}
