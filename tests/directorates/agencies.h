/* SPDX-License-Identifier: MIT
 * Reads the shipped models of directorates for the tests beside it. */
#ifndef SPENN_TEST_AGENCIES_H
#define SPENN_TEST_AGENCIES_H

#include "near.h"

#include "io.h"
#include "model.h"

#include <math.h>
#include <string.h>

enum { agency_count = 18 };

static const char *const agency_keys[agency_count] = {"nav", "arbeidstilsynet", "bufetat",
    "imdi", "dfo", "skatteetaten", "toll", "fiskeridirektoratet", "kystverket",
    "politiet", "udi", "dsb", "kriminalomsorgen", "husbanken", "lanekassen",
    "mattilsynet", "nve", "vegvesen"};

/* The model at a path below models/; the test ends with its problems when it is not
 * valid. */
static inline void read_model(const char *below, struct spenn_model *m)
{
    struct spenn_arena memory = {0};
    struct spenn_assumptions assume = {0};
    struct spenn_error err = {0};
    const char *path =
        spenn_arena_format(&memory, "%s/models/%s.yaml", SPENN_SOURCE, below);
    bool ok = spenn_read_assumptions(NULL, &memory, &assume, &err)
        && spenn_read_model(path, &assume, m, &err);
    if (!ok) {
        spenn_error_print(&err, stderr);
    }
    assert_true(ok);
    spenn_error_free(&err);
    spenn_arena_free(&memory);
}

static inline void read_agency(const char *key, struct spenn_model *m)
{
    char below[64];
    (void)snprintf(below, sizeof below, "directorates/%s", key);
    read_model(below, m);
}

/* Whether a list "a,b" or "a, b" of assumed keys holds this one. */
static inline bool is_assumed(const char *assumed, const char *key)
{
    size_t length = strlen(key);
    while (assumed) {
        assumed += strspn(assumed, ", ");
        if (strncmp(assumed, key, length) == 0
            && (assumed[length] == '\0' || assumed[length] == ',')) {
            return true;
        }
        assumed = strchr(assumed, ',');
    }
    return false;
}

#endif
