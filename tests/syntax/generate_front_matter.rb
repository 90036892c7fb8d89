# Writes golden/front_matter.json: where Jekyll sees front matter begin and end.
#
#   ruby tests/syntax/generate_front_matter.rb > tests/syntax/golden/front_matter.json
#
# The two tests are Jekyll's own patterns: Jekyll::Document::YAML_FRONT_MATTER_REGEXP, and has_yaml_header? of
# jekyll/utils.rb, which looks at the raw bytes of the first line. Posts are read with a byte order mark removed.
require "json"

REGEXP = /\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)/m
HEADER = /\A---\s*\r?\n/

INPUTS = [
  "", "x", "---", "---\n", "---\nfoo", "---\n---", "---\n---\nx", "---\n...\nx", "---\n\n---\n", "---\r\n---\r\n",
  "---\na: 1\n---\nx\n", "---\na: 1\n---", "---\na: 1\n...\nx\n", "--- \na: 1\n---  \n\n\n\nx\n",
  "---\na: 1\n---\n   \n  x\n", "---\na: 1\n--- \t\r\n \r\n\r\nx", "---\na: 1\n---\f\nx", "---\r\na: 1\r\n---\r\nx\r\n",
  "----\na: 1\n---\nx", "---\na: 1\n----\nx\n---\ny", "\n---\na: 1\n---\nx", "\u{FEFF}---\na: 1\n---\nx",
  "\u{FEFF}---\nx", "\u{FEFF}x", "---\na: 1\n ---\nb: 1\n---\nx", "---\n\n\na: 1\n---\nx", "--- a\nb: 1\n---\n",
  "---\na: |\n  x\n---\n  y\n---\nz", "--- # c\na: 1\n---\nx", "---\na: 1\n---x\n---\ny", "---\na: 1\n...\n---\nx",
  "---\na: 1\r---\nx", " ---\na: 1\n---\n", "---\na: 1\n--- x\n", "---\n\v\na: 1\n---\n", "---\ntitle: 글\n---\n본문\n",
].freeze

rows = INPUTS.map do |input|
  first_line = input.b.lines.first || ""
  text = input.delete_prefix("\u{FEFF}")
  match = REGEXP.match(text)
  JSON.generate(input: input, has_header: HEADER.match?(first_line), yaml: match && match[1],
                content: match ? match.post_match : text)
end
puts "[\n#{rows.join(",\n")}\n]"
