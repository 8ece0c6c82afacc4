/* SPDX-License-Identifier: MIT
 * What is measured: a piece of work in a process of its own, which reports through a
 * pipe, so that one measurement's memory and caches are not another's. */
#ifndef BENCH_H
#define BENCH_H

#include <stdbool.h>
#include <stdint.h>

struct bench_figures { /* of one run; 0 where it does not apply */
    double seconds;    /* CPU seconds of the work itself, without loading */
    double events;     /* of the model: a case arises, a service ends */
    double cases;
    double mean;      /* hours from arising to being decided: a check on the work */
    double megabytes; /* most memory of the process */
    bool done;        /* false: not installed, or failed */
};

struct bench_work {
    void (*run)(const void *settings, uint64_t seed, struct bench_figures *figures);
    const void *settings;
};

/* The medians of `runs` runs with different seeds. */
struct bench_figures bench_measure(struct bench_work work, int32_t runs);

double bench_cpu(void); /* seconds of this process */

/* The engine on a model file in the public format: engine.c. */
struct bench_engine {
    const char *model; /* path of the file */
    double duration;   /* hours */
    const char *lead;  /* measure of the mean */
};
void bench_engine_run(const void *settings, uint64_t seed, struct bench_figures *figures);

/* Reading and checking a model file (settings: its path): cases are units. */
void bench_read_run(const void *settings, uint64_t seed, struct bench_figures *figures);

/* Model files written into a directory: files.c. Each returns false on failure. */
bool bench_write_mm1(const char *path, double rho);
struct loop_tree;
bool bench_write_tree(
    const char *directory, const char *name, const struct loop_tree *tree);
bool bench_write_agency(const char *path);
bool bench_write_ministries(const char *path, bool coordinating);
bool bench_write_units(const char *directory, const char *name, int32_t units);

#endif
