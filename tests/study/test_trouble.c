/* SPDX-License-Identifier: MIT
 * Whose times a desk or agenda spoils that cannot do its work. */
#include "unit.h"

#include "near.h"
#include "tiny.h"
#include "trouble.h"

/*   director (meets with north every week, 5 items)
 *    |     |
 *  north  south     case: decided where it arises; appeal: 1 of 2 goes to the director */
#define LAB                                                                              \
    "units:\n"                                                                           \
    "  - {id: director, kind: executive, speed: %s}\n"                                   \
    "  - {id: north, kind: department, reports-to: director}\n"                          \
    "  - {id: south, kind: department, reports-to: director, speed: %s}\n"               \
    "forums:\n"                                                                          \
    "  - {id: group, kind: leadership-group, chair: director, "                          \
    "members: [director, north], meets: 52/y, lasts: 1h, agenda: 5, commitment: 1}\n"    \
    "tasks:\n"                                                                           \
    "  - {id: case, at: north, arrives: 5/w, decision: 1h}\n"                            \
    "  - {id: appeal, at: north, arrives: 4/w, decision: 1h, beyond-authority: 50%%}\n"  \
    "  - {id: local, at: south, arrives: 5/w, decision: 1h}\n"                           \
    "  - {id: principle, at: north, arrives: %s, decided-in: group, decision: "          \
    "12min%s}\n"                                                                         \
    "assume: {administration: 0, contact-per-report: 0, contact-minimum: 0}\n"

enum { director, north, south };
enum { task_case, appeal, local, principle };

struct trial {
    struct spenn_model model;
    struct spenn_sim_plan *plan;
    const struct spenn_sim_flows *flows;
    struct spenn_trouble trouble;
    struct spenn_arena memory;
};

static void make(struct trial *trial, const char *const value[4])
{
    char text[2048];
    *trial = (struct trial){0};
    (void)snprintf(text, sizeof text, TINY(LAB), value[0], value[1], value[2], value[3]);
    tiny_model(text, &trial->model);
    trial->plan = spenn_sim_plan_new(&trial->model, NULL);
    trial->flows = spenn_sim_flows(trial->plan);
    trial->trouble = spenn_trouble_find(&trial->memory, &trial->model, trial->flows);
}

static void clear(struct trial *trial)
{
    spenn_sim_plan_free(trial->plan);
    spenn_model_free(&trial->model);
    spenn_arena_free(&trial->memory);
}

/* Id of what spoils, "" for nothing. */
static const char *subject(const struct trial *trial, int32_t flow)
{
    return flow < 0 ? "" : trial->flows->subject[flow];
}

static void an_organization_that_keeps_up_has_no_trouble(void **state)
{
    (void)state;
    struct trial trial;
    make(&trial, (const char *[]){"1", "1", "1/w", ""});
    assert_int_equal(trial.trouble.whole, -1);
    assert_null(trial.trouble.unit);
    clear(&trial);
}

static void a_stuck_unit_spoils_its_own_cases_and_the_whole(void **state)
{
    (void)state;
    struct trial trial;
    make(&trial, (const char *[]){"1", "0.1", "1/w", ""});
    const struct spenn_trouble *trouble = &trial.trouble;
    assert_string_equal(subject(&trial, trouble->whole), "south");
    assert_string_equal(subject(&trial, trouble->task[local]), "south");
    assert_string_equal(subject(&trial, trouble->served[south]), "south");
    assert_string_equal(subject(&trial, trouble->unit[south]), "south");
    assert_string_equal(subject(&trial, trouble->task[task_case]), "");
    assert_string_equal(subject(&trial, trouble->task[appeal]), "");
    assert_string_equal(subject(&trial, trouble->served[north]), "");
    assert_string_equal(subject(&trial, trouble->forum[0]), "");
    clear(&trial);
}

static void a_stuck_superior_spoils_only_what_is_beyond_authority(void **state)
{
    (void)state;
    struct trial trial;
    make(&trial, (const char *[]){"0.05", "1", "1/w", ""});
    const struct spenn_trouble *trouble = &trial.trouble;
    assert_string_equal(subject(&trial, trouble->task[appeal]), "director");
    assert_string_equal(subject(&trial, trouble->task[task_case]), "");
    assert_string_equal(subject(&trial, trouble->task[local]), "");
    assert_string_equal(subject(&trial, trouble->served[north]), "director");
    assert_string_equal(subject(&trial, trouble->unit[north]), "");
    clear(&trial);
}

static void a_stuck_member_of_a_team_spoils_what_climbs_to_the_team(void **state)
{
    (void)state;
    struct trial trial = {0};
    tiny_model(TINY("units:\n"
                    "  - {id: director, kind: executive}\n"
                    "  - {id: quick, kind: deputy, reports-to: director, "
                    "responsibility: across}\n"
                    "  - {id: slow, kind: deputy, reports-to: director, "
                    "responsibility: across, speed: 0.01}\n"
                    "  - {id: north, kind: department, reports-to: director}\n"
                    "tasks:\n"
                    "  - {id: case, at: north, arrives: 5/w, decision: 1h}\n"
                    "  - {id: appeal, at: north, arrives: 4/w, decision: 1h, "
                    "beyond-authority: 50%}\n"
                    "assume: {administration: 0, contact-per-report: 0, "
                    "contact-minimum: 0}\n"),
        &trial.model);
    trial.plan = spenn_sim_plan_new(&trial.model, NULL);
    trial.flows = spenn_sim_flows(trial.plan);
    trial.trouble = spenn_trouble_find(&trial.memory, &trial.model, trial.flows);
    assert_string_equal(subject(&trial, trial.trouble.task[appeal]), "slow");
    assert_string_equal(subject(&trial, trial.trouble.task[task_case]), "");
    clear(&trial);
}

static void a_full_agenda_spoils_what_is_decided_there(void **state)
{
    (void)state;
    struct trial trial;
    make(&trial, (const char *[]){"1", "1", "8/w", ""});
    const struct spenn_trouble *trouble = &trial.trouble;
    assert_string_equal(subject(&trial, trouble->task[principle]), "group");
    assert_string_equal(subject(&trial, trouble->forum[0]), "group");
    assert_string_equal(subject(&trial, trouble->task[local]), "");
    assert_int_equal(trouble->row[trouble->whole], 0);
    clear(&trial);
}

static void what_leaves_at_a_deadline_does_not_queue_for_ever(void **state)
{
    (void)state;
    static const char *const late[] = {"lapses", "inner-circle", "escalates"};
    for (int32_t i = 0; i < 3; i++) {
        char deadline[64];
        (void)snprintf(deadline, sizeof deadline, ", deadline: 4w, late: %s", late[i]);
        struct trial trial;
        make(&trial, (const char *[]){"1", "1", "8/w", deadline});
        assert_true(trial.flows->utilisation[3] >= 1);
        assert_int_equal(trial.trouble.whole, -1);
        assert_int_equal(trial.trouble.task[principle], -1);
        assert_false(trial.trouble.stuck[3]);
        clear(&trial);
    }
}

static void what_leaves_for_a_stuck_desk_is_stuck_there(void **state)
{
    (void)state;
    struct trial trial;
    make(&trial,
        (const char *[]){"0.05", "1", "8/w", ", deadline: 4w, late: inner-circle"});
    assert_string_equal(subject(&trial, trial.trouble.task[principle]), "director");
    clear(&trial);
    make(&trial, (const char *[]){"0.05", "1", "8/w", ", deadline: 4w, late: lapses"});
    assert_int_equal(trial.trouble.task[principle], -1);
    clear(&trial);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_organization_that_keeps_up_has_no_trouble),
        cmocka_unit_test(a_stuck_unit_spoils_its_own_cases_and_the_whole),
        cmocka_unit_test(a_stuck_superior_spoils_only_what_is_beyond_authority),
        cmocka_unit_test(a_stuck_member_of_a_team_spoils_what_climbs_to_the_team),
        cmocka_unit_test(a_full_agenda_spoils_what_is_decided_there),
        cmocka_unit_test(what_leaves_at_a_deadline_does_not_queue_for_ever),
        cmocka_unit_test(what_leaves_for_a_stuck_desk_is_stuck_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
