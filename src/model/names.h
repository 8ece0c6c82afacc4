/* SPDX-License-Identifier: MIT
 * The closed lists of the language and their spelling in files, Norwegian and English. */
#ifndef SPENN_NAMES_H
#define SPENN_NAMES_H

#include <stdbool.h>
#include <stdint.h>

enum spenn_kind {
    SPENN_COUNCIL,
    SPENN_COMMITTEE,
    SPENN_EXECUTIVE,
    SPENN_DEPUTY,
    SPENN_DEPARTMENT,
    SPENN_STAFF,
    SPENN_SUPPORT,
    SPENN_REGION,
    SPENN_SPECIAL_UNIT,
    SPENN_RESULT_UNIT,
    SPENN_TEAM,
    SPENN_NETWORK,
    SPENN_PURCHASER,
    SPENN_LEGAL_ENTITY,
    SPENN_ADVICE,
    SPENN_EXTERNAL,
    SPENN_KIND_COUNT
};

enum spenn_form {
    SPENN_FORM_DIRECTORATE,
    SPENN_FORM_MUNICIPALITY,
    SPENN_FORM_MINISTRIES,
    SPENN_FORM_OTHER,
};

enum spenn_status {
    SPENN_STATUS_NONE, /* an ordinary unit */
    SPENN_STATUS_VACANT,
    SPENN_STATUS_PLANNED,
    SPENN_STATUS_LEAVING,
};

enum spenn_side {
    SPENN_SIDE_NONE, /* as its kind says */
    SPENN_SIDE_LEFT,
    SPENN_SIDE_RIGHT,
};

enum spenn_responsibility {
    SPENN_RESPONSIBILITY_NONE, /* not given: no member of a leading team */
    SPENN_BY_UNIT,
    SPENN_BY_SECTOR,
    SPENN_ACROSS,
};

enum spenn_line_kind {
    SPENN_LINE_LINE, /* the parent column; never a row of spenn_lines */
    SPENN_LINE_PROFESSIONAL,
    SPENN_LINE_ADMINISTRATIVE,
    SPENN_LINE_ADVISORY,
    SPENN_LINE_CONTRACT, /* order and delivery between purchaser and provider */
    SPENN_LINE_COUNT
};

enum spenn_forum_kind {
    SPENN_FORUM_LEADERSHIP_GROUP,
    SPENN_FORUM_EXTENDED,
    SPENN_FORUM_NETWORK,
    SPENN_FORUM_STEERING_GROUP,
    SPENN_FORUM_OTHER,
};

enum spenn_law {
    SPENN_LAW_DEFAULT, /* as the assumption service-law says */
    SPENN_LAW_EXPONENTIAL,
    SPENN_LAW_ERLANG,
    SPENN_LAW_HYPEREXPONENTIAL, /* two phases, balanced means */
    SPENN_LAW_LOGNORMAL,
    SPENN_LAW_FIXED,
};

enum spenn_late {
    SPENN_LATE_NOTHING,
    SPENN_LATE_LAPSES,
    SPENN_LATE_INNER_CIRCLE,
    SPENN_LATE_ESCALATES,
};

enum spenn_assignment { /* which of the units that serve a stream gets a case */
    SPENN_ASSIGN_BY_SHARE,
    SPENN_ASSIGN_LEAST_LOADED,
};

/* A closed list: value i is spelled file[i] in files, nb[i] and en[i] in output. */
struct spenn_names {
    int32_t count;
    const char *const *file;
    const char *const *nb;
    const char *const *en;
};

extern const struct spenn_names spenn_kinds, spenn_forms, spenn_statuses, spenn_sides,
    spenn_responsibilities, spenn_line_kinds, spenn_forum_kinds, spenn_laws, spenn_lates,
    spenn_assignments, spenn_consents, spenn_mechanism_names, spenn_ladders,
    spenn_message_ways;

/* What an organization of this form calls its units of a kind: the executives of the
 * ministries are ministries. */
const char *spenn_kind_name(int32_t form, int32_t kind, bool english);
const char *spenn_kind_several(int32_t form, int32_t kind, bool english);

/* Whether who gives a second line of this kind is a superior of who receives it. */
bool spenn_line_commands(int32_t line_kind);

/* The value spelled so, or -1. */
int32_t spenn_names_find(const struct spenn_names *names, const char *text);

#endif
