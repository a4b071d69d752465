// The world's places by name: towns, regions, countries, and the seas and fronts that dispatches speak of.
//
//     auto gazetteer = Gazetteer::load("data/gazetteer");
//     gazetteer->find("Izium")  ->  {{name "Izyum", country "UKR", admin1 "Kharkiv", 49.207 N 37.277 E, 53,778 people},
//     exact false}
//
// Loading maps an index that the build made of the tables (gazetteer_index.h): 3 ms and 17 MB, most of
// it the file's own pages, which processes share. Where there is none, or one of other tables, it is made in memory:
// about 0.15 s and 38 MB, and the same answers. A found place is parsed from its line when asked for. Views in
// GazetteerPlace live as long as the gazetteer they came from.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/gazetteer_index.h"
#include "sayso/mention.h"
#include "sayso/result.h"

namespace sayso {

// What a row is. Order says nothing.
enum class PlaceFeature : std::uint8_t {
  town,
  capital,
  seat,
  district_seat,
  quarter,
  admin1,
  district,
  country,
  region
};

struct GazetteerPlace {
  std::uint32_t row = 0;  // the same for the same place within one loaded gazetteer
  std::string_view name{};
  std::string_view country{};      // ISO 3166-1 alpha-3; empty: several or none
  std::string_view admin1{};       // name of the first-level region; empty: unknown or none
  std::string_view admin1_code{};  // GeoNames' code within the country
  double lat = 0;                  // degrees, WGS 84
  double lon = 0;
  std::optional<std::uint32_t> geonames{};
  std::uint64_t population = 0;  // 0: unknown
  PlaceFeature feature = PlaceFeature::town;
  PlacePrecision precision = PlacePrecision::point;
};

struct GazetteerMatch {
  GazetteerPlace place{};
  bool exact = false;  // equal as plain names; otherwise only the folding keys are equal
  bool alias = false;  // exact, but by another name than the place's own
};

// The name of a table a place came from: "places.tsv", "regions.tsv" …
std::string_view table_of(PlaceFeature feature);

class Gazetteer {
 public:
  // Reads places.tsv, admin1.tsv, districts.tsv, countries.tsv, regions.tsv and abbreviations.tsv of a folder.
  // Errors: unreadable; bad_rule with "file:line".
  static Result<Gazetteer> load(const std::filesystem::path& folder);
  // The same with an index at hand; of the folder only abbreviations.tsv is read.
  static Result<Gazetteer> of(GazetteerIndex index, const std::filesystem::path& folder);

  // Every place of that name, exact ones first, otherwise in table order. A leading "the" does not count.
  std::vector<GazetteerMatch> find(std::string_view name) const;

  std::optional<GazetteerPlace> country(std::string_view iso3) const;
  std::optional<GazetteerPlace> admin1(std::string_view iso3, std::string_view code) const;

  std::string_view country_of_people(std::string_view word) const;         // "Ukrainian" -> "UKR"; empty if nobody's
  std::optional<GazetteerPlace> abbreviated(std::string_view text) const;  // "La." -> Louisiana

  std::size_t size() const { return index_.rows(); }
  bool mapped() const { return index_.mapped(); }

 private:
  explicit Gazetteer(GazetteerIndex index) : index_(std::move(index)) {}
  Result<Done> add_abbreviations(const std::filesystem::path& path);
  GazetteerPlace place_at(std::uint32_t line) const;
  void compare(GazetteerMatch& match, std::string_view plain) const;

  GazetteerIndex index_;
  std::unordered_map<std::string, std::uint32_t> country_lines_{};  // by ISO 3166-1 alpha-2 and alpha-3
  std::unordered_map<std::string, std::uint32_t> admin1_lines_{};   // "UA.07"
  std::unordered_map<std::string, std::string> peoples_{};
  std::unordered_map<std::string, std::uint32_t> abbreviations_{};
};

}  // namespace sayso
