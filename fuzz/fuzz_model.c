/* SPDX-License-Identifier: MIT
 * A model that is accepted can be copied, checked again, written and read back. */
#include "fuzz.h"

#include <stdio.h>
#include <string.h>

static bool build(
    const char *text, size_t size, struct spenn_model *m, struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    struct spenn_assumptions assume;
    const struct spenn_value *document;
    promise(spenn_read_assumptions(NULL, &memory, &assume, err));
    *m = (struct spenn_model){0};
    bool ok = spenn_yaml_parse(
                  &(struct spenn_file){"fuzz", text, size}, &memory, &document, err)
        && spenn_model_build(document, &assume, NULL, m, err);
    spenn_arena_free(&memory);
    return ok;
}

static void write_and_read(const struct spenn_model *m)
{
    struct spenn_error err = {0};
    struct spenn_model again;
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    promise(out && spenn_write_model(m, out));
    (void)fclose(out);
    bool ok = build(text, size, &again, &err);
    if (!ok) {
        (void)fputs(text, stderr);
        spenn_error_print(&err, stderr);
    }
    promise(ok);
    promise(
        again.units.count == m->units.count && again.streams.count == m->streams.count);
    promise(again.lines.count == m->lines.count && again.limits.count == m->limits.count);
    free(text);
    spenn_model_free(&again);
    spenn_error_free(&err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct spenn_arena memory = {0};
    struct spenn_error err = {0};
    struct spenn_model m, copy;
    if (fuzz_is_huge(data, size)) {
        return -1;
    }
    const char *text = fuzz_text(&memory, data, size);
    if (build(text, size, &m, &err)) {
        spenn_model_copy(&m, &copy);
        promise(err.count == 0);
        promise(spenn_model_check(&copy, &err));
        write_and_read(&copy);
        spenn_model_free(&copy);
    } else {
        promise(err.count > 0 && m.units.count == 0);
    }
    spenn_model_free(&m);
    spenn_error_free(&err);
    spenn_arena_free(&memory);
    return 0;
}
