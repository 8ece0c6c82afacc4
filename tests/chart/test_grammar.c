/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "drawn.h"

static void the_grammar_is_a_clean_sheet_in_both_languages(void **state)
{
    (void)state;
    for (int32_t english = 0; english < 2; english++) {
        struct spenn_drawing chart;
        spenn_chart_grammar(&(struct spenn_chart_options){.english = english}, &chart);
        lint_boxes(&chart);
        lint_texts(&chart);
        for (int32_t i = 0; i < chart.wires; i++) {
            lint_wire(&chart, &chart.wire[i]);
        }
        assert_float_equal((float)chart.width, 842.0F, 0.5F); /* one A4 */
        assert_true(drawn_says(&chart, english ? "open arrow" : "åpen pil"));
        spenn_drawing_free(&chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_grammar_is_a_clean_sheet_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
