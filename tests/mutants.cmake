# The simulation compiled with formulas that can be broken on purpose (src/sim/mutant.h),
# and spenn verify against it: each broken formula must be caught by a case. Objects, not a
# library: they stand in for every symbol of spenn_sim. The sanitizers watch the engine
# elsewhere; here it runs some 100 experiments, so it is optimized.
file(GLOB sim CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/sim/*.c)
add_library(spenn_mutants OBJECT ${sim})
target_compile_definitions(spenn_mutants PUBLIC SPENN_MUTANTS)
target_compile_options(spenn_mutants PRIVATE -O2 -fno-sanitize=all)
target_include_directories(spenn_mutants PUBLIC ${CMAKE_SOURCE_DIR}/src/sim)
target_include_directories(spenn_mutants SYSTEM PRIVATE ${RANDOM123_INCLUDE})
target_link_libraries(spenn_mutants PUBLIC spenn_model PRIVATE PkgConfig::gsl)

# Which case fails on each fault.
add_executable(mutants_verify ${CMAKE_CURRENT_SOURCE_DIR}/verify/mutants.c)
target_include_directories(mutants_verify PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(mutants_verify PRIVATE spenn_mutants spenn_verify PkgConfig::cmocka)
add_test(NAME mutants/verify COMMAND mutants_verify)

# The command itself, with the fault that SPENN_MUTANT names; without one it is the engine
# as released, which a build with sanitizers does not have otherwise.
add_executable(mutants_command ${CMAKE_CURRENT_SOURCE_DIR}/verify/mutants_command.c
  ${CMAKE_SOURCE_DIR}/src/cli/cmd_verify.c ${CMAKE_SOURCE_DIR}/src/cli/verify_twin.c
  ${CMAKE_SOURCE_DIR}/src/cli/cli.c)
target_include_directories(mutants_command PRIVATE ${CMAKE_SOURCE_DIR}/src/cli)
target_link_libraries(mutants_command PRIVATE spenn_mutants spenn_report spenn_io)
set(verify "$<TARGET_FILE:spenn> verify")
if(SPENN_SANITIZE)
  set(verify $<TARGET_FILE:mutants_command>)
endif()
add_test(NAME verify COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/verify.sh)
set_tests_properties(verify PROPERTIES WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
  ENVIRONMENT "VERIFY=${verify};MUTANT=$<TARGET_FILE:mutants_command>")
