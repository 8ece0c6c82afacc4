/* SPDX-License-Identifier: MIT
 * What the boxes of a before/after chart say: where a unit came from or went, what it was
 * called, which forums it joined or left. The tag and this text carry the meaning when
 * the chart is printed without colour. */
#include "plan.h"

#include "diff.h"

#include <string.h>

/* Adds "what name"; after the same word only ", name". */
static void say(const struct plan *p, struct box *box, const char *what, const char *name)
{
    const char *last = box->note ? strrchr(box->note, ';') : NULL;
    last = last ? last + 2 : box->note;
    bool again = last && strncmp(last, what, strlen(what)) == 0;
    box->note = box->note ? spenn_arena_format(p->memory, "%s%s%s%s", box->note,
                    again ? ", " : "; ", again ? "" : what, name)
                          : spenn_arena_format(p->memory, "%s%s", what, name);
}

/* The unit above a place, by name; "" at a root. */
static const char *above(const struct plan *p, const struct spenn_model *m, spenn_id u)
{
    spenn_id parent = m->units.parent[u];
    return parent == SPENN_NONE ? "" : spenn_plan_name(p, m, parent);
}

static int32_t find_forum(const struct spenn_model *m, const char *id)
{
    for (int32_t f = 0; f < m->forums.count; f++) {
        if (strcmp(m->forums.id[f], id) == 0) {
            return f;
        }
    }
    return SPENN_NONE;
}

static const char *forum_name(const struct plan *p, const char *id)
{
    int32_t now = find_forum(p->m, id), was = find_forum(p->before, id);
    const struct spenn_forums *forums =
        now != SPENN_NONE ? &p->m->forums : &p->before->forums;
    int32_t f = now != SPENN_NONE ? now : was;
    if (f == SPENN_NONE) {
        return id;
    }
    const char *name =
        p->english && forums->name_en[f] ? forums->name_en[f] : forums->name[f];
    return name ? name : id;
}

/* Who joined or left; when all concern one forum the legend names it, not every box. A
 * box with no other tag need not repeat what that says. */
static void say_forum(
    const struct plan *p, const struct spenn_diff *diff, int32_t i, int32_t change)
{
    spenn_id now = diff->new_row[i];
    struct box *box = now == SPENN_NONE ? NULL : &p->box[p->box_of[now]];
    if (box == NULL || p->one_forum || !spenn_change_marked(box->marks, change)) {
        return;
    }
    const char *verb = change == CHANGE_JOINED ? p->words->joined : p->words->left;
    bool only = box->marks == 1U << change;
    say(p, box, only ? "" : verb, forum_name(p, diff->what[i]));
}

static bool of_member(const struct spenn_diff *diff, int32_t i)
{
    return diff->kind[i] == SPENN_DIFF_JOINED || diff->kind[i] == SPENN_DIFF_LEFT;
}

static void find_one_forum(struct plan *p, const struct spenn_diff *diff)
{
    const char *id = NULL;
    bool one = true;
    for (int32_t i = 0; i < diff->count; i++) {
        if (of_member(diff, i)) {
            one = one && (id == NULL || strcmp(id, diff->what[i]) == 0);
            id = diff->what[i];
        }
    }
    p->one_forum = one && id ? forum_name(p, id) : NULL;
}

static void read_forums(struct plan *p, const struct spenn_diff *diff)
{
    p->opened =
        spenn_arena_alloc(p->memory, (size_t)p->m->forums.count + 1, sizeof *p->opened);
    p->closed = spenn_arena_alloc(
        p->memory, (size_t)p->before->forums.count + 1, sizeof *p->closed);
    for (int32_t i = 0; i < diff->count; i++) {
        if (diff->kind[i] == SPENN_DIFF_CLOSED
            && p->closed_count < p->before->forums.count) {
            p->closed[p->closed_count++] = forum_name(p, diff->subject[i]);
        }
        for (int32_t f = 0; diff->kind[i] == SPENN_DIFF_OPENED && f < p->m->forums.count;
             f++) {
            p->opened[f] |= strcmp(p->m->forums.id[f], diff->subject[i]) == 0;
        }
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
        say(p, box, box->change == CHANGE_MERGED ? p->words->of : p->words->from,
            spenn_plan_name(p, p->before, old));
        if (spenn_change_former(was->change)) {
            say(p, was, p->words->to, spenn_plan_name(p, p->m, now));
        }
        break;
    default:
        break;
    }
}

static void find_members(const struct plan *p)
{
    const struct spenn_model *m = p->before;
    spenn_id top = spenn_model_top(m);
    spenn_id group =
        top == SPENN_NONE ? SPENN_NONE : spenn_model_leadership_group(m, top);
    for (int32_t i = 0; group != SPENN_NONE && i < m->forums.size[group]; i++) {
        spenn_id u = m->members.unit[m->forums.first[group] + i];
        p->box[p->old_box_of[u]].was_member = true;
    }
}

void spenn_plan_changes(struct plan *p)
{
    const struct spenn_diff *diff = p->diff;
    find_one_forum(p, diff);
    read_forums(p, diff);
    find_members(p);
    for (int32_t i = 0; i < diff->count; i++) {
        if (diff->kind[i] == SPENN_DIFF_JOINED) {
            say_forum(p, diff, i, CHANGE_JOINED);
        } else if (diff->kind[i] == SPENN_DIFF_LEFT) {
            say_forum(p, diff, i, CHANGE_LEFT);
        } else {
            say_unit(p, diff, i);
        }
    }
}
