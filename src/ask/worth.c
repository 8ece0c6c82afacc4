/* SPDX-License-Identifier: MIT */
#include "worth.h"

#include "common.h"
#include "quantity.h"
#include "report.h"
#include "terminal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { name_width = 24, measure_width = 26 };

struct talk {
    const struct spenn_value_table *table;
    struct spenn_answer *answer;
    bool norwegian;
    int32_t *order; /* rows by total, those set aside last */
};

static const char *tell(const struct talk *talk, const char *nb, const char *en)
{
    return talk->norwegian ? nb : en;
}

#define TEXT(...) spenn_arena_format(&talk->answer->sheet.memory, __VA_ARGS__)

static const char *id_of(const struct talk *talk, int32_t w)
{
    return w == 0 ? "baseline" : talk->table->study.scenario->alternative[w - 1].id;
}

static const char *cut(const struct talk *talk, const char *text, int32_t width)
{
    return strlen(text) > (size_t)width
        ? spenn_terminal_cell(&talk->answer->sheet.memory, text, width, false)
        : text;
}

static const char *column_of(const struct talk *talk, int32_t m)
{
    const struct spenn_value_measure *column = &talk->table->measure[m];
    return column->of ? TEXT("%s/%s", column->measure->id, column->of)
                      : column->measure->id;
}

/* Two digits behind the point, for values and weights. */
static const char *hundredths(const struct talk *talk, double value)
{
    return isnan(value) ? "" : TEXT("%.2f", round(value * 100) / 100 + 0.0);
}

static const char *interval(const struct talk *talk, double low, double high)
{
    return isnan(low) || low >= high
        ? ""
        : TEXT("[%s, %s]", hundredths(talk, low), hundredths(talk, high));
}

static const char *number(const struct talk *talk, double value, const char *unit)
{
    char text[64];
    return isnan(value) ? ""
                        : TEXT("%s", spenn_report_number(text, sizeof text, value, unit));
}

static const char *figure(const struct talk *talk, double value)
{
    char text[64];
    return isnan(value) ? "" : TEXT("%s", spenn_report_figure(text, sizeof text, value));
}

static bool before(const struct spenn_value_table *table, int32_t a, int32_t b)
{
    double x = table->total[a], y = table->total[b];
    return isnan(x) ? false : isnan(y) || x > y;
}

/* Rows by total; equal ones and those set aside as the scenario has them. */
static void sort(struct talk *talk)
{
    const struct spenn_value_table *table = talk->table;
    talk->order = spenn_arena_alloc(
        &talk->answer->sheet.memory, (size_t)table->count, sizeof *talk->order);
    for (int32_t i = 0; i < table->count; i++) {
        int32_t j = i;
        for (; j > 0 && before(table, i, talk->order[j - 1]); j--) {
            talk->order[j] = talk->order[j - 1];
        }
        talk->order[j] = i;
    }
}

static void say_leader(const struct talk *talk)
{
    const struct spenn_value_table *table = talk->table;
    int32_t leader = table->leader, next = table->count > 1 ? talk->order[1] : leader;
    if (leader < 0 || next == leader || isnan(table->total[next])) {
        add_head(talk->answer,
            tell(talk, "Færre enn to kan sammenlignes i alle målene.",
                "Fewer than two can be compared in all the measures."));
        return;
    }
    bool apart = table->gap_low[next] > 0;
    add_head(talk->answer,
        TEXT(tell(talk,
                 "Med dine vekter er %s verdt mest: %s av 1. %s ligger %s bak%s%s%s.",
                 "By your weights %s is worth most: %s of 1. %s is %s behind%s%s%s."),
            id_of(talk, leader), hundredths(talk, table->total[leader]),
            id_of(talk, next), hundredths(talk, table->gap[next]),
            *interval(talk, table->gap_low[next], table->gap_high[next]) ? " " : "",
            interval(talk, table->gap_low[next], table->gap_high[next]),
            apart ? ""
                  : tell(talk, ", så tilfeldighetene skiller dem ikke",
                      ", so luck alone does not tell them apart")));
}

static void say_aside(const struct talk *talk)
{
    const struct spenn_value_table *table = talk->table;
    int32_t most = spenn_most_lines - 4;
    for (int32_t w = 0; w < table->count && talk->answer->feet < most; w++) {
        if (*table->reason_en[w]) {
            add_foot(talk->answer,
                TEXT(tell(talk, "%s er holdt utenfor: %s.", "%s is set aside: %s."),
                    id_of(talk, w),
                    tell(talk, table->reason_nb[w], table->reason_en[w])));
        }
    }
}

static void fill_totals(const struct talk *talk)
{
    static const char *const nb[] = {"alternativ", "samlet", "[95 %]", "bak", "[95 %]"};
    static const char *const en[] = {
        "alternative", "total", "[95 %]", "behind", "[95 %]"};
    const struct spenn_value_table *table = talk->table;
    struct spenn_sheet *sheet = &talk->answer->sheet;
    sheet->columns = 5;
    sheet->title = talk->norwegian ? nb : en;
    sheet->numeric = 0xe;
    for (int32_t i = 0; i < table->count; i++) {
        int32_t w = talk->order[i];
        if (*table->reason_en[w]) {
            continue;
        }
        const char **cell = spenn_sheet_add(sheet);
        cell[0] = cut(talk, id_of(talk, w), name_width);
        cell[1] = hundredths(talk, table->total[w]);
        cell[2] = interval(talk, table->low[w], table->high[w]);
        cell[3] = w == table->leader ? "" : hundredths(talk, table->gap[w]);
        cell[4] = w == table->leader
            ? ""
            : interval(talk, table->gap_low[w], table->gap_high[w]);
    }
}

static void fill_contributions(const struct talk *talk)
{
    static const char *const nb[] = {
        "alternativ", "mål", "middel", "verdi", "vekt", "bidrag"};
    static const char *const en[] = {
        "alternative", "measure", "mean", "value", "weight", "adds"};
    const struct spenn_value_table *table = talk->table;
    struct spenn_sheet *sheet = &talk->answer->sheet;
    sheet->columns = 6;
    sheet->title = talk->norwegian ? nb : en;
    sheet->numeric = 0x3c;
    for (int32_t i = 0; i < table->count * table->measures; i++) {
        int32_t w = talk->order[i / table->measures], m = i % table->measures;
        const struct spenn_value_measure *column = &table->measure[m];
        double value = table->value[w * table->measures + m];
        if (*table->reason_en[w]) {
            continue;
        }
        const char **cell = spenn_sheet_add(sheet);
        cell[0] = m ? "" : cut(talk, id_of(talk, w), name_width);
        cell[1] = cut(talk, column_of(talk, m), measure_width);
        cell[2] =
            number(talk, table->mean[w * table->measures + m], column->measure->unit);
        cell[3] = hundredths(talk, value);
        cell[4] = hundredths(talk, column->weight);
        cell[5] = hundredths(talk, value * column->weight);
    }
}

static const char *flip(const struct talk *talk, double at, int32_t to)
{
    return to < 0 ? tell(talk, "ingen", "none")
                  : TEXT("%s: %s", hundredths(talk, at), cut(talk, id_of(talk, to), 16));
}

static void fill_flips(const struct talk *talk)
{
    static const char *const nb[] = {"mål", "0 ved", "1 ved", "vekt", "under", "over"};
    static const char *const en[] = {
        "measure", "0 at", "1 at", "weight", "below", "above"};
    const struct spenn_value_table *table = talk->table;
    struct spenn_sheet *sheet = &talk->answer->sheet;
    sheet->columns = 6;
    sheet->title = talk->norwegian ? nb : en;
    sheet->numeric = 0xe;
    for (int32_t m = 0; m < table->measures; m++) {
        const struct spenn_value_measure *column = &table->measure[m];
        const char *unit = column->measure->unit;
        const char **cell = spenn_sheet_add(sheet);
        cell[0] = cut(talk, column_of(talk, m), measure_width);
        cell[1] = number(talk, column->worst, unit);
        cell[2] = number(talk, column->best, unit);
        cell[3] = hundredths(talk, column->weight);
        cell[4] = flip(talk, column->below, column->below_to);
        cell[5] = flip(talk, column->above, column->above_to);
    }
    add_head(talk->answer,
        tell(talk,
            "Vekten der en annen går forbi, når de andre vektene beholder forholdet:",
            "The weight at which another takes the lead, the other weights in "
            "proportion:"));
}

static void say_method(const struct talk *talk)
{
    const struct spenn_study *study = &talk->table->study;
    char duration[32], warm_up[32];
    if (study->replications) {
        add_foot(talk->answer,
            TEXT(
                tell(talk,
                    "%d replikasjoner av %s etter %s innkjøring, frø %llu; alle møter de "
                    "samme sakene.",
                    "%d replications of %s after a warm-up of %s, seed %llu; all meet "
                    "the same cases."),
                study->replications,
                spenn_format_duration(duration, sizeof duration, study->duration),
                spenn_format_duration(warm_up, sizeof warm_up, study->warm_up),
                (unsigned long long)study->seed));
    }
    if (talk->table->unseen) {
        add_foot(talk->answer,
            TEXT(tell(talk, "%d replikasjoner der noe ikke ble observert, er ikke med.",
                     "%d replications in which something was not observed are left out."),
                talk->table->unseen));
    }
    add_foot(talk->answer,
        tell(talk,
            "Verdien følger en rett linje mellom endene, som er det dårligste og det "
            "beste middelet hvis du ikke oppgir andre. Vektene er dine; rekkefølgen "
            "gjelder bare med dem.",
            "Value is a straight line between the ends, which are the worst and the best "
            "mean unless you give others. The weights are yours; the order holds with "
            "them alone."));
}

static const char *leads(const struct talk *talk, int32_t to)
{
    return to < 0 ? "" : id_of(talk, to);
}

static void fill_row(const struct talk *talk, int32_t w, int32_t m)
{
    const struct spenn_value_table *table = talk->table;
    const struct spenn_value_measure *column = &table->measure[m];
    double value = table->value[w * table->measures + m];
    const char **cell = spenn_sheet_add(&talk->answer->sheet);
    cell[0] = id_of(talk, w);
    cell[1] = column->measure->id;
    cell[2] = column->of ? column->of : table->study.baseline->id;
    cell[3] = figure(talk, table->mean[w * table->measures + m]);
    cell[4] = figure(talk, column->worst);
    cell[5] = figure(talk, column->best);
    cell[6] = figure(talk, value);
    cell[7] = figure(talk, column->weight);
    cell[8] = figure(talk, value * column->weight);
    cell[14] = figure(talk, column->below);
    cell[15] = leads(talk, column->below_to);
    cell[16] = figure(talk, column->above);
    cell[17] = leads(talk, column->above_to);
}

static void fill_table(const struct talk *talk)
{
    static const char *const title[] = {"alternative", "measure", "subject", "mean",
        "worst", "best", "value", "weight", "adds", "low", "high", "behind", "behind_low",
        "behind_high", "below", "below_leads", "above", "above_leads", "reason"};
    const struct spenn_value_table *table = talk->table;
    struct spenn_sheet *sheet = &talk->answer->sheet;
    sheet->columns = sizeof title / sizeof *title;
    sheet->title = title;
    sheet->numeric = 0x17ff8;
    for (int32_t i = 0; i < table->count; i++) {
        int32_t w = talk->order[i];
        for (int32_t m = 0; m < table->measures && !*table->reason_en[w]; m++) {
            fill_row(talk, w, m);
        }
        const char **cell = spenn_sheet_add(sheet);
        cell[0] = id_of(talk, w);
        cell[1] = "total";
        cell[8] = figure(talk, table->total[w]);
        cell[9] = figure(talk, table->low[w]);
        cell[10] = figure(talk, table->high[w]);
        cell[11] = figure(talk, table->gap[w]);
        cell[12] = figure(talk, table->gap_low[w]);
        cell[13] = figure(talk, table->gap_high[w]);
        cell[18] = table->reason_en[w];
    }
}

void spenn_answer_worth(const struct spenn_value_table *table, bool norwegian,
    enum spenn_worth part, struct spenn_answer *answer)
{
    struct talk one = {.table = table, .answer = answer, .norwegian = norwegian};
    const struct talk *talk = &one;
    sort(&one);
    switch (part) {
    case SPENN_WORTH_TOTALS:
        say_leader(talk);
        fill_totals(talk);
        say_aside(talk);
        break;
    case SPENN_WORTH_CONTRIBUTIONS:
        fill_contributions(talk);
        break;
    case SPENN_WORTH_FLIPS:
        fill_flips(talk);
        say_method(talk);
        break;
    default:
        fill_table(talk);
    }
}
