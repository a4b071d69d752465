// Loads and asks the gazetteer. In: "Kupiansk"; out: Kupyansk (UKR, Kharkiv), by the folding key.
// Leaves out on purpose: choosing among places of one name (mention/place_choice.cc) and finding names in text.
// Data: data/gazetteer/*.tsv, described in its README.
#include "lexicon/gazetteer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

#include "base/file.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "lexicon/place_key.h"

namespace sayso {
namespace {

constexpr std::string_view place_columns = "geonames name aliases lat lon country admin1 population feature";
constexpr std::string_view country_columns = "geonames name aliases lat lon iso2 iso3 population peoples";
constexpr std::string_view region_columns = "geonames name aliases lat lon country precision";
constexpr std::size_t most_cells = 9;

std::size_t cut(std::string_view line, std::array<std::string_view, most_cells>& cells) {
  std::size_t n = 0;
  for (std::size_t from = 0;;) {
    const std::size_t tab = line.find('\t', from);
    if (n == most_cells) return n + 1;
    cells[n++] = line.substr(from, tab == std::string_view::npos ? tab : tab - from);
    if (tab == std::string_view::npos) return n;
    from = tab + 1;
  }
}

template <typename Number>
bool number(std::string_view cell, Number& value) {
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc{} && end == cell.data() + cell.size();
}

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
  Gazetteer g;
  g.text_.reserve(12U << 20U);
  g.entries_.reserve(330'000);
  // Regions before countries before towns: `find` keeps this order, which only matters where nothing else decides.
  if (auto done = g.add_table(folder / "regions.tsv", Layout::regions, region_columns); !done) return done.error();
  if (auto done = g.add_table(folder / "countries.tsv", Layout::countries, country_columns); !done) return done.error();
  for (const char* file : {"admin1.tsv", "places.tsv", "districts.tsv"})
    if (auto done = g.add_table(folder / file, Layout::places, place_columns); !done) return done.error();
  g.build_chains();
  if (auto done = g.add_abbreviations(folder / "abbreviations.tsv"); !done) return done.error();
  return g;
}

Result<Done> Gazetteer::add_table(const std::filesystem::path& path, Layout layout, std::string_view columns) {
  auto bytes = read_file(path, 256U << 20U);
  if (!bytes) return bytes.error();
  const auto fault = [&](std::size_t line, std::string message) {
    return Error{.code = ErrorCode::bad_rule,
                 .where = path.string() + ":" + std::to_string(line),
                 .message = std::move(message)};
  };
  if (const auto bad = first_invalid(*bytes))
    return fault(1 + static_cast<std::size_t>(
                         std::count(bytes->begin(), bytes->begin() + static_cast<std::ptrdiff_t>(*bad), '\n')),
                 "not UTF-8");
  if (text_.size() + bytes->size() > 0x7FFFFFFFU) return fault(1, "the tables are larger than 2 GiB");
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += *bytes;
  if (text_.empty() || text_.back() != '\n') text_ += '\n';
  tables_.push_back({.begin = begin, .end = static_cast<std::uint32_t>(text_.size()), .layout = layout});

  const std::size_t wanted = layout == Layout::regions ? 7 : 9;
  bool header = false;
  std::size_t number_of_line = 0;
  std::array<std::string_view, most_cells> cells{};
  for (std::size_t at = begin; at < text_.size();) {
    const std::size_t end = text_.find('\n', at);
    const auto start = static_cast<std::uint32_t>(at);
    const std::string_view line = std::string_view(text_).substr(at, end - at);
    at = end + 1;
    ++number_of_line;
    if (line.empty()) continue;
    if (line.front() == '#') {
      constexpr std::string_view mark = "# columns: ";
      if (line.starts_with(mark)) header = line.substr(mark.size()) == columns;
      continue;
    }
    if (!header) return fault(number_of_line, "expected the header \"# columns: " + std::string(columns) + "\"");
    if (cut(line, cells) != wanted) return fault(number_of_line, "expected " + std::to_string(wanted) + " cells");
    double degrees = 0;
    if (!number(cells[3], degrees) || degrees < -90 || degrees > 90)
      return fault(number_of_line, "latitude is not in -90 … 90");
    if (!number(cells[4], degrees) || degrees < -180 || degrees > 180)
      return fault(number_of_line, "longitude is not in -180 … 180");
    ++rows_;
    add_name(cells[1], start);
    if (!cells[2].empty())
      for (std::size_t from = 0;;) {
        const std::size_t bar = cells[2].find('|', from);
        add_name(cells[2].substr(from, bar == std::string_view::npos ? bar : bar - from), start);
        if (bar == std::string_view::npos) break;
        from = bar + 1;
      }
    if (layout == Layout::countries) {
      country_lines_.emplace(cells[5], start);
      country_lines_.emplace(cells[6], start);
      for (const std::string_view people : split(cells[8], '|'))
        if (!people.empty()) peoples_.emplace(people, cells[6]);
    } else if (layout == Layout::places && cells[8] == "ADM1") {
      admin1_lines_.emplace(std::string(cells[5]) + "." + std::string(cells[6]), start);
    }
  }
  if (!header) return fault(1, "expected the header \"# columns: " + std::string(columns) + "\"");
  return Done{};
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

void Gazetteer::add_name(std::string_view name, std::uint32_t line) {
  if (const std::uint64_t hash = folded_hash(name)) entries_.push_back({.hash = hash, .line = line, .next = 0});
}

// Chains run from the last entry to the first, so building back to front keeps table order within a chain.
void Gazetteer::build_chains() {
  heads_.assign(std::bit_ceil(entries_.size() + 1), 0);
  for (std::size_t i = entries_.size(); i-- > 0;) {
    std::uint32_t& head = heads_[entries_[i].hash & (heads_.size() - 1)];
    entries_[i].next = head;
    head = static_cast<std::uint32_t>(i + 1);
  }
}

std::string_view Gazetteer::line_at(std::uint32_t line) const {
  return std::string_view(text_).substr(line, text_.find('\n', line) - line);
}

Gazetteer::Layout Gazetteer::layout_of(std::uint32_t line) const {
  for (const Table& t : tables_)
    if (line < t.end) return t.layout;
  return Layout::places;
}

GazetteerPlace Gazetteer::place_at(std::uint32_t line) const {
  std::array<std::string_view, most_cells> cells{};
  cut(line_at(line), cells);
  GazetteerPlace p;
  p.row = line;
  p.name = cells[1];
  std::uint32_t id = 0;
  if (number(cells[0], id)) p.geonames = id;
  number(cells[3], p.lat);
  number(cells[4], p.lon);
  switch (layout_of(line)) {
    case Layout::regions:
      p.country = cells[5];
      p.feature = PlaceFeature::region;
      p.precision = precision_of(cells[6]);
      break;
    case Layout::countries:
      p.country = cells[6];
      number(cells[7], p.population);
      p.feature = PlaceFeature::country;
      p.precision = PlacePrecision::country;
      break;
    case Layout::places: {
      if (const auto found = country_lines_.find(std::string(cells[5])); found != country_lines_.end()) {
        std::array<std::string_view, most_cells> of{};
        cut(line_at(found->second), of);
        p.country = of[6];
      }
      p.admin1_code = cells[6];
      if (const auto found = admin1_lines_.find(std::string(cells[5]) + "." + std::string(cells[6]));
          found != admin1_lines_.end()) {
        std::array<std::string_view, most_cells> of{};
        cut(line_at(found->second), of);
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
  std::array<std::string_view, most_cells> cells{};
  cut(line_at(match.place.row), cells);
  match.exact = plain_name(cells[1]) == plain;
  if (match.exact) return;
  for (const std::string_view other : split(cells[2], '|'))
    if (!other.empty() && plain_name(other) == plain) match.exact = match.alias = true;
}

std::vector<GazetteerMatch> Gazetteer::find(std::string_view name) const {
  std::vector<GazetteerMatch> found;
  const std::uint64_t hash = folded_hash(name);
  if (hash == 0 || heads_.empty()) return found;
  std::string plain = plain_name(name);
  if (plain.starts_with("the ")) plain.erase(0, 4);
  for (std::uint32_t i = heads_[hash & (heads_.size() - 1)]; i != 0; i = entries_[i - 1].next) {
    const Entry& e = entries_[i - 1];
    // The names of a row follow one another, so a row found twice is found twice in a row.
    if (e.hash != hash || (!found.empty() && found.back().place.row == e.line)) continue;
    found.push_back({.place = place_at(e.line)});
    compare(found.back(), plain);
  }
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
  std::array<std::string_view, most_cells> cells{};
  cut(line_at(country->second), cells);
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
