/* SPDX-License-Identifier: MIT */
#include "choice.h"
#include "select_options.h"
#include "text.h"
#include "worth.h"

#include <string.h>
#include <unistd.h>

static bool is_norwegian(const struct spenn_cli_select *o)
{
    const char *lang = o->common.lang ? o->common.lang : spenn_text_language();
    return strcmp(lang, "nb") == 0;
}

static bool print_selection(
    const struct spenn_cli_select *o, const struct spenn_select *select, FILE *out)
{
    struct spenn_answer answer = {0};
    spenn_answer_selection(
        select, is_norwegian(o), o->common.format != SPENN_TEXT, &answer);
    bool ok = spenn_answer_print(&answer, o->common.format, out);
    spenn_answer_free(&answer);
    return ok;
}

static bool print_values(
    const struct spenn_cli_select *o, const struct spenn_value_table *table, FILE *out)
{
    bool text = o->common.format == SPENN_TEXT, ok = true;
    int part = text ? SPENN_WORTH_TOTALS : SPENN_WORTH_TABLE;
    int last = text && table->leader >= 0 ? SPENN_WORTH_FLIPS : part;
    for (; part <= last; part++) {
        struct spenn_answer answer = {0};
        spenn_answer_worth(table, is_norwegian(o), (enum spenn_worth)part, &answer);
        ok = spenn_answer_print(&answer, o->common.format, out) && ok;
        (void)fputs(part < last ? "\n" : "", out);
        spenn_answer_free(&answer);
    }
    return ok;
}

struct job {
    struct spenn_cli_select *o;
    struct spenn_scenario scenario;
    struct spenn_model base;
    struct spenn_select select;
    struct spenn_value_table table;
    struct spenn_arena memory;
};

/* A text has a colon; else it names a file. */
static bool read_weights(
    struct job *job, struct spenn_weights *weights, struct spenn_error *err)
{
    const char *given = job->o->weights;
    struct spenn_file file = {.text = given};
    bool inline_text = strchr(given, ':') != NULL;
    if (!inline_text && access(given, F_OK) != 0) {
        return spenn_fail(err, (struct spenn_where){.file = "--weights"},
            "'%s' is no file, and no weights such as lead-time:2,cost:1", given);
    }
    return (inline_text
               || spenn_file_read(given, spenn_most_bytes, &job->memory, &file, err))
        && spenn_weights_parse(
            file.text, inline_text ? "--weights" : given, &job->memory, weights, err);
}

static bool run(struct job *job, struct spenn_error *err)
{
    struct spenn_cli_select *o = job->o;
    struct spenn_study_options *study = &o->select.study;
    struct spenn_weights weights = {0};
    bool ok = (!o->weights || read_weights(job, &weights, err))
        && spenn_read_scenario(o->scenario, &job->scenario, err)
        && spenn_cli_model(job->scenario.model, o->common.assumptions, &job->base, err);
    int32_t least = job->scenario.simulate.least;
    study->replications = study->replications ? study->replications : least;
    const struct spenn_field_source from = {&job->scenario, &job->base, study};
    return ok
        && (o->weights ? spenn_value_table_run(&from, &weights, &job->table, err)
                       : spenn_select_run(
                           &job->scenario, &job->base, &o->select, &job->select, err));
}

static int deliver(const struct job *job)
{
    const struct spenn_cli_select *o = job->o;
    FILE *out = NULL;
    bool ok = spenn_cli_open(o->common.output, o->common.force, &out)
        && (o->weights ? print_values(o, &job->table, out)
                       : print_selection(o, &job->select, out));
    ok = out && spenn_cli_close(out, o->common.output) && ok;
    bool interrupted = job->select.study.interrupted || job->table.study.interrupted;
    return !ok ? SPENN_EXIT_FAILED : interrupted ? SPENN_EXIT_INTERRUPTED : SPENN_EXIT_OK;
}

static int work(struct spenn_cli_select *o)
{
    struct spenn_error err = {0};
    struct job job = {.o = o};
    bool show = spenn_cli_shows_progress(&o->common);
    o->select.study.progress = show ? spenn_cli_progress : NULL;
    o->select.study.stop = spenn_cli_interrupt();
    bool ok = run(&job, &err);
    if (show) {
        (void)fprintf(stderr, "\r%*s\r", 78, "");
    }
    int status = spenn_cli_finish(ok, &err);
    status = ok ? deliver(&job) : status;
    spenn_select_free(&job.select);
    spenn_value_table_free(&job.table);
    spenn_model_free(&job.base);
    spenn_scenario_free(&job.scenario);
    spenn_arena_free(&job.memory);
    return status;
}

int spenn_cmd_select(const struct spenn_command *self, int argc, char **argv)
{
    struct spenn_cli_select o;
    int status = spenn_cli_select_read(self, argc, argv, &o);
    return status >= 0 ? status : work(&o);
}
