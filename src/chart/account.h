/* SPDX-License-Identifier: MIT
 * An account of all that differs between two models, in words: a row for each change, or
 * one for several units of which the same is said ("Region 1–6"). */
#ifndef SPENN_ACCOUNT_H
#define SPENN_ACCOUNT_H

#include "plan.h"
#include "text.h"

enum { account_columns = 4 };

struct account_row {
    int32_t change;                    /* enum change, for its ink; or CHANGE_NONE */
    const char *id;                    /* of whom it is told */
    const char *cell[account_columns]; /* what, of whom, before, after; never NULL */
};

struct account {
    int32_t count;
    struct account_row *row;
};

/* Of p only both models, what differs, words and memory are asked for. */
void spenn_account_make(const struct plan *p, struct account *account);
/* One row as a sentence: "Moved: Sports (Culture → Technical services)". */
const char *spenn_account_sentence(const struct plan *p, const struct account_row *row);

/* account_table.c: how tall it is as a table so wide, and that table. */
struct account_place {
    double x, y, width, size; /* upper left corner; of the text */
};
double spenn_account_height(
    const struct plan *p, const struct account *account, const struct account_place *at);
void spenn_account_draw(struct spenn_drawing *drawing, const struct plan *p,
    const struct account *account, const struct account_place *at);
/* The account as a table of the drawing, for forms without a picture. */
void spenn_account_tell(
    struct spenn_drawing *drawing, const struct plan *p, const struct account *account);

/* account_words.c: what a field is called, and its value as people write it. */
struct account_words {
    const struct plan *p;
    struct spenn_index ids[2]; /* of units, forums and tasks, before and after */
    const char **names[2];
};
struct account_words spenn_account_words(const struct plan *p);

/* Name of what has this id, looked for in one model and then in the other, else the id.
 */
const char *spenn_account_name(const struct account_words *w, const char *id, bool after);
const char *spenn_account_label(const struct account_words *w, const char *what);
const char *spenn_account_value(
    const struct account_words *w, const char *what, const char *text, bool after);

/* Names in a list: "Region 1" and then "Region 2" become "Region 1–2". */
struct account_names {
    char *text;
    size_t used, room, run; /* run: where the first of the last run ends */
    const char *last;
};
void spenn_account_add(
    const struct plan *p, struct account_names *names, const char *name);

#endif
