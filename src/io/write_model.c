/* SPDX-License-Identifier: MIT
 * A model as YAML that reads back to the same tables, to the last bit: the sections in
 * the order of the key tables. Counts and selectors are not found again; units stand one
 * by one and lists name them. */
#include "write_model.h"
#include "io.h"

#include "parts.h"
#include "quantity.h"

#include <math.h>
#include <string.h>

static void begin(struct spenn_writer *w)
{
    (void)fputs("  - {", w->out);
    w->first = true;
}

static void end(struct spenn_writer *w)
{
    (void)fputs("}\n", w->out);
}

static void write_units(struct spenn_writer *w, const struct spenn_model *defaults)
{
    (void)fputs("units:\n", w->out);
    for (spenn_id u = 0; u < w->m->units.count; u++) {
        begin(w);
        spenn_write_entry(w,
            &(struct spenn_write_row){
                &spenn_unit_section, &w->m->units, &defaults->units, u, NULL, NULL});
        end(w);
    }
}

static void write_needs(struct spenn_writer *w)
{
    (void)fputs(w->m->needs.count ? "needs:\n" : "", w->out);
    for (int32_t n = 0; n < w->m->needs.count; n++) {
        begin(w);
        spenn_write_entry(w,
            &(struct spenn_write_row){
                &spenn_need_section, &w->m->needs, NULL, n, NULL, NULL});
        end(w);
    }
}

/* ---- origins and practice */

/* The order in which a reader would make origins without `origins:`, and their units. */
bool spenn_origins_plain(const struct spenn_model *m, struct spenn_arena *memory)
{
    bool *met = spenn_arena_alloc(memory, (size_t)m->origins.count, sizeof *met);
    bool *own = spenn_arena_alloc(memory, (size_t)m->units.count, sizeof *own);
    int32_t next = 0;
    for (int32_t s = 0; s < m->streams.count; s++) {
        spenn_id o = m->streams.origin[s];
        if (!met[o] && o != next++) {
            return false;
        }
        met[o] = true;
    }
    for (spenn_id o = 0; o < m->origins.count; o++) {
        spenn_id u = m->origins.unit[o];
        own[u] = true;
        if (strcmp(m->origins.id[o], m->units.id[u]) != 0
            || m->origins.practice[o] != m->units.practice[u]
            || (!met[o] && !m->origins.practice[o])) {
            return false;
        }
    }
    for (spenn_id u = 0; u < m->units.count; u++) {
        if (m->units.practice[u] && !own[u]) {
            return false;
        }
    }
    return true;
}

static void write_origins(struct spenn_writer *w)
{
    const struct spenn_origins *origins = &w->m->origins;
    if (!w->origins) {
        return;
    }
    (void)fputs(origins->count ? "origins:\n" : "origins: []\n", w->out);
    for (spenn_id o = 0; o < origins->count; o++) {
        begin(w);
        spenn_write_key(w, "id");
        spenn_write_text(w, origins->id[o]);
        spenn_write_key(w, "unit");
        spenn_write_text(w, w->m->units.id[origins->unit[o]]);
        if (origins->practice[o]) {
            spenn_write_key(w, "practice");
            (void)fputs("true", w->out);
        }
        end(w);
    }
}

/* Units of origins first, in their order: it is the order of those a reader makes. */
static void write_practice(struct spenn_writer *w)
{
    const struct spenn_model *m = w->m;
    struct spenn_arena scratch = {0};
    size_t count = (size_t)m->units.count;
    bool *named = spenn_arena_alloc(&scratch, count, sizeof *named);
    spenn_id *among = spenn_arena_alloc(&scratch, count, sizeof *among);
    int32_t units = 0;
    for (int32_t i = 0; i < m->origins.count + m->units.count; i++) {
        spenn_id u = i < m->origins.count ? m->origins.unit[i] : i - m->origins.count;
        if (m->units.practice[u] && !named[u]) {
            among[units++] = u;
        }
        named[u] = true;
    }
    if (units) {
        (void)fputs("practice: {among: ", w->out);
        spenn_write_units(w, among, units);
        (void)fputs("}\n", w->out);
    }
    spenn_arena_free(&scratch);
}

/* ---- pairs: rows that differ in their second unit only share an entry */

static bool same_line(const struct spenn_lines *lines, int32_t e, int32_t f)
{
    const char *one = lines->letter[e], *two = lines->letter[f];
    return lines->kind[e] == lines->kind[f] && lines->from[e] == lines->from[f]
        && lines->goals[e] == lines->goals[f]
        && (one == two || (one && two && strcmp(one, two) == 0));
}

static void write_lines(struct spenn_writer *w)
{
    const struct spenn_lines *lines = &w->m->lines;
    int32_t run;
    (void)fputs(lines->count ? "lines:\n" : "", w->out);
    for (int32_t e = 0; e < lines->count; e += run) {
        run = 1;
        while (e + run < lines->count && same_line(lines, e, e + run)) {
            run++;
        }
        begin(w);
        spenn_write_key(w, "kind");
        (void)fputs(spenn_line_kinds.file[lines->kind[e]], w->out);
        spenn_write_key(w, "from");
        spenn_write_text(w, w->m->units.id[lines->from[e]]);
        spenn_write_key(w, "to");
        spenn_write_units(w, lines->to + e, run);
        if (lines->letter[e]) {
            spenn_write_key(w, "letter");
            spenn_write_text(w, lines->letter[e]);
        }
        if (lines->goals[e] > 0) {
            spenn_write_key(w, "goals");
            (void)fprintf(w->out, "%d", lines->goals[e]);
        }
        end(w);
    }
}

static bool same_contact(const struct spenn_contacts *c, int32_t i, int32_t j)
{
    return c->a[i] == c->a[j] && fabs(c->meets[i] - c->meets[j]) <= 0.0
        && fabs(c->lasts[i] - c->lasts[j]) <= 0.0;
}

static void write_contacts(struct spenn_writer *w)
{
    const struct spenn_contacts *c = &w->m->contacts;
    char lasts[64];
    int32_t run;
    (void)fputs(c->count ? "contact:\n" : "", w->out);
    for (int32_t i = 0; i < c->count; i += run) {
        run = 1;
        while (i + run < c->count && same_contact(c, i, i + run)) {
            run++;
        }
        begin(w);
        spenn_write_key(w, "between");
        spenn_write_text(w, w->m->units.id[c->a[i]]);
        spenn_write_key(w, "and");
        spenn_write_units(w, c->b + i, run);
        spenn_write_key(w, "meets");
        spenn_write_rate(w, c->meets[i]);
        spenn_write_key(w, "lasts");
        (void)fputs(spenn_format_duration(lasts, sizeof lasts, c->lasts[i]), w->out);
        end(w);
    }
}

/* ---- forums */

static void write_members(struct spenn_writer *w, const struct spenn_key *key,
    const struct spenn_write_row *row)
{
    const struct spenn_forums *forums = &w->m->forums;
    if (key->kind == SPENN_KEY_SELECTOR) {
        spenn_write_key(w, key->name);
        spenn_write_units(
            w, w->m->members.unit + forums->first[row->row], forums->size[row->row]);
    }
}

static void write_forums(struct spenn_writer *w, const struct spenn_model *defaults)
{
    (void)fputs(w->m->forums.count ? "forums:\n" : "", w->out);
    for (spenn_id f = 0; f < w->m->forums.count; f++) {
        begin(w);
        spenn_write_entry(w,
            &(struct spenn_write_row){&spenn_forum_section, &w->m->forums,
                &defaults->forums, f, write_members, NULL});
        end(w);
    }
}

/* ---- assumptions */

static void write_assumptions(struct spenn_writer *w)
{
    const struct spenn_assumptions *assume = &w->m->assume;
    char text[64];
    bool any = false;
    for (int32_t i = 0; i < SPENN_ASSUMPTION_COUNT; i++) {
        if (assume->from[i]) {
            (void)fprintf(w->out, "%s  %s: %s\n", any ? "" : "assume:\n",
                spenn_assumption_keys[i].id,
                spenn_assumption_format(text, sizeof text, i, assume->value[i]));
            any = true;
        }
    }
}

bool spenn_write_model(const struct spenn_model *m, FILE *out)
{
    struct spenn_writer w = {.m = m, .out = out, .between = "\n", .first = true};
    struct spenn_model defaults = {0};
    (void)spenn_unit_add(&defaults);
    (void)spenn_forum_add(&defaults);
    w.origins = !spenn_origins_plain(m, &w.memory);
    (void)fputs("spenn: model/1\n", out);
    spenn_write_entry(&w,
        &(struct spenn_write_row){&spenn_model_section, m, NULL, SPENN_NONE, NULL, NULL});
    (void)fputc('\n', out);
    w.between = ", ";
    write_needs(&w);
    write_units(&w, &defaults);
    write_origins(&w);
    write_lines(&w);
    write_forums(&w, &defaults);
    spenn_write_tasks(&w);
    write_practice(&w);
    write_contacts(&w);
    write_assumptions(&w);
    spenn_model_free(&defaults);
    return fflush(out) == 0 && !ferror(out);
}
