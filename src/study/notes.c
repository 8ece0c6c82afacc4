/* SPDX-License-Identifier: MIT
 * Notes in Norwegian and English. A list of desks is cut after the first few: the rows of
 * results have them all. */
#include "question.h"
#include "rows.h"

#include <math.h>
#include <string.h>

enum { named_desks = 5 };
static const double check_error = 0.01; /* of the self-check as a whole */
static const double rounding = 1e-9;

void spenn_note_add(struct spenn_study *study, const char *nb, const char *en)
{
    if (!study->note) {
        study->note =
            spenn_arena_alloc(&study->memory, spenn_most_notes, sizeof *study->note);
    }
    if (study->note_count < spenn_most_notes) {
        study->note[study->note_count++] = (struct spenn_study_note){nb, en};
    }
}

struct list { /* "a, b, c" and how many were not named */
    int32_t count;
    const char *text;
};

static void name_desk(struct spenn_arena *memory, struct list *list, const char *text)
{
    if (list->count++ < named_desks) {
        list->text = list->text ? spenn_arena_format(memory, "%s, %s", list->text, text)
                                : spenn_arena_text(memory, text);
    }
}

static void add_list(
    struct spenn_study *study, const struct list *list, const char *nb, const char *en)
{
    if (!list->count) {
        return;
    }
    int32_t more = list->count - named_desks;
    const char *end = more > 0 ? spenn_arena_format(&study->memory, " (+ %d)", more) : "";
    spenn_note_add(study,
        spenn_arena_format(&study->memory, "%s: %s%s", nb, list->text, end),
        spenn_arena_format(&study->memory, "%s: %s%s", en, list->text, end));
}

/* The alternative in a Norwegian sentence. */
static const char *name_nb(const char *name)
{
    return strcmp(name, "baseline") == 0 ? "i dag" : name;
}

static void note_trouble(
    struct spenn_study *study, const struct spenn_group *group, int32_t w)
{
    const struct spenn_sim_flows *flows = spenn_sim_flows(group->world[w].plan);
    struct spenn_arena *memory = &study->memory;
    const char *name = spenn_world_name(study->scenario, w);
    struct list overloaded = {0}, stuck = {0}, relieved = {0};
    for (int32_t i = 0; i < flows->count; i++) {
        if (flows->overloaded[i]) {
            name_desk(memory, &overloaded, flows->subject[i]);
        }
        bool for_good = group->world[w].trouble.stuck[i];
        if (flows->utilisation[i] >= 1 && !for_good) {
            name_desk(memory, &relieved,
                spenn_arena_format(memory, "%s %s", flows->subject[i],
                    spenn_short_number(memory, flows->utilisation[i])));
        }
        if (flows->growth[i] > 0 && for_good) {
            name_desk(memory, &stuck,
                spenn_arena_format(memory, "%s +%s", flows->subject[i],
                    spenn_short_number(memory, flows->growth[i])));
        }
    }
    study->limited = study->limited || overloaded.count || stuck.count;
    add_list(study, &overloaded,
        spenn_arena_format(
            memory, "%s: overbelastet, bundne timer fyller uka", name_nb(name)),
        spenn_arena_format(
            memory, "%s: overloaded, committed hours fill the week", name));
    add_list(study, &stuck,
        spenn_arena_format(memory,
            "%s: holder ikke følge, restansen vokser (saker i uka)", name_nb(name)),
        spenn_arena_format(
            memory, "%s: cannot keep up, the backlog grows (cases a week)", name));
    add_list(study, &relieved,
        spenn_arena_format(memory,
            "%s: får mer enn det er tid til, bare frister avlaster (last)",
            name_nb(name)),
        spenn_arena_format(memory,
            "%s: gets more than there is time for, relieved by deadlines only (load)",
            name));
    double open = group->world[w].open.mean;
    if (open > spenn_open_most) {
        const char *share = spenn_short_number(memory, 100 * open);
        spenn_note_add(study,
            spenn_arena_format(memory, "%s: %s %% av sakene er fortsatt åpne til slutt",
                name_nb(name), share),
            spenn_arena_format(memory, "%s: %s %% of the cases are still open at the end",
                name_nb(name), share));
    }
}

/* The equations are of one plan, so they say nothing of a window with waves. */
static bool checkable(const struct spenn_world *world, int32_t i)
{
    const struct spenn_sim_flows *flows = spenn_sim_flows(world->plan);
    return !world->waves && flows->slot[i] >= 0 && !flows->bound[i]
        && !flows->overloaded[i] && flows->utilisation[i] < 1
        && world->mean[flows->slot[i]].count > 1;
}

/* Nobody came in the `hours` of each replication, and so few are expected (Poisson) that
 * this is nothing to wonder at. */
static bool is_rare(
    const struct spenn_world *world, int32_t i, double hours, double alpha)
{
    const struct spenn_sim_flows *flows = spenn_sim_flows(world->plan);
    const struct spenn_moments *mean = &world->mean[flows->slot[i]];
    return mean->mean <= 0 && exp(-flows->visits[i] * hours * mean->count) >= alpha;
}

/* The desks of a world whose simulated utilisation is not that of the traffic equations
 * at error `alpha` each. */
static struct list differing(struct spenn_arena *memory, const struct spenn_world *world,
    double hours, double alpha)
{
    const struct spenn_sim_flows *flows = spenn_sim_flows(world->plan);
    struct list differ = {0};
    for (int32_t i = 0; i < flows->count; i++) {
        if (!checkable(world, i) || is_rare(world, i, hours, alpha)) {
            continue;
        }
        const struct spenn_moments *mean = &world->mean[flows->slot[i]];
        double half = spenn_moments_half(mean, alpha);
        if (fabs(mean->mean - flows->utilisation[i]) > half + rounding) {
            name_desk(memory, &differ,
                spenn_arena_format(memory, "%s %s (%s)", flows->subject[i],
                    spenn_short_number(memory, mean->mean),
                    spenn_short_number(memory, flows->utilisation[i])));
        }
    }
    return differ;
}

/* All desks of all worlds are one family: each may err with an equal part of 1 %. */
static void check_flows(struct spenn_study *study, const struct spenn_group *group)
{
    int32_t family = 0;
    for (int32_t w = 0; w < group->count; w++) {
        int32_t flows = spenn_sim_flows(group->world[w].plan)->count;
        for (int32_t i = 0; i < flows; i++) {
            family += checkable(&group->world[w], i);
        }
    }
    for (int32_t w = 0; w < group->count && family > 0; w++) {
        struct list differ = differing(
            &study->memory, &group->world[w], group->run.duration, check_error / family);
        const char *name = spenn_world_name(study->scenario, w);
        add_list(study, &differ,
            spenn_arena_format(&study->memory,
                "%s: simulert belegg avviker fra strømningslikningene", name_nb(name)),
            spenn_arena_format(&study->memory,
                "%s: simulated utilisation differs from the traffic equations", name));
    }
}

/* Of the measures that something is expected of, each once. */
static void note_caveats(struct spenn_study *study)
{
    const struct spenn_scenario *scenario = study->scenario;
    for (int32_t i = 0; i < scenario->expect_count; i++) {
        const char *measure = scenario->expect[i].measure;
        int32_t before = 0;
        while (strcmp(scenario->expect[before].measure, measure) != 0) {
            before++;
        }
        if (before == i && spenn_measure_caveat(measure, false)) {
            spenn_note_add(study, spenn_measure_caveat(measure, true),
                spenn_measure_caveat(measure, false));
        }
    }
}

void spenn_notes_add(struct spenn_study *study, const struct spenn_group *group)
{
    const struct spenn_scenario *scenario = study->scenario;
    if (scenario->caveat) {
        spenn_note_add(study, scenario->caveat,
            scenario->caveat_en ? scenario->caveat_en : scenario->caveat);
    }
    note_caveats(study);
    for (int32_t w = 0; w < group->count; w++) {
        note_trouble(study, group, w);
    }
    check_flows(study, group);
}
