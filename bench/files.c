/* SPDX-License-Identifier: MIT
 * The measured organizations as model files: what the engine is given is what any user
 * would write. */
#include "bench.h"
#include "loops.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>

static const char no_overhead[] = "assume: {administration: 0, contact-per-report: 0, "
                                  "contact-minimum: 0}\n";

static FILE *create(const char *directory, const char *name, const char *suffix)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s%s", directory, name, suffix);
    return fopen(path, "w");
}

bool bench_write_mm1(const char *path, double rho)
{
    FILE *out = fopen(path, "w");
    if (!out) {
        return false;
    }
    fprintf(out,
        "spenn: model/1\nid: mm1\nunits:\n  - {id: desk, kind: executive}\n"
        "tasks:\n  - {id: case, at: desk, arrives: %.17g/h, decision: 1h}\n%s",
        rho, no_overhead);
    return fclose(out) == 0;
}

/* Unit k of level l is "nl-k"; level 0 is the top, the last one the leaves. */
static bool write_tree_units(
    const char *directory, const char *name, const struct loop_tree *tree)
{
    FILE *out = create(directory, name, ".csv");
    if (!out) {
        return false;
    }
    fprintf(out, "id,kind,reports-to\nn0-0,executive,\n");
    for (int32_t level = 1, width = tree->span; level < tree->levels; level++) {
        for (int32_t k = 0; k < width; k++) {
            fprintf(
                out, "n%d-%d,department,n%d-%d\n", level, k, level - 1, k / tree->span);
        }
        width *= tree->span;
    }
    return fclose(out) == 0;
}

/* A leaf is a source and serves nothing: the leaves below a manager are tasks at that
 * manager. Limits 1 - p, 1 - p^2, ... from there up. */
bool bench_write_tree(
    const char *directory, const char *name, const struct loop_tree *tree)
{
    FILE *out = create(directory, name, ".yaml");
    if (!out) {
        return false;
    }
    int32_t managers = tree->levels - 2; /* level of the leaves' managers */
    double rate =
        tree->rho / (pow(tree->span, tree->levels - 1) * pow(tree->p, managers));
    fprintf(out, "spenn: model/1\nid: tree\nunits: {csv: %s.csv}\ntasks:\n", name);
    for (int32_t leaf = 1; leaf <= tree->span; leaf++) {
        fprintf(out,
            "  - {id: leaf-%d, at: n%d-*, arrives: %.17g/h, decision: 1h, authority: {",
            leaf, managers, rate);
        for (int32_t level = managers; level > 0; level--) {
            fprintf(out, "n%d-*: %.17g%s", level,
                1.0 - pow(tree->p, managers - level + 1), level > 1 ? ", " : "}}\n");
        }
    }
    fprintf(out, "%s", no_overhead);
    return fclose(out) == 0 && write_tree_units(directory, name, tree);
}

/* 1 + 9 + 90 units, 40,000 cases a year, a leadership group, a network, two second
 * lines of work: an agency as the scenarios have them. */
bool bench_write_agency(const char *path)
{
    FILE *out = fopen(path, "w");
    if (!out) {
        return false;
    }
    fprintf(out,
        "spenn: model/1\nid: agency\nform: directorate\nunits:\n"
        "  - {id: direktor, kind: executive}\n"
        "  - {id: avdeling, kind: department, count: 9, reports-to: direktor}\n");
    for (int32_t i = 1; i <= 9; i++) {
        fprintf(out,
            "  - {id: kontor-%d, kind: region, count: 10, reports-to: avdeling-%d,"
            " caseworkers: 3}\n",
            i, i);
    }
    fprintf(out,
        "forums:\n"
        "  - {id: ledergruppe, kind: leadership-group, chair: direktor,"
        " members: [direktor, avdeling-*], meets: 52/y, lasts: 2h, agenda: 12}\n"
        "  - {id: samling, kind: extended, chair: direktor, members: [direktor, "
        "avdeling-*, kontor-*], meets: 4/y, lasts: 6h, agenda: 12, commitment: 50%%}\n"
        "tasks:\n"
        "  - {id: vedtak, at: kontor-*, arrives: 430/y, handling: 6h, decision: 15min,"
        " beyond-authority: 10%%, deadline: 6w, late: escalates}\n"
        "  - {id: prinsipp, at: kontor-*, arrives: 4/y, handling: 10h, decision: 10min,"
        " decided-in: ledergruppe}\n"
        "  - {id: sporsmal, at: kontor-*, arrives: 10/y, decision: 30min}\n"
        "practice: {among: kontor-*}\n");
    return fclose(out) == 0;
}

/* Forty equal units, whose cases four of them climb the ladder with; else the same cases
 * without it. */
bool bench_write_ministries(const char *path, bool coordinating)
{
    FILE *out = fopen(path, "w");
    if (!out) {
        return false;
    }
    fprintf(out,
        "spenn: model/1\nid: ministries\nunits:\n"
        "  - {id: regjering, kind: executive}\n"
        "  - {id: dep, kind: department, count: 40, reports-to: regjering,"
        " caseworkers: 4}\n"
        "tasks:\n"
        "  - {id: sak, at: dep-*, arrives: 40/y, handling: 2h, decision: 15min%s}\n",
        coordinating ? ", coordinates: {with: dep-*, parties: 4, step: 4}" : "");
    return fclose(out) == 0;
}

bool bench_write_units(const char *directory, const char *name, int32_t units)
{
    FILE *out = create(directory, name, ".yaml");
    if (!out) {
        return false;
    }
    fprintf(out, "spenn: model/1\nid: many\nunits: {csv: %s.csv}\n", name);
    if (fclose(out) != 0 || !(out = create(directory, name, ".csv"))) {
        return false;
    }
    fprintf(out,
        "id,name,kind,reports-to,fte,caseworkers,sector\n"
        "u0,Leder,executive,,1,0,\n");
    for (int32_t i = 1; i < units; i++) {
        fprintf(out, "u%d,\"Enhet %d, nord\",department,u%d,%d.5,%d,sektor-%d\n", i, i,
            (i - 1) / 8, i % 40, i % 7, i % 12);
    }
    return fclose(out) == 0;
}
