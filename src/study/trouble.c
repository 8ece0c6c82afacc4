/* SPDX-License-Identifier: MIT
 * A stamp per unit keeps the climb linear: a line is climbed once a task. Rows are found
 * by task, and limits by unit, without searching their tables. */
#include "trouble.h"

#include "table.h"
#include "team.h"
#include "text.h"

#include <assert.h>
#include <string.h>

enum { line_kinds = SPENN_LINE_COUNT };

struct search {
    const struct spenn_model *m;
    struct spenn_arena *memory;
    struct spenn_chains streams, limits, supports; /* by task */
    double *limit;                  /* of each unit for the task at hand, if the ... */
    spenn_id *limited;              /* ... last task + 1 that limits the unit is that */
    spenn_id *superior[line_kinds]; /* of each unit; NULL: not asked for yet */
    struct spenn_team team;         /* who answers for its superior instead */
    const struct spenn_sim_flows *flows;
    struct spenn_trouble *trouble;
    int32_t *cases; /* the row of a unit's case desk when that is in trouble too, or -1 */
    bool *met;      /* rows of the flows that some task may meet */
    spenn_id *stamp; /* last task + 1 that met the unit */
    spenn_id *climbed;
    spenn_id task;
    bool leaves;   /* cases of the task leave at a deadline */
    bool for_good; /* what is met now is met after that deadline as well */
    int32_t found; /* first row of the flows that spoils the task, or -1 */
};

static const spenn_id *superiors(struct search *search, int32_t kind)
{
    spenn_id *superior = search->superior[kind];
    if (!superior) {
        superior = spenn_model_superiors(search->m, kind, search->memory);
        search->superior[kind] = superior;
    }
    return superior;
}

static void load_limits(struct search *search, spenn_id t)
{
    const struct spenn_limits *limits = &search->m->limits;
    for (int32_t i = search->limits.first[t]; i >= 0; i = search->limits.next[i]) {
        search->limit[limits->unit[i]] = limits->limit[i];
        search->limited[limits->unit[i]] = t + 1;
    }
}

/* As spenn_model_limit says: a task without limits is decided where it arises. */
static bool decides_all(const struct search *search, spenn_id u)
{
    return search->limits.first[search->task] < 0
        || (search->limited[u] == search->task + 1 && search->limit[u] >= 1);
}

static bool loaded(const struct spenn_sim_flows *flows, int32_t i)
{
    return flows->utilisation[i] > 0
        && (flows->overloaded[i] || flows->utilisation[i] >= 1);
}

static void meet(struct search *search, int32_t flow)
{
    if (flow < 0) {
        return;
    }
    search->met[flow] = true;
    if (search->leaves && !search->for_good && !search->flows->overloaded[flow]) {
        return;
    }
    search->trouble->stuck[flow] = true;
    if (search->found < 0 || flow < search->found) {
        search->found = flow;
    }
}

static void meet_unit(struct search *search, spenn_id u)
{
    if (u != SPENN_NONE) {
        search->stamp[u] = search->task + 1;
        meet(search, search->trouble->unit[u]);
        meet(search, search->cases[u]);
    }
}

/* Whoever chairs decides at the own desk what the forum or the deadline sends there. */
static void meet_forum(struct search *search, spenn_id f)
{
    const struct spenn_model *m = search->m;
    bool circle = m->tasks.late[search->task] == SPENN_LATE_INNER_CIRCLE;
    if (f != SPENN_NONE) {
        meet(search, search->trouble->forum[f]);
    }
    search->for_good = circle;
    meet_unit(search,
        f != SPENN_NONE ? m->forums.chair[f]
            : circle    ? spenn_model_top(m)
                        : SPENN_NONE);
    search->for_good = false;
}

static void meet_team(struct search *search, spenn_id u)
{
    for (int32_t i = 0; search->team.any && i < search->team.size[u]; i++) {
        meet_unit(search, search->team.member[search->team.first[u] + i]);
    }
}

/* Up one kind of line: to the end, or to the first post with full authority. The line
 * itself is climbed once a task. */
static void climb_line(struct search *search, spenn_id u, int32_t kind, bool to_end)
{
    const struct spenn_model *m = search->m;
    const spenn_id t = search->task, *above = superiors(search, kind);
    spenn_id v = u;
    bool escalates = m->tasks.late[t] == SPENN_LATE_ESCALATES;
    for (int32_t steps = 0; v != SPENN_NONE && steps < m->units.count; steps++) {
        search->for_good = escalates && steps > 0;
        meet_unit(search, v);
        search->for_good = false;
        bool known = kind == SPENN_LINE_LINE && search->climbed[v] == t + 1;
        if (known || (!to_end && decides_all(search, v))) {
            return;
        }
        if (kind == SPENN_LINE_LINE) {
            search->climbed[v] = t + 1;
            meet_team(search, v);
        }
        v = above[v];
    }
}

/* Cases that are arbitrated or escalate may meet every superior. */
static void climb(struct search *search, spenn_id u)
{
    const struct spenn_tasks *tasks = &search->m->tasks;
    const spenn_id t = search->task;
    bool to_end =
        search->m->coordinations.step[t] > 0 || tasks->late[t] == SPENN_LATE_ESCALATES;
    climb_line(search, u, tasks->via[t], to_end);
    if (to_end) {
        climb_line(search, u, SPENN_LINE_LINE, true);
    }
}

static void meet_stream(struct search *search, int32_t s)
{
    const struct spenn_model *m = search->m;
    for (int32_t i = 0; i < m->streams.routes[s]; i++) {
        climb(search, m->routes.unit[m->streams.first_route[s] + i]);
    }
    for (int32_t i = 0; i < m->streams.partners[s]; i++) {
        meet_unit(search, m->partners.unit[m->streams.first_partner[s] + i]);
    }
}

static bool has_met_member(const struct search *search, spenn_id f)
{
    const struct spenn_model *m = search->m;
    for (int32_t i = 0; i < m->forums.size[f]; i++) {
        spenn_id u = m->members.unit[m->forums.first[f] + i];
        if (search->stamp[u] == search->task + 1) {
            return true;
        }
    }
    return false;
}

static void meet_shared_forums(struct search *search)
{
    for (spenn_id f = 0; f < search->m->forums.count; f++) {
        if (has_met_member(search, f)) {
            meet(search, search->trouble->forum[f]);
        }
    }
}

/* Its chair decides nothing. */
static void meet_coordination_forum(struct search *search, spenn_id f)
{
    if (f != SPENN_NONE) {
        meet(search, search->trouble->forum[f]);
    }
}

static int32_t search_task(struct search *search, spenn_id t)
{
    const struct spenn_model *m = search->m;
    search->task = t;
    search->leaves =
        m->tasks.late[t] != SPENN_LATE_NOTHING && m->tasks.deadline[t].mean > 0;
    search->found = -1;
    load_limits(search, t);
    for (int32_t s = search->streams.first[t]; s >= 0; s = search->streams.next[s]) {
        meet_stream(search, s);
    }
    for (int32_t i = search->supports.first[t]; i >= 0; i = search->supports.next[i]) {
        meet_unit(search, m->supports.unit[i]);
    }
    if (m->coordinations.step[t] > 0) {
        meet_unit(search, m->coordinations.lead[t]);
        meet_unit(search, m->coordinations.arbiter[t]);
        meet_shared_forums(search);
        meet_coordination_forum(search, m->coordinations.forum[t]);
    }
    meet_forum(search, m->tasks.decided_in[t]);
    meet_unit(search, m->tasks.decided_by[t]);
    return search->found;
}

/* What spoils the cases of a task spoils the lead time of the units that serve it. */
static void find_served(struct spenn_trouble *trouble, const struct spenn_model *m)
{
    for (spenn_id u = 0; u < m->units.count; u++) {
        trouble->served[u] = trouble->unit[u];
    }
    for (int32_t s = 0; s < m->streams.count; s++) {
        int32_t found = trouble->task[m->streams.task[s]];
        for (int32_t i = 0; i < m->streams.routes[s] && found >= 0; i++) {
            int32_t *served =
                &trouble->served[m->routes.unit[m->streams.first_route[s] + i]];
            *served = *served < 0 || found < *served ? found : *served;
        }
    }
}

/* Where each row of the flows with too much load lies in the model. */
static void find_desks(struct spenn_arena *memory, struct search *search)
{
    const struct spenn_model *m = search->m;
    const struct spenn_sim_flows *flows = search->flows;
    struct spenn_trouble *trouble = search->trouble;
    struct spenn_index units = {0}, forums = {0};
    for (spenn_id u = 0; u < m->units.count; u++) {
        (void)spenn_index_add(memory, &units, m->units.id[u], u);
        trouble->unit[u] = search->cases[u] = -1;
    }
    for (spenn_id f = 0; f < m->forums.count; f++) {
        (void)spenn_index_add(memory, &forums, m->forums.id[f], f);
        trouble->forum[f] = -1;
    }
    for (int32_t i = 0; i < flows->count; i++) {
        if (!loaded(flows, i)) {
            continue;
        }
        const char *id =
            spenn_arena_bytes(memory, flows->subject[i], strcspn(flows->subject[i], "/"));
        int32_t row = spenn_index_find(flows->agenda[i] ? &forums : &units, id);
        trouble->row[i] = row;
        assert(row >= 0);
        if (flows->agenda[i]) {
            trouble->forum[row] = i;
        } else if (trouble->unit[row] < 0) {
            trouble->unit[row] = i;
        } else {
            search->cases[row] = i;
        }
    }
}

/* What no task is known to meet is stuck as well; what is relieved by deadlines is not.
 */
static void settle(struct search *search)
{
    struct spenn_trouble *trouble = search->trouble;
    for (int32_t i = search->flows->count - 1; i >= 0; i--) {
        trouble->stuck[i] |= loaded(search->flows, i) && !search->met[i];
        trouble->whole = trouble->stuck[i] ? i : trouble->whole;
    }
    for (spenn_id u = 0; u < search->m->units.count; u++) {
        int32_t desk = trouble->unit[u], cases = search->cases[u];
        desk = desk >= 0 && trouble->stuck[desk] ? desk : -1;
        cases = cases >= 0 && trouble->stuck[cases] ? cases : -1;
        trouble->unit[u] = desk >= 0 ? desk : cases;
    }
    for (spenn_id f = 0; f < search->m->forums.count; f++) {
        int32_t agenda = trouble->forum[f];
        trouble->forum[f] = agenda >= 0 && trouble->stuck[agenda] ? agenda : -1;
    }
}

static bool any_loaded(const struct spenn_sim_flows *flows)
{
    for (int32_t i = 0; i < flows->count; i++) {
        if (loaded(flows, i)) {
            return true;
        }
    }
    return false;
}

struct spenn_trouble spenn_trouble_find(struct spenn_arena *memory,
    const struct spenn_model *m, const struct spenn_sim_flows *flows)
{
    struct spenn_trouble trouble = {.whole = -1};
    size_t units = (size_t)m->units.count, nodes = (size_t)flows->count;
    trouble.stuck = spenn_arena_alloc(memory, nodes, sizeof *trouble.stuck);
    if (!any_loaded(flows)) {
        return trouble;
    }
    trouble.row = spenn_arena_alloc(memory, nodes, sizeof *trouble.row);
    trouble.unit = spenn_arena_alloc(memory, units, sizeof *trouble.unit);
    trouble.served = spenn_arena_alloc(memory, units, sizeof *trouble.served);
    trouble.forum =
        spenn_arena_alloc(memory, (size_t)m->forums.count, sizeof *trouble.forum);
    trouble.task =
        spenn_arena_alloc(memory, (size_t)m->tasks.count, sizeof *trouble.task);
    int32_t tasks = m->tasks.count;
    struct search search = {
        .m = m,
        .memory = memory,
        .streams = spenn_chains_make(memory, m->streams.task, m->streams.count, tasks),
        .limits = spenn_chains_make(memory, m->limits.task, m->limits.count, tasks),
        .supports = spenn_chains_make(memory, m->supports.task, m->supports.count, tasks),
        .limit = spenn_arena_alloc(memory, units, sizeof(double)),
        .limited = spenn_arena_alloc(memory, units, sizeof(spenn_id)),
        .flows = flows,
        .team = spenn_team_make(m, memory),
        .trouble = &trouble,
        .cases = spenn_arena_alloc(memory, units, sizeof(int32_t)),
        .met = spenn_arena_alloc(memory, nodes, sizeof(bool)),
        .stamp = spenn_arena_alloc(memory, units, sizeof(spenn_id)),
        .climbed = spenn_arena_alloc(memory, units, sizeof(spenn_id)),
    };
    find_desks(memory, &search);
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        trouble.task[t] = search_task(&search, t);
    }
    settle(&search);
    find_served(&trouble, m);
    return trouble;
}

int32_t spenn_trouble_of(
    const struct spenn_trouble *trouble, const struct spenn_results *results, int32_t i)
{
    spenn_id row = results->row[i];
    if (!trouble->unit) {
        return -1;
    }
    switch (results->over[i]) {
    case SPENN_OVER_UNITS:
        return results->measure[i]->over & SPENN_OVER_TASKS ? trouble->served[row]
                                                            : trouble->unit[row];
    case SPENN_OVER_FORUMS:
        return trouble->forum[row];
    case SPENN_OVER_TASKS:
        return trouble->task[row];
    default:
        return trouble->whole;
    }
}
