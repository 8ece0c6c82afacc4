/* SPDX-License-Identifier: MIT
 * Clocked bulk service by the roots of its generating function. */
#include "meeting.h"

#include "count.h"

#include <complex.h>

static bool in_range(double arrival, double interval, double room)
{
    return arrival > 0.0 && interval > 0.0 && arrival * interval < room
        && (isinf(room) || spenn_is_count(room, 1.0, 1000.0));
}

/* The root of z = w_j exp(a (z - 1) / K), w_j the j-th K-th root of 1. The right side
 * contracts by a / K at least, so there is one root; Newton's steps come close faster. */
static double complex root(double a, double room, int j)
{
    double complex turn = cexp(2.0 * M_PI * I * j / room), z = 0.0;
    for (int step = 0; step < 200; step++) {
        double complex next = turn * cexp(a / room * (z - 1.0));
        double complex change = (z - next) / (1.0 - a / room * next);
        z -= change;
        if (cabs(change) < 1e-15) {
            break;
        }
    }
    return z;
}

double spenn_meeting_left(double arrival, double interval, double room)
{
    if (!in_range(arrival, interval, room)) {
        return NAN;
    }
    if (isinf(room)) {
        return 0.0;
    }
    double a = arrival * interval;
    double left = a / (2.0 * (room - a)) - (room - 1.0 + a) / 2.0;
    for (int j = 1; j < (int)room; j++) {
        left += creal(1.0 / (1.0 - root(a, room, j)));
    }
    return left;
}

double spenn_meeting_cleared(double arrival, double interval, double room)
{
    if (!in_range(arrival, interval, room)) {
        return NAN;
    }
    if (isinf(room)) {
        return 1.0;
    }
    double a = arrival * interval;
    double complex product = (room - a) * exp(a / room);
    for (int j = 1; j < (int)room; j++) {
        double complex z = root(a, room, j);
        product *= -z / (1.0 - z) * exp(a / room); /* e^a in parts: no overflow */
    }
    return creal(product);
}

double spenn_meeting_wait(double arrival, double interval, double room)
{
    return interval / 2.0 + spenn_meeting_left(arrival, interval, room) / arrival;
}
