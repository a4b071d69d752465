// Dates events by the day of their telling, see days.h. In: an event of Saturday 15 March that was told on Sunday 9
// March; out: Saturday 8 March. Left out on purpose: months and days without a year, which hardly ever go wrong this
// way.
#include "claim/days.h"

#include <array>
#include <string_view>

namespace sayso {
namespace {

// The rules of dates.tsv for weekdays that nothing else fixes.
bool is_weekday(std::string_view rule) {
  constexpr std::array<std::string_view, 5> rules{"dates:weekday", "dates:weekday-part", "dates:mod-weekday",
                                                  "dates:mod-weekday-part", "dates:weekday-possessive"};
  rule = rule.substr(0, rule.find(' '));
  for (const std::string_view known : rules)
    if (rule == known) return true;
  return false;
}

}  // namespace

void put_before_speech(Event& event, const Attribution& attribution) {
  if (!event.when || !event.when->begin || !event.when->end || !attribution.said || !attribution.said->end) return;
  if (event.tense != Tense::past || !is_weekday(event.when->rule)) return;
  const Day said = *attribution.said->end;
  if (*event.when->begin <= said) return;
  const auto weeks = ((*event.when->begin - said).count() + 6) / 7;
  const std::chrono::days back{7 * weeks};
  *event.when->begin -= back;
  *event.when->end -= back;
  event.when->rule += " before-speech";
}

}  // namespace sayso
