# Graphviz, Pango and Fontconfig keep memory after gvFreeContext: suppressed where they
# draw, by library, for which stacks must be unwound in full.
target_link_libraries(drawing_test_writers PRIVATE PkgConfig::cgraph)
target_link_libraries(chart_test_dot PRIVATE PkgConfig::gvc PkgConfig::cgraph)
add_test(NAME chart/program COMMAND
  ${CMAKE_CURRENT_SOURCE_DIR}/chart/program.sh $<TARGET_FILE:spenn-chart>)
add_test(NAME chart/pages COMMAND
  ${CMAKE_CURRENT_SOURCE_DIR}/chart/pages.sh $<TARGET_FILE:spenn-chart>)
set(graphviz_leaks "ASAN_OPTIONS=fast_unwind_on_malloc=0"
  "LSAN_OPTIONS=print_suppressions=0:suppressions=${CMAKE_CURRENT_SOURCE_DIR}/chart/graphviz.supp")
set_tests_properties(chart/test_dot chart/program chart/pages PROPERTIES
  ENVIRONMENT "${graphviz_leaks}")

# The lint over every seventh drawing of the repository (all modes in turn; CI looks at every
# one, by the release program), and its checks over drawings that fail.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(lint ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/chart/lint.py)
add_test(NAME chart/lint COMMAND ${lint} --all $<TARGET_FILE:spenn-chart>
  --every 7)
add_test(NAME chart/lint_bad COMMAND ${lint}
  --bad ${CMAKE_CURRENT_SOURCE_DIR}/chart/bad-drawings)
add_test(NAME chart/lint_same COMMAND ${Python3_EXECUTABLE}
  ${CMAKE_CURRENT_SOURCE_DIR}/chart/lint_same.py $<TARGET_FILE:spenn-chart>)
set_tests_properties(chart/lint_same PROPERTIES COST 60)
add_test(NAME chart/lint_colours COMMAND ${Python3_EXECUTABLE}
  ${CMAKE_CURRENT_SOURCE_DIR}/chart/lint_colours.py ${CMAKE_SOURCE_DIR})
