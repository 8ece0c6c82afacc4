/* SPDX-License-Identifier: MIT
 * Findings: rules of the sources, held against one model. Each says what it saw with its
 * numbers and leaves the judgement to the reader; where the sources disagree the rule
 * names the claim that says otherwise. Nothing here ranks leadership models (C64). */
#include "finding.h"
#include "table.h"

const struct spenn_finding_rule spenn_finding_rules[] = {
    {"group-too-large", "C42 (000 §2.3.4), C43 (000 §3.6)",
        "C45 (000 §2.3.4): size matters little when meetings are well prepared",
        "Stor ledergruppe", "Large leadership group", spenn_find_large_groups,
        SPENN_WARNING},
    {"regional-majority", "C52 (000 §2.3.4)",
        "C60 (000 §2.3.4): regional directors see the whole",
        "Regionflertall i ledergruppen", "Regional majority in the leadership group",
        spenn_find_majorities, SPENN_WARNING},
    {"span-too-wide", "C180 (004 §3.2)",
        "C180 (004 §3.2): Arendal, Stord, Flora and Kongsvinger accept 32 to 36",
        "Bredt kontrollspenn", "Wide span of control", spenn_find_wide_spans,
        SPENN_WARNING},
    {"double-line", "C75 (000 §2.3.2), C125 (003 §3)",
        "C84 (000 §3.3): typed lines need not be in conflict",
        "Overordnede av flere slag", "Superiors of more than one kind",
        spenn_find_double_lines, SPENN_WARNING},
    {"goals-above-capacity", "C86 (001 part 1)",
        "C93 (001 part 2 §2): few clear goals, but how many the source does not say",
        "Flere mål enn enheten kan håndtere", "More goals than the unit can handle",
        spenn_find_many_goals, SPENN_WARNING},
    {"no-shared-forum", "C65 (000 Sammendrag)", "",
        "Region uten felles forum med sentralt nivå",
        "Region without a forum shared with the centre", spenn_find_uncoupled,
        SPENN_WARNING},
    {"peer-command", "C79 (000 §3.3), C83 (000 §3.3)", "",
        "Enhet som styrer sine sideordnede", "Unit that commands its peers",
        spenn_find_peer_command, SPENN_WARNING},
    {"inner-circle", "C68 (000 §3.7)",
        "C69 (000 §3.7): a group with a sharp border and openness about it need not harm",
        "Indre krets", "Inner circle", spenn_find_inner_circles, SPENN_WARNING},
    {"single-case-in-forum", "C53 (000 §2.3.3)",
        "C53 (000 §2.3.3): informants saw no problem in it",
        "Enkeltsaker i en gruppe med regionlederen",
        "Single cases in a group with the region's leader", spenn_find_single_cases,
        SPENN_WARNING},
    {"isolated-staff", "C208 (004 §5.4)", "",
        "Stab eller støtte uten møteplass med linjen",
        "Staff or support that does not meet the line", spenn_find_isolated_staff,
        SPENN_WARNING},
    {"team-by-chance", "C193 (004 §6.4.1), C188 (004 §4.3)",
        "C141 (004 §1.2): without sector chiefs coordination across sectors is easier",
        "Tilfeldig hvem i teamet som svarer", "Chance who in the team answers",
        spenn_find_teams_by_chance, SPENN_WARNING},
    {"uncovered-function", "C147, C162 (004 §1.2)", "", "Funksjon eller behov uten eier",
        "Function or need without an owner", spenn_find_uncovered, SPENN_WARNING},
    {"unit-outside-norm", "C183 (004 §3.2): the norm of one municipality",
        "C183 (004 §3.2): larger units have a leading team", "Enhet utenfor normen",
        "Unit outside the norm", spenn_find_outside_norm, SPENN_NOTE},
    {"overloaded", "C194 (004 §6.4.1); docs/model.md §7.1", "", "Lederens uke er full",
        "Leader without time for cases", spenn_find_overloaded, SPENN_WARNING},
    {"coordination-matrix", "C122, C123 (003 §2.3)", "", "Samordningsroller og trinn",
        "Roles of coordination and steps", spenn_find_matrix, SPENN_NOTE},
    {"cell-uncovered", "C122 (003 §2.3)", "003 §2.1: simple matters may stop at step 1",
        "Udekket rute", "Uncovered cell", spenn_find_uncovered_cells, SPENN_NOTE},
    {"primary-role", "C123 (003 §2.3)",
        "C123 (003 §2.3): other ministries have roles of the same kinds",
        "Primærrolle mangler eller er dobbel", "Primary role missing or doubled",
        spenn_find_primary_roles, SPENN_WARNING},
    {"ambition-unsettled", "C124 (003 §3 point 6); advice 3 (003 §2.4)", "",
        "Uavklart ambisjon", "Unsettled ambition", spenn_find_unsettled_ambition,
        SPENN_NOTE},
    {"weak-instruments", "C122 (003 §2.3), C124 (003 §3 point 6)",
        "C120 (003 §2.1): the instruments are there and are used too little",
        "Ambisjon uten virkemidler", "Ambition beyond the instruments",
        spenn_find_weak_instruments, SPENN_WARNING},
    {"wicked-low-aim", "C106 (003 §2.1)", "", "Gjenstridig problem uten ambisjon",
        "Wicked problem nobody aims to solve", spenn_find_wicked_aims, SPENN_WARNING},
    {"wicked-unanchored", "C113 (003 §3 point 1); advice 4 (003 §2.4)", "",
        "Gjenstridig problem uten politisk forankring",
        "Wicked problem without political anchoring", spenn_find_unanchored,
        SPENN_WARNING},
    {"one-mechanism", "C117, C118, C119 (003 §3 point 4)",
        "C105 (003 §2.1): steps 1 and 2 need no decision by anybody",
        "Gjenstridig problem med én mekanisme", "Wicked problem with one mechanism",
        spenn_find_one_mechanism, SPENN_WARNING},
    {"own-sector-first", "C115 (003 §3 point 3); 003 §3 point 8", "",
        "Bare egen sektor teller", "Only the own sector counts", spenn_find_own_weight,
        SPENN_NOTE},
    {"lead-without-authority", "C121 (003 §3 point 5)",
        "C139 (003 §2.4): use the ordinary lines", "Lederdepartement uten fullmakt",
        "Lead without authority", spenn_find_weak_leads, SPENN_WARNING},
    {"step-skipped", "C107 (002 slide 8), C108 (003 §3 point 2); advice 2 (003 §2.4)", "",
        "Hopper over trinn", "Skipped step", spenn_find_skipped_steps, SPENN_WARNING},
    {"ownership-unkept", "C109, C111, C112 (003 §2.2, §3 point 2); advice 4 (003 §2.4)",
        "", "Ingenting holder på eierskapet", "Nothing keeps ownership",
        spenn_find_fading_ownership, SPENN_NOTE},
    {"tied-agency", "C138 (003 §2.4, advice 5)",
        "C133 (003 §4): clear signals matter more the more ways there are to coordinate",
        "Liten frihet i oppgaven", "Little freedom in the task", spenn_find_tied_agencies,
        SPENN_NOTE},
    {"parallel-line", "C139 (003 §2.4, advice 6)",
        "C121 (003 §3 point 5): who leads needs authority to cut through",
        "Linje ved siden av linjen", "Line beside the line", spenn_find_parallel_lines,
        SPENN_WARNING},
    {"idle-key", "docs/model.md §7.12", "", "Uten virkning", "Without effect",
        spenn_find_idle_keys, SPENN_NOTE},
    {"absent-party", "docs/model.md §7.12", "", "Part uten plass i forumet",
        "Party without a seat in the forum", spenn_find_absent_parties, SPENN_NOTE},
};

enum {
    rules = sizeof spenn_finding_rules / sizeof *spenn_finding_rules,
    default_least = 20,
    default_most = 30,
};
const int32_t spenn_finding_rule_count = rules;

static const struct spenn_table_column columns[] = {
    SPENN_COLUMN(struct spenn_findings, rule),
    SPENN_COLUMN(struct spenn_findings, severity),
    SPENN_COLUMN(struct spenn_findings, subject),
    SPENN_COLUMN(struct spenn_findings, reason),
    SPENN_COLUMN(struct spenn_findings, at),
};
static const struct spenn_table_type type = {columns, sizeof columns / sizeof *columns};

void spenn_found(struct spenn_search *s, const char *subject, struct spenn_where at,
    const char *reason)
{
    struct spenn_findings *found = s->found;
    int32_t i = spenn_table_add(&found->memory, found, &type);
    found->rule[i] = s->rule;
    found->severity[i] = spenn_finding_rules[s->rule].severity;
    found->subject[i] = spenn_arena_text(&found->memory, subject);
    found->reason[i] = reason;
    at.file = spenn_arena_text(&found->memory, at.file);
    found->at[i] = at;
}

void spenn_found_unit(struct spenn_search *s, spenn_id u, const char *reason)
{
    const struct spenn_units *units = &s->rest->m->units;
    spenn_found(s, units->id[u], units->at[u], reason);
}

void spenn_found_forum(struct spenn_search *s, spenn_id f, const char *reason)
{
    const struct spenn_forums *forums = &s->rest->m->forums;
    spenn_found(s, forums->id[f], forums->at[f], reason);
}

void spenn_found_task(struct spenn_search *s, spenn_id t, const char *reason)
{
    const struct spenn_tasks *tasks = &s->rest->m->tasks;
    spenn_found(s, tasks->id[t], tasks->at[t], reason);
}

void spenn_found_is(struct spenn_search *s, int32_t severity)
{
    s->found->severity[s->found->count - 1] = severity;
}

bool spenn_findings_fill(const struct spenn_model *m,
    const struct spenn_finding_limits *limits, struct spenn_findings *findings,
    struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    struct spenn_rest rest;
    struct spenn_finding_limits own = *limits;
    (void)err; /* rules of today cannot fail */
    own.span = own.span > 0.0 ? own.span : spenn_span_limit;
    own.least = own.least > 0.0 ? own.least : default_least;
    own.most = own.most > 0.0 ? own.most : default_most;
    spenn_rest_make(m, &scratch, &rest);
    for (int32_t i = 0; i < rules; i++) {
        spenn_finding_rules[i].find(&(struct spenn_search){&rest, &own, i, findings});
    }
    spenn_arena_free(&scratch);
    return true;
}

void spenn_findings_free(struct spenn_findings *findings)
{
    spenn_arena_free(&findings->memory);
    *findings = (struct spenn_findings){0};
}
