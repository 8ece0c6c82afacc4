/* SPDX-License-Identifier: MIT */
#include "chart_values.h"

#include "measure.h"
#include "study.h"

#include <math.h>
#include <string.h>

static const struct spenn_measure *find(const char *id)
{
    const struct spenn_measure *measure = spenn_rest_measure(id);
    measure = measure ? measure : spenn_sim_measure(id);
    for (int32_t i = 0; !measure && i < spenn_study_measure_count; i++) {
        measure =
            strcmp(spenn_study_measures[i].id, id) == 0 ? &spenn_study_measures[i] : NULL;
    }
    return measure;
}

const struct spenn_measure *spenn_coloured_measure(
    const struct spenn_command *self, const struct spenn_coloured *c)
{
    char id[64];
    size_t length = strcspn(c->colour_by, "/@");
    const struct spenn_measure *measure = NULL;
    if (length < sizeof id) {
        memcpy(id, c->colour_by, length);
        id[length] = '\0';
        measure = find(id);
    }
    if (measure == NULL) {
        (void)spenn_cli_usage(
            self, "unknown measure in '%s'; 'spenn measures' lists them", c->colour_by);
    } else if (!(measure->over & SPENN_OVER_UNITS)) {
        (void)spenn_cli_usage(self, "measure '%s' is not over units", measure->id);
        measure = NULL;
    } else if (c->results == NULL && spenn_rest_measure(measure->id) == NULL) {
        (void)spenn_cli_usage(self,
            "measure '%s' is simulated: add --results FILE, the results.csv of spenn run",
            measure->id);
        measure = NULL;
    }
    return measure;
}

static int32_t find_alternative(const struct spenn_scenario *s, const char *id)
{
    for (int32_t i = 0; id && i < s->alternative_count; i++) {
        if (strcmp(s->alternative[i].id, id) == 0) {
            return i;
        }
    }
    return id ? -1 : 0;
}

/* The organization to measure: the model, or what the alternative named after @ or by
 * --alternative, else the first one, makes of it. */
static bool read_model(
    const struct spenn_coloured *c, struct spenn_model *m, struct spenn_error *err)
{
    const char *at = strchr(c->colour_by, '@');
    const char *wanted = at ? at + 1 : c->alternative;
    if (c->change == NULL) {
        return at ? spenn_fail(err, (struct spenn_where){0},
                   "'%s' needs --change SCENARIO or --results FILE", c->colour_by)
                  : spenn_cli_model(c->model, NULL, m, err);
    }
    struct spenn_scenario scenario = {0};
    struct spenn_model base = {0};
    bool baseline = wanted && strcmp(wanted, "baseline") == 0;
    bool ok = spenn_read_scenario(c->change, &scenario, err);
    int32_t row = ok ? find_alternative(&scenario, wanted) : -1;
    struct spenn_where place = {.file = c->change};
    if (ok && !baseline && (row < 0 || row >= scenario.alternative_count)) {
        ok = spenn_fail(err, place, "no alternative '%s'", wanted ? wanted : "");
    }
    ok = ok && spenn_cli_model(scenario.model, NULL, baseline ? m : &base, err)
        && (baseline || spenn_scenario_apply(&base, &scenario, row, m, err));
    spenn_model_free(&base);
    spenn_scenario_free(&scenario);
    return ok;
}

bool spenn_coloured_write(const struct spenn_coloured *c,
    const struct spenn_measure *measure, FILE *out, struct spenn_error *err)
{
    struct spenn_model m = {0};
    struct spenn_arena memory = {0};
    struct spenn_results results = {0};
    bool ok =
        read_model(c, &m, err) && spenn_measure_fill(&m, measure, &memory, &results, err);
    if (ok) {
        (void)fputs("measure,subject,value\n", out);
    }
    for (int32_t i = 0; ok && i < results.count; i++) {
        if (results.over[i] == SPENN_OVER_UNITS && !isnan(results.value[i])) {
            (void)fprintf(
                out, "%s,%s,%.17g\n", measure->id, results.subject[i], results.value[i]);
        }
    }
    spenn_arena_free(&memory);
    spenn_model_free(&m);
    return ok && fflush(out) == 0 && !ferror(out);
}
