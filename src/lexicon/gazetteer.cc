// Loads and asks the gazetteer. In: "Kupiansk"; out: Kupyansk (UKR, Kharkiv), by the folding key.
// Leaves out on purpose: choosing among places of one name (mention/place_choice.cc), finding names in text, and how
// names lead to lines (gazetteer_index.cc).
// Data: data/gazetteer/*.tsv, described in its README.
#include "lexicon/gazetteer.h"

#include <algorithm>
#include <utility>

#include "base/tsv.h"
#include "lexicon/gazetteer_cells.h"
#include "lexicon/place_key.h"

namespace sayso {
namespace {

PlaceFeature feature_of(std::string_view code) {
  if (code == "PPLC") return PlaceFeature::capital;
  if (code == "PPLA") return PlaceFeature::seat;
  if (code == "PPLA2") return PlaceFeature::district_seat;
  if (code == "PPLX") return PlaceFeature::quarter;
  if (code == "ADM1") return PlaceFeature::admin1;
  if (code == "ADM2") return PlaceFeature::district;
  return PlaceFeature::town;
}

PlacePrecision precision_of(std::string_view name) {
  for (const auto p :
       {PlacePrecision::point, PlacePrecision::district, PlacePrecision::region, PlacePrecision::country})
    if (name == name_of(p)) return p;
  return PlacePrecision::area;
}

}  // namespace

std::string_view table_of(PlaceFeature feature) {
  switch (feature) {
    case PlaceFeature::admin1:
      return "admin1.tsv";
    case PlaceFeature::district:
      return "districts.tsv";
    case PlaceFeature::country:
      return "countries.tsv";
    case PlaceFeature::region:
      return "regions.tsv";
    default:
      return "places.tsv";
  }
}

Result<Gazetteer> Gazetteer::load(const std::filesystem::path& folder) {
  auto index = GazetteerIndex::load(folder);
  if (!index) return index.error();
  return of(*std::move(index), folder);
}

Result<Gazetteer> Gazetteer::of(GazetteerIndex index, const std::filesystem::path& folder) {
  Gazetteer g(std::move(index));
  GazetteerCells cells{};
  for (const std::uint32_t line : g.index_.countries()) {
    cut(g.index_.line_at(line), cells);
    g.country_lines_.emplace(cells[5], line);
    g.country_lines_.emplace(cells[6], line);
    for (const std::string_view people : split(cells[8], '|'))
      if (!people.empty()) g.peoples_.emplace(people, cells[6]);
  }
  for (const std::uint32_t line : g.index_.regions()) {
    cut(g.index_.line_at(line), cells);
    g.admin1_lines_.emplace(std::string(cells[5]) + "." + std::string(cells[6]), line);
  }
  if (auto done = g.add_abbreviations(folder / "abbreviations.tsv"); !done) return done.error();
  return g;
}

Result<Done> Gazetteer::add_abbreviations(const std::filesystem::path& path) {
  auto rows = read_tsv(path, {"short", "name", "country"});
  if (!rows) return rows.error();
  for (const TsvRow& row : *rows) {
    bool found = false;
    for (const GazetteerMatch& m : find(row.cells[1]))
      if (m.exact && m.place.feature == PlaceFeature::admin1 && m.place.country == row.cells[2]) {
        abbreviations_.emplace(row.cells[0], m.place.row);
        found = true;
        break;
      }
    if (!found)
      return Error{.code = ErrorCode::bad_rule,
                   .where = path.string() + ":" + std::to_string(row.line),
                   .message = "no region \"" + row.cells[1] + "\" in " + row.cells[2]};
  }
  return Done{};
}

GazetteerPlace Gazetteer::place_at(std::uint32_t line) const {
  GazetteerCells cells{};
  cut(index_.line_at(line), cells);
  GazetteerPlace p;
  p.row = line;
  p.name = cells[1];
  std::uint32_t id = 0;
  if (number(cells[0], id)) p.geonames = id;
  number(cells[3], p.lat);
  number(cells[4], p.lon);
  switch (index_.layout_of(line)) {
    case GazetteerIndex::Layout::regions:
      p.country = cells[5];
      p.feature = PlaceFeature::region;
      p.precision = precision_of(cells[6]);
      break;
    case GazetteerIndex::Layout::countries:
      p.country = cells[6];
      number(cells[7], p.population);
      p.feature = PlaceFeature::country;
      p.precision = PlacePrecision::country;
      break;
    case GazetteerIndex::Layout::places: {
      if (const auto found = country_lines_.find(std::string(cells[5])); found != country_lines_.end()) {
        GazetteerCells of{};
        cut(index_.line_at(found->second), of);
        p.country = of[6];
      }
      p.admin1_code = cells[6];
      if (const auto found = admin1_lines_.find(std::string(cells[5]) + "." + std::string(cells[6]));
          found != admin1_lines_.end()) {
        GazetteerCells of{};
        cut(index_.line_at(found->second), of);
        p.admin1 = of[1];
      }
      number(cells[7], p.population);
      p.feature = feature_of(cells[8]);
      if (p.feature == PlaceFeature::admin1) p.precision = PlacePrecision::region;
      if (p.feature == PlaceFeature::district) p.precision = PlacePrecision::district;
      break;
    }
  }
  return p;
}

void Gazetteer::compare(GazetteerMatch& match, std::string_view plain) const {
  GazetteerCells cells{};
  cut(index_.line_at(match.place.row), cells);
  match.exact = plain_name(cells[1]) == plain;
  if (match.exact) return;
  for (const std::string_view other : split(cells[2], '|'))
    if (!other.empty() && plain_name(other) == plain) match.exact = match.alias = true;
}

std::vector<GazetteerMatch> Gazetteer::find(std::string_view name) const {
  std::vector<GazetteerMatch> found;
  const std::uint64_t hash = folded_hash(name);
  if (hash == 0) return found;
  std::string plain = plain_name(name);
  if (plain.starts_with("the ")) plain.erase(0, 4);
  index_.each(hash, [&](std::uint32_t line) {
    // The names of a row follow one another, so a row found twice is found twice in a row.
    if (!found.empty() && found.back().place.row == line) return;
    found.push_back({.place = place_at(line)});
    compare(found.back(), plain);
  });
  std::stable_partition(found.begin(), found.end(), [](const GazetteerMatch& m) { return m.exact; });
  return found;
}

std::optional<GazetteerPlace> Gazetteer::country(std::string_view iso3) const {
  const auto found = country_lines_.find(std::string(iso3));
  if (found == country_lines_.end()) return std::nullopt;
  return place_at(found->second);
}

std::optional<GazetteerPlace> Gazetteer::admin1(std::string_view iso3, std::string_view code) const {
  const auto country = country_lines_.find(std::string(iso3));
  if (country == country_lines_.end()) return std::nullopt;
  GazetteerCells cells{};
  cut(index_.line_at(country->second), cells);
  const auto found = admin1_lines_.find(std::string(cells[5]) + "." + std::string(code));
  if (found == admin1_lines_.end()) return std::nullopt;
  return place_at(found->second);
}

std::string_view Gazetteer::country_of_people(std::string_view word) const {
  const auto found = peoples_.find(std::string(word));
  return found == peoples_.end() ? std::string_view{} : std::string_view(found->second);
}

std::optional<GazetteerPlace> Gazetteer::abbreviated(std::string_view text) const {
  const auto found = abbreviations_.find(std::string(text));
  if (found == abbreviations_.end()) return std::nullopt;
  return place_at(found->second);
}

}  // namespace sayso
