/* SPDX-License-Identifier: MIT */
#include "assumption.h"

#include "names.h"
#include "quantity.h"

#include <stdio.h>
#include <string.h>

const struct spenn_assumption_key spenn_assumption_keys[SPENN_ASSUMPTION_COUNT] = {
    [SPENN_CONTACT_PER_REPORT] = {"contact-per-report", SPENN_FORM_HOURS_PER_WEEK, 0,
        37.5},
    [SPENN_CONTACT_MINIMUM] = {"contact-minimum", SPENN_FORM_HOURS_PER_WEEK, 0, 37.5},
    [SPENN_CONTACT_SHARE] = {"contact-share", SPENN_FORM_SHARE, 0, 1},
    [SPENN_CONTACT_MEETS] = {"contact-meets", SPENN_FORM_RATE, 0, 10},
    [SPENN_ADMINISTRATION] = {"administration", SPENN_FORM_HOURS_PER_WEEK, 0, 37.5},
    [SPENN_MEETING_PREPARATION] = {"meeting-preparation", SPENN_FORM_SHARE, 0, 10},
    [SPENN_FORUM_MEETS] = {"forum-meets", SPENN_FORM_RATE, 1e-6, 10},
    [SPENN_FORUM_LASTS] = {"forum-lasts", SPENN_FORM_DURATION, 1e-3, 1e4},
    [SPENN_FORUM_AGENDA] = {"forum-agenda", SPENN_FORM_NUMBER, 1, 1e6},
    [SPENN_VIDEO] = {"video", SPENN_FORM_SHARE, 0, 1},
    [SPENN_VIDEO_LOSS] = {"video-loss", SPENN_FORM_SHARE, 0, 1},
    [SPENN_TRAVEL_TIME] = {"travel-time", SPENN_FORM_DURATION, 0, 1e4},
    [SPENN_ACCESS_TIME] = {"access-time", SPENN_FORM_DURATION, 0, 1e4},
    [SPENN_HOURLY_RATE] = {"hourly-rate", SPENN_FORM_NUMBER, 0, 1e6},
    [SPENN_USER_RATE] = {"user-rate", SPENN_FORM_NUMBER, 0, 1e6},
    [SPENN_UNIT_OVERHEAD] = {"unit-overhead", SPENN_FORM_NUMBER, 0, 1e9},
    [SPENN_OFFICE_COST] = {"office-cost", SPENN_FORM_NUMBER, 0, 1e9},
    [SPENN_GOAL_EFFORT] = {"goal-effort", SPENN_FORM_NUMBER, 0, 1e6},
    [SPENN_CASEWORKER_SHARE] = {"caseworker-share", SPENN_FORM_SHARE, 0, 1},
    [SPENN_SERVICE_LAW] = {"service-law", SPENN_FORM_LAW, 1, 5},
    [SPENN_SUPPORT_TIME] = {"support-time", SPENN_FORM_DURATION, 0, 1e4},
    [SPENN_HAND_OVER] = {"hand-over", SPENN_FORM_DURATION, 0, 1e4},
    [SPENN_DISTANCE_DELAY] = {"distance-delay", SPENN_FORM_DURATION, 0, 1e4},
    [SPENN_UNCLEAR_RETURNS] = {"unclear-returns", SPENN_FORM_SHARE, 0, 1},
    [SPENN_OVERLOAD_FLOOR] = {"overload-floor", SPENN_FORM_SHARE, 1e-3, 1},
    [SPENN_COMMITMENT_MIDPOINT] = {"commitment-midpoint", SPENN_FORM_NUMBER, 1, 1e6},
    [SPENN_COMMITMENT_WIDTH] = {"commitment-width", SPENN_FORM_NUMBER, 0.01, 1e6},
    [SPENN_COMMITMENT_SHIFT] = {"commitment-shift", SPENN_FORM_NUMBER, 0, 1e6},
    [SPENN_DRIFT] = {"drift", SPENN_FORM_RATE, 1e-9, 10},
    [SPENN_DRIFT_NOISE] = {"drift-noise", SPENN_FORM_NUMBER, 0, 1e6},
    [SPENN_NORM_SPREAD] = {"norm-spread", SPENN_FORM_NUMBER, 0, 1e6},
    [SPENN_CALIBRATION] = {"calibration", SPENN_FORM_SHARE, 0, 1},
    [SPENN_CONTACT_CALIBRATION] = {"contact-calibration", SPENN_FORM_SHARE, 0, 1},
    [SPENN_STRATEGY_DRIFT] = {"strategy-drift", SPENN_FORM_RATE, 1e-9, 10},
    [SPENN_DELEGATE] = {"delegate", SPENN_FORM_SHARE, 0, 1},
    [SPENN_TRANSITION_DIP] = {"transition-dip", SPENN_FORM_SHARE, 0, 0.95},
    [SPENN_TRANSITION_RECOVERY] = {"transition-recovery", SPENN_FORM_DURATION, 1, 1e5},
    [SPENN_VACANCY_TIME] = {"vacancy-time", SPENN_FORM_DURATION, 0, 1e5},
    [SPENN_LEARNING_LOSS] = {"learning-loss", SPENN_FORM_SHARE, 0, 0.95},
    [SPENN_LEARNING_TIME] = {"learning-time", SPENN_FORM_DURATION, 1, 1e5},
    [SPENN_ACTING_SHARE] = {"acting-share", SPENN_FORM_SHARE, 0, 1},
    [SPENN_CONFLICT] = {"conflict", SPENN_FORM_SHARE, 0, 1},
    [SPENN_MESSAGE_TIME] = {"message-time", SPENN_FORM_DURATION, 0, 1e4},
    [SPENN_TALK_TIME] = {"talk-time", SPENN_FORM_DURATION, 0, 1e4},
    [SPENN_CONSENT_TIME] = {"consent-time", SPENN_FORM_DURATION, 0, 1e4},
    [SPENN_ARBITRATION_TIME] = {"arbitration-time", SPENN_FORM_DURATION, 0, 1e4},
    [SPENN_UNDERSTANDING] = {"understanding", SPENN_FORM_SHARE, 0, 1},
    [SPENN_TIE_EFFECT] = {"tie-effect", SPENN_FORM_SHARE, 0, 1},
    [SPENN_TIE_GAIN] = {"tie-gain", SPENN_FORM_SHARE, 0, 1},
    [SPENN_TIE_DECAY] = {"tie-decay", SPENN_FORM_RATE, 1e-9, 10},
    [SPENN_NO_HARM_CONFLICT] = {"no-harm-conflict", SPENN_FORM_SHARE, 0, 1},
    [SPENN_UNPREPARED_CONSENT] = {"unprepared-consent", SPENN_FORM_SHARE, 0, 1},
    [SPENN_IMPOSED_NO_HARM] = {"imposed-no-harm", SPENN_FORM_SHARE, 0, 1},
    [SPENN_IMPOSED_JOINT] = {"imposed-joint", SPENN_FORM_SHARE, 0, 1},
    [SPENN_OWNERSHIP_EARLY] = {"ownership-early", SPENN_FORM_SHARE, 0, 1},
    [SPENN_OWNERSHIP_LATE] = {"ownership-late", SPENN_FORM_SHARE, 0, 1},
    [SPENN_OWNERSHIP_DECAY] = {"ownership-decay", SPENN_FORM_RATE, 0, 10},
    [SPENN_OWNERSHIP_RENEWAL] = {"ownership-renewal", SPENN_FORM_SHARE, 0, 1},
    [SPENN_UNPREPARED_REWORK] = {"unprepared-rework", SPENN_FORM_SHARE, 0, 10},
};

int32_t spenn_assumption_find(const char *id)
{
    for (int32_t i = 0; i < SPENN_ASSUMPTION_COUNT; i++) {
        if (strcmp(spenn_assumption_keys[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

char *spenn_assumption_format(char *buffer, size_t size, int32_t i, double value)
{
    switch (spenn_assumption_keys[i].form) {
    case SPENN_FORM_SHARE:
        return spenn_format_share(buffer, size, value);
    case SPENN_FORM_RATE:
        return spenn_format_rate(buffer, size, value);
    case SPENN_FORM_DURATION:
        return spenn_format_duration(buffer, size, value);
    case SPENN_FORM_HOURS_PER_WEEK:
        (void)spenn_format_duration(buffer, size, value);
        (void)strncat(buffer, "/w", size - strlen(buffer) - 1);
        return buffer;
    case SPENN_FORM_LAW:
        (void)snprintf(buffer, size, "%s%s", spenn_laws.file[(int32_t)value],
            (int32_t)value == SPENN_LAW_ERLANG ? "-2" : "");
        return buffer;
    default:
        return spenn_format_number(buffer, size, value);
    }
}
