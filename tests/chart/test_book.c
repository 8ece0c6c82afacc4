/* SPDX-License-Identifier: MIT
 * Books: which units have pages, what refers to them, and that every unit is on one. */
#include "unit.h"

#include "drawn.h"

static void draw(struct spenn_book *book, const struct spenn_model *m, int32_t paper)
{
    *book = (struct spenn_book){0};
    spenn_chart_book(m, NULL, &(struct spenn_chart_options){.paper = paper}, book);
    for (int32_t i = 0; i < book->pages; i++) {
        lint_boxes(&book->page[i]);
        lint_texts(&book->page[i]);
    }
}

/* A director, so many departments, each with so many teams of so many positions. */
static const char *agency(struct drawn *d, int departments, int teams, int positions)
{
    const char *text = spenn_arena_format(&d->memory,
        "  - {id: dir, name: Direktør, kind: executive}\n"
        "  - {id: stab, name: Stab, kind: staff, reports-to: dir}\n"
        "  - {id: d, name: 'Avdeling {n}', kind: department, count: %d, reports-to: "
        "dir}\n",
        departments);
    for (int i = 1; i <= departments; i++) {
        text = spenn_arena_format(&d->memory,
            "%s  - {id: d%d-t, name: 'Team {n}', kind: team, count: %d, reports-to: "
            "d-%d}\n",
            text, i, teams, i);
        for (int t = 1; t <= teams && positions > 0; t++) {
            text = spenn_arena_format(&d->memory,
                "%s  - {id: d%d-t%d-p, name: 'Rådgiver {n}', kind: result-unit, count: "
                "%d, reports-to: d%d-t-%d}\n",
                text, i, t, positions, i, t);
        }
    }
    return text;
}

static bool says(const struct spenn_drawing *page, const char *id, const char *text)
{
    const struct spenn_drawing_box *box = drawn_box(page, id);
    bool found = false;
    for (int32_t i = 0; i < box->runs; i++) {
        found = found || strcmp(page->run[box->first + i].text, text) == 0;
    }
    return found;
}

static void each_unit_of_the_first_level_has_a_page_if_there_is_anything_below(
    void **state)
{
    (void)state;
    struct drawn d = {0};
    struct spenn_book book;
    drawn_read(&d, &d.model, agency(&d, 3, 2, 0));
    draw(&book, &d.model, 0);
    assert_int_equal(book.pages, 4);
    assert_int_equal(book.page[0].boxes, 1 + 1 + 3); /* the rest is on their pages */
    assert_string_equal(book.page[0].title, "Prøve & kontroll");
    assert_string_equal(book.page[3].title, "Avdeling 3");
    assert_int_equal(drawn_box(&book.page[0], "u-d-2")->page, 3);
    assert_int_equal(drawn_box(&book.page[0], "u-stab")->page, 0);
    assert_true(says(&book.page[0], "u-d-2", "2 enheter · side 3"));
    assert_int_equal(book.above[0], 0);
    assert_int_equal(book.above[2], 1);
    spenn_book_free(&book);
    drawn_free(&d);
}

static void a_page_says_where_it_stands_what_is_in_it_and_its_number(void **state)
{
    (void)state;
    struct drawn d = {0};
    struct spenn_book book;
    drawn_read(&d, &d.model, agency(&d, 3, 2, 5));
    draw(&book, &d.model, 0);
    assert_true(drawn_says(&book.page[1], "Direktør  ›  Avdeling 1"));
    assert_true(drawn_says(&book.page[1], "12 enheter: 2 team og 10 resultatenheter"));
    assert_true(drawn_says(&book.page[1], "Side 2 av 4"));
    assert_true(drawn_says(&book.page[0], "Side 1 av 4"));
    spenn_book_free(&book);
    drawn_free(&d);
}

static void the_overview_shows_one_layer_more_where_that_fits(void **state)
{
    (void)state;
    struct drawn d = {0};
    struct spenn_book book;
    drawn_read(&d, &d.model, agency(&d, 3, 2, 5));
    draw(&book, &d.model, 0);
    assert_int_equal(book.page[0].boxes, 1 + 1 + 3 + 6);
    assert_true(says(&book.page[0], "u-d1-t-1", "+ 5 enheter"));
    spenn_book_free(&book);
    spenn_model_free(&d.model);
    drawn_read(&d, &d.model, agency(&d, 14, 40, 1));
    draw(&book, &d.model, 0);
    assert_int_equal(book.page[0].boxes, 1 + 1 + 14);
    spenn_book_free(&book);
    drawn_free(&d);
}

static void a_page_that_would_be_too_small_refers_to_pages_of_its_units(void **state)
{
    (void)state;
    struct drawn d = {0};
    struct spenn_book book;
    drawn_read(&d, &d.model, agency(&d, 2, 8, 60));
    draw(&book, &d.model, 0);
    assert_int_equal(book.pages, 1 + 2 * (1 + 8));
    assert_int_equal(drawn_box(&book.page[1], "u-d1-t-3")->page, 5);
    assert_int_equal(drawn_box(&book.page[1], "u-d-1")->page, 0);
    assert_true(drawn_says(&book.page[4], "Direktør  ›  Avdeling 1  ›  Team 3"));
    assert_int_equal(book.above[4], 2);
    assert_int_equal(drawn_box(&book.page[0], "u-d-2")->page, 11);
    spenn_book_free(&book);
    drawn_free(&d);
}

static void larger_paper_needs_fewer_pages(void **state)
{
    (void)state;
    struct drawn d = {0};
    struct spenn_book book;
    drawn_read(&d, &d.model, agency(&d, 2, 8, 60));
    draw(&book, &d.model, SPENN_PAPER_A1);
    assert_int_equal(book.pages, 3);
    assert_true(book.page[1].width > 2000.0);
    spenn_book_free(&book);
    drawn_free(&d);
}

static void a_thousand_positions_are_each_on_a_page_of_a4(void **state)
{
    (void)state;
    struct drawn d = {0};
    struct spenn_book book;
    struct spenn_index seen = {0};
    drawn_read(&d, &d.model, agency(&d, 7, 11, 12));
    draw(&book, &d.model, 0);
    for (int32_t i = 0; i < book.pages; i++) {
        assert_true(book.page[i].width == 842.0 && book.page[i].height == 595.0);
        for (int32_t b = 0; b < book.page[i].boxes; b++) {
            const struct spenn_drawing_box *box = &book.page[i].box[b];
            assert_true(box->page <= book.pages);
            spenn_index_add(&d.memory, &seen, box->id, i);
            if (box->page > 0) {
                assert_string_equal(book.page[box->page - 1].title, box->name);
            }
        }
    }
    assert_int_equal(seen.count, d.model.units.count);
    spenn_book_free(&book);
    drawn_free(&d);
}

static void a_flat_organization_that_does_not_fit_is_one_larger_sheet(void **state)
{
    (void)state;
    struct drawn d = {0};
    struct spenn_book book;
    drawn_read(&d, &d.model,
        "  - {id: d, kind: executive}\n"
        "  - {id: e, kind: result-unit, count: 2500, reports-to: d}\n");
    draw(&book, &d.model, 0);
    assert_int_equal(book.pages, 1);
    assert_false(drawn_says(&book.page[0], "Side 1"));
    spenn_book_free(&book);
    drawn_free(&d);
}

static void what_stands_above_the_leader_is_on_the_overview(void **state)
{
    (void)state;
    struct drawn d = {0};
    struct spenn_book book;
    drawn_read(&d, &d.model,
        "  - {id: k, name: Kommunestyret, kind: council}\n"
        "  - {id: u, name: Utvalg, kind: committee, reports-to: k}\n"
        "  - {id: d, name: Direktør, kind: executive, reports-to: k}\n"
        "  - {id: a, name: Sektor, kind: department, count: 2, reports-to: d}\n"
        "  - {id: e, name: Skole, kind: result-unit, count: 3, reports-to: a-1}\n");
    draw(&book, &d.model, 0);
    assert_int_equal(book.pages, 2);
    assert_int_equal(drawn_box(&book.page[0], "u-a-1")->page, 2);
    assert_true(drawn_says(&book.page[1], "Direktør  ›  "));
    assert_false(drawn_says(&book.page[1], "Kommunestyret"));
    spenn_book_free(&book);
    drawn_free(&d);
}

static void a_book_of_a_unit_begins_with_it(void **state)
{
    (void)state;
    struct drawn d = {0};
    struct spenn_book book = {0};
    drawn_read(&d, &d.model, agency(&d, 2, 3, 4));
    spenn_chart_book(&d.model, NULL,
        &(struct spenn_chart_options){.root = "d-2", .english = true}, &book);
    assert_int_equal(book.pages, 4);
    assert_string_equal(book.page[0].title, "Avdeling 2");
    assert_string_equal(book.page[1].title, "Team 1");
    assert_true(drawn_says(&book.page[3], "Page 4 of 4"));
    spenn_book_free(&book);
    drawn_free(&d);
}

static void an_empty_model_is_one_empty_page(void **state)
{
    (void)state;
    struct spenn_model m = {0};
    struct spenn_book book;
    draw(&book, &m, 0);
    assert_int_equal(book.pages, 1);
    assert_int_equal(book.page[0].boxes, 0);
    spenn_book_free(&book);
}

/* A deep line, and one where each leader has one unit more. */
static void deep_organizations_fill_their_pages(void **state)
{
    (void)state;
    for (int extra = 0; extra < 2; extra++) {
        struct drawn d = {0};
        struct spenn_book book;
        const char *text = "  - {id: n-0, kind: executive}\n";
        for (int i = 1; i < 400; i++) {
            text = spenn_arena_format(&d.memory,
                "%s  - {id: n-%d, kind: department, reports-to: n-%d}\n", text, i, i - 1);
            if (extra) {
                text = spenn_arena_format(&d.memory,
                    "%s  - {id: m-%d, kind: team, reports-to: n-%d}\n", text, i, i - 1);
            }
        }
        drawn_read(&d, &d.model, text);
        draw(&book, &d.model, 0);
        assert_true(book.pages < 50);
        spenn_book_free(&book);
        drawn_free(&d);
    }
}

static void changes_are_told_on_every_page_they_are_on(void **state)
{
    (void)state;
    struct drawn d = {0};
    struct spenn_book book = {0};
    drawn_read(&d, &d.base, agency(&d, 2, 3, 2));
    spenn_model_copy(&d.base, &d.model);
    spenn_id moved = 0;
    while (strcmp(d.model.units.id[moved], "d1-t-3") != 0) {
        moved++;
    }
    d.model.units.parent[moved] = 3; /* to department 2 */
    spenn_chart_book(&d.model, &d.base, &(struct spenn_chart_options){0}, &book);
    assert_int_equal(book.pages, 4); /* the second is the table */
    assert_non_null(strstr(drawn_box(&book.page[3], "u-d1-t-3")->class, "moved"));
    assert_non_null(strstr(drawn_box(&book.page[2], "was-d1-t-3")->class, "former"));
    spenn_book_free(&book);
    drawn_free(&d);
}

static void what_is_abolished_with_all_below_it_has_a_page(void **state)
{
    (void)state;
    struct drawn d = {0};
    struct spenn_book book = {0};
    drawn_read(&d, &d.base, agency(&d, 3, 3, 0));
    drawn_read(&d, &d.model, agency(&d, 2, 3, 0));
    spenn_chart_book(&d.model, &d.base, &(struct spenn_chart_options){0}, &book);
    const struct spenn_drawing *last = &book.page[book.pages - 1];
    int32_t number = drawn_box(&book.page[0], "u-d-3")->page;
    assert_int_equal(number, book.pages);
    assert_string_equal(last->title, "Avdeling 3");
    assert_true(says(&book.page[0], "u-d-3",
        spenn_arena_format(&d.memory, "3 enheter · side %d", (int)number)));
    assert_true(drawn_says(last, "3 enheter: 3 team"));
    spenn_book_free(&book);
    drawn_free(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            each_unit_of_the_first_level_has_a_page_if_there_is_anything_below),
        cmocka_unit_test(a_page_says_where_it_stands_what_is_in_it_and_its_number),
        cmocka_unit_test(the_overview_shows_one_layer_more_where_that_fits),
        cmocka_unit_test(a_page_that_would_be_too_small_refers_to_pages_of_its_units),
        cmocka_unit_test(larger_paper_needs_fewer_pages),
        cmocka_unit_test(a_thousand_positions_are_each_on_a_page_of_a4),
        cmocka_unit_test(a_flat_organization_that_does_not_fit_is_one_larger_sheet),
        cmocka_unit_test(what_stands_above_the_leader_is_on_the_overview),
        cmocka_unit_test(a_book_of_a_unit_begins_with_it),
        cmocka_unit_test(an_empty_model_is_one_empty_page),
        cmocka_unit_test(deep_organizations_fill_their_pages),
        cmocka_unit_test(what_is_abolished_with_all_below_it_has_a_page),
        cmocka_unit_test(changes_are_told_on_every_page_they_are_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
