/* SPDX-License-Identifier: MIT
 * An exploration for a terminal of 80 columns: what would change the answers, then each
 * expectation with its shares as bars, what it hangs on and the rule. */
#include "explore_words.h"
#include "terminal.h"

#include "text.h"

#include <math.h>
#include <string.h>

enum { bar_columns = 40, label_columns = 24, most_deciding = 3, name_columns = 22 };

struct sheet {
    struct spenn_words_of words;
    struct spenn_terminal terminal;
};

static const char *say(const struct sheet *sheet, const char *nb, const char *en)
{
    return spenn_words_say(&sheet->words, nb, en);
}

static void print_head(struct sheet *sheet)
{
    const struct spenn_exploration *x = sheet->words.x;
    const struct spenn_scenario *scenario = x->scenario;
    struct spenn_arena *memory = &sheet->words.memory;
    bool english = !sheet->words.norwegian && scenario->title_en;
    spenn_terminal_wrap(
        &sheet->terminal, english ? scenario->title_en : scenario->title, 2);
    spenn_terminal_wrap(&sheet->terminal,
        spenn_arena_format(memory,
            say(sheet,
                "%d forutsetninger er variert over spennene sine, og likeså hvilke "
                "saker som kommer: %d punkter, %d replikasjoner hver, frø %llu",
                "%d assumptions moved over their ranges, and which cases come: %d "
                "points, "
                "%d replications each, seed %llu"),
            x->inputs - 1, 2 * x->options.points, x->options.replications,
            (unsigned long long)x->options.seed),
        3);
    if (x->interrupted) {
        spenn_terminal_put(&sheet->terminal,
            say(sheet, "Ikke ferdig: bare det som er regnet, er med.",
                "Not finished: only what has been evaluated is counted."));
    }
}

/* Adds "drift (5)" for every input that decides so many. */
static const char *add_deciding(struct sheet *sheet, const char *text, int32_t count)
{
    const struct spenn_exploration *x = sheet->words.x;
    for (int32_t i = 0; i + 1 < x->inputs; i++) {
        if (spenn_words_decides(&sheet->words, i) == count) {
            text = spenn_arena_format(&sheet->words.memory, "%s%s%s (%d)", text,
                *text ? ", " : "", x->input[i].name, count);
        }
    }
    return text;
}

/* "drift (5), calibration (2)", the most first. */
static const char *deciding_of_all(struct sheet *sheet, int32_t tells)
{
    const char *text = "";
    for (int32_t count = tells; count > 0; count--) {
        text = add_deciding(sheet, text, count);
    }
    return text;
}

static int32_t count_tells(const struct sheet *sheet, bool moving)
{
    int32_t count = 0;
    for (int32_t q = 0; q < sheet->words.summary->count; q++) {
        count += spenn_words_tells(&sheet->words, q)
            && !(moving && spenn_words_is_same(&sheet->words, q));
    }
    return count;
}

/* What would change the answers: how many hold everywhere, and what the others hang on.
 */
static void print_box(struct sheet *sheet)
{
    int32_t tells = count_tells(sheet, false), moving = count_tells(sheet, true);
    struct spenn_arena *memory = &sheet->words.memory;
    spenn_terminal_put(&sheet->terminal, "");
    if (tells == 0) {
        spenn_terminal_put(&sheet->terminal,
            say(sheet, "Ingen forventning her følger av samspillet.",
                "No expectation here emerges from the whole."));
        return;
    }
    const char *deciding = deciding_of_all(sheet, tells);
    spenn_terminal_wrap(&sheet->terminal,
        spenn_arena_format(memory,
            say(sheet,
                "Hva ville endret svarene: %d av %d utfall som følger av samspillet, er "
                "uendret i hele rommet%s%s%s",
                tells - moving == 1
                    ? "What would change the answers: %d of %d emergent verdicts is the "
                      "same in the whole space%s%s%s"
                    : "What would change the answers: %d of %d emergent verdicts are the "
                      "same in the whole space%s%s%s"),
            tells - moving, tells,
            *deciding ? say(sheet,
                "; det som avgjør (for hvor mange): ", "; what decides (of how many): ")
                      : "",
            deciding, *deciding ? "" : "."),
        6);
}

static const char *bar(struct sheet *sheet, double share)
{
    int32_t columns = (int32_t)(share * bar_columns + 0.5);
    const char *text = columns ? "" : "▏";
    for (int32_t i = 0; i < columns; i++) {
        text = spenn_arena_format(&sheet->words.memory, "%s█", text);
    }
    return text;
}

static void print_shares(struct sheet *sheet, const struct spenn_space_answer *answer)
{
    struct spenn_arena *memory = &sheet->words.memory;
    for (int32_t v = 0; v < SPENN_VERDICTS; v++) {
        double share = spenn_space_share(answer, v);
        if (!(share > 0)) {
            continue;
        }
        const char *label = spenn_terminal_cell(
            memory, spenn_words_verdict(&sheet->words, v), label_columns, false);
        const char *per_cent = spenn_terminal_cell(
            memory, spenn_words_percent(&sheet->words, share), 7, true);
        spenn_terminal_put(&sheet->terminal,
            spenn_arena_format(memory, "  %s%s  %s", label, per_cent, bar(sheet, share)));
    }
    if (answer->invalid) {
        spenn_terminal_put(&sheet->terminal,
            spenn_arena_format(memory,
                say(sheet, "  kan ikke gjennomføres i %d punkter",
                    "  cannot be carried out at %d points"),
                answer->invalid));
    }
}

static const char *decimals(struct sheet *sheet, double value)
{
    /* an estimate may lie above all of it */
    return spenn_arena_format(&sheet->words.memory, "%.2f", fmin(value, 1) + 0.0);
}

/* "drift  0.52 (0.45 to 0.61)" */
static const char *deciding_text(
    struct sheet *sheet, const struct spenn_space_answer *answer, int32_t i)
{
    const struct spenn_exploration *x = sheet->words.x;
    struct spenn_arena *memory = &sheet->words.memory;
    const char *name = spenn_terminal_cell(memory, x->input[i].name, name_columns, false);
    int32_t j = spenn_words_matter(&sheet->words, i);
    if (answer->by == SPENN_BY_INDICES && j >= 0) {
        const struct spenn_sobol_index *index =
            &x->core.indices[answer->outcome].index[j];
        return spenn_arena_format(memory, "%s %s (%s %s %s)", name,
            decimals(sheet, index->total), decimals(sheet, index->total_low),
            say(sheet, "til", "to"), decimals(sheet, index->total_high));
    }
    return spenn_arena_format(memory, "%s %+.2f", name, answer->correlation[i]);
}

/* A text with a hanging indent of two columns. */
static void print_indented(struct sheet *sheet, const char *text)
{
    struct spenn_arena *memory = &sheet->words.memory;
    while (*text) {
        size_t end = 0, next = 0;
        do {
            end = next;
            next += strspn(text + next, " ");
            next += strcspn(text + next, " ");
        } while (end != next
            && spenn_text_width(spenn_arena_bytes(memory, text, next))
                <= spenn_terminal_width - 2);
        end = end ? end : next;
        spenn_terminal_put(&sheet->terminal,
            spenn_arena_format(memory, "  %s", spenn_arena_bytes(memory, text, end)));
        text += end;
        text += strspn(text, " ");
    }
}

static void print_deciding(struct sheet *sheet, int32_t q)
{
    const struct spenn_space_answer *answer = &sheet->words.summary->answer[q];
    const struct spenn_core *core = &sheet->words.x->core;
    struct spenn_arena *memory = &sheet->words.memory;
    const char *by = answer->by == SPENN_BY_INDICES
        ? say(
            sheet, "del av variasjonen, støygulv", "share of the variation, noise floor")
        : say(sheet, "rangkorrelasjon, støygulv", "rank correlation, noise floor");
    if (answer->by == SPENN_BY_NOTHING) {
        return;
    }
    double floor_at = answer->by == SPENN_BY_INDICES
        ? core->indices[answer->outcome].index[core->mattering - 1].total
        : answer->beyond;
    print_indented(sheet,
        spenn_arena_format(memory, "%s (%s %s)%s",
            spenn_space_tells(sheet->words.x, answer)
                ? say(sheet, "om det kan sammenlignes, avhenger av",
                    "whether it can be compared hangs on")
                : say(sheet, "tallet avhenger av", "the number hangs on"),
            by, decimals(sheet, floor_at),
            answer->deciding_count
                ? ":"
                : say(sheet, ": ingenting over gulvet", ": nothing above it")));
    for (int32_t d = 0; d < answer->deciding_count && d < most_deciding; d++) {
        spenn_terminal_put(&sheet->terminal,
            spenn_arena_format(
                memory, "    %s", deciding_text(sheet, answer, answer->deciding[d])));
    }
}

static void print_expectation(struct sheet *sheet, int32_t q)
{
    struct spenn_words_of *words = &sheet->words;
    const struct spenn_space_answer *answer = &words->summary->answer[q];
    const char *claims = spenn_words_claims(words, q);
    const char *rule = spenn_words_rule(words, q);
    spenn_terminal_put(&sheet->terminal, "");
    spenn_terminal_wrap(&sheet->terminal,
        spenn_arena_format(&words->memory, "%s%s%s", claims, *claims ? " " : "",
            spenn_words_expectation(words, q, false)),
        3);
    print_shares(sheet, answer);
    print_deciding(sheet, q);
    if (rule) {
        print_indented(sheet,
            spenn_arena_format(&words->memory, "%s: %s %s", say(sheet, "regel", "rule"),
                rule, spenn_words_rule_score(words, q)));
    }
}

/* Where nothing changes there is nothing to explain. */
static void print_same(struct sheet *sheet)
{
    struct spenn_words_of *words = &sheet->words;
    bool first = true;
    for (int32_t q = 0; q < words->summary->count; q++) {
        if (!spenn_words_tells(words, q) || !spenn_words_is_same(words, q)) {
            continue;
        }
        if (first) {
            spenn_terminal_put(&sheet->terminal, "");
            spenn_terminal_put(&sheet->terminal,
                say(sheet, "Uendret i hele rommet:", "The same in the whole space:"));
        }
        first = false;
        const char *claims = spenn_words_claims(words, q);
        print_indented(sheet,
            spenn_arena_format(&words->memory, "%s%s%s: %s", claims, *claims ? " " : "",
                spenn_words_expectation(words, q, false),
                spenn_words_verdict(words,
                    words->summary->answer[q].main < 0
                        ? SPENN_UNDECIDED
                        : words->summary->answer[q].main)));
    }
}

bool spenn_report_explore(const struct spenn_exploration *x,
    const struct spenn_summary *summary, const char *lang, FILE *out)
{
    struct sheet sheet = {.words = {x, summary, strcmp(lang, "nb") == 0, {0}},
        .terminal = {.out = out, .left = INT32_MAX}};
    print_head(&sheet);
    print_box(&sheet);
    for (int32_t q = 0; q < summary->count; q++) {
        if (spenn_words_tells(&sheet.words, q) && !spenn_words_is_same(&sheet.words, q)) {
            print_expectation(&sheet, q);
        }
    }
    print_same(&sheet);
    spenn_terminal_put(&sheet.terminal, "");
    spenn_terminal_wrap(&sheet.terminal, spenn_words_caution(&sheet.words), 2);
    spenn_terminal_wrap(&sheet.terminal, spenn_words_left_out(&sheet.words), 3);
    spenn_arena_free(&sheet.words.memory);
    return !ferror(out);
}
