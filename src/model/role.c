/* SPDX-License-Identifier: MIT */
#include "role.h"

#define LIST(name, ...) static const char *const name[] = {__VA_ARGS__}
#define NAMES(list)                                                                      \
    const struct spenn_names spenn_##list = {                                            \
        sizeof list##_file / sizeof *list##_file, list##_file, list##_nb, list##_en}

LIST(roles_file, "", "driver", "balancer", "system-manager");
LIST(roles_nb, "", "pådriver", "interesseavveier", "systemforvalter");
LIST(roles_en, "", "driver", "balancer of interests", "system manager");
NAMES(roles);

LIST(instruments_file, "law", "signals", "resources", "study-rules", "budget-process",
    "plans", "letters", "joint-letters", "area-reviews", "leader-pay", "forums",
    "service-design", "joint-digital");
LIST(instruments_nb, "regelverk", "styringssignaler", "ressurser", "utredningsinstruks",
    "budsjettprosess", "langtidsplaner og handlingsplaner", "tildelingsbrev",
    "felles oppdragsbrev", "områdegjennomganger og sektoranalyser", "lederlønnssystem",
    "fora og nettverk", "tjenestedesign", "digitale fellesløsninger");
LIST(instruments_en, "law", "steering signals", "resources",
    "instruction for official studies", "budget process", "long-term and action plans",
    "assignment letters", "joint assignment letters", "area reviews and sector analyses",
    "leader pay system", "forums and networks", "service design",
    "joint digital solutions");
NAMES(instruments);

const char *const spenn_role_source[2] = {
    "Difi-notat om samordning (dokument 003) §2.3, etter Difi 2016:08 kap. 5.7",
    "Difi note on coordination (document 003) §2.3, after Difi 2016:08 ch. 5.7"};

LIST(steps_file, "1", "2", "3", "4");
LIST(steps_nb, "Dele informasjon", "Felles problemforståelse", "Ikke svekke andres mål",
    "Felles plan/tiltak");
LIST(steps_en, "Share information", "Shared understanding", "Not weakening others' goals",
    "Joint plans or measures");
NAMES(steps);

#define DISAGREEMENT                                                                     \
    {                                                                                    \
        "Uten enighet", "Without agreement"                                              \
    }
#define LEAD                                                                             \
    {                                                                                    \
        "Lede prosessen, ev. i eget forum, med utredningskapasitet",                     \
            "Lead the process, possibly in an own forum, with capacity for studies"      \
    }

/* By role, then by step from 1. */
static const struct spenn_role_cell cells[SPENN_ROLES][SPENN_STEPS] = {
    {{{"Reaktiv", "Reactive"},
         {{"Svare på høringer og forespørsler", "Answer hearings and requests"}}},
        {{"Proaktiv", "Proactive"},
            {{"Starte og lede arbeidsgrupper", "Start and lead working groups"},
                {"Lage retningslinjer og veiledninger", "Make guidelines and guidance"},
                {"Tilføre kunnskap om aktuelle hensyn, bl.a. i foredrag og kurs",
                    "Supply knowledge of the concerns, also in talks and courses"}}},
        {{NULL},
            {{"Markere dissens for å synliggjøre egne premisser og begrense skaden for "
              "egne mål",
                "Mark dissent to show own premises and limit damage to own goals"}}},
        {{NULL},
            {{"Påvirke interesseavveier og få til en omforent politikk eller beslutning",
                "Influence the balancer and bring about an agreed policy or "
                "decision"}}}},
    {{{NULL},
         {{"Sende utkast på høring", "Send drafts on hearing"},
             {"Foreslå beslutning eller avveining", "Propose decision or weighing"}}},
        {{NULL},
            {{"Søke felles oppfatning av problem og løsning",
                 "Seek a shared view of problem and solution"},
                {"Bearbeide premisser og forslag i dialog med andre departementer",
                    "Work on premises and proposals in dialogue with other ministries"},
                LEAD}},
        {DISAGREEMENT,
            {{"Foreslå minste felles multiplum, eller skjære igjennom for én av "
              "interessene",
                "Propose the least common multiple, or cut through for one of the "
                "interests"}}},
        {{NULL},
            {{"Foreslå politikk eller beslutning etter omforent avveining, f.eks. ved å "
              "redefinere problemet",
                "Propose policy or decision after an agreed weighing, e.g. by "
                "redefining the problem"}}}},
    {{{NULL},
         {{"Forvalte systemet eller ordningen på tvers av departementer",
              "Manage the system or scheme across ministries"},
             {"Informere om prosedyrer, maler og frister",
                 "Inform about procedures, templates and deadlines"},
             {"Lede møter og skrive referat i et kontaktforum",
                 "Chair and keep minutes in a contact forum"}}},
        {{NULL},
            {{"Skape felles forståelse av hva som må utvikles",
                 "Create a shared understanding of what must be developed"},
                {"Utvikle forslag til endringer i dialog med andre departementer",
                    "Develop proposals in dialogue with other ministries"},
                LEAD}},
        {DISAGREEMENT,
            {{"Foreslå eller beslutte med dissens, eller endre forslaget",
                "Propose or decide with dissent, or change the proposal"}}},
        {{NULL},
            {{"Foreslå eller beslutte endret ordning etter dialog og felles "
              "problemforståelse",
                "Propose or decide a changed scheme after dialogue and shared "
                "understanding"}}}},
};

/* The source names instruments and mechanisms without pairing them. */
const struct spenn_reach spenn_reaches[SPENN_INSTRUMENT_COUNT] = {
    [SPENN_INSTRUMENT_LAW] = {4, SPENN_HIERARCHY, "002 slide 8"},
    [SPENN_INSTRUMENT_SIGNALS] = {4, SPENN_HIERARCHY, "002 slide 8"},
    [SPENN_INSTRUMENT_RESOURCES] = {4, SPENN_HIERARCHY, "002 slide 8"},
    [SPENN_INSTRUMENT_STUDY_RULES] = {3, SPENN_HIERARCHY, "judgement"},
    [SPENN_INSTRUMENT_BUDGET_PROCESS] = {4, SPENN_HIERARCHY, "003 §3 point 4 and §4"},
    [SPENN_INSTRUMENT_PLANS] = {4, SPENN_VOLUNTARY | SPENN_HIERARCHY, "002 slide 8"},
    [SPENN_INSTRUMENT_LETTERS] = {3, SPENN_HIERARCHY, "judgement"},
    [SPENN_INSTRUMENT_JOINT_LETTERS] = {4, SPENN_HIERARCHY, "judgement"},
    [SPENN_INSTRUMENT_AREA_REVIEWS] = {2, SPENN_VOLUNTARY, "judgement"},
    [SPENN_INSTRUMENT_LEADER_PAY] = {4, SPENN_HIERARCHY, "judgement"},
    [SPENN_INSTRUMENT_FORUMS] = {2, SPENN_VOLUNTARY, "003 §2.3"},
    [SPENN_INSTRUMENT_SERVICE_DESIGN] = {2, SPENN_VOLUNTARY, "judgement"},
    [SPENN_INSTRUMENT_JOINT_DIGITAL] = {4, SPENN_VOLUNTARY, "judgement"},
};

enum { step_without_decision = 2 };

const struct spenn_role_cell *spenn_role_cell(int32_t role, int32_t step)
{
    return &cells[role - SPENN_ROLE_DRIVER][step - 1];
}

uint32_t spenn_role_bit(int32_t role, int32_t step)
{
    return UINT32_C(1) << ((role - SPENN_ROLE_DRIVER) * SPENN_STEPS + step - 1);
}

bool spenn_role_is_given(const struct spenn_role *role)
{
    return role->primary != SPENN_ROLE_NONE || role->secondary != 0;
}

int32_t spenn_role_carried(const struct spenn_role *role)
{
    int32_t step = step_without_decision;
    for (int32_t i = 0; i < SPENN_INSTRUMENT_COUNT; i++) {
        if (role->instruments >> i & 1 && spenn_reaches[i].step > step) {
            step = spenn_reaches[i].step;
        }
    }
    return step;
}

unsigned spenn_role_mechanisms(const struct spenn_role *role)
{
    unsigned mechanisms = 0;
    for (int32_t i = 0; i < SPENN_INSTRUMENT_COUNT; i++) {
        mechanisms |= role->instruments >> i & 1 ? spenn_reaches[i].mechanisms : 0;
    }
    return mechanisms;
}

static uint32_t cells_up_to(const struct spenn_role *role, int32_t most)
{
    uint32_t bits = 0;
    for (int32_t r = SPENN_ROLE_DRIVER; r < SPENN_ROLE_COUNT; r++) {
        bool has = role->primary == r || (role->secondary >> r & 1);
        for (int32_t step = 1; has && step <= most; step++) {
            bits |= spenn_role_bit(r, step);
        }
    }
    return bits;
}

uint32_t spenn_role_wanted(const struct spenn_role *role)
{
    return cells_up_to(role, role->ambition ? role->ambition : 1);
}

uint32_t spenn_role_covered(const struct spenn_role *role)
{
    return spenn_role_wanted(role) & cells_up_to(role, spenn_role_carried(role));
}

struct spenn_role spenn_role_join(
    const struct spenn_role *first, const struct spenn_role *other)
{
    bool own = first->primary != SPENN_ROLE_NONE;
    struct spenn_role role = {
        .primary = own ? first->primary : other->primary,
        .secondary = first->secondary | other->secondary,
        .ambition = first->ambition > other->ambition ? first->ambition : other->ambition,
        .instruments = first->instruments | other->instruments,
    };
    if (own && other->primary != SPENN_ROLE_NONE) {
        role.secondary |= UINT32_C(1) << other->primary;
    }
    role.secondary &= ~(UINT32_C(1) << role.primary);
    return role;
}
