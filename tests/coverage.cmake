# Intervals hold what they promise, and a broken rule is caught (scripts/coverage, small).
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set_target_properties(coverage PROPERTIES EXCLUDE_FROM_ALL OFF)
add_test(NAME study/coverage COMMAND ${Python3_EXECUTABLE}
  ${CMAKE_SOURCE_DIR}/scripts/coverage ${CMAKE_BINARY_DIR} --small --jobs 1)
