// Host and date of an address: "https://www.example.org/2022/09/12/hit" -> "example.org", 2022-09-12.
// Leaves out on purpose: a month without a day (/2022/09/): it is no day, and the first of the month would be a guess.
#include "dispatch/address.h"

#include <array>
#include <charconv>
#include <vector>

#include "base/tsv.h"
#include "base/utf8.h"

namespace sayso::dispatch {
namespace {

int address_number(std::string_view text) {
  int value = -1;
  if (text.empty() || text.size() > 4) return -1;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc() && end == text.data() + text.size() ? value : -1;
}

std::optional<Day> address_day(int year, int month, int day) {
  if (year < 1990 || year > 2099 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok() ? std::optional<Day>(Day{date}) : std::nullopt;
}

int month_number(std::string_view text) {
  constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
  if (text.size() <= 2) return address_number(text);
  const std::string lower = to_lower(text);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (lower == names[i]) return static_cast<int>(i + 1);
  return -1;
}

}  // namespace

bool is_address(std::string_view text) {
  const std::size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  if (scheme == 0 || text.size() == scheme || text.find_first_of(" \t\r\n<>\"") != std::string_view::npos) return false;
  return !host_of(text).empty();
}

std::string host_of(std::string_view address) {
  std::size_t begin = address.find("://");
  if (begin == std::string_view::npos) return {};
  std::string_view host = address.substr(begin + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
  host = host.substr(0, host.find(':'));
  std::string lower = to_lower(host);
  for (const std::string_view prefix : {"www.", "amp.", "m.", "mobile."})
    if (lower.starts_with(prefix) && lower.find('.', prefix.size()) != std::string::npos) lower.erase(0, prefix.size());
  return lower.find('.') == std::string::npos ? std::string() : lower;
}

std::optional<Day> date_in(std::string_view address) {
  std::size_t path = address.find("://");
  path = path == std::string_view::npos ? 0 : address.find('/', path + 3);
  if (path == std::string_view::npos) return std::nullopt;
  std::string_view rest = address.substr(path);
  rest = rest.substr(0, std::min(rest.find_first_of("?#"), std::size_t{2048}));
  const std::vector<std::string_view> parts = split(rest, '/');
  for (std::size_t i = 0; i + 2 < parts.size(); ++i) {
    if (parts[i].size() != 4) continue;
    if (const auto day = address_day(address_number(parts[i]), month_number(parts[i + 1]),
                                     parts[i + 2].size() <= 2 ? address_number(parts[i + 2]) : -1))
      return day;
  }
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  for (const std::string_view part : parts) {  // "2022-09-12" or "20220912" as a part, or at its start or end
    for (std::size_t at = 0; at + 8 <= part.size(); ++at) {
      if (at > 0 && digit(part[at - 1])) continue;
      const std::string_view here = part.substr(at);
      if (here.size() >= 10 && (here[4] == '-' || here[4] == '_') && here[7] == here[4] &&
          (here.size() == 10 || !digit(here[10])))
        if (const auto day = address_day(address_number(here.substr(0, 4)), address_number(here.substr(5, 2)),
                                         address_number(here.substr(8, 2))))
          return day;
      if (here.size() == 8 || !digit(here[8]))
        if (const auto day = address_day(address_number(here.substr(0, 4)), address_number(here.substr(4, 2)),
                                         address_number(here.substr(6, 2))))
          return day;
    }
  }
  return std::nullopt;
}

}  // namespace sayso::dispatch
