// Reads and checks the table of outlets: "tass.com<TAB>TASS<TAB>RUS<TAB>agency" is one row.
// Reads data/lexicons/outlets.tsv.
#include "lexicon/outlets.h"

#include <set>

#include "base/names.h"
#include "base/tsv.h"

namespace sayso {
namespace {

constexpr NameTable<OutletKind, 3> kinds{{"agency", "outlet", "official"}};

bool is_country(std::string_view code) {
  if (code.size() != 3) return false;
  for (const char c : code)
    if (c < 'A' || c > 'Z') return false;
  return true;
}

}  // namespace

Result<Outlets> read_outlets(const std::filesystem::path& path) {
  const Result<std::vector<TsvRow>> rows = read_tsv(path, {"host", "name", "country", "kind"});
  if (!rows) return rows.error();
  std::vector<Outlet> outlets;
  std::set<std::string> hosts;
  for (const TsvRow& row : *rows) {
    const auto fault = [&](const std::string& message) {
      return Error{ErrorCode::bad_rule, path.string() + ":" + std::to_string(row.line), message};
    };
    const std::string& host = row.cells[0];
    if (host.empty() || row.cells[1].empty()) return fault("a row needs a host and a name");
    if (!hosts.insert(host).second) return fault("the host " + host + " stands twice");
    if (host.starts_with("www.") || host.find('.') == std::string::npos)
      return fault("\"" + host + "\" is no bare host");
    if (!is_country(row.cells[2])) return fault("\"" + row.cells[2] + "\" is no country code of three capitals");
    const std::optional<OutletKind> kind = kinds.find(row.cells[3]);
    if (!kind) return fault("\"" + row.cells[3] + "\" is none of agency, outlet, official");
    outlets.push_back({.host = host, .name = row.cells[1], .country = row.cells[2], .kind = *kind});
  }
  return Outlets(std::move(outlets));
}

}  // namespace sayso
