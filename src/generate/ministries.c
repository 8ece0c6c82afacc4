/* SPDX-License-Identifier: MIT
 * Ministries as in models/ministries: a government, ministries that each answer for a
 * sector, agencies under them, county governors whom several agencies steer, and matters
 * that no ministry settles alone. */
#include "kinds.h"

#include <math.h>

enum {
    usual_ministries = 5,
    most_agencies = 60,
    most_governors = 15,
    most_steering = 3,
};

static void add_ministries(struct draft *d, int32_t ministries, int32_t desks)
{
    (void)spenn_draft_row(d,
        (struct row){.id = d->top,
            .name = {"Regjeringen", "Government"},
            .kind = "executive",
            .post = POST_TOP});
    for (int32_t i = 1; i <= ministries; i++) {
        struct text2 name = {spenn_arena_format(d->memory, "Departement %d", i),
            spenn_arena_format(d->memory, "Ministry %d", i)};
        struct row *row = spenn_draft_row(d,
            (struct row){.id = spenn_arena_format(d->memory, "departement-%d", i),
                .name = name,
                .kind = "executive",
                .parent = d->top,
                .sector = spenn_arena_format(d->memory, "sektor %d", i),
                .caseworkers = desks,
                .post = POST_CHIEF});
        if (i == 1) {
            row->name =
                (struct text2){"Samordnende departement", "Coordinating ministry"};
            row->coordination = "{primary: driver, secondary: [system-manager], "
                                "ambition: 4, instruments: [forums, plans]}";
        }
    }
}

/* The agencies of ministry `i`, each with its letter of assignment; the first one's id.
 */
static const char *add_agencies(
    struct draft *d, int32_t i, int32_t made, int32_t agencies, int32_t desks)
{
    const char *ministry = spenn_arena_format(d->memory, "departement-%d", i), *all = "";
    for (int32_t k = made + 1; k <= made + agencies; k++) {
        const char *id = spenn_arena_format(d->memory, "direktorat-%d", k);
        all = spenn_arena_format(d->memory, "%s%s%s", all, *all ? ", " : "", id);
        (void)spenn_draft_row(d,
            (struct row){.id = id,
                .name = {spenn_arena_format(d->memory, "Direktorat %d", k),
                    spenn_arena_format(d->memory, "Agency %d", k)},
                .kind = "department",
                .parent = ministry,
                .sector = spenn_arena_format(d->memory, "sektor %d", i),
                .caseworkers = desks,
                .post = POST_UNIT});
    }
    d->line[d->lines++] = spenn_arena_format(d->memory,
        "kind: contract, from: %s, to: [%s], letter: tildelingsbrev-%d, goals: 3",
        ministry, all, i);
    return spenn_arena_format(d->memory, "direktorat-%d", made + 1);
}

/* The first agency of each of the first ministries steers the governors, by a letter of
 * its own. */
static void add_all_agencies(struct draft *d, const struct parts *parts, int32_t desks)
{
    const char *steering = "";
    for (int32_t i = 0, made = 0; i < parts->count; made += parts->part[i++]) {
        const char *id = add_agencies(d, i + 1, made, parts->part[i], desks);
        if (i < most_steering) {
            steering =
                spenn_arena_format(d->memory, "%s%s%s", steering, i ? ", " : "", id);
        }
    }
    d->line[d->lines++] = spenn_arena_format(
        d->memory, "kind: professional, from: [%s], to: kind:region, goals: 1", steering);
}

static void add_governors(struct draft *d, int32_t governors, int32_t desks)
{
    bool many = governors > 1;
    (void)spenn_draft_row(d,
        (struct row){.id = "fylkesmann",
            .name = {many ? "Fylkesmann {n}" : "Fylkesmannen",
                many ? "County governor {n}" : "County governor"},
            .kind = "region",
            .parent = "departement-1",
            .sector = "fylkesmann",
            .count = many ? governors : 0,
            .caseworkers = desks,
            .post = POST_UNIT});
}

struct desks { /* caseworkers of each */
    int32_t ministry, agency, governor;
};

static void add_tasks(struct draft *d, int32_t ministries, struct desks desks)
{
    double busy = (0.5 + 0.1 * spenn_draft_draw(d, "busy", 0)) * 37.5;
    const double ministry_day = 22.5, agency_day = 15, governor_day = 7.5;
    const struct work works[] = {
        {"sektorsak", {"Sak i egen sektor", "Matter of the own sector"}, "departement-*",
            round(busy * desks.ministry / ministry_day), POST_NONE, DECIDES_LINE,
            "handling: 3d, decision: 30min", NULL},
        {"politisk",
            {"Oppdrag fra politisk ledelse", "Request of the political leadership"},
            "departement-*", 4, POST_CHIEF, DECIDES_HERE, "decision: 2h", NULL},
        {"regjeringssak", {"Regjeringens egne saker", "The government's own matters"},
            d->top, 4, POST_TOP, DECIDES_HERE, "decision: 2h", NULL},
        {"etatssak", {"Sak i et direktorat", "Case of an agency"}, "direktorat-*",
            round(busy * desks.agency / agency_day), POST_NONE, DECIDES_LINE,
            "handling: 2d, decision: 30min", NULL},
        {"fylkesmannssak", {"Sak hos fylkesmannen", "Case of the county governor"},
            "kind:region", round(busy * desks.governor / governor_day), POST_NONE,
            DECIDES_HERE, "handling: 1d, decision: 15min", NULL},
        {"ledelse", {"Personal- og driftssak", "Personnel and operations matter"},
            "[direktorat-*, kind:region]", 2, POST_UNIT, DECIDES_HERE, "decision: 2h",
            NULL},
        {"enkel", {"Enkel sak på tvers", "Simple matter across ministries"},
            "departement-*", 0.5, POST_NONE, DECIDES_HERE,
            "handling: 4h, decision: 30min, coordinates: {with: departement-*, parties: "
            "3, step: 1}",
            NULL},
        {"gjenstridig", {"Gjenstridig problem", "Wicked problem"}, "departement-*",
            18.0 / 52 / ministries, POST_FORUM, DECIDES_HERE,
            spenn_arena_format(d->memory,
                "handling: 3w, decision: 1h, coordinates: {with: departement-*, "
                "parties: %d, step: 4, forum: %s}",
                ministries > 3 ? 4 : 3, d->forum),
            NULL}};
    for (size_t i = 0; i < sizeof works / sizeof *works; i++) {
        spenn_draft_work(d, works[i]);
    }
}

bool spenn_draft_ministries(struct draft *d, struct spenn_error *err)
{
    const struct spenn_recipe *r = d->recipe;
    int32_t ministries = r->sectors ? r->sectors : usual_ministries;
    int32_t agencies = r->units ? r->units : ministries * 3 / 2;
    int32_t governors = r->regions ? r->regions : 1;
    if (!spenn_draft_number(ministries, 3, most_parts, "--sectors", err)
        || !spenn_draft_number(agencies, ministries, most_agencies, "--units", err)
        || !spenn_draft_number(governors, 1, most_governors, "--regions", err)
        || !spenn_draft_absent(d, r->departments, "--departments", err)) {
        return false;
    }
    struct parts parts = {.count = ministries};
    for (int32_t i = 0; i < ministries; i++) {
        parts.weight[i] = 1;
    }
    spenn_draft_share(d, "agencies", agencies, 1, &parts);
    struct desks desks = {6 + (int32_t)(5 * spenn_draft_draw(d, "caseworkers", 0)),
        3 + (int32_t)(4 * spenn_draft_draw(d, "caseworkers", 1)), 5};
    d->top = "regjering";
    d->practice = "direktorat-*";
    d->forum = "styringsgruppe";
    d->chair = "departement-1";
    add_ministries(d, ministries, desks.ministry);
    add_all_agencies(d, &parts, desks.agency);
    add_governors(d, governors, desks.governor);
    d->meeting[d->meetings++] =
        (struct meeting){"styringsgruppe", {"Styringsgruppe", "Steering group"},
            "steering-group", "departement-*", "meets: 12/y, lasts: 4h, agenda: 4"};
    add_tasks(d, ministries, desks);
    return true;
}
