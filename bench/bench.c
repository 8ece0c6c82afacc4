/* SPDX-License-Identifier: MIT
 * Measures the production engine beside SimPy and beside loops written for one model
 * each, on the machine at hand, and prints a table. Ratios travel, seconds do not.
 *   bench [RUNS]    RUNS of each measurement, default 5; the median is printed */
#include "bench.h"
#include "loops.h"

#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { loop_cases = 2000000, engine_cases = 1000000, simpy_cases = 100000 };

static const double rho = 0.9;
static const struct loop_mm1 free_luck = {0.9, false}, keyed_luck = {0.9, true};
static const struct loop_tree tree = {.span = 5, .levels = 6, .p = 0.3, .rho = 0.8};
static const struct loop_tree large = {.span = 5, .levels = 8, .p = 0.3, .rho = 0.8};

/* Cases an hour of the whole tree, and the mean hours to a decision (Jackson 1957: each
 * post is an M/M/1, and one in 1 / p of a post's cases goes on to the next). */
static double tree_rate(const struct loop_tree *t)
{
    return t->rho / pow(t->p, t->levels - 2);
}

static double tree_mean(const struct loop_tree *t)
{
    double sum = 0.0;
    for (int32_t level = 0; level <= t->levels - 2; level++) {
        double load = t->rho / pow(t->p * t->span, level);
        sum += pow(t->p, t->levels - 2 - level) / (1.0 - load);
    }
    return sum;
}

static void run_loop_mm1(
    const void *settings, uint64_t seed, struct bench_figures *figures)
{
    double begin = bench_cpu();
    struct loop_result result = loop_mm1(settings, loop_cases, seed);
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

struct script {
    const char *name;
    char argument[7][24]; /* without the seed */
    int32_t arguments;
};

/* Becomes the script, its output in the pipe. */
static void become(const struct script *script, uint64_t seed, int out)
{
    char path[PATH_MAX], last[24], python[] = "/usr/bin/python3",
                                   *argv[12] = {python, path};
    int32_t count = 2;
    snprintf(path, sizeof path, "%s/%s", BENCH_SOURCE, script->name);
    snprintf(last, sizeof last, "%" PRIu64, seed);
    for (int32_t i = 0; i < script->arguments; i++) {
        argv[count++] = (char *)script->argument[i];
    }
    argv[count] = last;
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere >= 0 && dup2(out, 1) >= 0 && dup2(nowhere, 2) >= 0) {
        execv(python, argv);
    }
    _exit(127);
}

/* The script prints CPU seconds, events and the mean. */
static void run_simpy(const void *settings, uint64_t seed, struct bench_figures *figures)
{
    char line[256] = "", *at = line;
    int ends[2], status = 1;
    if (pipe(ends) != 0) {
        return;
    }
    pid_t child = fork();
    if (child == 0) {
        become(settings, seed, ends[1]);
    }
    close(ends[1]);
    FILE *out = fdopen(ends[0], "r");
    bool some = out && fgets(line, sizeof line, out) != NULL;
    bool well = child > 0 && waitpid(child, &status, 0) == child && status == 0 && some;
    figures->seconds = strtod(at, &at);
    figures->events = strtod(at, &at);
    figures->mean = strtod(at, &at);
    figures->cases = simpy_cases;
    figures->done = well && figures->mean > 0.0;
    if (out) {
        fclose(out);
    }
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

/* Rows in the order engine, loop, SimPy, others. */
static void print_model(
    const char *title, const struct row *row, int32_t rows, double theory)
{
    printf("\n%s (theory: mean %.4f h)\n", title, theory);
    printf("  %-22s %10s %9s %9s %9s %8s %6s\n", "", "cases", "M ev/s", "x SimPy",
        "x loop", "mean h", "MB");
    for (int32_t i = 0; i < rows; i++) {
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
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/mm1.yaml", directory);
    struct script script = {.name = "simpy_mm1.py", .arguments = 2};
    snprintf(script.argument[0], 24, "%g", rho);
    snprintf(script.argument[1], 24, "%d", simpy_cases);
    struct bench_engine engine = {path, engine_cases / rho, "lead-time"};
    struct row row[] = {{.title = "spenn"}, {.title = "loop for M/M/1 only"},
        {.title = "SimPy"}, {.title = "loop, keyed draws"}};
    if (bench_write_mm1(path, rho)) {
        row[0].figures =
            bench_measure((struct bench_work){bench_engine_run, &engine}, runs);
    }
    row[1].figures = bench_measure((struct bench_work){run_loop_mm1, &free_luck}, runs);
    row[2].figures = bench_measure((struct bench_work){run_simpy, &script}, runs);
    row[3].figures = bench_measure((struct bench_work){run_loop_mm1, &keyed_luck}, runs);
    print_model("M/M/1, load 0.9", row, 4, 1.0 / (1.0 - rho));
}

static void compare_tree(const char *directory, int32_t runs)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/tree.yaml", directory);
    struct script script = {.name = "simpy_tree.py", .arguments = 5};
    snprintf(script.argument[0], 24, "%d", tree.span);
    snprintf(script.argument[1], 24, "%d", tree.levels);
    snprintf(script.argument[2], 24, "%g", tree.p);
    snprintf(script.argument[3], 24, "%g", tree.rho);
    snprintf(script.argument[4], 24, "%d", simpy_cases);
    struct bench_engine engine = {path, engine_cases / tree_rate(&tree), "lead-time"};
    struct row row[3] = {
        {.title = "spenn"}, {.title = "loop for the tree only"}, {.title = "SimPy"}};
    if (bench_write_tree(directory, "tree", &tree)) {
        row[0].figures =
            bench_measure((struct bench_work){bench_engine_run, &engine}, runs);
    }
    row[1].figures = bench_measure((struct bench_work){run_loop_tree, NULL}, runs);
    row[2].figures = bench_measure((struct bench_work){run_simpy, &script}, runs);
    print_model(
        "Escalation tree, 3,906 units, top at load 0.8", row, 3, tree_mean(&tree));
}

static void measure_large_tree(const char *directory, int32_t runs)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/large.yaml", directory);
    struct bench_engine engine = {path, engine_cases / tree_rate(&large), "lead-time"};
    if (!bench_write_tree(directory, "large", &large)) {
        return;
    }
    struct bench_figures f =
        bench_measure((struct bench_work){bench_engine_run, &engine}, runs);
    printf("\nThe tree with two more levels, 97,656 units (theory: mean %.4f h)\n"
           "  %.0f cases, %.2f M ev/s, mean %.4f h, %.0f MB with reading\n",
        tree_mean(&large), f.cases, speed(&f) / 1e6, f.mean, f.megabytes);
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

/* What the ladder adds to a case. */
static void compare_coordination(const char *directory, int32_t runs)
{
    char path[PATH_MAX];
    struct bench_figures f[2] = {{0}};
    snprintf(path, sizeof path, "%s/ministries.yaml", directory);
    struct bench_engine engine = {path, 20 * 1950.0, "lead-time"};
    for (int32_t with = 0; with < 2 && bench_write_ministries(path, with); with++) {
        f[with] = bench_measure((struct bench_work){bench_engine_run, &engine}, runs);
    }
    double without = f[0].seconds / f[0].cases, climbs = f[1].seconds / f[1].cases;
    printf("\nA case of four parties among forty units that climbs to step 4\n"
           "  %.2f us, without coordination %.2f us: %.1f times; an event %.2f times\n",
        1e6 * climbs, 1e6 * without, climbs / without, speed(&f[0]) / speed(&f[1]));
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
    static const char *const name[] = {"mm1.yaml", "tree.yaml", "tree.csv", "large.yaml",
        "large.csv", "agency.yaml", "ministries.yaml", "many.yaml", "many.csv"};
    char path[PATH_MAX];
    for (size_t i = 0; i < sizeof name / sizeof *name; i++) {
        snprintf(path, sizeof path, "%s/%s", directory, name[i]);
        unlink(path);
    }
    rmdir(directory);
}

int main(int argc, char **argv)
{
    int32_t runs = argc > 1 ? (int32_t)strtol(argv[1], NULL, 10) : 5;
    char directory[] = "/tmp/spenn-bench-XXXXXX";
    if (runs < 1 || !mkdtemp(directory)) {
        fprintf(stderr, "usage: bench [RUNS]\n");
        return 2;
    }
    printf("Medians of %d runs; CPU seconds of the replication alone\n", runs);
    compare_mm1(directory, runs);
    compare_tree(directory, runs);
    measure_large_tree(directory, runs);
    measure_agency(directory, runs);
    compare_coordination(directory, runs);
    measure_reading(directory, runs);
    remove_files(directory);
    return 0;
}
