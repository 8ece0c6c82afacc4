/* SPDX-License-Identifier: MIT
 * Hierarchies with the same span everywhere. */
#include "hierarchy.h"

#include "count.h"

#include <gsl/gsl_min.h>
#include <gsl/gsl_roots.h>

double spenn_possible_pairs(double n)
{
    return spenn_is_count(n, 0.0, 1e7) ? n * (n - 1.0) / 2.0 : NAN;
}

double spenn_tree_size(double span, double layers)
{
    if (!spenn_is_count(span, 1.0, 1e6) || !spenn_is_count(layers, 1.0, 60.0)) {
        return NAN;
    }
    double size = 0.0;
    for (int layer = 0; layer < (int)layers; layer++) {
        size = size * span + 1.0;
    }
    return size;
}

double spenn_layers_needed(double size, double span)
{
    if (!(size >= 1.0 && size <= 1e15) || !spenn_is_count(span, 2.0, 1e6)) {
        return NAN;
    }
    double layers = 1.0;
    while (spenn_tree_size(span, layers) < size) {
        layers += 1.0;
    }
    return layers;
}

double spenn_tree_manager_share(double span, double layers)
{
    double above = layers > 1.0 ? spenn_tree_size(span, layers - 1.0) : 0.0;
    return above / spenn_tree_size(span, layers);
}

double spenn_simon_elasticity(double pay, double span)
{
    return pay > 1.0 && span > 1.0 ? log(pay) / log(span) : NAN;
}

double spenn_simon_pareto(double pay, double span)
{
    return 1.0 / spenn_simon_elasticity(pay, span);
}

double spenn_williamson_layers(double complied, double span, double rise, double wage)
{
    if (!(complied > 0.0 && complied < 1.0 && complied * span > 1.0)
        || !(rise > 0.0 && rise < span && wage > 0.0)) {
        return NAN;
    }
    double sum =
        log(wage) + log(span / (span - rise)) + log(log(span) / log(complied * span));
    return 1.0 + sum / log(complied);
}

struct firm {
    double complied, span, rise, wage;
};

static double loss(double layers, void *context)
{
    const struct firm *f = context;
    double output = pow(f->complied * f->span, layers - 1.0);
    return f->wage * pow(f->span, layers) / (f->span - f->rise) - output;
}

double spenn_williamson_searched(double complied, double span, double rise, double wage)
{
    struct firm f = {complied, span, rise, wage};
    if (isnan(spenn_williamson_layers(complied, span, rise, wage))) {
        return NAN;
    }
    double best = 1.0; /* on a grid of tenths, then Brent between its neighbours */
    for (int tenth = 11; tenth <= 2000 && isfinite(loss(0.1 * tenth, &f)); tenth++) {
        best = loss(0.1 * tenth, &f) < loss(best, &f) ? 0.1 * tenth : best;
    }
    if (!(best > 1.0 && best < 199.0)) {
        return NAN;
    }
    gsl_function function = {loss, &f};
    double low = best - 0.1, high = best + 0.1;
    gsl_min_fminimizer *search = gsl_min_fminimizer_alloc(gsl_min_fminimizer_brent);
    gsl_min_fminimizer_set(search, &function, best, low, high);
    for (int step = 0; step < 100 && high - low > 1e-8; step++) {
        gsl_min_fminimizer_iterate(search);
        low = gsl_min_fminimizer_x_lower(search);
        high = gsl_min_fminimizer_x_upper(search);
    }
    best = gsl_min_fminimizer_x_minimum(search);
    gsl_min_fminimizer_free(search);
    return best;
}

static double too_wide(double span, void *context)
{
    const double *ratio = context;
    return span * (log(span) - 1.0) - *ratio;
}

double spenn_equal_span(double ratio)
{
    if (!(ratio >= 0.0 && ratio <= 1e6)) {
        return NAN;
    }
    gsl_function function = {too_wide, &ratio};
    double low = 1.0, high = 10.0 + ratio;
    gsl_root_fsolver *solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    gsl_root_fsolver_set(solver, &function, low, high);
    for (int step = 0; step < 200 && high - low > 1e-14 * low; step++) {
        gsl_root_fsolver_iterate(solver);
        low = gsl_root_fsolver_x_lower(solver);
        high = gsl_root_fsolver_x_upper(solver);
    }
    double root = gsl_root_fsolver_root(solver);
    gsl_root_fsolver_free(solver);
    return root;
}

double spenn_equal_span_time(double ratio, double size)
{
    return size >= 1.0 ? spenn_equal_span(ratio) * log(size) : NAN;
}

double spenn_radner_delay(double items, double processors)
{
    if (!spenn_is_count(items, 1.0, 1e9) || !spenn_is_count(processors, 1.0, 1e9)) {
        return NAN;
    }
    double p = fmin(items, processors), parts = p + fmod(items, p), rounds = 0.0;
    while (exp2(rounds) < parts) {
        rounds += 1.0;
    }
    return floor(items / p) + rounds;
}

enum { most_items = 64 };

/* reached[r][k]: r items are unread, k registers hold sums. */
struct front {
    bool reached[most_items + 1][most_items + 1];
};

/* Up to `most` registers add an item each. */
static void reach(struct front *to, int r, int k, int most)
{
    for (int grown = 0; grown <= most; grown++) {
        to->reached[r - grown][k] = true;
    }
}

/* All that one cycle can make of (r, k): `merged` pairs of registers, `read` items, of
 * which idle processors begin with some and the other registers add the rest, one each.
 */
static void spread(struct front *to, int r, int k, int processors)
{
    for (int merged = 0; 2 * merged <= k; merged++) {
        for (int begun = 0; begun <= processors - k && begun <= r; begun++) {
            int most = k - 2 * merged < r - begun ? k - 2 * merged : r - begun;
            reach(to, r - begun, k - merged + begun, most);
        }
    }
}

static struct front after_cycle(const struct front *from, int items, int processors)
{
    struct front to = {0};
    int width = processors + 1;
    for (int i = 0; i < (items + 1) * width; i++) {
        if (from->reached[i / width][i % width]) {
            spread(&to, i / width, i % width, processors);
        }
    }
    return to;
}

double spenn_radner_searched(double items, double processors)
{
    if (!spenn_is_count(items, 1.0, most_items) || !spenn_is_count(processors, 1, 1e9)) {
        return NAN;
    }
    int n = (int)items, p = (int)fmin(items, processors);
    struct front front = {0};
    front.reached[n][0] = true;
    double cycles = 0.0;
    while (!front.reached[0][1]) {
        front = after_cycle(&front, n, p);
        cycles += 1.0;
    }
    return cycles;
}

double spenn_serial_delay(double items, double span)
{
    return items >= 1.0 && span > 1.0 ? span * log(items) / log(span) : NAN;
}
