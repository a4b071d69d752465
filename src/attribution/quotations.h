// Quotations by their marks: where somebody's words are given as they were.
//
//     He called it "a lie," and left.   -> one quotation: outer ["a lie,"], inner [a lie,]
//
// Marks: straight and curly double marks, two single ones for a double one, « » and » «, „ “, and single marks that
// open a word. A curly mark may pair with a straight one. Apostrophes, inches and feet are none.
#pragma once

#include <cstdint>
#include <vector>

#include "sayso/dispatch.h"
#include "sayso/span.h"

namespace sayso {

struct Quotation {
  Span outer{};  // with its marks
  Span inner{};  // without
  std::uint32_t paragraph = 0;
  bool balanced = true;  // false: never closed; ends with its paragraph, or before the next quotation in it
  bool goes_on = false;  // not closed because the next paragraph opens with a mark again

  bool operator==(const Quotation&) const = default;
};

// In text order; none overlaps another (a quotation inside a quotation belongs to the outer one). O(text).
std::vector<Quotation> find_quotations(const Dispatch& dispatch);

// The quotations that stand directly inside a balanced or open one: 'Walk on,' in "He said, 'Walk on,' and we walked."
// In text order, none overlaps another, each balanced. O(text).
std::vector<Quotation> find_inner_quotations(const Dispatch& dispatch);

// The quotation that holds the byte, or null.
const Quotation* quotation_at(const std::vector<Quotation>& quotations, std::uint32_t byte);

}  // namespace sayso
