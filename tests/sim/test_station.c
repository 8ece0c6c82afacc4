/* SPDX-License-Identifier: MIT
 * Which desks and agendas have an exact twin: at each desk of this model one condition is
 * broken, and only there. */
#include "world.h"

#include "near.h"
#include "station.h"

static const char text[] = TINY(
    "units:\n"
    "  - {id: topp, kind: executive}\n"
    "  - {id: god, kind: team, reports-to: topp}\n"
    "  - {id: over, kind: team, reports-to: topp}\n"
    "  - {id: under, kind: team, reports-to: over}\n"
    "  - {id: fast, kind: team, reports-to: topp, leaders: 2}\n"
    "  - {id: fast-en, kind: team, reports-to: topp}\n"
    "  - {id: ulike, kind: team, reports-to: topp, leaders: 2}\n"
    "  - {id: haster, kind: team, reports-to: topp}\n"
    "  - {id: alt-i-ett, kind: team, reports-to: topp, leaders: 2}\n"
    "  - {id: frist, kind: team, reports-to: topp}\n"
    "  - {id: skifter, kind: team, reports-to: topp, turnover: 1/y}\n"
    "  - {id: en-av, kind: team, reports-to: topp}\n"
    "  - {id: to-av, kind: team, reports-to: topp}\n"
    "  - {id: full, kind: team, reports-to: topp, caseworkers: 1}\n"
    "  - {id: bak-full, kind: team, reports-to: topp}\n"
    "  - {id: sein, kind: team, reports-to: topp}\n"
    "  - {id: bak-fast, kind: team, reports-to: topp}\n"
    "  - {id: initiativ, kind: team, reports-to: topp, caseworkers: 1}\n"
    "  - {id: part, kind: team, reports-to: topp}\n"
    "  - {id: leder, kind: team, reports-to: topp}\n"
    "  - {id: ingen, kind: team, reports-to: topp}\n"
    "forums:\n"
    "  - {id: bra, kind: other, chair: topp, members: topp, meets: 1/h, lasts: 30min,"
    " agenda: 3, commitment: 100%, preparation: 0%}\n"
    "  - {id: igjen, kind: other, chair: leder, members: leder, meets: 1/h, lasts: 30min,"
    " agenda: 3, commitment: 50%, preparation: 0%}\n"
    "  - {id: lengder, kind: other, chair: topp, members: topp, meets: 1/h, lasts: 30min,"
    " agenda: 3, commitment: 100%, preparation: 0%}\n"
    "  - {id: bak-kø, kind: other, chair: topp, members: topp, meets: 1/h, lasts: 30min,"
    " agenda: 3, commitment: 100%, preparation: 0%}\n"
    "tasks:\n"
    "  - {id: t1, at: god, arrives: 0.5/h, decision: 1h}\n"
    "  - {id: t2, at: god, arrives: 0.1/h, decision: 1h}\n"
    "  - {id: t3, at: under, arrives: 0.5/h, decision: 1h, authority: {under: 50%,"
    " over: 99.9%}}\n"
    "  - {id: t4, at: fast, arrives: 0.5/h, decision: {mean: 1h, law: fixed}}\n"
    "  - {id: t5, at: fast-en, arrives: 0.5/h, decision: {mean: 1h, law: erlang-2}}\n"
    "  - {id: t6, at: ulike, arrives: 0.5/h, decision: 1h}\n"
    "  - {id: t7, at: ulike, arrives: 0.5/h, decision: 30min}\n"
    "  - {id: t8, at: haster, arrives: 0.2/h, decision: 1h, priority: 1}\n"
    "  - {id: t9, at: haster, arrives: 0.2/h, decision: 1h}\n"
    "  - {id: t10, at: alt-i-ett, arrives: 0.2/h, handling: 1h, decision: 1h}\n"
    "  - {id: t11, at: frist, arrives: 0.2/h, decision: 1h, deadline: 5h, late: lapses}\n"
    "  - {id: t12, at: skifter, arrives: 0.2/h, decision: 1h}\n"
    "  - {id: t13, assigned: least-loaded, decision: 1h, streams: [{origin: en-av,"
    " arrives: 0.3/h, served-by: {en-av: 50%, to-av: 50%}}]}\n"
    "  - {id: t14, at: full, arrives: 1.5/h, handling: 1h, decision: 15min,"
    " decided-by: bak-full}\n"
    "  - {id: t15, at: sein, arrives: 0.995/h, decision: 1h}\n"
    "  - {id: t16, at: fast-en, arrives: 0.1/h, handling: {mean: 1h, law: erlang-2},"
    " decision: 1h, decided-by: bak-fast}\n"
    "  - {id: t17, at: initiativ, arrives: 0.1/h, handling: 1h, coordinates: {with: part,"
    " parties: 2, step: 1}}\n"
    "  - {id: t18, at: god, arrives: 0.1/h, decision: 1min, decided-in: bra}\n"
    "  - {id: t19, at: god, arrives: 0.1/h, decision: 1min, decided-in: igjen}\n"
    "  - {id: t20, at: god, arrives: 0.1/h, decision: 1min, decided-in: lengder}\n"
    "  - {id: t21, at: god, arrives: 0.1/h, decision: 20min, decided-in: lengder}\n"
    "  - {id: t22, at: fast-en, arrives: 0.1/h, handling: {mean: 1h, law: erlang-2},"
    " decision: 1min, decided-in: bak-kø}\n" WORLD_FREE);

static const struct {
    const char *subject;
    int32_t flaws;
    enum spenn_station_twin twin;
} expected[] = {
    {"god", 0, SPENN_TWIN_MMC},
    {"under", 0, SPENN_TWIN_MMC},
    {"over", 0, SPENN_TWIN_MMC},
    {"initiativ/cases", 0, SPENN_TWIN_MMC},
    {"bra", 0, SPENN_TWIN_MEETING},
    {"fast", SPENN_FLAW_LAW, SPENN_TWIN_NONE},
    {"fast-en", SPENN_FLAW_LAW, SPENN_TWIN_MG1},
    {"ulike", SPENN_FLAW_MEANS, SPENN_TWIN_NONE},
    {"haster", SPENN_FLAW_PRIORITIES, SPENN_TWIN_NONE},
    {"alt-i-ett", SPENN_FLAW_JOINT, SPENN_TWIN_NONE},
    {"frist", SPENN_FLAW_PATIENCE, SPENN_TWIN_NONE},
    {"skifter", SPENN_FLAW_TURNOVER, SPENN_TWIN_NONE},
    {"en-av", SPENN_FLAW_ASSIGNED, SPENN_TWIN_NONE},
    {"to-av", SPENN_FLAW_ASSIGNED, SPENN_TWIN_NONE},
    {"full/cases", SPENN_FLAW_FULL, SPENN_TWIN_NONE},
    {"bak-full", SPENN_FLAW_BEHIND | SPENN_FLAW_INFLOW, SPENN_TWIN_NONE},
    {"sein", SPENN_FLAW_SLOW, SPENN_TWIN_NONE},
    {"bak-fast", SPENN_FLAW_INFLOW, SPENN_TWIN_NONE},
    {"part", SPENN_FLAW_BOUND | SPENN_FLAW_COORDINATION, SPENN_TWIN_NONE}, /* ties move */
    {"igjen", SPENN_FLAW_CONCLUSION, SPENN_TWIN_NONE},
    {"leder", SPENN_FLAW_INFLOW, SPENN_TWIN_NONE},
    {"lengder", SPENN_FLAW_LENGTHS, SPENN_TWIN_NONE},
    {"bak-kø", SPENN_FLAW_INFLOW, SPENN_TWIN_NONE},
    {"ingen", SPENN_FLAW_UNVISITED, SPENN_TWIN_NONE},
};

static int32_t find(const struct spenn_sim_flows *flows, const char *subject)
{
    for (int32_t i = 0; i < flows->count; i++) {
        if (strcmp(flows->subject[i], subject) == 0) {
            return i;
        }
    }
    fail_msg("no station '%s'", subject);
    return -1;
}

static void each_broken_condition_is_seen_where_it_is_and_nowhere_else(void **context)
{
    (void)context;
    struct world w;
    struct spenn_arena memory = {0};
    world_make(&w, text);
    const struct spenn_sim_flows *flows = spenn_sim_flows(w.plan);
    struct spenn_stations stations = spenn_stations_find(w.plan, 390.0, &memory);
    for (size_t k = 0; k < sizeof expected / sizeof *expected; k++) {
        int32_t i = find(flows, expected[k].subject);
        if (stations.flaws[i] != expected[k].flaws) {
            fail_msg("%s: %s, not %s", expected[k].subject,
                spenn_station_reason(stations.flaws[i]),
                spenn_station_reason(expected[k].flaws));
        }
        assert_int_equal(spenn_station_twin(&stations, flows, i), expected[k].twin);
    }
    spenn_arena_free(&memory);
    world_free(&w);
}

/* Rates and times are those of the traffic equations, found on another way. */
static void stations_have_the_load_of_the_flows(void **context)
{
    (void)context;
    struct world w;
    struct spenn_arena memory = {0};
    world_make(&w, text);
    const struct spenn_sim_flows *flows = spenn_sim_flows(w.plan);
    struct spenn_stations stations = spenn_stations_find(w.plan, 390.0, &memory);
    for (int32_t i = 0; i < flows->count; i++) {
        if (flows->agenda[i] || stations.flaws[i] & SPENN_FLAWS_OF_FLOW) {
            continue;
        }
        assert_near(stations.rate[i], flows->visits[i], 1e-12);
        assert_near(stations.rate[i] * stations.mean[i] / stations.servers[i],
            flows->utilisation[i], 1e-12);
    }
    int32_t joint = find(flows, "alt-i-ett"), erlang = find(flows, "fast-en");
    assert_near(stations.mean[joint], 2.0, 1e-12);
    assert_near(stations.square[joint], 6.0, 1e-12);  /* variance 2, mean 2 */
    assert_near(stations.square[erlang], 1.5, 1e-12); /* 1 + 1/2 */
    spenn_arena_free(&memory);
    world_free(&w);
}

static void the_lowest_flaw_is_the_reason(void **context)
{
    (void)context;
    assert_null(spenn_station_reason(0));
    for (int32_t flaw = 1; flaw <= SPENN_FLAW_INFLOW; flaw *= 2) {
        assert_string_equal(
            spenn_station_reason(flaw | SPENN_FLAW_INFLOW), spenn_station_reason(flaw));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_broken_condition_is_seen_where_it_is_and_nowhere_else),
        cmocka_unit_test(stations_have_the_load_of_the_flows),
        cmocka_unit_test(the_lowest_flaw_is_the_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
