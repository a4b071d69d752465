// Gives events the place and day of the scene they are part of.
//
//     "In Kesh, guards stopped a van and detained two men on Sunday. A third was wounded during the search."
//        -> detained: Kesh by "scene"; wounded: Kesh, Sunday by "the-search" where a search stands before
//
// A scene is what joined verbs of one subject, participles and "while" clauses tell of together; a clause that somebody
// says, or that tells about a noun, is another. "During the search" leads to the scene of the last search named, "the
// patrol" that does it to the scene in which "a patrol" came up. Left
// out on purpose: scenes that only stand near, two places or days of one scene that differ, what the subject is from.
#include "event/scenes.h"

#include <algorithm>
#include <optional>
#include <string>

namespace sayso {
namespace {

constexpr int longest_path_to_scene = 16;
constexpr std::uint32_t furthest_paragraph = 3;  // between "the search" and the search

class Scenes {
 public:
  Scenes(const std::vector<Event>& events, const Tree& tree, const Mentions& mentions, const WordLists& lists)
      : tree_(tree), mentions_(mentions), is_event_(tree.size()) {
    for (const Event& event : events) is_event_[index(event.head)] = true;
    for (std::uint32_t t = 0; t < tree.size(); ++t)
      if (const Tag tag = tree[TokenId{t}].tag; tag == Tag::NOUN || tag == Tag::VERB) {
        const std::string& lemma = tree.lemma(TokenId{t});
        if (lists.contains("scene_noun", lemma)) scenes_.push_back(TokenId{t});
        if (tag == Tag::NOUN && lists.contains("force", lemma)) forces_.push_back(TokenId{t});
      }
  }

  void complete(Event& event) const {
    if (event.tense == Tense::future) return;
    const TokenId top = scene_of(event.head, Of::event);
    if (top == no_token) return;
    give(event, event.head, top, "scene");
    if (!event.where.empty() && event.when) return;
    if (const TokenId noun = scene_noun_in(top, event.head); noun != no_token) follow(event, noun, scenes_);
    if (!event.where.empty() && event.when) return;
    if (event.tense != Tense::past) return;
    for (TokenId actor : tree_.related(event.head, Deep::actor))
      if (is_definite(actor)) follow(event, actor, forces_);
  }

 private:
  enum class Of : std::uint8_t { event, noun };

  // From "the search" to the scene in which it was "a search".
  void follow(Event& event, TokenId noun, const std::vector<TokenId>& known, bool further = true) const {
    const TokenId before = named_before(noun, known);
    if (before == no_token) return;
    // Who acts is the scene's subject.
    const bool subject = is_a(tree_[before].relation, Relation::nsubj) || tree_[before].relation == Relation::obl_agent;
    const TokenId from = subject ? tree_[before].head : before;
    const TokenId top = scene_of(from, subject ? Of::event : Of::noun);
    if (top == no_token) return;
    give(event, from, top, "the-" + tree_.lemma(noun));
    // "During the search a patrol found a gun. The patrol …": one step further.
    if (!subject || !further || (!event.where.empty() && event.when)) return;
    if (const TokenId scene = scene_noun_in(top, from); scene != no_token) follow(event, scene, scenes_, false);
  }

  bool has_subject(TokenId verb) const {
    const auto below = tree_.children(verb);
    return std::any_of(below.begin(), below.end(),
                       [&](TokenId at) { return is_a(tree_[at].relation, Relation::nsubj); });
  }

  // "while searching", "as they approached": of the same time as what it stands beside.
  bool is_simultaneous(TokenId clause) const {
    const TokenId mark = tree_.child(clause, Relation::mark);
    return mark == no_token ? tree_[clause].xpos == Xpos::VBG : tree_.lemma(mark) == "while";
  }

  // The verb at the top of the scene a word belongs to; no_token where the way leads through what is said, thought or
  // told of a noun.
  TokenId scene_of(TokenId from, Of of) const {
    TokenId at = from;
    for (int steps = 0; steps < longest_path_to_scene; ++steps) {
      const Token& token = tree_[at];
      if (token.head == no_token) return at;
      // "With the capture of the leader on Sunday, …": Sunday is the capture's alone.
      if (of == Of::noun && at != from && is_event_[index(at)] && token.tag == Tag::NOUN) return no_token;
      switch (token.relation) {
        case Relation::conj:
          if (tree_.is_clause(at) && has_subject(at)) return at;
          break;
        case Relation::advcl:
          if (!is_simultaneous(at)) return at;
          break;
        case Relation::obl:
        case Relation::obl_unmarked:
        case Relation::nmod:
        case Relation::nmod_unmarked:
        case Relation::nmod_desc:
        case Relation::obj:
        case Relation::appos:
        case Relation::flat:
        case Relation::list:
          break;
        case Relation::compound:
        case Relation::amod:
          if (at != from) return no_token;
          break;
        case Relation::acl:  // "an operation targeting a leader in Kesh"; a man "accused of killing" is another matter
          if (of == Of::event || tree_[at].xpos == Xpos::VBN) return no_token;
          break;
        case Relation::advmod:
          if (at != from) return no_token;
          break;
        case Relation::nsubj_pass:
        case Relation::nsubj:
          if (of == Of::event && at == from) break;  // "The capture took place in Kesh"
          return no_token;
        case Relation::ccomp:
        case Relation::parataxis:
        case Relation::csubj:
        case Relation::csubj_pass:
        case Relation::acl_relcl:
        case Relation::advcl_relcl:
          return tree_.is_clause(at) && of == Of::event ? at : no_token;
        case Relation::xcomp:
          if (of == Of::event) return at;
          break;
        default:
          return no_token;
      }
      at = token.head;
    }
    return no_token;
  }

  template <class List>
  std::span<const typename List::value_type> in_sentence(const List& list, TokenId token) const {
    const Sentence& sentence = tree_.syntax()[tree_.sentence_of(token)];
    const auto before = [](const typename List::value_type& mention, TokenId at) { return mention.head < at; };
    const auto first = std::lower_bound(list.begin(), list.end(), sentence.first, before);
    const auto last = std::lower_bound(first, list.end(), sentence.last, before);
    return {first, last};
  }

  void give(Event& event, TokenId from, TokenId top, const std::string& rule) const {
    if (event.where.empty()) {
      event.where = places_of(event, from, top);
      for (Place& place : event.where) place.rule += " " + rule;
    }
    if (event.when) return;
    if (auto day = day_of(from, top)) {
      event.when = std::move(day);
      event.when->rule += " " + rule;
    }
  }

  // Places of one region only: two that differ are no answer.
  std::vector<Place> places_of(const Event& event, TokenId from, TokenId top) const {
    std::vector<Place> found;
    for (const PlaceMention& mention : in_sentence(mentions_.places, from)) {
      const Place& place = mention.place;
      const bool actor = std::any_of(event.actors.begin(), event.actors.end(), [&](const Participant& one) {
        return one.words && one.words->span.overlaps(place.span);
      });
      if (actor || (place.name.empty() && place.admin1.empty()) || scene_of(mention.head, Of::noun) != top) continue;
      if (!found.empty() && (found.front().country != place.country ||
                             (!found.front().admin1.empty() && !place.admin1.empty() &&
                              found.front().admin1 != place.admin1 && !is_joined(mention.head))))
        return {};
      found.push_back(place);
    }
    return found;
  }

  bool is_joined(TokenId head) const {
    return tree_[head].relation == Relation::conj || tree_[head].relation == Relation::appos;
  }

  std::optional<When> day_of(TokenId from, TokenId top) const {
    std::optional<When> found;
    const bool nominal = !tree_.is_clause(from);
    for (const DateMention& mention : in_sentence(mentions_.dates, from)) {
      const Relation how = tree_[mention.head].relation;
      const bool adverbial = how == Relation::obl || how == Relation::obl_unmarked || how == Relation::advmod ||
                             how == Relation::nmod_unmarked || how == Relation::nmod || how == Relation::appos ||
                             how == Relation::conj || how == Relation::list;
      if (!adverbial || scene_of(mention.head, Of::noun) != top) continue;
      // "confirmed today the arrest of a man on Sunday": the first day is the verb's.
      if (nominal && tree_[mention.head].head == top && mention.head < from) continue;
      if (found && (found->begin != mention.when.begin || found->end != mention.when.end)) return std::nullopt;
      if (!found) found = mention.when;
    }
    return found;
  }

  // "during the search", "as a result of the operation" in the event's own scene.
  TokenId scene_noun_in(TokenId top, TokenId trigger) const {
    const Sentence& sentence = tree_.syntax()[tree_.sentence_of(trigger)];
    for (auto at = std::lower_bound(scenes_.begin(), scenes_.end(), sentence.first);
         at != scenes_.end() && *at < sentence.last; ++at) {
      if (*at == trigger || !is_definite(*at)) continue;
      const Relation how = tree_[*at].relation;
      if ((is_a(how, Relation::obl) || is_a(how, Relation::nmod)) && scene_of(*at, Of::noun) == top) return *at;
    }
    return no_token;
  }

  bool is_definite(TokenId noun) const {
    const TokenId article = tree_.child(noun, Relation::det);
    if (article == no_token) return false;
    const std::string& lemma = tree_.lemma(article);
    return lemma == "the" || lemma == "this" || lemma == "that";
  }

  // The last word of that lemma before it that brings it up: "a search", "searched".
  TokenId named_before(TokenId noun, const std::vector<TokenId>& known) const {
    constexpr int most = 12;
    const auto paragraph = [&](TokenId at) { return tree_.syntax()[tree_.sentence_of(at)].paragraph; };
    auto at = std::lower_bound(known.begin(), known.end(), noun);
    for (int steps = 0; at != known.begin() && steps < most; ++steps) {
      --at;
      if (paragraph(*at) + furthest_paragraph < paragraph(noun)) break;
      if (tree_.lemma(*at) == tree_.lemma(noun) && !is_definite(*at)) return *at;
    }
    return no_token;
  }

  const Tree& tree_;
  const Mentions& mentions_;
  std::vector<bool> is_event_;
  std::vector<TokenId> scenes_{};  // words of the list scene_noun, rising
  std::vector<TokenId> forces_{};  // … of the list force
};

}  // namespace

void share_scenes(std::vector<Event>& events, const Tree& tree, const Mentions& mentions, const WordLists& lists) {
  const Scenes scenes(events, tree, mentions, lists);
  for (Event& event : events)
    if (event.where.empty() || !event.when) scenes.complete(event);
}

}  // namespace sayso
