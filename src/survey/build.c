/* SPDX-License-Identifier: MIT
 * From rows of text to answers. Every problem of the file is reported at its cell. */
#include "survey.h"

#include "quantity.h"
#include "text.h"

#include <string.h>

struct question { /* a column of the file */
    const struct spenn_survey_block *block;
    char name[spenn_survey_name_size];
};

struct reading {
    struct spenn_survey *survey;
    struct spenn_error *err;
    struct question *question;
    struct spenn_index column, respondents;
    struct spenn_arena scratch;
};

static void list_columns(struct reading *reading)
{
    struct spenn_survey *survey = reading->survey;
    for (int32_t b = 0; b < spenn_survey_block_count; b++) {
        survey->columns += spenn_survey_blocks[b].count;
    }
    reading->question = spenn_arena_alloc(
        &reading->scratch, (size_t)survey->columns, sizeof *reading->question);
    int32_t c = 0;
    for (int32_t b = 0; b < spenn_survey_block_count; b++) {
        for (int32_t i = 0; i < spenn_survey_blocks[b].count; i++, c++) {
            struct question *question = &reading->question[c];
            question->block = &spenn_survey_blocks[b];
            (void)spenn_survey_column_name(question->name, question->block, i);
            (void)spenn_index_add(&reading->scratch, &reading->column, question->name, c);
        }
    }
}

static bool fail_unknown(struct reading *reading, const char *key, struct spenn_where at)
{
    char clip[spenn_clip];
    int32_t columns = reading->survey->columns;
    const char **names =
        spenn_arena_alloc(&reading->scratch, (size_t)columns, sizeof *names);
    for (int32_t c = 0; c < columns; c++) {
        names[c] = reading->question[c].name;
    }
    const char *near = spenn_text_nearest(key, names, columns);
    (void)spenn_text_clip(clip, key);
    return near ? spenn_fail(
               reading->err, at, "unknown column '%s'; did you mean '%s'?", clip, near)
                : spenn_fail(reading->err, at,
                    "unknown column '%s'; 'spenn survey --template' has them all", clip);
}

static bool take_answer(
    struct reading *reading, int32_t c, const struct spenn_value *value, int8_t *answer)
{
    char clip[spenn_clip];
    const struct question *question = &reading->question[c];
    int32_t most = question->block->most, unknown = question->block->unknown;
    double number = 0;
    bool whole = spenn_parse_number(value->text, &number) && number >= 1 && number <= 8
        && number == (double)(int8_t)number;
    if (whole && (number <= most || number == unknown)) {
        *answer = (int8_t)number;
        return true;
    }
    (void)spenn_text_clip(clip, value->text);
    return unknown ? spenn_fail(reading->err, value->at,
               "'%s' must be 1 to %d, or %d for no opinion, not '%s'", question->name,
               most, unknown, clip)
                   : spenn_fail(reading->err, value->at, "'%s' must be 1 to %d, not '%s'",
                       question->name, most, clip);
}

static bool take_cell(
    struct reading *reading, const struct spenn_value *row, int32_t i, int8_t *answer)
{
    char clip[spenn_clip];
    const char *key = row->key[i];
    const struct spenn_value *value = row->item[i];
    int32_t c = spenn_index_find(&reading->column, key);
    if (c >= 0) {
        return take_answer(reading, c, value, &answer[c]);
    }
    if (strcmp(key, "respondent") == 0) {
        return spenn_index_add(&reading->scratch, &reading->respondents, value->text, 0)
            < 0
            || spenn_fail(reading->err, value->at, "respondent '%s' answers twice",
                spenn_text_clip(clip, value->text));
    }
    return strcmp(key, "note") == 0 || fail_unknown(reading, key, row->key_at[i]);
}

static bool explains(const struct spenn_value *row)
{
    const struct spenn_value *respondent = spenn_value_get(row, "respondent");
    return respondent && respondent->text[0] == '#';
}

bool spenn_survey_build(
    const struct spenn_value *list, struct spenn_survey *survey, struct spenn_error *err)
{
    struct reading reading = {.survey = survey, .err = err};
    *survey = (struct spenn_survey){0};
    list_columns(&reading);
    size_t columns = (size_t)survey->columns;
    survey->answer = spenn_arena_alloc(&survey->memory, (size_t)list->count * columns, 1);
    bool ok = true;
    for (int32_t r = 0; r < list->count; r++) {
        const struct spenn_value *row = list->item[r];
        if (explains(row)) {
            continue;
        }
        int8_t *answer = survey->answer + (size_t)survey->rows++ * columns;
        for (int32_t i = 0; i < row->count; i++) {
            ok = take_cell(&reading, row, i, answer) && ok;
        }
    }
    if (survey->rows == 0) {
        ok = spenn_fail(err, list->at, "there are no answers");
    }
    spenn_arena_free(&reading.scratch);
    return ok;
}

void spenn_survey_free(struct spenn_survey *survey)
{
    spenn_arena_free(&survey->memory);
    *survey = (struct spenn_survey){0};
}
