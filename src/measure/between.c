/* SPDX-License-Identifier: MIT
 * Folding, then Brandes on the core. */
#include "between.h"

#include "net.h"

struct fold {
    int32_t *degree; /* left over: 2 or more in the core, or 0 for a lone vertex */
    int32_t *order;  /* folded vertices, leaves first */
    int32_t *above;  /* what each was folded into */
    bool *gone;
    int32_t count;
    double *below, *squares; /* vertices folded into v; sum of squares by its branches */
    double *whole;           /* vertices of v's component, at its core vertices */
};

struct search {             /* one search of the core; all zero between two searches */
    int32_t *queue, *depth; /* depth 1 at the source */
    double *paths, *share;
};

/* Both directions of every edge. */
static struct spenn_net net_make(
    const struct spenn_edges *edges, struct spenn_arena *memory)
{
    int32_t count = edges->count;
    size_t ends = 2 * (size_t)count;
    int32_t *from = spenn_arena_alloc(memory, ends, sizeof *from);
    int32_t *to = spenn_arena_alloc(memory, ends, sizeof *to);
    for (int32_t e = 0; e < count; e++) {
        from[e] = to[count + e] = edges->a[e];
        to[e] = from[count + e] = edges->b[e];
    }
    return spenn_net_make(edges->vertices, 2 * count, from, to, memory);
}

static void fold_into(struct fold *f, int32_t v, int32_t above)
{
    double size = f->below[v] + 1.0;
    f->gone[v] = true;
    f->above[v] = above;
    f->order[f->count++] = v;
    f->below[above] += size;
    f->squares[above] += size * size;
    f->degree[above]--;
}

static int32_t staying_neighbour(
    const struct spenn_net *net, const struct fold *f, int32_t v)
{
    int32_t i = net->first[v];
    while (f->gone[net->to[i]]) {
        i++;
    }
    return net->to[i];
}

static struct fold fold_make(const struct spenn_net *net, struct spenn_arena *memory)
{
    size_t n = (size_t)net->vertices;
    struct fold f = {
        .degree = spenn_arena_alloc(memory, n, sizeof *f.degree),
        .order = spenn_arena_alloc(memory, n, sizeof *f.order),
        .above = spenn_arena_alloc(memory, n, sizeof *f.above),
        .gone = spenn_arena_alloc(memory, n, sizeof *f.gone),
        .below = spenn_arena_alloc(memory, n, sizeof *f.below),
        .squares = spenn_arena_alloc(memory, n, sizeof *f.squares),
        .whole = spenn_arena_alloc(memory, n, sizeof *f.whole),
    };
    for (int32_t v = 0; v < net->vertices; v++) {
        f.degree[v] = net->first[v + 1] - net->first[v];
    }
    for (int32_t leaf = 0; leaf < net->vertices; leaf++) {
        int32_t v = leaf;
        while (f.degree[v] == 1 && !f.gone[v]) {
            int32_t above = staying_neighbour(net, &f, v);
            fold_into(&f, v, above);
            v = above;
        }
    }
    return f;
}

/* The core alone, its vertices numbered anew: old number of vertex c is old[c]. */
struct core {
    struct spenn_net net;
    int32_t *old;
    double *weight;
};

static struct core core_make(
    const struct spenn_net *net, const struct fold *f, struct spenn_arena *memory)
{
    int32_t n = net->vertices;
    struct core core = {.old = spenn_arena_alloc(memory, (size_t)n, sizeof *core.old),
        .weight = spenn_arena_alloc(memory, (size_t)n, sizeof *core.weight)};
    int32_t *new_number = spenn_arena_alloc(memory, (size_t)n, sizeof *new_number);
    struct spenn_net *own = &core.net;
    for (int32_t v = 0; v < n; v++) {
        if (!f->gone[v]) {
            new_number[v] = own->vertices;
            core.weight[own->vertices] = f->below[v] + 1.0;
            core.old[own->vertices++] = v;
        }
    }
    own->first = spenn_arena_alloc(memory, (size_t)own->vertices + 1, sizeof *own->first);
    own->to = spenn_arena_alloc(memory, (size_t)net->first[n], sizeof *own->to);
    for (int32_t c = 0; c < own->vertices; c++) {
        int32_t v = core.old[c], end = own->first[c];
        for (int32_t i = net->first[v]; i < net->first[v + 1]; i++) {
            own->to[end] = new_number[net->to[i]];
            end += !f->gone[net->to[i]];
        }
        own->first[c + 1] = end;
    }
    return core;
}

/* Puts the neighbours of v that are new behind `tail` and hands on the ways to v. */
static int32_t visit(
    const struct spenn_net *net, int32_t v, int32_t tail, struct search *s)
{
    int32_t next = s->depth[v] + 1;
    for (int32_t i = net->first[v]; i < net->first[v + 1]; i++) {
        int32_t w = net->to[i];
        if (s->depth[w] == 0) {
            s->depth[w] = next;
            s->queue[tail++] = w;
        }
        s->paths[w] += s->depth[w] == next ? s->paths[v] : 0.0;
    }
    return tail;
}

/* Breadth-first search from `source`; counts shortest ways. Returns the vertices met. */
static int32_t search_from(const struct spenn_net *net, int32_t source, struct search *s)
{
    int32_t tail = 0;
    s->depth[source] = 1;
    s->paths[source] = 1.0;
    s->queue[tail++] = source;
    for (int32_t head = 0; head < tail; head++) {
        tail = visit(net, s->queue[head], tail, s);
    }
    return tail;
}

/* Adds what the ways from `source` to all others give to those between. */
static void add_shares(const struct core *core, int32_t source, int32_t met,
    struct search *s, double *through)
{
    const struct spenn_net *net = &core->net;
    while (met-- > 1) {
        int32_t w = s->queue[met];
        double each = (core->weight[w] + s->share[w]) / s->paths[w];
        for (int32_t i = net->first[w]; i < net->first[w + 1]; i++) {
            int32_t v = net->to[i];
            s->share[v] += s->depth[v] == s->depth[w] - 1 ? s->paths[v] * each : 0.0;
        }
        through[w] += core->weight[source] * s->share[w];
    }
}

/* Ways through core vertices between others of the core, and component sizes. */
static void search_core(
    const struct core *core, struct fold *f, struct spenn_arena *memory, double *between)
{
    size_t n = (size_t)core->net.vertices;
    struct search s = {
        .queue = spenn_arena_alloc(memory, n, sizeof *s.queue),
        .depth = spenn_arena_alloc(memory, n, sizeof *s.depth),
        .paths = spenn_arena_alloc(memory, n, sizeof *s.paths),
        .share = spenn_arena_alloc(memory, n, sizeof *s.share),
    };
    double *through = spenn_arena_alloc(memory, n, sizeof *through);
    for (int32_t c = 0; c < core->net.vertices; c++) {
        int32_t met = search_from(&core->net, c, &s);
        double whole = 0.0;
        for (int32_t i = 0; i < met; i++) {
            whole += core->weight[s.queue[i]];
        }
        f->whole[core->old[c]] = whole;
        add_shares(core, c, met, &s, through);
        for (int32_t i = 0; i < met; i++) {
            s.depth[s.queue[i]] = 0;
            s.paths[s.queue[i]] = s.share[s.queue[i]] = 0.0;
        }
    }
    for (int32_t c = 0; c < core->net.vertices; c++) {
        between[core->old[c]] = through[c] / 2.0;
    }
}

/* Core vertices that have an edge, times core edges. */
static double cost_of(const struct spenn_net *core)
{
    double joined = 0.0;
    for (int32_t c = 0; c < core->vertices; c++) {
        joined += core->first[c] < core->first[c + 1];
    }
    return joined * core->first[core->vertices] / 2.0;
}

bool spenn_betweenness(const struct spenn_edges *edges, double most, double *betweenness)
{
    struct spenn_arena memory = {0};
    struct spenn_net net = net_make(edges, &memory);
    struct fold f = fold_make(&net, &memory);
    struct core core = core_make(&net, &f, &memory);
    if (cost_of(&core.net) > most) {
        spenn_arena_free(&memory);
        return false;
    }
    for (int32_t v = 0; v < net.vertices; v++) {
        betweenness[v] = 0.0;
    }
    search_core(&core, &f, &memory, betweenness);
    for (int32_t i = f.count; i-- > 0;) {
        f.whole[f.order[i]] = f.whole[f.above[f.order[i]]];
    }
    for (int32_t v = 0; v < net.vertices; v++) {
        double s = f.below[v];
        betweenness[v] += (s * s - f.squares[v]) / 2.0 + s * (f.whole[v] - 1.0 - s);
    }
    spenn_arena_free(&memory);
    return true;
}
