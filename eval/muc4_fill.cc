// Grades one value by the rules of its slot.
//
//     grade_value(Slot::human_number, "7", "5 - 7") == Grade::partial
//
// Left out on purpose: what the guidelines leave to a person's judgement (a date that is "close", one string that
// stands for several fills of the key).
#include "muc4_fill.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/tsv.h"
#include "whole_number.h"

namespace sayso::eval {
namespace {

// Responses of a list that are half right where the key has something narrower.
struct Broader {
  Slot slot;
  std::string_view response, key;
};
constexpr std::array broader{
    Broader{Slot::confidence, "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES"},
    Broader{Slot::target_type, "POLITICAL FIGURE OFFICE OR RESIDENCE", "GOVERNMENT OFFICE OR RESIDENCE"},
    Broader{Slot::target_effect, "DESTROYED", "SOME DAMAGE"},
    Broader{Slot::human_type, "GOVERNMENT OFFICIAL", "FORMER GOVERNMENT OFFICIAL"},
    Broader{Slot::human_type, "ACTIVE MILITARY", "FORMER ACTIVE MILITARY"},
    Broader{Slot::human_type, "POLITICAL FIGURE", "GOVERNMENT OFFICIAL"},
    Broader{Slot::human_effect, "NO INJURY", "NO INJURY OR DEATH"},
    Broader{Slot::human_effect, "NO DEATH", "NO INJURY OR DEATH"},
};

// Instruments and what they are a kind of (template-doc-part1, 7.8).
struct Kind {
  std::string_view narrow, broad;
};
constexpr std::array instrument_kinds{
    Kind{"MACHINE GUN", "GUN"},
    Kind{"MORTAR", "GUN"},
    Kind{"HANDGUN", "GUN"},
    Kind{"RIFLE", "GUN"},
    Kind{"BOMB", "EXPLOSIVE"},
    Kind{"VEHICLE BOMB", "BOMB"},
    Kind{"DYNAMITE", "BOMB"},
    Kind{"MINE", "BOMB"},
    Kind{"AERIAL BOMB", "BOMB"},
    Kind{"GRENADE", "EXPLOSIVE"},
    Kind{"MISSILE", "PROJECTILE"},
    Kind{"ROCKET", "PROJECTILE"},
    Kind{"MOLOTOV COCKTAIL", "EXPLOSIVE"},
};

bool is_kind_of(std::string_view narrow, std::string_view broad) {
  const auto* at = std::find_if(instrument_kinds.begin(), instrument_kinds.end(),
                                [&](const Kind& kind) { return kind.narrow == narrow; });
  return at != instrument_kinds.end() && (at->broad == broad || is_kind_of(at->broad, broad));
}

Grade grade_listed(Slot slot, std::string_view response, std::string_view key) {
  if (response == key) return Grade::correct;
  if (slot == Slot::type) return response == "ATTACK" ? Grade::partial : Grade::incorrect;
  if (slot == Slot::instrument_type) return is_kind_of(key, response) ? Grade::partial : Grade::incorrect;
  const bool half = std::any_of(broader.begin(), broader.end(), [&](const Broader& rule) {
    return rule.slot == slot && rule.response == response && rule.key == key;
  });
  return half ? Grade::partial : Grade::incorrect;
}

std::optional<int> number_of_fill(std::string_view text) {
  const auto value = whole_number<int>(text);
  return value && *value >= 0 ? value : std::nullopt;
}

// "26 AUG 89" as a number that grows with the day, or nothing.
std::optional<int> number_of_day(std::string_view text) {
  constexpr std::array months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
  const auto parts = split(text, ' ');
  if (parts.size() != 3) return std::nullopt;
  const auto date = number_of_fill(parts[0]), year = number_of_fill(parts[2]);
  const auto* month = std::find(months.begin(), months.end(), parts[1].substr(0, 3));
  if (!date || !year || month == months.end()) return std::nullopt;
  return (*year * 12 + static_cast<int>(month - months.begin())) * 31 + *date;
}

// From one day to another; without the first it is open.
struct Days {
  std::optional<int> first{}, last{};
  bool operator==(const Days&) const = default;
};

std::optional<Days> days_of_fill(std::string_view text) {
  if (const std::size_t dash = text.find('-'); dash != std::string_view::npos) {
    const std::string_view before = trim(text.substr(0, dash));
    const Days range{number_of_day(before), number_of_day(trim(text.substr(dash + 1)))};
    if (!range.last || (!before.empty() && !range.first)) return std::nullopt;
    return range;
  }
  const auto only = number_of_day(text);
  return only ? std::optional<Days>({only, only}) : std::nullopt;
}

Grade grade_date(std::string_view response, std::string_view key) {
  if (response == key) return Grade::correct;
  const auto given = days_of_fill(response), wanted = days_of_fill(key);
  if (!given || !wanted) return Grade::incorrect;
  if (*given == *wanted) return Grade::correct;
  if (!given->first) return given->last == wanted->last ? Grade::partial : Grade::incorrect;
  const bool inside = given->last <= wanted->last && (!wanted->first || given->first >= wanted->first);
  return inside ? Grade::partial : Grade::incorrect;
}

// "COLOMBIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)" in its parts.
std::vector<std::string> places(std::string_view text) {
  std::vector<std::string> parts;
  for (const std::string_view part : split(text, ':')) parts.emplace_back(trim(part));
  return parts;
}

// Whether the same place is named, whatever the key allows it to be: "KESH (CITY / TOWN)". Cities are towns.
bool same_place(std::string_view response, std::string_view key) {
  if (response == key) return true;
  const std::size_t of_response = response.rfind('('), of_key = key.rfind('(');
  if (of_response == std::string_view::npos || of_key == std::string_view::npos ||
      trim(response.substr(0, of_response)) != trim(key.substr(0, of_key)))
    return false;
  const auto kind = [](std::string_view text) { return text == "TOWN" ? std::string_view("CITY") : text; };
  const auto inside = [](std::string_view text, std::size_t at) {
    return text.substr(at + 1, text.rfind(')') - at - 1);
  };
  const std::string_view given = kind(trim(inside(response, of_response)));
  for (const std::string_view wanted : split(inside(key, of_key), '/'))
    if (kind(trim(wanted)) == given) return true;
  return false;
}

Grade grade_location(std::string_view response, std::string_view key) {
  const auto given = places(response), wanted = places(key);
  const auto same_from = [&](std::ptrdiff_t first) {
    return given.size() == wanted.size() &&
           std::equal(given.begin() + first, given.end(), wanted.begin() + first, same_place);
  };
  if (same_from(0)) return Grade::correct;
  if (given.front() == wanted.front()) return Grade::partial;  // the country
  return given.size() > 1 && same_from(1) ? Grade::partial : Grade::incorrect;
}

Grade grade_number(std::string_view response, std::string_view key) {
  const auto without_spaces = [](std::string_view text) {
    std::string out(text);
    std::erase(out, ' ');
    return out;
  };
  const std::string given = without_spaces(response), wanted = without_spaces(key);
  if (given == wanted) return Grade::correct;
  if (!number_of_fill(given)) return Grade::incorrect;
  if (wanted == "~" + given) return Grade::partial;
  const auto ends = split(wanted, '-');
  return ends.size() == 2 && (ends[0] == given || ends[1] == given) ? Grade::partial : Grade::incorrect;
}

}  // namespace

Grade grade_value(Slot slot, std::string_view response, std::string_view key) {
  switch (shape_of(slot).kind) {
    case FillKind::date:
      return grade_date(response, key);
    case FillKind::location:
      return grade_location(response, key);
    case FillKind::set:
      return grade_listed(slot, response, key);
    case FillKind::string:
      return grade_words(slot, response, key);
    case FillKind::number:
      return grade_number(response, key);
    case FillKind::none:
      break;
  }
  return Grade::incorrect;
}

Grade grade_value(Slot slot, std::string_view response, const KeyFill& key) {
  Grade best = Grade::incorrect;
  for (const std::string& value : key.values) best = std::max(best, grade_value(slot, response, value));
  return best;
}

}  // namespace sayso::eval
