/* SPDX-License-Identifier: MIT
 * The exchange for people: a paragraph, a table of the most congested, a table of what
 * links buy. */
#include "exchange_rows.h"

#include <math.h>
#include <string.h>

struct page {
    const struct spenn_exchange_answer *a;
    bool norwegian;
    FILE *out;
    struct spenn_arena *memory;
};

static const char *say(const struct page *p, const char *nb, const char *en)
{
    return p->norwegian ? nb : en;
}

/* "12.3", with a comma in Norwegian. */
static const char *percents(const struct page *p, double share)
{
    char text[32];
    (void)snprintf(text, sizeof text, "%.1f", share * 100);
    char *point = strchr(text, '.');
    if (point && p->norwegian) {
        *point = ',';
    }
    return spenn_arena_text(p->memory, text);
}

static const char *percent(const struct page *p, double share)
{
    return spenn_arena_format(p->memory, "%s %%", percents(p, share));
}

static const char *around(const struct page *p, double mean, double sd)
{
    return sd >= 0.0005
        ? spenn_arena_format(p->memory, "%s ± %s %%", percents(p, mean), percents(p, sd))
        : percent(p, mean);
}

static const char *name_of(const struct page *p, spenn_id u)
{
    const struct spenn_units *units = &p->a->m->units;
    const char *name =
        !p->norwegian && units->name_en[u] ? units->name_en[u] : units->name[u];
    return name ? name : units->id[u];
}

static spenn_id most_congested(const struct page *p, int which)
{
    const double *congestion = p->a->congestion[which];
    spenn_id most = 0;
    for (spenn_id u = 1; u < p->a->m->units.count; u++) {
        most = congestion[u] > congestion[most] + 1e-12 ? u : most;
    }
    return most;
}

static const char *reach(const struct page *p)
{
    return spenn_arena_format(p->memory, "%g", p->a->query.reach);
}

static int32_t count_roots(const struct spenn_model *m)
{
    int32_t roots = 0;
    for (spenn_id u = 0; u < m->units.count; u++) {
        roots += m->units.parent[u] == SPENN_NONE;
    }
    return roots;
}

static void put_head(const struct page *p)
{
    const struct spenn_exchange_answer *a = p->a;
    spenn_id near = most_congested(p, SPENN_NEAR), any = a->order[0];
    spenn_sheet_sentence(p->out,
        spenn_arena_format(p->memory,
            say(p,
                "Alle sender like mange meldinger, langs linja og egne lenker. Går de "
                "til "
                "dem som er nær (ξ = %s), må flest innom %s: %s av alle. Når alle spør "
                "alle, må flest innom %s: %s.",
                "Everybody sends as many messages, along the line and own links. If they "
                "go to those near by (ξ = %s), most pass %s: %s of all. When anybody "
                "asks "
                "anybody, most pass %s: %s."),
            reach(p), name_of(p, near), percent(p, a->congestion[SPENN_NEAR][near]),
            name_of(p, any), percent(p, a->congestion[SPENN_ANYBODY][any])));
    int32_t roots = count_roots(a->m);
    if (roots > 1) {
        spenn_sheet_sentence(p->out,
            spenn_arena_format(p->memory,
                say(p,
                    "%d enheter har ingen over seg. De gir meldinger rett til hverandre.",
                    "%d units have nobody above them. They hand messages straight to "
                    "each other."),
                roots));
    }
    (void)fputc('\n', p->out);
}

static bool print(struct spenn_sheet *sheet, const struct page *p)
{
    bool ok = spenn_sheet_print(sheet, SPENN_TEXT, p->out);
    spenn_sheet_free(sheet);
    return ok;
}

static bool put_congested(const struct page *p)
{
    static const char *const nb[] = {
        "nr", "alle spør alle", "nær", "holder sammen uten", "enhet"};
    static const char *const en[] = {"no", "anybody", "near by", "holds without", "unit"};
    const struct spenn_exchange_answer *a = p->a;
    struct spenn_sheet sheet = {
        .columns = 5, .title = p->norwegian ? nb : en, .numeric = 15};
    for (int32_t k = 0; k < a->query.remove; k++) {
        const char **cell = spenn_sheet_add(&sheet);
        spenn_id u = a->order[k];
        cell[0] = spenn_arena_format(p->memory, "%d", k + 1);
        cell[1] = percent(p, a->congestion[SPENN_ANYBODY][u]);
        cell[2] = percent(p, a->congestion[SPENN_NEAR][u]);
        cell[3] = percent(p, a->holds[SPENN_ANYBODY][k + 1]);
        cell[4] = name_of(p, u);
    }
    return print(&sheet, p);
}

static void add_bought(const struct page *p, struct spenn_sheet *sheet,
    const struct spenn_bought *bought, const char *title)
{
    const char **cell = spenn_sheet_add(sheet);
    cell[0] = spenn_arena_format(p->memory, "%d", bought->links);
    cell[1] = around(p, bought->most[SPENN_ANYBODY], bought->most_sd[SPENN_ANYBODY]);
    cell[2] = around(p, bought->most[SPENN_NEAR], bought->most_sd[SPENN_NEAR]);
    cell[3] = around(p, bought->holds[SPENN_ANYBODY], bought->holds_sd[SPENN_ANYBODY]);
    cell[4] = title;
}

static bool put_bought(const struct page *p)
{
    static const char *const nb[] = {
        "lenker til", "alle spør alle", "nær", "holder sammen", "slik"};
    static const char *const en[] = {
        "more links", "anybody", "near by", "holds", "which"};
    const struct spenn_exchange_answer *a = p->a;
    struct spenn_sheet sheet = {
        .columns = 5, .title = p->norwegian ? nb : en, .numeric = 15};
    (void)fputc('\n', p->out);
    spenn_sheet_sentence(p->out,
        spenn_arena_format(p->memory,
            say(p,
                "Flere lenker: andelen innom den som flest må innom, og hva som holder "
                "sammen uten de %d mest belastede. Trukket: snitt av %d ± standardavvik. "
                "Valgt: én og én lenke "
                "nær den mest belastede.",
                "More links: the share that pass the most congested, and what holds "
                "without the %d most congested. Drawn: mean of %d ± standard deviation. "
                "Chosen: one link at a "
                "time near the most congested."),
            a->query.remove, a->query.draws));
    (void)fputc('\n', p->out);
    add_bought(p, &sheet, &a->now, say(p, "Som i dag", "As it is"));
    for (int32_t c = 0; c < spenn_link_class_count; c++) {
        const struct spenn_link_class *class = &spenn_link_classes[c];
        add_bought(p, &sheet, &a->drawn[c], say(p, class->title_nb, class->title_en));
    }
    if (a->chose) {
        add_bought(p, &sheet, &a->chosen, say(p, "Valgt", "Chosen"));
    }
    return print(&sheet, p);
}

static void put_chosen(const struct page *p)
{
    const struct spenn_exchange *x = &p->a->exchange;
    const char *text = "";
    for (int32_t i = p->a->there; i < x->links; i++) {
        text = spenn_arena_format(p->memory, "%s%s%s – %s", text, *text ? "; " : "",
            name_of(p, x->a[i]), name_of(p, x->b[i]));
    }
    (void)fputc('\n', p->out);
    spenn_sheet_sentence(p->out,
        !p->a->chose ? say(
            p, "For mange par til å velge blant.", "Too many pairs to choose among.")
                     : spenn_arena_format(p->memory, "%s: %s.", say(p, "Valgt", "Chosen"),
                         *text ? text : say(p, "ingen hjelper", "none helps")));
}

bool spenn_exchange_text(
    const struct spenn_exchange_answer *answer, bool norwegian, FILE *out)
{
    struct spenn_arena memory = {0};
    struct page page = {answer, norwegian, out, &memory};
    if (answer->now.most[SPENN_ANYBODY] < 1e-12) {
        spenn_sheet_sentence(out,
            say(&page, "Alle når alle direkte: ingen meldinger må innom andre.",
                "Everybody reaches everybody directly: no message passes others."));
        return !ferror(out);
    }
    put_head(&page);
    bool ok = answer->query.remove == 0 || put_congested(&page);
    if (answer->query.links > 0) {
        ok = put_bought(&page) && ok;
        put_chosen(&page);
    }
    spenn_arena_free(&memory);
    return ok;
}
