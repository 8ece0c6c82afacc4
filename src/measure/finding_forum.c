/* SPDX-License-Identifier: MIT
 * Rules on who meets whom. */
#include "finding.h"

/* Forums with a member of the centre: the top leader, or an executive, deputy, department
 * or staff that is not part of a region. */
static const bool *central_forums(const struct spenn_rest *r)
{
    const struct spenn_model *m = r->m;
    bool *inside = spenn_arena_alloc(r->memory, (size_t)r->tree.count, sizeof *inside);
    bool *central =
        spenn_arena_alloc(r->memory, (size_t)m->forums.count, sizeof *central);
    for (int32_t i = r->tree.count; i-- > 0;) {
        spenn_id u = r->tree.order[i], above = m->units.parent[u];
        inside[u] =
            m->units.kind[u] == SPENN_REGION || (above != SPENN_NONE && inside[above]);
    }
    for (spenn_id u = 0; u < r->tree.count; u++) {
        int32_t kind = m->units.kind[u];
        bool centre = u == r->top || kind == SPENN_EXECUTIVE || kind == SPENN_DEPUTY
            || kind == SPENN_DEPARTMENT || kind == SPENN_STAFF;
        int32_t end = centre && !inside[u] ? r->sittings.first[u + 1] : 0;
        for (int32_t i = r->sittings.first[u]; i < end; i++) {
            central[r->sittings.forum[i]] = true;
        }
    }
    return central;
}

static bool meets_centre(const struct spenn_rest *r, const bool *central, spenn_id u)
{
    for (int32_t i = r->sittings.first[u]; i < r->sittings.first[u + 1]; i++) {
        if (central[r->sittings.forum[i]]) {
            return true;
        }
    }
    return false;
}

/* Departments and staffs that steer a region by a line, and do not meet it. */
static void find_strangers(
    struct spenn_search *s, const struct spenn_superiors *by, spenn_id u)
{
    const struct spenn_rest *r = s->rest;
    const struct spenn_model *m = r->m;
    for (int32_t i = by->first[u]; i < by->first[u + 1]; i++) {
        spenn_id v = by->unit[i];
        int32_t kind = m->units.kind[v];
        bool steers = v != r->top
            && (kind == SPENN_DEPARTMENT || kind == SPENN_STAFF || kind == SPENN_DEPUTY);
        if (steers && !spenn_units_meet(&r->sittings, u, v)) {
            spenn_found_unit(s, u,
                spenn_arena_format(&s->found->memory,
                    "shares none of its forums (%d) with '%s', which steers it (%s)",
                    r->sittings.first[u + 1] - r->sittings.first[u], m->units.id[v],
                    spenn_line_kinds.en[by->kind[i]]));
        }
    }
}

void spenn_find_uncoupled(struct spenn_search *s)
{
    const struct spenn_rest *r = s->rest;
    const struct spenn_model *m = r->m;
    const bool *central = central_forums(r);
    struct spenn_superiors by = spenn_superiors_make(m, r->memory);
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (m->units.kind[u] != SPENN_REGION) {
            continue;
        }
        if (meets_centre(r, central, u)) {
            find_strangers(s, &by, u);
        } else {
            spenn_found_unit(s, u,
                spenn_arena_format(&s->found->memory,
                    "shares none of its forums (%d) with the top leader or a unit of the "
                    "centre",
                    r->sittings.first[u + 1] - r->sittings.first[u]));
        }
    }
}
