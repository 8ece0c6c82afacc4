/* SPDX-License-Identifier: MIT */
#include "space.h"

#include <math.h>
#include <string.h>

enum { spenn_lucks = 1 << 16 }; /* sets of replications that luck chooses from */

/* Row of the input with this name among `count`, or -1. */
static int32_t find(const struct spenn_input *input, int32_t count, const char *name)
{
    for (int32_t i = 0; i < count; i++) {
        if (strcmp(input[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

/* `delegate` acts while changes are made: it cannot be moved after them, but before, as
 * here. */
static int32_t add_assumptions(
    const struct spenn_assumptions *assume, struct spenn_input *input)
{
    int32_t count = 0;
    for (int32_t i = 0; i < SPENN_ASSUMPTION_COUNT; i++) {
        count += spenn_input_assumption(assume, i, &input[count]) || i == SPENN_DELEGATE;
    }
    return count;
}

static int32_t add_paths(
    const struct spenn_exploration *x, struct spenn_input *input, int32_t count)
{
    for (int32_t v = 0; v < x->scenario->vary_count; v++) {
        struct spenn_input side;
        if (!spenn_input_vary(x->model, &x->scenario->vary[v], &side)) {
            continue;
        }
        int32_t known = find(input, count, side.name);
        if (known < 0) {
            input[count++] = side;
        } else {
            input[known].low = fmin(input[known].low, side.low);
            input[known].high = fmax(input[known].high, side.high);
        }
    }
    return count;
}

bool spenn_space_make(struct spenn_exploration *x, struct spenn_error *err)
{
    struct spenn_assumptions assume = x->model->assume;
    if (x->scenario->assume
        && !spenn_assumptions_override(&assume, x->scenario->assume, 2, err)) {
        return false;
    }
    size_t room = SPENN_ASSUMPTION_COUNT + (size_t)x->scenario->vary_count + 1;
    struct spenn_input *input = spenn_arena_alloc(&x->memory, room, sizeof *input);
    double *value = spenn_arena_alloc(&x->memory, room, sizeof *value);
    int32_t count = add_paths(x, input, add_assumptions(&assume, input));
    x->inputs = 0;
    for (int32_t i = 0; i < count; i++) {
        if (input[i].high > input[i].low) {
            input[x->inputs] = input[i];
            value[x->inputs++] =
                input[i].assumption < 0 ? NAN : assume.value[input[i].assumption];
        }
    }
    value[x->inputs++] = NAN;
    x->input = input;
    x->value = value;
    memcpy(x->in_force, assume.value, sizeof x->in_force);
    return true;
}

static double value_at(const struct spenn_input *input, double u)
{
    double value = input->low + u * (input->high - input->low);
    value = fmin(fmax(value, input->low), input->high);
    return input->whole ? round(value) : value;
}

double spenn_exploration_value(const struct spenn_exploration *x, int32_t e, int32_t i)
{
    const double *u = x->core.u + (size_t)e * (size_t)x->inputs;
    return i + 1 < x->inputs ? value_at(&x->input[i], u[i]) : NAN;
}

struct point {
    const struct spenn_exploration *x;
    const double *u;
};

static bool edit_paths(void *context, struct spenn_model *m, struct spenn_error *err)
{
    const struct point *point = context;
    bool ok = true;
    for (int32_t i = 0; i + 1 < point->x->inputs && ok; i++) {
        const struct spenn_input *input = &point->x->input[i];
        ok = input->assumption >= 0
            || spenn_input_apply(input, value_at(input, point->u[i]), m, err);
    }
    return ok;
}

/* The first replication: every luck has numbers of its own. */
static int32_t first_of(const struct spenn_exploration *x, double u)
{
    double luck = fmin(floor(u * spenn_lucks), spenn_lucks - 1);
    return spenn_trial_first + (int32_t)luck * x->options.replications;
}

bool spenn_space_try(const struct spenn_exploration *x, const double *u,
    struct spenn_trial_outcome *outcome, struct spenn_error *err)
{
    double assume[SPENN_ASSUMPTION_COUNT];
    struct point point = {x, u};
    memcpy(assume, x->in_force, sizeof assume);
    for (int32_t i = 0; i + 1 < x->inputs; i++) {
        if (x->input[i].assumption >= 0) {
            assume[x->input[i].assumption] = value_at(&x->input[i], u[i]);
        }
    }
    const struct spenn_trial trial = {.scenario = x->scenario,
        .base = x->model,
        .assume = assume,
        .edit = edit_paths,
        .context = &point,
        .seed = x->options.seed,
        .warm_up = x->warm_up,
        .duration = x->duration,
        .first = first_of(x, u[x->inputs - 1]),
        .replications = x->options.replications,
        .stop = x->options.stop};
    return spenn_trial_run(&trial, outcome, err);
}
