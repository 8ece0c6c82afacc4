/* SPDX-License-Identifier: MIT
 * Knowledge hierarchies. */
#include "knowledge.h"

#include <gsl/gsl_min.h>
#include <math.h>
#include <stdbool.h>

double spenn_knowledge_span(double help, double solved)
{
    return help > 0.0 && solved >= 0.0 && solved < 1.0 ? 1.0 / (help * (1.0 - solved))
                                                       : NAN;
}

double spenn_autarky_knowledge(double rate, double cost)
{
    return cost > 0.0 && cost < rate ? log(rate / cost) / rate : NAN;
}

double spenn_autarky_output(double rate, double cost)
{
    double z = spenn_autarky_knowledge(rate, cost);
    return 1.0 - exp(-rate * z) - cost * z;
}

struct team {
    double rate, help, cost;
};

static double span_of(const struct team *t, double z)
{
    return spenn_knowledge_span(t->help, 1.0 - exp(-t->rate * z));
}

/* All that a team knows when its workers know z: never less than they. */
static double known(const struct team *t, double z)
{
    return fmax(log(span_of(t, z) * t->rate / t->cost) / t->rate, z);
}

static double minus_output(double z, void *context)
{
    const struct team *t = context;
    double n = span_of(t, z), all = known(t, z);
    double gross = n * (1.0 - exp(-t->rate * all) - t->cost * z) - t->cost * (all - z);
    return -gross / (n + 1.0);
}

/* The workers' best knowledge: on a grid up to what one alone would learn, which is more
 * than anyone with a helper does, then by Brent. */
static double best_knowledge(const struct team *t)
{
    double most = spenn_autarky_knowledge(t->rate, t->cost), step = most / 200.0;
    double best = 0.0;
    if (!(t->help > 0.0 && t->help <= 1.0) || isnan(most)) {
        return NAN;
    }
    for (int i = 1; i < 200; i++) {
        double z = i * step;
        best = minus_output(z, (void *)t) < minus_output(best, (void *)t) ? z : best;
    }
    if (best == 0.0) {
        return best;
    }
    gsl_function function = {minus_output, (void *)t};
    double low = best - step, high = best + step;
    gsl_min_fminimizer *search = gsl_min_fminimizer_alloc(gsl_min_fminimizer_brent);
    gsl_min_fminimizer_set(search, &function, best, low, high);
    for (int i = 0; i < 100 && high - low > 1e-9; i++) {
        gsl_min_fminimizer_iterate(search);
        low = gsl_min_fminimizer_x_lower(search);
        high = gsl_min_fminimizer_x_upper(search);
    }
    best = gsl_min_fminimizer_x_minimum(search);
    gsl_min_fminimizer_free(search);
    return best;
}

double spenn_team_knowledge(double rate, double help, double cost)
{
    return best_knowledge(&(struct team){rate, help, cost});
}

double spenn_team_helper_knowledge(double rate, double help, double cost)
{
    struct team t = {rate, help, cost};
    double z = best_knowledge(&t);
    return known(&t, z) - z;
}

double spenn_team_span(double rate, double help, double cost)
{
    struct team t = {rate, help, cost};
    return span_of(&t, best_knowledge(&t));
}

double spenn_team_output(double rate, double help, double cost)
{
    struct team t = {rate, help, cost};
    double z = best_knowledge(&t);
    return isnan(z) ? NAN : -minus_output(z, &t);
}

double spenn_layer_size(double help, const double *mass, int32_t layer)
{
    double unsolved = 1.0;
    for (int32_t i = 0; i < layer; i++) {
        unsolved -= mass[i];
    }
    return layer > 0 ? help * unsolved : 1.0;
}

double spenn_layer_load(const double *mass, int32_t layers)
{
    double load = 0.0;
    for (int32_t i = 0; i < layers; i++) {
        load += i * mass[i];
    }
    return load;
}

enum { most_layers = 8 };

/* The next order of `from` after this one, as words in a dictionary. */
static bool next_order(int32_t *order, int32_t count)
{
    int32_t i = count - 2;
    while (i >= 0 && order[i] > order[i + 1]) {
        i--;
    }
    if (i < 0) {
        return false;
    }
    int32_t j = count - 1, kept = order[i];
    while (order[j] < kept) {
        j--;
    }
    order[i] = order[j];
    order[j] = kept;
    for (int32_t a = i + 1, b = count - 1; a < b; a++, b--) {
        kept = order[a];
        order[a] = order[b];
        order[b] = kept;
    }
    return true;
}

double spenn_layer_least_load(const double *mass, int32_t layers, int32_t *orders)
{
    int32_t order[most_layers];
    double least = INFINITY, arranged[most_layers];
    *orders = 0;
    if (layers < 2 || layers > most_layers) {
        return NAN;
    }
    for (int32_t i = 0; i < layers; i++) {
        order[i] = i;
    }
    do {
        for (int32_t i = 0; i < layers; i++) {
            arranged[i] = mass[order[i]];
        }
        double load = spenn_layer_load(arranged, layers);
        bool less = load < least - 1e-12;
        *orders = less ? 1 : *orders + (load < least + 1e-12);
        least = less ? load : least;
    } while (next_order(order, layers));
    return least;
}
