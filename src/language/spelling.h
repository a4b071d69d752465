// The small word lists that the tokenizer and the sentence splitter read: data/lexicons/*.tsv.
//
//     auto spelling = load_spelling("data/lexicons");
//     spelling->abbreviations.at("gen.") == Abbreviation::title
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_set.h"
#include "sayso/result.h"

namespace sayso {

enum class Abbreviation : std::uint8_t {
  title,   // never ends a sentence: "Gen."
  always,  // the stop is always the word's and ends nothing: "vs."
  number,  // an abbreviation only before a number: "No. 5"
  month,   // never ends a sentence before a number: "Sept. 12"
  name,    // only with a capital, may end a sentence: "Mass."
  cut,     // at the end of a sentence the stop is a word of its own: "etc" "."
  other,   // may end a sentence: "U.S."
};

struct Spelling {
  WordMap<Abbreviation> abbreviations{};  // lower case, with the stop
  WordSet attached_prefixes{};            // "pro" of "pro-government", "mid-0" of "mid-1990s", "-wise" of "career-wise"
  WordSet number_suffixes{};              // "km" of "5km"
  WordSet emoticons{};                    // ":-)"
  WordSet web_endings{};                  // "com", "pdf"
  WordMap<std::vector<std::uint32_t>> contractions{};  // piece lengths
  WordSet sentence_starters{};
  WordSet quotation_verbs{};
  WordSet seeming_verbs{};                       // lemmas: "seem" of "it seems that"
  WordSet reporting_forms{};                     // "reports" of "…, Kesh Wire reports."
  WordSet calendar_words{};                      // weekdays and months, in full and short
  WordSet number_hedges{};                       // "up to", "at least"
  WordSet military_units{}, military_phrases{};  // "brigade"; "air force"
  WordSet english_words{}, foreign_words{};      // little words that only English has, or only others
  WordSet shared_words{};                        // little words of others that stand in English too: "die", "los"
  WordMap<std::string> irregular{};              // "held/VBD" -> "hold"
  WordSet verbs{};                               // base forms
  WordMap<std::string> verb_forms{};             // "begged" -> "beg"
};

// Reads abbreviations.tsv, attached_prefixes.tsv, contractions.tsv, number_suffixes.tsv, emoticons.tsv,
// web_endings.tsv, sentence_starters.tsv, quotation_verbs.tsv, seeming_verbs.tsv, reporting_forms.tsv,
// number_hedges.tsv, function_words.tsv,
// military_units.tsv, military_phrases.tsv, irregular_words.tsv, verbs.tsv and verb_forms.tsv of a folder, and the
// weekdays and months of date_words.tsv. Errors:
// unreadable; bad_rule with "file:line".
Result<Spelling> load_spelling(const std::filesystem::path& folder);

}  // namespace sayso
