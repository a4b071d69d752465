// Slices of a source to blocks: "Two\r\n  **bridges**&nbsp;hit" -> "Two bridges hit", every byte with its origin.
// Leaves out on purpose: Unicode normalisation (bytes stay as they are) and quotation marks (later stages read all
// kinds).
#include "dispatch/block_builder.h"

#include "base/utf8.h"
#include "dispatch/characters.h"

namespace sayso::dispatch {

Block& BlockBuilder::open() {
  close();
  open_ = true;
  return block_;
}

void BlockBuilder::close() {
  if (open_ && in_link_) {  // a link that runs over the end of a block goes on in the next
    std::string url = link_;
    close_link();
    link_ = std::move(url);
    in_link_ = true;
  }
  if (open_ && !block_.text.empty()) blocks_.push_back(std::move(block_));
  block_ = Block{};
  open_ = false;
  pending_space_.reset();
}

void BlockBuilder::copy(Span source) {
  const std::string_view text = slice(source_, source);
  std::size_t at = 0;
  std::size_t plain = 0;  // start of the run of characters that need nothing done
  const auto flush = [&](std::size_t end) {
    if (end > plain) {
      const auto begin = source.begin + static_cast<std::uint32_t>(plain);
      visible(text.substr(plain, end - plain), {begin, source.begin + static_cast<std::uint32_t>(end)}, true);
    }
  };
  while (at < text.size()) {
    const std::size_t start = at;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte > 0x20 && byte < 0x7f) {
      ++at;
      continue;
    }
    const char32_t character = next_code_point(text, at);
    const CharacterClass kind = character_class(character);
    if (kind == CharacterClass::visible) continue;
    flush(start);
    plain = at;
    const Span here{source.begin + static_cast<std::uint32_t>(start), source.begin + static_cast<std::uint32_t>(at)};
    if (kind == CharacterClass::space) space(here);
    if (kind == CharacterClass::odd_space) ++mends_.odd_spaces, space(here);
    if (kind == CharacterClass::invisible) ++mends_.invisible;
    if (kind == CharacterClass::control) ++mends_.controls;
  }
  flush(at);
}

void BlockBuilder::put(std::string_view text, Span source) {
  std::size_t at = 0;
  std::string kept;
  bool any_space = false;
  while (at < text.size()) {
    const std::size_t start = at;
    const CharacterClass kind = character_class(next_code_point(text, at));
    if (kind == CharacterClass::visible) kept += text.substr(start, at - start);
    if (kind == CharacterClass::space || kind == CharacterClass::odd_space) any_space = true;
    if (kind == CharacterClass::invisible) ++mends_.invisible;
  }
  if (!kept.empty()) return visible(kept, source, false);
  if (any_space) space(source);
}

void BlockBuilder::space(Span source) {
  if (!open_ || block_.text.empty()) return;
  if (!pending_space_) pending_space_ = source;
  pending_space_->end = source.end;
}

void BlockBuilder::visible(std::string_view text, Span source, bool verbatim) {
  if (!open_) open();
  if (pending_space_) {
    const bool same = pending_space_->size() == 1 && source_[pending_space_->begin] == ' ';
    piece(1, *pending_space_, same);
    block_.text += ' ';
    if (emphasis_ > 0) ++block_.emphasised;
    pending_space_.reset();
  }
  if (in_link_ && !link_begin_) link_begin_ = static_cast<std::uint32_t>(block_.text.size());
  piece(text.size(), source, verbatim);
  block_.text += text;
  if (emphasis_ > 0) block_.emphasised += static_cast<std::uint32_t>(text.size());
}

void BlockBuilder::piece(std::size_t size, Span source, bool verbatim) {
  const auto begin = static_cast<std::uint32_t>(block_.text.size());
  const Span text{begin, begin + static_cast<std::uint32_t>(size)};
  if (!block_.pieces.empty()) {
    RawPiece& last = block_.pieces.back();
    if (verbatim && last.verbatim && last.raw.end == source.begin) {
      last.text.end = text.end;
      last.raw.end = source.end;
      return;
    }
  }
  block_.pieces.push_back({.text = text, .raw = source, .verbatim = verbatim});
}

void BlockBuilder::open_link(std::string url) {
  if (in_link_) close_link();
  link_ = std::move(url);
  in_link_ = true;
}

void BlockBuilder::close_link() {
  if (in_link_ && open_ && link_begin_) {
    const Span span{*link_begin_, static_cast<std::uint32_t>(block_.text.size())};
    block_.links.push_back({.span = span, .url = link_});
    block_.linked += span.size();
  }
  in_link_ = false;
  link_begin_.reset();
  link_.clear();
}

std::vector<Block> BlockBuilder::take() {
  close();
  return std::move(blocks_);
}

}  // namespace sayso::dispatch
