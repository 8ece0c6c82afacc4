/* SPDX-License-Identifier: MIT
 * The checks of theory.h on engines with one deliberate fault each: every fault must be
 * seen, and every expectation must see at least one of them. Linked to the engine that is
 * compiled with SPENN_MUTANTS. */
#include "theory.h"

#include "mutant.h"

enum spenn_mutant spenn_mutant;

struct trial {
    int32_t experiment;
    enum spenn_mutant mutant;
    const char *name;
};

#define TRIAL(experiment, name)                                                          \
    {                                                                                    \
        experiment, SPENN_MUTANT_##name, #name                                           \
    }
static const struct trial trials[] = {
    TRIAL(0, LAST_FIRST),
    TRIAL(0, SERVICE_MEAN),
    TRIAL(0, GAP_FROM_LAST),
    TRIAL(0, WARM_UP),
    TRIAL(0, RATE),
    TRIAL(1, SERVERS),
    TRIAL(1, RATE),
    TRIAL(2, SERVICE_LAW),
    TRIAL(2, SERVICE_MEAN),
    TRIAL(3, IGNORE_PRIORITY),
    TRIAL(3, SERVICE_MEAN),
    TRIAL(4, SAME_SERVICE),
    TRIAL(4, SERVICE_MEAN),
    TRIAL(5, ESCALATION),
    TRIAL(5, SERVICE_MEAN),
    TRIAL(6, AGENDA),
    TRIAL(6, INTERVAL),
    TRIAL(7, PHASE),
    TRIAL(8, RETURN_LAST),
    TRIAL(8, CONCLUSION),
    TRIAL(9, PATIENCE),
    TRIAL(9, DEADLINE_LAW),
    TRIAL(10, SUPPORT_NEAR),
    TRIAL(10, SUPPORT_ANY),
    TRIAL(11, IGNORE_PRIORITY),
    TRIAL(11, SERVICE_MEAN),
    TRIAL(12, ASSIGNMENT),
    TRIAL(12, SERVICE_MEAN),
    TRIAL(13, DIRECT),
    TRIAL(14, TEAM),
    TRIAL(14, SERVICE_MEAN),
    TRIAL(15, INFORM),
    TRIAL(15, PRESENT),
    TRIAL(15, DIRECT),
    TRIAL(16, CONSENT),
    TRIAL(17, CONSENT),
    TRIAL(17, VETO),
    TRIAL(17, MESSAGES),
    TRIAL(18, CONSENT),
    TRIAL(18, IMPOSED),
    TRIAL(18, ARBITER),
    TRIAL(19, CONSENT),
    TRIAL(19, TRIES),
    TRIAL(19, CHAIN),
    TRIAL(19, ATTEMPT),
    TRIAL(19, JOIN),
    TRIAL(19, SERVICE_MEAN),
    TRIAL(20, JOIN),
    TRIAL(20, SERVICE_MEAN),
    TRIAL(21, MESSAGES),
};
enum { trial_count = sizeof trials / sizeof *trials };

static bool caught[experiment_count][most_expected];

static void every_fault_is_seen(void **context)
{
    (void)context;
    double z[most_expected];
    for (int32_t k = 0; k < trial_count; k++) {
        const struct experiment *e = &experiments[trials[k].experiment];
        bool seen = false;
        spenn_mutant = trials[k].mutant;
        run_experiment(e, z);
        spenn_mutant = SPENN_MUTANT_NONE;
        for (int32_t i = 0; i < count_expected(e); i++) {
            bool fails = !(fabs(z[i]) < 4.0);
            caught[trials[k].experiment][i] |= fails;
            seen |= fails;
            print_distance(e, i, z[i], trials[k].name);
        }
        if (!seen) {
            fail_msg("no check of %s sees %s", e->file, trials[k].name);
        }
    }
}

static void every_check_sees_a_fault(void **context)
{
    (void)context;
    for (int32_t e = 0; e < experiment_count; e++) {
        for (int32_t i = 0; i < count_expected(&experiments[e]); i++) {
            if (!caught[e][i]) {
                print_distance(&experiments[e], i, 0.0, "sees no fault");
                fail();
            }
        }
    }
}

static void every_fault_of_the_engine_is_tried(void **context)
{
    (void)context;
    for (int32_t mutant = 1; mutant < SPENN_MUTANT_COUNT; mutant++) {
        bool tried = false;
        for (int32_t k = 0; k < trial_count; k++) {
            tried |= trials[k].mutant == (enum spenn_mutant)mutant;
        }
        assert_true(tried);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fault_is_seen),
        cmocka_unit_test(every_check_sees_a_fault),
        cmocka_unit_test(every_fault_of_the_engine_is_tried),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
