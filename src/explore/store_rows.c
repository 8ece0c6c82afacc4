/* SPDX-License-Identifier: MIT
 * number, then verdict, difference, low and high of every expectation. What has no number
 * is empty. */
#include "store_text.h"

#include "verdict.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { verdicts = SPENN_NOT_COMPARABLE + 1, field_room = 28, row_fields = 4 };

static const char invalid[] = "invalid";

static const char *name_of(int32_t verdict)
{
    return verdict == SPENN_OUTCOME_INVALID ? invalid : spenn_verdict_names[verdict];
}

/* As few digits as read back the same; 15 mostly do, 17 always. */
static int write_number(char *at, size_t room, double value)
{
    int length = 0;
    for (int digits = 15; !isnan(value) && digits <= 17; digits++) {
        length = snprintf(at, room, "%.*g", digits, value);
        if (strtod(at, NULL) == value) {
            break;
        }
    }
    return length;
}

const char *spenn_store_row_text(struct spenn_arena *memory,
    const struct spenn_exploration *x, int32_t e, size_t *length)
{
    const struct spenn_explore_outcomes *outcome = &x->outcome;
    size_t expectations = (size_t)x->expectations;
    size_t room = field_room * (row_fields * expectations + 1);
    char *text = spenn_arena_alloc(memory, room, 1);
    size_t used = (size_t)snprintf(text, room, "%d", e);
    for (size_t q = 0; q < expectations; q++) {
        size_t at = (size_t)e * expectations + q;
        const double number[] = {
            outcome->difference[at], outcome->low[at], outcome->high[at]};
        used += (size_t)snprintf(
            text + used, room - used, ",%s", name_of(outcome->verdict[at]));
        for (size_t i = 0; i < sizeof number / sizeof *number; i++) {
            text[used++] = ',';
            used += (size_t)write_number(text + used, room - used, number[i]);
        }
    }
    text[used++] = '\n';
    *length = used;
    return text;
}

/* A line under way. */
struct row {
    char *at; /* the next field; NULL behind the last */
    struct spenn_where where;
    struct spenn_error *err;
};

static bool fail(const struct row *row, const char *what)
{
    return spenn_fail(row->err, row->where,
        "%s; the file is damaged or not of this exploration: --fresh begins anew", what);
}

static char *next(struct row *row)
{
    char *field = row->at;
    char *comma = field ? strchr(field, ',') : NULL;
    if (comma) {
        *comma = '\0';
    }
    row->at = comma ? comma + 1 : NULL;
    return field;
}

static bool read_verdict(struct row *row, int8_t *verdict)
{
    const char *text = next(row);
    if (text && strcmp(text, invalid) == 0) {
        *verdict = SPENN_OUTCOME_INVALID;
        return true;
    }
    for (int8_t v = 0; text && v < verdicts; v++) {
        if (strcmp(text, spenn_verdict_names[v]) == 0) {
            *verdict = v;
            return true;
        }
    }
    return fail(row, "a verdict belongs here");
}

/* What strtod takes that we never write is refused: blanks, hex, nan. */
static bool read_number(struct row *row, double *value)
{
    const char *text = next(row);
    char *end = NULL;
    *value = NAN;
    if (!text) {
        return fail(row, "a number or nothing belongs here");
    }
    if (!*text) {
        return true;
    }
    bool plain = strspn(text, "0123456789+-.e") == strlen(text)
        || strcmp(text, "inf") == 0 || strcmp(text, "-inf") == 0;
    *value = strtod(text, &end);
    return (plain && *end == '\0') || fail(row, "a number or nothing belongs here");
}

static bool read_evaluation(
    struct row *row, const struct spenn_exploration *x, int32_t *e)
{
    const char *text = next(row);
    size_t digits = strspn(text, "0123456789");
    bool ok = digits > 0 && digits < 10 && text[digits] == '\0';
    long number = ok ? strtol(text, NULL, 10) : -1;
    if (!ok || number >= x->outcome.count) {
        return fail(row, "the number of an evaluation belongs here");
    }
    *e = (int32_t)number;
    if (!spenn_exploration_mine(x, *e)) {
        return fail(row, "this evaluation is of another shard");
    }
    return !spenn_exploration_has(x, *e) || fail(row, "this evaluation is there twice");
}

static bool read_row(struct row *row, struct spenn_exploration *x)
{
    int32_t e = 0;
    struct spenn_explore_outcomes *outcome = &x->outcome;
    bool ok = read_evaluation(row, x, &e);
    for (int32_t q = 0; q < x->expectations && ok; q++) {
        size_t at = (size_t)e * (size_t)x->expectations + (size_t)q;
        ok = read_verdict(row, &outcome->verdict[at])
            && read_number(row, &outcome->difference[at])
            && read_number(row, &outcome->low[at])
            && read_number(row, &outcome->high[at]);
    }
    return ok && (!row->at || fail(row, "the line has more fields than columns"));
}

bool spenn_store_load(
    struct spenn_store *store, struct spenn_exploration *x, struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    const char *at = store->text ? store->text + store->rows : NULL;
    const char *end = store->text ? store->text + store->length : NULL;
    struct row row = {.where = {store->path, store->line, 0}, .err = err};
    bool ok = true;
    while (ok && at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)(stop - at);
        row.at = spenn_arena_alloc(&memory, length + 1, 1);
        memcpy(row.at, at, length);
        row.where.line++;
        at = stop + 1;
        ok = read_row(&row, x);
        spenn_arena_free(&memory);
    }
    return ok;
}
