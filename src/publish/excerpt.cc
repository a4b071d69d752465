// Cuts the claim's sentences out of the text and parts them into runs of one ink each.
//
// The inks are laid over the bytes in rising strength (source, cue, content), so that a word in two of them shows as
// content. Sentences are found by binary search; each excerpt costs its own length, not the text's.
#include "publish/excerpt.h"

#include <algorithm>
#include <string>

namespace sayso::publish {
namespace {

struct Mark {
  Span span{};
  Ink ink = Ink::plain;
};

bool is_inside(std::string_view text, Span span) { return span.begin <= span.end && span.end <= text.size(); }

Span widened(Span span, const std::vector<Sentence>& sentences) {
  auto at = std::partition_point(sentences.begin(), sentences.end(),
                                 [&](const Sentence& s) { return s.span.end <= span.begin; });
  for (; at != sentences.end() && at->span.begin < span.end; ++at) {
    span.begin = std::min(span.begin, at->span.begin);
    span.end = std::max(span.end, at->span.end);
  }
  return span;
}

bool is_gap_white(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const std::string_view gap = text.substr(begin, end - begin);
  return gap.find_first_not_of(" \n\t") == std::string_view::npos;
}

std::vector<Span> ranges(std::string_view text, const Claim& claim, const std::vector<Sentence>& sentences) {
  std::vector<Span> found;
  const auto add = [&](Span span) {
    if (!span.empty() && is_inside(text, span)) found.push_back(widened(span, sentences));
  };
  add(claim.sentence);
  for (const Words& words : claim.attribution.content) add(words.span);
  if (claim.attribution.cue) add(claim.attribution.cue->span);
  std::sort(found.begin(), found.end());
  std::vector<Span> merged;
  for (const Span span : found) {
    if (!merged.empty() && (span.begin <= merged.back().end || is_gap_white(text, merged.back().end, span.begin))) {
      merged.back().end = std::max(merged.back().end, span.end);
    } else {
      merged.push_back(span);
    }
  }
  return merged;
}

std::vector<Mark> marks_of(const Attribution& a) {
  std::vector<Mark> marks;
  if (a.source.span) marks.push_back({*a.source.span, Ink::strong});
  if (a.cue) marks.push_back({a.cue->span, Ink::act});
  for (const Words& words : a.content) marks.push_back({words.span, Ink::marked});
  return marks;
}

Ink ink_at(const std::vector<Mark>& marks, std::uint32_t byte) {
  Ink ink = Ink::plain;
  for (const Mark& mark : marks) {
    if (mark.span.begin <= byte && byte < mark.span.end) ink = mark.ink;
  }
  return ink;
}

void append_runs(std::vector<Run>& runs, std::string_view text, Span range, const std::vector<Mark>& marks) {
  std::vector<std::uint32_t> cuts{range.begin, range.end};
  for (const Mark& mark : marks) {
    for (const std::uint32_t cut : {mark.span.begin, mark.span.end}) {
      if (range.begin < cut && cut < range.end) cuts.push_back(cut);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    if (cuts[i] == cuts[i + 1]) continue;
    runs.push_back({std::string(slice(text, {cuts[i], cuts[i + 1]})), ink_at(marks, cuts[i])});
  }
}

}  // namespace

std::vector<Run> excerpt(std::string_view text, const Claim& claim, const std::vector<Sentence>& sentences) {
  const std::vector<Mark> marks = marks_of(claim.attribution);
  std::vector<Run> runs;
  for (const Span range : ranges(text, claim, sentences)) {
    if (!runs.empty()) runs.push_back({" … ", Ink::faint});
    append_runs(runs, text, range, marks);
  }
  return runs;
}

}  // namespace sayso::publish
