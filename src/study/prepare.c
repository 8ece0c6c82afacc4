/* SPDX-License-Identifier: MIT */
#include "prepare.h"

#include "rows.h"

#include <math.h>

const struct spenn_model *const *spenn_study_pointers(
    struct spenn_arena *memory, const struct spenn_model *model, int32_t count)
{
    const struct spenn_model **list =
        spenn_arena_alloc(memory, (size_t)count, sizeof *list);
    for (int32_t i = 0; i < count; i++) {
        list[i] = &model[i];
    }
    return (const struct spenn_model *const *)list;
}

/* The dates of alternative a, all in the window, and the models on the way. */
static bool make_waves(struct spenn_study *study, const struct spenn_model *base,
    int32_t a, struct spenn_error *err)
{
    const struct spenn_scenario *scenario = study->scenario;
    struct spenn_study_waves *waves = &study->waves[a];
    struct spenn_waves read;
    bool ok = spenn_scenario_waves(
        scenario->alternative[a].changes, &study->memory, &read, err);
    waves->wave = read.wave;
    waves->count = read.count;
    waves->between =
        spenn_arena_alloc(&study->memory, (size_t)waves->count, sizeof *waves->between);
    for (int32_t i = 0; ok && i < waves->count; i++) {
        const struct spenn_wave *wave = &waves->wave[i];
        if (wave->at >= scenario->simulate.duration) {
            ok = spenn_fail(err, wave->where,
                "'at' lies beyond the time that is simulated ('for' of 'simulate')");
        } else if (i + 1 < waves->count) {
            ok = spenn_scenario_apply_wave(base, scenario, wave, &waves->between[i], err);
        }
    }
    return ok;
}

bool spenn_study_models(
    struct spenn_study *study, const struct spenn_model *base, struct spenn_error *err)
{
    const struct spenn_scenario *scenario = study->scenario;
    size_t count = (size_t)scenario->alternative_count;
    struct spenn_model *model =
        spenn_arena_alloc(&study->memory, count + 1, sizeof *model);
    study->baseline = model;
    study->alternative = model + 1;
    study->waves = spenn_arena_alloc(&study->memory, count, sizeof *study->waves);
    bool ok = true;
    for (int32_t a = -1; a < scenario->alternative_count; a++) {
        ok = spenn_scenario_apply(base, scenario, a, &study->alternative[a], err) && ok;
    }
    for (int32_t a = 0; a < scenario->alternative_count && ok; a++) {
        ok = make_waves(study, base, a, err);
    }
    return ok;
}

struct spenn_course *spenn_study_courses(
    struct spenn_arena *memory, const struct spenn_study *study)
{
    int32_t count = study->scenario->alternative_count;
    struct spenn_course *course =
        spenn_arena_alloc(memory, (size_t)count + 1, sizeof *course);
    course[0].model = study->baseline;
    for (int32_t a = 0; a < count; a++) {
        const struct spenn_study_waves *waves = &study->waves[a];
        course[a + 1] = (struct spenn_course){&study->alternative[a], waves->count,
            waves->wave, spenn_study_pointers(memory, waves->between, waves->count)};
    }
    return course;
}

static void keep_pilot(struct spenn_study *study, const struct spenn_pilot *pilot)
{
    size_t weeks = (size_t)pilot->weeks;
    study->pilot = *pilot;
    study->pilot.mean =
        spenn_arena_alloc(&study->memory, weeks, sizeof *study->pilot.mean);
    for (size_t i = 0; i < weeks; i++) {
        study->pilot.mean[i] = pilot->mean[i];
    }
}

void spenn_study_window(struct spenn_study *study, struct spenn_group *group)
{
    const struct spenn_simulate *simulate = &study->scenario->simulate;
    study->duration = simulate->duration;
    study->warm_up_auto = isnan(simulate->warm_up);
    study->warm_up = simulate->warm_up;
    group->run.seed = study->seed;
    group->run.duration = simulate->duration;
    if (study->warm_up_auto) {
        struct spenn_warm_up chosen = spenn_group_warm_up(group);
        study->warm_up = chosen.hours;
        keep_pilot(study, &chosen.pilot);
        if (chosen.too_short) {
            spenn_note_add(study,
                "kjøringen er for kort: en serie er ikke i ro før i andre halvdel, så "
                "innkjøringen kan være for kort (MSER)",
                "the run is too short: a series settles only in its second half, so the "
                "warm-up may be too short (MSER)");
        }
    }
    group->run.warm_up = study->warm_up;
}

void spenn_study_verdict_room(struct spenn_study *study)
{
    struct spenn_study_verdicts *v = &study->verdicts;
    struct spenn_arena *memory = &study->memory;
    size_t count = (size_t)study->scenario->expect_count;
    v->count = study->scenario->expect_count;
    v->verdict = spenn_arena_alloc(memory, count, sizeof *v->verdict);
    v->difference = spenn_arena_alloc(memory, count, sizeof *v->difference);
    v->low = spenn_arena_alloc(memory, count, sizeof *v->low);
    v->high = spenn_arena_alloc(memory, count, sizeof *v->high);
    v->zone = spenn_arena_alloc(memory, count, sizeof *v->zone);
    v->variance_reduction =
        spenn_arena_alloc(memory, count, sizeof *v->variance_reduction);
    v->replications = spenn_arena_alloc(memory, count, sizeof *v->replications);
    v->reason = spenn_arena_alloc(memory, count, sizeof *v->reason);
    v->reason_nb = spenn_arena_alloc(memory, count, sizeof *v->reason_nb);
}
