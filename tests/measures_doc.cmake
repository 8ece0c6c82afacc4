# docs/measures.md and docs/model.md say what the tables in code say.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME measures_doc COMMAND ${Python3_EXECUTABLE}
  ${CMAKE_SOURCE_DIR}/scripts/measures_doc $<TARGET_FILE:spenn> --check)
add_test(NAME assumptions_doc COMMAND ${Python3_EXECUTABLE}
  ${CMAKE_SOURCE_DIR}/scripts/assumptions_doc $<TARGET_FILE:spenn> --check)
