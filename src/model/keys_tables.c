/* SPDX-License-Identifier: MIT
 * The language as data: one row a key. What a row means is in keys.h, what the words mean
 * in docs/model-format.md and docs/scenario-format.md. */
#include "keys.h"

#include "role.h"
#include "scenario.h"

#define NONE .at = SPENN_NO_COLUMN, .also = SPENN_NO_COLUMN
#define AT(column) .at = offsetof(TABLE, column), .also = SPENN_NO_COLUMN
#define NAME_AT(nb, en) .at = offsetof(TABLE, nb), .also = offsetof(TABLE, en)
#define RANGE(from, to) .least = (from), .most = (to)
#define OVER(from, to) .least = (from), .most = (to), .above = true
#define SECTION(section, title)                                                          \
    const struct spenn_section spenn_##section##_section = {                             \
        title, sizeof section##_keys / sizeof *section##_keys, section##_keys}

/* Bounds that keep every later product finite; far beyond any organization. */
#define MOST_PEOPLE 1e6   /* servers of one desk */
#define MOST_FTE 1e7      /* of one unit */
#define MOST_HOURS 195000 /* a hundred years */
#define MOST_RATE 1e6     /* an hour */

#define TABLE struct spenn_units
static const struct spenn_key unit_keys[] = {
    {"id", SPENN_KEY_ID, .required = true, AT(id)},
    {"name", SPENN_KEY_NAME, NAME_AT(name, name_en)},
    {"name-en", SPENN_KEY_TEXT, .csv = true, AT(name_en)},
    {"kind", SPENN_KEY_NAMED, .required = true, .names = &spenn_kinds, AT(kind),
        RANGE(0, SPENN_KIND_COUNT - 1)},
    {"reports-to", SPENN_KEY_UNIT, AT(parent)},
    {"count", SPENN_KEY_INTEGER, NONE, RANGE(1, spenn_most_count)},
    {"fte", SPENN_KEY_NUMBER, AT(fte), RANGE(0, MOST_FTE)},
    {"caseworkers", SPENN_KEY_INTEGER, AT(caseworkers), RANGE(0, MOST_PEOPLE)},
    {"leaders", SPENN_KEY_INTEGER, AT(leaders), RANGE(1, MOST_PEOPLE)},
    {"responsibility", SPENN_KEY_NAMED, .names = &spenn_responsibilities,
        AT(responsibility), RANGE(SPENN_BY_UNIT, SPENN_ACROSS)},
    {"speed", SPENN_KEY_NUMBER, AT(speed), OVER(0, 1e6)},
    {"sector", SPENN_KEY_TEXT, AT(sector)},
    {"location", SPENN_KEY_TEXT, AT(location)},
    {"status", SPENN_KEY_NAMED, .names = &spenn_statuses, AT(status),
        RANGE(SPENN_STATUS_VACANT, SPENN_STATUS_LEAVING)},
    {"mandatory", SPENN_KEY_BOOL, AT(mandatory)},
    {"kept-informed", SPENN_KEY_BOOL, AT(kept_informed)},
    {"turnover", SPENN_KEY_RATE, AT(turnover), RANGE(0, 1)},
    {"coordination", SPENN_KEY_ROLE, AT(coordination)},
    {"veto", SPENN_KEY_SHARE, AT(veto), RANGE(0, 1)},
    {"mobility", SPENN_KEY_RATE, AT(mobility), RANGE(0, 1)},
    {"functions", SPENN_KEY_TEXTS, AT(functions)},
    {"serves", SPENN_KEY_TEXTS, AT(serves)},
    {"offices", SPENN_KEY_TEXTS, AT(offices)},
    {"order", SPENN_KEY_INTEGER, AT(order), RANGE(-1e6, 1e6)},
    {"side", SPENN_KEY_NAMED, .names = &spenn_sides, AT(side),
        RANGE(SPENN_SIDE_LEFT, SPENN_SIDE_RIGHT)},
    {"panel", SPENN_KEY_NAME, NAME_AT(panel, panel_en)},
    {"panel-en", SPENN_KEY_TEXT, .csv = true, AT(panel_en)},
    {"collapse", SPENN_KEY_NAME, NAME_AT(collapse, collapse_en)},
    {"collapse-en", SPENN_KEY_TEXT, .csv = true, AT(collapse_en)},
    {"group", SPENN_KEY_ID, AT(group)},
    {"formerly", SPENN_KEY_IDS, AT(former)},
    {"assumed", SPENN_KEY_ASSUMED, AT(assumed)},
};
#undef TABLE
SECTION(unit, "unit");

#define TABLE struct spenn_forums
static const struct spenn_key forum_keys[] = {
    {"id", SPENN_KEY_ID, .required = true, AT(id)},
    {"name", SPENN_KEY_NAME, NAME_AT(name, name_en)},
    {"kind", SPENN_KEY_NAMED, .required = true, .names = &spenn_forum_kinds, AT(kind),
        RANGE(0, SPENN_FORUM_OTHER)},
    {"chair", SPENN_KEY_UNIT, .required = true, AT(chair)},
    {"members", SPENN_KEY_SELECTOR, .required = true, NONE},
    {"meets", SPENN_KEY_RATE, AT(meets), OVER(0, 10), .given = SPENN_GIVEN_MEETS},
    {"lasts", SPENN_KEY_DURATION, AT(lasts), OVER(0, MOST_HOURS),
        .given = SPENN_GIVEN_LASTS},
    {"agenda", SPENN_KEY_INTEGER, AT(agenda), RANGE(1, 1e6), .given = SPENN_GIVEN_AGENDA},
    {"video", SPENN_KEY_SHARE, AT(video), RANGE(0, 1), .given = SPENN_GIVEN_VIDEO},
    {"preparation", SPENN_KEY_SHARE, AT(preparation), RANGE(0, 10),
        .given = SPENN_GIVEN_PREPARATION},
    {"commitment", SPENN_KEY_SHARE, AT(commitment), RANGE(0, 1)},
    {"topics", SPENN_KEY_TEXTS, AT(topics)},
    {"assumed", SPENN_KEY_ASSUMED, AT(assumed)},
};
#undef TABLE
SECTION(forum, "forum");

#define TABLE struct spenn_tasks
static const struct spenn_key task_keys[] = {
    {"id", SPENN_KEY_ID, .required = true, AT(id)},
    {"name", SPENN_KEY_NAME, NAME_AT(name, name_en)},
    {"at", SPENN_KEY_SELECTOR, NONE},
    {"arrives", SPENN_KEY_RATE, NONE, OVER(0, MOST_RATE)},
    {"streams", SPENN_KEY_STRUCTURE, NONE},
    {"handling", SPENN_KEY_TIME, AT(handling), RANGE(0, MOST_HOURS)},
    {"decision", SPENN_KEY_TIME, AT(decision), RANGE(0, MOST_HOURS)},
    {"beyond-authority", SPENN_KEY_SHARE, AT(beyond_authority), RANGE(0, 1)},
    {"authority", SPENN_KEY_STRUCTURE, NONE, RANGE(0, 1)},
    {"limits", SPENN_KEY_STRUCTURE, NONE, RANGE(0, 1)},
    {"decided-in", SPENN_KEY_FORUM, AT(decided_in)},
    {"decided-by", SPENN_KEY_UNIT, AT(decided_by)},
    {"via", SPENN_KEY_NAMED, .names = &spenn_line_kinds, AT(via),
        RANGE(SPENN_LINE_LINE, SPENN_LINE_ADMINISTRATIVE)},
    {"support", SPENN_KEY_STRUCTURE, NONE, RANGE(0, 1)},
    {"priority", SPENN_KEY_INTEGER, AT(priority), RANGE(0, 99)},
    {"deadline", SPENN_KEY_DEADLINE, AT(deadline), OVER(0, MOST_HOURS)},
    {"late", SPENN_KEY_NAMED, .names = &spenn_lates, AT(late),
        RANGE(SPENN_LATE_LAPSES, SPENN_LATE_ESCALATES)},
    {"hard", SPENN_KEY_BOOL, AT(hard)},
    {"assigned", SPENN_KEY_NAMED, .names = &spenn_assignments, AT(assigned),
        RANGE(0, SPENN_ASSIGN_LEAST_LOADED)},
    {"personal", SPENN_KEY_SHARE, AT(personal), RANGE(0, 1)},
    {"direct", SPENN_KEY_SHARE, AT(direct), RANGE(0, 1)},
    {"coordinates", SPENN_KEY_STRUCTURE, NONE},
    {"assumed", SPENN_KEY_ASSUMED, AT(assumed)},
};
#undef TABLE
SECTION(task, "task");

#define TABLE struct spenn_user_needs
static const struct spenn_key need_keys[] = {
    {"id", SPENN_KEY_ID, .required = true, AT(id)},
    {"name", SPENN_KEY_NAME, NAME_AT(name, name_en)},
    {"functions", SPENN_KEY_TEXTS, .required = true, AT(functions)},
    {"coordinator", SPENN_KEY_UNIT, .none = true, AT(coordinator)},
};
#undef TABLE
SECTION(need, "need");

#define TABLE struct spenn_lines
static const struct spenn_key line_keys[] = {
    {"kind", SPENN_KEY_NAMED, .required = true, .names = &spenn_line_kinds, NONE,
        RANGE(SPENN_LINE_PROFESSIONAL, SPENN_LINE_CONTRACT)},
    {"from", SPENN_KEY_SELECTOR, .required = true, NONE},
    {"to", SPENN_KEY_SELECTOR, .required = true, NONE},
    {"letter", SPENN_KEY_ID, AT(letter)},
    {"goals", SPENN_KEY_INTEGER, AT(goals), RANGE(0, spenn_most_goals)},
};
#undef TABLE
SECTION(line, "line");

static const struct spenn_key contact_keys[] = {
    {"between", SPENN_KEY_SELECTOR, .required = true, NONE},
    {"and", SPENN_KEY_SELECTOR, .required = true, NONE},
    {"meets", SPENN_KEY_RATE, .required = true, NONE, OVER(0, 10)},
    {"lasts", SPENN_KEY_DURATION, .required = true, NONE, OVER(0, MOST_HOURS)},
};
SECTION(contact, "contact");

static const struct spenn_key practice_keys[] = {
    {"among", SPENN_KEY_SELECTOR, .required = true, NONE},
};
SECTION(practice, "practice");

static const struct spenn_key stream_keys[] = {
    {"origin", SPENN_KEY_ID, .required = true, NONE},
    {"arrives", SPENN_KEY_RATE, .required = true, NONE, OVER(0, MOST_RATE)},
    {"served-by", SPENN_KEY_STRUCTURE, NONE, RANGE(0, 1)},
    {"with", SPENN_KEY_SELECTOR, NONE},
};
SECTION(stream, "stream");

static const struct spenn_key origin_keys[] = {
    {"id", SPENN_KEY_ID, .required = true, NONE},
    {"unit", SPENN_KEY_UNIT, .required = true, NONE},
    {"practice", SPENN_KEY_BOOL, NONE},
};
SECTION(origin, "origin");

#define TABLE struct spenn_coordinations
static const struct spenn_key coordinates_keys[] = {
    {"with", SPENN_KEY_SELECTOR, NONE},
    {"parties", SPENN_KEY_INTEGER, AT(parties), RANGE(2, 1000)},
    {"step", SPENN_KEY_INTEGER, AT(step), RANGE(1, 4)},
    {"starts-at", SPENN_KEY_INTEGER, AT(starts_at), RANGE(1, 3)},
    {"conflict", SPENN_KEY_SHARE, AT(conflict), RANGE(0, 1)},
    {"own-weight", SPENN_KEY_SHARE, AT(own_weight), RANGE(0, 1)},
    {"consent", SPENN_KEY_NAMED, .names = &spenn_consents, AT(consent),
        RANGE(0, SPENN_CONSENT_ANY)},
    {"mechanisms", SPENN_KEY_NAMED, .names = &spenn_mechanism_names, AT(mechanisms),
        RANGE(0, SPENN_MECHANISMS_NEITHER)},
    {"ladder", SPENN_KEY_NAMED, .names = &spenn_ladders, AT(ladder),
        RANGE(0, SPENN_LADDER_CHAIN)},
    {"lead", SPENN_KEY_UNIT, .none = true, AT(lead)},
    {"cuts-through", SPENN_KEY_BOOL, AT(cuts_through)},
    {"arbiter", SPENN_KEY_UNIT, .none = true, AT(arbiter)},
    {"forum", SPENN_KEY_FORUM, .none = true, AT(forum)},
    {"tries", SPENN_KEY_INTEGER, AT(tries), RANGE(1, 20)},
    {"again-after", SPENN_KEY_DURATION, AT(again_after), RANGE(0, MOST_HOURS)},
    {"messages", SPENN_KEY_NAMED, .names = &spenn_message_ways, AT(messages),
        RANGE(0, SPENN_MESSAGES_LINE)},
    {"anchoring", SPENN_KEY_SHARE, AT(anchoring), RANGE(0, 1)},
    {"early", SPENN_KEY_BOOL, AT(early)},
    {"renewed", SPENN_KEY_RATE, AT(renewed), RANGE(0, 1)},
    {"implementation", SPENN_KEY_TIME, AT(implementation), RANGE(0, MOST_HOURS)},
};
#undef TABLE
SECTION(coordinates, "coordination");

#define TABLE struct spenn_role
static const struct spenn_key role_keys[] = {
    {"primary", SPENN_KEY_NAMED, .names = &spenn_roles, AT(primary),
        RANGE(SPENN_ROLE_DRIVER, SPENN_ROLE_SYSTEM_MANAGER)},
    {"secondary", SPENN_KEY_SET, .names = &spenn_roles, AT(secondary),
        RANGE(SPENN_ROLE_DRIVER, SPENN_ROLE_SYSTEM_MANAGER)},
    {"ambition", SPENN_KEY_INTEGER, AT(ambition), RANGE(1, 4)},
    {"instruments", SPENN_KEY_SET, .names = &spenn_instruments, AT(instruments),
        RANGE(0, SPENN_INSTRUMENT_COUNT - 1)},
};
#undef TABLE
SECTION(role, "coordination role");

static const struct spenn_key name_keys[] = {
    {"nb", SPENN_KEY_TEXT, .required = true, NONE},
    {"en", SPENN_KEY_TEXT, NONE},
};
SECTION(name, "name");

/* The mean's range is that of the key whose time it is. */
static const struct spenn_key time_keys[] = {
    {"mean", SPENN_KEY_DURATION, .required = true, NONE},
    {"law", SPENN_KEY_TEXT, NONE},
    {"cv", SPENN_KEY_NUMBER, NONE, OVER(0, 100)},
};
SECTION(time, "time");

#define TABLE struct spenn_model
static const struct spenn_key model_keys[] = {
    {"spenn", SPENN_KEY_TEXT, .required = true, NONE},
    {"id", SPENN_KEY_ID, .required = true, AT(id)},
    {"name", SPENN_KEY_NAME, NAME_AT(name, name_en)},
    {"form", SPENN_KEY_NAMED, .names = &spenn_forms, AT(form),
        RANGE(0, SPENN_FORM_OTHER)},
    {"as-of", SPENN_KEY_TEXT, AT(as_of)},
    {"source", SPENN_KEY_TEXT, AT(source)},
    {"note", SPENN_KEY_NOTE, AT(note)},
    {"functions", SPENN_KEY_TEXTS, AT(functions)},
    {"needs", SPENN_KEY_STRUCTURE, NONE},
    {"units", SPENN_KEY_STRUCTURE, .required = true, NONE},
    {"origins", SPENN_KEY_STRUCTURE, NONE},
    {"lines", SPENN_KEY_STRUCTURE, NONE},
    {"forums", SPENN_KEY_STRUCTURE, NONE},
    {"tasks", SPENN_KEY_STRUCTURE, NONE},
    {"practice", SPENN_KEY_STRUCTURE, NONE},
    {"contact", SPENN_KEY_STRUCTURE, NONE},
    {"assume", SPENN_KEY_STRUCTURE, NONE},
};
#undef TABLE
SECTION(model, "model");

#define TABLE struct spenn_scenario
static const struct spenn_key scenario_keys[] = {
    {"spenn", SPENN_KEY_TEXT, .required = true, NONE},
    {"id", SPENN_KEY_ID, .required = true, AT(id)},
    {"title", SPENN_KEY_NAME, NAME_AT(title, title_en)},
    {"question", SPENN_KEY_NAME, NAME_AT(question, question_en)},
    {"source", SPENN_KEY_TEXT, AT(source)},
    {"note", SPENN_KEY_NOTE, AT(note)},
    {"caveat", SPENN_KEY_NAME, NAME_AT(caveat, caveat_en)},
    {"model", SPENN_KEY_TEXT, .required = true, AT(model)},
    {"alternatives", SPENN_KEY_STRUCTURE, NONE},
    {"vary", SPENN_KEY_STRUCTURE, NONE},
    {"simulate", SPENN_KEY_STRUCTURE, NONE},
    {"expect", SPENN_KEY_STRUCTURE, NONE},
    {"not-represented", SPENN_KEY_STRUCTURE, NONE},
    {"assume", SPENN_KEY_STRUCTURE, NONE},
};
#undef TABLE
SECTION(scenario, "scenario");

#define TABLE struct spenn_alternative
static const struct spenn_key alternative_keys[] = {
    {"name", SPENN_KEY_NAME, NAME_AT(name, name_en)},
    {"changes", SPENN_KEY_STRUCTURE, NONE},
};
#undef TABLE
SECTION(alternative, "alternative");

#define TABLE struct spenn_simulate
static const struct spenn_key simulate_keys[] = {
    {"for", SPENN_KEY_DURATION, AT(duration), OVER(0, MOST_HOURS)},
    {"warm-up", SPENN_KEY_STRUCTURE, NONE},
    {"replications", SPENN_KEY_STRUCTURE, NONE},
    {"precision", SPENN_KEY_SHARE, AT(precision), OVER(0, 1)},
    {"seed", SPENN_KEY_STRUCTURE, NONE},
};
#undef TABLE
SECTION(simulate, "simulate");

static const char *const directions[] = {"higher", "lower", "same"};
static const char *const directions_nb[] = {"høyere", "lavere", "lik"};
const struct spenn_names spenn_directions = {3, directions, directions_nb, directions};

#define TABLE struct spenn_expect
static const struct spenn_key expect_keys[] = {
    {"claim", SPENN_KEY_TEXT, AT(claim)},
    {"measure", SPENN_KEY_TEXT, .required = true, AT(measure)},
    {"of", SPENN_KEY_TEXT, AT(of)},
    {"in", SPENN_KEY_TEXT, .required = true, NONE},
    {"is", SPENN_KEY_NAMED, .required = true, .names = &spenn_directions, AT(is),
        RANGE(0, SPENN_SAME)},
    {"than", SPENN_KEY_TEXT, NONE},
    {"indifference", SPENN_KEY_STRUCTURE, NONE},
    {"coded-in", SPENN_KEY_TEXT, AT(coded_in)},
};
#undef TABLE
SECTION(expect, "expectation");

#define TABLE struct spenn_unrepresented
static const struct spenn_key unrepresented_keys[] = {
    {"claim", SPENN_KEY_TEXT, .required = true, AT(claim)},
    {"reason", SPENN_KEY_TEXT, .required = true, AT(reason)},
};
#undef TABLE
SECTION(unrepresented, "claim not represented");

/* Beside `at` in a change. */
static const struct spenn_key when_keys[] = {
    {"measure", SPENN_KEY_TEXT, .required = true, NONE},
    {"of", SPENN_KEY_TEXT, NONE},
    {"above", SPENN_KEY_STRUCTURE, NONE},
    {"below", SPENN_KEY_STRUCTURE, NONE},
    {"for", SPENN_KEY_DURATION, .required = true, NONE, RANGE(0, MOST_HOURS)},
};
SECTION(when, "when");
