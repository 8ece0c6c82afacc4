/* SPDX-License-Identifier: MIT
 * Fields and values of the language as people write them: "meets" is "Møtes", "26/y" is
 * "26 per år", an id is a name. What is not known here stays as the file has it. */
#include "account.h"

#include "key_words.h"
#include "role.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static void add_ids(struct account_words *w, int32_t side, const char *const *id,
    const char *const *const name[2], int32_t count)
{
    struct spenn_index *ids = &w->ids[side];
    for (int32_t row = 0; row < count; row++) {
        const char *en = w->p->english ? name[1][row] : NULL;
        w->names[side][ids->count] = en ? en : name[0][row];
        (void)spenn_index_add(w->p->memory, ids, id[row], ids->count);
    }
}

struct account_words spenn_account_words(const struct plan *p)
{
    struct account_words w = {.p = p};
    for (int32_t side = 0; side < 2; side++) {
        const struct spenn_model *m = side ? p->m : p->before;
        size_t room =
            (size_t)m->units.count + (size_t)m->forums.count + (size_t)m->tasks.count;
        w.names[side] = spenn_arena_alloc(p->memory, room, sizeof **w.names);
        add_ids(&w, side, m->units.id,
            (const char *const *const[]){m->units.name, m->units.name_en},
            m->units.count);
        add_ids(&w, side, m->forums.id,
            (const char *const *const[]){m->forums.name, m->forums.name_en},
            m->forums.count);
        add_ids(&w, side, m->tasks.id,
            (const char *const *const[]){m->tasks.name, m->tasks.name_en},
            m->tasks.count);
    }
    return w;
}

const char *spenn_account_name(const struct account_words *w, const char *id, bool after)
{
    for (int32_t i = 0; i < 2; i++) {
        int32_t side = (int32_t)after ^ i;
        int32_t row = spenn_index_find(&w->ids[side], id);
        if (row >= 0 && w->names[side][row]) {
            return w->names[side][row];
        }
    }
    return id;
}

const char *spenn_account_label(const struct account_words *w, const char *what)
{
    const struct spenn_key_word *field = spenn_key_word(what);
    const char *rest = strchr(what, ' ');
    if (field == NULL) {
        return what;
    }
    if (*field->nb == '\0') {
        const char *kind = spenn_arena_bytes(w->p->memory, what, (size_t)(rest - what));
        int32_t row = spenn_names_find(&spenn_line_kinds, kind);
        const char *const *names =
            w->p->english ? spenn_line_kinds.en : spenn_line_kinds.nb;
        return row < 0 ? what : spenn_word_capital(w->p->memory, names[row]);
    }
    const char *label = w->p->english ? field->en : field->nb;
    return rest ? spenn_arena_format(
               w->p->memory, "%s: %s", label, spenn_account_name(w, rest + 1, true))
                : label;
}

static const struct unit {
    const char *file, *nb, *nb_many, *en, *en_many;
} units[] = {
    {"", "", "", "", ""},
    {"%", " %", " %", " %", " %"},
    {"/y", " per år", " per år", " a year", " a year"},
    {"/mo", " per måned", " per måned", " a month", " a month"},
    {"/w", " per uke", " per uke", " a week", " a week"},
    {"/d", " per dag", " per dag", " a day", " a day"},
    {"/h", " per time", " per time", " an hour", " an hour"},
    {"/min", " per minutt", " per minutt", " a minute", " a minute"},
    {"y", " år", " år", " year", " years"},
    {"mo", " måned", " måneder", " month", " months"},
    {"w", " uke", " uker", " week", " weeks"},
    {"d", " dag", " dager", " day", " days"},
    {"h", " time", " timer", " hour", " hours"},
    {"min", " minutt", " minutter", " minute", " minutes"},
};

/* "0.5h" as "0,5 timer"; another text as it is. */
static const char *amount(const struct account_words *w, const char *text)
{
    size_t digits = strspn(text, "-0123456789.");
    for (size_t i = 0; digits > 0 && i < sizeof units / sizeof *units; i++) {
        const struct unit *u = &units[i];
        if (strcmp(text + digits, u->file) != 0) {
            continue;
        }
        bool one = digits == 1 && *text == '1';
        const char *unit =
            w->p->english ? (one ? u->en : u->en_many) : (one ? u->nb : u->nb_many);
        char *number = spenn_arena_alloc(w->p->memory, digits + 1, 1);
        memcpy(number, text, digits);
        spenn_word_number(w->p->words, number);
        return spenn_arena_format(w->p->memory, "%s%s", number, unit);
    }
    return text;
}

/* The same, also "30min/w". */
static const char *quantity(const struct account_words *w, const char *text)
{
    const char *per = strchr(text, '/');
    size_t length = per ? (size_t)(per - text) : 0;
    for (size_t i = 0; per && i < sizeof units / sizeof *units; i++) {
        if (strcmp(per, units[i].file) == 0 && strspn(text, "-0123456789.") < length) {
            return spenn_arena_format(w->p->memory, "%s%s",
                amount(w, spenn_arena_bytes(w->p->memory, text, length)),
                w->p->english ? units[i].en : units[i].nb);
        }
    }
    return amount(w, text);
}

/* "26/y of 2h" */
static const char *meeting(const struct account_words *w, const char *text)
{
    const char *of = strstr(text, " of ");
    if (of == NULL) {
        return text;
    }
    const char *meets = spenn_arena_bytes(w->p->memory, text, (size_t)(of - text));
    return spenn_arena_format(w->p->memory, w->p->english ? "%s of %s" : "%s à %s",
        quantity(w, meets), quantity(w, of + 4));
}

/* "region-1 60%, region-2 40%" */
static const char *shares(const struct account_words *w, const char *text, bool after)
{
    const char *all = "";
    while (*text) {
        size_t length = strcspn(text, ","), id = strcspn(text, " ,");
        const char *name = spenn_arena_bytes(w->p->memory, text, id);
        const char *share = id < length
            ? spenn_arena_bytes(w->p->memory, text + id + 1, length - id - 1)
            : "";
        all = spenn_arena_format(w->p->memory, "%s%s%s%s%s", all, *all ? ", " : "",
            spenn_account_name(w, name, after), *share ? " " : "", quantity(w, share));
        text += length;
        text += strspn(text, ", ");
    }
    return all;
}

/* "3 parties, step 2" */
static const char *parties(const struct account_words *w, const char *text)
{
    char *end;
    long count = strtol(text, &end, 10);
    const char *step = strstr(end, "step ");
    if (end == text || w->p->english) {
        return text;
    }
    return step ? spenn_arena_format(
               w->p->memory, "%ld parter, trinn %ld", count, strtol(step + 5, NULL, 10))
                : spenn_arena_format(w->p->memory, "%ld parter", count);
}

/* A word of a role: a key with what stands before its value, a role, an instrument. */
static const char *role_word(const struct account_words *w, const char *word)
{
    static const char *const keys[][3] = {{"primary", "primært", "primarily"},
        {"secondary", "også", "also"}, {"ambition", "til trinn", "to step"},
        {"instruments", "med", "with"}};
    static const struct spenn_names *const lists[] = {&spenn_roles, &spenn_instruments};
    bool english = w->p->english;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (strcmp(keys[i][0], word) == 0) {
            return keys[i][1 + english];
        }
    }
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        int32_t row = spenn_names_find(lists[i], word);
        if (row >= 0) {
            return (english ? lists[i]->en : lists[i]->nb)[row];
        }
    }
    return word;
}

/* "{primary: driver, secondary: [balancer], ambition: 4}" */
static const char *role(const struct account_words *w, const char *text)
{
    static const char signs[] = "{}[], ";
    const char *all = "", *between = "";
    for (text += strspn(text, signs); *text; text += strspn(text, signs)) {
        size_t length = strcspn(text, "{}[], :");
        bool key = text[length] == ':';
        const char *word = spenn_arena_bytes(w->p->memory, text, length);
        all = spenn_arena_format(w->p->memory, "%s%s%s", all,
            key && *all ? "; " : between, role_word(w, word));
        between = key ? " " : ", ";
        text += length + key;
    }
    return all;
}

const char *spenn_account_value(
    const struct account_words *w, const char *what, const char *text, bool after)
{
    const struct spenn_key_word *field = spenn_key_word(what);
    int32_t row = field && field->names ? spenn_names_find(field->names, text) : -1;
    if (row >= 0) {
        return (w->p->english ? field->names->en : field->names->nb)[row];
    }
    if (field == NULL || *text == '\0') {
        return text;
    }
    switch (field->form) {
    case SPENN_WORD_QUANTITY:
        return quantity(w, text);
    case SPENN_WORD_YES:
        return w->p->english ? "yes" : "ja";
    case SPENN_WORD_ID:
        return spenn_account_name(w, text, after);
    case SPENN_WORD_SHARES:
        return shares(w, text, after);
    case SPENN_WORD_MEETING:
        return meeting(w, text);
    case SPENN_WORD_ROLE:
        return role(w, text);
    case SPENN_WORD_PARTIES:
        return parties(w, text);
    default:
        return text;
    }
}

/* Length of a name before the digits it ends with; *number is what they say, -1: none. */
static size_t stem(const char *name, long *number)
{
    enum { most_digits = 9 };
    size_t length = strlen(name), digits = 0;
    while (digits < length && isdigit((unsigned char)name[length - 1 - digits])) {
        digits++;
    }
    bool counted = digits > 0 && digits <= most_digits && digits < length
        && (name[length - digits] != '0' || digits == 1);
    *number = counted ? strtol(name + length - digits, NULL, 10) : -1;
    return counted ? length - digits : length;
}

static void append(
    const struct plan *p, struct account_names *names, const char *text, size_t length)
{
    size_t needed = names->used + length + 1;
    if (needed > names->room) {
        names->room = 2 * needed;
        names->text =
            spenn_arena_grow(p->memory, names->text, names->used, names->room, 1);
    }
    memcpy(names->text + names->used, text, length);
    names->used += length;
    names->text[names->used] = '\0';
}

void spenn_account_add(
    const struct plan *p, struct account_names *names, const char *name)
{
    static const char dash[] = "\xE2\x80\x93", comma[] = ", ";
    long number, last = -1;
    size_t length = stem(name, &number);
    bool follows = names->last && stem(names->last, &last) == length && last >= 0
        && number == last + 1 && memcmp(name, names->last, length) == 0;
    if (follows) {
        names->used = names->run;
        append(p, names, dash, sizeof dash - 1);
        append(p, names, name + length, strlen(name) - length);
    } else {
        append(p, names, comma, names->last ? sizeof comma - 1 : 0);
        append(p, names, name, strlen(name));
        names->run = names->used;
    }
    names->last = name;
}
