// Counts time expressions that are right, see timex_score.h.
#include "timex_score.h"

#include <algorithm>

namespace sayso::eval {
namespace {

constexpr std::uint32_t context = 40;  // bytes on either side of an error

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != '\n')
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  return out;
}

std::string around(const std::string& text, Span span) {
  const std::uint32_t from = span.begin < context ? 0 : span.begin - context;
  const std::uint32_t to = std::min(static_cast<std::uint32_t>(text.size()), span.end + context);
  return one_line(std::string(text, from, span.begin - from) + "[" + std::string(slice(text, span)) + "]" +
                  std::string(text, span.end, to - span.end));
}

}  // namespace

void TimexScore::add(const TimexScore& other) {
  gold += other.gold, found += other.found, relaxed += other.relaxed, strict += other.strict;
  type += other.type, value += other.value;
}

double TimexScore::f1(int right) const { return gold + found == 0 ? 0 : 2.0 * right / (gold + found); }

TimexScore score_timex(const TimexText& text, const std::vector<TimeExpression>& found, TimexErrors* errors) {
  TimexScore out;
  const auto note = [&](const char* kind, const std::string& words) {
    if (errors != nullptr) (*errors)[kind].push_back(text.name + "  " + words);
  };
  out.found = static_cast<int>(found.size());
  std::vector<bool> taken(found.size(), false);
  for (const TimexGold& g : text.gold) {
    ++out.gold;
    const std::string gold_says = "  gold " + g.type + " " + g.value;
    std::size_t hit = found.size();
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (taken[i] || !g.span.overlaps(found[i].span)) continue;
      if (hit == found.size() || found[i].span == g.span) hit = i;
    }
    if (hit == found.size()) {
      note("missing", around(text.text, g.span) + gold_says);
      continue;
    }
    taken[hit] = true;
    const TimeExpression& f = found[hit];
    const std::string shown = around(text.text, g.span) + gold_says + "  got [" + one_line(f.text) + "] " +
                              std::string(name_of(f.kind)) + " " + f.value + "  " + f.rule;
    ++out.relaxed;
    if (f.span == g.span)
      ++out.strict;
    else
      note("extent", shown);
    if (name_of(f.kind) == g.type)
      ++out.type;
    else
      note("type", shown);
    if (f.value == g.value)
      ++out.value;
    else
      note("value", shown);
  }
  for (std::size_t i = 0; i < found.size(); ++i)
    if (!taken[i])
      note("spurious", around(text.text, found[i].span) + "  got " + std::string(name_of(found[i].kind)) + " " +
                           found[i].value + "  " + found[i].rule);
  return out;
}

}  // namespace sayso::eval
