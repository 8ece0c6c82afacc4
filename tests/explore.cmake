add_test(NAME explore COMMAND ${CMAKE_SOURCE_DIR}/tests/explore.py)
set_tests_properties(explore PROPERTIES
  ENVIRONMENT "SPENN=$<TARGET_FILE:spenn>" WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
