// "… following Ostrel's massive" + "advance and said …" is one paragraph that a page break tore in two.
// Both signs are needed: no end of a sentence before the break and a lower-case letter behind it.
// Leaves out on purpose: halves that go on with a name or a number; they cannot be told from a new paragraph.
#include "dispatch/mending.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "dispatch/characters.h"

namespace sayso::dispatch {
namespace {

bool torn(const Block& block, const Block& next) {
  if (!is_running_text(block.kind) || next.kind != block.kind || next.list_item) return false;
  return word_count(block.text) >= 4 && !ends_sentence(block.text) && begins_lower(next.text);
}

bool page_number(const Block& block) {
  if (block.level > 0 || block.text.size() > 16) return false;
  return std::all_of(block.text.begin(), block.text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '/'; });
}

std::string counted(std::uint32_t count, const char* one, const char* many) {
  return count == 1 ? std::string("one ") + one : std::to_string(count) + " " + many;
}

}  // namespace

void append_block(Block& block, Block&& next) {
  const auto at = static_cast<std::uint32_t>(block.text.size());
  const std::uint32_t raw_end = block.pieces.back().raw.end;
  const std::uint32_t raw_begin = std::max(raw_end, next.pieces.front().raw.begin);
  block.pieces.push_back({.text = {at, at + 1}, .raw = {raw_end, raw_begin}, .verbatim = false});
  block.text += ' ';
  block.text += next.text;
  const auto moved = [at](Span span) { return Span{span.begin + at + 1, span.end + at + 1}; };
  for (RawPiece piece : next.pieces) {
    piece.text = moved(piece.text);
    block.pieces.push_back(piece);
  }
  for (Hyperlink& link : next.links)
    block.links.push_back({.span = moved(link.span), .url = std::move(link.url), .related = link.related});
  for (Mark& mark : next.marks) {
    mark.span = moved(mark.span);
    block.marks.push_back(std::move(mark));
  }
  block.linked += next.linked;
  block.emphasised += next.emphasised;
}

void drop_wordless(std::vector<Block>& blocks, Mends& mends) {
  const std::size_t before = blocks.size();
  std::erase_if(blocks, [](const Block& block) { return !has_word(block.text); });
  mends.wordless += static_cast<std::uint32_t>(before - blocks.size());
}

void join_torn(std::vector<Block>& blocks, Mends& mends) {
  std::vector<Block> whole;
  whole.reserve(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!whole.empty() && torn(whole.back(), blocks[i])) {
      append_block(whole.back(), std::move(blocks[i]));
      ++mends.joined;
    } else if (!whole.empty() && i + 1 < blocks.size() && page_number(blocks[i]) && torn(whole.back(), blocks[i + 1])) {
      ++mends.wordless;
    } else {
      whole.push_back(std::move(blocks[i]));
    }
  }
  blocks = std::move(whole);
}

std::vector<std::string> Mends::notes() const {
  std::vector<std::string> notes;
  if (joined > 0)
    notes.push_back(joined == 1 ? "a paragraph torn by a page break was joined"
                                : std::to_string(joined) + " paragraphs torn by page breaks were joined");
  if (unwrapped_links > 0)
    notes.push_back(counted(unwrapped_links, "link was", "links were") + " unwrapped to the words");
  if (odd_spaces > 0)
    notes.push_back(counted(odd_spaces, "no-break or other odd space", "no-break or other odd spaces") +
                    " became a space");
  if (invisible > 0)
    notes.push_back(
        counted(invisible, "soft hyphen or invisible character was", "soft hyphens or invisible characters were") +
        " left out");
  if (controls > 0)
    notes.push_back(counted(controls, "control character was", "control characters were") + " left out");
  if (entities > 0)
    notes.push_back(counted(entities, "character reference was", "character references were") + " decoded");
  if (escapes > 0) notes.push_back(counted(escapes, "Markdown escape was", "Markdown escapes were") + " undone");
  if (wordless > 0)
    notes.push_back(counted(wordless, "line without words was", "lines without words were") + " left out");
  if (flattened > 0)
    notes.push_back(counted(flattened, "element", "elements") + " nested deeper than 512 levels were flattened");
  if (dropped_attributes > 0)
    notes.push_back(counted(dropped_attributes, "attribute", "attributes") +
                    " beyond 1,000 in one tag were passed over");
  return notes;
}

}  // namespace sayso::dispatch
