/* SPDX-License-Identifier: MIT
 * A point is a number in mixed radix: one digit a path. */
#include "sweep.h"

static int32_t digit_of(
    const struct spenn_scenario *scenario, int32_t point, int32_t path)
{
    for (int32_t i = scenario->vary_count - 1; i > path; i--) {
        point /= scenario->vary[i].count;
    }
    return point % scenario->vary[path].count;
}

/* Each value alone, so that all mistakes are found, and before hours of simulation. */
static bool try_values(const struct spenn_vary *vary, const struct spenn_model *model,
    struct spenn_error *err)
{
    bool ok = true;
    for (int32_t value = 0; value < vary->count; value++) {
        struct spenn_model copy = {0};
        spenn_model_copy(model, &copy);
        ok = spenn_vary_apply(&copy, vary, value, err) && ok;
        spenn_model_free(&copy);
    }
    return ok;
}

/* Values that are well alone may contradict each other. */
static bool try_points(const struct spenn_scenario *scenario, int32_t points,
    const struct spenn_model *model, struct spenn_error *err)
{
    bool ok = true;
    for (int32_t point = 0; point < points; point++) {
        struct spenn_model copy = {0};
        ok = spenn_sweep_model(scenario, point, model, &copy, err) && ok;
        spenn_model_free(&copy);
    }
    return ok;
}

int32_t spenn_sweep_count(const struct spenn_scenario *scenario,
    const struct spenn_model *const *model, int32_t count, struct spenn_error *err)
{
    int32_t points = scenario->vary_count > 0;
    for (int32_t i = 0; i < scenario->vary_count; i++) {
        if (scenario->vary[i].count > spenn_most_points / points) {
            (void)spenn_fail(err, scenario->vary[i].at,
                "too many points: 'vary' may make %d combinations", spenn_most_points);
            return -1;
        }
        points *= scenario->vary[i].count;
        if (points == 0) {
            return 0;
        }
    }
    bool ok = true;
    for (int32_t i = 0; i < scenario->vary_count; i++) {
        for (int32_t w = 0; w < count; w++) {
            ok = try_values(&scenario->vary[i], model[w], err) && ok;
        }
    }
    for (int32_t w = 0; ok && scenario->vary_count > 1 && w < count; w++) {
        ok = try_points(scenario, points, model[w], err);
    }
    return ok ? points : -1;
}

const char *spenn_sweep_text(
    const struct spenn_scenario *scenario, int32_t point, struct spenn_arena *memory)
{
    const char *text = "";
    for (int32_t i = 0; i < scenario->vary_count; i++) {
        const struct spenn_vary *vary = &scenario->vary[i];
        const struct spenn_value *value = vary->value[digit_of(scenario, point, i)];
        text = spenn_arena_format(memory, "%s%s%s=%s", text, i ? ";" : "", vary->path,
            value->kind == SPENN_SCALAR ? value->text : spenn_value_kind_name(value));
    }
    return text;
}

bool spenn_sweep_model(const struct spenn_scenario *scenario, int32_t point,
    const struct spenn_model *from, struct spenn_model *to, struct spenn_error *err)
{
    spenn_model_copy(from, to);
    for (int32_t i = 0; i < scenario->vary_count; i++) {
        if (!spenn_vary_apply(
                to, &scenario->vary[i], digit_of(scenario, point, i), err)) {
            spenn_model_free(to);
            return false;
        }
    }
    return true;
}
