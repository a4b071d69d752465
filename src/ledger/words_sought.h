// What a person types into a search box -> a query of SQLite's full-text index (FTS5).
//
//     power station          ->  "power" "station"            both words, anywhere
//     Izyum, 12 Sept.        ->  "Izyum," "12" "Sept."        punctuation does no harm
//     "power station"        ->  as it is: one phrase
//     Izyum OR Lyman         ->  as it is: FTS5's AND, OR, NOT, NEAR(…)
//     bridg*                 ->  as it is: a prefix
//     title: bridge          ->  as it is: one column (content, sentence, title, source)
//
// Source: https://sqlite.org/fts5.html#full_text_query_syntax
#pragma once

#include <string>
#include <string_view>

namespace sayso::ledger {

// Empty if there is nothing to look for: no letter and no digit.
std::string words_sought(std::string_view typed);

}  // namespace sayso::ledger
