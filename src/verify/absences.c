/* SPDX-License-Identifier: MIT
 * What the language of models cannot say: no case of ours can show it. */
#include "suite.h"

const struct spenn_verify_absence spenn_verify_absences[] = {
    {"preemptive priority",
        "work that has begun at a desk is finished; urgent cases go "
        "before others only in the queue"},
    {"a full waiting room (M/M/1/K)",
        "no case is turned away: cases wait, lapse at "
        "their deadline or go on"},
};
const int32_t spenn_verify_absence_count = SPENN_COUNT(spenn_verify_absences);
