/* SPDX-License-Identifier: MIT
 * Cells of roles and steps, counted by hand, and the rules on roles. */
#include "found.h"

#include "role.h"

enum { one = 1 };

static struct spenn_role role_of(
    int32_t primary, uint32_t secondary, int32_t ambition, int32_t instrument)
{
    return (struct spenn_role){
        primary, secondary, ambition, instrument < 0 ? 0 : UINT32_C(1) << instrument};
}

static void says_what_is_done_in_both_languages(const struct spenn_role_cell *cell)
{
    assert_non_null(cell->action[0][0]);
    for (int32_t i = 0; i < spenn_cell_actions; i++) {
        assert_true(!cell->action[i][0] == !cell->action[i][1]);
    }
}

static void every_cell_says_what_is_done(void **state)
{
    (void)state;
    for (int32_t r = SPENN_ROLE_DRIVER; r < SPENN_ROLE_COUNT; r++) {
        for (int32_t step = 1; step <= SPENN_STEPS; step++) {
            says_what_is_done_in_both_languages(spenn_role_cell(r, step));
        }
    }
}

static void every_instrument_carries_somewhere(void **state)
{
    (void)state;
    for (int32_t i = 0; i < SPENN_INSTRUMENT_COUNT; i++) {
        assert_in_range(spenn_reaches[i].step, 2, 4);
        assert_in_range(spenn_reaches[i].mechanisms, SPENN_VOLUNTARY,
            SPENN_VOLUNTARY | SPENN_HIERARCHY);
        assert_non_null(spenn_reaches[i].source);
    }
}

/* The row of a document on an instrument, as the code has it: its cells from the
 * Norwegian name on. */
static void document_says(const char *document, int32_t instrument)
{
    static const char *const mechanisms[] = {
        [SPENN_VOLUNTARY] = "voluntary",
        [SPENN_HIERARCHY] = "hierarchy",
        [SPENN_VOLUNTARY | SPENN_HIERARCHY] = "both",
    };
    char id[80], cells[200];
    (void)snprintf(id, sizeof id, "\n| `%s` ", spenn_instruments.file[instrument]);
    (void)snprintf(cells, sizeof cells, "| %s | %d | %s | %s",
        spenn_instruments.nb[instrument], spenn_reaches[instrument].step,
        mechanisms[spenn_reaches[instrument].mechanisms],
        spenn_reaches[instrument].source);
    const char *row = strstr(document, id);
    assert_non_null(row);
    const char *found = strstr(row, cells);
    if (!found || found > strchr(row + 1, '\n')) {
        fail_msg("the document does not say '%s' of '%s'", cells, id + 1);
    }
}

static void the_document_says_the_same_of_instruments(void **state)
{
    static char document[1 << 17];
    FILE *in = fopen(SPENN_SOURCE "/docs/model-format.md", "r");
    (void)state;
    assert_non_null(in);
    size_t length = fread(document, 1, sizeof document - 1, in);
    (void)fclose(in);
    assert_in_range(length, 1000, sizeof document - 2);
    for (int32_t i = 0; i < SPENN_INSTRUMENT_COUNT; i++) {
        document_says(document, i);
    }
}

/* Roles x min(ambition, what carries). */
static void cells_are_roles_times_steps_within_ambition_and_instruments(void **state)
{
    (void)state;
    static const struct {
        int32_t secondary, ambition, instrument, cells;
    } cases[] = {
        {0, 0, -1, 1}, /* ambition not stated */
        {0, 1, SPENN_INSTRUMENT_LAW, 1},
        {0, 4, -1, 2},                           /* nothing carries beyond step 2 */
        {0, 4, SPENN_INSTRUMENT_FORUMS, 2},      /* nor do forums */
        {0, 4, SPENN_INSTRUMENT_STUDY_RULES, 3}, /* to step 3 */
        {0, 4, SPENN_INSTRUMENT_LAW, 4},
        {1, 4, SPENN_INSTRUMENT_LAW, 8},
        {2, 4, SPENN_INSTRUMENT_LAW, 12},
        {2, 3, SPENN_INSTRUMENT_LAW, 9},
    };
    static const uint32_t secondary[] = {0, one << SPENN_ROLE_DRIVER,
        one << SPENN_ROLE_DRIVER | one << SPENN_ROLE_BALANCER};
    struct spenn_model m = {0};
    spenn_id u = small_unit(&m, "avd", SPENN_DEPARTMENT, SPENN_NONE);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        m.units.coordination[u] = role_of(SPENN_ROLE_SYSTEM_MANAGER,
            secondary[cases[i].secondary], cases[i].ambition, cases[i].instrument);
        assert_near(small_value(&m, "matrix-cells", "avd"), cases[i].cells, 0);
        assert_near(small_value(&m, "matrix-cells", NULL), cases[i].cells, 0);
    }
    spenn_model_free(&m);
}

/* Three departments: driver to step 4 by law, balancer to step 2, and a system manager
 * whose cells the driver has too as elements: 4 + 2 + 4 in all. */
static void small_ministry(struct spenn_model *m)
{
    spenn_id top = small_unit(m, "dep", SPENN_EXECUTIVE, SPENN_NONE);
    spenn_id driver = small_unit(m, "driv", SPENN_DEPARTMENT, top);
    spenn_id balancer = small_unit(m, "vei", SPENN_DEPARTMENT, top);
    spenn_id manager = small_unit(m, "drift", SPENN_DEPARTMENT, top);
    m->file = "small.yaml";
    m->units.coordination[driver] = role_of(
        SPENN_ROLE_DRIVER, one << SPENN_ROLE_SYSTEM_MANAGER, 4, SPENN_INSTRUMENT_LAW);
    m->units.coordination[balancer] =
        role_of(SPENN_ROLE_BALANCER, 0, 3, SPENN_INSTRUMENT_FORUMS);
    m->units.coordination[manager] = role_of(SPENN_ROLE_SYSTEM_MANAGER, 0, 0, -1);
}

static void cells_of_the_whole_count_once(void **state)
{
    struct spenn_model m = {0};
    (void)state;
    small_ministry(&m);
    assert_near(small_value(&m, "matrix-cells", NULL), 10, 0);
    assert_near(small_value(&m, "matrix-cells", "driv"), 8, 0);
    assert_near(small_value(&m, "matrix-cells", "vei"), 2, 0);
    assert_near(small_value(&m, "matrix-cells", "drift"), 1, 0);
    assert_true(isnan(small_value(&m, "matrix-cells", "dep")));
    assert_int_equal(count(&m, "coordination-matrix",
                         "10 of the 12 cells of roles and steps are covered; not "
                         "balancer 3-4"),
        4);
    assert_int_equal(
        count(&m, "cell-uncovered",
            "no unit does as balancer of interests: step 4: Propose policy or decision "
            "after an agreed weighing, e.g. by redefining the problem. step 3: Without "
            "agreement: Propose the least common multiple, or cut through for one of the "
            "interests"),
        1);
    assert_int_equal(count(&m, "weak-instruments",
                         "aims at step 3, and its instruments carry only to step 2"),
        1);
    assert_int_equal(count(&m, "ambition-unsettled",
                         "has a role of coordination but does not say to which step; "
                         "step 1 counts"),
        1);
    assert_int_equal(count(&m, "primary-role", NULL), 0);
    spenn_model_free(&m);
}

static void a_model_without_roles_is_left_alone(void **state)
{
    static const char *const rules[] = {"coordination-matrix", "cell-uncovered",
        "primary-role", "ambition-unsettled", "weak-instruments"};
    struct spenn_model m = {0};
    (void)state;
    small_tree(&m, 3, 2);
    assert_true(isnan(small_value(&m, "matrix-cells", NULL)));
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        assert_int_equal(count(&m, rules[i], NULL), 0);
    }
    spenn_model_free(&m);
}

static void a_primary_role_is_missed_and_doubled(void **state)
{
    struct spenn_model m = {0};
    (void)state;
    small_ministry(&m);
    spenn_id f = small_forum(&m, SPENN_FORUM_NETWORK, 1, 12);
    small_member(&m, f, 2);
    assert_int_equal(count(&m, "primary-role", NULL), 0);
    m.units.coordination[1].primary = SPENN_ROLE_BALANCER;
    assert_int_equal(count(&m, "primary-role",
                         "both 'driv' and 'vei' have the primary role of balancer of "
                         "interests here"),
        1);
    m.forums.kind[f] = SPENN_FORUM_LEADERSHIP_GROUP; /* is about more than one matter */
    assert_int_equal(count(&m, "primary-role", NULL), 0);
    m.units.coordination[1].primary = SPENN_ROLE_NONE;
    assert_int_equal(
        count(&m, "primary-role", "has elements of roles but no primary one"), 1);
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cell_says_what_is_done),
        cmocka_unit_test(every_instrument_carries_somewhere),
        cmocka_unit_test(the_document_says_the_same_of_instruments),
        cmocka_unit_test(cells_are_roles_times_steps_within_ambition_and_instruments),
        cmocka_unit_test(cells_of_the_whole_count_once),
        cmocka_unit_test(a_model_without_roles_is_left_alone),
        cmocka_unit_test(a_primary_role_is_missed_and_doubled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
