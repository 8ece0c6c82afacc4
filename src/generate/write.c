/* SPDX-License-Identifier: MIT
 * The draft as files that a planner goes on with: commented, one line a unit, every value
 * in `assumed`. */
#include "recipe.h"

#include "quantity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct page {
    const struct draft *d;
    FILE *out;
    const char *assumed; /* keys of the entry being written, comma between */
};

static void put_name(FILE *out, const char *key, struct text2 name)
{
    (void)fprintf(out, ", %s: {nb: \"%s\", en: \"%s\"}", key, name.nb, name.en);
}

static void put_assumed(struct page *page, const char *key)
{
    page->assumed = spenn_arena_format(
        page->d->memory, "%s%s%s", page->assumed, *page->assumed ? ", " : "", key);
}

static void put_text(struct page *page, const char *key, const char *text)
{
    if (text) {
        (void)fprintf(page->out, ", %s: %s", key, text);
        put_assumed(page, key);
    }
}

static void put_count(struct page *page, const char *key, int32_t count)
{
    if (count > 0) {
        (void)fprintf(page->out, ", %s: %d", key, count);
        put_assumed(page, key);
    }
}

static void put_end(struct page *page)
{
    (void)fprintf(
        page->out, *page->assumed ? ", assumed: [%s]}\n" : "}\n", page->assumed);
    page->assumed = "";
}

static void put_row(struct page *page, const struct row *row)
{
    (void)fprintf(page->out, "  - {id: %s", row->id);
    put_name(page->out, "name", row->name);
    (void)fprintf(page->out, ", kind: %s", row->kind);
    put_count(page, "count", row->count);
    put_text(page, "reports-to", row->parent);
    put_text(page, "sector", row->sector);
    if (row->panel.nb) {
        put_name(page->out, "panel", row->panel);
    }
    if (row->collapse.nb) {
        put_name(page->out, "collapse", row->collapse);
    }
    put_text(page, "responsibility", row->responsibility);
    put_text(page, "coordination", row->coordination);
    put_count(page, "leaders", row->leaders);
    put_count(page, "caseworkers", row->caseworkers);
    put_text(page, "status", row->vacant ? "vacant" : NULL);
    put_end(page);
}

/* Two significant digits: nobody knows more. */
static const char *two_digits(struct page *page, double value)
{
    char text[32];
    (void)snprintf(text, sizeof text, "%.1e", value);
    return spenn_arena_text(
        page->d->memory, spenn_format_number(text, sizeof text, strtod(text, NULL)));
}

static const char *share(struct page *page, double value)
{
    return spenn_arena_format(page->d->memory, "%s%%", two_digits(page, value * 100));
}

static const char *rate(struct page *page, double a_week)
{
    bool rare = a_week < 1;
    return spenn_arena_format(page->d->memory, "%s/%s",
        two_digits(page, rare ? a_week * 52 : a_week), rare ? "y" : "w");
}

/* What a unit may settle, and which units must agree, of a matter that concerns two. What
 * they do not agree on goes up by authority, so it climbs no ladder. */
static void put_matter(struct page *page, bool within)
{
    const struct draft *d = page->d;
    double usual = within && !d->sectored ? 0.25 : 0.5;
    const char *unit = share(page, 1 - usual * d->upward);
    const char *chief = !d->sectored
        ? ""
        : spenn_arena_format(d->memory, ", sektorsjef-*: %s", within ? "100%" : unit);
    put_text(page, "authority",
        spenn_arena_format(d->memory, "{kind:result-unit: %s%s}", unit, chief));
    put_text(page, "coordinates",
        spenn_arena_format(
            d->memory, "{with: sector:%s, parties: 2}", within ? "same" : "other"));
}

static void put_work(struct page *page, const struct work *work)
{
    const struct draft *d = page->d;
    double factor = work->fills == POST_NONE ? 1 : d->factor[work->fills];
    (void)fprintf(page->out, "  - {id: %s", work->id);
    put_name(page->out, "name", work->name);
    put_text(page, "at", work->at);
    put_text(page, "arrives", rate(page, work->rate * factor));
    (void)fprintf(page->out, ",\n     %s", work->stages);
    static const char *const stages[] = {
        "handling", "decision", "priority", "deadline", "coordinates"};
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
        if (strstr(work->stages, stages[i])) {
            put_assumed(page, stages[i]);
        }
    }
    put_text(page, "support", work->support);
    if (work->decides == DECIDES_LINE) {
        put_text(page, "beyond-authority", share(page, 0.04 * d->upward));
    } else if (work->decides == DECIDES_FORUM) {
        put_text(page, "decided-in", d->forum);
    } else if (work->decides != DECIDES_HERE) {
        put_matter(page, work->decides == DECIDES_WITHIN);
    }
    put_end(page);
}

static void put_meeting(struct page *page, const struct meeting *meeting)
{
    (void)fprintf(page->out, "  - {id: %s", meeting->id);
    put_name(page->out, "name", meeting->name);
    (void)fprintf(page->out, ", kind: %s, chair: %s, members: %s, %s", meeting->kind,
        page->d->chair ? page->d->chair : page->d->top, meeting->members, meeting->times);
    page->assumed = "members, meets, lasts, agenda";
    put_end(page);
}

static const char *command(const struct draft *d)
{
    const struct spenn_recipe *r = d->recipe;
    const struct {
        const char *option;
        int32_t value;
    } options[] = {{"units", r->units}, {"sectors", r->sectors}, {"regions", r->regions},
        {"departments", r->departments}, {"size", r->size}, {"depth", r->depth}};
    const char *text = spenn_arena_format(d->memory, "spenn init --like %s", r->like);
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        if (options[i].value > 0) {
            text = spenn_arena_format(
                d->memory, "%s --%s %d", text, options[i].option, options[i].value);
        }
    }
    return spenn_arena_format(
        d->memory, "%s --seed %llu", text, (unsigned long long)r->seed);
}

static void put_head(const struct draft *d, FILE *out)
{
    (void)fprintf(out,
        "# yaml-language-server: $schema=schema/model.json\n"
        "# Made by `%s`. No organization in particular: every value is assumed.\n"
        "# Put your own in their place and strike the key from `assumed`;\n"
        "# then `spenn check`, `spenn measure` and `spenn chart` this file.\n"
        "spenn: model/1\n"
        "id: %s\n"
        "name: {nb: \"%s\", en: \"%s\"}\n"
        "form: %s\n"
        "source: spenn init\n"
        "note:\n"
        "  - >-\n"
        "    Rates and caseworkers are such that every desk and agenda with cases has "
        "between 30\n"
        "    and 90 %% of its time taken.\n",
        command(d), d->recipe->like, d->name.nb, d->name.en, d->form);
    if (d->recipe->size > 0) {
        (void)fputs("  - >-\n"
                    "    Spans of the sections are drawn as 4,131 managers have them: "
                    "mean 4.44, median 4, a\n"
                    "    tenth above 8; 1.5 % of the teams have no leader.\n",
            out);
    }
}

static const char *finish(struct spenn_arena *memory, FILE *out, char **text)
{
    (void)fclose(out);
    const char *copy = spenn_arena_text(memory, *text);
    free(*text);
    return copy;
}

const char *spenn_draft_model(const struct draft *d)
{
    char *text = NULL;
    size_t size = 0;
    struct page page = {d, open_memstream(&text, &size), ""};
    if (!page.out) {
        abort();
    }
    put_head(d, page.out);
    (void)fputs("\nunits:                       # who reports to whom\n", page.out);
    for (int32_t r = 0; r < d->rows; r++) {
        put_row(&page, &d->row[r]);
    }
    if (d->lines > 0) {
        (void)fputs("\nlines:                       # who steers beside the line; one "
                    "`letter` from several is a joint one\n",
            page.out);
    }
    for (int32_t i = 0; i < d->lines; i++) {
        (void)fprintf(page.out, "  - {%s}\n", d->line[i]);
    }
    (void)fputs("\nforums:                      # who meets\n", page.out);
    for (int32_t i = 0; i < d->meetings; i++) {
        put_meeting(&page, &d->meeting[i]);
    }
    (void)fputs(
        "\ntasks:                       # what work arises where, and who decides it\n",
        page.out);
    for (int32_t i = 0; i < d->works; i++) {
        put_work(&page, &d->work[i]);
    }
    (void)fprintf(page.out, "\npractice: {among: %s}  # whose practice must be uniform\n",
        d->practice);
    return finish(d->memory, page.out, &text);
}

static const char scenario_head[] =
    "# yaml-language-server: $schema=schema/scenario.json\n"
    "# A first scenario: `spenn run scenario.yaml`, then open out/%s/report.html.\n"
    "spenn: scenario/1\n"
    "id: %s\n";

static const char directorate_scenario[] =
    "title: {nb: Regiondirektørene inn i ledergruppen, en: Regional directors join the "
    "leadership group}\n"
    "question:\n"
    "  nb: Veier likere praksis opp for en større gruppe som møtes sjeldnere?\n"
    "  en: Does more uniform practice outweigh a larger group that meets less often?\n"
    "model: model.yaml\n"
    "alternatives:\n"
    "  join:\n"
    "    name: {nb: Regionene inn, en: Regions join}\n"
    "    changes:\n"
    "      - join: {forum: ledergruppe, members: region-*}\n"
    "      - set: {forum: ledergruppe, meets: 26/y, lasts: 4h, agenda: 12}\n"
    "simulate: {for: 1y, warm-up: auto, replications: 10..60, seed: 1}\n"
    "expect:\n"
    "  - {measure: uniformity, in: join, is: higher}\n"
    "  - {measure: meeting-wait, in: join, is: higher}\n";

static const char municipal_scenario[] =
    "title: {nb: Lederne av enhetene møtes hver måned, en: The leaders of the units meet "
    "monthly}\n"
    "question:\n"
    "  nb: Blir praksis likere av et fast ledermøte, og hva koster det i ledernes tid?\n"
    "  en: Does a regular meeting make practice more uniform, and what does it cost in "
    "leaders' time?\n"
    "model: model.yaml\n"
    "alternatives:\n"
    "  meet:\n"
    "    name: {nb: Månedlig ledermøte, en: Monthly meeting}\n"
    "    changes:\n"
    "      - open: {id: ledermote, name: {nb: Ledermøte, en: Leaders' meeting}, kind: "
    "extended, chair: radmann,\n"
    "          members: kind:result-unit, meets: 12/y, lasts: 2h, agenda: 6}\n"
    "simulate: {for: 1y, warm-up: auto, replications: 10..60, seed: 1}\n"
    "expect:\n"
    "  - {measure: uniformity, in: meet, is: higher}\n"
    "  - {measure: utilisation, of: radmann, in: meet, is: higher}\n";

static const char ministries_scenario[] =
    "title: {nb: Tiltak mot et gjenstridig problem, en: Measures against a wicked "
    "problem}\n"
    "question:\n"
    "  nb: Hva gir et lederdepartement som skjærer igjennom, en felles budsjettpost og "
    "en "
    "kjernegruppe?\n"
    "  en: What do a lead ministry that cuts through, a joint budget item and a core "
    "group give?\n"
    "model: model.yaml\n"
    "alternatives:\n"
    "  lead:\n"
    "    name: {nb: Lederdepartement som skjærer igjennom, en: Lead ministry that cuts "
    "through}\n"
    "    changes:\n"
    "      - set: {task: gjenstridig, coordinates: {lead: departement-1, cuts-through: "
    "true}}\n"
    "  joint-budget:\n"
    "    name: {nb: Felles budsjettpost, en: Joint budget item}\n"
    "    changes:\n"
    "      - set: {task: gjenstridig, coordinates: {own-weight: 0%}}\n"
    "  core-group:\n"
    "    name: {nb: En kjernegruppe hver annen uke tar over, en: A core group every "
    "second week takes over}\n"
    "    changes:\n"
    "      - open: {id: kjernegruppe, name: {nb: Kjernegruppe, en: Core group}, kind: "
    "steering-group,\n"
    "          chair: departement-1, members: departement-*, meets: 26/y, lasts: 4h, "
    "agenda: 4}\n"
    "      - set: {task: gjenstridig, coordinates: {forum: kjernegruppe}}\n"
    "      - close: {forum: styringsgruppe}\n"
    "simulate: {for: 1y, warm-up: auto, replications: 10..60, seed: 1}\n"
    "expect:\n"
    "  - {measure: coordination-time, of: gjenstridig, in: lead, is: lower}\n"
    "  - {measure: utilisation, of: regjering, in: lead, is: lower, coded-in: "
    "arbitration-time}\n"
    "  - {measure: solved, of: gjenstridig, in: joint-budget, is: higher, coded-in: "
    "conflict}\n"
    "  - {measure: arbitrations, of: gjenstridig, in: joint-budget, is: lower, coded-in: "
    "conflict}\n"
    "  - {measure: coordination-time, of: gjenstridig, in: core-group, is: lower}\n"
    "  - {measure: solved, of: gjenstridig, in: core-group, is: higher, coded-in: "
    "tie-effect}\n"
    "  - {measure: meeting-hours, in: core-group, is: higher}\n";

static const struct {
    const char *form, *id, *text;
} scenarios[] = {{"municipality", "leaders-meet", municipal_scenario},
    {"directorate", "regions-join", directorate_scenario},
    {"ministries", "wicked-problem", ministries_scenario}};

const char *spenn_draft_scenario(const struct draft *d)
{
    int32_t i = 0;
    while (strcmp(scenarios[i].form, d->form) != 0) {
        i++;
    }
    return spenn_arena_format(d->memory, "%s%s",
        spenn_arena_format(d->memory, scenario_head, scenarios[i].id, scenarios[i].id),
        scenarios[i].text);
}
