# frozen_string_literal: true

# What the links of built sites lead to, as JSON: one line for each folder named on a line of standard input. A line
# maps output paths of HTML pages to { "address as it stands in the attribute": does it answer? }. Jekyll builds the
# site into a folder beside it; then every address is looked up as Jekyll's own server does it
# (lib/jekyll/commands/serve/servlet.rb and WEBrick's file handler), and its fragment among the ids of what answers.
# Addresses of other hosts and schemes are left out. A build that aborts has the key "error" alone.

require "jekyll"
require "json"
require "cgi"
require "set"
require "uri"

Jekyll.logger.log_level = :error
Jekyll.logger.instance_variable_get(:@writer)&.level = Logger::FATAL

ADDRESSES = {
  "a" => %w(href), "area" => %w(href), "link" => %w(href), "img" => %w(src srcset), "script" => %w(src),
  "video" => %w(src poster), "audio" => %w(src), "source" => %w(src srcset), "track" => %w(src), "iframe" => %w(src),
  "embed" => %w(src), "object" => %w(data), "input" => %w(src)
}.freeze
INDEXES = %w(index.html index.htm index.xhtml index.xml index.json).freeze

class Built
  def initialize(folder)
    @site = Jekyll::Site.new(
      Jekyll.configuration(
        "source" => folder, "destination" => File.join(folder, "_site"),
        "quiet" => true, "disable_disk_cache" => true, "plugins" => [], "plugins_dir" => "_no_plugins"
      )
    )
    @site.process
    @root = @site.dest
    @base = @site.config["baseurl"].to_s.chomp("/")
    @host = URI(@site.config["url"].to_s).host
    @ids = {}
  end

  def answers
    Dir.chdir(@root) { Dir.glob("**/*.html") }.to_h { |path| [path, judged(path)] }
  end

  private

  def markup(path)
    File.read(File.join(@root, path)).gsub(/<!--.*?-->/m, "").gsub(%r!<(script|style|textarea)\b([^>]*)>.*?</\1>!m, '<\1\2>')
  end

  def attributes(path)
    markup(path).scan(/<([a-zA-Z][a-zA-Z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/m).flat_map do |element, text|
      text.scan(/([-:a-zA-Z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/m).map do |name, double, single, bare|
        [element.downcase, name.downcase, CGI.unescapeHTML(double || single || bare)]
      end
    end
  end

  def addresses(path)
    attributes(path).flat_map do |element, name, value|
      next [] unless ADDRESSES.fetch(element, []).include?(name)

      name == "srcset" ? value.split(/,\s+/).map { |part| part.strip.split(/\s+/).first } : [value.strip]
    end
  end

  def ids(path)
    @ids[path] ||= attributes(path).filter_map do |element, name, value|
      value if name == "id" || (name == "name" && element == "a")
    end.to_set
  end

  def judged(path)
    address = "#{@base}/#{path}"
    address = address.delete_suffix("index.html") if path == "index.html" || path.end_with?("/index.html")
    addresses(path).uniq.each_with_object({}) do |href, result|
      verdict = answer(address, path, href)
      result[href] = verdict unless verdict.nil?
    end
  end

  # nil: not of this site.
  def answer(from, from_file, href)
    rest, fragment = href.split("#", 2)
    rest = rest.to_s.sub(/\?.*/m, "")
    if rest =~ /\A[a-zA-Z][-+.a-zA-Z0-9]*:/ || rest.start_with?("//")
      return nil unless rest =~ %r!\A(?:https?:)?//([^/:]+)!i && Regexp.last_match(1).casecmp?(@host.to_s)

      rest = rest.sub(%r!\A(?:https?:)?//[^/]*!i, "")
      rest = "/" if rest.empty?
    end
    own = href.match?(%r!\A(?:https?:)?//!i)
    file = rest.empty? ? from_file : file_at(decode(join(from, rest)), own)
    return file if file == false || file.nil?

    anchor = decode(fragment.to_s.sub(/:~:.*/m, ""))
    return true if anchor.empty? || anchor.casecmp?("top")

    file.end_with?(".html") ? ids(file).include?(anchor) : nil
  end

  def decode(text)
    text.b.gsub(/%(\h\h)/) { Regexp.last_match(1).hex.chr }.force_encoding("UTF-8")
  end

  def join(from, rest)
    path = rest.start_with?("/") ? rest : from[%r!.*/!] + rest
    parts = []
    steps = path.split("/", -1).drop(1)
    steps.each_with_index do |step, i|
      if step == ".."
        parts.pop
        parts << "" if i == steps.size - 1
      elsif step == "."
        parts << "" if i == steps.size - 1
      else
        parts << step
      end
    end
    "/#{parts.join("/")}"
  end

  # The file below the destination; false: nothing answers; nil: outside of the baseurl, a neighbour's.
  def file_at(path, own)
    path = path.squeeze("/")
    inside = path[@base.size..]
    unless path.start_with?(@base) && (inside.empty? || inside.start_with?("/"))
      return nil if own

      return @base.empty? || lookup(path.delete_prefix("/")) ? false : nil
    end

    lookup(inside.delete_prefix("/"))
  end

  def lookup(path)
    if path.empty? || path.end_with?("/")
      candidates = INDEXES.map { |name| path + name }
    else
      candidates = [path, "#{path}.html", "#{path}/index.html", "#{path}.xhtml"]
    end
    candidates.find { |candidate| File.file?(File.join(@root, candidate)) } || false
  end
end

$stdin.each_line do |line|
  begin
    puts JSON.generate(Built.new(line.chomp).answers)
  rescue StandardError, SystemExit => e
    puts JSON.generate("error" => "#{e.class}: #{e.message}")
  end
  $stdout.flush
end
