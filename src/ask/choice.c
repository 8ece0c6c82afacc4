/* SPDX-License-Identifier: MIT */
#include "choice.h"

#include "common.h"
#include "quantity.h"
#include "report.h"
#include "terminal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { name_width = 30 };

struct talk {
    const struct spenn_select *select;
    struct spenn_answer *answer;
    bool norwegian;
};

static const char *tell(const struct talk *talk, const char *nb, const char *en)
{
    return talk->norwegian ? nb : en;
}

#define TEXT(...) spenn_arena_format(&talk->answer->sheet.memory, __VA_ARGS__)

static const char *id_of(const struct talk *talk, int32_t w)
{
    return w == 0 ? "baseline" : talk->select->study.scenario->alternative[w - 1].id;
}

/* "the organization of today", or the alternative's name in quotes. */
static const char *name_in(const struct talk *talk, int32_t w)
{
    if (w == 0) {
        return tell(talk, "dagens organisasjon", "today's organization");
    }
    const struct spenn_alternative *a = &talk->select->study.scenario->alternative[w - 1];
    return TEXT("'%s'", !talk->norwegian && a->name_en ? a->name_en : a->name);
}

static const char *number(const struct talk *talk, double value)
{
    char text[64];
    return isnan(value)
        ? ""
        : TEXT("%s",
            spenn_report_number(text, sizeof text, value, talk->select->measure->unit));
}

/* To three digits, with its unit: "1.25 h", "2 %" of a share. */
static const char *amount(const struct talk *talk, double value)
{
    char text[64];
    const char *unit = talk->select->measure->unit;
    bool share = strcmp(unit, "share") == 0;
    value = share ? 100 * value : value;
    double scale = value > 0 ? pow(10, 2 - floor(log10(value))) : 1;
    return TEXT("%s%s%s",
        spenn_report_figure(text, sizeof text, round(value * scale) / scale),
        *unit && *unit != '/' ? " " : "", share ? "%" : unit);
}

/* "about 93 %"; nothing that is estimated is certain. */
static const char *chance(const struct talk *talk, double share)
{
    return share > .99
        ? tell(talk, "over 99 %", "over 99 %")
        : TEXT(tell(talk, "omtrent %.0f %%", "about %.0f %%"), 100 * share);
}

static const char *whose_zone(const struct talk *talk)
{
    return talk->select->default_within
        ? tell(talk, "målets egen sone", "the measure's own zone")
        : tell(talk, "gitt med --within", "given by --within");
}

/* The measure's title and, of a part, whose. */
static const char *subject(const struct talk *talk)
{
    const struct spenn_measure *measure = talk->select->measure;
    const char *title = talk->norwegian ? measure->title_nb : measure->title_en;
    return talk->select->of ? TEXT("%s (%s)", title, talk->select->of) : title;
}

static const char *extreme(const struct talk *talk)
{
    return talk->select->highest ? tell(talk, "høyest", "highest")
                                 : tell(talk, "lavest", "lowest");
}

static int32_t count_of(const struct talk *talk, int32_t status)
{
    int32_t count = 0;
    for (int32_t w = 0; w < talk->select->count; w++) {
        count += talk->select->status[w] == status;
    }
    return count;
}

static void say_exact(const struct talk *talk)
{
    add_head(talk->answer,
        TEXT(tell(talk,
                 "%s er %s i %s. Målet er kjent uten simulering, så rekkefølgen er "
                 "eksakt.",
                 "%s is %s in %s. The measure is known without simulation, so the order "
                 "is exact."),
            subject(talk), extreme(talk), name_in(talk, talk->select->best)));
}

static void say_screened(const struct talk *talk)
{
    const struct spenn_select *select = talk->select;
    add_head(talk->answer,
        TEXT(tell(talk,
                 "%s er %s i %s. Slik utsiling finner den rette med minst %.4g %% "
                 "sannsynlighet når den er minst %s (%s) fra de andre.",
                 "%s is %s in %s. Such screening finds the right one with a probability "
                 "of %.4g %% or more when it is at least %s (%s) from the others."),
            subject(talk), extreme(talk), name_in(talk, select->best),
            100 * select->confidence, amount(talk, select->within), whose_zone(talk)));
}

static void say_spent(const struct talk *talk)
{
    const struct spenn_select *select = talk->select;
    add_head(talk->answer,
        TEXT(
            tell(talk,
                "%s ser ut til å være %s i %s: sannsynligheten for at den er det, er %s; "
                "for at ingen er bedre med mer enn %s (%s), %s.",
                "%s looks %s in %s: the probability that it is so is %s; that none is "
                "better by more than %s (%s), %s."),
            subject(talk), extreme(talk), name_in(talk, select->best),
            chance(talk, select->correct), amount(talk, select->within), whose_zone(talk),
            chance(talk, select->good)));
}

static void say_nothing(const struct talk *talk)
{
    int32_t left = count_of(talk, SPENN_SELECT_LEFT);
    add_head(talk->answer,
        left > 1
            ? TEXT(
                tell(talk,
                    "%s: %d er fortsatt med etter %d replikasjoner, så ingen er "
                    "valgt. La det gå lenger (--most), eller godta en større forskjell "
                    "(--within).",
                    "%s: %d are still in after %d replications, so none is chosen. "
                    "Let it go on (--most), or accept a larger difference (--within)."),
                subject(talk), left, talk->select->study.replications)
            : TEXT(tell(talk, "%s: færre enn to kan sammenlignes, så ingen er valgt.",
                       "%s: fewer than two can be compared, so none is chosen."),
                subject(talk)));
}

/* What does not matter, and who says so. */
static void say_zone(const struct talk *talk)
{
    const struct spenn_select *select = talk->select;
    if (!(select->within > 0) || (select->best >= 0 && select->simulated)) {
        return; /* or said already */
    }
    add_head(talk->answer,
        TEXT(tell(talk, "Forskjeller under %s betyr ikke noe her (%s).",
                 "Differences under %s do not matter here (%s)."),
            amount(talk, select->within), whose_zone(talk)));
}

static void say_window(const struct talk *talk)
{
    const struct spenn_study *study = &talk->select->study;
    char duration[32], warm_up[32];
    if (!talk->select->simulated || study->duration <= 0) {
        return;
    }
    add_foot(talk->answer,
        TEXT(tell(talk,
                 "Replikasjoner av %s etter %s innkjøring, frø %llu; alle møter de samme "
                 "sakene. %s",
                 "Replications of %s after a warm-up of %s, seed %llu; all meet the same "
                 "cases. %s"),
            spenn_format_duration(duration, sizeof duration, study->duration),
            spenn_format_duration(warm_up, sizeof warm_up, study->warm_up),
            (unsigned long long)study->seed,
            talk->select->unseen
                ? tell(talk, "Replikasjoner der målet ikke ble observert, er ikke med.",
                    "Replications in which the measure was not observed are left out.")
                : ""));
}

static void say_reasons(const struct talk *talk)
{
    const struct spenn_select *select = talk->select;
    int32_t most = spenn_most_lines - 4;
    for (int32_t w = 0; w < select->count && talk->answer->feet < most; w++) {
        if (select->status[w] == SPENN_SELECT_ASIDE) {
            add_foot(talk->answer,
                TEXT(tell(talk, "%s er holdt utenfor: %s.", "%s is set aside: %s."),
                    id_of(talk, w),
                    tell(talk, select->reason_nb[w], select->reason_en[w])));
        }
    }
}

static void say_doubts(const struct talk *talk)
{
    const struct spenn_scenario *scenario = talk->select->study.scenario;
    const char *caveat =
        !talk->norwegian && scenario->caveat_en ? scenario->caveat_en : scenario->caveat;
    if (talk->select->measure->class == SPENN_CLASS_BUILT_IN) {
        add_foot(talk->answer,
            tell(talk,
                "Retningen følger av en forutsetning i modellen: dette er forutsatt, "
                "ikke "
                "funnet.",
                "The direction is coded in an assumption of the model: this is assumed, "
                "not found."));
    }
    if (caveat) {
        add_foot(talk->answer, TEXT("%s: %s", tell(talk, "merk", "note"), caveat));
    }
    add_foot(talk->answer,
        tell(talk,
            "Ett mål er ikke et valg: hva som er best samlet, avgjør vektene dine "
            "(--weights). Svaret hviler på forutsetningene.",
            "One measure is no choice: what is best in all depends on your weights "
            "(--weights). The answer rests on the assumptions."));
}

static const char *status_text(const struct talk *talk, int32_t w)
{
    static const char *const nb[] = {
        "best", "innenfor sonen", "bak den beste", "fortsatt med", "ikke sammenlignbart"};
    static const char *const en[] = {
        "best", "within the zone", "behind the best", "still in", "not comparable"};
    const struct spenn_select *select = talk->select;
    int32_t status = select->status[w];
    if (status == SPENN_SELECT_OUT && select->simulated && !select->budgeted) {
        return TEXT(
            tell(talk, "silt ut etter %d", "eliminated at %d"), select->replications[w]);
    }
    return (talk->norwegian ? nb : en)[status];
}

struct place {
    int32_t world, aside;
    double behind;
};

static int by_place(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->aside != y->aside) {
        return x->aside - y->aside;
    }
    if (x->behind < y->behind || x->behind > y->behind) {
        return x->behind < y->behind ? -1 : 1;
    }
    return x->world - y->world;
}

/* The best first, then by how far behind, what is set aside last. */
static struct place *places(const struct talk *talk)
{
    const struct spenn_select *select = talk->select;
    struct place *place = spenn_arena_alloc(
        &talk->answer->sheet.memory, (size_t)select->count, sizeof *place);
    for (int32_t w = 0; w < select->count; w++) {
        bool unknown = isnan(select->behind[w]);
        place[w] = (struct place){
            w, w == select->best ? -1 : unknown, unknown ? 0 : select->behind[w]};
    }
    qsort(place, (size_t)select->count, sizeof *place, by_place);
    return place;
}

static void fill_text(const struct talk *talk)
{
    static const char *const nb[] = {
        "alternativ", "replikasjoner", "middel", "bak", "status"};
    static const char *const en[] = {
        "alternative", "replications", "mean", "behind", "status"};
    const struct spenn_select *select = talk->select;
    struct spenn_sheet *sheet = &talk->answer->sheet;
    const struct place *place = places(talk);
    const char *unit = select->measure->unit;
    const char **title = spenn_arena_alloc(&sheet->memory, 5, sizeof *title);
    memcpy(title, talk->norwegian ? nb : en, sizeof en);
    title[2] = *unit == 'h' ? TEXT("%s, %s", title[2], unit) : title[2];
    sheet->columns = 5;
    sheet->title = title;
    sheet->numeric = 0xe;
    for (int32_t i = 0; i < select->count; i++) {
        int32_t w = place[i].world;
        const char **cell = spenn_sheet_add(sheet);
        const char *id = id_of(talk, w);
        cell[0] = strlen(id) > name_width
            ? spenn_terminal_cell(&sheet->memory, id, name_width, false)
            : id;
        cell[1] = select->simulated ? TEXT("%d", select->replications[w]) : "-";
        cell[2] = number(talk, select->mean[w]);
        cell[3] = number(talk, select->behind[w]);
        cell[4] = status_text(talk, w);
    }
}

static const char *figure(const struct talk *talk, double value)
{
    char text[64];
    return isnan(value) ? "" : TEXT("%s", spenn_report_figure(text, sizeof text, value));
}

static void fill_table(const struct talk *talk)
{
    static const char *const title[] = {"measure", "subject", "sought", "within",
        "alternative", "status", "replications", "mean", "behind", "probability",
        "reason"};
    static const char *const status[] = {
        "best", "within-zone", "behind", "still-in", "not-comparable"};
    const struct spenn_select *select = talk->select;
    struct spenn_sheet *sheet = &talk->answer->sheet;
    const struct place *place = places(talk);
    sheet->columns = 11;
    sheet->title = title;
    sheet->numeric = 0x3c8;
    for (int32_t i = 0; i < select->count; i++) {
        int32_t w = place[i].world;
        const char **cell = spenn_sheet_add(sheet);
        double best = select->budgeted ? select->correct
            : select->simulated        ? select->confidence
                                       : 1;
        cell[0] = select->measure->id;
        cell[1] = select->of ? select->of : select->study.baseline->id;
        cell[2] = select->highest ? "highest" : "lowest";
        cell[3] = figure(talk, select->within);
        cell[4] = id_of(talk, w);
        cell[5] = status[select->status[w]];
        cell[6] = TEXT("%d", select->replications[w]);
        cell[7] = figure(talk, select->mean[w]);
        cell[8] = figure(talk, select->behind[w]);
        cell[9] = figure(talk, w == select->best ? best : select->chance[w]);
        cell[10] = select->reason_en[w];
    }
}

void spenn_answer_selection(const struct spenn_select *select, bool norwegian, bool table,
    struct spenn_answer *answer)
{
    const struct talk one = {select, answer, norwegian}, *talk = &one;
    if (table) {
        fill_table(talk);
        return;
    }
    if (select->best < 0) {
        say_nothing(talk);
    } else if (!select->simulated) {
        say_exact(talk);
    } else if (select->budgeted) {
        say_spent(talk);
    } else {
        say_screened(talk);
    }
    say_zone(talk);
    fill_text(talk);
    say_window(talk);
    say_reasons(talk);
    say_doubts(talk);
}
