// The stage in order: decode, tell the format, read blocks, name their parts, mend, put together, settle the facts.
//
//     "\n# Bridge hit\r\n\r\nSeptember 12, 2022\r\n\r\nThe bridge&nbsp;was hit."
//     -> text "Bridge hit\n\nSeptember 12, 2022\n\nThe bridge was hit.", title, published, three paragraphs
//
// Leaves out on purpose: fetching anything, feeds (feed_inputs.h) and web archives, languages other than English in
// labels and dates.
#include "dispatch/read_dispatch.h"

#include <algorithm>

#include "base/sha256.h"
#include "base/utf8.h"
#include "dispatch/assembly.h"
#include "dispatch/characters.h"
#include "dispatch/encoding.h"
#include "dispatch/facts.h"
#include "dispatch/html.h"
#include "dispatch/markdown.h"
#include "dispatch/mending.h"
#include "dispatch/page.h"
#include "dispatch/page_parts.h"
#include "dispatch/plain_text.h"
#include "dispatch/sniff.h"

namespace sayso {
namespace {

using namespace dispatch;

std::optional<Error> option_fault(const ReadOptions& options) {
  if (!options.format.empty() && options.format != "text" && options.format != "markdown" && options.format != "html")
    return Error{ErrorCode::wrong_use, options.path,
                 "the format \"" + options.format + "\" is none of text, markdown, html"};
  const std::string& day = options.published;
  if (!day.empty() && !(day_of_iso(day) && (day.size() == 10 || clock_of_iso(day))))
    return Error{ErrorCode::wrong_use, options.path, "\"" + options.published + "\" is no day; write it as 2022-09-12"};
  return std::nullopt;
}

Error too_large(const ReadOptions& options, std::uint64_t size, std::uint64_t most, const char* what) {
  return {ErrorCode::too_large, options.path,
          std::string(what) + " of " + std::to_string(size) + " bytes is more than the " + std::to_string(most >> 20) +
              " MB that one dispatch may have"};
}

bool only_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CharacterClass kind = character_class(next_code_point(text, at));
    if (kind == CharacterClass::visible || kind == CharacterClass::control) return false;
  }
  return true;
}

// Links in running text were unwrapped; a pointer or an address is a link and nothing else.
std::uint32_t links_in_sentences(const std::vector<Block>& blocks) {
  std::size_t count = 0;
  for (const Block& block : blocks)
    if (is_running_text(block.kind) || block.kind == ParagraphKind::heading || block.kind == ParagraphKind::headline)
      count += block.links.size();
  return static_cast<std::uint32_t>(count);
}

Result<Page> read_text_page(std::string_view text, Format format, const ReadOptions& options, const Outlets& outlets) {
  if (text.size() > most_text_bytes) return too_large(options, text.size(), most_text_bytes, "a text");
  Page page;
  page.blocks =
      format == Format::markdown ? read_markdown(text, page.mends, page.notes) : read_plain_text(text, page.mends);
  drop_wordless(page.blocks, page.mends);
  if (page.blocks.empty()) return Error{ErrorCode::empty, options.path, "the file holds no words"};
  name_parts(page.blocks, outlets, options);
  join_torn(page.blocks, page.mends);
  return page;
}

// What a feed says of the dispatch comes behind the page's own metadata and before what its lines seem to say.
void add_pointer(const Pointer& pointer, Page& page) {
  const auto add = [&](Mark::Of of, const std::string& value, std::optional<Day> day = std::nullopt) {
    if (!value.empty()) page.metadata.push_back({.of = of, .value = value, .rule = pointer.rule, .day = day});
  };
  add(Mark::Of::title, pointer.title);
  add(Mark::Of::outlet, pointer.outlet);
  add(Mark::Of::byline, pointer.byline);
  if (const std::optional<Day> day = day_of_iso(pointer.published)) add(Mark::Of::published, pointer.published, day);
  if (page.language.empty() && !pointer.language.empty()) {
    page.language = pointer.language;
    page.language_rule = pointer.rule;
  }
}

// What the caller knows from elsewhere, by the address given or else by the page's own.
Pointer pointer_to(const Page& page, const std::vector<PlacedMark>& marks, const ReadOptions& options) {
  if (!options.pointers || options.pointer != Pointer()) return options.pointer;
  const auto asked = [&](std::string_view address) {
    return address.empty() ? std::nullopt : options.pointers(address);
  };
  if (!options.url.empty()) return asked(options.url).value_or(Pointer());
  for (const Mark& mark : page.metadata)
    if (mark.of == Mark::Of::url)
      if (auto found = asked(mark.value)) return *std::move(found);
  for (const PlacedMark& placed : marks)
    if (placed.mark.of == Mark::Of::url)
      if (auto found = asked(placed.mark.value)) return *std::move(found);
  return {};
}

// The heading that an entry opens with, else its headline by JSON-LD; cut where it is no title by its length.
Found entry_title(const PageEntry& entry, const Paragraph& first, std::string_view text) {
  if (first.kind == ParagraphKind::heading || first.kind == ParagraphKind::headline) {
    const std::string_view words = clip_label(slice(text, first.span));
    return {.value = std::string(words),
            .rule = "heading",
            .span = Span{first.span.begin, first.span.begin + static_cast<std::uint32_t>(words.size())}};
  }
  if (entry.headline.empty()) return {};
  return {.value = entry.headline, .rule = entry.as.rule};
}

// Entries as spans: from the first paragraph of one to its last, with what stands between and is told of by none.
std::vector<Entry> placed_entries(const std::vector<PageEntry>& entries, const std::vector<std::uint32_t>& entry_of,
                                  const std::vector<Paragraph>& paragraphs, std::string_view text) {
  std::vector<Entry> placed;
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < paragraphs.size() && i < entry_of.size(); ++i) {
    if (entry_of[i] == 0) continue;
    if (entry_of[i] == last) {
      placed.back().span.end = paragraphs[i].span.end;
    } else {
      const PageEntry& entry = entries[entry_of[i] - 1];
      placed.push_back({.span = paragraphs[i].span,
                        .day = entry.day,
                        .clock = entry.clock,
                        .title = entry_title(entry, paragraphs[i], text),
                        .as = entry.as});
    }
    last = entry_of[i];
  }
  return placed;
}

}  // namespace

Result<Dispatch> read_dispatch(std::string_view bytes, const ReadOptions& options, const Outlets& outlets) {
  if (std::optional<Error> fault = option_fault(options)) return *std::move(fault);
  if (bytes.size() > most_file_bytes) return too_large(options, bytes.size(), most_file_bytes, "a file");
  if (bytes.empty()) return Error{ErrorCode::empty, options.path, "the file is empty"};

  const bool html = looks_like_html(bytes, options);
  Result<Decoded> decoded = decode(bytes, options, html);
  if (!decoded) return decoded.error();
  const std::string_view text = decoded->text(bytes);
  if (only_space(text)) return Error{ErrorCode::empty, options.path, "the file holds nothing but white space"};
  if (std::optional<Error> fault = binary_fault(text, options, html)) return *std::move(fault);

  const Format format = html ? Format::html : text_format(text, options);
  Result<Page> page = html ? read_html(text, options, outlets) : read_text_page(text, format, options, outlets);
  if (!page) return page.error();
  page->mends.unwrapped_links = links_in_sentences(page->blocks);

  Dispatch result;
  result.sha256 = sha256_hex(bytes);
  result.id = options.url.empty() ? "sha256:" + result.sha256 : dispatch_id(bytes, options.url);
  result.path = options.path;
  result.format = dispatch::name_of(format);
  result.encoding = decoded->encoding;
  result.raw_size = bytes.size();
  std::vector<std::uint32_t> entry_of;  // by paragraph
  for (const Block& block : page->blocks) entry_of.push_back(block.entry);
  const std::vector<PlacedMark> marks = assemble(std::move(page->blocks), *decoded, result);
  if (result.text.size() > most_text_bytes)
    return too_large(options, result.text.size(), most_text_bytes, "an article");
  result.entries = placed_entries(page->entries, entry_of, result.paragraphs, result.text);
  result.notes = std::move(decoded->notes);
  for (std::string& note : page->notes) result.notes.push_back(std::move(note));
  for (std::string& note : page->mends.notes()) result.notes.push_back(std::move(note));
  add_pointer(pointer_to(*page, marks, options), *page);
  fill_facts(*page, marks, options, outlets, result);
  return result;
}

}  // namespace sayso
