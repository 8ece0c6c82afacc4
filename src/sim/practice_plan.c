/* SPDX-License-Identifier: MIT
 * Compiles a model's practice: which units have a view, what random sources each has,
 * who meets whom how often and how strongly it pulls. Weights and V0 come from the
 * reference model, so that all alternatives are scaled alike. */
#include "practice_plan.h"

#include "commitment.h"
#include "diff.h"
#include "letters.h"
#include "quantity.h"
#include "reports.h"
#include "team.h"
#include "text.h"

#include <math.h>
#include <stdlib.h>

struct maker {
    const struct spenn_model *m;
    const double *contact; /* of a unit, or NULL */
    struct spenn_practice *p;
    struct spenn_arena *memory;         /* of the plan */
    struct spenn_arena work;            /* freed when done */
    double *origin_weight;              /* of an origin of m; 0 when it is not measured */
    int32_t *view;                      /* of a unit; -1: none */
    bool *serves;                       /* of a unit: a measured origin */
    const char **name;                  /* of a unit: its id in the reference */
    struct spenn_index baseline;        /* origin id -> row of the reference */
    int32_t room, members, member_room; /* of meetings, of `present` */
};

static uint64_t key(struct maker *k, const char *what, const char *id)
{
    return spenn_text_hash(spenn_arena_format(&k->work, "practice/%s/%s", what, id));
}

/* Cases an hour that arise at each origin of a model. */
static double *origin_rates(struct spenn_arena *memory, const struct spenn_model *m)
{
    double *rate = spenn_arena_alloc(memory, (size_t)m->origins.count, sizeof *rate);
    for (int32_t i = 0; i < m->streams.count; i++) {
        rate[m->streams.origin[i]] += m->streams.rate[i];
    }
    return rate;
}

/* Weights of the measured origins, summing to 1: shares of the cases in the reference
 * (an origin that it lacks counts as in m), equal when there are no cases. */
static int32_t weigh_origins(struct maker *k, const struct spenn_model *reference)
{
    const struct spenn_origins *origins = &k->m->origins;
    double *rate = origin_rates(&k->work, k->m);
    double *before = origin_rates(&k->work, reference);
    double sum = 0.0;
    int32_t measured = 0;
    for (int32_t o = 0; o < reference->origins.count; o++) {
        spenn_index_add(&k->work, &k->baseline, reference->origins.id[o], o);
    }
    for (int32_t o = 0; o < origins->count; o++) {
        int32_t r = spenn_index_find(&k->baseline, origins->id[o]);
        k->origin_weight[o] = !origins->practice[o] ? 0.0 : r < 0 ? rate[o] : before[r];
        sum += k->origin_weight[o];
        measured += origins->practice[o];
    }
    for (int32_t o = 0; o < origins->count; o++) {
        bool counts = origins->practice[o];
        k->origin_weight[o] = sum > 0.0 ? k->origin_weight[o] / sum
            : counts                    ? 1.0 / measured
                                        : 0.0;
    }
    return measured;
}

/* V0 = (norm spread^2 + noise^2) (1 - sum of squared weights of the units that serve in
 * the reference): each of those units is independent of the others. */
static double closed_form(struct maker *k, const struct spenn_model *reference)
{
    const double *assume = reference->assume.value;
    double *weight =
        spenn_arena_alloc(&k->work, (size_t)reference->units.count, sizeof *weight);
    double squares = 0.0;
    for (int32_t o = 0; o < k->m->origins.count; o++) {
        int32_t r = spenn_index_find(&k->baseline, k->m->origins.id[o]);
        if (r >= 0) {
            weight[reference->origins.unit[r]] += k->origin_weight[o];
        }
    }
    for (spenn_id u = 0; u < reference->units.count; u++) {
        squares += weight[u] * weight[u];
    }
    double spread = assume[SPENN_NORM_SPREAD], noise = assume[SPENN_DRIFT_NOISE];
    double rest = 1.0 - squares;
    return rest < 1e-12 ? 0.0 : (spread * spread + noise * noise) * rest;
}

/* A view for each unit that serves measured origins, its superiors to the top and on
 * second lines, its contacts, and everyone in a forum with it. */
static void mark_superiors(struct maker *k, spenn_id u, spenn_id top)
{
    const spenn_id *parent = k->m->units.parent;
    while (u != top && parent[u] != SPENN_NONE && k->view[parent[u]] < 0) {
        u = parent[u];
        k->view[u] = 0; /* one marked before had its own superiors marked */
    }
}

static void mark_forums(struct maker *k)
{
    const struct spenn_model *m = k->m;
    for (spenn_id f = 0; f < m->forums.count; f++) {
        const spenn_id *member = m->members.unit + m->forums.first[f];
        bool concerned = false;
        for (int32_t i = 0; i < m->forums.size[f]; i++) {
            concerned = concerned || k->serves[member[i]];
        }
        for (int32_t i = 0; concerned && i < m->forums.size[f]; i++) {
            k->view[member[i]] = 0;
        }
    }
}

/* Who answers for a unit with a view has one. */
static void mark_teams(struct maker *k)
{
    const struct spenn_team team = spenn_team_make(k->m, &k->work);
    for (spenn_id u = 0; team.any && u < k->m->units.count; u++) {
        for (int32_t i = 0; k->view[u] >= 0 && i < team.size[u]; i++) {
            k->view[team.member[team.first[u] + i]] = 0;
        }
    }
}

static void find_views(struct maker *k)
{
    const struct spenn_model *m = k->m;
    spenn_id top = spenn_model_top(m);
    for (int32_t o = 0; o < m->origins.count; o++) {
        k->serves[m->origins.unit[o]] |= k->origin_weight[o] > 0.0;
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        k->view[u] = -1;
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (k->serves[u]) {
            mark_superiors(k, u, top);
            k->view[u] = 0;
        }
    }
    mark_teams(k);
    mark_forums(k);
    for (int32_t e = 0; e < m->lines.count; e++) {
        if (spenn_line_commands(m->lines.kind[e]) && k->serves[m->lines.to[e]]) {
            k->view[m->lines.from[e]] = 0;
        }
    }
    for (int32_t c = 0; c < m->contacts.count; c++) {
        if (k->serves[m->contacts.a[c]] || k->serves[m->contacts.b[c]]) {
            k->view[m->contacts.a[c]] = k->view[m->contacts.b[c]] = 0;
        }
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        k->view[u] = k->view[u] < 0 ? -1 : k->p->views++;
    }
    k->p->led = top != SPENN_NONE;
    k->p->top = top == SPENN_NONE ? -1 : k->view[top];
}

/* The random sources: of a unit that serves, one for each origin, in shares whose squares
 * sum to 1 (a merged unit is as wilful as any other, but not independent of those it took
 * over); of another unit its own, under a name that no origin has. */
static void count_draws(struct maker *k, double *squares)
{
    struct spenn_practice *p = k->p;
    for (int32_t o = 0; o < k->m->origins.count; o++) {
        if (k->origin_weight[o] > 0.0) {
            int32_t v = k->view[k->m->origins.unit[o]];
            p->first_draw[v + 1]++;
            p->weight[v] += k->origin_weight[o];
            squares[v] += k->origin_weight[o] * k->origin_weight[o];
        }
    }
    for (int32_t v = 0; v < p->views; v++) {
        p->first_draw[v + 1] += p->first_draw[v] + (p->weight[v] > 0.0 ? 0 : 1);
    }
}

static void make_draws(struct maker *k)
{
    struct spenn_practice *p = k->p;
    size_t views = (size_t)p->views;
    double *squares = spenn_arena_alloc(&k->work, views, sizeof *squares);
    int32_t *next = spenn_arena_alloc(&k->work, views, sizeof *next);
    count_draws(k, squares);
    size_t draws = (size_t)p->first_draw[views];
    p->draw_key = spenn_arena_alloc(k->memory, draws, sizeof *p->draw_key);
    p->draw_share = spenn_arena_alloc(k->memory, draws, sizeof *p->draw_share);
    for (int32_t o = 0; o < k->m->origins.count; o++) {
        if (k->origin_weight[o] > 0.0) {
            int32_t v = k->view[k->m->origins.unit[o]];
            int32_t i = p->first_draw[v] + next[v]++;
            p->draw_key[i] = key(k, "origin", k->m->origins.id[o]);
            p->draw_share[i] = k->origin_weight[o] / sqrt(squares[v]);
        }
    }
    for (int32_t v = 0; v < p->views; v++) {
        if (p->weight[v] > 0.0) {
            p->norm_spread[v] = k->m->assume.value[SPENN_NORM_SPREAD];
        } else {
            int32_t i = p->first_draw[v];
            p->draw_key[i] = key(k, "unit", k->name[p->unit[v]]);
            p->draw_share[i] = 1.0;
        }
    }
}

/* Room for so many in `present`, behind all others. */
static int32_t *add_members(struct maker *k, int32_t size)
{
    struct spenn_practice *p = k->p;
    if (k->members + size > k->member_room) {
        k->member_room = 2 * (k->members + size);
        p->present = spenn_arena_grow(k->memory, p->present, (size_t)k->members,
            (size_t)k->member_room, sizeof *p->present);
    }
    k->members += size;
    return p->present + k->members - size;
}

static struct spenn_practice_meeting *add_meeting(struct maker *k, int32_t size)
{
    struct spenn_practice *p = k->p;
    if (p->meetings == k->room) {
        k->room = k->room ? 2 * k->room : 64;
        p->meeting = spenn_arena_grow(k->memory, p->meeting, (size_t)p->meetings,
            (size_t)k->room, sizeof *p->meeting);
    }
    struct spenn_practice_meeting *meeting = &p->meeting[p->meetings++];
    *meeting = (struct spenn_practice_meeting){.first = k->members, .size = size};
    (void)add_members(k, size);
    return meeting;
}

static void add_forum(struct maker *k, spenn_id f)
{
    const struct spenn_model *m = k->m;
    const double *assume = m->assume.value;
    const spenn_id *member = m->members.unit + m->forums.first[f];
    int32_t size = 0;
    for (int32_t i = 0; i < m->forums.size[f]; i++) {
        size += k->view[member[i]] >= 0;
    }
    if (size < 2) {
        return;
    }
    struct spenn_practice_meeting *meeting = add_meeting(k, size);
    int32_t *present = k->p->present + meeting->first;
    for (int32_t i = 0; i < m->forums.size[f]; i++) {
        if (k->view[member[i]] >= 0) {
            *present++ = k->view[member[i]];
        }
    }
    double full = 1.0 - assume[SPENN_VIDEO_LOSS] * m->forums.video[f];
    meeting->key = spenn_text_hash(m->forums.id[f]);
    meeting->interval = 1.0 / m->forums.meets[f];
    meeting->pull =
        assume[SPENN_CALIBRATION] * spenn_forum_commitment(m, f, false) * full;
}

/* A regular contact of two; `meets` an hour. The meeting, or NULL. */
static struct spenn_practice_meeting *add_contact(
    struct maker *k, const spenn_id pair[2], double meets, bool downward)
{
    int32_t a = k->view[pair[0]], b = k->view[pair[1]];
    if (a < 0 || b < 0 || a == b || !(meets > 0.0)) {
        return NULL;
    }
    struct spenn_practice_meeting *meeting = add_meeting(k, 2);
    const char *const *id = k->name;
    k->p->present[meeting->first] = a;
    k->p->present[meeting->first + 1] = b;
    meeting->key = key(
        k, "contact", spenn_arena_format(&k->work, "%s/%s", id[pair[0]], id[pair[1]]));
    meeting->interval = 1.0 / meets;
    meeting->pull = k->m->assume.value[SPENN_CONTACT_CALIBRATION];
    meeting->above = downward;
    return meeting;
}

/* Superiors who send a report the same assignment letter speak to it with one voice: for
 * each row of reports the first of its group. */
static int32_t *group_reports(struct maker *k, const struct spenn_reports *reports)
{
    const struct spenn_model *m = k->m;
    size_t count = (size_t)reports->count;
    struct spenn_letters letters = spenn_letters_make(m, &k->work);
    struct spenn_chains of =
        spenn_chains_make(&k->work, reports->report, reports->count, m->units.count);
    int32_t *group = spenn_arena_alloc(&k->work, count, sizeof *group);
    int32_t *row = spenn_arena_alloc(&k->work, count, sizeof *row);
    int32_t *first = spenn_arena_alloc(&k->work, count, sizeof *first);
    spenn_id *sender = spenn_arena_alloc(&k->work, count, sizeof *sender);
    for (spenn_id u = 0; u < m->units.count; u++) {
        int32_t senders = 0;
        for (int32_t i = of.first[u]; i >= 0; i = of.next[i]) {
            row[senders] = i;
            sender[senders++] = reports->superior[i];
        }
        spenn_letters_join(&letters, u, sender, senders, first);
        for (int32_t i = 0; i < senders; i++) {
            group[row[i]] = row[first[i]];
        }
    }
    return group;
}

struct voices { /* who signs what the superiors of each row of reports say */
    struct spenn_chains rows; /* of a group, by its first row */
    int32_t *group, *first;   /* of a row; of a group: its run in `present`, or -1 */
    int32_t *size, *place;    /* of that run; of a row in it */
};

/* The run of all with a view who sign as the group does, and of their report. */
static void make_voices(struct maker *k, const struct spenn_reports *reports,
    struct voices *voices, int32_t g)
{
    int32_t size = 1, count = 0;
    for (int32_t i = voices->rows.first[g]; i >= 0; i = voices->rows.next[i]) {
        size += k->view[reports->superior[i]] >= 0;
    }
    int32_t *present = add_members(k, size);
    voices->first[g] = (int32_t)(present - k->p->present);
    voices->size[g] = size;
    for (int32_t i = voices->rows.first[g]; i >= 0; i = voices->rows.next[i]) {
        voices->place[i] = count;
        present[count] = k->view[reports->superior[i]];
        count += present[count] >= 0;
    }
    present[count] = k->view[reports->report[g]];
}

static bool signs_with_others(const struct voices *voices, int32_t r)
{
    return voices->rows.next[voices->rows.first[voices->group[r]]] >= 0;
}

/* Lets the newest meeting, of row r, say what all say who sign with it. */
static void let_speak(struct maker *k, const struct spenn_reports *reports,
    struct voices *voices, int32_t r)
{
    int32_t g = voices->group[r];
    struct spenn_practice_meeting *meeting = &k->p->meeting[k->p->meetings - 1];
    if (voices->first[g] < 0) {
        make_voices(k, reports, voices, g);
    }
    meeting->first = voices->first[g];
    meeting->size = voices->size[g];
    meeting->above = meeting->size - 1;
    meeting->speaks = voices->place[r];
}

/* Contact of each superior with each report: of several who sign one letter it says what
 * they say together. */
static void add_reports(struct maker *k)
{
    const struct spenn_reports reports = spenn_reports_make(k->m, &k->work);
    size_t count = (size_t)reports.count;
    struct voices voices = {.group = group_reports(k, &reports),
        .first = spenn_arena_alloc(&k->work, count, sizeof *voices.first),
        .size = spenn_arena_alloc(&k->work, count, sizeof *voices.size),
        .place = spenn_arena_alloc(&k->work, count, sizeof *voices.place)};
    voices.rows = spenn_chains_make(&k->work, voices.group, reports.count, reports.count);
    for (int32_t r = 0; r < reports.count; r++) {
        voices.first[r] = -1;
    }
    for (int32_t r = 0; r < reports.count; r++) {
        spenn_id superior = reports.superior[r], report = reports.report[r];
        double share = k->contact ? fmin(k->contact[superior], k->contact[report]) : 1.0;
        struct spenn_practice_meeting *meeting =
            add_contact(k, (spenn_id[2]){superior, report},
                k->m->assume.value[SPENN_CONTACT_MEETS] * share * reports.share[r], true);
        if (meeting && signs_with_others(&voices, r)) {
            let_speak(k, &reports, &voices, r);
        }
    }
}

/* Contacts as the model has them, then those of superiors with their reports. */
static void add_contacts(struct maker *k)
{
    const struct spenn_model *m = k->m;
    for (int32_t c = 0; c < m->contacts.count; c++) {
        spenn_id a = m->contacts.a[c], b = m->contacts.b[c];
        bool up = m->units.parent[a] == b, down = m->units.parent[b] == a;
        (void)add_contact(
            k, (spenn_id[2]){up ? b : a, up ? a : b}, m->contacts.meets[c], up || down);
    }
    add_reports(k);
}

static void fill(struct maker *k, const struct spenn_model *reference)
{
    struct spenn_practice *p = k->p;
    const double *assume = k->m->assume.value;
    size_t views = (size_t)p->views;
    p->unit = spenn_arena_alloc(k->memory, views, sizeof *p->unit);
    p->weight = spenn_arena_alloc(k->memory, views, sizeof *p->weight);
    p->norm_spread = spenn_arena_alloc(k->memory, views, sizeof *p->norm_spread);
    p->first_draw = spenn_arena_alloc(k->memory, views + 1, sizeof *p->first_draw);
    for (spenn_id u = 0; u < k->m->units.count; u++) {
        if (k->view[u] >= 0) {
            p->unit[k->view[u]] = u;
        }
    }
    make_draws(k);
    for (spenn_id f = 0; f < k->m->forums.count; f++) {
        add_forum(k, f);
    }
    add_contacts(k);
    p->noise = assume[SPENN_DRIFT_NOISE];
    p->decay = exp(-assume[SPENN_DRIFT] * SPENN_DAY);
    p->shock = p->noise * sqrt(1.0 - p->decay * p->decay);
    p->strategy_key = key(k, "strategy", "");
    p->strategy_decay = exp(-assume[SPENN_STRATEGY_DRIFT] * SPENN_DAY);
    p->strategy_shock = sqrt(1.0 - p->strategy_decay * p->strategy_decay);
    p->spread = closed_form(k, reference);
}

const struct spenn_practice *spenn_practice_new(struct spenn_arena *memory,
    const struct spenn_model *m, const struct spenn_model *reference,
    const double *contact)
{
    struct maker k = {.m = m, .contact = contact, .memory = memory};
    size_t units = (size_t)m->units.count;
    reference = reference ? reference : m;
    k.origin_weight =
        spenn_arena_alloc(&k.work, (size_t)m->origins.count, sizeof *k.origin_weight);
    k.view = spenn_arena_alloc(&k.work, units, sizeof *k.view);
    k.serves = spenn_arena_alloc(&k.work, units, sizeof *k.serves);
    if (weigh_origins(&k, reference) > 0) {
        k.p = spenn_arena_alloc(memory, 1, sizeof *k.p);
        find_views(&k);
        k.name = spenn_models_names(reference, m, &k.work);
        fill(&k, reference);
    }
    spenn_arena_free(&k.work);
    return k.p;
}

double spenn_practice_spread(const struct spenn_practice *practice)
{
    return practice->spread;
}
