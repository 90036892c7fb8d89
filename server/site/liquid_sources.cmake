# What a rendering asks its site for, and the scan of Ruby plugins: sources relative to server/site.
set(SITE_LIQUID_SOURCES liquid_environment.cpp liquid_posts.cpp liquid_uses.cpp ruby_plugins.cpp)
