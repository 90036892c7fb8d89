# Reads texts, one JSON line {"hex": "…"} each, and answers with what Psych's parser sees in each: its collections as
# brackets and braces, its plain scalars as "p" and the others as "q" with their text in hexadecimal digits; "!" where it
# refuses the text. Answers follow, a line for each text, when a line {"flush": true} comes.
require "json"
require "psych"

def tokens(node)
  case node
  when Psych::Nodes::Sequence then ["[", *node.children.flat_map { |child| tokens(child) }, "]"]
  when Psych::Nodes::Mapping then ["{", *node.children.flat_map { |child| tokens(child) }, "}"]
  when Psych::Nodes::Scalar
    [(node.style == Psych::Nodes::Scalar::PLAIN ? "p" : "q") + node.value.unpack1("H*")]
  else ["?"]
  end
end

answers = []
$stdin.each_line do |line|
  request = JSON.parse(line)
  if request["flush"]
    $stdout.write(answers.map { |answer| "#{answer}\n" }.join)
    $stdout.flush
    answers.clear
    next
  end
  text = [request["hex"]].pack("H*").force_encoding(Encoding::UTF_8)
  answers << begin
    tokens(Psych.parse(text).root).join(" ")
  rescue Psych::SyntaxError
    "!"
  end
end
