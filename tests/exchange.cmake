find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME exchange COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/exchange.py
  $<TARGET_FILE:spenn> ${CMAKE_CURRENT_BINARY_DIR})
