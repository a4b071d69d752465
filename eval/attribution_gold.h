// Attributions that people marked, in the two forms they come in.
//
//     read_brat("polnear/dev", 1)                  text/NAME.txt with attributions/NAME_WHO.ann (brat stand-off)
//     read_relations("gum/attributions.dev.jsonl") one relation a line, the texts in texts/DOC.txt beside the file
//
// All spans are bytes of the article's file. A gold that does not fit its text is refused, never mended: a span past
// the end, words that are not those of the text, a line that is no annotation.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/result.h"
#include "sayso/span.h"

namespace sayso::eval {

struct GoldAttribution {
  std::vector<Span> source{}, cue{}, content{};  // pieces, rising; none where nobody is named, nothing is said
};

struct GoldArticle {
  std::string file{};  // of the text
  std::string text{};  // its bytes
  std::vector<GoldAttribution> attributions{};
};

struct Gold {
  std::vector<GoldArticle> articles{};  // by file
  std::vector<std::string> notes{};     // what was left out, in plain words
  bool outermost_only = false;          // what is said inside what is said is not marked
};

constexpr std::uint32_t every_annotator = 0;

// brat stand-off: spans count Unicode code points; "15 65;80 99" are two pieces; words that hold a line break run on
// in the next line. Only events Attribution and Attribution-no-source count, with their Source, Cue, Content and
// Content2. `annotator` is 1 for each article's first in order of file names, 2 for its second …; articles without one
// are left out. With every_annotator an article comes once for each. Errors: unreadable, bad_encoding, and not_text
// with "file:line".
Result<Gold> read_brat(const std::filesystem::path& folder, std::uint32_t annotator);

// The annotations of one .ann file on its text; `name` stands in messages.
Result<std::vector<GoldAttribution>> parse_brat(std::string_view ann, std::string_view text, const std::string& name);

// Relations of discourse trees: source, cue, and content or content_same_unit, where that is given, as bytes. A text
// without a relation is not read, since nobody says that it was searched. Errors as above.
Result<Gold> read_relations(const std::filesystem::path& file, bool news_only);

}  // namespace sayso::eval
