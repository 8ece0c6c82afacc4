/* SPDX-License-Identifier: MIT
 * The verbs and their arguments, one row each. `establish` and `open` also take the keys
 * of a unit and a forum; the maps under `to` and `into` are taken apart by their verbs.
 */
#include "change_verbs.h"

#define NONE .at = SPENN_NO_COLUMN, .also = SPENN_NO_COLUMN
#define WAVE                                                                             \
    {"at", SPENN_KEY_DURATION, NONE, .least = 0, .most = 195000},                        \
    {                                                                                    \
        "when", SPENN_KEY_STRUCTURE, NONE                                                \
    }
#define NEED(name, kind)                                                                 \
    {                                                                                    \
        name, SPENN_KEY_##kind, .required = true, NONE, .least = 0, .most = 1            \
    }
#define MAY(name, kind)                                                                  \
    {                                                                                    \
        name, SPENN_KEY_##kind, NONE, .least = 0, .most = 1                              \
    }

static const struct spenn_key establish[] = {WAVE};
static const struct spenn_key spin_off[] = {
    NEED("from", UNIT), NEED("to", STRUCTURE), NEED("share", SHARE), WAVE};
static const struct spenn_key split[] = {
    NEED("unit", UNIT), NEED("into", STRUCTURE), WAVE};
static const struct spenn_key merge[] = {
    NEED("units", SELECTOR), NEED("into", STRUCTURE), WAVE};
static const struct spenn_key absorb[] = {
    NEED("units", SELECTOR), NEED("into", UNIT), WAVE};
static const struct spenn_key abolish[] = {
    NEED("unit", SELECTOR), MAY("to", UNIT), MAY("delegate", SHARE), WAVE};
static const struct spenn_key rename_unit[] = {
    NEED("unit", UNIT), MAY("name", NAME), MAY("id", ID), WAVE};
static const struct spenn_key move[] = {NEED("units", SELECTOR), NEED("to", UNIT), WAVE};
static const struct spenn_key transfer[] = {
    NEED("task", ID), MAY("from", SELECTOR), NEED("to", UNIT), MAY("share", SHARE), WAVE};
static const struct spenn_key join[] = {
    NEED("forum", FORUM), NEED("members", SELECTOR), WAVE};
static const struct spenn_key open_forum[] = {WAVE};
static const struct spenn_key close_forum[] = {
    NEED("forum", FORUM), MAY("to", FORUM), WAVE};
static const struct spenn_key draw[] = {
    {"kind", SPENN_KEY_NAMED, .required = true, .names = &spenn_line_kinds, NONE,
        .least = SPENN_LINE_PROFESSIONAL, .most = SPENN_LINE_CONTRACT},
    NEED("from", SELECTOR), NEED("to", SELECTOR), MAY("letter", ID),
    {"goals", SPENN_KEY_INTEGER, NONE, .least = 0, .most = spenn_most_goals}, WAVE};
static const struct spenn_key erase[] = {
    {"kind", SPENN_KEY_NAMED, .required = true, .names = &spenn_line_kinds, NONE,
        .least = SPENN_LINE_PROFESSIONAL, .most = SPENN_LINE_CONTRACT},
    NEED("from", SELECTOR), NEED("to", SELECTOR), WAVE};
static const struct spenn_key delegate[] = {
    NEED("task", ID), NEED("to", SELECTOR), NEED("limit", SHARE), WAVE};
static const struct spenn_key contact[] = {NEED("between", SELECTOR),
    NEED("and", SELECTOR),
    {"meets", SPENN_KEY_RATE, .required = true, NONE, .least = 0, .most = 10},
    {"lasts", SPENN_KEY_DURATION, NONE, .above = true, .least = 0, .most = 195000}, WAVE};
static const struct spenn_key set[] = {MAY("unit", SELECTOR), MAY("forum", FORUM),
    MAY("task", ID), MAY("need", ID), MAY("assume", STRUCTURE), WAVE};

#define SECTION(verb, keys)                                                              \
    {                                                                                    \
        "change '" verb "'", sizeof keys / sizeof *keys, keys                            \
    }
#define VERB(verb, keys, function) verb, SECTION(verb, keys), spenn_change_##function

const struct spenn_verb spenn_verbs[] = {
    {VERB("establish", establish, establish), &spenn_unit_section, true},
    {VERB("spin-off", spin_off, spin_off), NULL, true},
    {VERB("split", split, split), NULL, true},
    {VERB("merge", merge, merge), NULL, true},
    {VERB("absorb", absorb, absorb), NULL, true},
    {VERB("abolish", abolish, abolish), NULL, true},
    {VERB("rename", rename_unit, rename), NULL, true},
    {VERB("move", move, move), NULL, false},
    {VERB("transfer", transfer, transfer), NULL, false},
    {VERB("join", join, join), NULL, false},
    {VERB("leave", join, leave), NULL, false},
    {VERB("open", open_forum, open), &spenn_forum_section, true},
    {VERB("close", close_forum, close), NULL, true},
    {VERB("draw", draw, draw), NULL, false},
    {VERB("erase", erase, erase), NULL, false},
    {VERB("delegate", delegate, delegate), NULL, false},
    {VERB("contact", contact, contact), NULL, false},
    {VERB("set", set, set), NULL, false},
};
const int32_t spenn_verb_count = sizeof spenn_verbs / sizeof *spenn_verbs;
