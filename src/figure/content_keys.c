/* SPDX-License-Identifier: MIT
 * The language of figures as data, as keys_tables.c has that of models: one row a key. */
#include "content.h"

#include "drawing.h"

#define NONE .at = SPENN_NO_COLUMN, .also = SPENN_NO_COLUMN
#define AT(field) .at = offsetof(TABLE, field), .also = SPENN_NO_COLUMN
#define PAIR_AT(field)                                                                   \
    .at = offsetof(TABLE, field), .also = offsetof(TABLE, field) + sizeof(const char *)
#define RANGE(from, to) .least = (from), .most = (to)
#define NEEDED .required = true
#define SECTION(title, keys)                                                             \
    {                                                                                    \
        title, sizeof(keys) / sizeof *(keys), keys                                       \
    }

static const char *const kinds[] = {"ladder", "matrix", "table", "hub", "tree", "sheet"};
const struct spenn_names spenn_figure_kinds = {FIGURE_KINDS, kinds, kinds, kinds};
static const char *const forms[] = {"chain", "fork"};
static const struct spenn_names form_names = {2, forms, forms, forms};
static const char *const directions[] = {"right", "down"};
static const struct spenn_names direction_names = {2, directions, directions, directions};
static const char *const lines[] = {"solid", "dashed", "dotted"};
static const struct spenn_names line_names = {3, lines, lines, lines};

#define TABLE struct content
#define HEAD                                                                             \
    {"spenn", SPENN_KEY_TEXT, NEEDED, NONE}, {"id", SPENN_KEY_ID, NEEDED, AT(id)},       \
        {"kind", SPENN_KEY_NAMED, NEEDED, NONE},                                         \
        {"name", SPENN_KEY_NAME, NEEDED, PAIR_AT(name)},                                 \
        {"message", SPENN_KEY_NAME, PAIR_AT(message)},                                   \
        {"source", SPENN_KEY_NAME, PAIR_AT(source)},                                     \
        {"assumed", SPENN_KEY_STRUCTURE, NONE},                                          \
    {                                                                                    \
        "note", SPENN_KEY_NOTE, AT(note)                                                 \
    }
#define MARKS                                                                            \
    {                                                                                    \
        "marks", SPENN_KEY_STRUCTURE, NONE                                               \
    }

static const struct spenn_key ladder_keys[] = {HEAD, MARKS,
    {"form", SPENN_KEY_NAMED, .names = &form_names, AT(form), RANGE(0, FORM_FORK)},
    {"axis", SPENN_KEY_NAME, PAIR_AT(across)},
    {"steps", SPENN_KEY_STRUCTURE, NEEDED, NONE}, {"brackets", SPENN_KEY_STRUCTURE, NONE},
    {"sides", SPENN_KEY_STRUCTURE, NONE}};
static const struct spenn_key matrix_keys[] = {HEAD, MARKS,
    {"across", SPENN_KEY_NAME, PAIR_AT(across)}, {"down", SPENN_KEY_NAME, PAIR_AT(down)},
    {"columns", SPENN_KEY_STRUCTURE, NEEDED, NONE},
    {"rows", SPENN_KEY_STRUCTURE, NEEDED, NONE},
    {"cells", SPENN_KEY_STRUCTURE, NEEDED, NONE}};
static const struct spenn_key table_keys[] = {HEAD, MARKS,
    {"corner", SPENN_KEY_NAME, PAIR_AT(down)},
    {"columns", SPENN_KEY_STRUCTURE, NEEDED, NONE}, {"rows", SPENN_KEY_STRUCTURE, NONE},
    {"cells", SPENN_KEY_STRUCTURE, NEEDED, NONE}};
static const struct spenn_key hub_keys[] = {HEAD, MARKS,
    {"nodes", SPENN_KEY_STRUCTURE, NEEDED, NONE}, {"centre", SPENN_KEY_STRUCTURE, NONE},
    {"rows", SPENN_KEY_STRUCTURE, NONE}, {"grid", SPENN_KEY_STRUCTURE, NONE},
    {"links", SPENN_KEY_STRUCTURE, NONE}};
static const struct spenn_key tree_keys[] = {HEAD, MARKS,
    {"direction", SPENN_KEY_NAMED, .names = &direction_names, AT(direction),
        RANGE(0, DIRECTION_DOWN)},
    {"levels", SPENN_KEY_STRUCTURE, NONE}, {"root", SPENN_KEY_STRUCTURE, NEEDED, NONE}};
static const struct spenn_key sheet_keys[] = {HEAD,
    {"columns", SPENN_KEY_INTEGER, AT(grid), RANGE(1, 6)},
    {"charts", SPENN_KEY_STRUCTURE, NEEDED, NONE}};
#undef TABLE
const struct spenn_section spenn_figure_sections[FIGURE_KINDS] = {
    [LADDER] = SECTION("ladder", ladder_keys),
    [MATRIX] = SECTION("matrix", matrix_keys),
    [TABLE] = SECTION("table", table_keys),
    [HUB] = SECTION("hub", hub_keys),
    [TREE] = SECTION("tree", tree_keys),
    [SHEET] = SECTION("sheet", sheet_keys),
};

#define TABLE struct mark
static const struct spenn_key mark_keys[] = {{"id", SPENN_KEY_ID, NEEDED, AT(id)},
    {"name", SPENN_KEY_NAME, NEEDED, PAIR_AT(name)},
    {"line", SPENN_KEY_NAMED, .names = &line_names, AT(line), RANGE(0, SPENN_DOTTED)}};
#undef TABLE
const struct spenn_section spenn_figure_mark_section = SECTION("mark", mark_keys);

#define TABLE struct cell
#define ID                                                                               \
    {                                                                                    \
        "id", SPENN_KEY_ID, AT(id)                                                       \
    }
#define NAME                                                                             \
    {                                                                                    \
        "name", SPENN_KEY_NAME, PAIR_AT(name)                                            \
    }
#define NAMED                                                                            \
    {                                                                                    \
        "name", SPENN_KEY_NAME, NEEDED, PAIR_AT(name)                                    \
    }
#define TEXT                                                                             \
    {                                                                                    \
        "text", SPENN_KEY_STRUCTURE, NONE                                                \
    }
#define MARK                                                                             \
    {                                                                                    \
        "mark", SPENN_KEY_STRUCTURE, NONE                                                \
    }
#define UNIT                                                                             \
    {                                                                                    \
        "kind", SPENN_KEY_NAMED, .names = &spenn_kinds, AT(kind),                        \
                                 RANGE(0, SPENN_KIND_COUNT - 1)                          \
    }
static const struct spenn_key step_keys[] = {ID, NAMED, TEXT, MARK};
static const struct spenn_key side_keys[] = {ID, NAME, TEXT, MARK};
static const struct spenn_key field_keys[] = {
    ID, NAME, TEXT, MARK, {"span", SPENN_KEY_INTEGER, AT(span), RANGE(1, 12)}};
static const struct spenn_key node_keys[] = {
    {"id", SPENN_KEY_ID, NEEDED, AT(id)}, NAMED, TEXT, MARK, UNIT};
static const struct spenn_key branch_keys[] = {
    ID, NAMED, TEXT, MARK, {"below", SPENN_KEY_STRUCTURE, NONE}};
#undef TABLE
const struct spenn_section spenn_figure_step_section = SECTION("step", step_keys);
const struct spenn_section spenn_figure_side_section = SECTION("side text", side_keys);
const struct spenn_section spenn_figure_field_section = SECTION("cell", field_keys);
const struct spenn_section spenn_figure_node_section = SECTION("node", node_keys);
const struct spenn_section spenn_figure_branch_section = SECTION("branch", branch_keys);

#define TABLE struct bracket
static const struct spenn_key bracket_keys[] = {NAMED,
    {"from", SPENN_KEY_INTEGER, NEEDED, AT(from), RANGE(1, 12)},
    {"to", SPENN_KEY_INTEGER, NEEDED, AT(to), RANGE(1, 12)}};
#undef TABLE
const struct spenn_section spenn_figure_bracket_section =
    SECTION("bracket", bracket_keys);

#define TABLE struct link
static const struct spenn_key link_keys[] = {{"from", SPENN_KEY_STRUCTURE, NEEDED, NONE},
    {"to", SPENN_KEY_STRUCTURE, NEEDED, NONE}, NAME, MARK,
    {"arrow", SPENN_KEY_BOOL, AT(arrow)}};
#undef TABLE
const struct spenn_section spenn_figure_link_section = SECTION("link", link_keys);

#define TABLE struct chart
static const struct spenn_key chart_keys[] = {{"model", SPENN_KEY_TEXT, AT(model)},
    {"scenario", SPENN_KEY_TEXT, AT(scenario)},
    {"alternative", SPENN_KEY_TEXT, AT(alternative)},
    {"after", SPENN_KEY_BOOL, AT(after)}, {"figure", SPENN_KEY_TEXT, AT(figure)}, NAME,
    {"message", SPENN_KEY_NAME, PAIR_AT(message)}};
#undef TABLE
const struct spenn_section spenn_figure_chart_section = SECTION("chart", chart_keys);

const struct spenn_section *const spenn_figure_parts[] = {&spenn_figure_mark_section,
    &spenn_figure_step_section, &spenn_figure_side_section, &spenn_figure_bracket_section,
    &spenn_figure_field_section, &spenn_figure_node_section, &spenn_figure_link_section,
    &spenn_figure_branch_section, &spenn_figure_chart_section, NULL};
