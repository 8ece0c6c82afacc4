/* SPDX-License-Identifier: MIT */
#include "letters.h"

#include "text.h"

struct spenn_letters spenn_letters_make(
    const struct spenn_model *m, struct spenn_arena *memory)
{
    const struct spenn_lines *lines = &m->lines;
    struct spenn_letters letters = {.m = m};
    struct spenn_index index = {0};
    int32_t distinct = 0;
    letters.number =
        spenn_arena_alloc(memory, (size_t)lines->count, sizeof *letters.number);
    for (int32_t e = 0; e < lines->count; e++) {
        letters.number[e] = -1;
        if (lines->letter[e]) {
            int32_t old = spenn_index_add(memory, &index, lines->letter[e], distinct);
            letters.number[e] = old >= 0 ? old : distinct++;
        }
    }
    letters.any = distinct > 0;
    if (letters.any) {
        size_t units = (size_t)m->units.count, count = (size_t)distinct;
        letters.lines =
            spenn_chains_make(memory, lines->to, lines->count, m->units.count);
        letters.least = spenn_arena_alloc(memory, count, sizeof *letters.least);
        letters.seen = spenn_arena_alloc(memory, count, sizeof *letters.seen);
        letters.place = spenn_arena_alloc(memory, units, sizeof *letters.place);
        letters.met = spenn_arena_alloc(memory, units, sizeof *letters.met);
    }
    return letters;
}

/* Each letter binds whoever sends it to the first who did: a forest whose roots are the
 * first of their group. */
void spenn_letters_join(struct spenn_letters *letters, spenn_id u, const spenn_id *sender,
    int32_t count, int32_t *first)
{
    for (int32_t i = 0; i < count; i++) {
        first[i] = i;
        if (letters->any) {
            letters->place[sender[i]] = i;
            letters->met[sender[i]] = u + 1;
        }
    }
    int32_t e = letters->any ? letters->lines.first[u] : -1;
    for (; e >= 0; e = letters->lines.next[e]) {
        int32_t letter = letters->number[e];
        spenn_id from = letters->m->lines.from[e];
        if (letter < 0 || letters->met[from] != u + 1) {
            continue;
        }
        int32_t root = spenn_root_of(first, letters->place[from]);
        int32_t other = letters->seen[letter] == u + 1
            ? spenn_root_of(first, letters->least[letter])
            : root;
        int32_t least = root < other ? root : other;
        first[root] = first[other] = least;
        letters->least[letter] = least;
        letters->seen[letter] = u + 1;
    }
    for (int32_t i = 0; i < count; i++) {
        first[i] = first[first[i]];
    }
}
