/* SPDX-License-Identifier: MIT
 * Second lines and forums as few signs as possible. Lines of one kind with the same
 * receivers are one tie, so "every department to every region" is one lane and not their
 * product; up to four givers of professional lines have a lane each. What neither lines
 * nor a frame can show is a letter in each box concerned. */
#include "fold.h"
#include "relations.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum {
    most_ties = 24,
    most_letters = chip_colors,
    most_lettered = 16, /* boxes with one letter */
    few = 6,
    most_arrows = 24, /* of lanes to the same receivers */
};

struct row {
    int32_t kind, from, to;
};

static int compare_rows(const void *left, const void *right)
{
    const struct row *a = left, *b = right;
    int order = (a->kind > b->kind) - (a->kind < b->kind);
    if (order == 0) {
        order = (a->from > b->from) - (a->from < b->from);
    }
    return order ? order : (a->to > b->to) - (a->to < b->to);
}

static bool same_receivers(
    const struct plan *p, const struct tie *tie, const struct row *row, int32_t count)
{
    bool same = tie->kind == row->kind && tie->receivers == count;
    for (int32_t i = 0; same && i < count; i++) {
        same = tie->receiver[i] == p->box_of[row[i].to];
    }
    return same;
}

static struct tie *find_tie(struct plan *p, const struct row *row, int32_t count)
{
    for (int32_t t = 0; t < p->ties; t++) {
        if (same_receivers(p, &p->tie[t], row, count)) {
            return &p->tie[t];
        }
    }
    if (p->ties == most_ties) {
        return NULL;
    }
    struct tie *tie = &p->tie[p->ties++];
    *tie = (struct tie){
        .kind = row->kind,
        .forum = SPENN_NONE,
        .lane = -1,
        .receivers = count,
        .receiver = spenn_arena_alloc(p->memory, (size_t)count, sizeof *tie->receiver),
        .source =
            spenn_arena_alloc(p->memory, (size_t)p->m->units.count, sizeof *tie->source),
    };
    for (int32_t i = 0; i < count; i++) {
        tie->receiver[i] = p->box_of[row[i].to];
    }
    return tie;
}

static bool in_tier(const struct plan *p, int32_t b, int32_t t)
{
    return p->box[b].parent == p->top && p->box[b].stands == t;
}

/* A tie from the first to the second row is drawn as a lane between them. */
static bool fits_lane(const struct plan *p, const struct tie *tie)
{
    bool fits = p->top >= 0 && p->lanes < lane_colors
        && !p->box[p->top].tier[SECOND].panels && tie->kind != SPENN_LINE_ADVISORY;
    for (int32_t i = 0; fits && i < tie->sources; i++) {
        fits = in_tier(p, tie->source[i], FIRST);
    }
    for (int32_t i = 0; fits && i < tie->receivers; i++) {
        fits = in_tier(p, tie->receiver[i], SECOND);
    }
    return fits;
}

const char *spenn_plan_numbers(
    const struct plan *p, const char *first, const char *last, int32_t count)
{
    size_t same = 0;
    while (first[same] && first[same] == last[same]) {
        same++;
    }
    while (
        same > 0 && (isdigit((unsigned char)first[same - 1]) || first[same - 1] == '-')) {
        same--;
    }
    bool numbers = count > 1 && same > 0 && isdigit((unsigned char)first[same])
        && isdigit((unsigned char)last[same])
        && strtol(last + same, NULL, 10) - strtol(first + same, NULL, 10) == count - 1;
    return numbers ? spenn_arena_format(p->memory, "%s\xE2\x80\x93%s", first, last + same)
                   : NULL;
}

const char *spenn_plan_range(
    const struct plan *p, const char *first, const char *last, int32_t count)
{
    const char *numbers = spenn_plan_numbers(p, first, last, count);
    if (count == 1 || numbers) {
        return numbers ? numbers : first;
    }
    return count == 2 ? spenn_arena_format(p->memory, "%s, %s", first, last)
                      : spenn_arena_format(p->memory, "%s%s", first, p->words->and_more);
}

static void name_tie(const struct plan *p, struct tie *tie)
{
    const char *first = p->box[tie->source[0]].title;
    const char *last = p->box[tie->source[tie->sources - 1]].title;
    tie->name =
        spenn_arena_format(p->memory, "%s: %s", p->words->wire[spenn_tie_look(tie)],
            spenn_plan_range(p, first, last, tie->sources));
}

/* Whether boxes of one panel are tied to those of another. */
static bool joins_panels(const struct plan *p, const struct tie *tie)
{
    const struct box *from = &p->box[tie->source[0]], *to = &p->box[tie->receiver[0]];
    return from->parent >= 0 && from->parent == to->parent && from->stands == to->stands
        && p->box[from->parent].tier[from->stands].panels && from->rank != to->rank;
}

/* Whether they are all in one panel, which then stands for them. */
static bool in_panel(const struct plan *p, const int32_t *box, int32_t count)
{
    const struct box *first = &p->box[box[0]];
    bool in = first->parent >= 0 && p->box[first->parent].tier[first->stands].panels;
    for (int32_t i = 1; i < count && in; i++) {
        const struct box *b = &p->box[box[i]];
        in = b->parent == first->parent && b->stands == first->stands
            && b->rank == first->rank;
    }
    return in;
}

/* Gives each of few givers of professional lines a tie of its own. */
static void split_ties(struct plan *p)
{
    int32_t count = p->ties, lanes = 0;
    for (int32_t t = 0; t < count; t++) {
        struct tie *tie = &p->tie[t];
        int32_t n = tie->sources;
        bool own = tie->kind == SPENN_LINE_PROFESSIONAL && lanes + n <= lane_colors
            && n * tie->receivers <= most_arrows && p->ties + n - 1 <= most_ties
            && !in_panel(p, tie->source, n);
        lanes += own ? n : tie->kind == SPENN_LINE_PROFESSIONAL;
        for (int32_t i = 1; i < n && own; i++) {
            p->tie[p->ties] = *tie;
            p->tie[p->ties].source = &tie->source[i];
            p->tie[p->ties++].sources = 1;
            tie->sources = 1;
        }
    }
}

/* Advice to its own superior is the dotted line that an advice unit has anyway. */
static bool is_own_line(const struct plan *p, const struct row *row)
{
    int32_t from = p->box_of[row->from], to = p->box_of[row->to];
    const struct box *advice = &p->box[from];
    return row->kind == SPENN_LINE_ADVISORY && advice->look == LOOK_ADVICE
        && advice->change == CHANGE_NONE && advice->parent == to;
}

static void tie_lines(struct plan *p)
{
    int32_t count = 0;
    struct row *row =
        spenn_arena_alloc(p->memory, (size_t)p->m->lines.count + 1, sizeof *row);
    for (int32_t i = 0; i < p->m->lines.count; i++) {
        struct row line = {p->m->lines.kind[i], p->m->lines.from[i], p->m->lines.to[i]};
        if (spenn_plan_box(p, line.from) >= 0 && spenn_plan_box(p, line.to) >= 0
            && !is_own_line(p, &line)) {
            row[count++] = line;
        }
    }
    qsort(row, (size_t)count, sizeof *row, compare_rows);
    for (int32_t i = 0; i < count;) {
        int32_t n = 1;
        while (i + n < count && row[i + n].kind == row[i].kind
            && row[i + n].from == row[i].from) {
            n++;
        }
        struct tie *tie = find_tie(p, &row[i], n);
        if (tie) {
            tie->source[tie->sources++] = p->box_of[row[i].from];
        } else {
            p->unlisted++;
        }
        i += n;
    }
    split_ties(p);
    for (int32_t t = 0; t < p->ties; t++) {
        name_tie(p, &p->tie[t]);
        p->between_panels = p->between_panels || joins_panels(p, &p->tie[t]);
        if (fits_lane(p, &p->tie[t])) {
            p->tie[t].lane = p->lanes++;
        }
    }
}

static void tie_forum(struct plan *p, int32_t f)
{
    const struct spenn_forums *forums = &p->m->forums;
    struct tie *tie = &p->tie[p->ties++];
    *tie = (struct tie){
        .kind = -1,
        .forum = f,
        .lane = -1,
        .receiver =
            spenn_arena_alloc(p->memory, (size_t)forums->size[f], sizeof *tie->receiver),
        .name = spenn_plan_forum(p, f),
    };
    for (int32_t i = 0; i < forums->size[f]; i++) {
        int32_t b = spenn_plan_box(p, p->m->members.unit[forums->first[f] + i]);
        if (b >= 0) {
            tie->receiver[tie->receivers++] = b;
        }
    }
}

static void tie_forums(struct plan *p)
{
    for (int32_t f = 0; f < p->m->forums.count; f++) {
        if (f == p->group || !spenn_plan_meets(p, f)) {
            continue;
        }
        if (p->ties == most_ties) {
            p->unlisted++;
        } else {
            tie_forum(p, f);
        }
    }
}

void spenn_plan_ties(struct plan *p)
{
    p->tie = spenn_arena_alloc(p->memory, most_ties, sizeof *p->tie);
    tie_lines(p);
    tie_forums(p);
}

/* The first letter of the name, or the first one free. */
static int32_t free_letter(const char *name, const bool *taken)
{
    bool small = *name >= 'a' && *name <= 'z', capital = *name >= 'A' && *name <= 'Z';
    int32_t own = small ? *name - 'a' + 'A' : capital ? *name : 'A';
    for (int32_t i = 0; taken[own - 'A'] && i < 26; i++) {
        own = 'A' + i;
    }
    return own;
}

static void give_letter(struct plan *p, struct tie *tie, bool *taken)
{
    bool opened = tie->forum != SPENN_NONE && p->opened && p->opened[tie->forum];
    size_t tag = opened ? strlen(p->words->tag[CHANGE_NEW]) + 2 : 0; /* "NEW: " */
    tie->letter = free_letter(tie->name + tag, taken);
    taken[tie->letter - 'A'] = true;
    tie->color = p->letters++;
    for (int32_t i = 0; i < tie->sources; i++) {
        p->box[tie->source[i]].chips++;
    }
    for (int32_t i = 0; i < tie->receivers; i++) {
        p->box[tie->receiver[i]].chips++;
    }
}

/* Whether a letter would stand in so many boxes that it tells nothing. */
static bool is_common(const struct plan *p, const struct tie *tie)
{
    int32_t boxes = tie->receivers;
    bool most = tie->forum != SPENN_NONE && boxes > few && 4 * boxes >= 3 * p->count;
    return boxes > most_lettered || most;
}

/* Networks are told apart more easily when all are frames or all are letters. */
static void match_networks(struct plan *p)
{
    bool all = true;
    for (int32_t t = 0; t < p->ties; t++) {
        int32_t f = p->tie[t].forum;
        all = all
            && (f == SPENN_NONE || p->tie[t].drawn
                || p->m->forums.kind[f] != SPENN_FORUM_NETWORK);
    }
    for (int32_t t = 0; t < p->ties && !all; t++) {
        int32_t f = p->tie[t].forum;
        p->tie[t].drawn = p->tie[t].drawn
            && (f == SPENN_NONE || p->m->forums.kind[f] != SPENN_FORUM_NETWORK);
    }
}

bool spenn_plan_letters(struct plan *p, bool last)
{
    bool taken[26] = {false};
    int32_t before = p->letters;
    for (int32_t t = 0; t < p->ties; t++) {
        if (p->tie[t].letter) {
            taken[p->tie[t].letter - 'A'] = true;
        }
    }
    if (!last) {
        match_networks(p);
    }
    for (int32_t t = 0; t < p->ties; t++) {
        struct tie *tie = &p->tie[t];
        bool shown = tie->drawn || tie->letter;
        if (!shown && !last && p->letters < most_letters && !is_common(p, tie)) {
            give_letter(p, tie, taken);
        }
    }
    return p->letters > before;
}
