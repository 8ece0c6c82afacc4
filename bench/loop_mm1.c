/* SPDX-License-Identifier: MIT
 * M/M/1 as a small general event loop: a binary heap of (time, order, handler, argument),
 * customers from a free list in a linked queue. */
#include "draw.h"
#include "loops.h"

#include <Random123/philox.h>
#include <stdlib.h>

struct station;
struct event {
    double time;
    uint64_t order;
    void (*handle)(struct station *, void *);
    void *argument;
};

struct customer {
    double arrived;
    double service; /* when draws are keyed */
    struct customer *next;
};

struct station {
    struct event heap[16];
    int32_t pending;
    uint64_t order;
    double now, gap, sum;
    double service; /* of the customer to come */
    int64_t to_come, served;
    struct customer *first, *last, *free;
    struct customer *store;
    struct draw draw;
    bool keyed;
    uint64_t seed, number;
};

static int earlier(const struct event *a, const struct event *b)
{
    return a->time < b->time || (a->time == b->time && a->order < b->order);
}

static void schedule(struct station *s, double delay,
    void (*handle)(struct station *, void *), void *argument)
{
    struct event event = {s->now + delay, s->order++, handle, argument};
    int32_t i = s->pending++;
    while (i > 0 && earlier(&event, &s->heap[(i - 1) / 2])) {
        s->heap[i] = s->heap[(i - 1) / 2];
        i = (i - 1) / 2;
    }
    s->heap[i] = event;
}

static struct event take(struct station *s)
{
    struct event first = s->heap[0], last = s->heap[--s->pending];
    int32_t i = 0;
    for (int32_t child = 1; child < s->pending; child = 2 * i + 1) {
        if (child + 1 < s->pending && earlier(&s->heap[child + 1], &s->heap[child])) {
            child++;
        }
        if (!earlier(&s->heap[child], &last)) {
            break;
        }
        s->heap[i] = s->heap[child];
        i = child;
    }
    s->heap[i] = last;
    return first;
}

static struct customer *new_customer(struct station *s)
{
    struct customer *c = s->free;
    if (c) {
        s->free = c->next;
    } else {
        c = calloc(1, sizeof *c);
        if (!c) {
            abort();
        }
    }
    *c = (struct customer){.arrived = s->now};
    return c;
}

static double inverse(uint64_t bits)
{
    return -log(1.0 - (double)(bits >> 11) * 0x1p-53);
}

/* Hours to the next arrival, of the customer who then comes the service. */
static double next_gap(struct station *s, double *service)
{
    if (!s->keyed) {
        return s->gap * draw_exponential(&s->draw);
    }
    philox4x64_ctr_t block =
        philox4x64((philox4x64_ctr_t){{s->number++}}, (philox4x64_key_t){{s->seed}});
    *service = inverse(block.v[1]);
    return s->gap * inverse(block.v[0]);
}

static double service_of(struct station *s, const struct customer *c)
{
    return s->keyed ? c->service : draw_exponential(&s->draw);
}

static void finish(struct station *s, void *argument)
{
    struct customer *c = argument;
    s->sum += s->now - c->arrived;
    s->served++;
    s->first = c->next;
    c->next = s->free;
    s->free = c;
    if (s->first) {
        schedule(s, service_of(s, s->first), finish, s->first);
    }
}

static void arrive(struct station *s, void *argument)
{
    struct customer *c = new_customer(s);
    c->service = s->service;
    if (s->first) {
        s->last->next = c;
    } else {
        s->first = c;
        schedule(s, service_of(s, c), finish, c);
    }
    s->last = c;
    if (--s->to_come > 0) {
        schedule(s, next_gap(s, &s->service), arrive, argument);
    }
}

struct loop_result loop_mm1(const struct loop_mm1 *mm1, int64_t customers, uint64_t seed)
{
    struct station s = {
        .gap = 1.0 / mm1->rho, .to_come = customers, .keyed = mm1->keyed, .seed = seed};
    draw_start(&s.draw, seed);
    schedule(&s, next_gap(&s, &s.service), arrive, NULL);
    while (s.pending > 0) {
        struct event event = take(&s);
        s.now = event.time;
        event.handle(&s, event.argument);
    }
    while (s.free) {
        struct customer *c = s.free;
        s.free = c->next;
        free(c);
    }
    return (struct loop_result){2.0 * (double)s.served, s.sum / (double)s.served};
}
