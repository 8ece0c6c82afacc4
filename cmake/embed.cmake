# spenn_embed(FILE SYMBOL OUTPUT): a C source with the file's bytes and a closing NUL.
function(spenn_embed file symbol output)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${file} -DSYMBOL=${symbol} -DOUTPUT=${output}
      -P ${CMAKE_SOURCE_DIR}/cmake/embed_file.cmake
    DEPENDS ${file} ${CMAKE_SOURCE_DIR}/cmake/embed_file.cmake VERBATIM)
endfunction()

# spenn_embed_models(LIST): sources with every models/verify/*.yaml, and their index for
# src/verify/models.c: a new file there is compiled in without an edit.
function(spenn_embed_models list)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/models/verify/*.yaml)
  set(declared "#include \"suite.h\"\n\n")
  set(index "\nconst struct spenn_verify_model spenn_verify_models[] = {\n")
  foreach(file ${files})
    get_filename_component(name ${file} NAME_WE)
    string(MAKE_C_IDENTIFIER spenn_embedded_verify_${name} symbol)
    spenn_embed(${file} ${symbol} ${CMAKE_BINARY_DIR}/${symbol}.c)
    list(APPEND sources ${CMAKE_BINARY_DIR}/${symbol}.c)
    string(APPEND declared "extern const char ${symbol}[];\n")
    string(APPEND index "    {\"${name}\", ${symbol}},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/spenn_verify_models.c
    CONTENT "${declared}${index}    {0, 0},\n};\n" @ONLY)
  set(${list} ${sources} ${CMAKE_BINARY_DIR}/spenn_verify_models.c PARENT_SCOPE)
endfunction()
