// Takes header lines apart.
//
//     "Content-Type: text/html\r\nX-Long: a\r\n  b\r\n" -> ("Content-Type", "text/html"), ("X-Long", "a b")
//
// Leaves out on purpose: encoded words ("=?utf-8?q?…"), which no field of ours holds.
#include "dispatch/header_fields.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/tsv.h"

namespace sayso::dispatch {
namespace {

std::string small_letters(std::string_view text) {
  std::string out = printable(text);
  std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
  return out;
}

}  // namespace

void for_each_field(std::string_view lines,
                    const std::function<void(std::string_view name, std::string_view value)>& use) {
  std::string folded;
  while (!lines.empty()) {
    const auto next = [&lines] {
      const std::size_t end = std::min(lines.find('\n'), lines.size());
      const std::string_view line = lines.substr(0, end);
      lines.remove_prefix(std::min(end + 1, lines.size()));
      return line;
    };
    std::string_view line = next();
    if (!lines.empty() && (lines.front() == ' ' || lines.front() == '\t')) {
      folded = trim(line);
      while (!lines.empty() && (lines.front() == ' ' || lines.front() == '\t')) {
        folded += ' ';
        folded += trim(next());
      }
      line = folded;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    use(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
  }
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

MediaType media_type(std::string_view value) {
  MediaType found;
  std::size_t end = std::min(value.find(';'), value.size());
  found.type = small_letters(trim(value.substr(0, std::min(end, value.find(',')))));
  while (end < value.size()) {
    value.remove_prefix(end + 1);
    end = std::min(value.find(';'), value.size());
    const std::string_view parameter = trim(value.substr(0, end));
    const std::size_t equals = parameter.find('=');
    if (equals == std::string_view::npos || !same_name(trim(parameter.substr(0, equals)), "charset")) continue;
    std::string_view name = trim(parameter.substr(equals + 1));
    while (!name.empty() && (name.front() == '"' || name.front() == '\'')) name.remove_prefix(1);
    while (!name.empty() && (name.back() == '"' || name.back() == '\'' || name.back() == ',')) name.remove_suffix(1);
    if (found.charset.empty()) found.charset = small_letters(trim(name));
  }
  return found;
}

std::optional<std::uint64_t> whole_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 18) return std::nullopt;
  std::uint64_t number = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  return number;
}

std::string printable(std::string_view text, std::size_t most) {
  std::string out(text.substr(0, most));
  for (char& c : out)
    if (c < ' ' || c > '~') c = '?';
  return out;
}

std::optional<std::size_t> end_of_fields(std::string_view bytes, std::size_t from) {
  for (std::size_t at = bytes.find('\n', from); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
    if (bytes.substr(at + 1, 1) == "\n") return at + 2;
    if (bytes.substr(at + 1, 2) == "\r\n") return at + 3;
  }
  return std::nullopt;
}

}  // namespace sayso::dispatch
