# The simulation compiled with formulas that can be broken on purpose (src/sim/mutant.h),
# and the tests of theory once more against it: each broken formula must be caught.
file(GLOB sim CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/sim/*.c)
add_library(spenn_mutants STATIC ${sim})
target_compile_definitions(spenn_mutants PUBLIC SPENN_MUTANTS)
target_include_directories(spenn_mutants PUBLIC ${CMAKE_SOURCE_DIR}/src/sim)
target_include_directories(spenn_mutants SYSTEM PRIVATE ${RANDOM123_INCLUDE})
target_link_libraries(spenn_mutants PUBLIC spenn_model PRIVATE PkgConfig::gsl)
foreach(name test_practice)
  add_executable(mutants_${name} ${CMAKE_CURRENT_SOURCE_DIR}/sim/${name}.c)
  target_link_libraries(mutants_${name} PRIVATE spenn_mutants PkgConfig::cmocka)
  add_test(NAME mutants/${name} COMMAND mutants_${name})
endforeach()
