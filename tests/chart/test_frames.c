/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "drawn.h"
#include "look.h"

#define UNITS                                                                            \
    "  - {id: d, name: Direktør, kind: executive}\n"                                    \
    "  - {id: a, name: 'Avdeling {n}', kind: department, count: 4, reports-to: d}\n"     \
    "  - {id: r, name: 'Region {n}', kind: region, count: 6, reports-to: d}\n"

static bool within(const struct spenn_drawing_frame *f, const struct spenn_drawing_box *b)
{
    return b->x >= f->x && b->y >= f->y && b->x + b->w <= f->x + f->w
        && b->y + b->h <= f->y + f->h;
}

static void model_1_frames_the_directors_own_leaders_only(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        UNITS "forums:\n  - {id: l, name: Ledergruppe, kind: leadership-group, chair: d, "
              "members: [d, a-*]}\n");
    assert_int_equal(d.chart.frames, 1);
    assert_true(within(&d.chart.frame[0], drawn_box(&d.chart, "u-d")));
    assert_true(within(&d.chart.frame[0], drawn_box(&d.chart, "u-a-4")));
    assert_false(within(&d.chart.frame[0], drawn_box(&d.chart, "u-r-1")));
    assert_string_equal(drawn_box(&d.chart, "u-a-1")->style.fill, "#CFEBD9");
    assert_string_equal(drawn_box(&d.chart, "u-r-1")->style.fill, "#FFFFFF");
    drawn_free(&d);
}

static void model_2_frames_the_regions_too(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        UNITS "forums:\n  - {id: l, name: Ledergruppe, kind: leadership-group, chair: d, "
              "members: [d, a-*, r-*]}\n");
    assert_int_equal(d.chart.frames, 1);
    for (int32_t i = 0; i < d.chart.boxes; i++) {
        assert_true(within(&d.chart.frame[0], &d.chart.box[i]));
    }
    drawn_free(&d);
}

static void model_3_frames_the_departments_group_dashed(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: a, name: 'Avdeling {n}', kind: department, count: 3, reports-to: d}\n"
        "  - {id: r, name: 'Region {n}', kind: region, count: 2, reports-to: a-3}\n"
        "forums:\n"
        "  - {id: l, name: Ledergruppe, kind: leadership-group, chair: d, members: [d, "
        "a-*]}\n"
        "  - {id: g, name: Avdelingens ledergruppe, kind: leadership-group, chair: a-3, "
        "members: [r-*]}\n");
    assert_int_equal(d.chart.frames, 2);
    const struct spenn_drawing_frame *f = &d.chart.frame[1];
    assert_true(f->dashed);
    assert_null(f->fill);
    assert_true(within(f, drawn_box(&d.chart, "u-r-2")));
    assert_false(within(f, drawn_box(&d.chart, "u-a-2")));
    drawn_free(&d);
}

static void a_frame_that_holds_another_is_solid_around_it(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        UNITS
        "forums:\n"
        "  - {id: l, name: Ledergruppe, kind: leadership-group, chair: d, members: [d, "
        "a-*]}\n"
        "  - {id: u, name: Utvidet møte, kind: extended, chair: d, members: [d, a-*, "
        "r-*]}\n");
    assert_int_equal(d.chart.frames, 2);
    const struct spenn_drawing_frame *outer = &d.chart.frame[0], *inner = outer + 1;
    assert_string_equal(outer->class, "forum");
    assert_false(outer->dashed);
    assert_string_equal(outer->fill, "#F3F8FC");
    assert_int_equal(outer->members, 11);
    assert_int_equal(inner->members, 5);
    double least = d.chart.radius; /* 4 points of the plan */
    assert_true(outer->x <= inner->x - least && outer->y <= inner->y - least);
    assert_true(outer->x + outer->w >= inner->x + inner->w + least);
    drawn_free(&d);
}

static void a_part_of_the_leadership_group_is_framed_inside_it(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        UNITS
        "forums:\n"
        "  - {id: l, name: Ledergruppe, kind: leadership-group, chair: d, members: [d, "
        "a-*, r-*]}\n"
        "  - {id: i, name: Intern gruppe, kind: leadership-group, chair: d, members: [d, "
        "a-*]}\n");
    assert_int_equal(d.chart.frames, 2);
    const struct spenn_drawing_frame *inner = &d.chart.frame[1];
    assert_string_equal(inner->label, "Intern gruppe");
    assert_false(inner->dashed);
    assert_true(within(inner, drawn_box(&d.chart, "u-d")));
    assert_false(within(inner, drawn_box(&d.chart, "u-r-1")));
    drawn_free(&d);
}

static void a_network_of_a_panel_gives_it_its_look(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Rådmann, kind: executive}\n"
        "  - {id: s, name: 'Skule {n}', kind: result-unit, count: 4, reports-to: d, "
        "panel: "
        "Nettverk Skule}\n"
        "  - {id: b, name: 'Barnehage {n}', kind: result-unit, count: 4, reports-to: d, "
        "panel: Barnehagar}\n"
        "forums:\n  - {id: n, name: Nettverk Skule, kind: network, chair: d, members: "
        "s-*}\n");
    assert_int_equal(d.chart.frames, 2);
    assert_int_equal(d.chart.chips, 0);
    assert_string_equal(d.chart.frame[0].class, "network");
    assert_true(d.chart.frame[0].dashed);
    assert_string_equal(d.chart.frame[0].fill, "#FBF7FC");
    assert_string_equal(d.chart.frame[1].class, "panel");
    assert_true(drawn_says(&d.chart, "Nettverk, ikke et ledernivå"));
    drawn_free(&d);
}

static void a_network_without_its_chair_is_framed(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        UNITS "forums:\n  - {id: n, name: Regionnettverk, kind: network, chair: a-1, "
              "members: r-*}\n");
    assert_int_equal(d.chart.frames, 1);
    assert_int_equal(d.chart.frame[0].members, 6);
    assert_string_equal(d.chart.frame[0].stroke, "#8A4F7D");
    assert_false(within(&d.chart.frame[0], drawn_box(&d.chart, "u-a-1")));
    drawn_free(&d);
}

/* From the middle deputy it would read as that one's units. */
static void what_the_whole_group_leads_hangs_below_its_frame(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Rådmann, kind: executive}\n"
        "  - {id: k, name: 'Kommunalsjef {n}', kind: deputy, count: 3, reports-to: d}\n"
        "  - {id: e, name: 'Eining {n}', kind: result-unit, count: 6, reports-to: d}\n"
        "forums:\n  - {id: l, name: Leiargruppe, kind: leadership-group, chair: d, "
        "members: [d, k-*]}\n");
    const struct spenn_drawing_frame *f = &d.chart.frame[0];
    const struct spenn_drawing_box *k = drawn_box(&d.chart, "u-k-2");
    int32_t trunks = 0;
    for (int32_t i = 0; i < d.chart.wires; i++) {
        const struct spenn_drawing_point *p = &d.chart.point[d.chart.wire[i].first];
        trunks +=
            fabs(p->y - f->y - f->h) < 0.01 && fabs(p->x - k->x - k->w / 2.0) < 0.01;
    }
    assert_int_equal(trunks, 1);
    drawn_free(&d);
}

static void members_that_no_frame_can_hold_are_marked(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        UNITS "forums:\n  - {id: l, name: Ledergruppe, kind: leadership-group, chair: d, "
              "members: [d, a-*, r-3]}\n");
    assert_string_equal(drawn_box(&d.chart, "u-r-3")->style.fill, "#CFEBD9");
    assert_string_equal(drawn_box(&d.chart, "u-r-2")->style.fill, "#FFFFFF");
    assert_true(drawn_says(&d.chart, "I ledergruppen"));
    drawn_free(&d);
}

static void staff_outside_the_group_stands_outside_the_frame(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: a, name: 'Avdeling {n}', kind: department, count: 4, reports-to: d}\n"
        "  - {id: s, name: Stab, kind: staff, reports-to: d}\n"
        "  - {id: t, name: Kommunikasjon, kind: staff, reports-to: d}\n"
        "forums:\n  - {id: l, name: Ledergruppe, kind: leadership-group, chair: d, "
        "members: [d, a-*, t]}\n");
    assert_int_equal(d.chart.frames, 1);
    assert_true(within(&d.chart.frame[0], drawn_box(&d.chart, "u-t")));
    assert_false(within(&d.chart.frame[0], drawn_box(&d.chart, "u-s")));
    drawn_free(&d);
}

static void scattered_forums_are_letters_explained_in_the_legend(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        UNITS "forums:\n  - {id: n, name: Byggesak, kind: network, chair: a-1, members: "
              "[r-2, r-5]}\n");
    assert_int_equal(d.chart.frames, 0);
    assert_int_equal(d.chart.chips, 3);
    assert_string_equal(d.chart.chip[0].letter, "B");
    assert_true(drawn_says(&d.chart, "Byggesak"));
    drawn_free(&d);
}

static int32_t count_wires(
    const struct spenn_drawing *chart, const char *class, int32_t arrow)
{
    int32_t count = 0;
    for (int32_t i = 0; i < chart->wires; i++) {
        count += strcmp(chart->wire[i].class, class) == 0
            && (arrow < 0 || chart->wire[i].arrow == arrow);
    }
    return count;
}

static void departments_leading_all_regions_have_a_lane_each(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d, UNITS "lines:\n  - {kind: professional, from: a-*, to: r-*}\n");
    assert_int_equal(count_wires(&d.chart, "professional", SPENN_ARROW_VEE), 24);
    assert_int_equal(count_wires(&d.chart, "professional", -1), 24);
    for (int32_t i = 0; i < d.chart.wires; i++) {
        const struct spenn_drawing_wire *wire = &d.chart.wire[i];
        if (strcmp(wire->class, "professional") == 0) {
            char name[] = "u-a-0";
            for (int32_t k = 0; k < 4; k++) {
                name[4] = (char)('1' + k);
                bool own = strcmp(d.chart.box[wire->from].id, name) == 0;
                assert_int_equal(own, strcmp(wire->color, spenn_lane_colors[k]) == 0);
            }
        }
    }
    assert_true(drawn_says(&d.chart, "Faglig styring: Avdeling 1"));
    assert_true(drawn_says(&d.chart, "Faglig styring: Avdeling 4"));
    drawn_free(&d);
}

static void more_than_four_givers_share_one_lane(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: a, name: 'Avdeling {n}', kind: department, count: 5, reports-to: d}\n"
        "  - {id: r, name: 'Region {n}', kind: region, count: 6, reports-to: d}\n"
        "lines:\n  - {kind: professional, from: a-*, to: r-*}\n");
    assert_int_equal(count_wires(&d.chart, "professional", SPENN_ARROW_VEE), 6);
    assert_int_equal(count_wires(&d.chart, "professional", -1), 6 + 4);
    assert_true(drawn_says(&d.chart, "Faglig styring: Avdeling 1–5"));
    drawn_free(&d);
}

static void lines_between_any_boxes_are_drawn(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        UNITS "lines:\n  - {kind: advisory, from: r-1, to: a-*}\n"
              "  - {kind: contract, from: a-1, to: a-2}\n");
    assert_int_equal(d.chart.chips, 0);
    assert_int_equal(count_wires(&d.chart, "advisory", SPENN_ARROW_NONE), 4);
    assert_int_equal(count_wires(&d.chart, "contract", SPENN_ARROW_OPEN), 1);
    assert_true(drawn_says(&d.chart, "Bestilling eller avtale"));
    drawn_free(&d);
}

static void advice_to_its_own_superior_is_one_line(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: r, name: Råd, kind: advice, reports-to: d}\n"
        "  - {id: a, name: Avdeling, kind: department, reports-to: d}\n"
        "lines:\n  - {kind: advisory, from: r, to: d}\n");
    assert_int_equal(count_wires(&d.chart, "advisory", -1), 1);
    assert_int_equal(d.chart.chips, 0);
    drawn_free(&d);
}

/* There are four colours for lanes. */
static void lines_that_cannot_be_drawn_are_letters(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        UNITS "lines:\n  - {kind: professional, from: a-1, to: r-1}\n"
              "  - {kind: professional, from: a-2, to: r-2}\n"
              "  - {kind: professional, from: a-3, to: r-3}\n"
              "  - {kind: professional, from: a-4, to: r-4}\n"
              "  - {kind: professional, from: d, to: r-5}\n");
    assert_int_equal(count_wires(&d.chart, "professional", -1), 4);
    assert_int_equal(d.chart.chips, 2);
    drawn_free(&d);
}

static void arrows_lead_from_panel_to_panel(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Rådmann, kind: executive}\n"
        "  - {id: t, name: 'Tingar {n}', kind: purchaser, count: 5, reports-to: d, "
        "panel: "
        "Tingarar}\n"
        "  - {id: e, name: 'Eining {n}', kind: result-unit, count: 6, reports-to: d, "
        "panel: "
        "Tenester}\n"
        "lines:\n  - {kind: contract, from: t-*, to: e-*}\n");
    assert_int_equal(count_wires(&d.chart, "contract", -1), 1);
    for (int32_t i = 0; i < d.chart.wires; i++) {
        const struct spenn_drawing_wire *wire = &d.chart.wire[i];
        if (wire->arrow == SPENN_ARROW_OPEN) {
            const struct spenn_drawing_frame *from = &d.chart.frame[0], *to = from + 1;
            const struct spenn_drawing_point *p = &d.chart.point[wire->first];
            assert_int_equal(wire->points, 2);
            assert_true(fabs(p[0].x - from->x - from->w) < 0.01);
            assert_true(fabs(p[1].x - to->x) < 0.01);
        }
    }
    drawn_free(&d);
}

static void what_is_not_drawn_is_named_in_the_note(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: a, name: 'Avdeling {n}', kind: department, count: 3, reports-to: d}\n"
        "  - {id: s, name: 'Seksjon {n}', kind: team, count: 9, reports-to: a-1}\n"
        "  - {id: t, name: 'Gruppe {n}', kind: team, count: 9, reports-to: a-2}\n"
        "  - {id: u, name: 'Team {n}', kind: team, count: 2, reports-to: a-3}\n"
        "forums:\n  - {id: x, name: Storsamling, kind: other, chair: d, members: [s-*, "
        "t-*, "
        "u-1]}\n");
    assert_true(drawn_says(&d.chart, "Ikke tegnet: Storsamling (20 av 24 enheter)"));
    drawn_free(&d);
}

static void the_legend_explains_only_what_is_drawn(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d, UNITS);
    assert_true(drawn_says(&d.chart, "Øverste leder"));
    assert_true(drawn_says(&d.chart, "Avdeling"));
    assert_true(drawn_says(&d.chart, "Region"));
    assert_true(drawn_says(&d.chart, "Styringslinje"));
    assert_false(drawn_says(&d.chart, "Stab"));
    assert_false(drawn_says(&d.chart, "Ledergruppe"));
    assert_false(drawn_says(&d.chart, "Faglig"));
    drawn_free(&d);
}

static void what_is_assumed_is_said(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, name: Direktør, kind: executive}\n"
        "  - {id: r, name: 'Region {n}', kind: region, count: 3, reports-to: d, fte: 12, "
        "assumed: [count, fte]}\n");
    assert_true(drawn_says(&d.chart, "Antatt, ikke i kilden"));
    assert_true(drawn_says(&d.chart, "antall: Region 1–3; årsverk: Region 1–3"));
    const struct spenn_drawing_box *r = drawn_box(&d.chart, "u-r-1");
    assert_string_equal(d.chart.run[r->first + 1].text, "12 årsverk *");
    drawn_free(&d);
}

static void what_is_assumed_is_said_in_few_words(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, kind: executive}\n"
        "  - {id: s, kind: region, count: 3, reports-to: d, collapse: Skoler, "
        "assumed: [count]}\n"
        "  - {id: t, kind: region, count: 2, reports-to: d, collapse: Skoler, "
        "assumed: [count]}\n"
        "  - {id: v, kind: team, reports-to: s-1, assumed: [count]}\n"
        "  - {id: w, kind: region, reports-to: d, assumed: [count]}\n"
        "  - {id: x, kind: region, reports-to: d, assumed: [count]}\n"
        "  - {id: y, kind: region, reports-to: d, assumed: [count]}\n"
        "  - {id: z, kind: region, reports-to: d, assumed: [count]}\n");
    assert_true(drawn_says(&d.chart, "antall: Skoler, v, w, x og 2 til"));
    drawn_free(&d);
}

static void a_forum_of_everybody_is_named_in_the_note(void **state)
{
    (void)state;
    struct drawn d = {0};
    drawn_draw(&d,
        "  - {id: d, kind: executive}\n"
        "  - {id: a, kind: department, count: 9, reports-to: d}\n"
        "  - {id: r, kind: region, count: 30, reports-to: a-1}\n"
        "forums:\n"
        "  - {id: f, name: Lederdag, kind: extended, chair: d, members: [a-2, r-*]}\n");
    assert_true(drawn_says(&d.chart, "Ikke tegnet: Lederdag"));
    assert_int_equal(d.chart.chips, 0);
    drawn_free(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(model_1_frames_the_directors_own_leaders_only),
        cmocka_unit_test(model_2_frames_the_regions_too),
        cmocka_unit_test(model_3_frames_the_departments_group_dashed),
        cmocka_unit_test(a_frame_that_holds_another_is_solid_around_it),
        cmocka_unit_test(a_part_of_the_leadership_group_is_framed_inside_it),
        cmocka_unit_test(a_network_of_a_panel_gives_it_its_look),
        cmocka_unit_test(a_network_without_its_chair_is_framed),
        cmocka_unit_test(what_the_whole_group_leads_hangs_below_its_frame),
        cmocka_unit_test(members_that_no_frame_can_hold_are_marked),
        cmocka_unit_test(staff_outside_the_group_stands_outside_the_frame),
        cmocka_unit_test(scattered_forums_are_letters_explained_in_the_legend),
        cmocka_unit_test(departments_leading_all_regions_have_a_lane_each),
        cmocka_unit_test(more_than_four_givers_share_one_lane),
        cmocka_unit_test(lines_between_any_boxes_are_drawn),
        cmocka_unit_test(advice_to_its_own_superior_is_one_line),
        cmocka_unit_test(lines_that_cannot_be_drawn_are_letters),
        cmocka_unit_test(arrows_lead_from_panel_to_panel),
        cmocka_unit_test(what_is_not_drawn_is_named_in_the_note),
        cmocka_unit_test(the_legend_explains_only_what_is_drawn),
        cmocka_unit_test(what_is_assumed_is_said),
        cmocka_unit_test(what_is_assumed_is_said_in_few_words),
        cmocka_unit_test(a_forum_of_everybody_is_named_in_the_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
