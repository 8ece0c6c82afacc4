/* SPDX-License-Identifier: MIT */
#include "check_scenario.h"

#include "study.h"

/* The changes of one alternative, and every value that is to be swept after them. */
static bool try_alternative(const struct spenn_model *base,
    const struct spenn_scenario *scenario, int32_t a, struct spenn_error *err)
{
    struct spenn_model changed = {0};
    bool ok = spenn_scenario_apply(base, scenario, a, &changed, err);
    bool applied = ok;
    for (int32_t i = 0; applied && i < scenario->vary_count; i++) {
        for (int32_t value = 0; value < scenario->vary[i].count; value++) {
            ok = spenn_vary_apply(&changed, &scenario->vary[i], value, err) && ok;
        }
    }
    spenn_model_free(&changed);
    return ok;
}

int spenn_check_scenario(const char *file, const struct spenn_cli_common *common)
{
    struct spenn_error err = {0};
    struct spenn_scenario scenario = {0};
    struct spenn_model base = {0};
    bool ok = spenn_read_scenario(file, &scenario, &err)
        && spenn_cli_model(scenario.model, common->assumptions, &base, &err);
    bool read = ok;
    for (int32_t a = -1; read && a < scenario.alternative_count; a++) {
        ok = try_alternative(&base, &scenario, a, &err) && ok;
    }
    ok = ok && spenn_study_check(&scenario, &base, &err);
    int status = spenn_cli_finish(ok, &err);
    if (ok && !common->quiet) {
        (void)printf("%s: ok: %d alternative%s, %d expectation%s on %s\n", file,
            scenario.alternative_count, spenn_cli_plural(scenario.alternative_count),
            scenario.expect_count, spenn_cli_plural(scenario.expect_count),
            scenario.model);
    }
    spenn_model_free(&base);
    spenn_scenario_free(&scenario);
    return status;
}
