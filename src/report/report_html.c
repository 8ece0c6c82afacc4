/* SPDX-License-Identifier: MIT
 * One file that opens from disk and can be mailed: no script, nothing fetched, charts as
 * data. The order is that of a reader: question, answer, pictures, numbers, doubts. */
#include "html.h"
#include "spelling.h"

#include <string.h>

static const char style[] =
    "body{font:16px/1.5 Arial,'Liberation Sans',Helvetica,sans-serif;color:#1F2933;"
    "max-width:68rem;margin:2rem auto;padding:0 1rem;background:#fff}"
    "h1{font-size:1.8rem;line-height:1.2;margin:0 0 .3rem}"
    "h2{font-size:1.25rem;margin:2.2rem 0 .5rem;border-bottom:2px solid #DCEAF5}"
    "h3{font-size:1rem;margin:1.2rem 0 .3rem}"
    ".lead{font-size:1.1rem;color:#3B4754}.small{font-size:.85rem;color:#4A5560}"
    "table{border-collapse:collapse;width:100%;font-size:.92rem;margin:.5rem 0}"
    "caption{text-align:left;color:#4A5560;padding:.2rem 0}"
    "th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #DCE3E9;"
    "vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;"
    "white-space:nowrap}tbody th{font-weight:normal}"
    "figure{margin:1rem 0;overflow-x:auto}figure img{width:100%;height:auto;"
    "border:1px solid "
    "#DCE3E9;box-sizing:border-box}figcaption{font-weight:bold;margin-bottom:.3rem}"
    ".v{display:inline-block;padding:0 .5rem;border:1.5px solid;border-radius:.3rem;"
    "font-weight:bold;white-space:nowrap}"
    ".v0{color:#005A38;border-color:#007A54;background:#E3F6EE}"
    ".v1{color:#7A2E00;border-color:#B84400;background:#FDEBDD}"
    ".v2,.v3,.v4,.v5{color:#3B4754;border-color:#6B7680;background:#F4F5F6}"
    ".box{border:1px solid #DCE3E9;border-left:5px solid #123B5D;background:#F7F9FB;"
    "padding:.2rem 1rem .6rem;margin:1.5rem 0}.box h2{margin-top:.6rem}"
    ".v3{border-style:dashed}details{margin:.5rem 0}summary{cursor:pointer}"
    "ul.tree{list-style:none;padding-left:1.2rem;border-left:1px solid #CBD3DA}"
    "@media (max-width:48rem){table{display:block;overflow-x:auto}"
    "caption{display:block}td:last-child{min-width:14rem}figure img{min-width:40rem}}"
    "@media "
    "print{body{margin:0;max-width:none}details{display:block}h2{break-after:avoid}"
    "figure,tr{break-inside:avoid}}";

const char *spenn_page_say(const struct spenn_page *page, const char *nb, const char *en)
{
    return page->norwegian ? nb : en;
}

void spenn_page_text(const struct spenn_page *page, const char *text)
{
    for (; text && *text; text++) {
        switch (*text) {
        case '&':
            (void)fputs("&amp;", page->out);
            break;
        case '<':
            (void)fputs("&lt;", page->out);
            break;
        case '>':
            (void)fputs("&gt;", page->out);
            break;
        case '"':
            (void)fputs("&quot;", page->out);
            break;
        case '\'':
            (void)fputs("&#39;", page->out);
            break;
        default:
            (void)fputc(*text, page->out);
        }
    }
}

void spenn_page_small(const struct spenn_page *page, const char *text)
{
    bool capitals = text[0] && text[1] >= 'A' && text[1] <= 'Z';
    bool large = *text >= 'A' && *text <= 'Z' && !capitals;
    char first[] = {(char)(large ? *text - 'A' + 'a' : *text), '\0'};
    spenn_page_text(page, large ? first : "");
    spenn_page_text(page, text + large);
}

void spenn_page_heading(
    const struct spenn_page *page, const char *id, const char *nb, const char *en)
{
    (void)fprintf(page->out, "<h2 id=\"%s\">%s</h2>\n", id, spenn_page_say(page, nb, en));
}

const char *spenn_page_alternative(const struct spenn_page *page, int32_t a)
{
    const struct spenn_scenario *scenario = page->report->study->scenario;
    if (a < 0) {
        return spenn_page_say(page, "i dag", "today");
    }
    const struct spenn_alternative *alternative = &scenario->alternative[a];
    return !page->norwegian && alternative->name_en ? alternative->name_en
                                                    : alternative->name;
}

const char *spenn_page_measure(
    const struct spenn_page *page, const struct spenn_measure *measure)
{
    return page->norwegian ? measure->title_nb : measure->title_en;
}

const char *spenn_page_unit(
    const struct spenn_page *page, const struct spenn_measure *measure)
{
    return page->norwegian ? spenn_unit_norwegian(measure->unit) : measure->unit;
}

struct ids {
    int32_t count;
    const char **id, **name, **name_en;
};

static int32_t row_of(const struct ids *table, const char *id)
{
    int32_t row = 0;
    while (row < table->count && strcmp(table->id[row], id) != 0) {
        row++;
    }
    return row < table->count ? row : -1;
}

const char *spenn_page_subject(const struct spenn_page *page, const char *id)
{
    const struct spenn_model *m = page->report->study->baseline;
    const struct ids tables[] = {
        {m->forums.count, m->forums.id, m->forums.name, m->forums.name_en},
        {m->tasks.count, m->tasks.id, m->tasks.name, m->tasks.name_en},
        {m->units.count, m->units.id, m->units.name, m->units.name_en}};
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        int32_t row = row_of(&tables[t], id);
        if (row >= 0) {
            const char *en = tables[t].name_en[row], *nb = tables[t].name[row];
            return !page->norwegian && en ? en : nb ? nb : id;
        }
    }
    return id; /* of a desk, or new */
}

static void paragraph(
    const struct spenn_page *page, const char *class, const char *label, const char *text)
{
    if (!text || !*text) {
        return;
    }
    (void)fprintf(page->out, "<p class=\"%s\">%s", class, label);
    spenn_page_text(page, text);
    (void)fputs("</p>\n", page->out);
}

static const char *title_of(const struct spenn_page *page)
{
    const struct spenn_scenario *scenario = page->report->study->scenario;
    const char *title =
        !page->norwegian && scenario->title_en ? scenario->title_en : scenario->title;
    return title ? title : scenario->id;
}

void spenn_page_head(const struct spenn_page *page, const char *title)
{
    (void)fprintf(page->out,
        "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'; img-src data:\">\n<title>",
        page->norwegian ? "nb" : "en");
    spenn_page_text(page, title);
    (void)fprintf(page->out, "</title>\n<style>%s</style>\n</head>\n<body>\n", style);
}

static void opening(const struct spenn_page *page)
{
    const struct spenn_study *study = page->report->study;
    const struct spenn_scenario *scenario = study->scenario;
    const struct spenn_model *m = study->baseline;
    (void)fputs("<header>\n<h1>", page->out);
    spenn_page_text(page, title_of(page));
    (void)fputs("</h1>\n", page->out);
    paragraph(page, "lead", "",
        !page->norwegian && scenario->question_en ? scenario->question_en
                                                  : scenario->question);
    paragraph(page, "small", spenn_page_say(page, "Virksomhet: ", "Organization: "),
        !page->norwegian && m->name_en ? m->name_en : m->name);
    paragraph(
        page, "small", spenn_page_say(page, "Kilde: ", "Source: "), scenario->source);
    if (study->interrupted) {
        paragraph(page, "lead", "",
            spenn_page_say(page,
                "Kjøringen ble avbrutt; bare fullførte replikasjoner er med.",
                "The run was interrupted; only finished replications are counted."));
    }
    (void)fputs("</header>\n<main>\n", page->out);
}

bool spenn_report_html(const struct spenn_report *report, FILE *out)
{
    const struct spenn_page page = {out, report, strcmp(report->lang, "nb") == 0};
    spenn_page_head(&page, title_of(&page));
    opening(&page);
    spenn_page_verdicts(&page);
    spenn_page_turns(&page);
    spenn_page_notes(&page);
    spenn_page_unrepresented(&page);
    spenn_page_charts(&page);
    spenn_page_comparison(&page);
    spenn_page_paths(&page);
    spenn_page_changes(&page);
    spenn_page_assumptions(&page);
    spenn_page_method(&page);
    (void)fputs("</main>\n</body>\n</html>\n", out);
    return !ferror(out);
}
