/* SPDX-License-Identifier: MIT
 * A rule on leading teams: who answers for the units of a sector. */
#include "finding.h"
#include "team.h"
#include "text.h"

struct sector { /* of the units below one superior */
    spenn_id superior;
    const char *name;
    spenn_id member; /* who answers for the first of them */
    int32_t units;
    bool several; /* members answer for them */
};

struct sectors {
    int32_t count;
    struct sector *sector;
    struct spenn_index index; /* "superior sector" -> row */
};

static void add_unit(struct sectors *s, const struct spenn_model *m,
    const struct spenn_team *team, spenn_id u, struct spenn_arena *memory)
{
    spenn_id above = m->units.parent[u], member = team->member[team->first[u]];
    const char *name = m->units.sector[u];
    const char *key = spenn_arena_format(memory, "%d %s", above, name);
    int32_t row = spenn_index_add(memory, &s->index, key, s->count);
    if (row < 0) {
        row = s->count++;
        s->sector[row] =
            (struct sector){.superior = above, .name = name, .member = member};
    }
    struct sector *sector = &s->sector[row];
    sector->units++;
    sector->several = sector->several || team->size[u] > 1 || sector->member != member;
}

/* Sectors of two units or more below a superior whose team answers for them. */
static struct sectors list_sectors(
    const struct spenn_model *m, struct spenn_arena *memory)
{
    struct spenn_team team = spenn_team_make(m, memory);
    struct sectors s = {
        .sector = spenn_arena_alloc(memory, (size_t)m->units.count, sizeof *s.sector)};
    for (spenn_id u = 0; team.any && u < m->units.count; u++) {
        if (team.size[u] > 0 && m->units.sector[u]) {
            add_unit(&s, m, &team, u, memory);
        }
    }
    return s;
}

/* One finding for a superior, with the first of the sectors whose units do not all answer
 * to the same member. */
void spenn_find_teams_by_chance(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    struct sectors all = list_sectors(m, s->rest->memory);
    size_t units = (size_t)m->units.count;
    int32_t *split = spenn_arena_alloc(s->rest->memory, units, sizeof *split);
    int32_t *first = spenn_arena_alloc(s->rest->memory, units, sizeof *first);
    for (int32_t i = all.count; i-- > 0;) {
        const struct sector *sector = &all.sector[i];
        if (sector->several && sector->units > 1) {
            split[sector->superior]++;
            first[sector->superior] = i;
        }
    }
    for (spenn_id v = 0; v < m->units.count; v++) {
        if (split[v] > 0) {
            const struct sector *sector = &all.sector[first[v]];
            spenn_found_unit(s, v,
                spenn_arena_format(&s->found->memory,
                    "sectors whose units answer to different members of the team: %d, "
                    "as '%s' with %d units",
                    split[v], sector->name, sector->units));
        }
    }
}
