/* SPDX-License-Identifier: MIT */
#include "results.h"

#include "io.h"
#include "quantity.h"

#include <math.h>
#include <string.h>

struct wanted {
    const char *measure, *part, *alternative; /* part NULL: of the unit as a whole */
};

/* "utilisation", "utilisation/leader@with-regions": a measure, one part of its units, an
 * alternative; without it the one drawn, else the baseline. */
static struct wanted wanted_of(const struct options *o, struct spenn_arena *memory)
{
    struct wanted w = {
        .alternative = o->change && o->alternative ? o->alternative : "baseline"};
    size_t length = strlen(o->colour_by) + 1;
    char *text = spenn_arena_alloc(memory, length, 1);
    memcpy(text, o->colour_by, length);
    w.measure = text;
    char *at = strchr(text, '@');
    if (at) {
        *at = '\0';
        w.alternative = at + 1;
    }
    char *slash = strchr(text, '/');
    if (slash) {
        *slash = '\0';
        w.part = slash + 1;
    }
    return w;
}

static const char *cell(const struct spenn_value *row, const char *column)
{
    const struct spenn_value *value = spenn_value_get(row, column);
    return value ? value->text : NULL;
}

/* The unit that a row is about; NULL if it is not wanted. */
static const char *unit_of(
    const struct spenn_value *row, const struct wanted *w, struct spenn_arena *memory)
{
    const char *measure = cell(row, "measure"), *of = cell(row, "alternative");
    const char *subject = cell(row, "subject");
    if (!measure || strcmp(measure, w->measure) != 0 || !subject
        || (of && strcmp(of, w->alternative) != 0) || cell(row, "point")) {
        return NULL;
    }
    const char *slash = strchr(subject, '/');
    if (!slash || !w->part) {
        return slash || w->part ? NULL : subject;
    }
    return strcmp(slash + 1, w->part) == 0
        ? spenn_arena_bytes(memory, subject, (size_t)(slash - subject))
        : NULL;
}

static bool take_number(const struct spenn_value *row, const char *column, double *number,
    struct spenn_error *err)
{
    const char *text = cell(row, column);
    *number = NAN;
    return text == NULL || spenn_parse_number(text, number)
        || spenn_fail(err, row->at, "%s '%s' is not a number", column, text);
}

static bool take_row(const struct spenn_value *row, const char *unit,
    struct spenn_shade *shade, struct spenn_error *err)
{
    int32_t i = shade->count++;
    double low, high, mean;
    shade->subject[i] = unit;
    bool valid = take_number(row, "value", &shade->value[i], err)
        && take_number(row, "mean", &mean, err) && take_number(row, "low", &low, err)
        && take_number(row, "high", &high, err);
    if (valid) {
        shade->value[i] = isnan(shade->value[i]) ? mean : shade->value[i];
        shade->half[i] = (high - low) / 2.0;
    }
    return valid;
}

bool results_read(const struct options *o, struct spenn_arena *memory,
    struct spenn_shade *shade, struct spenn_error *err)
{
    struct spenn_file file;
    struct spenn_value rows = {0};
    if (!spenn_file_read(o->results, spenn_most_csv_bytes, memory, &file, err)
        || !spenn_csv_parse(&file, memory, &rows, err)) {
        return false;
    }
    struct wanted wanted = wanted_of(o, memory);
    size_t most = (size_t)rows.count + 1;
    *shade = o->shade;
    shade->title = shade->title ? shade->title : wanted.measure;
    shade->subject = spenn_arena_alloc(memory, most, sizeof *shade->subject);
    shade->value = spenn_arena_alloc(memory, most, sizeof *shade->value);
    shade->half = spenn_arena_alloc(memory, most, sizeof *shade->half);
    bool valid = true;
    for (int32_t i = 0; i < rows.count; i++) {
        const char *unit = unit_of(rows.item[i], &wanted, memory);
        if (unit) {
            valid = take_row(rows.item[i], unit, shade, err) && valid;
        }
    }
    return valid
        && (shade->count > 0
            || spenn_fail(err, (struct spenn_where){.file = o->results},
                "no row has measure '%s' of alternative '%s'", wanted.measure,
                wanted.alternative));
}
