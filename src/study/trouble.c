/* SPDX-License-Identifier: MIT
 * A stamp per unit keeps the climb linear: a line is climbed once a task. */
#include "trouble.h"

#include "text.h"

#include <string.h>

struct search {
    const struct spenn_model *m;
    const struct spenn_trouble *trouble;
    spenn_id task;
    spenn_id *stamp; /* last task + 1 that met the unit */
    spenn_id *climbed;
    int32_t found; /* first row of the flows met, or -1 */
};

bool spenn_trouble_at(const struct spenn_sim_flows *flows, int32_t i)
{
    return flows->utilisation[i] > 0
        && (flows->overloaded[i] || flows->utilisation[i] >= 1);
}

static void meet(struct search *search, int32_t flow)
{
    if (flow >= 0 && (search->found < 0 || flow < search->found)) {
        search->found = flow;
    }
}

static void meet_unit(struct search *search, spenn_id u)
{
    if (u != SPENN_NONE && search->stamp[u] != search->task + 1) {
        search->stamp[u] = search->task + 1;
        meet(search, search->trouble->unit[u]);
    }
}

static void meet_forum(struct search *search, spenn_id f)
{
    if (f != SPENN_NONE) {
        meet(search, search->trouble->forum[f]);
        meet_unit(search, search->m->forums.chair[f]);
    }
}

/* Up one kind of line: to the end, or to the first post with full authority. The line
 * itself is climbed once a task. */
static void climb_line(struct search *search, spenn_id u, int32_t kind, bool to_end)
{
    const struct spenn_model *m = search->m;
    const spenn_id t = search->task;
    spenn_id v = u;
    for (int32_t steps = 0; v != SPENN_NONE && steps < m->units.count; steps++) {
        meet_unit(search, v);
        bool known = kind == SPENN_LINE_LINE && search->climbed[v] == t + 1;
        if (known || (!to_end && spenn_model_limit(m, t, v) >= 1)) {
            return;
        }
        search->climbed[v] = kind == SPENN_LINE_LINE ? t + 1 : search->climbed[v];
        v = spenn_model_superior(m, v, kind);
    }
}

/* Cases that are arbitrated or escalate may meet every superior. */
static void climb(struct search *search, spenn_id u)
{
    const struct spenn_tasks *tasks = &search->m->tasks;
    const spenn_id t = search->task;
    bool to_end = tasks->coordinates[t] || tasks->late[t] == SPENN_LATE_ESCALATES;
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

static int32_t search_task(struct search *search, spenn_id t)
{
    const struct spenn_model *m = search->m;
    search->task = t;
    search->found = -1;
    for (int32_t s = 0; s < m->streams.count; s++) {
        if (m->streams.task[s] == t) {
            meet_stream(search, s);
        }
    }
    for (int32_t i = 0; i < m->supports.count; i++) {
        if (m->supports.task[i] == t) {
            meet_unit(search, m->supports.unit[i]);
        }
    }
    if (m->tasks.coordinates[t]) {
        meet_shared_forums(search);
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

static void find_desks(struct spenn_arena *memory, struct spenn_trouble *trouble,
    const struct spenn_model *m, const struct spenn_sim_flows *flows)
{
    struct spenn_index units = {0}, forums = {0};
    for (spenn_id u = 0; u < m->units.count; u++) {
        (void)spenn_index_add(memory, &units, m->units.id[u], u);
        trouble->unit[u] = -1;
    }
    for (spenn_id f = 0; f < m->forums.count; f++) {
        (void)spenn_index_add(memory, &forums, m->forums.id[f], f);
        trouble->forum[f] = -1;
    }
    for (int32_t i = flows->count - 1; i >= 0; i--) {
        if (!spenn_trouble_at(flows, i)) {
            continue;
        }
        const char *slash = strchr(flows->subject[i], '/');
        const char *id = slash ? spenn_arena_bytes(memory, flows->subject[i],
                             (size_t)(slash - flows->subject[i]))
                               : flows->subject[i];
        int32_t row = spenn_index_find(flows->agenda[i] ? &forums : &units, id);
        trouble->row[i] = row;
        if (row >= 0) {
            (flows->agenda[i] ? trouble->forum : trouble->unit)[row] = i;
        }
    }
}

struct spenn_trouble spenn_trouble_find(struct spenn_arena *memory,
    const struct spenn_model *m, const struct spenn_sim_flows *flows)
{
    struct spenn_trouble trouble = {.whole = -1};
    for (int32_t i = flows->count - 1; i >= 0; i--) {
        trouble.whole = spenn_trouble_at(flows, i) ? i : trouble.whole;
    }
    if (trouble.whole < 0) {
        return trouble;
    }
    size_t units = (size_t)m->units.count;
    trouble.row = spenn_arena_alloc(memory, (size_t)flows->count, sizeof *trouble.row);
    trouble.unit = spenn_arena_alloc(memory, units, sizeof *trouble.unit);
    trouble.forum =
        spenn_arena_alloc(memory, (size_t)m->forums.count, sizeof *trouble.forum);
    trouble.task =
        spenn_arena_alloc(memory, (size_t)m->tasks.count, sizeof *trouble.task);
    find_desks(memory, &trouble, m, flows);
    struct search search = {
        .m = m,
        .trouble = &trouble,
        .stamp = spenn_arena_alloc(memory, units, sizeof(spenn_id)),
        .climbed = spenn_arena_alloc(memory, units, sizeof(spenn_id)),
    };
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        trouble.task[t] = search_task(&search, t);
    }
    trouble.served = spenn_arena_alloc(memory, units, sizeof *trouble.served);
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
