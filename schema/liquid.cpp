#include "schema/liquid.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "schema/embedded.h"

namespace schema {
namespace {

using nlohmann::json;

LiquidTagInfo::Kind tag_kind(const std::string& word) {
  if (word == "block") return LiquidTagInfo::Kind::block;
  return word == "branch" ? LiquidTagInfo::Kind::branch : LiquidTagInfo::Kind::inline_;
}

LiquidTagInfo read_tag(const json& tag) {
  return {tag.at("name"),           tag.at("by"),
          tag_kind(tag.at("kind")), tag.value("inside", std::vector<std::string>{}),
          tag.value("markup", ""),  tag.value("documentation", ""),
          tag.value("source", "")};
}

LiquidFilterInfo read_filter(const json& filter) {
  LiquidFilterInfo info{
      filter.at("name"), filter.at("by"), {}, filter.value("documentation", ""), filter.value("source", "")};
  for (const json& argument : filter.at("arguments"))
    info.arguments.push_back({argument.at("name"), argument.value("required", false)});
  return info;
}

LiquidObjectInfo read_object(const json& object) {
  LiquidObjectInfo info{
      object.at("name"), object.at("by"), object.value("documentation", ""), object.value("source", ""), {}};
  for (const json& member : object.at("members"))
    info.members.push_back({member.at("name"), member.value("type", ""), member.value("documentation", "")});
  return info;
}

// The text is part of the program: that it can be read is what its tests say.
LiquidNames read_names() {
  const json text = json::parse(embedded_file("liquid.json"));
  LiquidNames names;
  for (const json& tag : text.at("tags")) names.tags.push_back(read_tag(tag));
  for (const json& filter : text.at("filters")) names.filters.push_back(read_filter(filter));
  for (const json& object : text.at("objects")) names.objects.push_back(read_object(object));
  return names;
}

template <typename Info>
const Info* find(const std::vector<Info>& all, std::string_view name) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Info& info) { return info.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const LiquidTagInfo* LiquidNames::tag(std::string_view name) const {
  return find(tags, name);
}

const LiquidFilterInfo* LiquidNames::filter(std::string_view name) const {
  return find(filters, name);
}

const LiquidObjectInfo* LiquidNames::object(std::string_view name) const {
  return find(objects, name);
}

const LiquidNames& liquid_names() {
  static const LiquidNames names = read_names();
  return names;
}

}  // namespace schema
