// Loops, and what is left of them where nobody knows their rounds. Sources:
// liquid/lib/liquid/tags/{for,break, continue,cycle}.rb, liquid/lib/liquid/utils.rb.
#include <algorithm>
#include <memory>
#include <utility>

#include "server/liquid/renderer.h"

namespace liquid {

using syntax::liquid::Element;
using syntax::liquid::Tag;
using Kind = Tag::Kind;

const syntax::liquid::Expression* Renderer::argument(const Tag& tag, std::string_view name) const {
  for (auto found = tag.arguments.rbegin(); found != tag.arguments.rend(); ++found) {
    if (slice(found->name) == name) {
      return &found->value;
    }
  }
  return nullptr;
}

std::optional<Array> Renderer::rounds(const Tag& tag) const {
  if (!tag.strict || tag.values.size() != 1) {
    return std::nullopt;
  }
  std::optional<Array> all = items(evaluator().value(tag.values[0]), max_rounds);
  std::int64_t from = 0;
  std::int64_t limit = static_cast<std::int64_t>(max_rounds);
  for (const auto& [name, into] : {std::pair{"offset", &from}, std::pair{"limit", &limit}}) {
    if (const syntax::liquid::Expression* expression = argument(tag, name)) {
      const Value value = evaluator().value(*expression);
      if (value.integer() == nullptr && !value.is_nil()) {
        return std::nullopt;  // also `offset: continue`
      }
      *into = value.is_nil() ? *into : *value.integer();
    }
  }
  if (!all || from < 0 || limit < 0) {
    return std::nullopt;
  }
  const bool text = all->size() == 1 && evaluator().value(tag.values[0]).string();
  if (!text) {  // a text is one item, whatever the bounds say
    const auto size = static_cast<std::int64_t>(all->size());
    const std::int64_t begin = std::min(from, size);
    const std::int64_t end = begin + std::min(limit, size - begin);
    all->erase(all->begin() + end, all->end());
    all->erase(all->begin(), all->begin() + begin);
  }
  if (tag.reversed) {
    std::reverse(all->begin(), all->end());
  }
  return all;
}

void Renderer::run_for(Index i) {
  const std::optional<Array> all = rounds(element_at(i).tag);
  if (!all) {
    run_unknown_loop(i);
    return;
  }
  if (all->empty()) {
    if (const Index next = element_at(i).next; element_at(next).tag.kind == Kind::else_) {
      run_body(next);
    }
    return;
  }
  struct State {
    std::int64_t index = 0;
    std::int64_t length = 0;
    Value parent = Value::nil();
  };
  const auto state = std::make_shared<State>();
  state->length = static_cast<std::int64_t>(all->size());
  if (!loops_.empty()) {
    state->parent = forloop_;
  }
  const Value outer_forloop = forloop_;
  forloop_ = Value(std::make_shared<const Object>(Object{[state](std::string_view name) {
    const std::int64_t index = state->index;
    const std::int64_t length = state->length;
    if (name == "index") return Value(index + 1);
    if (name == "index0") return Value(index);
    if (name == "rindex") return Value(length - index);
    if (name == "rindex0") return Value(length - index - 1);
    if (name == "first") return Value(index == 0);
    if (name == "last") return Value(index + 1 == length);
    if (name == "length") return Value(length);
    return name == "parentloop" ? state->parent : Value();
  }}));
  const std::size_t mark = scope_.enter();
  scope_.set_local("forloop", forloop_);
  scope_.set_local(slice(element_at(i).tag.target), Value());
  loops_.push_back({maybe_, false, source_, i});
  for (const Value& item : *all) {
    stopped_ = stopped_ || ++nodes_ > max_nodes;
    scope_.set_local_at(mark + 1, item);
    run_body(i);
    ++state->index;
    if (stopped_ || std::exchange(interrupt_, Interrupt::none) == Interrupt::break_) {
      break;
    }
  }
  leave_loop(mark);
  forloop_ = outer_forloop;
}

void Renderer::leave_loop(std::size_t mark) {
  const Loop loop = loops_.back();
  loops_.pop_back();
  scope_.leave(mark);
  if (loop.unsure) {
    --maybe_;
    --unsure_;
    forget_written(loop.opener);
  }
}

void Renderer::run_unknown_loop(Index i) {
  forget_written(i);
  const Value outer_forloop = std::exchange(forloop_, Value());
  const std::size_t mark = scope_.enter();
  scope_.set_local("forloop", Value());
  scope_.set_local(slice(element_at(i).tag.target), Value());
  ++maybe_;
  const std::uint32_t outer_branch = std::exchange(place_.branch, ++branches_);
  loops_.push_back({maybe_, false, source_, i});
  run_body(i);
  interrupt_ = Interrupt::none;
  leave_loop(mark);
  place_.branch = outer_branch;
  --maybe_;
  forloop_ = outer_forloop;
  forget_written(i);
  if (const Index next = element_at(i).next; element_at(next).tag.kind == Kind::else_) {
    run_maybe(next);
  }
}

void Renderer::interrupt(Interrupt kind) {
  const bool sure = maybe_ == (loops_.empty() ? 0 : loops_.back().maybe + (loops_.back().unsure ? 1 : 0));
  if (sure) {
    interrupt_ = kind;
    return;
  }
  // From here on nothing is sure, to the end of the loop, or of the document.
  if (loops_.empty() || !loops_.back().unsure) {
    ++maybe_;
    ++unsure_;
    place_.branch = ++branches_;
    if (!loops_.empty()) {
      loops_.back().unsure = true;
      const Source* const current = std::exchange(source_, loops_.back().source);
      forget_written(loops_.back().opener);
      source_ = current;
    }
  }
}

void Renderer::forget_written(Index opener) {
  std::vector<std::string> names;
  std::unordered_set<const Source*> seen;
  if (collect_written(*source_, opener + 1, end_of(opener), names, seen)) {
    forget(names);
  } else {
    nodes_ += scope_.forget_all() / 4;
  }
}

bool Renderer::collect_written(const Source& source, Index first, Index last, std::vector<std::string>& names,
                               std::unordered_set<const Source*>& seen) {
  for (Index i = first; i < last; ++i) {
    const Tag& tag = source.tree.elements[static_cast<std::size_t>(i)].tag;
    if (++nodes_ > max_nodes || seen.size() > max_depth) {
      stopped_ = true;
      return false;
    }
    if (tag.kind == Kind::assign || tag.kind == Kind::capture) {
      names.emplace_back(text::slice(source.text, tag.target));
    }
    if (tag.kind != Kind::include && tag.kind != Kind::include_relative) {
      continue;
    }
    const SourcePtr file =
        tag.dynamic || !environment_.include
            ? nullptr
            : environment_.include(text::slice(source.text, tag.target), tag.kind == Kind::include_relative);
    if (file == nullptr) {
      return false;
    }
    kept_.push_back(file);
    if (seen.insert(file.get()).second &&
        !collect_written(*file, 0, static_cast<Index>(file->tree.elements.size()), names, seen)) {
      return false;
    }
  }
  return true;
}

void Renderer::run_cycle(Index i) {
  const Tag& tag = element_at(i).tag;
  std::string key;
  bool sure = tag.strict && !tag.values.empty();
  if (tag.group.kind != syntax::liquid::Expression::Kind::none) {
    sure = sure && append_output(evaluator().value(tag.group), key);
  } else {
    bool literal = true;
    for (const syntax::liquid::Expression& value : tag.values) {
      literal = literal && value.kind == syntax::liquid::Expression::Kind::string;
      key += std::string(slice(value.range)) + ',';
    }
    if (!literal) {
      key += std::to_string(node(i).range.begin) + ' ' + source_->path;
    }
  }
  std::int64_t& round = cycles_[key];
  if (!sure || maybe_ > 0 || round < 0) {
    round = -1;
    write_unknown(node(i).range);
    return;
  }
  write_value(node(i).range, evaluator().value(tag.values[static_cast<std::size_t>(round)]));
  round = (round + 1) % static_cast<std::int64_t>(tag.values.size());
}

}  // namespace liquid
