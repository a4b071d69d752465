// Loads the word lists of a folder.
//
//     lists/say.tsv "say<TAB>assert" -> find("say")->value_of("say") == "assert"
//
// Left out on purpose: inflected forms. Lists hold lemmas; the language model brings words to them.
#include "lexicon/lists.h"

#include <algorithm>

#include "base/tsv.h"
#include "base/utf8.h"

namespace sayso {

WordList::WordList(std::map<std::string, std::string, std::less<>> values) : values_(std::move(values)) {
  for (const auto& [lemma, value] : values_) words_.insert(lemma);
}

std::optional<std::string_view> WordList::value_of(std::string_view lemma) const {
  if (!contains(lemma)) return std::nullopt;
  const auto found = values_.find(lemma);
  return found->second;
}

const WordList* WordLists::find(std::string_view name) const {
  const auto found = lists_.find(name);
  return found == lists_.end() ? nullptr : &found->second;
}

bool WordLists::contains(std::string_view name, std::string_view lemma) const {
  const WordList* list = find(name);
  return list != nullptr && list->contains(lemma);
}

Result<WordLists> WordLists::load(const std::filesystem::path& folder) {
  std::error_code failed;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  if (failed) return Error{ErrorCode::unreadable, folder.string(), failed.message()};
  std::sort(files.begin(), files.end());

  WordLists lists;
  for (const auto& file : files) {
    auto rows = read_tsv(file, {"lemma", "value"});
    if (!rows) return rows.error();
    if (rows->empty())
      return Error{ErrorCode::bad_rule, file.string() + ":1", "the list is empty: add lemmas or take the file away"};
    std::map<std::string, std::string, std::less<>> values;
    std::map<std::string, std::uint32_t, std::less<>> lines;
    for (TsvRow& row : *rows) {
      const auto fault = [&](std::string message) {
        return Error{ErrorCode::bad_rule, file.string() + ":" + std::to_string(row.line), std::move(message)};
      };
      if (trim(row.cells[0]).empty()) return fault("the lemma is empty: fill it in or take the line out");
      if (to_lower(row.cells[0]) != row.cells[0])
        return fault("lemmas are in lower case: write '" + to_lower(row.cells[0]) + "'");
      if (const auto [first, fresh] = lines.emplace(row.cells[0], row.line); !fresh)
        return fault("'" + row.cells[0] + "' stands twice in this list, " +
                     (values[row.cells[0]] == row.cells[1] ? "already" : "with another value") + " in line " +
                     std::to_string(first->second) + ": keep one");
      values.emplace(row.cells[0], row.cells[1]);
    }
    lists.add(file.stem().string(), WordList(std::move(values)));
  }
  return lists;
}

}  // namespace sayso
