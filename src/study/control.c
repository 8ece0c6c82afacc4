/* SPDX-License-Identifier: MIT
 * Regression of the measure on the load; for a normal pair the interval is exact. */
#include "control.h"

#include "text.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

bool spenn_flow_known(const struct spenn_sim_flows *flows, int32_t i)
{
    return flows->slot[i] >= 0 && !flows->bound[i] && !flows->overloaded[i]
        && flows->utilisation[i] > 0 && flows->utilisation[i] < 1;
}

static bool has_luck_of_load(const char *measure)
{
    static const char *const list[] = {"backlog", "throughput", "desk-wait", "lead-time",
        "decision-time", "handling-time", "work-hours"};
    size_t i = 0, count = sizeof list / sizeof *list;
    while (i < count && strcmp(list[i], measure) != 0) {
        i++;
    }
    return i < count;
}

/* The desks and agendas whose load is known, by subject. */
static struct spenn_index known_flows(
    struct spenn_arena *memory, const struct spenn_sim_flows *flows)
{
    struct spenn_index index = {0};
    for (int32_t f = 0; f < flows->count; f++) {
        if (spenn_flow_known(flows, f)) {
            (void)spenn_index_add(memory, &index, flows->subject[f], f);
        }
    }
    return index;
}

struct spenn_control *spenn_controls_new(struct spenn_arena *memory,
    const struct spenn_results *slots, const struct spenn_sim_flows *flows)
{
    struct spenn_arena scratch = {0};
    struct spenn_index known = known_flows(&scratch, flows);
    struct spenn_control *control =
        spenn_arena_alloc(memory, (size_t)slots->count, sizeof *control);
    for (int32_t i = 0; i < slots->count; i++) {
        bool place = slots->over[i] & (SPENN_OVER_UNITS | SPENN_OVER_FORUMS);
        control[i].helps = has_luck_of_load(slots->measure[i]->id);
        control[i].flow =
            control[i].helps && place ? spenn_index_find(&known, slots->subject[i]) : -1;
    }
    spenn_arena_free(&scratch);
    return control;
}

double spenn_control_load(
    const struct spenn_sim_flows *flows, int32_t flow, const double *value)
{
    double sum = 0;
    int32_t first = flow < 0 ? 0 : flow, last = flow < 0 ? flows->count - 1 : flow;
    for (int32_t f = first; f <= last; f++) {
        if (spenn_flow_known(flows, f)) {
            sum += value ? value[flows->slot[f]] : flows->utilisation[f];
        }
    }
    return sum;
}

void spenn_control_add(struct spenn_control *control, double measure, double load)
{
    if (isnan(measure) || isnan(load)) {
        return;
    }
    double step = load - control->load.mean;
    spenn_moments_add(&control->load, load);
    spenn_moments_add(&control->measure, measure);
    control->products += step * (measure - control->measure.mean);
}

struct spenn_controlled spenn_controlled(
    const struct spenn_control *control, double expected, double alpha)
{
    const struct spenn_moments *x = &control->measure, *c = &control->load;
    double n = x->count;
    if (n < 4 || !(c->squares > 0)) {
        return (struct spenn_controlled){NAN, NAN, NAN, NAN};
    }
    double slope = control->products / c->squares, off = c->mean - expected;
    double left = fmax(x->squares - slope * control->products, 0);
    double error = sqrt(left / (n - 2) * (1 / n + off * off / c->squares));
    double half = gsl_cdf_tdist_Qinv(alpha / 2, n - 2) * error;
    double mean = x->mean - slope * off;
    double share = x->squares > 0 ? left / x->squares * (n - 2) / (n - 3) : NAN;
    return (struct spenn_controlled){mean, mean - half, mean + half, share};
}
