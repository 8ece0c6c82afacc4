/* SPDX-License-Identifier: MIT
 * Measures the production engine beside SimPy and beside loops written for one model
 * each, on the machine at hand, and prints a table. Ratios travel, seconds do not.
 *   bench [RUNS]    RUNS of each measurement, default 5; the median is printed */
#include "bench.h"
#include "loops.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { loop_cases = 2000000, engine_cases = 1000000, simpy_cases = 100000 };

static const double rho = 0.9;
static const struct loop_tree tree = {.span = 5, .levels = 6, .p = 0.3, .rho = 0.8};
static const double tree_rate = 0.8 / 0.0081; /* cases an hour of the whole tree */

static void run_loop_mm1(
    const void *settings, uint64_t seed, struct bench_figures *figures)
{
    (void)settings;
    double begin = bench_cpu();
    struct loop_result result = loop_mm1(rho, loop_cases, seed);
    *figures = (struct bench_figures){
        bench_cpu() - begin, result.events, loop_cases, result.mean, 0.0, true};
}

static void run_loop_tree(
    const void *settings, uint64_t seed, struct bench_figures *figures)
{
    (void)settings;
    double begin = bench_cpu();
    struct loop_result result = loop_tree(&tree, loop_cases, seed);
    *figures = (struct bench_figures){
        bench_cpu() - begin, result.events, loop_cases, result.mean, 0.0, true};
}

/* Settings: the script and its arguments but the seed. The script prints CPU seconds,
 * events and the mean. */
static void run_simpy(const void *settings, uint64_t seed, struct bench_figures *figures)
{
    char command[PATH_MAX + 256], line[256] = "";
    snprintf(command, sizeof command, "exec /usr/bin/python3 %s/%s %llu 2>/dev/null",
        BENCH_SOURCE, (const char *)settings, (unsigned long long)seed);
    FILE *out = popen(command, "r"); /* a fixed program and our own script */
    if (!out) {
        return;
    }
    bool read = fgets(line, sizeof line, out) != NULL;
    figures->done = pclose(out) == 0 && read
        && sscanf(
               line, "%lf %lf %lf", &figures->seconds, &figures->events, &figures->mean)
            == 3;
    figures->cases = simpy_cases;
}

struct row {
    const char *title;
    struct bench_figures figures;
};

static double speed(const struct bench_figures *f)
{
    return f->seconds > 0.0 ? f->events / f->seconds : 0.0;
}

static void print_ratio(const struct bench_figures *f, const struct bench_figures *to)
{
    if (to->done && f->done) {
        printf(" %9.2f", speed(f) / speed(to));
    } else {
        printf(" %9s", "-");
    }
}

/* Rows in the order engine, loop, SimPy. */
static void print_model(const char *title, const struct row *row, double theory)
{
    printf("\n%s (theory: mean %.4f h)\n", title, theory);
    printf("  %-22s %10s %9s %9s %9s %8s %6s\n", "", "cases", "M ev/s", "x SimPy",
        "x loop", "mean h", "MB");
    for (int32_t i = 0; i < 3; i++) {
        const struct bench_figures *f = &row[i].figures;
        if (!f->done) {
            printf("  %-22s not installed or failed: skipped\n", row[i].title);
            continue;
        }
        printf("  %-22s %10.0f %9.2f", row[i].title, f->cases, speed(f) / 1e6);
        print_ratio(f, &row[2].figures);
        print_ratio(f, &row[1].figures);
        printf(" %8.4f %6.0f\n", f->mean, f->megabytes);
    }
}

static void compare_mm1(const char *directory, int32_t runs)
{
    char path[PATH_MAX], script[128];
    snprintf(path, sizeof path, "%s/mm1.yaml", directory);
    snprintf(script, sizeof script, "simpy_mm1.py %g %d", rho, simpy_cases);
    struct bench_engine engine = {path, engine_cases / rho, "lead-time"};
    struct row row[3] = {
        {.title = "spenn"}, {.title = "loop for M/M/1 only"}, {.title = "SimPy"}};
    if (bench_write_mm1(path, rho)) {
        row[0].figures =
            bench_measure((struct bench_work){bench_engine_run, &engine}, runs);
    }
    row[1].figures = bench_measure((struct bench_work){run_loop_mm1, NULL}, runs);
    row[2].figures = bench_measure((struct bench_work){run_simpy, script}, runs);
    print_model("M/M/1, load 0.9", row, 1.0 / (1.0 - rho));
}

static void compare_tree(const char *directory, int32_t runs)
{
    char path[PATH_MAX], script[128];
    snprintf(path, sizeof path, "%s/tree.yaml", directory);
    snprintf(script, sizeof script, "simpy_tree.py %d %d %g %g %d", tree.span,
        tree.levels, tree.p, tree.rho, simpy_cases);
    struct bench_engine engine = {path, engine_cases / tree_rate, "lead-time"};
    struct row row[3] = {
        {.title = "spenn"}, {.title = "loop for the tree only"}, {.title = "SimPy"}};
    if (bench_write_tree(directory, "tree")) {
        row[0].figures =
            bench_measure((struct bench_work){bench_engine_run, &engine}, runs);
    }
    row[1].figures = bench_measure((struct bench_work){run_loop_tree, NULL}, runs);
    row[2].figures = bench_measure((struct bench_work){run_simpy, script}, runs);
    print_model("Escalation tree, 3,906 units, top at load 0.8", row, 1.8191);
}

static void measure_agency(const char *directory, int32_t runs)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/agency.yaml", directory);
    struct bench_engine engine = {path, 1950.0, "lead-time"};
    if (!bench_write_agency(path)) {
        return;
    }
    struct bench_figures f =
        bench_measure((struct bench_work){bench_engine_run, &engine}, runs);
    printf("\nOne replication of an agency: 100 units, %.0f cases in a year\n"
           "  %.1f ms, %.0f events, %.2f M ev/s, %.0f MB\n",
        f.cases, 1e3 * f.seconds, f.events, speed(&f) / 1e6, f.megabytes);
}

static void measure_reading(const char *directory, int32_t runs)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/many.yaml", directory);
    if (!bench_write_units(directory, "many", 100000)) {
        return;
    }
    struct bench_figures f =
        bench_measure((struct bench_work){bench_read_run, path}, runs);
    printf(
        "\nReading and checking %.0f units from CSV\n  %.3f s, %.2f us a unit, %.0f MB\n",
        f.cases, f.seconds, 1e6 * f.seconds / f.cases, f.megabytes);
}

static void remove_files(const char *directory)
{
    static const char *const name[] = {
        "mm1.yaml", "tree.yaml", "tree.csv", "agency.yaml", "many.yaml", "many.csv"};
    char path[PATH_MAX];
    for (size_t i = 0; i < sizeof name / sizeof *name; i++) {
        snprintf(path, sizeof path, "%s/%s", directory, name[i]);
        unlink(path);
    }
    rmdir(directory);
}

int main(int argc, char **argv)
{
    int32_t runs = argc > 1 ? atoi(argv[1]) : 5;
    char directory[] = "/tmp/spenn-bench-XXXXXX";
    if (runs < 1 || !mkdtemp(directory)) {
        fprintf(stderr, "usage: bench [RUNS]\n");
        return 2;
    }
    printf("Medians of %d runs; CPU seconds of the replication alone\n", runs);
    compare_mm1(directory, runs);
    compare_tree(directory, runs);
    measure_agency(directory, runs);
    measure_reading(directory, runs);
    remove_files(directory);
    return 0;
}
