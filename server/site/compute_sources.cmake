# What turns one document into a page: sources relative to server/site.
set(SITE_COMPUTE_SOURCES
  compute.cpp compute_anchors.cpp compute_date.cpp compute_publication.cpp compute_terms.cpp compute_url.cpp
  defaults.cpp glob.cpp page_data.cpp permalink.cpp)
