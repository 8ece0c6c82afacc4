/* SPDX-License-Identifier: MIT
 * One row a case in all three forms; a line of a terminal is too short for the source, so
 * there it stands above the cases that share it. */
#include "report_verify.h"

#include "terminal.h"

#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <string.h>

static const char *kind_of(const struct spenn_verify_row *row)
{
    return row->engine ? "engine" : "function";
}

static json_t *number(double value)
{
    return isfinite(value) ? json_real(value) : json_null();
}

static bool print_json(const struct spenn_verification *verification, FILE *out)
{
    json_t *rows = json_array();
    for (int32_t i = 0; i < verification->count; i++) {
        const struct spenn_verify_row *row = &verification->row[i];
        json_t *object = json_object();
        (void)json_object_set_new(object, "case", json_string(row->name));
        (void)json_object_set_new(object, "kind", json_string(kind_of(row)));
        (void)json_object_set_new(object, "expected", number(row->expected));
        (void)json_object_set_new(object, "observed", number(row->observed));
        (void)json_object_set_new(object, "error", number(row->error));
        (void)json_object_set_new(object, "tolerance", number(row->tolerance));
        (void)json_object_set_new(object, "source", json_string(row->source));
        (void)json_object_set_new(object, "pass", json_boolean(row->passed));
        (void)json_array_append_new(rows, object);
    }
    (void)json_dumpf(rows, out, JSON_INDENT(1) | JSON_REAL_PRECISION(12));
    (void)fputc('\n', out);
    json_decref(rows);
    return !ferror(out);
}

static const char *figure(struct spenn_arena *memory, double value, int digits)
{
    return isfinite(value) ? spenn_arena_format(memory, "%.*g", digits, value) : "";
}

static bool print_csv(const struct spenn_verification *verification, FILE *out)
{
    static const char *const titles[] = {
        "case", "kind", "expected", "observed", "error", "tolerance", "source", "pass"};
    struct spenn_sheet sheet = {.columns = 8, .title = titles, .numeric = 0x3c};
    for (int32_t i = 0; i < verification->count; i++) {
        const struct spenn_verify_row *row = &verification->row[i];
        const double value[] = {row->expected, row->observed, row->error, row->tolerance};
        const char **cell = spenn_sheet_add(&sheet);
        cell[0] = row->name;
        cell[1] = kind_of(row);
        for (int c = 0; c < 4; c++) {
            cell[2 + c] = figure(&sheet.memory, value[c], 12);
        }
        cell[6] = row->source;
        cell[7] = row->passed ? "true" : "false";
    }
    bool ok = spenn_sheet_print(&sheet, SPENN_CSV, out);
    spenn_sheet_free(&sheet);
    return ok;
}

static bool begins(const struct spenn_verification *verification, int32_t i)
{
    return i == 0
        || strcmp(verification->row[i - 1].group, verification->row[i].group) != 0;
}

static void print_group(
    const struct spenn_verification *verification, int32_t first, FILE *out)
{
    int32_t end = first, engine = 0;
    do {
        engine += verification->row[end].engine;
        end++;
    } while (end < verification->count && !begins(verification, end));
    (void)fprintf(out, "\n%s: %d case%s, %d through the engine\n",
        verification->row[first].group, end - first, end - first == 1 ? "" : "s", engine);
    (void)fprintf(
        out, "  %-32s %10s %10s %9s %6s\n", "", "expected", "observed", "error", "below");
}

static void print_case(const struct spenn_verify_row *row, FILE *out)
{
    struct spenn_arena memory = {0};
    const char *name = row->name + strlen(row->group) + 1;
    (void)fprintf(out, "  %s %10s %10s %s%7s %6s %s\n",
        spenn_terminal_cell(&memory, name, 32, false), figure(&memory, row->expected, 6),
        figure(&memory, row->observed, 6), row->engine ? "z " : "  ",
        spenn_arena_format(&memory, row->engine ? "%.2f" : "%.0e", row->error),
        spenn_arena_format(&memory, "%.0g", row->tolerance), row->passed ? "ok" : "FAIL");
    spenn_arena_free(&memory);
}

static void print_scope(FILE *out)
{
    struct spenn_terminal terminal = {.out = out, .left = INT32_MAX};
    struct spenn_arena memory = {0};
    (void)fputs(
        "\nOut of scope: what a model cannot say, so that no case shows it\n", out);
    for (int32_t i = 0; i < spenn_verify_absence_count; i++) {
        const struct spenn_verify_absence *absence = &spenn_verify_absences[i];
        spenn_terminal_wrap(&terminal,
            spenn_arena_format(&memory, "- %s: %s", absence->what, absence->why),
            INT32_MAX);
    }
    spenn_arena_free(&memory);
}

static bool print_text(
    const struct spenn_verification *verification, bool whole, FILE *out)
{
    const char *source = "";
    int32_t engine = 0, failed = spenn_verify_failed(verification);
    struct spenn_terminal terminal = {.out = out, .left = INT32_MAX};
    for (int32_t i = 0; i < verification->count; i++) {
        const struct spenn_verify_row *row = &verification->row[i];
        engine += row->engine;
        if (begins(verification, i)) {
            print_group(verification, i, out);
            source = "";
        }
        if (strcmp(source, row->source) != 0) {
            source = row->source;
            spenn_terminal_wrap(&terminal, source, INT32_MAX);
        }
        print_case(row, out);
    }
    if (whole) {
        print_scope(out);
    }
    (void)fprintf(out, "\n%d cases: %d passed, %d failed\n", verification->count,
        verification->count - failed, failed);
    if (engine > 0) {
        (void)fprintf(out,
            "%d through the engine: %" PRId64 " replications, %" PRId64
            " simulated cases of work\n",
            engine, verification->replications, verification->cases);
    }
    for (int32_t i = 0; i < verification->count; i++) {
        if (!verification->row[i].passed) {
            (void)fprintf(out, "failed: %s\n", verification->row[i].name);
        }
    }
    return !ferror(out);
}

bool spenn_report_verify(const struct spenn_verification *verification, bool whole,
    enum spenn_format format, FILE *out)
{
    if (format == SPENN_TEXT) {
        return print_text(verification, whole, out);
    }
    return format == SPENN_JSON ? print_json(verification, out)
                                : print_csv(verification, out);
}
