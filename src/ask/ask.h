/* SPDX-License-Identifier: MIT
 * A planner's questions to an organization, now and after: who settles what, who has too
 * much, how many a leader can have, what changes for a unit. Computed from the graph, the
 * leader's week and the flows; nothing is simulated. */
#ifndef SPENN_ASK_H
#define SPENN_ASK_H

#include "model.h"
#include "sheet.h"

struct spenn_ask_state { /* the organization now, or after an alternative */
    const char *id;      /* "now", or of the alternative */
    const char *name;    /* as the text calls it */
    const struct spenn_model *m;
};

struct spenn_ask {
    int32_t states;
    const struct spenn_ask_state *state; /* 0: now */
    const char *unit[2];                 /* ids that the question is about */
    double limit;                        /* share of a week that is too much */
    bool norwegian, bars;                /* of the answer's texts */
};

enum { spenn_most_lines = 16 };
struct spenn_answer {
    struct spenn_sheet sheet; /* in its memory all texts are */
    int32_t heads, feet;      /* sentences above and below it */
    const char *head[spenn_most_lines], *foot[spenn_most_lines];
};
/* Sentences are for text only. False when writing failed. */
bool spenn_answer_print(
    const struct spenn_answer *answer, enum spenn_format format, FILE *out);
void spenn_answer_free(struct spenn_answer *answer);

struct spenn_ask_question {
    const char *name, *takes;
    int32_t units; /* of what it takes */
    bool (*answer)(const struct spenn_ask *ask, struct spenn_answer *answer,
        struct spenn_error *err);
};
extern const struct spenn_ask_question spenn_ask_questions[];
extern const int32_t spenn_ask_question_count;

#endif
