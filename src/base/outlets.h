// Who publishes under which address. A table of hosts and names; it is filled by lexicon/outlets.h from
// data/lexicons/outlets.tsv.
//
//     outlets.by_host("edition.cnn.com")->name == "CNN"      the longest known ending of the host
//     outlets.by_name("afp")->country == "FRA"               names are compared folded
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sayso {

enum class OutletKind : std::uint8_t { agency, outlet, official };

struct Outlet {
  std::string host{};     // "themoscowtimes.com", lower case, without "www."; several rows may share a name
  std::string name{};     // "The Moscow Times"
  std::string country{};  // ISO 3166 alpha-3 of its seat, "INT" for bodies of several countries
  OutletKind kind = OutletKind::outlet;
};

class Outlets {
 public:
  Outlets() = default;
  explicit Outlets(std::vector<Outlet> rows);

  const Outlet* by_host(std::string_view host) const;  // null if unknown; lives as long as the table
  const Outlet* by_name(std::string_view name) const;  // null if unknown; "The" in front does not count
  const std::vector<Outlet>& rows() const { return rows_; }

 private:
  std::vector<Outlet> rows_{};
  std::unordered_map<std::string, std::size_t> by_host_{};
  std::unordered_map<std::string, std::size_t> by_name_{};
};

}  // namespace sayso
