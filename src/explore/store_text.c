/* SPDX-License-Identifier: MIT */
#include "store_text.h"

#include "quantity.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char first_line[] = "# spenn explore 1";
enum { number_room = 32 };

/* The whole numbers of the head, each a line. */
static const struct whole {
    const char *name;
    size_t at;
    int32_t least;
    int32_t most;
    const char *option; /* that sets it; NULL: none does */
} wholes[] = {
    {"points", offsetof(struct spenn_store_head, points), 1, 1 << 13, "--points"},
    {"trajectories", offsetof(struct spenn_store_head, trajectories), 0, 1000,
        "--effort"},
    {"replications", offsetof(struct spenn_store_head, replications), 2, 10000,
        "--replications"},
    {"shard", offsetof(struct spenn_store_head, shard), 1, 1 << 20, "--shard"},
    {"shards", offsetof(struct spenn_store_head, shards), 1, 1 << 20, "--shard"},
    {"expectations", offsetof(struct spenn_store_head, expectations), 1, 100000, NULL},
};
enum { whole_count = sizeof wholes / sizeof *wholes };

static int32_t *whole_of(struct spenn_store_head *head, const struct whole *whole)
{
    return (int32_t *)((char *)head + whole->at);
}

static int32_t whole_in(const struct spenn_store_head *head, const struct whole *whole)
{
    return *(const int32_t *)((const char *)head + whole->at);
}

/* Lines of the store's text, one after the other. */
struct lines {
    const char *at, *end;
    int32_t line;
    const char *file;
    struct spenn_error *err;
    struct spenn_arena *memory;
    bool ended; /* there was no next line: it was torn off */
};

static bool fail(const struct lines *l, const char *what)
{
    if (l->ended) {
        return false;
    }
    const struct spenn_where at = {l->file, l->line, 0};
    return spenn_fail(l->err, at,
        "%s; the file is damaged or not of an exploration: --fresh begins anew", what);
}

/* The next whole line without its end, or NULL. */
static const char *next(struct lines *l)
{
    const char *end = memchr(l->at, '\n', (size_t)(l->end - l->at));
    if (!end) {
        l->ended = true;
        return NULL;
    }
    const char *line = spenn_arena_bytes(l->memory, l->at, (size_t)(end - l->at));
    l->at = end + 1;
    l->line++;
    return line;
}

/* What follows "# name " on the next line; NULL when it is another line. */
static const char *field(struct lines *l, const char *name)
{
    const char *line = next(l);
    size_t length = strlen(name);
    bool ok = line && strncmp(line, "# ", 2) == 0 && strncmp(line + 2, name, length) == 0
        && line[2 + length] == ' ';
    return ok ? line + 3 + length : NULL;
}

static bool parse_whole(const char *text, const struct whole *whole, int32_t *value)
{
    double number;
    bool digits = text && *text && strspn(text, "0123456789") == strlen(text)
        && strlen(text) <= 10 && spenn_parse_number(text, &number)
        && number >= whole->least && number <= whole->most;
    if (digits) {
        *value = (int32_t)number;
    }
    return digits;
}

/* Any seed that a scenario may have: 64 bits. */
static bool parse_seed(const char *text, uint64_t *seed)
{
    errno = 0;
    *seed = strtoull(text, NULL, 10);
    return *text && strspn(text, "0123456789") == strlen(text) && errno == 0;
}

static bool read_options(struct lines *l, struct spenn_store_head *head)
{
    char clip[96];
    for (size_t i = 0; i < whole_count; i++) {
        if (!parse_whole(
                field(l, wholes[i].name), &wholes[i], whole_of(head, &wholes[i]))) {
            (void)snprintf(clip, sizeof clip,
                "'# %s' and a whole number from %d to %d belong here", wholes[i].name,
                wholes[i].least, wholes[i].most);
            return fail(l, clip);
        }
    }
    const char *seed = field(l, "seed");
    if (!seed || !parse_seed(seed, &head->seed)) {
        return fail(l, "'# seed' and a whole number belong here");
    }
    const char *warm_up = field(l, "warm-up");
    if (!warm_up || !spenn_parse_number(warm_up, &head->warm_up) || head->warm_up < 0) {
        return fail(l, "'# warm-up' and hours belong here");
    }
    return head->shard <= head->shards || fail(l, "there are fewer shards than that");
}

static bool read_sources(struct lines *l, struct spenn_store_head *head)
{
    const char *fingerprint = field(l, "fingerprint");
    if (!fingerprint || strlen(fingerprint) != 16
        || strspn(fingerprint, "0123456789abcdef") != 16) {
        return fail(l, "'# fingerprint' and 16 digits belong here");
    }
    memcpy(head->fingerprint, fingerprint, sizeof head->fingerprint);
    head->scenario = field(l, "scenario");
    if (!head->scenario || !*head->scenario) {
        return fail(l, "'# scenario' and its file belong here");
    }
    const char *assumptions = field(l, "assumptions");
    if (!assumptions || !*assumptions) {
        return fail(l, "'# assumptions' and their file, or -, belong here");
    }
    head->assumptions = strcmp(assumptions, "-") == 0 ? NULL : assumptions;
    return true;
}

static const char *column_names(struct spenn_arena *memory, int32_t expectations)
{
    size_t room = 8 + (size_t)expectations * 64, used = 6;
    char *text = spenn_arena_alloc(memory, room, 1);
    memcpy(text, "number", used);
    for (int32_t q = 1; q <= expectations; q++) {
        used += (size_t)snprintf(text + used, room - used,
            ",verdict-%d,difference-%d,low-%d,high-%d", q, q, q, q);
    }
    return text;
}

bool spenn_store_read_head(struct spenn_store *store, struct spenn_error *err)
{
    const char *last = memrchr(store->text, '\n', store->length);
    store->length = last ? (size_t)(last - store->text) + 1 : 0;
    struct lines l = {.at = store->text,
        .end = store->text + store->length,
        .file = store->path,
        .err = err,
        .memory = &store->memory};
    struct spenn_store_head *head = &store->head;
    const char *line = next(&l);
    bool ok = (line && strcmp(line, first_line) == 0)
        || fail(&l, "'# spenn explore 1' belongs here");
    ok = ok && read_sources(&l, head) && read_options(&l, head);
    line = ok ? next(&l) : NULL;
    ok = ok
        && ((line && strcmp(line, column_names(&store->memory, head->expectations)) == 0)
            || fail(&l, "the names of the columns belong here"));
    store->rows = (size_t)(l.at - store->text);
    store->line = l.line;
    if (l.ended) { /* so nothing can have followed */
        store->text = NULL;
        store->length = 0;
    }
    return ok || l.ended;
}

const char *spenn_store_head_text(
    struct spenn_arena *memory, const struct spenn_store_head *head)
{
    char number[number_room];
    const char *text = spenn_arena_format(memory,
        "%s\n# fingerprint %s\n# scenario %s\n# assumptions %s\n", first_line,
        head->fingerprint, head->scenario, head->assumptions ? head->assumptions : "-");
    for (size_t i = 0; i < whole_count; i++) {
        text = spenn_arena_format(
            memory, "%s# %s %d\n", text, wholes[i].name, whole_in(head, &wholes[i]));
    }
    return spenn_arena_format(memory, "%s# seed %" PRIu64 "\n# warm-up %s\n%s\n", text,
        head->seed, spenn_format_number(number, sizeof number, head->warm_up),
        column_names(memory, head->expectations));
}

bool spenn_store_fits(const struct spenn_store *store,
    const struct spenn_store_head *wanted, struct spenn_error *err)
{
    const struct spenn_where at = {.file = store->path};
    if (strcmp(store->head.fingerprint, wanted->fingerprint) != 0) {
        return spenn_fail(err, at,
            "is of another scenario, model, assumptions or version of spenn (%s, now "
            "%s): --fresh forgets it, --out DIR puts this one elsewhere",
            store->head.fingerprint, wanted->fingerprint);
    }
    bool ok = store->head.seed == wanted->seed
        || spenn_fail(err, at,
            "was begun with seed %" PRIu64 ", not %" PRIu64
            ": the same --seed goes on with it, --fresh forgets it, --out DIR puts this "
            "one elsewhere",
            store->head.seed, wanted->seed);
    for (size_t i = 0; i < whole_count; i++) {
        int32_t had = whole_in(&store->head, &wholes[i]);
        int32_t wants = whole_in(wanted, &wholes[i]);
        ok = (had == wants
                 || spenn_fail(err, at,
                     "was begun with %s %d, not %d: %s%s%s--fresh forgets it, --out DIR "
                     "puts this one elsewhere",
                     wholes[i].name, had, wants, wholes[i].option ? "the same " : "",
                     wholes[i].option ? wholes[i].option : "",
                     wholes[i].option ? " goes on with it, " : ""))
            && ok;
    }
    return ok;
}
