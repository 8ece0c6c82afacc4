/* SPDX-License-Identifier: MIT
 * Practice against its closed forms (derived in docs/model.md). Compiled a second time
 * with SPENN_MUTANTS, where each broken formula must be caught by the same comparison. */
#include "practice_world.h"

#include "mutant.h"

#ifdef SPENN_MUTANTS
enum spenn_mutant spenn_mutant;
#endif

static const struct setting theories[] = {
    {.regions = 6,
        .theta = 4 / SPENN_YEAR,
        .noise = 0.5,
        .norms = 1.0,
        .days = 10,
        .calibration = 0.3,
        .strategy = 2 / SPENN_YEAR},
    {.regions = 6,
        .theta = 4 / SPENN_YEAR,
        .noise = 1.0,
        .norms = 0.0,
        .days = 10,
        .calibration = 0.3,
        .strategy = 2 / SPENN_YEAR},
    {.regions = 2,
        .theta = 12 / SPENN_YEAR,
        .noise = 0.5,
        .norms = 1.0,
        .days = 1,
        .calibration = 0.1,
        .strategy = 2 / SPENN_YEAR},
    {.regions = 16,
        .theta = 12 / SPENN_YEAR,
        .noise = 1.0,
        .norms = 0.5,
        .days = 20,
        .calibration = 1.0,
        .strategy = 6 / SPENN_YEAR,
        .director = true},
    {.regions = 9,
        .theta = 12 / SPENN_YEAR,
        .noise = 0.5,
        .norms = 2.0,
        .days = 65,
        .calibration = 0.6,
        .video = 0.5,
        .strategy = 2 / SPENN_YEAR,
        .director = true,
        .unequal = true},
    {.regions = 4,
        .theta = 4 / SPENN_YEAR,
        .noise = 0.5,
        .norms = 1.0,
        .days = 26,
        .calibration = 0.2,
        .video = 1.0,
        .strategy = 2 / SPENN_YEAR,
        .director = true,
        .unequal = true},
    {.regions = 8,
        .theta = 4 / SPENN_YEAR,
        .noise = 0.5,
        .norms = 1.0,
        .days = 5,
        .calibration = 0.5,
        .strategy = 2 / SPENN_YEAR,
        .absent = 3},
};

static void practice_agrees_with_the_closed_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof theories / sizeof *theories; i++) {
        const struct setting *s = &theories[i];
        struct sample sample;
        simulate(s, s, 200, &sample);
        expect_near(sample.uniformity, 200, theory_with_absent(s));
        if (s->director) {
            expect_near(sample.alignment, 200, theory_of_alignment(s));
        }
    }
}

#ifdef SPENN_MUTANTS
static bool agrees(const struct setting *s)
{
    struct sample sample;
    simulate(s, s, 200, &sample);
    bool all = fabs(distance(sample.uniformity, 200, theory_with_absent(s))) < 4.0;
    return all
        && (!s->director
            || fabs(distance(sample.alignment, 200, theory_of_alignment(s))) < 4.0);
}

static void every_broken_formula_is_caught_by_the_theory(void **state)
{
    (void)state;
    for (int mutant = SPENN_MUTANT_PRACTICE_PULL; mutant < SPENN_MUTANT_PRACTICE_END;
         mutant++) {
        spenn_mutant = (enum spenn_mutant)mutant;
        bool survives = true;
        for (size_t i = 0; i < sizeof theories / sizeof *theories; i++) {
            survives = survives && agrees(&theories[i]);
        }
        if (survives) {
            fail_msg("nothing noticed mutant %d", mutant);
        }
    }
    spenn_mutant = SPENN_MUTANT_NONE;
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(practice_agrees_with_the_closed_form),
#ifdef SPENN_MUTANTS
        cmocka_unit_test(every_broken_formula_is_caught_by_the_theory),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
