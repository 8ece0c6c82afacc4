/* SPDX-License-Identifier: MIT
 * Who becomes the bottleneck, what holds without the busiest and what links buy, for
 * people (sentences and two tables) and for programs (one row a value). */
#ifndef SPENN_EXCHANGE_ROWS_H
#define SPENN_EXCHANGE_ROWS_H

#include "bought.h"
#include "cli.h"
#include "sheet.h"

#include <stdio.h>

/* Shared by both: the model's exchange, measured near by and with anybody. */
struct spenn_exchange_answer {
    const struct spenn_model *m;
    struct spenn_exchange_query query;
    struct spenn_exchange exchange; /* with the chosen links, `there` first */
    int32_t there;
    double *congestion[SPENN_REACHES], *holds[SPENN_REACHES];
    spenn_id *order; /* from most to least congested, anybody with anybody */
    struct spenn_bought now, chosen, drawn[spenn_link_class_count];
    bool chose; /* false: too many pairs to try */
    struct spenn_arena memory;
};

/* False with a problem when the model is too large. */
bool spenn_exchange_answer_make(const struct spenn_model *m,
    const struct spenn_exchange_query *query, struct spenn_exchange_answer *answer,
    struct spenn_error *err);
void spenn_exchange_answer_free(struct spenn_exchange_answer *answer);

/* links,class,reach,measure,subject,value */
void spenn_exchange_rows(
    const struct spenn_exchange_answer *answer, struct spenn_sheet *sheet);
bool spenn_exchange_text(
    const struct spenn_exchange_answer *answer, bool norwegian, FILE *out);

/* What one option of the command sets, by its letter; false after a complaint. */
bool spenn_exchange_option(const struct spenn_command *self,
    struct spenn_exchange_query *query, int letter, const char *text);

int spenn_exchange_work(const char *path, const struct spenn_exchange_query *query,
    const struct spenn_cli_common *common);

#endif
