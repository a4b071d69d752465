// Looks a country up by code, name, other names, demonyms, people and capital in data/lexicons/countries.tsv.
//
//     "Ukrainians"  ->  "UKR"      a final s of a demonym is taken off
#include "cli/sides.h"

#include <vector>

#include "base/tsv.h"
#include "base/utf8.h"
#include "cli/suggest.h"

namespace sayso::cli {

Result<std::string> side_named(std::string_view typed, const std::filesystem::path& data) {
  auto rows = read_tsv(data / "lexicons" / "countries.tsv",
                       {"alpha3", "alpha2", "name", "article", "others", "demonyms", "people", "capital"});
  if (!rows) return rows.error();
  const std::string wanted = fold(typed);
  std::vector<std::string> names;
  for (const TsvRow& row : *rows) {
    for (const std::size_t column : {0U, 1U, 2U, 4U, 5U, 6U, 7U}) {
      for (const std::string_view name : split(row.cells[column], '|')) {
        const std::string folded = fold(name);
        if (folded.empty() || folded == "-" || folded == "~") continue;
        if (folded == wanted || (column == 5U && folded + "s" == wanted)) return row.cells[0];
        names.push_back(folded);
      }
    }
  }
  return Error{ErrorCode::wrong_use, "--side",
               "`" + std::string(typed) + "` is no country or people known here" + did_you_mean(wanted, names)};
}

}  // namespace sayso::cli
