// Tells what an event is about by the words that hang on its trigger.
//
//     "imposed sanctions on oil exports"   sanctions: "oil" -> natural_resource, "export" -> economic
//
// The words are those of the trigger's own clause: what another clause tells, and what is joined to it, is about
// something else. Left out on purpose: contexts of the actors alone (who acts is in the event already), and guesses
// from the type.
#include "event/contexts.h"

#include <set>

namespace sayso {
namespace {

constexpr std::size_t most_words_around = 40;

bool leads_on(Relation relation) {
  switch (relation) {
    case Relation::ccomp:
    case Relation::advcl:
    case Relation::acl_relcl:
    case Relation::parataxis:
    case Relation::conj:
    case Relation::punct:
      return false;
    default:
      return true;
  }
}

}  // namespace

std::vector<std::string> contexts_of(const Tree& tree, TokenId trigger, TokenId carrier, const WordList& words) {
  std::vector<TokenId> queue{trigger};
  if (carrier != no_token && carrier != trigger) queue.push_back(carrier);
  std::set<std::string> found;
  const auto add = [&](std::string_view word) {
    const auto context = words.value_of(word);
    if (context) found.emplace(*context);
    return context.has_value();
  };
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const TokenId at = queue[i];
    bool paired = false;  // "war crime" is nearer than "crime"
    for (TokenId below : tree.children(at)) {
      if (queue.size() >= most_words_around) break;
      const Relation relation = tree[below].relation;
      if (is_a(relation, Relation::amod) || is_a(relation, Relation::compound))
        paired = add(tree.lemma(below) + " " + tree.lemma(at)) || paired;
      if (leads_on(relation) && below != trigger) queue.push_back(below);
    }
    if (!paired) add(tree.lemma(at));
  }
  return {found.begin(), found.end()};
}

}  // namespace sayso
