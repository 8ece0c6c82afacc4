/* SPDX-License-Identifier: MIT
 * What a chart of a unit and what is below it says under its title: the line from the top
 * leader down to it, and how many units of which kinds it has. */
#include "plan.h"

/* "Direktør › Tillatelser", from the top leader where that is above. */
static const char *trail(const struct plan *all, int32_t root, struct spenn_arena *memory)
{
    const char *text = all->box[root].title;
    for (int32_t b = root; b != all->top && all->box[b].parent >= 0;) {
        b = all->box[b].parent;
        if (all->box[b].unit != SPENN_NONE) {
            text = spenn_arena_format(
                memory, "%s  \xE2\x80\xBA  %s", all->box[b].title, text);
        }
    }
    return text;
}

struct census {
    int32_t count[SPENN_KIND_COUNT], depth[SPENN_KIND_COUNT]; /* least depth of each */
    int32_t kinds, order[SPENN_KIND_COUNT];                   /* the nearest first */
};

static void take(struct census *c, int32_t kind, int32_t depth)
{
    if (c->count[kind]++ == 0 || c->depth[kind] > depth) {
        c->depth[kind] = depth;
    }
}

static void sort(struct census *c)
{
    for (int32_t k = 0; k < SPENN_KIND_COUNT; k++) {
        int32_t at = c->kinds;
        if (c->count[k] == 0) {
            continue;
        }
        for (; at > 0 && c->depth[c->order[at - 1]] > c->depth[k]; at--) {
            c->order[at] = c->order[at - 1];
        }
        c->order[at] = k;
        c->kinds++;
    }
}

const char *spenn_note_part(
    const struct plan *all, const struct part *part, struct spenn_arena *memory)
{
    const struct words *words = all->words;
    struct census c = {0};
    int32_t root = part->root, below = 0;
    for (int32_t b = root + 1, left = spenn_plan_below(all, root); left > 0; b++) {
        const struct box *box = &all->box[b];
        bool counts = spenn_plan_counts(all, root, b);
        left -= counts;
        if (counts && (!part->shown || part->shown[b])) {
            take(&c, box->m->units.kind[box->unit], box->depth);
            below++;
        }
    }
    sort(&c);
    const char *text = spenn_arena_format(memory, "%s     %d %s",
        trail(all, root, memory), (int)below, words->unit[below != 1]);
    for (int32_t i = 0; i < c.kinds; i++) {
        int32_t k = c.order[i], count = c.count[k], form = all->m->form;
        const char *before = i == 0 ? ": " : i < c.kinds - 1 ? ", " : words->and_last;
        text = spenn_arena_format(memory, "%s%s%d %s", text, before, (int)count,
            (count == 1 ? spenn_kind_name : spenn_kind_several)(form, k, all->english));
    }
    return text;
}
