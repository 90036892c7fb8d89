// What became of a link that nothing answers: what its writer may have meant, or who else could answer.
#pragma once

#include <string>

#include "server/site/compute/page.h"
#include "server/site/resolution.h"
#include "server/site/site.h"

namespace site {

struct Missed {
  const Page& from;
  std::string reference;  // decoded path as written
  std::string path;       // resolved, decoded, without a leading slash
  bool relative = false;
};

// Leaves the verdict at unknown where something that we cannot see may answer.
void judge_missing(const Site& site, const Missed& link, Resolution& result);

}  // namespace site
