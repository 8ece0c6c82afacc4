/* SPDX-License-Identifier: MIT */
#include "text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Needs no library; the end of a text does not count. */
static bool is_ascii(char byte)
{
    return byte && (unsigned char)byte < 0x80;
}

size_t spenn_text_valid(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length) {
        utf8proc_int32_t code;
        if (is_ascii(text[at])) {
            at++;
            continue;
        }
        utf8proc_ssize_t step = utf8proc_iterate(
            (const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(length - at), &code);
        if (step < 1 || code == 0) {
            return at;
        }
        at += (size_t)step;
    }
    return length;
}

/* The next character of valid UTF-8, and where it ends. */
static utf8proc_int32_t next_code(const char **at)
{
    utf8proc_int32_t code;
    if (is_ascii(**at)) {
        return *(*at)++;
    }
    utf8proc_ssize_t step = utf8proc_iterate((const utf8proc_uint8_t *)*at, -1, &code);
    *at += step < 1 ? 1 : step;
    return step < 1 ? -1 : code;
}

static bool is_letter(utf8proc_int32_t code)
{
    if (code < 0x80) {
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z')
            || (code >= '0' && code <= '9');
    }
    utf8proc_category_t category = utf8proc_category(code);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_MN)
        || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ND;
}

bool spenn_text_is_id(const char *text)
{
    if (!*text || *text == '-' || *text == '.') {
        return false;
    }
    while (*text) {
        utf8proc_int32_t code = next_code(&text);
        if (code != '-' && code != '_' && code != '.' && !is_letter(code)) {
            return false;
        }
    }
    return true;
}

size_t spenn_text_plain(const char *text)
{
    const char *at = text;
    while (*at) {
        const char *start = at;
        utf8proc_int32_t code = next_code(&at);
        if (code < 0x20 || (code >= 0x7f && code < 0xa0)) {
            return (size_t)(start - text);
        }
    }
    return (size_t)(at - text);
}

const char *spenn_text_clip(char buffer[spenn_clip], const char *text)
{
    static const char dots[] = "...";
    size_t used = 0;
    while (*text) {
        const char *start = text;
        utf8proc_int32_t code = next_code(&text);
        size_t step = (size_t)(text - start);
        if (used + step + sizeof dots > spenn_clip) {
            memcpy(buffer + used, dots, sizeof dots);
            return buffer;
        }
        bool shown = code >= 0x20 && !(code >= 0x7f && code < 0xa0);
        memcpy(buffer + used, shown ? start : "?", shown ? step : 1);
        used += shown ? step : 1;
    }
    buffer[used] = '\0';
    return buffer;
}

int32_t spenn_text_width(const char *text)
{
    int32_t width = 0;
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    while (*at) {
        utf8proc_int32_t code;
        utf8proc_ssize_t step = utf8proc_iterate(at, -1, &code);
        if (step < 1) {
            at++;
            continue;
        }
        width += utf8proc_charwidth(code);
        at += step;
    }
    return width;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Levenshtein distance over bytes; texts longer than the row are not compared. */
static size_t distance(const char *a, const char *b)
{
    enum { longest = 64 };
    size_t row[longest + 1];
    size_t m = strlen(a), n = strlen(b);
    if (m > longest || n > longest) {
        return longest;
    }
    for (size_t j = 0; j <= n; j++) {
        row[j] = j;
    }
    for (size_t i = 1; i <= m; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t swap = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = least(swap, least(row[j], row[j - 1]) + 1);
        }
    }
    return row[n];
}

const char *spenn_text_nearest(const char *name, const char *const *names, int32_t count)
{
    size_t length = strlen(name);
    size_t best = length / 3 < 2 ? 3 : length / 3 + 1; /* not near enough */
    best = least(best, length);
    const char *nearest = NULL;
    for (int32_t i = 0; i < count; i++) {
        size_t d = names[i] ? distance(name, names[i]) : best;
        if (d < best) {
            nearest = names[i];
            best = d;
        }
    }
    return nearest;
}

bool spenn_text_glob(const char *pattern, const char *text)
{
    const char *star = NULL, *again = NULL;
    while (*text) {
        if (*pattern == '*') {
            star = ++pattern;
            again = text;
        } else if (*pattern == *text) {
            pattern++;
            text++;
        } else if (star) {
            pattern = star;
            text = ++again;
        } else {
            return false;
        }
    }
    while (*pattern == '*') {
        pattern++;
    }
    return !*pattern;
}

const char *spenn_text_language(void)
{
    const char *wanted = getenv("SPENN_LANG");
    return wanted && strcmp(wanted, "nb") == 0 ? "nb" : "en";
}

bool spenn_text_lists(const char *list, const char *item)
{
    size_t wanted = strlen(item);
    while (list) {
        size_t length = strcspn(list, ",");
        if (length == wanted && memcmp(list, item, length) == 0) {
            return true;
        }
        list = list[length] ? list + length + 1 : NULL;
    }
    return false;
}

const char *spenn_text_beside(
    struct spenn_arena *memory, const char *file, const char *path)
{
    const char *slash = file && *path != '/' ? strrchr(file, '/') : NULL;
    return slash ? spenn_arena_format(memory, "%.*s/%s", (int)(slash - file), file, path)
                 : path;
}

uint64_t spenn_text_hash(const char *text)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        hash = (hash ^ *c) * UINT64_C(1099511628211);
    }
    return hash;
}

/* The slot that holds the key, or the empty one where it belongs. */
static int32_t slot_of(const struct spenn_index *index, const char *key)
{
    uint32_t mask = (uint32_t)index->room - 1;
    uint64_t hash = spenn_text_hash(key);
    uint32_t slot = (uint32_t)(hash ^ (hash >> 32)) & mask;
    while (index->key[slot] && strcmp(index->key[slot], key) != 0) {
        slot = (slot + 1) & mask;
    }
    return (int32_t)slot;
}

static void widen(struct spenn_arena *arena, struct spenn_index *index)
{
    struct spenn_index old = *index;
    index->room = old.room ? old.room * 2 : 64;
    index->key = spenn_arena_alloc(arena, (size_t)index->room, sizeof *index->key);
    index->row = spenn_arena_alloc(arena, (size_t)index->room, sizeof *index->row);
    for (int32_t i = 0; i < old.room; i++) {
        if (old.key[i]) {
            int32_t slot = slot_of(index, old.key[i]);
            index->key[slot] = old.key[i];
            index->row[slot] = old.row[i];
        }
    }
}

int32_t spenn_index_add(
    struct spenn_arena *arena, struct spenn_index *index, const char *key, int32_t row)
{
    if (index->count * 2 >= index->room) {
        widen(arena, index);
    }
    int32_t slot = slot_of(index, key);
    if (index->key[slot]) {
        return index->row[slot];
    }
    index->key[slot] = key;
    index->row[slot] = row;
    index->count++;
    return -1;
}

int32_t spenn_index_find(const struct spenn_index *index, const char *key)
{
    if (!index->room) {
        return -1;
    }
    int32_t slot = slot_of(index, key);
    return index->key[slot] ? index->row[slot] : -1;
}
