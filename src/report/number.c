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
    } table[] = {{"share", 4}, {"h", 3}, {"h/w", 3}, {"/w", 3}, {"/y", 2}};
    for (size_t i = 0; unit && i < sizeof table / sizeof table[0]; i++) {
        if (strcmp(table[i].unit, unit) == 0) {
            return table[i].decimals;
        }
    }
    return 3;
}

char *spenn_report_number(char *buffer, size_t size, double value, const char *unit)
{
    if (!isfinite(value)) {
        (void)snprintf(buffer, size, "%s",
            isnan(value)    ? ""
                : value > 0 ? "inf"
                            : "-inf");
        return buffer;
    }
    int decimals = decimals_of(unit);
    long long scale = decimals == 4 ? 10000 : decimals == 3 ? 1000 : 100;
    if (fabs(value) >= 1e14) {
        (void)snprintf(buffer, size, "%.0f", value);
        return buffer;
    }
    long long scaled = llround(value * (double)scale);
    const char *sign = scaled < 0 ? "-" : "";
    scaled = scaled < 0 ? -scaled : scaled;
    (void)snprintf(
        buffer, size, "%s%lld.%0*lld", sign, scaled / scale, decimals, scaled % scale);
    return buffer;
}
