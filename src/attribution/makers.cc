// Papers that speak for whoever made them: the maker is the source, the paper the medium.
//
//     "A UN report released on Tuesday says …"                source UN, medium "A UN report"
//     "according to a report published by the UN rights office"   source "the UN rights office", medium "a report"
//
// Reads lists document and come_by. Left out on purpose: papers whose maker nobody names, which stay their own source,
// and adjectives of peoples ("a Varnian report"), which tell where a paper comes from and not who wrote it.
#include <algorithm>

#include "attribution/stance.h"
#include "base/utf8.h"
#include "match/clause.h"

namespace sayso {
namespace {

class Makers {
 public:
  explicit Makers(const StanceView& view) : view_(view), tree_(view.tree) {}

  void settle(Attribution& row) const {
    if (row.medium || !row.source.span || row.source.span->empty() || !row.cue) return;
    const TokenId paper = paper_in(*row.source.span);
    if (paper == no_token) return;
    std::optional<Source> maker = owner_of(paper);
    if (!maker) maker = behind(paper);
    if (!maker) maker = name_before(paper);
    if (!maker || !maker->span || maker->span->empty()) return;
    row.source = std::move(*maker);
    row.medium = words_at(view_.dispatch.text, span_of(tree_, noun_phrase(tree_, paper, OfTail::without)));
    if (!row.said) row.said = date_of(paper);
  }

 private:
  TokenId paper_in(Span words) const {
    const TokenRange range = tokens_in(tree_, words);
    for (auto t = range.first; t < range.last; ++t) {
      const TokenId token{t};
      const bool inside = tree_[token].head != no_token && index(tree_[token].head) >= range.first &&
                          index(tree_[token].head) < range.last;
      if (!inside) return tree_[token].tag == Tag::NOUN && in_list(view_, "document", token) ? token : no_token;
    }
    return no_token;
  }

  // "the ministry's bulletin"
  std::optional<Source> owner_of(TokenId paper) const {
    const TokenId owner = tree_.child(paper, Relation::nmod_poss);
    if (owner == no_token || tree_[owner].tag == Tag::PRON) return std::nullopt;
    if (!view_.speakers.may_speak(owner) && tree_[owner].tag != Tag::PROPN) return std::nullopt;
    return view_.speakers.source_at(owner);
  }

  // "a report by the UN", "a report released on Monday by the UN"
  std::optional<Source> behind(TokenId paper) const {
    for (TokenId below : tree_.children(paper)) {
      if (below < paper) continue;
      const std::string& preposition = tree_.preposition(below);
      if (is_a(tree_[below].relation, Relation::nmod) && (preposition == "by" || preposition == "from") &&
          view_.speakers.may_speak(below))
        return view_.speakers.source_at(below);
      if (tree_[below].relation != Relation::acl || tree_[below].xpos != Xpos::VBN || in_list(view_, "come_by", below))
        continue;
      for (TokenId agent : tree_.children(below))
        if (tree_.preposition(agent) == "by" && is_a(tree_[agent].relation, Relation::obl) &&
            tree_[agent].tag != Tag::PRON)
          return view_.speakers.source_at(agent);
    }
    return std::nullopt;
  }

  bool is_capital(std::uint32_t t) const {
    std::size_t at = tree_[TokenId{t}].span.begin;
    return is_upper(next_code_point(view_.dispatch.text, at));
  }

  // "A UN report": the name right before the paper.
  std::optional<Source> name_before(TokenId paper) const {
    const auto begin = index(tree_.syntax()[tree_.sentence_of(paper)].first);
    auto first = index(paper);
    bool proper = false;
    while (first > begin && is_capital(first - 1) && tree_[TokenId{first - 1}].tag != Tag::DET &&
           tree_.is_under(TokenId{first - 1}, paper))
      proper = tree_[TokenId{--first}].tag == Tag::PROPN || proper;
    if (!proper) return std::nullopt;
    const TokenId last{index(paper) - 1};
    const Words words = words_at(view_.dispatch.text, {tree_[TokenId{first}].span.begin, tree_[last].span.end});
    Source named = view_.speakers.source_at(last);
    if (named.span && *named.span == words.span)
      return view_.speakers.may_speak(last) ? std::optional(named) : std::nullopt;
    if (is_place_or_date(words.span)) return std::nullopt;
    Source source;
    source.text = source.name = words.text;
    source.span = words.span;
    source.kind = EntityKind::organisation;
    source.rule = "maker-of-a-paper";
    return source;
  }

  bool is_place_or_date(Span words) const {
    const auto covers = [&](Span span) { return span.overlaps(words); };
    return std::any_of(view_.mentions.places.begin(), view_.mentions.places.end(),
                       [&](const PlaceMention& place) { return covers(place.place.span); }) ||
           std::any_of(view_.mentions.dates.begin(), view_.mentions.dates.end(),
                       [&](const DateMention& date) { return date.when.span && covers(*date.when.span); });
  }

  std::optional<When> date_of(TokenId paper) const {
    const Span span = span_of(tree_, tree_.phrase(paper));
    for (const DateMention& date : view_.mentions.dates) {
      if (!date.when.span || !span.contains(*date.when.span) || date.head == no_token) continue;
      const TokenId above = tree_[date.head].head;
      if (above != no_token && (tree_[above].head == paper || above == paper)) return date.when;
    }
    return std::nullopt;
  }

  const StanceView& view_;
  const Tree& tree_;
};

}  // namespace

void name_makers(Rows& found, const StanceView& view) {
  if (view.lists.find("document") == nullptr) return;
  const Makers makers(view);
  for (Attribution& row : found) makers.settle(row);
}

}  // namespace sayso
