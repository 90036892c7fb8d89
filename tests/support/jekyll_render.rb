# frozen_string_literal: true

# What real Jekyll builds of sites, as JSON: one line for each folder named on a line of standard input. A line maps
# source paths to { "html": the built page, "excerpt": … }; a build that aborts has the key "error" alone. Nothing is
# written to disk; plugins and themes are left out.

require "jekyll"
require "json"

Jekyll.logger.log_level = :error
Jekyll.logger.instance_variable_get(:@writer)&.level = Logger::FATAL

def render(folder)
  site = Jekyll::Site.new(
    Jekyll.configuration(
      "source" => folder, "destination" => File.join(folder, "_site"),
      "quiet" => true, "disable_disk_cache" => true, "plugins" => [], "plugins_dir" => "_no_plugins"
    )
  )
  site.reset
  site.read
  site.generate
  site.render
  (site.pages + site.documents).to_h do |item|
    [item.relative_path, { "html" => item.output, "excerpt" => item.data["excerpt"].to_s }]
  end
rescue StandardError, SystemExit => e
  { "error" => "#{e.class}: #{e.message}" }
end

$stdin.each_line do |line|
  puts JSON.generate(render(line.chomp))
  $stdout.flush
end
