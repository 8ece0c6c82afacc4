/* SPDX-License-Identifier: MIT
 * Rules on who meets whom. */
#include "finding.h"
#include "levels.h"

/* Forums with a member of the centre: the top leader, or an executive, deputy, department
 * or staff that is not part of a region. */
static const bool *central_forums(const struct spenn_rest *r)
{
    const struct spenn_model *m = r->m;
    const bool *inside = spenn_regional(m, &r->tree, r->memory);
    bool *central =
        spenn_arena_alloc(r->memory, (size_t)m->forums.count, sizeof *central);
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

static bool is_staff(int32_t kind)
{
    return kind == SPENN_STAFF || kind == SPENN_SUPPORT;
}

static bool is_line(int32_t kind)
{
    return !is_staff(kind) && !spenn_kind_is_political(kind)
        && !spenn_kind_is_outside(kind);
}

/* Marks every unit that meets somebody of the line in a forum or by stated contact. */
static void mark_coupled(const struct spenn_model *m, bool *coupled)
{
    for (spenn_id f = 0; f < m->forums.count; f++) {
        const spenn_id *member = m->members.unit + m->forums.first[f];
        bool line = false;
        for (int32_t i = 0; i < m->forums.size[f]; i++) {
            line = line || is_line(m->units.kind[member[i]]);
        }
        for (int32_t i = 0; line && i < m->forums.size[f]; i++) {
            coupled[member[i]] = true;
        }
    }
    for (int32_t i = 0; i < m->contacts.count; i++) {
        spenn_id a = m->contacts.a[i], b = m->contacts.b[i];
        bool meets = m->contacts.meets[i] > 0.0;
        coupled[a] = coupled[a] || (meets && is_line(m->units.kind[b]));
        coupled[b] = coupled[b] || (meets && is_line(m->units.kind[a]));
    }
}

/* Silent on a model without forums and contacts: it does not say who meets. */
void spenn_find_isolated_staff(struct spenn_search *s)
{
    const struct spenn_model *m = s->rest->m;
    bool *coupled =
        spenn_arena_alloc(s->rest->memory, (size_t)m->units.count, sizeof *coupled);
    mark_coupled(m, coupled);
    bool told = m->forums.count + m->contacts.count > 0;
    for (spenn_id u = 0; told && u < m->units.count; u++) {
        if (is_staff(m->units.kind[u]) && !coupled[u]) {
            spenn_found_unit(
                s, u, "shares no forum and no regular contact with a unit of the line");
        }
    }
}
