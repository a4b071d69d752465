// Which place of that name: chooses for all the names of one dispatch together.
//
//     "Alexandria" alone                                -> Alexandria, Egypt (5 million people)
//     "Alexandria, La." … later "Alexandria" alone      -> Alexandria, Louisiana, both
//     "Kharkiv"  town 1.4 million                       "Kharkiv" wanted as a region -> the region whose seat it is
//
// A choice weighs: how known a place is (population, capital), the countries and regions the other names and peoples of
// the dispatch speak for, how near the other places lie, and the region that follows the name. Where two far places
// weigh the same, or a small one stands alone, there is no answer.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lexicon/gazetteer.h"

namespace sayso {

enum class PlaceWanted : std::uint8_t { any, town, district, region };

struct PlaceQuery {
  std::string name{};
  PlaceWanted wanted = PlaceWanted::any;
  bool exact_only = false;                // little but a capital letter says that this is a place
  std::optional<std::uint32_t> within{};  // index of the query that contains this one: "Izium in Kharkiv region"
  bool firmly = false;                    // … by a comma: "Alexandria, Louisiana"
  std::string abbreviation{};             // "La."
};

// People named in the dispatch and how often: {"UKR", 4} for "Ukrainian" four times.
struct PeopleCount {
  std::string country{};
  std::uint32_t count = 0;
};

struct PlaceChoice {
  GazetteerPlace place{};
  bool exact = false;
  bool by_seat = false;  // the region was found by the town it is ruled from
};

// One answer a query, in order. Views live as long as the gazetteer.
std::vector<std::optional<PlaceChoice>> choose_places(const Gazetteer& gazetteer, std::span<const PlaceQuery> queries,
                                                      std::span<const PeopleCount> peoples);

// Kilometres on a sphere of 6371 km.
double distance_km(double lat1, double lon1, double lat2, double lon2);

}  // namespace sayso
