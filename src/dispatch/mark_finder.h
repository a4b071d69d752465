// Where a mark stands next, asked again and again from places further on, without reading the source again and again.
//
//     MarkFinder end{"-->"};
//     end.from(source, at);   // as source.find("-->", at); all calls together read the source once
#pragma once

#include <cstddef>
#include <string_view>

namespace sayso::dispatch {

struct MarkFinder {
  std::string_view what;
  std::size_t found = 0;
  bool asked = false;

  // REQUIRES: the same source each time, and `at` not in front of an earlier one.
  std::size_t from(std::string_view source, std::size_t at) {
    if (!asked || (found != std::string_view::npos && found < at)) found = source.find(what, at);
    asked = true;
    return found;
  }
};

}  // namespace sayso::dispatch
