/* SPDX-License-Identifier: MIT */
#include "cli.h"
#include "study.h"
#include "text.h"

#include <getopt.h>

const char spenn_usage_measures[] = "Usage: spenn measures\n"
                                    "Lists every measure: id, unit, what it is over, "
                                    "which way is better, what a verdict on\n"
                                    "it is worth, formula and source.\n"
                                    "\n"
                                    "  --format=FORMAT     text (default), csv or json\n"
                                    "  --lang nb|en        language of the titles\n"
                                    "  -o FILE, --force    write there; overwrite it\n";

static const char *over_text(struct spenn_arena *memory, unsigned over)
{
    static const char *const names[] = {
        "whole", "unit", "forum", "task", "layer", "need"};
    const char *text = "";
    for (int i = 0; i < 6; i++) {
        if (over >> i & 1U) {
            text = spenn_arena_format(memory, "%s%s%s", text, *text ? " " : "", names[i]);
        }
    }
    return text;
}

static void add(
    struct spenn_sheet *sheet, const struct spenn_measure *measure, bool norwegian)
{
    static const char *const better[] = {"lower", "neither", "higher"};
    static const char *const classes[] = {"data", "structure", "built-in", "emergent"};
    const char **cell = spenn_sheet_add(sheet);
    cell[0] = measure->id;
    cell[1] = measure->unit;
    cell[2] = over_text(&sheet->memory, measure->over);
    cell[3] = better[measure->better + 1];
    cell[4] = classes[measure->class];
    cell[5] = norwegian ? measure->title_nb : measure->title_en;
    cell[6] = measure->formula;
    cell[7] = measure->source;
}

/* On a terminal a formula would not fit beside the rest: two lines a measure. */
static void print_text(const struct spenn_sheet *sheet)
{
    for (int32_t i = 0; i < sheet->rows; i++) {
        const char **cell = sheet->cell + (ptrdiff_t)i * sheet->columns;
        (void)printf("%s (%s%s%s; better: %s; %s) %s\n    %s [%s]\n", cell[0], cell[1],
            *cell[1] ? "; " : "", cell[2], cell[3], cell[4], cell[5], cell[6], cell[7]);
    }
}

int spenn_cmd_measures(const struct spenn_command *self, int argc, char **argv)
{
    static const struct option options[] = {SPENN_CLI_COMMON};
    static const char *const titles[] = {
        "measure", "unit", "over", "better", "class", "title", "formula", "source"};
    struct spenn_cli_common common = {.lang = spenn_text_language()};
    int letter = spenn_cli_option(self, argc, argv, options, &common);
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    if (optind != argc) {
        return spenn_cli_usage(self, "takes no arguments");
    }
    struct spenn_sheet sheet = {.columns = 8, .title = titles};
    bool norwegian = *common.lang == 'n';
    for (int32_t i = 0; i < spenn_rest_measure_count; i++) {
        add(&sheet, &spenn_rest_measures[i], norwegian);
    }
    for (int32_t i = 0; i < spenn_sim_measure_count; i++) {
        add(&sheet, &spenn_sim_measures[i], norwegian);
    }
    for (int32_t i = 0; i < spenn_study_measure_count; i++) {
        add(&sheet, &spenn_study_measures[i], norwegian);
    }
    int status = SPENN_EXIT_OK;
    if (common.format == SPENN_TEXT && !common.output) {
        print_text(&sheet);
    } else {
        status = spenn_cli_print(&sheet, &common);
    }
    spenn_sheet_free(&sheet);
    return status;
}
