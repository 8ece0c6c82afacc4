/* SPDX-License-Identifier: MIT
 * Which desks and agendas have an exact twin in queueing theory, and why the others have
 * none. A desk where Poisson streams meet with exponential services of one mean, served
 * in the order they come, is M/M/c whatever else such desks do in the network (Jackson
 * 1957; Kelly 1979, section 3.1); at one server other laws and means are M/G/1. An
 * agenda to which items come as a Poisson stream is clocked bulk service. */
#ifndef SPENN_STATION_H
#define SPENN_STATION_H

#include "sim.h"

enum spenn_station_flaw { /* bits; of several the lowest is the reason */
    SPENN_FLAW_UNVISITED = 1 << 0,
    SPENN_FLAW_FULL = 1 << 1,         /* cannot keep up */
    SPENN_FLAW_SLOW = 1 << 2,         /* so nearly full that it does not settle in time */
    SPENN_FLAW_BEHIND = 1 << 3,       /* gets what such a desk or agenda lets through */
    SPENN_FLAW_PATIENCE = 1 << 4,     /* cases act at their deadline */
    SPENN_FLAW_ASSIGNED = 1 << 5,     /* cases go to the least loaded unit */
    SPENN_FLAW_TURNOVER = 1 << 6,     /* posts change hands */
    SPENN_FLAW_BOUND = 1 << 7,        /* flows are a bound for another reason */
    SPENN_FLAW_COORDINATION = 1 << 8, /* visits of the ladder */
    SPENN_FLAW_PRIORITIES = 1 << 9,
    SPENN_FLAW_JOINT = 1 << 10,      /* handling and decision in one visit */
    SPENN_FLAW_LAW = 1 << 11,        /* a service is not exponential */
    SPENN_FLAW_MEANS = 1 << 12,      /* services of different mean */
    SPENN_FLAW_CONCLUSION = 1 << 13, /* items may come back to the agenda */
    SPENN_FLAW_LENGTHS = 1 << 14,    /* items of different length */
    SPENN_FLAW_INFLOW = 1 << 15,     /* comes from where there is no product form */
};
/* Flaws under which not even the flows are exact; and those that leave M/G/1. */
enum {
    SPENN_FLAWS_OF_FLOW = SPENN_FLAW_FULL | SPENN_FLAW_SLOW | SPENN_FLAW_BEHIND
        | SPENN_FLAW_PATIENCE | SPENN_FLAW_ASSIGNED | SPENN_FLAW_TURNOVER
        | SPENN_FLAW_BOUND | SPENN_FLAW_UNVISITED,
    SPENN_FLAWS_OF_SERVICE = SPENN_FLAW_JOINT | SPENN_FLAW_LAW | SPENN_FLAW_MEANS,
};

struct spenn_stations {
    int32_t count; /* rows as in spenn_sim_flows */
    int32_t *flaws;
    int32_t *servers; /* of a desk; places of a meeting */
    double *rate;     /* visits an hour */
    double *mean;     /* hours of a visit in service; an agenda: between meetings */
    double *square;   /* mean of the square of those hours */
    double *stay;     /* mean hours there after waiting: in service, in the meeting */
    spenn_id *row;    /* its unit or forum */
    int32_t tasks;
    int32_t *task_flaws; /* of those that its cases visit */
    double *task_rate;   /* cases an hour */
};

/* In `memory`. `settling`: hours that a queue may take to forget how it began
 * (spenn_station_relaxation). */
struct spenn_stations spenn_stations_find(
    const struct spenn_sim_plan *plan, double settling, struct spenn_arena *memory);

/* Hours in which what is left of an empty start falls to 1/e, of M/M/c and in heavy
 * traffic of others: (1 + scv) / 2 x mean / servers / (1 - sqrt(load))^2, at least one
 * mean (Kleinrock 1975, section 2.12); of an agenda of K places with a items between
 * meetings a random walk's, (1 + 4 a / (K - a)^2) intervals. INFINITY when full. */
double spenn_station_relaxation(const struct spenn_stations *stations,
    const struct spenn_sim_flows *flows, int32_t i);

/* Why a station has no twin, of the lowest bit; NULL without flaws. */
const char *spenn_station_reason(int32_t flaws);

/* Mean hours of waiting by theory at a station whose flaws allow it: M/M/c without any,
 * M/G/1 with flaws of service only and one server, an agenda without any; else NAN. */
enum spenn_station_twin {
    SPENN_TWIN_NONE,
    SPENN_TWIN_MMC,
    SPENN_TWIN_MG1,
    SPENN_TWIN_MEETING
};
enum spenn_station_twin spenn_station_twin(const struct spenn_stations *stations,
    const struct spenn_sim_flows *flows, int32_t i);

#endif
