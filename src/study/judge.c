/* SPDX-License-Identifier: MIT
 * From moments of paired differences to verdicts. What spoils a comparison is asked
 * first; then whether the answer is built into the model; only then the interval. */
#include "question.h"
#include "verdict.h"

#include <math.h>
#include <string.h>

static const double family_error = 0.05, row_error = 0.05;

const char *spenn_world_name(const struct spenn_scenario *scenario, int32_t world)
{
    return world == 0 ? "baseline" : scenario->alternative[world - 1].id;
}

const char *spenn_short_number(struct spenn_arena *memory, double value)
{
    char text[32];
    double scale = fabs(value) < 1e9 ? 1000 : 1;
    return spenn_arena_text(memory,
        spenn_format_number(text, sizeof text, round(value * scale) / scale + 0.0));
}

struct spenn_reason spenn_world_why_not(struct spenn_arena *memory,
    const struct spenn_world *world, bool simulated, int32_t row, const char *name)
{
    if (row < 0) {
        return (struct spenn_reason){spenn_arena_format(memory, "finnes ikke i %s", name),
            spenn_arena_format(memory, "does not exist in %s", name)};
    }
    if (!simulated || !spenn_world_blocks(world, row)) {
        return (struct spenn_reason){0};
    }
    const struct spenn_sim_flows *flows = spenn_sim_flows(world->plan);
    int32_t i = spenn_trouble_of(&world->trouble, world->slots, row);
    if (i < 0) {
        const char *share = spenn_short_number(memory, 100 * world->open.mean);
        return (struct spenn_reason){
            spenn_arena_format(
                memory, "%s %% av sakene er fortsatt åpne til slutt i %s", share, name),
            spenn_arena_format(memory,
                "%s %% of the cases are still open at the end in %s", share, name)};
    }
    const char *subject = flows->subject[i];
    if (flows->overloaded[i]) {
        return (struct spenn_reason){
            spenn_arena_format(memory, "overbelastet: %s i %s", subject, name),
            spenn_arena_format(memory, "overloaded: %s in %s", subject, name)};
    }
    const char *growth = spenn_short_number(memory, flows->growth[i]);
    return (struct spenn_reason){
        spenn_arena_format(memory,
            "holder ikke følge: %s i %s, restansen vokser med %s saker i uka", subject,
            name, growth),
        spenn_arena_format(memory,
            "cannot keep up: %s in %s, its backlog grows by %s cases a week", subject,
            name, growth)};
}

/* What is known has no need of replications. */
static double mean_in(
    const struct spenn_world *world, const struct spenn_question *question, int32_t row)
{
    if (row < 0) {
        return NAN;
    }
    const struct spenn_results *results =
        question->simulated ? world->slots : &world->rest;
    if (!question->simulated || !isnan(results->value[row])) {
        return results->value[row];
    }
    return world->mean[row].count ? world->mean[row].mean : NAN;
}

/* The difference and how sure it is; exact when both sides are known. */
static struct spenn_interval interval_of(const struct spenn_group *group,
    const struct spenn_question *question, double alpha, double *difference)
{
    const struct spenn_world *in = &group->world[question->in];
    const struct spenn_world *than = &group->world[question->than];
    if (question->in_row < 0 || question->than_row < 0) {
        *difference = NAN;
        return (struct spenn_interval){NAN, NAN};
    }
    const struct spenn_results *a = question->simulated ? in->slots : &in->rest;
    const struct spenn_results *b = question->simulated ? than->slots : &than->rest;
    double exact = a->value[question->in_row] - b->value[question->than_row];
    if (!question->simulated || !isnan(exact)) {
        *difference = exact;
        return (struct spenn_interval){exact, exact};
    }
    *difference = question->difference.count ? question->difference.mean : NAN;
    return spenn_moments_interval(&question->difference, alpha);
}

/* What keeps the worlds of a question from being compared; {0} when nothing does. */
static struct spenn_reason why_incomparable(const struct spenn_group *group,
    const struct spenn_scenario *scenario, const struct spenn_question *question,
    struct spenn_arena *memory)
{
    struct spenn_reason reason = spenn_world_why_not(memory, &group->world[question->in],
        question->simulated, question->in_row, spenn_world_name(scenario, question->in));
    if (!reason.en) {
        reason = spenn_world_why_not(memory, &group->world[question->than],
            question->simulated, question->than_row,
            spenn_world_name(scenario, question->than));
    }
    double difference;
    (void)interval_of(group, question, family_error, &difference);
    if (!reason.en && isnan(difference)
        && (!question->simulated || group->replications > 0)) {
        reason = (struct spenn_reason){
            "ikke definert eller aldri observert", "not defined or never observed"};
    }
    return reason;
}

/* Why the direction is no finding: the measure, or an assumption behind it, has it. */
static struct spenn_reason why_built_in(const struct spenn_expect *expect,
    const struct spenn_measure *measure, struct spenn_arena *memory)
{
    if (expect->coded_in) {
        return (struct spenn_reason){
            spenn_arena_format(
                memory, "retningen ligger i forutsetningen '%s'", expect->coded_in),
            spenn_arena_format(memory, "the direction is coded in the assumption '%s'",
                expect->coded_in)};
    }
    if (measure->class == SPENN_CLASS_BUILT_IN) {
        return (struct spenn_reason){"retningen følger av en forutsetning i modellen",
            "the direction is coded in an assumption of the model"};
    }
    return (struct spenn_reason){NULL, NULL};
}

void spenn_questions_judge_at(const struct spenn_group *group,
    const struct spenn_scenario *scenario, double alpha,
    struct spenn_study_verdicts *verdicts, struct spenn_arena *memory)
{
    for (int32_t i = 0; i < group->question_count; i++) {
        const struct spenn_question *question = &group->question[i];
        const struct spenn_world *than = &group->world[question->than];
        struct spenn_reason reason = why_incomparable(group, scenario, question, memory);
        double difference;
        struct spenn_interval interval = interval_of(group, question, alpha, &difference);
        double zone = spenn_verdict_zone(&scenario->expect[i], question->measure,
            mean_in(than, question, question->than_row));
        enum spenn_verdict verdict =
            spenn_verdict_decide(scenario->expect[i].is, interval, zone);
        if (reason.en) {
            verdict = SPENN_NOT_COMPARABLE;
            difference = interval.low = interval.high = NAN;
        } else {
            reason = why_built_in(&scenario->expect[i], question->measure, memory);
            verdict = reason.en ? SPENN_ASSUMED : verdict;
        }
        verdicts->verdict[i] = (int32_t)verdict;
        verdicts->difference[i] = difference;
        verdicts->low[i] = interval.low;
        verdicts->high[i] = interval.high;
        verdicts->zone[i] = zone;
        verdicts->replications[i] = question->simulated ? question->difference.count : 0;
        verdicts->variance_reduction[i] = isnan(difference)
            ? NAN
            : spenn_variance_reduction(
                &question->apart[0], &question->apart[1], &question->difference);
        verdicts->reason[i] = reason.en ? reason.en : "";
        verdicts->reason_nb[i] = reason.nb ? reason.nb : "";
    }
}

void spenn_questions_judge(const struct spenn_group *group,
    const struct spenn_scenario *scenario, int32_t looks,
    struct spenn_study_verdicts *verdicts, struct spenn_arena *memory)
{
    int32_t family = 0;
    for (int32_t i = 0; i < group->question_count; i++) {
        family += group->question[i].simulated;
    }
    verdicts->family = family;
    verdicts->looks = looks;
    double alpha = family_error / ((family > 0 ? family : 1) * looks);
    spenn_questions_judge_at(group, scenario, alpha, verdicts, memory);
}

/* The replications that bring a mean within the share of it that was asked for, or within
 * what matters at all: the mean of a rare thing is never known to a few per cent. Where
 * it is not observed in all replications, it takes more of them. */
static double needed_by(
    const struct spenn_group *group, int32_t w, int32_t row, double precision)
{
    const struct spenn_world *world = &group->world[w];
    if (row < 0 || spenn_world_blocks(world, row) || world->first->mean[row].count < 2) {
        return 0;
    }
    const struct spenn_moments *first = &world->first->mean[row];
    double aim = precision * fabs(first->mean), zone = world->slots->measure[row]->zone;
    double number = spenn_stein_number(first, aim > zone ? aim : zone, row_error);
    return number * group->replications / first->count;
}

double spenn_questions_need(
    const struct spenn_group *group, const struct spenn_scenario *scenario)
{
    double precision = scenario->simulate.precision, most = 0;
    for (int32_t i = 0; i < group->question_count && group->world[0].first; i++) {
        const struct spenn_question *question = &group->question[i];
        if (question->simulated) {
            double in = needed_by(group, question->in, question->in_row, precision);
            double than = needed_by(group, question->than, question->than_row, precision);
            most = fmax(most, fmax(in, than));
        }
    }
    return most;
}

bool spenn_verdicts_decided(const struct spenn_study_verdicts *verdicts)
{
    for (int32_t i = 0; i < verdicts->count; i++) {
        if (verdicts->verdict[i] == SPENN_UNDECIDED) {
            return false;
        }
    }
    return true;
}
