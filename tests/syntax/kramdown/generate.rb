# Rewrites golden/markdown.json: what real kramdown makes of every text in golden/inputs.json, as GFM and as plain
# kramdown. Run it after adding a text: ruby tests/syntax/kramdown/generate.rb
require 'json'
require_relative 'oracle'

folder = File.join(__dir__, 'golden')
cases = JSON.parse(File.read(File.join(folder, 'inputs.json'))).map do |entry|
  input = entry['input']
  options = entry['options'] || {}
  plain = options.reject {|key, _| key == 'gfm_quirks' }
  {input: input, options: options,
   gfm: ask('input' => input, 'parser' => 'GFM', 'options' => options) || raise("GFM fails on #{input.inspect}"),
   kramdown: ask('input' => input, 'parser' => 'kramdown', 'options' => plain) || raise("kramdown fails on #{input.inspect}")}
end
File.write(File.join(folder, 'markdown.json'), "[\n#{cases.map {|c| JSON.generate(c) }.join(",\n")}\n]\n")
puts "#{cases.size} texts"
