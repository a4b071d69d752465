// Names of a treebank's sentences, and how many of them a reading has found.
//
//     iob2:  1	Kesh	B-LOC	-	-        MISC:  Name=B-LOC
//     -> sentence "s1": words [0,1) place
//
// A name is right if its words and its kind are. Where the gold knows no military units, they are organisations; where
// it knows no other names, such names are not counted.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "conllu_file.h"
#include "conllu_score.h"
#include "sayso/language.h"

namespace sayso::eval {

struct NameSpan {
  std::uint32_t first = 0, last = 0;  // words of a sentence [first, last); of a file where so said
  NameKind kind = NameKind::other;
  auto operator<=>(const NameSpan&) const = default;
};

struct GoldNames {
  std::string from{};             // where they were found: a path, or "MISC"
  std::vector<bool> known{};      // for each sentence of the treebank: are its names known?
  std::vector<NameSpan> names{};  // words counted over the whole file, rising
  bool has_units = false, has_others = false;
};

// The names of an iob2 file for the sentences of `gold` with the same id and as many words. Errors: unreadable;
// not_text with "file:line"; empty if no sentence is the same.
Result<GoldNames> read_iob2(const std::filesystem::path& path, const UdFile& gold);
Result<GoldNames> parse_iob2(std::string_view text, const std::string& name, const UdFile& gold);
// Those of the column MISC (Name= or NER=); nothing if there is none.
std::optional<GoldNames> names_in_misc(const UdFile& gold);
// …/UD_English-EWT/en_ewt-ud-dev.conllu -> …/UNER_English-EWT/en_ewt-ud-dev.iob2, if it is there.
std::optional<std::filesystem::path> sibling_names(const std::filesystem::path& treebank);

// `found` counts words of `system`; `pairs` says which of them are which of gold's.
Score compare_names(const GoldNames& gold, const UdFile& gold_file, const std::vector<NameSpan>& found,
                    const UdFile& system, const std::vector<WordPair>& pairs);

}  // namespace sayso::eval
