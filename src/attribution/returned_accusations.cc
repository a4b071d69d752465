// Accusations that go both ways: two rows, source and target exchanged.
//
//     "Each side blamed the other for the blast."          Each side -> the other,  the other -> Each side
//     "Armenia and Azerbaijan accused each other of …"     Armenia -> Azerbaijan,   Azerbaijan -> Armenia
//
// Left out on purpose: more than two speakers, of whom "each other" does not say who accuses whom.
#include <algorithm>

#include "attribution/stance.h"
#include "base/utf8.h"
#include "match/clause.h"

namespace sayso {
namespace {

Words words_of(const Source& source) { return {source.text, *source.span}; }

// The row of the first speaker and, returned, of the second.
Attribution exchanged(Attribution& row, const StanceView& view, TokenId first, TokenId second) {
  Attribution back = row;
  back.rule += "-returned";
  row.source = view.speakers.source_at(first);
  back.source = view.speakers.source_at(second);
  row.target = words_of(back.source);
  back.target = words_of(row.source);
  return back;
}

// "Khartoum and the rebels traded accusations over the raid."
std::optional<Attribution> traded(Attribution& row, const StanceView& view, const WordList& reciprocal) {
  const TokenId verb = view.tree[row.cue_head].head;
  if (view.tree[row.cue_head].tag != Tag::NOUN || verb == no_token ||
      reciprocal.value_of(view.tree.lemma(verb)) != "trade")
    return std::nullopt;
  const auto subjects = view.tree.related(verb, Deep::subject);
  if (subjects.empty()) return std::nullopt;
  const auto speakers = view.tree.conjuncts(subjects.front());
  if (speakers.size() != 2) return std::nullopt;
  return exchanged(row, view, speakers[0], speakers[1]);
}

// One accuser and "the other", or two and "each other".
std::optional<Attribution> returned(Attribution& row, const StanceView& view) {
  const Tree& tree = view.tree;
  const WordList* reciprocal = view.lists.find("reciprocal");
  if (reciprocal == nullptr || !row.source.span || row.cue_head == no_token) return std::nullopt;
  if (!row.target) return traded(row, view, *reciprocal);
  Words target = *row.target;
  auto kind = reciprocal->value_of(fold(target.text));
  // "each other of firing first": the tree may hang the deed on the words.
  if (!kind)
    for (const std::string_view both : {"each other", "one another"})
      if (fold(target.text).starts_with(both))
        target = words_at(view.dispatch.text,
                          {target.span.begin, target.span.begin + static_cast<std::uint32_t>(both.size())}),
        kind = reciprocal->value_of(both);
  if (!kind) return std::nullopt;
  // "one another" and "each other" are two words, of which the tree may name one.
  const TokenRange words = tokens_in(tree, target.span);
  if (words.first + 1 == words.last && words.last < tree.size()) {
    const Words both = words_at(view.dispatch.text, {target.span.begin, tree[TokenId{words.last}].span.end});
    if (const auto longer = reciprocal->value_of(fold(both.text))) kind = longer, target = both;
  }
  row.target = target;
  const auto subjects = tree.related(row.cue_head, Deep::subject);
  if (subjects.empty()) return std::nullopt;
  const auto speakers = tree.conjuncts(subjects.front());
  Attribution back = row;
  back.rule += "-returned";
  if (speakers.size() == 2) return exchanged(row, view, speakers[0], speakers[1]);
  if (speakers.size() != 1 || *kind != "other") return std::nullopt;
  Source other;
  other.text = row.target->text;
  other.span = row.target->span;
  other.kind = EntityKind::unnamed;
  other.anonymous = row.source.anonymous;
  other.rule = "the-other";
  back.source = std::move(other);
  back.target = words_of(row.source);
  return back;
}

}  // namespace

void add_returned_accusations(std::vector<Attribution>& found, const StanceView& view) {
  for (std::size_t i = 0, rows = found.size(); i < rows; ++i)
    if (found[i].act == Act::accuse)
      if (auto back = returned(found[i], view)) found.push_back(std::move(*back));
}

}  // namespace sayso
