/* SPDX-License-Identifier: MIT */
#include "names.h"

#include <string.h>

#define LIST(name, ...) static const char *const name[] = {__VA_ARGS__}
#define NAMES(list)                                                                      \
    const struct spenn_names spenn_##list = {                                            \
        sizeof list##_file / sizeof *list##_file, list##_file, list##_nb, list##_en}

LIST(kinds_file, "council", "committee", "executive", "deputy", "department", "staff",
    "support", "region", "special-unit", "result-unit", "team", "network", "purchaser",
    "legal-entity", "advice", "external");
LIST(kinds_nb, "politisk organ", "utvalg", "øverste leder", "nestleder", "avdeling",
    "stab", "støtteenhet", "region", "særorgan", "resultatenhet", "team", "nettverk",
    "bestiller", "eget rettssubjekt", "rådgivende organ", "ekstern");
LIST(kinds_en, "council", "committee", "top leader", "deputy", "department", "staff",
    "support unit", "region", "special unit", "result unit", "team", "network",
    "purchaser", "legal entity", "advisory body", "external");
NAMES(kinds);

LIST(forms_file, "directorate", "municipality", "ministries", "other");
LIST(forms_nb, "direktorat", "kommune", "departementer", "annen");
LIST(forms_en, "directorate", "municipality", "ministries", "other");
NAMES(forms);

LIST(statuses_file, "", "vacant", "planned", "leaving");
LIST(statuses_nb, "", "ledig", "planlagt", "skilles ut");
LIST(statuses_en, "", "vacant", "planned", "being split off");
NAMES(statuses);

LIST(sides_file, "", "left", "right");
LIST(sides_nb, "", "til venstre", "til høyre");
LIST(sides_en, "", "to the left", "to the right");
NAMES(sides);

LIST(responsibilities_file, "", "by-unit", "by-sector", "across");
LIST(responsibilities_nb, "", "etter enhet", "etter sektor", "på tvers");
LIST(responsibilities_en, "", "by unit", "by sector", "across");
NAMES(responsibilities);

LIST(line_kinds_file, "line", "professional", "administrative", "advisory", "contract");
LIST(line_kinds_nb, "linje", "faglig linje", "administrativ linje", "rådgivende linje",
    "bestilling eller avtale");
LIST(line_kinds_en, "line", "professional line", "administrative line", "advisory line",
    "order or contract");
NAMES(line_kinds);

LIST(forum_kinds_file, "leadership-group", "extended", "network", "steering-group",
    "other");
LIST(forum_kinds_nb, "ledergruppe", "utvidet ledermøte", "nettverk", "styringsgruppe",
    "annet forum");
LIST(forum_kinds_en, "leadership group", "extended meeting", "network", "steering group",
    "other forum");
NAMES(forum_kinds);

LIST(laws_file, "", "exponential", "erlang", "hyperexponential", "lognormal", "fixed");
LIST(laws_nb, "", "eksponentiell", "erlang", "hypereksponentiell", "lognormal", "fast");
LIST(laws_en, "", "exponential", "Erlang", "hyperexponential", "lognormal", "fixed");
NAMES(laws);

LIST(lates_file, "", "lapses", "inner-circle", "escalates");
LIST(lates_nb, "", "faller bort", "til indre krets", "løftes i linjen");
LIST(lates_en, "", "lapses", "to the inner circle", "escalates");
NAMES(lates);

LIST(assignments_file, "by-share", "least-loaded");
LIST(assignments_nb, "etter andel", "til den med minst å gjøre");
LIST(assignments_en, "by share", "to the least loaded");
NAMES(assignments);

LIST(consents_file, "all", "majority", "any");
LIST(consents_nb, "alle", "flertallet", "én");
LIST(consents_en, "all", "the majority", "any");
NAMES(consents);

LIST(mechanism_names_file, "both", "voluntary", "hierarchy", "neither");
LIST(mechanism_names_nb, "begge", "frivillig tilpasning", "hierarki", "ingen");
LIST(mechanism_names_en, "both", "voluntary adaptation", "hierarchy", "neither");
NAMES(mechanism_names);

LIST(ladders_file, "fork", "chain");
LIST(ladders_nb, "gaffel", "kjede");
LIST(ladders_en, "fork", "chain");
NAMES(ladders);

LIST(message_ways_file, "direct", "line");
LIST(message_ways_nb, "direkte", "langs linjen");
LIST(message_ways_en, "direct", "along the line");
NAMES(message_ways);

/* Norwegian and English, one and several, where a form has its own names. */
static const char *const own_names[][SPENN_KIND_COUNT][2][2] = {
    [SPENN_FORM_MINISTRIES] = {[SPENN_EXECUTIVE] = {{"departement", "ministry"},
                                   {"departementer", "ministries"}},
        [SPENN_DEPARTMENT] = {{"direktorat eller avdeling", "directorate or department"},
            {"direktorater og avdelinger", "directorates and departments"}},
        [SPENN_REGION] = {{"regional enhet", "regional unit"},
            {"regionale enheter", "regional units"}}},
    [SPENN_FORM_OTHER] = {{{NULL}}},
};
LIST(several_nb, "politiske organer", "utvalg", "øverste ledere", "nestledere",
    "avdelinger", "staber", "støtteenheter", "regioner", "særorganer", "resultatenheter",
    "team", "nettverk", "bestillere", "egne rettssubjekter", "rådgivende organer",
    "eksterne");
LIST(several_en, "councils", "committees", "top leaders", "deputies", "departments",
    "staffs", "support units", "regions", "special units", "result units", "teams",
    "networks", "purchasers", "legal entities", "advisory bodies", "externals");

const char *spenn_kind_name(int32_t form, int32_t kind, bool english)
{
    const char *own = own_names[form][kind][0][english];
    return own ? own : (english ? spenn_kinds.en : spenn_kinds.nb)[kind];
}

const char *spenn_kind_several(int32_t form, int32_t kind, bool english)
{
    const char *own = own_names[form][kind][1][english];
    return own ? own : (english ? several_en : several_nb)[kind];
}

bool spenn_line_commands(int32_t line_kind)
{
    return line_kind == SPENN_LINE_PROFESSIONAL || line_kind == SPENN_LINE_ADMINISTRATIVE;
}

int32_t spenn_names_find(const struct spenn_names *names, const char *text)
{
    for (int32_t i = 0; i < names->count; i++) {
        if (*names->file[i] && strcmp(names->file[i], text) == 0) {
            return i;
        }
    }
    return -1;
}
