// Front matter as it looks while somebody is typing it: healthy samples with a few random wounds.
#pragma once

#include <random>
#include <string>

// A text that begins with the opening delimiter line, as Jekyll hands it to YAML.
[[nodiscard]] std::string mutated_front_matter(std::mt19937& random);
