// Whether two names are one: of outlets, as a gold identifier and a page write them, and of authors.
//
//     same_outlet("DerStandard", "https://www.derstandard.at/story/1", "DER STANDARD")   true
//     same_outlet("SZ", "https://www.sueddeutsche.de/x", "Süddeutsche Zeitung")          true
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::eval {

// The outlet's names are its identifier in the gold and the label of its host ("derstandard" of www.derstandard.at).
// Compared without case, accents (ü is u or ue), spaces, punctuation, a leading article and words that name the medium
// alone ("online", "news", "zeitung" …); Cyrillic and Greek letters are spelled in Latin ones; a host that we give
// stands for its label; capitals stand for the words they begin ("LATimes"); and a name may have more words beside the
// host's label ("Daily Mirror", "Kesh Times Publishing"). No other part of a name is the name.
bool same_outlet(std::string_view identifier, std::string_view url, std::string_view ours);

std::string fold_space(std::string_view text);  // white space as single spaces, none at the ends

struct NameMatch {
  std::size_t right = 0, beyond = 0, missing = 0;

  double precision() const;
  double recall() const;
  double f1() const;
  void add(const NameMatch& other);
};
// The same but for white space; a name twice counts once.
NameMatch compare_names(const std::vector<std::string>& gold, const std::vector<std::string>& ours);

}  // namespace sayso::eval
