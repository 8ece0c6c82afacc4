/* SPDX-License-Identifier: MIT
 * Measures of what forums share, and of who leads by them without being a superior. */
#include "column.h"
#include "rest.h"
#include "text.h"

#include <math.h>
#include <string.h>

/* Units that somebody must lead without commanding them to be an informal level: as many
 * as make a span of control of the fourth band (span-band 3). */
enum { informal_units = 4 };

struct topics { /* one row a topic of a forum */
    int32_t count, distinct;
    int32_t *topic; /* number of the topic */
    spenn_id *forum;
    int32_t *forums; /* how many forums have a topic: one row a topic */
};

static int32_t count_words(const struct spenn_forums *forums)
{
    int32_t words = 0;
    for (spenn_id f = 0; f < forums->count; f++) {
        const char *at = forums->topics[f];
        words += at != NULL;
        while (at && (at = strchr(at, ','))) {
            words++;
            at++;
        }
    }
    return words;
}

/* The next text of a list with commas, without spaces around it; NULL at its end. */
static const char *next_word(struct spenn_arena *memory, const char **at)
{
    if (!*at) {
        return NULL;
    }
    const char *begin = *at + strspn(*at, " "), *comma = strchr(begin, ',');
    size_t length = comma ? (size_t)(comma - begin) : strlen(begin);
    while (length > 0 && begin[length - 1] == ' ') {
        length--;
    }
    *at = comma ? comma + 1 : NULL;
    return spenn_arena_bytes(memory, begin, length);
}

/* A topic given twice in a forum counts once; last[k] is the last forum + 1 with k. */
static void add_topic(struct topics *t, int32_t topic, spenn_id f, spenn_id *last)
{
    if (last[topic] != f + 1) {
        last[topic] = f + 1;
        t->forums[topic]++;
        t->topic[t->count] = topic;
        t->forum[t->count++] = f;
    }
}

static struct topics topics_make(
    const struct spenn_forums *forums, struct spenn_arena *memory)
{
    size_t most = (size_t)count_words(forums);
    struct spenn_index known = {0};
    struct topics t = {.topic = spenn_arena_alloc(memory, most, sizeof *t.topic),
        .forum = spenn_arena_alloc(memory, most, sizeof *t.forum),
        .forums = spenn_arena_alloc(memory, most, sizeof *t.forums)};
    spenn_id *last = spenn_arena_alloc(memory, most, sizeof *last);
    for (spenn_id f = 0; f < forums->count; f++) {
        const char *at = forums->topics[f], *word;
        while ((word = next_word(memory, &at))) {
            int32_t old = spenn_index_add(memory, &known, word, t.distinct);
            add_topic(&t, old >= 0 ? old : t.distinct++, f, last);
        }
    }
    return t;
}

bool spenn_fill_overlap(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct topics t = topics_make(&r->m->forums, &scratch);
    double shared = 0.0;
    (void)err;
    for (int32_t i = 0; i < t.distinct; i++) {
        shared += t.forums[i] > 1;
    }
    if (r->over == SPENN_OVER_WHOLE) {
        value[0] = t.count > 0 ? shared : NAN;
    } else {
        for (spenn_id f = 0; f < r->m->forums.count; f++) {
            value[f] = r->m->forums.topics[f] ? 0.0 : NAN;
        }
        for (int32_t i = 0; i < t.count; i++) {
            value[t.forum[i]] += t.forums[t.topic[i]] > 1;
        }
    }
    spenn_arena_free(&scratch);
    return true;
}

struct leading { /* without being a superior */
    const struct spenn_nearest *nearest;
    struct spenn_superiors superiors;
    spenn_id *seen; /* last leader + 1 that was found to lead a unit */
};

/* Whether v is u's superior, by the line at any height or by a second line, or u v's. */
static bool commands(const struct leading *l, spenn_id v, spenn_id u)
{
    spenn_id common = spenn_nearest_superior(l->nearest, u, v);
    bool found = common == u || common == v;
    for (int32_t i = l->superiors.first[u]; !found && i < l->superiors.first[u + 1];
         i++) {
        found = l->superiors.unit[i] == v;
    }
    return found;
}

/* Units v leads in network f without being their superior, not counted before. */
static int32_t count_led(
    const struct spenn_model *m, struct leading *l, spenn_id v, spenn_id f)
{
    int32_t led = 0;
    for (int32_t i = 0; i < m->forums.size[f]; i++) {
        spenn_id u = m->members.unit[m->forums.first[f] + i];
        if (l->seen[u] != v + 1 && !commands(l, v, u)) {
            l->seen[u] = v + 1;
            led++;
        }
    }
    return led;
}

static bool has_a_role(int32_t kind) /* of a superior, by its kind */
{
    return kind == SPENN_EXECUTIVE || kind == SPENN_DEPUTY
        || spenn_kind_is_political(kind) || spenn_kind_is_outside(kind);
}

/* Units v leads by networks in which the top leader does not sit. */
static int32_t led_by(const struct spenn_rest *r, struct leading *l, spenn_id v)
{
    const struct spenn_model *m = r->m;
    int32_t led = 0;
    for (int32_t i = r->sittings.first[v]; i < r->sittings.first[v + 1]; i++) {
        spenn_id f = r->sittings.forum[i];
        bool own = m->forums.kind[f] == SPENN_FORUM_NETWORK && m->forums.chair[f] == v;
        if (own && (r->top == SPENN_NONE || !spenn_model_is_member(m, f, r->top))) {
            led += count_led(m, l, v, f);
        }
    }
    return led;
}

bool spenn_fill_informal(struct spenn_rest *r, double *value, struct spenn_error *err)
{
    const struct spenn_model *m = r->m;
    struct spenn_arena scratch = {0};
    struct leading l = {.nearest = spenn_rest_nearest(r),
        .superiors = spenn_superiors_make(m, &scratch),
        .seen = spenn_arena_alloc(&scratch, (size_t)r->tree.count, sizeof *l.seen)};
    (void)err;
    for (spenn_id v = 0; v < m->units.count; v++) {
        value[0] += !has_a_role(m->units.kind[v]) && led_by(r, &l, v) >= informal_units;
    }
    spenn_arena_free(&scratch);
    return true;
}
