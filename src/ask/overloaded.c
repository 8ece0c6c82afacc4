/* SPDX-License-Identifier: MIT
 * Whose week is too short: what a leader has promised and what cases ask for, in hours.
 */
#include "common.h"

#include "quantity.h"

#include <math.h>
#include <stdlib.h>

struct leader {
    spenn_id unit;
    double taken;
};

static int most_first(const void *a, const void *b)
{
    const struct leader *x = a, *y = b;
    if (x->taken > y->taken || x->taken < y->taken) {
        return x->taken > y->taken ? -1 : 1;
    }
    return (x->unit > y->unit) - (x->unit < y->unit);
}

static void add_leader(const struct spenn_ask *ask, struct spenn_answer *answer,
    const struct spenn_ask_state *state, const struct loads *loads, spenn_id u)
{
    const struct spenn_model *m = state->m;
    const struct spenn_hours *hours = &loads->hours;
    double administration = m->assume.value[SPENN_ADMINISTRATION];
    double cases = loads_case_hours(loads, u), taken = loads_taken(loads, u);
    double contact = hours->committed[u] - hours->forums[u] - administration;
    const char **cell = spenn_sheet_add(&answer->sheet);
    cell[0] = state->id;
    cell[1] = ask->bars ? name_of(ask, m, u) : m->units.id[u];
    cell[2] = decimal(answer, administration);
    cell[3] = decimal(answer, hours->forums[u]);
    cell[4] = decimal(answer, contact);
    cell[5] = decimal(answer, cases);
    cell[6] = decimal(answer, hours->committed[u] + cases);
    cell[7] = percent(answer, taken);
    cell[8] = ask->bars                                            ? bar(answer, taken)
        : hours->overloaded[u] || hours->committed[u] > SPENN_WEEK ? "committed"
        : taken > 1                                                ? "over"
                                                                   : "above-limit";
}

static void answer_state(const struct spenn_ask *ask, struct spenn_answer *answer,
    const struct spenn_ask_state *state)
{
    struct loads loads;
    const struct spenn_model *m = state->m;
    loads_make(m, &loads);
    struct leader *leader =
        spenn_arena_alloc(&loads.memory, (size_t)m->units.count + 1, sizeof *leader);
    int32_t above = 0, over = 0, promised = 0;
    for (spenn_id u = 0; u < m->units.count; u++) {
        leader[u] = (struct leader){u, loads_taken(&loads, u)};
        above += leader[u].taken > ask->limit;
        over += leader[u].taken > 1;
        promised += loads.hours.committed[u] > SPENN_WEEK || loads.hours.overloaded[u];
    }
    qsort(leader, (size_t)m->units.count, sizeof *leader, most_first);
    for (int32_t i = 0; i < above; i++) {
        add_leader(ask, answer, state, &loads, leader[i].unit);
    }
    add_head(answer,
        spenn_arena_format(&answer->sheet.memory,
            say(ask,
                "%s: ledere med mer enn %s %% av uka tatt: %d; med mer enn hele: %d; som "
                "har lovt bort mer enn uka før noen sak kommer: %d. Mest har %s: %s %%.",
                "%s: leaders with more than %s %% of their week taken: %d; with more "
                "than "
                "all of it: %d; who have promised more than the week before any case "
                "comes: %d. The most has %s: %s %%."),
            state->name, percent(answer, ask->limit), above, over, promised,
            name_of(ask, m, leader[0].unit), percent(answer, leader[0].taken)));
    spenn_arena_free(&loads.memory);
}

bool ask_overloaded(
    const struct spenn_ask *ask, struct spenn_answer *answer, struct spenn_error *err)
{
    static const char *const en[] = {"when", "leader", "administration", "forums",
        "contact", "cases", "sum-h/w", "taken-%", "state"};
    static const char *const nb[] = {"når", "leder", "administrasjon", "møter", "kontakt",
        "saker", "sum-t/u", "tatt-%", ""};
    (void)err;
    answer->sheet.columns = 9;
    answer->sheet.title = ask->norwegian ? nb : en;
    answer->sheet.numeric = 0xfc;
    for (int32_t i = 0; i < ask->states; i++) {
        answer_state(ask, answer, &ask->state[i]);
    }
    add_foot(answer,
        say(ask,
            "Timer i uka av én leder (av 37,5). Administrasjon og kontakt hviler på "
            "antakelser (spenn help assumptions); saker på modellens oppgaver.",
            "Hours a week of one leader (of 37.5). Administration and contact rest on "
            "assumptions (spenn help assumptions), cases on the model's tasks."));
    return true;
}
