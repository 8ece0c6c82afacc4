/* SPDX-License-Identifier: MIT
 * What a value table says, as sentences and tables. */
#ifndef SPENN_WORTH_H
#define SPENN_WORTH_H

#include "ask.h"
#include "value_table.h"

enum spenn_worth { /* parts for a reader, one below the other; and one for a program */
    SPENN_WORTH_TOTALS,
    SPENN_WORTH_CONTRIBUTIONS,
    SPENN_WORTH_FLIPS,
    SPENN_WORTH_TABLE,
};
void spenn_answer_worth(const struct spenn_value_table *table, bool norwegian,
    enum spenn_worth part, struct spenn_answer *answer);

#endif
