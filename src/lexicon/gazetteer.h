// The world's places by name: towns, regions, countries, and the seas and fronts that dispatches speak of.
//
//     auto gazetteer = Gazetteer::load("data/gazetteer");
//     gazetteer->find("Izium")  ->  {{name "Izyum", country "UKR", admin1 "Kharkiv", 49.207 N 37.277 E, 53,778 people},
//     exact false}
//
// Loading reads five tables (10 MB) and hashes every name once: about 0.1 s and 30 MB. A found place is parsed from its
// line when asked for. Views in GazetteerPlace live as long as the gazetteer they came from.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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

  // Every place of that name, exact ones first, otherwise in table order. A leading "the" does not count.
  std::vector<GazetteerMatch> find(std::string_view name) const;

  std::optional<GazetteerPlace> country(std::string_view iso3) const;
  std::optional<GazetteerPlace> admin1(std::string_view iso3, std::string_view code) const;

  std::string_view country_of_people(std::string_view word) const;         // "Ukrainian" -> "UKR"; empty if nobody's
  std::optional<GazetteerPlace> abbreviated(std::string_view text) const;  // "La." -> Louisiana

  std::size_t size() const { return rows_; }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t line = 0;
    std::uint32_t next = 0;  // index into entries_ plus one
  };
  enum class Layout : std::uint8_t { places, countries, regions };
  struct Table {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Layout layout = Layout::places;
  };

  Result<Done> add_table(const std::filesystem::path& path, Layout layout, std::string_view columns);
  Result<Done> add_abbreviations(const std::filesystem::path& path);
  void add_name(std::string_view name, std::uint32_t line);
  void build_chains();
  GazetteerPlace place_at(std::uint32_t line) const;
  void compare(GazetteerMatch& match, std::string_view plain) const;
  std::string_view line_at(std::uint32_t line) const;
  Layout layout_of(std::uint32_t line) const;

  std::string text_{};  // the tables one after the other
  std::vector<Table> tables_{};
  std::vector<Entry> entries_{};
  std::vector<std::uint32_t> heads_{};                              // size a power of two
  std::unordered_map<std::string, std::uint32_t> country_lines_{};  // by ISO 3166-1 alpha-2 and alpha-3
  std::unordered_map<std::string, std::uint32_t> admin1_lines_{};   // "UA.07"
  std::unordered_map<std::string, std::string> peoples_{};
  std::unordered_map<std::string, std::uint32_t> abbreviations_{};
  std::size_t rows_ = 0;
};

}  // namespace sayso
