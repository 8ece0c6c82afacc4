/* SPDX-License-Identifier: MIT
 * The matrix of coordination roles and steps with what a model covers of it: a table
 * (grid.c) of the actions of each cell, at whose foot the units stand. */
#include "figure.h"

#include "paint.h"
#include "role.h"

enum state { COVERED_FIRST, COVERED_ALSO, WANTED, UNCOVERED, STATES };
enum { most_units = 10 }; /* named in one list */

static const struct {
    const char *id, *name[2], *list[2]; /* list: before the units at the foot */
    int32_t look, line;
} states[STATES] = {
    [COVERED_FIRST] = {"first", {"Dekket av primærrolle", "Covered by a primary role"},
        {"Primært: ", "Primarily: "}, MARK_FIRST, SPENN_SOLID},
    [COVERED_ALSO] = {"also", {"Dekket av tilleggsrolle", "Covered by a secondary role"},
        {"Også: ", "Also: "}, MARK_ALSO, SPENN_SOLID},
    [WANTED] = {"wanted", {"Ambisjon uten virkemidler", "Ambition beyond instruments"},
        {"Uten virkemidler: ", "Lacking instruments: "}, MARK_WANTED, SPENN_DASHED},
    [UNCOVERED] = {"uncovered", {"Ikke dekket", "Not covered"}, {NULL}, MARK_OPEN,
        SPENN_DASHED},
};

struct roles {
    const struct spenn_model *m;
    struct content *f;
    struct spenn_arena *memory;
};

/* What the cell is to the unit. */
static int32_t state_of(const struct spenn_role *role, int32_t kind, int32_t step)
{
    uint32_t bit = spenn_role_bit(kind, step);
    if (spenn_role_covered(role) & bit) {
        return role->primary == kind ? COVERED_FIRST : COVERED_ALSO;
    }
    return (spenn_role_wanted(role) & bit) ? WANTED : UNCOVERED;
}

/* "Planavdelingen (mål)" where the unit aims at just this step; step 0: its name. */
static const char *add_unit(
    const struct roles *r, const char *list, spenn_id u, int32_t step, bool english)
{
    static const char *const aim[] = {" (mål)", " (aim)"};
    const struct spenn_units *units = &r->m->units;
    const char *name = english && units->name_en[u] ? units->name_en[u] : units->name[u];
    bool aims = step > 0 && units->coordination[u].ambition == step;
    return spenn_arena_format(
        r->memory, "%s%s%s%s", list, *list ? ", " : "", name, aims ? aim[english] : "");
}

/* The units to whom the cell is this; NULL without any. */
static const char *units_text(
    const struct roles *r, int32_t kind, int32_t step, int32_t state, bool english)
{
    static const char *const more[] = {"%s og %d til", "%s and %d more"};
    const struct spenn_units *units = &r->m->units;
    const char *list = "";
    int32_t count = 0;
    for (spenn_id u = 0; u < units->count; u++) {
        if (state_of(&units->coordination[u], kind, step) == state) {
            list = count < most_units ? add_unit(r, list, u, step, english) : list;
            count++;
        }
    }
    if (count > most_units) {
        list = spenn_arena_format(r->memory, more[english], list, count - most_units);
    }
    return count
        ? spenn_arena_format(r->memory, "%s%s", states[state].list[english], list)
        : NULL;
}

/* Those who cover the cell, then those who would; its mark is that of the first. */
static void add_feet(const struct roles *r, struct cell *cell, int32_t kind, int32_t step)
{
    int32_t *marks = spenn_arena_alloc(r->memory, UNCOVERED, sizeof *marks);
    cell->foot.name = spenn_arena_alloc(r->memory, UNCOVERED, sizeof *cell->foot.name);
    cell->foot_mark = marks;
    cell->mark = UNCOVERED;
    for (int32_t state = COVERED_FIRST; state < UNCOVERED; state++) {
        const char *nb = units_text(r, kind, step, state, false);
        if (nb == NULL) {
            continue;
        }
        marks[cell->foot.count] = state;
        const char **name = cell->foot.name[cell->foot.count++];
        name[0] = nb;
        name[1] = units_text(r, kind, step, state, true);
        cell->mark = cell->mark == UNCOVERED ? state : cell->mark;
    }
}

static void add_cell(const struct roles *r, int32_t kind, int32_t step)
{
    const struct spenn_role_cell *what = spenn_role_cell(kind, step);
    struct cell *cell = &r->f->cell[r->f->cells++];
    *cell = (struct cell){
        .id = spenn_arena_format(r->memory, "%s-%d", spenn_roles.file[kind], (int)step),
        .name = {what->mode[0], what->mode[1]},
        .text.name =
            spenn_arena_alloc(r->memory, spenn_cell_actions, sizeof *cell->text.name),
        .kind = -1,
        .parent = -1,
        .span = 1,
        .row = SPENN_STEPS - step,
        .column = kind - SPENN_ROLE_DRIVER,
    };
    for (int32_t i = 0; i < spenn_cell_actions && what->action[i][0]; i++) {
        cell->text.name[i][0] = what->action[i][0];
        cell->text.name[i][1] = what->action[i][1];
        cell->text.count++;
    }
    add_feet(r, cell, kind, step);
}

static void add_headings(const struct roles *r)
{
    struct content *f = r->f;
    f->columns.count = SPENN_ROLES;
    f->columns.name = spenn_arena_alloc(r->memory, SPENN_ROLES, sizeof *f->columns.name);
    f->rows.count = f->steps = SPENN_STEPS;
    f->rows.name = spenn_arena_alloc(r->memory, SPENN_STEPS, sizeof *f->rows.name);
    for (int32_t i = 0; i < SPENN_ROLES; i++) {
        int32_t kind = SPENN_ROLE_DRIVER + i;
        f->columns.name[i][0] = spenn_word_capital(r->memory, spenn_roles.nb[kind]);
        f->columns.name[i][1] = spenn_word_capital(r->memory, spenn_roles.en[kind]);
    }
    for (int32_t i = 0; i < SPENN_STEPS; i++) {
        int32_t step = SPENN_STEPS - i;
        const char *const *nb = spenn_steps.nb, *const *en = spenn_steps.en;
        f->rows.name[i][0] =
            spenn_arena_format(r->memory, "%d %s", (int)step, nb[step - 1]);
        f->rows.name[i][1] =
            spenn_arena_format(r->memory, "%d %s", (int)step, en[step - 1]);
    }
}

static void add_marks(const struct roles *r)
{
    struct content *f = r->f;
    f->marks = STATES;
    f->mark = spenn_arena_alloc(r->memory, STATES, sizeof *f->mark);
    for (int32_t i = 0; i < STATES; i++) {
        f->mark[i] = (struct mark){.id = states[i].id,
            .name = {states[i].name[0], states[i].name[1]},
            .line = states[i].line,
            .look = states[i].look};
    }
}

/* "Dekker 9 av 12 ruter, 6 av dem med en primærrolle." */
static void add_message(const struct roles *r)
{
    static const char *const forms[] = {
        "Dekker %d av %d ruter, %d av dem med en primærrolle.%s",
        "Covers %d of %d cells, %d of them by a primary role.%s"};
    static const char *const aims[] = {
        " (mål): trinnet enheten sikter mot.", " (aim): the step the unit aims at."};
    bool aimed = false;
    int32_t covered = 0, first = 0;
    for (spenn_id u = 0; u < r->m->units.count; u++) {
        aimed = aimed || r->m->units.coordination[u].ambition > 0;
    }
    for (int32_t i = 0; i < r->f->cells; i++) {
        covered += r->f->cell[i].mark <= COVERED_ALSO;
        first += r->f->cell[i].mark == COVERED_FIRST;
    }
    for (int32_t i = 0; i < 2; i++) {
        r->f->message[i] = spenn_arena_format(r->memory, forms[i], covered,
            (int)SPENN_ROLE_CELLS, first, aimed ? aims[i] : "");
    }
}

/* The roles that are not in the source: of all, or of whom. */
static void add_assumed(const struct roles *r)
{
    static const char *const all[] = {"rollene", "the roles"},
                             *const some[] = {"rollene til %s", "the roles of %s"};
    const struct spenn_units *units = &r->m->units;
    struct names *assumed = &r->f->assumed;
    int32_t roles = 0, made = 0;
    const char *list[2] = {"", ""};
    for (spenn_id u = 0; u < units->count; u++) {
        bool given = spenn_role_is_given(&units->coordination[u]);
        roles += given;
        if (given && spenn_text_lists(units->assumed[u], "coordination")) {
            list[0] = add_unit(r, list[0], u, 0, false);
            list[1] = add_unit(r, list[1], u, 0, true);
            made++;
        }
    }
    assumed->count = made > 0;
    assumed->name = spenn_arena_alloc(r->memory, 1, sizeof *assumed->name);
    for (int32_t i = 0; i < 2; i++) {
        assumed->name[0][i] =
            made == roles ? all[i] : spenn_arena_format(r->memory, some[i], list[i]);
    }
}

static void add_head(const struct roles *r)
{
    const struct spenn_model *m = r->m;
    const char *nb = m->name ? m->name : m->id, *en = m->name_en ? m->name_en : nb;
    r->f->name[0] = spenn_arena_format(r->memory, "%s: roller og trinn", nb);
    r->f->name[1] = spenn_arena_format(r->memory, "%s: roles and steps", en);
    r->f->source[0] = spenn_role_source[0];
    r->f->source[1] = spenn_role_source[1];
    r->f->down[0] = "Trinn";
    r->f->down[1] = "Step";
    add_message(r);
    add_assumed(r);
}

bool spenn_figure_roles(const struct spenn_model *m,
    const struct spenn_chart_options *options, struct spenn_drawing *drawing,
    struct spenn_error *err)
{
    struct content f = {.file = m->file, .id = "roles", .kind = TABLE, .centre = -1};
    const struct roles r = {.m = m, .f = &f, .memory = &f.memory};
    bool any = false;
    for (spenn_id u = 0; u < m->units.count; u++) {
        any = any || spenn_role_is_given(&m->units.coordination[u]);
    }
    if (!any) {
        return spenn_fail(err, (struct spenn_where){.file = m->file},
            "no unit has a role of coordination (key 'coordination'), so there is no "
            "matrix to draw");
    }
    f.cell = spenn_arena_alloc(&f.memory, SPENN_ROLE_CELLS, sizeof *f.cell);
    add_headings(&r);
    add_marks(&r);
    for (int32_t step = SPENN_STEPS; step > 0; step--) {
        for (int32_t kind = SPENN_ROLE_DRIVER; kind < SPENN_ROLE_COUNT; kind++) {
            add_cell(&r, kind, step);
        }
    }
    add_head(&r);
    bool ok = spenn_figure_lay(&f, options, drawing, err);
    spenn_figure_free(&f);
    return ok;
}
