/* SPDX-License-Identifier: MIT
 * Complaints to a user. Every function that can fail because of input returns bool and
 * takes a struct spenn_error * last. It returns false only after adding a problem: a
 * caller adds nothing and returns false, or prints the list and stops. A reader goes on
 * after a problem and so collects all of a file. Broken promises between our own
 * functions are asserts, not errors. */
#ifndef SPENN_FAIL_H
#define SPENN_FAIL_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct spenn_where {
    const char *file; /* as the user named it; NULL when there is no file */
    int32_t line;     /* from 1; 0 means the file as a whole */
    int32_t column;   /* from 1, in bytes; 0 means the whole line */
};

struct spenn_problem {
    struct spenn_where at;
    const char *text; /* "file:line:column: message", whole */
};

struct spenn_error { /* {0} is an empty list; it owns its texts */
    int32_t count;   /* all problems met, also those beyond the ones kept */
    int32_t kept, room;
    bool machine; /* one is no fault of the input: a disk that is full, say */
    struct spenn_problem *list; /* in the order of place once sorted */
    struct spenn_arena memory;
};

enum { spenn_error_limit = 100 }; /* problems kept and printed; the rest is counted */

/* Adds a problem and returns false, so: return spenn_fail(err, at, "...", ...);
 * Messages are lower case, without full stop, their subject in 'quotes'. The same text at
 * the same place is kept once. */
bool spenn_fail(struct spenn_error *err, struct spenn_where at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Prints the problems by file, line and column, one a line, and how many were left out.
 */
void spenn_error_print(struct spenn_error *err, FILE *out);
void spenn_error_free(struct spenn_error *err);

#endif
