/* SPDX-License-Identifier: MIT
 * The study for other programs. Keys are sorted and numbers have ten digits; what is not
 * defined is null. The rows of results are written one by one: only they can be many. The
 * seed is a text, since many readers keep 53 bits of a number. */
#include "html.h"
#include "spelling.h"
#include "turn.h"

#include "diff.h"

#include <jansson.h>
#include <math.h>

enum { schema_version = 1, digits = 10 };
static const size_t flags =
    JSON_SORT_KEYS | JSON_ENCODE_ANY | JSON_COMPACT | JSON_REAL_PRECISION(digits);

static json_t *number(double value)
{
    return isfinite(value) ? json_real(value + 0.0) : json_null();
}

static json_t *text(const char *value)
{
    return value ? json_string(value) : json_null();
}

static void put(json_t *object, const char *key, json_t *value)
{
    (void)json_object_set_new(object, key, value);
}

static json_t *changes_of(const struct spenn_study *study, int32_t a)
{
    json_t *list = json_array();
    struct spenn_diff diff = {0};
    spenn_models_diff(study->baseline, &study->alternative[a], &diff);
    for (int32_t i = 0; i < diff.count; i++) {
        json_t *change = json_object();
        put(change, "kind", text(spenn_difference_names[diff.kind[i]]));
        put(change, "subject", text(diff.subject[i]));
        put(change, "what", text(diff.what[i]));
        put(change, "before", text(diff.before[i]));
        put(change, "after", text(diff.after[i]));
        (void)json_array_append_new(list, change);
    }
    spenn_diff_free(&diff);
    return list;
}

static json_t *totals_of(const struct spenn_study *study, int32_t a)
{
    json_t *totals = json_object();
    struct spenn_total_row row[spenn_total_rows];
    spenn_total_rows_fill(study->baseline, &study->alternative[a], row);
    for (int32_t i = 0; i < spenn_total_rows; i++) {
        json_t *total = json_object();
        put(total, "what", text(row[i].what));
        put(total, "before", number(row[i].before));
        put(total, "after", number(row[i].after));
        put(totals, row[i].subject, total);
    }
    return totals;
}

static json_t *alternatives(const struct spenn_report *report)
{
    const struct spenn_study *study = report->study;
    json_t *list = json_array();
    for (int32_t a = 0; a < study->scenario->alternative_count; a++) {
        json_t *alternative = json_object();
        put(alternative, "id", text(study->scenario->alternative[a].id));
        put(alternative, "name", text(study->scenario->alternative[a].name));
        put(alternative, "name_en", text(study->scenario->alternative[a].name_en));
        put(alternative, "changes", changes_of(study, a));
        put(alternative, "totals", totals_of(study, a));
        (void)json_array_append_new(list, alternative);
    }
    return list;
}

static json_t *model(const struct spenn_report *report)
{
    const struct spenn_model *m = report->study->baseline;
    json_t *object = json_object();
    put(object, "id", text(m->id));
    put(object, "name", text(m->name));
    put(object, "name_en", text(m->name_en));
    put(object, "as_of", text(m->as_of));
    put(object, "source", text(m->source));
    return object;
}

static json_t *notes(const struct spenn_report *report)
{
    json_t *list = json_array();
    for (int32_t i = 0; i < report->study->note_count; i++) {
        json_t *note = json_object();
        put(note, "nb", text(report->study->note[i].text_nb));
        put(note, "en", text(report->study->note[i].text_en));
        (void)json_array_append_new(list, note);
    }
    return list;
}

static json_t *origin(const struct spenn_report *report)
{
    return text(report->origin);
}

static json_t *program(const struct spenn_report *report)
{
    (void)report;
    json_t *object = json_object();
    put(object, "name", text("spenn"));
    put(object, "version", text(SPENN_VERSION));
    return object;
}

static json_t *scenario(const struct spenn_report *report)
{
    const struct spenn_scenario *from = report->study->scenario;
    json_t *object = json_object();
    put(object, "id", text(from->id));
    put(object, "title", text(from->title));
    put(object, "title_en", text(from->title_en));
    put(object, "question", text(from->question));
    put(object, "question_en", text(from->question_en));
    put(object, "source", text(from->source));
    put(object, "note", text(from->note));
    return object;
}

static json_t *version(const struct spenn_report *report)
{
    (void)report;
    return json_integer(schema_version);
}

static json_t *simulation(const struct spenn_report *report)
{
    const struct spenn_study *study = report->study;
    char seed[32];
    (void)snprintf(seed, sizeof seed, "%llu", (unsigned long long)study->seed);
    json_t *object = json_object();
    put(object, "seed", text(seed));
    put(object, "replications", json_integer(study->replications));
    put(object, "first_stage", json_integer(study->first_stage));
    put(object, "looks", json_integer(study->verdicts.looks));
    put(object, "simultaneous", json_integer(study->verdicts.family));
    put(object, "interrupted", json_boolean(study->interrupted));
    put(object, "duration_hours", number(study->duration));
    put(object, "warm_up_hours", number(study->warm_up));
    put(object, "warm_up_auto", json_boolean(study->warm_up_auto));
    return object;
}

/* Where the verdict would turn, and what it rests on. */
static void put_margin(json_t *verdict, const struct spenn_study *study, int32_t i)
{
    const struct spenn_expect *expect = &study->scenario->expect[i];
    struct spenn_turn margin = spenn_turn_of(&study->verdicts, i, expect->is);
    json_t *rests = json_array();
    for (int32_t a = 0; a < SPENN_ASSUMPTION_COUNT; a++) {
        if (spenn_measure_rests_on_one(expect->measure, a)) {
            (void)json_array_append_new(rests, text(spenn_assumption_keys[a].id));
        }
    }
    put(verdict, "holds_from", number(margin.from));
    put(verdict, "holds_to", number(margin.to));
    put(verdict, "room", number(margin.room));
    put(verdict, "replications_to_settle", number(margin.settles));
    put(verdict, "rests_on", rests);
}

/* Shares of the space of assumptions, where an exploration has looked; else null. */
static json_t *space_of(const struct spenn_report *report, int32_t i)
{
    if (!report->space) {
        return json_null();
    }
    const struct spenn_space_answer *answer = &report->space->answer[i];
    json_t *space = json_object(), *decided = json_array();
    for (int32_t v = 0; v < SPENN_VERDICTS; v++) {
        put(space, spenn_verdict_names[v], number(spenn_space_share(answer, v)));
    }
    for (int32_t d = 0; d < answer->deciding_count; d++) {
        (void)json_array_append_new(
            decided, text(report->explored->input[answer->deciding[d]].name));
    }
    put(space, "decided_by", decided);
    return space;
}

static json_t *verdicts(const struct spenn_report *report)
{
    const struct spenn_study *study = report->study;
    const struct spenn_study_verdicts *v = &study->verdicts;
    json_t *list = json_array();
    for (int32_t i = 0; i < v->count; i++) {
        const struct spenn_expect *expect = &study->scenario->expect[i];
        const struct spenn_measure *measure = spenn_expected_measure(expect);
        json_t *verdict = json_object();
        put(verdict, "claim", text(expect->claim));
        put(verdict, "class", text(spenn_class_text(spenn_expected_class(expect))));
        put(verdict, "measure", text(measure->id));
        put(verdict, "unit", text(measure->unit));
        put(verdict, "subject", text(spenn_expected_subject(study, expect)));
        put(verdict, "alternative", text(spenn_alternative_text(study, expect->in)));
        put(verdict, "than", text(spenn_alternative_text(study, expect->than)));
        put(verdict, "expected", text(spenn_direction_text(expect->is)));
        put(verdict, "verdict", text(spenn_verdict_names[v->verdict[i]]));
        put(verdict, "difference", number(v->difference[i]));
        put(verdict, "low", number(v->low[i]));
        put(verdict, "high", number(v->high[i]));
        put(verdict, "variance_reduction", number(v->variance_reduction[i]));
        put(verdict, "zone", number(v->zone[i]));
        put(verdict, "replications", json_integer(v->replications[i]));
        put(verdict, "reason", text(v->reason[i]));
        put(verdict, "reason_nb", text(v->reason_nb[i]));
        put_margin(verdict, study, i);
        put(verdict, "space", space_of(report, i));
        (void)json_array_append_new(list, verdict);
    }
    return list;
}

static json_t *unrepresented(const struct spenn_report *report)
{
    const struct spenn_scenario *scenario = report->study->scenario;
    json_t *list = json_array();
    for (int32_t i = 0; i < scenario->unrepresented_count; i++) {
        json_t *claim = json_object();
        put(claim, "claim", text(scenario->unrepresented[i].claim));
        put(claim, "reason", text(scenario->unrepresented[i].reason));
        (void)json_array_append_new(list, claim);
    }
    return list;
}

static json_t *result(const struct spenn_study *study, int32_t i)
{
    const struct spenn_study_rows *rows = &study->rows;
    json_t *row = json_object();
    put(row, "alternative", text(spenn_alternative_text(study, rows->alternative[i])));
    put(row, "point", text(rows->point[i]));
    put(row, "measure", text(rows->measure[i]->id));
    put(row, "unit", text(rows->measure[i]->unit));
    put(row, "class", text(spenn_class_text(rows->measure[i]->class)));
    put(row, "subject", text(rows->subject[i]));
    put(row, "mean", number(rows->mean[i]));
    put(row, "low", number(rows->low[i]));
    put(row, "high", number(rows->high[i]));
    put(row, "difference", number(rows->difference[i]));
    put(row, "difference_low", number(rows->difference_low[i]));
    put(row, "difference_high", number(rows->difference_high[i]));
    put(row, "controlled", number(rows->controlled[i]));
    put(row, "controlled_low", number(rows->controlled_low[i]));
    put(row, "controlled_high", number(rows->controlled_high[i]));
    put(row, "replications", json_integer(rows->replications[i]));
    return row;
}

static bool dump(json_t *value, FILE *out)
{
    bool ok = value && json_dumpf(value, out, flags) == 0;
    json_decref(value);
    return ok;
}

static bool dump_results(const struct spenn_study *study, FILE *out)
{
    bool ok = fputs("[", out) >= 0;
    for (int32_t i = 0; i < study->rows.count && ok; i++) {
        ok = fputs(i ? ",\n" : "\n", out) >= 0 && dump(result(study, i), out);
    }
    return fputs("]", out) >= 0 && ok;
}

bool spenn_report_json(const struct spenn_report *report, FILE *out)
{
    static const struct {
        const char *key;
        json_t *(*make)(const struct spenn_report *); /* NULL: the rows of results */
    } parts[] = {{"alternatives", alternatives}, {"model", model},
        {"not_represented", unrepresented}, {"notes", notes}, {"origin", origin},
        {"program", program}, {"results", NULL}, {"scenario", scenario},
        {"schema_version", version}, {"simulation", simulation}, {"verdicts", verdicts}};
    bool ok = true;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        ok = fprintf(out, "%s\n\"%s\":", i ? "," : "{", parts[i].key) > 0 && ok;
        ok = (parts[i].make ? dump(parts[i].make(report), out)
                            : dump_results(report->study, out))
            && ok;
    }
    (void)fputs("\n}\n", out);
    return ok && !ferror(out);
}
