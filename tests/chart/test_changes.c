/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "change.h"
#include "drawn.h"

#define UNITS                                                                            \
    "  - {id: r, name: Rådmann, kind: executive}\n"                                     \
    "  - {id: o, name: Oppvekst, kind: department, reports-to: r}\n"                     \
    "  - {id: k, name: Kultur, kind: department, reports-to: r}\n"                       \
    "  - {id: t, name: Teknisk, kind: department, reports-to: r}\n"                      \
    "  - {id: bn, name: Barnehage Nord, kind: result-unit, reports-to: o}\n"             \
    "  - {id: bs, name: Barnehage Sør, kind: result-unit, reports-to: o}\n"             \
    "  - {id: bi, name: Biblioteket, kind: result-unit, reports-to: k}\n"                \
    "forums:\n"                                                                          \
    "  - {id: l, name: Ledergruppe, kind: leadership-group, chair: r, members: [o, "     \
    "t]}\n"

static void draw_change_of(struct drawn *d, const char *units, const char *changes)
{
    drawn_read(d, &d->base, units);
    const struct spenn_value *list = tiny_value(changes, &d->memory);
    if (!spenn_changes_apply(&d->base, list, &d->model, &d->err)) {
        spenn_error_print(&d->err, stderr);
        fail();
    }
    spenn_chart_draw(
        &d->model, &d->base, &(struct spenn_chart_options){.title = "Ny"}, &d->chart);
    lint(&d->chart, &d->model);
}

static void draw_change(struct drawn *d, const char *changes)
{
    draw_change_of(d, UNITS, changes);
}

static const char *line_of(const struct drawn *d, const char *id, int32_t line)
{
    const struct spenn_drawing_box *box = drawn_box(&d->chart, id);
    assert_true(line < box->runs);
    return d->chart.run[box->first + line].text;
}

static int32_t wires_of(const struct drawn *d, const char *class)
{
    int32_t count = 0;
    for (int32_t i = 0; i < d->chart.wires; i++) {
        count += strcmp(d->chart.wire[i].class, class) == 0;
    }
    return count;
}

static void a_new_unit_says_so(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(
        &d, "- establish: {id: p, name: Plan, kind: department, reports-to: r}\n");
    assert_string_equal(line_of(&d, "u-p", 0), "NY");
    assert_int_equal(wires_of(&d, "line new"), 1);
    assert_true(drawn_says(&d.chart, "Ny enhet"));
    drawn_free(&d);
}

static void a_moved_unit_leaves_a_ghost_and_an_arrow(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d, "- move: {units: bi, to: o}\n");
    assert_string_equal(line_of(&d, "u-bi", 0), "FLYTTET HIT");
    assert_string_equal(line_of(&d, "u-bi", 2), "fra Kultur");
    assert_string_equal(line_of(&d, "was-bi", 0), "FLYTTET UT");
    assert_string_equal(line_of(&d, "was-bi", 2), "→ Oppvekst");
    assert_true(drawn_box(&d.chart, "was-bi")->style.dashed);
    assert_int_equal(wires_of(&d, "move"), 1);
    assert_int_equal(wires_of(&d, "line former"), 1);
    drawn_free(&d);
}

static void moves_go_between_neighbours(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d, "- move: {units: [bn, bs], to: t}\n");
    double from = drawn_box(&d.chart, "u-o")->x, to = drawn_box(&d.chart, "u-t")->x;
    double other = drawn_box(&d.chart, "u-k")->x;
    assert_false((from < other && other < to) || (to < other && other < from));
    drawn_free(&d);
}

static void moves_go_between_neighbours_in_a_wide_row_too(void **state)
{
    (void)state;
    struct drawn d = {0};
    const char *units =
        "  - {id: r, name: Rådmann, kind: executive}\n"
        "  - {id: a, kind: department, count: 12, reports-to: r}\n"
        "  - {id: e, kind: result-unit, count: 12, reports-to: 'a-{n}'}\n";
    draw_change_of(&d, units,
        "- move: {units: e-1, to: a-12}\n"
        "- move: {units: e-3, to: a-9}\n"
        "- move: {units: e-12, to: a-6}\n");
    assert_int_equal(wires_of(&d, "move"), 3);
    drawn_free(&d);
}

static void only_a_few_moves_have_arrows(void **state)
{
    (void)state;
    struct drawn d = {0};
    const char *units = "  - {id: r, name: Rådmann, kind: executive}\n"
                        "  - {id: a, kind: department, count: 2, reports-to: r}\n"
                        "  - {id: e, kind: result-unit, count: 20, reports-to: a-1}\n";
    draw_change_of(&d, units, "- move: {units: e-*, to: a-2}\n");
    assert_int_equal(wires_of(&d, "move"), 0);
    assert_string_equal(line_of(&d, "u-e-7", 2), "fra a-1");
    drawn_free(&d);
}

static void an_abolished_unit_is_struck_through_at_its_old_place(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d, "- abolish: {unit: k, to: o}\n");
    const struct spenn_drawing_box *box = drawn_box(&d.chart, "u-k");
    assert_string_equal(line_of(&d, "u-k", 0), "UTGÅR");
    assert_true(d.chart.run[box->first + 1].struck);
    assert_int_equal(wires_of(&d, "line gone"), 1);
    drawn_free(&d);
}

static void a_renamed_unit_says_what_it_was_called(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d, "- rename: {unit: o, name: Oppvekst og kultur, id: ok}\n");
    assert_string_equal(line_of(&d, "u-ok", 0), "NYTT NAVN");
    const struct spenn_drawing_box *box = drawn_box(&d.chart, "u-ok");
    assert_string_equal(line_of(&d, "u-ok", box->runs - 1), "før: Oppvekst");
    assert_int_equal(d.chart.boxes, d.model.units.count);
    drawn_free(&d);
}

static void a_merged_unit_names_what_it_is_made_of(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d,
        "- merge: {units: [bn, bs], into: {id: b, name: Barnehagene, kind: result-unit, "
        "reports-to: o}}\n");
    assert_string_equal(line_of(&d, "u-b", 0), "SLÅTT SAMMEN");
    assert_string_equal(line_of(&d, "was-bn", 0), "SLÅS SAMMEN");
    assert_int_equal(wires_of(&d, "move merge"), 2);
    drawn_free(&d);
}

static void who_joins_and_who_leaves_is_tagged(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d,
        "- join: {forum: l, members: k}\n"
        "- leave: {forum: l, members: t}\n");
    assert_string_equal(line_of(&d, "u-k", 0), "INN");
    assert_string_equal(line_of(&d, "u-t", 0), "UT");
    assert_true(drawn_says(&d.chart, "Inn: Ledergruppe"));
    drawn_free(&d);
}

static void a_unit_moved_and_renamed_is_one_unit(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d,
        "- rename: {unit: bi, name: Bokhuset, id: bok}\n"
        "- move: {units: bok, to: t}\n"
        "- join: {forum: l, members: bok}\n");
    const struct spenn_drawing_box *box = drawn_box(&d.chart, "u-bok");
    assert_string_equal(box->tag, "FLYTTET HIT · NYTT NAVN · INN");
    assert_string_equal(box->note, "før: Biblioteket; fra Kultur");
    assert_string_equal(drawn_box(&d.chart, "was-bi")->tag, "FLYTTET UT");
    assert_int_equal(d.chart.boxes, d.model.units.count + 1);
    assert_false(drawn_says(&d.chart, "Ny enhet"));
    assert_false(drawn_says(&d.chart, "Enhet legges ned"));
    drawn_free(&d);
}

static void a_divided_unit_names_its_parts(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d,
        "- split: {unit: k, into: [{id: k1, name: Scene, share: 50%}, {id: k2, name: "
        "Kino, share: 50%}]}\n");
    const struct spenn_drawing_box *was = drawn_box(&d.chart, "was-k");
    assert_string_equal(was->tag, "DELES");
    assert_string_equal(was->note, "→ Scene, Kino");
    assert_string_equal(drawn_box(&d.chart, "u-k2")->tag, "DELT");
    assert_string_equal(drawn_box(&d.chart, "u-k2")->note, "fra Kultur");
    assert_int_equal(wires_of(&d, "move merge"), 2);
    drawn_free(&d);
}

static void a_unit_spun_off_says_from_whom(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d,
        "- spin-off: {from: t, to: {id: kf, name: Eiendom KF, kind: legal-entity, "
        "reports-to: r}, share: 30%}\n"
        "- set: {unit: bi, status: leaving}\n");
    const struct spenn_drawing_box *box = drawn_box(&d.chart, "u-kf");
    assert_string_equal(box->tag, "SKILT UT");
    assert_string_equal(box->note, "fra Teknisk");
    assert_true(box->style.doubled);
    assert_string_equal(drawn_box(&d.chart, "u-bi")->tag, "SKILLES UT");
    assert_true(drawn_box(&d.chart, "u-bi")->style.dashed);
    drawn_free(&d);
}

static void one_unit_in_and_out_of_several_forums(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change_of(&d,
        UNITS
        "  - {id: n, name: Nettverk, kind: network, chair: o, members: [bn, t]}\n"
        "  - {id: s, name: Styringsgruppe, kind: steering-group, chair: r, members: t}\n",
        "- leave: {forum: n, members: t}\n"
        "- join: {forum: n, members: [k, bi]}\n"
        "- join: {forum: s, members: [k, o]}\n"
        "- leave: {forum: l, members: o}\n");
    assert_string_equal(drawn_box(&d.chart, "u-k")->tag, "INN");
    assert_string_equal(drawn_box(&d.chart, "u-k")->note, "Nettverk, Styringsgruppe");
    assert_string_equal(drawn_box(&d.chart, "u-o")->tag, "INN · UT");
    assert_string_equal(
        drawn_box(&d.chart, "u-o")->note, "ut: Ledergruppe; inn: Styringsgruppe");
    assert_string_equal(drawn_box(&d.chart, "u-t")->note, "Nettverk");
    drawn_free(&d);
}

static void former_places_of_members_stand_with_the_members(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d,
        "- establish: {id: d1, name: Nestleder, kind: deputy, reports-to: r}\n"
        "- move: {units: [o, t], to: d1}\n"
        "- join: {forum: l, members: d1}\n"
        "- leave: {forum: l, members: [o, t]}\n"
        "- establish: {id: kf, name: KF, kind: department, reports-to: r}\n");
    double out = drawn_box(&d.chart, "u-k")->x, kf = drawn_box(&d.chart, "u-kf")->x;
    out = fmin(out, kf);
    assert_true(drawn_box(&d.chart, "was-o")->x < out);
    assert_true(drawn_box(&d.chart, "was-t")->x < out);
    drawn_free(&d);
}

static void what_is_now_never_hangs_on_what_was(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d,
        "- establish: {id: d1, name: Nestleder, kind: deputy, reports-to: r}\n"
        "- establish: {id: d2, name: Viseleder, kind: deputy, reports-to: r}\n"
        "- move: {units: [o, k, t], to: d1}\n");
    const struct spenn_drawing_box *top = drawn_box(&d.chart, "u-r");
    for (int32_t i = 0; i < d.chart.wires; i++) {
        const struct spenn_drawing_wire *wire = &d.chart.wire[i];
        const struct spenn_drawing_point *p = &d.chart.point[wire->first];
        bool trunk = fabs(p->y - top->y - top->h) < 1e-6 && !wire->curved;
        if (trunk && &d.chart.box[wire->from] == top) {
            assert_string_equal(wire->class, "line new");
        }
    }
    drawn_free(&d);
}

static void the_former_leadership_group_has_a_thin_frame(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d,
        "- leave: {forum: l, members: t}\n"
        "- establish: {id: p, name: Plan, kind: department, reports-to: r}\n");
    const struct spenn_drawing_frame *former = NULL, *now = NULL;
    for (int32_t i = 0; i < d.chart.frames; i++) {
        const struct spenn_drawing_frame *f = &d.chart.frame[i];
        former = strcmp(f->class, "former-group") == 0 ? f : former;
        now = strcmp(f->class, "leadership-group") == 0 ? f : now;
    }
    assert_non_null(former);
    assert_non_null(now);
    assert_string_equal(former->label, "Før: Ledergruppe");
    assert_true(former->dashed && former->fill == NULL && former->width < now->width);
    const struct spenn_drawing_box *left = drawn_box(&d.chart, "u-t");
    assert_true(left->x > former->x && left->x + left->w < former->x + former->w);
    assert_false(left->x < now->x + now->w && left->x + left->w > now->x);
    drawn_free(&d);
}

static void a_group_that_stays_has_one_frame(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d, "- rename: {unit: t, name: Drift}\n- move: {units: bi, to: o}\n");
    assert_int_equal(d.chart.frames, 1);
    drawn_free(&d);
    d = (struct drawn){0}; /* one member for two, in the same place */
    draw_change_of(&d,
        "  - {id: r, name: Rådmann, kind: executive}\n"
        "  - {id: s, name: 'Stab {n}', kind: staff, count: 2, reports-to: r}\n"
        "  - {id: a, name: 'Avdeling {n}', kind: department, count: 5, reports-to: r}\n"
        "forums:\n"
        "  - {id: l, name: Ledergruppe, kind: leadership-group, chair: r, members: "
        "all}\n",
        "- merge: {units: [s-1, s-2], into: {id: f, name: Felles}}\n");
    assert_int_equal(d.chart.frames, 1);
    drawn_free(&d);
}

static void forums_opened_and_closed_are_named(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d,
        "- open: {id: n, name: Nettverk, kind: network, chair: o, members: [bn, bs]}\n"
        "- close: {forum: l}\n");
    assert_true(drawn_says(&d.chart, "Nytt forum: Nettverk"));
    assert_true(drawn_says(&d.chart, "Forum legges ned:"));
    drawn_free(&d);
}

static void a_new_forum_has_the_letter_of_its_own_name(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d,
        "- open: {id: x, name: Kriseledelse, kind: other, chair: r, members: [bn, "
        "bi]}\n");
    assert_int_equal(d.chart.chips, 3);
    assert_string_equal(d.chart.chip[0].letter, "K");
    drawn_free(&d);
}

static void no_change_is_said_in_words(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d, "- set: {forum: l, meets: 26/y}\n");
    assert_true(drawn_says(&d.chart, "Ingen enheter er endret."));
    assert_true(drawn_says(&d.chart, "Møtes: Ledergruppe"));
    for (int32_t i = 0; i < d.chart.boxes; i++) {
        assert_null(strstr(d.chart.box[i].class, "former"));
    }
    drawn_free(&d);
}

static void only_key_figures_there_are_stand_in_the_panel(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(&d,
        "- establish: {id: s, name: Stab, kind: staff, reports-to: r}\n"
        "- rename: {unit: k, name: Kultur og fritid}\n"
        "- move: {units: k, to: o}\n");
    assert_true(drawn_says(&d.chart, "Stabsenheter"));
    assert_true(drawn_says(&d.chart, "Avdelinger"));
    assert_false(drawn_says(&d.chart, "Regioner i gruppen"));
    int32_t told = 0;
    for (int32_t i = 0; i < d.chart.items; i++) {
        told += strcmp(d.chart.item[i].explains, "renamed") == 0
            || strcmp(d.chart.item[i].explains, "moved") == 0
            || strcmp(d.chart.item[i].explains, "wire-former") == 0;
    }
    assert_int_equal(told, 3);
    drawn_free(&d);
}

static void key_figures_stand_before_and_after(void **state)
{
    (void)state;
    struct drawn d = {0};
    draw_change(
        &d, "- establish: {id: p, name: Plan, kind: department, reports-to: r}\n");
    assert_true(drawn_says(&d.chart, "Nøkkeltall"));
    bool seven = false, eight = false;
    for (int32_t i = 0; i < d.chart.texts; i++) {
        seven = seven || strcmp(d.chart.text[i].text, "7") == 0;
        eight = eight || (strcmp(d.chart.text[i].text, "8") == 0 && d.chart.text[i].bold);
    }
    assert_true(seven && eight);
    drawn_free(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_unit_says_so),
        cmocka_unit_test(a_moved_unit_leaves_a_ghost_and_an_arrow),
        cmocka_unit_test(moves_go_between_neighbours),
        cmocka_unit_test(moves_go_between_neighbours_in_a_wide_row_too),
        cmocka_unit_test(only_a_few_moves_have_arrows),
        cmocka_unit_test(an_abolished_unit_is_struck_through_at_its_old_place),
        cmocka_unit_test(a_renamed_unit_says_what_it_was_called),
        cmocka_unit_test(a_merged_unit_names_what_it_is_made_of),
        cmocka_unit_test(who_joins_and_who_leaves_is_tagged),
        cmocka_unit_test(a_unit_moved_and_renamed_is_one_unit),
        cmocka_unit_test(a_divided_unit_names_its_parts),
        cmocka_unit_test(a_unit_spun_off_says_from_whom),
        cmocka_unit_test(one_unit_in_and_out_of_several_forums),
        cmocka_unit_test(former_places_of_members_stand_with_the_members),
        cmocka_unit_test(what_is_now_never_hangs_on_what_was),
        cmocka_unit_test(the_former_leadership_group_has_a_thin_frame),
        cmocka_unit_test(a_group_that_stays_has_one_frame),
        cmocka_unit_test(forums_opened_and_closed_are_named),
        cmocka_unit_test(a_new_forum_has_the_letter_of_its_own_name),
        cmocka_unit_test(no_change_is_said_in_words),
        cmocka_unit_test(only_key_figures_there_are_stand_in_the_panel),
        cmocka_unit_test(key_figures_stand_before_and_after),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
