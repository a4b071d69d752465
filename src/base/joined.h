// joined(words, between): the words in one line.
//
//     joined(std::set<std::string>{"OSK", "VAR"}, ",") == "OSK,VAR"
//     joined(std::set<std::string>{}, " ", "-") == "-"                what it is of nothing
#pragma once

#include <string>
#include <string_view>

namespace sayso {

std::string joined(const auto& words, std::string_view between, std::string_view of_nothing = "") {
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "" : between).append(word);
  return out.empty() ? std::string(of_nothing) : out;
}

}  // namespace sayso
