/* SPDX-License-Identifier: MIT
 * What text, HTML and Mermaid say of a drawing, and that no text of it, whatever it
 * holds, is anything but text in any format. */
#include "unit.h"

#include "made.h"
#include "well_formed.h"

#include <graphviz/cgraph.h>

static void make_three(struct spenn_book *book)
{
    static const char *member[] = {"Direktør (leder)", "Region 1"};
    made_book(book, 1);
    struct spenn_drawing *d = &book->page[0];
    made_box(d, "u-d", "Direktør", -1)->kind = "øverste leder";
    struct spenn_drawing_box *box = made_box(d, "u-r-1", "Region 1", 0);
    box->tag = "NY";
    box->note = "30 årsverk";
    made_box(d, "u-r-1-x", "Kontor", 1)->kind = NULL;
    made_box(d, "u-r-2", "Region 2", 0);
    made_wire(d, 0, 1, NULL);
    made_wire(d, 3, 1, "Faglig styring");
    made_table(d, "Ledergruppe", 1, 2, member);
    d->note = "Kilde: prøve";
}

static void expect(const struct spenn_book *book, made_writer *write, const char *wanted)
{
    char *text = made_text(book, write);
    if (strcmp(text, wanted) != 0) {
        fail_msg("not as expected:\n%s", text);
    }
    free(text);
}

static void text_is_an_indented_tree(void **state)
{
    (void)state;
    struct spenn_book book;
    make_three(&book);
    expect(&book, spenn_book_text,
        "Etaten\n"
        "Tre enheter.\n"
        "\n"
        "Direktør · øverste leder\n"
        "├─ Region 1 [NY] · region, 30 årsverk\n"
        "│  └─ Kontor\n"
        "└─ Region 2 · region\n"
        "\n"
        "Ledergruppe\n"
        "  Direktør (leder), Region 1\n"
        "\n"
        "Kilde: prøve\n");
    spenn_book_free(&book);
}

static void lines_of_text_are_at_most_80_columns(void **state)
{
    (void)state;
    struct spenn_book book;
    made_book(&book, 1);
    struct spenn_drawing *d = &book.page[0];
    char *word = malloc(10001);
    memset(word, 'x', 10000);
    word[10000] = '\0';
    const char *cell[] = {"Enhet", "Før", "Etter", word, "en to tre fire fem seks sju",
        "Avdelingen for samfunnssikkerhet og beredskap, Avdelingen for plan"};
    for (int32_t i = 0; i < 40; i++) { /* deeper than the page is wide */
        made_box(d, "u-a", i % 9 ? "Avdeling for lange navn på enheter" : word, i - 1);
    }
    made_table(d, "Endringer", 3, 6, cell);
    made_table(d, word, 1, 6, cell);
    char *text = made_text(&book, spenn_book_text);
    for (char *line = text, *end; *line; line = end + 1) {
        end = strchr(line, '\n');
        *end = '\0';
        assert_true(spenn_text_width(line) <= 80);
    }
    free(text);
    free(word);
    spenn_book_free(&book);
}

static void a_table_has_columns(void **state)
{
    (void)state;
    static const char *cell[] = {
        "", "før", "etter", "Enheter", "12", "9", "Avdelinger i ledergruppen", "4", "5"};
    struct spenn_book book;
    made_book(&book, 1);
    made_table(&book.page[0], "Nøkkeltall", 3, 9, cell);
    char *text = made_text(&book, spenn_book_text);
    assert_non_null(strstr(text,
        "\n                             før  etter\n"
        "  Enheter                    12   9\n"
        "  Avdelinger i ledergruppen  4    5\n"));
    free(text);
    text = made_text(&book, spenn_book_html);
    assert_non_null(
        strstr(text, "<tr><th scope=\"row\">Enheter</th><td>12</td><td>9</td></tr>"));
    free(text);
    spenn_book_free(&book);
}

static void html_holds_the_picture_and_the_same_units_as_a_list(void **state)
{
    (void)state;
    struct spenn_book book;
    make_three(&book);
    char *html = made_text(&book, spenn_book_html);
    assert_null(well_formed_markup(html));
    assert_non_null(strstr(html, "<html lang=\"nb\">"));
    assert_non_null(strstr(html, "role=\"img\""));
    assert_non_null(strstr(html,
        "<bdi>Region 1</bdi> <b>NY</b> "
        "<small>region, 30 årsverk</small>\n<ul>\n<li>"
        "<bdi>Kontor</bdi></li>\n</ul></li>"));
    assert_non_null(
        strstr(html, "<h2>Ledergruppe</h2>\n<ul>\n<li>Direktør (leder)</li>"));
    assert_null(strstr(html, "<script"));
    free(html);
    spenn_book_free(&book);
}

static void pages_of_a_book_are_linked_and_share_no_id(void **state)
{
    (void)state;
    struct spenn_book book;
    made_book(&book, 2);
    struct spenn_drawing_box *box = made_box(&book.page[0], "u-d", "Direktør", -1);
    box->page = 2;
    box->note = "side 2";
    made_box(&book.page[1], "u-d", "Direktør", -1);
    made_box(&book.page[1], "u-r", "Region", 0);
    made_wire(&book.page[1], 0, 1, NULL);
    char *html = made_text(&book, spenn_book_html);
    assert_null(well_formed_markup(html));
    assert_non_null(strstr(html, "<nav aria-label=\"Sider\">"));
    assert_non_null(strstr(html, "<section class=\"page\" id=\"page-2\">"));
    assert_non_null(strstr(html,
        "<a href=\"#page-2\"><bdi>Direktør</bdi></a> <small>region, side 2</small>"));
    assert_non_null(strstr(html, "<a href=\"#page-2\"><g role=\"graphics-symbol\""));
    assert_non_null(strstr(html, "id=\"p1-u-d\""));
    assert_non_null(strstr(html, "id=\"p2-u-d\""));
    assert_non_null(strstr(html, "data-from=\"p2-u-d\" data-to=\"p2-u-r\""));
    free(html);
    char *text = made_text(&book, spenn_book_text);
    assert_non_null(strstr(text, "Direktør · region, side 2\n"));
    free(text);
    spenn_book_free(&book);
}

static void no_word_of_a_table_is_divided_while_another_column_has_room(void **state)
{
    (void)state;
    static const char *cell[] = {"Flyttet", "Barnevernogungdomshelseberedskapen, Sport",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z"};
    struct spenn_book book;
    made_book(&book, 1);
    made_box(&book.page[0], "u-d", "Direktør", -1);
    *(struct spenn_drawing_table *)DRAWING_ADD(&book.page[0], table, tables) =
        (struct spenn_drawing_table){
            .title = "Alt", .columns = 3, .cells = 3, .cell = cell};
    char *text = made_text(&book, spenn_book_text);
    assert_non_null(strstr(text, "Barnevernogungdomshelseberedskapen,"));
    free(text);
    spenn_book_free(&book);
}

static void mermaid_has_units_lines_and_looks(void **state)
{
    (void)state;
    struct spenn_book book;
    make_three(&book);
    expect(&book, spenn_book_mermaid,
        "flowchart TB\n"
        "  accTitle: Etaten\n"
        "  accDescr: Tre enheter.\n"
        "  u_d[\"Direktør\"]:::line\n"
        "  u_r_1[\"NY<br/>Region 1<br/>30 årsverk\"]:::line\n"
        "  u_r_1_x[\"Kontor\"]:::line\n"
        "  u_r_2[\"Region 2\"]:::line\n"
        "  u_d --- u_r_1\n"
        "  u_r_1 --- u_r_1_x\n"
        "  u_d --- u_r_2\n"
        "  u_r_2 -.-> |\"Faglig styring\"| u_r_1\n"
        "  classDef line fill:#FFFFFF,stroke:#4A6A85,color:#1F2933,stroke-width:1px\n");
    spenn_book_free(&book);
}

/* A group around both, a network inside it, and one that cuts across. */
static void frames_are_subgraphs_where_one_can_hold_its_members(void **state)
{
    (void)state;
    static const int32_t member[] = {0, 1, 2, 1, 2, 2, 3};
    static const struct {
        const char *id;
        int32_t first, members;
    } frames[] = {{"f-l", 0, 3}, {"f-n", 3, 2}, {"f-x", 5, 2}};
    struct spenn_book book;
    make_three(&book);
    struct spenn_drawing *d = &book.page[0];
    for (size_t i = 0; i < sizeof member / sizeof *member; i++) {
        *(int32_t *)DRAWING_ADD(d, member, members) = member[i];
    }
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        *(struct spenn_drawing_frame *)DRAWING_ADD(d, frame, frames) =
            (struct spenn_drawing_frame){.id = frames[i].id,
                .label = frames[i].id,
                .class = "forum",
                .stroke = "#000000",
                .ink = "#000000",
                .size = 8.0,
                .first = frames[i].first,
                .members = frames[i].members};
    }
    char *text = made_text(&book, spenn_book_mermaid);
    assert_non_null(strstr(text,
        "  subgraph f_l[\"f-l\"]\n  u_d[\"Direktør\"]:::line\n"
        "  subgraph f_n[\"f-n\"]\n  u_r_1["));
    assert_null(strstr(text, "f_x"));
    free(text);
    spenn_book_free(&book);
}

static const char *const hostile[] = {"</text></title></svg><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>", "' onload='alert(1)", "a & b &amp; &#0; &#x1;",
    "]]>", "<![CDATA[x]]>", "<!-- -->", "--", "<?xml?>", "\\N \\G \\l \\\" \\", "%n%s%%",
    "%%{init: {\"securityLevel\": \"loose\"}}%%", "`**x**` _y_ [z](javascript:alert(1))",
    "1. liste", "- liste", "# tittel", "end", "graph", "node", "edge", "strict",
    "subgraph", "digraph", "NODE", "x\"]:::y; click z \"javascript:alert(1)\"",
    "\x1b[31mrød\x1b[0m \x07 \r\n\t\x7f", "\xC2\x9B\x33\x31m",
    "\xFF\xFE \xC3( \xED\xA0\x80", "\xF8\x88\x80\x80\x80 \xC0\xAF \xE2\x82",
    "\xEF\xBF\xBE\xEF\xBF\xBF", "\xE2\x80\xAEsnur\xE2\x80\xAC \xE2\x81\xA7x",
    "שלום עולם مرحبا", "a\xCC\x81\xCC\x82\xCC\x83", "\xE2\x80\xA8linje\xE2\x80\xA9",
    "<b>", "</b>", "<BR/>", "{rekord|felt}", "", " "};

/* Every text of a drawing is the hostile one. */
static void make_hostile(struct spenn_book *book, const char *text)
{
    made_book(book, 1);
    struct spenn_drawing *d = &book->page[0];
    const char **cell = spenn_arena_alloc(&d->memory, 4, sizeof *cell);
    cell[0] = cell[1] = cell[2] = cell[3] = text;
    d->title = d->about = d->note = text;
    struct spenn_drawing_box *box = made_box(d, "u-a", text, -1);
    box->tag = box->note = box->kind = text;
    made_box(d, "u-b", text, 0);
    made_wire(d, 1, 0, text);
    made_table(d, text, 1, 4, cell);
    made_table(d, text, 2, 4, cell);
    d->table[0].note = text;
    *(struct spenn_drawing_text *)DRAWING_ADD(d, text, texts) =
        (struct spenn_drawing_text){text, "#1F2933", 10.0, 10.0, 9.0, 0, true};
    *(int32_t *)DRAWING_ADD(d, member, members) = 0;
    *(struct spenn_drawing_frame *)DRAWING_ADD(d, frame, frames) =
        (struct spenn_drawing_frame){.id = "f-a",
            .label = text,
            .class = "forum",
            .stroke = "#0072B2",
            .ink = "#0072B2",
            .w = 90.0,
            .h = 90.0,
            .size = 8.0,
            .members = 1};
}

static void check_dot(const struct spenn_book *book)
{
    char *dot = made_text(book, made_dot);
    assert_null(well_formed_bytes(dot));
    Agraph_t *graph = agmemread(dot);
    assert_non_null(graph);
    int32_t units = 0;
    for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
        units += strncmp(agget(node, (char[]){"class"}), "unit", 4) == 0;
    }
    assert_int_equal(units, book->page[0].boxes);
    agclose(graph);
    free(dot);
}

static void check_all(const char *text)
{
    static const struct {
        made_writer *write;
        const char *(*wrong)(const char *text);
    } formats[] = {{made_svg, well_formed_markup}, {spenn_book_html, well_formed_markup},
        {spenn_book_text, well_formed_bytes}, {spenn_book_mermaid, well_formed_mermaid}};
    struct spenn_book book;
    make_hostile(&book, text);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        char *written = made_text(&book, formats[i].write);
        const char *wrong = formats[i].wrong(written);
        if (wrong) {
            fail_msg("%s in:\n%s", wrong, written);
        }
        free(written);
    }
    check_dot(&book);
    spenn_book_free(&book);
}

static void hostile_texts_are_text_in_every_format(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        check_all(hostile[i]);
    }
}

/* All bytes there are, in runs of one to three. */
static void no_byte_gets_through(void **state)
{
    (void)state;
    for (int32_t byte = 1; byte < 256; byte++) {
        char text[8] = {(char)byte, 'x', (char)byte, (char)byte, 'y', (char)byte};
        check_all(text);
    }
}

static void the_checks_find_what_is_wrong(void **state)
{
    (void)state;
    assert_non_null(well_formed_markup("<g><rect/>"));
    assert_non_null(well_formed_markup("<g></rect>"));
    assert_non_null(well_formed_markup("<script></script>"));
    assert_non_null(well_formed_markup("<g onload=\"x\"></g>"));
    assert_non_null(well_formed_markup("<p>a & b</p>"));
    assert_non_null(well_formed_markup("<p>a > b</p>"));
    assert_non_null(well_formed_markup("<p>\x1b</p>"));
    assert_non_null(well_formed_mermaid("flowchart TB\n a[\"b]"));
    assert_non_null(well_formed_mermaid("flowchart TB\n a[\"b & c\"]"));
    assert_null(well_formed_markup("<p class=\"x\">a &gt; b<a/></p>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_an_indented_tree),
        cmocka_unit_test(lines_of_text_are_at_most_80_columns),
        cmocka_unit_test(a_table_has_columns),
        cmocka_unit_test(html_holds_the_picture_and_the_same_units_as_a_list),
        cmocka_unit_test(pages_of_a_book_are_linked_and_share_no_id),
        cmocka_unit_test(no_word_of_a_table_is_divided_while_another_column_has_room),
        cmocka_unit_test(mermaid_has_units_lines_and_looks),
        cmocka_unit_test(frames_are_subgraphs_where_one_can_hold_its_members),
        cmocka_unit_test(hostile_texts_are_text_in_every_format),
        cmocka_unit_test(no_byte_gets_through),
        cmocka_unit_test(the_checks_find_what_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
