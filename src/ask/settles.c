/* SPDX-License-Identifier: MIT
 * Who settles what two units must coordinate: the forums both sit in, a contact of their
 * own, else the nearest superior of both, and what that one has on the desk. */
#include "common.h"

#include "text.h"

#include <string.h>

struct pair { /* in one state */
    const struct spenn_ask *ask;
    struct spenn_answer *answer;
    const struct spenn_ask_state *state;
    const struct spenn_model *m;
    spenn_id unit[2];
    const char *meet; /* names of shared forums, comma between */
};

static const char **add_row(struct pair *p, const char *how, const char *who)
{
    const char **cell = spenn_sheet_add(&p->answer->sheet);
    cell[0] = p->state->id;
    cell[1] = how;
    cell[2] = who;
    return cell;
}

static void add_forums(struct pair *p, const struct loads *loads)
{
    const struct spenn_forums *forums = &p->m->forums;
    for (spenn_id f = 0; f < forums->count; f++) {
        if (!sits_in(p->m, f, p->unit[0]) || !sits_in(p->m, f, p->unit[1])) {
            continue;
        }
        const char **cell =
            add_row(p, say(p->ask, "møtes i", "meet in"), forum_of(p->ask, p->m, f));
        cell[3] = a_rate(p->answer, forums->meets[f]);
        cell[4] = a_duration(p->answer, forums->lasts[f]);
        cell[6] = percent(p->answer, loads->agenda[f]);
        p->meet = spenn_arena_format(&p->answer->sheet.memory, "%s%s%s (%s)", p->meet,
            *p->meet ? ", " : "", cell[2], cell[3]);
    }
}

static void add_contacts(struct pair *p)
{
    const struct spenn_contacts *contacts = &p->m->contacts;
    for (int32_t i = 0; i < contacts->count; i++) {
        spenn_id a = contacts->a[i], b = contacts->b[i];
        bool both =
            (a == p->unit[0] && b == p->unit[1]) || (a == p->unit[1] && b == p->unit[0]);
        if (both) {
            const char **cell = add_row(p, say(p->ask, "egen kontakt", "contact"), "");
            cell[3] = a_rate(p->answer, contacts->meets[i]);
            cell[4] = a_duration(p->answer, contacts->lasts[i]);
        }
    }
}

/* Steps up from u to `above`; -1 when it is not above. */
static int32_t steps_to(const struct spenn_model *m, spenn_id u, spenn_id above)
{
    int32_t steps = 0;
    for (; u != SPENN_NONE; u = m->units.parent[u], steps++) {
        if (u == above) {
            return steps;
        }
    }
    return -1;
}

static spenn_id nearest_of(const struct spenn_model *m, const spenn_id unit[2])
{
    spenn_id above = unit[0];
    while (above != SPENN_NONE && steps_to(m, unit[1], above) < 0) {
        above = m->units.parent[above];
    }
    return above;
}

/* The unit on the way up from u that stands right under `above`; `above` itself: none. */
static spenn_id under(const struct spenn_model *m, spenn_id u, spenn_id above)
{
    while (u != above && m->units.parent[u] != above) {
        u = m->units.parent[u];
    }
    return u == above ? SPENN_NONE : u;
}

/* The superior, or the deputy that alone answers for both. */
static spenn_id settler_of(const struct pair *p, spenn_id above)
{
    struct spenn_arena scratch = {0};
    struct spenn_team team = spenn_team_make(p->m, &scratch);
    spenn_id answers[2] = {SPENN_NONE, SPENN_NONE};
    for (int32_t i = 0; i < 2; i++) {
        spenn_id below = under(p->m, p->unit[i], above);
        if (below != SPENN_NONE && team.size[below] == 1) {
            answers[i] = team.member[team.first[below]];
        }
    }
    spenn_arena_free(&scratch);
    return answers[0] != SPENN_NONE && answers[0] == answers[1] ? answers[0] : above;
}

/* Whom each of the two turns to, where the superior has a leading team; returns whom both
 * turn to, or "". */
static const char *add_team(struct pair *p, spenn_id above)
{
    const char *names[2];
    for (int32_t i = 0; i < 2; i++) {
        spenn_id below = under(p->m, p->unit[i], above);
        names[i] = below == SPENN_NONE ? "" : answers_for(p->ask, p->answer, p->m, below);
    }
    bool same = strcmp(names[0], names[1]) == 0;
    for (int32_t i = 0; i < (same ? 1 : 2); i++) {
        const char *whom =
            same ? say(p->ask, "begge", "both") : name_of(p->ask, p->m, p->unit[i]);
        if (*names[i]) {
            (void)add_row(p,
                spenn_arena_format(&p->answer->sheet.memory,
                    say(p->ask, "for %s svarer", "for %s answers"), whom),
                names[i]);
        }
    }
    return same ? names[0] : "";
}

/* Who settles what no forum does, as a sentence. */
static const char *rest_of(
    struct pair *p, spenn_id above, const char *name, const char *team)
{
    struct spenn_arena *memory = &p->answer->sheet.memory;
    int32_t up[2] = {
        steps_to(p->m, p->unit[0], above), steps_to(p->m, p->unit[1], above)};
    if (!up[0] || !up[1]) {
        return spenn_arena_format(memory,
            say(p->ask, "Resten avgjør %s, som er overordnet den andre",
                "The rest is settled by %s, which is above the other"),
            name);
    }
    if (*team && strcmp(team, name) != 0) {
        return spenn_arena_format(memory,
            say(p->ask, "Resten går til %s, og over dem til %s, %d og %d trinn opp",
                "The rest goes to %s, and above them to %s, %d and %d steps up"),
            team, name, up[0], up[1]);
    }
    return spenn_arena_format(memory,
        say(p->ask, "Resten avgjøres av %s, %d og %d trinn opp",
            "The rest is settled by %s, %d and %d steps up"),
        name, up[0], up[1]);
}

static void add_superior(struct pair *p, const struct loads *loads)
{
    struct spenn_arena *memory = &p->answer->sheet.memory;
    spenn_id above = nearest_of(p->m, p->unit);
    const char *a = name_of(p->ask, p->m, p->unit[0]);
    const char *b = name_of(p->ask, p->m, p->unit[1]);
    const char *meets = *p->meet
        ? spenn_arena_format(memory,
            say(p->ask, "%s og %s møtes i %s", "%s and %s meet in %s"), a, b, p->meet)
        : spenn_arena_format(memory,
            say(p->ask, "%s og %s møtes ikke i noe forum", "%s and %s meet in no forum"),
            a, b);
    if (above == SPENN_NONE) {
        add_head(p->answer,
            spenn_arena_format(memory,
                say(p->ask, "%s: %s. De har ingen felles overordnet.",
                    "%s: %s. They have no superior in common."),
                p->state->name, meets));
        return;
    }
    const char *team = add_team(p, above);
    spenn_id settler = settler_of(p, above);
    const char **cell = add_row(
        p, say(p->ask, "avgjøres av", "settled by"), name_of(p->ask, p->m, settler));
    int32_t up[2] = {
        steps_to(p->m, p->unit[0], above), steps_to(p->m, p->unit[1], above)};
    cell[5] = spenn_arena_format(memory, "%d+%d", up[0], up[1]);
    cell[6] = percent(p->answer, loads_taken(loads, settler));
    const char *strain = loads_taken(loads, settler) > 1
        ? say(p->ask, " Det er mer enn uka har.", " That is more than there is.")
        : "";
    add_head(p->answer,
        spenn_arena_format(memory,
            say(p->ask, "%s: %s. %s; %s %% av den uka er tatt.%s",
                "%s: %s. %s; %s %% of that week is taken.%s"),
            p->state->name, meets, rest_of(p, above, cell[2], team), cell[6], strain));
}

/* A unit that is gone is spoken of by the one that took it over. */
static bool find_pair(struct pair *p)
{
    for (int32_t i = 0; i < 2; i++) {
        p->unit[i] = find_unit(p->m, p->ask->unit[i]);
        if (p->unit[i] == SPENN_NONE) {
            add_head(p->answer,
                spenn_arena_format(&p->answer->sheet.memory,
                    say(p->ask, "%s: %s finnes ikke.", "%s: there is no %s."),
                    p->state->name, p->ask->unit[i]));
            return false;
        }
    }
    if (p->unit[0] == p->unit[1]) {
        (void)add_row(p, say(p->ask, "samme enhet", "same unit"),
            name_of(p->ask, p->m, p->unit[0]));
        add_head(p->answer,
            spenn_arena_format(&p->answer->sheet.memory,
                say(p->ask, "%s: begge er %s, som avgjør det selv.",
                    "%s: both are %s, which settles it alone."),
                p->state->name, name_of(p->ask, p->m, p->unit[0])));
        return false;
    }
    return true;
}

bool ask_settles(
    const struct spenn_ask *ask, struct spenn_answer *answer, struct spenn_error *err)
{
    static const char *const en[] = {
        "when", "how", "who", "meets", "lasts", "steps", "taken-%"};
    static const char *const nb[] = {
        "når", "hvordan", "hvem", "møtes", "varer", "trinn", "tatt-%"};
    answer->sheet.columns = 7;
    answer->sheet.title = ask->norwegian ? nb : en;
    answer->sheet.numeric = 1U << 6;
    if (!check_units(ask, 2, err)) {
        return false;
    }
    for (int32_t i = 0; i < ask->states; i++) {
        struct loads loads;
        struct pair p = {.ask = ask,
            .answer = answer,
            .state = &ask->state[i],
            .m = ask->state[i].m,
            .meet = ""};
        if (find_pair(&p)) {
            loads_make(p.m, &loads);
            add_forums(&p, &loads);
            add_contacts(&p);
            add_superior(&p, &loads);
            spenn_arena_free(&loads.memory);
        }
    }
    add_grounds(ask, answer);
    return true;
}
