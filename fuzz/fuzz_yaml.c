/* SPDX-License-Identifier: MIT */
#include "fuzz.h"
#include "text.h"

#include <string.h>

/* Every text is UTF-8, every key occurs once, nothing is nested too deep. */
static void walk(const struct spenn_value *value, int32_t depth)
{
    promise(depth <= spenn_most_depth);
    promise(value->at.line > 0 && value->at.column > 0);
    if (value->kind == SPENN_SCALAR) {
        promise(
            spenn_text_valid(value->text, strlen(value->text)) == strlen(value->text));
    }
    for (int32_t i = 0; i < value->count; i++) {
        if (value->kind == SPENN_MAP) {
            promise(strlen(value->key[i]) <= spenn_most_key);
            promise(spenn_value_get(value, value->key[i]) == value->item[i]);
        }
        walk(value->item[i], depth + 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    const struct spenn_value *document;
    const char *text = fuzz_text(&memory, data, size);
    if (spenn_yaml_parse(
            &(struct spenn_file){"fuzz", text, size}, &memory, &document, &err)) {
        promise(err.count == 0);
        walk(document, 0);
    } else {
        promise(err.count > 0);
    }
    spenn_error_free(&err);
    spenn_arena_free(&memory);
    return 0;
}
