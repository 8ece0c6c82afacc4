/* SPDX-License-Identifier: MIT
 * Shares with Wilson's interval (1927), indices with Student's t. A share counts those
 * without an opinion in its base, as table 6.6 does; an index needs five of its nine
 * answers and stretches their mean over all nine. */
#include "survey.h"

#include "interval.h"
#include "quantity.h"
#include "text.h"

#include <math.h>
#include <string.h>

enum {
    least_answers = 5, /* of the nine of an index */
    least_sector = 5,  /* respondents that a sector must have to be told apart */
    most_key = 64,
};

struct index { /* one number a respondent over the items of a block */
    const char *block, *code, *nb, *en;
    double step;      /* points an answer below the highest code; 0: share that counts */
    const char *item; /* of the block's table, or NULL */
};

static const struct index indices[] = {
    {"q9", "contact_index", "kontaktindeks 0–36", "contact index 0–36", 1, NULL},
    {"q10", "clarity_index", "klarhetsindeks 0–27", "clarity index 0–27", 1, NULL},
    {"q11", "satisfaction_index", "tilfredshetsindeks 0–27", "satisfaction index 0–27", 1,
        NULL},
    {"q11", "mean9", "snitt av de ni oppgavene, %", "mean of the nine tasks, %", 0,
        "mean9"},
};

struct scoring {
    const struct spenn_survey *survey;
    struct spenn_survey_score *score;
    const struct spenn_value *cases;
    struct spenn_index row; /* of the cases: "table/item/group" */
    struct spenn_arena scratch;
};

struct spenn_estimate spenn_survey_share(double share, int32_t n)
{
    const double z = 1.959963984540054; /* 97.5 % of the normal distribution */
    if (n < 1 || isnan(share)) {
        return (struct spenn_estimate){share * 100, NAN, NAN, 0};
    }
    double wide = z * z / n;
    double middle = (share + wide / 2) / (1 + wide);
    double half = sqrt(wide * share * (1 - share) + wide * wide / 4) / (1 + wide);
    return (struct spenn_estimate){
        share * 100, fmax(0, middle - half) * 100, fmin(1, middle + half) * 100, n};
}

static const char *cell(const struct spenn_value *row, const char *column)
{
    const struct spenn_value *value = spenn_value_get(row, column);
    return value ? value->text : "";
}

static void list_cases(struct scoring *s)
{
    for (int32_t r = 0; r < s->cases->count; r++) {
        const struct spenn_value *row = s->cases->item[r];
        const char *key = spenn_arena_format(&s->scratch, "%s/%s/%s", cell(row, "table"),
            cell(row, "item_code"), cell(row, "group"));
        (void)spenn_index_add(&s->scratch, &s->row, key, r);
    }
}

static const struct spenn_value *find_case(
    const struct scoring *s, const char *table, const char *item, int32_t place)
{
    char key[most_key];
    (void)snprintf(key, sizeof key, "%s/%s/%s", table, item, spenn_case_names[place]);
    int32_t r = spenn_index_find(&s->row, key);
    return r < 0 ? NULL : s->cases->item[r];
}

static double number_of(const struct spenn_value *row, const char *column)
{
    double value = NAN;
    (void)(row && spenn_parse_number(cell(row, column), &value));
    return value;
}

/* How many leaders of a case answered: printed for table 6.6 only, taken for the others.
 */
static int32_t size_of(const struct scoring *s, int32_t place)
{
    double n = number_of(find_case(s, "Tabell 6.6", "finance", place), "n");
    return isnan(n) ? 0 : (int32_t)n;
}

static void set_cases(struct scoring *s, struct spenn_survey_line *line,
    const char *table, const char *item)
{
    for (int32_t place = 0; place < spenn_case_count; place++) {
        const struct spenn_value *row = table ? find_case(s, table, item, place) : NULL;
        double value = number_of(row, "value");
        line->at[place] = (struct spenn_estimate){value, NAN, NAN, 0};
        if (!isnan(value)) {
            int32_t n = size_of(s, place);
            line->at[place] = line->is_index ? (struct spenn_estimate){value, NAN, NAN, n}
                                             : spenn_survey_share(value / 100, n);
        }
    }
}

static struct spenn_survey_line *add_line(struct spenn_survey_score *score)
{
    if (score->count == score->room) {
        int32_t room = score->room ? score->room * 2 : 64;
        score->line = spenn_arena_grow(&score->memory, score->line, (size_t)score->count,
            (size_t)room, sizeof *score->line);
        score->room = room;
    }
    return &score->line[score->count++];
}

static int32_t first_column(const struct spenn_survey_block *block)
{
    int32_t column = 0;
    for (const struct spenn_survey_block *b = spenn_survey_blocks; b < block; b++) {
        column += b->count;
    }
    return column;
}

static bool counts(const struct spenn_survey_block *block, int8_t answer)
{
    return answer >= block->low && answer <= block->high;
}

static void add_share(
    struct scoring *s, const struct spenn_survey_block *block, int32_t item)
{
    const struct spenn_survey *survey = s->survey;
    int32_t column = first_column(block) + item, n = 0, k = 0;
    for (int32_t r = 0; r < survey->rows; r++) {
        int8_t answer =
            survey->answer[(size_t)r * (size_t)survey->columns + (size_t)column];
        n += answer != 0;
        k += answer != 0 && counts(block, answer);
    }
    if (n == 0) {
        return;
    }
    struct spenn_survey_line *line = add_line(s->score);
    *line = (struct spenn_survey_line){.block = block,
        .code = block->item[item].code,
        .nb = block->item[item].nb,
        .en = block->item[item].en,
        .top = 100,
        .own = spenn_survey_share((double)k / n, n)};
    set_cases(s, line, block->table, line->code);
}

/* The respondent's number; NAN with too few answers. */
static double index_of(const struct spenn_survey_block *block, const struct index *index,
    const int8_t *answer)
{
    double sum = 0;
    int32_t opinions = 0, given = 0;
    for (int32_t i = 0; i < block->count; i++) {
        bool opinion = answer[i] >= 1 && answer[i] <= block->most;
        given += answer[i] != 0;
        opinions += opinion;
        sum += index->step > 0 ? opinion ? index->step * (block->most - answer[i]) : 0
                               : counts(block, answer[i]);
    }
    int32_t base = index->step > 0 ? opinions : given;
    if (base < least_answers) {
        return NAN;
    }
    return sum / base * (index->step > 0 ? block->count : 100);
}

static struct spenn_estimate mean_of(const struct scoring *s,
    const struct spenn_survey_block *block, const struct index *index, int32_t sector,
    double top)
{
    struct spenn_moments moments = {0};
    const struct spenn_survey *survey = s->survey;
    for (int32_t r = 0; r < survey->rows; r++) {
        const int8_t *answer = survey->answer + (size_t)r * (size_t)survey->columns;
        if (sector == 0 || answer[0] == sector) {
            spenn_moments_add(
                &moments, index_of(block, index, answer + first_column(block)));
        }
    }
    struct spenn_interval interval = spenn_moments_interval(&moments, 0.05);
    bool none = moments.count == 0;
    return (struct spenn_estimate){none ? NAN : moments.mean,
        isnan(interval.low) ? NAN : fmax(0, interval.low),
        isnan(interval.high) ? NAN : fmin(top, interval.high), moments.count};
}

static void add_index(
    struct scoring *s, const struct spenn_survey_block *block, const struct index *index)
{
    double top = index->step > 0 ? index->step * (block->most - 1) * block->count : 100;
    for (int32_t sector = 0; sector <= spenn_survey_blocks[0].most; sector++) {
        struct spenn_estimate own = mean_of(s, block, index, sector, top);
        if (own.n < (sector ? least_sector : 1)) {
            continue;
        }
        struct spenn_survey_line *line = add_line(s->score);
        *line = (struct spenn_survey_line){.block = block,
            .code = index->code,
            .nb = index->nb,
            .en = index->en,
            .sector = sector,
            .top = top,
            .is_index = true,
            .own = own};
        set_cases(s, line, sector || !index->item ? NULL : block->table, index->item);
    }
}

static void add_block(struct scoring *s, const struct spenn_survey_block *block)
{
    for (size_t i = 0; i < sizeof indices / sizeof *indices; i++) {
        if (strcmp(indices[i].block, block->id) == 0) {
            add_index(s, block, &indices[i]);
        }
    }
    for (int32_t i = 0; block->low > 0 && i < block->count; i++) {
        add_share(s, block, i);
    }
}

void spenn_survey_score(const struct spenn_survey *survey,
    const struct spenn_value *cases, struct spenn_survey_score *score)
{
    *score = (struct spenn_survey_score){.respondents = survey->rows};
    struct scoring s = {.survey = survey, .score = score, .cases = cases};
    list_cases(&s);
    for (int32_t b = 0; b < spenn_survey_block_count; b++) {
        add_block(&s, &spenn_survey_blocks[b]);
    }
    spenn_arena_free(&s.scratch);
}

void spenn_survey_score_free(struct spenn_survey_score *score)
{
    spenn_arena_free(&score->memory);
    *score = (struct spenn_survey_score){0};
}
