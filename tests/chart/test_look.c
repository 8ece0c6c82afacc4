/* SPDX-License-Identifier: MIT
 * Every text a chart can draw against what it stands on: 4.5 : 1 at least, as WCAG 2.1
 * has it (1.4.3); lines and borders 3 : 1 against the page (1.4.11). */
#include "unit.h"

#include "look.h"
#include "page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double least_text = 4.5, least_line = 3.0;

static double part(const char *two)
{
    char digits[3] = {two[0], two[1], '\0'};
    double c = (double)strtol(digits, NULL, 16) / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(const char *color)
{
    return 0.2126 * part(color + 1) + 0.7152 * part(color + 3) + 0.0722 * part(color + 5);
}

static double contrast(const char *a, const char *b)
{
    double one = luminance(a), other = luminance(b);
    return (fmax(one, other) + 0.05) / (fmin(one, other) + 0.05);
}

static void reads(const char *text, const char *fill, const char *what, int32_t row)
{
    const char *ground = fill ? fill : "#FFFFFF";
    if (contrast(text, ground) < least_text) {
        fail_msg("%s %d: %s on %s is %.2f", what, (int)row, text, ground,
            contrast(text, ground));
    }
}

static void read_style(int32_t look, int32_t status, int32_t change, bool marked)
{
    struct spenn_drawing_style style = spenn_look_style(look, status, change, marked);
    reads(style.ink, style.fill, "name of look", look);
    reads(style.soft, style.fill, "note of look", look);
    if (change != CHANGE_NONE) {
        reads(spenn_look_tag(change, &style), style.fill, "tag of change", change);
    }
}

static void names_notes_and_tags_read_in_every_look_status_and_change(void **state)
{
    enum { statuses = SPENN_STATUS_LEAVING + 1 };
    (void)state;
    for (int32_t i = 0; i < LOOK_COUNT * statuses * CHANGE_COUNT; i++) {
        int32_t look = i % LOOK_COUNT, status = i / LOOK_COUNT % statuses;
        read_style(look, status, i / LOOK_COUNT / statuses, false);
        read_style(look, status, i / LOOK_COUNT / statuses, true);
    }
}

static void letters_frames_lanes_and_classes_read(void **state)
{
    (void)state;
    for (int32_t i = 0; i < chip_colors; i++) {
        reads(spenn_chip_inks[i], spenn_chip_fills[i], "chip", i);
    }
    for (int32_t i = 0; i < lane_colors; i++) {
        reads(spenn_lane_colors[i], NULL, "lane", i);
    }
    for (int32_t i = 1; i <= spenn_shade_classes; i++) {
        struct spenn_drawing_style style = spenn_shade_swatch(i);
        reads(style.ink, style.fill, "class", i);
    }
    for (int32_t i = 0; i < FRAME_COUNT; i++) {
        reads(spenn_frame_looks[i].ink, spenn_frame_looks[i].fill, "frame", i);
    }
    reads(INK, NULL, "ink", 0);
    reads(SOFT, NULL, "soft", 0);
}

static void is_seen(const char *color, const char *what, int32_t row)
{
    if (contrast(color, "#FFFFFF") < least_line) {
        fail_msg("%s %d: %s", what, (int)row, color);
    }
}

static void lines_and_borders_are_seen(void **state)
{
    (void)state;
    for (int32_t i = 0; i < WIRE_COUNT; i++) {
        is_seen(spenn_wire_looks[i].color, "line", i);
    }
    for (int32_t i = 0; i < LOOK_COUNT; i++) {
        is_seen(spenn_look_styles[i].stroke, "border", i);
    }
}

static void no_lane_looks_like_a_line_that_goes(void **state)
{
    (void)state;
    for (int32_t i = 0; i < lane_colors; i++) { /* both are dashed */
        assert_string_not_equal(spenn_lane_colors[i], spenn_wire_looks[WIRE_GONE].color);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_notes_and_tags_read_in_every_look_status_and_change),
        cmocka_unit_test(letters_frames_lanes_and_classes_read),
        cmocka_unit_test(lines_and_borders_are_seen),
        cmocka_unit_test(no_lane_looks_like_a_line_that_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
