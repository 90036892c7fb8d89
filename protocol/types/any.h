// The small building blocks that the message structs share: any JSON value, "T or null", string literals.
// It must stay light: only nlohmann's forward declarations, because every feature's border includes it.
#pragma once

#include <cstddef>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

namespace protocol::types {

// LSPAny: a JSON value that the protocol does not look into (data, settings, options of others).
// Immutable and cheap to copy. Without a value the member is omitted from the message; a JSON null is a
// value.
class LSPAny {
 public:
  LSPAny() = default;
  // Implicit on purpose: `.data = json{{"id", 7}}` is how these members are written.
  LSPAny(const nlohmann::json& value);  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const { return value_ != nullptr; }
  // The value, or a JSON null when there is none. Include <nlohmann/json.hpp> to use it.
  [[nodiscard]] const nlohmann::json& json() const;

  friend bool operator==(const LSPAny& left, const LSPAny& right);

 private:
  std::shared_ptr<const nlohmann::json> value_;
};

// `T | null` for members that must be present (LSP: `version: integer | null`). A plain std::optional member
// is omitted when empty, this one is written as null.
template <class T>
struct OrNull : std::optional<T> {
  using std::optional<T>::optional;
};

// A string known at compile time, as template argument of Literal.
template <std::size_t N>
struct LiteralText {
  char text[N]{};
  constexpr LiteralText(const char (&source)[N]) {  // NOLINT(google-explicit-constructor)
    for (std::size_t i = 0; i < N; ++i) text[i] = source[i];
  }
  [[nodiscard]] constexpr std::string_view view() const { return {text, N - 1}; }
};

// A member with one possible value, such as `kind: 'rename'`: written always, refused when it differs.
template <LiteralText Text>
struct Literal {
  static constexpr std::string_view value = Text.view();
  friend bool operator==(const Literal&, const Literal&) = default;
};

// The params of messages that have none (LSP: `params: void`); absent, null and {} all read as this.
struct NoParams {};

}  // namespace protocol::types
