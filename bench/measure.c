/* SPDX-License-Identifier: MIT
 * Runs a piece of work in processes of its own and takes medians. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { most_runs = 31 };

double bench_cpu(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_utime.tv_sec + 1e-6 * (double)usage.ru_utime.tv_usec
        + (double)usage.ru_stime.tv_sec + 1e-6 * (double)usage.ru_stime.tv_usec;
}

static void work_in_child(struct bench_work work, uint64_t seed, int out)
{
    struct bench_figures figures = {0};
    work.run(work.settings, seed, &figures);
    bool sent = write(out, &figures, sizeof figures) == (ssize_t)sizeof figures;
    _exit(sent ? 0 : 1);
}

static struct bench_figures run_once(struct bench_work work, uint64_t seed)
{
    struct bench_figures figures = {0};
    int ends[2];
    fflush(NULL);
    if (pipe(ends) != 0) {
        return figures;
    }
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        work_in_child(work, seed, ends[1]);
    }
    close(ends[1]);
    bool whole =
        child > 0 && read(ends[0], &figures, sizeof figures) == (ssize_t)sizeof figures;
    close(ends[0]);
    struct rusage usage = {0};
    if (child > 0 && wait4(child, NULL, 0, &usage) == child && whole) {
        figures.megabytes = (double)usage.ru_maxrss / 1024.0;
        return figures;
    }
    return (struct bench_figures){0};
}

static int by_seconds(const void *a, const void *b)
{
    const struct bench_figures *x = a, *y = b;
    return (x->seconds > y->seconds) - (x->seconds < y->seconds);
}

struct bench_figures bench_measure(struct bench_work work, int32_t runs)
{
    struct bench_figures all[most_runs];
    runs = runs > most_runs ? most_runs : runs;
    for (int32_t i = 0; i < runs; i++) {
        all[i] = run_once(work, 2014 + (uint64_t)i);
        if (!all[i].done) {
            return all[i];
        }
    }
    qsort(all, (size_t)runs, sizeof *all, by_seconds);
    return all[runs / 2];
}
