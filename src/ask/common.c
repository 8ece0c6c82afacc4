/* SPDX-License-Identifier: MIT */
#include "common.h"

#include "quantity.h"
#include "sim.h"
#include "text.h"

#include <math.h>
#include <string.h>

const struct spenn_ask_question spenn_ask_questions[] = {
    {"settles", "FILE UNIT UNIT", 2, ask_settles},
    {"overloaded", "FILE", 0, ask_overloaded},
    {"largest", "FILE --team UNIT", 1, ask_largest},
    {"unit", "FILE UNIT", 1, ask_unit},
};
const int32_t spenn_ask_question_count =
    sizeof spenn_ask_questions / sizeof *spenn_ask_questions;

bool spenn_answer_print(
    const struct spenn_answer *answer, enum spenn_format format, FILE *out)
{
    bool text = format == SPENN_TEXT, rows = answer->sheet.rows > 0;
    for (int32_t i = 0; text && i < answer->heads; i++) {
        spenn_sheet_sentence(out, answer->head[i]);
    }
    (void)fputs(text && answer->heads && rows ? "\n" : "", out);
    bool ok = (text && !rows) || spenn_sheet_print(&answer->sheet, format, out);
    (void)fputs(text && answer->feet && rows ? "\n" : "", out);
    for (int32_t i = 0; text && i < answer->feet; i++) {
        spenn_sheet_sentence(out, answer->foot[i]);
    }
    return ok && !ferror(out);
}

void spenn_answer_free(struct spenn_answer *answer)
{
    spenn_sheet_free(&answer->sheet);
    *answer = (struct spenn_answer){0};
}

void loads_make(const struct spenn_model *m, struct loads *loads)
{
    *loads = (struct loads){0};
    struct spenn_arena *memory = &loads->memory, scratch = {0};
    size_t units = (size_t)m->units.count, forums = (size_t)m->forums.count;
    loads->hours = spenn_hours_new(m, memory);
    loads->leader = spenn_arena_alloc(memory, units, sizeof(double));
    loads->cases = spenn_arena_alloc(memory, units, sizeof(double));
    loads->agenda = spenn_arena_alloc(memory, forums, sizeof(double));
    struct spenn_index index = {0};
    for (spenn_id u = 0; u < m->units.count; u++) {
        const char *id = m->units.id[u];
        (void)spenn_index_add(&scratch, &index, id, 2 * u);
        (void)spenn_index_add(
            &scratch, &index, spenn_arena_format(&scratch, "%s/leader", id), 2 * u);
        (void)spenn_index_add(
            &scratch, &index, spenn_arena_format(&scratch, "%s/cases", id), 2 * u + 1);
    }
    struct spenn_sim_plan *plan = spenn_sim_plan_new(m, NULL);
    const struct spenn_sim_flows *flows = spenn_sim_flows(plan);
    int32_t forum = 0;
    for (int32_t i = 0; i < flows->count; i++) {
        int32_t row = spenn_index_find(&index, flows->subject[i]);
        double *at = flows->agenda[i] ? &loads->agenda[forum++]
            : row % 2                 ? &loads->cases[row / 2]
                                      : &loads->leader[row / 2];
        *at = flows->utilisation[i];
    }
    spenn_sim_plan_free(plan);
    spenn_arena_free(&scratch);
}

double loads_case_hours(const struct loads *loads, spenn_id u)
{
    return loads->leader[u] * loads->hours.share[u] * SPENN_WEEK;
}

double loads_taken(const struct loads *loads, spenn_id u)
{
    return (loads->hours.committed[u] + loads_case_hours(loads, u)) / SPENN_WEEK;
}

const char *say(const struct spenn_ask *ask, const char *nb, const char *en)
{
    return ask->norwegian ? nb : en;
}

static const char *in_language(
    const struct spenn_ask *ask, const char *nb, const char *en, const char *id)
{
    const char *name = !ask->norwegian && en ? en : nb;
    return name ? name : id;
}

const char *name_of(const struct spenn_ask *ask, const struct spenn_model *m, spenn_id u)
{
    return in_language(ask, m->units.name[u], m->units.name_en[u], m->units.id[u]);
}

const char *forum_of(const struct spenn_ask *ask, const struct spenn_model *m, spenn_id f)
{
    return in_language(ask, m->forums.name[f], m->forums.name_en[f], m->forums.id[f]);
}

spenn_id find_unit(const struct spenn_model *m, const char *id)
{
    spenn_id heir = SPENN_NONE;
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (strcmp(m->units.id[u], id) == 0) {
            return u;
        }
        heir = heir == SPENN_NONE && spenn_text_lists(m->units.former[u], id) ? u : heir;
    }
    return heir;
}

static bool check_unit(
    const struct spenn_ask *ask, const char *id, struct spenn_error *err)
{
    const struct spenn_model *now = ask->state[0].m;
    for (int32_t i = 0; i < ask->states; i++) {
        if (find_unit(ask->state[i].m, id) != SPENN_NONE) {
            return true;
        }
    }
    char clip[spenn_clip];
    const char *near = spenn_text_nearest(id, now->units.id, now->units.count);
    (void)spenn_text_clip(clip, id);
    return near
        ? spenn_fail(err, (struct spenn_where){.file = now->file},
            "no unit '%s'; did you mean '%s'?", clip, near)
        : spenn_fail(err, (struct spenn_where){.file = now->file}, "no unit '%s'", clip);
}

bool check_units(const struct spenn_ask *ask, int32_t units, struct spenn_error *err)
{
    bool ok = true;
    for (int32_t i = 0; i < units; i++) {
        ok = check_unit(ask, ask->unit[i], err) && ok;
    }
    return ok;
}

const char *answers_for(const struct spenn_ask *ask, struct spenn_answer *answer,
    const struct spenn_model *m, spenn_id u)
{
    struct spenn_arena scratch = {0};
    struct spenn_team team = spenn_team_make(m, &scratch);
    int32_t size = team.size[u];
    const char *first = size ? name_of(ask, m, team.member[team.first[u]]) : "";
    spenn_arena_free(&scratch);
    return size < 2 ? first
                    : spenn_arena_format(&answer->sheet.memory,
                        say(ask, "%s og %d til etter tur", "%s and %d more in turn"),
                        first, size - 1);
}

bool sits_in(const struct spenn_model *m, spenn_id f, spenn_id u)
{
    return spenn_model_is_member(m, f, u);
}

void add_head(struct spenn_answer *answer, const char *text)
{
    if (answer->heads < spenn_most_lines) {
        answer->head[answer->heads++] = text;
    }
}

void add_foot(struct spenn_answer *answer, const char *text)
{
    if (answer->feet < spenn_most_lines) {
        answer->foot[answer->feet++] = text;
    }
}

void add_grounds(const struct spenn_ask *ask, struct spenn_answer *answer)
{
    add_foot(answer,
        say(ask,
            "Timer, belastning og hva som er tatt av en uke hviler på antakelser (spenn "
            "help assumptions).",
            "Hours, loads and what is taken of a week rest on assumptions (spenn help "
            "assumptions)."));
}

static const char *scaled(struct spenn_answer *answer, double value, long long scale)
{
    if (!(fabs(value) < 1e12)) {
        return isnan(value) ? "" : "inf";
    }
    long long number = llround(value * (double)scale);
    return scale == 1 ? spenn_arena_format(&answer->sheet.memory, "%lld", number)
                      : spenn_arena_format(&answer->sheet.memory, "%lld.%lld",
                          number / scale, number % scale);
}

const char *percent(struct spenn_answer *answer, double share)
{
    return scaled(answer, share * 100, 1);
}

const char *decimal(struct spenn_answer *answer, double value)
{
    return scaled(answer, value, 10);
}

const char *a_rate(struct spenn_answer *answer, double per_hour)
{
    char text[40];
    return spenn_arena_text(
        &answer->sheet.memory, spenn_format_rate(text, sizeof text, per_hour));
}

const char *a_duration(struct spenn_answer *answer, double hours)
{
    char text[40];
    return spenn_arena_text(
        &answer->sheet.memory, spenn_format_duration(text, sizeof text, hours));
}

const char *bar(struct spenn_answer *answer, double share)
{
    enum { width = 12 };
    const char *text = "";
    double full = fmin(fmax(share, 0), 1) * width;
    for (int32_t i = 0; i < width; i++) {
        text = spenn_arena_format(
            &answer->sheet.memory, "%s%s", text, i < lround(full) ? "█" : "·");
    }
    return share > 1 ? spenn_arena_format(&answer->sheet.memory, "%s!", text) : text;
}
