# Tests that are shell scripts; each gets the programs it needs by environment.
function(spenn_script name)
  add_test(NAME ${name} COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/${name}.sh)
  set_tests_properties(${name} PROPERTIES WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    ENVIRONMENT "SPENN=$<TARGET_FILE:spenn>;SPENN_CHART=$<TARGET_FILE:spenn-chart>")
endfunction()

spenn_script(arrow)
spenn_script(budgets)
