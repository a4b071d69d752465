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

// One accuser and "the other", or two and "each other".
std::optional<Attribution> returned(Attribution& row, const StanceView& view) {
  const Tree& tree = view.tree;
  const WordList* reciprocal = view.lists.find("reciprocal");
  if (reciprocal == nullptr || !row.target || !row.source.span || row.cue_head == no_token) return std::nullopt;
  Words target = *row.target;
  auto kind = reciprocal->value_of(fold(target.text));
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
  if (speakers.size() == 2) {
    const Source first = view.speakers.source_at(speakers[0]), second = view.speakers.source_at(speakers[1]);
    row.source = first;
    row.target = words_of(second);
    back.source = second;
    back.target = words_of(first);
    return back;
  }
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
