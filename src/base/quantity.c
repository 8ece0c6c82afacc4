/* SPDX-License-Identifier: MIT */
#include "quantity.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct unit {
    const char *name;
    double hours;
};

/* In the order in which the formatters try them. */
static const struct unit units[] = {
    {"y", SPENN_YEAR},
    {"mo", SPENN_MONTH},
    {"w", SPENN_WEEK},
    {"d", SPENN_DAY},
    {"h", 1.0},
    {"min", 1.0 / 60.0},
};
enum { unit_count = sizeof units / sizeof units[0] };

static const struct unit *unit_named(const char *name)
{
    for (int i = 0; i < unit_count; i++) {
        if (strcmp(units[i].name, name) == 0) {
            return &units[i];
        }
    }
    return NULL;
}

/* Decimal digits, a point, an exponent: nothing else of what strtod takes (hex, inf, nan,
 * leading space). Returns the end of the number or NULL. */
static const char *number_prefix(const char *text, double *value)
{
    const char *digits = text + (*text == '-' || *text == '+');
    if (!(*digits >= '0' && *digits <= '9') && *digits != '.') {
        return NULL;
    }
    if (digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X')) {
        return NULL;
    }
    char *end;
    double parsed = strtod(text, &end);
    if (end == text || !isfinite(parsed)) {
        return NULL;
    }
    *value = parsed;
    return end;
}

bool spenn_parse_number(const char *text, double *value)
{
    double parsed;
    const char *end = number_prefix(text, &parsed);
    if (!end || *end) {
        return false;
    }
    *value = parsed;
    return true;
}

/* A number and the unit of time behind it and behind `between`; a bare 0 has none (NULL).
 */
static bool number_of_unit(
    const char *text, char between, double *value, const struct unit **unit)
{
    const char *end = number_prefix(text, value);
    *unit = NULL;
    if (!end || (!*end && *value == 0.0)) {
        return end != NULL;
    }
    if (between && *end++ != between) {
        return false;
    }
    while (!between && *end == ' ') {
        end++;
    }
    *unit = unit_named(end);
    return *unit != NULL;
}

bool spenn_parse_duration(const char *text, double *hours)
{
    double value;
    const struct unit *unit;
    if (!number_of_unit(text, '\0', &value, &unit)) {
        return false;
    }
    value = !unit ? 0.0 : unit->hours < 1.0 ? value / 60.0 : value * unit->hours;
    if (isfinite(value)) {
        *hours = value;
    }
    return isfinite(value);
}

bool spenn_parse_rate(const char *text, double *per_hour)
{
    double value;
    const struct unit *unit;
    if (!number_of_unit(text, '/', &value, &unit)) {
        return false;
    }
    value = !unit ? 0.0 : unit->hours < 1.0 ? value * 60.0 : value / unit->hours;
    if (isfinite(value)) {
        *per_hour = value;
    }
    return isfinite(value);
}

bool spenn_parse_share(const char *text, double *share)
{
    double parsed;
    const char *end = number_prefix(text, &parsed);
    if (!end) {
        return false;
    }
    while (*end == ' ' && end[1]) {
        end++; /* Norwegian writes 5 % */
    }
    if (strcmp(end, "%") == 0) {
        *share = parsed / 100.0;
        return true;
    }
    if (*end) {
        return false;
    }
    *share = parsed;
    return true;
}

/* 20 is "2e+01" with one digit: plain digits are preferred as long as more can come. */
static bool early_exponent(const char *text, int digits)
{
    return digits < 17 && strstr(text, "e+");
}

char *spenn_format_number(char *buffer, size_t size, double value)
{
    for (int digits = 1; digits <= 17; digits++) {
        (void)snprintf(buffer, size, "%.*g", digits, value);
        if (!early_exponent(buffer, digits) && strtod(buffer, NULL) == value) {
            break;
        }
    }
    return buffer;
}

/* How a kind of quantity is written in one unit, and read back. */
struct form {
    const char *between; /* number and unit */
    bool (*parse)(const char *, double *);
};

/* The fewest digits in which the value, counted in the unit, reads back exactly; the
 * length of the text, or `none`. */
static size_t write_in(
    const struct unit *unit, const struct form *form, double value, char text[64])
{
    enum { none = 99 };
    double scale = *form->between ? unit->hours : 1.0 / unit->hours;
    for (int digits = 1; digits <= 17; digits++) {
        double back = NAN;
        (void)snprintf(
            text, 64, "%.*g%s%s", digits, value * scale, form->between, unit->name);
        if (!early_exponent(text, digits) && form->parse(text, &back) && back == value) {
            bool part = fabs(value * scale) < 1.0; /* 30min rather than 0.5h */
            bool odd = *form->between && !strstr("y w h", unit->name); /* 25/w, not 5/d */
            return strlen(text) + (part || odd || strchr(text, 'e') ? 8 : 0);
        }
    }
    return none;
}

/* The first unit in which the value is shortest. */
static char *format_with(char *buffer, size_t size, double value, const struct form *form)
{
    size_t best = 99;
    if (value == 0.0) {
        (void)snprintf(buffer, size, "0");
        return buffer;
    }
    for (int i = 0; i < unit_count; i++) {
        char text[64];
        size_t length = write_in(&units[i], form, value, text);
        if (length < best) {
            best = length;
            (void)snprintf(buffer, size, "%s", text);
        }
    }
    return buffer;
}

char *spenn_format_duration(char *buffer, size_t size, double hours)
{
    (void)snprintf(buffer, size, "%.17gh", hours);
    return format_with(buffer, size, hours, &(struct form){"", spenn_parse_duration});
}

/* What happens up to twice a week is counted by the year, as meetings are: 12/y, 52/y. */
char *spenn_format_rate(char *buffer, size_t size, double per_hour)
{
    static const struct form form = {"/", spenn_parse_rate};
    enum { seldom = 104, short_enough = 5 };
    char text[64];
    (void)snprintf(buffer, size, "%.17g/h", per_hour);
    if (per_hour > 0.0 && per_hour * SPENN_YEAR <= seldom
        && write_in(&units[0], &form, per_hour, text) <= short_enough) {
        (void)snprintf(buffer, size, "%s", text);
        return buffer;
    }
    return format_with(buffer, size, per_hour, &form);
}

char *spenn_format_share(char *buffer, size_t size, double share)
{
    for (int digits = 1; digits <= 17; digits++) {
        (void)snprintf(buffer, size, "%.*g%%", digits, share * 100.0);
        double back;
        if (!early_exponent(buffer, digits) && spenn_parse_share(buffer, &back)
            && back == share) {
            return buffer;
        }
    }
    return spenn_format_number(buffer, size, share);
}
