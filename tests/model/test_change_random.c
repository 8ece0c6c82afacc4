/* SPDX-License-Identifier: MIT
 * Laws over random organizations and random sequences of changes: demand survives, FTE
 * survives what does not say otherwise, every stream reaches units whole, and the changed
 * model is valid and reads back the same. Seeds are fixed. */
#include "changed.h"

#include "same_tables.h"

#include <stdlib.h>

struct dice {
    uint64_t state;
};

/* SplitMix64 (Steele, Lea, Flood 2014): a small generator with one word of state. */
static int32_t roll(struct dice *dice, int32_t sides)
{
    uint64_t z = dice->state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (int32_t)((z ^ (z >> 31)) % (uint64_t)sides);
}

/* A tree of units whose superiors come before them, with work at its leaves. */
static void random_model(struct dice *dice, struct spenn_model *m)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    int32_t units = 6 + roll(dice, 12);
    (void)fputs("spenn: model/1\nid: tilfeldig\nform: directorate\nunits:\n"
                "  - {id: u0, kind: executive}\n",
        out);
    for (int32_t u = 1; u < units; u++) {
        (void)fprintf(out, "  - {id: u%d, kind: region, reports-to: u%d", u,
            roll(dice, u < 4 ? 1 : u - 1));
        if (roll(dice, 3)) {
            (void)fprintf(out, ", fte: %d", roll(dice, 100));
        }
        if (roll(dice, 2)) {
            (void)fprintf(out, ", caseworkers: %d", roll(dice, 20));
        }
        (void)fprintf(out, ", leaders: %d}\n", 1 + roll(dice, 3));
    }
    (void)fprintf(out,
        "lines:\n  - {kind: professional, from: u1, to: [u2, u%d]}\n"
        "forums:\n  - {id: f, kind: leadership-group, chair: u0, members: [u1, u2, u3]}\n"
        "  - {id: g, kind: network, chair: u%d, members: all}\n"
        "tasks:\n"
        "  - {id: sak, at: u*, arrives: %d/w, handling: 1h, beyond-authority: 7%%}\n"
        "  - {id: tverr, at: [u4, u5, u%d], arrives: 3/y, decision: 1h,\n"
        "     coordinates: {with: all, parties: 3, step: 2}, support: {u3: 11%%}}\n"
        "  - {id: tung, at: u4, arrives: 1/w, decision: 1h, decided-in: g}\n"
        "  - {id: fast, at: [u1, u5], arrives: 1/mo, decision: 1h, decided-by: u2}\n"
        "practice: {among: [u5, u4]}\n"
        "contact:\n  - {between: u0, and: [u1, u2, u3], meets: 1/w, lasts: 30min}\n",
        units - 1, roll(dice, units), 1 + roll(dice, 50), units - 1 > 5 ? units - 1 : 3);
    (void)fclose(out);
    tiny_model(text, m);
    free(text);
}

static const char *any(struct dice *dice, const struct spenn_model *m)
{
    return m->units.id[roll(dice, m->units.count)];
}

/* One random change; many are refused, as they should be. */
static const char *random_change(
    struct dice *dice, const struct spenn_model *m, int32_t step, char text[256])
{
    const char *a = any(dice, m), *b = any(dice, m), *c = any(dice, m);
    int32_t share = 1 + roll(dice, 99);
    const char *task = m->tasks.id[roll(dice, m->tasks.count)];
    switch (roll(dice, 12)) {
    case 0:
        (void)snprintf(text, 256, "- spin-off: {from: %s, to: {id: n%d}, share: %d%%}\n",
            a, step, share);
        break;
    case 1:
        (void)snprintf(text, 256,
            "- split: {unit: %s, into: [{id: n%d, share: %d%%}, {id: m%d, share: "
            "%d%%}]}\n",
            a, step, share, step, 100 - share);
        break;
    case 2:
    case 3:
        (void)snprintf(text, 256,
            "- merge: {units: [%s, %s, %s], into: {id: n%d, reports-to: u0}}\n", a, b, c,
            step);
        break;
    case 4:
        (void)snprintf(text, 256, "- absorb: {units: [%s, %s], into: %s}\n", a, b, c);
        break;
    case 5:
        (void)snprintf(text, 256, "- abolish: {unit: [%s, %s], to: %s, delegate: %d%%}\n",
            a, b, c, share);
        break;
    case 6:
        (void)snprintf(text, 256, "- rename: {unit: %s, id: n%d}\n", a, step);
        break;
    case 7:
        (void)snprintf(text, 256, "- move: {units: [%s, %s], to: %s}\n", a, b, c);
        break;
    case 8:
    case 9:
        (void)snprintf(text, 256,
            "- transfer: {task: %s, from: [%s, %s], to: %s, share: "
            "%d%%}\n",
            task, a, b, c, share);
        break;
    case 10:
        (void)snprintf(text, 256, "- leave: {forum: g, members: [%s, %s]}\n", a, b);
        break;
    default:
        (void)snprintf(text, 256, "- delegate: {task: sak, to: [%s, %s], limit: %d%%}\n",
            a, b, share);
    }
    return text;
}

/* What spenn_model_check leaves to those who change a model. */
static void assert_whole(const struct spenn_model *m)
{
    int32_t members = 0, routes = 0, partners = 0;
    for (spenn_id f = 0; f < m->forums.count; f++) {
        assert_int_equal(m->forums.first[f], members);
        members += m->forums.size[f];
        assert_true(spenn_model_is_member(m, f, m->forums.chair[f]));
    }
    for (int32_t s = 0; s < m->streams.count; s++) {
        double sum = 0.0;
        assert_int_equal(m->streams.first_route[s], routes);
        assert_int_equal(m->streams.first_partner[s], partners);
        for (int32_t i = 0; i < m->streams.routes[s]; i++) {
            assert_true(m->routes.unit[routes + i] < m->units.count);
            sum += m->routes.share[routes + i];
        }
        assert_true(fabs(sum - 1.0) < 1e-9);
        routes += m->streams.routes[s];
        partners += m->streams.partners[s];
    }
    assert_int_equal(m->members.count, members);
    assert_int_equal(m->routes.count, routes);
    assert_int_equal(m->partners.count, partners);
}

static void assert_reads_back(const struct spenn_model *m)
{
    struct spenn_model back;
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    assert_true(spenn_write_model(m, out));
    (void)fclose(out);
    tiny_model(text, &back);
    assert_same_tables(m, &back);
    spenn_model_free(&back);
    free(text);
}

/* Up to `steps` changes, one after the other, each on what the last one left. */
static int32_t reorganize(uint64_t seed, int32_t steps)
{
    struct dice dice = {seed};
    struct spenn_model m, next;
    struct spenn_totals first;
    int32_t done = 0;
    random_model(&dice, &m);
    first = spenn_model_totals(&m);
    int32_t streams = m.streams.count;
    for (int32_t step = 0; step < steps; step++) {
        struct spenn_arena memory = {0};
        struct spenn_error err = {0};
        char text[256];
        const struct spenn_value *changes =
            tiny_value(random_change(&dice, &m, step, text), &memory);
        if (spenn_changes_apply(&m, changes, &next, &err)) {
            spenn_model_free(&m);
            m = next;
            done++;
            assert_whole(&m);
        } else {
            assert_true(err.count > 0);
        }
        spenn_error_free(&err);
        spenn_arena_free(&memory);
    }
    assert_int_equal(m.streams.count, streams);
    assert_true(fabs(spenn_model_totals(&m).demand - first.demand) < 1e-9 * first.demand);
    assert_true(fabs(spenn_model_totals(&m).fte - first.fte) <= 1e-9 * (1 + first.fte));
    assert_reads_back(&m);
    spenn_model_free(&m);
    return done;
}

static void demand_and_fte_survive_any_sequence_of_changes(void **state)
{
    (void)state;
    int32_t done = 0;
    for (uint64_t seed = 1; seed <= 150; seed++) {
        done += reorganize(seed, 12);
    }
    print_message("%d changes\n", done);
    assert_true(done > 600); /* the rest was refused */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(demand_and_fte_survive_any_sequence_of_changes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
