/* SPDX-License-Identifier: MIT
 * Users' ways to an office, by hand and against the closed form of where the sum of
 * offices and ways is least. */
#include "small.h"

#include "tiny.h"

#define OFFICES                                                                           \
    TINY("units:\n"                                                                       \
         "  - {id: topp, kind: executive, location: Oslo}\n"                              \
         "  - {id: nord, kind: region, reports-to: topp, location: Tromsø,"              \
         " serves: [Nordland, Troms, Finnmark, Svalbard], offices: [Bodø, Tromsø, "     \
         "Alta]}\n"                                                                       \
         "  - {id: sør, kind: region, reports-to: topp, serves: [Agder, Rogaland]}\n"    \
         "tasks:\n"                                                                       \
         "  - {id: sak, at: [nord, sør], arrives: 100/y, handling: 1h, personal: 50%}\n" \
         "  - {id: nett, at: [topp, nord], arrives: 100/y, handling: 1h}\n"               \
         "  - {id: møte, at: topp, arrives: 100/y, handling: 1h, personal: 100%}\n"      \
         "assume: {access-time: 30min, user-rate: 100, hourly-rate: 0,"                   \
         " unit-overhead: 0, office-cost: 1000}\n")

static void users_travel_where_they_must_attend(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(OFFICES, &m);
    double hours =
        100 * 0.5 * (sqrt(4.0 / 3.0) + sqrt(2.0)); /* one hour there and back */
    assert_near(small_value(&m, "access-hours", "sak"), hours, 1e-9);
    assert_near(small_value(&m, "access-hours", "nett"), 0, 0);
    assert_near(small_value(&m, "access-hours", "møte"), 0, 0); /* serves no places */
    assert_near(small_value(&m, "access-hours", NULL), hours, 1e-9);
    assert_near(small_value(&m, "presence", NULL), (3 + 1) / 6.0, 1e-12);
    /* Oslo, Bodø, Tromsø, Alta, and one unnamed in the south */
    assert_near(small_value(&m, "cost", NULL), 5 * 1000 / 1e6, 1e-12);
    assert_near(
        small_value(&m, "total-cost", NULL), (5 * 1000 + hours * 100) / 1e6, 1e-12);
    spenn_model_free(&m);
}

static void a_location_with_a_comma_is_one_place(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(TINY("units: [{id: topp, kind: executive, location: 'Oslo, Tøyen',"
                    " serves: [a, b, c]}]\n"
                    "assume: {administration: 0, unit-overhead: 0, office-cost: 1000}\n"),
        &m);
    assert_near(small_value(&m, "cost", NULL), 1000 / 1e6, 1e-12);
    assert_near(small_value(&m, "presence", NULL), 1 / 3.0, 1e-12);
    spenn_model_free(&m);
}

static void without_served_places_nobody_says_where_users_come_from(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(TINY("units: [{id: topp, kind: executive, location: Oslo}]\n"
                    "tasks: [{id: sak, at: topp, arrives: 1/w, handling: 1h,"
                    " personal: 50%}]\n"),
        &m);
    assert_true(isnan(small_value(&m, "access-hours", NULL)));
    assert_true(isnan(small_value(&m, "access-hours", "sak")));
    assert_true(isnan(small_value(&m, "presence", NULL)));
    assert_true(isnan(small_value(&m, "total-cost", NULL)));
    spenn_model_free(&m);
}

enum { counties = 19 };

/* 19 counties of 100 cases a week, half of them in person, in `regions` regions with one
 * office each. A region costs 2.2 million a year; with all 19 the users' time costs
 * 19 x 5200 x 0.5 x 1.5 h x 200. */
static double total_of(int32_t regions, const char *assume)
{
    char text[8000] = TINY("units:\n  - {id: topp, kind: executive}\n");
    char *end = text + strlen(text), *stop = text + sizeof text;
    for (int32_t r = 0; r < regions; r++) {
        end += snprintf(end, (size_t)(stop - end),
            "  - {id: r%d, kind: region, reports-to: topp, serves: [", r);
        for (int32_t c = 0; c < counties; c++) {
            if (c * regions / counties == r) {
                end += snprintf(end, (size_t)(stop - end), "c%d,", c);
            }
        }
        end += snprintf(end, (size_t)(stop - end), "]}\n");
    }
    end += snprintf(end, (size_t)(stop - end),
        "tasks:\n  - {id: sak, handling: 1h, personal: 50%%, streams: [");
    for (int32_t r = 0; r < regions; r++) {
        int32_t own = 0;
        for (int32_t c = 0; c < counties; c++) {
            own += c * regions / counties == r;
        }
        end += snprintf(
            end, (size_t)(stop - end), "{origin: r%d, arrives: %d/w},", r, 100 * own);
    }
    (void)snprintf(end, (size_t)(stop - end),
        "]}\nassume: {contact-per-report: 0, contact-minimum: 0, administration: 0,"
        " unit-overhead: 300000, office-cost: 1900000, %s}\n",
        assume);
    struct spenn_model m;
    tiny_model(text, &m);
    double total = small_value(&m, "total-cost", NULL);
    spenn_model_free(&m);
    return total;
}

static int32_t best(const char *assume)
{
    int32_t best = 1;
    for (int32_t regions = 2; regions <= counties; regions++) {
        if (total_of(regions, assume) < total_of(best, assume)) {
            best = regions;
        }
    }
    return best;
}

/* K R + B / sqrt(R) is least at R* = (B / 2K)^(2/3): the 2/3 of Stephan (1977). C18. */
static void between_too_many_regions_and_too_few_there_is_a_best_number(void **state)
{
    (void)state;
    const char *assume = "access-time: 45min, user-rate: 200";
    double k = 2.2, all = counties * 5200 * 0.5 * 1.5 * 200 / 1e6;
    double b = all * sqrt(counties), least = pow(b / (2 * k), 2.0 / 3.0);
    assert_near(least, 6, 0.01);
    assert_near(total_of(19, assume), 0.3 + 19 * k + all, 1e-9);
    assert_near(total_of(1, assume), 0.3 + k + b, 1e-9);
    assert_near(best(assume), least, 1);
    assert_true(total_of(1, assume) > total_of(6, assume));
    assert_true(total_of(19, assume) > total_of(6, assume));
}

/* C5: the easier the way, the fewer; C6: without users who attend, one. */
static void easier_ways_make_the_best_number_smaller(void **state)
{
    (void)state;
    assert_near(
        best("access-time: 10min, user-rate: 200"), pow(1.0 / 4.5, 2.0 / 3.0) * 6, 1);
    assert_int_equal(best("access-time: 0, user-rate: 200"), 1);
    assert_int_equal(best("access-time: 10h, user-rate: 200"), counties);
}

enum { places = 24 };

/* A unit for each part of a division: place p is in part of[p]. */
static void add_division(
    struct spenn_model *m, const char *sector, const int32_t of[places], int32_t parts)
{
    for (int32_t part = 0; part < parts; part++) {
        spenn_id u = small_unit(m, NULL, SPENN_REGION, 0);
        m->units.sector[u] = sector;
        for (int32_t p = 0; p < places; p++) {
            const char *old = m->units.serves[u];
            if (of[p] == part) {
                m->units.serves[u] = old
                    ? spenn_arena_format(&m->memory, "%s,p%d", old, p)
                    : spenn_arena_format(&m->memory, "p%d", p);
            }
        }
    }
}

/* Pairs of parts that share a place: the sum over units is twice that. */
static double partner_pairs(
    const int32_t one[places], int32_t ones, const int32_t two[places], int32_t twos)
{
    struct spenn_model m = {0};
    small_unit(&m, NULL, SPENN_EXECUTIVE, SPENN_NONE);
    add_division(&m, "fylkesmann", one, ones);
    add_division(&m, "tilsyn", two, twos);
    double mean = small_value(&m, "border-partners", NULL), units = ones + twos;
    spenn_model_free(&m);
    return mean * units / 2.0;
}

/* Two divisions of the country overlap least when one refines the other: as often as the
 * finer one has parts (C135). */
static void divisions_that_nest_have_fewest_partners(void **state)
{
    (void)state;
    int32_t coarse[places], fine[places], other[places];
    uint64_t random = 135;
    for (int32_t p = 0; p < places; p++) {
        coarse[p] = p / 8;
        fine[p] = p / 4;
    }
    assert_near(partner_pairs(coarse, 3, fine, 6), 6, 1e-9);
    for (int32_t trial = 0; trial < 50; trial++) {
        for (int32_t p = 0; p < places; p++) {
            other[p] = p < 6 ? p : small_random(&random, 6);
        }
        double pairs = partner_pairs(coarse, 3, other, 6);
        bool nests = true;
        for (int32_t p = 0; p < places * places; p++) {
            int32_t a = p / places, b = p % places;
            nests = nests && (other[a] != other[b] || coarse[a] == coarse[b]);
        }
        assert_true(nests ? fabs(pairs - 6) < 1e-9 : pairs > 6.5);
    }
}

static void partners_are_of_another_sector_or_root(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(
        TINY("units:\n"
             "  - {id: a, kind: executive, sector: x, serves: [p, q]}\n"
             "  - {id: b, kind: region, reports-to: a, sector: x, serves: [p]}\n"
             "  - {id: c, kind: region, reports-to: a, sector: y, serves: [p, q]}\n"
             "  - {id: d, kind: region, sector: x, serves: [q]}\n"
             "  - {id: e, kind: region, sector: y, serves: [r]}\n"),
        &m);
    assert_near(small_value(&m, "border-partners", "a"), 2, 0); /* c and d */
    assert_near(small_value(&m, "border-partners", "b"), 1, 0); /* c */
    assert_near(small_value(&m, "border-partners", "e"), 0, 0);
    assert_near(small_value(&m, "border-partners", NULL), (2 + 1 + 3 + 2 + 0) / 5.0, 0);
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(users_travel_where_they_must_attend),
        cmocka_unit_test(a_location_with_a_comma_is_one_place),
        cmocka_unit_test(without_served_places_nobody_says_where_users_come_from),
        cmocka_unit_test(between_too_many_regions_and_too_few_there_is_a_best_number),
        cmocka_unit_test(easier_ways_make_the_best_number_smaller),
        cmocka_unit_test(divisions_that_nest_have_fewest_partners),
        cmocka_unit_test(partners_are_of_another_sector_or_root),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
