// Turns values into plain English for people: "at most 250", "10–11 September 2022", "near Kupiansk (Kharkiv,
// Ukraine)".
//
// Country names come from ICU's English region names, so that a view needs no lexicon at hand. Left out on purpose:
// other languages than English, and any wording for event types beyond the coder's own names (docs/glossary.md explains
// those).
#include "publish/plain_words.h"

#include <unicode/locid.h>
#include <unicode/region.h>
#include <unicode/unistr.h>

#include <array>
#include <string>

#include "base/utf8.h"

namespace sayso::publish {
namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

std::string day_number(const std::chrono::year_month_day& date) {
  return std::to_string(static_cast<unsigned>(date.day()));
}

std::string month_words(const std::chrono::year_month_day& date) {
  return std::string(months[static_cast<unsigned>(date.month()) - 1]);
}

std::string year_words(const std::chrono::year_month_day& date) {
  return std::to_string(static_cast<int>(date.year()));
}

std::string range_words(Day begin, Day end) {
  using namespace std::chrono;
  const year_month_day a{begin};
  const year_month_day b{end};
  if (begin == end) return day_words(begin);
  const bool whole_months = a.day() == day{1} && year_month_day{end + days{1}}.day() == day{1};
  if (whole_months && a.year() == b.year() && a.month() == b.month()) return month_words(a) + " " + year_words(a);
  if (whole_months && a.year() == b.year() && a.month() == January && b.month() == December) return year_words(a);
  if (a.year() != b.year()) return day_words(begin) + " – " + day_words(end);
  if (a.month() != b.month()) return day_number(a) + " " + month_words(a) + " – " + day_words(end);
  return day_number(a) + "–" + day_words(end);
}

bool holds(std::string_view text, std::string_view part) {
  return !part.empty() && text.find(part) != std::string_view::npos;
}

// "TEN PEASANTS" holds "peasants".
bool holds_in_any_case(std::string_view text, std::string_view part) { return holds(to_lower(text), to_lower(part)); }

// "Ministry of Defence of Russia" takes an article in running words, "Hezbollah" and "NATO" do not.
std::string with_article(const std::string& body) {
  if (body.rfind("the ", 0) == 0 || body.rfind("The ", 0) == 0) return body;
  return holds(body, " of ") ? "the " + body : body;
}

std::string relation_words(PlaceRelation relation) {
  switch (relation) {
    case PlaceRelation::in:
      return "";
    case PlaceRelation::near:
      return "near ";
    case PlaceRelation::from_direction:
      return "from the direction of ";
    case PlaceRelation::part_of:
      return "part of ";
    case PlaceRelation::toward:
      return "towards ";
    case PlaceRelation::around:
      return "around ";
  }
  return "";
}

}  // namespace

std::string day_words(Day day) {
  const std::chrono::year_month_day date{day};
  return day_number(date) + " " + month_words(date) + " " + year_words(date);
}

std::string weekday_words(Day day) {
  return std::string(weekdays[std::chrono::weekday{day}.c_encoding()]) + " " + day_words(day);
}

std::string entry_words(const Entry& entry) {
  std::string words = day_words(entry.day);
  if (entry.clock) words += ", " + iso_time(*entry.clock);
  if (entry.clock && entry.clock->ahead) words += " (" + iso_zone(*entry.clock->ahead) + ")";
  if (!entry.title.value.empty()) words += " · " + entry.title.value;
  return words;
}

std::string interval_words(const When& when) {
  if (when.begin && when.end) return range_words(*when.begin, *when.end);
  if (when.begin) return "since " + day_words(*when.begin);
  if (when.end) return "until " + day_words(*when.end);
  return "";
}

std::string when_words(const When& when) {
  std::string words = interval_words(when);
  if (!when.part.empty() && !holds(when.text, when.part)) words += (words.empty() ? "" : ", ") + when.part;
  if (when.text.empty()) return words;
  if (words.empty()) return "“" + when.text + "”";
  return words + " (“" + when.text + "”)";
}

std::string bounds_words(const Count& count) {
  if (count.low && count.high && *count.low == *count.high) return "";
  std::string words;
  if (count.best) words = "about " + std::to_string(*count.best);
  std::string range;
  if (count.low && count.high) range = std::to_string(*count.low) + " to " + std::to_string(*count.high);
  if (count.low && !count.high) range = "at least " + std::to_string(*count.low);
  if (!count.low && count.high) range = "at most " + std::to_string(*count.high);
  if (range.empty()) return words;
  return words.empty() ? range : words + ", " + range;
}

std::string count_words(const Count& count) {
  std::string words = count.text;
  if (!count.of.empty() && !holds_in_any_case(count.text, count.of)) words += " " + count.of;
  const std::string bounds = bounds_words(count);
  if (!bounds.empty()) words += " (" + bounds + ")";
  if (!count.effect.empty() && !holds_in_any_case(count.text, count.effect)) words += " " + count.effect;
  if (count.cumulative) words += ", in all so far";
  return words;
}

std::string country_words(std::string_view alpha3) {
  if (alpha3.size() != 3) return std::string(alpha3);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Region* region = icu::Region::getInstance(std::string(alpha3).c_str(), status);
  if (U_FAILURE(status) != 0 || region == nullptr) return std::string(alpha3);
  icu::UnicodeString name;
  icu::Locale("", region->getRegionCode()).getDisplayCountry(icu::Locale::getEnglish(), name);
  std::string words;
  name.toUTF8String(words);
  return words.empty() ? std::string(alpha3) : words;
}

std::string place_words(const Place& place) {
  const std::string& shown = place.text.empty() ? place.name : place.text;
  std::string words = relation_words(place.relation);
  if (holds(shown, words)) words.clear();
  words += shown;
  if (place.name.empty() && !place.lat) return words + " (not found on the map)";
  std::string inside;
  const auto also = [&](const std::string& part) {
    if (part.empty() || part == shown || holds(inside, part)) return;
    inside += (inside.empty() ? "" : ", ") + part;
  };
  if (!holds(shown, place.name)) also(place.name);
  also(place.admin1);
  const std::string country = country_words(place.country);
  if (!holds(shown, country)) also(country);
  return inside.empty() ? words : words + " (" + inside + ")";
}

std::string participant_words(const Participant& participant) {
  const std::string said = participant.words ? participant.words->text : "";
  const bool named = !participant.name.empty() && !holds(said, participant.name);
  std::string words = named ? participant.name : said;
  std::string inside;
  if (named && !said.empty()) inside = "“" + said + "”";
  const std::string country = country_words(participant.country);
  if (!country.empty() && !holds(words, country)) inside += (inside.empty() ? "" : ", ") + country;
  if (!participant.words) inside += (inside.empty() ? "" : "; ") + std::string("understood");
  return inside.empty() ? words : words + " (" + inside + ")";
}

std::string speaker_words(const Attribution& attribution) {
  const Source& source = attribution.source;
  if (attribution.quote == Quote::own)
    return (source.name.empty() ? "The reporter" : source.name) + ", in its own words";
  if (source.name.empty() && source.text.empty()) return "Nobody named";
  std::string words = source.name.empty() ? source.text : source.name;
  if (!source.of.empty() && !holds(words, source.of)) words += ", for " + with_article(source.of);
  std::string inside;
  if (!source.text.empty() && !source.name.empty() && !holds(source.text, source.name) &&
      !holds(source.name, source.text)) {
    inside = "“" + source.text + "”";
  }
  const std::string country = country_words(source.country);
  if (!country.empty() && !holds(words, country)) inside += (inside.empty() ? "" : ", ") + country;
  return inside.empty() ? words : words + " (" + inside + ")";
}

std::string via_words(const Attribution& attribution) {
  std::string words;
  for (const ChainLink& link : attribution.chain) {
    if (link.name.empty() || link.name == attribution.source.name) continue;
    words += (words.empty() ? "" : ", ") + link.name;
  }
  return words;
}

std::string act_words(Act act) {
  switch (act) {
    case Act::assert_:
      return "says";
    case Act::deny:
      return "denies";
    case Act::accuse:
      return "accuses";
    case Act::admit:
      return "admits";
    case Act::claim_responsibility:
      return "claims responsibility";
    case Act::threaten:
      return "threatens";
    case Act::warn:
      return "warns";
    case Act::promise:
      return "promises";
    case Act::call:
      return "calls for it";
    case Act::order:
      return "orders";
    case Act::reject:
      return "rejects";
    case Act::decline:
      return "declines to say";
    case Act::name:
      return "names";
    case Act::predict:
      return "predicts";
    case Act::believe:
      return "believes";
    case Act::want:
      return "wants";
    case Act::intend:
      return "intends";
    case Act::decide:
      return "decides";
    case Act::show:
      return "shows";
  }
  return "says";
}

std::string quote_words(Quote quote) {
  switch (quote) {
    case Quote::direct:
      return "in quoted words";
    case Quote::indirect:
      return "in reported speech";
    case Quote::mixed:
      return "partly in quoted words";
    case Quote::headline:
      return "in the headline";
    case Quote::own:
      return "in the report itself";
  }
  return "";
}

std::string event_words(const Event& event) { return event.mode.empty() ? event.type : event.type + " " + event.mode; }

}  // namespace sayso::publish
