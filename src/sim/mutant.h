/* SPDX-License-Identifier: MIT
 * Formulas broken on purpose, to show that the tests of theory notice. A test program
 * compiled with -DSPENN_MUTANTS defines spenn_mutant and sets it to one of the numbers;
 * without that switch the conditions are false and vanish. */
#ifndef SPENN_MUTANT_H
#define SPENN_MUTANT_H

enum spenn_mutant_number {
    SPENN_MUTANT_NONE,
    SPENN_MUTANT_PRACTICE_FIRST = 100,
    SPENN_MUTANT_PRACTICE_PULL =
        SPENN_MUTANT_PRACTICE_FIRST, /* a meeting pulls by the square of its pull */
    SPENN_MUTANT_PRACTICE_NORM,      /* drift returns to 0, not to the local norm */
    SPENN_MUTANT_PRACTICE_SHOCK,     /* a day's noise as if drift did not decay it */
    SPENN_MUTANT_PRACTICE_CHAIR,     /* a meeting pulls toward its first member */
    SPENN_MUTANT_PRACTICE_PASSING,   /* beliefs are averaged though the top is present */
    SPENN_MUTANT_PRACTICE_END,
};

#ifdef SPENN_MUTANTS
extern int spenn_mutant;
#define SPENN_MUTANT(name) (spenn_mutant == SPENN_MUTANT_##name)
#else
#define SPENN_MUTANT(name) 0
#endif

#endif
