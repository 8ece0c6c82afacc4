/* SPDX-License-Identifier: MIT
 * What changes for a unit: its place, whom it meets, who decides its cases, how much of
 * its time is taken. A unit that was merged is followed into the one that took it over.
 */
#include "common.h"

#include "cells.h"
#include "quantity.h"
#include "role.h"
#include "tree.h"

#include <math.h>
#include <string.h>

struct view { /* of the unit in one state */
    const struct spenn_ask *ask;
    struct spenn_answer *answer;
    const struct spenn_model *m;
    spenn_id u;
    struct loads loads;
};

static const char *text(struct view *v, const char *list, const char *item)
{
    return spenn_arena_format(
        &v->answer->sheet.memory, "%s%s%s", list, *list ? ", " : "", item);
}

static const char *whole_number(struct view *v, int32_t number)
{
    return spenn_arena_format(&v->answer->sheet.memory, "%d", number);
}

static const char *show_name(struct view *v)
{
    const char *id = v->m->units.id[v->u];
    const char *name = name_of(v->ask, v->m, v->u);
    return strcmp(id, v->ask->unit[0]) == 0
        ? name
        : spenn_arena_format(&v->answer->sheet.memory, "%s (%s)", name, id);
}

static const char *show_superior(struct view *v)
{
    spenn_id above = v->m->units.parent[v->u];
    return above == SPENN_NONE ? "–" : name_of(v->ask, v->m, above);
}

static const char *show_answers(struct view *v)
{
    return answers_for(v->ask, v->answer, v->m, v->u);
}

static const char *show_layer(struct view *v)
{
    struct spenn_arena scratch = {0};
    struct spenn_tree tree = spenn_tree_make(v->m, &scratch);
    int32_t *layer =
        spenn_arena_alloc(&scratch, (size_t)v->m->units.count, sizeof *layer);
    spenn_tree_layers(v->m, &tree, layer);
    const char *shown = whole_number(v, layer[v->u]);
    spenn_arena_free(&scratch);
    return shown;
}

static const char *show_reports(struct view *v)
{
    int32_t reports = 0;
    for (spenn_id u = 0; u < v->m->units.count; u++) {
        reports += v->m->units.parent[u] == v->u;
    }
    return whole_number(v, reports);
}

static const char *show_lines(struct view *v)
{
    const char *list = "";
    for (int32_t e = 0; e < v->m->lines.count; e++) {
        if (v->m->lines.to[e] == v->u) {
            list = text(v, list, name_of(v->ask, v->m, v->m->lines.from[e]));
        }
    }
    return list;
}

static const char *show_forums(struct view *v)
{
    const char *list = "";
    for (spenn_id f = 0; f < v->m->forums.count; f++) {
        if (sits_in(v->m, f, v->u)) {
            list = text(v, list,
                spenn_arena_format(&v->answer->sheet.memory, "%s %s",
                    forum_of(v->ask, v->m, f), a_rate(v->answer, v->m->forums.meets[f])));
        }
    }
    return list;
}

static const char *hours(struct view *v, double value)
{
    return spenn_arena_format(&v->answer->sheet.memory, say(v->ask, "%s t/u", "%s h/w"),
        decimal(v->answer, value));
}

static const char *show_meeting(struct view *v)
{
    return hours(v, v->loads.hours.forums[v->u]);
}

static const char *show_contact(struct view *v)
{
    const struct spenn_hours *own = &v->loads.hours;
    return hours(v,
        own->committed[v->u] - own->forums[v->u]
            - v->m->assume.value[SPENN_ADMINISTRATION]);
}

static const char *share_of(struct view *v, double share)
{
    return spenn_arena_format(
        &v->answer->sheet.memory, "%s %%", percent(v->answer, share));
}

static const char *show_taken(struct view *v)
{
    return share_of(v, loads_taken(&v->loads, v->u));
}

static const char *show_desk(struct view *v)
{
    return share_of(v, v->loads.leader[v->u]);
}

static const char *show_cases(struct view *v)
{
    return spenn_model_caseworkers(v->m, v->u) > 0 ? share_of(v, v->loads.cases[v->u])
                                                   : "–";
}

/* "pådriver, også interesseavveier, til trinn 4" */
static const char *show_role(struct view *v)
{
    const struct spenn_role *role = &v->m->units.coordination[v->u];
    const char *const *names = v->ask->norwegian ? spenn_roles.nb : spenn_roles.en;
    const char *list = role->primary != SPENN_ROLE_NONE ? names[role->primary] : "";
    for (int32_t r = SPENN_ROLE_DRIVER; r < SPENN_ROLE_COUNT; r++) {
        if (role->secondary & UINT32_C(1) << r) {
            list = text(v, list,
                spenn_arena_format(&v->answer->sheet.memory, "%s %s",
                    say(v->ask, "også", "also"), names[r]));
        }
    }
    return role->ambition ? text(v, list,
               spenn_arena_format(&v->answer->sheet.memory,
                   say(v->ask, "til trinn %d", "to step %d"), role->ambition))
                          : list;
}

/* The tasks that coordinate in which it takes part, and as what. */
static const char *show_coordination(struct view *v)
{
    const struct spenn_coordinations *c = &v->m->coordinations;
    const char *list = "";
    for (spenn_id t = 0; t < v->m->tasks.count; t++) {
        struct spenn_arena scratch = {0};
        bool arbiter = v->m->tasks.coordinates[t] && c->arbiter[t] == v->u;
        bool leads = v->m->tasks.coordinates[t] && c->lead[t] == v->u;
        bool in = arbiter
            || (v->m->tasks.coordinates[t]
                && spenn_parties_of_task(v->m, t, &scratch)[v->u]);
        if (in) {
            list = text(v, list,
                spenn_arena_format(&v->answer->sheet.memory, "%s%s", v->m->tasks.id[t],
                    leads         ? say(v->ask, " (leder)", " (leads)")
                        : arbiter ? say(v->ask, " (skjærer igjennom)", " (arbiter)")
                                  : ""));
        }
        spenn_arena_free(&scratch);
    }
    return list;
}

static const struct {
    const char *nb, *en;
    const char *(*show)(struct view *v);
} aspects[] = {
    {"navn", "name", show_name},
    {"overordnet", "superior", show_superior},
    {"svarer for den", "answers for it", show_answers},
    {"nivå", "layer", show_layer},
    {"underlagte", "reports", show_reports},
    {"andre linjer fra", "other lines from", show_lines},
    {"samordningsrolle", "role of coordination", show_role},
    {"samordner", "coordinates", show_coordination},
    {"forum", "forums", show_forums},
    {"møter", "hours in forums", show_meeting},
    {"kontakt opp og ned", "contact up and down", show_contact},
    {"lederens uke tatt", "leader's week taken", show_taken},
    {"lederens pult", "leader's desk", show_desk},
    {"saksbehandlere", "caseworkers", show_cases},
};
enum { aspect_count = sizeof aspects / sizeof *aspects };

static const char *part(struct view *v, const char *list, const char *who, double share)
{
    double shown = share * 100;
    return share < 1e-9 ? list
                        : text(v, list,
                            spenn_arena_format(&v->answer->sheet.memory,
                                shown < 9.95 ? "%s %.1f %%" : "%s %.0f %%", who, shown));
}

/* The post that a case from `below` meets at u: its superior's team may stand in for it.
 */
static const char *post_of(struct view *v, spenn_id below, spenn_id u)
{
    if (u == v->u) {
        return say(v->ask, "selv", "itself");
    }
    bool line = v->m->units.parent[below] == u;
    const char *team = line ? answers_for(v->ask, v->answer, v->m, below) : "";
    return *team ? team : name_of(v->ask, v->m, u);
}

/* Up from the unit: a post decides what no post below it may (docs/model.md 7.4). */
static const char *climb(struct view *v, spenn_id t, const char *list, double share)
{
    struct spenn_arena scratch = {0};
    const spenn_id *above = spenn_model_superiors(v->m, v->m->tasks.via[t], &scratch);
    double settled = 0;
    spenn_id below = v->u;
    for (spenn_id u = v->u; u != SPENN_NONE && settled < 1; u = above[u]) {
        double limit = above[u] == SPENN_NONE ? 1 : spenn_model_limit(v->m, t, u);
        list = part(v, list, post_of(v, below, u), share * fmax(0, limit - settled));
        settled = fmax(settled, limit);
        below = u;
    }
    spenn_arena_free(&scratch);
    return list;
}

static const char *show_deciders(struct view *v, spenn_id t)
{
    const struct spenn_tasks *tasks = &v->m->tasks;
    spenn_id forum = tasks->decided_in[t], by = tasks->decided_by[t];
    double direct = forum == SPENN_NONE && by == SPENN_NONE ? 0 : tasks->direct[t];
    const char *who = forum != SPENN_NONE ? forum_of(v->ask, v->m, forum)
        : by != SPENN_NONE                ? name_of(v->ask, v->m, by)
                                          : "";
    const char *list = part(v, "", who, direct);
    return direct < 1 ? climb(v, t, list, 1 - direct) : list;
}

static bool serves(const struct spenn_model *m, spenn_id t, spenn_id u)
{
    bool found = false;
    for (int32_t s = 0; s < m->streams.count; s++) {
        const spenn_id *unit = m->routes.unit + m->streams.first_route[s];
        for (int32_t i = 0; m->streams.task[s] == t && i < m->streams.routes[s]; i++) {
            found = found || unit[i] == u;
        }
    }
    return found;
}

static spenn_id task_named(const struct spenn_model *m, const char *id)
{
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        if (strcmp(m->tasks.id[t], id) == 0) {
            return t;
        }
    }
    return SPENN_NONE;
}

/* Row `aspect` of the table, or of the tasks behind it; "" when it does not concern the
 * unit, NULL when there is no such unit. */
static const char *show(struct view *v, int32_t aspect)
{
    if (v->u == SPENN_NONE) {
        return aspect == 0 ? say(v->ask, "finnes ikke", "is not there") : NULL;
    }
    if (aspect < aspect_count) {
        return aspects[aspect].show(v);
    }
    const struct spenn_model *now = v->ask->state[0].m;
    spenn_id t = task_named(v->m, now->tasks.id[aspect - aspect_count]);
    return t != SPENN_NONE && serves(v->m, t, v->u) ? show_deciders(v, t) : "";
}

static const char *label(
    const struct spenn_ask *ask, struct spenn_answer *answer, int32_t aspect)
{
    if (aspect < aspect_count) {
        return say(ask, aspects[aspect].nb, aspects[aspect].en);
    }
    return spenn_arena_format(&answer->sheet.memory, say(ask, "avgjør %s", "decides %s"),
        ask->state[0].m->tasks.id[aspect - aspect_count]);
}

/* The states in which the value is as in state `i`, comma between; NULL when an earlier
 * one has it. */
static const char *states_of(const struct spenn_ask *ask, struct spenn_answer *answer,
    const char *const *value, int32_t i)
{
    const char *list = ask->state[i].name;
    for (int32_t k = 0; k < ask->states; k++) {
        bool same = value[k] && strcmp(value[k], value[i]) == 0;
        if (same && k < i) {
            return NULL;
        }
        if (same && k > i) {
            list = spenn_arena_format(
                &answer->sheet.memory, "%s, %s", list, ask->state[k].name);
        }
    }
    return list;
}

/* For people: what stays is said once, what changes once for each value. */
static void put_changes(const struct spenn_ask *ask, struct spenn_answer *answer,
    const char *const *value, int32_t aspect)
{
    bool any = false, differs = false, first = true;
    for (int32_t i = 0; i < ask->states; i++) {
        any = any || (value[i] && *value[i]);
        differs = differs || !value[i] || !value[0] || strcmp(value[i], value[0]) != 0;
    }
    for (int32_t i = 0; any && i < (differs ? ask->states : 1); i++) {
        const char *list = value[i] ? states_of(ask, answer, value, i) : NULL;
        if (list) {
            const char **cell = spenn_sheet_add(&answer->sheet);
            cell[0] = first ? label(ask, answer, aspect) : "";
            cell[1] = *value[i] ? value[i] : "–";
            cell[2] = differs ? list : "";
            first = false;
        }
    }
}

static void put_long(const struct spenn_ask *ask, struct spenn_answer *answer,
    const char *const *value, int32_t aspect)
{
    for (int32_t i = 0; i < ask->states; i++) {
        if (value[i] && *value[i]) {
            const char **cell = spenn_sheet_add(&answer->sheet);
            cell[0] = ask->state[i].id;
            cell[1] = label(ask, answer, aspect);
            cell[2] = value[i];
        }
    }
}

static void set_titles(const struct spenn_ask *ask, struct spenn_answer *answer)
{
    static const char *const data[] = {"when", "aspect", "value"};
    static const char *const nb[] = {"", "", "endres: når"};
    static const char *const en[] = {"", "", "changes: when"};
    answer->sheet.columns = 3;
    answer->sheet.title = !ask->bars ? data : ask->norwegian ? nb : en;
    if (ask->bars) {
        add_foot(answer,
            say(ask,
                "«avgjør»: andeler av oppgavens saker etter hvem som avgjør dem. Uke og "
                "pult: andel av tiden som er tatt.",
                "\"decides\": shares of the task's cases by who decides them. Week and "
                "desk: share of the time that is taken."));
    }
}

bool ask_unit(
    const struct spenn_ask *ask, struct spenn_answer *answer, struct spenn_error *err)
{
    struct spenn_arena scratch = {0};
    if (!check_units(ask, 1, err)) {
        return false;
    }
    size_t states = (size_t)ask->states;
    struct view *view = spenn_arena_alloc(&scratch, states, sizeof *view);
    const char **value = spenn_arena_alloc(&scratch, states, sizeof *value);
    set_titles(ask, answer);
    for (int32_t i = 0; i < ask->states; i++) {
        const struct spenn_model *m = ask->state[i].m;
        view[i] = (struct view){
            .ask = ask, .answer = answer, .m = m, .u = find_unit(m, ask->unit[0])};
        loads_make(m, &view[i].loads);
    }
    for (int32_t a = 0; a < aspect_count + ask->state[0].m->tasks.count; a++) {
        for (int32_t i = 0; i < ask->states; i++) {
            value[i] = show(&view[i], a);
        }
        (ask->bars ? put_changes : put_long)(ask, answer, value, a);
    }
    for (int32_t i = 0; i < ask->states; i++) {
        spenn_arena_free(&view[i].loads.memory);
    }
    spenn_arena_free(&scratch);
    add_grounds(ask, answer);
    return true;
}
