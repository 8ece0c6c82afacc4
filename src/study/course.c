/* SPDX-License-Identifier: MIT
 * The way of an alternative with dates or triggers: plans in a row, and what is watched
 * for. */
#include "world.h"

#include <string.h>

/* A bound in the measure's own unit. */
static bool read_bound(const struct spenn_value *value, const char *unit, double *bound)
{
    if (value->kind != SPENN_SCALAR) {
        return false;
    }
    return strcmp(unit, "share") == 0 ? spenn_parse_share(value->text, bound)
        : strcmp(unit, "h") == 0      ? spenn_parse_duration(value->text, bound)
                                      : spenn_parse_number(value->text, bound);
}

static const char *text_of(const struct spenn_value *when, const char *key)
{
    const struct spenn_value *value = spenn_value_get(when, key);
    return value && value->kind == SPENN_SCALAR ? value->text : NULL;
}

static bool cannot_watch(const struct spenn_value *when,
    const struct spenn_sim_watch *watch, struct spenn_error *err)
{
    const char *id = watch->measure ? watch->measure : "";
    const char *found = *id ? strstr(spenn_sim_watched, id) : NULL;
    size_t end = strlen(id);
    bool known = found && (found == spenn_sim_watched || found[-1] == ' ')
        && (found[end] == ',' || found[end] == '\0');
    return known
        ? spenn_fail(err, when->at,
            "'when' cannot watch '%s' of '%s': before the change nothing of that id has "
            "it",
            id, watch->subject ? watch->subject : "the whole")
        : spenn_fail(err, when->at, "'when' cannot watch '%s': it watches %s", id,
            spenn_sim_watched);
}

/* What a trigger watches, in the plan that it may end. */
static bool make_watch(const struct spenn_value *when, const struct spenn_sim_plan *plan,
    struct spenn_sim_watch *watch, struct spenn_error *err)
{
    const char *above = text_of(when, "above");
    const struct spenn_value *bound = spenn_value_get(when, above ? "above" : "below");
    const char *id = text_of(when, "measure"), *hours = text_of(when, "for");
    const struct spenn_measure *measure = id ? spenn_sim_measure(id) : NULL;
    *watch = (struct spenn_sim_watch){
        .measure = id, .subject = text_of(when, "of"), .above = above != NULL};
    if (!measure || !spenn_sim_watchable(plan, watch)) {
        return cannot_watch(when, watch, err);
    }
    if (!read_bound(bound, measure->unit, &watch->bound)) {
        return spenn_fail(err, bound->at, "the bound of '%s' must be %s", id,
            strcmp(measure->unit, "share") == 0   ? "a share"
                : strcmp(measure->unit, "h") == 0 ? "a duration"
                                                  : "a plain number");
    }
    return (hours && spenn_parse_duration(hours, &watch->hours))
        || spenn_fail(err, when->at, "'for' must be a duration");
}

bool spenn_world_chain(struct spenn_group *group, struct spenn_world *world,
    const struct spenn_course *course, struct spenn_error *err)
{
    const struct spenn_world *base = &group->world[0];
    size_t waves = (size_t)course->waves;
    struct spenn_arena scratch = {0};
    struct spenn_sim_wave *wave = spenn_arena_alloc(&scratch, waves, sizeof *wave);
    struct spenn_sim_watch *watch = spenn_arena_alloc(&scratch, waves, sizeof *watch);
    bool ok = true;
    world->between = spenn_arena_alloc(&group->memory, waves, sizeof *world->between);
    world->waves = course->waves;
    for (int32_t i = 0; i < course->waves; i++) {
        wave[i].before = i ? world->between[i - 1] : base->plan;
        wave[i].at = course->wave[i].at;
        if (course->wave[i].when) {
            wave[i].when = &watch[i];
            ok = make_watch(course->wave[i].when, wave[i].before, &watch[i], err) && ok;
        }
        if (i + 1 < course->waves) {
            world->between[i] = spenn_sim_plan_new(course->between[i], base->model);
        }
    }
    if (ok) {
        spenn_sim_plan_chain(world->plan, wave, course->waves);
    }
    spenn_arena_free(&scratch);
    return ok;
}
