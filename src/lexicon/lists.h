// Named word lists that rules test with `lemma:@name` and take values from.
//
//     data/lexicons/lists/say.tsv      # columns: lemma value
//         say<TAB>assert
//         rule out<TAB>reject
//
//     lists.find("say")->value_of("rule out") == "reject"
//
// A lemma may be a verb with its particle ("rule out"); rules see such verbs under that lemma only.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_set.h"
#include "sayso/result.h"

namespace sayso {

class WordList {
 public:
  explicit WordList(std::map<std::string, std::string, std::less<>> values);

  bool contains(std::string_view lemma) const { return words_.contains(lemma); }
  // The second column; empty if the cell is empty, nothing if the lemma is not in the list.
  std::optional<std::string_view> value_of(std::string_view lemma) const;
  const std::map<std::string, std::string, std::less<>>& entries() const { return values_; }

 private:
  std::map<std::string, std::string, std::less<>> values_;
  WordSet words_;  // the lemmas again: most that are asked for are in no list
};

class WordLists {
 public:
  // Every *.tsv of the folder; a list's name is its file's stem. Errors: unreadable; bad_rule with file:line for a
  // lemma that stands twice in a list, is empty or not in lower case, and for a list without lemmas.
  static Result<WordLists> load(const std::filesystem::path& folder);

  void add(std::string name, WordList list) { lists_.insert_or_assign(std::move(name), std::move(list)); }
  const WordList* find(std::string_view name) const;                   // null if there is none
  bool contains(std::string_view name, std::string_view lemma) const;  // false if there is no such list

 private:
  WordMap<WordList> lists_;
};

}  // namespace sayso
