/* SPDX-License-Identifier: MIT
 * The questionnaire on staff and support functions of document 004, annex 4: what its
 * questions are, the answers of one municipality, and their scores beside those of the
 * five case municipalities. Which choices are the source's and which ours is in
 * docs/survey.md. */
#ifndef SPENN_SURVEY_H
#define SPENN_SURVEY_H

#include "value.h"

struct spenn_survey_item {
    const char *code;    /* as in the tables of the source: "ict", "a"; "" when alone */
    const char *nb, *en; /* at most 28 columns */
};

struct spenn_survey_block { /* a question with its items, all on one scale */
    const char *id;         /* the column of an item is id_code, or id alone */
    const char *nb, *en;    /* what the share counts */
    const char *scale_nb, *scale_en;
    int32_t most, unknown; /* answers are 1..most; the code of "don't know", or 0 */
    int32_t low, high;     /* the answers that count in the share; 0: no share */
    const char *table;     /* where the source has the five cases, or NULL */
    const struct spenn_survey_item *item;
    int32_t count;
};
extern const struct spenn_survey_block spenn_survey_blocks[];
extern const int32_t spenn_survey_block_count;
extern const struct spenn_survey_item spenn_survey_sectors[]; /* answers 1.. of block 0 */

enum { spenn_case_count = 5 };
extern const char *const spenn_case_names[spenn_case_count]; /* in the source's order */

/* The column's name, in `buffer`. */
enum { spenn_survey_name_size = 32 };
const char *spenn_survey_column_name(char buffer[spenn_survey_name_size],
    const struct spenn_survey_block *block, int32_t item);

struct spenn_survey { /* answers; {0} is empty */
    int32_t rows, columns;
    int8_t *answer; /* rows x columns, items in the order of the blocks; 0: none */
    struct spenn_arena memory;
};

/* The answers of a list of rows (spenn_csv_parse). Rows whose `respondent` begins with #
 * explain the others and are skipped. */
bool spenn_survey_build(
    const struct spenn_value *list, struct spenn_survey *survey, struct spenn_error *err);
void spenn_survey_free(struct spenn_survey *survey);

struct spenn_estimate {
    double value, low, high; /* 95 % interval; NAN where not known */
    int32_t n;               /* answers it rests on; 0 where not known */
};

struct spenn_survey_line {
    const struct spenn_survey_block *block;
    const char *code, *nb, *en; /* of an item or an index */
    int32_t sector;             /* 1.. for the answers of one sector, else 0 */
    double top;                 /* of the scale: 100 for a share in per cent, 36, 27 */
    bool is_index;
    struct spenn_estimate own, at[spenn_case_count];
};

struct spenn_survey_score {
    int32_t respondents;
    int32_t count, room;
    struct spenn_survey_line *line;
    struct spenn_arena memory;
};

/* Scores the answers; `cases` are the rows of models/surveys.csv. */
void spenn_survey_score(const struct spenn_survey *survey,
    const struct spenn_value *cases, struct spenn_survey_score *score);
void spenn_survey_score_free(struct spenn_survey_score *score);

/* Wilson's 95 % interval of a share of n, in per cent. */
struct spenn_estimate spenn_survey_share(double share, int32_t n);

/* What must be read with any comparison: NULL after the last. */
const char *spenn_survey_caveat(int32_t number, bool norwegian);

#endif
