// What a dispatch mentions: actors, places, dates, time expressions, counts, each with its bytes, its head word (but
// for time expressions) and what it resolves to.
//
//     "up to 250 soldiers near Kupiansk over the weekend"
//      count  [up to 250 soldiers]  head "soldiers"  high 250
//      place  [Kupiansk]            head "Kupiansk"  relation near -> GeoNames 703656
//      date   [over the weekend]    head "weekend"   2022-09-10 … 2022-09-11
//
// One vector a kind: each kind resolves to another value. Within a vector mentions rise by span.begin.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/entity.h"
#include "sayso/language.h"
#include "sayso/span.h"
#include "sayso/time.h"

namespace sayso {

// A noun phrase that can speak, act or be acted on. Pronouns and short names carry the entity they resolve to.
struct ActorMention {
  Span span{};  // the whole phrase without what follows it ("Defense Ministry spokesman Igor Konashenkov")
  TokenId head{};
  EntityId entity = no_entity;
  EntityKind kind = EntityKind::unnamed;
  std::uint32_t number = 1;  // "four officials" 4; an unknown plural 0
  bool pronoun = false;
  std::vector<EntityId> other_candidates{};  // when a pronoun could be another's; best first, `entity` not repeated
  std::string rule{};

  bool operator==(const ActorMention&) const = default;
};

// How the words place an event against a named place. Written by name.
enum class PlaceRelation : std::uint8_t { in, near, from_direction, part_of, toward, around };
enum class PlacePrecision : std::uint8_t { point, near, district, region, country, area };

std::string_view name_of(PlaceRelation relation);
std::string_view name_of(PlacePrecision precision);
std::optional<PlaceRelation> place_relation_named(std::string_view name);
std::optional<PlacePrecision> place_precision_named(std::string_view name);

// A place by the gazetteer. `name` is the gazetteer's, `text` the dispatch's.
struct Place {
  std::string text{};  // "Kupiansk"; "northeastern Ukraine"
  Span span{};
  PlaceRelation relation = PlaceRelation::in;
  std::string name{};           // empty: no answer (kept, never guessed)
  std::string country{};        // ISO 3166-1 alpha-3
  std::string admin1{};         // first-level region's name
  std::optional<double> lat{};  // degrees, WGS 84
  std::optional<double> lon{};
  std::optional<std::uint32_t> geonames{};
  PlacePrecision precision = PlacePrecision::point;
  std::string rule{};

  bool operator==(const Place&) const = default;
};

struct PlaceMention {
  Place place{};
  TokenId head{};

  bool operator==(const PlaceMention&) const = default;
};

struct DateMention {
  When when{};  // span and text are always set
  TokenId head{};

  bool operator==(const DateMention&) const = default;
};

// Written by name. date: a day or a longer piece of the calendar; time: a part of a day; set: what comes again.
enum class TimeKind : std::uint8_t { date, time, duration, set };

std::string_view name_of(TimeKind kind);  // "DATE", "TIME" …

// Any words that tell a time, as TIMEX3 (ISO-TimeML) has them; finer than the dates of events, and not used for them.
//
//     published Thursday 1998-03-12
//     "last week"          DATE      1998-W10          "about three years"  DURATION  P3Y
//     "Friday evening"     TIME      1998-03-06TEV     "every Monday"       SET       XXXX-WXX-1
//     "the third quarter"  DATE      1997-Q3           "now"                DATE      PRESENT_REF
struct TimeExpression {
  Span span{};
  std::string text{};
  TimeKind kind = TimeKind::date;
  std::string value{};  // X for what is not known ("XXXX-WXX-5"); empty: no such day, nothing can be told
  std::string rule{};

  bool operator==(const TimeExpression&) const = default;
};

// A number of things with its bounds: "more than 20" low 21; "up to 250" high 250; "about 40" best 40; "17" all
// three 17. "dozens" has low 24 and nothing else; an unset bound was not said. Bounds are never negative.
struct Count {
  std::string text{};  // "up to 250 soldiers"
  Span span{};
  std::string of{};      // what is counted, lemma of the head with its modifiers: "soldiers" -> "soldiers" as printed
  std::string effect{};  // "killed", "wounded", "lost" …: set by events, empty in mentions
  std::optional<std::int64_t> low{};
  std::optional<std::int64_t> best{};
  std::optional<std::int64_t> high{};
  bool cumulative = false;  // "since the start of the war"
  std::string rule{};

  bool operator==(const Count&) const = default;
};

struct CountMention {
  Count count{};
  TokenId head{};    // the counted noun; the number itself where no noun stands ("killed 17")
  TokenId number{};  // the (last) number word

  bool operator==(const CountMention&) const = default;
};

struct Mentions {
  std::vector<Entity> entities{};
  std::vector<ActorMention> actors{};
  std::vector<PlaceMention> places{};
  std::vector<DateMention> dates{};
  std::vector<TimeExpression> times{};  // what `dates` does not hold too: durations, sets, "now"
  std::vector<CountMention> counts{};

  bool operator==(const Mentions&) const = default;
};

}  // namespace sayso
