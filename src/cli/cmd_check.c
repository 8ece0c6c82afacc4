/* SPDX-License-Identifier: MIT */
#include "check_scenario.h"
#include "finding_lines.h"
#include "measure.h"
#include "quantity.h"

#include <getopt.h>
#include <string.h>

const char spenn_usage_check[] =
    "Usage: spenn check FILE\n"
    "Reads a model or scenario, says every problem with its place (exit 3), and for a\n"
    "model what looks unwise: findings, the first of a kind with its source and what\n"
    "speaks against it.\n"
    "A scenario's changes and expectations are all tried on its model.\n"
    "\n"
    "  --span N            direct reports above which span-too-wide fires (default 16)\n"
    "  --unit-least N, --unit-most N\n"
    "                      FTE outside which unit-outside-norm fires (20 and 30: the "
    "norm\n"
    "                      of one municipality)\n"
    "  --strict            exit 4 when a finding is an error\n"
    "  --format=FORMAT     text (default), csv or json\n"
    "  --assumptions FILE  instead of the assumptions compiled in\n"
    "  -q, --quiet         problems only, no findings\n"
    "\n"
    "Example: spenn check models/directorates/vegvesen.yaml\n";

struct check_options {
    struct spenn_cli_common common;
    const char *file;
    struct spenn_finding_limits limits;
    bool strict;
};

static int print_sheet(
    const struct check_options *o, const struct spenn_findings *findings)
{
    static const char *const titles[] = {
        "place", "severity", "finding", "subject", "reason", "source", "against"};
    struct spenn_sheet sheet = {.columns = 7, .title = titles};
    for (int32_t i = 0; i < findings->count; i++) {
        const struct spenn_finding_rule *rule = &spenn_finding_rules[findings->rule[i]];
        const char **cell = spenn_sheet_add(&sheet);
        struct spenn_where at = findings->at[i];
        cell[0] =
            spenn_arena_format(&sheet.memory, "%s:%d", at.file ? at.file : "", at.line);
        cell[1] = spenn_cli_severity(findings->severity[i]);
        cell[2] = rule->id;
        cell[3] = findings->subject[i];
        cell[4] = findings->reason[i];
        cell[5] = rule->source;
        cell[6] = rule->counter;
    }
    int status = spenn_cli_print(&sheet, &o->common);
    spenn_sheet_free(&sheet);
    return status;
}

static int print(const struct check_options *o, const struct spenn_findings *findings)
{
    int status = SPENN_EXIT_OK;
    if (o->common.format == SPENN_TEXT) {
        spenn_cli_finding_lines(findings);
    } else {
        status = print_sheet(o, findings);
    }
    for (int32_t i = 0; o->strict && !status && i < findings->count; i++) {
        status = findings->severity[i] == SPENN_ERROR ? SPENN_EXIT_STRICT : status;
    }
    return status;
}

static int check_model(const struct check_options *o)
{
    struct spenn_error err = {0};
    struct spenn_model m = {0};
    struct spenn_findings findings = {0};
    bool ok = spenn_cli_model(o->file, o->common.assumptions, &m, &err)
        && spenn_findings_fill(&m, &o->limits, &findings, &err);
    int status = spenn_cli_finish(ok, &err);
    if (ok && !o->common.quiet) {
        status = print(o, &findings);
    }
    if (ok && o->common.format == SPENN_TEXT && !o->common.quiet) {
        (void)printf("%s: ok: %d unit%s, %d forum%s, %d task%s; %d finding%s\n", o->file,
            m.units.count, spenn_cli_plural(m.units.count), m.forums.count,
            spenn_cli_plural(m.forums.count), m.tasks.count,
            spenn_cli_plural(m.tasks.count), findings.count,
            spenn_cli_plural(findings.count));
    }
    spenn_findings_free(&findings);
    spenn_model_free(&m);
    return status;
}

/* An option that is a number, and the limit it sets. */
static const char *limit_of(
    int letter, struct spenn_finding_limits *limits, double **limit)
{
    switch (letter) {
    case 'l':
        *limit = &limits->least;
        return "--unit-least";
    case 'm':
        *limit = &limits->most;
        return "--unit-most";
    default:
        *limit = &limits->span;
        return "--span";
    }
}

int spenn_cmd_check(const struct spenn_command *self, int argc, char **argv)
{
    static const struct option options[] = {{"span", required_argument, NULL, 's'},
        {"unit-least", required_argument, NULL, 'l'},
        {"unit-most", required_argument, NULL, 'm'}, {"strict", no_argument, NULL, 'S'},
        SPENN_CLI_COMMON};
    struct check_options o = {0};
    int letter;
    while ((letter = spenn_cli_option(self, argc, argv, options, &o.common)) >= 0) {
        if (letter == 'S') {
            o.strict = true;
            continue;
        }
        double *limit;
        const char *name = limit_of(letter, &o.limits, &limit);
        if (!spenn_parse_number(optarg, limit) || *limit < 1) {
            return spenn_cli_usage(self, "%s is a number from 1, not '%s'", name, optarg);
        }
    }
    if (letter != -1) {
        return spenn_cli_stop(letter);
    }
    if (optind != argc - 1) {
        return spenn_cli_usage(self, "name one model or scenario file");
    }
    o.file = argv[optind];
    char kind[32] = "";
    struct spenn_error err = {0};
    if (!spenn_file_kind(o.file, kind, &err)) {
        return spenn_cli_finish(false, &err);
    }
    return strcmp(kind, "scenario/1") == 0 ? spenn_check_scenario(o.file, &o.common)
                                           : check_model(&o);
}
