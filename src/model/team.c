/* SPDX-License-Identifier: MIT */
#include "team.h"

#include "text.h"

struct maker {
    const struct spenn_model *m;
    struct spenn_team *team;
    bool *belongs;              /* unit u is a deputy of some team */
    struct spenn_index sectors; /* "superior/sector" -> place in member */
    struct spenn_arena scratch;
};

/* Where the runs of a superior's deputies across and by unit are in member. */
struct runs {
    int32_t across, acrosses, by_unit, by_units;
};

static void find_members(struct maker *k)
{
    const struct spenn_units *units = &k->m->units;
    bool *leads = spenn_arena_alloc(&k->scratch, (size_t)units->count, sizeof *leads);
    for (spenn_id u = 0; u < units->count; u++) {
        if (units->parent[u] != SPENN_NONE) {
            leads[units->parent[u]] = true;
        }
    }
    for (spenn_id u = 0; u < units->count; u++) {
        k->belongs[u] = units->kind[u] == SPENN_DEPUTY && !leads[u]
            && units->parent[u] != SPENN_NONE
            && units->responsibility[u] != SPENN_RESPONSIBILITY_NONE;
        k->team->any = k->team->any || k->belongs[u];
    }
}

static const char *sector_key(struct maker *k, spenn_id u)
{
    const struct spenn_units *units = &k->m->units;
    return spenn_arena_format(
        &k->scratch, "%d/%s", (int)units->parent[u], units->sector[u]);
}

/* A superior's deputies of one kind of responsibility, side by side. */
static void gather(struct maker *k, const spenn_id *child, int32_t children,
    int32_t responsibility, int32_t *count)
{
    const struct spenn_units *units = &k->m->units;
    for (int32_t i = 0; i < children; i++) {
        spenn_id u = child[i];
        if (!k->belongs[u] || units->responsibility[u] != responsibility) {
            continue;
        }
        if (responsibility == SPENN_BY_SECTOR && units->sector[u]) {
            (void)spenn_index_add(&k->scratch, &k->sectors, sector_key(k, u), *count);
        }
        k->team->member[(*count)++] = u;
    }
}

static void assign(struct maker *k, spenn_id u, const struct runs *runs, int32_t *turn)
{
    struct spenn_team *team = k->team;
    int32_t sector =
        k->m->units.sector[u] ? spenn_index_find(&k->sectors, sector_key(k, u)) : -1;
    if (sector >= 0) {
        team->first[u] = sector;
        team->size[u] = 1;
    } else if (runs->acrosses > 0) {
        team->first[u] = runs->across;
        team->size[u] = runs->acrosses;
    } else if (runs->by_units > 0) {
        team->first[u] = runs->by_unit + (*turn)++ % runs->by_units;
        team->size[u] = 1;
    }
}

/* Gathers a superior's team and assigns its other reports. */
static void make_team(
    struct maker *k, const spenn_id *child, int32_t children, int32_t *count)
{
    struct runs runs;
    int32_t turn = 0;
    gather(k, child, children, SPENN_BY_SECTOR, count);
    runs.across = *count;
    gather(k, child, children, SPENN_ACROSS, count);
    runs.acrosses = *count - runs.across;
    runs.by_unit = *count;
    gather(k, child, children, SPENN_BY_UNIT, count);
    runs.by_units = *count - runs.by_unit;
    for (int32_t i = 0; i < children; i++) {
        if (!k->belongs[child[i]]) {
            assign(k, child[i], &runs, &turn);
        }
    }
}

static void make_teams(struct maker *k)
{
    struct spenn_children below = spenn_model_children(k->m, &k->scratch);
    int32_t count = 0;
    for (spenn_id v = 0; v < k->m->units.count; v++) {
        int32_t first = below.first[v];
        make_team(k, below.child + first, below.first[v + 1] - first, &count);
    }
}

struct spenn_team spenn_team_make(const struct spenn_model *m, struct spenn_arena *memory)
{
    size_t units = (size_t)m->units.count;
    struct spenn_team team = {
        .first = spenn_arena_alloc(memory, units, sizeof *team.first),
        .size = spenn_arena_alloc(memory, units, sizeof *team.size),
        .member = spenn_arena_alloc(memory, units, sizeof *team.member),
    };
    struct maker k = {.m = m, .team = &team};
    k.belongs = spenn_arena_alloc(&k.scratch, units, sizeof *k.belongs);
    find_members(&k);
    if (team.any) {
        make_teams(&k);
    }
    spenn_arena_free(&k.scratch);
    return team;
}
