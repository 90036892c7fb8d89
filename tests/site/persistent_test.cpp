// Persistent containers against plain ones: whatever is done to a copy, every older copy stays as it was.
#include "server/site/snapshot/persistent.h"

#include <gtest/gtest.h>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace site {
namespace {

using Plain = std::map<std::string, int>;

Plain plain(const PersistentMap<int>& map) {
  Plain result;
  map.for_each([&](const std::string& key, int value) {
    EXPECT_TRUE(result.emplace(key, value).second) << key << " comes twice";
    return true;
  });
  return result;
}

struct Copy {
  PersistentMap<int> map;
  Plain expected;
};

void expect_equal(const Copy& copy, const std::vector<std::string>& keys) {
  ASSERT_EQ(plain(copy.map), copy.expected);
  ASSERT_EQ(copy.map.size(), copy.expected.size());
  for (const std::string& key : keys) {
    const int* found = copy.map.find(key);
    const auto expected = copy.expected.find(key);
    ASSERT_EQ(found != nullptr, expected != copy.expected.end()) << key;
    ASSERT_EQ(found ? *found : 0, found ? expected->second : 0) << key;
  }
}

TEST(PersistentMap, EveryCopyKeepsWhatItHeld) {
  std::vector<std::string> keys;
  for (int i = 0; i < 300; ++i) keys.push_back("/posts/" + std::to_string(i) + "/index.html");
  for (unsigned seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    Copy now;
    std::vector<Copy> older;
    for (int step = 0; step < 2000; ++step) {
      const std::string& key = keys[random() % keys.size()];
      switch (random() % 8) {
        case 0:
        case 1:
          now.map.erase(key);
          now.expected.erase(key);
          break;
        case 2:
          if (step % 5 == 0) older.push_back(now);
          break;
        case 3:
          // Nobody else may hold the newest one any more: then it is filled in place again.
          if (step % 20 == 0) older.clear();
          break;
        default:
          now.map.at(key) = step;
          now.expected[key] = step;
      }
    }
    expect_equal(now, keys);
    for (const Copy& copy : older) expect_equal(copy, keys);
    if (HasFatalFailure()) return;
  }
}

TEST(PersistentMap, WhatWasErasedBelowACopyComesBackEmpty) {
  PersistentMap<std::vector<int>> map;
  map.at("a") = {1, 2};
  const PersistentMap<std::vector<int>> copy = map;
  map.erase("a");
  EXPECT_EQ(map.find("a"), nullptr);
  EXPECT_TRUE(map.at("a").empty());
  EXPECT_EQ(copy.find("a")->size(), 2U);
}

TEST(PersistentMap, AVisitThatStopsSeesNoMore) {
  PersistentMap<int> map;
  for (int i = 0; i < 40; ++i) map.at(std::to_string(i)) = i;
  const PersistentMap<int> copy = map;
  map.at("above") = 1;
  int seen = 0;
  EXPECT_FALSE(map.for_each([&](const std::string&, int) { return ++seen < 3; }));
  EXPECT_EQ(seen, 3);
}

TEST(PersistentVector, EveryCopyKeepsWhatItHeld) {
  std::mt19937 random(1);
  PersistentVector<int> now;
  std::vector<int> expected;
  std::vector<std::pair<PersistentVector<int>, std::vector<int>>> older;
  for (int step = 0; step < 3000; ++step) {
    if (random() % 2 == 0 || expected.empty()) {
      EXPECT_EQ(now.push_back(step), expected.size());
      expected.push_back(step);
    } else {
      const auto index = static_cast<std::uint32_t>(random() % expected.size());
      now.set(index, step);
      expected[index] = step;
    }
    if (step % 400 == 0) older.emplace_back(now, expected);
  }
  older.emplace_back(now, expected);
  for (const auto& [copy, values] : older) {
    ASSERT_EQ(copy.size(), values.size());
    for (std::uint32_t i = 0; i < copy.size(); ++i) ASSERT_EQ(copy[i], values[i]) << i;
  }
}

}  // namespace
}  // namespace site
