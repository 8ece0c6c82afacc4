/* SPDX-License-Identifier: MIT
 * Tasks: plainly with `at` and `arrives` where every stream still is where it arose, and
 * stream by stream otherwise; limits where they are not what beyond-authority gives. */
#include "write_model.h"

#include "parts.h"

#include <math.h>
#include <string.h>

struct task_form { /* how one task is written */
    spenn_id t;
    int32_t first, end; /* its streams, which follow each other */
    bool plain;
    const spenn_id *with; /* of a plain task that coordinates */
    int32_t partners;
    const struct spenn_model *defaults; /* a task without keys */
};

static bool same(double a, double b)
{
    return fabs(a - b) <= 0.0;
}

/* ---- partners of a plain task: one list, from which each stream's own unit is left out
 */

/* Whether the stream's partners are the list without unit u. */
static bool is_list_without(
    const struct spenn_model *m, int32_t s, const struct task_form *form, spenn_id u)
{
    const spenn_id *partner = m->partners.unit + m->streams.first_partner[s];
    int32_t i = 0;
    for (int32_t j = 0; j < form->partners; j++) {
        if (form->with[j] == u) {
            continue;
        }
        if (i >= m->streams.partners[s] || partner[i++] != form->with[j]) {
            return false;
        }
    }
    return i == m->streams.partners[s];
}

static spenn_id server(const struct spenn_model *m, int32_t s)
{
    return m->routes.unit[m->streams.first_route[s]];
}

static int32_t index_of(const spenn_id *unit, int32_t count, spenn_id u)
{
    int32_t i = 0;
    while (i < count && unit[i] != u) {
        i++;
    }
    return i < count ? i : -1;
}

/* The first stream's partners, and its own unit where the second stream has it: in the
 * list it stands one later if the second stream's unit comes before it. */
static void guess_list(struct spenn_writer *w, struct task_form *form)
{
    const struct spenn_streams *streams = &w->m->streams;
    int32_t one = form->first, two = one + 1 < form->end ? one + 1 : one;
    const spenn_id *a = w->m->partners.unit + streams->first_partner[one];
    const spenn_id *b = w->m->partners.unit + streams->first_partner[two];
    int32_t count = streams->partners[one];
    int32_t at = index_of(b, streams->partners[two], server(w->m, one));
    int32_t other = index_of(a, count, server(w->m, two));
    spenn_id *list = spenn_arena_alloc(&w->memory, (size_t)count + 1, sizeof *list);
    at += at >= 0 && other >= 0 && other < at;
    at = at > count ? count : at;
    for (int32_t i = 0; i < count; i++) {
        list[i + (at >= 0 && i >= at)] = a[i];
    }
    if (at >= 0) {
        list[at] = server(w->m, one);
    }
    form->partners = count + (at >= 0);
    form->with = list;
}

static bool has_partners(const struct spenn_model *m, const struct task_form *form)
{
    int32_t partners = 0;
    for (int32_t s = form->first; s < form->end; s++) {
        partners += m->streams.partners[s];
    }
    return partners > 0;
}

static bool plain_partners(struct spenn_writer *w, struct task_form *form)
{
    const struct spenn_model *m = w->m;
    const struct spenn_streams *streams = &m->streams;
    if (!m->tasks.coordinates[form->t]) {
        return !has_partners(m, form);
    }
    guess_list(w, form);
    for (int32_t s = form->first; s < form->end; s++) {
        spenn_id u = server(m, s);
        if (m->origins.unit[streams->origin[s]] != u
            || streams->partners[s] < m->coordinations.parties[form->t] - 1
            || !is_list_without(m, s, form, u)) {
            return false;
        }
    }
    return form->partners > 0;
}

static bool is_plain(struct spenn_writer *w, struct task_form *form)
{
    const struct spenn_model *m = w->m;
    const struct spenn_streams *streams = &m->streams;
    for (int32_t s = form->first; s < form->end; s++) {
        const char *unit = m->units.id[server(m, s)];
        if (streams->routes[s] != 1
            || !same(m->routes.share[streams->first_route[s]], 1.0)
            || !same(streams->rate[s], streams->rate[form->first])
            || strcmp(m->origins.id[streams->origin[s]], unit) != 0) {
            return false;
        }
    }
    return plain_partners(w, form);
}

/* ---- demand */

static void write_at(struct spenn_writer *w, const struct task_form *form)
{
    int32_t count = form->end - form->first;
    spenn_id *unit = spenn_arena_alloc(&w->memory, (size_t)count, sizeof *unit);
    for (int32_t i = 0; i < count; i++) {
        unit[i] = server(w->m, form->first + i);
    }
    spenn_write_key(w, "at");
    spenn_write_units(w, unit, count);
}

static void write_stream(struct spenn_writer *w, int32_t s)
{
    const struct spenn_model *m = w->m;
    const struct spenn_streams *streams = &m->streams;
    int32_t route = streams->first_route[s];
    bool own = streams->routes[s] == 1 && same(m->routes.share[route], 1.0)
        && m->routes.unit[route] == m->origins.unit[streams->origin[s]];
    (void)fputs("\n      {", w->out);
    w->first = true;
    spenn_write_key(w, "origin");
    spenn_write_text(w, m->origins.id[streams->origin[s]]);
    spenn_write_key(w, "arrives");
    spenn_write_rate(w, streams->rate[s]);
    if (!own) {
        spenn_write_shares(w, "served-by", m->routes.unit + route,
            m->routes.share + route, streams->routes[s]);
    }
    if (streams->partners[s]) {
        spenn_write_key(w, "with");
        spenn_write_units(
            w, m->partners.unit + streams->first_partner[s], streams->partners[s]);
    }
    (void)fputc('}', w->out);
}

static void write_streams(struct spenn_writer *w, const struct task_form *form)
{
    spenn_write_key(w, "streams");
    (void)fputc('[', w->out);
    for (int32_t s = form->first; s < form->end; s++) {
        (void)fputs(s > form->first ? "," : "", w->out);
        write_stream(w, s);
    }
    (void)fputc(']', w->out);
    w->first = false;
}

static void write_partners(struct spenn_writer *w, const struct spenn_key *key,
    const struct spenn_write_row *row)
{
    const struct task_form *form = row->context;
    if (form->plain) {
        spenn_write_key(w, key->name);
        spenn_write_units(w, form->with, form->partners);
    }
}

static void write_coordinates(struct spenn_writer *w, const struct task_form *form,
    const struct spenn_model *defaults)
{
    if (!w->m->tasks.coordinates[form->t]) {
        return;
    }
    spenn_write_key(w, "coordinates");
    (void)fputc('{', w->out);
    w->first = true;
    spenn_write_entry(w,
        &(struct spenn_write_row){&spenn_coordinates_section, &w->m->coordinations,
            &defaults->coordinations, form->t, write_partners, form});
    (void)fputc('}', w->out);
    w->first = false;
}

/* ---- authority and support */

struct weights { /* the rows of one task */
    int32_t count;
    spenn_id *unit;
    double *value;
};

static struct weights rows_of(struct spenn_writer *w, spenn_id t, int32_t count,
    const spenn_id *const columns[2], const double *value)
{
    struct weights rows = {
        .unit = spenn_arena_alloc(&w->memory, (size_t)count, sizeof *rows.unit),
        .value = spenn_arena_alloc(&w->memory, (size_t)count, sizeof *rows.value)};
    for (int32_t i = 0; i < count; i++) {
        if (columns[0][i] == t) {
            rows.unit[rows.count] = columns[1][i];
            rows.value[rows.count++] = value[i];
        }
    }
    return rows;
}

/* Whether the limits are just those that a reader makes of beyond-authority. */
static bool limits_follow(
    struct spenn_writer *w, const struct task_form *form, const struct weights *rows)
{
    const struct spenn_model *m = w->m;
    struct spenn_climb climb = spenn_climb_make(m, m->tasks.via[form->t], &w->memory);
    struct spenn_model made = *m;
    struct spenn_rows from = {0};
    made.limits = (struct spenn_limits){0};
    made.memory = (struct spenn_arena){0};
    for (int32_t s = form->first; s < form->end; s++) {
        from.room += m->streams.routes[s];
    }
    from.row = spenn_arena_alloc(&w->memory, (size_t)from.room, sizeof *from.row);
    for (int32_t s = form->first; s < form->end; s++) {
        for (int32_t i = 0; i < m->streams.routes[s]; i++) {
            from.row[from.count++] = m->routes.unit[m->streams.first_route[s] + i];
        }
    }
    spenn_limits_climb(&made, &climb, form->t, &from);
    bool follow = made.limits.count == rows->count;
    for (int32_t i = 0; follow && i < rows->count; i++) {
        follow = made.limits.unit[i] == rows->unit[i]
            && same(made.limits.limit[i], rows->value[i]);
    }
    spenn_arena_free(&made.memory);
    return follow;
}

static void write_limits(struct spenn_writer *w, const struct task_form *form)
{
    const struct spenn_limits *limits = &w->m->limits;
    struct weights rows = rows_of(w, form->t, limits->count,
        (const spenn_id *const[]){limits->task, limits->unit}, limits->limit);
    bool beyond = !isnan(w->m->tasks.beyond_authority[form->t]);
    if ((beyond && !limits_follow(w, form, &rows)) || (!beyond && rows.count)) {
        spenn_write_shares(w, "limits", rows.unit, rows.value, rows.count);
    }
}

static void write_support(struct spenn_writer *w, const struct task_form *form)
{
    const struct spenn_supports *supports = &w->m->supports;
    struct weights rows = rows_of(w, form->t, supports->count,
        (const spenn_id *const[]){supports->task, supports->unit}, supports->share);
    if (rows.count) {
        spenn_write_shares(w, "support", rows.unit, rows.value, rows.count);
    }
}

/* ---- */

static struct task_form form_of(struct spenn_writer *w, spenn_id t)
{
    const struct spenn_streams *streams = &w->m->streams;
    struct task_form form = {.t = t};
    while (form.first < streams->count && streams->task[form.first] != t) {
        form.first++;
    }
    form.end = form.first;
    while (form.end < streams->count && streams->task[form.end] == t) {
        form.end++;
    }
    form.plain = is_plain(w, &form);
    return form;
}

static void write_other(struct spenn_writer *w, const struct spenn_key *key,
    const struct spenn_write_row *row)
{
    const struct task_form *form = row->context;
    if (strcmp(key->name, "at") == 0 && form->plain) {
        write_at(w, form);
    } else if (strcmp(key->name, "arrives") == 0 && form->plain) {
        spenn_write_key(w, key->name);
        spenn_write_rate(w, w->m->streams.rate[form->first]);
    } else if (strcmp(key->name, "streams") == 0 && !form->plain) {
        write_streams(w, form);
    } else if (strcmp(key->name, "limits") == 0) {
        write_limits(w, form);
    } else if (strcmp(key->name, "support") == 0) {
        write_support(w, form);
    } else if (strcmp(key->name, "coordinates") == 0) {
        write_coordinates(w, form, form->defaults);
    }
}

void spenn_write_tasks(struct spenn_writer *w)
{
    struct spenn_model defaults = {0};
    (void)spenn_task_add(&defaults);
    (void)fputs(w->m->tasks.count ? "tasks:\n" : "", w->out);
    for (spenn_id t = 0; t < w->m->tasks.count; t++) {
        struct task_form form = form_of(w, t);
        form.defaults = &defaults;
        (void)fputs("  - {", w->out);
        w->first = true;
        spenn_write_entry(w,
            &(struct spenn_write_row){&spenn_task_section, &w->m->tasks, &defaults.tasks,
                t, write_other, &form});
        (void)fputs("}\n", w->out);
    }
    spenn_model_free(&defaults);
}
