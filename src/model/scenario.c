/* SPDX-License-Identifier: MIT
 * A scenario from its document. What refers to the model (selectors, measures, subjects)
 * stays text here: only whoever has the model can judge it. */
#include "scenario.h"

#include "key_values.h"
#include "keys.h"
#include "quantity.h"
#include "text.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    most_replications = 1000000,
    most_points = 10000, /* of the cross product of `vary` */
};

void spenn_scenario_free(struct spenn_scenario *scenario)
{
    spenn_arena_free(&scenario->memory);
    *scenario = (struct spenn_scenario){0};
}

bool spenn_scenario_find(const struct spenn_scenario *scenario, const char *id,
    struct spenn_where at, int32_t *row, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    int32_t count = scenario->alternative_count;
    const char **ids = spenn_arena_alloc(&scratch, (size_t)count + 1, sizeof *ids);
    *row = -1;
    for (int32_t i = 0; i < count; i++) {
        ids[i] = scenario->alternative[i].id;
        *row = strcmp(ids[i], id) == 0 ? i : *row;
    }
    ids[count] = "baseline";
    bool found = *row >= 0 || strcmp(id, ids[count]) == 0;
    if (!found) {
        char clip[spenn_clip];
        const char *nearest = spenn_text_nearest(id, ids, count + 1);
        spenn_text_clip(clip, id);
        (void)(nearest ? spenn_fail(
                   err, at, "no alternative '%s'; did you mean '%s'?", clip, nearest)
                       : spenn_fail(err, at, "no alternative '%s'", clip));
    }
    spenn_arena_free(&scratch);
    return found;
}

struct reader {
    struct spenn_scenario *scenario;
    struct spenn_key_context read;
    struct spenn_error *err;
};

/* ---- alternatives */

static bool check_changes(struct reader *r, const struct spenn_value *changes)
{
    if (changes->kind != SPENN_LIST) {
        return spenn_fail(r->err, changes->at, "'changes' must be a list, not %s",
            spenn_value_kind_name(changes));
    }
    bool ok = true;
    for (int32_t i = 0; i < changes->count; i++) {
        const struct spenn_value *change = changes->item[i];
        bool beside = spenn_value_get(change, "at") || spenn_value_get(change, "when");
        if (change->kind == SPENN_MAP && change->count > 1 && beside) {
            ok = spenn_fail(r->err, change->at,
                "'at' and 'when' of a change are among the verb's arguments: join: "
                "{forum: ..., members: ..., at: 26w}");
        } else if (change->kind != SPENN_MAP || change->count != 1) {
            ok = spenn_fail(r->err, change->at,
                "a change must be a map with one key, the verb: join: {forum: ...}");
        }
    }
    return ok;
}

static bool build_alternative(
    struct reader *r, const struct spenn_value *map, int32_t i, struct spenn_where at)
{
    struct spenn_alternative *a = &r->scenario->alternative[i];
    const struct spenn_value *value = map->item[i];
    char clip[spenn_clip];
    bool ok = true;
    *a = (struct spenn_alternative){.id = map->key[i], .name = map->key[i], .at = at};
    if (!spenn_text_is_id(a->id)) {
        ok = spenn_fail(
            r->err, at, "'%s' is no id of an alternative", spenn_text_clip(clip, a->id));
    }
    if (strcmp(a->id, "baseline") == 0) {
        ok = spenn_fail(r->err, at, "'baseline' is the model without changes");
    }
    if (spenn_value_is_null(value)) {
        return ok;
    }
    if (!spenn_keys_check(&spenn_alternative_section, value, false, r->err)) {
        return false;
    }
    ok = spenn_keys_fill(&r->read, &spenn_alternative_section, value, a) && ok;
    a->changes = spenn_value_get(value, "changes");
    return (!a->changes || check_changes(r, a->changes)) && ok;
}

static bool build_alternatives(struct reader *r, const struct spenn_value *map)
{
    struct spenn_scenario *scenario = r->scenario;
    if (!map) {
        return true;
    }
    if (map->kind != SPENN_MAP) {
        return spenn_fail(r->err, map->at,
            "'alternatives' must be a map from id to {name, changes}, not %s",
            spenn_value_kind_name(map));
    }
    scenario->alternative_count = map->count;
    scenario->alternative = spenn_arena_alloc(
        &scenario->memory, (size_t)map->count, sizeof *scenario->alternative);
    bool ok = true;
    for (int32_t i = 0; i < map->count; i++) {
        ok = build_alternative(r, map, i, map->key_at[i]) && ok;
    }
    return ok;
}

/* ---- what to vary */

static bool build_vary(struct reader *r, const struct spenn_value *map)
{
    struct spenn_scenario *scenario = r->scenario;
    if (!map) {
        return true;
    }
    if (map->kind != SPENN_MAP) {
        return spenn_fail(r->err, map->at, "'vary' must be a map from paths to lists");
    }
    scenario->vary_count = map->count;
    scenario->vary =
        spenn_arena_alloc(&scenario->memory, (size_t)map->count, sizeof *scenario->vary);
    bool ok = true;
    int64_t points = 1;
    for (int32_t i = 0; i < map->count; i++) {
        const struct spenn_value *list = map->item[i];
        if (list->kind != SPENN_LIST || list->count == 0) {
            ok = spenn_fail(
                r->err, list->at, "'%s' must have a list of values", map->key[i]);
            continue;
        }
        scenario->vary[i] =
            (struct spenn_vary){map->key[i], list->count, list->item, map->key_at[i]};
        points = points > most_points ? points : points * list->count;
    }
    return ok
        && (points <= most_points
            || spenn_fail(
                r->err, map->at, "'vary' makes more than %d points", most_points));
}

/* ---- how to simulate */

static bool whole_number(const char *text, uint64_t most, uint64_t *number)
{
    char *end;
    if (*text < '0' || *text > '9') {
        return false;
    }
    errno = 0;
    unsigned long long parsed = strtoull(text, &end, 10);
    if (*end || errno == ERANGE || parsed > most) {
        return false;
    }
    *number = parsed;
    return true;
}

/* "100" or "30..480". */
static bool build_replications(struct reader *r, const struct spenn_value *value)
{
    struct spenn_simulate *simulate = &r->scenario->simulate;
    char least[32];
    uint64_t low = 0, high = 0;
    if (!spenn_value_is_text("replications", value, false, r->err)) {
        return false;
    }
    const char *dots = strstr(value->text, "..");
    size_t length = dots ? (size_t)(dots - value->text) : strlen(value->text);
    bool ok = length < sizeof least;
    if (ok) {
        memcpy(least, value->text, length);
        least[length] = '\0';
        ok = whole_number(least, most_replications, &low);
        ok = ok && whole_number(dots ? dots + 2 : least, most_replications, &high);
    }
    if (!ok || low < 1 || high < low) {
        char clip[spenn_clip];
        return spenn_fail(r->err, value->at,
            "'replications' must be a number from 1 or least..most, not '%s'",
            spenn_text_clip(clip, value->text));
    }
    simulate->least = (int32_t)low;
    simulate->most = (int32_t)high;
    return true;
}

static bool build_warm_up(struct reader *r, const struct spenn_value *value)
{
    static const struct spenn_key key = {
        "warm-up", SPENN_KEY_DURATION, .least = 0, .most = 195000};
    return (value->kind == SPENN_SCALAR && strcmp(value->text, "auto") == 0)
        || spenn_key_parse(&r->read, &key, value, &r->scenario->simulate.warm_up);
}

static bool build_seed(struct reader *r, const struct spenn_value *value)
{
    char clip[spenn_clip];
    if (!spenn_value_is_text("seed", value, false, r->err)) {
        return false;
    }
    return whole_number(value->text, UINT64_MAX, &r->scenario->simulate.seed)
        || spenn_fail(r->err, value->at, "'seed' must be a whole number from 0, not '%s'",
            spenn_text_clip(clip, value->text));
}

static bool build_simulate(struct reader *r, const struct spenn_value *map)
{
    static const struct {
        const char *key;
        bool (*build)(struct reader *, const struct spenn_value *);
    } parts[] = {{"warm-up", build_warm_up}, {"replications", build_replications},
        {"seed", build_seed}};
    struct spenn_simulate *simulate = &r->scenario->simulate;
    *simulate = (struct spenn_simulate){.duration = 2 * SPENN_YEAR,
        .warm_up = NAN,
        .least = 30,
        .most = 480,
        .precision = NAN,
        .seed = 1};
    if (!map) {
        return true;
    }
    if (!spenn_keys_check(&spenn_simulate_section, map, false, r->err)) {
        return false;
    }
    bool ok = spenn_keys_fill(&r->read, &spenn_simulate_section, map, simulate);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const struct spenn_value *value = spenn_value_get(map, parts[i].key);
        ok = (!value || parts[i].build(r, value)) && ok;
    }
    return ok;
}

/* ---- what is expected */

/* Row of the alternative, -1 for the baseline; *ok becomes false for an unknown one. */
static int32_t alternative_row(
    struct reader *r, const char *key, const struct spenn_value *id, bool *ok)
{
    int32_t row = -1;
    *ok = spenn_value_is_text(key, id, false, r->err)
        && spenn_scenario_find(r->scenario, id->text, id->at, &row, r->err) && *ok;
    return row;
}

/* In the measure's own unit, which is not known here: any of its forms, and which one. */
static bool build_indifference(
    struct reader *r, const struct spenn_value *value, struct spenn_expect *expect)
{
    double number;
    char clip[spenn_clip];
    if (!spenn_value_is_text("indifference", value, false, r->err)) {
        return false;
    }
    if ((!spenn_parse_share(value->text, &number)
            && !spenn_parse_duration(value->text, &number))
        || number < 0.0) {
        return spenn_fail(r->err, value->at,
            "'indifference' must be a duration, share or number from 0, not '%s'",
            spenn_text_clip(clip, value->text));
    }
    expect->indifference = number;
    expect->indifference_unit = strchr(value->text, '%') ? "share"
        : spenn_parse_number(value->text, &number)       ? ""
                                                         : "h";
    expect->indifference_at = value->at;
    return true;
}

static bool build_expectation(
    struct reader *r, const struct spenn_value *map, struct spenn_expect *expect)
{
    *expect = (struct spenn_expect){.claim = "",
        .in = -1,
        .than = -1,
        .indifference = NAN,
        .indifference_unit = "",
        .at = map->at};
    if (!spenn_keys_check(&spenn_expect_section, map, false, r->err)) {
        return false;
    }
    bool ok = spenn_keys_fill(&r->read, &spenn_expect_section, map, expect);
    const struct spenn_value *than = spenn_value_get(map, "than");
    const struct spenn_value *zone = spenn_value_get(map, "indifference");
    expect->in = alternative_row(r, "in", spenn_value_get(map, "in"), &ok);
    expect->than = than ? alternative_row(r, "than", than, &ok) : -1;
    if (ok && expect->in == expect->than) {
        ok = spenn_fail(r->err, map->at, "an alternative is compared with itself");
    }
    if (expect->coded_in && spenn_assumption_find(expect->coded_in) < 0) {
        char clip[spenn_clip];
        ok = spenn_fail(r->err, spenn_value_get(map, "coded-in")->at,
            "no assumption '%s'", spenn_text_clip(clip, expect->coded_in));
    }
    return (!zone || build_indifference(r, zone, expect)) && ok;
}

static bool build_expect(struct reader *r, const struct spenn_value *list)
{
    struct spenn_scenario *scenario = r->scenario;
    if (!list) {
        return true;
    }
    if (list->kind != SPENN_LIST) {
        return spenn_fail(r->err, list->at, "'expect' must be a list, not %s",
            spenn_value_kind_name(list));
    }
    scenario->expect_count = list->count;
    scenario->expect = spenn_arena_alloc(
        &scenario->memory, (size_t)list->count, sizeof *scenario->expect);
    bool ok = true;
    for (int32_t i = 0; i < list->count; i++) {
        ok = build_expectation(r, list->item[i], &scenario->expect[i]) && ok;
    }
    return ok;
}

/* ---- what is not represented */

static bool build_unrepresented(struct reader *r, const struct spenn_value *list)
{
    struct spenn_scenario *scenario = r->scenario;
    if (!list) {
        return true;
    }
    if (list->kind != SPENN_LIST) {
        return spenn_fail(r->err, list->at, "'not-represented' must be a list, not %s",
            spenn_value_kind_name(list));
    }
    scenario->unrepresented_count = list->count;
    scenario->unrepresented = spenn_arena_alloc(
        &scenario->memory, (size_t)list->count, sizeof *scenario->unrepresented);
    bool ok = true;
    for (int32_t i = 0; i < list->count; i++) {
        const struct spenn_section *section = &spenn_unrepresented_section;
        ok = spenn_keys_check(section, list->item[i], false, r->err)
            && spenn_keys_fill(
                &r->read, section, list->item[i], &scenario->unrepresented[i])
            && ok;
    }
    return ok;
}

/* ---- the whole */

static bool build_head(struct reader *r, const struct spenn_value *document)
{
    struct spenn_scenario *scenario = r->scenario;
    bool ok = spenn_keys_check(&spenn_scenario_section, document, false, r->err);
    ok = spenn_keys_fill(&r->read, &spenn_scenario_section, document, scenario) && ok;
    const struct spenn_value *model = spenn_value_get(document, "model");
    if (!scenario->title) {
        scenario->title = scenario->id;
    }
    if (scenario->model) {
        scenario->model_at = model->at;
        scenario->model =
            spenn_text_beside(&scenario->memory, scenario->file, scenario->model);
    }
    scenario->assume = spenn_value_get(document, "assume");
    if (scenario->assume) {
        struct spenn_assumptions tried = {0};
        ok = spenn_assumptions_override(&tried, scenario->assume, 2, r->err) && ok;
    }
    return ok;
}

bool spenn_scenario_build(const struct spenn_value *document, const char *file,
    struct spenn_scenario *scenario, struct spenn_error *err)
{
    if (!spenn_version_check(document, "scenario/1", err)) {
        spenn_scenario_free(scenario);
        return false;
    }
    struct reader r = {.scenario = scenario,
        .read = {.memory = &scenario->memory, .err = err},
        .err = err};
    scenario->file = spenn_arena_text(&scenario->memory, file);
    bool ok = build_head(&r, document);
    ok = build_alternatives(&r, spenn_value_get(document, "alternatives")) && ok;
    ok = build_vary(&r, spenn_value_get(document, "vary")) && ok;
    ok = build_simulate(&r, spenn_value_get(document, "simulate")) && ok;
    ok = build_expect(&r, spenn_value_get(document, "expect")) && ok;
    ok = build_unrepresented(&r, spenn_value_get(document, "not-represented")) && ok;
    if (!ok) {
        spenn_scenario_free(scenario);
    }
    return ok;
}
