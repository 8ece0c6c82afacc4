/* SPDX-License-Identifier: MIT
 * The table of measures at rest: what each means, and the function that fills it. A new
 * measure is a function and a row here; docs/measures.md is made from these rows. */
#include "measure.h"

#include "fills.h"

#include <assert.h>
#include <string.h>

#define STRUCTURE SPENN_CLASS_STRUCTURE
#define BUILT_IN SPENN_CLASS_BUILT_IN
#define WHOLE SPENN_OVER_WHOLE

const struct spenn_measure spenn_rest_measures[] = {
    {"span", "units", SPENN_OVER_UNITS, 0, STRUCTURE, 0, 0, "Kontrollspenn",
        "Span of control", "direct reports by the line, staff included",
        "claims C4, C180; 000 §2.1, 004 §3.2"},
    {"span-line", "units", SPENN_OVER_UNITS, 0, STRUCTURE, 0, 0,
        "Kontrollspenn uten stab", "Span of control without staff",
        "direct reports by the line but those of kind staff, support and advice",
        "claim C180; 004 §3.2"},
    {"graicunas", "relations", SPENN_OVER_UNITS, 0, STRUCTURE, 0, 0,
        "Mulige forbindelser", "Possible relations (Graicunas)",
        "n (2^(n-1) + n - 1) with n direct reports: each alone, each group with each of "
        "its members, each pair both ways; not computed above 1000 reports",
        "Graicunas 1933; claim C180; 004 §3.2"},
    {"manager-share", "share", SPENN_OVER_WHOLE, 0, STRUCTURE, 0, 0, "Lederandel",
        "Share of managing units",
        "units with direct reports / all units; political and outside kinds are left "
        "out, as units and as reports",
        "claim C140; 004 §4.1"},
    {"span-band", "", SPENN_OVER_UNITS, 0, STRUCTURE, 0, 0, "Spennklasse", "Span band",
        "span in bands: 0 none, 1 one, 2 two or three, 3 four to seven, 4 eight to "
        "twelve, 5 thirteen to sixteen, 6 seventeen or more",
        "bands by convention, the limit of 16 as in claim C43; 000 §3.6"},
    {"layer", "", SPENN_OVER_UNITS, 0, STRUCTURE, 0, 0, "Nivå", "Layer",
        "lines up to the top of the administration plus 1: executive 1; a council, and "
        "committees at the root or below it, 0; a root of another kind 1",
        "claim C140; 004 §4.1"},
    {"layers", "layers", SPENN_OVER_WHOLE, 0, STRUCTURE, 0, 0, "Antall nivåer", "Layers",
        "greatest layer of a unit; advice, legal-entity and external do not count",
        "claims C140, C148; 004 §4.1"},
    {"layers-below", "layers", SPENN_OVER_UNITS, 0, STRUCTURE, 0, 0, "Nivåer under",
        "Layers below",
        "longest way down the line from the unit, in lines; advice, legal-entity and "
        "external do not count",
        "claim C140; 004 §4.1"},
    {"size", "FTE", SPENN_OVER_UNITS, 0, STRUCTURE, 0, 0, "Årsverk under",
        "Full-time equivalents",
        "FTE of the unit and of all units below it; not given counts as 0",
        "claims C2, C183; 000 §2.1, 004 §3.2"},
    {"superiors", "units", SPENN_OVER_UNITS, 0, STRUCTURE, 0, 0, "Overordnede",
        "Superiors",
        "distinct superiors by the line, by professional and by administrative lines "
        "(other second lines give no superior)",
        "claims C75, C84; 000 §2.3.2, §3.3"},
    {"betweenness", "pairs", SPENN_OVER_UNITS, 0, STRUCTURE, 0, 0, "Mellomposisjon",
        "Betweenness",
        "sum over unordered pairs of the share of shortest ways between them that pass "
        "the unit; undirected graph of the line and all second lines, without forums; "
        "exact, but not computed where units on circles of lines x lines on circles "
        "exceed 1e9",
        "Freeman 1977; claims C71, C148, C151; 000 §3.5, 004 §6.4.1"},
    {"articulation-unit", "", SPENN_OVER_UNITS, 0, STRUCTURE, 0, 0, "Knutepunkt",
        "Articulation unit",
        "1 when the graph of the line and all second lines falls apart without the "
        "unit, else 0",
        "claim C150; 004 §1.2"},
    {"connectedness", "share", SPENN_OVER_WHOLE, 0, STRUCTURE, 0, 0, "Sammenheng",
        "Connectedness",
        "unordered pairs joined by some chain of commanding lines (line, professional, "
        "administrative) in any direction / all pairs; outside kinds left out",
        "Krackhardt 1994; claim C150; 004 §1.2"},
    {"hierarchy", "share", SPENN_OVER_WHOLE, 0, STRUCTURE, 0, 0, "Hierarki", "Hierarchy",
        "1 - pairs that command each other, through however many / pairs in which one "
        "commands the other; commanding lines lead downwards; outside kinds left out; "
        "not computed where units x (units + lines) exceed 6.4e10",
        "Krackhardt 1994; claims C79, C150; 000 §3.3, 004 §1.2"},
    {"efficiency", "share", SPENN_OVER_WHOLE, 0, STRUCTURE, 0, 0, "Linjeøkonomi",
        "Efficiency of the lines",
        "1 - pairs joined by a commanding line beyond those a tree of each component "
        "needs / as many as there could be, over components of n units (n - 1)(n - 2) / "
        "2; undirected: two lines between the same units count once; outside kinds "
        "left out",
        "Krackhardt 1994 (undirected); claims C75, C80; 000 §2.3.2, §3.3"},
    {"least-upper-bound", "share", SPENN_OVER_WHOLE, 0, STRUCTURE, 0, 0,
        "Entydig felles overordnet", "Least upper bound",
        "1 - pairs without a superior of both (each its own) whom every other such "
        "superior commands / (n - 1)(n - 2) / 2 of each component; commanding lines; "
        "outside kinds left out; not computed where heads^2 x units exceed 1.28e11, "
        "heads being units with no superior or several",
        "Krackhardt 1994; claims C75, C150; 000 §2.3.2, 004 §1.2"},
    {"global-reaching", "share", SPENN_OVER_WHOLE, 0, STRUCTURE, 0, 0,
        "Samling om toppen", "Global reaching centrality",
        "mean over the other units of the greatest share of all others that a unit "
        "commands, less each unit's own; commanding lines; outside kinds left out; not "
        "computed where units x (units + lines) exceed 6.4e10",
        "Mones et al. 2012; claim C151; 004 §6.4.1"},
    {"group-size", "members", SPENN_OVER_FORUMS, 0, STRUCTURE, 0, 0, "Gruppestørrelse",
        "Group size", "members of the forum, its chair included",
        "claims C42-C46; 000 §2.3.4, §3.6"},
    {"regional-share", "share", SPENN_OVER_FORUMS, 0, STRUCTURE, 0, 0, "Regionandel",
        "Regional share",
        "members of kind region / all members; special units are no regions",
        "claim C52; 000 §2.3.4"},
    {"leadership-model", "", SPENN_OVER_WHOLE, 0, STRUCTURE, 0, 0, "Ledermodell",
        "Leadership model",
        "2 when every unit of kind region sits in the top leader's leadership group; "
        "else 3 when every one sits in a leadership group chaired by another unit that "
        "is no region; else 1; not defined without regions",
        "claims C22, C23; 000 §2.3.1, §3"},
    {"contact", "/y", SPENN_OVER_UNITS, 1, STRUCTURE, 0, 0, "Kontakt med toppleder",
        "Contact with the top leader",
        "meetings a year of forums in which both the unit and the top leader sit, plus "
        "regular bilateral contacts a year that the model states; the assumed contact "
        "with direct reports (contact-meets) does not count; not defined for the top",
        "claims C56, C57; 000 §2.3.3, §2.3.4"},
    {"reach", "h", SPENN_OVER_UNITS, -1, STRUCTURE, 0, 0, "Ventetid til topps",
        "Waiting time to the top",
        "least sum of 1 / (2 f) working hours on a way from the unit to the top leader: "
        "f = meetings of a forum in which both sit, stated bilateral contacts, else "
        "contact-meets along the line; second lines give no way; not defined without a "
        "way",
        "claims C41, C54, C55; 000 §2.3.3, §3.4"},
    {"overlap", "topics", SPENN_OVER_WHOLE | SPENN_OVER_FORUMS, -1, STRUCTURE, 0, 0,
        "Felles tema", "Shared topics",
        "topics of two or more forums; of a forum: its topics that another has too; "
        "texts are compared as they stand; not defined where no topics are given",
        "claim C69; 000 §3.7"},
    {"peer-command", "pairs", WHOLE, -1, STRUCTURE, 0, 0, "Sideordnede som styrer",
        "Peers that command",
        "ordered pairs of peers of which one commands the other: by a professional or "
        "administrative line, or by deciding (decided-by) a task whose cases the other "
        "serves. Peers are units of kind region, and units of one kind under the same "
        "superior; advisory lines and contracts do not command",
        "claims C79, C83; 000 §3.3"},
    {"duplication", "tasks", WHOLE | SPENN_OVER_TASKS, -1, STRUCTURE, 0, 0,
        "Oppgaver på to nivåer", "Tasks on two levels",
        "tasks carried out on two levels: by units of which one is in a region and one "
        "in "
        "none, or one above the other in the line (a deputy counts as its superior); or "
        "controlled from two: in a region "
        "and "
        "in none, counting for each unit that serves it another that decides (chair of "
        "decided-in), professional superiors, and with `via: line` the superior; "
        "not defined without tasks",
        "claims C80, C84; 000 §3.3"},
    {"separation", "share", WHOLE, 0, STRUCTURE, 0, 0, "Skille mot regionene",
        "Separation of head office and regions",
        "mean of what is defined of three differences between the highest units of kind "
        "region and of kind department: of mean layer, 1 at most; of the mean share of a "
        "unit's tasks that two regions or more have; of membership in forums with the "
        "top "
        "leader, 1 - sum of min / sum of max of the shares of either that sit there",
        "claim C72; 000 §3.2"},
    {"cooperation-path", "steps", SPENN_OVER_WHOLE, -1, STRUCTURE, 0, 0,
        "Avstand i samarbeid", "Distance in cooperation",
        "mean fewest steps between two units of kind region (with fewer than two "
        "regions: between two without reports): units that share a forum, a stated "
        "bilateral contact or the line from superior to report are one step apart; "
        "pairs without a way are left out; not computed where units x (meetings and "
        "members) exceed 1e9",
        "claim C33; 000 §2.3.4"},
    {"cross-path", "steps", SPENN_OVER_WHOLE, -1, STRUCTURE, 0, 0,
        "Avstand på tvers av sektorer", "Distance across sectors",
        "mean fewest steps between two units of different sectors, steps as in "
        "cooperation-path; units without a sector, political and outside kinds are no "
        "ends of a way; pairs without a way are left out; not computed where units x "
        "(meetings and members) exceed 1e9",
        "claims C94, C99, C116; 001 part 2 §1, §3, 003 §3"},
    {"congruence", "share", SPENN_OVER_WHOLE, 1, STRUCTURE, 0, 0,
        "Møter de som må samordne", "Congruence",
        "unordered pairs of units that must coordinate (whoever serves a task with "
        "coordinates, and each of its partners) and that share a forum or a stated "
        "bilateral contact / all pairs that must; not defined without such tasks; not "
        "computed above 2e7 pairs",
        "Cataldo et al. 2006; claims C143, C145; 004 §1.2"},
    {"modularity", "", SPENN_OVER_WHOLE, 0, STRUCTURE, 0, 0, "Modularitet etter sektor",
        "Modularity by sector",
        "ties within sectors / all ties, less what chance would give with the same ties "
        "a unit: sum of L / m - (d / 2m)^2 over sectors. A unit without one belongs to "
        "that of all units below it, if one, else to its superior's, else it stands by "
        "itself. Each line, second line and stated bilateral contact is a tie of 1, "
        "each pair of a forum of n members one of 1 / (n - 1); not defined without "
        "sectors",
        "Newman and Girvan 2004; claims C140-C142; 004 §1.2"},
    {"informal-level", "units", SPENN_OVER_WHOLE, 0, STRUCTURE, 0, 0,
        "Uformelt ledernivå", "Informal level",
        "units between others and the top without being their superior: those that "
        "chair networks without the top leader and so lead 4 units or more (as in span "
        "band 3) to whom they are superior by no line, and who are not theirs; "
        "executives, deputies, political and outside kinds are left out",
        "claim C148; 004 §1.2"},
    {"nearest-superior", "layers", SPENN_OVER_WHOLE, -1, STRUCTURE, 0, 0,
        "Nærmeste felles overordnede", "Nearest common superior",
        "mean of layers-below of the nearest common superior over pairs of units "
        "without reports (political and outside kinds left out); pairs without one are "
        "left out",
        "claims C141, C142; 004 §1.2"},
    {"nearest-superior-same-sector", "layers", SPENN_OVER_WHOLE, -1, STRUCTURE, 0, 0,
        "Nærmeste felles overordnede i sektoren", "Nearest common superior in the sector",
        "nearest-superior over pairs of the same sector; units without a sector are "
        "left out",
        "claim C142; 004 §1.2"},
    {"nearest-superior-cross-sector", "layers", SPENN_OVER_WHOLE, -1, STRUCTURE, 0, 0,
        "Nærmeste felles overordnede på tvers", "Nearest common superior across sectors",
        "nearest-superior over pairs of different sectors; units without a sector are "
        "left out",
        "claim C141; 004 §1.2"},
    {"settles", "pairs", SPENN_OVER_UNITS, -1, STRUCTURE, 0, 0,
        "Samordning som lander her", "Coordination that lands here",
        "pairs of units that share no forum and whose nearest common superior is this "
        "unit. With coordinating tasks: each origin with each partner, counting cases a "
        "week x (parties - 1) / partners; else every pair of units without reports "
        "(political and outside kinds left out), counting 1",
        "claims C142, C143, C145; 004 §1.2, §4.1"},
    {"senders", "units", SPENN_OVER_UNITS, -1, STRUCTURE, 0, 0,
        "Avsendere av styringssignaler", "Senders of orders",
        "distinct superiors by the line and by professional lines, and whoever sends the "
        "unit an assignment letter (`letter`); each counted once, and so are those who "
        "send it the same letter. "
        "Where deputies of its superior answer for a unit (docs/model.md §7.4), all of "
        "them that do count instead; a superior with several leaders and "
        "`responsibility: across` counts as so many",
        "claims C75, C125, C133, C193; 000 §2.3.2, 003 §3, §4, 004 §6.4.1"},
    {"clarity", "share", WHOLE | SPENN_OVER_UNITS, 1, STRUCTURE, 0, 0, "Entydig ansvar",
        "Clear responsibility",
        "share of matters that exactly one answers for. A matter is a task at a unit "
        "that serves it, one answering when it has one sender (of the kind in `via`, if "
        "not the line; none: the unit itself); and each function of the model's list, "
        "owners of one group or without a common place counting as one. Closeness, "
        "which the survey found to make up for it (C249), is not seen here",
        "claims C84, C193, C249; 000 §3.3, 004 §6.4.1, §6.6.1"},
    {"critical-mass", "FTE or cases", WHOLE | SPENN_OVER_UNITS | SPENN_OVER_TASKS, 1,
        STRUCTURE, 0, 0, "Fagmiljøets størrelse", "Critical mass",
        "size of a professional environment. Of a unit: its FTE, else its caseworkers "
        "as given; of a task: its cases a year / units that serve it; of the whole: all "
        "cases a year / pairs of a task and a unit that serves it",
        "claims C2, C11, C215, C216; 000 §2.1, 004 §2, §5.1"},
    {"sector-contacts", "units", WHOLE, -1, STRUCTURE, 0, 0, "Kontaktpunkter per sektor",
        "Contacts for a sector",
        "units one must ask to hear about a whole sector: units whose next unit above "
        "with a sector has another, averaged over sectors; where a deputy answers by "
        "sector, those beside it under the same superior need not be asked. Political "
        "and outside kinds are left out",
        "claim C158; 004 §1.2"},
    {"dual-roles", "units", WHOLE, -1, STRUCTURE, 0, 0, "Doble roller", "Dual roles",
        "units other than the top leader that sit in its leadership group and serve "
        "cases themselves, or are staff or support with a direct report that is not "
        "staff, support or advice",
        "claims C50, C206, C207; 000 §2.3.4, 004 §5.4, §6.3"},
    {"travel-hours", "h/w", WHOLE | SPENN_OVER_FORUMS, -1, BUILT_IN, 0, 0, "Reisetimer",
        "Travel hours",
        "leaders of members whose location is given and differs from the chair's x 2 x "
        "travel-time x meets x (1 - video); no part of the leaders' committed hours",
        "claim C27; 000 §3.1"},
    {"cost", "MNOK/y", WHOLE, -1, BUILT_IN, 0, 0, "Kostnad til intern administrasjon",
        "Cost of internal administration",
        "(committed hours of leaders + travel-hours) x hourly-rate + unit-overhead x "
        "units with a leader + office-cost x places with an office. Councils, "
        "committees, teams, networks and outside kinds have no leader here. Case work "
        "is not counted",
        "claims C4, C7, C27, C215; 000 §2.1, §3.1, 004 §5.1"},
    {"total-cost", "MNOK/y", WHOLE, -1, BUILT_IN, 0, 0, "Kostnad med brukernes reiser",
        "Cost with users' travel",
        "cost + access-hours x user-rate; not defined without served places",
        "claims C5, C7, C18; 000 §2.1, §3.1; Stephan 1977"},
    {"access-hours", "h/y", WHOLE | SPENN_OVER_TASKS, -1, BUILT_IN, 0, 0,
        "Brukernes reisetid", "Users' travel",
        "sum over cases a year x personal x 2 x access-time x sqrt(places served / "
        "offices) of the unit that serves the case; none where it serves no places",
        "claims C5, C6, C7; 000 §2.1; Stephan 1977, Newell 1973"},
    {"presence", "share", WHOLE, 1, STRUCTURE, 0, 0, "Lokal tilstedeværelse", "Presence",
        "places with an office / places served: each unit has as many of its places with "
        "an office as it has offices (its location is one; without any: one)",
        "claims C7, C19; 000 §2.1, §3.1"},
    {"coverage", "share", WHOLE, 1, STRUCTURE, 0, 0, "Funksjoner med eier",
        "Coverage of functions",
        "functions of the model's list that some unit answers for / all of the list",
        "claims C153, C162, C236; 004 §1.2, §6.4.3, §6.5.1"},
    {"gap", "share", WHOLE, -1, STRUCTURE, 0, 0, "Behov mellom stolene",
        "Needs between units",
        "needs of the model that no one place covers / all needs. A place is a unit "
        "below the top leader with all below it, or the members of a forum that is not "
        "extended; it covers a need when it answers for all functions of it",
        "claims C130, C147, C179; 003 §4, 004 §1.2, §4.1"},
    {"contact-points", "units", WHOLE | SPENN_OVER_NEEDS, -1, STRUCTURE, 0, 0,
        "Kontaktpunkter for brukeren", "Contact points of the user",
        "units that a user with the need must meet: 1 with a coordinator; else those "
        "that answer for its functions, found by taking the unit that answers for most "
        "of what is left (the first of several) until nothing is; functions that nobody "
        "answers for are left out. Of the whole: mean over needs",
        "claims C130, C131; 002 slide 8, 003 §4"},
    {"boundaries", "units", WHOLE | SPENN_OVER_NEEDS, -1, STRUCTURE, 0, 0,
        "Grenser som behov krysser", "Boundaries that needs cross",
        "units met for a need as in contact-points, whether there is a coordinator or "
        "not, less 1: what the division into units cuts of it (an edge of a hypergraph). "
        "Of the whole: sum over needs",
        "claims C95, C102; 001 part 2 §3, 003 summary"},
    {"open-boundaries", "units", WHOLE | SPENN_OVER_NEEDS, -1, STRUCTURE, 0, 0,
        "Grenser uten felles forum", "Boundaries that no forum bridges",
        "groups of the units met for a need, less 1: units that sit in a forum together "
        "(not an extended one) are of one group, through however many. Of the whole: sum "
        "over needs",
        "claims C95, C102, C103; 001 part 2 §3, 003 summary, §1"},
    {"double-owners", "functions", WHOLE, -1, STRUCTURE, 0, 0,
        "Dobbelt ansvar uten felles forum", "Double owners without a forum",
        "functions that several units answer for without sharing out the users (as in "
        "clarity) and without being one group by forums (as in open-boundaries): work "
        "that may be done twice; not defined where no unit answers for a function",
        "claim C103; 003 §1"},
    {"border-partners", "units", WHOLE | SPENN_OVER_UNITS, -1, STRUCTURE, 0, 0,
        "Partnere over grenser", "Partners across borders",
        "units of another sector, or under another root, that serve (`serves`) a place "
        "which the unit serves. Fewest when one division of the places refines the "
        "other. Of the whole: mean over units that serve places; not computed where the "
        "sum of squares of units a place exceeds 1e9",
        "claims C134, C135; 003 §4"},
    {"goal-load", "share", WHOLE | SPENN_OVER_UNITS, -1, BUILT_IN, 0, 0,
        "Mål mot kapasitet", "Goals against capacity",
        "goals given to the unit along its lines (those of a joint letter once: the most "
        "that one of it carries) x goal-effort / FTE (caseworkers where FTE are not "
        "given) of the unit and all below; above 1: more goals than it can handle. The "
        "level rests on goal-effort, so compare alternatives. Of the whole: the highest",
        "claims C86, C93; 001 part 1, part 2 §2"},
    {"work-share", "share", SPENN_OVER_TASKS, 0, STRUCTURE, 0, 0,
        "Andel av planlagt arbeid", "Share of planned work",
        "cases a week x (handling + decision + support visits x support-time) of the "
        "task / the same of all tasks; coordination and meetings are not counted",
        "claim C136; 002 slide 7"},
    {"congestion", "share", WHOLE | SPENN_OVER_UNITS, -1, STRUCTURE, 0, 0,
        "Meldinger som må innom", "Congestion",
        "share of all messages that the unit passes on; of the whole: the largest such "
        "share. Every unit sends as many, to near ones most (docs/congestion.md); not "
        "computed where units x (units + links) exceed 2e8",
        "Dodds, Watts and Sabel 2003"},
    {"connectivity", "share", WHOLE, 1, STRUCTURE, 0, 0, "Tåler bortfall", "Connectivity",
        "units that still hang together without the most congested twentieth, rounded "
        "up / units left; by the line and all links that count in congestion",
        "Dodds, Watts and Sabel 2003"},
    {"matrix-cells", "cells", WHOLE | SPENN_OVER_UNITS, 1, BUILT_IN, 0, 0,
        "Dekkede ruter av roller og trinn", "Covered cells of roles and steps",
        "cells of the 3 roles x 4 steps covered by a unit's coordination: its roles up "
        "to its ambition (not stated: step 1) and no further than the best of its "
        "instruments carries (without any: step 2); of the whole: by any unit. Not "
        "defined without roles",
        "claims C122-C124; 003 §2.3"},
};

/* In the order of the table above. */
spenn_fill *const spenn_rest_fills[] = {
    spenn_fill_span,
    spenn_fill_span_line,
    spenn_fill_graicunas,
    spenn_fill_manager_share,
    spenn_fill_span_band,
    spenn_fill_layer,
    spenn_fill_layers,
    spenn_fill_below,
    spenn_fill_size,
    spenn_fill_superiors,
    spenn_fill_betweenness,
    spenn_fill_articulation,
    spenn_fill_connectedness,
    spenn_fill_hierarchy,
    spenn_fill_efficiency,
    spenn_fill_least_bound,
    spenn_fill_reaching,
    spenn_fill_group_size,
    spenn_fill_regional_share,
    spenn_fill_leadership,
    spenn_fill_contact,
    spenn_fill_reach,
    spenn_fill_overlap,
    spenn_fill_peer_command,
    spenn_fill_duplication,
    spenn_fill_separation,
    spenn_fill_cooperation,
    spenn_fill_cross_path,
    spenn_fill_congruence,
    spenn_fill_modularity,
    spenn_fill_informal,
    spenn_fill_nearest,
    spenn_fill_nearest_same,
    spenn_fill_nearest_cross,
    spenn_fill_settles,
    spenn_fill_senders,
    spenn_fill_clarity,
    spenn_fill_critical_mass,
    spenn_fill_sector_contacts,
    spenn_fill_dual_roles,
    spenn_fill_travel_hours,
    spenn_fill_cost,
    spenn_fill_total_cost,
    spenn_fill_access_hours,
    spenn_fill_presence,
    spenn_fill_coverage,
    spenn_fill_gap,
    spenn_fill_contact_points,
    spenn_fill_boundaries,
    spenn_fill_open_boundaries,
    spenn_fill_double_owners,
    spenn_fill_border_partners,
    spenn_fill_goal_load,
    spenn_fill_work_share,
    spenn_fill_congestion,
    spenn_fill_connectivity,
    spenn_fill_matrix_cells,
};

enum { measures = sizeof spenn_rest_measures / sizeof *spenn_rest_measures };
static_assert(measures == sizeof spenn_rest_fills / sizeof *spenn_rest_fills,
    "one function a measure");

const int32_t spenn_rest_measure_count = measures;

const struct spenn_measure *spenn_rest_measure(const char *id)
{
    for (int32_t i = 0; i < measures; i++) {
        if (strcmp(spenn_rest_measures[i].id, id) == 0) {
            return &spenn_rest_measures[i];
        }
    }
    return NULL;
}
