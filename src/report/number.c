/* SPDX-License-Identifier: MIT
 * Numbers by integer arithmetic: no locale can put a comma into them. */
#include "report.h"

#include <math.h>
#include <string.h>

static int decimals_of(const char *unit)
{
    static const struct {
        const char *unit;
        int decimals;
    } table[] = {{"share", 4}, {"h", 2}, {"h/w", 2}, {"/w", 2}, {"/y", 2}, {"units", 0},
        {"members", 0}, {"layers", 2}, {"pairs", 2}, {"FTE", 1}, {"cases", 2},
        {"FTE or cases", 1}, {"relations", 0}, {"tasks", 0}, {"functions", 0},
        {"topics", 0}, {"cells", 0}, {"steps", 2}, {"rounds", 2}, {"messages", 2},
        {"times", 1}, {"h/y", 0}, {"MNOK/y", 3}};
    for (size_t i = 0; unit && i < sizeof table / sizeof table[0]; i++) {
        if (strcmp(table[i].unit, unit) == 0) {
            return table[i].decimals;
        }
    }
    return 3;
}

/* Three digits and a power of ten. */
static char *powers(char *buffer, size_t size, double value)
{
    int power = (int)floor(log10(fabs(value)));
    long long digits = llround(fabs(value) / pow(10.0, power - 2));
    if (digits > 999) {
        digits = 100;
        power++;
    }
    (void)snprintf(buffer, size, "%s%lld.%02llde%d", value < 0.0 ? "-" : "", digits / 100,
        digits % 100, power);
    return buffer;
}

/* Value times 10^decimals as a text of digits with a point. */
static char *fixed(char *buffer, size_t size, double value, int decimals)
{
    static const long long scales[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    if (!isfinite(value)) {
        const char *text = isnan(value) ? "" : value > 0 ? "inf" : "-inf";
        (void)snprintf(buffer, size, "%s", text);
        return buffer;
    }
    if (fabs(value) >= 1e11) {
        (void)snprintf(buffer, size, "%.0f", value);
        return buffer;
    }
    long long scale = scales[decimals];
    long long scaled = llround(value * (double)scale);
    const char *sign = scaled < 0 ? "-" : "";
    scaled = scaled < 0 ? -scaled : scaled;
    if (decimals == 0) {
        (void)snprintf(buffer, size, "%s%lld", sign, scaled);
        return buffer;
    }
    (void)snprintf(
        buffer, size, "%s%lld.%0*lld", sign, scaled / scale, decimals, scaled % scale);
    return buffer;
}

/* Digits in threes from five on, with a space that breaks no line. */
static char *group(char *buffer, size_t size, const char *text)
{
    size_t sign = *text == '-', digits = strspn(text + sign, "0123456789"), end = 0;
    for (size_t i = 0; text[i] && end + 4 < size; i++) {
        size_t left = digits + sign - i; /* digits to come */
        if (digits >= 5 && i > sign && i < digits + sign && left % 3 == 0) {
            memcpy(buffer + end, "\xC2\xA0", 2);
            end += 2;
        }
        buffer[end++] = text[i];
    }
    buffer[end] = '\0';
    return buffer;
}

char *spenn_report_number(char *buffer, size_t size, double value, const char *unit)
{
    char plain[64];
    if (isfinite(value) && fabs(value) >= 1e12) { /* more digits than anybody reads */
        return powers(buffer, size, value);
    }
    return group(buffer, size, fixed(plain, sizeof plain, value, decimals_of(unit)));
}

char *spenn_report_figure(char *buffer, size_t size, double value)
{
    (void)fixed(buffer, size, value, 6);
    char *end = buffer + strlen(buffer);
    while (strchr(buffer, '.') && (end[-1] == '0' || end[-1] == '.')) {
        *--end = '\0'; /* the point goes last and ends it */
    }
    return buffer;
}
