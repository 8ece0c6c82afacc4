/* SPDX-License-Identifier: MIT
 * A map of two inputs: the points sorted into bins, whatever the other inputs were. */
#ifndef SPENN_MAP_H
#define SPENN_MAP_H

#include "arena.h"

#include <stdint.h>

struct spenn_map_points {
    int32_t points;
    const double *u;       /* [points x stride], 0 <= u <= 1 */
    int32_t stride;        /* columns of u */
    int32_t across, up;    /* the two columns */
    const int8_t *verdict; /* 1: of the kind mapped, 0: of another, below 0: none */
    const double *value;   /* difference; NAN: none */
};

struct spenn_map_bin {
    int32_t points;   /* all in the bin; 0: nothing is known of it */
    int32_t verdicts; /* of these with a verdict */
    double share;     /* of these of the kind mapped; NAN with none */
    double mean;      /* difference, over points that have one; NAN with none */
};

struct spenn_map {
    int32_t bins;              /* a side; each is 1/bins of the input's range */
    struct spenn_map_bin *bin; /* [up x across]: bin[row * bins + column] */
};

/* Bins a side so that one holds about 16 points: 2 to 10. */
int32_t spenn_map_bins(int32_t points);

/* Lives in `memory`. */
void spenn_map_make(const struct spenn_map_points *points, int32_t bins,
    struct spenn_arena *memory, struct spenn_map *map);

#endif
