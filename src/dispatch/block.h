// A block: one paragraph of a page while it is being read, with its own small map back to the source.
//
//     source  "# Two **bridges** hit"     (at byte 0)
//     block   text "Two bridges hit", level 1, pieces [0,4)<-[2,6)  [4,11)<-[8,15)  [11,15)<-[17,21)
//
// Readers (plain text, Markdown, HTML) make blocks; the stages behind them name their kinds, mend them and put them
// together to a Dispatch. Spans in `pieces` and `links` are ranges of the block's own text until then; `source` spans
// are ranges of the decoded file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sayso/dispatch.h"

namespace sayso::dispatch {

// Something a block says about the whole page; becomes a Found of the dispatch.
struct Mark {
  enum class Of : std::uint8_t { title, published, modified, byline, credit, outlet, url } of{};
  std::string value{};
  std::string rule{};
  Span span{};                       // of the block's text
  std::optional<Day> day{};          // of published and modified
  std::vector<std::string> names{};  // of byline: one by one, where the page has them apart
};

struct Block {
  std::string text{};
  ParagraphKind kind = ParagraphKind::body;
  std::uint8_t level = 0;  // 1 to 6 of a heading, 0 of anything else
  bool list_item = false;
  bool quoted = false;           // in a block that is set apart as somebody's words
  bool decided = false;          // the reader knew the kind (a figcaption); nothing may change it
  std::uint32_t emphasised = 0;  // bytes of text in bold or italic type
  std::uint32_t linked = 0;      // bytes of text inside links
  std::uint32_t entry = 0;       // of a live page: one behind the number of the entry; 0: in none
  std::uint32_t origin = 0;      // the reader's own number for the part of the page it came from
  std::vector<RawPiece> pieces{};
  std::vector<Hyperlink> links{};
  std::vector<Mark> marks{};

  bool all_emphasised() const { return !text.empty() && emphasised + 2 >= text.size(); }
};

// Says for good of which kind a block is; true, for tests that end with it.
inline bool decide(Block& block, ParagraphKind kind) {
  block.kind = kind;
  block.decided = true;
  return true;
}

// What was changed on the way, counted; `notes` says it in words.
struct Mends {
  std::uint32_t odd_spaces = 0;       // no-break and other Unicode spaces that became a space
  std::uint32_t invisible = 0;        // soft hyphens, zero-width and direction characters left out
  std::uint32_t controls = 0;         // control characters left out
  std::uint32_t entities = 0;         // "&amp;" and its kind decoded
  std::uint32_t escapes = 0;          // Markdown's "\_" unwrapped
  std::uint32_t unwrapped_links = 0;  // links inside a sentence
  std::uint32_t joined = 0;           // paragraphs torn by a page break
  std::uint32_t wordless = 0;         // lines without a letter or digit left out
  std::uint32_t flattened = 0;        // elements beyond the depth limit
  std::uint32_t dropped_attributes = 0;

  std::vector<std::string> notes() const;
};

}  // namespace sayso::dispatch
