/* SPDX-License-Identifier: MIT
 * "Commitment of the leadership group falls below 50 % from 16 members on." One sentence
 * says where the condition holds, with an interval where luck had a part in it. */
#include "report.h"
#include "report_explore.h"
#include "spelling.h"
#include "terminal.h"

#include "quantity.h"

#include <math.h>
#include <string.h>

struct page {
    const struct spenn_threshold *found;
    const struct spenn_threshold_question *question;
    const struct spenn_scenario *scenario;
    bool norwegian;
    struct spenn_terminal terminal;
    struct spenn_arena memory;
};

static const char *say(const struct page *page, const char *nb, const char *en)
{
    return page->norwegian ? nb : en;
}

/* A value of the measure with its unit: "50 %", "10 h". */
static const char *amount(struct page *page, double value)
{
    const char *unit = page->question->measure->unit;
    char text[64];
    if (strcmp(unit, "share") == 0) {
        double tenths = round(value * 1000) / 10;
        return spenn_arena_format(
            &page->memory, "%s %%", spenn_format_number(text, sizeof text, tenths));
    }
    (void)spenn_format_number(text, sizeof text, value);
    return spenn_arena_format(&page->memory, "%s%s%s", text, *unit ? " " : "",
        say(page, spenn_unit_norwegian(unit), unit));
}

/* A value of X: "16 members", "case.arrives 0.4/h". */
static const char *place(struct page *page, double x)
{
    const struct spenn_threshold_question *c = page->question;
    char text[40];
    (void)spenn_input_near(text, sizeof text, &c->input, x);
    if (!c->forum) {
        return spenn_arena_format(&page->memory, "%s %s", c->input.name, text);
    }
    bool own = c->of && strcmp(c->of, c->forum) == 0;
    const char *members =
        x == 1 ? say(page, "medlem", "member") : say(page, "medlemmer", "members");
    return spenn_arena_format(&page->memory, "%s %s%s%s", text, members,
        own ? "" : say(page, " i ", " of "), own ? "" : c->forum);
}

static const char *alternative(const struct page *page, int32_t a)
{
    return a < 0 ? say(page, "i dag", "baseline") : page->scenario->alternative[a].id;
}

/* "Commitment of ledergruppe in model-2", "Lead time, model-2 - baseline,". */
static const char *subject(struct page *page)
{
    const struct spenn_threshold_question *c = page->question;
    const char *title = say(page, c->measure->title_nb, c->measure->title_en);
    const char *of = !c->of
        ? ""
        : spenn_arena_format(&page->memory, "%s%s", say(page, " for ", " of "), c->of);
    if (c->paired) {
        return spenn_arena_format(&page->memory, "%s%s, %s − %s,", title, of,
            alternative(page, c->in), alternative(page, c->than));
    }
    return c->in < 0 ? spenn_arena_format(&page->memory, "%s%s", title, of)
                     : spenn_arena_format(&page->memory, "%s%s %s %s", title, of,
                         say(page, "i", "in"), alternative(page, c->in));
}

/* The last value of X with the state before a crossing, as people say it. */
static double last_of(const struct page *page, const struct spenn_crossing *crossing)
{
    return page->question->input.whole ? crossing->last : crossing->first;
}

static const char *interval(struct page *page, const struct spenn_crossing *crossing)
{
    const struct spenn_input *input = &page->question->input;
    char low[40], high[40];
    if (crossing->low == crossing->high) {
        return "";
    }
    const char *less = crossing->low_open ? say(page, "eller mindre ", "or less ") : "";
    const char *more = crossing->high_open ? say(page, " eller mer", " or more") : "";
    return spenn_arena_format(&page->memory, " (%s %s %s%s %s%s)",
        say(page, "95 %-intervall", "95 % interval"),
        spenn_input_near(low, sizeof low, input, crossing->low), less,
        say(page, "til", "to"),
        spenn_input_near(high, sizeof high, input, crossing->high), more);
}

/* The stretch on which `state` holds, between two crossings; either may be missing. */
static const char *stretch(struct page *page, const struct spenn_crossing *start,
    const struct spenn_crossing *end)
{
    struct spenn_arena *memory = &page->memory;
    char last[40];
    if (start && end) {
        return spenn_arena_format(memory, "%s %s%s %s %s%s", say(page, "fra", "from"),
            place(page, start->first), interval(page, start), say(page, "til", "to"),
            spenn_input_near(
                last, sizeof last, &page->question->input, last_of(page, end)),
            interval(page, end));
    }
    if (start) {
        return spenn_arena_format(memory, "%s %s%s%s", say(page, "fra og med", "from"),
            place(page, start->first), say(page, "", " on"), interval(page, start));
    }
    return spenn_arena_format(memory, "%s %s%s", say(page, "til og med", "up to"),
        place(page, last_of(page, end)), interval(page, end));
}

/* All stretches with the state, semicolon between; NULL when there is none. */
static const char *stretches(struct page *page, enum spenn_state state)
{
    const struct spenn_crossings *all = &page->found->crossings;
    const char *text = NULL;
    for (int32_t i = 0; i <= all->count; i++) {
        const struct spenn_crossing *start = i ? &all->crossing[i - 1] : NULL;
        const struct spenn_crossing *end = i < all->count ? &all->crossing[i] : NULL;
        enum spenn_state here = start ? start->after : all->start;
        if (here == state && all->count > 0) {
            text = spenn_arena_format(&page->memory, "%s%s%s", text ? text : "",
                text ? "; " : "", stretch(page, start, end));
        }
    }
    return text;
}

/* "(drift from 0.1/y to 2/y)", "(from 1 to 30 members)". */
static const char *range(struct page *page)
{
    const struct spenn_threshold_question *c = page->question;
    char low[40], high[40];
    const char *from =
        spenn_arena_format(&page->memory, "%s %s %s", say(page, "fra", "from"),
            spenn_input_near(low, sizeof low, &c->input, c->input.low),
            say(page, "til", "to"));
    return c->forum
        ? spenn_arena_format(&page->memory, "(%s %s)", from, place(page, c->input.high))
        : spenn_arena_format(&page->memory, "(%s %s %s)", c->input.name, from,
            spenn_input_near(high, sizeof high, &c->input, c->input.high));
}

static const char *without_crossing(struct page *page, const char *limit)
{
    enum spenn_state state = page->found->crossings.start;
    bool above = page->question->above;
    const char *side = above ? say(page, "over", "above") : say(page, "under", "below");
    const char *form = state == SPENN_UNTOLD
        ? say(page, "%s: om det er %s %s, kan ikke sies noe sted %s.",
            "%s: whether it is %s %s cannot be told anywhere %s.")
        : state == SPENN_HOLDS
        ? say(page, "%s er %s %s overalt %s.", "%s is %s %s everywhere %s.")
        : say(page, "%s er ikke %s %s noe sted %s.", "%s is not %s %s anywhere %s.");
    return spenn_arena_format(
        &page->memory, form, subject(page), side, limit, range(page));
}

/* "falls below" where it does so once and stays there, else "is below". */
static const char *with_crossings(struct page *page, const char *limit)
{
    const struct spenn_crossings *all = &page->found->crossings;
    bool above = page->question->above;
    bool once = all->count == 1 && all->start == SPENN_FAILS
        && all->crossing[0].after == SPENN_HOLDS;
    const char *side = once
        ? (above ? say(page, "kommer over", "rises above")
                 : say(page, "kommer under", "falls below"))
        : (above ? say(page, "er over", "is above") : say(page, "er under", "is below"));
    const char *where = stretches(page, SPENN_HOLDS);
    return spenn_arena_format(&page->memory, "%s %s %s %s.", subject(page), side, limit,
        where ? where
              : say(page, "ingen steder som kan sies", "nowhere that can be told"));
}

static void print_answer(struct page *page)
{
    const char *limit = amount(page, page->question->limit);
    const struct spenn_crossings *all = &page->found->crossings;
    spenn_terminal_wrap(&page->terminal,
        all->count ? with_crossings(page, limit) : without_crossing(page, limit), 6);
    if (!all->sure) {
        spenn_terminal_wrap(&page->terminal,
            say(page,
                "Andre steder i området kan ikke alle intervaller skille verdien fra "
                "grensen; flere replikasjoner gjør det.",
                "Elsewhere in the range not all intervals tell the value from the limit; "
                "more replications do."),
            2);
    }
    const char *untold = stretches(page, SPENN_UNTOLD);
    if (untold) {
        spenn_terminal_wrap(&page->terminal,
            spenn_arena_format(&page->memory,
                say(page, "Kan ikke sies: %s (for mange åpne saker, eller intet å måle).",
                    "Cannot be told: %s (too many cases still open, or nothing to "
                    "measure)."),
                untold),
            3);
    }
    if (page->found->unbounded) {
        spenn_terminal_wrap(&page->terminal,
            say(page,
                "En tid bak noe som er overbelastet eller ikke holder følge, regnes som "
                "over enhver grense.",
                "A time behind what is overloaded or cannot keep up counts as above any "
                "limit."),
            2);
    }
}

static void print_today(struct page *page)
{
    const struct spenn_threshold_question *c = page->question;
    const char *when = c->forum && c->in >= 0 ? spenn_arena_format(&page->memory, "%s %s",
                           say(page, "I", "In"), alternative(page, c->in))
                                              : say(page, "I dag", "Today");
    if (!isnan(c->value)) {
        spenn_terminal_put(&page->terminal,
            spenn_arena_format(&page->memory, "%s: %s.", when, place(page, c->value)));
    }
}

static const char *exact_method(struct page *page)
{
    const struct spenn_crossings *all = &page->found->crossings;
    bool every = page->question->input.whole
        && all->points
            == (int32_t)(page->question->input.high - page->question->input.low) + 1;
    return every ? spenn_arena_format(&page->memory,
               say(page, "Regnet eksakt for hver verdi %s.",
                   "Computed exactly for every value %s."),
               range(page))
                 : spenn_arena_format(&page->memory,
                     say(page, "Regnet eksakt: %d verdier %s, og halvering mellom dem.",
                         "Computed exactly: %d values %s, and bisection between them."),
                     all->points, range(page));
}

static const char *simulated_method(struct page *page)
{
    const struct spenn_threshold *found = page->found;
    char duration[32], warm_up[32];
    return spenn_arena_format(&page->memory,
        say(page,
            "Simulert: %d verdier %s og halvering mellom dem, %d verdier i alt, hver med "
            "%d replikasjoner av de samme sakene (%s etter %s innkjøring, frø %llu). "
            "Intervallet er der en t-test ikke kan si hvilken side av grensen verdien "
            "er på.",
            "Simulated: %d values %s and bisection between them, %d values in all, each "
            "with %d replications of the same cases (%s after a warm-up of %s, seed "
            "%llu). The interval is where a t test cannot tell on which side of the "
            "limit "
            "the value lies."),
        found->crossings.points, range(page), found->crossings.tried, found->replications,
        spenn_format_duration(duration, sizeof duration, found->duration),
        spenn_format_duration(warm_up, sizeof warm_up, found->warm_up),
        (unsigned long long)found->seed);
}

bool spenn_report_threshold(const struct spenn_threshold *found,
    const struct spenn_scenario *scenario, const char *lang, FILE *out)
{
    struct page page = {.found = found,
        .question = &found->question,
        .scenario = scenario,
        .norwegian = strcmp(lang, "nb") == 0,
        .terminal = {.out = out, .left = INT32_MAX}};
    print_answer(&page);
    print_today(&page);
    spenn_terminal_wrap(
        &page.terminal, found->exact ? exact_method(&page) : simulated_method(&page), 6);
    if (page.question->forum) {
        spenn_terminal_wrap(&page.terminal,
            say(&page,
                "Nye medlemmer hentes nedover linjen fra lederen av gruppen, så fra "
                "resten; de siste på listen går først ut.",
                "New members are taken down the line from the chair, then from the rest; "
                "the last on the list leave first."),
            3);
    }
    if (page.question->forum && page.question->input.high > page.question->units) {
        spenn_terminal_wrap(&page.terminal,
            spenn_arena_format(&page.memory,
                say(&page,
                    "Utover de %d enhetene som finnes, tenkes nye lagt til under "
                    "lederen, "
                    "uten egne saker.",
                    "Beyond the %d units there are, new ones are thought up under the "
                    "chair, without work."),
                page.question->units),
            2);
    }
    spenn_arena_free(&page.memory);
    return !ferror(out);
}
