/* SPDX-License-Identifier: MIT
 * Values go into a model as texts through the same reader as those of a file, so an
 * exploration can set nothing that a planner could not write. */
#include "input.h"

#include "keys.h"
#include "quantity.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

bool spenn_input_assumption(
    const struct spenn_assumptions *assume, int32_t assumption, struct spenn_input *input)
{
    const struct spenn_assumption_key *key = &spenn_assumption_keys[assumption];
    double value = assume->value[assumption];
    *input = (struct spenn_input){.name = key->id,
        .assumption = assumption,
        .form = key->form,
        .whole = assumption == SPENN_FORUM_AGENDA,
        .low = fmin(assume->low[assumption], value),
        .high = fmax(assume->high[assumption], value)};
    return key->form != SPENN_FORM_LAW && assumption != SPENN_DELEGATE;
}

bool spenn_input_path(
    const struct spenn_model *m, const char *name, struct spenn_input *input)
{
    static const struct {
        enum spenn_key_kind kind;
        enum spenn_assumption_form form;
    } forms[] = {{SPENN_KEY_INTEGER, SPENN_FORM_NUMBER},
        {SPENN_KEY_NUMBER, SPENN_FORM_NUMBER}, {SPENN_KEY_SHARE, SPENN_FORM_SHARE},
        {SPENN_KEY_RATE, SPENN_FORM_RATE}, {SPENN_KEY_DURATION, SPENN_FORM_DURATION},
        {SPENN_KEY_TIME, SPENN_FORM_DURATION}, {SPENN_KEY_DEADLINE, SPENN_FORM_DURATION}};
    const struct spenn_key *key = spenn_vary_key(m, name);
    *input = (struct spenn_input){.name = name, .assumption = -1};
    for (size_t i = 0; key && i < sizeof forms / sizeof *forms; i++) {
        if (forms[i].kind == key->kind) {
            input->form = forms[i].form;
            input->whole = key->kind == SPENN_KEY_INTEGER;
            return true;
        }
    }
    return false;
}

bool spenn_input_vary(
    const struct spenn_model *m, const struct spenn_vary *vary, struct spenn_input *input)
{
    int32_t assumption = spenn_assumption_find(vary->path);
    bool ok = assumption >= 0 ? spenn_input_assumption(&m->assume, assumption, input)
                              : spenn_input_path(m, vary->path, input);
    input->low = INFINITY;
    input->high = -INFINITY;
    for (int32_t i = 0; i < vary->count && ok; i++) {
        double x = 0;
        ok = vary->value[i]->kind == SPENN_SCALAR
            && spenn_input_parse(input, vary->value[i]->text, &x);
        input->low = fmin(input->low, x);
        input->high = fmax(input->high, x);
    }
    return ok;
}

bool spenn_input_parse(const struct spenn_input *input, const char *text, double *x)
{
    switch (input->form) {
    case SPENN_FORM_SHARE:
        return spenn_parse_share(text, x);
    case SPENN_FORM_RATE:
        return spenn_parse_rate(text, x);
    case SPENN_FORM_DURATION:
        return spenn_parse_duration(text, x);
    case SPENN_FORM_HOURS_PER_WEEK: {
        char plain[64];
        size_t length = strlen(text);
        bool week =
            length > 2 && length < sizeof plain && strcmp(text + length - 2, "/w") == 0;
        (void)snprintf(
            plain, sizeof plain, "%.*s", (int)(week ? length - 2 : length), text);
        return spenn_parse_number(plain, x) || spenn_parse_duration(plain, x);
    }
    default:
        return spenn_parse_number(text, x)
            && (!input->whole || (*x == round(*x) && fabs(*x) < 1e9));
    }
}

char *spenn_input_show(
    char *buffer, size_t size, const struct spenn_input *input, double x)
{
    switch (input->form) {
    case SPENN_FORM_SHARE:
        return spenn_format_share(buffer, size, x);
    case SPENN_FORM_RATE:
        return spenn_format_rate(buffer, size, x);
    case SPENN_FORM_DURATION:
        return spenn_format_duration(buffer, size, x);
    case SPENN_FORM_HOURS_PER_WEEK:
        (void)spenn_format_duration(buffer, size, x);
        (void)strncat(buffer, "/w", size - strlen(buffer) - 1);
        return buffer;
    default:
        return spenn_format_number(buffer, size, input->whole ? round(x) : x);
    }
}

bool spenn_input_apply(const struct spenn_input *input, double x, struct spenn_model *m,
    struct spenn_error *err)
{
    char text[40];
    const struct spenn_value value = {
        .kind = SPENN_SCALAR, .text = spenn_input_show(text, sizeof text, input, x)};
    const struct spenn_value *list[] = {&value};
    const struct spenn_vary vary = {.path = input->name, .count = 1, .value = list};
    return spenn_vary_apply(m, &vary, 0, err);
}

char *spenn_input_near(
    char *buffer, size_t size, const struct spenn_input *input, double x)
{
    char bound[40], number[32];
    double whole = input->high != 0 ? input->high : input->low;
    (void)spenn_input_show(bound, sizeof bound, input, whole);
    size_t digits = strspn(bound, "+-.0123456789");
    bool power = bound[digits] == 'e'; /* 1e+20: no unit is written with so many digits */
    double shown = 0;
    (void)snprintf(number, sizeof number, "%.*s", (int)digits, bound);
    if (power || !isfinite(x) || !spenn_parse_number(number, &shown) || shown == 0) {
        return spenn_input_show(buffer, size, input, x);
    }
    double value = x * (shown / whole);
    double step = value == 0 ? 1 : pow(10, floor(log10(fabs(value))) - 2);
    double near =
        step >= 1 ? round(value / step) * step : round(value / step) / round(1 / step);
    (void)spenn_format_number(number, sizeof number,
        input->whole     ? round(x)
            : value == 0 ? 0
                         : near);
    (void)snprintf(buffer, size, "%s%s", number, bound + digits);
    return buffer;
}
