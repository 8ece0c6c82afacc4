/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

/* Cells have text and places in order. */
static void check_cells(const struct spenn_value *row)
{
    struct spenn_where before = row->at;
    for (int32_t k = 0; k < row->count; k++) {
        struct spenn_where at = row->item[k]->at;
        promise(*row->item[k]->text && *row->key[k]);
        promise(at.line > before.line
            || (at.line == before.line && at.column > before.column));
        before = at;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct spenn_value list;
    const char *text = fuzz_text(&memory, data, size);
    if (spenn_csv_parse(&(struct spenn_file){"fuzz", text, size}, &memory, &list, &err)) {
        int32_t line = 1;
        promise(err.count == 0 && list.kind == SPENN_LIST);
        for (int32_t i = 0; i < list.count; i++) {
            const struct spenn_value *row = list.item[i];
            promise(row->kind == SPENN_MAP && row->count > 0 && row->at.line > line);
            line = row->at.line;
            check_cells(row);
        }
    } else {
        promise(err.count > 0);
    }
    spenn_error_free(&err);
    spenn_arena_free(&memory);
    return 0;
}
