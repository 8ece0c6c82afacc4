/* SPDX-License-Identifier: MIT */
#include "verify_twin.h"

#include "quantity.h"
#include "report_twin.h"

#include <getopt.h>

bool spenn_cli_twin_option(const struct spenn_command *self, struct spenn_cli_twin *twin,
    struct spenn_study_options *study, int letter)
{
    double number = 0.0;
    bool ok;
    twin->given++;
    switch (letter) {
    case 'd':
        ok = spenn_parse_duration(optarg, &twin->options.duration)
            && twin->options.duration >= SPENN_WEEK
            && twin->options.duration <= 100.0 * SPENN_YEAR;
        break;
    case 'r':
        ok = spenn_cli_whole_number(optarg, 2, 100000, &number);
        twin->options.replications = (int32_t)number;
        break;
    default:
        ok = spenn_cli_whole_number(optarg, 0, 9007199254740992.0, &number);
        study->seed = (uint64_t)number;
        study->has_seed = true;
    }
    if (!ok) {
        (void)spenn_cli_usage(self,
            letter == 'd'       ? "--for is a duration from 1w to 100y, not '%s'"
                : letter == 'r' ? "--replications is a whole number from 2, not '%s'"
                                : "--seed is a whole number from 0, not '%s'",
            optarg);
    }
    return ok;
}

static bool print(
    const struct spenn_twin *twin, const char *id, const struct spenn_cli_common *common)
{
    FILE *out = NULL;
    bool ok = spenn_cli_open(common->output, common->force, &out)
        && spenn_report_twin(twin, id, common->format, out);
    return out && spenn_cli_close(out, common->output) && ok;
}

int spenn_cli_twin(
    const struct spenn_cli_twin *twin, const struct spenn_cli_common *common)
{
    struct spenn_error err = {0};
    struct spenn_model m = {0};
    struct spenn_twin result = {0};
    bool ok = spenn_cli_model(twin->model, common->assumptions, &m, &err);
    int status = spenn_cli_finish(ok, &err);
    bool whole = ok && spenn_twin_run(&m, &twin->options, &result);
    spenn_cli_progress_end(common);
    if (ok && !whole) {
        status = SPENN_EXIT_INTERRUPTED;
    } else if (whole) {
        ok = print(&result, m.id, common) && spenn_verify_failed(&result.table) == 0;
        status = ok ? SPENN_EXIT_OK : SPENN_EXIT_FAILED;
    }
    spenn_twin_free(&result);
    spenn_model_free(&m);
    return status;
}
