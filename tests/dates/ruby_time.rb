# frozen_string_literal: true

# What Ruby makes of dates: reads lines of JSON, [zone, seconds of "now", text], and answers each with a line: the
# local time in ISO 8601, or "error". For tests/site/ruby_time_test.cpp.

require "json"
require "time"

$stdin.each_line do |line|
  zone, now, text = JSON.parse(line)
  ENV["TZ"] = zone
  answer = begin
    Time.parse(text, Time.at(now)).localtime.iso8601
  rescue ArgumentError, RangeError
    "error"
  end
  puts answer
end
