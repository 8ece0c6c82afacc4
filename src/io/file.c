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

/* Room for at least one byte more and a closing NUL. */
static bool widen(struct bytes *bytes)
{
    if (bytes->room - bytes->used >= 2) {
        return true;
    }
    size_t room = bytes->room ? bytes->room * 2 : 65536;
    char *more = realloc(bytes->at, room);
    if (more) {
        bytes->at = more;
        bytes->room = room;
    }
    return more != NULL;
}

/* Reads to the end or to the first piece beyond `most`; errno tells of failure. */
static bool read_all(int file, size_t most, struct bytes *bytes)
{
    ssize_t got = 1;
    while (got != 0 && bytes->used <= most) {
        if (!widen(bytes)) {
            return false;
        }
        got = read(file, bytes->at + bytes->used, bytes->room - bytes->used - 1);
        if (got < 0 && errno != EINTR) {
            return false;
        }
        bytes->used += got > 0 ? (size_t)got : 0;
    }
    return true;
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
    struct spenn_file *file, struct spenn_error *err)
{
    bool input = strcmp(path, "-") == 0;
    struct spenn_where at = {.file = input ? "standard input" : path};
    struct bytes bytes = {0};
    int opened = input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (opened < 0) {
        return spenn_fail(err, at, "cannot be opened: %s", strerror(errno));
    }
    bool ok = take(opened, most, at, &bytes, err);
    if (!input) {
        (void)close(opened);
    }
    if (ok) {
        file->path = spenn_arena_text(memory, at.file);
        file->text = spenn_arena_bytes(memory, bytes.at, bytes.used);
        file->length = bytes.used;
    }
    free(bytes.at);
    return ok;
}

struct spenn_where spenn_file_place(const struct spenn_file *file, size_t offset)
{
    struct spenn_where at = {file->path, 1, 1};
    size_t line = 0;
    for (size_t i = 0; i < offset && i < file->length; i++) {
        if (file->text[i] == '\n') {
            at.line++;
            line = i + 1;
        }
    }
    at.column = (int32_t)(offset - line) + 1;
    return at;
}

bool spenn_file_check(const struct spenn_file *file, struct spenn_error *err)
{
    size_t bad = spenn_text_valid(file->text, file->length);
    if (bad == file->length) {
        return true;
    }
    struct spenn_where at = spenn_file_place(file, bad);
    return file->text[bad]
        ? spenn_fail(err, at, "byte 0x%02x is not UTF-8; save the file as UTF-8",
            (unsigned)(unsigned char)file->text[bad])
        : spenn_fail(err, at, "a NUL byte does not belong in a text file");
}

bool spenn_file_read(const char *path, size_t most, struct spenn_arena *memory,
    struct spenn_file *file, struct spenn_error *err)
{
    return spenn_file_bytes(path, most, memory, file, err) && spenn_file_check(file, err);
}

struct spenn_file spenn_file_unmarked(const struct spenn_file *file)
{
    static const char mark[] = "\xef\xbb\xbf";
    size_t skip = strncmp(file->text, mark, sizeof mark - 1) == 0 ? sizeof mark - 1 : 0;
    return (struct spenn_file){file->path, file->text + skip, file->length - skip};
}

bool spenn_directory_make(const char *path)
{
    struct spenn_arena memory = {0};
    size_t size = strlen(path) + 1;
    char *copy = spenn_arena_alloc(&memory, size, 1);
    memcpy(copy, path, size);
    bool ok = true;
    for (char *at = copy + 1; ok && at < copy + size; at++) {
        if (*at == '/' || *at == '\0') {
            char kept = *at;
            *at = '\0';
            ok = mkdir(copy, 0777) == 0 || errno == EEXIST;
            *at = kept;
        }
    }
    int why = errno;
    spenn_arena_free(&memory);
    errno = why;
    struct stat info;
    if (ok && stat(path, &info) == 0 && !S_ISDIR(info.st_mode)) {
        ok = false;
        errno = ENOTDIR;
    }
    return ok;
}

bool spenn_file_replaces(const char *path, bool force)
{
    return force || (strncmp(path, "out/", 4) == 0 && !strstr(path, "/../"));
}
