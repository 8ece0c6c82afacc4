/* SPDX-License-Identifier: MIT
 * What the parts of a chart cost in process: chart_layout MODEL RUNS prints medians of
 * CPU seconds, a line for each part. See charts.py. */
#include "fit.h"
#include "fold.h"
#include "io.h"
#include "place.h"
#include "relations.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { most_runs = 99 };
enum part_timed { PLACE, TRIALS, CHART, SVG, PARTS };
static const char *const names[PARTS] = {"place", "trials", "chart", "svg"};

struct bench {
    const struct spenn_model *m;
    int32_t runs, boxes;
    double seconds[PARTS][most_runs];
    bool written;
};

static double cpu(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* All boxes of the model as one plan, as spenn_fit makes it before it is laid out. */
static void make_plan(struct plan *p, const struct spenn_chart_options *options)
{
    struct plan *all = spenn_arena_alloc(p->memory, 1, sizeof *all);
    *all = (struct plan){.m = p->m, .memory = p->memory};
    spenn_sheet_all(all, NULL, options);
    struct part part = spenn_plan_chosen(all, options);
    spenn_plan_part(all, &part, p);
    spenn_plan_link(p);
    spenn_plan_fold(p);
    spenn_plan_tiers(p);
    spenn_plan_whole(p);
    spenn_plan_ties(p);
}

static void time_layout(struct bench *b, const struct spenn_chart_options *options)
{
    struct spenn_arena memory = {0};
    struct plan p = {.m = b->m, .memory = &memory};
    struct spenn_page page = {.paper = SPENN_PAPER_A0};
    struct trial trial = {.at = {2, 1, 1, 1, 1, 104, 10}, .wide = 1.0, .high = 1.0};
    make_plan(&p, options);
    spenn_page_room(&page);
    b->boxes = p.count;
    for (int32_t i = 0; i < b->runs; i++) {
        double start = cpu();
        spenn_plan_layout(&p, page.room_w, page.room_h);
        b->seconds[TRIALS][i] = cpu() - start;
        start = cpu();
        spenn_place_modes(&p, &trial);
        spenn_place_boxes(&p);
        b->seconds[PLACE][i] = cpu() - start;
    }
    spenn_arena_free(&memory);
}

static void time_drawing(struct bench *b, const struct spenn_chart_options *options)
{
    for (int32_t i = 0; i < b->runs; i++) {
        struct spenn_drawing drawing = {0};
        char *text = NULL;
        size_t length = 0;
        double start = cpu();
        spenn_chart_draw(b->m, NULL, options, &drawing);
        b->seconds[CHART][i] = cpu() - start;
        start = cpu();
        FILE *out = open_memstream(&text, &length);
        b->written = out && spenn_drawing_svg(&drawing, NULL, out);
        b->written = out && fclose(out) == 0 && b->written;
        b->seconds[SVG][i] = cpu() - start;
        free(text);
        spenn_drawing_free(&drawing);
    }
}

int main(int argc, char **argv)
{
    static const struct spenn_chart_options options = {.english = true};
    struct spenn_arena memory = {0};
    struct spenn_assumptions assume;
    struct spenn_model m = {0};
    struct spenn_error err = {0};
    struct bench b = {.m = &m, .runs = argc > 2 ? atoi(argv[2]) : 0};
    b.runs = b.runs < 1 ? 5 : b.runs > most_runs ? most_runs : b.runs;
    bool ok = argc > 1 && spenn_read_assumptions(NULL, &memory, &assume, &err)
        && spenn_read_model(argv[1], &assume, &m, &err);
    if (ok) {
        time_layout(&b, &options);
        time_drawing(&b, &options);
        printf("boxes %d\n", (int)b.boxes);
        for (int32_t part = 0; part < PARTS; part++) {
            qsort(b.seconds[part], (size_t)b.runs, sizeof(double), ascending);
            printf("%s %.6f\n", names[part], b.seconds[part][b.runs / 2]);
        }
    }
    spenn_error_print(&err, stderr);
    spenn_error_free(&err);
    spenn_model_free(&m);
    spenn_arena_free(&memory);
    return ok && b.written ? 0 : 1;
}
