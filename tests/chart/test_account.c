/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "change.h"
#include "drawn.h"

#define UNITS                                                                            \
    "  - {id: r, name: {nb: Rådmann, en: Chief}, kind: executive}\n"                    \
    "  - {id: o, name: Oppvekst, kind: department, reports-to: r, fte: 4.5}\n"           \
    "  - {id: k, name: Kultur, kind: department, reports-to: r}\n"                       \
    "  - {id: sone, name: 'Sone {n}', kind: result-unit, count: 5, reports-to: k}\n"     \
    "  - {id: bn, name: Nord, kind: result-unit, reports-to: o}\n"                       \
    "  - {id: bs, name: Sør, kind: result-unit, reports-to: o}\n"                       \
    "forums:\n"                                                                          \
    "  - {id: l, name: Ledergruppe, kind: leadership-group, chair: r, members: [o, "     \
    "k], meets: 26/y}\n"                                                                 \
    "  - {id: n, name: Nettverk, kind: network, chair: o, members: [bn, bs]}\n"          \
    "tasks:\n"                                                                           \
    "  - {id: t, name: Vedtak, at: bn, arrives: 12/w, handling: 2h, decision: 30min, "   \
    "authority: {bn: 70%, o: 90%}}\n"

static void change(struct drawn *d, const char *changes, bool english)
{
    drawn_read(d, &d->base, UNITS);
    const struct spenn_value *list = tiny_value(changes, &d->memory);
    if (!spenn_changes_apply(&d->base, list, &d->model, &d->err)) {
        spenn_error_print(&d->err, stderr);
        fail();
    }
    spenn_chart_draw(&d->model, &d->base,
        &(struct spenn_chart_options){.english = english}, &d->chart);
    lint(&d->chart, &d->model);
}

static const struct spenn_drawing_table *table_of(
    const struct drawn *d, const char *title)
{
    for (int32_t i = 0; i < d->chart.tables; i++) {
        if (strcmp(d->chart.table[i].title, title) == 0) {
            return &d->chart.table[i];
        }
    }
    fail_msg("no table %s", title);
    return NULL;
}

/* The rows below the head, cells with bars between, a line each. */
static void assert_told(
    struct drawn *d, const char *changes, bool english, const char *expected)
{
    change(d, changes, english);
    const struct spenn_drawing_table *table =
        table_of(d, english ? "All changes" : "Alle endringer");
    const char *text = "";
    for (int32_t i = table->columns; i < table->cells; i++) {
        text = spenn_arena_format(&d->memory, "%s%s%s", text, table->cell[i],
            i % table->columns < table->columns - 1 ? " | " : "\n");
    }
    assert_string_equal(text, expected);
    drawn_free(d);
}

static void units_that_begin_move_and_end_are_told(void **state)
{
    (void)state;
    struct drawn d = {0};
    assert_told(&d,
        "- establish: {id: p, name: Plan, kind: staff, reports-to: r}\n"
        "- move: {units: [bn, bs], to: k}\n"
        "- rename: {unit: k, name: Kultur og fritid, id: kf}\n"
        "- abolish: {unit: sone-3}\n",
        false,
        "Nytt navn | Kultur og fritid | Kultur | Kultur og fritid\n"
        "Flyttet | Nord, Sør | Oppvekst | Kultur og fritid\n"
        "Ny enhet | Plan | – | stab, under Rådmann\n"
        "Lagt ned | Sone 3 | resultatenhet, under Kultur | –\n");
}

static void a_role_of_coordination_is_told_in_words(void **state)
{
    (void)state;
    struct drawn d = {0};
    const char *changes = "- set: {unit: o, coordination: {primary: driver, secondary: "
                          "[balancer, system-manager], ambition: 3, instruments: "
                          "[budget-process, forums]}}\n";
    assert_told(&d, changes, false,
        "Samordningsrolle | Oppvekst | – | primært pådriver; også interesseavveier, "
        "systemforvalter; til trinn 3; med budsjettprosess, fora og nettverk\n");
    d = (struct drawn){0};
    assert_told(&d, changes, true,
        "Role of coordination | Oppvekst | – | primarily driver; also balancer of "
        "interests, system manager; to step 3; with budget process, forums and "
        "networks\n");
}

static void numbered_units_are_told_as_a_range(void **state)
{
    (void)state;
    struct drawn d = {0};
    assert_told(&d, "- join: {forum: n, members: [sone-1, sone-2, sone-3, sone-5]}\n",
        false,
        "Inn i forum | Sone 1–3, Sone 5 | – | Nettverk\n"
        "Antall medlemmer | Nettverk | 3 | 7\n");
}

static void the_same_of_several_units_is_one_row_wherever_they_stand(void **state)
{
    (void)state;
    struct drawn d = {0};
    assert_told(&d,
        "- move: {units: [sone-1, sone-2], to: o}\n"
        "- set: {unit: [sone-1, sone-2], kind: team}\n",
        false,
        "Flyttet | Sone 1–2 | Kultur | Oppvekst\n"
        "Type | Sone 1–2 | resultatenhet | team\n");
}

static void merged_divided_and_spun_off_units_are_told_once(void **state)
{
    (void)state;
    struct drawn d = {0};
    assert_told(&d,
        "- merge: {units: [sone-1, sone-2], into: {id: ny, name: Bydel}}\n"
        "- split: {unit: sone-5, into: [{id: a, name: Øst, share: 50%}, {id: b, name: "
        "Vest, share: 50%}]}\n"
        "- spin-off: {from: k, to: {id: kf, name: Kultur KF, kind: legal-entity, "
        "reports-to: r}, share: 10%}\n"
        "- absorb: {units: [sone-3], into: sone-4}\n",
        false,
        "Skilt ut | Kultur KF | Kultur | Kultur KF\n"
        "Slått sammen | Bydel | Sone 1–2 | Bydel\n"
        "Slått sammen | Sone 4 | Sone 4, Sone 3 | Sone 4\n"
        "Delt | Sone 5 | Sone 5 | Øst, Vest\n");
}

static void fields_lines_and_authority_are_told_as_people_write_them(void **state)
{
    (void)state;
    struct drawn d = {0};
    assert_told(&d,
        "- set: {unit: o, fte: 6.5, leaders: 2, status: vacant}\n"
        "- set: {forum: l, meets: 12/y, lasts: 2h, chair: o}\n"
        "- draw: {kind: professional, from: o, to: sone-*}\n"
        "- delegate: {task: t, to: bn, limit: 85%}\n"
        "- set: {task: t, deadline: 3w, late: escalates}\n"
        "- set: {assume: {caseworker-share: 70%, contact-per-report: "
        "10min}}\n",
        false,
        "Årsverk | Oppvekst | 4,5 | 6,5\n"
        "Ledere | Oppvekst | 1 | 2\n"
        "Status | Oppvekst | – | ledig\n"
        "Leder av forum | Ledergruppe | Rådmann | Oppvekst\n"
        "Møtes | Ledergruppe | 26 per år | 12 per år\n"
        "Møtet varer | Ledergruppe | – | 2 timer\n"
        "Frist | Vedtak | – | 3 uker\n"
        "Etter fristen | Vedtak | – | løftes i linjen\n"
        "Fullmakt: Nord | Vedtak | 70 % | 85 %\n"
        "Faglig linje | Oppvekst | – | Sone 1–5\n"
        "Antakelse | contact-per-report | 30 minutter per uke | 10 minutter per uke\n"
        "Antakelse | caseworker-share | 80 % | 70 %\n");
}

static void forums_that_open_and_close_are_told_in_english_too(void **state)
{
    (void)state;
    struct drawn d = {0};
    assert_told(&d,
        "- close: {forum: n}\n"
        "- open: {id: x, name: {nb: Kriseledelse, en: Crisis staff}, kind: other, chair: "
        "r, members: o}\n",
        true,
        "New forum | Crisis staff | – | chair Chief, 2 members\n"
        "Forum closed | Nettverk | chair Oppvekst, 3 members | –\n");
}

static void key_figures_are_told_too(void **state)
{
    (void)state;
    struct drawn d = {0};
    change(&d, "- move: {units: bs, to: bn}\n", false);
    const struct spenn_drawing_table *table = table_of(&d, "Nøkkeltall");
    assert_int_equal(table->columns, 3);
    assert_string_equal(table->cell[3], "Enheter");
    assert_string_equal(table->cell[9], "Nivåer");
    assert_string_equal(table->cell[10], "3");
    assert_string_equal(table->cell[11], "4");
    drawn_free(&d);
}

/* The words stand in the panel when they are few, else the chart says where they are. */
static void few_changes_are_told_beside_the_chart(void **state)
{
    (void)state;
    struct drawn d = {0};
    change(&d, "- set: {unit: o, fte: 6.5}\n", false);
    assert_true(drawn_says(&d.chart, "Årsverk: Oppvekst"));
    drawn_free(&d);
}

static void a_long_table_takes_several_pages(void **state)
{
    (void)state;
    struct drawn d = {0};
    const char *units = "  - {id: r, name: Rådmann, kind: executive}\n"
                        "  - {id: e, name: 'Enhet {n}', kind: result-unit, count: 120, "
                        "reports-to: r}\n";
    const char *changes = "";
    for (int32_t i = 2; i <= 120; i++) {
        changes = spenn_arena_format(&d.memory, "%s- move: {units: e-%d, to: e-%d}\n",
            changes, (int)i, (int)i - 1);
    }
    drawn_read(&d, &d.base, units);
    const struct spenn_value *list = tiny_value(changes, &d.memory);
    assert_true(spenn_changes_apply(&d.base, list, &d.model, &d.err));
    struct spenn_book book = {0};
    spenn_change_table(&d.base, &d.model, &(struct spenn_chart_options){0}, &book);
    assert_true(book.pages > 2);
    int32_t moved = 0;
    for (int32_t i = 0; i < book.pages; i++) {
        lint_texts(&book.page[i]);
        assert_true(drawn_says(&book.page[i], "Endring"));
        for (int32_t t = 0; t < book.page[i].texts; t++) {
            moved += strcmp(book.page[i].text[t].text, "Flyttet") == 0;
        }
    }
    assert_int_equal(moved, 119);
    spenn_book_free(&book);
    drawn_free(&d);
}

/* The first column is bold and so wider than the same text elsewhere. */
static void no_cell_of_a_table_reaches_into_the_next(void **state)
{
    (void)state;
    struct drawn d = {0};
    const char *units = "  - {id: r, name: Rådmann, kind: executive}\n", *changes = "";
    for (int32_t i = 1; i < 60; i++) {
        units = spenn_arena_format(&d.memory,
            "%s  - {id: e-%d, name: 'Skole %.*s', kind: result-unit, reports-to: r}\n",
            units, (int)i, (int)i,
            "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn");
        changes = spenn_arena_format(&d.memory,
            "%s- delegate: {task: t, to: e-%d, limit: 60%%}\n", changes, (int)i);
    }
    units = spenn_arena_format(&d.memory,
        "%stasks:\n  - {id: t, name: Vedtak, at: e-*, arrives: 12/w, decision: 30min, "
        "authority: {e-*: 50%%}}\n",
        units);
    drawn_read(&d, &d.base, units);
    const struct spenn_value *list = tiny_value(changes, &d.memory);
    if (!spenn_changes_apply(&d.base, list, &d.model, &d.err)) {
        spenn_error_print(&d.err, stderr);
        fail();
    }
    struct spenn_book book = {0};
    spenn_change_table(&d.base, &d.model, &(struct spenn_chart_options){0}, &book);
    const struct spenn_drawing *page = book.page;
    int32_t cells = 0;
    for (int32_t i = 0; i + 1 < page->texts; i++) {
        const struct spenn_drawing_text *a = &page->text[i], *b = a + 1;
        bool beside = a->y == b->y && a->x < b->x;
        cells += beside;
        assert_true(!beside || a->x + spenn_font_width(a->text, a->size, a->bold) < b->x);
    }
    assert_true(cells > 30);
    spenn_book_free(&book);
    drawn_free(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_that_begin_move_and_end_are_told),
        cmocka_unit_test(a_role_of_coordination_is_told_in_words),
        cmocka_unit_test(numbered_units_are_told_as_a_range),
        cmocka_unit_test(the_same_of_several_units_is_one_row_wherever_they_stand),
        cmocka_unit_test(merged_divided_and_spun_off_units_are_told_once),
        cmocka_unit_test(fields_lines_and_authority_are_told_as_people_write_them),
        cmocka_unit_test(forums_that_open_and_close_are_told_in_english_too),
        cmocka_unit_test(key_figures_are_told_too),
        cmocka_unit_test(few_changes_are_told_beside_the_chart),
        cmocka_unit_test(a_long_table_takes_several_pages),
        cmocka_unit_test(no_cell_of_a_table_reaches_into_the_next),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
