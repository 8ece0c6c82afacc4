/* SPDX-License-Identifier: MIT
 * A book as plain text for a terminal 80 columns wide: the boxes as an indented tree,
 * then what the drawings tell beside it. Lines are wrapped between words; the branches of
 * the tree go on beside the wrapped lines. */
#include "writing.h"

#include "text.h"

#include <string.h>

enum { columns = 80, step = 3, most_depth = 20, between = 2, most_columns = 8 };

struct page {
    struct spenn_sink *sink;
    const struct spenn_drawing *drawing;
    struct spenn_arena memory;
};

struct lines { /* of one text, none wider than asked for */
    const char **line;
    int32_t count, widest;
};

struct room {
    int32_t width;
    bool list; /* lines rather end after a comma */
};

/* Bytes of the longest start that fits and ends between words; of a longer word, what
 * fits, at least one character. */
static size_t fitting(const char *text, const struct room *room, int32_t *used)
{
    const char *at = text, *end = text;
    int32_t column = 0, width = room->width;
    bool comma = false;
    *used = 0;
    while (*at) {
        const char *next = at;
        char letter[8] = {0};
        spenn_drawing_letter(&next);
        memcpy(letter, at, (size_t)(next - at));
        column += spenn_text_width(letter);
        if (column > width && at > text) {
            break;
        }
        at = next;
        bool after = at[-1] == ',' || *at == '\0';
        if (*at == '\0' || (*at == ' ' && (after || !room->list || !comma))) {
            comma = after;
            end = at;
            *used = column;
        }
    }
    if (end == text) {
        end = at;
        *used = column <= width ? column : width;
    }
    return (size_t)(end - text);
}

static struct lines wrap(
    struct spenn_arena *memory, const char *text, const struct room *place)
{
    struct lines lines = {0};
    const char *at = spenn_drawing_plain(memory, text);
    size_t room = 0;
    for (at += strspn(at, " "); *at || lines.count == 0; at += strspn(at, " ")) {
        if ((size_t)lines.count == room) {
            size_t used = room;
            room = 2 * room + 1;
            lines.line =
                spenn_arena_grow(memory, lines.line, used, room, sizeof *lines.line);
        }
        int32_t used;
        size_t length = fitting(at, place, &used);
        lines.line[lines.count++] = spenn_arena_bytes(memory, at, length);
        lines.widest = used > lines.widest ? used : lines.widest;
        at += length;
    }
    return lines;
}

/* A text whose first line begins with one margin, the others with another. */
static void put_text(
    struct page *page, const char *text, const char *first, const char *rest)
{
    int32_t a = spenn_text_width(first), b = spenn_text_width(rest);
    const struct room room = {columns - (a > b ? a : b), false};
    struct lines lines = wrap(&page->memory, text, &room);
    for (int32_t i = 0; i < lines.count; i++) {
        spenn_put(page->sink, i == 0 ? first : rest);
        spenn_put(page->sink, lines.line[i]);
        spenn_put(page->sink, "\n");
    }
}

/* "Region 1 [MOVED HERE] · region, 30 FTE" */
static const char *line_of(struct page *page, const struct spenn_drawing_box *box)
{
    return spenn_arena_format(&page->memory, "%s%s%s%s%s%s%s%s", box->name,
        box->tag ? " [" : "", box->tag ? box->tag : "", box->tag ? "]" : "",
        box->kind ? " · " : "", box->kind ? box->kind : "",
        box->note ? (box->kind ? ", " : " · ") : "", box->note ? box->note : "");
}

struct branch {
    char bars[(most_depth + 2) * sizeof "│  "]; /* beside the lines of a box */
    bool more[most_depth + 1];                  /* siblings to come at each depth */
};

/* Below the last depth drawn, nothing more is indented: the layer is said instead. */
static void put_box(struct page *page, const struct spenn_drawing_tree *tree,
    struct branch *branch, int32_t b, int32_t depth)
{
    const char *text = line_of(page, &page->drawing->box[b]);
    int32_t drawn = depth < most_depth ? depth : most_depth;
    bool last = tree->beside[b] < 0;
    branch->more[drawn] = !last;
    char *end = branch->bars;
    for (int32_t d = 1; d < drawn; d++) {
        end = stpcpy(end, branch->more[d] ? "│  " : "   ");
    }
    *end = '\0';
    const char *first = spenn_arena_format(&page->memory, "%s%s", branch->bars,
        drawn == 0 ? ""
            : last ? "└─ "
                   : "├─ ");
    end = drawn == 0 ? end : stpcpy(end, last ? "   " : "│  ");
    stpcpy(end, tree->below[b] >= 0 && depth < most_depth ? "│  " : "");
    if (depth > most_depth) {
        text = spenn_arena_format(&page->memory, "(%d) %s", (int)depth + 1, text);
    }
    put_text(page, text, first, branch->bars);
}

/* In pre-order, without recursion. */
static void put_tree(struct page *page)
{
    struct spenn_drawing_tree tree = spenn_drawing_tree(page->drawing, &page->memory);
    struct branch branch = {0};
    int32_t depth = 0;
    for (int32_t b = tree.root; b >= 0;) {
        put_box(page, &tree, &branch, b, depth);
        if (tree.below[b] >= 0) {
            b = tree.below[b];
            depth++;
            continue;
        }
        while (b >= 0 && tree.beside[b] < 0) {
            b = page->drawing->box[b].parent;
            depth--;
        }
        b = b < 0 ? b : tree.beside[b];
    }
}

static int32_t longest_word(struct page *page, const char *text)
{
    int32_t longest = 0;
    const char *at = spenn_drawing_plain(&page->memory, text);
    for (at += strspn(at, " "); *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        const char *word = spenn_arena_bytes(&page->memory, at, length);
        int32_t width = spenn_text_width(word);
        longest = width > longest ? width : longest;
        at += length;
    }
    return longest;
}

/* The column to make narrower: the widest of those in which no word is then divided. */
static int32_t column_to_give(const int32_t *width, const int32_t *least, int32_t count)
{
    int32_t most = 0;
    for (int32_t c = 1; c < count; c++) {
        bool spare = width[c] > least[c], other = width[most] > least[most];
        most = spare > other || (spare == other && width[c] > width[most]) ? c : most;
    }
    return most;
}

/* The widest cell of each column; the widest columns give until the table fits. */
static int32_t measure(
    struct page *page, const struct spenn_drawing_table *table, int32_t *width)
{
    int32_t n = table->columns < most_columns ? table->columns : most_columns;
    int32_t room = columns - between * n, sum = 0, least[most_columns] = {0};
    for (int32_t i = 0; i < table->cells; i++) {
        int32_t widest =
            wrap(&page->memory, table->cell[i], &(struct room){room, true}).widest;
        int32_t c = i % table->columns;
        if (c < n) {
            int32_t word = longest_word(page, table->cell[i]);
            width[c] = widest > width[c] ? widest : width[c];
            least[c] = word > least[c] ? word : least[c];
        }
    }
    for (int32_t c = 0; c < n; c++) {
        sum += width[c];
    }
    for (; sum > room; sum--) {
        width[column_to_give(width, least, n)]--;
    }
    return n;
}

/* Text beginning at a column; the spaces before it are put only when it says something,
 * so no line ends in spaces. Returns where it ends. */
static int32_t put_at(struct page *page, const char *text, int32_t column, int32_t at)
{
    if (*text == '\0') {
        return column;
    }
    for (; column < at; column++) {
        spenn_put(page->sink, " ");
    }
    spenn_put(page->sink, text);
    return column + spenn_text_width(text);
}

static void put_row(
    struct page *page, const char **cell, const int32_t *width, int32_t columns_drawn)
{
    struct lines lines[most_columns];
    int32_t height = 0;
    for (int32_t c = 0; c < columns_drawn; c++) {
        lines[c] = wrap(&page->memory, cell[c], &(struct room){width[c], true});
        height = lines[c].count > height ? lines[c].count : height;
    }
    for (int32_t i = 0; i < height; i++) {
        int32_t column = 0, at = between;
        for (int32_t c = 0; c < columns_drawn; c++) {
            const char *text = i < lines[c].count ? lines[c].line[i] : "";
            column = put_at(page, text, column, at);
            at += width[c] + between;
        }
        spenn_put(page->sink, "\n");
    }
}

static void put_list(struct page *page, const struct spenn_drawing_table *table)
{
    size_t room = 1;
    for (int32_t i = 0; i < table->cells; i++) {
        room += strlen(table->cell[i]) + 2;
    }
    char *text = spenn_arena_alloc(&page->memory, room, 1), *end = text;
    for (int32_t i = 0; i < table->cells; i++) {
        end = stpcpy(stpcpy(end, i > 0 ? ", " : ""), table->cell[i]);
    }
    struct lines lines =
        wrap(&page->memory, text, &(struct room){columns - between, true});
    for (int32_t i = 0; i < lines.count; i++) {
        spenn_put(page->sink, "  ");
        spenn_put(page->sink, lines.line[i]);
        spenn_put(page->sink, "\n");
    }
}

static void put_table(struct page *page, const struct spenn_drawing_table *table)
{
    const char *title = spenn_arena_format(&page->memory, "%s%s%s%s", table->title,
        table->note ? " (" : "", table->note ? table->note : "", table->note ? ")" : "");
    spenn_put(page->sink, "\n");
    put_text(page, title, "", "");
    if (table->columns == 1) {
        put_list(page, table);
        return;
    }
    int32_t width[most_columns] = {0};
    int32_t drawn = measure(page, table, width);
    for (int32_t i = 0; i + table->columns <= table->cells; i += table->columns) {
        put_row(page, &table->cell[i], width, drawn);
    }
}

bool spenn_book_text(const struct spenn_book *book, FILE *out)
{
    struct spenn_sink sink = {.out = out};
    for (int32_t i = 0; i < book->pages; i++) {
        const struct spenn_drawing *drawing = &book->page[i];
        struct page page = {&sink, drawing, {0}};
        spenn_put(&sink, i > 0 ? "\n\n" : "");
        put_text(&page, drawing->title, "", "");
        put_text(&page, drawing->about, "", "");
        spenn_put(&sink, "\n");
        put_tree(&page);
        for (int32_t t = 0; t < drawing->tables; t++) {
            put_table(&page, &drawing->table[t]);
        }
        if (drawing->note && *drawing->note) {
            spenn_put(&sink, "\n");
            put_text(&page, drawing->note, "", "");
        }
        spenn_arena_free(&page.memory);
    }
    return spenn_put_end(&sink);
}
