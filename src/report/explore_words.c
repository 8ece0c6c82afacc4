/* SPDX-License-Identifier: MIT */
#include "explore_words.h"

#include "quantity.h"

#include <math.h>
#include <string.h>

const char *spenn_words_say(
    const struct spenn_words_of *words, const char *nb, const char *en)
{
    return words->norwegian ? nb : en;
}

const char *spenn_words_verdict(const struct spenn_words_of *words, int32_t verdict)
{
    return spenn_verdict_text(verdict, words->norwegian);
}

const char *spenn_words_claims(struct spenn_words_of *words, int32_t q)
{
    const struct spenn_scenario *scenario = words->x->scenario;
    const char *claims = "";
    for (int32_t i = q; i < scenario->expect_count; i++) {
        const char *claim = scenario->expect[i].claim;
        if ((i == q || words->summary->answer[i].same_as == q) && *claim) {
            claims = *claims ? spenn_arena_format(&words->memory, "%s, %s", claims, claim)
                             : claim;
        }
    }
    return claims;
}

struct named { /* a table of the model */
    int32_t count;
    const char **id, **name, **name_en;
};

static int32_t row_named(const struct named *table, const char *id)
{
    int32_t row = 0;
    while (row < table->count && strcmp(table->id[row], id) != 0) {
        row++;
    }
    return row < table->count ? row : -1;
}

static const char *subject_name(const struct spenn_words_of *words, const char *id)
{
    const struct spenn_model *m = words->x->model;
    const struct named tables[] = {
        {m->forums.count, m->forums.id, m->forums.name, m->forums.name_en},
        {m->tasks.count, m->tasks.id, m->tasks.name, m->tasks.name_en},
        {m->units.count, m->units.id, m->units.name, m->units.name_en}};
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        int32_t row = row_named(&tables[t], id);
        if (row >= 0) {
            const char *en = tables[t].name_en[row], *nb = tables[t].name[row];
            return !words->norwegian && en ? en : nb ? nb : id;
        }
    }
    return id;
}

/* A name is a sentence of its own, so it stands in quotes. */
static const char *alternative_name(struct spenn_words_of *words, int32_t a, bool names)
{
    if (a < 0) {
        return spenn_words_say(words, "i dag", "today");
    }
    const struct spenn_alternative *alternative = &words->x->scenario->alternative[a];
    const char *name = !words->norwegian && alternative->name_en ? alternative->name_en
                                                                 : alternative->name;
    return !names ? alternative->id
                  : spenn_arena_format(
                      &words->memory, spenn_words_say(words, "«%s»", "“%s”"), name);
}

const char *spenn_words_expectation(struct spenn_words_of *words, int32_t q, bool names)
{
    static const char *const nb[] = {"høyere", "lavere", "det samme"};
    static const char *const en[] = {"higher", "lower", "the same"};
    const struct spenn_expect *expect = &words->x->scenario->expect[q];
    const struct spenn_measure *measure = spenn_expected_measure(expect);
    const char *title = words->norwegian ? measure->title_nb : measure->title_en;
    bool same = expect->is == SPENN_SAME;
    const char *of = !expect->of ? NULL
        : names                  ? subject_name(words, expect->of)
                                 : expect->of;
    return spenn_arena_format(&words->memory, "%s%s%s%s%s %s %s %s %s %s",
        names ? title : measure->id, of ? " (" : "", of ? of : "", of ? ")" : "",
        spenn_words_say(words, " er", " is"), (words->norwegian ? nb : en)[expect->is],
        spenn_words_say(words, "i", "in"), alternative_name(words, expect->in, names),
        same ? spenn_words_say(words, "som", "as")
             : spenn_words_say(words, "enn", "than"),
        alternative_name(words, expect->than, names));
}

const char *spenn_words_value(struct spenn_words_of *words, int32_t i, double x)
{
    char near[40], exact[40];
    const struct spenn_input *input = &words->x->input[i];
    if (isnan(x)) {
        return "–";
    }
    (void)spenn_input_near(near, sizeof near, input, x);
    (void)spenn_input_show(exact, sizeof exact, input, x);
    /* 2h, not 0.267d */
    return spenn_arena_text(&words->memory, strlen(exact) < strlen(near) ? exact : near);
}

const char *spenn_words_percent(struct spenn_words_of *words, double share)
{
    if (isnan(share)) {
        return "–";
    }
    double per_cent = 100 * share;
    bool small = per_cent > 0 && per_cent < 0.5,
         nearly = per_cent < 100 && per_cent > 99.5;
    return small ? "< 1 %"
        : nearly ? "> 99 %"
                 : spenn_arena_format(&words->memory, "%ld %%", lround(per_cent));
}

/* "drift is under 0.3/y"; the other way round when negated. */
static const char *condition_text(
    struct spenn_words_of *words, const struct spenn_condition *condition, bool negated)
{
    int32_t i = condition->input;
    const char *cut = spenn_words_value(words, i, condition->cut);
    bool above = condition->above != negated;
    return spenn_arena_format(&words->memory, "%s %s %s", words->x->input[i].name,
        above ? spenn_words_say(words, "er minst", "is at least")
              : spenn_words_say(words, "er under", "is under"),
        cut);
}

static const char *box_text(
    struct spenn_words_of *words, const struct spenn_box *box, bool negated)
{
    const char *text = "";
    const char *between = negated ? spenn_words_say(words, " eller ", " or ")
                                  : spenn_words_say(words, " og ", " and ");
    for (int32_t c = 0; c < box->count; c++) {
        text = spenn_arena_format(&words->memory, "%s%s%s", text, c ? between : "",
            condition_text(words, &box->condition[c], negated));
    }
    return text;
}

const char *spenn_words_rule(struct spenn_words_of *words, int32_t q)
{
    const struct spenn_space_answer *answer = &words->summary->answer[q];
    const struct spenn_rule *rule = &answer->rule;
    if (answer->main < 0 || rule->state == SPENN_RULE_SAME) {
        return NULL;
    }
    const char *verdict = spenn_words_verdict(words, answer->main);
    if (rule->state != SPENN_RULE_FOUND) {
        return spenn_arena_format(&words->memory,
            spenn_words_say(words, "ingen enkel regel sier hvor utfallet er «%s»",
                "no simple rule tells where the verdict is '%s'"),
            verdict);
    }
    /* Mostly so: a reader wants the exceptions. */
    bool exceptions = rule->unless || (rule->boxes == 1 && rule->held.base >= 0.5);
    const char *text = "";
    for (int32_t b = 0; b < rule->boxes; b++) {
        text = spenn_arena_format(&words->memory, "%s%s%s", text,
            b ? spenn_words_say(words, ", eller der ", ", or where ") : "",
            box_text(words, &rule->box[b], exceptions && !rule->unless));
    }
    return spenn_arena_format(&words->memory, "%s %s %s", verdict,
        exceptions ? spenn_words_say(words, "med mindre", "unless")
                   : spenn_words_say(words, "der", "where"),
        text);
}

const char *spenn_words_rule_score(struct spenn_words_of *words, int32_t q)
{
    const struct spenn_rule *rule = &words->summary->answer[q].rule;
    if (rule->state != SPENN_RULE_FOUND) {
        return "";
    }
    const char *coverage = spenn_words_percent(words, rule->held.coverage);
    const char *density = spenn_words_percent(words, rule->held.density);
    const char *base = spenn_words_percent(words, rule->held.base);
    return spenn_arena_format(&words->memory,
        spenn_words_say(words, "(dekning %s, treffsikkerhet %s; uten regelen %s)",
            "(coverage %s, density %s; without the rule %s)"),
        coverage, density, base);
}

const char *spenn_words_shares(struct spenn_words_of *words, int32_t q)
{
    const struct spenn_space_answer *answer = &words->summary->answer[q];
    const char *text = "";
    for (int32_t v = 0; v < SPENN_VERDICTS; v++) {
        double share = spenn_space_share(answer, v);
        if (share > 0) {
            bool first = !*text;
            text = spenn_arena_format(&words->memory, "%s%s%s %s %s%s", text,
                first ? "" : ", ", spenn_words_verdict(words, v),
                spenn_words_say(words, "i", "in"), spenn_words_percent(words, share),
                first ? spenn_words_say(words, " av rommet", " of the space") : "");
        }
    }
    return text;
}

bool spenn_words_tells(const struct spenn_words_of *words, int32_t q)
{
    const struct spenn_expect *expect = &words->x->scenario->expect[q];
    return spenn_expected_class(expect) == SPENN_CLASS_EMERGENT
        && words->summary->answer[q].same_as < 0;
}

bool spenn_words_is_same(const struct spenn_words_of *words, int32_t q)
{
    const struct spenn_space_answer *answer = &words->summary->answer[q];
    bool same = false;
    for (int32_t v = 0; v < SPENN_VERDICTS; v++) {
        same = same || (answer->points && answer->count[v] == answer->points);
    }
    return same;
}

int32_t spenn_words_matter(const struct spenn_words_of *words, int32_t i)
{
    const struct spenn_core *core = &words->x->core;
    for (int32_t j = 0; j < core->mattering; j++) {
        if (core->matter[j] == i) {
            return j;
        }
    }
    return -1;
}

int32_t spenn_words_decides(const struct spenn_words_of *words, int32_t i)
{
    int32_t count = 0;
    for (int32_t q = 0; q < words->summary->count; q++) {
        const struct spenn_space_answer *answer = &words->summary->answer[q];
        for (int32_t d = 0; d < answer->deciding_count && spenn_words_tells(words, q);
             d++) {
            count += answer->deciding[d] == i;
        }
    }
    return count;
}

const char *spenn_words_caution(const struct spenn_words_of *words)
{
    return spenn_words_say(words,
        "Andelene gjelder rommet av forutsetninger slik det er gitt (jevnt fordelt over "
        "spennene); de er ikke sannsynligheter.",
        "Shares are of the space of assumptions as given (uniform over the ranges), not "
        "probabilities.");
}

const char *spenn_words_left_out(struct spenn_words_of *words)
{
    const struct spenn_scenario *scenario = words->x->scenario;
    const char *list = "";
    for (int32_t v = 0; v < scenario->vary_count; v++) {
        struct spenn_input input;
        if (!spenn_input_vary(words->x->model, &scenario->vary[v], &input)) {
            list = spenn_arena_format(&words->memory, "%s%s%s", list, *list ? ", " : "",
                scenario->vary[v].path);
        }
    }
    return !*list ? list
                  : spenn_arena_format(&words->memory,
                      spenn_words_say(words,
                          "Utelatt fra 'vary', for det kan ikke flyttes som et tall: %s.",
                          "Left out of 'vary', as it cannot be moved as a number: %s."),
                      list);
}
