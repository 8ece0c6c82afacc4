# Libraries of Debian 12. pkg-config for all that has a file; the rest by hand.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
foreach(pair igraph:igraph>=0.10 gsl:gsl>=2.7 cgraph:libcgraph gvc:libgvc fyaml:libfyaml
    jansson:jansson utf8proc:libutf8proc cairo:cairo)
  string(REPLACE ":" ";" pair ${pair})
  list(GET pair 0 name)
  list(GET pair 1 module)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${module})
endforeach()
find_path(CSV_INCLUDE csv.h REQUIRED)
find_library(CSV_LIBRARY csv REQUIRED)
find_path(RANDOM123_INCLUDE Random123/philox.h REQUIRED)
