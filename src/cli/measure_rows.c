/* SPDX-License-Identifier: MIT */
#include "measure_rows.h"

#include "measure.h"
#include "report.h"
#include "terminal.h"
#include "text.h"

#include <math.h>

enum { many = 4 }; /* equal numbers that become one row */

void spenn_cli_exact_rows(struct spenn_sheet *sheet, const struct spenn_results *results)
{
    for (int32_t i = 0; i < results->count; i++) {
        if (isnan(results->value[i])) {
            continue;
        }
        const char **cell = spenn_sheet_add(sheet);
        cell[0] = results->measure[i]->id;
        cell[1] = spenn_arena_text(&sheet->memory, results->subject[i]);
        cell[2] = spenn_arena_format(&sheet->memory, "%.10g", results->value[i]);
    }
}

struct run { /* rows of one measure over one kind */
    const struct spenn_results *results;
    int32_t begin, end;
    const char **text; /* of each row; NULL: not defined */
    int32_t *equal;    /* at the first of its number: rows with it; else 0 */
};

static struct run find_run(const struct spenn_results *results, int32_t begin)
{
    struct run run = {.results = results, .begin = begin, .end = begin + 1};
    while (run.end < results->count
        && results->measure[run.end] == results->measure[begin]
        && results->over[run.end] == results->over[begin]) {
        run.end++;
    }
    return run;
}

/* Texts of the numbers; counts have no decimals. */
static void write_numbers(struct run *run, struct spenn_arena *memory)
{
    const double *value = run->results->value + run->begin;
    const char *unit = run->results->measure[run->begin]->unit;
    size_t rows = (size_t)(run->end - run->begin);
    bool counts = true;
    char number[64];
    run->text = spenn_arena_alloc(memory, rows, sizeof *run->text);
    for (size_t i = 0; i < rows; i++) {
        counts = counts && (isnan(value[i]) || nearbyint(value[i]) == value[i]);
    }
    for (size_t i = 0; i < rows; i++) {
        if (!isnan(value[i])) {
            run->text[i] = spenn_arena_text(memory,
                spenn_report_number(
                    number, sizeof number, value[i], counts ? "units" : unit));
        }
    }
}

static void count_equal(struct run *run, struct spenn_arena *memory)
{
    struct spenn_index first = {0};
    int32_t rows = run->end - run->begin;
    run->equal = spenn_arena_alloc(memory, (size_t)rows, sizeof *run->equal);
    for (int32_t i = 0; i < rows; i++) {
        if (run->text[i]) {
            int32_t old = spenn_index_add(memory, &first, run->text[i], i);
            run->equal[old >= 0 ? old : i]++;
        }
    }
    for (int32_t i = 0; i < rows; i++) { /* a few stay rows of their own */
        int32_t at = run->text[i] ? spenn_index_find(&first, run->text[i]) : i;
        if (run->equal[at] > 0 && run->equal[at] < many) {
            run->equal[i] = 1;
        }
    }
}

static void add_run(struct spenn_sheet *sheet, const struct run *run, bool brief)
{
    for (int32_t i = 0; i < run->end - run->begin; i++) {
        int32_t row = run->begin + i;
        const char *id = run->results->subject[row];
        if (!run->text[i] || (brief && run->equal[i] == 0)) {
            continue;
        }
        const char **cell = spenn_sheet_add(sheet);
        cell[0] = run->results->measure[row]->id;
        cell[1] = brief && run->equal[i] > 1
            ? spenn_arena_format(&sheet->memory, "%s and %d more", id, run->equal[i] - 1)
            : spenn_arena_text(&sheet->memory, id);
        cell[2] = run->text[i];
        cell[3] = run->results->measure[row]->unit;
    }
}

/* Rows over one kind; false without any. */
static bool add_kind(struct spenn_sheet *sheet, const struct spenn_results *results,
    int32_t over, bool brief)
{
    bool any = false;
    struct run run;
    for (int32_t begin = 0; begin < results->count; begin = run.end) {
        run = find_run(results, begin);
        if (results->over[begin] == over) {
            write_numbers(&run, &sheet->memory);
            count_equal(&run, &sheet->memory);
            add_run(sheet, &run, brief);
            any = true;
        }
    }
    return any;
}

void spenn_cli_read_rows(
    struct spenn_sheet *sheet, const struct spenn_results *results, bool brief)
{
    static const int32_t order[] = {SPENN_OVER_WHOLE, SPENN_OVER_LAYERS,
        SPENN_OVER_FORUMS, SPENN_OVER_TASKS, SPENN_OVER_NEEDS, SPENN_OVER_UNITS};
    for (size_t k = 0; k < sizeof order / sizeof *order; k++) {
        if (add_kind(sheet, results, order[k], brief)) {
            spenn_sheet_add(sheet)[0] = NULL; /* a part of its own */
        }
    }
    sheet->rows -= sheet->rows > 0; /* none after the last */
}

void spenn_cli_print_caveats(const struct spenn_results *results)
{
    struct spenn_terminal terminal = {.out = stdout, .left = results->count};
    const struct spenn_measure *last = NULL;
    for (int32_t i = 0; i < results->count; i++) {
        const char *caveat = spenn_measure_caveat(results->measure[i]->id, false);
        if (caveat && results->measure[i] != last) {
            spenn_terminal_put(&terminal, "");
            spenn_terminal_wrap(&terminal, caveat, 4);
        }
        last = results->measure[i];
    }
}
