# Reads texts, one JSON line {"hex": "…"} each, and answers "1" where Psych.parse takes the text and "0" where it
# refuses it. Answers follow when a line {"flush": true} comes.
require "json"
require "psych"

verdicts = []
$stdin.each_line do |line|
  request = JSON.parse(line)
  if request["flush"]
    $stdout.write(verdicts.map { |verdict| "#{verdict}\n" }.join)
    $stdout.flush
    verdicts.clear
    next
  end
  text = [request["hex"]].pack("H*").force_encoding(Encoding::UTF_8)
  verdicts << begin
    Psych.parse(text)
    "1"
  rescue Psych::SyntaxError
    "0"
  end
end
