/* SPDX-License-Identifier: MIT
 * Graphviz, given our DOT file as plain `dot` would read it, must put every box where our
 * SVG has it: the engine named on the command line gives way to the one in the file. */
#include "unit.h"

#include "drawn.h"

#include <graphviz/gvc.h>

#define UNITS                                                                            \
    "  - {id: k, name: Kommunestyret, kind: council}\n"                                  \
    "  - {id: d, name: 'Direktør \"X\" & <Y>', kind: executive, reports-to: k}\n"       \
    "  - {id: a, name: 'Avdeling {n}', kind: department, count: 4, reports-to: d}\n"     \
    "  - {id: s, name: Stab, kind: staff, reports-to: d}\n"                              \
    "  - {id: t, name: Stab, kind: staff, reports-to: d}\n"                              \
    "  - {id: r, name: 'Region {n}', kind: region, count: 6, reports-to: d}\n"           \
    "lines:\n  - {kind: professional, from: a-1, to: r-*}\n"                             \
    "forums:\n"                                                                          \
    "  - {id: l, name: Ledergruppe, kind: leadership-group, chair: d, members: [a-*]}\n" \
    "  - {id: n, name: Nettverk, kind: network, chair: a-1, members: [r-1, r-4]}\n"

struct drawing { /* one context a process: Graphviz 2.42 reuses freed fonts after it */
    Agraph_t *graph;
    GVC_t *context;
};

/* The caller frees it. */
static char *export(const struct spenn_drawing *chart)
{
    char *dot = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&dot, &length);
    assert_true(spenn_drawing_dot(chart, out));
    fclose(out);
    return dot;
}

static void lay_out(struct drawing *g, const struct spenn_drawing *chart)
{
    char *dot = export(chart);
    g->graph = agmemread(dot);
    assert_non_null(g->graph);
    g->context = gvContext();
    assert_int_equal(gvLayout(g->context, g->graph, "dot"), 0);
    free(dot);
}

/* What `dot -T<format>` prints; the caller frees it. */
static char *render(struct drawing *g, const char *format)
{
    char *output = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&output, &length);
    assert_int_equal(gvRender(g->context, g->graph, format, out), 0);
    fclose(out);
    return output;
}

/* The value of `"key": "value"` in a line of the JSON, if it is that key's. */
static bool value_of(const char *line, const char *key, char value[256])
{
    char format[64];
    snprintf(format, sizeof format, " \"%s\": \"%%255[^\"]\"", key);
    return sscanf(line, format, value) == 1;
}

struct object {
    char id[256];
    double x, y, w, h;
};

static int32_t compare(const struct drawn *d, const struct object *o)
{
    if (strncmp(o->id, "u-", 2) != 0) {
        return 0;
    }
    const struct spenn_drawing_box *box = drawn_box(&d->chart, o->id);
    const double place = 0.02, size = 0.6; /* Graphviz rounds sizes to whole points */
    assert_true(fabs(o->x - (box->x + box->w / 2.0)) < place);
    assert_true(fabs(d->chart.height - o->y - (box->y + box->h / 2.0)) < place);
    assert_true(fabs(o->w * 72.0 - box->w) < size);
    assert_true(fabs(o->h * 72.0 - box->h) < size);
    return 1;
}

static int32_t compare_all(const struct drawn *d, char *json)
{
    char *rest = NULL, value[256];
    struct object o = {0};
    int32_t seen = 0;
    for (char *line = strtok_r(json, "\n", &rest); line;
         line = strtok_r(NULL, "\n", &rest)) {
        if (strchr(line, '{')) {
            o = (struct object){0};
        } else if (value_of(line, "id", value)) {
            snprintf(o.id, sizeof o.id, "%s", value);
        } else if (value_of(line, "pos", value)) {
            char *comma = NULL;
            o.x = strtod(value, &comma);
            o.y = strtod(comma + 1, NULL);
        } else if (value_of(line, "height", value)) {
            o.h = strtod(value, NULL);
        } else if (value_of(line, "width", value)) {
            o.w = strtod(value, NULL); /* the last key of a node */
            seen += compare(d, &o);
        }
    }
    return seen;
}

static void plain_dot_draws_what_our_svg_shows(void **state)
{
    (void)state;
    struct drawn d = {0};
    struct drawing g;
    drawn_draw(&d, UNITS);
    lay_out(&g, &d.chart);
    char *json = render(&g, "json0"), *svg = render(&g, "svg");
    assert_int_equal(compare_all(&d, json), d.chart.boxes);
    assert_non_null(strstr(svg, "<svg width=\"842pt\" height=\"595pt\""));
    assert_non_null(strstr(svg, ">Prøve &amp; kontroll</text>"));
    assert_non_null(strstr(svg, ">Kommunestyret</text>"));
    free(json);
    free(svg);
    gvFreeLayout(g.context, g.graph);
    agclose(g.graph);
    gvFreeContext(g.context);
    drawn_free(&d);
}

static void the_dot_text_is_the_same_every_time_and_names_no_place_twice(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d, UNITS);
    char *first = export(&d.chart), *second = export(&d.chart);
    assert_string_equal(first, second);
    assert_non_null(strstr(first, "\n\"s\" [class=\"unit staff\"")); /* two of one name */
    assert_non_null(strstr(first, "\n\"t\" [class=\"unit staff\""));
    assert_non_null(strstr(first, "\n\"tag 1\" [class=tag "));
    assert_non_null(strstr(first, " [class=\"legend plain region\" "));
    assert_non_null(strstr(first, " [class=\"legend wire-professional\" "));
    assert_non_null(strstr(first, "&amp; &lt;Y&gt;"));
    free(first);
    free(second);
    drawn_free(&d);
}

/* Position of the node in the order of the file, which is that of reading. */
static int32_t position(Agraph_t *graph, const char *name)
{
    int32_t at = 0;
    for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node), at++) {
        if (strcmp(agnameof(node), name) == 0) {
            return at;
        }
    }
    fail_msg("no node %s", name);
    return -1;
}

static void frames_list_their_members_and_change_no_order(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d, UNITS);
    char *dot = export(&d.chart);
    Agraph_t *graph = agmemread(dot);
    char name[] = "cluster_f-l";
    Agraph_t *group = agsubg(graph, name, 0);
    assert_non_null(group);
    assert_int_equal(agnnodes(group), 5); /* the director and four departments */
    assert_true(position(graph, "k") < position(graph, "d")); /* who is in no frame */
    assert_true(position(graph, "d") < position(graph, "a-1"));
    agclose(graph);
    free(dot);
    drawn_free(&d);
}

static void copies_of_a_pile_lie_behind_it(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: s, name: 'Skole {n}', kind: result-unit, count: 5, reports-to: d,"
        " collapse: Skoler}\n"
        "  - {id: b, name: Brann, kind: result-unit, reports-to: d}\n");
    char *dot = export(&d.chart);
    Agraph_t *graph = agmemread(dot);
    assert_true(position(graph, "copy 2 c-s-1") < position(graph, "copy 1 c-s-1"));
    assert_true(position(graph, "copy 1 c-s-1") < position(graph, "card s-1"));
    agclose(graph);
    free(dot);
    drawn_free(&d);
}

/* The background lies below the frames, nodes above them. */
static void a_text_over_a_filled_frame_is_a_node(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d, UNITS);
    const struct spenn_drawing_frame *frame = d.chart.frame;
    while (frame->fill == NULL) {
        frame++;
    }
    *(struct spenn_drawing_text *)DRAWING_ADD(&d.chart, text, texts) =
        (struct spenn_drawing_text){.text = "Faglig & <x>",
            .color = "#1F2933",
            .x = frame->x + 5.0,
            .y = frame->y + frame->h / 2.0,
            .size = 8.0,
            .anchor = -1,
            .bold = true};
    char *dot = export(&d.chart);
    const char *written = strstr(dot, "Faglig &amp; &lt;x&gt;");
    assert_non_null(written);
    assert_true(written > strstr(dot, "[class=\"tag label\""));
    assert_null(strstr(dot, "Faglig & <x>"));
    free(dot);
    drawn_free(&d);
}

/* Graphviz warns of a label that is higher than its box; rows are whole points. */
static void the_rows_of_a_doubled_box_fit_it(void **state)
{
    (void)state;
    for (double size = 6.0; size < 12.0; size += 0.07) {
        struct spenn_drawing chart = {
            .lang = "nb", .title = "", .width = 100.0, .height = 100.0, .radius = 4.0};
        double inner = size * SPENN_DRAWING_LINE + 0.2 * size;
        *(struct spenn_drawing_run *)DRAWING_ADD(&chart, run, runs) =
            (struct spenn_drawing_run){"Kommunestyre", "#1F2933", size, true, false};
        *(struct spenn_drawing_box *)DRAWING_ADD(
            &chart, box, boxes) = (struct spenn_drawing_box){.id = "u-k",
            .class = "unit",
            .about = "",
            .x = 10.0,
            .y = 10.0,
            .w = 60.0,
            .h = inner + 8.0,
            .runs = 1,
            .style = {"#FFFFFF", "#1F2933", "#1F2933", "#1F2933", 1.0, .doubled = true}};
        char *dot = export(&chart);
        double rows = 0.0;
        for (const char *at = strstr(dot, " HEIGHT=\""); at;
             at = strstr(at + 1, " HEIGHT=\"")) {
            rows += strtod(at + strlen(" HEIGHT=\""), NULL);
        }
        assert_true(rows >= size && rows <= inner);
        free(dot);
        spenn_drawing_free(&chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_dot_draws_what_our_svg_shows),
        cmocka_unit_test(the_dot_text_is_the_same_every_time_and_names_no_place_twice),
        cmocka_unit_test(frames_list_their_members_and_change_no_order),
        cmocka_unit_test(copies_of_a_pile_lie_behind_it),
        cmocka_unit_test(a_text_over_a_filled_frame_is_a_node),
        cmocka_unit_test(the_rows_of_a_doubled_box_fit_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
