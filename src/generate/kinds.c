/* SPDX-License-Identifier: MIT
 * The kinds of organization: units, forums and tasks as in models/municipalities and
 * models/directorates, in the numbers asked for. Which services there are and how many
 * caseworkers they have is drawn. */
#include "kinds.h"

#include "links.h"
#include "text.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { most_types = 3, most_units = 250, most_sectors = 12, most_regions = 60 };

struct sector {
    const char *id;
    struct text2 name;
    double weight; /* of its number of units */
    struct {
        const char *id;
        struct text2 name;
    } type[most_types];
};

static const struct sector sectors[] = {
    {"oppvekst", {"Oppvekst", "Education"}, 3,
        {{"skole", {"Skole", "School"}}, {"barnehage", {"Barnehage", "Kindergarten"}}}},
    {"omsorg", {"Helse og omsorg", "Health and care"}, 2,
        {{"omsorg", {"Omsorg", "Care"}}, {"helse", {"Helse", "Health"}}}},
    {"teknisk", {"Teknisk", "Technical services"}, 1,
        {{"drift", {"Drift", "Operations"}}, {"byggesak", {"Byggesak", "Permits"}},
            {"brann", {"Brann", "Fire service"}}}},
    {"kultur", {"Kultur", "Culture"}, 1,
        {{"bibliotek", {"Bibliotek", "Library"}},
            {"kulturskole", {"Kulturskole", "School of culture"}}}},
    {"sosial", {"Sosial", "Social services"}, 1,
        {{"barnevern", {"Barnevern", "Child welfare"}}, {"bolig", {"Bolig", "Housing"}}}},
    {"plan", {"Plan og miljø", "Planning"}, 0.7,
        {{"plan", {"Plan", "Planning"}}, {"miljo", {"Miljø", "Environment"}}}},
};
enum { named_sectors = sizeof sectors / sizeof *sectors };

static struct sector sector_of(const struct draft *d, int32_t s)
{
    if (s < named_sectors) {
        return sectors[s];
    }
    struct text2 name = {spenn_arena_format(d->memory, "Sektor %d", s + 1),
        spenn_arena_format(d->memory, "Sector %d", s + 1)};
    struct text2 unit = {spenn_arena_format(d->memory, "Enhet %d.", s + 1),
        spenn_arena_format(d->memory, "Unit %d.", s + 1)};
    return (struct sector){spenn_arena_format(d->memory, "sektor-%d", s + 1), name, 1,
        {{spenn_arena_format(d->memory, "enhet-%d", s + 1), unit}}};
}

static struct text2 numbered(const struct draft *d, struct text2 name, int32_t count)
{
    const char *form = count > 1 ? "%s {n}" : "%s";
    return (struct text2){spenn_arena_format(d->memory, form, name.nb),
        spenn_arena_format(d->memory, form, name.en)};
}

void spenn_draft_share(const struct draft *d, const char *purpose, int32_t units,
    int32_t least, struct parts *parts)
{
    for (int32_t i = 0; i < parts->count; i++) {
        parts->weight[i] *= 0.6 + 0.8 * spenn_draft_draw(d, purpose, i);
        parts->part[i] = least;
    }
    for (int32_t left = units - parts->count * least; left > 0; left--) {
        int32_t best = 0;
        double most = 0;
        for (int32_t i = 0; i < parts->count; i++) {
            double claim = parts->weight[i] / (parts->part[i] + 1);
            best = claim > most ? i : best;
            most = fmax(most, claim);
        }
        parts->part[best]++;
    }
}

/* The services of a sector and the task of their own. */
static void add_services(struct draft *d, int32_t s, int32_t units, const char *parent)
{
    struct sector sector = sector_of(d, s);
    struct parts types = {.weight = {2, 1, 1}};
    while (
        types.count < most_types && types.count < units && sector.type[types.count].id) {
        types.count++;
    }
    spenn_draft_share(d, sector.id, units, 1, &types);
    struct text2 none = {NULL, NULL};
    double draw = spenn_draft_draw(d, "caseworkers", s);
    int32_t caseworkers = 2 + (int32_t)(draw * 3);
    for (int32_t i = 0; i < types.count; i++) {
        int32_t count = types.part[i];
        (void)spenn_draft_row(d,
            (struct row){.id = sector.type[i].id,
                .name = numbered(d, sector.type[i].name, count),
                .panel = d->sectored ? none : sector.name,
                .kind = "result-unit",
                .parent = parent,
                .sector = sector.id,
                .count = count > 1 ? count : 0,
                .caseworkers = caseworkers,
                .post = POST_UNIT});
    }
    const double others = 6.4, target = 0.5 + 0.1 * spenn_draft_draw(d, "busy", s);
    spenn_draft_work(d,
        (struct work){.id = spenn_arena_format(d->memory, "sak-%s", sector.id),
            .name = {spenn_arena_format(d->memory, "Enkeltsak, %s", sector.name.nb),
                spenn_arena_format(d->memory, "Individual case, %s", sector.name.en)},
            .at = spenn_arena_format(d->memory, "sector:%s", sector.id),
            .rate = round((target * 37.5 * caseworkers - others) / 7.5 * 2) / 2,
            .fills = POST_NONE,
            .stages = "handling: 1d, decision: 30min",
            .support = strcmp(d->recipe->like, "work-team") == 0 ? "{radhuset: 15%}"
                                                                 : "{okonomi: 15%}",
            .decides = DECIDES_LINE});
}

static void add_chief(struct draft *d, int32_t s)
{
    struct sector sector = sector_of(d, s);
    (void)spenn_draft_row(d,
        (struct row){.id = spenn_arena_format(d->memory, "sektorsjef-%s", sector.id),
            .name = sector.name,
            .kind = "department",
            .parent = d->top,
            .responsibility = "by-sector",
            .post = POST_CHIEF});
}

static void add_support(struct draft *d)
{
    static const struct row rows[] = {
        {.id = "okonomi", .name = {"Økonomi", "Finance"}, .post = POST_STAFF},
        {.id = "personal", .name = {"Personal", "Personnel"}, .post = POST_STAFF}};
    for (int32_t i = 0; i < 2; i++) {
        struct row row = rows[i];
        row.kind = d->sectored ? "staff" : "support";
        row.parent = d->top;
        row.caseworkers = 1;
        (void)spenn_draft_row(d, row);
    }
}

static void add_work_teams(struct draft *d, int32_t units)
{
    int32_t networks = 2 + units / 12, teams = networks * 4;
    const struct row rows[] = {{.id = "radhuset",
                                   .name = {"Rådhuset", "Town hall"},
                                   .kind = "department",
                                   .parent = d->top,
                                   .leaders = 3,
                                   .caseworkers = 2,
                                   .post = POST_STAFF},
        {.id = "nettverk",
            .name = {"Nettverk {n}", "Network {n}"},
            .collapse = {"Nettverk", "Networks"},
            .kind = "network",
            .parent = "radhuset",
            .count = networks,
            .post = POST_NONE},
        {.id = "arbeidslag",
            .name = {"Arbeidslag {n}", "Work team {n}"},
            .collapse = {"Arbeidslag", "Work teams"},
            .kind = "team",
            .parent = "radhuset",
            .count = teams,
            .post = POST_NONE}};
    for (int32_t i = 0; i < 3; i++) {
        (void)spenn_draft_row(d, rows[i]);
    }
}

static void add_deputies(struct draft *d, int32_t units)
{
    double wanted = fmin(fmax(round(units / 10.0), 2), 5);
    (void)spenn_draft_row(d,
        (struct row){.id = "kommunalsjef",
            .name = {"Kommunalsjef {n}", "Deputy chief executive {n}"},
            .kind = "deputy",
            .parent = d->top,
            .responsibility = "across",
            .count = (int32_t)wanted,
            .post = POST_DEPUTY});
}

static void add_municipal_tasks(struct draft *d, int32_t units)
{
    bool teams = strcmp(d->recipe->like, "work-team") == 0;
    const struct work works[] = {
        {"ledelse", {"Personal- og driftssak", "Personnel and operations matter"},
            "kind:result-unit", 3, POST_UNIT, DECIDES_HERE, "decision: 2h",
            teams ? "{radhuset: 55%}" : "{personal: 40%, okonomi: 15%}"},
        {"stabssak", {"Stabens egen sak", "Staff's own case"},
            teams ? "radhuset" : "[okonomi, personal]", 0.2, POST_STAFF, DECIDES_HERE,
            "handling: 1d", NULL},
        {"innen-sektoren", {"Sak innen sektoren", "Matter within the sector"},
            "kind:result-unit", 1, POST_NONE, DECIDES_WITHIN,
            "handling: 4h, decision: 1h", NULL},
        {"mellom-sektorer", {"Sak mellom sektorer", "Matter across sectors"},
            "kind:result-unit", 0.6, POST_NONE, DECIDES_ACROSS,
            "handling: 4h, decision: 1h", NULL},
        {"utvikling", {"Utviklingssak", "Development matter"}, "kind:result-unit",
            125.0 / 52 / units, POST_FORUM, DECIDES_FORUM,
            "handling: 2d, decision: 20min", NULL},
        {"politisk", {"Spørsmål fra politikerne", "Question from politicians"},
            d->sectored ? "sektorsjef-*" : "kind:deputy", 6,
            d->sectored ? POST_CHIEF : POST_DEPUTY, DECIDES_HERE,
            "decision: 1h, priority: 3", NULL},
        {"strategi", {"Strategisk sak", "Strategic matter"}, d->top, 2, POST_TOP,
            DECIDES_HERE, "decision: 2.5h, priority: 7", NULL}};
    for (size_t i = 0; i < sizeof works / sizeof *works; i++) {
        spenn_draft_work(d, works[i]);
    }
}

static void add_municipal_forums(struct draft *d)
{
    bool hybrid = strcmp(d->recipe->like, "hybrid") == 0;
    d->meeting[d->meetings++] = (struct meeting){"ledergruppe",
        {"Rådmannens ledergruppe", "Chief executive's group"}, "leadership-group",
        hybrid            ? "kind:staff"
            : d->sectored ? "[sektorsjef-*, kind:staff]"
                          : "kind:deputy",
        "meets: 52/y, lasts: 2h, agenda: 4"};
    if (hybrid) {
        d->meeting[d->meetings++] = (struct meeting){"stor",
            {"Stor ledergruppe", "Large leadership group"}, "extended",
            "[kind:staff, sektorsjef-*]", "meets: 26/y, lasts: 3h, agenda: 6"};
    }
    d->forum = hybrid ? "stor" : "ledergruppe";
}

bool spenn_draft_number(int32_t number, int32_t least, int32_t most, const char *option,
    struct spenn_error *err)
{
    return (number >= least && number <= most)
        || spenn_fail(err, (struct spenn_where){0}, "%s must be %d to %d, not %d", option,
            least, most, number);
}

bool spenn_draft_absent(
    const struct draft *d, int32_t number, const char *option, struct spenn_error *err)
{
    return !number
        || spenn_fail(
            err, (struct spenn_where){0}, "--like %s has no %s", d->recipe->like, option);
}

static bool make_municipality(struct draft *d, struct spenn_error *err)
{
    int32_t units = d->recipe->units ? d->recipe->units : 24;
    int32_t count = d->recipe->sectors ? d->recipe->sectors : 4;
    struct parts parts = {.count = count};
    if (!spenn_draft_number(count, 2, most_sectors, "--sectors", err)
        || !spenn_draft_number(units, 2 * count, most_units, "--units", err)
        || !spenn_draft_absent(d, d->recipe->regions, "--regions", err)
        || !spenn_draft_absent(d, d->recipe->departments, "--departments", err)) {
        return false;
    }
    d->top = "radmann";
    d->practice = "kind:result-unit";
    (void)spenn_draft_row(d,
        (struct row){.id = d->top,
            .name = {"Rådmann", "Chief executive"},
            .kind = "executive",
            .post = POST_TOP});
    for (int32_t s = 0; s < count; s++) {
        parts.weight[s] = sector_of(d, s).weight;
    }
    if (!d->sectored) {
        add_deputies(d, units);
    }
    strcmp(d->recipe->like, "work-team") == 0 ? add_work_teams(d, units) : add_support(d);
    for (int32_t s = 0; s < count && d->sectored; s++) {
        add_chief(d, s);
    }
    spenn_draft_share(d, "sectors", units, 2, &parts);
    for (int32_t s = 0; s < count; s++) {
        add_services(d, s, parts.part[s],
            d->sectored
                ? spenn_arena_format(d->memory, "sektorsjef-%s", sector_of(d, s).id)
                : d->top);
    }
    add_municipal_forums(d);
    add_municipal_tasks(d, units);
    return true;
}

static void add_directorate_tasks(
    struct draft *d, int32_t regions, int32_t departments, int32_t desks)
{
    double busy = 0.5 + 0.1 * spenn_draft_draw(d, "busy", 0);
    const double region_day = 15, case_day = 11.25;
    const struct work works[] = {
        {"vedtak", {"Enkeltvedtak", "Individual decision"}, "kind:region",
            round(busy * 37.5 * desks / region_day), POST_NONE, DECIDES_LINE,
            "handling: 2d, decision: 30min", NULL},
        {"ledelse", {"Personal- og driftssak", "Personnel and operations matter"},
            "kind:region", 2, POST_UNIT, DECIDES_HERE, "decision: 2h", NULL},
        {"prinsipp", {"Prinsippsak", "Matter of principle"}, "kind:region",
            0.3 * 6 / regions, POST_FORUM, DECIDES_FORUM,
            "handling: 2d, decision: 20min, deadline: 6w, late: inner-circle", NULL},
        {"fagsak", {"Fagsak i direktoratet", "Head office case"}, "avdeling-*",
            round(busy * 37.5 * 5 / case_day), POST_NONE, DECIDES_HERE,
            "handling: 1.5d, decision: 1h", NULL},
        {"avdelingssak", {"Avdelingens egen sak", "The department's own matter"},
            "avdeling-*", 3, POST_CHIEF, DECIDES_HERE, "decision: 2h", NULL},
        {"strategi", {"Strategisak", "Strategic matter"}, "avdeling-*",
            0.3 * 6 / departments, POST_FORUM, DECIDES_FORUM,
            "handling: 2d, decision: 20min", NULL},
        {"oppdrag", {"Oppdrag fra departementet", "Assignment from the ministry"}, d->top,
            4, POST_TOP, DECIDES_HERE, "decision: 2h", NULL}};
    for (size_t i = 0; i < sizeof works / sizeof *works; i++) {
        spenn_draft_work(d, works[i]);
    }
}

static bool make_directorate(struct draft *d, struct spenn_error *err)
{
    int32_t regions = d->recipe->regions ? d->recipe->regions : 6;
    int32_t departments = d->recipe->departments ? d->recipe->departments : 4;
    int32_t desks = 6 + (int32_t)(7 * spenn_draft_draw(d, "caseworkers", 0));
    if (!spenn_draft_number(regions, 2, most_regions, "--regions", err)
        || !spenn_draft_number(departments, 2, most_regions, "--departments", err)
        || !spenn_draft_absent(d, d->recipe->units, "--units", err)
        || !spenn_draft_absent(d, d->recipe->sectors, "--sectors", err)) {
        return false;
    }
    d->top = "direktor";
    d->practice = "kind:region";
    d->forum = "ledergruppe";
    const struct row rows[] = {{.id = "direktor",
                                   .name = {"Direktør", "Director"},
                                   .kind = "executive",
                                   .post = POST_TOP},
        {.id = "avdeling",
            .name = {"Avdeling {n}", "Department {n}"},
            .kind = "department",
            .parent = "direktor",
            .count = departments,
            .caseworkers = 5,
            .post = POST_CHIEF},
        {.id = "stab",
            .name = {"Stab", "Staff"},
            .kind = "staff",
            .parent = "direktor",
            .post = POST_NONE},
        {.id = "region",
            .name = {"Region {n}", "Region {n}"},
            .kind = "region",
            .parent = "direktor",
            .count = regions,
            .caseworkers = desks,
            .post = POST_UNIT}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        (void)spenn_draft_row(d, rows[i]);
    }
    d->meeting[d->meetings++] = (struct meeting){"ledergruppe",
        {"Direktørens ledergruppe", "Director's leadership group"}, "leadership-group",
        "[avdeling-*, stab]", "meets: 52/y, lasts: 2h, agenda: 6"};
    d->meeting[d->meetings++] =
        (struct meeting){"regionmote", {"Regionmøte", "Region meeting"}, "extended",
            "[avdeling-*, stab, region-*]", "meets: 6/y, lasts: 6h, agenda: 12"};
    add_directorate_tasks(d, regions, departments, desks);
    return true;
}

static const struct {
    const char *id;
    struct text2 name;
    bool (*make)(struct draft *d, struct spenn_error *err);
    const char *form;
    bool sectored;
} kinds[] = {
    {"two-level", {"Tonivåkommune", "Two-level municipality"}, make_municipality,
        "municipality", false},
    {"sector", {"Etatskommune", "Municipality with sectors"}, make_municipality,
        "municipality", true},
    {"work-team", {"Arbeidslagskommune", "Municipality with work teams"},
        make_municipality, "municipality", false},
    {"hybrid", {"Etatskommune med resultatenheter", "Sectors with result units"},
        make_municipality, "municipality", true},
    {"directorate", {"Direktorat med regioner", "Directorate with regions"},
        make_directorate, "directorate", false},
    {"ministries", {"Departementer med underliggende etater", "Ministries with agencies"},
        spenn_draft_ministries, "ministries", true},
};

const char *const spenn_recipe_names[] = {
    "two-level", "sector", "work-team", "hybrid", "directorate", "ministries"};
const int32_t spenn_recipe_count = sizeof kinds / sizeof *kinds;

static void add_tree_tasks(struct draft *d)
{
    double busy = 0.5 + 0.1 * spenn_draft_draw(d, "busy", most_sectors);
    const struct work works[] = {{"teamsak", {"Sak i et team", "Case of a team"},
                                     "team-*", round(busy * 37.5 * 3 / 7.5), POST_NONE,
                                     DECIDES_LINE, "handling: 1d, decision: 30min", NULL},
        {"teamledelse", {"Teamlederens egen sak", "The team leader's own matter"},
            "team-*", 4, POST_TEAM, DECIDES_HERE, "decision: 2h", NULL},
        {"seksjonssak", {"Seksjonslederens egen sak", "The section leader's own matter"},
            "seksjon-*", 4, POST_SECTION, DECIDES_HERE, "decision: 2h", NULL}};
    bool sections = false;
    for (int32_t r = 0; r < d->rows; r++) {
        sections = sections || d->row[r].post == POST_SECTION;
    }
    for (size_t i = 0; i < (sections ? 3 : 2); i++) {
        spenn_draft_work(d, works[i]);
    }
}

enum { most_names = 6 + spenn_link_class_count };
static_assert(sizeof kinds / sizeof *kinds == 6, "as most_names");

static int32_t list_names(const char *name[most_names])
{
    int32_t count = 0;
    for (int32_t i = 0; i < spenn_recipe_count; i++) {
        name[count++] = spenn_recipe_names[i];
    }
    for (int32_t i = 0; i < spenn_link_class_count; i++) {
        name[count++] = spenn_link_classes[i].id;
    }
    return count;
}

bool spenn_draft_make(struct draft *d, struct spenn_error *err)
{
    for (int32_t i = 0; i < spenn_recipe_count; i++) {
        if (strcmp(kinds[i].id, d->recipe->like) != 0) {
            continue;
        }
        d->sectored = kinds[i].sectored;
        d->form = kinds[i].form;
        d->name = kinds[i].name;
        if (!kinds[i].make(d, err)
            || (d->recipe->size > 0 && !spenn_draft_tree(d, POST_UNIT, err))) {
            return false;
        }
        if (d->recipe->size > 0) {
            add_tree_tasks(d);
        }
        return true;
    }
    const char *names[most_names];
    int32_t count = list_names(names);
    const char *near = spenn_text_nearest(d->recipe->like, names, count);
    return spenn_fail(err, (struct spenn_where){0},
        near ? "--like knows no '%s'; did you mean '%s'?"
             : "--like knows no '%s'; there are two-level, sector, work-team, hybrid, "
               "directorate and ministries, and as networks random, local-team, "
               "interdivisional, core-periphery and multiscale",
        d->recipe->like, near);
}
