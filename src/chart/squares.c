/* SPDX-License-Identifier: MIT
 * Units as squares without text: the reports of a unit stand in a panel below its title,
 * or, one level higher, in a row for each of its units, the leader first and dark. Names
 * that are few have a colour each, else it is that of the kind. */
#include "fold.h"

#include "text.h"

#include <string.h>

enum { endless = 1 << 20, many = 12, least = 100 }; /* fewer squares save too little */
static const char *const fills[hue_count + 1] = {"#F2F4F6", "#BBD5EA", "#84AFD6",
    "#E3EEF6", "#CBE6DA", "#F5E0B0", "#E2D2E9", "#D5D9DD"};

/* Layers below each box; the top leader and those above count as endless. */
static int32_t *layers_below(const struct plan *p)
{
    int32_t *layers = spenn_arena_alloc(p->memory, (size_t)p->count + 1, sizeof *layers);
    for (int32_t b = p->count; b-- > 0;) {
        int32_t above = p->box[b].parent;
        bool top = b == p->top || p->box[b].unit == SPENN_NONE;
        layers[b] = top ? endless : layers[b];
        if (above >= 0 && layers[above] <= layers[b]) {
            layers[above] = layers[b] + 1;
        }
    }
    return layers;
}

/* Whether the leaves below a box are many, and nothing else is. */
static bool is_flat(const struct box *box)
{
    return box->part[FIRST] > many && box->weight == box->part[FIRST] + 1;
}

/* Boxes with something below them that must be seen: who meets, who leads beside the
 * line. */
static bool *find_busy(const struct plan *p, const uint64_t *ties)
{
    bool *busy = spenn_arena_alloc(p->memory, (size_t)p->count + 1, sizeof *busy);
    for (int32_t b = p->count; b-- > 0;) {
        const struct box *box = &p->box[b];
        bool tied = box->unit != SPENN_NONE && ties[box->unit] != 0;
        if (box->parent >= 0 && (busy[b] || tied)) {
            busy[box->parent] = true;
        }
    }
    return busy;
}

static void mark(struct plan *p, const int32_t *layers, const bool *busy)
{
    int32_t most = p->folded.detail == DETAIL_ROWS ? 2 : 1;
    for (int32_t b = 1; b < p->count; b++) {
        struct box *box = &p->box[b];
        const struct box *above = &p->box[box->parent];
        bool flat = layers[box->parent] >= endless && is_flat(above);
        box->square = above->grid || above->square
            || (flat && layers[b] == 0 && !busy[box->parent]);
        box->grid = !box->square && layers[b] > 0 && layers[b] <= most && !busy[b];
        p->folded.squares += box->square;
    }
}

void spenn_plan_squares(struct plan *p, const uint64_t *ties)
{
    if (p->folded.detail < DETAIL_SQUARES) {
        return;
    }
    mark(p, layers_below(p), find_busy(p, ties));
    bool enough = p->folded.squares >= least;
    p->folded.squares = enough ? p->folded.squares : 0;
    for (int32_t b = 0; b < p->count; b++) {
        struct box *box = &p->box[b];
        box->square = box->square && enough;
        box->grid = box->grid && enough;
        if (box->grid) {
            box->label = spenn_arena_format(
                p->memory, "%s (%d)", box->title, (int)box->weight - 1);
        }
    }
}

static bool is_vacant(const struct box *box)
{
    return box->m->units.status[box->unit] == SPENN_STATUS_VACANT;
}

void spenn_plan_hues(struct plan *p)
{
    struct spenn_index seen = {0};
    for (int32_t b = 0; b < p->count && p->folded.squares > 0; b++) {
        struct box *box = &p->box[b];
        if (!box->square || box->weight > 1) {
            continue;
        }
        p->folded.vacant += is_vacant(box);
        const char *name = spenn_plan_stem(p, box->title);
        if (!is_vacant(box) && seen.count <= hue_count) {
            spenn_index_add(p->memory, &seen, name, seen.count + 1);
            box->hue = spenn_index_find(&seen, name);
        }
        if (box->hue > 0 && box->hue <= hue_count) {
            p->folded.hue[box->hue - 1] = name;
        }
    }
    p->folded.hues = seen.count <= hue_count ? seen.count : 0;
    for (int32_t b = 0; b < p->count && p->folded.hues == 0; b++) {
        p->box[b].hue = 0;
    }
}

struct spenn_drawing_style spenn_plan_square(const struct box *box)
{
    struct spenn_drawing_style style = spenn_look_styles[box->look];
    if (box->weight > 1) {
        return spenn_look_styles[LOOK_TOP];
    }
    style.fill = box->hue > 0 ? fills[box->hue] : style.fill;
    style.stroke = "#6F87A0";
    style.width = 0.5;
    style.rounded = style.doubled = style.dashed = false;
    if (is_vacant(box)) {
        style.fill = "#FFFFFF";
        style.stroke = "#B84400";
        style.width = 2.0;
    }
    return style;
}

const char *spenn_plan_square_class(const struct box *box)
{
    static const char *const hues[hue_count + 1] = {"", "square-1", "square-2",
        "square-3", "square-4", "square-5", "square-6", "square-7"};
    return box->weight > 1 ? "square-leader"
        : is_vacant(box)   ? "square-vacant"
        : box->hue > 0     ? hues[box->hue]
                           : spenn_look_classes[box->look];
}

/* NULL: the kinds of its look. */
const char *spenn_plan_square_label(const struct plan *p, const struct box *box)
{
    return box->weight > 1 ? p->words->square_leader
        : is_vacant(box)   ? p->words->square_vacant
        : box->hue > 0     ? p->folded.hue[box->hue - 1]
                           : NULL;
}
