/* SPDX-License-Identifier: MIT
 * Ties after a talk, of many pairs, and through waves; their closed forms are cases of
 * spenn verify. */
#include "world.h"

#include "quantity.h"

/* a and b meet in two forums and by contact, c and d exchange people, e is alone. */
#define NEIGHBOURS                                                                       \
    TINY("units:\n"                                                                      \
         "  - {id: a, kind: region}\n"                                                   \
         "  - {id: b, kind: region}\n"                                                   \
         "  - {id: c, kind: region, mobility: 0.5/y}\n"                                  \
         "  - {id: d, kind: region, mobility: 0.2/y}\n"                                  \
         "  - {id: f, kind: region, mobility: 1/y}\n"                                    \
         "  - {id: e, kind: region}\n"                                                   \
         "forums:\n"                                                                     \
         "  - {id: en, kind: network, chair: a, members: [b], meets: 2/y, lasts: 1h}\n"  \
         "  - {id: to, kind: network, chair: b, members: [a, e], meets: 1/y, lasts: "    \
         "1h}\n"                                                                         \
         "contact:\n"                                                                    \
         "  - {between: a, and: b, meets: 4/y, lasts: 1h}\n"                             \
         "tasks:\n"                                                                      \
         "  - {id: s, at: a, arrives: 1/y, decision: 1h, coordinates: {with: [b, c, d,"  \
         " e, f], parties: 2, step: 1}}\n" WORLD_FREE)
enum { A, B, C, D, F, E };

static const double gain = 0.1, decay = 0.5 / SPENN_YEAR;

static double fixed(double grow)
{
    return grow / (grow + decay);
}

struct pairs {
    struct world w;
    struct spenn_arena memory;
    struct spenn_ties ties;
};

static void begin(struct pairs *p)
{
    *p = (struct pairs){0};
    world_make(&p->w, NEIGHBOURS);
    spenn_ties_new(&p->ties, &p->memory, 2);
    spenn_ties_reset(&p->ties, &p->memory, &p->w.plan->bond->tie);
}

static void end(struct pairs *p)
{
    spenn_arena_free(&p->memory);
    world_free(&p->w);
}

static void talks_make_ties_that_fade(void **context)
{
    (void)context;
    struct pairs p;
    begin(&p);
    double long_run = fixed(gain * 7 / SPENN_YEAR), rate = gain * 7 / SPENN_YEAR + decay;
    spenn_tie_jump(&p.ties, A, B, 100.0);
    double after = long_run + gain * (1.0 - long_run);
    double now = spenn_tie_now(&p.ties, A, B, 100.0);
    double later = spenn_tie_now(&p.ties, B, A, 700.0);
    end(&p);
    assert_true(near(now, after));
    assert_true(near(later, long_run + (after - long_run) * exp(-rate * 600.0)));
}

/* More pairs than there was room for; and none is left after a reset. */
static void every_pair_is_found_again(void **context)
{
    (void)context;
    enum { units = 90 };
    struct world w;
    struct spenn_arena memory = {0};
    struct spenn_ties ties;
    world_make(&w,
        TINY("units:\n  - {id: a, kind: region, count: 90}\n"
             "tasks:\n  - {id: s, at: a-1, arrives: 1/y, decision: 1h, coordinates:"
             " {with: a-*, parties: 3, step: 1}}\n"));
    spenn_ties_new(&ties, &memory, 1);
    for (int32_t round = 0; round < 2; round++) {
        spenn_ties_reset(&ties, &memory, &w.plan->bond->tie);
        for (spenn_id u = 1; u < units; u++) {
            for (spenn_id v = 0; v < u; v++) {
                assert_true(near(spenn_tie_now(&ties, u, v, 0.0), 0.0));
                spenn_tie_jump(&ties, u, v, u + v / 100.0);
            }
        }
        assert_int_equal(ties.table.count, units * (units - 1) / 2);
        for (spenn_id u = 1; u < units; u++) {
            for (spenn_id v = 0; v < u; v++) {
                assert_true(near(spenn_tie_now(&ties, v, u, 1000.0),
                    gain * exp(-decay * (1000.0 - u - v / 100.0))));
            }
        }
    }
    spenn_arena_free(&memory);
    world_free(&w);
}

/* A and B become one, C and D stay, E is divided in two, F ends. */
static void ties_go_on_with_the_people(void **context)
{
    (void)context;
    struct pairs p;
    begin(&p);
    spenn_tie_jump(&p.ties, A, C, 10.0);
    spenn_tie_jump(&p.ties, A, B, 10.0);
    double ac = spenn_tie_now(&p.ties, A, C, 20.0);
    double cd = spenn_tie_now(&p.ties, C, D, 20.0);
    enum { a, c, d, e1, e2 };
    struct spenn_lineage lineage = {
        .first_source = (int32_t[]){0, 2, 3, 4, 5, 6},
        .source = (spenn_id[]){A, B, C, D, E, E},
        .first_heir = (int32_t[]){0, 1, 2, 3, 4, 4, 6},
        .heir = (spenn_id[]){a, a, c, d, e1, e2},
    };
    struct spenn_model without;
    tiny_model(TINY("units:\n  - {id: x, kind: region, count: 5}\n"), &without);
    const double fits[] = {1, 1, 1, 1, 1};
    const struct spenn_tie_plan after =
        spenn_tie_plan_make(&without, spenn_regular_new(&p.memory, &without, fits));
    spenn_ties_pass(&p.ties, &after, &lineage, 20.0);
    assert_int_equal(p.ties.table.count, 1);
    double left = exp(-decay * 30.0);
    assert_true(near(spenn_tie_now(&p.ties, a, c, 20.0), 0.5 * ac));
    assert_true(near(spenn_tie_now(&p.ties, a, c, 50.0), 0.5 * ac * left));
    assert_true(near(spenn_tie_now(&p.ties, c, d, 50.0), cd * left));
    assert_true(near(spenn_tie_now(&p.ties, e1, e2, 50.0), left));
    assert_true(near(spenn_tie_now(&p.ties, a, e1, 20.0),
        fixed(gain / SPENN_YEAR))); /* both met it once a year */
    spenn_tie_jump(&p.ties, c, d, 50.0);
    assert_true(
        near(spenn_tie_now(&p.ties, c, d, 50.0), cd * left + gain * (1.0 - cd * left)));
    spenn_model_free(&without);
    end(&p);
}

/* A superior by two kinds of line meets its report for each. */
static void contact_of_two_lines_adds_up(void **context)
{
    (void)context;
    struct world w;
    world_make(&w,
        TINY("units:\n"
             "  - {id: topp, kind: executive}\n"
             "  - {id: a, kind: region, reports-to: topp, count: 3}\n"
             "lines:\n"
             "  - {kind: professional, from: a-1, to: [a-2, a-3]}\n"
             "  - {kind: administrative, from: a-1, to: a-2}\n"
             "tasks:\n"
             "  - {id: s, at: a-1, arrives: 1/w, handling: 1h, coordinates:"
             " {with: a-*, parties: 2, step: 1}}\n" WORLD_FREE));
    const struct spenn_regular *regular = w.plan->regular;
    double once = spenn_regular_contact(regular, 1, 3);
    assert_true(once > 0.0);
    assert_true(near(spenn_regular_contact(regular, 2, 1), 2.0 * once));
    world_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contact_of_two_lines_adds_up),
        cmocka_unit_test(talks_make_ties_that_fade),
        cmocka_unit_test(every_pair_is_found_again),
        cmocka_unit_test(ties_go_on_with_the_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
