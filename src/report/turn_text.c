/* SPDX-License-Identifier: MIT */
#include "spelling.h"
#include "turn.h"

#include <math.h>
#include <string.h>

/* The verdict that is fewest half-widths from falling; else an undecided one; -1. */
static int32_t nearest(const struct spenn_study *study, struct spenn_turn *margin)
{
    int32_t found = -1;
    double least = INFINITY;
    for (int32_t i = 0; i < study->verdicts.count; i++) {
        struct spenn_turn one =
            spenn_turn_of(&study->verdicts, i, study->scenario->expect[i].is);
        bool waits = found < 0 && study->verdicts.verdict[i] == SPENN_UNDECIDED;
        if (one.widths < least || waits) {
            found = i;
            least = waits ? least : one.widths;
            *margin = one;
        }
    }
    return found;
}

static const char *signed_number(
    struct spenn_arena *memory, double value, const char *unit)
{
    char text[64];
    return spenn_arena_format(memory, "%s%s", value > 0 ? "+" : "",
        spenn_report_number(text, sizeof text, value, unit));
}

/* "lead-time toll in model-2". */
static const char *subject(const struct spenn_study *study,
    const struct spenn_expect *expect, bool norwegian, struct spenn_arena *memory)
{
    return spenn_arena_format(memory, "%s%s%s %s %s", expect->measure,
        expect->of ? " " : "", expect->of ? expect->of : "", norwegian ? "i" : "in",
        spenn_alternative_text(study, expect->in));
}

static const char *waiting(
    const char *what, double settles, bool norwegian, struct spenn_arena *memory)
{
    if (isfinite(settles)) {
        return spenn_arena_format(memory,
            norwegian ? "uavgjort: %s; omtrent %.0f replikasjoner ville avgjøre det"
                      : "undecided: %s; about %.0f replications would settle it",
            what, settles);
    }
    return spenn_arena_format(memory,
        norwegian ? "uavgjort: %s; flere replikasjoner avgjør det ikke"
                  : "undecided: %s; more replications do not settle it",
        what);
}

const char *spenn_turn_text(const struct spenn_report *report, struct spenn_arena *memory)
{
    const struct spenn_study *study = report->study;
    bool norwegian = strcmp(report->lang, "en") != 0;
    struct spenn_turn margin;
    int32_t i = nearest(study, &margin);
    if (i < 0) {
        return NULL;
    }
    const struct spenn_expect *expect = &study->scenario->expect[i];
    const char *unit = spenn_expected_measure(expect)->unit;
    const char *what = subject(study, expect, norwegian, memory);
    double at = study->verdicts.difference[i];
    if (isnan(margin.room)) {
        return waiting(what, margin.settles, norwegian, memory);
    }
    bool low = at - margin.from < margin.to - at;
    return spenn_arena_format(memory,
        norwegian ? "nærmest å falle: %s, %s så lenge forskjellen er %s %s (den er %s)"
                  : "nearest to falling: %s, %s while the difference is %s %s (it is %s)",
        what, spenn_verdict_text(study->verdicts.verdict[i], norwegian),
        low ? (norwegian ? "over" : "above") : (norwegian ? "under" : "below"),
        signed_number(memory, low ? margin.from : margin.to, unit),
        signed_number(memory, at, unit));
}
