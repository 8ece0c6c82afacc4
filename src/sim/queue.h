/* SPDX-License-Identifier: MIT
 * Lists of cases through their slots. */
#ifndef SPENN_QUEUE_H
#define SPENN_QUEUE_H

#include "engine.h"

static inline void spenn_queue_append(
    struct spenn_case *item, int32_t *head, int32_t *tail, int32_t slot)
{
    item[slot].next = SPENN_NONE;
    item[slot].previous = *tail;
    if (*tail == SPENN_NONE) {
        *head = slot;
    } else {
        item[*tail].next = slot;
    }
    *tail = slot;
}

static inline void spenn_queue_remove(
    struct spenn_case *item, int32_t *head, int32_t *tail, int32_t slot)
{
    int32_t before = item[slot].previous, after = item[slot].next;
    if (before == SPENN_NONE) {
        *head = after;
    } else {
        item[before].next = after;
    }
    if (after == SPENN_NONE) {
        *tail = before;
    } else {
        item[after].previous = before;
    }
}

#endif
