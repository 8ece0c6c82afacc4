# Every claim cited has a row in docs/claims.md.
add_test(NAME claims COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/claims.sh)
set_tests_properties(claims PROPERTIES WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
