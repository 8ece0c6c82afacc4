/* SPDX-License-Identifier: MIT
 * When posts change hands: each is held for an exponential time of mean 1 / turnover, is
 * vacant for one of mean vacancy-time, then held by someone who learns. It begins in the
 * long run of that. */
#ifndef SPENN_VACANCY_H
#define SPENN_VACANCY_H

#include "pace.h"

/* Fills the stretches of a desk up to the end of the run. */
void spenn_vacancies_draw(
    struct spenn_sim_state *state, struct spenn_pace *pace, int32_t desk);

#endif
