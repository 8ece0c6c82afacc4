/* SPDX-License-Identifier: MIT
 * How much room the text of each box takes: a tag, the name in bold or not, small text.
 */
#include "place.h"

#include "font.h"

#include <math.h>
#include <string.h>

static const double name_size = 9.5, note_size = 7.5, tag_size = 7.5, list_size = 8.0;
static const double pad_x = 7.0, least_width = 64.0, gap = 2.5;
enum { name_lines = 5, note_lines = 3, tag_lines = 2 };

struct setting { /* of one block of text */
    const char *text, *color;
    double size;
    int32_t lines;
    bool bold, struck;
};

static void add_run(struct plan *p, const struct spenn_drawing_run *run)
{
    if (p->runs == p->run_room) {
        p->run_room = p->run_room ? p->run_room * 2 : 64;
        p->run = spenn_arena_grow(
            p->memory, p->run, (size_t)p->runs, (size_t)p->run_room, sizeof *p->run);
    }
    p->run[p->runs++] = *run;
}

/* A box becomes wider before a word is broken, but not without end. */
static double room_for_words(const struct setting *s, double most)
{
    return fmin(fmax(most, spenn_font_word(s->text, s->size, s->bold)), most * 1.5);
}

static void set(struct plan *p, struct box *box, const struct setting *s)
{
    if (s->text == NULL || *s->text == '\0') {
        return;
    }
    struct spenn_font_wrap wrap = {
        s->size, room_for_words(s, p->width), s->lines, s->bold, false};
    const char **line = NULL;
    int32_t lines = spenn_font_lines(p->memory, s->text, &wrap, &line);
    for (int32_t i = 0; i < lines; i++) {
        double width = spenn_font_width(line[i], s->size, s->bold) + 2 * pad_x;
        add_run(p,
            &(struct spenn_drawing_run){line[i], s->color, s->size, s->bold, s->struck});
        box->ink_w = fmax(box->ink_w, width);
    }
    box->runs += lines;
    box->ink_h += lines * s->size * SPENN_LINE_HEIGHT;
    p->small = fmin(p->small, s->size);
}

static void measure(struct plan *p, struct box *box)
{
    struct spenn_drawing_style style = spenn_plan_style(box);
    const char *tint = box->shade ? style.ink : spenn_look_tag(box->change, &style);
    box->first_run = p->runs;
    box->runs = 0;
    box->ink_w = least_width;
    box->ink_h = 0.0;
    if (box->square) {
        return;
    }
    set(p, box, &(struct setting){box->tag, tint, tag_size, tag_lines, true, false});
    set(p, box,
        &(struct setting){box->label ? box->label : box->title, style.ink, name_size,
            name_lines, spenn_look_bold(box->look) || box->lines > 0, style.struck});
    for (int32_t i = 0; i < box->lines; i++) {
        set(p, box,
            &(struct setting){box->line[i], style.soft, list_size, 1, false, false});
    }
    box->ink_h += box->note ? gap : 0.0;
    set(p, box,
        &(struct setting){box->note, style.soft, note_size, note_lines, false, false});
    box->ink_h += box->more && box->note == NULL ? gap : 0.0;
    set(p, box,
        &(struct setting){box->more, style.soft, note_size, note_lines, false, false});
    if (box->look == LOOK_TOP) {
        box->ink_w = fmax(box->ink_w, 110.0);
    }
    box->ink_w = fmax(box->ink_w, box->chips * (CHIP_W + CHIP_GAP) + CHIP_GAP);
    if (style.doubled) {
        box->ink_w += 2.0 * DOUBLED;
        box->ink_h += box->chips ? 2.0 * DOUBLED : DOUBLED;
    }
    box->ink_w = ceil(box->ink_w);
}

void spenn_plan_measure(struct plan *p, double width)
{
    p->width = width;
    p->runs = 0;
    p->small = p->letters ? note_size : name_size;
    for (int32_t b = 0; b < p->count; b++) {
        if (p->box[b].unit != SPENN_NONE) {
            measure(p, &p->box[b]);
        }
    }
}
