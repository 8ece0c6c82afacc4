/* SPDX-License-Identifier: MIT */
#include "summary.h"

#include "correlation.h"

#include <math.h>
#include <string.h>

struct space { /* A and B */
    const struct spenn_exploration *x;
    int32_t first, points;
    struct spenn_arena *memory;
};

static size_t row_of(const struct space *space, int32_t point, int32_t q)
{
    return (size_t)(space->first + point) * (size_t)space->x->expectations + (size_t)q;
}

static bool same_question(const struct spenn_expect *a, const struct spenn_expect *b)
{
    bool zone = a->indifference == b->indifference
        || (isnan(a->indifference) && isnan(b->indifference));
    bool of = a->of && b->of ? strcmp(a->of, b->of) == 0 : a->of == b->of;
    return of && zone && strcmp(a->measure, b->measure) == 0 && a->in == b->in
        && a->than == b->than && a->is == b->is && !a->coded_in == !b->coded_in;
}

static int32_t earlier(const struct spenn_scenario *scenario, int32_t q)
{
    for (int32_t i = 0; i < q; i++) {
        if (same_question(&scenario->expect[i], &scenario->expect[q])) {
            return i;
        }
    }
    return -1;
}

static void count_verdicts(
    const struct space *space, int32_t q, struct spenn_space_answer *answer)
{
    for (int32_t p = 0; p < space->points; p++) {
        int8_t verdict = space->x->outcome.verdict[row_of(space, p, q)];
        answer->invalid += verdict == SPENN_OUTCOME_INVALID;
        answer->points += verdict >= 0;
        for (int32_t v = 0; v < SPENN_VERDICTS; v++) {
            answer->count[v] += verdict == v;
        }
    }
    answer->main = -1;
    for (int32_t v = 0; v < SPENN_VERDICTS; v++) {
        bool most = answer->main < 0 || answer->count[v] > answer->count[answer->main];
        if (v != SPENN_UNDECIDED && answer->count[v] > 0 && most) {
            answer->main = v;
        }
    }
}

/* What there is to decide: mostly not comparable, or too few differences for indices:
 * whether there is one. */
static void choose_outcome(
    const struct space *space, int32_t q, struct spenn_space_answer *answer)
{
    const struct spenn_core *core = &space->x->core;
    bool few = core->indices && core->indices[q].state == SPENN_INDICES_FEW;
    bool mostly = answer->main == SPENN_NOT_COMPARABLE;
    answer->outcome = few || mostly ? space->x->expectations + q : q;
}

/* The answer's outcome at a point. */
static double outcome_at(const struct space *space, int32_t point, int32_t q,
    const struct spenn_space_answer *answer)
{
    size_t row = row_of(space, point, q);
    double difference = space->x->outcome.difference[row];
    if (!spenn_space_tells(space->x, answer)) {
        return difference;
    }
    bool valid = space->x->outcome.verdict[row] >= 0;
    return !valid ? NAN : isnan(difference) ? 0.0 : 1.0;
}

/* Rank correlations of the outcome with each input, where it has a value. */
static void correlate(
    const struct space *space, int32_t q, struct spenn_space_answer *answer)
{
    const struct spenn_exploration *x = space->x;
    struct spenn_arena scratch = {0};
    int32_t inputs = x->inputs - 1;
    double *rho = spenn_arena_alloc(space->memory, (size_t)inputs, sizeof *rho);
    double *y = spenn_arena_alloc(&scratch, (size_t)space->points, sizeof *y);
    for (int32_t p = 0; p < space->points; p++) {
        y[p] = outcome_at(space, p, q, answer);
    }
    const struct spenn_sample sample = {.points = space->points,
        .inputs = inputs,
        .stride = x->inputs,
        .x = x->core.u + (size_t)space->first * (size_t)x->inputs,
        .y = y};
    int32_t known = spenn_correlations(&sample, rho);
    answer->correlation = rho;
    answer->beyond = spenn_correlation_chance(known, inputs);
    spenn_arena_free(&scratch);
}

static bool is_deciding(const struct spenn_space_answer *answer, int32_t input)
{
    bool any = false;
    for (int32_t d = 0; d < answer->deciding_count; d++) {
        any = any || answer->deciding[d] == input;
    }
    return any;
}

/* The input with the largest correlation beyond luck that is not among the deciding; -1.
 */
static int32_t next_by_correlation(
    int32_t inputs, const struct spenn_space_answer *answer)
{
    int32_t best = -1;
    double most = answer->beyond;
    for (int32_t i = 0; i < inputs; i++) {
        double size = fabs(answer->correlation[i]);
        if (size > most && !is_deciding(answer, i)) {
            best = i;
            most = size;
        }
    }
    return best;
}

static void decide_by_correlation(int32_t inputs, struct spenn_space_answer *answer)
{
    bool known = inputs > 0 && !isnan(answer->beyond) && !isnan(answer->correlation[0]);
    answer->by = known ? SPENN_BY_CORRELATION : SPENN_BY_NOTHING;
    int32_t next = known ? next_by_correlation(inputs, answer) : -1;
    while (next >= 0 && answer->deciding_count < SPENN_DECIDING_MOST) {
        answer->deciding[answer->deciding_count++] = next;
        next = next_by_correlation(inputs, answer);
    }
}

static void decide(const struct space *space, struct spenn_space_answer *answer)
{
    const struct spenn_core *core = &space->x->core;
    if (!core->indices) {
        decide_by_correlation(space->x->inputs - 1, answer);
        return;
    }
    const struct spenn_indices *indices = &core->indices[answer->outcome];
    if (indices->state != SPENN_INDICES_FOUND) {
        return;
    }
    int32_t *order =
        spenn_arena_alloc(space->memory, (size_t)core->mattering, sizeof *order);
    int32_t count = spenn_indices_rank(indices, core->mattering - 1, order);
    answer->by = SPENN_BY_INDICES;
    answer->deciding_count = count < SPENN_DECIDING_MOST ? count : SPENN_DECIDING_MOST;
    for (int32_t i = 0; i < answer->deciding_count; i++) {
        answer->deciding[i] = core->matter[order[i]];
    }
}

/* Rows of A (half 0) or B (half 1) in the units of the inputs. All inputs but luck may
 * enter: what decides was found with B in view, which is to judge the rule. */
static struct spenn_rule_points rule_points(const struct space *space, int32_t q,
    const struct spenn_space_answer *answer, int32_t half)
{
    int32_t points = space->points / 2, inputs = space->x->inputs - 1;
    size_t cells = (size_t)points * (size_t)inputs;
    double *value = spenn_arena_alloc(space->memory, cells, sizeof *value);
    int8_t *fact = spenn_arena_alloc(space->memory, (size_t)points, sizeof *fact);
    for (int32_t p = 0; p < points; p++) {
        int32_t e = half * points + p;
        int8_t verdict = space->x->outcome.verdict[row_of(space, e, q)];
        fact[p] = (int8_t)(verdict < 0 ? -1 : verdict == answer->main);
        for (int32_t i = 0; i < inputs; i++) {
            value[p * inputs + i] =
                spenn_exploration_value(space->x, space->first + e, i);
        }
    }
    return (struct spenn_rule_points){points, inputs, inputs, value, fact};
}

static void find_rule(
    const struct space *space, int32_t q, struct spenn_space_answer *answer)
{
    answer->rule.state = SPENN_RULE_SAME;
    if (answer->main < 0 || answer->count[answer->main] == answer->points) {
        return;
    }
    const struct spenn_rule_points learn = rule_points(space, q, answer, 0);
    const struct spenn_rule_points test = rule_points(space, q, answer, 1);
    spenn_rule_find(&learn, &test, &answer->rule);
}

static void draw_map(
    const struct space *space, int32_t q, struct spenn_space_answer *answer)
{
    const struct spenn_exploration *x = space->x;
    size_t count = (size_t)space->points;
    answer->mapped = answer->deciding_count >= 2 && answer->main >= 0;
    if (!answer->mapped) {
        return;
    }
    int8_t *verdict = spenn_arena_alloc(space->memory, count, sizeof *verdict);
    double *value = spenn_arena_alloc(space->memory, count, sizeof *value);
    for (int32_t p = 0; p < space->points; p++) {
        size_t row = row_of(space, p, q);
        int8_t here = x->outcome.verdict[row];
        verdict[p] = (int8_t)(here < 0 ? -1 : here == answer->main);
        value[p] = x->outcome.difference[row];
    }
    answer->across = answer->deciding[0];
    answer->up = answer->deciding[1];
    const struct spenn_map_points points = {.points = space->points,
        .u = x->core.u + (size_t)space->first * (size_t)x->inputs,
        .stride = x->inputs,
        .across = answer->across,
        .up = answer->up,
        .verdict = verdict,
        .value = value};
    spenn_map_make(&points, spenn_map_bins(space->points), space->memory, &answer->map);
}

void spenn_explore_summarize(
    const struct spenn_exploration *x, struct spenn_summary *summary)
{
    *summary = (struct spenn_summary){.count = x->expectations};
    summary->answer = spenn_arena_alloc(
        &summary->memory, (size_t)x->expectations, sizeof *summary->answer);
    bool sampled = x->core.evaluations > 0; /* else it is not known where A and B lie */
    const struct space space = {
        x, x->core.screened, sampled ? 2 * x->options.points : 0, &summary->memory};
    for (int32_t q = 0; q < x->expectations; q++) {
        struct spenn_space_answer *answer = &summary->answer[q];
        answer->same_as = earlier(x->scenario, q);
        count_verdicts(&space, q, answer);
        choose_outcome(&space, q, answer);
        correlate(&space, q, answer);
        decide(&space, answer);
        find_rule(&space, q, answer);
        draw_map(&space, q, answer);
    }
}

void spenn_summary_free(struct spenn_summary *summary)
{
    struct spenn_arena memory = summary->memory;
    spenn_arena_free(&memory);
    *summary = (struct spenn_summary){0};
}

bool spenn_space_tells(
    const struct spenn_exploration *x, const struct spenn_space_answer *answer)
{
    return answer->outcome >= x->expectations;
}

double spenn_space_share(const struct spenn_space_answer *answer, int32_t verdict)
{
    return answer->points ? (double)answer->count[verdict] / answer->points : NAN;
}
