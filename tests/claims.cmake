# The claims of the sources: register, docs/claims.csv and docs/claims.md hold together.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME claims COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/claims.py)
set_tests_properties(claims PROPERTIES WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
