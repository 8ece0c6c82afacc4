/* SPDX-License-Identifier: MIT
 * The largest workable number of reports of a leader: copies of its typical report are
 * added, or taken away, until its promised hours, its desk or the agenda it chairs are
 * above the limit, or the span rule fires. Each limit is monotone in the number, so its
 * largest number is found by halving. What the answer hangs on is the assumption whose
 * range moves it most. */
#include "common.h"

#include "measure.h"
#include "quantity.h"
#include "resize.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { most_copies = 256, grid = 6 };

enum bound { BOUND_HOURS, BOUND_DESK, BOUND_AGENDA, BOUND_SPAN, BOUND_COUNT };

struct point { /* with a number of reports */
    int32_t reports;
    double forums, contact, committed; /* h/w of one leader */
    double value[BOUND_COUNT];         /* 1 is the limit */
    double desk, agenda;               /* loads */
};

struct sweep {
    const struct spenn_ask *ask;
    struct spenn_answer *answer;
    const struct spenn_ask_state *state;
    struct spenn_model m; /* an own copy: assumptions are moved in it */
    spenn_id leader;
    struct spenn_resize resize;
    spenn_id *alike;
    int32_t others;     /* reports of other kinds */
    int32_t most;       /* reports looked at */
    int32_t room;       /* copies that `seen` holds */
    struct point *seen; /* with a number of copies; reports 0: not computed */
    struct spenn_arena memory;
};

/* Kinds that stand beside the line, and those who lead with the leader, are no reports to
 * multiply. */
static bool multiplies(int32_t kind)
{
    return kind != SPENN_STAFF && kind != SPENN_SUPPORT && kind != SPENN_ADVICE
        && kind != SPENN_DEPUTY && kind != SPENN_LEGAL_ENTITY && kind != SPENN_EXTERNAL;
}

/* Of the reports, by kind; the first among equals in the order of units. */
static int32_t commonest_kind(const struct sweep *sweep, int32_t *reports)
{
    const struct spenn_units *units = &sweep->m.units;
    int32_t count[SPENN_KIND_COUNT] = {0}, best = -1, most = 0;
    *reports = 0;
    for (spenn_id u = 0; u < units->count; u++) {
        if (units->parent[u] == sweep->leader) {
            count[units->kind[u]]++;
            ++*reports;
        }
    }
    for (spenn_id u = 0; u < units->count; u++) {
        bool mine = units->parent[u] == sweep->leader;
        if (mine && multiplies(units->kind[u]) && count[units->kind[u]] > most) {
            best = units->kind[u];
            most = count[best];
        }
    }
    return best;
}

struct rated { /* a report and the cases an hour that arise there */
    spenn_id unit;
    double rate;
};

static int by_rate(const void *a, const void *b)
{
    const struct rated *x = a, *y = b;
    if (x->rate < y->rate || x->rate > y->rate) {
        return x->rate < y->rate ? -1 : 1;
    }
    return (x->unit > y->unit) - (x->unit < y->unit);
}

/* The first in the order of units of those with the median rate. */
static spenn_id median_of(struct sweep *sweep)
{
    const struct spenn_model *m = &sweep->m;
    const struct spenn_resize *resize = &sweep->resize;
    size_t units = (size_t)m->units.count, count = (size_t)resize->count;
    double *rate = spenn_arena_alloc(&sweep->memory, units, sizeof *rate);
    struct rated *rated = spenn_arena_alloc(&sweep->memory, count, sizeof *rated);
    for (int32_t s = 0; s < m->streams.count; s++) {
        rate[m->origins.unit[m->streams.origin[s]]] += m->streams.rate[s];
    }
    for (size_t i = 0; i < count; i++) {
        rated[i] = (struct rated){resize->alike[i], rate[resize->alike[i]]};
    }
    qsort(rated, count, sizeof *rated, by_rate);
    size_t median = (count - 1) / 2;
    while (median > 0 && !(rated[median - 1].rate < rated[median].rate)) {
        median--;
    }
    return rated[median].unit;
}

/* The typical report: of the commonest kind, with the median amount of cases. */
static bool choose_typical(struct sweep *sweep)
{
    const struct spenn_units *units = &sweep->m.units;
    struct spenn_resize *resize = &sweep->resize;
    int32_t reports, kind = commonest_kind(sweep, &reports);
    sweep->alike =
        spenn_arena_alloc(&sweep->memory, (size_t)reports + 1, sizeof *sweep->alike);
    for (spenn_id u = 0; u < units->count; u++) {
        if (units->parent[u] == sweep->leader && units->kind[u] == kind) {
            sweep->alike[resize->count++] = u;
        }
    }
    resize->alike = sweep->alike;
    sweep->others = reports - resize->count;
    if (resize->count > 0) {
        resize->typical = median_of(sweep);
    }
    return resize->count > 0;
}

/* The most loaded desk of the leader and of those who answer in its place. */
static double desk_of(
    const struct sweep *sweep, const struct spenn_model *m, const struct loads *loads)
{
    struct spenn_arena scratch = {0};
    struct spenn_team team = spenn_team_make(m, &scratch);
    double desk = loads->leader[sweep->leader];
    for (spenn_id v = 0; v < m->units.count; v++) {
        bool mine = m->units.parent[v] == sweep->leader;
        for (int32_t i = 0; mine && i < team.size[v]; i++) {
            desk = fmax(desk, loads->leader[team.member[team.first[v] + i]]);
        }
    }
    spenn_arena_free(&scratch);
    return desk;
}

static struct point compute_point(const struct sweep *sweep, int32_t reports)
{
    struct spenn_model m = {0};
    struct loads loads;
    struct spenn_resize resize = sweep->resize;
    struct point point = {.reports = reports};
    spenn_id u = sweep->leader;
    resize.wanted = reports - sweep->others;
    spenn_model_resize(&sweep->m, &resize, &m);
    loads_make(&m, &loads);
    point.forums = loads.hours.forums[u];
    point.committed = loads.hours.committed[u];
    point.contact = point.committed - point.forums - m.assume.value[SPENN_ADMINISTRATION];
    point.desk = desk_of(sweep, &m, &loads);
    for (spenn_id f = 0; f < m.forums.count; f++) {
        point.agenda =
            m.forums.chair[f] == u ? fmax(point.agenda, loads.agenda[f]) : point.agenda;
    }
    double limit = sweep->ask->limit;
    point.value[BOUND_HOURS] = point.committed / SPENN_WEEK / limit;
    point.value[BOUND_DESK] = point.desk / limit;
    point.value[BOUND_AGENDA] = point.agenda / limit;
    point.value[BOUND_SPAN] = (double)reports / m.units.leaders[u] / spenn_span_limit;
    spenn_arena_free(&loads.memory);
    spenn_model_free(&m);
    return point;
}

/* Computed once for each number of copies. */
static struct point at_reports(struct sweep *sweep, int32_t reports)
{
    struct point *seen = &sweep->seen[reports - sweep->others];
    if (seen->reports == 0) {
        *seen = compute_point(sweep, reports);
    }
    return *seen;
}

/* How far to look: four times the number at which something breaks. */
static int32_t find_most(struct sweep *sweep)
{
    int32_t copies = sweep->resize.count;
    for (; copies < sweep->room / 4; copies *= 2) {
        struct point point = at_reports(sweep, sweep->others + copies);
        if (point.value[BOUND_HOURS] > 1 || point.value[BOUND_DESK] > 1
            || point.value[BOUND_AGENDA] > 1) {
            break;
        }
    }
    return sweep->others + (copies < sweep->room / 4 ? 4 * copies : sweep->room);
}

/* The largest number of reports within the bound; `most` when none breaks it. */
static int32_t largest_within(struct sweep *sweep, enum bound bound)
{
    int32_t low = sweep->others, high = sweep->most;
    if (at_reports(sweep, high).value[bound] <= 1) {
        return high;
    }
    while (low + 1 < high) {
        int32_t middle = (low + high) / 2;
        *(at_reports(sweep, middle).value[bound] <= 1 ? &low : &high) = middle;
    }
    return low;
}

static int ascending(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

/* The limit that stops first, of the first `bounds`. */
static enum bound first_of(const int32_t within[BOUND_COUNT], enum bound bounds)
{
    enum bound first = BOUND_HOURS;
    for (enum bound b = BOUND_HOURS; b < bounds; b++) {
        first = within[b] < within[first] ? b : first;
    }
    return first;
}

/* Numbers worth showing: today's, both sides of each bound up to twice the first, and a
 * grid. Ascending, each once. */
static int32_t choose_shown(
    const struct sweep *sweep, const int32_t within[BOUND_COUNT], int32_t *shown)
{
    int32_t present = sweep->others + sweep->resize.count, count = 0, kept = 0;
    int32_t least = sweep->others + 1,
            top = 2 * within[first_of(within, BOUND_COUNT)] + 1;
    top = present > top ? present : top;
    top = top < sweep->most ? top : sweep->most;
    shown[count++] = present;
    for (enum bound b = BOUND_HOURS; b < BOUND_COUNT; b++) {
        for (int32_t n = within[b]; n <= within[b] + 1 && within[b] < top; n++) {
            shown[count++] = n;
        }
    }
    for (int32_t i = 0; i <= grid; i++) {
        shown[count++] = least + (top - least) * i / grid;
    }
    qsort(shown, (size_t)count, sizeof *shown, ascending);
    for (int32_t i = 0; i < count; i++) {
        if (shown[i] >= least && (kept == 0 || shown[i] != shown[kept - 1])) {
            shown[kept++] = shown[i];
        }
    }
    return kept;
}

static const char *bound_word(const struct spenn_ask *ask, enum bound bound)
{
    static const char *const words[][2] = {
        {"hours", "timer"}, {"desk", "pult"}, {"agenda", "sakliste"}, {"span", "spenn"}};
    return words[bound][ask->norwegian];
}

static const char *bound_name(const struct spenn_ask *ask, enum bound bound)
{
    static const char *const names[][2] = {{"hours promised", "timer som er lovt bort"},
        {"the desk", "pulten"}, {"the agenda", "saklisten"},
        {"the span rule", "regelen om kontrollspenn"}};
    return ask->bars ? names[bound][ask->norwegian] : bound_word(ask, bound);
}

static void put_point(struct sweep *sweep, const struct point *point)
{
    struct spenn_answer *answer = sweep->answer;
    const char **cell = spenn_sheet_add(&answer->sheet);
    const char *broken = "";
    for (enum bound b = BOUND_HOURS; b < BOUND_COUNT; b++) {
        if (point->value[b] > 1) {
            broken = spenn_arena_format(&answer->sheet.memory, "%s%s%s", broken,
                *broken ? ", " : "", bound_word(sweep->ask, b));
        }
    }
    cell[0] = sweep->state->id;
    cell[1] = spenn_arena_format(&answer->sheet.memory, "%d", point->reports);
    cell[2] = decimal(answer, point->forums);
    cell[3] = decimal(answer, point->contact);
    cell[4] = decimal(answer, point->committed);
    cell[5] = percent(answer, point->desk);
    cell[6] = percent(answer, point->agenda);
    cell[7] = broken;
}

/* Assumptions of a leader's week. */
static const int32_t assumed[] = {SPENN_CONTACT_PER_REPORT, SPENN_CONTACT_MINIMUM,
    SPENN_CONTACT_SHARE, SPENN_ADMINISTRATION};

static void forget(struct sweep *sweep)
{
    for (int32_t i = 0; i <= sweep->room; i++) {
        sweep->seen[i].reports = 0;
    }
}

/* The largest number within the bound if the assumption had this value. */
static int32_t largest_when(
    struct sweep *sweep, enum bound bound, double *assumption, double value)
{
    double kept = *assumption;
    *assumption = value;
    forget(sweep);
    int32_t number = largest_within(sweep, bound);
    *assumption = kept;
    forget(sweep);
    return number;
}

/* The one whose range moves the bound most; SPENN_NONE when none moves it. */
static int32_t decisive_of(struct sweep *sweep, enum bound bound, int32_t number[2])
{
    int32_t decisive = SPENN_NONE, widest = 0;
    for (size_t i = 0; i < sizeof assumed / sizeof *assumed; i++) {
        double *value = &sweep->m.assume.value[assumed[i]];
        int32_t at[2];
        at[0] = largest_when(sweep, bound, value, sweep->m.assume.low[assumed[i]]);
        at[1] = largest_when(sweep, bound, value, sweep->m.assume.high[assumed[i]]);
        if (abs(at[0] - at[1]) > widest) {
            widest = abs(at[0] - at[1]);
            decisive = assumed[i];
            number[0] = at[0];
            number[1] = at[1];
        }
    }
    return decisive;
}

static void put_decisive(struct sweep *sweep, enum bound bound)
{
    struct spenn_arena *memory = &sweep->answer->sheet.memory;
    int32_t number[2] = {0};
    int32_t decisive = decisive_of(sweep, bound, number);
    char low[40], high[40];
    if (decisive == SPENN_NONE) {
        add_foot(sweep->answer,
            say(sweep->ask, "Ingen antakelse om lederens uke flytter svaret.",
                "No assumption on the leader's week moves the answer."));
        return;
    }
    const struct spenn_assumptions *assume = &sweep->m.assume;
    add_foot(sweep->answer,
        spenn_arena_format(memory,
            say(sweep->ask, "Svaret henger mest på antakelsen %s: %d ved %s, %d ved %s.",
                "The answer hangs most on the assumption %s: %d at %s, %d at %s."),
            spenn_assumption_keys[decisive].id, number[0],
            spenn_assumption_format(low, sizeof low, decisive, assume->low[decisive]),
            number[1],
            spenn_assumption_format(
                high, sizeof high, decisive, assume->high[decisive])));
}

/* A rule of thumb, with who says so and who does not. */
static void put_rule(struct sweep *sweep)
{
    for (int32_t i = 0; i < spenn_finding_rule_count; i++) {
        const struct spenn_finding_rule *rule = &spenn_finding_rules[i];
        if (strcmp(rule->id, "span-too-wide") == 0) {
            add_foot(sweep->answer,
                spenn_arena_format(&sweep->answer->sheet.memory,
                    say(sweep->ask, "Regelen er %d for hver leder: %s; imot: %s.",
                        "The rule is %d for each leader: %s; against: %s."),
                    spenn_span_limit, rule->source, rule->counter));
        }
    }
}

static void put_result(struct sweep *sweep, const int32_t within[BOUND_COUNT])
{
    struct spenn_arena *memory = &sweep->answer->sheet.memory;
    const struct spenn_ask *ask = sweep->ask;
    enum bound first = first_of(within, BOUND_COUNT);
    const char *who = name_of(ask, &sweep->m, sweep->leader);
    const char *like = name_of(ask, &sweep->m, sweep->resize.typical);
    add_head(sweep->answer,
        spenn_arena_format(memory,
            say(ask,
                "%s: %s har %d underlagte og kan ha %d (som %s) ved en grense på %s %%; "
                "først stopper %s.",
                "%s: %s has %d reports and can have %d (like %s) at a limit of %s %%; "
                "what stops first is %s."),
            sweep->state->name, who, sweep->others + sweep->resize.count, within[first],
            like, percent(sweep->answer, ask->limit), bound_name(ask, first)));
    const char *each = "";
    for (enum bound b = BOUND_HOURS; b < BOUND_COUNT; b++) {
        each = spenn_arena_format(memory,
            within[b] < sweep->most ? "%s%s%s %d" : "%s%s%s > %d", each,
            *each ? ", " : "", bound_name(ask, b), within[b]);
    }
    add_foot(
        sweep->answer, spenn_arena_format(memory, "%s: %s.", sweep->state->name, each));
    if (first == BOUND_SPAN) {
        put_rule(sweep);
        first = first_of(within, BOUND_SPAN);
        add_foot(sweep->answer,
            spenn_arena_format(memory,
                say(ask, "Uten regelen: %d, da stopper %s.",
                    "Without the rule: %d, then %s stops it."),
                within[first], bound_name(ask, first)));
    }
    put_decisive(sweep, first);
}

static void answer_sweep(struct sweep *sweep)
{
    int32_t within[BOUND_COUNT], shown[grid + 2 + 2 * BOUND_COUNT];
    int32_t present = sweep->resize.count;
    sweep->room = present > most_copies / 2 ? 2 * present : most_copies;
    sweep->seen =
        spenn_arena_alloc(&sweep->memory, (size_t)sweep->room + 1, sizeof *sweep->seen);
    sweep->most = find_most(sweep);
    for (enum bound b = BOUND_HOURS; b < BOUND_COUNT; b++) {
        within[b] = largest_within(sweep, b);
    }
    int32_t count = choose_shown(sweep, within, shown);
    for (int32_t i = 0; i < count; i++) {
        struct point point = at_reports(sweep, shown[i]);
        put_point(sweep, &point);
    }
    put_result(sweep, within);
}

static bool answer_state(struct sweep *sweep, struct spenn_error *err)
{
    const struct spenn_model *m = sweep->state->m;
    sweep->leader = find_unit(m, sweep->ask->unit[0]);
    if (sweep->leader == SPENN_NONE) {
        add_head(sweep->answer,
            spenn_arena_format(&sweep->answer->sheet.memory,
                say(sweep->ask, "%s: %s finnes ikke.", "%s: there is no %s."),
                sweep->state->name, sweep->ask->unit[0]));
        return true;
    }
    spenn_model_copy(m, &sweep->m);
    bool ok = choose_typical(sweep)
        || spenn_fail(err, (struct spenn_where){.file = m->file},
            "'%s' has no reports in the line to multiply", sweep->ask->unit[0]);
    if (ok) {
        answer_sweep(sweep);
    }
    spenn_model_free(&sweep->m);
    spenn_arena_free(&sweep->memory);
    return ok;
}

bool ask_largest(
    const struct spenn_ask *ask, struct spenn_answer *answer, struct spenn_error *err)
{
    static const char *const en[] = {"when", "reports", "forums-h", "contact-h",
        "promised-h", "desk-%", "agenda-%", "breaks"};
    static const char *const nb[] = {"når", "underlagte", "møter-t", "kontakt-t",
        "lovt-t", "pult-%", "sakliste-%", "stopper"};
    answer->sheet.columns = 8;
    answer->sheet.title = ask->norwegian ? nb : en;
    answer->sheet.numeric = 0x7e;
    bool ok = check_units(ask, 1, err);
    for (int32_t i = 0; ok && i < ask->states; i++) {
        struct sweep sweep = {.ask = ask, .answer = answer, .state = &ask->state[i]};
        ok = answer_state(&sweep, err);
    }
    return ok;
}
