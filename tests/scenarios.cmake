# Every shipped scenario runs.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME scenarios COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/scenarios.py
  $<TARGET_FILE:spenn>)
set_tests_properties(scenarios PROPERTIES TIMEOUT 900 PROCESSORS 2 COST 90)
