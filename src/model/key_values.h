/* SPDX-License-Identifier: MIT
 * From the text of a value to what it means. Inside model only. */
#ifndef SPENN_KEY_VALUES_H
#define SPENN_KEY_VALUES_H

#include "keys.h"

/* A value of any kind but a reference, selector or structure into a variable of the
 * kind's type; on false the variable is unchanged. */
bool spenn_key_value(const struct spenn_key *key, const struct spenn_value *value,
    struct spenn_arena *memory, void *target, struct spenn_error *err);

/* The same for ids, names, texts and lists of them (key_texts.c). */
bool spenn_key_text(const struct spenn_key *key, const struct spenn_value *value,
    struct spenn_arena *memory, void *target, struct spenn_error *err);

/* The same for a list of words and for the role of a unit, and how a file would write
 * them, NULL when there is none (key_role.c). */
bool spenn_key_set_of(const struct spenn_key *key, const struct spenn_value *value,
    struct spenn_arena *memory, uint32_t *target, struct spenn_error *err);
bool spenn_key_role(const struct spenn_key *key, const struct spenn_value *value,
    struct spenn_arena *memory, struct spenn_role *target, struct spenn_error *err);
const char *spenn_key_set_show(
    const struct spenn_key *key, uint32_t bits, struct spenn_arena *memory);
const char *spenn_key_role_show(
    const struct spenn_role *role, struct spenn_arena *memory);

/* "exponential", "erlang-3", ...: the law and the shape it has without a cv. */
bool spenn_law_parse(const char *text, int32_t *law, double *shape);

/* That the value is a text that is not null, not too long and without control
 * characters; `lines` allows line breaks. */
bool spenn_value_is_text(const char *key, const struct spenn_value *value, bool lines,
    struct spenn_error *err);

/* "a, b and c" in the buffer, cut where it is full. */
enum { spenn_words = 512 };
const char *spenn_words_join(
    char buffer[spenn_words], const char *const *word, int32_t count);

/* That the number keeps within the key's range; `shown` is how the file writes it. */
bool spenn_key_in_range(const struct spenn_key *key, const struct spenn_value *value,
    double number, struct spenn_error *err);

#endif
