/* SPDX-License-Identifier: MIT
 * What differs between two models in words people use: "meets" is "Møtes", and what kind
 * of text its values are. */
#ifndef SPENN_KEY_WORDS_H
#define SPENN_KEY_WORDS_H

#include "names.h"

enum spenn_word_form {
    SPENN_WORD_TEXT,
    SPENN_WORD_QUANTITY,
    SPENN_WORD_YES,
    SPENN_WORD_ID,
    SPENN_WORD_SHARES,
    SPENN_WORD_MEETING,
    SPENN_WORD_PARTIES,
    SPENN_WORD_ROLE
};

struct spenn_key_word {
    const char *key, *nb, *en;
    enum spenn_word_form form;
    const struct spenn_names *names; /* of its values, or NULL */
};

/* The word of a difference: "meets", "authority region-1", "professional line"; or NULL.
 * A kind of line has no word of its own: nb and en are "". */
const struct spenn_key_word *spenn_key_word(const char *what);

#endif
