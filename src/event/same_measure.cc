// Numbers that stand beside an earlier count of losses and name nothing themselves: they count the same.
//
//     "The ministry put the number of wounded at 212, while the Red Crescent counted more than 300."
//        -> LOSS/wounded, trigger [300], count 301 or more
//
// Only the last count before it, in the same sentence or the one before, and only by verbs that give a number (list
// gives_number) or "the figure is". Left out on purpose: "another five", "twelve more", which count something else.
#include "event/same_measure.h"

#include <algorithm>

#include "event/circumstances.h"
#include "match/clause.h"

namespace sayso {
namespace {

bool is_further(const Tree& tree, TokenId number) {
  for (TokenId below : tree.children(number)) {
    const std::string& lemma = tree.lemma(below);
    if (lemma == "another" || lemma == "other" || lemma == "further" || lemma == "additional") return true;
    if (lemma == "more" && below > number) return true;
  }
  return false;
}

// "counted 300", "spoke of 20", "raised the figure to 13", "the figure is above 400".
bool is_given(const Tree& tree, const WordLists& lists, TokenId number) {
  for (TokenId below : tree.children(number))
    if (is_a(tree[below].relation, Relation::nsubj)) return lists.contains("figure", tree.lemma(below));
  const TokenId verb = tree[number].head;
  const Relation relation = tree[number].relation;
  if (verb == no_token || tree[verb].tag != Tag::VERB || !lists.contains("gives_number", tree.lemma(verb)))
    return false;
  if (relation == Relation::obj) return true;
  if (!is_a(relation, Relation::obl)) return false;
  const TokenId object = tree.child(verb, Relation::obj);
  return object == no_token ? tree.preposition(number) == "of" : lists.contains("figure", tree.lemma(object));
}

}  // namespace

void add_same_measures(std::vector<Event>& events, const Dispatch& dispatch, const Tree& tree, const Mentions& mentions,
                       const WordLists& lists) {
  std::vector<Event> added;
  std::vector<Span> taken;
  for (const Event& event : events)
    for (const Count& count : event.counts) taken.push_back(count.span);
  std::sort(taken.begin(), taken.end());
  const auto first_behind = [&](TokenId token) {
    return std::lower_bound(events.begin(), events.end(), token,
                            [](const Event& event, TokenId at) { return event.head < at; });
  };
  for (const CountMention& mention : mentions.counts) {
    if (mention.head != mention.number || tree[mention.number].tag != Tag::NUM || is_further(tree, mention.number) ||
        !is_given(tree, lists, mention.number))
      continue;
    if (std::binary_search(taken.begin(), taken.end(), mention.count.span)) continue;
    const auto& sentences = tree.syntax().sentences;
    const auto here = index(tree.sentence_of(mention.head));
    const Event* before = nullptr;
    for (auto event = first_behind(mention.head); event != events.begin() && before == nullptr;) {
      --event;
      const auto there = index(tree.sentence_of(event->head));
      if (there + 1 < here || sentences[there].paragraph != sentences[here].paragraph) break;
      if (event->type == "LOSS" && !event->counts.empty()) before = &*event;
    }
    if (before == nullptr) continue;
    Event event;
    event.type = before->type;
    event.mode = before->mode;
    event.cameo = before->cameo;
    event.trigger = words_at(dispatch.text, tree[mention.number].span);
    event.head = mention.number;
    event.rule = "same-measure";
    Count count = mention.count;
    count.effect = effect_of(event);
    event.counts.push_back(std::move(count));
    added.push_back(std::move(event));
  }
  if (added.empty()) return;
  events.insert(events.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.head < b.head; });
}

}  // namespace sayso
