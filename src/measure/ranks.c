/* SPDX-License-Identifier: MIT
 * Reachability in a directed graph, by strong components and bits. */
#include "ranks.h"

#include "net.h"
#include "table.h"

#include <stdint.h>
#include <string.h>

static struct spenn_net net_make(
    const struct spenn_arcs *arcs, bool back, struct spenn_arena *memory)
{
    return spenn_net_make(arcs->vertices, arcs->count, back ? arcs->to : arcs->from,
        back ? arcs->from : arcs->to, memory);
}

struct strong { /* strong components, numbered so that arcs lead to lower numbers */
    int32_t count;
    int32_t *of;           /* of a vertex; -1: not yet known */
    double *size;          /* vertices in it */
    struct spenn_net net;  /* arcs between components */
    struct spenn_net back; /* the same, against the arcs */
};

struct walk { /* of Tarjan's search, without recursion */
    int32_t *index, *low, *next, *path, *stack;
    int32_t met, depth, height;
};

static void enter(struct walk *w, const struct spenn_net *net, int32_t v)
{
    w->index[v] = w->low[v] = ++w->met;
    w->next[v] = net->first[v];
    w->path[w->depth++] = v;
    w->stack[w->height++] = v;
}

/* Ends the visit of the last vertex of the path; the first of a component closes it. */
static void leave(struct walk *w, struct strong *s)
{
    int32_t v = w->path[--w->depth];
    if (w->low[v] == w->index[v]) {
        int32_t u;
        do {
            u = w->stack[--w->height];
            s->of[u] = s->count;
            s->size[s->count] += 1.0;
        } while (u != v);
        s->count++;
    }
    if (w->depth > 0) {
        int32_t *low = &w->low[w->path[w->depth - 1]];
        *low = *low < w->low[v] ? *low : w->low[v];
    }
}

static void search_from(
    struct walk *w, const struct spenn_net *net, struct strong *s, int32_t root)
{
    enter(w, net, root);
    while (w->depth > 0) {
        int32_t v = w->path[w->depth - 1];
        if (w->next[v] == net->first[v + 1]) {
            leave(w, s);
            continue;
        }
        int32_t u = net->to[w->next[v]++];
        if (w->index[u] == 0) {
            enter(w, net, u);
        } else if (s->of[u] < 0 && w->index[u] < w->low[v]) {
            w->low[v] = w->index[u];
        }
    }
}

static struct strong strong_make(
    const struct spenn_arcs *arcs, struct spenn_arena *memory)
{
    size_t n = (size_t)arcs->vertices;
    struct spenn_net net = net_make(arcs, false, memory);
    struct strong s = {.of = spenn_arena_alloc(memory, n, sizeof *s.of),
        .size = spenn_arena_alloc(memory, n, sizeof *s.size)};
    struct walk walk = {.index = spenn_arena_alloc(memory, n, sizeof(int32_t)),
        .low = spenn_arena_alloc(memory, n, sizeof(int32_t)),
        .next = spenn_arena_alloc(memory, n, sizeof(int32_t)),
        .path = spenn_arena_alloc(memory, n, sizeof(int32_t)),
        .stack = spenn_arena_alloc(memory, n, sizeof(int32_t))};
    for (size_t v = 0; v < n; v++) {
        s.of[v] = -1;
    }
    for (int32_t v = 0; v < arcs->vertices; v++) {
        if (walk.index[v] == 0) {
            search_from(&walk, &net, &s, v);
        }
    }
    struct spenn_arcs between = {.vertices = s.count,
        .count = arcs->count,
        .from = spenn_arena_alloc(memory, (size_t)arcs->count, sizeof(int32_t)),
        .to = spenn_arena_alloc(memory, (size_t)arcs->count, sizeof(int32_t))};
    for (int32_t e = 0; e < arcs->count; e++) {
        between.from[e] = s.of[arcs->from[e]];
        between.to[e] = s.of[arcs->to[e]];
    }
    s.net = net_make(&between, false, memory);
    s.back = net_make(&between, true, memory);
    return s;
}

/* Weak components by union and find: of[v] is one vertex of v's component. */
static int32_t *weak_make(const struct spenn_arcs *arcs, struct spenn_arena *memory)
{
    int32_t *of = spenn_arena_alloc(memory, (size_t)arcs->vertices, sizeof *of);
    for (int32_t v = 0; v < arcs->vertices; v++) {
        of[v] = v;
    }
    for (int32_t e = 0; e < arcs->count; e++) {
        of[spenn_root_of(of, arcs->from[e])] = spenn_root_of(of, arcs->to[e]);
    }
    for (int32_t v = 0; v < arcs->vertices; v++) {
        of[v] = spenn_root_of(of, v);
    }
    return of;
}

/* Pairs joined by an arc in any direction: arcs without those whose opposite leads from
 * a lower vertex. */
static double count_edges(const struct spenn_arcs *arcs, struct spenn_arena *memory)
{
    struct spenn_net net = net_make(arcs, false, memory),
                     back = net_make(arcs, true, memory);
    int32_t *seen = spenn_arena_alloc(memory, (size_t)arcs->vertices, sizeof *seen);
    double edges = 0.0;
    for (int32_t v = 0; v < arcs->vertices; v++) {
        for (int32_t i = back.first[v]; i < back.first[v + 1]; i++) {
            seen[back.to[i]] = v + 1;
        }
        for (int32_t i = net.first[v]; i < net.first[v + 1]; i++) {
            edges += net.to[i] > v || seen[net.to[i]] != v + 1;
        }
    }
    return edges;
}

void spenn_ranks_count(const struct spenn_arcs *arcs, struct spenn_ranks *ranks)
{
    struct spenn_arena memory = {0};
    const int32_t *weak = weak_make(arcs, &memory);
    struct strong strong = strong_make(arcs, &memory);
    double *size = spenn_arena_alloc(&memory, (size_t)arcs->vertices, sizeof *size);
    *ranks = (struct spenn_ranks){
        .vertices = arcs->vertices, .edges = count_edges(arcs, &memory)};
    for (int32_t v = 0; v < arcs->vertices; v++) {
        size[weak[v]] += 1.0;
    }
    for (int32_t v = 0; v < arcs->vertices; v++) {
        if (weak[v] == v) {
            ranks->components++;
            ranks->joined += size[v] * (size[v] - 1.0) / 2.0;
            ranks->spare += (size[v] - 1.0) * (size[v] - 2.0) / 2.0;
        }
    }
    for (int32_t c = 0; c < strong.count; c++) {
        ranks->mutual += strong.size[c] * (strong.size[c] - 1.0) / 2.0;
    }
    spenn_arena_free(&memory);
}

enum { block = 1024, words = block / 64 }; /* components looked for in one go */

static void set_bit(uint64_t *bits, int32_t i)
{
    bits[i / 64] |= (uint64_t)1 << (i % 64);
}

static bool has_bit(const uint64_t *bits, int32_t i)
{
    return bits[i / 64] >> (i % 64) & 1U;
}

static void add_bits(uint64_t *bits, const uint64_t *more, int32_t count)
{
    for (int32_t w = 0; w < count; w++) {
        bits[w] |= more[w];
    }
}

/* Bits in common. */
static int32_t count_bits(const uint64_t *a, const uint64_t *b, int32_t count)
{
    int32_t sum = 0;
    for (int32_t w = 0; w < count; w++) {
        sum += __builtin_popcountll(a[w] & b[w]);
    }
    return sum;
}

/* Vertices in the components of `bits` beyond one each. */
static double weigh_large(
    const struct strong *s, int32_t base, const uint64_t *bits, const uint64_t *large)
{
    double sum = 0.0;
    for (int32_t w = 0; w < words; w++) {
        for (uint64_t left = bits[w] & large[w]; left; left &= left - 1) {
            sum += s->size[base + 64 * w + __builtin_ctzll(left)] - 1.0;
        }
    }
    return sum;
}

/* Adds to each component the vertices it reaches in components base .. base + block. */
static void reach_block(
    const struct strong *s, int32_t base, uint64_t *bits, double *reached)
{
    int32_t end = s->count - base < block ? s->count : base + block;
    uint64_t large[words] = {0};
    for (int32_t c = base; c < end; c++) {
        if (s->size[c] > 1.0) {
            set_bit(large, c - base);
        }
    }
    for (int32_t c = base; c < s->count; c++) {
        uint64_t *own = bits + (size_t)c * words;
        memset(own, 0, words * sizeof *own);
        if (c < end) {
            set_bit(own, c - base);
        }
        for (int32_t i = s->net.first[c]; i < s->net.first[c + 1]; i++) {
            int32_t to = s->net.to[i];
            add_bits(own, bits + (size_t)to * words, to >= base ? words : 0);
        }
        reached[c] += count_bits(own, own, words) + weigh_large(s, base, own, large);
    }
}

static int32_t superiors_of(const struct strong *s, int32_t c)
{
    return s->back.first[c + 1] - s->back.first[c];
}

/* Sums up trees in one pass; false, and nothing done, when one has two superiors. */
static bool reach_trees(const struct strong *s, double *reached)
{
    for (int32_t c = 0; c < s->count; c++) {
        if (superiors_of(s, c) > 1) {
            return false;
        }
    }
    for (int32_t c = 0; c < s->count; c++) {
        reached[c] += s->size[c];
        if (superiors_of(s, c) == 1) {
            reached[s->back.to[s->back.first[c]]] += reached[c];
        }
    }
    return true;
}

bool spenn_ranks_reach(const struct spenn_arcs *arcs, double most, double *reached)
{
    struct spenn_arena memory = {0};
    struct strong s = strong_make(arcs, &memory);
    double *sum = spenn_arena_alloc(&memory, (size_t)s.count, sizeof *sum);
    double between = arcs->vertices == 0 ? 0.0 : s.net.first[s.count];
    bool tree = reach_trees(&s, sum);
    bool fits = tree || (between + s.count) * s.count / 64.0 <= most;
    if (fits && !tree) {
        uint64_t *bits =
            spenn_arena_alloc(&memory, (size_t)s.count * words, sizeof *bits);
        for (int32_t base = 0; base < s.count; base += block) {
            reach_block(&s, base, bits, sum);
        }
    }
    for (int32_t v = 0; fits && v < arcs->vertices; v++) {
        reached[v] = sum[s.of[v]] - 1.0;
    }
    spenn_arena_free(&memory);
    return fits;
}

struct heads {            /* components with no superior or several; each tops a tree */
    int32_t count, words; /* words of 64 bits in a row of above */
    int32_t *of;          /* head of the tree a component hangs in, as a number */
    int32_t *depth;       /* components between a component and its head, and itself */
    int32_t *component;
    double *weight;  /* vertices in the tree */
    int32_t *weak;   /* weak component, to compare */
    uint64_t *above; /* components that reach the head, itself too: a row each */
};

/* Numbers the heads; components in falling order come after all above them. */
static struct heads heads_make(
    const struct strong *s, const int32_t *weak, struct spenn_arena *memory)
{
    size_t n = (size_t)s->count;
    struct heads h = {.words = s->count / 64 + 1,
        .of = spenn_arena_alloc(memory, n, sizeof *h.of),
        .depth = spenn_arena_alloc(memory, n, sizeof *h.depth),
        .component = spenn_arena_alloc(memory, n, sizeof *h.component),
        .weight = spenn_arena_alloc(memory, n, sizeof *h.weight),
        .weak = spenn_arena_alloc(memory, n, sizeof *h.weak)};
    for (int32_t c = s->count; c-- > 0;) {
        bool head = superiors_of(s, c) != 1;
        int32_t above = head ? -1 : s->back.to[s->back.first[c]];
        if (head) {
            h.component[h.count++] = c;
        }
        h.of[c] = head ? h.count - 1 : h.of[above];
        h.depth[c] = head ? 0 : h.depth[above] + 1;
        h.weight[h.of[c]] += s->size[c];
        h.weak[h.of[c]] = weak[c];
    }
    return h;
}

/* Adds what is above a superior of a head, and it: the way up to its own head, and what
 * is above that. */
static void add_above(
    const struct strong *s, const struct heads *h, int32_t up, uint64_t *row)
{
    const uint64_t *other = h->above + (size_t)h->of[up] * (size_t)h->words;
    for (; h->depth[up] > 0; up = s->back.to[s->back.first[up]]) {
        set_bit(row, up);
    }
    add_bits(row, other, h->words);
}

static void fill_above(
    const struct strong *s, struct heads *h, struct spenn_arena *memory)
{
    h->above =
        spenn_arena_alloc(memory, (size_t)h->count * (size_t)h->words, sizeof *h->above);
    for (int32_t g = 0; g < h->count; g++) {
        int32_t c = h->component[g];
        uint64_t *row = h->above + (size_t)g * (size_t)h->words;
        set_bit(row, c);
        for (int32_t i = s->back.first[c]; i < s->back.first[c + 1]; i++) {
            add_above(s, h, s->back.to[i], row);
        }
    }
}

/* Whether two heads, neither of which reaches the other, have a least upper bound: of
 * those above both, the lowest in number has to have all the others above it. */
static bool have_bound(const struct heads *h, int32_t a, int32_t b)
{
    const uint64_t *x = h->above + (size_t)a * (size_t)h->words;
    const uint64_t *y = h->above + (size_t)b * (size_t)h->words;
    int32_t w = 0;
    while (w < h->words && !(x[w] & y[w])) {
        w++;
    }
    if (w == h->words) {
        return false;
    }
    int32_t lowest = 64 * w + __builtin_ctzll(x[w] & y[w]), top = h->of[lowest];
    const uint64_t *z = h->above + (size_t)top * (size_t)h->words;
    return count_bits(x, y, h->words) == h->depth[lowest] + count_bits(z, z, h->words);
}

static double count_unbound(const struct heads *h)
{
    double pairs = 0.0;
    for (int32_t a = 0; a < h->count; a++) {
        const uint64_t *row = h->above + (size_t)a * (size_t)h->words;
        for (int32_t b = 0; b < a; b++) { /* b cannot hang below a */
            bool unbound = h->weak[a] == h->weak[b] && !has_bit(row, h->component[b])
                && !have_bound(h, a, b);
            pairs += unbound ? h->weight[a] * h->weight[b] : 0.0;
        }
    }
    return pairs;
}

bool spenn_ranks_unbound(const struct spenn_arcs *arcs, double most, double *pairs)
{
    struct spenn_arena memory = {0};
    struct strong s = strong_make(arcs, &memory);
    const int32_t *weak = weak_make(arcs, &memory);
    int32_t *weak_of = spenn_arena_alloc(&memory, (size_t)s.count, sizeof *weak_of);
    for (int32_t v = 0; v < arcs->vertices; v++) {
        weak_of[s.of[v]] = weak[v];
    }
    struct heads h = heads_make(&s, weak_of, &memory);
    bool fits = (double)h.count * h.count * s.count / 128.0 <= most;
    if (fits) {
        fill_above(&s, &h, &memory);
        *pairs = count_unbound(&h);
    }
    spenn_arena_free(&memory);
    return fits;
}
