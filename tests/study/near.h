/* SPDX-License-Identifier: MIT
 * cmocka compares floats; results are doubles. */
#ifndef SPENN_TEST_NEAR_H
#define SPENN_TEST_NEAR_H

#include <math.h>
#include <stdio.h>

#define assert_near(value, expected, tolerance)                                          \
    do {                                                                                 \
        double value_ = (value), expected_ = (expected);                                 \
        if (!(fabs(value_ - expected_) <= (tolerance))) {                                \
            (void)fprintf(stderr, "%.12g is not %.12g\n", value_, expected_);            \
            fail();                                                                      \
        }                                                                                \
    } while (0)

#endif
