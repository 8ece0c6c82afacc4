/* SPDX-License-Identifier: MIT
 * An organization over several pages: an overview, then a page for each unit of the first
 * level with all that is below it. Where that does not fit at 6 pt, the page shows the
 * next level only and its units have pages in turn. A page that needs no reference to
 * others is drawn when it is tried; the rest when all have their numbers. */
#include "book.h"

#include "page.h"

#include <string.h>

struct binding {
    const struct plan *all;
    struct spenn_chart_options options; /* of the pages but the first */
    int32_t first;                      /* box of the overview */
    int32_t *end;                       /* first box after each subtree */
    int32_t *number;                    /* page of each box, or 0 */
    int32_t *root;                      /* box of each page */
    int32_t *layers;                    /* of pages that refer to others, or 0 */
    int32_t *stack, depth;
    struct spenn_book *book, tables; /* of changes: the second page and on */
};

/* Layers of a page that leaves the rest to others: the leader and the next level. What
 * stands above the top leader is on the overview too. */
static int32_t layers_of(const struct binding *binding, int32_t root)
{
    const struct plan *all = binding->all;
    bool above =
        root == binding->first && all->top > root && all->top < binding->end[root];
    return above ? all->box[all->top].depth - all->box[root].depth
            + (all->box[root].unit == SPENN_NONE ? 1 : 2)
                 : 2;
}

/* Layers of all that is below a box, with it. */
static int32_t depth_of(const struct binding *binding, int32_t root)
{
    const struct box *box = binding->all->box;
    int32_t deepest = 0;
    for (int32_t b = root; b < binding->end[root]; b++) {
        deepest = box[b].depth > deepest ? box[b].depth : deepest;
    }
    return deepest - box[root].depth + (box[root].unit == SPENN_NONE ? 0 : 1);
}

/* Whether boxes as small as a line of text at 6 pt would be too many for the paper. */
static bool too_many(const struct binding *binding, int32_t root)
{
    const double least_w = 6.0, least_h = 7.0;
    struct spenn_page page = {
        .paper = binding->options.paper, .portrait = binding->options.portrait};
    spenn_page_room(&page);
    return (binding->end[root] - root) * least_w * least_h > page.room_w * page.room_h
        || depth_of(binding, root) * least_h > page.room_h;
}

/* Draws a page, so many layers of it or all. False when they did not fit. */
static bool draw(struct binding *binding, int32_t page, int32_t layers, bool any_paper)
{
    struct spenn_drawing *drawing = &binding->book->page[page];
    struct spenn_chart_options options = binding->options;
    struct part part = {.root = binding->root[page],
        .layers = layers,
        .most = DETAIL_NAMES,
        .page = binding->number};
    options.paper = any_paper ? SPENN_PAPER_AUTO : options.paper;
    options.title = page == 0 ? options.title : NULL;
    spenn_sheet_draw(binding->all, &part, &options, drawing);
    if (drawing->overfull && !any_paper) {
        spenn_drawing_free(drawing);
        return false;
    }
    return true;
}

/* Puts units with others below them, on the last of so many layers of a page, on the
 * stack, the first on top. How many they are. */
static int32_t push_parts(struct binding *binding, int32_t root, int32_t layers)
{
    const struct box *box = binding->all->box;
    int32_t bottom = box[root].depth + layers - 1 + (box[root].unit == SPENN_NONE);
    int32_t pushed = binding->depth;
    for (int32_t b = root; b < binding->end[root];) {
        bool last = box[b].depth == bottom;
        if (last && binding->end[b] > b + 1) {
            binding->stack[binding->depth++] = b;
        }
        b = last ? binding->end[b] : b + 1;
    }
    for (int32_t l = pushed, r = binding->depth - 1; l < r; l++, r--) {
        int32_t kept = binding->stack[l];
        binding->stack[l] = binding->stack[r];
        binding->stack[r] = kept;
    }
    return binding->depth - pushed;
}

/* Leaves what is below the first layers of a page to others. A page that would refer to
 * a single one takes as many layers as fit. False when there is nothing to leave. */
static bool cut(struct binding *binding, int32_t page)
{
    int32_t root = binding->root[page], layers = layers_of(binding, root);
    int32_t parts = push_parts(binding, root, layers);
    while (page > 0 && parts == 1 && draw(binding, page, layers + 1, false)) {
        spenn_drawing_free(&binding->book->page[page]);
        binding->depth -= parts;
        parts = push_parts(binding, root, ++layers);
    }
    binding->layers[page] = parts > 0 ? layers : 0;
    return parts > 0;
}

static void add_page(struct binding *binding, int32_t root)
{
    struct spenn_book *book = binding->book;
    int32_t page = book->pages, above = binding->all->box[root].parent;
    while (root != binding->first && binding->number[above] == 0) {
        above = binding->all->box[above].parent;
    }
    spenn_drawing_add(
        &book->memory, (void **)&book->page, &book->pages, sizeof *book->page);
    book->above[page] = root == binding->first ? 0 : binding->number[above];
    binding->root[page] = root;
    binding->number[root] = page + 1;
    bool whole = page > 0 && !too_many(binding, root) && draw(binding, page, 0, false);
    if (!whole && !cut(binding, page)) {
        draw(binding, page, 0, true);
    }
}

/* The page with references; one layer more where it fits and there are others below. */
static void draw_cut(struct binding *binding, int32_t page)
{
    int32_t layers = binding->layers[page];
    bool more = depth_of(binding, binding->root[page]) > layers + 1;
    if (!(more && draw(binding, page, layers + 1, false))
        && !draw(binding, page, layers, false)) {
        draw(binding, page, layers, true);
    }
}

static void measure_subtrees(struct binding *binding)
{
    const struct plan *all = binding->all;
    for (int32_t b = all->count; b-- > 0;) {
        int32_t above = all->box[b].parent;
        binding->end[b] = binding->end[b] > b ? binding->end[b] : b + 1;
        if (above >= 0 && binding->end[above] < binding->end[b]) {
            binding->end[above] = binding->end[b];
        }
    }
}

static void bind(struct binding *binding)
{
    struct spenn_book *book = binding->book, *tables = &binding->tables;
    measure_subtrees(binding);
    binding->stack[binding->depth++] = binding->first;
    while (binding->depth > 0) {
        add_page(binding, binding->stack[--binding->depth]);
        for (int32_t i = 0; book->pages == i + 1 && i < tables->pages; i++) {
            book->above[i + 1] = 1;
            *(struct spenn_drawing *)spenn_drawing_add(&book->memory,
                (void **)&book->page, &book->pages, sizeof *book->page) = tables->page[i];
        }
    }
    for (int32_t i = 0; i < book->pages; i++) {
        if (binding->layers[i] > 0) {
            draw_cut(binding, i);
        }
    }
    for (int32_t i = 0; i < book->pages && book->pages > 1; i++) {
        spenn_page_number(&book->page[i],
            spenn_arena_format(&book->memory, binding->all->words->page_of, (int)i + 1,
                (int)book->pages));
    }
}

void spenn_chart_book(const struct spenn_model *m, const struct spenn_model *before,
    const struct spenn_chart_options *options, struct spenn_book *book)
{
    struct spenn_arena memory = {0};
    struct plan all = {.m = m, .memory = &memory};
    struct binding binding = {.all = &all, .options = *options, .book = book};
    spenn_sheet_all(&all, before, options);
    if (options->paper == SPENN_PAPER_AUTO) {
        binding.options.paper = SPENN_PAPER_A4;
    }
    if (before) {
        spenn_change_table(before, m, &binding.options, &binding.tables);
    }
    size_t count = (size_t)all.count + (size_t)binding.tables.pages + 1;
    binding.first = spenn_plan_chosen(&all, options).root;
    binding.end = spenn_arena_alloc(&memory, count, sizeof *binding.end);
    binding.number = spenn_arena_alloc(&memory, count, sizeof *binding.number);
    binding.root = spenn_arena_alloc(&memory, count, sizeof *binding.root);
    binding.layers = spenn_arena_alloc(&memory, count, sizeof *binding.layers);
    binding.stack = spenn_arena_alloc(&memory, count, sizeof *binding.stack);
    book->above = spenn_arena_alloc(&book->memory, count, sizeof *book->above);
    bind(&binding);
    spenn_arena_free(&binding.tables.memory); /* the pages are the book's now */
    spenn_arena_free(&memory);
}
