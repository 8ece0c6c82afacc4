/* SPDX-License-Identifier: MIT
 * What a selection among alternatives says, as sentences and a table. */
#ifndef SPENN_CHOICE_H
#define SPENN_CHOICE_H

#include "ask.h"
#include "select_best.h"

/* `table`: for a program, with ids, all digits and the aim in every row; else for a
 * reader of 80 columns. Texts are in the answer's memory or the selection's. */
void spenn_answer_selection(const struct spenn_select *select, bool norwegian, bool table,
    struct spenn_answer *answer);

#endif
