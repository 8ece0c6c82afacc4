# Broken files and the answers to them; needs only the readers (tests/tools/read.c).
add_executable(read_tool ${CMAKE_CURRENT_SOURCE_DIR}/tools/read.c)
target_link_libraries(read_tool PRIVATE spenn_figure)
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME bad COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/bad.py
  $<TARGET_FILE:read_tool>)
