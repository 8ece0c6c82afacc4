/* SPDX-License-Identifier: MIT
 * A meeting at fixed intervals that takes at most so many items: clocked bulk service
 * (Bailey 1954; as a discrete queue, Janssen and van Leeuwaarden 2005). Items arise as a
 * Poisson stream of `arrival` an hour; a meeting every `interval` hours takes the oldest
 * `room` items (a whole number to 1000, or INFINITY) that are there when it starts. With
 * a = arrival x interval, below room, and z_1 .. z_{room-1} the roots of
 * z^room = exp(a (z - 1)) inside the unit circle. NAN outside the range. */
#ifndef SPENN_MEETING_H
#define SPENN_MEETING_H

/* Mean number left over after a meeting:
 * a / 2(K - a) - (K - 1 + a) / 2 + sum of 1 / (1 - z_j). */
double spenn_meeting_left(double arrival, double interval, double room);

/* Chance that a meeting leaves none: (K - a) e^a times the product of -z_j / (1 - z_j).
 */
double spenn_meeting_cleared(double arrival, double interval, double room);

/* Mean hours from raising an item to the start of the meeting that takes it:
 * interval / 2 + left / arrival. */
double spenn_meeting_wait(double arrival, double interval, double room);

#endif
