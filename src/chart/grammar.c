/* SPDX-License-Identifier: MIT
 * The whole grammar of the charts on one sheet, from the same tables as the charts:
 * units, lines, groups and changes, where they stand, and what colour of a measure
 * means. */
#include "page.h"

#include "font.h"

static const double text_size = 7.5, column_2 = 306.0, column_3 = 580.0;

struct said {
    const char *nb, *en;
};

struct sheet {
    struct spenn_drawing *chart;
    struct spenn_arena memory;
    bool english;
    double x, y; /* where the next thing goes */
};

static const char *say(const struct sheet *s, struct said text)
{
    return s->english ? text.en : text.nb;
}

struct sample { /* of a box, with what it means */
    int32_t look, status, change, cards;
    struct said name, meaning;
};

static const struct sample units[] = {
    {LOOK_POLITICAL, .name = {"Kommunestyret", "Municipal council"},
        .meaning = {"Dobbel ramme: politisk nivå, utenfor linjen",
            "Double border: political body, outside the line"}},
    {LOOK_TOP, .name = {"Rådmann", "Chief executive"},
        .meaning = {"Mørk, hvit skrift: øverste leder", "Dark, white text: top leader"}},
    {LOOK_DEPUTY, .name = {"Kommunalsjef", "Deputy"},
        .meaning = {"Nestleder i ledergruppen", "Deputy in the leadership group"}},
    {LOOK_MANAGER, .name = {"Avdeling", "Department"},
        .meaning = {"Fet skrift, lys blå: enhet med egne enheter under",
            "Bold, light blue: a unit with units below"}},
    {LOOK_LINE, .name = {"Skole", "School"},
        .meaning = {"Hvit, rett boks: linje- eller resultatenhet",
            "White, sharp corners: line or result unit"}},
    {LOOK_STAFF, .name = {"Økonomi", "Finance"},
        .meaning = {"Avrundet, ved siden av linjen: stab",
            "Rounded, beside the line: staff"}},
    {LOOK_SUPPORT, .name = {"IKT", "IT"},
        .meaning = {"Avrundet, i raden: støtteenhet", "Rounded, in the row: support"}},
    {LOOK_AUTHORITY, .name = {"Byggesak", "Building permits"},
        .meaning = {"Grønn ramme: bestiller eller forvaltning",
            "Green border: purchaser or authority"}},
    {LOOK_EXTERNAL, .name = {"Kommunalt foretak", "Municipal company"},
        .meaning = {"Dobbel grå ramme: eget rettssubjekt",
            "Double grey border: separate legal entity"}},
    {LOOK_LINE, .status = SPENN_STATUS_VACANT, .name = {"Ledig stilling", "Vacant post"},
        .meaning = {"Stiplet ramme: ledig eller planlagt",
            "Dashed border: vacant or planned"}},
    {LOOK_ADVICE, .name = {"Tillitsvalgte", "Unions"},
        .meaning = {"Avrundet, hvit: medvirkning og råd", "Rounded, white: advice"}},
    {LOOK_LINE, .cards = 2, .name = {"Skoler (14)", "Schools (14)"},
        .meaning = {"Kortstokk: flere enheter slått sammen i bildet",
            "Pile of cards: several units drawn as one"}},
};

static const struct sample changes[] = {
    {LOOK_LINE, .change = CHANGE_NEW, .meaning = {"Ny enhet", "New unit"}},
    {LOOK_LINE, .change = CHANGE_GONE,
        .meaning = {"Legges ned: stiplet, gjennomstreket",
            "Abolished: dashed, struck through"}},
    {LOOK_LINE, .change = CHANGE_MOVED,
        .meaning = {"Flyttet: buet pil fra tidligere plass",
            "Moved: curved arrow from its former place"}},
    {LOOK_LINE, .change = CHANGE_RENAMED,
        .meaning = {"Nytt navn: tidligere navn under", "Renamed: former name below"}},
    {LOOK_LINE, .change = CHANGE_MERGED,
        .meaning = {"Sammenslått av flere", "Merged of several"}},
};

static const struct {
    int32_t wire;
    struct said meaning;
} lines[] = {
    {WIRE_LINE,
        {"Styringslinje: personal- og budsjettansvar",
            "Reporting line: staff and budget"}},
    {WIRE_PROFESSIONAL,
        {"Faglig styring: stiplet, farge og pil",
            "Professional line: dashed, colour and arrow"}},
    {WIRE_CONTRACT,
        {"Bestilling eller avtale: stiplet, åpen pil",
            "Order or contract: dashed, open arrow"}},
    {WIRE_ADVISORY, {"Rådgivende: prikket, uten pil", "Advisory: dotted, no arrow"}},
};

static const struct {
    int32_t frame;
    bool crossed;
    struct said meaning;
} groups[] = {
    {FRAME_GROUP, false, {"Grønn ramme: ledergruppe", "Green frame: leadership group"}},
    {FRAME_SECOND, false,
        {"Blå ramme: forum rundt en annen gruppe",
            "Blue frame: forum around another group"}},
    {FRAME_SECOND, true,
        {"Stiplet blå ramme: forum på tvers av en annen",
            "Dashed blue frame: forum across another"}},
    {FRAME_NETWORK, false,
        {"Stiplet fiolett ramme: nettverk", "Dashed violet frame: network"}},
    {FRAME_PANEL, false,
        {"Grå flate: gruppering, ikke et ledernivå",
            "Grey panel: grouping, not a level of management"}},
};

static void put_text(struct sheet *s, double x, double y, const char *text)
{
    spenn_drawing_say(
        s->chart, &(struct spenn_drawing_text){text, INK, x, y, text_size, -1, false});
}

/* Beside a sample whose middle is at y. */
static void put_meaning(struct sheet *s, double x, double y, struct said meaning)
{
    const char **line;
    struct spenn_font_wrap wrap = {text_size, 134.0, 3, .bold = false};
    int32_t count = spenn_font_lines(&s->memory, say(s, meaning), &wrap, &line);
    for (int32_t i = 0; i < count; i++) {
        put_text(s, x, y + 2.6 + 9.2 * i - 4.6 * (count - 1), line[i]);
    }
}

static void section(struct sheet *s, double width, struct said title)
{
    spenn_drawing_say(s->chart,
        &(struct spenn_drawing_text){say(s, title), INK, s->x, s->y, 10.0, -1, true});
    *(struct spenn_drawing_shape *)DRAWING_ADD(s->chart, shape, shapes) =
        (struct spenn_drawing_shape){
            .x = s->x, .y = s->y + 5.0, .w = width, .width = 0.8, .stroke = RULE};
    s->y += 18.0;
}

static void put_run(
    struct sheet *s, const char *text, const char *color, double size, bool bold)
{
    struct spenn_drawing_box *box = &s->chart->box[s->chart->boxes - 1];
    *(struct spenn_drawing_run *)DRAWING_ADD(s->chart, run, runs) =
        (struct spenn_drawing_run){.text = spenn_arena_text(&s->chart->memory, text),
            .color = color,
            .size = size,
            .bold = bold,
            .struck = bold && size > text_size - 1.0 && box->style.struck};
    box->runs++;
}

struct place {
    double x, y, w, h, size;
};

/* A box without its lines of text; its row. */
static int32_t put_box(
    struct sheet *s, const struct sample *sample, const char *name, struct place at)
{
    struct spenn_drawing_box *box = DRAWING_ADD(s->chart, box, boxes);
    struct spenn_arena *memory = &s->chart->memory;
    *box = (struct spenn_drawing_box){
        .id = spenn_arena_format(memory, "g-%d", (int)s->chart->boxes),
        .name = spenn_arena_text(memory, name),
        .about = spenn_arena_format(memory, "%s: %s", name, say(s, sample->meaning)),
        .class = "cell",
        .parent = -1,
        .cards = sample->cards,
        .style = spenn_look_style(sample->look, sample->status, sample->change, false),
        .x = at.x,
        .y = at.y,
        .w = at.w,
        .h = at.h,
        .first = s->chart->runs,
    };
    return s->chart->boxes - 1;
}

static int32_t put_named(
    struct sheet *s, const struct sample *sample, const char *name, struct place at)
{
    int32_t row = put_box(s, sample, name, at);
    put_run(
        s, name, s->chart->box[row].style.ink, at.size, spenn_look_bold(sample->look));
    return row;
}

static void put_units(struct sheet *s)
{
    section(s, 250.0, (struct said){"Enheter", "Units"});
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        put_named(s, &units[i], say(s, units[i].name),
            (struct place){s->x, s->y, 104.0, 26.0, 9.0});
        put_meaning(s, s->x + 116.0, s->y + 13.0, units[i].meaning);
        s->y += 33.0;
    }
}

static void put_lines(struct sheet *s)
{
    section(s, 240.0, (struct said){"Linjer", "Lines"});
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const struct wire_look *look = &spenn_wire_looks[lines[i].wire];
        *(struct spenn_drawing_shape *)DRAWING_ADD(s->chart, shape, shapes) =
            (struct spenn_drawing_shape){.x = s->x + 4.0,
                .y = s->y + 2.0,
                .w = 50.0,
                .width = look->width,
                .stroke = look->color,
                .dashed = look->dash == SPENN_DASHED,
                .dotted = look->dash == SPENN_DOTTED,
                .arrow = look->arrow};
        put_text(s, s->x + 64.0, s->y + 4.6, say(s, lines[i].meaning));
        s->y += 16.0;
    }
    s->y += 14.0;
}

static void put_groups(struct sheet *s)
{
    static const char *const letters[] = {"T", "B", "K"};
    section(s, 240.0, (struct said){"Grupper", "Groups"});
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        const struct frame_look *look = &spenn_frame_looks[groups[i].frame];
        *(struct spenn_drawing_shape *)DRAWING_ADD(s->chart, shape, shapes) =
            (struct spenn_drawing_shape){.x = s->x,
                .y = s->y,
                .w = 50.0,
                .h = 22.0,
                .width = look->width,
                .fill = groups[i].crossed ? NULL : look->fill,
                .stroke = look->stroke,
                .dashed = look->dashed || groups[i].crossed,
                .rounded = look->rounded};
        put_text(s, s->x + 64.0, s->y + 13.6, say(s, groups[i].meaning));
        s->y += 28.0;
    }
    static const struct sample unit = {.look = LOOK_LINE, .meaning = {"", ""}};
    int32_t row = put_named(s, &unit, say(s, (struct said){"Enhet", "Unit"}),
        (struct place){s->x, s->y, 50.0, 24.0, text_size});
    s->chart->box[row].below = 11.0;
    for (int32_t i = 0; i < 3; i++) {
        *(struct spenn_drawing_chip *)DRAWING_ADD(s->chart, chip, chips) =
            (struct spenn_drawing_chip){letters[i], spenn_chip_fills[i],
                spenn_chip_inks[i], s->x + 5.0 + 14.0 * i, s->y + 12.5, 12.0, 9.0, 7.5};
    }
    put_text(s, s->x + 64.0, s->y + 14.6,
        say(s,
            (struct said){"Bokstav: deltar i forumet eller linjen den står for",
                "Letter: part of the forum or line it stands for"}));
    s->y += 42.0;
}

static void put_changes(struct sheet *s)
{
    const struct words *words = s->english ? &spenn_words_en : &spenn_words_nb;
    const char *name = say(s, (struct said){"Enhet", "Unit"});
    section(s, 240.0, (struct said){"Endring", "Change"});
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        int32_t row =
            put_box(s, &changes[i], name, (struct place){s->x, s->y, 84.0, 25.0, 8.0});
        struct spenn_drawing_style style = s->chart->box[row].style;
        put_run(s, words->tag[changes[i].change], style.stroke, 6.5, true);
        put_run(s, name, style.ink, 8.5, false);
        s->chart->run[s->chart->runs - 1].struck = style.struck;
        put_text(s, s->x + 94.0, s->y + 15.0, say(s, changes[i].meaning));
        s->y += 30.0;
    }
}

static void put_wire(struct sheet *s, const int32_t ends[2], int32_t look,
    const struct spenn_drawing_point *point, int32_t points)
{
    const struct wire_look *l = &spenn_wire_looks[look];
    *(struct spenn_drawing_wire *)DRAWING_ADD(s->chart, wire, wires) =
        (struct spenn_drawing_wire){.from = ends[0],
            .to = ends[1],
            .class = l->class,
            .color = l->color,
            .width = l->width,
            .dash = l->dash,
            .arrow = l->arrow,
            .first = s->chart->points,
            .points = points};
    for (int32_t i = 0; i < points; i++) {
        *(struct spenn_drawing_point *)DRAWING_ADD(s->chart, point, points) = point[i];
    }
}

/* A department below the bus, with its list; the outer ones lead on from the middle. */
static void put_department(struct sheet *s, int32_t leader, int32_t i, double bus)
{
    static const struct sample department = {LOOK_MANAGER, .meaning = {"", ""}};
    static const struct sample unit = {LOOK_LINE, .meaning = {"", ""}};
    double middle = s->x + 117.0, x = middle + 76.0 * (i - 1), y = bus + 14.0;
    int32_t d = put_named(s, &department, say(s, (struct said){"Avdeling", "Department"}),
        (struct place){x - 33.0, y, 66.0, 20.0, 8.0});
    struct spenn_drawing_point down[] = {
        {i == 1 ? x : middle, i == 1 ? s->y + 20.0 : bus, i != 1},
        {x, i == 1 ? y : bus, false}, {x, y, true}};
    put_wire(s, (int32_t[]){leader, d}, WIRE_LINE, down, i == 1 ? 2 : 3);
    double from = y + 20.0, spine = x - 26.5;
    for (int32_t k = 0; k < 3; k++) {
        double top = y + 28.0 + 25.0 * k;
        int32_t u = put_named(s, &unit, say(s, (struct said){"Enhet", "Unit"}),
            (struct place){x - 20.0, top, 56.0, 20.0, 8.0});
        struct spenn_drawing_point hang[] = {{spine, from, true},
            {spine, top + 10.0, k < 2}, {x - 20.0, top + 10.0, true}};
        put_wire(s, (int32_t[]){d, u}, WIRE_LINE, hang, 3);
        from = top + 10.0;
    }
}

static void put_places(struct sheet *s)
{
    static const struct sample top = {LOOK_TOP, .meaning = {"", ""}};
    static const struct sample staff = {LOOK_STAFF, .meaning = {"", ""}};
    static const struct sample advice = {LOOK_ADVICE, .meaning = {"", ""}};
    static const struct said rules[] = {
        {"Rad: øverste to nivåer side om side under en samleskinne.",
            "Row: the top two levels side by side below one bus."},
        {"Liste: enheter uten egne under lederen, med ryggrad.",
            "List: units without others below their leader."},
        {"Stab: ved siden av den loddrette linjen, over skinnen.",
            "Staff: beside the vertical line, above the bus."},
        {"Råd og medvirkning: motsatt side, prikket linje.",
            "Advice: on the other side, with a dotted line."}};
    section(s, 234.0, (struct said){"Plassering", "Places"});
    s->y -= 4.0;
    double middle = s->x + 117.0, side = s->y + 46.0, bus = s->y + 70.0;
    int32_t leader = put_named(s, &top, say(s, (struct said){"Leder", "Leader"}),
        (struct place){middle - 35.0, s->y, 70.0, 20.0, 8.0});
    int32_t left = put_named(s, &staff, say(s, (struct said){"Stab", "Staff"}),
        (struct place){middle - 76.0, side - 10.0, 54.0, 20.0, 8.0});
    int32_t right = put_named(s, &advice, say(s, (struct said){"Råd", "Advice"}),
        (struct place){middle + 22.0, side - 10.0, 54.0, 20.0, 8.0});
    put_department(s, leader, 1, bus);
    put_department(s, leader, 0, bus);
    put_department(s, leader, 2, bus);
    put_wire(s, (int32_t[]){leader, left}, WIRE_LINE,
        (struct spenn_drawing_point[]){{middle, side, true}, {middle - 22.0, side, true}},
        2);
    put_wire(s, (int32_t[]){leader, right}, WIRE_ADVISORY,
        (struct spenn_drawing_point[]){{middle, side, true}, {middle + 22.0, side, true}},
        2);
    s->y = bus + 130.0;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        put_text(s, s->x, s->y, say(s, rules[i]));
        s->y += 12.0;
    }
    s->y += 14.0;
}

static void put_shades(struct sheet *s)
{
    static const struct said names[spenn_shade_classes] = {{"under 60", "below 60"},
        {"60–80", "60–80"}, {"80–100", "80–100"}, {"100–120", "100–120"},
        {"fra 120", "from 120"}};
    section(s, 234.0, (struct said){"Varmekart", "Shaded by a measure"});
    for (int32_t i = 0; i < spenn_shade_classes; i++) {
        static const struct sample shade = {LOOK_LINE, .meaning = {"", ""}};
        int32_t row = put_box(s, &shade, say(s, names[i]),
            (struct place){s->x + 46.8 * i, s->y, 46.8, 18.0, text_size});
        s->chart->box[row].style = spenn_shade_swatch(i + 1);
        put_run(s, say(s, names[i]), s->chart->box[row].style.ink, text_size,
            i == spenn_shade_classes - 1);
    }
    put_text(s, s->x, s->y + 30.0,
        say(s,
            (struct said){"Fem klasser. Tallet står alltid i boksen; tykk ramme øverst.",
                "Five classes. The number is always in the box; thick border on top."}));
    s->y += 54.0;
}

static void put_contents(struct sheet *s)
{
    static const struct sample box = {LOOK_MANAGER, .meaning = {"", ""}};
    static const struct said rules[] = {
        {"1 fet: enhetens navn", "1 bold: the unit's name"},
        {"2 liten: årsverk, ledere eller tall", "2 small: FTE, leaders or a number"},
        {"ingen tekst under 6 pt", "no text below 6 pt"}};
    section(s, 234.0, (struct said){"Tekst i boksen", "Text in a box"});
    const char *name = say(s, (struct said){"Helse og mestring", "Health and care"});
    int32_t row = put_box(s, &box, name, (struct place){s->x, s->y, 104.0, 32.0, 9.0});
    put_run(s, name, s->chart->box[row].style.ink, 9.0, true);
    put_run(s, say(s, (struct said){"120 årsverk", "120 FTE"}),
        s->chart->box[row].style.soft, 7.0, false);
    for (int32_t i = 0; i < 3; i++) {
        put_text(s, s->x + 114.0, s->y + 8.0 + 10.0 * i, say(s, rules[i]));
    }
}

void spenn_chart_grammar(
    const struct spenn_chart_options *options, struct spenn_drawing *chart)
{
    struct sheet s = {.chart = chart, .english = options->english, .x = 28.0, .y = 86.0};
    *chart =
        (struct spenn_drawing){.lang = options->english ? "en" : "nb", .radius = 4.0};
    put_units(&s);
    s.x = column_2;
    s.y = 86.0;
    put_lines(&s);
    put_groups(&s);
    put_changes(&s);
    s.x = column_3;
    s.y = 86.0;
    put_places(&s);
    put_shades(&s);
    put_contents(&s);
    struct spenn_page page = {
        .title = options->title ? options->title
                                : say(&s,
                                    (struct said){"Tegnforklaring for organisasjonskart",
                                        "Legend of organisation charts"}),
        .message = say(&s,
            (struct said){"Form og plass bærer betydningen; farge forsterker. Alt kan "
                          "leses i svart-hvitt.",
                "Shape and place carry the meaning; colour strengthens it. All of it "
                "reads in "
                "black and white."}),
        .note = "",
        .beyond = "",
        .legend = {.memory = &chart->memory, .none = true},
        .x0 = 28.0,
        .y0 = 80.0,
        .x1 = 814.0,
        .y1 = 500.0,
        .small = 6.5,
        .paper = options->paper,
        .portrait = options->portrait,
    };
    spenn_page_lay(chart, &page);
    spenn_arena_free(&s.memory);
}
