/* SPDX-License-Identifier: MIT
 * The file as a whole: opening, locking, writing. Its text is store_text.c's. */
#include "store.h"

#include "io.h"
#include "store_text.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static bool fail_system(const char *path, const char *what, struct spenn_error *err)
{
    const struct spenn_where at = {.file = path};
    err->machine = true;
    return spenn_fail(err, at, "%s: %s", what, strerror(errno));
}

bool spenn_store_fingerprint(const char *scenario_path, const struct spenn_model *m,
    char fingerprint[17], struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    struct spenn_file scenario = {0};
    char *text = NULL;
    size_t length = 0;
    bool ok = spenn_file_read(scenario_path, spenn_most_bytes, &memory, &scenario, err);
    FILE *out = ok ? open_memstream(&text, &length) : NULL;
    if (ok && !out) {
        ok = fail_system(scenario_path, "cannot be compared", err);
    }
    if (ok) {
        (void)fprintf(
            out, "%s\n%d\n%s\n", SPENN_VERSION, spenn_store_format, scenario.text);
        for (int32_t i = 0; i < SPENN_ASSUMPTION_COUNT; i++) {
            (void)fprintf(out, "%s %a %a %a\n", spenn_assumption_keys[i].id,
                m->assume.value[i], m->assume.low[i], m->assume.high[i]);
        }
        ok = spenn_write_model(m, out);
        ok = fclose(out) == 0 && ok;
        ok = ok || fail_system(scenario_path, "cannot be compared", err);
    }
    if (ok) {
        (void)snprintf(fingerprint, 17, "%016" PRIx64, spenn_text_hash(text));
    }
    free(text);
    spenn_arena_free(&memory);
    return ok;
}

static bool read_text(struct spenn_store *store, struct spenn_error *err)
{
    struct spenn_file file = {0};
    if (!spenn_file_read(
            store->path, spenn_store_most_bytes, &store->memory, &file, err)) {
        return false;
    }
    store->text = file.text;
    store->length = file.length;
    return spenn_store_read_head(store, err);
}

bool spenn_store_look(
    struct spenn_store *store, const char *directory, struct spenn_error *err)
{
    *store = (struct spenn_store){0};
    store->path = spenn_arena_format(&store->memory, "%s/evaluations.csv", directory);
    bool ok = read_text(store, err);
    if (ok && !store->text) {
        ok = spenn_fail(err, (struct spenn_where){.file = store->path},
            "holds no whole line: the exploration has not begun");
    }
    return ok;
}

bool spenn_store_open(
    struct spenn_store *store, const char *directory, bool fresh, struct spenn_error *err)
{
    *store = (struct spenn_store){0};
    store->path = spenn_arena_format(&store->memory, "%s/evaluations.csv", directory);
    if (!spenn_directory_make(directory)) {
        return fail_system(store->path, "its directory cannot be made", err);
    }
    store->file = open(store->path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (store->file < 0) {
        return fail_system(store->path, "cannot be opened", err);
    }
    store->open = true;
    if (flock(store->file, LOCK_EX | LOCK_NB) != 0) {
        return spenn_fail(err, (struct spenn_where){.file = store->path},
            "another spenn is at work on it; wait, or choose another --out");
    }
    if (fresh && ftruncate(store->file, 0) != 0) {
        return fail_system(store->path, "cannot be emptied", err);
    }
    return read_text(store, err);
}

/* All of it, or errno says why not. */
static bool put(int file, const char *text, size_t length)
{
    while (length > 0) {
        ssize_t put = write(file, text, length);
        if (put < 0 && errno != EINTR) {
            return false;
        }
        text += put > 0 ? put : 0;
        length -= put > 0 ? (size_t)put : 0;
    }
    return true;
}

bool spenn_store_begin(struct spenn_store *store, const struct spenn_store_head *head,
    struct spenn_error *err)
{
    bool ok = ftruncate(store->file, (off_t)store->length) == 0;
    if (ok && !store->text) {
        struct spenn_arena memory = {0};
        const char *text = spenn_store_head_text(&memory, head);
        ok = put(store->file, text, strlen(text));
        spenn_arena_free(&memory);
    }
    return ok || fail_system(store->path, "cannot be written", err);
}

bool spenn_store_add(struct spenn_store *store, const struct spenn_exploration *x,
    int32_t e, struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    size_t length = 0;
    const char *text = spenn_store_row_text(&memory, x, e, &length);
    bool ok = put(store->file, text, length)
        || fail_system(store->path, "cannot be written", err);
    spenn_arena_free(&memory);
    return ok;
}

static bool write_all(
    FILE *out, const struct spenn_store_head *head, const struct spenn_exploration *x)
{
    struct spenn_arena memory = {0};
    bool ok = fputs(spenn_store_head_text(&memory, head), out) >= 0;
    for (int32_t e = 0; e < x->outcome.count && ok; e++) {
        size_t length = 0;
        if (spenn_exploration_has(x, e)) {
            const char *text = spenn_store_row_text(&memory, x, e, &length);
            ok = fwrite(text, 1, length, out) == length;
        }
        spenn_arena_free(&memory);
    }
    return ok;
}

bool spenn_store_finish(struct spenn_store *store, const struct spenn_store_head *head,
    const struct spenn_exploration *x, struct spenn_error *err)
{
    const char *path = spenn_arena_format(&store->memory, "%s.new", store->path);
    FILE *out = fopen(path, "w");
    bool ok = out && write_all(out, head, x);
    ok = out && fclose(out) == 0 && ok;
    ok = ok && rename(path, store->path) == 0;
    return ok || fail_system(path, "cannot be written", err);
}

void spenn_store_close(struct spenn_store *store)
{
    if (store->open) {
        (void)close(store->file);
    }
    struct spenn_arena memory = store->memory;
    spenn_arena_free(&memory);
    *store = (struct spenn_store){0};
}
