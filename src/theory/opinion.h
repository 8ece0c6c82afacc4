/* SPDX-License-Identifier: MIT
 * Groups of different size. NAN outside the ranges. */
#ifndef SPENN_OPINION_H
#define SPENN_OPINION_H

/* Chance that a group never agrees (Klimek, Hanel and Thurner 2009, Physica A 388:3939):
 * everyone hears all others, starts for or against at random, and one at a time, drawn
 * from those of whose others a share of at least `threshold` (above 1/2 to 1) thinks
 * otherwise, turns. All starts are looked at: members 2 to 20. */
double spenn_opinion_stuck(double members, double threshold);

/* The "rule of seven" (Blenko, Mankins and Rogers 2010), a consultancy's figure and no
 * law: effectiveness 1 up to seven members, a tenth less for each above, 0 from 17. Whole
 * members from 1. */
double spenn_rule_of_seven(double members);

#endif
