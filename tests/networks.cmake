# The wheel, the Y, the chain and the circle: an exhaustive search of schedules.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME networks COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/networks.py)
