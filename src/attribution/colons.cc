// Finds speakers before a colon, and behind one at the end of a headline.
//
//     headline "Rebels Broke Truce: Kesh Wire"   -> cue ":", speaker Wire, content [Rebels Broke Truce]
//
// Left out on purpose: dialogue in running text by anybody but a person's name.
#include "attribution/colons.h"

#include <algorithm>

#include "attribution/tails.h"
#include "base/utf8.h"
#include "match/clause.h"

namespace sayso {
namespace {

constexpr std::uint32_t longest_colon_speaker = 6, shortest_colon_content = 2;

class ColonFinder {
 public:
  ColonFinder(const Dispatch& dispatch, const Tree& tree, const Speakers& speakers, const Mentions& mentions,
              const WordLists& lists)
      : dispatch_(dispatch), tree_(tree), speakers_(speakers), mentions_(mentions), lists_(lists) {}

  std::vector<Colon> find() {
    for (const Sentence& sentence : tree_.syntax().sentences) {
      if (!sentence.read) continue;
      const bool headline = is_headline(dispatch_, tree_, sentence.first);
      if (!opens(sentence, headline) && headline) ends(sentence);
    }
    return std::move(found_);
  }

 private:
  std::string_view word(std::uint32_t t) const { return slice(dispatch_.text, tree_[TokenId{t}].span); }
  bool is_nominal(std::uint32_t t) const { return sayso::is_nominal(tree_, dispatch_.text, TokenId{t}); }

  bool opens(const Sentence& sentence, bool headline) {
    const std::uint32_t begin = index(sentence.first), end = index(sentence.last);
    const auto& sentences = tree_.syntax().sentences;
    if (begin > 0 && sentences[index(tree_.sentence_of(TokenId{begin - 1}))].paragraph == sentence.paragraph)
      return false;
    std::uint32_t colon = begin;
    while (colon < end && colon - begin <= longest_colon_speaker && is_nominal(colon)) ++colon;
    if (colon == begin || colon + shortest_colon_content >= end || word(colon) != ":") return false;
    // A lone word of a headline is a name even where the model takes it for an adjective.
    const bool lone = headline && colon == begin + 1;
    const TokenId speaker = lone ? TokenId{begin} : head_of_run(tree_, begin, colon - 1);
    if (speaker == no_token || !(names_a_voice(speaker, headline) || (lone && names_a_seat(speaker, colon + 1, end))))
      return false;
    std::uint32_t last = end;
    while (last < tree_.size() && sentences[index(tree_.sentence_of(TokenId{last}))].paragraph == sentence.paragraph)
      ++last;
    found_.push_back({TokenId{colon}, speaker, colon + 1, last, headline ? "headline-colon" : "speaker-colon"});
    return true;
  }

  void ends(const Sentence& sentence) {
    const std::uint32_t begin = index(sentence.first), end = index(sentence.last);
    std::uint32_t first = end;
    while (first > begin && end - first < longest_colon_speaker && is_nominal(first - 1) && word(first - 1) != "-")
      --first;
    if (first == end || first < begin + shortest_colon_content + 1) return;
    const auto mark = word(first - 1);
    if (mark != ":" && mark != "-" && mark != "–" && mark != "—") return;
    const TokenId speaker = head_of_run(tree_, first, end - 1);
    if (speaker != no_token && speakers_.may_speak(speaker))
      found_.push_back({TokenId{first - 1}, speaker, begin, first - 1, "headline-tail"});
  }

  // In running text only a person's name opens a speech; a headline's organisations speak too.
  bool names_a_voice(TokenId speaker, bool headline) const {
    if (!speakers_.may_speak(speaker) || tree_[speaker].tag == Tag::PRON) return false;
    const Source source = speakers_.source_at(speaker);
    if (source.kind == EntityKind::person) return tree_[speaker].tag == Tag::PROPN;
    return headline && source.country.empty() && source.kind != EntityKind::unnamed;
  }

  // "Seoul: North Fired Two Missiles": a capital, or a name that stands for nothing else, before a whole clause. A
  // country there is mostly a topic ("Sudan: Army Retakes Palace"), and so is every other place.
  bool names_a_seat(TokenId name, std::uint32_t first, std::uint32_t last) const {
    const WordList* labels = lists_.find("headline_label");
    if (tree_[name].tag != Tag::PROPN && tree_[name].tag != Tag::ADJ) return false;
    if (labels != nullptr && labels->contains(tree_.lemma(name))) return false;
    bool clause = false;
    for (auto t = first; t < last; ++t) {
      const Xpos form = tree_[TokenId{t}].xpos;
      if (tree_[TokenId{t}].tag != Tag::VERB || (form != Xpos::VBD && form != Xpos::VBZ && form != Xpos::VBP)) continue;
      for (TokenId below : tree_.children(TokenId{t})) clause = clause || is_a(tree_[below].relation, Relation::nsubj);
    }
    if (!clause) return false;
    const Source who = speakers_.source_at(name);
    if (who.kind == EntityKind::government) return fold(who.country) != fold(who.text) && !is_country(name);
    return who.entity.empty() && !is_place(name);
  }

  bool is_place(TokenId name) const {
    return std::any_of(mentions_.places.begin(), mentions_.places.end(),
                       [&](const PlaceMention& place) { return place.head == name; });
  }

  bool is_country(TokenId name) const {
    return std::any_of(mentions_.actors.begin(), mentions_.actors.end(), [&](const ActorMention& actor) {
      return actor.head == name && actor.kind == EntityKind::country;
    });
  }

  const Dispatch& dispatch_;
  const Tree& tree_;
  const Speakers& speakers_;
  const Mentions& mentions_;
  const WordLists& lists_;
  std::vector<Colon> found_;
};

}  // namespace

std::vector<Colon> find_colons(const Dispatch& dispatch, const Tree& tree, const Speakers& speakers,
                               const Mentions& mentions, const WordLists& lists) {
  return ColonFinder(dispatch, tree, speakers, mentions, lists).find();
}

}  // namespace sayso
