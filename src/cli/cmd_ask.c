/* SPDX-License-Identifier: MIT */
#include "ask.h"
#include "cli.h"
#include "quantity.h"
#include "text.h"

#include <getopt.h>
#include <string.h>

const char spenn_usage_ask[] =
    "Usage: spenn ask QUESTION FILE [UNIT...]\n"
    "A planner's questions to a model (today) or a scenario (today and after each\n"
    "alternative). Nothing is simulated: graph, leaders' hours, expected load of desks.\n"
    "\n"
    "  settles FILE UNIT UNIT      who settles what two units must coordinate\n"
    "  overloaded FILE             whose week is too short, hours by kind\n"
    "  largest FILE --team UNIT    how many reports it can have before a limit breaks\n"
    "  unit FILE UNIT              what changes for a unit\n"
    "\n"
    "  --team UNIT         the leader whose reports are multiplied\n"
    "  --limit SHARE       of a week, a desk or an agenda that is too much (80%)\n"
    "  --lang LANG         nb or en\n"
    "  --format=FORMAT     text (default), csv or json\n"
    "  --assumptions FILE  instead of the assumptions compiled in\n"
    "  -o FILE, --force    write there; overwrite it\n"
    "\n"
    "Example: spenn ask settles scenarios/municipalities/sector-to-two-level.yaml \\\n"
    "           skole-1 helse\n"
    "         spenn ask largest models/municipalities/two-level.yaml --team radmann\n";

struct ask_options {
    struct spenn_cli_common common;
    const struct spenn_ask_question *question;
    const char *file;
    struct spenn_ask ask;
};

struct states { /* of a file */
    struct spenn_scenario scenario;
    struct spenn_model base, *model;
    struct spenn_ask_state *state;
    int32_t count;
    struct spenn_arena memory;
};

static bool read_states(
    const struct ask_options *o, struct states *s, struct spenn_error *err)
{
    char kind[32];
    bool ok = spenn_file_kind(o->file, kind, err);
    bool changes = ok && strncmp(kind, "scenario/", 9) == 0;
    ok = ok && (!changes || spenn_read_scenario(o->file, &s->scenario, err))
        && spenn_cli_model(
            changes ? s->scenario.model : o->file, o->common.assumptions, &s->base, err);
    s->count = changes ? s->scenario.alternative_count + 1 : 1;
    s->model = spenn_arena_alloc(&s->memory, (size_t)s->count, sizeof *s->model);
    s->state = spenn_arena_alloc(&s->memory, (size_t)s->count, sizeof *s->state);
    for (int32_t i = 0; ok && i < s->count; i++) {
        const char *id = i == 0 ? "now" : s->scenario.alternative[i - 1].id;
        const char *name = i > 0 ? id : o->ask.norwegian ? "i dag" : "today";
        s->state[i] = (struct spenn_ask_state){
            o->ask.bars ? name : id, name, changes ? &s->model[i] : &s->base};
        ok = !changes
            || spenn_scenario_apply(&s->base, &s->scenario, i - 1, &s->model[i], err);
    }
    return ok;
}

static void free_states(struct states *s)
{
    for (int32_t i = 0; s->scenario.file && i < s->count; i++) {
        spenn_model_free(&s->model[i]);
    }
    spenn_model_free(&s->base);
    spenn_scenario_free(&s->scenario);
    spenn_arena_free(&s->memory);
}

static int work(struct ask_options *o)
{
    struct spenn_error err = {0};
    struct states states = {0};
    struct spenn_answer answer = {0};
    bool ok = read_states(o, &states, &err);
    o->ask.state = states.state;
    o->ask.states = states.count;
    ok = ok && o->question->answer(&o->ask, &answer, &err);
    int status = spenn_cli_finish(ok, &err);
    FILE *out = NULL;
    if (ok) {
        ok = spenn_cli_open(o->common.output, o->common.force, &out)
            && spenn_answer_print(&answer, o->common.format, out);
        ok = out && spenn_cli_close(out, o->common.output) && ok;
        status = ok ? SPENN_EXIT_OK : SPENN_EXIT_FAILED;
    }
    spenn_answer_free(&answer);
    free_states(&states);
    return status;
}

static const struct spenn_ask_question *question_named(const char *name)
{
    for (int32_t i = 0; name && i < spenn_ask_question_count; i++) {
        if (strcmp(spenn_ask_questions[i].name, name) == 0) {
            return &spenn_ask_questions[i];
        }
    }
    return NULL;
}

int spenn_cmd_ask(const struct spenn_command *self, int argc, char **argv)
{
    static const struct option options[] = {{"team", required_argument, NULL, 'T'},
        {"limit", required_argument, NULL, 'l'}, SPENN_CLI_COMMON};
    struct ask_options o = {.ask = {.limit = 0.8}};
    int letter, units = 0;
    while ((letter = spenn_cli_option(self, argc, argv, options, &o.common)) >= 0) {
        if (letter == 'T') {
            o.ask.unit[units++ % 2] = optarg;
        } else if (!spenn_parse_share(optarg, &o.ask.limit) || o.ask.limit <= 0) {
            return spenn_cli_usage(self, "--limit is a share such as 80%%");
        }
    }
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    o.question = question_named(optind < argc ? argv[optind++] : NULL);
    if (!o.question) {
        return spenn_cli_usage(self, "ask settles, overloaded, largest or unit");
    }
    o.file = optind < argc ? argv[optind++] : NULL;
    while (optind < argc && units < 2) {
        o.ask.unit[units++] = argv[optind++];
    }
    if (!o.file || optind < argc || units != o.question->units) {
        return spenn_cli_usage(
            self, "it is 'spenn ask %s %s'", o.question->name, o.question->takes);
    }
    const char *lang = o.common.lang ? o.common.lang : spenn_text_language();
    o.ask.bars = o.common.format == SPENN_TEXT;
    o.ask.norwegian = o.ask.bars && strcmp(lang, "nb") == 0;
    return work(&o);
}
