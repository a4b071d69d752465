// Which namespace a prefix stands for, as elements open and close.
//
//     prefixes.declare("dc", "http://purl.org/dc/elements/1.1/", 2);   // by an element at level 2
//     prefixes.find("dc")                                              // that name's number, until
//     prefixes.close_to(1);                                            // level 2 is closed
//
// Numbers index `spaces`, 0 is no namespace. Every step takes the same time however many prefixes there are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sayso::dispatch {

class XmlPrefixes {
 public:
  // REQUIRES: the prefix's characters outlive this; levels do not fall between declarations.
  void declare(std::string_view prefix, const std::string& space, std::size_t level) {
    standing_[prefix].push_back(number_of(space));
    declared_.emplace_back(prefix, level);
  }

  void close_to(std::size_t level) {
    while (!declared_.empty() && declared_.back().second > level) {
      standing_[declared_.back().first].pop_back();
      declared_.pop_back();
    }
  }

  std::optional<std::uint32_t> find(std::string_view prefix) const {
    const auto found = standing_.find(prefix);
    if (found == standing_.end() || found->second.empty()) return std::nullopt;
    return found->second.back();
  }

  std::uint32_t number_of(const std::string& space) {
    const auto [known, fresh] = numbers_.try_emplace(space, static_cast<std::uint32_t>(spaces_.size()));
    if (fresh) spaces_.push_back(space);
    return known->second;
  }

  std::vector<std::string> take_spaces() { return std::move(spaces_); }

 private:
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> standing_{};
  std::vector<std::pair<std::string_view, std::size_t>> declared_{};
  std::unordered_map<std::string, std::uint32_t> numbers_{{"", 0}};
  std::vector<std::string> spaces_{""};
};

}  // namespace sayso::dispatch
