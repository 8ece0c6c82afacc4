/* SPDX-License-Identifier: MIT
 * Charts with their text alternative, assumptions and method of the report. */
#include "diff.h"
#include "html.h"
#include "quantity.h"

#include <stdint.h>
#include <string.h>

static void base64(FILE *out, const char *text)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    size_t length = strlen(text);
    const unsigned char *bytes = (const unsigned char *)text;
    for (size_t i = 0; i < length; i += 3) {
        size_t left = length - i;
        uint32_t group = (uint32_t)bytes[i] << 16
            | (uint32_t)(left > 1 ? bytes[i + 1] : 0) << 8
            | (uint32_t)(left > 2 ? bytes[i + 2] : 0);
        (void)fputc(digits[group >> 18], out);
        (void)fputc(digits[group >> 12 & 63], out);
        (void)fputc(left > 1 ? digits[group >> 6 & 63] : '=', out);
        (void)fputc(left > 2 ? digits[group & 63] : '=', out);
    }
}

static const char *unit_name(
    const struct spenn_page *page, const struct spenn_model *m, spenn_id u)
{
    return !page->norwegian && m->units.name_en[u] ? m->units.name_en[u]
                                                   : m->units.name[u];
}

/* One root and all below it, without recursion: next[u] counts the children told. */
static void outline_tree(const struct spenn_page *page, const struct spenn_model *m,
    const struct spenn_children *c, int32_t *next, spenn_id root)
{
    spenn_id u = root;
    while (u != SPENN_NONE) {
        int32_t children = c->first[u + 1] - c->first[u];
        if (next[u] == 0) {
            (void)fputs("<li>", page->out);
            spenn_page_text(page, unit_name(page, m, u));
            (void)fputs(children ? "<ul class=\"tree\">" : "", page->out);
        }
        if (next[u] < children) {
            u = c->child[c->first[u] + next[u]++];
            continue;
        }
        (void)fputs(children ? "</ul></li>" : "</li>", page->out);
        u = u == root ? SPENN_NONE : m->units.parent[u];
    }
}

/* Who reports to whom as nested lists. */
static void outline(const struct spenn_page *page, const struct spenn_model *m)
{
    struct spenn_arena memory = {0};
    struct spenn_children c = spenn_model_children(m, &memory);
    int32_t *next = spenn_arena_alloc(&memory, (size_t)m->units.count + 1, sizeof *next);
    for (spenn_id root = 0; root < m->units.count; root++) {
        if (m->units.parent[root] == SPENN_NONE) {
            (void)fputs("<ul class=\"tree\">", page->out);
            outline_tree(page, m, &c, next, root);
            (void)fputs("</ul>\n", page->out);
        }
    }
    spenn_arena_free(&memory);
}

static void forums(const struct spenn_page *page, const struct spenn_model *m)
{
    (void)fputs("<ul>", page->out);
    for (spenn_id f = 0; f < m->forums.count; f++) {
        char meets[32];
        (void)fputs("<li>", page->out);
        spenn_page_text(page,
            !page->norwegian && m->forums.name_en[f] ? m->forums.name_en[f]
                                                     : m->forums.name[f]);
        (void)fprintf(page->out,
            " (%s): ", spenn_format_rate(meets, sizeof meets, m->forums.meets[f]));
        for (int32_t i = 0; i < m->forums.size[f]; i++) {
            (void)fputs(i ? ", " : "", page->out);
            spenn_page_text(
                page, unit_name(page, m, m->members.unit[m->forums.first[f] + i]));
        }
        (void)fputs("</li>\n", page->out);
    }
    (void)fputs("</ul>\n", page->out);
}

static void picture(const struct spenn_page *page, const struct spenn_report_chart *chart)
{
    (void)fputs("<figure><figcaption>", page->out);
    spenn_page_text(page, chart->title);
    (void)fputs("</figcaption>", page->out);
    if (chart->svg) {
        (void)fputs("<img alt=\"", page->out);
        spenn_page_text(page, spenn_page_say(page, "Organisasjonskart: ", "Chart: "));
        spenn_page_text(page, chart->title);
        (void)fputs(
            spenn_page_say(page, " (som tekst nedenfor)", " (as text below)"), page->out);
        (void)fputs("\" src=\"data:image/svg+xml;base64,", page->out);
        base64(page->out, chart->svg);
        (void)fputs("\">", page->out);
    } else {
        (void)fputs(spenn_page_say(page, "<p>Kartet mangler: det lot seg ikke tegne.</p>",
                        "<p>This chart is missing: it could not be drawn.</p>"),
            page->out);
    }
    (void)fputs("</figure>\n", page->out);
}

/* Tasks, needs and assumptions are not drawn. */
static bool is_drawn(
    const struct spenn_model *m, const struct spenn_diff *diff, int32_t i)
{
    bool drawn = strcmp(diff->what[i], "assume") != 0;
    for (spenn_id t = 0; t < m->tasks.count; t++) {
        drawn = drawn && strcmp(m->tasks.id[t], diff->subject[i]) != 0;
    }
    for (int32_t n = 0; n < m->needs.count; n++) {
        drawn = drawn && strcmp(m->needs.id[n], diff->subject[i]) != 0;
    }
    return drawn;
}

/* Whether a chart of alternative a shows anything else than the baseline's. */
static bool is_redrawn(const struct spenn_study *study, int32_t a)
{
    struct spenn_diff diff;
    spenn_models_diff(study->baseline, &study->alternative[a], &diff);
    bool redrawn = false;
    for (int32_t i = 0; i < diff.count; i++) {
        redrawn = redrawn || is_drawn(study->baseline, &diff, i);
    }
    spenn_diff_free(&diff);
    return redrawn;
}

/* Why alternative a has no chart: what came may have gone again. */
static const char *not_drawn(const struct spenn_page *page, int32_t a)
{
    if (page->report->study->waves[a].count > 1) {
        return spenn_page_say(page,
            ": når alle bølgene er kommet, er kartet som i dag. Hva som endres "
            "underveis, "
            "står under Endringene.</p>\n",
            ": after all waves the chart is that of today. What changes on the way "
            "stands "
            "under The changes.</p>\n");
    }
    return spenn_page_say(page,
        ": ingen enhet, linje eller gruppe er endret, så kartet er som i dag. Hva som er "
        "endret, står under Endringene.</p>\n",
        ": no unit, line or group changes, so the chart is that of today. What does "
        "change "
        "stands under The changes.</p>\n");
}

static void say_not_drawn(const struct spenn_page *page, int32_t a)
{
    (void)fputs("<p>", page->out);
    spenn_page_text(page, spenn_page_alternative(page, a));
    (void)fputs(not_drawn(page, a), page->out);
}

/* Charts of one alternative follow each other. */
static void pictures(const struct spenn_page *page)
{
    int32_t last = -1; /* the baseline, which is drawn */
    bool drawn = true;
    for (int32_t i = 0; i < page->report->chart_count; i++) {
        const struct spenn_report_chart *chart = &page->report->chart[i];
        bool first = chart->alternative != last;
        last = chart->alternative;
        drawn = first ? is_redrawn(page->report->study, last) : drawn;
        if (drawn) {
            picture(page, chart);
        } else if (first) {
            say_not_drawn(page, last);
        }
    }
}

void spenn_page_charts(const struct spenn_page *page)
{
    const struct spenn_study *study = page->report->study;
    spenn_page_heading(page, "charts", "Kartene", "The charts");
    pictures(page);
    for (int32_t a = -1; a < study->scenario->alternative_count; a++) {
        const struct spenn_model *m = a < 0 ? study->baseline : &study->alternative[a];
        (void)fprintf(page->out, "<details><summary>%s",
            spenn_page_say(
                page, "Organisasjonen som tekst: ", "The organization as text: "));
        spenn_page_text(page, spenn_page_alternative(page, a));
        (void)fputs("</summary>\n", page->out);
        outline(page, m);
        forums(page, m);
        (void)fputs("</details>\n", page->out);
    }
}

/* Keys of rows in a list; neighbours with the same keys are told once, by the first and
 * the last. */
static void assumed_rows(const struct spenn_page *page, const char *const *id,
    const char *const *keys, int32_t count)
{
    for (int32_t i = 0, end; i < count; i = end) {
        const char *own = keys[i] ? keys[i] : "";
        end = i + 1;
        while (end < count && keys[end] && strcmp(keys[end], own) == 0) {
            end++;
        }
        if (*own) {
            (void)fputs("<li>", page->out);
            spenn_page_text(page, id[i]);
            (void)fputs(end > i + 1 ? " – " : "", page->out);
            spenn_page_text(page, end > i + 1 ? id[end - 1] : "");
            (void)fputs(": ", page->out);
            spenn_page_text(page, own);
            (void)fputs("</li>\n", page->out);
        }
    }
}

static void assumed_values(const struct spenn_page *page, const struct spenn_model *m)
{
    (void)fprintf(page->out, "<details><summary>%s</summary><ul>\n",
        spenn_page_say(page, "Verdier i modellen som kilden ikke gir",
            "Values of the model that the source does not give"));
    assumed_rows(page, m->units.id, m->units.assumed, m->units.count);
    assumed_rows(page, m->forums.id, m->forums.assumed, m->forums.count);
    assumed_rows(page, m->tasks.id, m->tasks.assumed, m->tasks.count);
    (void)fputs("</ul></details>\n", page->out);
}

void spenn_page_assumptions(const struct spenn_page *page)
{
    const struct spenn_model *m = page->report->study->baseline;
    static const char *const from_nb[] = {"", "modellen", "scenariet"};
    static const char *const from_en[] = {"", "the model", "the scenario"};
    spenn_page_heading(page, "assumptions", "Hva som er forutsatt", "What was assumed");
    assumed_values(page, m);
    (void)fprintf(page->out,
        "<table>\n<caption>%s</caption>\n<thead><tr><th scope=\"col\">%s</th><th "
        "scope=\"col\" class=\"n\">%s</th><th scope=\"col\" class=\"n\">%s</th><th "
        "scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>\n<tbody>\n",
        spenn_page_say(page, "Forutsetninger som simuleringen bruker",
            "Assumptions that the simulation uses"),
        spenn_page_say(page, "Forutsetning", "Assumption"),
        spenn_page_say(page, "Verdi", "Value"), spenn_page_say(page, "Spenn", "Range"),
        spenn_page_say(page, "Satt av", "Set by"),
        spenn_page_say(page, "Kilde", "Source"));
    for (int32_t i = 0; i < SPENN_ASSUMPTION_COUNT; i++) {
        char value[40], low[40], high[40];
        (void)fprintf(page->out,
            "<tr><td>%s</td><td class=\"n\">%s</td><td class=\"n\">%s – "
            "%s</td><td>%s</td>"
            "<td>",
            spenn_assumption_keys[i].id,
            spenn_assumption_format(value, 40, i, m->assume.value[i]),
            spenn_assumption_format(low, 40, i, m->assume.low[i]),
            spenn_assumption_format(high, 40, i, m->assume.high[i]),
            (page->norwegian ? from_nb : from_en)[m->assume.from[i]]);
        spenn_page_text(page, m->assume.source[i]);
        (void)fputs("</td></tr>\n", page->out);
    }
    (void)fputs("</tbody></table>\n", page->out);
}

/* What the answer must be read with stands beside it. */
void spenn_page_notes(const struct spenn_page *page)
{
    const struct spenn_study *study = page->report->study;
    if (!study->note_count) {
        return;
    }
    (void)fprintf(page->out, "<h3>%s</h3>\n<ul>", spenn_page_say(page, "Merk", "Note"));
    for (int32_t i = 0; i < study->note_count; i++) {
        (void)fputs("<li>", page->out);
        spenn_page_text(
            page, page->norwegian ? study->note[i].text_nb : study->note[i].text_en);
        (void)fputs("</li>\n", page->out);
    }
    (void)fputs("</ul>\n", page->out);
}

void spenn_page_method(const struct spenn_page *page)
{
    const struct spenn_study *study = page->report->study;
    char duration[40], warm_up[40];
    spenn_page_heading(page, "method", "Hvordan det er gjort", "How it was made");
    (void)fprintf(page->out, "<p>%s: %d. %s: %s. %s: %s (%s). %s: %llu.</p>\n",
        spenn_page_say(page, "Replikasjoner", "Replications"), study->replications,
        spenn_page_say(page, "Vindu", "Window"),
        spenn_format_duration(duration, sizeof duration, study->duration),
        spenn_page_say(page, "Oppvarming", "Warm-up"),
        spenn_format_duration(warm_up, sizeof warm_up, study->warm_up),
        study->warm_up_auto ? "MSER" : spenn_page_say(page, "oppgitt", "given"),
        spenn_page_say(page, "Frø", "Seed"), (unsigned long long)study->seed);
    spenn_page_pilot(page);
    (void)fprintf(page->out, "<p class=\"small\">%s <code>",
        spenn_page_say(page, "Gjenta med:", "Repeat with:"));
    spenn_page_text(page, page->report->origin);
    (void)fputs("</code> (spenn " SPENN_VERSION ")</p>\n", page->out);
}
