// Loads the tokenizer's word lists.
//
//     "gen.<TAB>title" -> abbreviations["gen."] = title
//
// Left out on purpose: anything learnt; what may end a sentence stands in these files and in sentences.cc.
// Data:
// data/lexicons/{abbreviations,attached_prefixes,contractions,number_suffixes,emoticons,web_endings,sentence_starters,quotation_verbs,seeming_verbs,reporting_forms,number_hedges,function_words,military_units,military_phrases,irregular_words,verbs,verb_forms}.tsv.
#include "language/spelling.h"

#include <charconv>
#include <numeric>
#include <optional>
#include <set>

#include "base/names.h"
#include "base/tsv.h"
#include "sayso/language.h"

namespace sayso {
namespace {

constexpr NameTable<Abbreviation, 7> kinds{{"title", "always", "number", "month", "name", "cut", "other"}};

Error fault(const std::filesystem::path& path, const TsvRow& row, std::string message) {
  return {ErrorCode::bad_rule, path.string() + ":" + std::to_string(row.line), std::move(message)};
}

std::optional<Error> read_words(const std::filesystem::path& path, WordSet& words) {
  auto rows = read_tsv(path, {"form"});
  if (!rows) return rows.error();
  for (TsvRow& row : *rows)
    if (!words.insert(std::move(row.cells[0])).second) return fault(path, row, "the word stands here twice");
  return std::nullopt;
}

std::optional<Error> read_abbreviations(const std::filesystem::path& path, Spelling& spelling) {
  auto rows = read_tsv(path, {"form", "kind"});
  if (!rows) return rows.error();
  for (const TsvRow& row : *rows) {
    const auto kind = kinds.find(row.cells[1]);
    if (!kind) return fault(path, row, "no such kind: " + row.cells[1]);
    if (!row.cells[0].ends_with('.')) return fault(path, row, "an abbreviation ends in a full stop");
    if (!spelling.abbreviations.emplace(row.cells[0], *kind).second)
      return fault(path, row, "the abbreviation stands here twice");
  }
  return std::nullopt;
}

std::optional<Error> read_function_words(const std::filesystem::path& path, Spelling& spelling) {
  auto rows = read_tsv(path, {"form", "languages"});
  if (!rows) return rows.error();
  std::set<std::string> met;
  for (const TsvRow& row : *rows) {
    const std::string& languages = row.cells[1];
    WordSet& words = languages == "en"              ? spelling.english_words
                     : languages.starts_with("en ") ? spelling.shared_words
                                                    : spelling.foreign_words;
    words.insert(row.cells[0]);
    if (!met.insert(row.cells[0]).second) return fault(path, row, "the word stands here twice");
  }
  return std::nullopt;
}

std::optional<Error> read_irregular(const std::filesystem::path& path, Spelling& spelling) {
  auto rows = read_tsv(path, {"form", "xpos", "lemma"});
  if (!rows) return rows.error();
  for (TsvRow& row : *rows) {
    if (name_of(xpos_named(row.cells[1])) != row.cells[1]) return fault(path, row, "no such Penn tag: " + row.cells[1]);
    if (!spelling.irregular.emplace(row.cells[0] + "/" + row.cells[1], std::move(row.cells[2])).second)
      return fault(path, row, "the word stands here twice");
  }
  return std::nullopt;
}

std::optional<Error> read_verb_forms(const std::filesystem::path& path, Spelling& spelling) {
  auto rows = read_tsv(path, {"form", "lemma"});
  if (!rows) return rows.error();
  for (TsvRow& row : *rows)
    if (!spelling.verb_forms.emplace(std::move(row.cells[0]), std::move(row.cells[1])).second)
      return fault(path, row, "the form stands here twice");
  return std::nullopt;
}

std::optional<Error> read_calendar(const std::filesystem::path& path, Spelling& spelling) {
  auto rows = read_tsv(path, {"class", "word", "value"});
  if (!rows) return rows.error();
  for (TsvRow& row : *rows)
    if (row.cells[0] == "weekday" || row.cells[0] == "month") spelling.calendar_words.insert(std::move(row.cells[1]));
  return std::nullopt;
}

std::optional<Error> read_contractions(const std::filesystem::path& path, Spelling& spelling) {
  auto rows = read_tsv(path, {"form", "parts"});
  if (!rows) return rows.error();
  for (const TsvRow& row : *rows) {
    std::vector<std::uint32_t> parts;
    for (const std::string_view piece : split(row.cells[1], ' ')) {
      std::uint32_t length = 0;
      const auto end = std::from_chars(piece.data(), piece.data() + piece.size(), length);
      if (end.ec != std::errc{} || length == 0) return fault(path, row, "parts are lengths of at least 1");
      parts.push_back(length);
    }
    if (std::accumulate(parts.begin(), parts.end(), std::size_t{0}) != row.cells[0].size())
      return fault(path, row, "the parts do not add up to the word");
    spelling.contractions.emplace(row.cells[0], std::move(parts));
  }
  return std::nullopt;
}

}  // namespace

Result<Spelling> load_spelling(const std::filesystem::path& folder) {
  Spelling spelling;
  if (auto error = read_abbreviations(folder / "abbreviations.tsv", spelling)) return std::move(*error);
  if (auto error = read_contractions(folder / "contractions.tsv", spelling)) return std::move(*error);
  if (auto error = read_words(folder / "attached_prefixes.tsv", spelling.attached_prefixes)) return std::move(*error);
  if (auto error = read_words(folder / "number_suffixes.tsv", spelling.number_suffixes)) return std::move(*error);
  if (auto error = read_words(folder / "emoticons.tsv", spelling.emoticons)) return std::move(*error);
  if (auto error = read_words(folder / "web_endings.tsv", spelling.web_endings)) return std::move(*error);
  if (auto error = read_words(folder / "sentence_starters.tsv", spelling.sentence_starters)) return std::move(*error);
  if (auto error = read_words(folder / "quotation_verbs.tsv", spelling.quotation_verbs)) return std::move(*error);
  if (auto error = read_words(folder / "seeming_verbs.tsv", spelling.seeming_verbs)) return std::move(*error);
  if (auto error = read_words(folder / "reporting_forms.tsv", spelling.reporting_forms)) return std::move(*error);
  if (auto error = read_words(folder / "number_hedges.tsv", spelling.number_hedges)) return std::move(*error);
  if (auto error = read_words(folder / "military_units.tsv", spelling.military_units)) return std::move(*error);
  if (auto error = read_words(folder / "military_phrases.tsv", spelling.military_phrases)) return std::move(*error);
  if (auto error = read_function_words(folder / "function_words.tsv", spelling)) return std::move(*error);
  if (auto error = read_calendar(folder / "date_words.tsv", spelling)) return std::move(*error);
  if (auto error = read_irregular(folder / "irregular_words.tsv", spelling)) return std::move(*error);
  if (auto error = read_words(folder / "verbs.tsv", spelling.verbs)) return std::move(*error);
  if (auto error = read_verb_forms(folder / "verb_forms.tsv", spelling)) return std::move(*error);
  return spelling;
}

}  // namespace sayso
