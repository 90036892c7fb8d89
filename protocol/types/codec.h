// JSON <-> the structs of protocol/types: encode and decode for everything a message member can be, and the
// one list of members per struct (PROTOCOL_JSON) from which both directions are made, so that they cannot
// disagree. Heavy (the whole of nlohmann_json): for .cpp files and for the endpoint, not for headers of
// types.
//
// Reading is tolerant where clients differ: unknown members are ignored; null reads as absent for optional
// members; an empty array reads as an empty object and the other way round (Lua and PHP cannot tell them
// apart); 3.0 reads as the integer 3; a line or character above 2^31-1 is cut to it. It is strict
// where a guess could harm: a missing required member or a wrong type is a DecodeError that names the member.
#pragma once

#include <cmath>
#include <concepts>
#include <cstdint>
#include <exception>
#include <limits>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "protocol/types/any.h"

namespace protocol::types {

using nlohmann::json;

// What is wrong with a value, and where: what() is a phrase such as "textDocument.uri must be a string".
class DecodeError : public std::exception {
 public:
  explicit DecodeError(std::string complaint);  // "must be a string"
  // The same complaint seen from one level up: `member` contains the value. An index is written "[3]".
  [[nodiscard]] DecodeError inside(const std::string& member) const;
  [[nodiscard]] const char* what() const noexcept override { return what_.c_str(); }
  // Member names from the outside in, joined by dots; empty when the value itself is wrong.
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::string& complaint() const { return complaint_; }

 private:
  std::string path_;
  std::string complaint_;
  std::string what_;
};

template <class T>
[[nodiscard]] json encode(const T& value);

// Throws DecodeError.
template <class T>
[[nodiscard]] T decode(const json& in);

// The pieces below are the details of these two and of PROTOCOL_JSON.
namespace codec {

template <class T, template <class...> class Template>
inline constexpr bool is_a = false;
template <class... Args, template <class...> class Template>
inline constexpr bool is_a<Template<Args...>, Template> = true;
template <class T>
inline constexpr bool is_literal = false;
template <LiteralText Text>
inline constexpr bool is_literal<Literal<Text>> = true;

template <class T>
inline constexpr bool may_be_absent =
    is_a<T, std::optional> || is_a<T, std::shared_ptr> || std::same_as<T, LSPAny>;

bool decode_bool(const json& in);
std::string decode_string(const json& in);
std::int64_t decode_integer(const json& in, std::int64_t lowest, std::int64_t highest);
const json& expect_object(const json& in);  // also takes an empty array, as an empty object
const json& expect_array(const json& in);   // also takes an empty object, as an empty array

template <class Variant, std::size_t Index = 0>
Variant decode_variant(const json& in) {
  using Alternative = std::variant_alternative_t<Index, Variant>;
  if constexpr (Index + 1 == std::variant_size_v<Variant>) {
    return decode<Alternative>(in);  // the last alternative's complaint is the one the reader sees
  } else {
    try {
      return decode<Alternative>(in);
    } catch (const DecodeError&) {
      return decode_variant<Variant, Index + 1>(in);
    }
  }
}

template <class T>
void write_member(json& out, const char* name, const T& value) {
  if constexpr (is_a<T, std::optional>) {
    if (value) out[name] = encode(*value);
  } else if constexpr (is_a<T, std::shared_ptr>) {
    if (value) out[name] = encode(*value);
  } else if constexpr (std::same_as<T, LSPAny>) {
    if (value.has_value()) out[name] = value.json();
  } else {
    out[name] = encode(value);
  }
}

template <class T>
void read_member(const json& object, const char* name, T& value) {
  const auto member = object.find(name);
  try {
    if (member == object.end()) {
      if constexpr (!may_be_absent<T>) {
        if constexpr (!is_a<T, OrNull>) throw DecodeError("is missing");
      }
    } else {
      value = decode<T>(*member);
    }
  } catch (const DecodeError& error) {
    throw error.inside(name);
  }
}

}  // namespace codec

template <class T>
json encode(const T& value) {
  if constexpr (codec::is_literal<T>) {
    return std::string(T::value);
  } else if constexpr (std::same_as<T, LSPAny>) {
    return value.json();
  } else if constexpr (std::is_enum_v<T>) {
    return static_cast<std::underlying_type_t<T>>(value);
  } else if constexpr (codec::is_a<T, std::optional> || codec::is_a<T, OrNull>) {
    return value ? encode(*value) : json(nullptr);
  } else if constexpr (codec::is_a<T, std::variant>) {
    return std::visit([](const auto& alternative) { return encode(alternative); }, value);
  } else if constexpr (codec::is_a<T, std::vector>) {
    json out = json::array();
    for (const auto& element : value) out.push_back(encode(element));
    return out;
  } else if constexpr (codec::is_a<T, std::map>) {
    json out = json::object();
    for (const auto& [key, element] : value) out[key] = encode(element);
    return out;
  } else {
    return json(value);
  }
}

template <class T>
T decode(const json& in) {
  if constexpr (std::same_as<T, json>) {
    return in;
  } else if constexpr (codec::is_literal<T>) {
    if (!in.is_string() || in.template get_ref<const std::string&>() != T::value) {
      throw DecodeError("must be \"" + std::string(T::value) + "\"");
    }
    return {};
  } else if constexpr (std::same_as<T, LSPAny>) {
    return LSPAny(in);
  } else if constexpr (std::same_as<T, std::nullptr_t>) {
    if (!in.is_null()) throw DecodeError("must be null");
    return nullptr;
  } else if constexpr (std::same_as<T, bool>) {
    return codec::decode_bool(in);
  } else if constexpr (std::same_as<T, std::string>) {
    return codec::decode_string(in);
  } else if constexpr (std::is_enum_v<T>) {
    // Every enumeration of the protocol may grow, so an unknown number is kept rather than refused.
    return static_cast<T>(decode<std::underlying_type_t<T>>(in));
  } else if constexpr (std::same_as<T, std::uint32_t>) {
    return static_cast<T>(codec::decode_integer(in, 0, std::numeric_limits<std::int32_t>::max()));
  } else if constexpr (std::integral<T>) {
    return static_cast<T>(
        codec::decode_integer(in, std::numeric_limits<T>::min(), std::numeric_limits<T>::max()));
  } else if constexpr (codec::is_a<T, std::optional> || codec::is_a<T, OrNull>) {
    if (in.is_null()) return {};
    return decode<typename T::value_type>(in);
  } else if constexpr (codec::is_a<T, std::shared_ptr>) {
    if (in.is_null()) return nullptr;
    using Element = std::remove_const_t<typename T::element_type>;
    return std::make_shared<Element>(decode<Element>(in));
  } else if constexpr (codec::is_a<T, std::variant>) {
    return codec::decode_variant<T>(in);
  } else if constexpr (codec::is_a<T, std::vector>) {
    T out;
    for (const json& element : codec::expect_array(in)) {
      try {
        out.push_back(decode<typename T::value_type>(element));
      } catch (const DecodeError& error) {
        throw error.inside("[" + std::to_string(out.size()) + "]");
      }
    }
    return out;
  } else if constexpr (codec::is_a<T, std::map>) {
    T out;
    for (const auto& [key, element] : codec::expect_object(in).items()) {
      try {
        out.emplace(key, decode<typename T::mapped_type>(element));
      } catch (const DecodeError& error) {
        throw error.inside(key);
      }
    }
    return out;
  } else {
    T out;
    from_json(in, out);
    return out;
  }
}

// For members whose type the protocol leaves open, such as ProgressParams::value.
template <class T>
[[nodiscard]] LSPAny any_of(const T& value) {
  return LSPAny(encode(value));
}

}  // namespace protocol::types

#define PROTOCOL_WRITE_MEMBER(name) ::protocol::types::codec::write_member(out, #name, value.name);
#define PROTOCOL_READ_MEMBER(name) ::protocol::types::codec::read_member(object, #name, value.name);

// PROTOCOL_JSON(Position, line, character): defines to_json and from_json of a struct from its members'
// names. nlohmann's own list macro does the counting; its readers and writers know neither std::optional nor
// our errors.
#define PROTOCOL_JSON(Type, ...)                                                  \
  void to_json(json& out, const Type& value) {                                    \
    out = json::object();                                                         \
    NLOHMANN_JSON_EXPAND(NLOHMANN_JSON_PASTE(PROTOCOL_WRITE_MEMBER, __VA_ARGS__)) \
  }                                                                               \
  void from_json(const json& in, Type& value) {                                   \
    const json& object = ::protocol::types::codec::expect_object(in);             \
    NLOHMANN_JSON_EXPAND(NLOHMANN_JSON_PASTE(PROTOCOL_READ_MEMBER, __VA_ARGS__))  \
  }
