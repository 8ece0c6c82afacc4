/* SPDX-License-Identifier: MIT
 * The words printed in charts, Norwegian (bokmål) and English. Names of kinds, forums and
 * lines are those of names.h. */
#ifndef SPENN_WORDS_H
#define SPENN_WORDS_H

#include "look.h"

enum figure { /* of a whole organization, before and after */
    FIGURE_UNITS,
    FIGURE_DEPARTMENTS,
    FIGURE_STAFF,
    FIGURE_LAYERS,
    FIGURE_SPAN,    /* of the top leader */
    FIGURE_GROUP,   /* members of the leadership group */
    FIGURE_REGIONS, /* in the leadership group */
    FIGURE_COUNT
};

enum told { /* what a row of the account of changes tells */
    ROW_NEW,
    ROW_GONE,
    ROW_MERGED,
    ROW_DIVIDED,
    ROW_SPUN,
    ROW_MOVED,
    ROW_RENAMED,
    ROW_NEW_ID,
    ROW_JOINED,
    ROW_LEFT,
    ROW_OPENED,
    ROW_CLOSED,
    ROW_MEMBERS,
    ROW_NEW_TASK,
    ROW_GONE_TASK,
    ROW_COUNT
};

struct words {
    const char *lang;
    const char *look[LOOK_ALL];       /* legend; NULL: the names of the kinds drawn */
    const char *change[CHANGE_COUNT]; /* legend of a before/after chart */
    const char *tag[CHANGE_COUNT];    /* first line of a changed box */
    const char *wire[WIRE_COUNT];     /* legend */
    const char *frame[FRAME_COUNT], *was_group;
    const char *joined, *left, *joined_one, *left_one, *from, *to, *was,
        *of; /* of changed boxes */
    const char *other, *fte, *leaders, *source, *assumed, *and_more, *untied, *all_units,
        *some_units;              /* the last two formats: a forum of so many units */
    const char *chair;            /* after a name */
    const char *giver, *receiver; /* of second lines */
    const char *under, *is_member, *group_member, *pile, *square_leader, *square_vacant,
        *squares, *squares_held, *vacant, *changes, *figures;
    const char *before, *after, *no_change, *opens, *closes, *below, *from_on, *no_value,
        *counted, *changes_told, *changes_bound;
    const char *figure[FIGURE_COUNT];
    const char *row[ROW_COUNT], *column[4], *all_changes, *forum;
    const char *summary, *summary_group, *summary_change, *summary_shade,
        *summary_chosen;                          /* formats, see notes.c */
    const char *more_units, *more_units_page;     /* formats, below a box */
    const char *unit[2];                          /* one, several */
    const char *saved[6], *see_paper, *see_pages; /* by detail: what was left out */
    const char *so_many_more;                     /* format, of names */
    const char *so_many; /* format: a forum of which some members are not drawn */
    const char *page_of, *own_page, *and_last;
    const char *key[8]; /* assumed keys, in the order of spenn_word_keys */
};

extern const struct words spenn_words_nb, spenn_words_en;
extern const char *const spenn_word_keys[8]; /* as in model files */

/* A number as the language writes it: "12,5". */
void spenn_word_number(const struct words *words, char *number);

/* The text with its first letter, also æ, ø and å, as a capital. */
const char *spenn_word_capital(struct spenn_arena *memory, const char *text);

#endif
