/* SPDX-License-Identifier: MIT
 * The page of an exploration: first what would change the answer, then shares, then each
 * expectation with what it hangs on, then the assumptions and the method. */
#include "explore_page.h"

#include "quantity.h"

#include <math.h>
#include <string.h>

static const char more_style[] =
    "<style>.box{border:2px solid #2F6DA3;border-radius:.5rem;padding:.2rem 1.2rem;"
    "background:#F3F8FC;margin:1rem 0}.box h2{border:0;margin:.6rem 0 .2rem}"
    "svg{max-width:100%;height:auto}figure svg{width:100%}"
    ".half{display:inline-block;width:48%;min-width:20rem;vertical-align:top;margin:."
    "5rem "
    ".5rem .5rem 0}figure{max-width:48rem}figcaption{font-size:.95rem}</style>\n";

static void put(const struct spenn_explore_sheet *sheet, const char *text)
{
    spenn_page_text(&sheet->page, text);
}

static const char *say(
    const struct spenn_explore_sheet *sheet, const char *nb, const char *en)
{
    return spenn_page_say(&sheet->page, nb, en);
}

static void item(struct spenn_explore_sheet *sheet, int32_t q)
{
    const struct spenn_space_answer *answer = &sheet->words.summary->answer[q];
    FILE *out = sheet->page.out;
    const char *rule = spenn_words_rule(&sheet->words, q);
    bool found = answer->rule.state == SPENN_RULE_FOUND;
    const char *hangs = spenn_space_tells(sheet->words.x, answer)
        ? say(sheet, " Om det kan sammenlignes, avhenger mest av ",
            " Whether it can be compared hangs most on ")
        : say(sheet, " Tallet avhenger mest av ", " The number hangs most on ");
    (void)fputs("<li><strong>", out);
    put(sheet, spenn_words_expectation(&sheet->words, q, true));
    (void)fputs("</strong>: ", out);
    put(sheet, found && rule ? rule : spenn_words_shares(&sheet->words, q));
    (void)fputs(". <span class=\"small\">", out);
    put(sheet, spenn_words_rule_score(&sheet->words, q));
    for (int32_t d = 0; d < answer->deciding_count && d < 3; d++) {
        put(sheet, d ? ", " : hangs);
        put(sheet, sheet->words.x->input[answer->deciding[d]].name);
    }
    (void)fputs(answer->deciding_count ? ".</span></li>\n" : "</span></li>\n", out);
}

static void box(struct spenn_explore_sheet *sheet)
{
    FILE *out = sheet->page.out;
    int32_t same = 0, tells = 0;
    (void)fprintf(out, "<section class=\"box\"><h2 id=\"change\">%s</h2>\n<ul>\n",
        say(sheet, "Hva ville endret svaret", "What would change this answer"));
    for (int32_t q = 0; q < sheet->words.summary->count; q++) {
        bool told = spenn_words_tells(&sheet->words, q);
        bool still = spenn_words_is_same(&sheet->words, q);
        tells += told;
        same += told && still;
        if (told && !still) {
            item(sheet, q);
        }
    }
    (void)fprintf(out, "</ul>\n<p>%d %s %d %s</p></section>\n", same,
        say(sheet, "av", "of"), tells,
        say(sheet, "utfall som følger av samspillet, er uendret i hele rommet.",
            same == 1 ? "emergent verdicts is the same in the whole space."
                      : "emergent verdicts are the same in the whole space."));
}

/* A cell for every verdict that a simulation can come to: its name, or its share. */
static void verdict_cells(
    struct spenn_explore_sheet *sheet, const struct spenn_space_answer *answer)
{
    FILE *out = sheet->page.out;
    for (int32_t v = 0; v < SPENN_VERDICTS; v++) {
        if (v == SPENN_ASSUMED) {
            continue;
        }
        (void)fputs(answer ? "<td class=\"n\">" : "<th scope=\"col\" class=\"n\">", out);
        put(sheet,
            answer ? spenn_words_percent(&sheet->words, spenn_space_share(answer, v))
                   : spenn_words_verdict(&sheet->words, v));
        (void)fputs(answer ? "</td>" : "</th>", out);
    }
}

static void shares_row(struct spenn_explore_sheet *sheet, int32_t q)
{
    FILE *out = sheet->page.out;
    (void)fputs("<tr><th scope=\"row\">", out);
    put(sheet, spenn_words_expectation(&sheet->words, q, true));
    (void)fputs("</th><td>", out);
    put(sheet, spenn_words_claims(&sheet->words, q));
    (void)fputs("</td>", out);
    verdict_cells(sheet, &sheet->words.summary->answer[q]);
    (void)fputs("</tr>\n", out);
}

static void shares_table(struct spenn_explore_sheet *sheet)
{
    FILE *out = sheet->page.out;
    (void)fprintf(out,
        "<details><summary>%s</summary><table><thead><tr><th scope=\"col\">%s</th><th "
        "scope=\"col\">%s</th>",
        say(sheet, "Som tabell", "As a table"), say(sheet, "Forventet", "Expected"),
        say(sheet, "Påstander", "Claims"));
    verdict_cells(sheet, NULL);
    (void)fputs("</tr></thead>\n<tbody>\n", out);
    for (int32_t q = 0; q < sheet->words.summary->count; q++) {
        if (spenn_words_tells(&sheet->words, q)) {
            shares_row(sheet, q);
        }
    }
    (void)fputs("</tbody></table></details>\n", out);
}

/* To two decimals, and no "-0.00". */
static double near(double value)
{
    return round(value * 100) / 100 + 0.0;
}

static void index_cell(const struct spenn_explore_sheet *sheet, const double at[3])
{
    (void)fprintf(sheet->page.out,
        "<td class=\"n\">%.2f <span class=\"small\">(%.2f %s "
        "%.2f)</span></td>",
        near(at[0]), near(at[1]), say(sheet, "til", "to"), near(at[2]));
}

static void indices_table(struct spenn_explore_sheet *sheet, int32_t q)
{
    const struct spenn_core *core = &sheet->words.x->core;
    FILE *out = sheet->page.out;
    const struct spenn_space_answer *answer = &sheet->words.summary->answer[q];
    if (answer->by != SPENN_BY_INDICES) {
        return;
    }
    (void)fprintf(out,
        "<details><summary>%s</summary><table><thead><tr><th scope=\"col\">%s</th><th "
        "scope=\"col\" class=\"n\">%s</th><th scope=\"col\" class=\"n\">%s</th></tr>"
        "</thead>\n<tbody>\n",
        say(sheet, "Som tabell", "As a table"), say(sheet, "Forutsetning", "Assumption"),
        say(sheet, "Første orden", "First order"), say(sheet, "Total", "Total"));
    for (int32_t j = 0; j < core->mattering; j++) {
        const struct spenn_sobol_index *index = &core->indices[answer->outcome].index[j];
        bool luck = j + 1 == core->mattering;
        (void)fputs("<tr><th scope=\"row\">", out);
        put(sheet,
            luck ? say(sheet, "flaks: støygulvet", "luck: the noise floor")
                 : sheet->words.x->input[core->matter[j]].name);
        (void)fputs("</th>", out);
        index_cell(
            sheet, (const double[]){index->first, index->first_low, index->first_high});
        index_cell(
            sheet, (const double[]){index->total, index->total_low, index->total_high});
        (void)fputs("</tr>\n", out);
    }
    (void)fputs("</tbody></table></details>\n", out);
}

static void expectation(struct spenn_explore_sheet *sheet, int32_t q)
{
    FILE *out = sheet->page.out;
    const char *claims = spenn_words_claims(&sheet->words, q);
    (void)fputs("<h3>", out);
    put(sheet, spenn_words_expectation(&sheet->words, q, true));
    if (*claims) {
        (void)fputs(" <span class=\"small\">(", out);
        put(sheet, claims);
        (void)fputs(")</span>", out);
    }
    (void)fputs("</h3>\n", out);
    spenn_picture_tornado(sheet, q);
    indices_table(sheet, q);
    spenn_picture_screening(sheet, q);
    spenn_picture_map(sheet, q);
}

static void assumption_row(struct spenn_explore_sheet *sheet, int32_t i)
{
    const struct spenn_exploration *x = sheet->words.x;
    const struct spenn_input *input = &x->input[i];
    FILE *out = sheet->page.out;
    const double at[] = {x->value[i], input->low, input->high};
    const char *meaning =
        input->assumption < 0 ? NULL : x->model->assume.meaning[input->assumption];
    (void)fputs("<tr><th scope=\"row\">", out);
    put(sheet, input->name);
    if (meaning) {
        (void)fputs("<br><span class=\"small\" lang=\"en\">", out);
        put(sheet, meaning);
        (void)fputs("</span>", out);
    }
    (void)fputs("</th>", out);
    for (size_t k = 0; k < sizeof at / sizeof *at; k++) {
        (void)fputs("<td class=\"n\">", out);
        put(sheet, spenn_words_value(&sheet->words, i, at[k]));
        (void)fputs("</td>", out);
    }
    (void)fprintf(
        out, "<td class=\"n\">%d</td></tr>\n", spenn_words_decides(&sheet->words, i));
}

static void assumptions_table(struct spenn_explore_sheet *sheet, bool deciding)
{
    FILE *out = sheet->page.out;
    (void)fprintf(out,
        "<table><thead><tr><th scope=\"col\">%s</th><th scope=\"col\" class=\"n\">%s</th>"
        "<th scope=\"col\" class=\"n\">%s</th><th scope=\"col\" class=\"n\">%s</th><th "
        "scope=\"col\" class=\"n\">%s</th></tr></thead>\n<tbody>\n",
        say(sheet, "Forutsetning", "Assumption"), say(sheet, "I dag", "In force"),
        say(sheet, "Fra", "From"), say(sheet, "Til", "To"),
        say(sheet, "Avgjør", "Decides"));
    for (int32_t i = 0; i + 1 < sheet->words.x->inputs; i++) {
        if ((spenn_words_decides(&sheet->words, i) > 0) == deciding) {
            assumption_row(sheet, i);
        }
    }
    (void)fputs("</tbody></table>\n", out);
}

static void assumptions(struct spenn_explore_sheet *sheet)
{
    spenn_page_heading(
        &sheet->page, "assumptions", "Det som ble flyttet", "What was moved");
    assumptions_table(sheet, true);
    (void)fprintf(sheet->page.out, "<details><summary>%s</summary>\n",
        say(sheet, "Forutsetninger som ikke avgjør noe her",
            "Assumptions that decide nothing here"));
    assumptions_table(sheet, false);
    (void)fputs("</details>\n", sheet->page.out);
}

static void method(struct spenn_explore_sheet *sheet)
{
    const struct spenn_exploration *x = sheet->words.x;
    FILE *out = sheet->page.out;
    char duration[40], warm_up[40];
    spenn_page_heading(&sheet->page, "method", "Hvordan det er gjort", "How it was made");
    (void)fprintf(
        out, "<p><strong>%s</strong></p>\n<p>", spenn_words_caution(&sheet->words));
    (void)fprintf(out,
        say(sheet,
            "%d punkter (to utvalg à %d), hvert med %d parvise replikasjoner av hvert "
            "alternativ; vindu %s etter %s innkjøring; frø %llu. Utfallet i et punkt er "
            "det vanlige, med et 95 %%-intervall for seg selv. Flaks er hvilke saker som "
            "kommer: det en forutsetning gjør mindre enn flaks, er ikke til å se. En "
            "regel er funnet på det ene utvalget og prøvd på det andre: dekning er "
            "hvor stor del av punktene med utfallet den finner, treffsikkerhet hvor stor "
            "del av dem den peker ut som har det.",
            "%d points (two samples of %d), each with %d paired replications of every "
            "alternative; a window of %s after a warm-up of %s; seed %llu. The verdict "
            "at a point is the ordinary one, by a 95 %% interval of its own. Luck is "
            "which cases come: what an assumption does less than luck cannot be seen. A "
            "rule is found on one sample and judged on the other: coverage is the share "
            "of the points with the verdict that it finds, density the share of those it "
            "points out that have it."),
        2 * x->options.points, x->options.points, x->options.replications,
        spenn_format_duration(duration, sizeof duration, x->duration),
        spenn_format_duration(warm_up, sizeof warm_up, x->warm_up),
        (unsigned long long)x->options.seed);
    (void)fprintf(out, "</p>\n<p class=\"small\">%s <code>",
        say(sheet, "Gjenta med:", "Repeat with:"));
    put(sheet, sheet->origin);
    (void)fputs("</code> (spenn " SPENN_VERSION ")</p>\n", out);
}

static void opening(struct spenn_explore_sheet *sheet)
{
    const struct spenn_scenario *scenario = sheet->words.x->scenario;
    FILE *out = sheet->page.out;
    bool english = !sheet->page.norwegian;
    const char *title =
        english && scenario->title_en ? scenario->title_en : scenario->title;
    const char *question =
        english && scenario->question_en ? scenario->question_en : scenario->question;
    spenn_page_head(&sheet->page, title);
    (void)fputs(more_style, out);
    (void)fputs("<header>\n<h1>", out);
    put(sheet, title);
    (void)fputs("</h1>\n<p class=\"lead\">", out);
    put(sheet, question);
    (void)fputs("</p>\n<p>", out);
    put(sheet,
        say(sheet, "Holder svarene når forutsetningene flyttes over hele spennet sitt?",
            "Do the answers hold when the assumptions move over their whole ranges?"));
    (void)fputs("</p>\n</header>\n<main>\n", out);
    if (sheet->words.x->interrupted) {
        (void)fprintf(out, "<p class=\"lead\">%s</p>\n",
            say(sheet, "Ikke ferdig: bare det som er regnet, er med.",
                "Not finished: only what has been evaluated is counted."));
    }
}

bool spenn_report_explore_html(const struct spenn_explore_page *given, FILE *out)
{
    bool norwegian = strcmp(given->lang, "nb") == 0;
    struct spenn_explore_sheet sheet = {.page = {.out = out, .norwegian = norwegian},
        .words = {.x = given->x, .summary = given->summary, .norwegian = norwegian},
        .origin = given->origin};
    opening(&sheet);
    box(&sheet);
    spenn_page_heading(
        &sheet.page, "shares", "Hvor stor del av rommet", "How much of the space");
    spenn_picture_shares(&sheet);
    shares_table(&sheet);
    (void)fprintf(out, "<p class=\"small\">%s %s ", spenn_words_caution(&sheet.words),
        spenn_words_say(&sheet.words, "Hva Spenn ikke kan si, står i docs/limits.md.",
            "What Spenn cannot tell is in docs/limits.md."));
    spenn_page_text(&sheet.page, spenn_words_left_out(&sheet.words));
    (void)fputs("</p>\n", out);
    spenn_page_heading(
        &sheet.page, "hangs-on", "Hva svarene avhenger av", "What the answers hang on");
    for (int32_t q = 0; q < given->summary->count; q++) {
        if (spenn_words_tells(&sheet.words, q) && !spenn_words_is_same(&sheet.words, q)) {
            expectation(&sheet, q);
        }
    }
    assumptions(&sheet);
    method(&sheet);
    (void)fputs("</main>\n</body>\n</html>\n", out);
    spenn_arena_free(&sheet.words.memory);
    return !ferror(out);
}
