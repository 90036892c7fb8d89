// Blocks and conditions. Sources: liquid/lib/liquid/tags/{if,unless,case,capture,raw,comment}.rb.
#include <utility>

#include "server/liquid/renderer.h"

namespace liquid {

using syntax::liquid::Element;
using syntax::liquid::Tag;
using Kind = Tag::Kind;

void Renderer::run_body(Index from) {
  const Index to = element_at(from).next;
  run_range(from + 1, to, node(from).range.end, node(to).range.begin);
}

Index Renderer::run_block(Index i) {
  const Tag& tag = element_at(i).tag;
  const Index end = end_of(i);
  const bool blank = source_->blank[static_cast<std::size_t>(i)];
  switch (tag.kind) {
    case Kind::comment:
      return end + 1;
    case Kind::raw:
      write_text(node(i).range.end, node(end).range.begin, false, false);
      return end + 1;
    case Kind::capture:
      run_capture(i);
      return end + 1;
    case Kind::highlight: {
      Output discarded(false);
      redirect(discarded, [&] { run_body(i); });
      write_unknown({node(i).range.begin, node(end).range.end});
      return end + 1;
    }
    default:
      break;
  }
  dropping_blanks_ += blank ? 1 : 0;
  if (tag.kind == Kind::if_ || tag.kind == Kind::unless) {
    run_if(i);
  } else if (tag.kind == Kind::case_) {
    run_case(i);
  } else if (tag.kind == Kind::for_) {
    run_for(i);
  } else if (tag.kind == Kind::tablerow) {
    write_unknown(node(i).range);
    run_unknown_loop(i);
    write_unknown(node(end).range);
  } else if (tag.kind == Kind::ifchanged) {
    run_maybe(i);
  } else {
    write_unknown_block(node(i).range);
    run_maybe(i);
    write_unknown(node(end).range);
  }
  dropping_blanks_ -= blank ? 1 : 0;
  return end + 1;
}

void Renderer::run_capture(Index i) {
  Output captured(false);
  redirect(captured, [&] { run_body(i); });
  const bool known = captured.known() && unsure_ == 0 && interrupt_ == Interrupt::none;
  scope_.assign(slice(element_at(i).tag.target), known ? Value::text(std::move(captured.text())) : Value());
}

void Renderer::run_maybe(Index i) {
  std::vector<std::string> names;
  run_trial(i, names);
  forget(names);
}

void Renderer::run_trial(Index i, std::vector<std::string>& names) {
  scope_.begin_trial();
  ++maybe_;
  const std::uint32_t outer_branch = std::exchange(place_.branch, ++branches_);
  run_body(i);
  place_.branch = outer_branch;
  --maybe_;
  for (std::string& name : scope_.end_trial()) {
    names.push_back(std::move(name));
  }
}

void Renderer::forget(const std::vector<std::string>& names) {
  nodes_ += names.size() / 4;
  for (const std::string& name : names) {
    scope_.assign(name, Value());
  }
}

void Renderer::run_if(Index i) {
  std::vector<std::string> names;
  bool open = false;  // a branch before may have been taken
  for (Index at = i; element_at(at).next >= 0 && !over(); at = element_at(at).next) {
    const Tag& tag = element_at(at).tag;
    Truth taken = Truth::yes;
    if (tag.kind != Kind::else_) {
      taken = tag.strict ? evaluator().condition(tag.condition) : Truth::unknown;
      taken = tag.kind == Kind::unless ? negate(taken) : taken;
    }
    if (taken == Truth::no) {
      continue;
    }
    if (taken == Truth::yes && !open) {
      run_body(at);
      return;
    }
    open = true;
    run_trial(at, names);
    if (taken == Truth::yes) {
      break;
    }
  }
  forget(names);
}

void Renderer::run_case(Index i) {
  const Tag& head = element_at(i).tag;
  const bool readable = head.strict && head.values.size() == 1;
  std::vector<std::string> names;
  Truth any = Truth::no;
  for (Index at = element_at(i).next; at >= 0 && element_at(at).next >= 0 && !over();
       at = element_at(at).next) {
    const Tag& tag = element_at(at).tag;
    if (tag.kind == Kind::else_) {
      if (any == Truth::no) {
        run_body(at);
      } else if (any == Truth::unknown) {
        run_trial(at, names);
      }
      continue;
    }
    if (!readable || !tag.strict) {
      any = any == Truth::no ? Truth::unknown : any;
      run_trial(at, names);
      continue;
    }
    for (const syntax::liquid::Expression& value : tag.values) {
      const Truth fits = evaluator().matches(head.values[0], value);
      if (fits == Truth::yes) {
        run_body(at);
        any = Truth::yes;
      } else if (fits == Truth::unknown) {
        run_trial(at, names);
        any = any == Truth::no ? Truth::unknown : any;
      }
    }
  }
  forget(names);
}

}  // namespace liquid
