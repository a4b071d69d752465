// Cuts a sentence into pieces for dates, see date_units.h. In: "6 a.m."; out: one clock unit "06:00".
// Leaves out on purpose: amounts ("1,200", "3.5"), which become units of kind other so that no rule takes them for days
// or years.
#include "mention/date_units.h"

#include <cstdio>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"

namespace sayso {
namespace {

class Cutter {
 public:
  Cutter(std::string_view text, Span sentence) : text_(text), at_(sentence.begin), end_(sentence.end) {}

  std::vector<DateUnit> run() {
    while (at_ < end_) {
      if (is_ascii_digit(text_[at_]))
        number();
      else if (is_ascii_letter(text_[at_]))
        word();
      else
        other();
    }
    return std::move(units_);
  }

 private:
  DateUnit& add(std::uint32_t end, DateUnitKind kind) {
    units_.push_back({.span = {at_, end}, .kind = kind});
    at_ = end;
    return units_.back();
  }

  std::uint32_t digits_from(std::uint32_t at) const {
    while (at < end_ && is_ascii_digit(text_[at])) ++at;
    return at;
  }

  std::int32_t value(std::uint32_t from, std::uint32_t to) const {
    std::int32_t v = 0;
    for (std::uint32_t i = from; i < to && i < from + 8; ++i) v = v * 10 + (text_[i] - '0');
    return v;
  }

  // The end of "am", "a.m.", "pm" … at `at`, and whether it is the afternoon.
  std::optional<std::pair<std::uint32_t, bool>> half_of_day(std::uint32_t at) const {
    if (at < end_ && text_[at] == ' ') ++at;
    if (at >= end_) return std::nullopt;
    const char first = static_cast<char>(text_[at] | 0x20);
    if (first != 'a' && first != 'p') return std::nullopt;
    ++at;
    const bool dotted = at < end_ && text_[at] == '.';
    if (dotted) ++at;
    if (at >= end_ || (text_[at] | 0x20) != 'm') return std::nullopt;
    ++at;
    if (dotted && at < end_ && text_[at] == '.') ++at;
    if (at < end_ && is_ascii_letter(text_[at])) return std::nullopt;
    return std::pair{at, first == 'p'};
  }

  void clock(std::uint32_t end, std::int32_t hour, std::int32_t minute) {
    char shown[8];
    std::snprintf(shown, sizeof shown, "%02d:%02d", static_cast<int>(hour % 100), static_cast<int>(minute % 100));
    add(end, DateUnitKind::clock).lower = shown;
  }

  void number() {
    const std::uint32_t begin = at_, end = digits_from(at_);
    const std::int32_t v = value(begin, end);
    const auto count = static_cast<std::uint8_t>(end - begin < 200 ? end - begin : 200);
    // 06:00, 6:30 p.m.
    if (count <= 2 && end + 2 < end_ && (text_[end] == ':' || text_[end] == '.') && digits_from(end + 1) == end + 3) {
      const std::int32_t minute = value(end + 1, end + 3);
      const auto half = half_of_day(end + 3);
      if (half && v >= 1 && v <= 12 && minute < 60) return clock(half->first, v % 12 + (half->second ? 12 : 0), minute);
      if (text_[end] == ':' && v < 24 && minute < 60 && !(end + 3 < end_ && text_[end + 3] == ':'))
        return clock(end + 3, v, minute);
    }
    if (count <= 2 && v >= 1 && v <= 12)
      if (const auto half = half_of_day(end)) return clock(half->first, v % 12 + (half->second ? 12 : 0), 0);
    // 24.02.2022
    if (count <= 2 && end < end_ && text_[end] == '.') {
      const std::uint32_t second = digits_from(end + 1);
      if (second > end + 1 && second <= end + 3 && second < end_ && text_[second] == '.' &&
          digits_from(second + 1) == second + 5) {
        const std::int32_t month = value(end + 1, second), year = value(second + 1, second + 5);
        DateUnit& u = add(second + 5, DateUnitKind::dmy);
        u.number = v;
        u.month = month;
        u.year = year;
        return;
      }
    }
    // 1,200 and 3.5 and 50%
    std::uint32_t amount = end;
    while (amount + 1 < end_ && (text_[amount] == ',' || text_[amount] == '.') && is_ascii_digit(text_[amount + 1]) &&
           (text_[amount] == '.' || digits_from(amount + 1) == amount + 4))
      amount = digits_from(amount + 1);
    if (amount > end) {
      add(amount, DateUnitKind::other);
      return;
    }
    // 1990s, 5th, 6pm was above, 155mm
    std::uint32_t tail = end;
    while (tail < end_ && is_ascii_letter(text_[tail])) ++tail;
    const std::string suffix = to_lower(text_.substr(end, tail - end));
    DateUnitKind kind = DateUnitKind::number;
    if (!suffix.empty()) {
      if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th")
        kind = DateUnitKind::ordinal;
      else if (suffix == "s" && (count == 4 || count == 2) && v % 10 == 0)
        kind = DateUnitKind::decade;
      else
        kind = DateUnitKind::other;
    }
    DateUnit& u = add(tail, kind);
    u.number = v;
    u.digits = count;
  }

  void word() {
    std::uint32_t end = at_;
    while (end < end_ && (is_ascii_letter(text_[end]) || static_cast<unsigned char>(text_[end]) >= 0xC3)) {
      // Letters beyond ASCII belong to the word with all their bytes; dashes and quotes (E2 80 …) do not.
      if (static_cast<unsigned char>(text_[end]) == 0xE2) break;
      ++end;
      while (end < end_ && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80) ++end;
    }
    const std::uint32_t begin = at_;
    DateUnit& u = add(end, DateUnitKind::word);
    u.capital = text_[begin] >= 'A' && text_[begin] <= 'Z';
    u.lower = to_lower(text_.substr(begin, end - begin));
  }

  void other() {
    std::size_t next = at_;
    const char32_t c = next_code_point(text_, next);
    const auto end = static_cast<std::uint32_t>(next);
    if (is_space(c)) {
      at_ = end;
      return;
    }
    const std::uint32_t begin = at_;
    DateUnit& u = add(end, DateUnitKind::mark);
    u.lower = std::string(text_.substr(begin, end - begin));
  }

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
  std::vector<DateUnit> units_{};
};

}  // namespace

std::vector<DateUnit> read_date_units(std::string_view text, Span sentence) { return Cutter(text, sentence).run(); }

}  // namespace sayso
