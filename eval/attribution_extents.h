// Our attributions in the extents of another scheme of annotation, by rules that never look at its marks.
//
//     ours     [Marek] [said] [the road is mined]         in  "the road is mined," Marek, a miller, also said.
//     PolNeAR  [Marek, a miller,] [also said] ["the road is mined,"]
//
// What the rules are stands in docs/attribution.md.
#pragma once

#include <vector>

#include "attribution/quotations.h"
#include "match/tree.h"
#include "sayso/reading.h"

namespace sayso::eval {

struct Extents {
  std::vector<Span> source{}, cue{}, content{};  // of the text, rising
};

// As they are published.
Extents published(const Attribution& said);

class PolnearExtents {
 public:
  explicit PolnearExtents(const Reading& reading);  // must outlive this
  Extents of(const Attribution& said) const;

 private:
  Span source(const Attribution& said) const;
  std::vector<Span> content(const Attribution& said, Span cue) const;
  Span with_marks(Span piece) const;
  bool makes_medium(Span speaker, Span medium) const;
  bool only_marks(std::uint32_t from, std::uint32_t to) const;

  const Reading& reading_;
  Tree tree_;
  std::vector<Quotation> quotations_;
};

}  // namespace sayso::eval
