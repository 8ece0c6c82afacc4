/* SPDX-License-Identifier: MIT
 * models -> plans -> questions -> warm-up -> look, replicate, judge ... -> rows -> sweep.
 * The scenario as written decides the verdicts; points of the sweep only add rows. */
#include "study.h"

#include "prepare.h"
#include "question.h"
#include "rows.h"
#include "sweep.h"

#include <math.h>
#include <stdlib.h>

struct plan { /* how long to go on */
    int32_t looks, look[spenn_most_looks];
};

static struct plan plan_looks(
    const struct spenn_simulate *simulate, const struct spenn_study_options *options)
{
    struct plan plan = {0};
    int32_t least = options->replications > 0 ? options->replications : simulate->least;
    int32_t most = options->replications > 0 ? options->replications : simulate->most;
    plan.looks = spenn_looks(least, most, plan.look);
    return plan;
}

/* Where precision decides how long, the replications of the first look are a first stage;
 * how many it takes. */
static double end_first_stage(struct spenn_study *study, struct spenn_group *group)
{
    if (isnan(study->scenario->simulate.precision) || study->interrupted) {
        return 0;
    }
    spenn_group_end_first_stage(group);
    study->first_stage = group->replications;
    return spenn_questions_need(group, study->scenario);
}

/* Looks only where planned; an interruption stands in the place of the next look. */
static void replicate(
    struct spenn_study *study, struct spenn_group *group, const struct plan *plan)
{
    double needed = 0;
    for (int32_t i = 0; i < plan->looks && !study->interrupted; i++) {
        study->interrupted = !spenn_group_replicate(group, plan->look[i], plan->look[i]);
        spenn_questions_judge(
            group, study->scenario, plan->looks, &study->verdicts, &study->memory);
        if (i == 0 && plan->looks > 1) {
            needed = end_first_stage(study, group);
        }
        if (spenn_verdicts_decided(&study->verdicts) && group->replications >= needed) {
            break;
        }
    }
    study->replications = group->replications;
}

struct point { /* of the sweep, under way */
    const struct spenn_study *study;
    int32_t number;
    struct spenn_course *course; /* of every world */
    struct spenn_model **model;  /* of every world: its models at this point */
    struct spenn_arena memory;
};

static int32_t models_of(const struct spenn_course *course)
{
    return course->waves > 1 ? course->waves : 1;
}

/* The models of world w at the point, in place of those as written. */
static bool sweep_course(struct point *point, int32_t w, struct spenn_error *err)
{
    struct spenn_course *course = &point->course[w];
    int32_t models = models_of(course);
    struct spenn_model *model =
        spenn_arena_alloc(&point->memory, (size_t)models, sizeof *model);
    bool ok = true;
    for (int32_t i = 0; i < models && ok; i++) {
        ok = spenn_sweep_model(point->study->scenario, point->number,
            i ? course->between[i - 1] : course->model, &model[i], err);
    }
    course->model = &model[0];
    course->between = spenn_study_pointers(&point->memory, &model[1], models - 1);
    point->model[w] = model;
    return ok;
}

static bool run_point(struct spenn_study *study, const struct spenn_group *written,
    int32_t number, int32_t replications, struct spenn_error *err)
{
    struct point point = {.study = study, .number = number};
    struct spenn_group group = {0};
    int32_t count = written->count;
    point.course = spenn_study_courses(&point.memory, study);
    point.model = spenn_arena_alloc(&point.memory, (size_t)count, sizeof *point.model);
    bool ok = true;
    for (int32_t w = 0; w < count && ok; w++) {
        ok = sweep_course(&point, w, err);
    }
    ok = ok && spenn_group_make(&group, point.course, count, written->options, err);
    if (ok) {
        group.run = written->run;
        group.point = spenn_sweep_text(study->scenario, number, &study->memory);
        study->interrupted = !spenn_group_replicate(&group, replications, replications);
        spenn_rows_add(study, &group);
    }
    spenn_group_free(&group);
    for (int32_t w = 0; w < count && point.model[w]; w++) {
        for (int32_t i = 0; i < models_of(&point.course[w]); i++) {
            spenn_model_free(&point.model[w][i]);
        }
    }
    spenn_arena_free(&point.memory);
    return ok;
}

static bool run_group(
    struct spenn_study *study, struct spenn_group *group, struct spenn_error *err)
{
    const struct spenn_scenario *scenario = study->scenario;
    struct spenn_arena scratch = {0};
    struct plan plan = plan_looks(&scenario->simulate, group->options);
    int32_t points = spenn_sweep_count(scenario,
        spenn_study_pointers(&scratch, study->baseline, group->count), group->count, err);
    spenn_arena_free(&scratch);
    if (!spenn_questions_make(group, scenario, err) || points < 0) {
        return false;
    }
    spenn_study_window(study, group);
    spenn_group_keep_path(group);
    replicate(study, group, &plan);
    spenn_rows_add(study, group);
    spenn_path_add(study, group);
    spenn_notes_add(study, group);
    bool ok = true;
    for (int32_t p = 0; p < points && ok && !study->interrupted; p++) {
        ok = run_point(study, group, p, plan.look[0], err);
    }
    if (study->interrupted) {
        spenn_note_add(study, "avbrutt: bare replikasjonene som ble ferdige, er med",
            "interrupted: only the replications that were finished are reported");
    }
    return ok;
}

bool spenn_study_run(const struct spenn_scenario *scenario,
    const struct spenn_model *base, const struct spenn_study_options *options,
    struct spenn_study *study, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_group group = {0};
    int32_t count = scenario->alternative_count + 1;
    *study = (struct spenn_study){.scenario = scenario};
    study->seed = options->has_seed ? options->seed : scenario->simulate.seed;
    bool ok = spenn_study_models(study, base, err)
        && spenn_group_make(
            &group, spenn_study_courses(&scratch, study), count, options, err);
    if (ok) {
        spenn_study_verdict_room(study);
        ok = run_group(study, &group, err);
    }
    spenn_group_free(&group);
    spenn_arena_free(&scratch);
    if (!ok) {
        spenn_study_free(study);
    }
    return ok;
}

bool spenn_study_check(const struct spenn_scenario *scenario,
    const struct spenn_model *base, struct spenn_error *err)
{
    static const volatile sig_atomic_t stopped = 1; /* before the first replication */
    const struct spenn_study_options options = {.jobs = 1, .stop = &stopped};
    struct spenn_study study = {0};
    bool ok = spenn_study_run(scenario, base, &options, &study, err);
    spenn_study_free(&study);
    return ok;
}

void spenn_study_free(struct spenn_study *study)
{
    for (int32_t a = -1; study->baseline && a < study->scenario->alternative_count; a++) {
        spenn_model_free(&study->alternative[a]);
        for (int32_t i = 0; a >= 0 && i + 1 < study->waves[a].count; i++) {
            spenn_model_free(&study->waves[a].between[i]);
        }
    }
    struct spenn_arena memory = study->memory;
    spenn_arena_free(&memory);
    *study = (struct spenn_study){0};
}
