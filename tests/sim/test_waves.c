/* SPDX-License-Identifier: MIT
 * An organization that changes while it works: what must stay as it was to the last bit,
 * what nobody may lose, and where the numbers go. */
#include "journey.h"

#include "practice_plan.h"

#define RENAME "- rename: {unit: nord, id: nordre}\n- rename: {unit: avd-1, id: ene}\n"
#define PRACTICE "practice: {among: 'kind:region'}\nassume: {transition-dip: 0%}\n"

static size_t bytes_of(const struct world *w)
{
    return (size_t)spenn_sim_slots(w->plan)->count * sizeof(double);
}

static void a_wave_that_only_renames_changes_no_bit(void **context)
{
    (void)context;
    const struct stop none[] = {{0, NULL, NULL}};
    const struct stop stops[] = {{0, RENAME, NULL},
        {555.5, "- rename: {unit: vest, id: vestre}\n", NULL}, {0, NULL, NULL}};
    struct journey a, b;
    journey_make(&a, WORLD_RICH WORLD_LADDER PRACTICE, none);
    journey_make(&b, WORLD_RICH WORLD_LADDER PRACTICE, stops);
    for (uint64_t seed = 1; seed < 5; seed++) {
        world_run(&a.last, seed, 300.0, 1500.0);
        world_run(&b.last, seed, 300.0, 1500.0);
        assert_int_equal(a.last.outcome.events, b.last.outcome.events);
        for (int32_t i = 0; i < spenn_sim_slots(a.last.plan)->count; i++) {
            double x = a.last.value[i], y = b.last.value[i];
            assert_true(near(x, y) || (isnan(x) && isnan(y)));
        }
        assert_true(world_value(&a.last, "lead-time", NULL)
            == world_value(&b.last, "lead-time", NULL));
        assert_true(world_value(&a.last, "uniformity", NULL)
            == world_value(&b.last, "uniformity", NULL));
    }
    journey_free(&a);
    journey_free(&b);
}

#define REFORM                                                                           \
    "- merge: {units: [nord, midt], into: {id: nordmidt}}\n"                             \
    "- set: {forum: gruppe, meets: 2/w, agenda: 6}\n"                                    \
    "- transfer: {task: klage, to: vest}\n"                                              \
    "- set: {unit: it, speed: 1.5}\n"

static void a_wave_at_the_start_of_all_is_an_alternative_without_dates(void **context)
{
    (void)context;
    const struct stop stops[] = {{0, REFORM, NULL}, {0, NULL, NULL}};
    struct journey j;
    journey_make(&j,
        WORLD_RICH WORLD_LADDER "practice: {among: 'kind:region'}\n"
                                "assume: {transition-dip: 0%, tie-effect: 0%}\n",
        stops);
    struct world w = {.plan = spenn_sim_plan_new(&j.m[1], &j.m[0])};
    w.state = spenn_sim_state_new(w.plan);
    w.value = calloc((size_t)spenn_sim_slots(w.plan)->count, sizeof *w.value);
    for (uint64_t seed = 1; seed < 5; seed++) {
        world_run(&j.last, seed, 0.0, 2000.0);
        world_run(&w, seed, 0.0, 2000.0);
        assert_int_equal(j.last.outcome.events, w.outcome.events);
        /* views and ties are not quite: they begin as those who were there */
        for (int32_t i = 0; i < spenn_sim_slots(w.plan)->count; i++) {
            const char *id = spenn_sim_slots(w.plan)->measure[i]->id;
            if (strcmp(id, "uniformity") == 0 || strcmp(id, "alignment") == 0
                || strcmp(id, "tie") == 0) {
                w.value[i] = j.last.value[i];
            }
        }
        assert_memory_equal(j.last.value, w.value, bytes_of(&w));
    }
    free(w.value);
    spenn_sim_state_free(w.state);
    spenn_sim_plan_free(w.plan);
    journey_free(&j);
}

static void the_same_seed_gives_the_same_bytes_whatever_ran_before(void **context)
{
    (void)context;
    const struct stop stops[] = {{100, REFORM, NULL}, {0, NULL, NULL}};
    struct journey a, b;
    journey_make(&a, WORLD_RICH WORLD_LADDER PRACTICE, stops);
    journey_make(&b, WORLD_RICH WORLD_LADDER PRACTICE, stops);
    spenn_sim_state_use_heap(b.last.state, true);
    world_run(&a.last, 3, 100.0, 900.0);
    world_run(&b.last, 9, 300.0, 2000.0);
    world_run(&b.last, 3, 100.0, 900.0);
    assert_memory_equal(a.last.value, b.last.value, bytes_of(&a.last));
    journey_free(&a);
    journey_free(&b);
}

/* Everything that may happen to those who have cases, in one wave after another. */
static const struct stop upheaval[] = {
    {50.0,
        "- split: {unit: nord, into: [{id: n1, share: 40%, caseworkers: 1},"
        " {id: n2, share: 60%, caseworkers: 2}]}\n"
        "- move: {units: midt, to: topp}\n- set: {task: vedtak, priority: 1}\n",
        NULL},
    {80.0,
        "- close: {forum: gruppe, to: nytt}\n- absorb: {units: it, into: avd-2}\n"
        "- set: {unit: sjef-1, responsibility: by-unit}\n",
        NULL},
    {111.0,
        "- abolish: {unit: avd-1, to: topp}\n- set: {unit: midt, caseworkers: 1}\n"
        "- set: {task: prinsipp, decided-by: topp}\n"
        "- abolish: {unit: sjef-2, to: topp}\n",
        NULL},
    {300.0,
        "- establish: {id: ny, kind: team, reports-to: topp, caseworkers: 4}\n"
        "- transfer: {task: vedtak, to: ny}\n- set: {task: haster, late: lapses}\n",
        NULL},
};

#define UPHEAVAL                                                                         \
    "units:\n  - {id: topp, kind: executive}\n"                                          \
    "  - {id: avd, kind: department, count: 2, reports-to: topp}\n"                      \
    "  - {id: nord, kind: region, reports-to: avd-1, caseworkers: 3}\n"                  \
    "  - {id: midt, kind: region, reports-to: avd-1, caseworkers: 3}\n"                  \
    "  - {id: liten, kind: team, reports-to: avd-2}\n"                                   \
    "  - {id: it, kind: support, reports-to: topp, caseworkers: 2, kept-informed: "      \
    "true}\n"                                                                            \
    "  - {id: sjef, kind: deputy, count: 2, reports-to: topp, responsibility: across}\n" \
    "forums:\n"                                                                          \
    "  - {id: gruppe, kind: leadership-group, chair: topp, members: [avd-*],"            \
    " meets: 1/w, lasts: 2h, agenda: 4, commitment: 60%}\n"                              \
    "  - {id: nytt, kind: extended, chair: topp, members: [avd-*, midt],"                \
    " meets: 2/w, lasts: 2h, agenda: 4, commitment: 60%}\n"                              \
    "tasks:\n"                                                                           \
    "  - {id: vedtak, at: [nord, midt], arrives: 9/w, handling: 4h,"                     \
    " decision: 20min, beyond-authority: 20%, support: {it: 30%}, priority: 3}\n"        \
    "  - {id: haster, at: [nord, midt], arrives: 5/w, handling: 2h, decision: 30min,"    \
    " priority: 1, deadline: 3h, late: escalates, beyond-authority: 30%}\n"              \
    "  - {id: prinsipp, at: liten, arrives: 4/w, handling: 2h, decision: 20min,"         \
    " decided-in: gruppe, deadline: 2w, late: inner-circle}\n"                           \
    "  - {id: delt, arrives: 1/w, at: avd-2, decision: 20min, decided-in: gruppe,"       \
    " direct: 50%, beyond-authority: 60%, assigned: least-loaded}\n"                     \
    "  - {id: smaa, at: liten, arrives: 3/w, handling: 30min, decision: 10min,"          \
    " support: {it: 50%}}\n"

static int64_t ended(const struct world *w)
{
    int64_t sum = 0;
    for (int32_t t = 0; t < w->plan->task_count; t++) {
        sum += w->state->task[t].ended;
    }
    return sum;
}

/* Cases that arise are the same; none is lost, none is counted twice. */
static void whatever_changes_every_case_is_decided_in_the_end(void **context)
{
    (void)context;
    for (int32_t waves = 0; waves <= 4; waves++) {
        struct stop stops[5] = {{0, NULL, NULL}};
        for (int32_t i = 0; i < waves; i++) {
            stops[i] = upheaval[i];
        }
        struct journey j;
        journey_make(&j, TINY(UPHEAVAL), stops);
        for (uint64_t seed = 1; seed < 20; seed++) {
            world_run(&j.last, seed, 20.0, 600.0);
            assert_true(j.last.outcome.open_share == 0.0);
            assert_true(world_value(&j.last, "backlog", NULL) > 0.0);
            assert_int_equal(ended(&j.last), j.last.outcome.cases);
        }
        journey_free(&j);
    }
}

/* The cases of a desk go on, those in its queue in their order, those in service for what
 * is left: with twice the speed and nobody new, all ends as if half the time had passed.
 */
static void a_faster_desk_finishes_what_is_left_in_less_time(void **context)
{
    (void)context;
    const char *text = TINY("units:\n  - {id: a, kind: executive}\n"
                            "tasks:\n  - {id: t, at: a, arrives: 10/y, decision: {mean: "
                            "20h, law: fixed}}\n" WORLD_FREE);
    const struct stop stops[] = {
        {1000.0, "- set: {unit: a, speed: 2}\n", NULL}, {0, NULL, NULL}};
    struct journey j;
    journey_make(&j, text, stops);
    double busy = 0, cases = 0;
    for (uint64_t seed = 1; seed < 400; seed++) {
        world_run(&j.last, seed, 0.0, 2000.0);
        busy += world_value(&j.last, "utilisation", "a") * 2000.0;
        cases += (double)j.last.outcome.cases;
    }
    /* half of the cases take 20 h, half 10; those under way are in between */
    assert_true(fabs(busy / cases - 15.0) < 0.3);
    journey_free(&j);
}

/* M/M/1 from its steady state on, served from hour 0 on at the rate mu(t): the mean
 * number of cases in each week, from the equations of birth and death. */
enum { most_cases = 400, weeks = 6, settled = 40, runs = 1500 };

struct queue {
    double arrivals, before, after; /* an hour */
    double loss, recovery;          /* of `after` at hour 0; hours */
};

static void solve(const struct queue *queue, double *mean)
{
    static double p[most_cases], next[most_cases];
    const double step = 0.002;
    double load = queue->arrivals / queue->before;
    int32_t steps = (int32_t)(37.5 / step + 0.5);
    for (int32_t n = 0; n < most_cases; n++) {
        p[n] = (1.0 - load) * pow(load, n);
    }
    for (int32_t i = 0; i < weeks * steps; i++) {
        double rate =
            queue->after * (1.0 - queue->loss * exp(-(i + 0.5) * step / queue->recovery));
        double *week = &mean[i / steps];
        *week = i % steps ? *week : 0.0;
        for (int32_t n = 0; n < most_cases; n++) {
            bool below = n > 0, above = n + 1 < most_cases;
            double in = (below ? p[n - 1] * queue->arrivals : 0.0)
                + (above ? p[n + 1] * rate : 0.0);
            double out = p[n] * ((above ? queue->arrivals : 0.0) + (below ? rate : 0.0));
            next[n] = p[n] + step * (in - out);
            *week += n * p[n] / steps;
        }
        memcpy(p, next, sizeof p);
    }
}

static void check_queue(
    const char *text, const struct stop *stops, const struct queue *queue)
{
    struct journey j;
    journey_make(&j, text, stops);
    double expected[weeks], sum[weeks] = {0}, squares[weeks] = {0};
    solve(queue, expected);
    int32_t series = spenn_series_count;
    double *weekly = calloc((size_t)((settled + weeks) * series), sizeof *weekly);
    for (int32_t r = 0; r < runs; r++) {
        struct spenn_sim_run run = {7, r, settled * 37.5, weeks * 37.5, 0};
        (void)spenn_sim_run(j.last.state, &run, j.last.value, weekly, settled + weeks);
        for (int32_t w = 0; w < weeks; w++) {
            double cases = weekly[(settled + w) * series];
            sum[w] += cases;
            squares[w] += cases * cases;
        }
    }
    for (int32_t w = 0; w < weeks; w++) {
        double mean = sum[w] / runs;
        double error = sqrt((squares[w] / runs - mean * mean) / runs);
        print_message("week %d: %.4f, expected %.4f, z %.2f\n", w, mean, expected[w],
            (mean - expected[w]) / error);
        assert_true(fabs(mean - expected[w]) < 4.0 * error);
    }
    free(weekly);
    journey_free(&j);
}

#define QUEUE(rate)                                                                      \
    "units:\n  - {id: topp, kind: executive}\n"                                          \
    "  - {id: b, kind: department, reports-to: topp}\n"                                  \
    "  - {id: a, kind: department, reports-to: topp}\n"                                  \
    "tasks:\n  - {id: t, at: a, arrives: " rate                                          \
    "/h, decision: {mean: 1h, law: exponential}}\n"

static void a_queue_moves_from_one_steady_state_to_the_next_as_it_should(void **context)
{
    (void)context;
    const struct stop stops[] = {
        {0.0, "- set: {unit: a, speed: 1.6}\n", NULL}, {0, NULL, NULL}};
    check_queue(
        TINY(QUEUE("0.8") WORLD_FREE), stops, &(struct queue){0.8, 1.0, 1.6, 0.0, 1.0});
}

/* Half the speed is lost, so for some weeks more comes than is served. */
static void a_unit_that_is_moved_recovers_as_the_equations_say(void **context)
{
    (void)context;
    const struct stop stops[] = {
        {0.0, "- move: {units: a, to: b}\n", NULL}, {0, NULL, NULL}};
    check_queue(TINY(QUEUE("0.7") "assume: {contact-per-report: 0, administration: 0, "
                                  "transition-dip: 50%, transition-recovery: 2w}\n"),
        stops, &(struct queue){0.7, 1.0, 1.0, 0.5, 75.0});
}

static void a_wave_that_touches_nobody_slows_nobody(void **context)
{
    (void)context;
    const struct stop none[] = {{0, NULL, NULL}};
    const struct stop stops[] = {{5.0, RENAME, NULL}, {0, NULL, NULL}};
    const char *text = WORLD_RICH WORLD_LADDER "assume: {transition-dip: 50%}\n";
    struct journey a, b;
    journey_make(&a, text, none);
    journey_make(&b, text, stops);
    assert_non_null(b.last.state->pace);
    world_run(&a.last, 1, 300.0, 1500.0);
    world_run(&b.last, 1, 300.0, 1500.0);
    assert_true(world_value(&a.last, "lead-time", NULL)
        == world_value(&b.last, "lead-time", NULL));
    journey_free(&a);
    journey_free(&b);
}

/* Twice as much comes as one can do, so the desk is busy from the first week on. */
static void a_trigger_comes_when_it_has_held_for_long_enough(void **context)
{
    (void)context;
    const char *text = TINY("units:\n  - {id: a, kind: executive}\n"
                            "tasks:\n  - {id: t, at: a, arrives: 2/h, decision: {mean:"
                            " 1h, law: fixed}}\n" WORLD_FREE);
    const struct spenn_sim_watch busy = {"utilisation", "a", true, 0.9, 5 * 37.5};
    const struct spenn_sim_watch idle = {"utilisation", "a", false, 0.1, 37.5};
    const struct spenn_sim_watch many = {"backlog", NULL, true, 150.0, 37.5};
    const struct {
        const struct spenn_sim_watch *watch;
        double at, came;
    } cases[] = {{&busy, 0.0, 5 * 37.5}, {&busy, 310.0, 9 * 37.5}, {&idle, 0.0, INFINITY},
        {&many, 0.0, 5 * 37.5}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct stop stops[] = {
            {cases[i].at, "- set: {unit: a, speed: 4}\n", cases[i].watch},
            {0, NULL, NULL}};
        struct journey j;
        journey_make(&j, text, stops);
        assert_true(spenn_sim_watchable(j.plan[0], cases[i].watch));
        world_run(&j.last, 1, 0.0, 2000.0);
        double came = spenn_sim_wave_came(j.last.state, 0);
        print_message("%zu: %.1f, expected %.1f\n", i, came, cases[i].came);
        assert_true(came == cases[i].came);
        journey_free(&j);
    }
}

/* At a load of 75 % a full week is common enough, and ten in a row are not. */
static void a_trigger_begins_anew_when_a_week_does_not_hold(void **context)
{
    (void)context;
    const char *text = TINY("units:\n  - {id: a, kind: executive}\n"
                            "tasks:\n  - {id: t, at: a, arrives: 7/w, decision: {mean:"
                            " 4h, law: fixed}}\n" WORLD_FREE);
    const struct spenn_sim_watch busy = {"utilisation", "a", true, 0.999, 3 * 37.5};
    double came[2];
    for (int32_t i = 0; i < 2; i++) {
        struct spenn_sim_watch watch = busy;
        watch.hours = i ? 10 * 37.5 : 37.5;
        const struct stop stops[] = {
            {0.0, "- set: {unit: a, speed: 4}\n", &watch}, {0, NULL, NULL}};
        struct journey j;
        journey_make(&j, text, stops);
        world_run(&j.last, 1, 0.0, 4000.0);
        came[i] = spenn_sim_wave_came(j.last.state, 0) / 37.5;
        print_message("%d: %.1f weeks\n", i, came[i]);
        journey_free(&j);
    }
    assert_true(isfinite(came[0]) && isinf(came[1]));
}

/* The second is watched only when the first has come. */
static void triggers_come_in_the_order_of_the_list(void **context)
{
    (void)context;
    const struct spenn_sim_watch busy = {"utilisation", "topp", true, 0.0, 75.0};
    const struct spenn_sim_watch items = {"meeting-wait", "gruppe", true, 0.1, 75.0};
    const struct stop stops[] = {{0.0, RENAME, &items},
        {0.0, "- move: {units: midt, to: topp}\n", &busy},
        {900.0, "- set: {unit: it, speed: 2}\n", NULL}, {0, NULL, NULL}};
    struct journey j;
    journey_make(&j, WORLD_RICH WORLD_LADDER, stops);
    for (uint64_t seed = 1; seed < 9; seed++) {
        world_run(&j.last, seed, 100.0, 1500.0);
        double first = spenn_sim_wave_came(j.last.state, 0);
        double second = spenn_sim_wave_came(j.last.state, 1);
        double third = spenn_sim_wave_came(j.last.state, 2);
        assert_true(first >= 75.0 && second >= first + 75.0);
        assert_true(third == INFINITY || third >= 900.0);
        assert_true(third == INFINITY || third >= second);
    }
    journey_free(&j);
}

/* Views that stand still but for the wave: who serves two origins takes their mean by
 * cases, all others keep theirs, and so do beliefs. */
static void a_merged_unit_takes_the_mean_of_the_views(void **context)
{
    (void)context;
    const char *text = TINY("units:\n  - {id: topp, kind: executive}\n"
                            "  - {id: r, kind: region, count: 3, reports-to: topp}\n"
                            "tasks:\n  - {id: t, at: r-1, arrives: 3/w, decision: 1h}\n"
                            "  - {id: u, at: [r-2, r-3], arrives: 1/w, decision: 1h}\n"
                            "practice: {among: 'kind:region'}\n"
                            "assume: {drift: 0.0001/y, contact-calibration: 0%}\n");
    const struct stop none[] = {{0, NULL, NULL}};
    const struct stop stops[] = {
        {100.0, "- merge: {units: [r-1, r-2], into: {id: ny}}\n", NULL}, {0, NULL, NULL}};
    struct journey a, b;
    journey_make(&a, text, none);
    journey_make(&b, text, stops);
    world_run(&a.last, 5, 50.0, 300.0);
    world_run(&b.last, 5, 50.0, 300.0);
    const double *before = a.last.state->practice->view;
    const double *after = b.last.state->practice->view;
    const struct spenn_practice *p = b.last.state->practice->practice;
    for (int32_t v = 0; v < p->views; v++) {
        const char *id = b.m[1].units.id[p->unit[v]];
        double expected = strcmp(id, "topp") == 0 ? before[0]
            : strcmp(id, "r-3") == 0              ? before[3]
                                                  : 0.75 * before[1] + 0.25 * before[2];
        assert_true(fabs(after[v] - expected) < 1e-3);
    }
    assert_true(fabs(before[1] - before[2]) > 0.01);
    journey_free(&a);
    journey_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wave_that_only_renames_changes_no_bit),
        cmocka_unit_test(a_wave_at_the_start_of_all_is_an_alternative_without_dates),
        cmocka_unit_test(the_same_seed_gives_the_same_bytes_whatever_ran_before),
        cmocka_unit_test(whatever_changes_every_case_is_decided_in_the_end),
        cmocka_unit_test(a_faster_desk_finishes_what_is_left_in_less_time),
        cmocka_unit_test(a_unit_that_is_moved_recovers_as_the_equations_say),
        cmocka_unit_test(a_wave_that_touches_nobody_slows_nobody),
        cmocka_unit_test(a_trigger_comes_when_it_has_held_for_long_enough),
        cmocka_unit_test(a_trigger_begins_anew_when_a_week_does_not_hold),
        cmocka_unit_test(triggers_come_in_the_order_of_the_list),
        cmocka_unit_test(a_merged_unit_takes_the_mean_of_the_views),
        cmocka_unit_test(a_queue_moves_from_one_steady_state_to_the_next_as_it_should),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
