/* SPDX-License-Identifier: MIT
 * The legend: only what the chart uses, looks that are alike with the names of all kinds
 * drawn so. */
#include "fold.h"
#include "page.h"

#include <string.h>

static const struct spenn_drawing_style mark_style = {
    MEMBER_FILL, MEMBER_INK, INK, SOFT, 1.6, .dashed = false};

static void add_style(struct spenn_legend *legend, const char *explains,
    const char *label, struct spenn_drawing_style style)
{
    spenn_legend_add(legend,
        &(struct spenn_legend_item){
            .explains = explains, .label = label, .style = style});
}

static struct spenn_drawing_style look_style(int32_t look)
{
    return look < LOOK_COUNT
        ? spenn_look_style(look, SPENN_STATUS_NONE, CHANGE_NONE, false)
        : spenn_look_style(LOOK_LINE,
            look == LOOK_VACANT ? SPENN_STATUS_VACANT : SPENN_STATUS_LEAVING, CHANGE_NONE,
            false);
}

struct spenn_legend_item spenn_legend_change(int32_t change)
{
    return (struct spenn_legend_item){.explains = change == CHANGE_GHOST
            ? "moved-out absorbed divided"
            : spenn_change_classes[change],
        .style = spenn_look_style(LOOK_LINE, SPENN_STATUS_NONE, change, false)};
}

/* Names of the kinds drawn in a look: "Region / særorgan". */
static const char *kinds_of(const struct plan *p, const bool *kind)
{
    const char *text = "";
    spenn_id top = spenn_model_top(p->m);
    for (int32_t k = 0; k < SPENN_KIND_COUNT; k++) {
        if (kind[k]) {
            bool led = k == SPENN_EXECUTIVE && top != SPENN_NONE
                && spenn_model_governs(p->m, top);
            text = spenn_arena_format(p->memory, "%s%s%s%s%s", text, *text ? " / " : "",
                led ? spenn_model_kind_name(p->m, top, p->english) : "", led ? " / " : "",
                spenn_kind_name(p->m->form, k, p->english));
        }
    }
    return spenn_word_capital(p->memory, text);
}

/* Classes of the boxes drawn in a look: "plain region team". */
static const char *explains(
    const struct plan *p, int32_t look, bool kind[LOOK_COUNT][SPENN_KIND_COUNT])
{
    const char *text = look == LOOK_VACANT ? "vacant planned"
        : look == LOOK_LEAVING             ? "leaving"
                                           : spenn_look_classes[look];
    for (int32_t k = 0; look < LOOK_COUNT && k < SPENN_KIND_COUNT; k++) {
        if (kind[look][k] && strcmp(spenn_kinds.file[k], text) != 0) {
            text = spenn_arena_format(p->memory, "%s %s", text, spenn_kinds.file[k]);
        }
    }
    return text;
}

static void add_looks(struct spenn_legend *legend, const struct plan *p)
{
    bool kind[LOOK_COUNT][SPENN_KIND_COUNT] = {{false}};
    bool used[LOOK_ALL] = {false};
    for (int32_t b = 0; b < p->count; b++) {
        const struct box *box = &p->box[b];
        if (box->unit == SPENN_NONE || box->square) {
            continue;
        }
        int32_t status = box->m->units.status[box->unit];
        bool plain = box->change == CHANGE_NONE;
        used[LOOK_VACANT] |=
            plain && (status == SPENN_STATUS_VACANT || status == SPENN_STATUS_PLANNED);
        used[LOOK_LEAVING] |= plain && status == SPENN_STATUS_LEAVING;
        plain =
            plain && !(box->marked && box->look != LOOK_TOP && box->look != LOOK_DEPUTY);
        used[box->look] |= plain;
        kind[box->look][box->m->units.kind[box->unit]] |= plain;
    }
    for (int32_t look = 0; look < LOOK_ALL; look++) {
        if (used[look]) {
            add_style(legend, explains(p, look, kind),
                look < LOOK_COUNT ? kinds_of(p, kind[look]) : p->words->look[look],
                look_style(look));
        }
    }
}

/* Colours mean the measure, so kinds are told apart by shape alone; what is no more has
 * no colour of it. */
static void add_shapes(struct spenn_legend *legend, const struct plan *p)
{
    enum { shapes = 3 };
    bool kind[shapes][SPENN_KIND_COUNT] = {{false}}, used[shapes] = {false};
    for (int32_t b = 0; b < p->count; b++) {
        const struct box *box = &p->box[b];
        if (box->unit != SPENN_NONE && box->shade) {
            const struct spenn_drawing_style *style = &spenn_look_styles[box->look];
            int32_t shape = style->doubled ? 2 : style->rounded;
            used[shape] = true;
            kind[shape][box->m->units.kind[box->unit]] = true;
        }
    }
    for (int32_t shape = 0; shape < shapes; shape++) {
        if (used[shape]) {
            static const char *const words[shapes] = {"sharp", "rounded", "doubled"};
            add_style(legend, words[shape], kinds_of(p, kind[shape]),
                (struct spenn_drawing_style){"#FFFFFF", "#3A4750", INK, SOFT, 0.9,
                    .rounded = shape == 1, .doubled = shape == 2});
        }
    }
}

static void add_classes(struct spenn_legend *legend, const struct plan *p)
{
    int32_t boxes[shade_missing + 1] = {0};
    for (int32_t b = 0; b < p->count; b++) {
        boxes[p->box[b].shade]++;
    }
    spenn_legend_add(legend,
        &(struct spenn_legend_item){.heading = true,
            .label = spenn_arena_format(
                p->memory, "%s (%s)", p->shading.title, p->words->counted)});
    for (int32_t c = 1; c <= shade_missing; c++) {
        if (c <= spenn_shade_classes || boxes[c] > 0) {
            spenn_legend_add(legend,
                &(struct spenn_legend_item){.bar = true,
                    .explains = spenn_arena_format(p->memory, "shade-%d", (int)c),
                    .style = spenn_shade_swatch(c),
                    .label = spenn_arena_format(
                        p->memory, "%s (%d)", spenn_plan_class(p, c), (int)boxes[c])});
        }
    }
}

/* A frame with its label beside it; of other forums as the first of them is drawn. */
static void add_frame(struct spenn_legend *legend, const struct spenn_drawing *chart,
    int32_t look, const char *label)
{
    for (int32_t i = 0; i < chart->frames; i++) {
        const struct spenn_drawing_frame *f = &chart->frame[i];
        if (strcmp(f->class, spenn_frame_looks[look].class) == 0) {
            add_style(legend, spenn_arena_format(legend->memory, "frame-%s", f->class),
                label,
                (struct spenn_drawing_style){f->fill, f->stroke, INK, SOFT, f->width,
                    .dashed = f->dashed, .rounded = f->rounded});
            return;
        }
    }
}

static void add_frames(
    struct spenn_legend *legend, const struct spenn_drawing *chart, const struct plan *p)
{
    bool marked = false;
    for (int32_t b = 0; b < p->count; b++) {
        const struct box *box = &p->box[b];
        marked =
            marked || (box->marked && box->look != LOOK_TOP && box->look != LOOK_DEPUTY);
    }
    for (int32_t look = 0; look < FRAME_COUNT; look++) {
        if (p->words->frame[look]) {
            add_frame(legend, chart, look, p->words->frame[look]);
        }
        if (look == FRAME_GROUP && marked) {
            struct spenn_drawing_style style = mark_style;
            style.fill = p->shading.title ? "#FFFFFF" : style.fill;
            add_style(legend, "marked", p->words->group_member, style);
        }
    }
}

/* Colours of squares. */
static void add_squares(struct spenn_legend *legend, const struct plan *p)
{
    bool kind[LOOK_COUNT][SPENN_KIND_COUNT] = {{false}};
    for (int32_t b = 0; b < p->count; b++) {
        if (p->box[b].square && p->box[b].weight == 1) {
            kind[p->box[b].look][p->box[b].m->units.kind[p->box[b].unit]] = true;
        }
    }
    for (int32_t b = 0; b < p->count && p->folded.squares > 0; b++) {
        const struct box *box = &p->box[b];
        if (box->square) { /* the same is added once */
            const char *label = spenn_plan_square_label(p, box);
            add_style(legend, spenn_plan_square_class(box),
                label ? label : kinds_of(p, kind[box->look]), spenn_plan_square(box));
        }
    }
}

static void add_pile(struct spenn_legend *legend, const struct plan *p)
{
    for (int32_t b = 0; b < p->count; b++) {
        if (p->box[b].cards) {
            spenn_legend_add(legend,
                &(struct spenn_legend_item){.explains = "card",
                    .label = p->words->pile,
                    .style = look_style(LOOK_LINE),
                    .pile = true});
            return;
        }
    }
}

static void add_chip(
    struct spenn_legend *legend, const struct plan *p, const struct tie *tie)
{
    spenn_legend_add(legend,
        &(struct spenn_legend_item){
            .explains = spenn_arena_format(p->memory, "tag-%c", (char)tie->letter),
            .label = tie->name,
            .letter = spenn_arena_format(p->memory, "%c", (char)tie->letter),
            .style = {.fill = spenn_chip_fills[tie->color],
                .stroke = INK,
                .ink = spenn_chip_inks[tie->color],
                .width = 0.4}});
}

bool spenn_legend_wire(const struct plan *p, const struct spenn_drawing *chart,
    int32_t look, struct spenn_legend_item *item)
{
    const struct wire_look *wire = &spenn_wire_looks[look];
    const char *last = strrchr(wire->class, ' ');
    bool used = false;
    for (int32_t i = 0; i < chart->wires && !used; i++) {
        used = strcmp(chart->wire[i].class, wire->class) == 0;
    }
    *item = (struct spenn_legend_item){.explains = spenn_arena_format(p->memory,
                                           "wire-%s", last ? last + 1 : wire->class),
        .label = p->words->wire[look],
        .style = {.stroke = wire->color, .width = wire->width},
        .line = true,
        .dash = wire->dash,
        .arrow = wire->arrow};
    return used;
}

/* Lines that changed are explained beside the counts of changes. */
/* A line without room for its name beside it. */
static void add_lane(struct spenn_legend *legend, const struct spenn_drawing *chart,
    const struct plan *p, const struct tie *tie)
{
    struct spenn_legend_item item;
    if (spenn_legend_wire(p, chart, spenn_tie_look(tie), &item)) {
        item.label = tie->name;
        item.style.stroke = spenn_tie_color(tie);
        spenn_legend_add(legend, &item);
    }
}

static bool is_listed(const struct tie *tie)
{
    return tie->kind >= 0 && tie->drawn && !tie->named && spenn_tie_leads(tie);
}

/* Whether all lines of a look have items of their own. */
static bool all_listed(const struct plan *p, int32_t look)
{
    int32_t listed = 0, drawn = 0;
    for (int32_t t = 0; t < p->ties; t++) {
        const struct tie *tie = &p->tie[t];
        bool same = tie->kind >= 0 && tie->drawn && spenn_tie_look(tie) == look;
        drawn += same;
        listed += same && is_listed(tie);
    }
    return drawn > 0 && listed == drawn;
}

static void add_wires(
    struct spenn_legend *legend, const struct spenn_drawing *chart, const struct plan *p)
{
    for (int32_t look = 0; look < WIRE_COUNT; look++) {
        struct spenn_legend_item item;
        if (!spenn_wire_changed(look) && !all_listed(p, look)
            && spenn_legend_wire(p, chart, look, &item)) {
            spenn_legend_add(legend, &item);
        }
    }
    for (int32_t t = 0; t < p->ties; t++) {
        if (p->tie[t].letter) {
            add_chip(legend, p, &p->tie[t]);
        } else if (is_listed(&p->tie[t])) {
            add_lane(legend, chart, p, &p->tie[t]);
        }
    }
}

void spenn_legend_make(
    struct spenn_legend *legend, const struct spenn_drawing *chart, const struct plan *p)
{
    if (p->shading.title) {
        add_classes(legend, p);
        add_shapes(legend, p);
    } else {
        add_looks(legend, p);
    }
    add_squares(legend, p);
    add_pile(legend, p);
    add_frames(legend, chart, p);
    add_wires(legend, chart, p);
}
