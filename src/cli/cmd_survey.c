/* SPDX-License-Identifier: MIT */
#include "cli.h"
#include "report_survey.h"
#include "text.h"

#include <getopt.h>

const char spenn_usage_survey[] =
    "Usage: spenn survey RESPONSES.csv | spenn survey --template\n"
    "Scores a municipality's answers to the questionnaire on staff and support "
    "functions\n"
    "(document 004, annex 4) and sets them beside the five case municipalities of 2006:\n"
    "contact index 0-36, clarity and satisfaction indices 0-27, and the share of every\n"
    "item, each with n and a 95 % interval. docs/survey.md tells the columns and codes.\n"
    "\n"
    "  --template          an empty form as CSV: a row a leader, empty cells allowed\n"
    "  --invited N         how many leaders were asked: prints the response rate\n"
    "  --lang LANG         nb or en\n"
    "  --format=FORMAT     text (default), csv or json\n"
    "  -o FILE             write there instead of standard output\n"
    "  --force             overwrite FILE\n"
    "\n"
    "Example: spenn survey --template -o answers.csv\n"
    "         spenn survey answers.csv --invited 40 --lang nb\n";

struct survey_options {
    struct spenn_cli_common common;
    const char *responses, *lang;
    double invited;
    bool template;
};

static bool read_answers(
    const char *path, struct spenn_survey *survey, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_file file;
    struct spenn_value rows;
    bool ok = spenn_file_read(path, spenn_most_bytes, &scratch, &file, err)
        && spenn_csv_parse(&file, &scratch, &rows, err)
        && spenn_survey_build(&rows, survey, err);
    spenn_arena_free(&scratch);
    return ok;
}

static bool print(
    const struct survey_options *o, const struct spenn_survey_score *score, FILE *out)
{
    if (o->template) {
        return spenn_report_survey_template(o->lang, out);
    }
    if (o->common.format == SPENN_TEXT) {
        return spenn_report_survey_text(
            &(struct spenn_report_survey){score, o->lang, (int32_t)o->invited}, out);
    }
    struct spenn_sheet sheet = {0};
    spenn_report_survey_sheet(score, &sheet);
    bool ok = spenn_sheet_print(&sheet, o->common.format, out);
    spenn_sheet_free(&sheet);
    return ok;
}

static int work(const struct survey_options *o)
{
    struct spenn_error err = {0};
    struct spenn_survey survey = {0};
    struct spenn_survey_score score = {0};
    struct spenn_arena memory = {0};
    struct spenn_value cases = {0};
    bool ok = o->template
        || (read_answers(o->responses, &survey, &err)
            && spenn_read_surveys(&memory, &cases, &err));
    if (ok && !o->template) {
        spenn_survey_score(&survey, &cases, &score);
        ok = o->invited <= 0.0 || score.respondents <= o->invited
            || spenn_fail(&err, (struct spenn_where){.file = o->responses},
                "%d leaders answered, but --invited says that %.0f were asked",
                score.respondents, o->invited);
    }
    int status = spenn_cli_finish(ok, &err);
    FILE *out = NULL;
    if (ok) {
        ok = spenn_cli_open(o->common.output, o->common.force, &out);
        ok = ok && print(o, &score, out);
        ok = out && spenn_cli_close(out, o->common.output) && ok;
        status = ok ? SPENN_EXIT_OK : SPENN_EXIT_FAILED;
    }
    spenn_survey_score_free(&score);
    spenn_survey_free(&survey);
    spenn_arena_free(&memory);
    return status;
}

int spenn_cmd_survey(const struct spenn_command *self, int argc, char **argv)
{
    static const struct option options[] = {{"template", no_argument, NULL, 'T'},
        {"invited", required_argument, NULL, 'I'}, SPENN_CLI_COMMON};
    struct survey_options o = {0};
    int letter;
    while ((letter = spenn_cli_option(self, argc, argv, options, &o.common)) >= 0) {
        if (letter == 'T') {
            o.template = true;
        } else if (!spenn_cli_whole_number(optarg, 1, 1e6, &o.invited)) {
            return spenn_cli_usage(self, "--invited is a whole number of leaders");
        }
    }
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    if (optind != argc - (o.template ? 0 : 1)) {
        return spenn_cli_usage(
            self, o.template ? "--template needs no file" : "name one file of answers");
    }
    o.responses = argv[optind];
    o.lang = o.common.lang ? o.common.lang : spenn_text_language();
    return work(&o);
}
