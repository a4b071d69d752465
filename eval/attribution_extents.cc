// Widens spans to PolNeAR's extents: verb groups, sources with all that tells who they are, quotation marks.
//
//     accused [Ostrel] of [shelling a port]  -> content [Ostrel of shelling a port]
//
// Left out on purpose: whatever one would have to know of the marked words.
#include "attribution_extents.h"

#include <algorithm>

#include "attribution/cue_group.h"
#include "attribution/speaker_phrase.h"
#include "base/utf8.h"

namespace sayso::eval {

Extents published(const Attribution& said) {
  Extents out;
  if (said.source.span && !said.source.span->empty()) out.source.push_back(*said.source.span);
  if (said.cue) out.cue.push_back(said.cue->span);
  for (const Words& words : said.content) out.content.push_back(words.span);
  return out;
}

PolnearExtents::PolnearExtents(const Reading& reading)
    : reading_(reading), tree_(reading.syntax), quotations_(find_quotations(reading.dispatch)) {}

Extents PolnearExtents::of(const Attribution& said) const {
  Extents out = published(said);
  if (!out.source.empty()) out.source.front() = source(said);
  if (!out.cue.empty()) out.cue.front() = cue_group(tree_, reading_.dispatch.text, said);
  out.content = content(said, out.cue.empty() ? Span{} : out.cue.front());
  return out;
}

Span PolnearExtents::source(const Attribution& said) const {
  const std::string_view text = reading_.dispatch.text;
  const Span words = *said.source.span;
  // "the men [who] said": the pronoun is marked, what it stands for is what we print.
  if (said.cue_head != no_token)
    for (TokenId below : tree_.children(said.cue_head))
      if (below < said.cue_head && is_a(tree_[below].relation, Relation::nsubj) && tree_.referent(below) != below &&
          words.end <= tree_[below].span.begin)
        return tree_[below].span;
  Span whole = speaker_phrase(tree_, text, reading_.mentions.dates, words, said.cue_head, Asides::with);
  // The paper of a maker is the speaker there: "[a report by the UN] says".
  if (said.medium && makes_medium(words, said.medium->span)) {
    const Span paper =
        speaker_phrase(tree_, text, reading_.mentions.dates, said.medium->span, said.cue_head, Asides::with);
    whole = {std::min(whole.begin, paper.begin), std::max(whole.end, paper.end)};
  }
  // The owner of a noun that says: "[the governor's] threat".
  const auto& tokens = reading_.syntax.tokens;
  const auto next = std::lower_bound(tokens.begin(), tokens.end(), whole.end,
                                     [](const Token& token, std::uint32_t byte) { return token.span.begin < byte; });
  if (next != tokens.end() && next->span.begin == whole.end && next->xpos == Xpos::POS) whole.end = next->span.end;
  whole = with_marks(whole);
  // The comma or dash that closes what one opened.
  const std::string_view behind = text.substr(whole.end, 4), inside = slice(text, whole);
  if (behind.starts_with(",") && inside.find(", ") != std::string_view::npos) ++whole.end;
  if (behind.starts_with(" —") && inside.find("— ") != std::string_view::npos) whole.end += 4;
  return whole;
}

// Whether the speaker hangs on the medium: "a report by the UN", and not "in a statement, the ministry said".
bool PolnearExtents::makes_medium(Span speaker, Span medium) const {
  for (std::uint32_t t = 0; t < tree_.size(); ++t) {
    if (!speaker.contains(tree_[TokenId{t}].span)) continue;
    for (TokenId up = tree_[TokenId{t}].head; up != no_token; up = tree_[up].head)
      if (!speaker.contains(tree_[up].span) && medium.contains(tree_[up].span)) return true;
  }
  return false;
}

bool PolnearExtents::only_marks(std::uint32_t from, std::uint32_t to) const {
  for (std::size_t at = from; at < to;) {
    const char32_t character = next_code_point(reading_.dispatch.text, at);
    if (is_letter(character) || is_digit(character)) return false;
  }
  return true;
}

Span PolnearExtents::with_marks(Span piece) const {
  if (piece.empty()) return piece;
  const Quotation* first = quotation_at(quotations_, piece.begin);
  if (first != nullptr && only_marks(first->outer.begin, piece.begin)) piece.begin = first->outer.begin;
  const Quotation* last = quotation_at(quotations_, piece.end - 1);
  if (last != nullptr && only_marks(piece.end, last->outer.end)) piece.end = last->outer.end;
  return piece;
}

std::vector<Span> PolnearExtents::content(const Attribution& said, Span cue) const {
  std::vector<Span> pieces;
  for (const Words& words : said.content) pieces.push_back(with_marks(words.span));
  // "which [critics] [said] was unfair": the pronoun that joins the clause is said too.
  if (said.cue_head != no_token && tree_[said.cue_head].relation == Relation::acl_relcl && said.source.span)
    for (TokenId below : tree_.children(said.cue_head))
      if (below < said.cue_head && tree_.referent(below) != below && !is_a(tree_[below].relation, Relation::nsubj) &&
          !said.source.span->overlaps(tree_[below].span))
        pieces.push_back(tree_[below].span);
  // Whom a charge is laid to is part of it: "accused [Ostrel of shelling a port]". Whom something is said to is not.
  if (said.act == Act::accuse && said.target && !pieces.empty()) {
    const Span target = said.target->span;
    if (target.end <= pieces.front().begin && !(target.end <= cue.begin && cue.end <= pieces.front().begin))
      pieces.front().begin = target.begin;
    else
      pieces.push_back(target);
  }
  // Who is to do it, or is praised for it, too: "urged [the city to leave]".
  const auto leads = [&](Span piece) {
    const auto words = slice(reading_.dispatch.text, piece);
    return words.starts_with("to ") || words.starts_with("for ") || words.starts_with("with ");
  };
  if (said.target && !pieces.empty() && said.target->span.end < pieces.front().begin && leads(pieces.front()) &&
      only_marks(said.target->span.end, pieces.front().begin))
    pieces.front().begin = said.target->span.begin;
  std::sort(pieces.begin(), pieces.end());
  std::vector<Span> joined;
  for (Span piece : pieces) {
    if (!joined.empty() && (joined.back().end >= piece.begin || only_marks(joined.back().end, piece.begin)))
      joined.back().end = std::max(joined.back().end, piece.end);
    else
      joined.push_back(piece);
  }
  return joined;
}

}  // namespace sayso::eval
