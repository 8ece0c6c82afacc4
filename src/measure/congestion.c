/* SPDX-License-Identifier: MIT
 * Each unit hands a message to that neighbour which is nearest to the recipient by the
 * line, so a message comes at least one step nearer each time. For one recipient at a
 * time, units from far to near: what a unit sends and what it was handed goes on. */
#include "congestion.h"

#include "backbone.h"
#include "net.h"
#include "rest.h"
#include "table.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { most_height = 2000 }; /* of the line: the table of weights is its square */

const double spenn_usual_reach = 1.0;

int32_t spenn_usual_removals(int32_t units)
{
    return (units + 19) / 20;
}

static double pairs_of_members(const struct spenn_model *m)
{
    double pairs = 0.0;
    for (spenn_id f = 0; f < m->forums.count; f++) {
        pairs += m->forums.size[f] * (m->forums.size[f] - 1.0) / 2.0;
    }
    return pairs;
}

static void link_units(struct spenn_exchange *x, spenn_id a, spenn_id b)
{
    if (a != SPENN_NONE && b != SPENN_NONE && a != b) {
        x->a[x->links] = a;
        x->b[x->links++] = b;
    }
}

static void link_members(
    struct spenn_exchange *x, const struct spenn_model *m, spenn_id f)
{
    const spenn_id *member = m->members.unit + m->forums.first[f];
    for (int32_t i = 0; i < m->forums.size[f]; i++) {
        for (int32_t k = 0; k < i; k++) {
            link_units(x, member[k], member[i]);
        }
    }
}

/* Above this many pairs of members the links are not listed: see spenn_exchange_fits. */
#define MOST_LINKS 1e7

struct spenn_exchange spenn_exchange_make(
    const struct spenn_model *m, int32_t more, struct spenn_arena *memory)
{
    double pairs = pairs_of_members(m);
    struct spenn_exchange x = {
        .parent = m->units.parent, .id = m->units.id, .units = m->units.count};
    if (pairs > MOST_LINKS) {
        x.links = -1;
        return x;
    }
    size_t room =
        (size_t)pairs + (size_t)m->lines.count + (size_t)m->contacts.count + (size_t)more;
    x.a = spenn_arena_alloc(memory, room, sizeof *x.a);
    x.b = spenn_arena_alloc(memory, room, sizeof *x.b);
    for (int32_t e = 0; e < m->lines.count; e++) {
        link_units(&x, m->lines.from[e], m->lines.to[e]);
    }
    for (int32_t i = 0; i < m->contacts.count; i++) {
        if (m->contacts.meets[i] > 0.0) {
            link_units(&x, m->contacts.a[i], m->contacts.b[i]);
        }
    }
    for (spenn_id f = 0; f < m->forums.count; f++) {
        link_members(&x, m, f);
    }
    return x;
}

bool spenn_exchange_fits(const struct spenn_exchange *x, double most)
{
    struct spenn_arena scratch = {0};
    double cost = (double)x->units * (2.0 * x->units + 2.0 * x->links);
    bool fits = x->links >= 0 && cost <= most
        && spenn_backbone_make(x->parent, x->units, &scratch).height <= most_height;
    spenn_arena_free(&scratch);
    return fits;
}

/* Neighbours by the line and by links, nobody above several roots included. */
static struct spenn_net neighbours(const struct spenn_exchange *x,
    const struct spenn_backbone *b, struct spenn_arena *memory)
{
    size_t most = 2 * ((size_t)b->vertices + (size_t)x->links);
    int32_t *from = spenn_arena_alloc(memory, most, sizeof *from);
    int32_t *to = spenn_arena_alloc(memory, most, sizeof *to);
    int32_t count = 0;
    for (spenn_id v = 0; v < b->vertices; v++) {
        if (b->parent[v] != SPENN_NONE) {
            from[count] = v;
            to[count++] = b->parent[v];
        }
    }
    for (int32_t i = 0; i < x->links; i++) {
        from[count] = x->a[i];
        to[count++] = x->b[i];
    }
    for (int32_t e = 0; e < count; e++) {
        from[count + e] = to[e];
        to[count + e] = from[e];
    }
    return spenn_net_make(b->vertices, 2 * count, from, to, memory);
}

struct flow {
    struct spenn_backbone line;
    struct spenn_net net;
    int32_t width;
    double *weight; /* of a recipient: width x width, by steps up and down */
    double *sends;  /* messages of a unit for each 1 of weight; all send 1 / units */
    double *holds;  /* of the present recipient's messages, those handed to a unit */
    double *relays;
};

static double weight_of(const struct flow *f, spenn_id v)
{
    return f->weight[f->line.here[v] * f->width + f->line.there[v]];
}

static void set_weights(struct flow *f, double reach)
{
    for (int32_t here = 0; here < f->width; here++) {
        for (int32_t there = 0; there < f->width; there++) {
            f->weight[here * f->width + there] =
                exp(-spenn_backbone_distance(here, there) / reach);
        }
    }
}

/* Weight is the same both ways, so a walk from the sender finds all its recipients. */
static void set_sends(struct flow *f)
{
    for (spenn_id s = 0; s < f->line.count; s++) {
        double all = 0.0;
        spenn_backbone_walk(&f->line, s);
        for (int32_t i = 1; i < f->line.vertices; i++) {
            spenn_id v = f->line.order[i];
            all += v < f->line.count ? weight_of(f, v) : 0.0;
        }
        f->sends[s] = all > 0.0 ? 1.0 / all / f->line.count : 0.0;
    }
}

static int32_t steps(const struct flow *f, spenn_id v)
{
    return f->line.here[v] + f->line.there[v];
}

/* Hands what v has to its neighbours nearest the recipient, in equal parts. */
static void hand_on(struct flow *f, spenn_id v, double messages)
{
    const int32_t *to = f->net.to + f->net.first[v];
    int32_t degree = f->net.first[v + 1] - f->net.first[v];
    int32_t nearest = steps(f, v), ties = 0;
    for (int32_t i = 0; i < degree; i++) {
        int32_t far = steps(f, to[i]);
        ties = far < nearest ? 1 : ties + (far == nearest);
        nearest = far < nearest ? far : nearest;
    }
    for (int32_t i = 0; i < degree; i++) {
        f->holds[to[i]] += steps(f, to[i]) == nearest ? messages / ties : 0.0;
    }
}

static void flow_to(struct flow *f, spenn_id recipient)
{
    spenn_backbone_walk(&f->line, recipient);
    memset(f->holds, 0, (size_t)f->line.vertices * sizeof *f->holds);
    for (int32_t i = f->line.vertices; i-- > 1;) {
        spenn_id v = f->line.order[i];
        double own = v < f->line.count ? f->sends[v] * weight_of(f, v) : 0.0;
        f->relays[v] += f->holds[v];
        hand_on(f, v, own + f->holds[v]);
    }
}

void spenn_congestion(const struct spenn_exchange *x, double reach, double *congestion)
{
    struct spenn_arena memory = {0};
    struct flow f = {.line = spenn_backbone_make(x->parent, x->units, &memory)};
    size_t vertices = (size_t)f.line.vertices;
    assert(f.line.height <= most_height && reach > 0.0);
    f.net = neighbours(x, &f.line, &memory);
    f.width = f.line.height + 1;
    f.weight =
        spenn_arena_alloc(&memory, (size_t)f.width * (size_t)f.width, sizeof *f.weight);
    f.sends = spenn_arena_alloc(&memory, vertices, sizeof *f.sends);
    f.holds = spenn_arena_alloc(&memory, vertices, sizeof *f.holds);
    f.relays = spenn_arena_alloc(&memory, vertices, sizeof *f.relays);
    set_weights(&f, reach);
    set_sends(&f);
    for (spenn_id t = 0; t < x->units; t++) {
        flow_to(&f, t);
    }
    for (spenn_id u = 0; u < x->units; u++) {
        congestion[u] = f.relays[u];
    }
    spenn_arena_free(&memory);
}

struct rank {
    double congestion; /* rounded: sums in another order are the same */
    const char *id;
    spenn_id unit;
};

static int by_congestion(const void *a, const void *b)
{
    const struct rank *p = a, *q = b;
    if (p->congestion != q->congestion) {
        return p->congestion > q->congestion ? -1 : 1;
    }
    int order = p->id && q->id ? strcmp(p->id, q->id) : 0;
    return order ? order : (p->unit > q->unit) - (p->unit < q->unit);
}

void spenn_congestion_order(
    const struct spenn_exchange *x, const double *congestion, spenn_id *order)
{
    struct spenn_arena memory = {0};
    struct rank *rank = spenn_arena_alloc(&memory, (size_t)x->units, sizeof *rank);
    for (spenn_id u = 0; u < x->units; u++) {
        rank[u] = (struct rank){round(congestion[u] * 1e12), x->id ? x->id[u] : NULL, u};
    }
    qsort(rank, (size_t)x->units, sizeof *rank, by_congestion);
    for (int32_t i = 0; i < x->units; i++) {
        order[i] = rank[i].unit;
    }
    spenn_arena_free(&memory);
}

struct groups {     /* of vertices that hang together */
    int32_t *above; /* a tree of each group, itself at its root */
    int32_t *size;  /* at the root */
    int32_t largest;
};

/* Brings v back beside those of its neighbours that are there. */
static void bring_back(
    struct groups *g, const struct spenn_net *net, int32_t v, int32_t counts)
{
    g->above[v] = v;
    g->size[v] = counts;
    for (int32_t i = net->first[v]; i < net->first[v + 1]; i++) {
        if (g->above[net->to[i]] >= 0) {
            int32_t a = spenn_root_of(g->above, v),
                    b = spenn_root_of(g->above, net->to[i]);
            int32_t size = a == b ? g->size[a] : g->size[a] + g->size[b];
            g->above[b] = a;
            g->size[a] = size;
        }
    }
    int32_t size = g->size[spenn_root_of(g->above, v)];
    g->largest = size > g->largest ? size : g->largest;
}

void spenn_connectivity(
    const struct spenn_exchange *x, const double *congestion, int32_t most, double *share)
{
    struct spenn_arena memory = {0};
    struct spenn_backbone line = spenn_backbone_make(x->parent, x->units, &memory);
    struct spenn_net net = neighbours(x, &line, &memory);
    size_t vertices = (size_t)line.vertices;
    spenn_id *order = spenn_arena_alloc(&memory, vertices, sizeof *order);
    struct groups g = {.above = spenn_arena_alloc(&memory, vertices, sizeof *g.above),
        .size = spenn_arena_alloc(&memory, vertices, sizeof *g.size)};
    assert(most < x->units);
    spenn_congestion_order(x, congestion, order);
    memset(g.above, -1, vertices * sizeof *g.above);
    if (line.vertices > x->units) {
        bring_back(&g, &net, x->units, 0);
    }
    for (int32_t k = x->units; k-- > 0;) {
        bring_back(&g, &net, order[k], 1);
        if (k <= most) {
            share[k] = (double)g.largest / (x->units - k);
        }
    }
    spenn_arena_free(&memory);
}
