/* SPDX-License-Identifier: MIT
 * Whole files, read in growing pieces so that pipes work too. */
#include "file.h"

#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct bytes {
    char *at;
    size_t used, room;
};

/* Reads to the end or one byte beyond `most`; errno tells of failure. */
static bool read_all(int file, size_t most, struct bytes *bytes)
{
    for (;;) {
        if (bytes->room - bytes->used < 2) {
            size_t room = bytes->room ? bytes->room * 2 : 65536;
            char *more = realloc(bytes->at, room);
            if (!more) {
                return false;
            }
            bytes->at = more;
            bytes->room = room;
        }
        ssize_t got = read(file, bytes->at + bytes->used, bytes->room - bytes->used - 1);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return got == 0;
        }
        bytes->used += (size_t)got;
        if (bytes->used > most) {
            return true;
        }
    }
}

static bool take(int file, size_t most, struct spenn_where at, struct bytes *bytes,
    struct spenn_error *err)
{
    struct stat info;
    if (fstat(file, &info) != 0) {
        return spenn_fail(err, at, "cannot be read: %s", strerror(errno));
    }
    if (S_ISDIR(info.st_mode)) {
        return spenn_fail(err, at, "is a directory, not a file");
    }
    if (S_ISREG(info.st_mode) && info.st_size > 0 && (size_t)info.st_size <= most) {
        bytes->room = (size_t)info.st_size + 2;
        bytes->at = malloc(bytes->room);
    }
    if (bytes->room && !bytes->at) {
        bytes->room = 0;
    }
    if (!read_all(file, most, bytes)) {
        return spenn_fail(err, at, "cannot be read: %s", strerror(errno));
    }
    return bytes->used <= most
        || spenn_fail(err, at, "is larger than %zu MB", most >> 20);
}

bool spenn_file_bytes(const char *path, size_t most, struct spenn_arena *memory,
    const char **text, size_t *length, struct spenn_error *err)
{
    bool input = strcmp(path, "-") == 0;
    struct spenn_where at = {.file = input ? "standard input" : path};
    struct bytes bytes = {0};
    int file = input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return spenn_fail(err, at, "cannot be opened: %s", strerror(errno));
    }
    bool ok = take(file, most, at, &bytes, err);
    if (!input) {
        (void)close(file);
    }
    if (ok) {
        *text = spenn_arena_bytes(memory, bytes.at, bytes.used);
        *length = bytes.used;
    }
    free(bytes.at);
    return ok;
}

struct spenn_where spenn_text_place(
    const char *text, size_t length, const char *file, size_t offset)
{
    struct spenn_where at = {file, 1, 1};
    size_t line = 0;
    for (size_t i = 0; i < offset && i < length; i++) {
        if (text[i] == '\n') {
            at.line++;
            line = i + 1;
        }
    }
    at.column = (int32_t)(offset - line) + 1;
    return at;
}

bool spenn_text_check(
    const char *text, size_t length, const char *file, struct spenn_error *err)
{
    size_t bad = spenn_text_valid(text, length);
    if (bad == length) {
        return true;
    }
    struct spenn_where at = spenn_text_place(text, length, file, bad);
    return text[bad] ? spenn_fail(
               err, at, "byte 0x%02x is not UTF-8", (unsigned)(unsigned char)text[bad])
                     : spenn_fail(err, at, "a NUL byte does not belong in a text file");
}

bool spenn_file_read(const char *path, size_t most, struct spenn_arena *memory,
    const char **text, size_t *length, struct spenn_error *err)
{
    return spenn_file_bytes(path, most, memory, text, length, err)
        && spenn_text_check(*text, *length, path, err);
}

const char *spenn_path_beside(
    struct spenn_arena *memory, const char *file, const char *path)
{
    const char *slash = *path != '/' ? strrchr(file, '/') : NULL;
    return slash ? spenn_arena_format(memory, "%.*s/%s", (int)(slash - file), file, path)
                 : path;
}

size_t spenn_text_mark(const char *text, size_t length)
{
    return length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}
