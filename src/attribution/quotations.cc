// Pairs quotation marks within paragraphs.
//
//     “The road is mined. ¶ “Nobody comes here,” she said.  -> two quotations; the first goes on
//
// ''two single marks'' and ``these'' are double marks too.
// A paragraph's mark that never closes ends with the paragraph: nothing beyond it is swallowed.
// Left out on purpose: quotations inside quotations; the outer speaker's words are the evidence.
#include "attribution/quotations.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace sayso {
namespace {

struct Mark {
  char32_t character = 0;
  Span span{};
  bool may_open = false;
  bool may_close = false;
  bool single = false;
};

// Two single marks, or two grave accents, that some papers print for a double one.
constexpr char32_t doubled_single = 0xFFFFFFFF;

bool is_word(char32_t character) { return is_letter(character) || is_digit(character); }

bool is_doubled(std::string_view text, std::size_t at, std::size_t end) {
  return at + 1 < end && (text[at] == '\'' || text[at] == '`') && text[at + 1] == text[at];
}

std::optional<Mark> mark_at(std::string_view text, std::size_t at, std::size_t next, char32_t character,
                            Span paragraph) {
  std::size_t back = at;
  const char32_t before = at > paragraph.begin ? previous_code_point(text, back) : U' ';
  std::size_t forward = next;
  const char32_t after = next < paragraph.end ? next_code_point(text, forward) : U' ';
  Mark mark{character, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(next)}, false, false, false};
  switch (character) {
    case U'"':
      if (is_digit(before) && !is_word(after) && after != U' ') return std::nullopt;
      mark.may_open = mark.may_close = true;
      return mark;
    case doubled_single:  // ''We stay,'' he said.
      mark.may_open = !is_word(before);
      mark.may_close = !is_word(after);
      return mark;
    case 0x201C:  // “ opens in English, closes „ in German
      mark.may_open = true;
      mark.may_close = true;
      return mark;
    case 0x201D:
    case 0x00BB:
      mark.may_close = true;
      return mark;
    case 0x201E:
    case 0x00AB:
      mark.may_open = true;
      return mark;
    case 0x2018:
    case 0x2019:
    case U'\'':
      mark.single = true;
      mark.may_open = character != 0x2019 && !is_word(before) && before != U'\'' && is_word(after);
      // An apostrophe stands between letters or ends a possessive; a closing mark follows a stop or a comma.
      mark.may_close = character != 0x2018 && (before == U',' || before == U'.' || before == U'!' || before == U'?') &&
                       !is_word(after);
      if (!mark.may_open && !mark.may_close) return std::nullopt;
      return mark;
    default:
      return std::nullopt;
  }
}

bool closes(const Mark& open, const Mark& mark) {
  if (!mark.may_close || open.single != mark.single) return false;
  switch (open.character) {
    case U'"':
      return mark.character == U'"';
    case doubled_single:
      return mark.character == doubled_single || mark.character == U'"';
    case 0x201C:
      return mark.character == 0x201D;
    case 0x201E:
      return mark.character == 0x201C || mark.character == 0x201D;
    case 0x00AB:
      return mark.character == 0x00BB;
    default:
      return true;
  }
}

bool opens_with_mark(std::string_view text, const Paragraph& paragraph) {
  if (paragraph.span.empty()) return false;
  std::size_t at = paragraph.span.begin;
  const char32_t first = next_code_point(text, at);
  return first == U'"' || first == 0x201C || first == 0x201E || first == 0x00AB ||
         is_doubled(text, paragraph.span.begin, paragraph.span.end);
}

}  // namespace

std::vector<Quotation> find_quotations(const Dispatch& dispatch) {
  std::vector<Quotation> found;
  const std::string_view text = dispatch.text;
  for (std::uint32_t p = 0; p < dispatch.paragraphs.size(); ++p) {
    const Span paragraph = dispatch.paragraphs[p].span;
    std::optional<Mark> open;
    for (std::size_t at = paragraph.begin; at < paragraph.end;) {
      std::size_t next = at;
      char32_t character = next_code_point(text, next);
      if (is_doubled(text, at, paragraph.end)) character = doubled_single, ++next;
      const auto mark = mark_at(text, at, next, character, paragraph);
      at = next;
      if (!mark) continue;
      if (!open) {
        if (mark->may_open) open = mark;
      } else if (closes(*open, *mark)) {
        found.push_back({{open->span.begin, mark->span.end}, {open->span.end, mark->span.begin}, p, true, false});
        open.reset();
      }
    }
    if (!open || open->single) continue;  // a lone single mark was an apostrophe after all
    const bool goes_on = p + 1 < dispatch.paragraphs.size() && dispatch.paragraphs[p + 1].kind == ParagraphKind::body &&
                         opens_with_mark(text, dispatch.paragraphs[p + 1]);
    found.push_back({{open->span.begin, paragraph.end}, {open->span.end, paragraph.end}, p, goes_on, goes_on});
  }
  return found;
}

const Quotation* quotation_at(const std::vector<Quotation>& quotations, std::uint32_t byte) {
  const auto after =
      std::upper_bound(quotations.begin(), quotations.end(), byte,
                       [](std::uint32_t at, const Quotation& quotation) { return at < quotation.outer.begin; });
  if (after == quotations.begin()) return nullptr;
  const Quotation& quotation = *(after - 1);
  return byte < quotation.outer.end ? &quotation : nullptr;
}

}  // namespace sayso
