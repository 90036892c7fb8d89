# frozen_string_literal: true

# Writes the golden files of this folder from real Jekyll: ruby generate_golden.rb
# Every input is listed here; every answer is what the installed jekyll gem says.

require "jekyll"
require "json"
require "ostruct"

Jekyll.logger.log_level = :error
$stderr.reopen(File::NULL, "w")

FOLDER = File.join(__dir__, "golden")

# One case on each line, so that a change shows as a small difference.
def write(name, cases)
  lines = cases.map { |one| JSON.generate(one) }
  File.write(File.join(FOLDER, "#{name}.json"), "[\n#{lines.join(",\n")}\n]\n")
  warn "#{name}: #{cases.size}"
end

def answer
  yield
rescue StandardError => e
  { "error" => e.class.name }
end

TEXTS = [
  "The _config.yml file", "Hello  World", "  lead and trail  ", "--a--b--", "-", "--", "---", "", " ", "a", "A-B", "a--b",
  "한글 제목!", "한글과 English 섞기", "日本語のタイトル", "中文标题：测试", "C++ & C#", "a.b.c", "Crème Brûlée",
  "Straße", "İstanbul", "ISTANBUL ı", "ΣΊΣΥΦΟΣ", "e\u0301cole", "ﬁn ﬂag", "naïve café – résumé", "Łódź Ærø Œuvre Þing",
  "x_y_z", "a/b/c", "a\\b", "100%", "50% off?", "what's new?", "\"quoted\"", "(paren) [bracket] {brace}", "a@b.c",
  "tilde~and!bang", "$money & co; x=y, z", "a+b=c", "#hash #tag", "a:b", "a|b^c`d", "<tag>", "emoji 😀 here", "😀", "👩‍👩‍👧",
  "tab\there", "line\nbreak", "\nedge\n", "nbsp\u00A0here", "em—dash", "ellipsis…", "½ ² ³ ①", "٣٤٥ arabic digits",
  "हिन्दी में", "עברית", "العربية", "ไทย ภาษา", "Привет Мир", "МОСКВА", "Ⅷ roman", "Ⓐ circled", "ǅ title", "ß", "ŉ", "ÿ",
  "...", "._~!$&'()+,;=@", "UPPER lower MiXeD", "2024-02-23", "v1.2.3", "a - b", "a -b", "a- b", "trailing-", "-leading",
  "'", "×÷", "ĳ Ĳ", "ſ", "K", "Å", "¡Hola!", "l’été", "«guillemets»", "zero\u200Bwidth", "soft\u00ADhyphen",
].freeze

write("slugify", TEXTS.product(["default", "pretty", "raw", "ascii", "latin", "none", "other"], [false, true])
  .map do |text, mode, cased|
    { "input" => text, "mode" => mode, "cased" => cased,
      "out" => Jekyll::Utils.slugify(text.dup, :mode => mode, :cased => cased) }
  end)

write("titleize", (TEXTS + %w(
  hello-world foo_bar-BAZ iOS-app 3d-x ß-eins ŉ-afrikaans ﬁn-art ǆ-dz ärger-ÄRGER о-нас
)).map { |text| { "input" => text, "out" => Jekyll::Utils.titleize_slug(text.dup) } })

PATHS = [
  "/a b", "한글", "a#b", "a#b#c", "a?b", "a?b#c?d", "a[b]", "100%", "a%20b", "a%zz", "a+b", "a:b", "a&b", "a\"b", "a<b>", "a'b",
  "a(b)", "a,b;c=d", "a@b", "a|b", "a^b", "a`b", "a{b}", "a~b", "é", "e\u0301", "a\\b", "a!b$c*", "a//b", "../x", "a..b", "x./y",
  "", "/", "//", "...", "....", "./", "/./a", "a/.b", "a./.b", ".a", "a.", "a...b", "日本/語", "😀", "tab\tx", "a b#c d", "-_.~",
  "UPPER/Case", "a/b/", "/a/../b", "a/./b", "x../y", "..", "a..", "..a", "%", "%41", "%e9", "ü%C3%BC", "C++/b", "a=b&c=d",
].freeze

write("escape_path", PATHS.map do |path|
  { "input" => path,
    "escaped" => answer { Jekyll::URL.escape_path(path) },
    "unescaped" => Jekyll::URL.unescape_path(path.dup).then { |text| text.valid_encoding? ? text : nil },
    "sanitized" => Jekyll::URL.new(:template => "x").sanitize_url(path),
    "in_template" => answer { Jekyll::URL.new(:template => "/:x/y", :placeholders => { :x => path }).to_s } }
end)

NAMES = [
  "2020-01-02-a.md", "20-1-2-a.md", "202-1-2-a.md", "2020-1-2-a.md", "2020-01-02.md", "2020-01-02-.md", "2020-01-02-a",
  "2020-01-02-a.tar.gz", "sub/2020-01-02-a.md", "2020-01-02-sub/2020-01-03-b.md", "x2020-01-02-a.md", "2020-13-45-a.md",
  "2020-01-02-a.html", "12020-01-02-a.md", "2020-01-02_a.md", "2020-01-02-a b.md", "2-01-02-a.md", "2020-001-02-a.md",
  "2020-01-002-a.md", "2020-01-02-a..md", "2020-01-02-.a.md", "2020-01-02-한글.md", "2020-01-02-a.", "2020-01-02-a.b.",
  "about.md", ".htaccess", "2020-01-02-a-2021-02-03-b.md", "a/b/2020-01-02-c-d.markdown", "2020--01-02-a.md", "",
].freeze

write("post_name", NAMES.map do |name|
  { "input" => name, "dated" => name.match(Jekyll::Document::DATE_FILENAME_MATCHER)&.captures }
end)

# -- the address of a document, for every placeholder and style -------------------------------------------------------

def document_url(template, source)
  date = Time.utc(*source["date"])
  collection = OpenStruct.new(:label => source["collection"])
  document = OpenStruct.new(
    :collection => collection, :cleaned_relative_path => source["path"], :basename_without_ext => source["basename"],
    :data => { "slug" => source["slug"], "categories" => source["categories"] }, :date => date,
    :output_ext => source["output_ext"]
  )
  Jekyll::URL.new(:template => template, :placeholders => Jekyll::Drops::UrlDrop.new(document)).to_s
end

STYLES = Jekyll::Configuration.const_get(:STYLE_TO_PERMALINK).values
KEYS = %w(
  collection path name title slug categories slugified_categories output_ext year short_year month i_month short_month
  long_month day i_day short_day long_day y_day hour minute second week w_year w_day
).freeze
TEMPLATES = STYLES + KEYS.map { |key| "/x/:#{key}/y" } + [
  "/:month_:day/", ":title", "/:title.html", "/blog/:year/:month/:title", "/:nope/:title", "/:title__/", "/:_/", "/:/x",
  "/::title/", "/:Title/", "/:title:title", "/:categories/:title/", "/한글/:title/", "/a b/:title?x", "/:titles/", "/:day_/:x_",
  "pretty", "/:year-:month-:day-:title/", "/:hash/:title", "/:class/x", "/../:title", "/:collection/:name:output_ext", "/",
  "/:path/", "/:title/index.html", "/a./:title", "/:year/:i_month/:i_day/:hour:minute:second/", ":categories:title",
].freeze
SOURCES = [
  { "collection" => "posts", "path" => "/2020-01-05-hello", "basename" => "2020-01-05-hello", "slug" => "hello",
    "categories" => [], "output_ext" => ".html", "date" => [2020, 1, 5, 3, 4, 9] },
  { "collection" => "posts", "path" => "/sub/2021-12-31-Über uns!", "basename" => "2021-12-31-Über uns!", "slug" => "Über uns!",
    "categories" => ["Foo Bar", "foo bar", "C++", "한글"], "output_ext" => ".html", "date" => [2021, 12, 31, 23, 59, 58] },
  { "collection" => "my.docs", "path" => "/a b/c#d", "basename" => "c#d", "slug" => nil, "categories" => ["x/y"],
    "output_ext" => ".css", "date" => [2016, 1, 3, 0, 0, 0] },
  { "collection" => "notes", "path" => "/v1.2", "basename" => "v1.2", "slug" => "!!!", "categories" => ["İ", "ΑΣ"],
    "output_ext" => "", "date" => [1999, 7, 1, 12, 30, 0] },
  { "collection" => "notes", "path" => "/e", "basename" => "e", "slug" => "", "categories" => [],
    "output_ext" => ".html", "date" => [2024, 12, 30, 1, 2, 3] },
].freeze

write("document_url", TEMPLATES.product(SOURCES).map do |template, source|
  { "template" => template, "source" => source, "url" => answer { document_url(template, source) } }
end)

DATES = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2032].flat_map do |year|
  [[year, 1, 1], [year, 1, 2], [year, 1, 3], [year, 1, 4], [year, 2, 28], [year, 3, 1], [year, 12, 28], [year, 12, 29],
   [year, 12, 30], [year, 12, 31]]
end
write("weeks", DATES.map do |date|
  source = SOURCES[0].merge("date" => date + [0, 0, 0])
  { "date" => date, "url" => document_url("/:w_year/:week/:w_day/:y_day/:short_day", source) }
end)

PAGE_PATHS = ["", "/sub", "/a b/한글", "/x:basename", "/a#b"].freeze
PAGE_NAMES = [["about", ".html"], ["index", ".html"], ["a b", ".html"], ["style", ".css"], ["trail", ".html"], ["feed", ".xml"]]
  .freeze
PAGE_TEMPLATES = ["/:path/:basename:output_ext", "/:path/", "/:path/:basename/", "/:path/:basename", "/x/:title/", "pretty",
                  "/permalink/here/", "/:basename/:basename", "a:output_ext", "/한글/", "x:path"].freeze
write("page_url", PAGE_TEMPLATES.product(PAGE_PATHS, PAGE_NAMES).map do |template, path, (basename, ext)|
  url = answer do
    Jekyll::URL.new(:template => template, :placeholders => { :path => path, :basename => basename, :output_ext => ext }).to_s
  end
  { "template" => template, "path" => path, "basename" => basename, "output_ext" => ext, "url" => url }
end)

PERMALINKS = ["date", "pretty", "none", "ordinal", "weekdate", "/:title/", "/:title", "/:title:output_ext", "/:title.html", "x",
              "/:categories/:title/"].freeze
write("templates", PERMALINKS.map do |permalink|
  { "permalink" => permalink,
    "posts" => Jekyll::Configuration.new.send(:style_to_permalink, permalink),
    "page" => Jekyll::Utils.add_permalink_suffix("/:path/:basename", permalink.to_sym),
    "collection" => Jekyll::Utils.add_permalink_suffix("/:collection/:path", permalink.to_sym) }
end)

# -- dates ------------------------------------------------------------------------------------------------------------

DATE_TEXTS = [
  "2020-01-02", "20-1-2", "68-1-2", "69-1-2", "99-12-31", "00-1-1", "202-1-2", "2020-1-2", "2020-13-45", "2020-00-01", "2020-01-00",
  "2020-02-30", "2020-02-31", "2021-02-29", "2020-04-31", "2020-01-32", "0001-01-01", "9999-12-31", "12020-01-01", "-2020-01-01",
  "2020-01-02 03:04", "2020-01-02 3:04", "2020-01-02 03:04:05", "2020-01-02 03:04:05.678", "2020-01-02 24:00", "2020-01-02 24:00:01",
  "2020-01-02 25:00", "2020-01-02 23:60", "2020-01-02 23:59:60", "2020-01-02 23:59:61", "2020-01-02  03:04", " 2020-01-02 ",
  "2020-01-02 03:04:05 UTC", "2020-01-02 03:04:05 +0900", "2020-01-02 03:04:05 -0330", "2020-01-02 03:04:05 +09:00",
  "2020-01-02 03:04:05 +09", "2020-01-02 03:04:05 +9", "2020-01-02 03:04:05 +900", "2020-01-02 03:04:05+0900", "2020-01-02 03:04 +0900",
  "2020-01-02 03:04:05 JST", "2020-01-02 03:04:05 KST", "2020-01-02 03:04:05 EST", "2020-01-02 03:04:05 EDT", "2020-07-02 03:04:05 EDT",
  "2020-01-02 03:04:05 CET", "2020-07-02 03:04:05 CEST", "2020-01-02 03:04:05 GMT+9", "2020-01-02 03:04:05 UTC+09:00",
  "2020-01-02 03:04:05 Z", "2020-01-02T03:04Z", "2020-01-02T03:04:05Z", "2020-01-02T03:04:05+09:00", "2020-01-02T03:04:05.123Z",
  "2020-01-02t03:04:05z", "2020-01-02 03:04:05 A", "2020-01-02 03:04:05 J", "2020-01-02 03:04:05 Y", "2020-01-02 23:30:00 -0500",
  "2020-12-31 23:30:00 -0500", "2020-02-30 23:30:00 -0500", "2020-03-01 01:30:00 +0900", "2020-01-01 01:30:00 +0900",
  "2020-01-02 25:00:00 +0900", "2020-01-02 03:04:05 PST8PDT", "2020-01-02 03:04:05 Pacific Standard Time",
  "2020-01-02 03:04:05 Eastern Daylight Time", "2020-01-02 03:04:05 est dst",
  "2020-01-02 3:04 pm", "2020-01-02 3:04pm", "2020-01-02 3:04 PM", "2020-01-02 3pm", "2020-01-02 12am", "2020-01-02 12:30 am",
  "2020-01-02 12:30 p.m.", "2020-01-02 3 pm", "2020-01-02 13:00 pm", "3:04 pm 2020-01-02", "15h30 2020-01-02", "2020-01-02 3h4m5s",
  "Jan 2 2020", "Jan 2, 2020", "January 2, 2020", "2 January 2020", "2 Jan 2020", "2nd January 2020", "Jan 2nd, 2020", "2 Jan '20",
  "2-Jan-2020", "02-JAN-20", "Jan-02-2020", "2020-Jan-02", "2020 Jan 2", "Jan 2020", "2020 January", "Jan", "January 2", "2 Jan",
  "Sat Aug 28 02:55:50 2000", "Sat, 28 Aug 2000 02:55:50 +0900", "Thu, 02 Jan 2020", "Thursday 2 January 2020 10:00", "Thursday",
  "Sept 5, 2020", "september 5 2020", "5. September 2020", "5 de enero de 2020", "Mai 5 2020", "May 5", "March", "4th July 2020",
  "01/02/2020", "1/2/2020", "2020/01/02", "2020/1/2 10:00", "01/02/20", "13/02/2020", "02/13/2020", "31/12/1999", "1/2", "2020/01",
  "2020.01.02", "2.1.2020", "02.01.20", "2020. 1. 2.", "2020.01.02 10:00", "H31.04.30", "S40.05.22", "h2.1.1",
  "20200102", "20200102T030405", "20200102T030405Z", "20200102030405", "202001020304", "2020010203", "200102", "20001", "2020001",
  "0102", "02", "2020", "1577934000", "20200102 0304", "20200102T0304+0900", "123", "366", "367", "1", "12345", "1234567",
  "2020-001", "2020-060", "2020-366", "2021-366", "2020-367", "2020-000", "20-123", "2020-W01-1", "2020W011", "2020-W53", "W05-1", "-W-3",
  "--02-03", "--0203", "---03", "-123", "'20", "Jan '20", "2020-1", "2020-12", "2020-01-02-03", "2020-01-02-03-04",
  "10:00", "10:00:00", "10:00 +0900", "3pm", "25:00", "10am 5", "5 10am",
  "now", "today", "tomorrow", "hello", "", " ", "true", "null", "-", "--", "a-b-c", "2020年1月2日", "2020년 1월 2일", "1월 2일, 2020",
  "２０２０-01-02", "2020-01-02　10:00", "date: 2020-01-02", "[2020-01-02]", "\"2020-01-02\"", "2020-01-02 (updated)",
  "2020_01_02", "2020,01,02", "2020-01-02,03:04", "3rd", "21st", "5th of May 2020", "May 5th 2020", "1 BC Jan 5", "5 Jan 44 BC",
  "5 Jan 2020 CE", "5 Jan 2020 AD", "2020-01-02 10:00 BC", "1.5", "2020.5", "-5", "1e3", "0", "00", "000", "2020-01-02T10",
  "2020-01-02 10", "Jan 2 10", "20200102[+9:JST]", "20200102[-5:EST]", "20200102[9]", "2020-01-02 10:00:00,5", "2020-01-02 10:00:",
  "2020-03-08 02:30", "2020-11-01 01:30", "2020-03-29 02:30", "2020-10-25 02:30", "2020-03-29 01:30", "1988-05-08 02:30",
  "2011-12-30 10:00", "1987-05-10 02:30", "1970-01-01", "1969-12-31 23:59:59", "1900-01-01", "1883-11-18 12:00", "2038-01-19 03:14:08",
  "2100-07-01", "x" * 129, "#{"x" * 100} 2020-01-02",
].freeze
ZONES = ["Asia/Seoul", "America/New_York", "Europe/Paris", "UTC", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia"].freeze
NOW = 1_795_500_000 # 2026-11-24T06:00:00Z

write("dates", ZONES.flat_map do |zone|
  ENV["TZ"] = zone
  DATE_TEXTS.map do |text|
    { "zone" => zone, "input" => text, "out" => answer { Time.parse(text, Time.at(NOW)).localtime.iso8601 } }
  end
end)
