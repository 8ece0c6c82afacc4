/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "tiny.h"

#include <math.h>

static void a_count_makes_numbered_units(void **state)
{
    (void)state;
    struct spenn_model m;
    tiny_model(TINY("units:\n"
                    "  - {id: d, kind: executive}\n"
                    "  - {id: r, name: 'Region {n}', kind: region, count: 3, reports-to: d, fte: 9}\n"),
        &m);
    assert_int_equal(m.units.count, 4);
    assert_string_equal(m.units.id[3], "r-3");
    assert_string_equal(m.units.name[3], "Region 3");
    assert_string_equal(m.units.group[3], "r");
    assert_int_equal(m.units.parent[3], 0);
    assert_true(m.units.fte[2] == 9.0);
    assert_true(isnan(m.units.fte[0]));
    spenn_model_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_count_makes_numbered_units)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
