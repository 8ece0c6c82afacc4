/* SPDX-License-Identifier: MIT
 * The tables of an exploration for other programs: a row an expectation, or an
 * expectation and an input. The same in every language. */
#include "explore_words.h"

#include <math.h>
#include <string.h>

struct table {
    FILE *out;
    struct spenn_words_of words; /* English */
};

#define KEYS "claim,class,measure,subject,alternative,than,expected"

static const char *alternative_id(const struct spenn_scenario *scenario, int32_t a)
{
    return a < 0 ? "baseline" : scenario->alternative[a].id;
}

static void cell(const struct table *table, const char *text)
{
    (void)fputc(',', table->out);
    spenn_report_cell(table->out, text);
}

static void number(const struct table *table, double value)
{
    char text[64];
    (void)fprintf(table->out, ",%s", spenn_report_figure(text, sizeof text, value));
}

static void keys(const struct table *table, int32_t q)
{
    const struct spenn_scenario *scenario = table->words.x->scenario;
    const struct spenn_expect *expect = &scenario->expect[q];
    spenn_report_cell(table->out, expect->claim);
    cell(table, spenn_class_text(spenn_expected_class(expect)));
    cell(table, expect->measure);
    cell(table, expect->of ? expect->of : table->words.x->model->id);
    cell(table, alternative_id(scenario, expect->in));
    cell(table, alternative_id(scenario, expect->than));
    cell(table, spenn_direction_text(expect->is));
}

static void end(const struct table *table)
{
    (void)fputc('\n', table->out);
}

static const char *input_name(const struct table *table, int32_t i)
{
    const struct spenn_exploration *x = table->words.x;
    return i + 1 == x->inputs ? "luck" : x->input[i].name;
}

/* What the deciding inputs, effects and indices of the row are of. */
static void outcome(struct table *table, int32_t q)
{
    const struct spenn_space_answer *answer = &table->words.summary->answer[q];
    cell(table,
        spenn_space_tells(table->words.x, answer) ? "comparable or not" : "difference");
}

static void shares(struct table *table)
{
    (void)fputs(KEYS ",points,invalid", table->out);
    for (int32_t v = 0; v < SPENN_VERDICTS; v++) {
        (void)fprintf(table->out, ",%s", spenn_verdict_names[v]);
    }
    (void)fputs(",main,deciding,by,of\n", table->out);
    for (int32_t q = 0; q < table->words.summary->count; q++) {
        static const char *const by[] = {"", "indices", "rank correlation"};
        const struct spenn_space_answer *answer = &table->words.summary->answer[q];
        const char *deciding = "";
        keys(table, q);
        (void)fprintf(table->out, ",%d,%d", answer->points, answer->invalid);
        for (int32_t v = 0; v < SPENN_VERDICTS; v++) {
            number(table, spenn_space_share(answer, v));
        }
        for (int32_t d = 0; d < answer->deciding_count; d++) {
            deciding = spenn_arena_format(&table->words.memory, "%s%s%s", deciding,
                d ? " " : "", input_name(table, answer->deciding[d]));
        }
        cell(table, answer->main < 0 ? "" : spenn_verdict_names[answer->main]);
        cell(table, deciding);
        cell(table, by[answer->by]);
        outcome(table, q);
        end(table);
    }
}

static void screening(struct table *table)
{
    const struct spenn_exploration *x = table->words.x;
    (void)fputs(KEYS ",input,mu_star,mu,sigma,effects,of\n", table->out);
    for (int32_t q = 0; x->core.effect && q < x->expectations; q++) {
        for (int32_t i = 0; i < x->inputs; i++) {
            size_t of = (size_t)table->words.summary->answer[q].outcome;
            const struct spenn_effect *effect =
                &x->core.effect[of * (size_t)x->inputs + (size_t)i];
            keys(table, q);
            cell(table, input_name(table, i));
            number(table, effect->count ? effect->star : NAN);
            number(table, effect->count ? effect->mean : NAN);
            number(table, effect->count > 1 ? effect->sigma : NAN);
            (void)fprintf(table->out, ",%d", effect->count);
            outcome(table, q);
            end(table);
        }
    }
}

static void index_row(
    struct table *table, int32_t q, const struct spenn_indices *all, int32_t j)
{
    const struct spenn_exploration *x = table->words.x;
    const struct spenn_sobol_index *index = &all->index[j];
    keys(table, q);
    cell(table, input_name(table, x->core.matter[j]));
    const double value[] = {index->first, index->first_low, index->first_high,
        index->total, index->total_low, index->total_high,
        all->index[x->core.mattering - 1].total};
    for (size_t k = 0; k < sizeof value / sizeof *value; k++) {
        number(table, value[k]);
    }
    (void)fprintf(table->out, ",%d,%d", index->rows, x->options.points - index->rows);
    outcome(table, q);
    end(table);
}

static void indices(struct table *table)
{
    const struct spenn_exploration *x = table->words.x;
    (void)fputs(KEYS ",input,first,first_low,first_high,total,total_low,total_high,"
                     "noise_floor,rows,left_out,of\n",
        table->out);
    for (int32_t q = 0; x->core.indices && q < x->expectations; q++) {
        const struct spenn_indices *all =
            &x->core.indices[table->words.summary->answer[q].outcome];
        bool found = all->state == SPENN_INDICES_FOUND;
        for (int32_t j = 0; found && j < x->core.mattering; j++) {
            index_row(table, q, all, j);
        }
    }
}

static void rules(struct table *table)
{
    static const char *const states[] = {[SPENN_RULE_FOUND] = "found",
        [SPENN_RULE_NONE] = "none",
        [SPENN_RULE_SAME] = "same",
        [SPENN_RULE_FEW] = "few"};
    (void)fputs(KEYS ",state,rule,points,base,coverage,density,phi,p\n", table->out);
    for (int32_t q = 0; q < table->words.summary->count; q++) {
        const struct spenn_rule *rule = &table->words.summary->answer[q].rule;
        bool found = rule->state == SPENN_RULE_FOUND;
        keys(table, q);
        cell(table, states[rule->state]);
        cell(table, found ? spenn_words_rule(&table->words, q) : "");
        (void)fprintf(table->out, ",%d", found ? rule->held.points : 0);
        const double value[] = {rule->held.base, rule->held.coverage, rule->held.density,
            rule->held.phi, rule->held.p};
        for (size_t k = 0; k < sizeof value / sizeof *value; k++) {
            number(table, found ? value[k] : NAN);
        }
        end(table);
    }
}

static void map_row(struct table *table, int32_t q, int32_t row, int32_t column)
{
    const struct spenn_space_answer *answer = &table->words.summary->answer[q];
    const struct spenn_input *across = &table->words.x->input[answer->across];
    const struct spenn_input *up = &table->words.x->input[answer->up];
    const struct spenn_map_bin *bin = &answer->map.bin[row * answer->map.bins + column];
    double wide = (across->high - across->low) / answer->map.bins;
    double high = (up->high - up->low) / answer->map.bins;
    char text[40];
    keys(table, q);
    cell(table, spenn_verdict_names[answer->main]);
    cell(table, across->name);
    cell(table, spenn_input_near(text, sizeof text, across, across->low + wide * column));
    cell(table,
        spenn_input_near(text, sizeof text, across, across->low + wide * (column + 1)));
    cell(table, up->name);
    cell(table, spenn_input_near(text, sizeof text, up, up->low + high * row));
    cell(table, spenn_input_near(text, sizeof text, up, up->low + high * (row + 1)));
    (void)fprintf(table->out, ",%d", bin->points);
    number(table, bin->share);
    number(table, bin->mean);
    end(table);
}

static void maps(struct table *table)
{
    (void)fputs(KEYS ",verdict,across,across_low,across_high,up,up_low,up_high,points,"
                     "share,mean_difference\n",
        table->out);
    for (int32_t q = 0; q < table->words.summary->count; q++) {
        const struct spenn_space_answer *answer = &table->words.summary->answer[q];
        int32_t bins = answer->mapped ? answer->map.bins : 0;
        for (int32_t bin = 0; bin < bins * bins; bin++) {
            map_row(table, q, bin / bins, bin % bins);
        }
    }
}

const struct spenn_explore_table spenn_explore_tables[] = {
    {"shares.csv"}, {"screening.csv"}, {"indices.csv"}, {"rules.csv"}, {"map.csv"}};
const int32_t spenn_explore_table_count =
    sizeof spenn_explore_tables / sizeof *spenn_explore_tables;

bool spenn_report_explore_csv(const struct spenn_exploration *x,
    const struct spenn_summary *summary, int32_t which, FILE *out)
{
    static void (*const write[])(struct table *) = {
        shares, screening, indices, rules, maps};
    struct table table = {out, {x, summary, false, {0}}};
    write[which](&table);
    spenn_arena_free(&table.words.memory);
    return !ferror(out);
}
