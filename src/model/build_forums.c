/* SPDX-License-Identifier: MIT
 * Who meets and who has second lines: `lines:`, `forums:` and `contact:`. Selectors make
 * pairs; a pair may come about once. */
#include "builder.h"

#include <string.h>

/* Splits a 64-bit product apart (Steele, Lea, Flood 2014: SplitMix64's finalizer). */
static uint64_t mix(uint64_t key)
{
    key = (key ^ (key >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    key = (key ^ (key >> 27)) * UINT64_C(0x94d049bb133111eb);
    return key ^ (key >> 31);
}

static int64_t slot_of(const struct spenn_pairs *pairs, uint64_t key)
{
    uint64_t mask = (uint64_t)pairs->room - 1, slot = mix(key) & mask;
    while (pairs->key[slot] && pairs->key[slot] != key) {
        slot = (slot + 1) & mask;
    }
    return (int64_t)slot;
}

static void widen(struct spenn_arena *memory, struct spenn_pairs *pairs)
{
    struct spenn_pairs old = *pairs;
    size_t room = old.room ? (size_t)old.room * 2 : 64;
    pairs->room = (int64_t)room;
    pairs->key = spenn_arena_alloc(memory, room, sizeof *pairs->key);
    pairs->entry = spenn_arena_alloc(memory, room, sizeof *pairs->entry);
    for (int64_t i = 0; i < old.room; i++) {
        if (old.key[i]) {
            int64_t slot = slot_of(pairs, old.key[i]);
            pairs->key[slot] = old.key[i];
            pairs->entry[slot] = old.entry[i];
        }
    }
}

int32_t spenn_pairs_add(
    struct spenn_arena *memory, struct spenn_pairs *pairs, uint64_t key, int32_t entry)
{
    if (pairs->count * 2 >= pairs->room) {
        widen(memory, pairs);
    }
    int64_t slot = slot_of(pairs, key);
    if (pairs->key[slot]) {
        return pairs->entry[slot];
    }
    pairs->key[slot] = key;
    pairs->entry[slot] = entry;
    pairs->count++;
    return -1;
}

static uint64_t pair_of(spenn_id a, spenn_id b)
{
    return ((uint64_t)(uint32_t)(a + 1) << 32) | (uint32_t)(b + 1);
}

/* An entry's two selections and the pairs met so far in the section. */
struct crossing {
    struct spenn_rows from, to;
    struct spenn_pairs *pairs;
    int32_t entry;
    struct spenn_where at;
};

static bool select_both(struct spenn_builder *b, const struct spenn_value *map,
    const char *const keys[2], struct crossing *cross)
{
    bool ok = spenn_find_units(
        &b->pick, spenn_value_get(map, keys[0]), SPENN_NONE, &cross->from);
    ok = spenn_find_units(&b->pick, spenn_value_get(map, keys[1]), SPENN_NONE, &cross->to)
        && ok;
    return ok;
}

/* ---- lines */

static bool add_line(struct spenn_builder *b, const struct crossing *cross,
    const struct spenn_line_order *order, int32_t i)
{
    int32_t kind = order->kind;
    struct spenn_model *m = b->m;
    spenn_id from = cross->from.row[i / cross->to.count];
    spenn_id to = cross->to.row[i % cross->to.count];
    if (from == to) {
        return true;
    }
    int32_t other = spenn_pairs_add(
        &b->scratch, &cross->pairs[kind], pair_of(from, to), cross->entry);
    if (other >= 0) {
        return spenn_fail(b->err, cross->at, "%s line from '%s' to '%s' is there already",
            spenn_line_kinds.file[kind], m->units.id[from], m->units.id[to]);
    }
    int32_t e = spenn_table_add(&m->memory, &m->lines, &spenn_lines_type);
    m->lines.from[e] = from;
    m->lines.to[e] = to;
    m->lines.at[e] = spenn_place_own(m, cross->at);
    spenn_line_give(m, e, order);
    return true;
}

bool spenn_line_read(const struct spenn_key_context *c, const struct spenn_value *map,
    struct spenn_line_order *order)
{
    const struct spenn_section *line = &spenn_line_section;
    const struct spenn_value *letter = spenn_value_get(map, "letter");
    const struct spenn_value *goals = spenn_value_get(map, "goals");
    *order = (struct spenn_line_order){.goals = -1};
    bool ok = spenn_key_parse(
        c, spenn_key_find(line, "kind"), spenn_value_get(map, "kind"), &order->kind);
    ok =
        (!letter
            || spenn_key_parse(c, spenn_key_find(line, "letter"), letter, &order->letter))
        && ok;
    return (!goals
               || spenn_key_parse(c, spenn_key_find(line, "goals"), goals, &order->goals))
        && ok;
}

void spenn_line_give(
    struct spenn_model *m, int32_t e, const struct spenn_line_order *order)
{
    m->lines.kind[e] = order->kind;
    m->lines.letter[e] = order->letter ? order->letter : m->lines.letter[e];
    m->lines.goals[e] = order->goals >= 0 ? order->goals : m->lines.goals[e];
}

static bool build_line(
    struct spenn_builder *b, const struct spenn_value *map, struct crossing *cross)
{
    static const char *const keys[2] = {"from", "to"};
    struct spenn_line_order order;
    if (!spenn_keys_check(&spenn_line_section, map, false, b->err)) {
        return false;
    }
    bool ok = spenn_line_read(&b->read, map, &order);
    if (!select_both(b, map, keys, cross) || !ok) {
        return false;
    }
    int64_t count = (int64_t)cross->from.count * cross->to.count;
    if (!spenn_build_room(b, b->m->lines.count, count, map->at)) {
        return false;
    }
    for (int32_t i = 0; i < (int32_t)count; i++) {
        ok = add_line(b, cross, &order, i) && ok;
    }
    return ok;
}

bool spenn_build_lines(struct spenn_builder *b, const struct spenn_value *lines)
{
    struct spenn_pairs pairs[SPENN_LINE_COUNT] = {{0}};
    if (!lines) {
        return true;
    }
    if (!spenn_build_is_list(b, "lines", lines)) {
        return false;
    }
    bool ok = true;
    for (int32_t i = 0; i < lines->count; i++) {
        struct crossing cross = {.pairs = pairs, .entry = i, .at = lines->item[i]->at};
        ok = build_line(b, lines->item[i], &cross) && ok;
    }
    return ok;
}

/* ---- forums */

static bool build_forum(struct spenn_builder *b, const struct spenn_value *map)
{
    struct spenn_model *m = b->m;
    struct spenn_rows members = {0};
    const char *id_text;
    bool ok = spenn_keys_check(&spenn_forum_section, map, false, b->err);
    const struct spenn_value *id = spenn_value_get(map, "id");
    if (!id
        || !spenn_key_parse(
            &b->read, spenn_key_find(&spenn_forum_section, "id"), id, &id_text)) {
        return false;
    }
    spenn_id f = spenn_forum_add(m);
    ok = spenn_forum_set(&b->read, map, m, f) && ok;
    ok = spenn_build_claim(b, &b->forums, m->forums.id[f], f, id->at) && ok;
    const struct spenn_value *selector = spenn_value_get(map, "members");
    if (!selector || !spenn_find_units(&b->pick, selector, SPENN_NONE, &members)
        || !spenn_build_room(b, m->members.count, members.count, map->at)) {
        return false;
    }
    spenn_forum_members(m, f, &members);
    return ok;
}

bool spenn_build_forums(struct spenn_builder *b, const struct spenn_value *forums)
{
    if (!forums) {
        return true;
    }
    if (!spenn_build_is_list(b, "forums", forums)) {
        return false;
    }
    bool ok = true;
    for (int32_t i = 0; i < forums->count; i++) {
        ok = build_forum(b, forums->item[i]) && ok;
    }
    return ok;
}

/* ---- contact */

struct meeting {
    double meets, lasts;
};

static bool add_contact(struct spenn_builder *b, const struct crossing *cross,
    const struct meeting *meeting, int32_t i)
{
    struct spenn_model *m = b->m;
    spenn_id one = cross->from.row[i / cross->to.count];
    spenn_id two = cross->to.row[i % cross->to.count];
    if (one == two) {
        return true;
    }
    uint64_t pair = one < two ? pair_of(one, two) : pair_of(two, one);
    int32_t other = spenn_pairs_add(&b->scratch, cross->pairs, pair, cross->entry);
    if (other >= 0) { /* two selections that overlap give a pair in both orders */
        return other == cross->entry
            || spenn_fail(b->err, cross->at,
                "contact between '%s' and '%s' is given already", m->units.id[one],
                m->units.id[two]);
    }
    int32_t row = spenn_table_add(&m->memory, &m->contacts, &spenn_contacts_type);
    m->contacts.a[row] = one;
    m->contacts.b[row] = two;
    m->contacts.meets[row] = meeting->meets;
    m->contacts.lasts[row] = meeting->lasts;
    return true;
}

static bool build_pairs(
    struct spenn_builder *b, const struct spenn_value *map, struct crossing *cross)
{
    static const char *const keys[2] = {"between", "and"};
    struct meeting meeting;
    if (!spenn_keys_check(&spenn_contact_section, map, false, b->err)) {
        return false;
    }
    bool ok = spenn_key_parse(&b->read, spenn_key_find(&spenn_contact_section, "meets"),
        spenn_value_get(map, "meets"), &meeting.meets);
    ok = spenn_key_parse(&b->read, spenn_key_find(&spenn_contact_section, "lasts"),
             spenn_value_get(map, "lasts"), &meeting.lasts)
        && ok;
    if (!select_both(b, map, keys, cross) || !ok) {
        return false;
    }
    int32_t before = b->m->contacts.count;
    int64_t count = (int64_t)cross->from.count * cross->to.count;
    if (!spenn_build_room(b, before, count, map->at)) {
        return false;
    }
    for (int32_t i = 0; i < (int32_t)count; i++) {
        ok = add_contact(b, cross, &meeting, i) && ok;
    }
    return ok
        && (b->m->contacts.count > before
            || spenn_fail(b->err, map->at, "a unit has no contact with itself"));
}

bool spenn_build_contact(struct spenn_builder *b, const struct spenn_value *contact)
{
    struct spenn_pairs pairs = {0};
    if (!contact) {
        return true;
    }
    if (!spenn_build_is_list(b, "contact", contact)) {
        return false;
    }
    bool ok = true;
    for (int32_t i = 0; i < contact->count; i++) {
        struct crossing cross = {.pairs = &pairs, .entry = i, .at = contact->item[i]->at};
        ok = build_pairs(b, contact->item[i], &cross) && ok;
    }
    return ok;
}
