/* SPDX-License-Identifier: MIT
 * cmocka compares floats; results are doubles. */
#ifndef SPENN_TEST_NEAR_H
#define SPENN_TEST_NEAR_H

#include "unit.h"

#include <math.h>

#define assert_near(value, expected, tolerance)                                          \
    hold_near(value, expected, tolerance, __FILE__, __LINE__)

static inline void hold_near(
    double value, double expected, double tolerance, const char *file, int line)
{
    if (!(fabs(value - expected) <= tolerance)) {
        print_error("%.12g is not %.12g\n", value, expected);
        _fail(file, line);
    }
}

#endif
