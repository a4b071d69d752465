// Reads the head of a press release, see release_head.h.
//
//     "Kesh Joint Command 2031-02-S-117 DOVRAN, Varnia (Feb. 17) - A patrol …"
//     -> credit "Kesh Joint Command 2031-02-S-117", dateline "DOVRAN, Varnia (Feb. 17) -", body "A patrol …"
//
// A dateline is a place in capitals, what it lies in, and a date in brackets; the number is year, month, letters and
// figures joined by dashes. Leaves out on purpose: the year of a date that no number bounds, numbers of other forms,
// second releases behind the first.
#include "dispatch/release_head.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "dispatch/characters.h"
#include "dispatch/page_labels.h"
#include "dispatch/split_block.h"
#include "dispatch/written_date.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t head_blocks = 12;    // a head is no longer
constexpr std::size_t head_bytes = 600;    // … nor is what stands before a dateline in its line
constexpr std::size_t longest_place = 60;  // "FORWARD BASE KESH, Varnia"
constexpr std::size_t longest_date = 24;
constexpr std::size_t longest_label = 160;  // bytes of a line that is only an office's name and number

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

int number_of(std::string_view figures) {
  int value = 0;
  std::from_chars(figures.data(), figures.data() + figures.size(), value);
  return value;
}

struct Month {
  int year = 0;
  unsigned month = 0;
};

// "2031-02-S-117": when a release was numbered.
std::optional<Month> number_in(std::string_view text) {
  const auto dash = [&](std::size_t& at) {
    const std::size_t from = at;
    for (;;) {
      if (at < text.size() && text[at] == '-')
        ++at;
      else if (text.substr(at, 3) == "\xe2\x80\x93" || text.substr(at, 3) == "\xe2\x80\x94")
        at += 3;
      else
        return at > from;
    }
  };
  const auto figures = [&](std::size_t& at) {
    const std::size_t from = at;
    while (at < text.size() && is_ascii_digit(text[at])) ++at;
    return at - from;
  };
  for (std::size_t begin = 0; begin + 12 <= text.size(); ++begin) {
    if (!is_ascii_digit(text[begin]) || (begin > 0 && is_ascii_digit(text[begin - 1]))) continue;
    std::size_t at = begin;
    if (figures(at) != 4) continue;
    const int year = number_of(text.substr(begin, 4));
    if (year < 1950 || year > 2199 || !dash(at)) continue;
    const std::size_t month_at = at;
    const std::size_t month_figures = figures(at);
    if (month_figures == 0 || month_figures > 2) continue;
    const int month = number_of(text.substr(month_at, month_figures));
    if (month < 1 || month > 12 || !dash(at)) continue;
    const std::size_t letters = at;
    while (at < text.size() && is_capital(text[at])) ++at;
    if (at == letters || at - letters > 3 || !dash(at)) continue;
    const std::size_t count = figures(at);
    if (count >= 2 && count <= 5) return Month{year, static_cast<unsigned>(month)};
  }
  return std::nullopt;
}

// The year that brings a day nearest to a month: "(Dec. 31)" numbered 2031-01 is of 2030.
std::optional<Day> day_near(const MonthDay& date, const Month& near) {
  for (const int years : {0, -1, 1}) {
    const std::chrono::year_month_day day{std::chrono::year{near.year + years}, std::chrono::month{date.month},
                                          std::chrono::day{date.day}};
    const int months = years * 12 + static_cast<int>(date.month) - static_cast<int>(near.month);
    if (std::abs(months) <= 1 && day.ok()) return Day{day};
  }
  return std::nullopt;
}

struct Dateline {
  std::size_t begin = 0;  // of the place
  std::size_t end = 0;    // behind the bracket and its dash
  Span date{};
  std::optional<Day> day{};  // with its year
  MonthDay yearless{};
};

// Where the place in front of a bracket begins: capitals, then after a comma what it lies in.
std::optional<std::size_t> place_before(std::string_view text, std::size_t bracket) {
  const std::size_t from = bracket > longest_place ? bracket - longest_place : 0;
  struct Word {
    std::size_t begin, end;
    bool capitals;
  };
  std::vector<Word> words;  // the last first
  for (std::size_t at = bracket; at > from;) {
    std::size_t end = at;
    while (end > from && (text[end - 1] == ' ' || text[end - 1] == ',')) --end;
    std::size_t begin = end;
    while (begin > from && text[begin - 1] != ' ' && text[begin - 1] != ',') --begin;
    if (begin == end) break;
    const std::string_view word = text.substr(begin, end - begin);
    const bool letters = std::all_of(word.begin(), word.end(), [](char c) {
      return is_capital(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '\'' || (c & 0x80) != 0;
    });
    if (!letters || !is_capital(word.front()) || release_label("download " + std::string(word))) break;
    const bool capitals =
        word.size() >= 2 && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    words.push_back({begin, end, capitals});
    at = begin;
  }
  // The country, or nothing, up to a comma; then one or more words in capitals.
  std::size_t i = 0;
  while (i < words.size() && !(words[i].capitals && (i == 0 || text[words[i].end] == ','))) ++i;
  if (i == words.size()) return std::nullopt;
  while (i + 1 < words.size() && words[i + 1].capitals && text[words[i + 1].end] == ' ') ++i;
  return words[i].begin;
}

std::optional<Dateline> dateline_in(std::string_view text) {
  const std::string_view head = text.substr(0, head_bytes);
  for (std::size_t open = head.find('('); open != std::string_view::npos; open = head.find('(', open + 1)) {
    const std::size_t length = text.substr(open, longest_date + 1).find(')');
    if (length == std::string_view::npos) continue;
    const std::size_t close = open + length;
    const auto begin = place_before(text, open);
    if (!begin) continue;
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    Dateline out{.begin = *begin, .end = close + 1};
    const auto shift = static_cast<std::uint32_t>(open + 1);
    if (const auto full = find_date(inside); full && full->span.begin == 0 && full->span.end == inside.size()) {
      out.day = full->day;
      out.date = {shift, shift + full->span.end};
    } else if (const auto part = month_day_at(inside); part && part->end == inside.size()) {
      out.yearless = *part;
      out.date = {shift, shift + static_cast<std::uint32_t>(part->end)};
    } else {
      continue;
    }
    std::size_t at = out.end;
    while (at < text.size() && text[at] == ' ') ++at;
    bool dash = false;
    for (const std::string_view mark : {"\xe2\x80\x94", "\xe2\x80\x93", "--", "-"})
      if (text.substr(at).starts_with(mark)) {
        out.end = at + mark.size();
        dash = true;
        break;
      }
    // "Rebels fought NATO (May 4, 1949) troops": prose has brackets, too. A head begins its line, or follows what only
    // releases have; and a sentence begins behind it.
    const std::string_view before = text.substr(0, *begin);
    if (!dash && has_word(before) && !number_in(before) && !release_label(before)) continue;
    if (!dash && at < text.size() && text[at] >= 'a' && text[at] <= 'z') continue;
    return out;
  }
  return std::nullopt;
}

void publish(Block& block, Span date, Day day, const char* rule) {
  block.marks.push_back({.of = Mark::Of::published,
                         .value = std::string(slice(block.text, date)),
                         .rule = rule,
                         .span = date,
                         .day = day});
}

// "Feb. 17: Two Detained in Kesh", "Morning Update, Feb. 17, 2031".
void read_headline_date(Block& block, const Month& number) {
  if (const auto day = month_day_at(block.text); day && block.text.substr(day->end).starts_with(":")) {
    if (const auto whole = day_near(*day, number))
      publish(block, {0, static_cast<std::uint32_t>(day->end)}, *whole, "headline-date");
  } else if (const auto date = find_date(block.text); date && date->span.end == block.text.size()) {
    publish(block, date->span, date->day, "headline-date");
  }
}

}  // namespace

bool has_release_number(std::string_view line) { return line.size() <= longest_label && number_in(line).has_value(); }

void read_release_head(std::vector<Block>& blocks) {
  std::optional<Month> number;
  std::optional<Dateline> found;
  std::size_t at = 0;
  for (std::size_t i = 0; i < std::min(blocks.size(), head_blocks); ++i) {
    if (blocks[i].decided || blocks[i].list_item) continue;
    if (!number) number = number_in(std::string_view(blocks[i].text).substr(0, head_bytes));
    if (!found && (found = dateline_in(blocks[i].text))) at = i;
  }
  if (found) {
    if (!found->day && number) found->day = day_near(found->yearless, *number);
    if (found->begin > 0) {
      Block rest = split_block(blocks[at], found->begin);
      found->date = {found->date.begin - static_cast<std::uint32_t>(found->begin),
                     found->date.end - static_cast<std::uint32_t>(found->begin)};
      found->end -= found->begin;
      blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(++at), std::move(rest));
    }
    if (has_word(std::string_view(blocks[at].text).substr(found->end))) {
      Block rest = split_block(blocks[at], found->end);
      blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(rest));
    }
    decide(blocks[at], ParagraphKind::dateline);
    if (found->day) publish(blocks[at], found->date, *found->day, "dateline");
  }
  if (!found && !number) return;
  for (std::size_t i = 0; i < std::min(blocks.size(), found ? at : head_blocks); ++i) {
    Block& block = blocks[i];
    if (block.decided || block.list_item || block.level > 0 || block.text.size() > longest_label) continue;
    if (number && !(found && found->day) && i == 0) read_headline_date(block, *number);
    if (number_in(block.text) || release_label(block.text)) decide(block, ParagraphKind::credit);
  }
}

}  // namespace sayso::dispatch
