/* SPDX-License-Identifier: MIT
 * Verdicts and the table with intervals. An interval is also drawn: a line from low to
 * high, a dot at the estimate, the zone of indifference behind it. */
#include "html.h"
#include "role.h"
#include "spelling.h"

#include <math.h>
#include <string.h>

const char *spenn_page_verdict(const struct spenn_page *page, int32_t verdict)
{
    return spenn_verdict_text(verdict, page->norwegian);
}

static const char *class_name(const struct spenn_page *page, enum spenn_class class)
{
    static const char *const nb[] = {
        "data", "struktur", "innebygd", "følger av samspillet"};
    static const char *const en[] = {"data", "structure", "built-in", "emergent"};
    return page->norwegian ? nb[class] : en[class];
}

static void number(const struct spenn_page *page, double value, const char *unit)
{
    char text[64];
    (void)fputs(isnan(value) ? "–" : spenn_report_number(text, sizeof text, value, unit),
        page->out);
}

static void interval_ends(
    const struct spenn_page *page, const double at[3], const char *unit)
{
    (void)fputs("(", page->out);
    number(page, at[1], unit);
    (void)fputs(spenn_page_say(page, " til ", " to "), page->out);
    number(page, at[2], unit);
    (void)fputs(")", page->out);
}

static void interval(const struct spenn_page *page, const double at[3], const char *unit)
{
    number(page, at[0], unit);
    if (!isnan(at[0]) && at[1] != at[2]) {
        (void)fputs(" <span class=\"small\">", page->out);
        interval_ends(page, at, unit);
        (void)fputs("</span>", page->out);
    }
}

/* The picture of a difference on a scale that holds zero, the interval and the zone. */
static void picture(const struct spenn_page *page, const double at[3], double zone)
{
    if (isnan(at[0]) || isnan(at[1]) || isnan(at[2])) {
        return;
    }
    double reach = fmax(fabs(at[1]), fabs(at[2]));
    reach = fmax(reach, isnan(zone) ? 0.0 : zone) * 1.1;
    if (!(reach > 0.0)) {
        return;
    }
    double x[4] = {80 + 74 * at[1] / reach, 80 + 74 * at[2] / reach,
        80 + 74 * at[0] / reach, isnan(zone) ? 0 : 74 * zone / reach};
    (void)fprintf(page->out,
        "<svg width=\"160\" height=\"18\" viewBox=\"0 0 160 18\" aria-hidden=\"true\">"
        "<rect x=\"%.1f\" y=\"1\" width=\"%.1f\" height=\"16\" fill=\"#EEF1F4\"/>"
        "<path d=\"M80 0V18\" stroke=\"#6B7680\" stroke-dasharray=\"2 2\"/>"
        "<path d=\"M%.1f 9H%.1f\" stroke=\"#123B5D\" stroke-width=\"2.5\"/>"
        "<circle cx=\"%.1f\" cy=\"9\" r=\"4\" fill=\"#123B5D\"/></svg>",
        80 - x[3], 2 * x[3], x[0], x[1], x[2]);
}

static const char *direction(const struct spenn_page *page, enum spenn_direction is)
{
    static const char *const nb[] = {"høyere", "lavere", "det samme"};
    static const char *const en[] = {"higher", "lower", "the same"};
    return page->norwegian ? nb[is] : en[is];
}

static const struct spenn_measure *measure_of(const char *id)
{
    const struct spenn_measure *measure = spenn_sim_measure(id);
    return measure ? measure : spenn_rest_measure(id);
}

/* Whether the expectations come from claims: a planner's own do not. */
static bool has_claims(const struct spenn_scenario *scenario)
{
    for (int32_t i = 0; i < scenario->expect_count; i++) {
        if (*scenario->expect[i].claim) {
            return true;
        }
    }
    return false;
}

void spenn_page_expectation(
    const struct spenn_page *page, const struct spenn_expect *expect)
{
    spenn_page_text(page, spenn_page_measure(page, measure_of(expect->measure)));
    if (expect->of) {
        (void)fputs(" · ", page->out);
        spenn_page_text(page, spenn_page_subject(page, expect->of));
    }
    (void)fprintf(page->out, " %s %s ", direction(page, expect->is),
        spenn_page_say(page, "i", "in"));
    spenn_page_text(page, spenn_page_alternative(page, expect->in));
    bool same = expect->is == SPENN_SAME;
    (void)fputs(same ? spenn_page_say(page, " som ", " as ")
                     : spenn_page_say(page, " enn ", " than "),
        page->out);
    spenn_page_text(page, spenn_page_alternative(page, expect->than));
}

/* What pairing is worth, under the picture. */
static void gain(const struct spenn_page *page, double factor)
{
    if (!isnan(factor)) {
        (void)fprintf(page->out, "<br><span class=\"small\">%s ",
            spenn_page_say(page, "nytte av paring", "gain of pairing"));
        number(page, factor, "times");
        (void)fputs("</span>", page->out);
    }
}

static void verdict_row(const struct spenn_page *page, int32_t i)
{
    const struct spenn_study *study = page->report->study;
    const struct spenn_expect *expect = &study->scenario->expect[i];
    const struct spenn_study_verdicts *v = &study->verdicts;
    const struct spenn_measure *measure = measure_of(expect->measure);
    const double at[3] = {v->difference[i], v->low[i], v->high[i]};
    (void)fputs("<tr><td>", page->out);
    spenn_page_expectation(page, expect);
    if (has_claims(study->scenario)) {
        (void)fprintf(page->out, "</td><td>%s", expect->claim);
    }
    (void)fprintf(page->out,
        "</td><td><span class=\"v v%d\">%s</span></td><td class=\"n\">", v->verdict[i],
        spenn_page_verdict(page, v->verdict[i]));
    interval(page, at, measure->unit);
    (void)fprintf(
        page->out, " %s</td><td>", isnan(at[0]) ? "" : spenn_page_unit(page, measure));
    picture(page, at, v->zone[i]);
    gain(page, v->variance_reduction[i]);
    (void)fprintf(
        page->out, "</td><td>%s", class_name(page, spenn_expected_class(expect)));
    if (*v->reason[i] && v->verdict[i] == SPENN_NOT_COMPARABLE) {
        (void)fputs(": ", page->out);
        spenn_page_text(page, page->norwegian ? v->reason_nb[i] : v->reason[i]);
    }
    const char *rests = spenn_measure_rests_on(measure->id);
    if (*rests) {
        (void)fprintf(page->out,
            "<details class=\"small\"><summary>%s</summary>%s</details>",
            spenn_page_say(page, "hviler på", "rests on"), rests);
    }
    (void)fputs("</td></tr>\n", page->out);
}

/* One sentence: how many of the answers that only the simulation can give came out how.
 */
static void summary(const struct spenn_page *page)
{
    const struct spenn_study *study = page->report->study;
    int32_t total = 0, count[SPENN_NOT_COMPARABLE + 1] = {0};
    for (int32_t i = 0; i < study->verdicts.count; i++) {
        if (spenn_expected_class(&study->scenario->expect[i]) == SPENN_CLASS_EMERGENT) {
            count[study->verdicts.verdict[i]]++;
            total++;
        }
    }
    if (!total) {
        return;
    }
    (void)fprintf(page->out, "<p class=\"lead\">%s (%d): ",
        spenn_page_say(page, "Ventede virkninger som følger av samspillet",
            "Expected effects that emerge from the whole"),
        total);
    const char *between = "";
    for (int32_t verdict = 0; verdict <= SPENN_NOT_COMPARABLE; verdict++) {
        if (count[verdict]) {
            (void)fprintf(page->out, "%s%d %s", between, count[verdict],
                spenn_page_verdict(page, verdict));
            between = ", ";
        }
    }
    (void)fputs(".</p>\n", page->out);
}

/* How many intervals hold together, and by what rule. */
static void tell_simultaneous(const struct spenn_page *page)
{
    const struct spenn_study_verdicts *v = &page->report->study->verdicts;
    if (v->family) {
        (void)fprintf(page->out,
            spenn_page_say(page,
                " Intervallene er samtidige: alle holder med 95 %% sannsynlighet "
                "(Bonferroni: m = %d forventninger til simulerte mål, K = %d planlagte "
                "blikk).",
                " Intervals are simultaneous: all hold with probability 95 %% "
                "(Bonferroni: m = %d expectations on simulated measures, K = %d planned "
                "looks)."),
            v->family, v->looks);
    }
}

void spenn_page_verdicts(const struct spenn_page *page)
{
    const struct spenn_study *study = page->report->study;
    spenn_page_heading(page, "answer", "Svaret", "The answer");
    if (!study->verdicts.count) {
        (void)fprintf(page->out, "<p>%s</p>\n",
            spenn_page_say(page, "Scenariet har ingen forventninger; se tabellen.",
                "The scenario expects nothing; see the table."));
        return;
    }
    summary(page);
    bool claims = has_claims(study->scenario);
    (void)fprintf(page->out, "<table>\n<caption>%s",
        spenn_page_say(page,
            "Forventninger. Grått felt: for lite til å bety noe. Nytte av paring: så "
            "mange "
            "ganger flere replikasjoner trengtes uten felles saker.",
            "Expectations. Grey band: too small to matter. Gain of pairing: so many "
            "times "
            "the replications would be needed without common cases."));
    tell_simultaneous(page);
    (void)fprintf(page->out,
        "</caption>\n<thead><tr><th scope=\"col\">%s</th>"
        "%s%s%s<th scope=\"col\">%s</th><th scope=\"col\" "
        "class=\"n\">%s"
        "</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>\n<tbody>\n",
        spenn_page_say(page, "Forventet", "Expected"), claims ? "<th scope=\"col\">" : "",
        claims ? spenn_page_say(page, "Påstand", "Claim") : "", claims ? "</th>" : "",
        spenn_page_say(page, "Utfall", "Verdict"),
        spenn_page_say(page, "Forskjell", "Difference"),
        spenn_page_say(page, "Bilde", "Picture"),
        spenn_page_say(page, "Hva slags svar", "What kind of answer"));
    for (int32_t i = 0; i < study->verdicts.count; i++) {
        verdict_row(page, i);
    }
    (void)fprintf(page->out, "</tbody></table>\n<p class=\"small\">%s</p>\n",
        spenn_page_say(page,
            "En simulering viser hva som følger av forutsetningene; den bekrefter ikke "
            "påstanden. Bare svar som følger av samspillet, er prøvd på noe.",
            "A simulation shows what follows from its assumptions; it does not confirm "
            "the "
            "claim. Only emergent answers are evidence of anything."));
}

/* What the scenario bears on and cannot say. */
void spenn_page_unrepresented(const struct spenn_page *page)
{
    const struct spenn_scenario *scenario = page->report->study->scenario;
    if (!scenario->unrepresented_count) {
        return;
    }
    (void)fprintf(page->out, "<details>\n<summary>%s</summary>\n<ul class=\"small\">\n",
        spenn_page_say(page, "Påstander som ikke er gjengitt her, og hvorfor",
            "Claims that are not represented here, and why"));
    for (int32_t i = 0; i < scenario->unrepresented_count; i++) {
        (void)fputs("<li>", page->out);
        spenn_page_text(page, scenario->unrepresented[i].claim);
        (void)fputs(": ", page->out);
        spenn_page_text(page, scenario->unrepresented[i].reason);
        (void)fputs("</li>\n", page->out);
    }
    (void)fputs("</ul>\n</details>\n", page->out);
}

/* Somebody expects something of this row. */
static bool expected(const struct spenn_study *study, int32_t r)
{
    const struct spenn_study_rows *rows = &study->rows;
    for (int32_t i = 0; i < study->scenario->expect_count; i++) {
        const struct spenn_expect *expect = &study->scenario->expect[i];
        bool same = expect->of ? strcmp(expect->of, rows->subject[r]) == 0
                               : rows->over[r] == SPENN_OVER_WHOLE;
        if (same && strcmp(expect->measure, rows->measure[r]->id) == 0) {
            return true;
        }
    }
    return false;
}

/* The row that alternative `a` has beside the baseline's row r; or -1. */
static int32_t beside(const struct spenn_study_rows *rows, int32_t r, int32_t a)
{
    for (int32_t s = r + 1; s < rows->count; s++) {
        if (rows->base[s] == r && rows->alternative[s] == a) {
            return s;
        }
    }
    return -1;
}

/* The mean; below it its interval (today) or the difference from today. */
static void comparison_cell(const struct spenn_page *page, int32_t s)
{
    const struct spenn_study_rows *rows = &page->report->study->rows;
    const char *unit = rows->measure[s]->unit;
    const double mean[3] = {rows->mean[s], rows->low[s], rows->high[s]};
    const double difference[3] = {
        rows->difference[s], rows->difference_low[s], rows->difference_high[s]};
    number(page, mean[0], unit);
    (void)fputs("<br><span class=\"small\">", page->out);
    if (rows->alternative[s] >= 0 && !isnan(difference[0])) {
        (void)fputs(difference[0] > 0 ? "+" : "", page->out);
        interval(page, difference, unit);
    } else if (!isnan(mean[1]) && mean[1] != mean[2]) {
        interval_ends(page, mean, unit);
    }
    (void)fputs("</span>", page->out);
}

static void comparison_row(const struct spenn_page *page, int32_t r)
{
    const struct spenn_study *study = page->report->study;
    const struct spenn_study_rows *rows = &study->rows;
    const struct spenn_measure *measure = rows->measure[r];
    (void)fputs("<tr><th scope=\"row\">", page->out);
    spenn_page_text(page, spenn_page_measure(page, measure));
    (void)fprintf(
        page->out, " <span class=\"small\">%s</span>", spenn_page_unit(page, measure));
    if (rows->over[r] != SPENN_OVER_WHOLE) {
        (void)fputs("<br><span class=\"small\">", page->out);
        spenn_page_text(page, spenn_page_subject(page, rows->subject[r]));
        (void)fputs("</span>", page->out);
    }
    (void)fputs("</th>", page->out);
    if (*rows->point[r]) {
        (void)fputs("<td>", page->out);
        spenn_page_text(page, rows->point[r]);
        (void)fputs("</td>", page->out);
    }
    for (int32_t a = -1; a < study->scenario->alternative_count; a++) {
        int32_t s = a < 0 ? r : beside(rows, r, a);
        (void)fputs("<td class=\"n\">", page->out);
        if (s >= 0) {
            comparison_cell(page, s);
        }
        (void)fputs("</td>", page->out);
    }
    (void)fputs("</tr>\n", page->out);
}

/* The rows as written (sweep false) or of the sweep's points, expected ones or the rest.
 */
static bool belongs(const struct spenn_study *study, int32_t r, bool sweep, bool wanted)
{
    const struct spenn_study_rows *rows = &study->rows;
    bool shown = rows->over[r] == SPENN_OVER_WHOLE || rows->over[r] == SPENN_OVER_FORUMS
        || expected(study, r);
    shown = shown && !(sweep && rows->measure[r]->class == SPENN_CLASS_STRUCTURE);
    return rows->alternative[r] == -1 && !isnan(rows->mean[r]) && shown
        && (*rows->point[r] != '\0') == sweep && expected(study, r) == wanted;
}

static void table(const struct spenn_page *page, bool sweep, bool wanted)
{
    const struct spenn_study *study = page->report->study;
    (void)fprintf(page->out, "<table>\n<thead><tr><th scope=\"col\">%s</th>",
        spenn_page_say(page, "Mål", "Measure"));
    if (sweep) {
        (void)fprintf(page->out, "<th scope=\"col\">%s</th>",
            spenn_page_say(page, "Punkt", "Point"));
    }
    for (int32_t a = -1; a < study->scenario->alternative_count; a++) {
        (void)fputs("<th scope=\"col\" class=\"n\">", page->out);
        spenn_page_text(page, spenn_page_alternative(page, a));
        (void)fputs("</th>", page->out);
    }
    (void)fputs("</tr></thead>\n<tbody>\n", page->out);
    for (int32_t r = 0; r < study->rows.count; r++) {
        if (belongs(study, r, sweep, wanted)) {
            comparison_row(page, r);
        }
    }
    (void)fputs("</tbody></table>\n", page->out);
}

static bool has_waves(const struct spenn_study *study)
{
    for (int32_t a = 0; a < study->scenario->alternative_count; a++) {
        if (study->waves[a].count) {
            return true;
        }
    }
    return false;
}

/* What the steps are, where a row counts them. */
static void tell_steps(const struct spenn_page *page)
{
    const struct spenn_study_rows *rows = &page->report->study->rows;
    int32_t r = 0;
    while (r < rows->count
        && (strcmp(rows->measure[r]->id, "step") != 0 || isnan(rows->mean[r]))) {
        r++;
    }
    if (r == rows->count) {
        return;
    }
    (void)fprintf(page->out, "<p class=\"small\">%s",
        spenn_page_say(page, "Trinn på samordningsstigen:", "Steps of the ladder:"));
    for (int32_t step = 1; step <= SPENN_STEPS; step++) {
        (void)fprintf(page->out, "%s %d ", step > 1 ? "," : "", step);
        spenn_page_small(
            page, (page->norwegian ? spenn_steps.nb : spenn_steps.en)[step - 1]);
    }
    (void)fprintf(page->out, ". %s</p>\n",
        spenn_page_say(page,
            "En sak er løst når den når trinnet den trenger; ellers kan en overordnet "
            "eller et utpekt organ avgjøre den (løftet til avgjørelse).",
            "A case is solved when it reaches the step it needs; else a superior or a "
            "named body may settle it (arbitration)."));
}

void spenn_page_comparison(const struct spenn_page *page)
{
    const struct spenn_study *study = page->report->study;
    const struct spenn_scenario *scenario = study->scenario;
    spenn_page_heading(page, "numbers", "Tallene", "The numbers");
    (void)fprintf(page->out, "<p class=\"small\">%s%s</p>\n",
        spenn_page_say(page,
            "Middel, og under det forskjellen fra i dag med 95 %-intervall, hvert for "
            "seg: av "
            "hundre bommer om lag fem. Tider i "
            "arbeidstimer (37,5 t = én uke). Alle rader står i results.csv.",
            "Mean, and below it the difference from today with its 95 % interval, each "
            "by "
            "itself: of a hundred about five miss. Times "
            "in "
            "working hours (37.5 h = a week). All rows are in results.csv."),
        !has_waves(study)
            ? ""
            : spenn_page_say(page,
                " Endringer som har en dato: middelet er over hele vinduet, "
                "også ukene før de kommer.",
                " Changes that have a date: the mean is over the whole "
                "window, the weeks before they come too."));
    tell_steps(page);
    if (scenario->expect_count) {
        table(page, false, true);
    }
    (void)fprintf(page->out, "<details%s><summary>%s</summary>\n",
        scenario->expect_count ? "" : " open",
        spenn_page_say(page, "Andre mål", "Other measures"));
    table(page, false, false);
    (void)fputs("</details>\n", page->out);
    if (scenario->vary_count) {
        (void)fprintf(page->out, "<h3>%s</h3>\n",
            spenn_page_say(page, "Når verdiene varieres", "When the values vary"));
        table(page, true, scenario->expect_count > 0);
    }
}
