/* SPDX-License-Identifier: MIT
 * Dijkstra over (node, direction): a bend costs as much as so many points of length.
 * Every goal is a state of its own, so what a port adds is weighed too. O(n log n) in the
 * states looked at; their number over all searches has a limit. */
#include "grid.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { blocked = 255, most_toll = 200, most_nodes = 1 << 17, none = -1, first_port = -2 };
static const double bend = 14.0, same = 1e-6;

static void add(struct spenn_arena *memory, double **list, int32_t *count, double value)
{
    *(double *)spenn_drawing_add(memory, (void **)list, count, sizeof **list) = value;
}

void spenn_grid_x(struct grid *grid, double x)
{
    add(grid->memory, &grid->x, &grid->columns, x);
}

void spenn_grid_y(struct grid *grid, double y)
{
    add(grid->memory, &grid->y, &grid->rows, y);
}

static int compare(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static int32_t unique(double *value, int32_t count)
{
    int32_t kept = 0;
    if (count > 0) {
        qsort(value, (size_t)count, sizeof *value, compare);
    }
    for (int32_t i = 0; i < count; i++) {
        if (kept == 0 || value[i] - value[kept - 1] > same) {
            value[kept++] = value[i];
        }
    }
    return kept;
}

bool spenn_grid_make(struct grid *grid)
{
    grid->columns = unique(grid->x, grid->columns);
    grid->rows = unique(grid->y, grid->rows);
    if ((int64_t)grid->columns * grid->rows > most_nodes) {
        return false;
    }
    size_t nodes = (size_t)grid->columns * (size_t)grid->rows + 1;
    grid->toll = spenn_arena_alloc(grid->memory, (size_t)grid->rows + 1, sizeof(double));
    grid->step[0] = spenn_arena_alloc(grid->memory, nodes, 1);
    grid->step[1] = spenn_arena_alloc(grid->memory, nodes, 1);
    grid->cost = spenn_arena_alloc(grid->memory, 2 * nodes, sizeof *grid->cost);
    grid->back = spenn_arena_alloc(grid->memory, 2 * nodes, sizeof *grid->back);
    grid->goal = spenn_arena_alloc(grid->memory, nodes, sizeof *grid->goal);
    for (int32_t j = 0; j < grid->rows; j++) {
        grid->toll[j] = 1.0;
    }
    return true;
}

/* The first coordinate not below the value. */
static int32_t from(const double *list, int32_t count, double value)
{
    int32_t low = 0, high = count;
    while (low < high) {
        int32_t middle = (low + high) / 2;
        if (list[middle] < value) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

int32_t spenn_grid_row(const struct grid *grid, double y)
{
    return from(grid->y, grid->rows, y - same);
}

int32_t spenn_grid_node(const struct grid *grid, double x, double y)
{
    return spenn_grid_row(grid, y) * grid->columns
        + from(grid->x, grid->columns, x - same);
}

static void charge(struct grid *grid, int32_t way, int32_t node, int32_t toll)
{
    uint8_t *step = &grid->step[way][node];
    *step = toll == blocked || *step == blocked ? blocked
        : *step + toll > most_toll              ? most_toll
                                                : (uint8_t)(*step + toll);
}

/* Steps of a kind that touch the area; for those across a line only the step that passes
 * it, not the two that end on it. */
static void charge_all(struct grid *grid, int32_t way, const struct area *a, int32_t toll)
{
    bool flat = way == 0;
    const double *line = flat ? grid->y : grid->x, *run = flat ? grid->x : grid->y;
    int32_t lines = flat ? grid->rows : grid->columns;
    int32_t runs = flat ? grid->columns : grid->rows;
    double l0 = flat ? a->y0 : a->x0, l1 = flat ? a->y1 : a->x1;
    double r0 = flat ? a->x0 : a->y0, r1 = flat ? a->x1 : a->y1;
    int32_t begin = from(run, runs, r0); /* the step to the first inside counts, too */
    begin -= begin > 0 && (begin == runs || run[begin] > r0);
    for (int32_t l = from(line, lines, l0); l < lines && line[l] < l1; l++) {
        for (int32_t r = begin; r + 1 < runs && run[r] < r1; r++) {
            charge(grid, way, flat ? l * grid->columns + r : r * grid->columns + l, toll);
        }
    }
}

void spenn_grid_block(struct grid *grid, const struct area *a)
{
    charge_all(grid, 0, a, blocked);
    charge_all(grid, 1, a, blocked);
}

void spenn_grid_line(
    struct grid *grid, const struct area *line, double near, int32_t toll)
{
    bool flat = line->x1 - line->x0 > line->y1 - line->y0;
    struct area beside = {
        line->x0 - near, line->y0 - near, line->x1 + near, line->y1 + near};
    struct area across = *line;
    if (flat) {
        across.y1 = across.y0 + 1e-9;
    } else {
        across.x1 = across.x0 + 1e-9;
    }
    charge_all(grid, flat ? 0 : 1, &beside, blocked);
    charge_all(grid, flat ? 1 : 0, &across, toll);
}

static bool before(const struct grid_entry *a, const struct grid_entry *b)
{
    return a->cost != b->cost ? a->cost < b->cost : a->state < b->state;
}

static void push(struct grid *grid, double cost, int32_t state)
{
    struct grid_heap *heap = &grid->heap;
    if (heap->count == heap->room) {
        int32_t room = heap->room ? 2 * heap->room : 256;
        heap->entry = spenn_arena_grow(grid->memory, heap->entry, (size_t)heap->count,
            (size_t)room, sizeof *heap->entry);
        heap->room = room;
    }
    struct grid_entry entry = {cost, state};
    int32_t i = heap->count++;
    while (i > 0 && before(&entry, &heap->entry[(i - 1) / 2])) {
        heap->entry[i] = heap->entry[(i - 1) / 2];
        i = (i - 1) / 2;
    }
    heap->entry[i] = entry;
}

static struct grid_entry pop(struct grid_heap *heap)
{
    struct grid_entry top = heap->entry[0], last = heap->entry[--heap->count];
    int32_t i = 0;
    while (2 * i + 1 < heap->count) {
        int32_t child = 2 * i + 1;
        child += child + 1 < heap->count
            && before(&heap->entry[child + 1], &heap->entry[child]);
        if (!before(&heap->entry[child], &last)) {
            break;
        }
        heap->entry[i] = heap->entry[child];
        i = child;
    }
    heap->entry[i] = last;
    return top;
}

/* A state is a node and the way it was reached: along the row (even), the column (odd).
 */
static void reach(struct grid *grid, int32_t state, double cost, int32_t back)
{
    if (cost < grid->cost[state]) {
        grid->cost[state] = cost;
        grid->back[state] = back;
        push(grid, cost, state);
    }
}

static void start(struct grid *grid, const struct search *search)
{
    size_t states = 2 * (size_t)grid->columns * (size_t)grid->rows;
    for (size_t i = 0; i < states; i++) {
        grid->cost[i] = DBL_MAX;
    }
    grid->heap.count = 0;
    for (int32_t i = 0; i < search->starts; i++) {
        const struct port *port = &search->from[i];
        reach(grid, 2 * port->node + port->upright, port->cost, first_port - i);
    }
    for (int32_t i = 0; i < search->nodes; i++) {
        reach(grid, 2 * search->tree[i], 0.0, none);
        reach(grid, 2 * search->tree[i] + 1, 0.0, none);
    }
}

/* To the four nodes around. */
static void spread(struct grid *grid, int32_t state)
{
    int32_t node = state / 2, column = node % grid->columns, row = node / grid->columns;
    for (int32_t side = 0; side < 4; side++) {
        int32_t way = side / 2, sign = side % 2 ? 1 : -1;
        int32_t place = way ? row : column, last = (way ? grid->rows : grid->columns) - 1;
        if ((sign < 0 && place == 0) || (sign > 0 && place == last)) {
            continue;
        }
        int32_t next = node + sign * (way ? grid->columns : 1);
        uint8_t toll = grid->step[way][sign > 0 ? node : next];
        if (toll == blocked) {
            continue;
        }
        const double *line = way ? grid->y : grid->x;
        double length = fabs(line[place + sign] - line[place]);
        double cost = grid->cost[state] + toll + length * (way ? 1.0 : grid->toll[row])
            + (way == state % 2 ? 0.0 : bend);
        reach(grid, 2 * next + way, cost, state);
    }
}

static void trace(struct grid *grid, struct search *search, int32_t state)
{
    int32_t length = 1;
    int32_t first = state;
    while (grid->back[first] >= 0) {
        length += grid->back[first] / 2 != first / 2;
        first = grid->back[first];
    }
    search->start = grid->back[first] == none ? -1 : first_port - grid->back[first];
    search->way = spenn_arena_alloc(grid->memory, (size_t)length, sizeof *search->way);
    search->steps = length;
    for (int32_t at = state; at >= 0; at = grid->back[at]) {
        search->way[--length] = at / 2;
    }
}

struct goals {               /* by node */
    int32_t *next, *reached; /* of each goal: the next at its node; the state before it */
    double *cost;
};

static struct goals place_goals(struct grid *grid, const struct search *search)
{
    size_t count = (size_t)search->goals + 1;
    struct goals goals = {
        .next = spenn_arena_alloc(grid->memory, count, sizeof *goals.next),
        .reached = spenn_arena_alloc(grid->memory, count, sizeof *goals.reached),
        .cost = spenn_arena_alloc(grid->memory, count, sizeof *goals.cost),
    };
    memset(
        grid->goal, 0, (size_t)grid->columns * (size_t)grid->rows * sizeof *grid->goal);
    for (int32_t i = search->goals; i-- > 0;) {
        goals.next[i] = grid->goal[search->to[i].node];
        grid->goal[search->to[i].node] = i + 1;
        goals.cost[i] = DBL_MAX;
    }
    return goals;
}

static void arrive(struct grid *grid, const struct search *search,
    const struct goals *goals, const struct grid_entry *entry)
{
    int32_t states = 2 * grid->columns * grid->rows;
    for (int32_t g = grid->goal[entry->state / 2]; g > 0; g = goals->next[g - 1]) {
        const struct port *port = &search->to[g - 1];
        bool turns = port->upright != (entry->state % 2 != 0);
        double cost = entry->cost + port->cost + (turns ? bend : 0.0);
        if (cost < goals->cost[g - 1]) {
            goals->cost[g - 1] = cost;
            goals->reached[g - 1] = entry->state;
            push(grid, cost, states + g - 1);
        }
    }
}

bool spenn_grid_search(struct grid *grid, struct search *search)
{
    int32_t states = 2 * grid->columns * grid->rows;
    struct goals goals = place_goals(grid, search);
    start(grid, search);
    while (grid->heap.count > 0 && grid->spent < grid->budget) {
        struct grid_entry entry = pop(&grid->heap);
        if (entry.state >= states) {
            search->goal = entry.state - states;
            trace(grid, search, goals.reached[search->goal]);
            return true;
        }
        if (entry.cost <= grid->cost[entry.state]) {
            grid->spent++;
            arrive(grid, search, &goals, &entry);
            spread(grid, entry.state);
        }
    }
    return false;
}
