/* SPDX-License-Identifier: MIT */
#include "weights.h"

#include "quantity.h"
#include "text.h"

#include <string.h>

struct reader {
    const char *name;
    struct spenn_arena *memory;
    struct spenn_weights *weights;
    struct spenn_error *err;
};

static const char spaces[] = " \t\r";

/* A copy without spaces at its ends. */
static const char *trimmed(struct reader *r, const char *text, size_t length)
{
    while (length && strchr(spaces, text[length - 1])) {
        length--;
    }
    size_t begin = 0;
    while (begin < length && strchr(spaces, text[begin])) {
        begin++;
    }
    return spenn_arena_bytes(r->memory, text + begin, length - begin);
}

static bool complain(const struct reader *r, int32_t line, const char *item)
{
    char clip[spenn_clip];
    return spenn_fail(r->err, (struct spenn_where){r->name, line, 0},
        "'%s' is not measure:weight, measure/subject:weight or measure:weight[from..to] "
        "with a weight above 0",
        spenn_text_clip(clip, item));
}

/* "[0h..40h]" behind the weight; false when there is a bracket that does not close. */
static bool take_ends(struct reader *r, const char *item, struct spenn_weight *weight)
{
    const char *open = strchr(item, '['), *dots = open ? strstr(open, "..") : NULL;
    const char *close = dots ? strchr(dots, ']') : NULL;
    if (!open) {
        return true;
    }
    if (!close || close[1] || dots == open + 1 || close == dots + 2) {
        return false;
    }
    weight->from = trimmed(r, open + 1, (size_t)(dots - open - 1));
    weight->to = trimmed(r, dots + 2, (size_t)(close - dots - 2));
    return true;
}

static bool same(const struct spenn_weight *a, const struct spenn_weight *b)
{
    return strcmp(a->measure, b->measure) == 0
        && (a->of && b->of ? strcmp(a->of, b->of) == 0 : a->of == b->of);
}

static bool add(struct reader *r, int32_t line, const struct spenn_weight *weight)
{
    struct spenn_weights *weights = r->weights;
    for (int32_t i = 0; i < weights->count; i++) {
        if (same(&weights->weight[i], weight)) {
            return spenn_fail(r->err, (struct spenn_where){r->name, line, 0},
                "'%s' has two weights", weight->measure);
        }
    }
    if (weights->count == weights->room) {
        int32_t room = weights->room ? weights->room * 2 : 8;
        weights->weight = spenn_arena_grow(r->memory, weights->weight,
            (size_t)weights->count, (size_t)room, sizeof *weights->weight);
        weights->room = room;
    }
    weights->weight[weights->count++] = *weight;
    return true;
}

static bool take_item(struct reader *r, int32_t line, const char *item)
{
    struct spenn_weight weight = {0};
    const char *colon = strchr(item, ':');
    if (!colon || colon == item || !take_ends(r, colon, &weight)) {
        return complain(r, line, item);
    }
    const char *subject = trimmed(r, item, (size_t)(colon - item));
    const char *number = trimmed(r, colon + 1, strcspn(colon + 1, "["));
    const char *slash = strchr(subject, '/');
    weight.measure = slash
        ? spenn_arena_bytes(r->memory, subject, (size_t)(slash - subject))
        : subject;
    weight.of = slash ? slash + 1 : NULL;
    if (!spenn_parse_number(number, &weight.weight) || weight.weight <= 0
        || weight.weight > 1e12 || !*weight.measure || (slash && !slash[1])) {
        return complain(r, line, item);
    }
    return add(r, line, &weight);
}

/* The items of one line, without its comment. */
static bool take_line(struct reader *r, int32_t line, const char *text, size_t length)
{
    bool ok = true;
    const char *comment = memchr(text, '#', length);
    length = comment ? (size_t)(comment - text) : length;
    for (size_t at = 0; at < length;) {
        const char *comma = memchr(text + at, ',', length - at);
        size_t size = comma ? (size_t)(comma - text) - at : length - at;
        const char *item = trimmed(r, text + at, size);
        ok = (!*item || take_item(r, line, item)) && ok;
        at += size + 1;
    }
    return ok;
}

bool spenn_weights_parse(const char *text, const char *name, struct spenn_arena *memory,
    struct spenn_weights *weights, struct spenn_error *err)
{
    struct reader r = {name, memory, weights, err};
    bool ok = true;
    *weights = (struct spenn_weights){0};
    for (int32_t line = 1; *text; line++) {
        size_t length = strcspn(text, "\n");
        ok = take_line(&r, line, text, length) && ok;
        text += length + (text[length] == '\n');
    }
    return ok
        && (weights->count
            || spenn_fail(err, (struct spenn_where){name, 0, 0}, "there are no weights"));
}
