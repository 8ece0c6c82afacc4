# What must never be said, and what must always be.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME guards COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/guards.py
  $<TARGET_FILE:spenn>)
set_tests_properties(guards PROPERTIES TIMEOUT 600)
