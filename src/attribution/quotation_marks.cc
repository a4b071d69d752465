// Tells marks of quotation from apostrophes, inches and feet.
//
//     'They've taken the boys' school,'   -> opens at the first mark, closes at the last; "boys'" is a weak close
//
// Left out on purpose: marks of other scripts.
#include "attribution/quotation_marks.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace sayso {
namespace {

bool is_word(char32_t character) { return is_letter(character) || is_digit(character); }

bool is_stop(char32_t character) {
  return character == U',' || character == U'.' || character == U'!' || character == U'?' || character == 0x2026;
}

// Words that begin with an apostrophe: "'em", "'til".
bool is_elided(std::string_view text, std::size_t at, std::size_t end) {
  constexpr std::array<std::string_view, 8> elided = {"em", "til", "tis", "twas", "cause", "round", "n", "bout"};
  std::size_t last = at;
  while (last < end) {
    std::size_t next = last;
    if (!is_letter(next_code_point(text, next))) break;
    last = next;
    if (last - at > 5) return false;
  }
  const std::string word = to_lower(text.substr(at, last - at));
  return std::find(elided.begin(), elided.end(), word) != elided.end();
}

struct Sides {
  char32_t before = U' ';
  char32_t after = U' ';
};

void judge_double(QuotationMark& mark, Sides sides) {
  const bool space_before = is_space(sides.before), space_after = is_space(sides.after);
  const bool ends_word = is_word(sides.before) || is_stop(sides.before);
  switch (mark.character) {
    case 0x201E:
      mark.may_open = true;
      return;
    case 0x201C:  // opens in English, closes „ in German: the side of the word it stands on says which
      mark.may_close = ends_word && !is_word(sides.after);
      mark.may_open = !mark.may_close;
      return;
    case 0x201D:
      mark.may_close = true;
      mark.may_open = space_before && is_word(sides.after);
      return;
    default:
      break;
  }
  mark.after_digit = is_digit(sides.before);
  if (mark.after_digit && is_word(sides.after)) return;               // 5"x7
  const bool joined = is_word(sides.before) && is_word(sides.after);  // a space is missing on one side or the other
  mark.may_open = joined || (!is_word(sides.before) && (!space_after || space_before));
  mark.may_close = !space_before || space_after;
}

void judge_single(QuotationMark& mark, Sides sides, std::string_view text, Span paragraph) {
  mark.may_open = mark.character != 0x2019 && !is_word(sides.before) && sides.before != U'\'' && is_word(sides.after) &&
                  !is_digit(sides.after) && !is_elided(text, mark.span.end, paragraph.end);
  if (mark.character == 0x2018 || is_word(sides.after)) return;
  // A closing mark follows a stop or a comma; behind a word it may as well be a possessive's.
  mark.may_close = is_stop(sides.before);
  mark.weak = is_letter(sides.before);
  mark.weakest = mark.weak && (sides.before == U's' || sides.before == U'S');
}

}  // namespace

bool is_doubled(std::string_view text, std::size_t at, std::size_t end) {
  return at + 1 < end && (text[at] == '\'' || text[at] == '`') && text[at + 1] == text[at];
}

std::vector<QuotationMark> marks_in(std::string_view text, Span paragraph) {
  std::vector<QuotationMark> marks;
  char32_t before = U' ';
  for (std::size_t at = paragraph.begin; at < paragraph.end;) {
    std::size_t next = at;
    char32_t character = next_code_point(text, next);
    if (is_doubled(text, at, paragraph.end)) character = U'"', ++next;
    std::size_t behind = next;
    const Sides sides{before, next < paragraph.end ? next_code_point(text, behind) : U' '};
    QuotationMark mark;
    mark.character = character;
    mark.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(next)};
    switch (character) {
      case U'"':
      case 0x201C:
      case 0x201D:
      case 0x201E:
        judge_double(mark, sides);
        break;
      case 0x00AB:  // « opens, and closes »German«
      case 0x00BB:
        mark.kind = MarkKind::angle;
        mark.may_open = character == 0x00AB || (!is_word(sides.before) && is_word(sides.after));
        mark.may_close = character == 0x00BB || !is_space(sides.before);
        break;
      case 0x2018:
      case 0x2019:
      case U'\'':
        mark.kind = MarkKind::single;
        judge_single(mark, sides, text, paragraph);
        break;
      default:
        break;
    }
    if (mark.may_open || mark.may_close || mark.weak) marks.push_back(mark);
    before = character;
    at = next;
  }
  // Inches: a mark behind a digit where the next one can only close is not the close itself: "a 5" gun," he said.
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!marks[i].after_digit) continue;
    std::size_t next = i + 1;
    while (next < marks.size() && marks[next].kind != MarkKind::double_) ++next;
    if (next < marks.size() && marks[next].may_close && !marks[next].may_open && !marks[next].after_digit)
      marks[i].may_open = marks[i].may_close = false;
    i = next - 1;
  }
  std::erase_if(marks, [](const QuotationMark& mark) { return !mark.may_open && !mark.may_close && !mark.weak; });
  return marks;
}

bool may_pair(const QuotationMark& open, const QuotationMark& close) {
  return open.kind == close.kind && (open.kind != MarkKind::angle || open.character != close.character);
}

}  // namespace sayso
