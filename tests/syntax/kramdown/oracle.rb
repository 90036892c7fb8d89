# Asks real kramdown: reads JSON lines {"input":…,"parser":"GFM"|"kramdown","options":{…}} and writes one line each:
# {"headings":[{"level","text","id","line"[,"html"]}],"links":[…],"images":[…],"ids":[…]}, or null when kramdown
# raises. Everything is noted while the HTML converter walks the tree, so the order is that of the built page.
require 'json'
require 'timeout'
require 'kramdown'
require 'kramdown-parser-gfm'

# The HTML converter with a notebook.
class Oracle < Kramdown::Converter::Html
  QUOTES = {lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”'}.freeze
  SYMBOLS = {mdash: '—', ndash: '–', hellip: '…', laquo: '«', raquo: '»',
             laquo_space: "«\u00A0", raquo_space: "\u00A0»"}.freeze

  attr_reader :notes

  def initialize(root, options)
    super
    @notes = {headings: [], links: [], images: [], ids: []}
    @in_toc = false
  end

  def self.notes(root, options)
    converter = new(root, Kramdown::Options.merge(options.merge(root.options[:options] || {})))
    converter.convert(root)
    converter.notes
  end

  def self.decode(text)
    text.gsub(Kramdown::Parser::Html::Constants::HTML_ENTITY_RE) do |match|
      entity = Kramdown::Utils::Entities.entity($1 || $2&.to_i || $3.hex)
      entity.char || match
    rescue Kramdown::Error
      match
    end
  end

  def reader_text(element)
    element.children.map do |child|
      case child.type
      when :text then Oracle.decode(child.value)
      when :codespan, :abbreviation then child.value
      when :math then "\\(#{child.value}\\)"
      when :entity then child.value.char
      when :smart_quote then QUOTES[child.value]
      when :typographic_sym then SYMBOLS[child.value]
      when :xml_comment, :comment, :raw then ''
      else reader_text(child)
      end
    end.join
  end

  def fold(text)
    text.gsub(/\s+/, ' ').gsub(/\A | \z/, '')
  end

  def note_id(id)
    @notes[:ids] << id if !@in_toc && id && !id.strip.empty?
  end

  def convert(element, indent = -@indent)
    note(element) unless @in_toc
    super
  end

  # inner() of the converter calls the methods directly; so does this, with a note before.
  def inner(element, indent)
    result = +''
    indent += @indent
    @stack.push(element)
    element.children.each do |child|
      note(child) unless @in_toc
      result << send(@dispatcher[child.type], child, indent)
    end
    @stack.pop
    result
  end

  IDS = %i[codeblock blockquote hr dl dd table a img codespan em strong math].freeze

  def note(element)
    id = element.attr['id'] && Oracle.decode(element.attr['id'])
    note_id(id) if IDS.include?(element.type) || (element.type == :li && element.options[:location]) ||
                   (element.type == :p && !element.options[:transparent])
    case element.type
    when :a
      @notes[:links] << Oracle.decode(element.attr['href']) if element.attr['href']
      note_id(Oracle.decode(element.attr['name'])) if element.attr['name']
    when :img
      @notes[:images] << Oracle.decode(element.attr['src']) if element.attr['src']
    when :html_element
      note_html(element, id)
    end
  end

  def note_html(element, id)
    note_id(id)
    if element.value =~ /\Ah([1-6])\z/
      id = nil if id && id.strip.empty?
      @notes[:headings] << {level: $1.to_i, text: fold(reader_text(element)), id: id,
                            line: element.options[:location], html: true}
    end
    @notes[:links] << Oracle.decode(element.attr['href']) if element.value == 'a' && element.attr['href']
    @notes[:images] << Oracle.decode(element.attr['src']) if element.value == 'img' && element.attr['src']
    note_id(Oracle.decode(element.attr['name'])) if element.value == 'a' && element.attr['name']
  end

  def convert_header(element, indent)
    html = super
    return html if @in_toc
    id = html[/\A\s*<h[1-6](?: [^ =]+="[^"]*")*? id="([^"]*)"/m, 1]
    id = Oracle.decode(id) if id
    note_id(id)
    @notes[:headings] << {level: output_header_level(element.options[:level]), text: fold(reader_text(element)), id: id,
                          line: element.options[:location]}
    html
  end

  def convert_ul(element, indent)
    before = [@toc_code, @footnote_location]
    place = @notes[:ids].size
    html = super
    return html if @in_toc
    if [@toc_code, @footnote_location] == before || html.include?('<li')
      @notes[:ids].insert(place, Oracle.decode(element.attr['id'])) if element.attr['id'] && !element.attr['id'].strip.empty?
    end
    html
  end
  alias convert_ol convert_ul

  def convert_dt(element, indent)
    html = super
    id = html[/\A\s*<dt(?: [^ =]+="[^"]*")*? id="([^"]*)"/m, 1]
    note_id(Oracle.decode(id)) if id
    html
  end

  def convert_footnote(element, indent)
    html = super
    note_id(html[/id="([^"]*)"/, 1])
    html
  end

  def footnote_content
    html = super
    html.scan(/<li id="(fn:[^"]*)" role="doc-endnote"/) { note_id($1) }
    html
  end

  def generate_toc_tree(toc, type, attr)
    tree = super
    unless tree.children.empty?
      note_id(Oracle.decode(tree.attr['id']))
      toc.each {|_, id, _| note_id("#{tree.attr['id']}-#{id}") }
    end
    @in_toc = true
    tree
  end
end

DEFAULTS = {hard_wrap: false, syntax_highlighter: nil}.freeze

def ask(question)
  options = DEFAULTS.merge(input: question['parser']).merge((question['options'] || {}).transform_keys(&:to_sym))
  Timeout.timeout(20) do
    document = Kramdown::Document.new(question['input'], options)
    Oracle.notes(document.root, document.options)
  end
rescue SystemStackError, StandardError => e
  warn "#{e.class}: #{e.message[0, 200]}" if ENV['ORACLE_VERBOSE']
  nil
end

if $PROGRAM_NAME == __FILE__
  $stdout.sync = true
  $stdin.each_line {|line| puts JSON.generate(ask(JSON.parse(line))) }
end
