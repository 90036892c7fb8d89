# Writes golden/yaml_scalars.json: what Psych and what SafeYAML make of a plain scalar after `v: `.
#
#   ruby tests/syntax/generate_yaml.rb > tests/syntax/golden/yaml_scalars.json
#
# The psych column comes from the Psych of the Ruby that runs this (Debian patches its Jekyll to call
# Psych.safe_load with Date and Time permitted and aliases on). The safe_yaml column stands for the published
# Jekyll gem, whose reader is safe_yaml 1.0.5. Debian does not package that gem, so its rules (transform/*.rb,
# parse/*.rb, psych_handler.rb) are spelled out again below. Ninety of the inputs were compared with what the
# gem itself gives.
# Local time is UTC here, so that the file does not depend on the machine.
ENV["TZ"] = "UTC"
require "date"
require "json"
require "psych"
require "time"

INPUTS = [
  "yes", "Yes", "no", "on", "Off", "y", "n", "Y", "true", "TRUE", "tRuE", "false", "False", "nope",
  "null", "Null", "~", "NULL", "nUll", "nil", "",
  "1", "+1", "-1", "0", "00", "-0", "007", "08", "0o17", "017", "-017", "0777", "0888", "0x1F", "0X1f", "-0x1F",
  "0b11", "0B11", "1_000", "1,000", "1,2,3", "1,2", "0,7", "1__0", "-_1", "_1", "_010", "_-1", "_1.5", "_12:30", "_", "_a",
  "9223372036854775807", "-9223372036854775807", "20200102",
  "12:30", "12:30:45", "1:2", "-12:30", "+12:30", "190:20:30", "12:60", "1:2:3:4", "3:25:45.2", "3:25:45.",
  "12:30 pm", "-1:30.5",
  "1.5", "1.", ".5", "-.5", ".", "-", "+", "1e3", "1.0e3", "1.5e+3", "1.5E-3", "1_0.5", "1,000.5", "0.1.2", "12e4",
  "1.e5", "1.10", "1e+20", "1.0e+20", "1.0e-5", "0.0001", "123456789012345680.0", "1234567890123456.0",
  ".inf", "-.Inf", "+.inf", ".iNf", ".nan", ".NaN", "-.nan",
  ":sym", "2020-01-02", "2020-1-2", "2020-13-01", "2020-02-29", "2021-02-29", "2020-02-30", "0000-01-01",
  "2020-01-02T03:04:05", "2020-01-02T03:04:05Z", "2020-01-02t03:04:05Z", "2020-01-02 03:04", "2020-01-02 03:04:05",
  "2020-01-02 03:04:05 +0900", "2020-01-02 03:04:05 +09:00", "2020-01-02 03:04:05 -9", "2020-01-02 03:04:05 -930",
  "2020-01-02 03:04:05 EST", "2020-01-02 25:04:05", "2020-01-02 24:00:00", "2020-01-02 03:60:05",
  "2020-01-02 03:04:60", "2020-01-02 3:04:05 PM", "2020-01-02 3:04:05", "2020-1-2 3:04:05",
  "2020-02-30 03:04:05", "2020-01-02 03:04:05.25 +0900", "2020-01-02 03:04:05 +24:00", "2020-01-02 03:04:05 +99:00",
  "1-2", "v1", "100%", "a#b", "a #b", "http://x.y:80/z", "'yes'", "\"1\"", "{{ x }}", "a: b", "@x", "%x", "- x",
  "[a, b", "\"a\\qb\"", "!!str 1", "!!str \"1\"", "!!binary aGk=", "! 1", "*a", "&a x", "&a 1",
].freeze

# The published gem's reader.
module SafeYaml
  DECIMAL = /\A[-+]?(0|([1-9][0-9_,]*))\Z/
  INTEGERS = [DECIMAL, /\A0[0-7]+\Z/, /\A0x[0-9a-f]+\Z/i, /\A0b[01_]+\Z/].freeze
  HEXADECIMAL = /\A\s*[-+]?0x[0-9a-fA-F_]+\s*\Z/
  SEXAGESIMAL = /\A\s*[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\s*\Z/
  SEXAGESIMAL_FRACTION = /\A\s*[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*\s*\Z/
  FLOAT = /\A[-+]?(?:\d[\d_]*)?\.[\d_]+(?:[eE][-+][\d]+)?\Z/
  WORDS = { "yes" => true, "on" => true, "true" => true, "no" => false, "off" => false, "false" => false }.freeze
  INFINITIES = %w[.inf .Inf .INF].to_h { |word| [word, Float::INFINITY] }
                                 .merge(%w[-.inf -.Inf -.INF].to_h { |word| [word, -Float::INFINITY] })
                                 .merge(%w[.nan .NaN .NAN].to_h { |word| [word, Float::NAN] }).freeze
  DATE = /\A(\d{4})-(\d{2})-(\d{2})\Z/
  TIME = /\A\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?\s*(?:Z|[-+]\d{1,2}(?::?\d{2})?)?\Z/
  PREFIXES = "-+0123456789._~OoYyNnTtFf:"

  module_function

  def sexagesimal(text)
    whole, fraction = text.split(".")
    sum = whole.split(":").reverse.each_with_index.sum { |part, power| Float(part) * 60**power }
    sum += Float(".#{fraction}") if fraction
    text[0] == "-" ? -sum : sum
  end

  def number(text)
    bare = text.gsub(/[_,]/, "")
    return Integer(bare) if INTEGERS.any? { |pattern| pattern.match?(bare) } || HEXADECIMAL.match?(bare)
    return sexagesimal(bare) if SEXAGESIMAL.match?(bare)
    return Float(text) if FLOAT.match?(text)
    return INFINITIES[text] if INFINITIES.key?(text)

    sexagesimal(text) if SEXAGESIMAL_FRACTION.match?(text)
  end

  def plain(text)
    return nil if text.empty?
    return text unless PREFIXES.include?(text[0])

    found = number(text)
    return found unless found.nil?
    return nil if text == "~" || text.casecmp?("null")
    return WORDS[text.downcase] if WORDS.key?(text.downcase)
    return Date.parse(text) if DATE.match?(text)
    return DateTime.parse(text).to_time if TIME.match?(text)

    text
  rescue ArgumentError
    text
  end

  def scalar(text, quoted, tag)
    return text.unpack1("m") if ["tag:yaml.org,2002:binary", "x-private:binary", "!binary"].include?(tag)

    quoted ? text : plain(text)
  end

  class Handler < Psych::Handler
    attr_reader :result

    def initialize
      super
      @anchors = {}
      @stack = []
    end

    def add(value, anchor)
      @anchors[anchor] = value if anchor
      case @stack.last
      when nil then @result = value
      when Array then @stack.last << value
      when Hash
        if @key.nil?
          @key = value
        else
          @key == "<<" ? @stack.last.merge!(value) : @stack.last[@key] = value
          @key = nil
        end
      end
    end

    def scalar(text, anchor, tag, _plain, quoted, _style)
      add(SafeYaml.scalar(text, quoted, tag), anchor)
    end

    def alias(anchor)
      add(@anchors[anchor], nil)
    end

    def start_mapping(anchor, *)
      add(map = {}, anchor)
      @stack.push(map)
    end

    def start_sequence(anchor, *)
      add(list = [], anchor)
      @stack.push(list)
    end

    def end_mapping
      @stack.pop
    end

    def end_sequence
      @stack.pop
    end

    # Whatever follows the first document is never parsed.
    def end_document(_implicit)
      throw :first_document
    end
  end

  def load(text)
    handler = Handler.new
    catch(:first_document) { Psych::Parser.new(handler).parse(text) }
    handler.result
  end
end

def typed(value)
  case value
  when nil then { type: "null", value: nil, to_s: "" }
  when true, false then { type: "bool", value: value, to_s: value.to_s }
  when Integer then { type: "int", value: value, to_s: value.to_s }
  when Float then { type: "float", value: value.finite? ? value : value.to_s, to_s: value.to_s }
  when Time then { type: "time", value: value.iso8601, to_s: value.to_s }
  when Date then { type: "date", value: value.iso8601, to_s: value.to_s }
  when Hash then { type: "map", size: value.size }
  when Array then { type: "list", size: value.size }
  else { type: "string", value: value.to_s, to_s: value.to_s }
  end
end

def reading
  typed(yield.fetch("v"))
rescue Psych::Exception => e
  { error: e.class.name }
end

if $PROGRAM_NAME == __FILE__
  rows = INPUTS.map do |input|
    text = "v: #{input}\n"
    JSON.generate(
      input: input,
      psych: reading { Psych.safe_load(text, permitted_classes: [Date, Time], aliases: true) },
      safe_yaml: reading { SafeYaml.load(text) }
    )
  end
  puts "[\n#{rows.join(",\n")}\n]"
end
