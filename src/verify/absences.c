/* SPDX-License-Identifier: MIT
 * What the language of models cannot say: no case of ours can show it. The same lines
 * stand in docs/verification.md. */
#include "suite.h"

const struct spenn_verify_absence spenn_verify_absences[] = {
    {"preemptive priority",
        "work that has begun at a desk is finished; urgent cases go before others "
        "only in the queue"},
    {"a full waiting room (M/M/1/K)",
        "no case is turned away: cases wait, lapse at their deadline or go on"},
    {"a hierarchy of polyarchies (Sah and Stiglitz 1986)",
        "no second body screens what a first let through; the polyarchy of "
        "hierarchies is a case, by a second round"},
    {"evaluators who see a project's quality with noise (Csaszar 2013)",
        "what a party gains is its own luck, not a quality of the case that all "
        "see"},
    {"packets that wait for sender and receiver (Arenas et al. 2001)",
        "a desk's pace does not depend on who sends it work"},
    {"an actor who takes work at random or the newest first (Virtual Design "
     "Team)",
        "a desk serves by priority, then by arrival"},
    {"processors that form an ever smaller tree (Radner 1993)",
        "who reports to whom does not change while a case is treated"},
    {"networks with drawn links (Dodds, Watts and Sabel 2003)",
        "their orderings need some hundred networks of 3906 units, minutes each "
        "class: scripts/congestion measures them, docs/congestion.md has the "
        "table; here stands the bare tree"},
    {"opinions in groups of ten and more (Klimek, Hanel and Thurner 2009)",
        "a forum has no network of neighbours within it; up to nine everyone "
        "hears everyone, and those sizes are cases"},
    {"pull in a group (Ringelmann 1913)",
        "an observation, which nothing of ours computes; what size does to a "
        "forum is an assumption of a model"},
    {"wages, effort and supervision (Calvo and Wellisz 1978, Qian 1994)",
        "leaders are neither paid nor shirking here; Williamson's layers and "
        "Simon's pay are functions only"},
    {"spans that grow downwards (Keren and Levhari 1979)",
        "only the equal spans of no wage weight have a closed form"},
    {"specialised processing and its returns (Bolton and Dewatripont 1994, Van "
     "Zandt and Radner 2001)",
        "they give no single number to compare with"},
    {"efficiency over directed arcs (Krackhardt 1994, as newer programs have it)",
        "Spenn counts pairs joined in any direction; the cases are of that convention"},
    {"the spread of a time",
        "results are means; the variance of an M/M/1 time comes from its tail, counted "
        "by deadlines"},
    {"antithetic variates",
        "no run of ours draws mirrored numbers; alternatives share common ones instead"},
};
const int32_t spenn_verify_absence_count = SPENN_COUNT(spenn_verify_absences);
