/* SPDX-License-Identifier: MIT
 * One pass over reports, contacts and forums; all sums are hours of the whole leading
 * team, shared among its leaders at the end. Forums take every leader of a member. */
#include "hours.h"

#include "quantity.h"
#include "reports.h"

#include <math.h>

static double meeting_hours(const struct spenn_model *m, spenn_id f)
{
    return m->forums.meets[f] * SPENN_WEEK * m->forums.lasts[f]
        * (1.0 + m->forums.preparation[f]);
}

double spenn_forum_hours(const struct spenn_model *m, spenn_id f)
{
    double persons = 0.0;
    for (int32_t i = 0; i < m->forums.size[f]; i++) {
        persons += m->units.leaders[m->members.unit[m->forums.first[f] + i]];
    }
    return persons * meeting_hours(m, f);
}

/* Superiors and reports of each unit: contact takes time on both desks. */
static double *count_pairs(const struct spenn_model *m, struct spenn_arena *memory)
{
    double *pairs = spenn_arena_alloc(memory, (size_t)m->units.count, sizeof *pairs);
    const struct spenn_reports reports = spenn_reports_make(m, memory);
    for (int32_t i = 0; i < reports.count; i++) {
        pairs[reports.superior[i]] += reports.share[i];
        pairs[reports.report[i]] += reports.share[i];
    }
    return pairs;
}

static double *add_contacts(const struct spenn_model *m, struct spenn_arena *memory)
{
    double *hours = spenn_arena_alloc(memory, (size_t)m->units.count, sizeof *hours);
    for (int32_t i = 0; i < m->contacts.count; i++) {
        double weekly = m->contacts.meets[i] * m->contacts.lasts[i] * SPENN_WEEK;
        hours[m->contacts.a[i]] += weekly;
        hours[m->contacts.b[i]] += weekly;
    }
    return hours;
}

/* Fits a week: `fixed` hours and `pairs` contacts of one leader of u. */
static void fit_week(const struct spenn_model *m, struct spenn_hours *hours, spenn_id u,
    double fixed, double pairs)
{
    const double *assume = m->assume.value;
    double wanted = pairs * assume[SPENN_CONTACT_PER_REPORT];
    double least = fmin(wanted, pairs * assume[SPENN_CONTACT_MINIMUM]);
    double contact =
        fmax(least, fmin(wanted, assume[SPENN_CONTACT_SHARE] * (SPENN_WEEK - fixed)));
    double share = (SPENN_WEEK - fixed - contact) / SPENN_WEEK;
    double floor = assume[SPENN_OVERLOAD_FLOOR];
    hours->committed[u] = fixed + contact;
    hours->contact[u] = wanted > 0.0 ? contact / wanted : 1.0;
    hours->overloaded[u] = share < floor;
    hours->share[u] = fmax(share, floor);
}

struct spenn_hours spenn_hours_new(
    const struct spenn_model *m, struct spenn_arena *memory)
{
    size_t count = (size_t)m->units.count;
    struct spenn_hours hours = {
        .committed = spenn_arena_alloc(memory, count, sizeof(double)),
        .forums = spenn_arena_alloc(memory, count, sizeof(double)),
        .share = spenn_arena_alloc(memory, count, sizeof(double)),
        .contact = spenn_arena_alloc(memory, count, sizeof(double)),
        .overloaded = spenn_arena_alloc(memory, count, sizeof(bool)),
    };
    struct spenn_arena scratch = {0};
    const double *pairs = count_pairs(m, &scratch);
    const double *contacts = add_contacts(m, &scratch);
    for (spenn_id f = 0; f < m->forums.count; f++) {
        double weekly = meeting_hours(m, f);
        for (int32_t i = 0; i < m->forums.size[f]; i++) {
            hours.forums[m->members.unit[m->forums.first[f] + i]] += weekly;
        }
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        double leaders = m->units.leaders[u];
        double fixed = m->assume.value[SPENN_ADMINISTRATION] + hours.forums[u]
            + contacts[u] / leaders;
        fit_week(m, &hours, u, fixed, pairs[u] / leaders);
    }
    spenn_arena_free(&scratch);
    return hours;
}
