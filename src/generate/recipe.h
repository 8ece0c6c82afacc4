/* SPDX-License-Identifier: MIT
 * The model while it is being made: rows as they will be written. Inside module generate
 * only. */
#ifndef SPENN_GENERATE_RECIPE_H
#define SPENN_GENERATE_RECIPE_H

#include "generate.h"
#include "random.h"

enum post { /* whose desks are filled alike */
    POST_TOP,
    POST_DEPUTY,
    POST_CHIEF, /* of a sector or department */
    POST_UNIT,  /* result units and regions */
    POST_STAFF,
    POST_SECTION,
    POST_TEAM,
    POST_FORUM, /* an agenda, not a desk */
    POST_COUNT,
    POST_NONE = POST_COUNT
};

struct text2 {
    const char *nb, *en;
};

struct row { /* of units */
    const char *id;
    struct text2 name, panel, collapse;
    const char *kind, *parent, *sector, *responsibility; /* or NULL */
    const char *coordination;                            /* its role as YAML, or NULL */
    int32_t count, caseworkers, leaders; /* 0: not written; count 0 is one */
    bool vacant;
    enum post post;
};

enum decides { /* who decides a case of a task */
    DECIDES_HERE,
    DECIDES_LINE,   /* 4 % of the cases go up */
    DECIDES_FORUM,  /* the forum that settles development */
    DECIDES_WITHIN, /* the first superior of both units */
    DECIDES_ACROSS, /* the chief executive */
};

struct work { /* of tasks */
    const char *id;
    struct text2 name;
    const char *at;
    double rate;     /* a week of each origin, before the factor of `fills` */
    enum post fills; /* its rate is chosen so that these desks have a fair load */
    enum decides decides;
    const char *stages, *support; /* as YAML; support may be NULL */
};

struct meeting { /* of forums */
    const char *id;
    struct text2 name;
    const char *kind, *members, *times;
};

enum { most_work = 40, most_meetings = 2, most_lines = 24 };

struct draft {
    const struct spenn_recipe *recipe;
    struct spenn_random random;
    struct text2 name; /* of the kind */
    struct row *row;
    int32_t rows, room;
    struct work work[most_work];
    int32_t works;
    struct meeting meeting[most_meetings];
    int32_t meetings;
    const char *line[most_lines]; /* as YAML */
    int32_t lines;
    const char *form, *top, *forum, *practice; /* ids; a selector */
    const char *chair;                         /* of forums; NULL: the top */
    bool sectored;             /* sector chiefs settle within their sector */
    double factor[POST_COUNT]; /* of rates, by what a task fills */
    double upward; /* share of the usual cases that go up: 1 in a small organization */
    struct spenn_arena *memory;
};

/* A regular tree with links of the class that the recipe names. */
bool spenn_network_make(const struct spenn_recipe *recipe, struct spenn_arena *memory,
    struct spenn_generated *generated, struct spenn_error *err);

/* Filled by spenn_draft_make from the recipe; false with a problem. */
bool spenn_draft_make(struct draft *d, struct spenn_error *err);

struct row *spenn_draft_row(struct draft *d, struct row row);
void spenn_draft_work(struct draft *d, struct work work);

/* A number in 0..1 for the `number`th draw of what `purpose` names. */
double spenn_draft_draw(const struct draft *d, const char *purpose, int32_t number);

/* Sections and teams below the rows of `post`, until there are recipe->size units. */
bool spenn_draft_tree(struct draft *d, enum post post, struct spenn_error *err);

/* Spans of `count` managers that sum to `sum`, as the corpus has them. */
void spenn_draft_spans(const struct draft *d, int32_t *span, int32_t count, int32_t sum);

const char *spenn_draft_model(const struct draft *d);
const char *spenn_draft_scenario(const struct draft *d);

/* Chooses factors and caseworkers until every desk and agenda with cases has between 30
 * and 90 % of its time taken. */
bool spenn_draft_calibrate(
    struct draft *d, const struct spenn_assumptions *assume, struct spenn_error *err);

#endif
