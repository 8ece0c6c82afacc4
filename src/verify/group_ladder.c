/* SPDX-License-Identifier: MIT
 * The ladder of coordination (docs/model.md §7.12): consent and veto, arbitration,
 * rounds, parts of joint action, messages along the line. */
#include "suite.h"

#include "jackson.h"

/* 0.8^3, 3 0.8^2 0.2 + 0.8^3, 1 - 0.2^3, the same of 0.9 for no harm; 0.9 0.8 0.7;
 * Phi(2 x 0.841621), Phi(0.841621 / sqrt(0.75^2 + 0.25^2)), of 1.281552 for no harm;
 * (0.5 x 0.8)^3; 0.5 x 0.8 x 0.6 */
static const struct spenn_verify_seen consent[] = {
    SEEN("consent-all", "solved", "alle", 0.512),
    SEEN("consent-all-no-harm", "step-3", "alle", 0.217),
    SEEN("consent-all-understood-only", "step-2", "alle", 0.271),
    SEEN("consent-all-mean-step", "step", "alle", 3.241),
    SEEN("consent-all-messages", "messages", "alle", 3),
    SEEN("consent-most", "step-4", "flertall", 0.896),
    SEEN("consent-most-no-harm", "step-3", "flertall", 0.076),
    SEEN("consent-one", "step-4", "en", 0.992),
    SEEN("consent-one-no-harm", "step-3", "en", 0.007),
    SEEN("consent-to-no-harm", "solved", "skade", 0.729),
    SEEN("veto-passed", "solved", "stanser", 0.504),
    SEEN("veto-stopped", "vetoed", "stanser", 0.496),
    SEEN("consent-common-gain", "step-4", "felles", 0.953836),
    SEEN("consent-common-gain-no-harm", "step-3", "felles", 0.040977),
    SEEN("consent-half-own-gain", "step-4", "halvt", 0.856466),
    SEEN("consent-half-own-gain-no-harm", "step-3", "halvt", 0.091030),
    SEEN("consent-unprepared", "step-4", "uforberedt", 0.064),
    SEEN("consent-unprepared-no-harm", "step-3", "uforberedt", 0.665),
    SEEN("consent-unprepared-nothing", "step-0", "uforberedt", 0.271),
    SEEN("consent-of-owners", "step-4", "eier", 0.24),
};

/* imposed 0.5 x 0.6 and 0.8; after 0.2 failed, half of them with no harm done: 0.6 */
static const struct spenn_verify_seen arbitration[] = {
    SEEN("arbiter-imposed", "step-4", "samme", 0.3),
    SEEN("arbiter-imposed-no-harm", "step-3", "samme", 0.5),
    SEEN("arbiter-imposed-nothing", "step-0", "samme", 0.2),
    SEEN("arbiter-once", "arbitrations", "samme", 1),
    SEEN("arbiter-common-superior", "utilisation", "dep-1", 0.1),
    SEEN("arbiter-top", "utilisation", "regjering", 0.2),
    SEEN("arbiter-named-body", "utilisation", "organ-1", 0.1),
    SEEN("arbiter-lead", "utilisation", "b-2", 0.1),
    SEEN("arbiter-no-harm-asked", "solved", "skade", 0.8),
    SEEN("arbiter-after-consent", "step-4", "begge", 0.92),
    SEEN("arbiter-after-consent-no-harm", "step-3", "begge", 0.06),
    SEEN("arbiter-after-consent-nothing", "step-2", "begge", 0.02),
    SEEN("arbiter-after-consent-how-often", "arbitrations", "begge", 0.2),
    SEEN("arbiter-after-consent-busy", "utilisation", "organ-2", 0.12),
    SEEN("arbiter-none", "solved", "uten", 0.8),
};

/* p = 0.7^2, (1 - 0.51^4) / p rounds of H_2 hours; H_1, H_4, H_3;
 * H_2 (1 + 0.85^2); 1.75 talks; 20 + 0.75 x 40 + 1 */
static const struct spenn_verify_seen tries[] = {
    SEEN("rounds-how-many", "tries", "runder", 1.902751),
    SEEN("rounds-solved", "solved", "runder", 0.932348),
    SEEN("rounds-time", "coordination-time", "runder", 11.881637),
    SEEN_AS("answer-of-one", "coordination-time", "en", f1, spenn_harmonic, 1),
    SEEN_AS("answers-of-four", "coordination-time", "fire", f1, spenn_harmonic, 4),
    SEEN_AS("fork-time", "coordination-time", "gaffel", f1, spenn_harmonic, 2),
    SEEN("fork-solved", "step-4", "gaffel", 0.49),
    SEEN("chain-time", "coordination-time", "kjede", 2.58375),
    SEEN("chain-solved", "step-4", "kjede", 0.49),
    SEEN("chain-no-harm", "step-3", "kjede", 0.2325),
    SEEN_AS(
        "messages-to-three-time", "coordination-time", "melding", f1, spenn_harmonic, 3),
    SEEN("talks-solved", "solved", "samtale", 0.875),
    SEEN("talks-time", "coordination-time", "samtale", 1.75),
    SEEN("talks-in-a-forum-time", "coordination-time", "i-møte", 51),
    SEEN("talks-in-a-forum-solved", "solved", "i-møte", 0.875),
};

/* 10 H_4; 1.3 times that without a shared understanding; and the desks' load. */
static const struct spenn_verify_seen parts[] = {
    SEEN("parts-slowest-of-four", "implementation-time", "felles", 20.833333),
    SEEN("parts-unprepared", "implementation-time", "uforberedt", 27.083333),
    SEEN("parts-busy", "utilisation", "b-2", 0.0575),
};

static const struct spenn_verify_seen messages[] = {
    SEEN("messages-wheel", "messages", "hjulet", 8),
    SEEN("messages-wheel-from-the-rim", "messages", "fra-felgen", 8),
    SEEN("messages-y", "messages", "ypsilon", 8),
    SEEN("messages-chain", "messages", "kjeden", 8),
    SEEN("messages-direct", "messages", "direkte", 4),
    SEEN("messages-two-leaves", "messages", "to-blad", 6),
    SEEN("messages-two-direct", "messages", "to-direkte", 1),
};

/* (1 + 4) e^-4 */
static const struct spenn_verify_seen answers[] = {
    SEEN("message-and-answer-time", "coordination-time", "sak", 2),
    SEEN("message-and-answer-late", "overdue", "sak", 0.0915781944),
};

static const struct spenn_verify_experiment experiments[] = {
    EXPERIMENT("consent", 100, 2000, 40, consent,
        "derived: binomial sums, products of 1 - veto, the normal distribution of gains"),
    EXPERIMENT("arbitration", 100, 4000, 40, arbitration, "derived: counting outcomes"),
    EXPERIMENT("tries", 200, 3000, 40, tries,
        "derived: geometric rounds; the longest of n exponential times is H_n"),
    EXPERIMENT("parts", 200, 3000, 40, parts,
        "derived: the longest of n exponential times is H_n"),
    EXPERIMENT("answers", 100, 2000, 40, answers, "derived: an Erlang law of two phases"),
    EXPERIMENT("messages", 0, 400, 30, messages,
        "Bavelas 1950, Leavitt 1951: 2(n - 1) messages are the fewest"),
};

const struct spenn_verify_suite spenn_verify_ladder = {
    .group = "ladder",
    .experiment = experiments,
    .experiments = SPENN_COUNT(experiments),
};
