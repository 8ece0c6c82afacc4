/* SPDX-License-Identifier: MIT
 * A scenario: a question to a model, its alternatives as lists of changes, what to vary,
 * how to simulate and what is expected. Changes stay parsed text until they are applied,
 * because their selectors see the model as earlier changes left it. */
#ifndef SPENN_SCENARIO_H
#define SPENN_SCENARIO_H

#include "build.h"

struct spenn_alternative {
    const char *id, *name, *name_en;   /* name: the id when not given */
    const struct spenn_value *changes; /* a list of one-key maps, or NULL */
    struct spenn_where at;
};

struct spenn_vary {   /* one swept value */
    const char *path; /* "ledergruppe.meets", "drift": unit, forum, task or assumption */
    int32_t count;
    const struct spenn_value **value;
    struct spenn_where at;
};

enum spenn_direction { SPENN_HIGHER, SPENN_LOWER, SPENN_SAME };

struct spenn_expect {
    const char *claim;        /* "C32"; "" when not given */
    const char *measure, *of; /* of: NULL for the whole */
    int32_t in, than;         /* rows of alternatives; -1 the baseline */
    enum spenn_direction is;
    double indifference;           /* in the measure's unit; NAN: the measure's default */
    const char *indifference_unit; /* of the text: "share", "h"; "" a plain number */
    const char *coded_in; /* the assumption that codes the direction; NULL: none */
    struct spenn_where at, indifference_at;
};

struct spenn_unrepresented { /* a claim that no measure of the scenario can carry */
    const char *claim, *reason;
};

struct spenn_simulate {
    double duration;     /* hours, > 0: `for` */
    double warm_up;      /* hours; NAN: auto */
    int32_t least, most; /* replications; equal: a fixed number */
    double precision;    /* relative half-width aimed at; NAN: none */
    uint64_t seed;
};

struct spenn_scenario {
    const char *file, *id, *title, *title_en, *question, *question_en, *source, *note;
    const char *caveat, *caveat_en; /* what every result must be read with; or NULL */
    const char *model;              /* path, already relative to the working directory */
    struct spenn_where model_at;
    const struct spenn_value *assume; /* map, or NULL */
    int32_t alternative_count, vary_count, expect_count, unrepresented_count;
    struct spenn_alternative *alternative;
    struct spenn_vary *vary;
    struct spenn_expect *expect;
    struct spenn_unrepresented *unrepresented;
    struct spenn_simulate simulate;
    struct spenn_arena memory; /* owns the texts above and the parsed document */
};

/* Makes a scenario from its document, which must live in scenario->memory. Does not need
 * the model: references into it are checked when changes are applied and by study. */
bool spenn_scenario_build(const struct spenn_value *document, const char *file,
    struct spenn_scenario *scenario, struct spenn_error *err);

void spenn_scenario_free(struct spenn_scenario *scenario);

/* Row of the alternative with this id, -1 for the baseline. */
bool spenn_scenario_find(const struct spenn_scenario *scenario, const char *id,
    struct spenn_where at, int32_t *row, struct spenn_error *err);

/* The model after `assume:` of the scenario and the changes of alternative `a` (-1:
 * none). Rules of change.h. On false `changed` is empty. */
bool spenn_scenario_apply(const struct spenn_model *base,
    const struct spenn_scenario *scenario, int32_t a, struct spenn_model *changed,
    struct spenn_error *err);

/* A wave: changes that come on the same date, or side by side by the same trigger. Hours
 * are counted from the end of the warm-up; changes without a date hold from the start
 * when others have one. */
struct spenn_wave {
    double at;                      /* with a trigger: not before */
    const struct spenn_value *when; /* the trigger, a map; or NULL */
    struct spenn_value changes;     /* the list up to here: what holds once it has come */
    struct spenn_where where;
};
struct spenn_waves { /* of an alternative, in order: none when no change has a date */
    int32_t count;
    struct spenn_wave *wave;
};

/* The waves of a list of changes (NULL: none), in `memory`. */
bool spenn_scenario_waves(const struct spenn_value *changes, struct spenn_arena *memory,
    struct spenn_waves *waves, struct spenn_error *err);

/* The model once the wave has come. */
bool spenn_scenario_apply_wave(const struct spenn_model *base,
    const struct spenn_scenario *scenario, const struct spenn_wave *wave,
    struct spenn_model *changed, struct spenn_error *err);

/* The key that a path names in this model (keys.h): what its values must be. NULL for an
 * assumption and for what is not there. */
struct spenn_key;
const struct spenn_key *spenn_vary_key(const struct spenn_model *m, const char *path);

/* Sets one swept value in a model: path as in struct spenn_vary. */
bool spenn_vary_apply(struct spenn_model *m, const struct spenn_vary *vary, int32_t value,
    struct spenn_error *err);

#endif
