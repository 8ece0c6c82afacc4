/* SPDX-License-Identifier: MIT
 * Work in items each of which meets an exception with chance p: the kernel of the Virtual
 * Design Team (after Jin and Levitt 1996, CMOT 2:171). A decision maker has the item done
 * again (chance `again`; it may fail again), patched at half its work (`patched`, not
 * checked again) or left as it is. NAN unless chances are in [0, 1], again + patched to
 * 1, p x again below 1. */
#ifndef SPENN_REWORK_H
#define SPENN_REWORK_H

double spenn_rework_volume(
    double p, double again, double patched); /* (1 + pc/2)/(1 - pr) */
double spenn_rework_exceptions(double p, double again, double patched); /* p / (1 - pr) */
double spenn_rework_risk(double again, double patched); /* left 1, patched 1/2 */

#endif
