/* SPDX-License-Identifier: MIT
 * Congestion and connectivity held to closed forms of the regular tree (derived from
 * Dodds, Watts and Sabel 2003) and to messages followed one by one. */
#include "small.h"

#include "congestion.h"

enum { most_units = 4000 };

struct net {
    spenn_id parent[most_units], a[8], b[8];
    double congestion[most_units];
    struct spenn_exchange x;
};

/* Root 0, then layer by layer; unit u has reports b u + 1 .. b u + b. */
static struct net *tree(int32_t b, int32_t layers)
{
    static struct net net;
    int32_t units = 0;
    for (int32_t l = 0, wide = 1; l < layers; l++, wide *= b) {
        units += wide;
    }
    for (spenn_id u = 0; u < units; u++) {
        net.parent[u] = u == 0 ? SPENN_NONE : (u - 1) / b;
    }
    net.x = (struct spenn_exchange){
        .parent = net.parent, .units = units, .a = net.a, .b = net.b};
    return &net;
}

static double root_relays(int32_t b, int32_t layers, double reach)
{
    struct net *net = tree(b, layers);
    spenn_congestion(&net->x, reach, net->congestion);
    return net->congestion[0];
}

static void root_of_a_bare_tree_relays_what_the_closed_form_says(void **state)
{
    static const struct {
        int32_t b, layers;
        double reach, root;
    } rows[] = {
        {2, 3, INFINITY, 0.428571},
        {2, 4, INFINITY, 0.466667},
        {3, 4, INFINITY, 0.65},
        {5, 3, INFINITY, 0.774194},
        {5, 6, INFINITY, 0.799795},
        {3, 4, 1.0, 0.161456},
        {5, 6, 2.0, 0.586542},
        {5, 6, 1.0, 0.225457},
        {5, 6, 0.5, 0.002472},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double root = root_relays(rows[i].b, rows[i].layers, rows[i].reach);
        assert_near(root, rows[i].root, 5e-7);
    }
}

/* Guimera, Diaz-Guilera, Vega-Redondo, Cabrales, Arenas (PRL 89:248701, 2002): when each
 * unit passes one message a step, first in first out, the root of S units chokes when
 * everybody sends more than (S - 1) / B messages a step, B the pairs it stands between;
 * with its own messages in the same queue, more than one over one more. */
static void root_chokes_at_the_critical_rate_of_guimera(void **state)
{
    static const struct {
        int32_t b, layers, relayed;
    } rows[] = {{2, 4, 7}, {3, 4, 26}, {5, 4, 124}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double root = root_relays(rows[i].b, rows[i].layers, INFINITY);
        double units = tree(rows[i].b, rows[i].layers)->x.units;
        assert_near(1.0 / (units * root), 1.0 / rows[i].relayed, 1e-12);
        assert_near(1.0 / (units * root + 1.0), 1.0 / (rows[i].relayed + 1), 1e-12);
    }
}

static double power(int32_t b, int32_t n)
{
    return pow(b, n);
}

/* Weight from a unit of depth l over all recipients of a regular tree; with `across`
 * only over those whose nearest common superior with it is the root. */
static double all_weight(int32_t b, int32_t layers, int32_t l, double reach, bool across)
{
    double sum = 0.0;
    for (int32_t up = across ? l : 0; up <= l; up++) {
        int32_t most = layers - 1 - (l - up);
        for (int32_t d = across; d <= most; d++) {
            double units = up == 0 ? power(b, d) : d == 0 ? 1 : (b - 1) * power(b, d - 1);
            double square = (double)up * up + (double)d * d - 2.0;
            bool self = up == 0 && d == 0;
            sum += self ? 0.0 : units * exp(-sqrt(fmax(square, 0.0)) / reach);
        }
    }
    return sum;
}

static void any_reach_follows_the_sum_over_layers(void **state)
{
    static const double reaches[] = {0.3, 0.7, 1.0, 3.0, 10.0};
    (void)state;
    for (int32_t b = 2; b <= 4; b++) {
        for (size_t i = 0; i < sizeof reaches / sizeof *reaches; i++) {
            double sum = 0.0;
            for (int32_t l = 1; l < 5; l++) {
                sum += power(b, l) * all_weight(b, 5, l, reaches[i], true)
                    / all_weight(b, 5, l, reaches[i], false);
            }
            double root = root_relays(b, 5, reaches[i]);
            assert_near(root, sum / tree(b, 5)->x.units, 1e-12);
        }
    }
}

static void a_tree_without_its_top_falls_into_its_branches(void **state)
{
    double share[32];
    (void)state;
    for (int32_t b = 3; b <= 5; b++) {
        struct net *net = tree(b, 5);
        spenn_congestion(&net->x, INFINITY, net->congestion);
        spenn_connectivity(&net->x, net->congestion, 1 + b, share);
        int32_t units = net->x.units, branch = (units - 1) / b;
        assert_near(share[0], 1.0, 0);
        assert_near(share[1], 1.0 / b, 1e-15);
        assert_near(
            share[1 + b], (branch - 1.0) / b / (units - 1 - b), 1e-15); /* about 1/b^2 */
    }
}

enum { few = 40 };

struct pairs {
    int32_t steps[few][few]; /* along the line */
    bool near[few][few];     /* by the line or a link */
    double relays[few];
};

/* Follows a message at v on its ways to t, adding its parts to those who relay. */
static void follow(struct pairs *p, int32_t units, spenn_id v, spenn_id t, double part)
{
    int32_t ties = 0, best = p->steps[v][t];
    for (spenn_id w = 0; w < units; w++) {
        if (p->near[v][w] && p->steps[w][t] < best) {
            best = p->steps[w][t];
            ties = 0;
        }
        ties += p->near[v][w] && p->steps[w][t] == best;
    }
    for (spenn_id w = 0; w < units; w++) {
        if (p->near[v][w] && p->steps[w][t] == best && w != t) {
            p->relays[w] += part / ties;
            follow(p, units, w, t, part / ties);
        }
    }
}

/* Up from the lower of both until they meet: rows of a regular tree grow downwards. */
static void count_steps(struct pairs *p, const struct net *net, spenn_id u, spenn_id v)
{
    spenn_id a = u, b = v;
    for (; a != b; p->steps[u][v]++) {
        *(a > b ? &a : &b) = net->parent[a > b ? a : b];
    }
    p->near[u][v] = p->near[u][v] || p->steps[u][v] == 1;
}

static void flow_is_that_of_messages_followed_one_by_one(void **state)
{
    static struct pairs p;
    static const spenn_id a[] = {7, 3, 8, 1, 13, 20}, b[] = {25, 12, 9, 30, 22, 38};
    struct net *net = tree(3, 4);
    int32_t units = net->x.units;
    (void)state;
    for (; net->x.links < 6; net->x.links++) {
        spenn_id v = net->a[net->x.links] = a[net->x.links];
        spenn_id w = net->b[net->x.links] = b[net->x.links];
        p.near[v][w] = p.near[w][v] = true;
    }
    for (int32_t i = 0; i < units * units; i++) {
        count_steps(&p, net, i / units, i % units);
    }
    for (int32_t i = 0; i < units * units; i++) {
        if (i / units != i % units) {
            follow(&p, units, i / units, i % units, 1.0 / (units - 1) / units);
        }
    }
    spenn_congestion(&net->x, INFINITY, net->congestion);
    for (spenn_id u = 0; u < units; u++) {
        assert_near(net->congestion[u], p.relays[u], 1e-14);
    }
}

/* a over b and c, d over e: a message from b to e passes a and d, those between a and d
 * none. Of 20 pairs a passes b-c, b-d, b-e, c-d, c-e both ways, d those of e with a, b,
 * c.
 */
static void several_roots_meet_at_nobody(void **state)
{
    struct spenn_model m = {0};
    (void)state;
    spenn_id a = small_unit(&m, "a", SPENN_DEPARTMENT, SPENN_NONE);
    small_unit(&m, "b", SPENN_TEAM, a);
    small_unit(&m, "c", SPENN_TEAM, a);
    spenn_id d = small_unit(&m, "d", SPENN_DEPARTMENT, SPENN_NONE);
    small_unit(&m, "e", SPENN_TEAM, d);
    struct spenn_exchange x = spenn_exchange_make(&m, 0, &m.memory);
    double congestion[5], share[3];
    spenn_congestion(&x, INFINITY, congestion);
    assert_near(congestion[a], 0.5, 1e-15);
    assert_near(congestion[d], 0.3, 1e-15);
    assert_near(congestion[1] + congestion[2] + congestion[4], 0.0, 0);
    spenn_connectivity(&x, congestion, 2, share);
    assert_near(share[0], 1.0, 0);
    assert_near(share[1], 0.5, 1e-15);
    assert_near(share[2], 1.0 / 3, 1e-15);
    spenn_model_free(&m);
}

/* Of a over b, c, d all six messages between teams pass a; two fewer with each link. c
 * does not know that b knows d. */
static void every_link_that_meets_takes_messages_from_the_leader(void **state)
{
    struct spenn_model m = {0};
    (void)state;
    spenn_id a = small_unit(&m, "a", SPENN_DEPARTMENT, SPENN_NONE);
    spenn_id b = small_unit(&m, "b", SPENN_TEAM, a);
    spenn_id c = small_unit(&m, "c", SPENN_TEAM, a);
    spenn_id d = small_unit(&m, "d", SPENN_TEAM, a);
    assert_near(small_value(&m, "congestion", NULL), 0.5, 1e-15);
    assert_near(small_value(&m, "connectivity", NULL), 1.0 / 3, 1e-15);
    small_contact(&m, b, c, 0);
    assert_near(small_value(&m, "congestion", "a"), 0.5, 1e-15);
    small_contact(&m, b, c, 12);
    assert_near(small_value(&m, "congestion", "a"), 4.0 / 12, 1e-15);
    small_line(&m, SPENN_LINE_ADVISORY, b, d);
    assert_near(small_value(&m, "congestion", "a"), 2.0 / 12, 1e-15);
    assert_near(small_value(&m, "connectivity", NULL), 1.0, 1e-15);
    small_forum(&m, 0, c, 12);
    small_member(&m, 0, d);
    assert_near(small_value(&m, "congestion", NULL), 0.0, 0);
    spenn_model_free(&m);
}

static void one_unit_sends_nothing(void **state)
{
    struct spenn_model m = {0};
    (void)state;
    small_unit(&m, "a", SPENN_DEPARTMENT, SPENN_NONE);
    assert_near(small_value(&m, "congestion", NULL), 0.0, 0);
    assert_true(isnan(small_value(&m, "connectivity", NULL)));
    spenn_model_free(&m);
}

static void what_would_take_too_long_is_not_measured(void **state)
{
    struct spenn_model deep = {0}, wide = {0};
    (void)state;
    for (spenn_id u = 0; u < 2002; u++) {
        small_unit(&deep, NULL, SPENN_TEAM, u - 1);
    }
    assert_true(isnan(small_value(&deep, "congestion", NULL)));
    assert_true(isnan(small_value(&deep, "connectivity", NULL)));
    for (spenn_id u = 0; u < 4500; u++) {
        small_unit(&wide, NULL, SPENN_TEAM, u == 0 ? SPENN_NONE : 0);
    }
    small_forum(&wide, 0, 0, 12);
    for (spenn_id u = 1; u < 4500; u++) {
        small_member(&wide, 0, u);
    }
    assert_true(isnan(small_value(&wide, "congestion", NULL)));
    spenn_model_free(&deep);
    spenn_model_free(&wide);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(root_of_a_bare_tree_relays_what_the_closed_form_says),
        cmocka_unit_test(root_chokes_at_the_critical_rate_of_guimera),
        cmocka_unit_test(any_reach_follows_the_sum_over_layers),
        cmocka_unit_test(a_tree_without_its_top_falls_into_its_branches),
        cmocka_unit_test(flow_is_that_of_messages_followed_one_by_one),
        cmocka_unit_test(several_roots_meet_at_nobody),
        cmocka_unit_test(every_link_that_meets_takes_messages_from_the_leader),
        cmocka_unit_test(one_unit_sends_nothing),
        cmocka_unit_test(what_would_take_too_long_is_not_measured),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
