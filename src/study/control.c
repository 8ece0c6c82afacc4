/* SPDX-License-Identifier: MIT
 * Regression of the measure on the load; for a normal pair the interval is exact. */
#include "control.h"

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

/* The desk or agenda that a row is about, when its load is known; or -1. */
static int32_t flow_of(
    const struct spenn_results *slots, const struct spenn_sim_flows *flows, int32_t i)
{
    bool place = slots->over[i] & (SPENN_OVER_UNITS | SPENN_OVER_FORUMS);
    for (int32_t f = 0; f < flows->count && place; f++) {
        if (spenn_flow_known(flows, f)
            && strcmp(flows->subject[f], slots->subject[i]) == 0) {
            return f;
        }
    }
    return -1;
}

struct spenn_control *spenn_controls_new(struct spenn_arena *memory,
    const struct spenn_results *slots, const struct spenn_sim_flows *flows)
{
    struct spenn_control *control =
        spenn_arena_alloc(memory, (size_t)slots->count, sizeof *control);
    for (int32_t i = 0; i < slots->count; i++) {
        control[i].helps = has_luck_of_load(slots->measure[i]->id);
        control[i].flow = control[i].helps ? flow_of(slots, flows, i) : -1;
    }
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
