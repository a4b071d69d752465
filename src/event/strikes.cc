// Settles what bare strikes are, see strikes.h. In: "The union said the strike would go on."; out: PROTEST, not
// ASSAULT. Left out on purpose: a bare strike in a dispatch that has strikes of both kinds, but in a sentence with
// words of labour.
#include "event/strikes.h"

#include <algorithm>

namespace sayso {
namespace {

bool is_strike(const Event& event, const Tree& tree) {
  return event.type == "ASSAULT" && event.head != no_token && tree[event.head].tag == Tag::NOUN &&
         tree.lemma(event.head) == "strike";
}

// Nobody and nothing struck, no weapon, no nation's strike.
bool is_bare(const Event& event, const Tree& tree) {
  const auto below = tree.children(event.head);
  return event.mode.empty() && event.recipients.empty() && event.counts.empty() && event.instruments.empty() &&
         event.actors.empty() && std::none_of(below.begin(), below.end(), [&](TokenId at) {
           return is_a(tree[at].relation, Relation::compound) || is_a(tree[at].relation, Relation::amod);
         });
}

bool tells_of_labour(const Sentence& sentence, const Tree& tree, const WordList& words) {
  for (TokenId t = sentence.first; t < sentence.last; t = TokenId{index(t) + 1})
    if (tree[t].tag == Tag::NOUN && words.contains(tree.lemma(t))) return true;
  return false;
}

}  // namespace

void settle_strikes(std::vector<Event>& events, const Tree& tree, const EventKnowledge& knowledge) {
  const WordList* words = knowledge.lists->find("labour_word");
  if (words == nullptr) return;
  bool of_workers = false, of_arms = false;
  for (const Event& event : events) {
    of_workers = of_workers || (event.type == "PROTEST" && event.mode == "strike");
    of_arms = of_arms || (is_strike(event, tree) && !is_bare(event, tree));
  }
  for (Event& event : events) {
    if (!is_strike(event, tree) || !is_bare(event, tree)) continue;
    if (!(of_workers && !of_arms) && !tells_of_labour(tree.syntax()[tree.sentence_of(event.head)], tree, *words))
      continue;
    event.type = "PROTEST";
    event.mode = "strike";
    event.cameo = knowledge.cameo(event.type, event.mode);
    event.rule += " labour";
  }
}

}  // namespace sayso
