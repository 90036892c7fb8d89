// Tags that reach other files. Sources: jekyll/lib/jekyll/tags/{include,link,post_url}.rb.
#include <algorithm>
#include <memory>
#include <utility>

#include "server/liquid/renderer.h"
#include "server/syntax/liquid/expression.h"

namespace liquid {

using syntax::liquid::Element;
using syntax::liquid::Tag;
using Kind = Tag::Kind;

std::optional<std::string> Renderer::rendered_target(const Tag& tag) const {
  const std::string_view target = slice(tag.target);
  if (!tag.dynamic) {
    return std::string(target);
  }
  std::string result;
  std::size_t at = 0;
  for (std::size_t open = target.find("{{"); open != std::string_view::npos; open = target.find("{{", at)) {
    const std::size_t close = target.find("}}", open);
    if (close == std::string_view::npos) {
      return std::nullopt;
    }
    result += target.substr(at, open - at);
    std::vector<syntax::liquid::Problem> problems;
    const text::Offset base = tag.target.begin;
    const text::Range markup{base + static_cast<text::Offset>(open + 2),
                             base + static_cast<text::Offset>(close)};
    if (!append_output(evaluator().value(syntax::liquid::parse_pipeline(source_->text, markup, problems)),
                       result)) {
      return std::nullopt;
    }
    at = close + 2;
  }
  result += target.substr(at);
  return result.find("{%") == std::string::npos ? std::optional(std::move(result)) : std::nullopt;
}

void Renderer::run_link(Index i, const std::function<std::optional<std::string>(std::string_view)>& ask) {
  const auto target = rendered_target(element_at(i).tag);
  const auto result = target && ask ? ask(*target) : std::nullopt;
  if (result) {
    write_value(node(i).range, Value(std::string_view(*result)));
  } else {
    write_unknown(node(i).range);
  }
}

void Renderer::run_include(Index i) {
  const Tag& tag = element_at(i).tag;
  const auto name = tag.strict ? rendered_target(tag) : std::nullopt;
  SourcePtr file;
  if (name && environment_.include && depth_ < max_depth) {
    file = environment_.include(*name, tag.kind == Kind::include_relative);
  }
  if (file == nullptr) {
    nodes_ += scope_.forget_all() / 4;
    write_unknown_block(node(i).range);
    return;
  }
  kept_.push_back(file);
  const std::size_t mark = scope_.enter();
  if (!tag.arguments.empty()) {
    Value parameters = include_parameters(tag);
    scope_.set_local("include", std::move(parameters));
  }
  const Source* const outer_source = std::exchange(source_, file.get());
  const Output::Place outer_place = place_;
  place_.include = outer_place.file == 0 ? outer_source->liquid->nodes[static_cast<std::size_t>(i)].range
                                         : outer_place.include;
  place_.file = file_number(file->path);
  const int dropping = std::exchange(dropping_blanks_, 0);
  ++depth_;
  run_range(0, static_cast<Index>(file->liquid->nodes.size()), 0,
            static_cast<text::Offset>(file->text.size()));
  --depth_;
  dropping_blanks_ = dropping;
  source_ = outer_source;
  place_ = outer_place;
  scope_.leave(mark);
}

Value Renderer::include_parameters(const Tag& tag) const {
  Hash parameters;
  for (const syntax::liquid::Argument& argument : tag.arguments) {
    Value value = evaluator().value(argument.value);
    if (argument.value.kind == syntax::liquid::Expression::Kind::string) {
      const char quote = source_->text[argument.value.range.begin];
      std::string text(slice(argument.value.content));
      const std::string written = std::string("\\") + quote;
      for (std::size_t at = text.find(written); at != std::string::npos; at = text.find(written, at + 1)) {
        text.erase(at, 1);
      }
      value = Value::text(std::move(text));
    }
    const std::string key(slice(argument.name));
    const auto same = std::find_if(parameters.begin(), parameters.end(),
                                   [&](const auto& other) { return other.first == key; });
    if (same != parameters.end()) {
      same->second = std::move(value);
    } else {
      parameters.emplace_back(key, std::move(value));
    }
  }
  return Value(std::make_shared<const Hash>(std::move(parameters)));
}

std::uint32_t Renderer::file_number(const std::string& path) {
  const auto known = std::find(files_.begin(), files_.end(), path);
  if (known != files_.end()) {
    return static_cast<std::uint32_t>(known - files_.begin()) + 1;
  }
  files_.push_back(path);
  return static_cast<std::uint32_t>(files_.size());
}

}  // namespace liquid
