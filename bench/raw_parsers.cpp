#include "bench/raw_parsers.h"

#include <atomic>
#include <fstream>
#include <md4c.h>
#include <stdexcept>
#include <thread>
#include <yaml.h>

namespace bench {
namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  std::string text(static_cast<std::size_t>(file.tellg()), '\0');
  file.seekg(0);
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file) throw std::runtime_error("cannot read " + path);
  return text;
}

std::size_t yaml_events(std::string_view yaml) {
  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(yaml.data()), yaml.size());
  std::size_t count = 0;
  for (bool done = false; !done; ++count) {
    yaml_event_t event;
    if (yaml_parser_parse(&parser, &event) == 0) break;
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return count;
}

int count_block(MD_BLOCKTYPE, void*, void* count) {
  return ++*static_cast<std::size_t*>(count), 0;
}
int count_span(MD_SPANTYPE, void*, void* count) {
  return ++*static_cast<std::size_t*>(count), 0;
}
int count_text(MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void* count) {
  return ++*static_cast<std::size_t*>(count), 0;
}

std::size_t markdown_events(std::string_view markdown) {
  // md4c 0.4.8 may look past the end of an unfinished construct: it gets a copy that ends in zeros.
  std::string padded(markdown);
  padded.append(1, '\n').append(8, '\0');
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
  parser.enter_block = count_block;
  parser.leave_block = count_block;
  parser.enter_span = count_span;
  parser.leave_span = count_span;
  parser.text = count_text;
  std::size_t count = 0;
  md_parse(padded.data(), static_cast<MD_SIZE>(markdown.size() + 1), &parser, &count);
  return count;
}

}  // namespace

std::size_t parse_raw(std::string_view text) {
  constexpr std::string_view fence = "---\n";
  const std::size_t close = text.find("\n---\n", fence.size());
  if (!text.starts_with(fence) || close == std::string_view::npos) return markdown_events(text);
  return yaml_events(text.substr(fence.size(), close + 1 - fence.size())) +
         markdown_events(text.substr(close + 1 + fence.size()));
}

std::size_t index_raw(const std::vector<std::string>& files, unsigned threads) {
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> events = 0;
  const auto work = [&] {
    std::size_t own = 0;
    for (std::size_t i = next++; i < files.size(); i = next++) own += parse_raw(read(files[i]));
    events += own;
  };
  std::vector<std::jthread> helpers;
  for (unsigned i = 1; i < threads; ++i) helpers.emplace_back(work);
  work();
  helpers.clear();
  return events;
}

}  // namespace bench
