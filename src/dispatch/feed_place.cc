// Reads coordinates: "36.9 31.2" is latitude and longitude, as GeoRSS has it; figures in a projection (srsName
// "EPSG:32636", metres of a UTM zone) are kept as printed, with its name.
// Leaves out on purpose: computing with projections; figures that are none are no place.
// Source: GeoRSS-Simple and GeoRSS-GML; OGC 05-047.
#include "dispatch/feed_place.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "base/ascii.h"
#include "base/tsv.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t most_points = 10'000;

std::optional<std::vector<double>> coordinates_in(std::string_view text) {
  std::vector<double> values;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == ',' || text[at] == '\n' || text[at] == '\t') {
      ++at;
      continue;
    }
    double value = 0;
    const std::string_view rest = text.substr(text[at] == '+' ? at + 1 : at);
    const auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (fault != std::errc() || values.size() > 3 * most_points) return std::nullopt;
    values.push_back(value);
    at = text.size() - static_cast<std::size_t>(text.data() + text.size() - end);
  }
  return values;
}

// The points of figures in groups of `size`; latitude first unless `as_printed`.
void fill(FeedPlace& place, std::string_view kind, const std::vector<double>& values, std::size_t size,
          bool as_printed) {
  if (size < 2 || values.size() < size || values.size() % size != 0 || !place.kind.empty()) return;
  for (std::size_t i = 0; i < values.size(); i += size) {
    std::vector<double> point(values.begin() + static_cast<std::ptrdiff_t>(i),
                              values.begin() + static_cast<std::ptrdiff_t>(i + size));
    if (!as_printed) std::swap(point[0], point[1]);
    place.points.push_back(std::move(point));
  }
  place.kind = kind;
}

// "EPSG:4326", "urn:ogc:def:crs:EPSG:6.6:4979": the codes from 4000 to 4999 are of latitudes and longitudes.
bool is_geographic(std::string_view system) {
  const std::string_view code = system.substr(std::min(system.find_last_of(":#/") + 1, system.size()));
  return (code.size() == 4 && code[0] == '4') || code == "CRS84";
}

}  // namespace

void read_feed_place(const XmlTree& tree, std::uint32_t node, std::string_view name, FeedPlace& place) {
  const std::string local = ascii_lowered(name.substr(name.find(':') + 1));
  const std::string_view kind = local == "point"                           ? "Point"
                                : local == "line" || local == "linestring" ? "LineString"
                                : local == "box"                           ? "Box"
                                                                           : "Polygon";
  std::size_t size = 2;
  bool as_printed = false;
  // An element may say in how many dimensions and in which projection it stands, at any level.
  for (std::uint32_t at = node; at < tree.nodes[node].end; ++at) {
    if (const XmlAttribute* const dimension = tree.attribute(at, "srsdimension");
        dimension != nullptr && dimension->value == "3")
      size = 3;
    if (const XmlAttribute* const system = tree.attribute(at, "srsname");
        system != nullptr && !is_geographic(system->value)) {
      as_printed = true;
      place.system = system->value;
    }
  }
  const auto values = coordinates_in(tree.text(node));
  if (!values) return;
  if (kind == "Point" && values->size() == 3) size = 3;
  if (kind == "Point" && values->size() != size) return;
  if (kind == "Box" && values->size() != 4) return;
  fill(place, kind, *values, size, as_printed);
}

}  // namespace sayso::dispatch
