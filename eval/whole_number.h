// whole_number<Number>(text): the number that the whole text is; nothing if it is none or does not fit.
//
//     whole_number<int>("-12") == -12        whole_number<int>("12th") == std::nullopt
#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace sayso::eval {

template <typename Number>
std::optional<Number> whole_number(std::string_view text) {
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace sayso::eval
