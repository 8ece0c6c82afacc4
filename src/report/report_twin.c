/* SPDX-License-Identifier: MIT */
#include "report_twin.h"

#include "quantity.h"
#include "report_verify.h"
#include "terminal.h"

#include <stdlib.h>
#include <string.h>

enum { most_shown = 15 }; /* of the largest deviations that agree */

struct page {
    const struct spenn_twin *twin;
    struct spenn_terminal terminal;
    struct spenn_arena memory;
};

static void wrap(struct page *page, const char *text)
{
    spenn_terminal_wrap(&page->terminal, text, INT32_MAX);
}

static void print_head(struct page *page, const char *id)
{
    const struct spenn_twin *twin = page->twin;
    struct spenn_arena *memory = &page->memory;
    wrap(page,
        spenn_arena_format(memory,
            "%s against its exact twin: %d number%s, %d replications of %.0f weeks after "
            "%.0f week%s of warm-up",
            id, twin->table.count, twin->table.count == 1 ? "" : "s", twin->replications,
            twin->duration / SPENN_WEEK, twin->warm_up / SPENN_WEEK,
            twin->warm_up == SPENN_WEEK ? "" : "s"));
    if (twin->table.count == 0 && twin->gaps == 0) {
        wrap(page,
            "Nothing to compare: no cases arise in this model ('arrives' of tasks)");
    }
    if (twin->table.count > 0) {
        wrap(page,
            spenn_arena_format(memory,
                "A number disagrees from |z| = %.2f on: by chance one does so in 1 %% of "
                "models (Student's t, Bonferroni over all numbers)",
                twin->critical));
    }
}

static const struct spenn_verify_row *row_of(const struct page *page, int32_t i)
{
    return &page->twin->table.row[i];
}

static bool is_first(const struct page *page, int32_t first)
{
    int32_t i = 0;
    while (strcmp(row_of(page, i)->group, row_of(page, first)->group) != 0) {
        i++;
    }
    return i == first;
}

/* All rows of the measure of row `first`. */
static void print_measure(struct page *page, int32_t first)
{
    const char *measure = row_of(page, first)->group;
    int32_t count = 0, failed = 0;
    double worst = 0.0;
    for (int32_t i = first; i < page->twin->table.count; i++) {
        const struct spenn_verify_row *row = row_of(page, i);
        if (strcmp(row->group, measure) == 0) {
            count++;
            failed += !row->passed;
            worst = row->error > worst ? row->error : worst;
        }
    }
    const char *disagree = spenn_arena_format(&page->memory, "%d disagree", failed);
    (void)fprintf(page->terminal.out, "  %-14s %6d  %-14s largest |z| %6.2f\n", measure,
        count, failed ? disagree : "all agree", worst);
}

static int by_error(const void *a, const void *b)
{
    const struct spenn_verify_row *x = *(const struct spenn_verify_row *const *)a;
    const struct spenn_verify_row *y = *(const struct spenn_verify_row *const *)b;
    if (x->passed != y->passed) {
        return x->passed ? 1 : -1;
    }
    if (x->error != y->error) {
        return x->error < y->error ? 1 : -1;
    }
    return strcmp(x->name, y->name);
}

static void print_rows(struct page *page)
{
    int32_t count = page->twin->table.count;
    const struct spenn_verify_row **row =
        spenn_arena_alloc(&page->memory, (size_t)count, sizeof *row);
    for (int32_t i = 0; i < count; i++) {
        row[i] = row_of(page, i);
    }
    qsort(row, (size_t)count, sizeof *row, by_error);
    (void)fprintf(page->terminal.out, "\n%-44s %10s %10s %6s\n", "largest deviations",
        "expected", "observed", "|z|");
    for (int32_t i = 0; i < count && (i < most_shown || !row[i]->passed); i++) {
        (void)fprintf(page->terminal.out, "  %s %10.5g %10.5g %6.2f%s\n",
            spenn_terminal_cell(&page->memory, row[i]->name, 42, false), row[i]->expected,
            row[i]->observed, row[i]->error, row[i]->passed ? "" : " FAIL");
    }
}

static void print_gaps(struct page *page)
{
    const struct spenn_twin *twin = page->twin;
    if (twin->gaps > 0) {
        (void)fputs("\nWithout an exact twin\n", page->terminal.out);
    }
    for (int32_t i = 0; i < twin->gaps; i++) {
        const struct spenn_twin_gap *gap = &twin->gap[i];
        const char *what = gap->task ? "throughput of a task"
            : gap->flow              ? "a desk or agenda"
                                     : "the wait at a desk or agenda";
        wrap(page,
            spenn_arena_format(&page->memory, "- %s: %d (%s%s): %s", what, gap->count,
                gap->first, gap->count > 1 ? " …" : "", gap->reason));
    }
}

static bool print_text(const struct spenn_twin *twin, const char *id, FILE *out)
{
    struct page page = {.twin = twin, .terminal = {.out = out, .left = INT32_MAX}};
    print_head(&page, id);
    for (int32_t i = 0; i < twin->table.count; i++) {
        if (is_first(&page, i)) {
            print_measure(&page, i);
        }
    }
    if (twin->table.count > 0) {
        print_rows(&page);
    }
    print_gaps(&page);
    spenn_arena_free(&page.memory);
    return !ferror(out);
}

bool spenn_report_twin(
    const struct spenn_twin *twin, const char *id, enum spenn_format format, FILE *out)
{
    return format == SPENN_TEXT ? print_text(twin, id, out)
                                : spenn_report_verify(&twin->table, false, format, out);
}
