# The published schemas against the reader; the program is made in bad.cmake.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME schema COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/schema_test.py
  $<TARGET_FILE:read_tool>)
