/* SPDX-License-Identifier: MIT
 * Ownership through waves, and whose it is; its closed forms are cases of spenn verify.
 */
#include "journey.h"

#include "quantity.h"

/* A task whose cases come and go on the first step, so that only the calendar renews. */
#define OWNERS(rest)                                                                     \
    TINY("units:\n"                                                                      \
         "  - {id: topp, kind: executive}\n"                                             \
         "  - {id: a, kind: region, reports-to: topp}\n"                                 \
         "  - {id: b, kind: region, reports-to: topp, count: 3}\n"                       \
         "forums:\n"                                                                     \
         "  - {id: gruppe, kind: network, chair: a, members: [b-1, b-2], meets: 26/y, "  \
         "lasts: 1h}\n"                                                                  \
         "tasks:\n"                                                                      \
         "  - {id: felles, at: a, arrives: 1/y, decision: 1h, coordinates: {with: b-*,"  \
         " parties: 4, step: 1, " rest "}}\n" WORLD_FREE)

static double decayed(double start, double fade, double from, double hours)
{
    return start * (exp(-fade * from) - exp(-fade * (from + hours))) / (fade * hours);
}

static double owned(const char *text, double warm_up, double hours)
{
    struct world w;
    world_make(&w, text);
    world_run(&w, 3, warm_up, hours);
    double value = world_value(&w, "ownership", "felles");
    assert_true(near(value, world_value(&w, "ownership", NULL)));
    world_free(&w);
    return value;
}

static const double late = 0.5, gain = 0.5, fade = 0.5 / SPENN_YEAR;

static void the_weeks_add_up_to_the_window(void **context)
{
    (void)context;
    struct world w;
    enum { weeks = 60 };
    world_make(&w, OWNERS("forum: gruppe, renewed: 3/y"));
    double *weekly = calloc((size_t)weeks * spenn_series_count, sizeof *weekly);
    struct spenn_sim_run run = {5, 0, 40.0, weeks * SPENN_WEEK, 40.0};
    (void)spenn_sim_run(w.state, &run, w.value, weekly, weeks);
    double sum = 0.0;
    for (int32_t week = 0; week < weeks; week++) {
        sum += weekly[week * spenn_series_count + SPENN_SERIES_OWNERSHIP] / weeks;
    }
    assert_true(near(sum, world_value(&w, "ownership", NULL)));
    assert_true(spenn_sim_has_series(w.plan, SPENN_SERIES_OWNERSHIP));
    free(weekly);
    world_free(&w);
}

/* A and B merge; C takes over nothing; all are parties before and after. */
static void a_merged_unit_has_the_mean(void **context)
{
    (void)context;
    struct spenn_arena memory = {0};
    int32_t first[] = {0, 3}, fewer[] = {0, 2}, unit[] = {0, 1, 2};
    bool sits[] = {true, false, false};
    struct spenn_ownership_law law = {late, 0.01, gain, 0, 10.0, INFINITY};
    struct spenn_ownership_plan plan = {1, first, unit, sits, NULL, &law};
    struct spenn_ownership_plan after = {1, fewer, unit, sits, NULL, &law};
    struct spenn_lineage lineage = {
        .first_source = (int32_t[]){0, 2, 3}, .source = (spenn_id[]){0, 1, 2}};
    struct spenn_ownership s;
    spenn_ownership_new(&s, &memory, (const int32_t[]){3, 1, 2});
    s.to = 100.0;
    s.phase[0] = 4.0;
    spenn_ownership_reset(&s, &plan);
    double a = spenn_ownership_now(&s, 0, 0, 5.0), b = spenn_ownership_now(&s, 0, 1, 5.0);
    assert_true(near(b, late * exp(-0.05)));
    assert_true(near(a, (gain + (1 - gain) * late * exp(-0.04)) * exp(-0.01)));
    spenn_ownership_leave(&s, 5.0);
    spenn_ownership_pass(&s, &after, &lineage, 5.0);
    assert_true(near(spenn_ownership_now(&s, 0, 0, 5.0), 0.5 * (a + b)));
    assert_true(near(spenn_ownership_now(&s, 0, 1, 5.0), b));
    double met = 0.5 * (a + b) * exp(-0.09); /* the next meeting is at 14 */
    assert_true(near(spenn_ownership_now(&s, 0, 0, 14.0), gain + (1.0 - gain) * met));
    spenn_arena_free(&memory);
}

static double owned_with(const char *text, const char *changes, double at)
{
    const struct stop stops[] = {{at, changes, NULL}, {0, NULL, NULL}};
    struct journey j;
    journey_make(&j, text, stops);
    world_run(&j.last, 3, 0.0, 4000.0);
    double value = world_value(&j.last, "ownership", "felles");
    journey_free(&j);
    return value;
}

/* Who is anchored at 1000 hours keeps what is left; a merged unit counts once. */
static void it_goes_on_through_waves(void **context)
{
    (void)context;
    const char *text = OWNERS("forum: gruppe, renewed: 5/y");
    double same = owned_with(text, "- rename: {unit: b-1, id: ny}\n", 777.7);
    assert_true(near(same, owned(text, 0.0, 4000.0)));
    double until = decayed(late, fade, 0.0, 1000.0), left = late * exp(-fade * 1000.0);
    double kept = owned_with(
        OWNERS(""), "- set: {task: felles, coordinates: {anchoring: 100%}}\n", 1000.0);
    assert_true(near(kept, 0.25 * until + 0.75 * left));
    double merged =
        owned_with(text, "- merge: {units: [b-1, b-2], into: {id: b}}\n", 2000.0);
    double first = owned(text, 0.0, 2000.0), then = owned(text, 2000.0, 2000.0);
    double absent = owned(OWNERS("renewed: 5/y"), 2000.0, 2000.0);
    double present = (4.0 * then - absent) / 3.0;
    assert_true(near(merged, (4.0 * first + 2.0 * present + absent) / 7.0));
}

/* From a wave on, to another that ends it, and anew. */
static void it_begins_when_a_task_begins_to_coordinate(void **context)
{
    (void)context;
    const char *text =
        TINY("units:\n"
             "  - {id: a, kind: region}\n"
             "  - {id: b, kind: region, count: 3}\n"
             "tasks:\n"
             "  - {id: felles, at: a, arrives: 1/d, handling: 1h, decision: 30min}\n"
             "assume: {ownership-renewal: 0%}\n");
    const char *begin =
        "- set: {task: felles, coordinates: {with: b-*, parties: 4, step: 2}}\n";
    assert_true(near(owned_with(text, begin, 1000.0), decayed(late, fade, 0.0, 3000.0)));
    const struct stop stops[] = {{1000.0, begin, NULL},
        {2000.0, "- merge: {units: [b-1, b-2, b-3], into: {id: b}}\n", NULL},
        {2500.0, "- merge: {units: [a, b], into: {id: ab}}\n", NULL}, {0, NULL, NULL}};
    struct journey j;
    journey_make(&j, text, stops);
    world_run(&j.last, 3, 0.0, 4000.0);
    assert_int_equal(j.last.state->open, 0);
    journey_free(&j);
}

/* Whoever leads takes part in every case, and once, also when it is among those who may
 * be drawn; of the others each in an equal share. */
static void who_leads_takes_part_once(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: region, reports-to: topp, count: 4}\n"
             "tasks:\n"
             "  - {id: felles, at: a-1, arrives: 1/d, handling: 1h, coordinates:"
             " {with: a-*, parties: 2, step: 4, lead: a-2}}\n" WORLD_FREE));
    const struct spenn_ownership_plan *plan = &w.plan->bond->ownership;
    const double expected[] = {1.0, 1.0, 1.0 / 3.0, 1.0 / 3.0};
    for (spenn_id u = 1; u <= 4; u++) {
        int32_t row = spenn_ownership_row(plan, 0, u);
        assert_true(near(plan->cases[row] * SPENN_DAY, expected[u - 1]));
    }
    world_free(&w);
}

/* A unit that takes over cases stays who it is; who served them is no party any more. */
static void who_takes_over_cases_keeps_its_own(void **context)
{
    (void)context;
#define SITTING(forum)                                                                   \
    TINY("units:\n"                                                                      \
         "  - {id: topp, kind: executive}\n"                                             \
         "  - {id: a, kind: region, reports-to: topp, count: 3}\n"                       \
         "forums:\n"                                                                     \
         "  - {id: gruppe, kind: network, chair: a-2, members: a-3, meets: 52/y,"        \
         " lasts: 1h}\n"                                                                 \
         "tasks:\n"                                                                      \
         "  - {id: felles, at: a-1, arrives: 1/y, decision: 1h, coordinates: {with:"     \
         " a-*, parties: 3, step: 1" forum "}}\n" WORLD_FREE)
    const char *text = SITTING(", forum: gruppe");
    double moved = owned_with(
        text, "- transfer: {task: felles, from: a-1, to: a-2, share: 100%}\n", 2000.0);
    double first = owned(text, 0.0, 2000.0), then = owned(text, 2000.0, 2000.0);
    double absent = owned(SITTING(""), 2000.0, 2000.0);
    double present = (3.0 * then - absent) / 2.0;
    assert_true(near(moved, (3.0 * first + 2.0 * present) / 5.0));
}

static void no_task_that_coordinates_no_ownership(void **context)
{
    (void)context;
    struct world w;
    world_make(&w, WORLD_RICH);
    const struct spenn_results *slots = spenn_sim_slots(w.plan);
    assert_int_equal(spenn_results_find(slots, "ownership", NULL), -1);
    assert_int_equal(spenn_results_find(slots, "tie", NULL), -1);
    assert_null(w.state->bond);
    world_free(&w);
}

/* As where a unit is tried so many times over: all have the partners of the first. */
static void streams_may_share_their_partners(void **context)
{
    (void)context;
    struct spenn_arena memory = {0};
    struct spenn_model m;
    tiny_model(TINY("units:\n"
                    "  - {id: topp, kind: executive}\n"
                    "  - {id: a, kind: region, count: 9, reports-to: topp}\n"
                    "tasks:\n"
                    "  - {id: felles, at: a-*, arrives: 1/y, decision: 1h,"
                    " coordinates: {with: a-*, parties: 4, step: 1}}\n"),
        &m);
    for (int32_t s = 0; s < m.streams.count; s++) {
        m.streams.first_partner[s] = 0;
    }
    m.partners.count = m.streams.partners[0];
    struct spenn_ownership_plan plan = spenn_ownership_plan_make(&m, &memory);
    assert_int_equal(plan.first[1], 9);
    spenn_arena_free(&memory);
    spenn_model_free(&m);
}

/* What the traffic equations reckon with is what a first year of cases comes to. */
static void the_flows_reckon_with_the_first_year(void **context)
{
    (void)context;
    enum { runs = 200 };
    struct world w;
    double owned_sum = 0.0, tie_sum = 0.0, cases = 0.0;
    world_make(&w,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: region, reports-to: topp}\n"
             "  - {id: b, kind: region, reports-to: topp, count: 3}\n"
             "tasks:\n"
             "  - {id: felles, at: a, arrives: 6/y, decision: 1h, coordinates: {with:"
             " b-*, parties: 4, step: 2, mechanisms: voluntary, renewed: 12/y}}\n"
             "assume: {talk-time: 0min, message-time: 0min, understanding: 100%}\n"));
    for (int32_t r = 0; r < runs; r++) {
        struct spenn_sim_run run = {1, r, 0.0, SPENN_YEAR, 0};
        (void)spenn_sim_run(w.state, &run, w.value, NULL, 0);
        owned_sum += world_value(&w, "ownership", NULL) / runs;
        tie_sum += w.state->bond->task[0].sum;
        cases += (double)w.state->bond->task[0].cases;
    }
    double ties = spenn_bond_usual_tie(w.plan, 0, (spenn_id[]){1, 2, 3, 4}, 4);
    assert_true(fabs(owned_sum - spenn_bond_usual_ownership(w.plan, 0)) < 0.01);
    assert_true(fabs(tie_sum / cases - ties) < 0.01);
    world_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_weeks_add_up_to_the_window),
        cmocka_unit_test(a_merged_unit_has_the_mean),
        cmocka_unit_test(it_goes_on_through_waves),
        cmocka_unit_test(it_begins_when_a_task_begins_to_coordinate),
        cmocka_unit_test(who_leads_takes_part_once),
        cmocka_unit_test(who_takes_over_cases_keeps_its_own),
        cmocka_unit_test(no_task_that_coordinates_no_ownership),
        cmocka_unit_test(streams_may_share_their_partners),
        cmocka_unit_test(the_flows_reckon_with_the_first_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
