/* SPDX-License-Identifier: MIT
 * Positions as text: where a unit's reports are all leaves and names recur among them,
 * its box lists them with their number: "4 rådgiver". */
#include "fold.h"

#include "text.h"

#include <ctype.h>
#include <string.h>

enum { least = 3, most_names = 10 };

struct counted {
    const char *name;
    int32_t count;
};

const char *spenn_plan_stem(const struct plan *p, const char *name)
{
    size_t length = strlen(name), end = length;
    while (end > 0 && isdigit((unsigned char)name[end - 1])) {
        end--;
    }
    while (end > 0 && end < length && (name[end - 1] == ' ' || name[end - 1] == '-')) {
        end--;
    }
    return end > 0 && end < length ? spenn_arena_bytes(p->memory, name, end) : name;
}

static bool is_vacant(const struct box *box)
{
    int32_t status = box->m->units.status[box->unit];
    return status == SPENN_STATUS_VACANT || status == SPENN_STATUS_PLANNED;
}

/* Nothing but its name is worth a box. */
static bool is_plain(const struct plan *p, const struct box *box, const uint64_t *ties)
{
    const struct spenn_units *units = &box->m->units;
    return box->m == p->m && box->weight == 1 && box->hidden == 0 && box->shade == 0
        && ties[box->unit] == 0 && units->side[box->unit] == SPENN_SIDE_NONE
        && units->collapse[box->unit] == NULL && box->panel == NULL;
}

/* "4 rådgiver": positions are common nouns, but what is no plain word stays as it is. */
static const char *line_of(const struct plan *p, const struct counted *entry)
{
    const char *name = entry->name;
    char first[2] = {*name, '\0'};
    bool lower = (name[1] >= 'a' && name[1] <= 'z')
        || ((unsigned char)name[1] == 0xC3 && (unsigned char)name[2] >= 0xA0); /* æøå */
    if (*name >= 'A' && *name <= 'Z' && lower) {
        first[0] = (char)(*name - 'A' + 'a'); /* whatever the locale */
    }
    return spenn_arena_format(
        p->memory, "%d %s%s", (int)entry->count, first, *name ? name + 1 : "");
}

/* The names of a unit's reports and how often each occurs, those vacant as one, last. */
static int32_t count_names(
    const struct plan *p, const struct box *box, struct counted entry[most_names + 1])
{
    int32_t names = 0, vacant = 0;
    for (int32_t i = 0; i < box->part[FIRST] && names < most_names; i++) {
        const struct box *kid = &p->box[p->kid[box->kids + i]];
        int32_t n = 0;
        while (n < names && strcmp(entry[n].name, kid->title) != 0) {
            n++;
        }
        if (is_vacant(kid)) {
            vacant++;
            continue;
        }
        if (n == names) {
            entry[names++] = (struct counted){kid->title, 0};
        }
        entry[n].count++;
    }
    if (vacant > 0) {
        entry[names++] = (struct counted){p->words->vacant, vacant};
    }
    return names;
}

bool spenn_plan_list(struct plan *p, int32_t b, const bool *touched, const uint64_t *ties)
{
    struct box *box = &p->box[b];
    struct counted entry[most_names + 1];
    int32_t kids = box->part[FIRST];
    bool plain = kids >= least && box->unit != SPENN_NONE && b != p->top && !touched[b]
        && box->m->units.collapse[box->unit] == NULL;
    for (int32_t i = 0; i < kids && plain; i++) {
        plain = is_plain(p, &p->box[p->kid[box->kids + i]], ties);
    }
    int32_t names = plain ? count_names(p, box, entry) : most_names;
    if (!plain || names >= most_names || names >= kids) {
        return false;
    }
    box->line = spenn_arena_alloc(p->memory, (size_t)names, sizeof *box->line);
    for (int32_t i = 0; i < names; i++) {
        box->line[box->lines++] = line_of(p, &entry[i]);
    }
    box->label = spenn_arena_format(p->memory, "%s (%d)", box->title, (int)kids);
    return true;
}
