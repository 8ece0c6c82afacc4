/* SPDX-License-Identifier: MIT
 * Which assumptions enter which measure, so that a verdict can say what it hangs on. The
 * formulas are in docs/model.md. */
#include "html.h"

#include <math.h>
#include <string.h>

#define WEEK "contact-per-report, contact-minimum, contact-share, administration"
#define HOURS WEEK ", meeting-preparation"
#define COMMITMENT                                                                       \
    "commitment-midpoint, commitment-width, commitment-shift, meeting-preparation, "     \
    "video-loss"
#define PRACTICE                                                                         \
    "drift, drift-noise, norm-spread, calibration, contact-calibration, "                \
    "contact-meets, " COMMITMENT

/* Of alternatives with dates; of units with turnover or without a leader. */
#define PACE                                                                             \
    "transition-dip, transition-recovery, vacancy-time, learning-loss, "                 \
    "learning-time, acting-share"
#define DESKS                                                                            \
    HOURS ", service-law, caseworker-share, support-time, hand-over, "                   \
          "unclear-returns, " PACE
#define COST HOURS ", travel-time, hourly-rate, unit-overhead, office-cost"

/* Of tasks that coordinate (coordinates). */
#define UNDERSTANDING "understanding, tie-effect, tie-gain, tie-decay"
#define OWNERSHIP "ownership-early, ownership-late, ownership-decay, ownership-renewal"
#define LADDER                                                                           \
    "conflict, no-harm-conflict, unprepared-consent, imposed-no-harm, "                  \
    "imposed-joint, " UNDERSTANDING ", " OWNERSHIP
#define LADDER_TIME "message-time, talk-time, consent-time, arbitration-time"

static const struct {
    const char *measure, *assumptions;
} table[] = {
    {"lead-time", DESKS ", distance-delay, " COMMITMENT},
    {"handling-time", "service-law, caseworker-share, " PACE},
    {"decision-time", DESKS ", distance-delay, " COMMITMENT},
    {"desk-wait", DESKS},
    {"meeting-wait", COMMITMENT ", forum-meets, forum-lasts, forum-agenda"},
    {"utilisation", DESKS},
    {"backlog", DESKS ", distance-delay"},
    {"throughput", "service-law"},
    {"decided-outside", COMMITMENT},
    {"inner-circle", COMMITMENT ", " WEEK},
    {"lapsed", HOURS ", service-law"},
    {"bypass", COMMITMENT ", unclear-returns"},
    {"uninformed-time", HOURS ", contact-meets, forum-meets"},
    {"own-decisions", COMMITMENT},
    {"meeting-hours", "meeting-preparation, forum-meets, forum-lasts"},
    {"work-hours", HOURS ", service-law, support-time, hand-over, unclear-returns"},
    {"uniformity", PRACTICE},
    {"alignment",
        "strategy-drift, calibration, contact-calibration, contact-meets, " COMMITMENT},
    {"solved", LADDER},
    {"step", LADDER},
    {"step-0", LADDER},
    {"step-1", LADDER},
    {"step-2", LADDER},
    {"step-3", LADDER},
    {"step-4", LADDER},
    {"tries", LADDER},
    {"arbitrations", LADDER},
    {"coordination-time", LADDER_TIME ", " LADDER ", " DESKS ", " COMMITMENT},
    {"coordination-hours", LADDER_TIME ", " LADDER},
    {"implementation-time", "unprepared-rework, " LADDER ", " DESKS},
    {"ownership", OWNERSHIP ", " UNDERSTANDING},
    {"tie", "tie-gain, tie-decay, contact-meets, forum-meets"},
    {"commitment", COMMITMENT},
    {"contact", "contact-meets"},
    {"reach", "contact-meets, forum-meets"},
    {"travel-hours", "travel-time, video, forum-meets"},
    {"cost", COST},
    {"access-hours", "access-time"},
    {"goal-load", "goal-effort"},
    {"work-share", "support-time"},
    {"total-cost", COST ", access-time, user-rate"},
};

const char *spenn_measure_rests_on(const char *measure)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (strcmp(table[i].measure, measure) == 0) {
            return table[i].assumptions;
        }
    }
    return "";
}

bool spenn_measure_rests_on_one(const char *measure, int32_t assumption)
{
    const char *id = spenn_assumption_keys[assumption].id;
    const char *list = spenn_measure_rests_on(measure);
    size_t length = strlen(id);
    for (const char *at = strstr(list, id); at; at = strstr(at + 1, id)) {
        bool begins = at == list || at[-1] == ' ';
        if (begins && (at[length] == ',' || at[length] == '\0')) {
            return true;
        }
    }
    return false;
}

static bool same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

int32_t spenn_expected_before(const struct spenn_scenario *scenario, int32_t i)
{
    const struct spenn_expect *x = &scenario->expect[i];
    for (int32_t j = 0; j < i; j++) {
        const struct spenn_expect *y = &scenario->expect[j];
        bool zones = x->indifference == y->indifference
            || (isnan(x->indifference) && isnan(y->indifference));
        if (x->in == y->in && x->than == y->than && x->is == y->is && zones
            && same_text(x->of, y->of) && same_text(x->measure, y->measure)
            && same_text(x->coded_in, y->coded_in)) {
            return j;
        }
    }
    return -1;
}
