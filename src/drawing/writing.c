/* SPDX-License-Identifier: MIT */
#include "writing.h"

#include <math.h>
#include <string.h>

char *spenn_drawing_number(char text[32], double value)
{
    char digits[32];
    size_t i = sizeof digits;
    int64_t hundredths = llround(value * 100.0);
    uint64_t left = (uint64_t)(hundredths < 0 ? -hundredths : hundredths);
    bool any = false;
    digits[--i] = '\0';
    for (int32_t place = 0; place < 3 || left > 0; place++, left /= 10) {
        if (place == 2 && any) {
            digits[--i] = '.';
        }
        any = any || left % 10 != 0 || place >= 2;
        if (any) {
            digits[--i] = (char)('0' + left % 10);
        }
    }
    if (hundredths < 0) {
        digits[--i] = '-';
    }
    return memcpy(text, digits + i, sizeof digits - i);
}
