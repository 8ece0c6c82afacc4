/* SPDX-License-Identifier: MIT
 * A regular tree with drawn contacts, as a model: what Dodds, Watts and Sabel (2003)
 * study and `spenn measure --congestion` reads back. It has no work to do. */
#include "links.h"
#include "recipe.h"

#include <math.h>
#include <stdlib.h>

enum { usual_span = 5, usual_depth = 6, most_units = 20000 };

struct network {
    struct spenn_recipe recipe;
    int32_t units, links;
    spenn_id *parent, *a, *b;
    const char **id; /* says the place: u-2-1 is the first below the second */
};

static bool count_units(struct network *n, struct spenn_error *err)
{
    struct spenn_recipe *r = &n->recipe;
    double units = 0;
    r->span = r->span ? r->span : usual_span;
    r->depth = r->depth ? r->depth : usual_depth;
    for (int32_t l = 0; l < r->depth && units <= most_units; l++) {
        units += pow(r->span, l);
    }
    n->units = (int32_t)units;
    n->links = r->links < 0 ? n->units : r->links;
    return (units <= most_units
               || spenn_fail(err, (struct spenn_where){0},
                   "--span %d and --depth %d make more than %d units", r->span, r->depth,
                   most_units))
        && (n->links <= 5 * most_units
            || spenn_fail(err, (struct spenn_where){0}, "--links must be at most %d",
                5 * most_units));
}

static void make_tree(struct network *n, struct spenn_arena *memory)
{
    n->parent = spenn_arena_alloc(memory, (size_t)n->units, sizeof *n->parent);
    n->id = spenn_arena_alloc(memory, (size_t)n->units, sizeof *n->id);
    for (spenn_id u = 0; u < n->units; u++) {
        spenn_id above = u > 0 ? (u - 1) / n->recipe.span : SPENN_NONE;
        n->parent[u] = above;
        n->id[u] = u > 0 ? spenn_arena_format(
                       memory, "%s-%d", n->id[above], (u - 1) % n->recipe.span + 1)
                         : "u";
    }
}

static void draw_links(
    struct network *n, const struct spenn_link_class *class, struct spenn_arena *memory)
{
    struct spenn_link_rule rule = {
        .parent = n->parent, .units = n->units, .class = class, .seed = n->recipe.seed};
    n->a = spenn_arena_alloc(memory, (size_t)n->links, sizeof *n->a);
    n->b = spenn_arena_alloc(memory, (size_t)n->links, sizeof *n->b);
    n->links = spenn_links_draw(&rule, n->links, n->a, n->b);
}

static void put_head(
    const struct network *n, const struct spenn_link_class *class, FILE *out)
{
    (void)fprintf(out,
        "# yaml-language-server: $schema=schema/model.json\n"
        "# Made by `spenn init --like %s --span %d --depth %d --links %d --seed %llu`.\n"
        "# No organization in particular: every value is assumed.\n"
        "spenn: model/1\n"
        "id: %s\n"
        "name: {nb: \"%s\", en: \"%s\"}\n"
        "source: spenn init\n"
        "note:\n"
        "  - >-\n"
        "    Regular line of %d layers, %d reports each, with %d contacts drawn by the "
        "rule of Dodds, Watts\n"
        "    and Sabel (2003). There is no work in it: see `spenn measure "
        "--congestion`.\n"
        "\nunits:\n",
        class->id, n->recipe.span, n->recipe.depth, n->links,
        (unsigned long long)n->recipe.seed, class->id, class->title_nb, class->title_en,
        n->recipe.depth, n->recipe.span, n->links);
}

static const char *write_model(const struct network *n,
    const struct spenn_link_class *class, struct spenn_arena *memory)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out) {
        abort();
    }
    put_head(n, class, out);
    for (spenn_id u = 0; u < n->units; u++) {
        bool leads = (int64_t)u * n->recipe.span + 1 < n->units;
        const char *kind = u == 0 ? "executive" : leads ? "department" : "team";
        (void)fprintf(out, "  - {id: %s, kind: %s", n->id[u], kind);
        (void)fprintf(out,
            u > 0 ? ", reports-to: %s, assumed: [kind, reports-to]}\n"
                  : ", assumed: [kind]}\n",
            u > 0 ? n->id[n->parent[u]] : "");
    }
    (void)fputs(n->links > 0 ? "\ncontact:\n" : "", out);
    for (int32_t i = 0; i < n->links; i++) {
        (void)fprintf(out, "  - {between: %s, and: %s, meets: 12/y, lasts: 30min}\n",
            n->id[n->a[i]], n->id[n->b[i]]);
    }
    (void)fclose(out);
    const char *copy = spenn_arena_text(memory, text);
    free(text);
    return copy;
}

bool spenn_network_make(const struct spenn_recipe *recipe, struct spenn_arena *memory,
    struct spenn_generated *generated, struct spenn_error *err)
{
    const struct spenn_link_class *class = spenn_link_class(recipe->like);
    struct network n = {.recipe = *recipe};
    if (!count_units(&n, err)) {
        return false;
    }
    make_tree(&n, memory);
    draw_links(&n, class, memory);
    *generated = (struct spenn_generated){.model = write_model(&n, class, memory)};
    return true;
}
