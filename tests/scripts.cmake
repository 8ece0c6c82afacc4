# Tests that are shell scripts; each gets the programs it needs by environment.
function(spenn_script name)
  add_test(NAME ${name} COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/${name}.sh)
  set_tests_properties(${name} PROPERTIES WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    ENVIRONMENT "SPENN=$<TARGET_FILE:spenn>;SPENN_CHART=$<TARGET_FILE:spenn-chart>;${graphviz_leaks}")
endfunction()

spenn_script(arrow)
spenn_script(budgets)
spenn_script(cli)
spenn_script(chart_lost)
spenn_script(browser)
spenn_script(opens)
spenn_script(accessible)
set_tests_properties(accessible PROPERTIES SKIP_RETURN_CODE 77 COST 40)
add_test(NAME same_bytes COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/same_bytes.sh
  $<TARGET_FILE:spenn>)
set_tests_properties(same_bytes PROPERTIES WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
