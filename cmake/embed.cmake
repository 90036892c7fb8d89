# jekyll_ls_embed(OUT NAMESPACE FILES...): turns files into one C++ source that defines
#   std::string_view NAMESPACE::embedded_file(std::string_view name)
# with the names as listed, relative to the current folder; "" for unknown names. The program then needs no
# data files beside it. OUT receives the path of the source.
function(jekyll_ls_embed out namespace)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${namespace}_embedded.cpp)
  set(inputs "")
  foreach(file ${ARGN})
    list(APPEND inputs ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  endforeach()
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DOUT=${source} -DNAMESPACE=${namespace} -DFOLDER=${CMAKE_CURRENT_SOURCE_DIR}
            "-DFILES=${ARGN}" -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${inputs} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    COMMENT "Embedding files for ${namespace}"
    VERBATIM)
  set(${out} ${source} PARENT_SCOPE)
endfunction()

# The second half runs at build time, as a script.
if(CMAKE_SCRIPT_MODE_FILE)
  set(arrays "")
  set(cases "")
  set(number 0)
  foreach(file ${FILES})
    file(READ ${FOLDER}/${file} bytes HEX)
    string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
    string(APPEND arrays "constexpr char file_${number}[] = {\n${bytes}'\\0'};\n")
    string(APPEND cases "  if (name == \"${file}\") return {file_${number}, sizeof(file_${number}) - 1};\n")
    math(EXPR number "${number} + 1")
  endforeach()
  file(WRITE ${OUT} "// Made by cmake/embed.cmake.
#include <string_view>
namespace ${NAMESPACE} {
namespace {
${arrays}}  // namespace
std::string_view embedded_file(std::string_view name);
std::string_view embedded_file(std::string_view name) {
${cases}  return {};
}
}  // namespace ${NAMESPACE}
")
endif()
