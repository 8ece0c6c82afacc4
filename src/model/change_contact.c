/* SPDX-License-Identifier: MIT
 * The verb `contact`: regular bilateral contact of pairs begins, changes or ends. */
#include "builder.h"
#include "change_verbs.h"

struct meeting {
    double meets, lasts;
    bool timed; /* `lasts` is given */
};

/* A key of the pair, the same both ways. */
static uint64_t pair_of(spenn_id a, spenn_id b)
{
    uint64_t u = (uint64_t)a + 1, v = (uint64_t)b + 1;
    return u < v ? v << 32 | u : u << 32 | v;
}

static bool read_meeting(
    struct spenn_draft *d, const struct spenn_value *args, struct meeting *meeting)
{
    struct spenn_key_context c = spenn_draft_context(d);
    const struct spenn_value *lasts = spenn_value_get(args, "lasts");
    meeting->timed = lasts != NULL;
    return spenn_key_parse(&c, spenn_key_find(d->section, "meets"),
               spenn_value_get(args, "meets"), &meeting->meets)
        && (!lasts
            || spenn_key_parse(
                &c, spenn_key_find(d->section, "lasts"), lasts, &meeting->lasts));
}

/* The row of the pair, which may be new. */
static bool set_pair(struct spenn_draft *d, int32_t row, const struct meeting *meeting,
    struct spenn_where at)
{
    struct spenn_contacts *contacts = &d->m->contacts;
    if (!meeting->timed && contacts->lasts[row] <= 0.0 && meeting->meets > 0.0) {
        return spenn_fail(d->err, at,
            "'%s' and '%s' have no regular contact yet: say how long it 'lasts'",
            d->m->units.id[contacts->a[row]], d->m->units.id[contacts->b[row]]);
    }
    contacts->meets[row] = meeting->meets;
    contacts->lasts[row] = meeting->timed ? meeting->lasts : contacts->lasts[row];
    return true;
}

static bool set_pairs(struct spenn_draft *d, const struct spenn_rows *one,
    const struct spenn_rows *two, const struct meeting *meeting, struct spenn_where at)
{
    struct spenn_contacts *contacts = &d->m->contacts;
    struct spenn_pairs pairs = {0};
    bool ok = true;
    for (int32_t i = 0; i < contacts->count; i++) {
        (void)spenn_pairs_add(
            &d->memory, &pairs, pair_of(contacts->a[i], contacts->b[i]), i);
    }
    for (int64_t i = 0; i < (int64_t)one->count * two->count; i++) {
        spenn_id a = one->row[i / two->count], b = two->row[i % two->count];
        if (a == b) {
            continue;
        }
        int32_t row = spenn_pairs_add(&d->memory, &pairs, pair_of(a, b), contacts->count);
        if (row < 0) {
            row = spenn_table_add(&d->m->memory, contacts, &spenn_contacts_type);
            contacts->a[row] = a;
            contacts->b[row] = b;
        }
        ok = set_pair(d, row, meeting, at) && ok;
    }
    return ok;
}

bool spenn_change_contact(struct spenn_draft *d, const struct spenn_value *args)
{
    struct spenn_rows one = {0}, two = {0};
    struct meeting meeting = {0};
    bool ok = read_meeting(d, args, &meeting);
    ok = spenn_args_units(d, args, "between", SPENN_NONE, &one) && ok;
    ok = spenn_args_units(d, args, "and", SPENN_NONE, &two) && ok;
    if (!ok) {
        return false;
    }
    if (one.count == 1 && two.count == 1 && one.row[0] == two.row[0]) {
        return spenn_fail(d->err, args->at, "a unit has no contact with itself");
    }
    if ((int64_t)one.count * two.count > spenn_most_rows - d->m->contacts.count) {
        return spenn_fail(
            d->err, args->at, "this makes more than %d rows", spenn_most_rows);
    }
    if (!set_pairs(d, &one, &two, &meeting, args->at)) {
        return false;
    }
    bool *keep =
        spenn_arena_alloc(&d->memory, (size_t)d->m->contacts.count, sizeof *keep);
    for (int32_t i = 0; i < d->m->contacts.count; i++) {
        keep[i] = d->m->contacts.meets[i] > 0.0;
    }
    (void)spenn_table_keep(&d->m->contacts, &spenn_contacts_type, keep, NULL);
    return true;
}
