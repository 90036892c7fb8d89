# frozen_string_literal: true

# What real Jekyll makes of a site, as JSON: the yardstick of the conformance tests.
#
#   ruby jekyll_model.rb SITE [--now 2026-11-24T00:00:00+00:00] [--headings]   one JSON document
#   ruby jekyll_model.rb --batch [--now ...] [--headings]                      one line of JSON per folder named on a
#                                                                              line of standard input
#
# The site is read twice: as its configuration says (`written` tells what that build writes), and once more with
# drafts, unpublished and future documents, so that what is left out of a build can be compared as well. Nothing is
# written to disk. Plugins and themes are left out: this is the core alone. A build that aborts has the key "error".
# With --headings every Markdown file without Liquid is converted, and its headings are listed as [level, id].

require "cgi"
require "jekyll"
require "json"
require "optparse"

module JekyllModel
  module_function

  # Jekyll keeps results of one build in class variables; another site in the same process must not see them.
  def forget
    Jekyll::Utils.instance_variable_set(:@parse_date_cache, nil)
    Jekyll::Document.instance_variable_set(:@superdirs_regex, nil)
    Jekyll::Cache.base_cache.each_value(&:clear) if Jekyll::Cache.base_cache
    Jekyll.sites.clear
  end

  def configuration(folder, now, everything)
    overrides = {
      "source" => folder, "destination" => File.join(folder, "_site"), "quiet" => true,
      "disable_disk_cache" => true, "plugins" => [], "plugins_dir" => "_no_plugins", "theme" => nil,
    }
    overrides["time"] = now if now
    overrides.merge!("unpublished" => true, "future" => true, "show_drafts" => true, "limit_posts" => 0) if everything
    # As `jekyll build` does: the folder's own file, with a `source:` inside it relative to that folder.
    Dir.chdir(folder) do
      file = %w(_config.yml _config.yaml _config.toml).find { |name| File.file?(name) }
      if file
        own = SafeConfig.read(File.join(folder, file))
        overrides["source"] = File.expand_path(own["source"], folder) if own["source"].is_a?(String)
        overrides["destination"] = File.expand_path(own["destination"], folder) if own["destination"].is_a?(String)
        overrides["config"] = File.join(folder, file)
      end
      Jekyll.configuration(overrides)
    end
  end

  # The configuration file alone; a broken one counts as empty here and aborts later, in Jekyll itself.
  module SafeConfig
    module_function

    def read(file)
      data = Jekyll::Configuration.new.safe_load_file(file)
      data.is_a?(Hash) ? data : {}
    rescue StandardError
      {}
    end
  end

  def read_site(folder, now, everything)
    ENV.delete("TZ")
    ENV["TZ"] = ENV["JEKYLL_MODEL_TZ"] if ENV["JEKYLL_MODEL_TZ"]
    forget
    config = configuration(folder, now, everything)
    config["theme"] = nil
    site = Jekyll::Site.new(config)
    site.read
    site
  end

  def text(value)
    case value
    when nil, true, false, Integer, Float then value
    when Array then value.map { |item| text(item) }
    when Hash then value.to_h { |key, item| [key.to_s, text(item)] }
    when Time then value.iso8601
    else value.to_s.encode("UTF-8", :invalid => :replace, :undef => :replace)
    end
  end

  def guarded
    yield
  rescue StandardError => e
    { "error" => "#{e.class}: #{text(e.message)}" }
  end

  def headings(site, item)
    return nil if Jekyll::Utils.has_liquid_construct?(item.content)

    converter = site.find_converter_instance(Jekyll::Converters::Markdown)
    return nil unless converter.matches(item.extname)

    html = converter.convert(item.content)
    html.scan(%r!<h([1-6])((?:\s[^>]*)?)>!).map do |level, attributes|
      [level.to_i, attributes[%r!\sid="([^"]*)"!, 1]&.then { |id| CGI.unescapeHTML(id) }]
    end
  end

  def describe(site, item, kind, options)
    relative = item.relative_path.delete_prefix("/")
    folder = site.config["collections_dir"].to_s
    path = kind != "page" && !folder.empty? ? File.join(folder, relative) : relative
    document = kind != "page"
    about = {
      "path" => text(path), "kind" => kind,
      "collection" => document ? item.collection.label : nil,
      "url" => guarded { text(item.url) },
      "destination" => guarded { text(item.destination(site.dest).delete_prefix("#{site.dest}/")) },
      "title" => text(item.data["title"]), "layout" => text(item.data["layout"]),
      "front_matter_keys" => item.data.keys.map(&:to_s),
    }
    if document
      about["date"] = guarded { item.date.iso8601 }
      about["categories"] = text(Array(item.data["categories"]).map(&:to_s))
      about["tags"] = text(Array(item.data["tags"]).map(&:to_s))
      about["slug"] = text(item.data["slug"])
    else
      about["tags"] = text(item.data["tags"])
      about["categories"] = text(item.data["categories"])
    end
    about["headings"] = guarded { headings(site, item) } if options[:headings]
    about
  end

  def items(site)
    documents = site.collections.values.flat_map do |collection|
      collection.docs.map do |doc|
        kind = if collection.label == "posts"
                 doc.draft? ? "draft" : "post"
               else
                 "document"
               end
        [doc, kind]
      end
    end
    documents + site.pages.map { |page| [page, "page"] }
  end

  def publishable?(site, item)
    item.write? && site.publisher.publish?(item)
  end

  def model(folder, options)
    folder = File.expand_path(folder)
    now = options[:now]
    site = read_site(folder, now, false)
    described = items(site).map do |item, kind|
      describe(site, item, kind, options).merge("written" => guarded { publishable?(site, item) })
    end
    static = site.static_files.map do |file|
      { "path" => text(file.relative_path.delete_prefix("/")), "url" => guarded { text(file.url) },
        "destination" => guarded { text(file.destination(site.dest).delete_prefix("#{site.dest}/")) },
        "written" => guarded { file.write? ? true : false } }
    end
    seen = described.map { |about| about["path"] }
    rest = begin
      whole = read_site(folder, now, true)
      items(whole).map { |item, kind| describe(whole, item, kind, options).merge("written" => false) }
        .reject { |about| seen.include?(about["path"]) }
    rescue StandardError, SystemExit => e
      [{ "error" => "#{e.class}: #{text(e.message)}" }]
    end
    { "site" => folder, "time" => site.time.iso8601, "documents" => described, "left_out" => rest,
      "static_files" => static, "config" => { "permalink" => site.config["permalink"],
                                              "collections" => site.collections.keys } }
  rescue StandardError, SystemExit => e
    { "site" => folder, "error" => "#{e.class}: #{text(e.message)}" }
  end

  def silence
    Jekyll.logger.log_level = :error
    $stderr.reopen(File::NULL, "w") unless ENV["JEKYLL_MODEL_VERBOSE"]
  end

  def run(arguments)
    options = {}
    parser = OptionParser.new do |opts|
      opts.on("--now TIME") { |value| options[:now] = value }
      opts.on("--headings") { options[:headings] = true }
      opts.on("--batch") { options[:batch] = true }
    end
    rest = parser.parse(arguments)
    silence
    if options[:batch]
      $stdin.each_line do |line|
        puts JSON.generate(model(line.chomp, options))
        $stdout.flush
      end
    else
      puts JSON.pretty_generate(model(rest.fetch(0), options))
    end
  end
end

JekyllModel.run(ARGV) if $PROGRAM_NAME == __FILE__
