// Splits a file into messages at the lines that name them.
//
//     TST2-MUC4-0007\n\n   KESH, …\n\n\nTST2-MUC4-0008\n…   -> two messages
//
// A name is letters and digits, "-MUC" and a digit, a hyphen and digits, at the beginning of a line; only who filled
// the template may follow, in parentheses. A text that mentions a name in mid-line is not cut.
#include "muc4_text.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/tsv.h"

namespace sayso::eval {
namespace {

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

// "TST1-MUC3-0001" at the beginning of the line, or empty.
std::string_view name_in(std::string_view line) {
  const std::size_t prefix = line.find("-MUC");
  if (prefix == std::string_view::npos || prefix == 0 || prefix > 8) return {};
  if (!std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(prefix),
                   [](char letter) { return is_capital(letter) || is_ascii_digit(letter); }))
    return {};
  std::size_t at = prefix + 4;
  const std::size_t round = at;
  while (at < line.size() && is_ascii_digit(line[at])) ++at;
  if (at == round || at == line.size() || line[at] != '-') return {};
  const std::size_t number = ++at;
  while (at < line.size() && is_ascii_digit(line[at])) ++at;
  if (at == number) return {};
  const std::string_view rest = trim(line.substr(at));
  return rest.empty() || (rest.front() == '(' && rest.back() == ')') ? line.substr(0, at) : std::string_view{};
}

}  // namespace

std::vector<MessageText> split_messages(std::string_view text) {
  std::vector<MessageText> messages;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t stop = std::min(text.find('\n', begin), text.size() - 1) + 1;
    const std::string_view line = text.substr(begin, stop - begin), name = name_in(line);
    if (!name.empty())
      messages.push_back({std::string(name), {}});
    else if (!messages.empty())
      messages.back().text += line;
    begin = stop;
  }
  return messages;
}

}  // namespace sayso::eval
