// What the tests of dates and of time expressions share: their rules, and how what was found is shown.
//
//     show(find_dates(…))               "Sunday evening = 2022-09-11..2022-09-11 part-of-day evening; …"
//     show(find_time_expressions(…))    "Sunday evening = TIME 2022-09-11TEV; …"
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "mention/dates.h"
#include "mention/time_expressions.h"

namespace sayso::testing_kit {

inline DateLexicon loaded(Result<DateLexicon> result) {
  if (!result) ADD_FAILURE() << result.error().where << ": " << result.error().message;
  return std::move(result).value();
}

inline const DateLexicon& date_rules() {
  static const auto folder = std::filesystem::path(SAYSO_SOURCE_DIR) / "data/lexicons";
  static const DateLexicon rules = loaded(DateLexicon::load(folder / "dates.tsv", folder / "date_words.tsv"));
  return rules;
}

inline const DateLexicon& time_rules() {
  static const DateLexicon rules = loaded(load_time_lexicon(std::filesystem::path(SAYSO_SOURCE_DIR) / "data/lexicons"));
  return rules;
}

inline std::string show(const DateMention& mention) {
  const When& w = mention.when;
  return w.text + " = " + (w.begin ? iso(*w.begin) : "") + ".." + (w.end ? iso(*w.end) : "") + " " +
         std::string(name_of(w.precision)) + (w.part.empty() ? "" : " " + w.part);
}

inline std::string show(const TimeExpression& e) {
  return e.text + " = " + std::string(name_of(e.kind)) + (e.value.empty() ? "" : " " + e.value);
}

template <typename Found>
std::string show(const std::vector<Found>& found) {
  std::string out;
  for (const Found& one : found) out += (out.empty() ? "" : "; ") + show(one);
  return out;
}

}  // namespace sayso::testing_kit
