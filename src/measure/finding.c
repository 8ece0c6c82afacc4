/* SPDX-License-Identifier: MIT
 * Findings: rules of the sources, held against one model. Each says what it saw with its
 * numbers and leaves the judgement to the reader; where the sources disagree the rule
 * names the claim that says otherwise. Nothing here ranks leadership models (C64). */
#include "measure.h"

#include "rest.h"
#include "table.h"

#include <assert.h>

enum { TOO_LARGE, MAJORITY, TOO_WIDE, DOUBLE_LINE, NO_FORUM, rules };

const struct spenn_finding_rule spenn_finding_rules[] = {
    [TOO_LARGE] = {"group-too-large", "C42 (000 §2.3.4), C43 (000 §3.6)",
        "C45 (000 §2.3.4): size matters little when meetings are well prepared",
        "Stor ledergruppe", "Large leadership group"},
    [MAJORITY] = {"regional-majority", "C52 (000 §2.3.4)",
        "C60 (000 §2.3.4): regional directors see the whole",
        "Regionflertall i ledergruppen", "Regional majority in the leadership group"},
    [TOO_WIDE] = {"span-too-wide", "C180 (004 §3.2)",
        "C180 (004 §3.2): Arendal, Stord, Flora and Kongsvinger accept 32 to 36",
        "Bredt kontrollspenn", "Wide span of control"},
    [DOUBLE_LINE] = {"double-line", "C75 (000 §2.3.2)",
        "C84 (000 §3.3): typed lines need not be in conflict",
        "Overordnede av flere slag", "Superiors of more than one kind"},
    [NO_FORUM] = {"no-shared-forum", "C65 (000 Sammendrag)", "",
        "Region uten felles forum med sentralt nivå",
        "Region without a forum shared with the centre"},
};
static_assert(
    sizeof spenn_finding_rules / sizeof *spenn_finding_rules == rules, "one row a rule");
const int32_t spenn_finding_rule_count = rules;

enum { warn_members = 14, most_members = 16, default_span = 16 };

static const struct spenn_table_column columns[] = {
    SPENN_COLUMN(struct spenn_findings, rule),
    SPENN_COLUMN(struct spenn_findings, severity),
    SPENN_COLUMN(struct spenn_findings, subject),
    SPENN_COLUMN(struct spenn_findings, reason),
    SPENN_COLUMN(struct spenn_findings, at),
};
static const struct spenn_table_type type = {columns, sizeof columns / sizeof *columns};

/* Texts are copied: findings outlive the model. */
static void add(struct spenn_findings *found, int32_t rule, const char *subject,
    struct spenn_where at, const char *reason)
{
    int32_t i = spenn_table_add(&found->memory, found, &type);
    found->rule[i] = rule;
    found->severity[i] = SPENN_WARNING;
    found->subject[i] = spenn_arena_text(&found->memory, subject);
    found->reason[i] = reason;
    at.file = spenn_arena_text(&found->memory, at.file);
    found->at[i] = at;
}

static void add_unit(struct spenn_findings *found, const struct spenn_model *m,
    spenn_id u, int32_t rule, const char *reason)
{
    add(found, rule, m->units.id[u], m->units.at[u], reason);
}

static void add_forum(struct spenn_findings *found, const struct spenn_model *m,
    spenn_id f, int32_t rule, const char *reason)
{
    add(found, rule, m->forums.id[f], m->forums.at[f], reason);
}

/* Groups that decide: leadership and steering groups, and where a task is decided. */
static void find_large_groups(const struct spenn_rest *r, struct spenn_findings *found)
{
    const struct spenn_model *m = r->m;
    bool *decides =
        spenn_arena_alloc(r->memory, (size_t)m->forums.count, sizeof *decides);
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        if (m->tasks.decided_in[t] != SPENN_NONE) {
            decides[m->tasks.decided_in[t]] = true;
        }
    }
    for (spenn_id f = 0; f < m->forums.count; f++) {
        bool group = decides[f] || m->forums.kind[f] == SPENN_FORUM_LEADERSHIP_GROUP
            || m->forums.kind[f] == SPENN_FORUM_STEERING_GROUP;
        if (!group || m->forums.size[f] < warn_members) {
            continue;
        }
        bool error = m->forums.size[f] > most_members;
        add_forum(found, m, f, TOO_LARGE,
            spenn_arena_format(&found->memory,
                "%d members; from %d on a meeting tends to commit less%s",
                m->forums.size[f], (int)warn_members,
                error ? ", and more than 16 is beyond what the sources report" : ""));
        found->severity[found->count - 1] = error ? SPENN_ERROR : SPENN_WARNING;
    }
}

/* The claim is about the group that decides with the top leader; that regions are the
 * most in a group which a department holds for them is the point of it. */
static void find_majorities(const struct spenn_rest *r, struct spenn_findings *found)
{
    const struct spenn_model *m = r->m;
    for (spenn_id f = 0; f < m->forums.count; f++) {
        int32_t regions = spenn_forum_regions(m, f);
        if (m->forums.kind[f] == SPENN_FORUM_LEADERSHIP_GROUP && r->top != SPENN_NONE
            && spenn_model_is_member(m, f, r->top)
            && 2 * (int64_t)regions > m->forums.size[f]) {
            add_forum(found, m, f, MAJORITY,
                spenn_arena_format(&found->memory,
                    "%d of %d members lead regions (%.1f %%, more than half)", regions,
                    m->forums.size[f], 100.0 * regions / m->forums.size[f]));
        }
    }
}

static void find_wide_spans(
    const struct spenn_rest *r, double limit, struct spenn_findings *found)
{
    const struct spenn_units *units = &r->m->units;
    for (spenn_id u = 0; u < units->count; u++) {
        int32_t span = r->tree.reports[u], leaders = units->leaders[u];
        if (spenn_kind_is_political(units->kind[u]) || span <= limit) {
            continue;
        }
        const char *reason = spenn_arena_format(
            &found->memory, "%d direct reports, limit %g", span, limit);
        if (leaders > 1) {
            reason = spenn_arena_format(&found->memory,
                "%d direct reports (%.1f for each of %d leaders), limit %g", span,
                (double)span / leaders, leaders, limit);
        }
        add_unit(found, r->m, u, TOO_WIDE, reason);
    }
}

/* A unit with superiors by lines of more than one kind. */
static void find_double_lines(const struct spenn_rest *r, struct spenn_findings *found)
{
    const struct spenn_model *m = r->m;
    struct spenn_superiors s = spenn_superiors_make(m, r->memory);
    for (spenn_id u = 0; u < m->units.count; u++) {
        int32_t first = s.first[u], end = s.first[u + 1], other = first;
        while (other < end && s.kind[other] == s.kind[first]) {
            other++;
        }
        if (other < end) {
            add_unit(found, m, u, DOUBLE_LINE,
                spenn_arena_format(&found->memory,
                    "%d superiors: '%s' (%s) and '%s' (%s)%s", end - first,
                    m->units.id[s.unit[first]], spenn_line_kinds.en[s.kind[first]],
                    m->units.id[s.unit[other]], spenn_line_kinds.en[s.kind[other]],
                    end - first > 2 ? " and more" : ""));
        }
    }
}

/* Forums with a member of the centre: the top leader, or an executive, deputy, department
 * or staff that is not part of a region. */
static const bool *central_forums(const struct spenn_rest *r)
{
    const struct spenn_model *m = r->m;
    bool *inside = spenn_arena_alloc(r->memory, (size_t)r->tree.count, sizeof *inside);
    bool *central =
        spenn_arena_alloc(r->memory, (size_t)m->forums.count, sizeof *central);
    for (int32_t i = r->tree.count; i-- > 0;) {
        spenn_id u = r->tree.order[i], above = m->units.parent[u];
        inside[u] =
            m->units.kind[u] == SPENN_REGION || (above != SPENN_NONE && inside[above]);
    }
    for (spenn_id u = 0; u < r->tree.count; u++) {
        int32_t kind = m->units.kind[u];
        bool centre = u == r->top || kind == SPENN_EXECUTIVE || kind == SPENN_DEPUTY
            || kind == SPENN_DEPARTMENT || kind == SPENN_STAFF;
        int32_t end = centre && !inside[u] ? r->sittings.first[u + 1] : 0;
        for (int32_t i = r->sittings.first[u]; i < end; i++) {
            central[r->sittings.forum[i]] = true;
        }
    }
    return central;
}

static bool meets_centre(const struct spenn_rest *r, const bool *central, spenn_id u)
{
    for (int32_t i = r->sittings.first[u]; i < r->sittings.first[u + 1]; i++) {
        if (central[r->sittings.forum[i]]) {
            return true;
        }
    }
    return false;
}

/* Departments and staffs that steer a region by a line, and do not meet it. */
static void find_strangers(const struct spenn_rest *r, const struct spenn_superiors *s,
    spenn_id u, struct spenn_findings *found)
{
    const struct spenn_model *m = r->m;
    for (int32_t i = s->first[u]; i < s->first[u + 1]; i++) {
        spenn_id v = s->unit[i];
        int32_t kind = m->units.kind[v];
        bool steers = v != r->top
            && (kind == SPENN_DEPARTMENT || kind == SPENN_STAFF || kind == SPENN_DEPUTY);
        if (steers && !spenn_units_meet(&r->sittings, u, v)) {
            add_unit(found, m, u, NO_FORUM,
                spenn_arena_format(&found->memory,
                    "shares none of its forums (%d) with '%s', which steers it (%s)",
                    r->sittings.first[u + 1] - r->sittings.first[u], m->units.id[v],
                    spenn_line_kinds.en[s->kind[i]]));
        }
    }
}

static void find_uncoupled(const struct spenn_rest *r, struct spenn_findings *found)
{
    const struct spenn_model *m = r->m;
    const bool *central = central_forums(r);
    struct spenn_superiors s = spenn_superiors_make(m, r->memory);
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (m->units.kind[u] != SPENN_REGION) {
            continue;
        }
        if (meets_centre(r, central, u)) {
            find_strangers(r, &s, u, found);
        } else {
            add_unit(found, m, u, NO_FORUM,
                spenn_arena_format(&found->memory,
                    "shares none of its forums (%d) with the top leader or a unit of the "
                    "centre",
                    r->sittings.first[u + 1] - r->sittings.first[u]));
        }
    }
}

bool spenn_findings_fill(const struct spenn_model *m,
    const struct spenn_finding_limits *limits, struct spenn_findings *findings,
    struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_rest rest;
    spenn_rest_make(m, &scratch, &rest);
    (void)err; /* rules of today cannot fail */
    find_large_groups(&rest, findings);
    find_majorities(&rest, findings);
    find_wide_spans(&rest, limits->span > 0.0 ? limits->span : default_span, findings);
    find_double_lines(&rest, findings);
    find_uncoupled(&rest, findings);
    spenn_arena_free(&scratch);
    return true;
}

void spenn_findings_free(struct spenn_findings *findings)
{
    spenn_arena_free(&findings->memory);
    *findings = (struct spenn_findings){0};
}
