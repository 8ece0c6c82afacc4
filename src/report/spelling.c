/* SPDX-License-Identifier: MIT */
#include "spelling.h"

#include "change.h"
#include "quantity.h"

#include <assert.h>
#include <string.h>

const char *spenn_class_text(enum spenn_class class)
{
    static const char *const text[] = {"data", "structure", "built-in", "emergent"};
    return text[class];
}

const char *spenn_verdict_text(int32_t verdict, bool norwegian)
{
    static const char *const nb[] = {"støttet", "motsagt", "ingen vesentlig forskjell",
        "uavgjort", "forutsatt", "ikke sammenlignbart"};
    return norwegian ? nb[verdict] : spenn_verdict_names[verdict];
}

const char *spenn_direction_text(enum spenn_direction is)
{
    static const char *const text[] = {"higher", "lower", "same"};
    return text[is];
}

const char *spenn_unit_norwegian(const char *unit)
{
    static const char *const pair[][2] = {{"share", "andel"}, {"units", "enheter"},
        {"members", "medlemmer"}, {"layers", "nivåer"}, {"pairs", "par"},
        {"cases", "saker"}, {"FTE", "årsverk"}, {"FTE or cases", "årsverk eller saker"},
        {"MNOK/y", "mill. kr/år"}, {"steps", "trinn"}, {"rounds", "runder"},
        {"messages", "meldinger"}, {"cells", "ruter"}, {"tasks", "oppgaver"},
        {"functions", "funksjoner"}, {"relations", "relasjoner"}, {"topics", "tema"}};
    for (size_t i = 0; i < sizeof pair / sizeof *pair; i++) {
        if (strcmp(pair[i][0], unit) == 0) {
            return pair[i][1];
        }
    }
    return unit; /* h, h/y, /w: as a file writes them */
}

const char *spenn_alternative_text(const struct spenn_study *study, int32_t alternative)
{
    return alternative < 0 ? "baseline" : study->scenario->alternative[alternative].id;
}

const struct spenn_measure *spenn_expected_measure(const struct spenn_expect *expect)
{
    const struct spenn_measure *measure = spenn_rest_measure(expect->measure);
    measure = measure ? measure : spenn_sim_measure(expect->measure);
    assert(measure);
    return measure;
}

const char *spenn_expected_subject(
    const struct spenn_study *study, const struct spenn_expect *expect)
{
    return expect->of ? expect->of : study->baseline->id;
}

void spenn_total_rows_fill(const struct spenn_model *before,
    const struct spenn_model *after, struct spenn_total_row row[spenn_total_rows])
{
    struct spenn_totals a = spenn_model_totals(before), b = spenn_model_totals(after);
    row[0] = (struct spenn_total_row){
        "demand", "cases/week", "/w", a.demand * SPENN_WEEK, b.demand * SPENN_WEEK};
    row[1] = (struct spenn_total_row){"fte", "FTE", "FTE", a.fte, b.fte};
    row[2] = (struct spenn_total_row){"posts", "leaders", "units", a.posts, b.posts};
    row[3] = (struct spenn_total_row){"units", "units", "units", a.units, b.units};
    row[4] = (struct spenn_total_row){"forums", "forums", "units", a.forums, b.forums};
}

enum spenn_class spenn_expected_class(const struct spenn_expect *expect)
{
    return expect->coded_in ? SPENN_CLASS_BUILT_IN
                            : spenn_expected_measure(expect)->class;
}
