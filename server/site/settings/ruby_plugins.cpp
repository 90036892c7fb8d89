#include "server/site/settings/ruby_plugins.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "server/text/ascii.h"

// What plugins call: jekyll/docs/_docs/plugins/*.md; Liquid::Template.register_tag, register_filter.

namespace site {
namespace {

using text::is_word_byte;

struct Word {
  enum class Kind : std::uint8_t { name, string, symbol, mark, line };
  Kind kind = Kind::mark;
  std::string_view text;
};

// Names (`Liquid::Template` is one), strings, symbols, marks and line ends; comments are left out.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  const auto line_end = [&](std::size_t at) { return std::min(text.find('\n', at), text.size()); };
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    const bool line_start = at == 0 || text[at - 1] == '\n';
    if (line_start && text.substr(at).starts_with("__END__")) {
      break;
    }
    if (line_start && text.substr(at).starts_with("=begin")) {
      const std::size_t end = text.find("\n=end", at);
      at = end == std::string_view::npos ? text.size() : line_end(end + 1);
    } else if (c == '#') {
      at = line_end(at);
    } else if (c == '"' || c == '\'') {
      std::size_t end = at + 1;
      while (end < text.size() && text[end] != c) {
        end += text[end] == '\\' ? 2U : 1U;
      }
      end = std::min(end, text.size());
      words.push_back({Word::Kind::string, text.substr(at + 1, end - at - 1)});
      at = std::min(end + 1, text.size());
    } else if (is_word_byte(c)) {
      std::size_t end = at;
      while (end < text.size() &&
             (is_word_byte(text[end]) ||
              (text.substr(end, 2) == "::" && end + 2 < text.size() && is_word_byte(text[end + 2])))) {
        end += text[end] == ':' ? 2U : 1U;
      }
      if (end < text.size() && (text[end] == '?' || text[end] == '!')) {
        ++end;
      }
      words.push_back({Word::Kind::name, text.substr(at, end - at)});
      at = end;
    } else if (c == ':' && at + 1 < text.size() && is_word_byte(text[at + 1])) {
      std::size_t end = at + 1;
      while (end < text.size() && is_word_byte(text[end])) {
        ++end;
      }
      words.push_back({Word::Kind::symbol, text.substr(at + 1, end - at - 1)});
      at = end;
    } else {
      if (c == '\n' || c == ';') {
        words.push_back({Word::Kind::line, text.substr(at, 1)});
      } else if (!text::is_blank_or_return(c)) {
        words.push_back({Word::Kind::mark, text.substr(at, 1)});
      }
      ++at;
    }
  }
  return words;
}

std::string_view last_part(std::string_view name) {
  const std::size_t colons = name.rfind("::");
  return colons == std::string_view::npos ? name : name.substr(colons + 2);
}

void sort_unique(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

class Scan {
 public:
  explicit Scan(std::string_view text) : words_(words_of(text)) {}

  RubyPlugin run() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].kind == Word::Kind::line) {
        continue;
      }
      const bool starts = i == 0 || words_[i - 1].kind == Word::Kind::line;
      read_word(i, starts);
    }
    for (const auto& [name, of] : registered_) {
      result_.tags.push_back(name);
      const auto parent = parents_.find(last_part(of));
      if (parent != parents_.end() && is_block(parent->second)) {
        result_.blocks.push_back(name);
      }
    }
    for (const std::string_view module : filter_modules_) {
      const auto methods = methods_.find(last_part(module));
      if (methods == methods_.end()) {
        result_.computed_names = true;
        continue;
      }
      result_.filters.insert(result_.filters.end(), methods->second.begin(), methods->second.end());
    }
    sort_unique(result_.tags);
    sort_unique(result_.blocks);
    sort_unique(result_.filters);
    return std::move(result_);
  }

 private:
  struct Scope {
    std::string_view module;  // "" for other things that need an `end`
    bool hidden = false;      // behind `private`
  };

  [[nodiscard]] Word word(std::size_t i) const { return i < words_.size() ? words_[i] : Word{}; }
  [[nodiscard]] bool is_mark(std::size_t i, std::string_view mark) const {
    return word(i).kind == Word::Kind::mark && word(i).text == mark;
  }

  [[nodiscard]] bool is_block(std::string_view parent) const {
    for (int step = 0; step < 20; ++step) {
      const std::string_view name = last_part(parent);
      if (name == "Block" || name == "HighlightBlock") {
        return true;
      }
      const auto above = parents_.find(name);
      if (above == parents_.end()) {
        return false;
      }
      parent = above->second;
    }
    return false;
  }

  void read_word(std::size_t i, bool starts) {
    const Word& current = words_[i];
    if (current.kind != Word::Kind::name) {
      return;
    }
    const std::string_view name = current.text;
    if (name == "register_tag" || name == "register_filter") {
      read_registration(is_mark(i + 1, "(") ? i + 2 : i + 1, name == "register_tag");
    } else if ((name == "module" || name == "class") && starts) {
      read_container(i + 1, name == "class");
    } else if (name == "def") {
      read_method(i + 1);
      open_.push_back({});
    } else if (name == "end" && !is_mark(i - 1, ".")) {
      if (!open_.empty()) {
        open_.pop_back();
      }
    } else if (name == "private" || name == "protected") {
      if (!open_.empty() && word(i + 1).kind == Word::Kind::line) {
        open_.back().hidden = true;
      }
    } else if (name == "do" ||
               (starts && (name == "if" || name == "unless" || name == "case" || name == "while" ||
                           name == "until" || name == "for" || name == "begin"))) {
      if (name != "do" || !loop_on_line_) {
        open_.push_back({});
      }
      loop_on_line_ = name == "while" || name == "until" || name == "for";
    } else if ((name == "if" || name == "unless" || name == "case" || name == "begin") &&
               is_mark(i - 1, "=")) {
      open_.push_back({});
    } else if (last_part(name) == "Hooks" && is_mark(i + 1, ".") && word(i + 2).text == "register") {
      result_.hooks = true;
    }
    if (starts) {
      loop_on_line_ = name == "while" || name == "until" || name == "for";
    }
  }

  void read_registration(std::size_t i, bool tag) {
    if (!tag) {
      if (word(i).kind == Word::Kind::name) {
        filter_modules_.push_back(word(i).text == "self" && !open_.empty() ? open_.back().module
                                                                           : word(i).text);
      }
      return;
    }
    const Word name = word(i);
    const bool literal =
        (name.kind == Word::Kind::string && name.text.find("#{") == std::string_view::npos) ||
        name.kind == Word::Kind::symbol;
    if (literal) {
      registered_.emplace_back(std::string(name.text),
                               is_mark(i + 1, ",") ? word(i + 2).text : std::string_view());
    } else {
      result_.computed_names = true;
    }
  }

  void read_container(std::size_t i, bool is_class) {
    if (is_class && is_mark(i, "<")) {
      open_.push_back({});  // class << self
      return;
    }
    const std::string_view name = last_part(word(i).text);
    if (is_class && is_mark(i + 1, "<")) {
      const std::string_view parent = word(i + 2).text;
      parents_[name] = parent;
      result_.generators = result_.generators || last_part(parent) == "Generator";
      result_.converters = result_.converters || last_part(parent) == "Converter" ||
                           parent.find("Converters::") != std::string_view::npos;
    }
    open_.push_back({name});
    methods_[name];
  }

  void read_method(std::size_t i) {
    if (word(i).kind != Word::Kind::name || is_mark(i + 1, ".") || open_.empty()) {
      return;  // `def self.x` is no filter
    }
    const Scope& scope = open_.back();
    if (!scope.module.empty() && !scope.hidden && word(i).text != "initialize") {
      methods_[scope.module].emplace_back(word(i).text);
    }
  }

  std::vector<Word> words_;
  RubyPlugin result_;
  std::vector<Scope> open_;
  bool loop_on_line_ = false;  // its `do` opens nothing of its own
  std::map<std::string_view, std::string_view> parents_;
  std::map<std::string_view, std::vector<std::string>> methods_;
  std::vector<std::pair<std::string, std::string_view>> registered_;
  std::vector<std::string_view> filter_modules_;
};

}  // namespace

RubyPlugin scan_ruby_plugin(std::string_view text) {
  return Scan(text).run();
}

}  // namespace site
