/* SPDX-License-Identifier: MIT
 * spenn measure --congestion: its options and its work. */
#include "cli.h"
#include "exchange_rows.h"
#include "quantity.h"
#include "text.h"

#include <math.h>
#include <string.h>

static bool take(struct spenn_exchange_query *query, int letter, const char *text)
{
    if (letter == 'c') {
        query->asked = true;
        return true;
    }
    query->options++;
    int32_t *const counts[] = {&query->remove, &query->links, &query->draws};
    double value = 0, most = letter == 'S' ? 9e15 : 20000;
    if (letter == 'x') {
        query->reach = INFINITY;
        return strcmp(text, "inf") == 0
            || (spenn_parse_number(text, &query->reach) && query->reach > 0);
    }
    if (!spenn_cli_whole_number(text, letter == '2', most, &value)) {
        return false;
    }
    if (letter == 'S') {
        query->seed = (uint64_t)value;
    } else {
        *counts[letter - '0'] = (int32_t)value;
    }
    return true;
}

bool spenn_exchange_option(const struct spenn_command *self,
    struct spenn_exchange_query *query, int letter, const char *text)
{
    bool ok = take(query, letter, text);
    if (!ok) {
        (void)spenn_cli_usage(self, "'%s' is no number for this option", text);
    }
    return ok;
}

static bool print_text(
    const struct spenn_exchange_answer *answer, const struct spenn_cli_common *common)
{
    const char *lang = common->lang ? common->lang : spenn_text_language();
    FILE *out = NULL;
    if (!spenn_cli_open(common->output, common->force, &out)) {
        return false;
    }
    bool ok = spenn_exchange_text(answer, strcmp(lang, "nb") == 0, out);
    return spenn_cli_close(out, common->output) && ok;
}

static int print(
    const struct spenn_exchange_answer *answer, const struct spenn_cli_common *common)
{
    static const char *const titles[] = {
        "links", "class", "reach", "measure", "subject", "value"};
    struct spenn_sheet sheet = {.columns = 6, .title = titles, .numeric = 1 | 32};
    if (common->format == SPENN_TEXT) {
        return print_text(answer, common) ? SPENN_EXIT_OK : SPENN_EXIT_FAILED;
    }
    spenn_exchange_rows(answer, &sheet);
    int status = spenn_cli_print(&sheet, common);
    spenn_sheet_free(&sheet);
    return status;
}

int spenn_exchange_work(const char *path, const struct spenn_exchange_query *query,
    const struct spenn_cli_common *common)
{
    struct spenn_error err = {0};
    struct spenn_model m = {0};
    struct spenn_exchange_answer answer = {0};
    bool ok = spenn_cli_model(path, common->assumptions, &m, &err)
        && spenn_exchange_answer_make(&m, query, &answer, &err);
    int status = spenn_cli_finish(ok, &err);
    if (ok) {
        status = print(&answer, common);
    }
    spenn_exchange_answer_free(&answer);
    spenn_model_free(&m);
    return status;
}
