/* SPDX-License-Identifier: MIT
 * What the simulation measures. Times are working hours; means are over the cases that
 * arise in the window, averages over its time. */
#include "measures.h"

#include "sim.h"

#include <string.h>

#define WHOLE SPENN_OVER_WHOLE
#define UNITS SPENN_OVER_UNITS
#define FORUMS SPENN_OVER_FORUMS
#define TASKS SPENN_OVER_TASKS
#define LAYERS SPENN_OVER_LAYERS
#define EMERGENT SPENN_CLASS_EMERGENT

const struct spenn_measure spenn_sim_measures[] = {
    [SPENN_LEAD_TIME] = {"lead-time", "h", WHOLE | UNITS | TASKS, -1, EMERGENT, 0.5, 0.05,
        "Saksbehandlingstid", "Lead time",
        "mean time from arising to decision; of a unit: the cases it serves",
        "docs/model.md §7.3"},
    [SPENN_HANDLING_TIME] = {"handling-time", "h", WHOLE | TASKS, -1, EMERGENT, 0.5, 0.05,
        "Tid til behandling", "Handling time",
        "mean time from arising to the end of handling, waiting included",
        "docs/model.md §7.3"},
    [SPENN_DECISION_TIME] = {"decision-time", "h", WHOLE | TASKS, -1, EMERGENT, 0.5, 0.05,
        "Tid til beslutning", "Decision time",
        "mean time from the end of handling (from arising without it) to the decision",
        "docs/model.md §7.3"},
    [SPENN_DESK_WAIT] = {"desk-wait", "h", WHOLE | UNITS, -1, EMERGENT, 0.25, 0.05,
        "Ventetid ved pult", "Wait at the desk", "mean time in the queue per visit",
        "docs/model.md §7.2"},
    [SPENN_MEETING_WAIT] = {"meeting-wait", "h", WHOLE | FORUMS, -1, EMERGENT, 1.0, 0.05,
        "Ventetid på møte", "Wait for a meeting",
        "mean time from entering an agenda to the start of the meeting that takes the "
        "item, per presentation",
        "docs/model.md §7.5"},
    [SPENN_UTILISATION] = {"utilisation", "share", UNITS | FORUMS, 0, EMERGENT, 0.01,
        0.02, "Belegg", "Utilisation",
        "share of the server time of desks that cases reach in service; of a forum: "
        "share of its agenda "
        "places taken",
        "docs/model.md §7.7"},
    [SPENN_BACKLOG] = {"backlog", "cases", WHOLE | UNITS | FORUMS, -1, EMERGENT, 1.0,
        0.05, "Restanse", "Backlog", "average number of cases there",
        "docs/model.md §7.7"},
    [SPENN_THROUGHPUT] = {"throughput", "/w", WHOLE | TASKS, 1, EMERGENT, 0.1, 0.02,
        "Avgjorte saker", "Throughput", "cases decided in the window / its weeks",
        "docs/model.md §7.3"},
    [SPENN_DECIDED_OUTSIDE] = {"decided-outside", "share", WHOLE | FORUMS, -1, EMERGENT,
        0.01, 0.0, "Avgjort utenfor møtet", "Decided outside",
        "items the chair decides alone after three meetings / items decided",
        "docs/model.md §7.5"},
    [SPENN_INNER_CIRCLE] = {"inner-circle", "share", WHOLE | TASKS, -1, EMERGENT, 0.01,
        0.0, "Til indre krets", "Inner circle",
        "cases taken to the inner circle at their deadline / cases of such tasks",
        "docs/model.md §7.3; Difi-notat 2014:4 (C68)"},
    [SPENN_LAPSED] = {"lapsed", "share", WHOLE | TASKS, -1, EMERGENT, 0.01, 0.0,
        "Falt bort", "Lapsed", "cases that lapse at their deadline / cases of such tasks",
        "docs/model.md §7.3"},
    [SPENN_OVERDUE] = {"overdue", "share", WHOLE | TASKS, -1, EMERGENT, 0.01, 0.0,
        "Over fristen", "Overdue",
        "cases that lapse or are decided after their deadline / cases of tasks with one",
        "docs/model.md §7.3"},
    [SPENN_MEETING_HOURS] = {"meeting-hours", "h/w", WHOLE | FORUMS, -1,
        SPENN_CLASS_STRUCTURE, 0.5, 0.02, "Møtetimer", "Meeting hours",
        "members' leaders x meets x lasts x (1 + preparation)", "docs/model.md §7.2"},
    [SPENN_WORK_HOURS] = {"work-hours", "h/w", WHOLE | LAYERS, -1, EMERGENT, 1.0, 0.02,
        "Arbeidstimer", "Work hours",
        "hours of service, and of contact, forums and administration",
        "docs/model.md §7.2"},
    [SPENN_COMMITMENT] = {"commitment", "share", FORUMS, 1, SPENN_CLASS_BUILT_IN, 0.02,
        0.0, "Forpliktelse", "Commitment",
        "chance that the forum concludes an item: as given, else a logistic in its size",
        "docs/model.md §7.5; Difi-notat 2014:4 (C42, C45, C46)"},
    [SPENN_OWN_DECISIONS] = {"own-decisions", "share", WHOLE | TASKS, 0, EMERGENT, 0.01,
        0.0, "Avgjort i egen enhet", "Decided by the unit itself",
        "cases decided by the leader of the unit that serves them / cases that need a "
        "decision and get one",
        "docs/model.md §7.4"},
    [SPENN_BYPASS] = {"bypass", "share", WHOLE | UNITS | TASKS, -1, EMERGENT, 0.01, 0.0,
        "Gått utenom", "Passed by",
        "pairs of a decision and a unit concerned that took no part in it / such pairs; "
        "of a unit: decisions that concern it. Concerned are the line above the unit "
        "that "
        "serves the case and units with kept-informed below that line; measured where a "
        "unit has kept-informed",
        "docs/model.md §7.11; claims C29, C209, C229, C230"},
    [SPENN_UNINFORMED_TIME] = {"uninformed-time", "h", WHOLE | UNITS | TASKS, -1,
        EMERGENT, 1.0, 0.05, "Tid uten kjennskap", "Time uninformed",
        "mean time from a decision until a unit that was passed by learns of it, over "
        "those that do",
        "docs/model.md §7.11; claims C209, C231"},
    [SPENN_NEVER_INFORMED] = {"never-informed", "share", WHOLE | UNITS | TASKS, -1,
        EMERGENT, 0.01, 0.0, "Får aldri vite", "Never informed",
        "pairs of a decision and a unit concerned that was passed by and meets nobody "
        "who took part / all such pairs",
        "docs/model.md §7.11; claims C209, C231"},
    [SPENN_IMPLEMENTATION_TIME] = {"implementation-time", "h", WHOLE | TASKS, -1,
        EMERGENT, 1.0, 0.05, "Gjennomføringstid", "Implementation time",
        "mean time from the decision on joint action (step 4) until all parties have "
        "done their parts",
        "docs/model.md §7.13"},
    [SPENN_OWNERSHIP] = {"ownership", "share", WHOLE | TASKS, 1, EMERGENT, 0.02, 0.0,
        "Eierskap", "Ownership",
        "mean over the time of the window and the units that may be parties in a task "
        "that coordinates",
        "docs/model.md §7.13; claims C111, C112"},
    [SPENN_TIE] = {"tie", "share", WHOLE | TASKS, 1, EMERGENT, 0.02, 0.0, "Bånd", "Tie",
        "mean tie of the pairs of parties of a case when they come together",
        "docs/model.md §7.13; claim C132"},
    [SPENN_SOLVED] = {"solved", "share", WHOLE | TASKS, 1, EMERGENT, 0.02, 0.0, "Løst",
        "Solved", "cases that reach the step they need / cases that need coordination",
        "docs/model.md §7.12"},
    [SPENN_STEP] = {"step", "steps", WHOLE | TASKS, 1, EMERGENT, 0.05, 0.0,
        "Trinn på samordningsstigen", "Step on the ladder",
        "mean highest step that a case reaches", "docs/model.md §7.12"},
    [SPENN_STEP_0] = {"step-0", "share", WHOLE | TASKS, -1, EMERGENT, 0.02, 0.0,
        "Intet trinn nådd", "No step reached",
        "cases whose highest step is 0 / cases that need coordination",
        "docs/model.md §7.12"},
    [SPENN_STEP_1] = {"step-1", "share", WHOLE | TASKS, 0, EMERGENT, 0.02, 0.0,
        "Stanser på trinn 1", "Ends on step 1",
        "cases whose highest step is 1 / cases that need coordination",
        "docs/model.md §7.12"},
    [SPENN_STEP_2] = {"step-2", "share", WHOLE | TASKS, 0, EMERGENT, 0.02, 0.0,
        "Stanser på trinn 2", "Ends on step 2",
        "cases whose highest step is 2 / cases that need coordination",
        "docs/model.md §7.12"},
    [SPENN_STEP_3] = {"step-3", "share", WHOLE | TASKS, 0, EMERGENT, 0.02, 0.0,
        "Stanser på trinn 3", "Ends on step 3",
        "cases whose highest step is 3 / cases that need coordination",
        "docs/model.md §7.12"},
    [SPENN_STEP_4] = {"step-4", "share", WHOLE | TASKS, 1, EMERGENT, 0.02, 0.0,
        "Når trinn 4", "Reaches step 4",
        "cases whose highest step is 4 / cases that need coordination",
        "docs/model.md §7.12"},
    [SPENN_COORDINATION_TIME] = {"coordination-time", "h", WHOLE | TASKS, -1, EMERGENT,
        0.5, 0.05, "Tid på samordning", "Coordination time",
        "mean time on the ladder, waiting included", "docs/model.md §7.12"},
    [SPENN_ARBITRATIONS] = {"arbitrations", "share", WHOLE | TASKS, -1, EMERGENT, 0.01,
        0.0, "Løftet til avgjørelse", "Arbitrations",
        "cases that a superior or a named body arbitrates / cases that need coordination",
        "docs/model.md §7.12"},
    [SPENN_VETOED] = {"vetoed", "share", WHOLE | TASKS, -1, EMERGENT, 0.01, 0.0,
        "Stanset av veto", "Vetoed",
        "cases in which a party stops a proposal at least once / cases that need "
        "coordination",
        "docs/model.md §7.12"},
    [SPENN_TRIES] = {"tries", "rounds", WHOLE | TASKS, -1, EMERGENT, 0.05, 0.0, "Runder",
        "Tries", "mean rounds that a case is given", "docs/model.md §7.12"},
    [SPENN_MESSAGES] = {"messages", "messages", WHOLE | TASKS, -1, EMERGENT, 0.1, 0.0,
        "Meldinger", "Messages", "mean messages of step 1 a case", "docs/model.md §7.12"},
    [SPENN_COORDINATION_HOURS] = {"coordination-hours", "h/w", WHOLE | UNITS | LAYERS, -1,
        EMERGENT, 0.5, 0.05, "Timer til samordning", "Coordination hours",
        "hours of visits for the ladder at desks, and its share of meetings with "
        "preparation",
        "docs/model.md §7.12"},
    [SPENN_UNIFORMITY] = {"uniformity", "share", WHOLE, 1, EMERGENT, 0.02, 0.0,
        "Lik praksis", "Uniformity", "1 - V / V0: variance of practice across origins",
        "docs/model.md §7.8"},
    [SPENN_ALIGNMENT] = {"alignment", "share", WHOLE, 1, EMERGENT, 0.02, 0.0,
        "Felles retning", "Alignment",
        "1 - mean square lag behind the strategy / its value without contact",
        "docs/model.md §7.8"},
};
const int32_t spenn_sim_measure_count = SPENN_SIM_ROWS;

const struct spenn_measure *spenn_sim_measure(const char *id)
{
    for (int32_t i = 0; i < spenn_sim_measure_count; i++) {
        if (strcmp(spenn_sim_measures[i].id, id) == 0) {
            return &spenn_sim_measures[i];
        }
    }
    return NULL;
}
