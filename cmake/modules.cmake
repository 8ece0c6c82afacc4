# The modules and the arrow between them (docs/architecture.md). A module sees the headers
# of the modules it is linked to and no others; tests/arrow.sh greps for library headers.
function(spenn_module name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.c)
  add_library(spenn_${name} STATIC ${sources})
  target_include_directories(spenn_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src/${name})
  target_link_libraries(spenn_${name} PUBLIC ${ARGN})
endfunction()

set(embedded)
foreach(item models/assumptions.yaml:spenn_embedded_assumptions
    models/surveys.csv:spenn_embedded_surveys
    schema/model.json:spenn_embedded_model_schema
    schema/scenario.json:spenn_embedded_scenario_schema
    schema/figure.json:spenn_embedded_figure_schema)
  string(REPLACE ":" ";" item ${item})
  list(GET item 0 file)
  list(GET item 1 symbol)
  spenn_embed(${CMAKE_SOURCE_DIR}/${file} ${symbol} ${CMAKE_BINARY_DIR}/${symbol}.c)
  list(APPEND embedded ${CMAKE_BINARY_DIR}/${symbol}.c)
endforeach()

spenn_module(base m)
target_link_libraries(spenn_base PRIVATE PkgConfig::utf8proc)
spenn_module(model spenn_base)
spenn_module(io spenn_model)
target_sources(spenn_io PRIVATE ${embedded})
target_link_libraries(spenn_io PRIVATE PkgConfig::fyaml ${CSV_LIBRARY})
target_include_directories(spenn_io PRIVATE ${CSV_INCLUDE})
spenn_module(measure spenn_model)
target_link_libraries(spenn_measure PRIVATE PkgConfig::igraph)
spenn_module(sim spenn_model)
target_link_libraries(spenn_sim PRIVATE PkgConfig::gsl)
target_include_directories(spenn_sim SYSTEM PRIVATE ${RANDOM123_INCLUDE})
spenn_module(theory spenn_base)
target_link_libraries(spenn_theory PRIVATE PkgConfig::gsl)
spenn_module(study spenn_measure spenn_sim)
target_link_libraries(spenn_study PRIVATE PkgConfig::gsl Threads::Threads)
spenn_module(explore spenn_study spenn_io)
target_link_libraries(spenn_explore PRIVATE PkgConfig::gsl Threads::Threads)
spenn_embed_models(verify_models)
spenn_module(verify spenn_explore spenn_theory spenn_io)
target_sources(spenn_verify PRIVATE ${verify_models})
spenn_module(survey spenn_study)
spenn_module(report spenn_survey spenn_explore spenn_verify)
target_link_libraries(spenn_report PRIVATE PkgConfig::jansson)

foreach(name model scenario)
  spenn_embed(${CMAKE_SOURCE_DIR}/templates/${name}.yaml spenn_embedded_template_${name}
    ${CMAKE_BINARY_DIR}/spenn_embedded_template_${name}.c)
  list(APPEND templates ${CMAKE_BINARY_DIR}/spenn_embedded_template_${name}.c)
endforeach()
spenn_module(ask spenn_report)
spenn_module(generate spenn_io spenn_sim)
file(GLOB cli CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/cli/*.c)
add_executable(spenn ${cli} ${templates})
target_link_libraries(spenn PRIVATE spenn_ask spenn_generate)

# The chart program holds no GPL library: base, model, io and Graphviz only.
spenn_module(drawing spenn_base)
target_link_libraries(spenn_drawing PRIVATE PkgConfig::cgraph PkgConfig::gvc PkgConfig::cairo)
spenn_module(chart spenn_drawing spenn_model)
spenn_module(figure spenn_chart spenn_io)
file(GLOB chart_cli CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/chart_cli/*.c)
add_executable(spenn-chart ${chart_cli})
target_link_libraries(spenn-chart PRIVATE spenn_figure)

include(GNUInstallDirs)
install(TARGETS spenn spenn-chart)
