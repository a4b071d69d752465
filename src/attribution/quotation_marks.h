// Marks that may open or close a quotation, by their character and what stands on either side.
//
//     He fired a 5" gun at the boys' camp: "Leave."   -> two marks: one that opens, one that closes
//
// An inch mark follows a digit where nothing closes; an apostrophe stands between letters or ends a possessive.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sayso/span.h"

namespace sayso {

enum class MarkKind : std::uint8_t { double_, single, angle };  // marks pair within their kind, straight or curly

struct QuotationMark {
  char32_t character = 0;
  Span span{};
  MarkKind kind = MarkKind::double_;
  bool may_open = false;
  bool may_close = false;
  bool weak = false;         // closes only if nothing better does: a single mark behind a word may end a possessive
  bool weakest = false;      // as weak, and the word ends in "s"
  bool after_digit = false;  // may be inches
};

// True if two straight single marks or two grave accents stand at `at`: ``so'' some papers print a double mark.
bool is_doubled(std::string_view text, std::size_t at, std::size_t end);

// In text order. O(paragraph).
std::vector<QuotationMark> marks_in(std::string_view text, Span paragraph);

// True if the two may stand on either side of one quotation: any double marks, two single ones, « with » and » with «.
bool may_pair(const QuotationMark& open, const QuotationMark& close);

}  // namespace sayso
