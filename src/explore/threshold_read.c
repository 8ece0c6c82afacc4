/* SPDX-License-Identifier: MIT
 * From "group-size where commitment < 50%" to rows and numbers. */
#include "threshold.h"

#include "quantity.h"
#include "question.h"
#include "text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char group_size[] = "group-size";
static const struct spenn_where nowhere = {0};
enum { most_members = 1000 };

struct reader {
    const struct spenn_scenario *scenario;
    const struct spenn_model *m; /* the baseline */
    struct spenn_arena *memory;
    struct spenn_threshold_question *question;
    struct spenn_error *err;
};

static bool form(struct reader *r)
{
    r->question->malformed = true;
    return spenn_fail(r->err, nowhere,
        "--find is 'X [from LOW to HIGH] where MEASURE[/SUBJECT][@ALTERNATIVE] < VALUE', "
        "or '... where MEASURE@ALTERNATIVE - OTHER < VALUE' (or >); X is an assumption, "
        "a path as in 'vary', or group-size[/FORUM]");
}

/* The text without spaces at its ends, in memory. */
static char *trimmed(struct reader *r, const char *text, size_t length)
{
    while (length && *text == ' ') {
        text++;
        length--;
    }
    while (length && text[length - 1] == ' ') {
        length--;
    }
    char *copy = spenn_arena_alloc(r->memory, length + 1, 1);
    memcpy(copy, text, length);
    return copy;
}

/* Cuts `text` at the first `mark`: what follows it, or NULL when there is none. */
static char *cut(char *text, const char *mark)
{
    char *at = strstr(text, mark);
    if (!at) {
        return NULL;
    }
    *at = '\0';
    return at + strlen(mark);
}

static spenn_id forum_named(const struct spenn_model *m, const char *id)
{
    spenn_id f = 0;
    while (f < m->forums.count && strcmp(m->forums.id[f], id) != 0) {
        f++;
    }
    return f < m->forums.count ? f : SPENN_NONE;
}

/* The forum named after the stroke, else the one that is measured, else the top leader's
 * group. */
static bool read_group(struct reader *r, const char *name)
{
    enum { least_range = 30, most = 60 };
    struct spenn_threshold_question *c = r->question;
    const struct spenn_model *m = r->m;
    const char *id = name[strlen(group_size)] ? name + strlen(group_size) + 1 : c->of;
    spenn_id top = spenn_model_top(m);
    spenn_id f = id && *id  ? forum_named(m, id)
        : top == SPENN_NONE ? SPENN_NONE
                            : spenn_model_leadership_group(m, top);
    if (f == SPENN_NONE) {
        char clip[spenn_clip];
        return spenn_fail(r->err, nowhere, "group-size: no forum '%s'",
            id ? spenn_text_clip(clip, id) : "of the top leader");
    }
    c->forum = spenn_arena_text(r->memory, m->forums.id[f]);
    c->value = m->forums.size[f];
    c->units = m->units.count;
    if (!c->of && !(c->measure->over & SPENN_OVER_WHOLE)) {
        c->of = c->forum; /* "group-size where commitment < 50%" */
    }
    int32_t range = c->units < least_range ? least_range : c->units;
    c->input = (struct spenn_input){.name = group_size,
        .assumption = -1,
        .whole = true,
        .low = 1,
        .high = range < most ? range : most};
    return true;
}

static bool read_assumption(struct reader *r, int32_t a)
{
    r->question->value = r->m->assume.value[a];
    return spenn_input_assumption(&r->m->assume, a, &r->question->input)
        || spenn_fail(r->err, nowhere, "'%s' cannot be moved step by step",
            spenn_assumption_keys[a].id);
}

/* Its range is what the scenario's `vary:` gives it, if that has it. */
static bool read_path(struct reader *r, const char *path)
{
    struct spenn_input *input = &r->question->input;
    if (!spenn_input_path(r->m, path, input)) {
        struct spenn_model copy = {0};
        const struct spenn_value one = {.kind = SPENN_SCALAR, .text = "1"};
        const struct spenn_value *list[] = {&one};
        const struct spenn_vary vary = {.path = path, .count = 1, .value = list};
        bool known = spenn_vary_key(r->m, path) != NULL;
        spenn_model_copy(r->m, &copy);
        bool told = !known && !spenn_vary_apply(&copy, &vary, 0, r->err);
        spenn_model_free(&copy);
        return !told
            && spenn_fail(r->err, nowhere, "the values of '%s' are no numbers", path);
    }
    input->low = input->high = NAN;
    for (int32_t i = 0; i < r->scenario->vary_count; i++) {
        if (strcmp(r->scenario->vary[i].path, path) == 0) {
            (void)spenn_input_vary(r->m, &r->scenario->vary[i], input);
            input->name = path;
        }
    }
    return true;
}

static bool read_bound(struct reader *r, const char *text, double *bound)
{
    char clip[spenn_clip], example[40];
    const struct spenn_input *input = &r->question->input;
    return spenn_input_parse(input, text, bound)
        || spenn_fail(r->err, nowhere, "'%s' is no value of '%s', such as '%s'",
            spenn_text_clip(clip, text), input->name,
            spenn_input_show(
                example, sizeof example, input, isfinite(input->low) ? input->low : 1));
}

/* "ledergruppe.meets from 6/y to 24/y". */
static bool read_input(struct reader *r, char *text)
{
    struct spenn_input *input = &r->question->input;
    char *from = cut(text, " from "), *to = from ? cut(from, " to ") : NULL;
    const char *name = trimmed(r, text, strlen(text));
    size_t length = strlen(group_size);
    bool group = strncmp(name, group_size, length) == 0
        && (name[length] == '\0' || name[length] == '/');
    int32_t assumption = spenn_assumption_find(name);
    if (!*name || strchr(name, ' ') || (from && !to)) {
        return form(r);
    }
    r->question->value = NAN;
    bool ok = group       ? read_group(r, name)
        : assumption >= 0 ? read_assumption(r, assumption)
                          : read_path(r, name);
    if (ok && from) {
        ok = read_bound(r, trimmed(r, from, strlen(from)), &input->low)
            && read_bound(r, trimmed(r, to, strlen(to)), &input->high);
    }
    bool peopled = !group || (input->low >= 1 && input->high <= most_members);
    return ok
        && (peopled
            || spenn_fail(r->err, nowhere, "'%s' is from 1 to %d", name, most_members))
        && (input->low < input->high
            || spenn_fail(r->err, nowhere,
                "'%s' needs a range: '%s from LOW to HIGH where ...'", name, name));
}

/* "lead-time/sak@model-2 - @model-3"; the second @ may be left out. */
static bool read_target(struct reader *r, char *text)
{
    struct spenn_threshold_question *c = r->question;
    char *other = cut(text, " - ");
    other = other ? other : cut(text, " than ");
    char *in = cut(text, "@"), *of = cut(text, "/");
    const char *measure = trimmed(r, text, strlen(text));
    c->paired = other != NULL;
    c->in = c->than = -1;
    c->of = of ? trimmed(r, of, strlen(of)) : NULL;
    const char *than = other ? trimmed(r, other, strlen(other)) : NULL;
    than = than && *than == '@' ? than + 1 : than;
    bool simulated = false;
    bool ok = spenn_measure_find(measure, &nowhere, &c->measure, &simulated, r->err)
        && (!in
            || spenn_scenario_find(
                r->scenario, trimmed(r, in, strlen(in)), nowhere, &c->in, r->err))
        && (!than || spenn_scenario_find(r->scenario, than, nowhere, &c->than, r->err));
    return ok
        && (!c->paired || c->in != c->than
            || spenn_fail(
                r->err, nowhere, "--find: an alternative is compared with itself"));
}

static bool read_limit(struct reader *r, const char *text)
{
    const char *unit = r->question->measure->unit;
    double *limit = &r->question->limit;
    char clip[spenn_clip];
    bool hours = strcmp(unit, "h") == 0 || strcmp(unit, "h/w") == 0;
    bool ok = strcmp(unit, "share") == 0
        ? spenn_parse_share(text, limit)
        : spenn_parse_number(text, limit) || (hours && spenn_parse_duration(text, limit));
    return ok
        || spenn_fail(r->err, nowhere, "--find: '%s' is no value of '%s', which is in %s",
            spenn_text_clip(clip, text), r->question->measure->id,
            *unit ? unit : "plain numbers");
}

/* How many sit in the forum in the alternative that is asked of; NAN: it has none. */
static bool count_members(struct reader *r, const struct spenn_model *base)
{
    struct spenn_model m = {0};
    struct spenn_threshold_question *c = r->question;
    bool ok = spenn_scenario_apply(base, r->scenario, c->in, &m, r->err);
    spenn_id f = ok ? forum_named(&m, c->forum) : SPENN_NONE;
    c->value = f == SPENN_NONE ? (double)NAN : m.forums.size[f];
    spenn_model_free(&m);
    return ok;
}

bool spenn_threshold_read(const struct spenn_threshold_asked *asked,
    struct spenn_arena *memory, struct spenn_threshold_question *question,
    struct spenn_error *err)
{
    struct spenn_model baseline = {0};
    *question = (struct spenn_threshold_question){0};
    if (!spenn_scenario_apply(asked->base, asked->scenario, -1, &baseline, err)) {
        return false;
    }
    struct reader r = {asked->scenario, &baseline, memory, question, err};
    char *input = trimmed(&r, asked->text, strlen(asked->text));
    char *target = cut(input, " where ");
    char *limit = target ? strpbrk(target, "<>") : NULL;
    bool ok = limit && limit[1] != '=';
    if (ok) {
        question->above = *limit == '>';
        *limit++ = '\0';
        ok = read_target(&r, trimmed(&r, target, strlen(target)))
            && read_limit(&r, trimmed(&r, limit, strlen(limit))) && read_input(&r, input);
        ok = ok
            && (!question->forum || question->in < 0 || count_members(&r, asked->base));
    } else {
        ok = form(&r);
    }
    spenn_model_free(&baseline);
    return ok;
}
