/* SPDX-License-Identifier: MIT
 * What is refused, where and with which remedy: one case for each refusal. Problems of
 * arguments are told all at once; what depends on the model, verb by verb. */
#include "changed.h"

static void verbs_and_arguments_are_checked_like_keys(void **state)
{
    (void)state;
    refused("- mrege: {units: reg-1}\n",
        "tiny.yaml:1:3: no change 'mrege'; did you mean 'merge'?");
    refused("- frobnicate: {}\n", "no change 'frobnicate'; the verbs are in");
    refused("- merge: {unit: reg-1, into: {id: a}}\n",
        "tiny.yaml:1:11: unknown key 'unit' of a change 'merge'; did you mean 'units'?");
    refused("- move: {units: reg-1}\n", "a change 'move' needs 'to'");
    refused("- move: [reg-1]\n", "'move' takes a map of arguments, not a list");
    refused("- move\n", "a change must be one verb with its arguments");
    refused("- {move: {units: reg-1, to: dir}, leave: {forum: group, members: stab}}\n",
        "a change must be one verb with its arguments");
    refused("move: {}\n", "'changes' must be a list, not a map");
    refused("- move: {units: reg-1, to: dir, at: 2026-01-01}\n",
        "'at' must be a duration such as 30min, 2h or 1w, not '2026-01-01'; a date is "
        "told "
        "in time from the start, such as 26w");
    refused(
        "- transfer: {task: sak, to: stab, share: 120%}\n", "'share' must be at most");
    refused("- establish: {id: a, kind: staff, count: 3}\n",
        "unknown key 'count' of a change 'establish'");
}

static void all_arguments_are_judged_at_once(void **state)
{
    (void)state;
    static const char text[] = "- move: {units: reg-1}\n"
                               "- absorb: {into: dir}\n"
                               "- transfer: {task: sak, to: stab, share: x}\n";
    refused(text, "tiny.yaml:1:9: a change 'move' needs 'to'");
    refused(text, "tiny.yaml:2:11: a change 'absorb' needs 'units'");
    refused(text, "tiny.yaml:3:42: 'share' must be a share");
}

static void verbs_that_leave_units_alone_are_all_judged(void **state)
{
    (void)state;
    static const char text[] = "- move: {units: reg-9, to: dir}\n"
                               "- join: {forum: grupp, members: stab}\n";
    refused(text, "tiny.yaml:1:17: no unit 'reg-9'; did you mean 'reg-");
    refused(text, "tiny.yaml:2:17: no forum 'grupp'; did you mean 'group'?");
    refused("- absorb: {units: reg-1, into: reg-2}\n"
            "- move: {units: reg-1, to: dir}\n",
        "tiny.yaml:2:17: no unit 'reg-1' any more: a change above ends it");
}

static void naming_nothing_is_refused(void **state)
{
    (void)state;
    refused("- move: {units: x-*, to: dir}\n", "'x-*' matches no unit");
    refused("- transfer: {task: sakk, to: dir}\n", "no task 'sakk'; did you mean 'sak'?");
    refused("- merge: {units: [reg-1, reg-1], into: {id: a}}\n",
        "'reg-1' is only one unit; to give it a new name use 'rename'");
    refused("- merge: {units: reg-*, into: reg-1}\n", "use 'absorb'");
    refused("- absorb: {units: reg-1, into: reg-1}\n", "'reg-1' cannot absorb itself");
    refused("- abolish: {unit: reg-1, to: reg-1}\n",
        "'reg-1' is abolished itself and cannot take over");
    refused("- rename: {unit: reg-1}\n", "'rename' says nothing new");
    refused("- split: {unit: reg-1, into: [{id: a, share: 1}]}\n",
        "must be a list of two units or more");
    refused("- transfer: {task: klage, from: reg-*, to: dir}\n",
        "nobody here but 'dir' serves task 'klage'; name units that do with 'from'");
    refused("- join: {forum: group, members: stab}\n",
        "all of these are members of 'group' already");
    refused("- leave: {forum: group, members: reg-1}\n",
        "none of these is a member of 'group'");
    refused("- erase: {kind: advisory, from: stab, to: reg-*}\n",
        "there is no such line to erase");
    refused("- draw: {kind: advisory, from: stab, to: stab}\n",
        "a line from a unit to itself");
    refused("- delegate: {task: prinsipp, to: reg-1, limit: 5%}\n",
        "task 'prinsipp' has no limits of authority to raise");
}

static void an_id_in_use_is_not_given_twice(void **state)
{
    (void)state;
    refused("- establish: {id: reg-1, kind: region}\n",
        "tiny.yaml:1:19: id 'reg-1' is taken; give another one");
    refused("- establish: {id: group, kind: region}\n", "id 'group' is taken");
    refused("- open: {id: sak, kind: other, chair: dir, members: all}\n",
        "id 'sak' is taken");
    refused("- rename: {unit: reg-1, id: reg-2}\n", "id 'reg-2' is taken");
    refused("- split: {unit: reg-1, into: [{id: a, share: 0.5}, {id: a, share: 0.5}]}\n",
        "id 'a' is taken");
    refused("- absorb: {units: reg-1, into: reg-2}\n"
            "- establish: {id: reg-1, kind: region, reports-to: dir}\n",
        "id 'reg-1' was that of a unit, forum or task before");
}

static void nothing_is_orphaned_by_an_abolished_unit(void **state)
{
    (void)state;
    refused("- abolish: {unit: reg-1}\n",
        "tiny.yaml:1:19: 'reg-1' serves cases of 'sak'; say where its streams go with "
        "'to'");
    refused("- abolish: {unit: reg-1}\n",
        "'reg-1' has staff (100 FTE); say where they go with 'to'");
    refused("- abolish: {unit: stab}\n", "'stab' still has support of a task ('sak')");
    refused("- abolish: {unit: avd-2}\n", "'avd-2' still has a unit below it ('reg-3')");
    refused("- transfer: {task: klage, to: dir}\n- abolish: {unit: avd-2}\n",
        "'avd-2' still has a task to decide or coordinate ('klage')");
    refused("- abolish: {unit: dir}\n",
        "'dir' chairs forum 'group'; say who takes over with 'to', or 'set' another");
    refused("- transfer: {task: sak, to: reg-2}\n"
            "- transfer: {task: prinsipp, to: reg-2}\n"
            "- transfer: {task: tverr, to: reg-2}\n"
            "- abolish: {unit: reg-1}\n",
        "'reg-1' still has an origin of demand ('reg-1')");
    refused("- abolish: {unit: reg-4, to: reg-3}\n",
        "'reg-4' is mandatory and may not be abolished; merge, split or absorb it");
}

static void nobody_reports_to_themselves(void **state)
{
    (void)state;
    refused("- move: {units: avd-1, to: reg-1}\n",
        "tiny.yaml:1:28: 'avd-1' would report to itself: avd-1 -> reg-1 -> avd-1");
    refused("- move: {units: avd-1, to: avd-1}\n", "'avd-1' would report to itself");
    refused("- set: {unit: dir, reports-to: reg-1}\n",
        "'dir' would report to itself: dir -> reg-1 -> avd-1 -> dir");
    refused("- merge: {units: [avd-1, avd-2], into: {id: a, reports-to: reg-3}}\n",
        "'a' would report to itself: a -> reg-3 -> a");
    refused("- establish: {id: a, kind: staff, reports-to: a}\n",
        "'a' would report to itself: a -> a");
    refused("- split: {unit: avd-1, into: [{id: a, share: 0.5, reports-to: reg-1},\n"
            "   {id: b, share: 0.5}]}\n",
        "'a' would report to itself: a -> reg-1 -> a");
    refused("- absorb: {units: dir, into: reg-1}\n", "'reg-1' would report to itself");
    refused("- abolish: {unit: dir, to: reg-1}\n", "'reg-1' would report to itself");
}

static void a_unit_that_ends_is_no_superior(void **state)
{
    (void)state;
    refused("- split: {unit: avd-1, into: [{id: a, share: 0.5, reports-to: avd-1},\n"
            "   {id: b, share: 0.5}]}\n",
        "'avd-1' ends in this split and cannot be a superior");
    refused("- merge: {units: avd-*, into: {id: a, reports-to: avd-1}}\n",
        "'avd-1' ends in this merge and cannot be a superior");
    refused("- merge: {units: [reg-1, reg-3], into: {id: a}}\n",
        "the merged units report to both 'avd-1' and 'avd-2'; say which it is with "
        "'reports-to'");
}

static void shares_are_whole(void **state)
{
    (void)state;
    refused("- split: {unit: reg-1, into: [{id: a, share: 0.5}, {id: b, share: 40%}]}\n",
        "the shares of 'reg-1' sum to 0.9, not to 1; say where the rest goes");
    refused("- split: {unit: reg-1, into: [{id: a, share: 0}, {id: b, share: 1}]}\n",
        "'share' must be above 0");
    refused(
        "- split: {unit: reg-1, into: [{id: a}, {id: b, share: 1}]}\n", "needs 'share'");
    refused("- spin-off: {from: reg-1, to: {id: a}}\n", "needs 'share'");
    refused("- spin-off: {from: reg-1, to: {id: a, fte: 101}, share: 10%}\n",
        "'reg-1' has only 100 FTE to give; 101 are asked for");
    refused("- spin-off: {from: reg-1, to: {id: a, caseworkers: 21}, share: 10%}\n",
        "'reg-1' has only 20 caseworkers to give; 21 are asked for");
    refused("- spin-off: {from: reg-1, to: {id: a, chair: dir}, share: 10%}\n",
        "unknown key 'chair' of a unit");
}

static void forums_keep_a_chair_and_tasks_a_forum(void **state)
{
    (void)state;
    refused("- leave: {forum: group, members: [stab, dir]}\n",
        "'dir' chairs 'group' and cannot leave it; 'set' another chair first");
    refused("- close: {forum: group}\n",
        "tiny.yaml:1:18: forum 'group' decides task 'prinsipp'; say which forum does "
        "with 'to'");
    refused("- close: {forum: group, to: group}\n",
        "forum 'group' is closed itself and cannot take over");
    refused("- open: {id: f, kind: other, chair: x, members: all}\n", "no unit 'x'");
}

static void set_names_one_thing_and_its_keys(void **state)
{
    (void)state;
    refused("- set: {fte: 4}\n", "'set' needs exactly one of");
    refused("- set: {unit: dir, task: sak, fte: 4}\n", "'set' needs exactly one of");
    refused("- set: {unit: dir}\n", "'set' names no field of the unit to set");
    refused("- set: {unit: dir, ftee: 4}\n", "did you mean 'fte'?");
    refused("- set: {unit: dir, id: a}\n", "unknown key 'id' of a change 'set'");
    refused("- set: {forum: group, meets: 5}\n", "'meets' must be a rate");
    refused("- set: {task: sak, at: reg-1}\n", "'at' must be a duration");
    refused("- set: {task: sak, authority: 4}\n", "'authority' must be a map");
    refused("- set: {task: sak, support: {x: 4%}}\n", "no unit 'x'");
    refused("- set: {task: sak, coordinates: {with: avd-*}}\n", "needs 'parties'");
    refused("- set: {task: tverr, coordinates: {with: stab, parties: 3, step: 2}}\n",
        "task 'tverr' has 3 parties, but 'reg-1' finds only 1 others");
    refused("- set: {task: sak, coordinates: {parties: 2, step: 2}}\n",
        "a coordination needs 'with'");
    refused("- set: {task: tverr, coordinates: {parties: 5}}\n",
        "tiny.yaml:1:45: task 'tverr' has 5 parties, but 'reg-1' finds only 3 others: "
        "give 'with' too");
    refused("- set: {task: tverr, coordinates: {cuts-through: true}}\n",
        "tiny.yaml:1:35: 'cuts-through' of task 'tverr' needs a 'lead'");
    refused("- set: {task: sak, late: lapses}\n",
        "tiny.yaml:1:26: 'late' of task 'sak' needs a 'deadline'");
    refused("- set: {task: tverr, coordinates: {lead: [dir, stab]}}\n",
        "tiny.yaml:1:42: 'lead' must be a text, not a list");
    refused("- establish: {id: ny, kind: staff, reports-to: dir}\n"
            "- set: {task: tverr, coordinates: {lead: ny}}\n"
            "- abolish: {unit: ny}\n",
        "a task to decide or coordinate ('tverr')");
    refused("- set: {task: tverr, coordinates: {with: stab, parties: 3, step: 2}}\n"
            "- merge: {units: reg-*, into: {id: a, reports-to: dir}}\n",
        "'reg-1' finds only 1 others");
    refused("- set: {task: sak, authority: {reg-*: 50%, reg-1: 60%}}\n",
        "the authority of 'reg-1' is given already");
    refused("- set: {assume: {delegat: 4}}\n", "no assumption 'delegat'");
    refused("- set: {assume: {delegate: 4%}, fte: 3}\n", "unknown key 'fte'");
}

/* 5,000 units that see each other are more pairs than a model may have. */
static void what_selectors_make_is_bounded(void **state)
{
    (void)state;
    static const char *const change[] = {"[draw: {kind: advisory, from: a-*, to: a-*}]",
        "[set: {task: t, coordinates: {with: a-*, parties: 2, step: 1}}]"};
    for (size_t i = 0; i < sizeof change / sizeof *change; i++) {
        struct spenn_arena memory = {0};
        struct spenn_error err = {0};
        struct spenn_model base, changed;
        tiny_model("spenn: model/1\nid: m\nunits: [{id: a, kind: team, count: 5000}]\n"
                   "tasks: [{id: t, at: a-*, arrives: 1/w, decision: 1h}]\n",
            &base);
        assert_false(
            spenn_changes_apply(&base, changes_of(change[i], &memory), &changed, &err));
        assert_non_null(strstr(err.list[0].text, "this makes more than 10000000 rows"));
        spenn_error_free(&err);
        spenn_model_free(&base);
        spenn_arena_free(&memory);
    }
}

static void the_changed_model_is_checked_as_any_model(void **state)
{
    (void)state;
    refused("- establish: {id: a, kind: staff}\n",
        "'a' reports to nobody, and neither does 'dir'");
    refused("- set: {forum: group, meets: 10/h, lasts: 2h}\n", "meets for more hours");
    refused("- set: {task: prinsipp, handling: 1h, decision: 0}\n",
        "it needs a 'decision' time above 0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verbs_and_arguments_are_checked_like_keys),
        cmocka_unit_test(all_arguments_are_judged_at_once),
        cmocka_unit_test(verbs_that_leave_units_alone_are_all_judged),
        cmocka_unit_test(naming_nothing_is_refused),
        cmocka_unit_test(an_id_in_use_is_not_given_twice),
        cmocka_unit_test(nothing_is_orphaned_by_an_abolished_unit),
        cmocka_unit_test(nobody_reports_to_themselves),
        cmocka_unit_test(a_unit_that_ends_is_no_superior),
        cmocka_unit_test(shares_are_whole),
        cmocka_unit_test(forums_keep_a_chair_and_tasks_a_forum),
        cmocka_unit_test(set_names_one_thing_and_its_keys),
        cmocka_unit_test(what_selectors_make_is_bounded),
        cmocka_unit_test(the_changed_model_is_checked_as_any_model),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
