/* SPDX-License-Identifier: MIT
 * Organizations nobody would draw by hand: trees, kinds, sectors, forums and lines at
 * random (a fixed generator), and changes between two of them. All must pass the lint. */
#include "unit.h"

#include "drawn.h"

#include <inttypes.h>

struct dice {
    uint64_t state;
};

static int32_t roll(struct dice *dice, int32_t sides)
{
    dice->state = dice->state * 6364136223846793005u + 1442695040888963407u;
    return (int32_t)((dice->state >> 33) % (uint64_t)sides);
}

static const char *const words[] = {"Avdeling", "for", "tilsyn", "kontroll",
    "samfunnssikkerhet", "og", "IKT", "innovasjons- og utviklingsavdelingen", "Øst", "1",
    "barnehage", "pleie/omsorg"};
enum { word_count = sizeof words / sizeof *words };

static const char *units(struct drawn *d, struct dice *dice, int32_t count)
{
    const char *text = "  - {id: u0, name: Direktør, kind: executive}\n";
    int32_t reach = 1 + roll(dice, count);
    for (int32_t i = 1; i < count; i++) {
        int32_t kind = roll(dice, SPENN_KIND_COUNT - 3) + 3; /* not above the leader */
        int32_t parent = i > reach ? i - 1 - roll(dice, reach) : roll(dice, i);
        text = spenn_arena_format(&d->memory,
            "%s  - {id: u%d, kind: %s, reports-to: u%d, sector: s%d, name: '%s %s "
            "%s'%s}\n",
            text, (int)i, spenn_kinds.file[kind], (int)parent, (int)roll(dice, 5),
            words[roll(dice, word_count)], words[roll(dice, word_count)],
            words[roll(dice, word_count)],
            roll(dice, 4) ? "" : ", fte: 12, leaders: 3, status: vacant");
    }
    return text;
}

static const char *relations(struct drawn *d, struct dice *dice, int32_t count)
{
    static const char *const kinds[] = {
        "leadership-group", "extended", "network", "leadership-group"};
    const char *text = "forums:\n";
    for (int32_t f = 0; f < 4; f++) {
        int32_t chair = f ? roll(dice, count) : 0;
        text = spenn_arena_format(&d->memory,
            "%s  - {id: f%d, name: 'Forum %d', kind: %s, chair: u%d, members: [", text,
            (int)f, (int)f, kinds[f], (int)chair);
        bool reports = roll(dice, 2);
        for (int32_t i = 0; i < count; i++) {
            if (reports ? i > 0 && i < 8 : roll(dice, 3) == 0) {
                text = spenn_arena_format(&d->memory, "%su%d, ", text, (int)i);
            }
        }
        text = spenn_arena_format(&d->memory, "%su%d]}\n", text, (int)chair);
    }
    int32_t from = roll(dice, count);
    return count < 4
        ? text
        : spenn_arena_format(&d->memory,
            "%slines:\n"
            "  - {kind: professional, from: u%d, to: [u%d, u%d]}\n",
            text, (int)from, (int)((from + 1) % count), (int)((from + 2) % count));
}

static void draw_any(uint64_t seed)
{
    struct drawn d = {0};
    struct dice dice = {seed};
    int32_t count = 2 + roll(&dice, seed % 7 ? 40 : 300);
    const char *tree = units(&d, &dice, count), *rest = relations(&d, &dice, count);
    drawn_read(&d, &d.model, spenn_arena_format(&d.memory, "%s%s", tree, rest));
    spenn_chart_draw(&d.model, NULL, &(struct spenn_chart_options){0}, &d.chart);
    lint(&d.chart, &d.model);
    drawn_free(&d);
}

static void any_organization_gives_a_clean_chart(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 300; seed++) {
        print_message("%s%" PRIu64, seed % 20 == 1 ? "\nseed " : " ", seed);
        draw_any(seed);
    }
    print_message("\n");
}

static void any_two_organizations_give_a_clean_before_and_after(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct drawn d = {0};
        struct dice dice = {seed};
        print_message("%s%" PRIu64, seed % 20 == 1 ? "\nseed " : " ", seed);
        drawn_read(&d, &d.base, units(&d, &dice, 5 + roll(&dice, 30)));
        drawn_read(&d, &d.model, units(&d, &dice, 5 + roll(&dice, 30)));
        spenn_chart_draw(&d.model, &d.base, &(struct spenn_chart_options){0}, &d.chart);
        lint(&d.chart, &d.model);
        drawn_free(&d);
    }
    print_message("\n");
}

/* A unit, some layers, the leadership; before and after; and as a book, in which every
 * unit is. */
static void any_part_of_an_organization_gives_a_clean_chart(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 150; seed++) {
        struct drawn d = {0};
        struct dice dice = {seed};
        int32_t count = 5 + roll(&dice, 60);
        print_message("%s%" PRIu64, seed % 20 == 1 ? "\nseed " : " ", seed);
        const char *tree = units(&d, &dice, count), *rest = relations(&d, &dice, count);
        drawn_read(&d, &d.model, spenn_arena_format(&d.memory, "%s%s", tree, rest));
        drawn_read(&d, &d.base, units(&d, &dice, count));
        struct spenn_chart_options options = {
            .root = spenn_arena_format(&d.memory, "u%d", (int)roll(&dice, count)),
            .layers = roll(&dice, 4),
            .leadership = seed % 5 == 0,
            .paper = roll(&dice, 3),
            .portrait = roll(&dice, 2)};
        spenn_chart_draw(&d.model, seed % 2 ? &d.base : NULL, &options, &d.chart);
        lint_part(&d.chart);
        drawn_free(&d);
    }
    print_message("\n");
}

static void any_organization_gives_a_book_with_every_unit(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct drawn d = {0};
        struct dice dice = {seed};
        struct spenn_book book = {0};
        struct spenn_index seen = {0};
        int32_t count = 5 + roll(&dice, 700);
        print_message("%s%" PRIu64, seed % 20 == 1 ? "\nseed " : " ", seed);
        drawn_read(&d, &d.model, units(&d, &dice, count));
        spenn_chart_book(&d.model, NULL,
            &(struct spenn_chart_options){.portrait = roll(&dice, 2)}, &book);
        for (int32_t i = 0; i < book.pages; i++) {
            lint_part(&book.page[i]);
            for (int32_t b = 0; b < book.page[i].boxes; b++) {
                spenn_index_add(&d.memory, &seen, book.page[i].box[b].id, b);
            }
        }
        for (spenn_id u = 0; u < count; u++) {
            const char *id = spenn_arena_format(&d.memory, "u-%s", d.model.units.id[u]);
            bool found = spenn_index_find(&seen, id) >= 0;
            for (int32_t i = 0; i < book.pages && !found; i++) {
                found = drawn_inside(&book.page[i], &d.model, u);
            }
            assert_true(found);
        }
        spenn_book_free(&book);
        drawn_free(&d);
    }
    print_message("\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_organization_gives_a_clean_chart),
        cmocka_unit_test(any_two_organizations_give_a_clean_before_and_after),
        cmocka_unit_test(any_part_of_an_organization_gives_a_clean_chart),
        cmocka_unit_test(any_organization_gives_a_book_with_every_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
