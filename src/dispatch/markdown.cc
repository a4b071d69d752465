// Markdown to blocks: "The **mayor** [said](https://kesh.example) so." -> "The mayor said so." with one link.
// The parser is md4c; its text callbacks point into the source, which is where the map comes from.
// A hard line break ends a block unless the next line goes on in lower case: pages use it between paragraphs.
// Leaves out on purpose: tables' shape (cells are blocks), code and raw HTML tags (their text stays, the tags go).
// Source of the syntax: CommonMark 0.30.
#include "dispatch/markdown.h"

#include <md4c.h>

#include <algorithm>

#include "base/utf8.h"
#include "dispatch/block_builder.h"
#include "dispatch/character_reference.h"
#include "dispatch/characters.h"
#include "dispatch/plain_text.h"

namespace sayso::dispatch {
namespace {

// md4c takes quadratic time on very deep lists and on very long paragraphs of unfinished links (measured: 1 s for lists
// 40,000 deep). Nothing written by people comes near these; beyond them a file is read as plain text.
constexpr std::size_t most_marks = 100;   // bytes of list and quotation marks and indents in front of a line
constexpr std::size_t most_lines = 1000;  // of a paragraph

bool tame(std::string_view source) {
  std::size_t lines = 0;
  for (std::size_t at = 0; at < source.size();) {
    std::size_t end = source.find('\n', at);
    if (end == std::string_view::npos) end = source.size();
    const std::string_view line = source.substr(at, end - at);
    std::size_t marks = line.find_first_not_of(" \t>-+*.)0123456789\r");
    if (marks == std::string_view::npos) {
      marks = line.find_last_not_of(" \t\r") == std::string_view::npos ? 0 : line.size();
      lines = 0;
      // A rule of dashes or stars opens no list.
      if (marks > 0 && line.find_first_of(" \t>)") == std::string_view::npos) marks = 0;
    }
    if (marks > most_marks || ++lines > most_lines) return false;
    at = end + 1;
  }
  return true;
}

class MarkdownReader {
 public:
  MarkdownReader(std::string_view source, Mends& mends) : source_(source), mends_(mends), builder_(source, mends) {}

  int enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        ++quotes_;
        break;
      case MD_BLOCK_H:
        open_block().level = static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_LI:
        ++items_;
        open_block().list_item = true;
        break;
      case MD_BLOCK_P:
      case MD_BLOCK_CODE:
      case MD_BLOCK_HTML:
      case MD_BLOCK_TD:
      case MD_BLOCK_TH:
      case MD_BLOCK_HR:
        open_block().list_item = items_ > 0;
        break;
      default:
        break;
    }
    return 0;
  }

  int leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_LI) --items_;
    if (type == MD_BLOCK_QUOTE) --quotes_;
    if (type != MD_BLOCK_UL && type != MD_BLOCK_OL && type != MD_BLOCK_DOC && type != MD_BLOCK_QUOTE) builder_.close();
    return 0;
  }

  int enter_span(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_EM || type == MD_SPAN_STRONG) builder_.emphasis(+1);
    if (type == MD_SPAN_A) {
      const MD_ATTRIBUTE& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
      builder_.open_link(decode_references({href.text, href.size}));
    }
    if (type == MD_SPAN_IMG) {
      ++images_;
    }
    return 0;
  }

  int leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_EM || type == MD_SPAN_STRONG) builder_.emphasis(-1);
    if (type == MD_SPAN_A) builder_.close_link();
    if (type == MD_SPAN_IMG) --images_;
    return 0;
  }

  int text(MD_TEXTTYPE type, const char* data, std::size_t size) {
    if (images_ > 0) return 0;  // the alternative text of a picture is nobody's sentence
    const char* const begin = source_.data();
    const bool inside = data >= begin && data + size <= begin + source_.size();
    const Span here = inside ? Span{static_cast<std::uint32_t>(data - begin),
                                    static_cast<std::uint32_t>(data - begin + static_cast<std::ptrdiff_t>(size))}
                             : Span{last_, last_};
    switch (type) {
      case MD_TEXT_NORMAL:
      case MD_TEXT_CODE:
      case MD_TEXT_LATEXMATH:
        if (!inside) {
          builder_.space(here);
          break;
        }
        resume(here);
        if (here.begin > 0 && source_[here.begin - 1] == '\\' && here.begin - 1 >= last_) ++mends_.escapes;
        builder_.copy(here);
        break;
      case MD_TEXT_ENTITY:
        resume(here);
        if (const Reference reference = read_reference(source_.substr(here.begin), true);
            reference.size == here.size()) {
          ++mends_.entities;
          builder_.put(reference.text, here);
        } else {
          builder_.copy(here);
        }
        break;
      case MD_TEXT_SOFTBR:
        builder_.space(line_end());
        break;
      case MD_TEXT_BR:
        builder_.space(line_end());
        broken_ = true;
        break;
      case MD_TEXT_HTML:
        html(here);
        break;
      case MD_TEXT_NULLCHAR:
        ++mends_.controls;
        break;
    }
    if (inside) last_ = here.end;
    return 0;
  }

  std::vector<Block> take() { return builder_.take(); }

 private:
  Block& open_block() {
    Block& block = builder_.open();
    block.quoted = quotes_ > 0;
    return block;
  }

  // After a hard break: a new block, unless the sentence plainly goes on.
  void resume(Span here) {
    if (!broken_) return;
    broken_ = false;
    if (here.empty() || begins_lower(slice(source_, here)) || !builder_.is_open()) return;
    const bool item = builder_.block().list_item;
    const std::uint8_t level = builder_.block().level;
    Block& block = open_block();
    block.list_item = item;
    block.level = level;
  }

  // The line break behind the last text: md4c does not say where it stands.
  Span line_end() const {
    std::size_t end = source_.find('\n', last_);
    end = end == std::string_view::npos ? source_.size() : end + 1;
    std::size_t begin = last_;
    while (begin < end && source_[begin] != ' ' && source_[begin] != '\n' && source_[begin] != '\r') ++begin;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  // Raw HTML comes tag by tag inside a paragraph and line by line outside: tags and comments go, their text stays.
  void html(Span here) {
    std::size_t at = here.begin;
    while (at < here.end) {
      if (in_comment_) {
        const std::size_t end = source_.substr(0, here.end).find("-->", at);
        if (end == std::string_view::npos) return;
        in_comment_ = false;
        at = end + 3;
      } else if (in_tag_) {
        const std::size_t end = source_.substr(0, here.end).find('>', at);
        if (end == std::string_view::npos) return;
        in_tag_ = false;
        at = end + 1;
      } else {
        const std::size_t tag = std::min<std::size_t>(source_.substr(0, here.end).find('<', at), here.end);
        if (tag > at) builder_.copy({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(tag)});
        in_comment_ = source_.substr(tag, 4) == "<!--";
        in_tag_ = !in_comment_ && tag < here.end;
        const std::string_view name = source_.substr(tag, 4);
        if (name.starts_with("<br") || name.starts_with("<BR"))
          builder_.space({static_cast<std::uint32_t>(tag), static_cast<std::uint32_t>(tag)});
        at = tag + (in_comment_ ? 4 : 1);
      }
    }
  }

  std::string_view source_;
  Mends& mends_;
  BlockBuilder builder_;
  std::uint32_t last_ = 0;  // the end of the text that came last
  int items_ = 0;
  int quotes_ = 0;
  int images_ = 0;
  bool broken_ = false;
  bool in_tag_ = false;
  bool in_comment_ = false;
};

MarkdownReader& reader(void* user) { return *static_cast<MarkdownReader*>(user); }

}  // namespace

std::vector<Block> read_markdown(std::string_view source, Mends& mends, std::vector<std::string>& notes) {
  if (!tame(source)) {
    notes.emplace_back("nested too deep for Markdown; read as plain text");
    return read_plain_text(source, mends);
  }
  MarkdownReader state(source, mends);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return reader(user).enter_block(type, detail);
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) { return reader(user).leave_block(type); };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) { return reader(user).enter_span(type, detail); };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) { return reader(user).leave_span(type); };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    return reader(user).text(type, text, size);
  };
  if (md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, &state) != 0) {
    notes.emplace_back("the Markdown parser gave up; read as plain text");
    return read_plain_text(source, mends);
  }
  return state.take();
}

}  // namespace sayso::dispatch
