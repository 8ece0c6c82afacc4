/* SPDX-License-Identifier: MIT
 * A tree of sections and teams whose spans are those of 4,131 managers of the published
 * organograms of British public bodies: mean 4.44, median 4, ninth decile 8; 1.5 % of
 * posts vacant. A lognormal with median 3.85 and sigma 0.53, rounded, has these. */
#include "recipe.h"

#include <math.h>
#include <string.h>

enum { usual_depth = 4, most_span = 62, most_layers = 12 };

static const double usual_span = 4.44, span_median = 3.85, span_sigma = 0.53;

static int32_t draw_span(const struct draft *d, int32_t number)
{
    struct spenn_time time = {.law = SPENN_LAW_LOGNORMAL,
        .mean = span_median * exp(span_sigma * span_sigma / 2),
        .shape = sqrt(exp(span_sigma * span_sigma) - 1)};
    struct spenn_law_ready law = spenn_law_ready(&time);
    double span = round(spenn_law_value(&law, spenn_draft_draw(d, "span", number)));
    return (int32_t)fmin(fmax(span, 1), most_span);
}

void spenn_draft_spans(const struct draft *d, int32_t *span, int32_t count, int32_t sum)
{
    int32_t drawn = 0;
    for (int32_t i = 0; i < count; i++) {
        span[i] = draw_span(d, i);
        drawn += span[i];
    }
    for (int32_t n = 0; drawn != sum; n++) {
        int32_t i = (int32_t)(spenn_draft_draw(d, "adjust", n) * count);
        int32_t step = drawn < sum ? 1 : -1;
        if (span[i] + step >= 1) {
            span[i] += step;
            drawn += step;
        }
    }
}

/* How many of each layer are managers: growth g from layer to layer with R (1 + g + ...)
 * = managers in all. Returns the number of layers of managers used. */
static int32_t plan_layers(
    int32_t roots, int32_t managers, int32_t layers, int32_t manager[most_layers])
{
    double low = 0, high = usual_span;
    for (int32_t i = 0; i < 60; i++) {
        double growth = (low + high) / 2, sum = 0;
        for (int32_t l = 0; l < layers; l++) {
            sum += roots * pow(growth, l);
        }
        *(sum < managers ? &low : &high) = growth;
    }
    int32_t left = managers;
    for (int32_t l = 0; l < layers; l++) {
        int32_t here = (int32_t)lround(roots * pow(low, l));
        manager[l] = l == layers - 1 || here > left ? left : here;
        left -= manager[l];
    }
    return layers;
}

struct tree {
    struct draft *d;
    int32_t *span;           /* of managers, layer by layer */
    const char **superior;   /* ids of the managers of this layer */
    const char **next;       /* of the next one */
    int32_t sections, teams; /* made so far */
};

static const char *add_row(struct tree *tree, const char *parent, bool manages)
{
    struct draft *d = tree->d;
    int32_t number = manages ? ++tree->sections : ++tree->teams;
    struct row row = {
        .id = spenn_arena_format(d->memory, manages ? "seksjon-%d" : "team-%d", number),
        .name = {spenn_arena_format(
                     d->memory, manages ? "Seksjon %d" : "Team %d", number),
            spenn_arena_format(d->memory, manages ? "Section %d" : "Team %d", number)},
        .kind = manages ? "department" : "team",
        .parent = parent,
        .caseworkers = manages ? 0 : 3,
        .vacant = !manages && spenn_draft_draw(d, "vacant", number) < 0.015,
        .post = manages ? POST_SECTION : POST_TEAM};
    return spenn_draft_row(d, row)->id;
}

/* The reports of one layer of managers; `below` of them manage, as evenly as can be. */
static void add_layer(struct tree *tree, int32_t managers, int32_t below)
{
    int32_t reports = 0, made = 0, manager = 0;
    for (int32_t i = 0; i < managers; i++) {
        reports += tree->span[i];
    }
    for (int32_t k = 0, left = tree->span[0]; k < reports; k++, left--) {
        if (left == 0) {
            left = tree->span[++manager];
        }
        bool manages = (int64_t)(k + 1) * below / reports > made;
        tree->next[made] = add_row(tree, tree->superior[manager], manages);
        made += manages;
    }
}

/* A layer must have as many reports as the next one has managers: taken from later spans.
 */
static void borrow(int32_t *span, int32_t managers, int32_t count, int32_t needed)
{
    int32_t reports = 0;
    for (int32_t i = 0; i < managers; i++) {
        reports += span[i];
    }
    for (int32_t i = managers, turn = 0; reports < needed && i < count; i++) {
        for (; span[i] > 1 && reports < needed; span[i]--, reports++, turn++) {
            span[turn % managers]++;
        }
    }
}

/* Units that `layers` of managers of the usual span have below them. */
static double most_below(int32_t roots, int32_t layers)
{
    double most = 0;
    for (int32_t l = 1; l <= layers; l++) {
        most += roots * pow(usual_span, l);
    }
    return most;
}

/* Layers of managers below *layers others: as asked, else enough for the size. */
static bool choose_layers(const struct spenn_recipe *recipe, int32_t roots, int32_t extra,
    int32_t *layers, struct spenn_error *err)
{
    struct spenn_where nowhere = {0};
    int32_t above = *layers;
    if (extra < roots) {
        return spenn_fail(err, nowhere, "--size %d leaves no unit below each of the %d",
            recipe->size, roots);
    }
    *layers = (recipe->depth ? recipe->depth : usual_depth) - above;
    while (!recipe->depth && extra > most_below(roots, *layers)) {
        ++*layers;
    }
    if (*layers > most_layers) {
        return spenn_fail(
            err, nowhere, "--depth must be at most %d", most_layers + above);
    }
    return (*layers >= 1 && extra <= most_below(roots, *layers))
        || spenn_fail(err, nowhere,
            "--depth %d is too few layers for --size %d at a span of 4.4", recipe->depth,
            recipe->size);
}

/* Layers above the tree. */
static int32_t layers_above(const struct draft *d, enum post post)
{
    return post == POST_UNIT && d->sectored ? 3 : 2;
}

static int32_t list_roots(struct draft *d, enum post post, const char **id)
{
    int32_t roots = 0, rows = d->rows;
    for (int32_t r = 0; r < rows; r++) {
        const struct row *row = &d->row[r];
        bool root = row->post == post
            || (strcmp(d->recipe->like, "directorate") == 0 && row->post == POST_CHIEF);
        for (int32_t k = 1; root && k <= (row->count ? row->count : 1); k++) {
            id[roots++] = row->count > 1
                ? spenn_arena_format(d->memory, "%s-%d", row->id, k)
                : row->id;
        }
    }
    return roots;
}

static int32_t count_units(const struct draft *d)
{
    int32_t units = 0;
    for (int32_t r = 0; r < d->rows; r++) {
        units += d->row[r].count ? d->row[r].count : 1;
    }
    return units;
}

bool spenn_draft_tree(struct draft *d, enum post post, struct spenn_error *err)
{
    int32_t units = count_units(d), extra = d->recipe->size - units;
    size_t room = (size_t)(extra > units ? extra : units) + 1;
    struct tree tree = {.d = d,
        .superior = spenn_arena_alloc(d->memory, room, sizeof(char *)),
        .next = spenn_arena_alloc(d->memory, room, sizeof(char *))};
    int32_t roots = list_roots(d, post, tree.superior), manager[most_layers] = {0};
    int32_t layers = layers_above(d, post);
    if (!choose_layers(d->recipe, roots, extra, &layers, err)) {
        return false;
    }
    int32_t managers = (int32_t)lround(extra / usual_span);
    managers = managers < roots ? roots : managers;
    layers = plan_layers(roots, managers, layers, manager);
    tree.span = spenn_arena_alloc(d->memory, (size_t)managers, sizeof *tree.span);
    spenn_draft_spans(d, tree.span, managers, extra);
    for (int32_t l = 0, left = managers; l < layers && manager[l] > 0; l++) {
        int32_t below = l + 1 < layers ? manager[l + 1] : 0;
        borrow(tree.span, manager[l], left, below);
        add_layer(&tree, manager[l], below);
        tree.span += manager[l];
        left -= manager[l];
        const char **swap = tree.superior;
        tree.superior = tree.next;
        tree.next = swap;
    }
    return true;
}
