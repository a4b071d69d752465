// Pairs quotation marks within paragraphs.
//
//     “The road is mined. ¶ “Nobody comes here,” she said.  -> two quotations; the first goes on
//
// Marks pair like brackets, so that a quotation in a quotation keeps its own. A mark that never closes ends with the
// paragraph, or where the next quotation of the paragraph begins: nothing beyond it is swallowed.
// Left out on purpose: quotations three deep; the words of the second are the evidence.
#include "attribution/quotations.h"

#include <algorithm>
#include <array>
#include <optional>

#include "attribution/quotation_marks.h"
#include "base/utf8.h"

namespace sayso {
namespace {

constexpr std::uint32_t longest_weak = 60;  // bytes between single marks of which the second may be an apostrophe

struct Open {
  QuotationMark mark{};
  std::optional<QuotationMark> weak{};  // the close that it would take if no better one comes
};

struct Pair {
  Span open{}, close{};
  MarkKind kind = MarkKind::double_;
  bool closed = true;
};

// The marks of one paragraph, paired.
class Pairing {
 public:
  Pairing(std::string_view text, Span paragraph) : text_(text) {
    for (const QuotationMark& mark : marks_in(text, paragraph)) take(mark);
    while (!stack_.empty()) drop();
    std::sort(pairs_.begin(), pairs_.end(), [](const Pair& a, const Pair& b) { return a.open < b.open; });
  }

  const std::vector<Pair>& pairs() const { return pairs_; }

 private:
  // Where the marks of a kind stand in the stack.
  std::vector<std::size_t>& waiting(MarkKind kind) { return waiting_[static_cast<std::size_t>(kind)]; }

  void take(const QuotationMark& mark) {
    auto& partners = waiting(mark.kind);
    if (mark.may_close && !partners.empty() && may_pair(stack_[partners.back()].mark, mark)) {
      // What stands open above the partner was no quotation, or never closes.
      while (stack_.size() > partners.back() + 1) drop();
      pairs_.push_back({stack_.back().mark.span, mark.span, mark.kind, true});
      pop();
    } else if (mark.may_open) {
      // Single marks do not nest in one another.
      if (mark.kind == MarkKind::single && !partners.empty() && partners.back() + 1 == stack_.size()) drop();
      partners.push_back(stack_.size());
      stack_.push_back({mark, std::nullopt});
    } else if (mark.weak && !partners.empty() && partners.back() + 1 == stack_.size()) {
      auto& weak = stack_.back().weak;
      const Span between{stack_.back().mark.span.end, mark.span.begin};
      if (between.size() <= longest_weak && between.size() > 1 && !ends_a_sentence(between) &&
          (!weak || (weak->weakest && !mark.weakest)))
        weak = mark;
    }
  }

  bool ends_a_sentence(Span span) const { return slice(text_, span).find_first_of(".!?") != std::string_view::npos; }

  void pop() {
    waiting(stack_.back().mark.kind).pop_back();
    stack_.pop_back();
  }

  void drop() {
    const Open& open = stack_.back();
    if (open.weak)
      pairs_.push_back({open.mark.span, open.weak->span, open.mark.kind, true});
    else
      pairs_.push_back({open.mark.span, {}, open.mark.kind, false});
    pop();
  }

  std::string_view text_;
  std::vector<Open> stack_;
  std::array<std::vector<std::size_t>, 3> waiting_{};  // rising, by kind
  std::vector<Pair> pairs_;
};

bool opens_with(std::string_view text, const Paragraph& paragraph, MarkKind kind) {
  if (paragraph.span.empty()) return false;
  std::size_t at = paragraph.span.begin;
  const char32_t first = next_code_point(text, at);
  const bool doubled = is_doubled(text, paragraph.span.begin, paragraph.span.end);
  if (kind == MarkKind::single) return (first == U'\'' && !doubled) || first == 0x2018;
  return doubled || first == U'"' || first == 0x201C || first == 0x201E || first == 0x00AB;
}

struct FoundQuotations {
  std::vector<Quotation> outer{}, inner{};
};

FoundQuotations find_both(const Dispatch& dispatch) {
  FoundQuotations found;
  const std::string_view text = dispatch.text;
  for (std::uint32_t p = 0; p < dispatch.paragraphs.size(); ++p) {
    const Span paragraph = dispatch.paragraphs[p].span;
    const bool more = p + 1 < dispatch.paragraphs.size() && is_running_text(dispatch.paragraphs[p + 1].kind);
    const Pairing pairing(text, paragraph);
    const std::vector<Pair>& pairs = pairing.pairs();
    std::uint32_t outer_end = 0, inner_end = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const Pair& pair = pairs[i];
      const bool inside = pair.open.begin < outer_end;
      if (pair.closed && !inside) {
        found.outer.push_back({{pair.open.begin, pair.close.end}, {pair.open.end, pair.close.begin}, p, true, false});
        outer_end = pair.close.end;
      } else if (pair.closed) {
        if (pair.open.begin < inner_end || pair.close.end > outer_end) continue;
        found.inner.push_back({{pair.open.begin, pair.close.end}, {pair.open.end, pair.close.begin}, p, true, false});
        inner_end = pair.close.end;
      } else if (!inside) {
        // Never closed. A lone single mark was an apostrophe, unless paragraph after paragraph opens with one.
        const bool goes_on = more && opens_with(text, dispatch.paragraphs[p + 1], pair.kind) &&
                             (pair.kind != MarkKind::single || pair.open.begin == paragraph.begin);
        if (pair.kind == MarkKind::single && !goes_on) continue;
        // It ends where the next quotation of its kind begins.
        std::uint32_t end = paragraph.end;
        std::size_t next = i + 1;
        while (next < pairs.size() && pairs[next].kind != pair.kind) ++next;
        const bool last = next == pairs.size();
        if (!last) end = pairs[next].open.begin;
        found.outer.push_back({{pair.open.begin, end}, {pair.open.end, end}, p, goes_on && last, goes_on && last});
        outer_end = end;
      }
    }
  }
  return found;
}

}  // namespace

std::vector<Quotation> find_quotations(const Dispatch& dispatch) { return find_both(dispatch).outer; }
std::vector<Quotation> find_inner_quotations(const Dispatch& dispatch) { return find_both(dispatch).inner; }

const Quotation* quotation_at(const std::vector<Quotation>& quotations, std::uint32_t byte) {
  const auto after =
      std::upper_bound(quotations.begin(), quotations.end(), byte,
                       [](std::uint32_t at, const Quotation& quotation) { return at < quotation.outer.begin; });
  if (after == quotations.begin()) return nullptr;
  const Quotation& quotation = *(after - 1);
  return byte < quotation.outer.end ? &quotation : nullptr;
}

}  // namespace sayso
