/* SPDX-License-Identifier: MIT */
#include "finding_lines.h"

#include "text.h"

#include <stdio.h>

enum { many = 4, named = 3 }; /* so many share a line, so many of them by name */

struct same {       /* findings of which a rule says the same */
    int32_t *count; /* at the first of them */
    int32_t *next;  /* or -1 */
    bool *sourced;  /* by rule: its source is told */
};

static struct same same_make(
    const struct spenn_findings *findings, struct spenn_arena *memory)
{
    size_t rows = (size_t)findings->count;
    struct spenn_index first = {0};
    struct same same = {.count = spenn_arena_alloc(memory, rows, sizeof *same.count),
        .next = spenn_arena_alloc(memory, rows, sizeof *same.next),
        .sourced = spenn_arena_alloc(
            memory, (size_t)spenn_finding_rule_count, sizeof *same.sourced)};
    int32_t *last = spenn_arena_alloc(memory, rows, sizeof *last);
    for (int32_t i = 0; i < findings->count; i++) {
        const char *key = spenn_arena_format(memory, "%d %d %s", findings->rule[i],
            findings->severity[i], findings->reason[i]);
        int32_t old = spenn_index_add(memory, &first, key, i), at = old >= 0 ? old : i;
        same.next[i] = -1;
        if (at != i) {
            same.next[last[at]] = i;
        }
        same.count[at]++;
        last[at] = i;
    }
    return same;
}

const char *spenn_cli_severity(int32_t severity)
{
    static const char *const names[] = {"note", "warning", "error"};
    return names[severity];
}

/* What the rule rests on, where it fires first. */
static void print_source(const struct spenn_finding_rule *rule, bool *sourced)
{
    if (!*sourced) {
        (void)printf("; source: %s%s%s", rule->source,
            *rule->counter ? "; against: " : "", rule->counter);
    }
    *sourced = true;
}

/* A line for finding i, or for it and all like it. */
static void print_line(
    const struct spenn_findings *findings, const struct same *same, int32_t i, bool all)
{
    const struct spenn_finding_rule *rule = &spenn_finding_rules[findings->rule[i]];
    struct spenn_where at = findings->at[i];
    (void)printf("%s:%d: %s: %s", at.file ? at.file : "", at.line,
        spenn_cli_severity(findings->severity[i]), findings->subject[i]);
    int32_t other = i;
    for (int32_t shown = 1; all && shown < named; shown++) {
        other = same->next[other];
        (void)printf(", %s", findings->subject[other]);
    }
    if (all) {
        (void)printf(" and %d more", same->count[i] - named);
    }
    (void)printf(": %s [%s", findings->reason[i], rule->id);
    print_source(rule, &same->sourced[findings->rule[i]]);
    (void)printf("]\n");
}

void spenn_cli_finding_lines(const struct spenn_findings *findings)
{
    struct spenn_arena memory = {0};
    struct same same = same_make(findings, &memory);
    bool *told = spenn_arena_alloc(&memory, (size_t)findings->count, sizeof *told);
    for (int32_t i = 0; i < findings->count; i++) {
        bool all = same.count[i] >= many;
        for (int32_t k = i; all && k >= 0; k = same.next[k]) {
            told[k] = true;
        }
        if (all || !told[i]) {
            print_line(findings, &same, i, all);
        }
    }
    spenn_arena_free(&memory);
}
