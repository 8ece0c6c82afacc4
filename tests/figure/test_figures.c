/* SPDX-License-Identifier: MIT
 * Every figure of the repository in both languages and both ways up, and what each kind
 * promises, on small files written here. */
#include "unit.h"

#include "figure.h"

#include "chart/drawn.h"
#include "paint.h"

#include <glob.h>
#include <unistd.h>

struct drawn_figure {
    char path[64];
    struct spenn_error err;
    struct spenn_drawing chart;
};

/* Lines may be oblique here, but run through no box but their own two. */
static void lint_lines(const struct spenn_drawing *c)
{
    for (int32_t w = 0; w < c->wires; w++) {
        const struct spenn_drawing_wire *wire = &c->wire[w];
        for (int32_t i = 1; i < wire->points; i++) {
            for (int32_t b = 0; b < c->boxes; b++) {
                const struct spenn_drawing_box *x = &c->box[b];
                struct area area = {x->x, x->y, x->w, x->h};
                bool own = b == wire->from || b == wire->to;
                if (!wire->curved && !own
                    && spenn_paths_hit(&area, -0.5, &c->point[wire->first + i - 1])) {
                    fail_msg("a line from %s to %s runs through %s",
                        c->box[wire->from].id, c->box[wire->to].id, x->id);
                }
            }
        }
    }
}

static void lint_ids(const struct spenn_drawing *c)
{
    struct spenn_arena memory = {0};
    struct spenn_index ids = {0};
    for (int32_t i = 0; i < c->boxes; i++) {
        if (spenn_index_add(&memory, &ids, c->box[i].id, i) >= 0) {
            fail_msg("%s is drawn twice", c->box[i].id);
        }
        assert_true(c->box[i].parent < i);
    }
    spenn_arena_free(&memory);
}

static void lint_figure(const struct spenn_drawing *c)
{
    lint_ids(c);
    lint_boxes(c);
    lint_texts(c);
    lint_lines(c);
}

/* The file of this text, drawn; false with problems in d->err. */
static bool draw_text(struct drawn_figure *d, const char *text)
{
    *d = (struct drawn_figure){.path = "/tmp/spenn-figure-XXXXXX"};
    int file = mkstemp(d->path);
    assert_true(file >= 0);
    FILE *out = fdopen(file, "w");
    fprintf(out, "spenn: figure/1\nid: prove\nname: Prøve\n%s", text);
    fclose(out);
    bool ok =
        spenn_figure_draw(d->path, &(struct spenn_chart_options){0}, &d->chart, &d->err);
    if (ok) {
        lint_figure(&d->chart);
    }
    return ok;
}

static void draw_good(struct drawn_figure *d, const char *text)
{
    if (!draw_text(d, text)) {
        spenn_error_print(&d->err, stderr);
        fail_msg("the text is no figure:\n%s", text);
    }
}

static void forget(struct drawn_figure *d)
{
    unlink(d->path);
    spenn_drawing_free(&d->chart);
    spenn_error_free(&d->err);
}

static void every_figure_is_drawn_clean(void **state)
{
    (void)state;
    glob_t found = {0};
    assert_int_equal(glob(SPENN_SOURCE "/models/figures/*.yaml", 0, NULL, &found), 0);
    assert_true(found.gl_pathc >= 20);
    for (size_t i = 0; i < 3 * found.gl_pathc; i++) {
        struct spenn_drawing chart = {0};
        struct spenn_error err = {0};
        struct spenn_chart_options options = {
            .english = i % 3 == 1, .portrait = i % 3 == 2};
        if (!spenn_figure_is(found.gl_pathv[i / 3])) {
            continue; /* a model that a picture is about */
        }
        print_message("%s\n", found.gl_pathv[i / 3]);
        if (!spenn_figure_draw(found.gl_pathv[i / 3], &options, &chart, &err)) {
            spenn_error_print(&err, stderr);
            fail();
        }
        lint_figure(&chart);
        spenn_drawing_free(&chart);
        spenn_error_free(&err);
    }
    globfree(&found);
}

static void the_last_two_steps_of_a_fork_follow_the_one_before(void **state)
{
    (void)state;
    struct drawn_figure d;
    draw_good(&d,
        "kind: ladder\nform: fork\nsteps: [{name: A}, {name: B}, {name: C}, {name: "
        "D}]\n");
    const int32_t from[] = {0, 1, 1};
    assert_int_equal(d.chart.wires, 3);
    for (int32_t i = 0; i < 3; i++) {
        assert_int_equal(d.chart.wire[i].from, from[i]);
        assert_int_equal(d.chart.wire[i].to, i + 1);
        assert_true(d.chart.box[i].y > d.chart.box[i + 1].y);
    }
    forget(&d);
}

static void a_mark_is_said_in_the_box_and_in_the_legend(void **state)
{
    (void)state;
    struct drawn_figure d;
    draw_good(&d,
        "kind: matrix\nmarks: [{id: m, name: Må styrkes}]\ncolumns: [a, b]\nrows: [c]\n"
        "cells: [[{name: X}, {name: Y, mark: m}]]\n");
    const struct spenn_drawing_box *box = drawn_box(&d.chart, "c-cell-1-2");
    assert_string_equal(box->tag, "Må styrkes");
    assert_string_equal(d.chart.run[box->first].text, "Må styrkes");
    assert_true(box->style.width > drawn_box(&d.chart, "c-cell-1-1")->style.width);
    assert_true(drawn_says(&d.chart, "Må styrkes"));
    forget(&d);
}

static void what_is_assumed_is_printed(void **state)
{
    (void)state;
    struct drawn_figure d;
    draw_good(&d,
        "kind: tree\nsource: kilden\nassumed: [strekene, fargene]\nroot: {name: A}\n");
    assert_true(drawn_says(&d.chart,
        "Kilde: kilden. Antatt, ikke i kilden: strekene; "
        "fargene."));
    forget(&d);
}

static void rows_of_cells_hang_below_their_heading(void **state)
{
    (void)state;
    struct drawn_figure d;
    draw_good(&d,
        "kind: table\ncolumns: [a, b]\nrows: [r]\ncells: [[{text: [x, y]}, {text: "
        "z}]]\n");
    const struct spenn_drawing_box *row = drawn_box(&d.chart, "c-row-1");
    const struct spenn_drawing_box *cell = drawn_box(&d.chart, "c-cell-1-1");
    assert_ptr_equal(&d.chart.box[cell->parent], row);
    assert_true(cell->left > 0.0);
    assert_string_equal(d.chart.run[cell->first].text, "\xE2\x80\xA2 x");
    assert_string_equal(cell->name, "x; y");
    forget(&d);
}

/* All pairs of nine nodes: most lines would run through a box. */
static void lines_find_their_way_around_boxes(void **state)
{
    (void)state;
    static const char *const places[] = {
        "rows: [[n1, n2, n3], [n4, n5, n6], [n7, n8, n9]]", "centre: n5", "",
        "grid: [[., n1, n2, n3], [n4, n5, n6], [n7, ., n8, n9]]"};
    for (size_t p = 0; p < sizeof places / sizeof *places; p++) {
        struct spenn_arena memory = {0};
        struct drawn_figure d;
        const char *text = "kind: hub\nnodes:\n";
        for (int i = 1; i <= 9; i++) {
            text = spenn_arena_format(
                &memory, "%s  - {id: n%d, name: Node nummer %d}\n", text, i, i);
        }
        text = spenn_arena_format(&memory, "%s%s\nlinks:\n", text, places[p]);
        for (int i = 1; i <= 9; i++) {
            for (int k = i + 1; k <= 9; k++) {
                text = spenn_arena_format(
                    &memory, "%s  - {from: n%d, to: n%d, arrow: true}\n", text, i, k);
            }
        }
        draw_good(&d, text);
        assert_int_equal(d.chart.wires, 36);
        assert_int_equal(d.chart.tables, 1);
        assert_int_equal(d.chart.table[0].cells, 3 * 37);
        forget(&d);
        spenn_arena_free(&memory);
    }
}

static void columns_of_a_grid_stand_under_each_other(void **state)
{
    (void)state;
    struct drawn_figure d;
    draw_good(&d,
        "kind: hub\nnodes: [{id: a, name: A}, {id: b, name: A rather long name}, "
        "{id: c, name: C}, {id: d, name: D}]\ngrid: [[a, b], [., c], [d]]\n");
    const struct spenn_drawing_box *a = drawn_box(&d.chart, "c-a"),
                                   *b = drawn_box(&d.chart, "c-b"),
                                   *c = drawn_box(&d.chart, "c-c"),
                                   *e = drawn_box(&d.chart, "c-d");
    assert_true(a->x == e->x && a->x + a->w < b->x);
    assert_true(b->x == c->x && b->w == c->w);
    assert_true(a->y == b->y && b->y + b->h < c->y && c->y + c->h < e->y);
    forget(&d);
}

/* How long two stretches, both level or both upright, run on one another. */
static double shared(
    const struct spenn_drawing_point a[2], const struct spenn_drawing_point b[2])
{
    bool level = fabs(a[0].y - a[1].y) < 0.01 && fabs(b[0].y - b[1].y) < 0.01;
    bool upright = fabs(a[0].x - a[1].x) < 0.01 && fabs(b[0].x - b[1].x) < 0.01;
    if (level && fabs(a[0].y - b[0].y) < 0.01) {
        return fmin(fmax(a[0].x, a[1].x), fmax(b[0].x, b[1].x))
            - fmax(fmin(a[0].x, a[1].x), fmin(b[0].x, b[1].x));
    }
    if (upright && fabs(a[0].x - b[0].x) < 0.01) {
        return fmin(fmax(a[0].y, a[1].y), fmax(b[0].y, b[1].y))
            - fmax(fmin(a[0].y, a[1].y), fmin(b[0].y, b[1].y));
    }
    return 0.0;
}

static void lint_twice(const struct spenn_drawing *c)
{
    for (int32_t w = 0; w < c->wires; w++) {
        for (int32_t v = 0; v < w; v++) {
            for (int32_t i = 1; i < c->wire[w].points; i++) {
                for (int32_t k = 1; k < c->wire[v].points; k++) {
                    assert_true(shared(&c->point[c->wire[w].first + i - 1],
                                    &c->point[c->wire[v].first + k - 1])
                        < 0.5);
                }
            }
        }
    }
}

static void no_stretch_of_a_line_is_drawn_twice(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "kind: tree\ndirection: down\nroot: {name: A, below: [{name: B}, {name: C, "
        "below: "
        "[{name: E}, {name: F}, {name: G}]}, {name: D}, {name: H}]}\n",
        "kind: tree\nroot: {name: A, below: [{name: B}, {name: C, below: [{name: E}, "
        "{name: F}, {name: G}]}, {name: D}, {name: H}]}\n",
        "kind: ladder\nform: fork\nsteps: [{name: A}, {name: B}, {name: C}]\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct drawn_figure d;
        draw_good(&d, texts[i]);
        lint_twice(&d.chart);
        forget(&d);
    }
}

static void a_sheet_holds_no_sheet(void **state)
{
    (void)state;
    struct drawn_figure d;
    struct spenn_arena memory = {0};
    const char *inner = SPENN_SOURCE "/models/figures/user-in-the-middle.yaml";
    assert_false(draw_text(
        &d, spenn_arena_format(&memory, "kind: sheet\ncharts: [{figure: %s}]\n", inner)));
    assert_non_null(strstr(d.err.list[0].text, "a sheet cannot hold a sheet"));
    forget(&d);
    spenn_arena_free(&memory);
}

static void a_sheet_tells_its_boxes_apart_and_has_one_legend(void **state)
{
    (void)state;
    struct drawn_figure d;
    struct spenn_arena memory = {0};
    const char *model = SPENN_SOURCE "/models/archetypes/model-1.yaml";
    draw_good(&d,
        spenn_arena_format(&memory,
            "kind: sheet\ncharts: [{model: %s}, {model: %s, name: To}]\n", model, model));
    (void)drawn_box(&d.chart, "u-p1-direktor");
    (void)drawn_box(&d.chart, "u-p2-direktor");
    int32_t leaders = 0;
    for (int32_t i = 0; i < d.chart.texts; i++) {
        leaders += strcmp(d.chart.text[i].text, "Øverste leder") == 0;
    }
    assert_int_equal(leaders, 1);
    assert_true(drawn_says(&d.chart, "1, 2: "));
    for (int32_t i = 0; i < d.chart.frames; i++) {
        assert_true(d.chart.frame[i].first + d.chart.frame[i].members <= d.chart.members);
    }
    forget(&d);
    spenn_arena_free(&memory);
}

static void a_sheet_leaves_out_no_box_for_want_of_room(void **state)
{
    (void)state;
    struct spenn_drawing sheet = {0}, alone = {0};
    struct spenn_error err = {0};
    struct spenn_arena memory = {0};
    struct spenn_assumptions assume = tiny_assumptions(&memory);
    struct spenn_model m = {0};
    struct spenn_chart_options options = {0};
    int32_t boxes = 0;
    assert_true(spenn_figure_draw(
        SPENN_SOURCE "/models/figures/four-municipalities.yaml", &options, &sheet, &err));
    assert_true(spenn_read_model(
        SPENN_SOURCE "/models/municipalities/arendal.yaml", &assume, &m, &err));
    spenn_chart_draw(&m, NULL, &options, &alone);
    for (int32_t i = 0; i < sheet.boxes; i++) {
        boxes += strncmp(sheet.box[i].id, "u-p1-", 5) == 0;
    }
    for (int32_t i = 0; i < alone.boxes; i++) {
        boxes -= strncmp(alone.box[i].id, "u-", 2) == 0;
    }
    assert_int_equal(boxes, 0);
    spenn_drawing_free(&sheet);
    spenn_drawing_free(&alone);
    spenn_model_free(&m);
    spenn_arena_free(&memory);
    spenn_error_free(&err);
}

static void a_sheet_shows_of_each_chart_what_it_shows_of_the_others(void **state)
{
    (void)state;
    struct spenn_drawing sheet = {0};
    struct spenn_error err = {0};
    assert_true(
        spenn_figure_draw(SPENN_SOURCE "/models/figures/four-leadership-models.yaml",
            &(struct spenn_chart_options){.english = true}, &sheet, &err));
    int32_t sizes = 0;
    for (int32_t i = 0; i < sheet.boxes; i++) {
        const char *note = sheet.box[i].note;
        sizes += note != NULL && strcmp(note, "12 FTE *") == 0;
    }
    assert_int_equal(sizes, 8); /* two regions in each of four charts */
    assert_false(drawn_says(&sheet, "--pages"));
    assert_true(drawn_says(&sheet, "2. 4: ")); /* a stop between charts */
    spenn_drawing_free(&sheet);
    spenn_error_free(&err);
}

static void hostile_texts_stay_texts(void **state)
{
    (void)state;
    struct drawn_figure d;
    draw_good(&d,
        "kind: hub\nnodes:\n  - {id: node, name: '<script>&\"\\N', text: ']]>--'}\n"
        "  - {id: graph, name: 'אבג e\xCC\x81'}\n"
        "links: [{from: node, to: graph, name: '</text><b>'}]\n");
    char *svg = drawn_svg(&d.chart);
    assert_null(strstr(svg, "<script"));
    assert_null(strstr(svg, "<b>"));
    free(svg);
    forget(&d);
}

static void a_word_of_thousands_of_letters_is_broken(void **state)
{
    (void)state;
    static char text[5000];
    char word[4001];
    memset(word, 'w', 4000);
    word[4000] = '\0';
    struct drawn_figure d;
    static const char *const kinds[] = {"kind: tree\nroot: {name: %s}\n",
        "kind: ladder\nsteps: [{name: %s}]\n", "kind: hub\nnodes: [{id: a, name: %s}]\n",
        "kind: table\ncolumns: [a]\ncells: [[{text: %s}]]\n"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const char *at = strstr(kinds[i], "%s");
        snprintf(
            text, sizeof text, "%.*s%s%s", (int)(at - kinds[i]), kinds[i], word, at + 2);
        draw_good(&d, text);
        forget(&d);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_figure_is_drawn_clean),
        cmocka_unit_test(the_last_two_steps_of_a_fork_follow_the_one_before),
        cmocka_unit_test(a_mark_is_said_in_the_box_and_in_the_legend),
        cmocka_unit_test(what_is_assumed_is_printed),
        cmocka_unit_test(rows_of_cells_hang_below_their_heading),
        cmocka_unit_test(columns_of_a_grid_stand_under_each_other),
        cmocka_unit_test(lines_find_their_way_around_boxes),
        cmocka_unit_test(no_stretch_of_a_line_is_drawn_twice),
        cmocka_unit_test(a_sheet_holds_no_sheet),
        cmocka_unit_test(a_sheet_tells_its_boxes_apart_and_has_one_legend),
        cmocka_unit_test(a_sheet_leaves_out_no_box_for_want_of_room),
        cmocka_unit_test(a_sheet_shows_of_each_chart_what_it_shows_of_the_others),
        cmocka_unit_test(hostile_texts_stay_texts),
        cmocka_unit_test(a_word_of_thousands_of_letters_is_broken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
