# The small libraries are linked from their archives where the system has them (Debian's -dev packages do), so that
# the built program runs on machines that lack their packages.

# jekyll_ls_prefer_archive(TARGET NAME): TARGET, an imported library, links libNAME.a instead of a shared library.
function(jekyll_ls_prefer_archive target name)
  find_library(JEKYLL_LS_ARCHIVE_${name} ${CMAKE_STATIC_LIBRARY_PREFIX}${name}${CMAKE_STATIC_LIBRARY_SUFFIX})
  mark_as_advanced(JEKYLL_LS_ARCHIVE_${name})
  if(JEKYLL_LS_ARCHIVE_${name})
    set_target_properties(${target} PROPERTIES INTERFACE_LINK_LIBRARIES "${JEKYLL_LS_ARCHIVE_${name}}")
  endif()
endfunction()
