#include "protocol/framing.h"

#include <charconv>
#include <cstdint>

#include "server/text/ascii.h"

namespace protocol {

namespace {

constexpr std::size_t memory_worth_returning = 1024 * 1024;

using text::equals_ignoring_ascii_case;

std::string_view trim(std::string_view text) {
  return text::trim(text, text::is_blank);
}

// RFC 9110, section 5.6.2: what a field name is made of.
bool is_token(std::string_view text) {
  return !text.empty() && text::holds_only(text, [](char c) {
    return text::is_ascii_alphanumeric(c) ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

// A few characters of something unexpected, fit for one log line.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text.substr(0, 40)) out += c >= ' ' && c < 127 ? c : '?';
  return out + (text.size() > 40 ? "…\"" : "\"");
}

std::string read_length(std::string_view value, std::size_t limit, std::size_t& length) {
  if (value.empty() || !text::holds_only(value, text::is_digit)) {
    return "Content-Length must be a plain decimal number, not " + quoted(value) + ".";
  }
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || number > limit) {
    return "Content-Length " + quoted(value) + " is above the limit of " + std::to_string(limit) + " bytes.";
  }
  length = static_cast<std::size_t>(number);
  return {};
}

// Content-Type: application/vscode-jsonrpc; charset=utf-8. The type itself carries no information.
std::string check_content_type(std::string_view value) {
  for (std::size_t semicolon = value.find(';'); semicolon != std::string_view::npos;) {
    value.remove_prefix(semicolon + 1);
    semicolon = value.find(';');
    const std::string_view parameter = value.substr(0, semicolon);
    const std::size_t equals = parameter.find('=');
    if (equals == std::string_view::npos) continue;
    if (!equals_ignoring_ascii_case(trim(parameter.substr(0, equals)), "charset")) continue;
    std::string_view charset = trim(parameter.substr(equals + 1));
    if (charset.size() >= 2 && charset.front() == '"' && charset.back() == '"') {
      charset = charset.substr(1, charset.size() - 2);
    }
    if (!equals_ignoring_ascii_case(charset, "utf-8") && !equals_ignoring_ascii_case(charset, "utf8")) {
      return "The charset " + quoted(charset) + " is not supported; LSP uses utf-8.";
    }
  }
  return {};
}

}  // namespace

HeaderFields parse_header(std::string_view block, const FramingLimits& limits) {
  HeaderFields out;
  bool has_length = false;
  const auto fail = [&out](std::string why) {
    out.error = std::move(why);
    return out;
  };
  while (!block.empty()) {
    const std::size_t end = block.find("\r\n");
    const std::string_view line = block.substr(0, end);
    block.remove_prefix(end == std::string_view::npos ? block.size() : end + 2);

    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return fail("The header line " + quoted(line) + " has no colon.");
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trim(line.substr(colon + 1));
    if (!is_token(name))
      return fail("The header line " + quoted(line) + " does not begin with a field name.");
    std::string problem;
    if (equals_ignoring_ascii_case(name, "Content-Length")) {
      if (has_length) return fail("The header has more than one Content-Length.");
      has_length = true;
      problem = read_length(value, limits.body, out.content_length);
    } else if (equals_ignoring_ascii_case(name, "Content-Type")) {
      problem = check_content_type(value);
    }
    if (!problem.empty()) return fail(std::move(problem));
  }
  if (!has_length) return fail("The header has no Content-Length.");
  return out;
}

void Framing::feed(std::string_view bytes) {
  if (error_) return;
  if (start_ > 0 && start_ >= buffer_.size() / 2) {  // so that every byte is moved a bounded number of times
    buffer_.erase(0, start_);
    start_ = 0;
  }
  buffer_.append(bytes);
}

std::optional<std::string> Framing::next() {
  if (error_) return std::nullopt;
  if (!body_length_ && !read_header()) return std::nullopt;
  if (buffer_.size() - start_ < *body_length_) return std::nullopt;

  std::string body = buffer_.substr(start_, *body_length_);
  start_ += *body_length_;
  body_length_.reset();
  if (start_ == buffer_.size()) {
    buffer_.clear();
    start_ = 0;
    if (buffer_.capacity() > memory_worth_returning) buffer_.shrink_to_fit();
  }
  return body;
}

bool Framing::inside_message() const {
  return !error_ && (body_length_ || start_ < buffer_.size());
}

// True when a header block was complete and usable. Looks at every byte once, however it arrives.
bool Framing::read_header() {
  const std::string_view block = std::string_view(buffer_).substr(start_, limits_.header);
  for (; scanned_ < block.size(); ++scanned_) {
    const char c = block[scanned_];
    const char before = scanned_ > 0 ? block[scanned_ - 1] : '\0';
    if ((c == '\n') != (before == '\r')) {
      error_ = "A header line must end in CR LF.";
      return false;
    }
    if (c != '\n' || !(scanned_ == 1 || block.substr(0, scanned_ + 1).ends_with("\r\n\r\n"))) continue;

    const HeaderFields fields = parse_header(block.substr(0, scanned_ - 1), limits_);
    start_ += scanned_ + 1;
    scanned_ = 0;
    error_ = fields.error;
    if (!error_) body_length_ = fields.content_length;
    return !error_;
  }
  if (block.size() == limits_.header) {
    error_ = "The header is longer than " + std::to_string(limits_.header) + " bytes.";
  }
  return false;
}

std::string frame(std::string_view body) {
  std::string out = "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  out.append(body);
  return out;
}

}  // namespace protocol
