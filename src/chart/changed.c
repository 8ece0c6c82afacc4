/* SPDX-License-Identifier: MIT
 * What the boxes of a before/after chart say: where a unit came from or went, what it was
 * called, which forums it joined or left. The tag and this text carry the meaning when
 * the chart is printed without colour. */
#include "plan.h"

#include "diff.h"

#include <string.h>

static void say(const struct plan *p, struct box *box, const char *what, const char *name)
{
    box->note = box->note
        ? spenn_arena_format(p->memory, "%s; %s%s", box->note, what, name)
        : spenn_arena_format(p->memory, "%s%s", what, name);
}

/* The unit above a place, by name; "" at a root. */
static const char *above(const struct plan *p, const struct spenn_model *m, spenn_id u)
{
    spenn_id parent = m->units.parent[u];
    return parent == SPENN_NONE ? "" : spenn_plan_name(p, m, parent);
}

static void say_forum(
    const struct plan *p, const struct spenn_diff *diff, int32_t i, const char *verb)
{
    const struct spenn_model *models[] = {p->m, p->before};
    const char *name = diff->what[i];
    for (size_t k = 0; k < 2; k++) {
        for (int32_t f = 0; f < models[k]->forums.count; f++) {
            if (strcmp(models[k]->forums.id[f], diff->what[i]) == 0) {
                name = models[k]->forums.name[f] ? models[k]->forums.name[f] : name;
            }
        }
    }
    if (diff->new_row[i] != SPENN_NONE && *name) {
        say(p, &p->box[p->box_of[diff->new_row[i]]], verb, name);
    }
}

static void say_unit(const struct plan *p, const struct spenn_diff *diff, int32_t i)
{
    int32_t kind = diff->kind[i];
    spenn_id old = diff->old_row[i], now = diff->new_row[i];
    if (old == SPENN_NONE || now == SPENN_NONE) {
        return;
    }
    struct box *box = &p->box[p->box_of[now]], *was = &p->box[p->old_box_of[old]];
    switch (kind) {
    case SPENN_DIFF_MOVED:
        say(p, box, p->words->from, above(p, p->before, old));
        say(p, was, p->words->to, above(p, p->m, now));
        break;
    case SPENN_DIFF_RENAMED:
        say(p, box, p->words->was, spenn_plan_name(p, p->before, old));
        break;
    case SPENN_DIFF_MERGED:
        say(p, box, p->words->of, spenn_plan_name(p, p->before, old));
        if (was != box) {
            say(p, was, p->words->to, spenn_plan_name(p, p->m, now));
        }
        break;
    case SPENN_DIFF_SPLIT:
        say(p, box, p->words->out_of, spenn_plan_name(p, p->before, old));
        break;
    default:
        break;
    }
}

void spenn_plan_changes(struct plan *p)
{
    struct spenn_diff diff = {0};
    spenn_models_diff(p->before, p->m, &diff);
    for (int32_t i = 0; i < diff.count; i++) {
        if (diff.kind[i] == SPENN_DIFF_JOINED) {
            say_forum(p, &diff, i, p->words->joined);
        } else if (diff.kind[i] == SPENN_DIFF_LEFT) {
            say_forum(p, &diff, i, p->words->left);
        } else {
            say_unit(p, &diff, i);
        }
    }
    spenn_diff_free(&diff);
}
