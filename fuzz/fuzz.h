/* SPDX-License-Identifier: MIT
 * What the fuzzers share. A reader may refuse anything, but then it must say why; what it
 * accepts must hold what its header promises. */
#ifndef FUZZ_H
#define FUZZ_H

#include "io.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Stops the fuzzer unless the promise holds. */
static inline void promise(bool holds)
{
    if (!holds) {
        abort();
    }
}

/* Readers get text that ends in NUL, as from spenn_file_read. */
static inline const char *fuzz_text(
    struct spenn_arena *memory, const uint8_t *data, size_t size)
{
    return spenn_arena_bytes(memory, (const char *)data, size);
}

/* A number so long that a `count` of it makes a million rows: true to the language, but
 * too slow to learn from. Tests hold the limits. */
static inline bool fuzz_is_huge(const uint8_t *data, size_t size)
{
    size_t digits = 0;
    for (size_t i = 0; i < size && digits < 5; i++) {
        digits = data[i] >= '0' && data[i] <= '9' ? digits + 1 : 0;
        bool exponent = i > 0 && i + 1 < size && (data[i] | 32) == 'e'
            && data[i - 1] >= '0' && data[i - 1] <= '9';
        if (exponent) {
            return true;
        }
    }
    return digits >= 5;
}

#endif
