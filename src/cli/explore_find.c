/* SPDX-License-Identifier: MIT */
#include "explore_find.h"

#include "report_explore.h"

static int answer(const struct spenn_threshold *found,
    const struct spenn_scenario *scenario, const struct spenn_cli_common *common)
{
    FILE *out;
    if (!spenn_cli_open(common->output, common->force, &out)) {
        return SPENN_EXIT_FAILED;
    }
    bool ok = spenn_report_threshold(found, scenario, common->lang, out);
    ok = spenn_cli_close(out, common->output) && ok;
    return ok ? SPENN_EXIT_OK : SPENN_EXIT_FAILED;
}

int spenn_explore_find(const char *question, const char *scenario_path,
    const struct spenn_cli_common *common, const struct spenn_study_options *options)
{
    struct spenn_error err = {0};
    struct spenn_scenario scenario = {0};
    struct spenn_model base = {0};
    struct spenn_threshold found = {0};
    const struct spenn_threshold_asked asked = {question, &scenario, &base};
    bool ok = spenn_read_scenario(scenario_path, &scenario, &err)
        && spenn_cli_model(scenario.model, common->assumptions, &base, &err)
        && spenn_threshold_find(&asked, options, &found, &err);
    bool stopped = !ok && err.count == 0;
    int status = stopped ? SPENN_EXIT_INTERRUPTED : spenn_cli_finish(ok, &err);
    if (stopped) {
        spenn_error_free(&err);
    }
    if (found.question.malformed) {
        status = SPENN_EXIT_USAGE;
    }
    if (ok) {
        status = answer(&found, &scenario, common);
    }
    spenn_threshold_free(&found);
    spenn_model_free(&base);
    spenn_scenario_free(&scenario);
    return status;
}
