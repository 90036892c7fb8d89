#include "server/liquid/value.h"

#include <algorithm>

#include "server/text/utf8.h"

// Sources: liquid/lib/liquid/{variable_lookup,utils,variable}.rb (version 4.0.4).

namespace liquid {
namespace {

constexpr int max_depth = 30;

template <typename T>
const T* pointee(const Value& value) {
  const auto* held = std::get_if<std::shared_ptr<const T>>(&value.data);
  return held == nullptr ? nullptr : held->get();
}

const syntax::Value* source_value(const Value& value) {
  const auto* held = std::get_if<const syntax::Value*>(&value.data);
  return held == nullptr ? nullptr : *held;
}

std::pair<Value, Value> hash_at(const Value& value, std::size_t index) {
  if (const auto* hash = pointee<Hash>(value)) {
    return {Value::text((*hash)[index].first), (*hash)[index].second};
  }
  const syntax::Member& found = (*source_value(value)->mapping())[index];
  // Keys that are no strings in Ruby print alike but compare otherwise.
  return {found.string_key ? Value(std::string_view(found.key)) : Value(), to_value(found.value)};
}

Value pair_at(const Value& hash, std::size_t index) {
  auto [key, value] = hash_at(hash, index);
  return Value::array({std::move(key), std::move(value)});
}

bool append_at(const Value& value, std::string& to, int depth) {
  if (const auto text = value.string()) {
    to += *text;
    return true;
  }
  if (value.is_array() && depth < max_depth) {
    const std::size_t size = array_size(value);
    for (std::size_t i = 0; i < size; ++i) {
      if (!append_at(array_at(value, i), to, depth + 1)) {
        return false;
      }
    }
    return true;
  }
  const auto text = to_text(value);
  if (text) {
    to += *text;
  }
  return text.has_value();
}

}  // namespace

Value Value::text(std::string value) {
  return Value(std::make_shared<const std::string>(std::move(value)));
}

Value Value::array(Array value) {
  return Value(std::make_shared<const Array>(std::move(value)));
}

std::optional<std::string_view> Value::string() const {
  if (const auto* view = std::get_if<std::string_view>(&data)) {
    return *view;
  }
  if (const auto* owned = pointee<std::string>(*this)) {
    return std::string_view(*owned);
  }
  return std::nullopt;
}

const Object* Value::object() const {
  return pointee<Object>(*this);
}

bool Value::is_array() const {
  const syntax::Value* source = source_value(*this);
  return pointee<Array>(*this) != nullptr || (source != nullptr && source->list() != nullptr);
}

bool Value::is_hash() const {
  const syntax::Value* source = source_value(*this);
  return pointee<Hash>(*this) != nullptr || (source != nullptr && source->mapping() != nullptr);
}

Value to_value(const syntax::Value& value) {
  const syntax::Scalar* scalar = value.scalar();
  if (scalar == nullptr) {
    return Value(&value);
  }
  if (const auto* text = std::get_if<std::string>(scalar)) {
    return Value(std::string_view(*text));
  }
  if (const auto* boolean = std::get_if<bool>(scalar)) {
    return Value(*boolean);
  }
  if (const auto* integer = std::get_if<std::int64_t>(scalar)) {
    return Value(*integer);
  }
  if (const auto* real = std::get_if<double>(scalar)) {
    return Value(*real);
  }
  return std::holds_alternative<syntax::Null>(*scalar) ? Value::nil() : Value();
}

Value member(const Value& value, std::string_view name) {
  if (value.is_unknown()) {
    return value;
  }
  if (const Object* object = value.object()) {
    return object->member(name);
  }
  const bool size = name == "size";
  const bool first = name == "first";
  const bool last = name == "last";
  if (value.is_hash()) {
    if (auto found = hash_find(value, name)) {
      return *found;
    }
    if (size) {
      return Value(static_cast<std::int64_t>(hash_size(value)));
    }
    return first ? (hash_size(value) == 0 ? Value::nil() : pair_at(value, 0)) : Value::nil();
  }
  if (value.is_array()) {
    const std::size_t count = array_size(value);
    if (size) {
      return Value(static_cast<std::int64_t>(count));
    }
    return count > 0 && (first || last) ? array_at(value, first ? 0 : count - 1) : Value::nil();
  }
  if (const auto* range = std::get_if<Range>(&value.data)) {
    return first  ? Value(range->first)
           : last ? Value(range->last)
           : size ? Value(std::max<std::int64_t>(0, range->last - range->first + 1))
                  : Value::nil();
  }
  if (const auto text = value.string()) {
    return size ? Value(character_count(*text)) : Value::nil();
  }
  // Ruby's Integer#size: the bytes of a machine word.
  return size && value.integer() != nullptr ? Value(std::int64_t{8}) : Value::nil();
}

Value element(const Value& value, const Value& key) {
  if (value.is_unknown() || key.is_unknown()) {
    return {};
  }
  const auto name = key.string();
  if (const Object* object = value.object()) {
    return name ? object->member(*name) : Value();
  }
  if (value.is_hash()) {
    if (!name) {
      return {};
    }
    return hash_find(value, *name).value_or(Value::nil());
  }
  if (value.is_array()) {
    const auto* index = key.integer();
    if (index == nullptr) {
      return Value::nil();
    }
    const auto count = static_cast<std::int64_t>(array_size(value));
    const std::int64_t place = *index < 0 ? *index + count : *index;
    return place >= 0 && place < count ? array_at(value, static_cast<std::size_t>(place)) : Value::nil();
  }
  return Value::nil();
}

std::size_t array_size(const Value& array) {
  if (const auto* own = pointee<Array>(array)) {
    return own->size();
  }
  const syntax::Value* source = source_value(array);
  const syntax::List* list = source == nullptr ? nullptr : source->list();
  return list == nullptr ? 0 : list->size();
}

Value array_at(const Value& array, std::size_t index) {
  if (const auto* own = pointee<Array>(array)) {
    return (*own)[index];
  }
  return to_value((*source_value(array)->list())[index]);
}

std::size_t hash_size(const Value& value) {
  if (const auto* hash = pointee<Hash>(value)) {
    return hash->size();
  }
  const syntax::Value* source = source_value(value);
  const syntax::Mapping* mapping = source == nullptr ? nullptr : source->mapping();
  return mapping == nullptr ? 0 : mapping->size();
}

std::optional<Value> hash_find(const Value& value, std::string_view key) {
  if (const auto* hash = pointee<Hash>(value)) {
    for (const auto& [name, found] : *hash) {
      if (name == key) {
        return found;
      }
    }
    return std::nullopt;
  }
  if (const syntax::Value* source = source_value(value)) {
    if (const syntax::Value* found = source->find(key)) {
      return to_value(*found);
    }
  }
  return std::nullopt;
}

std::optional<Array> items(const Value& value, std::size_t limit) {
  Array result;
  if (value.is_unknown() || value.object() != nullptr) {
    return std::nullopt;
  }
  if (value.is_array()) {
    if (array_size(value) > limit) {
      return std::nullopt;
    }
    for (std::size_t i = 0; i < array_size(value); ++i) {
      result.push_back(array_at(value, i));
    }
  } else if (value.is_hash()) {
    if (hash_size(value) > limit) {
      return std::nullopt;
    }
    for (std::size_t i = 0; i < hash_size(value); ++i) {
      result.push_back(pair_at(value, i));
    }
  } else if (const auto* range = std::get_if<Range>(&value.data)) {
    if (range->last >= range->first && static_cast<std::uint64_t>(range->last - range->first) >= limit) {
      return std::nullopt;
    }
    for (std::int64_t i = range->first; i <= range->last; ++i) {
      result.emplace_back(i);
    }
  } else if (const auto text = value.string(); text && !text->empty()) {
    result.push_back(value);
  }
  return result;
}

std::optional<std::string> to_text(const Value& value) {
  if (const auto text = value.string()) {
    return std::string(*text);
  }
  if (value.is_nil()) {
    return std::string();
  }
  if (const bool* boolean = value.boolean()) {
    return std::string(*boolean ? "true" : "false");
  }
  if (const auto* integer = value.integer()) {
    return std::to_string(*integer);
  }
  if (const auto* real = std::get_if<double>(&value.data)) {
    return syntax::to_ruby_string(syntax::Scalar(*real));
  }
  return std::nullopt;
}

bool append_output(const Value& value, std::string& to) {
  const std::size_t before = to.size();
  if (append_at(value, to, 0)) {
    return true;
  }
  to.resize(before);
  return false;
}

std::int64_t character_count(std::string_view text) {
  return static_cast<std::int64_t>(text::character_count(text));
}

}  // namespace liquid
