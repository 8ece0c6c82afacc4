/* SPDX-License-Identifier: MIT
 * A scenario that is accepted can be applied to a model: every alternative and every
 * swept value gives a valid model or a problem. */
#include "fuzz.h"

#include <string.h>

static const char model_text[] =
    "spenn: model/1\n"
    "id: m\n"
    "form: directorate\n"
    "units:\n"
    "  - {id: direktor, kind: executive}\n"
    "  - {id: avdeling, kind: department, count: 3, reports-to: direktor, fte: 9}\n"
    "  - {id: stab, kind: staff, reports-to: direktor, fte: 4, mandatory: true}\n"
    "  - {id: region, kind: region, count: 4, reports-to: direktor, fte: 20, sector: a}\n"
    "lines:\n"
    "  - {kind: professional, from: avdeling-1, to: region-*}\n"
    "forums:\n"
    "  - {id: ledergruppe, kind: leadership-group, chair: direktor,\n"
    "     members: [direktor, avdeling-*], meets: 52/y}\n"
    "tasks:\n"
    "  - {id: vedtak, at: region-*, arrives: 30/w, handling: 3h, decision: 2min,\n"
    "     beyond-authority: 1%}\n"
    "  - {id: sak, at: region-*, arrives: 1/w, decided-in: ledergruppe, decision: "
    "20min}\n"
    "  - {id: tverr, at: avdeling-*, arrives: 1/w, decision: 1h,\n"
    "     coordinates: {with: avdeling-*, parties: 2, step: 2}}\n"
    "practice: {among: region-*}\n";

static void read_base(struct spenn_model *m)
{
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct spenn_assumptions assume;
    const struct spenn_value *document;
    promise(spenn_read_assumptions(NULL, &memory, &assume, &err)
        && spenn_yaml_parse(&(struct spenn_file){"base", model_text, strlen(model_text)},
            &memory, &document, &err)
        && spenn_model_build(document, &assume, NULL, m, &err));
    spenn_arena_free(&memory);
    spenn_error_free(&err);
}

static void apply(const struct spenn_model *base, const struct spenn_scenario *scenario)
{
    for (int32_t a = -1; a < scenario->alternative_count; a++) {
        struct spenn_error err = {0};
        struct spenn_model changed;
        if (spenn_scenario_apply(base, scenario, a, &changed, &err)) {
            promise(err.count == 0 && spenn_model_check(&changed, &err));
            for (int32_t v = 0; v < scenario->vary_count; v++) {
                bool ok = spenn_vary_apply(&changed, &scenario->vary[v], 0, &err);
                promise(ok == (err.count == 0));
                if (!ok) {
                    break;
                }
            }
        } else {
            promise(err.count > 0 && changed.units.count == 0);
        }
        spenn_model_free(&changed);
        spenn_error_free(&err);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct spenn_error err = {0};
    struct spenn_scenario scenario = {0};
    struct spenn_model base;
    const struct spenn_value *document;
    const char *text = fuzz_text(&scenario.memory, data, size);
    if (spenn_yaml_parse(
            &(struct spenn_file){"fuzz", text, size}, &scenario.memory, &document, &err)
        && spenn_scenario_build(document, "fuzz", &scenario, &err)) {
        promise(err.count == 0);
        read_base(&base);
        apply(&base, &scenario);
        spenn_model_free(&base);
    } else {
        promise(err.count > 0);
    }
    spenn_scenario_free(&scenario);
    spenn_error_free(&err);
    return 0;
}
