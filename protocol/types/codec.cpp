#include "protocol/types/codec.h"

#include <algorithm>

namespace protocol::types {

DecodeError::DecodeError(std::string complaint) : complaint_(std::move(complaint)), what_(complaint_) {}

DecodeError DecodeError::inside(const std::string& member) const {
  DecodeError outer(complaint_);
  const bool dot = !path_.empty() && path_.front() != '[';
  outer.path_ = member + (dot ? "." : "") + path_;
  outer.what_ = outer.path_ + " " + complaint_;
  return outer;
}

namespace codec {

bool decode_bool(const json& in) {
  if (!in.is_boolean()) throw DecodeError("must be true or false");
  return in.get<bool>();
}

std::string decode_string(const json& in) {
  if (!in.is_string()) throw DecodeError("must be a string");
  return in.get<std::string>();
}

// Above `highest` the value is cut (clients send 2^31 or Number.MAX_VALUE for "the end of the line"), below
// `lowest` it is an error, as no client means anything by it.
std::int64_t decode_integer(const json& in, std::int64_t lowest, std::int64_t highest) {
  if (in.is_number_unsigned()) {
    return static_cast<std::int64_t>(std::min(in.get<std::uint64_t>(), static_cast<std::uint64_t>(highest)));
  }
  if (in.is_number_float()) {
    const double number = in.get<double>();
    if (std::trunc(number) != number) throw DecodeError("must be an integer");
    if (number >= static_cast<double>(highest)) return highest;
    if (number < static_cast<double>(lowest))
      throw DecodeError("must not be below " + std::to_string(lowest));
    return static_cast<std::int64_t>(number);
  }
  if (!in.is_number_integer()) throw DecodeError("must be an integer");
  const auto number = in.get<std::int64_t>();
  if (number < lowest) throw DecodeError("must not be below " + std::to_string(lowest));
  return std::min(number, highest);
}

const json& expect_object(const json& in) {
  static const json empty = json::object();
  if (in.is_array() && in.empty()) return empty;
  if (!in.is_object()) throw DecodeError("must be an object");
  return in;
}

const json& expect_array(const json& in) {
  static const json empty = json::array();
  if (in.is_object() && in.empty()) return empty;
  if (!in.is_array()) throw DecodeError("must be an array");
  return in;
}

}  // namespace codec

}  // namespace protocol::types
