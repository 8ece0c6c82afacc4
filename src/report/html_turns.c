/* SPDX-License-Identifier: MIT
 * The box that says what would change the answer: how far each verdict is from turning,
 * and which assumptions it rests on. */
#include "explore_words.h"
#include "html.h"
#include "turn.h"

#include <math.h>
#include <string.h>

static void put(const struct spenn_page *page, const char *nb, const char *en)
{
    (void)fputs(spenn_page_say(page, nb, en), page->out);
}

static void amount(
    const struct spenn_page *page, double value, const struct spenn_measure *measure)
{
    char text[64];
    (void)fprintf(page->out, "%s%s", value > 0 ? "+" : "",
        spenn_report_number(text, sizeof text, value, measure->unit));
}

/* Where the difference has to stay: "above +0.5 h". */
static void holds(const struct spenn_page *page, const struct spenn_turn *margin,
    const struct spenn_measure *measure)
{
    if (!(margin->from < margin->to)) {
        put(page, "nøyaktig ", "exactly ");
        amount(page, margin->from + 0.0, measure);
    } else if (isfinite(margin->from) && isfinite(margin->to)) {
        put(page, "mellom ", "between ");
        amount(page, margin->from, measure);
        put(page, " og ", " and ");
        amount(page, margin->to, measure);
    } else if (isfinite(margin->from)) {
        put(page, "over ", "above ");
        amount(page, margin->from, measure);
    } else {
        put(page, "under ", "below ");
        amount(page, margin->to, measure);
    }
    (void)fprintf(page->out, " %s", spenn_page_unit(page, measure));
}

static void room(const struct spenn_page *page, const struct spenn_turn *margin,
    const struct spenn_measure *measure)
{
    char text[64];
    (void)fprintf(page->out, "%s %s",
        spenn_report_number(text, sizeof text, margin->room, measure->unit),
        spenn_page_unit(page, measure));
    if (isfinite(margin->widths)) {
        bool hardly = margin->widths < .1;
        (void)fprintf(page->out, "<br><span class=\"small\">%s%.1f × %s</span>",
            hardly ? "&lt; " : "", hardly ? .1 : margin->widths,
            spenn_page_say(page, "usikkerheten", "the uncertainty"));
    } else {
        (void)fprintf(page->out, "<br><span class=\"small\">%s</span>",
            spenn_page_say(page, "eksakt", "exact"));
    }
}

/* What an undecided answer waits for. */
static void waits(const struct spenn_page *page, const struct spenn_turn *margin)
{
    if (isfinite(margin->settles)) {
        char text[64];
        (void)fprintf(page->out,
            spenn_page_say(page,
                "avgjort av omtrent %s replikasjoner, om forskjellen holder seg",
                "settled by about %s replications, if the difference stays"),
            spenn_report_number(text, sizeof text, margin->settles, "units"));
        return;
    }
    put(page,
        "ingen flere replikasjoner avgjør dette: forskjellen er omtrent så stor som det "
        "som betyr noe",
        "no more replications settle this: the difference is about as large as what "
        "matters");
}

static void reason(const struct spenn_page *page, int32_t i)
{
    const struct spenn_study_verdicts *v = &page->report->study->verdicts;
    (void)fputs(v->verdict[i] == SPENN_ASSUMED
            ? spenn_page_say(page,
                "bare med forutsetningen selv: ", "with the assumption itself only: ")
            : spenn_page_say(page,
                "først når det kan sammenlignes: ", "only once it can be compared: "),
        page->out);
    spenn_page_text(page, page->norwegian ? v->reason_nb[i] : v->reason[i]);
}

static void row(const struct spenn_page *page, int32_t i)
{
    const struct spenn_study *study = page->report->study;
    const struct spenn_study_verdicts *v = &study->verdicts;
    const struct spenn_expect *expect = &study->scenario->expect[i];
    const struct spenn_measure *measure = spenn_expected_measure(expect);
    struct spenn_turn margin = spenn_turn_of(v, i, expect->is);
    (void)fputs("<tr><td>", page->out);
    spenn_page_expectation(page, expect);
    (void)fprintf(page->out, "</td><td><span class=\"v v%d\">%s</span></td>",
        v->verdict[i], spenn_page_verdict(page, v->verdict[i]));
    if (isnan(margin.room)) {
        (void)fputs("<td colspan=\"3\">", page->out);
        if (v->verdict[i] == SPENN_UNDECIDED) {
            waits(page, &margin);
        } else {
            reason(page, i);
        }
        (void)fputs("</td></tr>\n", page->out);
        return;
    }
    (void)fputs("<td class=\"n\">", page->out);
    amount(page, v->difference[i], measure);
    (void)fputs("</td><td class=\"n\">", page->out);
    holds(page, &margin, measure);
    (void)fputs("</td><td class=\"n\">", page->out);
    room(page, &margin, measure);
    (void)fputs("</td></tr>\n", page->out);
}

/* Both ends are known: it hangs on no luck. */
static bool is_exact(const struct spenn_study_verdicts *v, int32_t i)
{
    return v->verdict[i] < SPENN_UNDECIDED && !(v->low[i] < v->high[i]);
}

static int32_t count_of(const struct spenn_page *page, bool exact)
{
    const struct spenn_study *study = page->report->study;
    int32_t count = 0;
    for (int32_t i = 0; i < study->verdicts.count; i++) {
        count += is_exact(&study->verdicts, i) == exact
            && spenn_expected_before(study->scenario, i) < 0;
    }
    return count;
}

static void table(const struct spenn_page *page, bool exact)
{
    const struct spenn_study *study = page->report->study;
    static const char *const nb[] = {
        "Ventet", "Utfall", "Forskjellen er", "Utfallet står når den er", "Margin"};
    static const char *const en[] = {"Expected", "Verdict", "The difference is",
        "The verdict stands while it is", "Margin"};
    (void)fputs("<table>\n<thead><tr>", page->out);
    for (size_t c = 0; c < sizeof nb / sizeof *nb; c++) {
        (void)fprintf(page->out, "<th scope=\"col\"%s>%s</th>",
            c >= 2 ? " class=\"n\"" : "", (page->norwegian ? nb : en)[c]);
    }
    (void)fputs("</tr></thead>\n<tbody>\n", page->out);
    for (int32_t i = 0; i < study->verdicts.count; i++) {
        if (is_exact(&study->verdicts, i) == exact
            && spenn_expected_before(study->scenario, i) < 0) {
            row(page, i);
        }
    }
    (void)fputs("</tbody></table>\n", page->out);
}

static void tables(const struct spenn_page *page)
{
    int32_t exact = count_of(page, true);
    if (count_of(page, false)) {
        table(page, false);
    }
    if (exact) {
        (void)fprintf(page->out,
            spenn_page_say(page,
                "<details><summary>Eksakte svar (%d): bare en annen modell eller "
                "forutsetning "
                "endrer dem</summary>\n",
                "<details><summary>Exact answers (%d): only another model or assumption "
                "changes them</summary>\n"),
            exact);
        table(page, true);
        (void)fputs("</details>\n", page->out);
    }
}

/* The expected measures that rest on an assumption; how many. */
static int32_t resting(const struct spenn_page *page, int32_t assumption, bool print)
{
    const struct spenn_scenario *scenario = page->report->study->scenario;
    int32_t count = 0;
    for (int32_t i = 0; i < scenario->expect_count; i++) {
        const char *measure = scenario->expect[i].measure;
        bool told = !spenn_measure_rests_on_one(measure, assumption);
        for (int32_t j = 0; j < i && !told; j++) {
            told = strcmp(scenario->expect[j].measure, measure) == 0;
        }
        if (!told && print) {
            (void)fputs(count ? ", " : "", page->out);
            spenn_page_small(page,
                spenn_page_measure(page, spenn_expected_measure(&scenario->expect[i])));
        }
        count += !told;
    }
    return count;
}

static void assumption_row(const struct spenn_page *page, int32_t i)
{
    const struct spenn_assumptions *assume = &page->report->study->baseline->assume;
    char value[40], low[40], high[40];
    (void)fprintf(page->out,
        "<tr><td>%s</td><td class=\"n\">%s</td><td class=\"n\">%s – %s</td><td>",
        spenn_assumption_keys[i].id,
        spenn_assumption_format(value, 40, i, assume->value[i]),
        spenn_assumption_format(low, 40, i, assume->low[i]),
        spenn_assumption_format(high, 40, i, assume->high[i]));
    (void)resting(page, i, true);
    (void)fputs("</td></tr>\n", page->out);
}

static void assumptions(const struct spenn_page *page)
{
    const struct spenn_assumptions *assume = &page->report->study->baseline->assume;
    static const char *const nb[] = {
        "Forutsetning", "Verdi", "Spenn", "Svar som hviler på den"};
    static const char *const en[] = {
        "Assumption", "Value", "Range", "Answers that rest on it"};
    int32_t count = 0, judged = 0;
    for (int32_t i = 0; i < SPENN_ASSUMPTION_COUNT; i++) {
        bool rests = resting(page, i, false) > 0;
        count += rests;
        judged += rests && strstr(assume->source[i], "judgement") != NULL;
    }
    if (!count) {
        put(page,
            "<p>Svarene hviler ikke på noen forutsetning: de følger av modellen.</p>\n",
            "<p>The answers rest on no assumption: they follow from the model.</p>\n");
        return;
    }
    (void)fprintf(page->out,
        spenn_page_say(page,
            "<details><summary>Svarene hviler på %d forutsetninger; %d av dem er skjønn, "
            "som ingen har målt</summary>\n",
            "<details><summary>The answers rest on %d assumptions; %d of them are "
            "judgement, which nobody has measured</summary>\n"),
        count, judged);
    (void)fputs("<table>\n<thead><tr>", page->out);
    for (size_t c = 0; c < sizeof nb / sizeof *nb; c++) {
        (void)fprintf(page->out, "<th scope=\"col\"%s>%s</th>",
            c == 1 || c == 2 ? " class=\"n\"" : "", (page->norwegian ? nb : en)[c]);
    }
    (void)fputs("</tr></thead>\n<tbody>\n", page->out);
    for (int32_t i = 0; i < SPENN_ASSUMPTION_COUNT; i++) {
        if (resting(page, i, false)) {
            assumption_row(page, i);
        }
    }
    (void)fputs("</tbody></table></details>\n", page->out);
}

/* What deciding inputs there are: "drift, forum-meets". */
static void deciding(
    const struct spenn_page *page, const struct spenn_space_answer *answer)
{
    for (int32_t d = 0; d < answer->deciding_count; d++) {
        (void)fputs(d ? ", " : "", page->out);
        spenn_page_text(page, page->report->explored->input[answer->deciding[d]].name);
    }
    if (!answer->deciding_count) {
        (void)fputs("–", page->out);
    }
}

static void space_row(
    struct spenn_words_of *words, const struct spenn_page *page, int32_t i)
{
    const struct spenn_space_answer *answer = &page->report->space->answer[i];
    const char *rule = spenn_words_rule(words, i);
    (void)fputs("<tr><td>", page->out);
    spenn_page_expectation(page, &page->report->study->scenario->expect[i]);
    (void)fputs("</td><td>", page->out);
    const char *between = "";
    for (int32_t v = 0; v < SPENN_VERDICTS; v++) {
        double share = spenn_space_share(answer, v);
        if (share > 0) {
            (void)fprintf(page->out, "%s%s %s", between, spenn_page_verdict(page, v),
                spenn_words_percent(words, share));
            between = "<br>";
        }
    }
    (void)fputs("</td><td>", page->out);
    deciding(page, answer);
    (void)fputs("</td><td>", page->out);
    spenn_page_text(page, rule ? rule : "–");
    (void)fputs("</td></tr>\n", page->out);
}

/* What the exploration beside this run says of each answer that can turn. */
static void explored(const struct spenn_page *page)
{
    const struct spenn_report *report = page->report;
    struct spenn_words_of words = {
        .x = report->explored, .summary = report->space, .norwegian = page->norwegian};
    static const char *const nb[] = {
        "Ventet", "Andel av rommet", "Tallet avhenger av", "Regel"};
    static const char *const en[] = {
        "Expected", "Share of the space", "The number hangs on", "Rule"};
    (void)fprintf(page->out,
        spenn_page_say(page,
            "<h3>Når forutsetningene varieres samtidig</h3>\n<p class=\"small\">%d "
            "punkter i rommet av forutsetninger, %d replikasjoner i hvert; mer i "
            "explore/report.html. %s</p>\n<table><thead><tr>",
            "<h3>When the assumptions vary at once</h3>\n<p class=\"small\">%d points of "
            "the space of assumptions, %d replications at each; more in "
            "explore/report.html. %s</p>\n<table><thead><tr>"),
        2 * report->explored->options.points, report->explored->options.replications,
        spenn_words_caution(&words));
    for (size_t c = 0; c < sizeof nb / sizeof *nb; c++) {
        (void)fprintf(
            page->out, "<th scope=\"col\">%s</th>", (page->norwegian ? nb : en)[c]);
    }
    (void)fputs("</tr></thead>\n<tbody>\n", page->out);
    for (int32_t i = 0; i < report->space->count; i++) {
        if (spenn_words_tells(&words, i)) {
            space_row(&words, page, i);
        }
    }
    (void)fputs("</tbody></table>\n", page->out);
    spenn_arena_free(&words.memory);
}

static void exploring(const struct spenn_page *page)
{
    if (page->report->space) {
        explored(page);
        return;
    }
    if (!page->report->explore) {
        return;
    }
    put(page, "<p>Hvilke av dem som snur et svar når alle varieres samtidig, sier <code>",
        "<p>Which of them turn an answer when all vary at once is what <code>");
    spenn_page_text(page, page->report->explore);
    put(page, "</code>.</p>\n", "</code> says.</p>\n");
}

/* Nothing was expected, so no verdict can turn. */
static void expect_something(const struct spenn_page *page)
{
    put(page,
        "<p>Scenariet venter ikke noe, så ingen utfall kan falle. Tallene hviler på "
        "forutsetningene nedenfor; skriv det du vil vite, under <code>expect:</code>, så "
        "står det her hva som ville endre det.</p>\n",
        "<p>The scenario expects nothing, so no verdict can fall. The numbers rest on "
        "the "
        "assumptions below; write what you want to know under <code>expect:</code>, and "
        "what would change it stands here.</p>\n");
}

static void expected(const struct spenn_page *page)
{
    put(page,
        "<p>Andre tall enn dem modellen regner med. Her er hvor langt hvert utfall er "
        "fra "
        "å falle, med like stor usikkerhet (halve intervallet) som nå.</p>\n",
        "<p>Other numbers than those the model reckons with. This is how far each "
        "verdict is from falling, with as much uncertainty (half the interval) as "
        "now.</p>\n");
    tables(page);
    assumptions(page);
    exploring(page);
}

void spenn_page_turns(const struct spenn_page *page)
{
    (void)fputs("<section class=\"box\">\n", page->out);
    spenn_page_heading(
        page, "turns", "Hva som ville endre svaret", "What would change this answer");
    (page->report->study->verdicts.count ? expected : expect_something)(page);
    put(page,
        "<p class=\"small\">Hva Spenn ikke kan si i det hele tatt, står i "
        "docs/limits.md.</p>\n</section>\n",
        "<p class=\"small\">What Spenn cannot tell at all is in "
        "docs/limits.md.</p>\n</section>\n");
}
