# Warnings and sanitizers for everything we compile; nothing is muted.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes
  -Wmissing-prototypes -ffp-contract=off -fvisibility=hidden)
add_compile_definitions(_GNU_SOURCE SPENN_VERSION="${PROJECT_VERSION}")
if(SPENN_WERROR)
  add_compile_options(-Werror)
endif()
if(SPENN_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all
    -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(SPENN_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
# A release inlines across files: the simulation is a quarter faster, its bytes the same.
include(CheckIPOSupported)
check_ipo_supported(RESULT inline_across LANGUAGES C)
if(inline_across)
  set(CMAKE_INTERPROCEDURAL_OPTIMIZATION_RELEASE ON)
endif()
