// Carries reported speech on over the next sentences of its paragraph.
//
//     "The envoy said the truce would hold. Convoys would move at first light."   -> [Convoys would move at first
//     light]
//
// Two things mark such a sentence. It keeps the shift of reported speech ("had", "would") though nobody reports it; or
// it counts who was lost, in the past, of those just spoken of ("None of his men were hurt"). Whatever might be the
// reporter's own ends it: a name or the speaker himself as the subject, a date behind "had", what somebody had been
// ("had been a teacher"), a judgment on what was said ("That would be the first pause"), a phrase of place in front.
// Left out on purpose: present tenses, which reporters use for what they know. Reads the lists say, loss_verb,
// die_verb, hit_verb and attack_verb.
#include "attribution/continuations.h"

#include <algorithm>
#include <array>

#include "attribution/content.h"
#include "match/clause.h"

namespace sayso {
namespace {

bool is_among(const std::string& lemma, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), lemma) != words.end();
}

class Continuations {
 public:
  Continuations(const std::vector<Attribution>& found, const StanceView& view, const std::vector<DateMention>& dates,
                const std::vector<bool>& spoken, const std::vector<bool>& cues)
      : found_(found),
        view_(view),
        tree_(view.tree),
        dates_(dates),
        spoken_(spoken),
        cues_(cues),
        rows_in_(view.tree.syntax().sentences.size()) {
    for (std::size_t i = 0; i < found.size(); ++i)
      if (found[i].cue_head != no_token) rows_in_[index(tree_.sentence_of(found[i].cue_head))].push_back(i);
  }

  std::vector<Attribution> find() {
    std::vector<Attribution> more;
    const Attribution* speech = nullptr;
    const auto& sentences = tree_.syntax().sentences;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      const Sentence& sentence = sentences[s];
      if (s > 0 && sentences[s - 1].paragraph != sentence.paragraph) speech = nullptr;
      if (const Attribution* said = speech_of(s); said != nullptr) {
        speech = said;
      } else if (speech != nullptr && is_free(sentence) && goes_on(sentence)) {
        more.push_back(row(sentence, *speech));
      } else {
        speech = nullptr;
      }
    }
    return more;
  }

 private:
  // The one row of a sentence that reports, in the past, what the rest of the sentence says.
  const Attribution* speech_of(std::uint32_t sentence) const {
    const Attribution* outer = nullptr;
    for (const std::size_t i : rows_in_[sentence]) {
      const Attribution& row = found_[i];
      const bool inside = std::any_of(rows_in_[sentence].begin(), rows_in_[sentence].end(), [&](std::size_t other) {
        return std::any_of(found_[other].content.begin(), found_[other].content.end(),
                           [&](const Words& words) { return words.span.contains(tree_[row.cue_head].span); });
      });
      if (inside) continue;
      if (outer != nullptr) return nullptr;
      outer = &row;
    }
    if (outer == nullptr || outer->act != Act::assert_ || outer->quote != Quote::indirect || !outer->source.span ||
        outer->vouched || outer->content.empty())
      return nullptr;
    const Token& cue = tree_[outer->cue_head];
    if (cue.xpos != Xpos::VBD || !in_list(view_, "say", outer->cue_head)) return nullptr;
    if (cue.head != no_token && cue.relation != Relation::parataxis) return nullptr;
    // The reporter goes on where the reporter had the last word.
    for (auto t = index(tree_.syntax().sentences[sentence].last);
         t-- > index(tree_.syntax().sentences[sentence].first);) {
      if (tree_[TokenId{t}].tag == Tag::PUNCT) continue;
      return spoken_[t] || cues_[t] || tree_.is_under(TokenId{t}, outer->cue_head) ? outer : nullptr;
    }
    return nullptr;
  }

  bool is_free(const Sentence& sentence) const {
    if (!sentence.read || !is_running_text(view_.dispatch.paragraphs[sentence.paragraph].kind)) return false;
    for (auto t = index(sentence.first); t < index(sentence.last); ++t) {
      if (spoken_[t] || cues_[t] || quotation_at(view_.quotations, tree_[TokenId{t}].span.begin) != nullptr)
        return false;
      const std::string& lemma = tree_.lemma(TokenId{t});
      if (lemma == "?" || is_among(lemma, {"we", "our", "i", "my", "you", "your"})) return false;
    }
    return true;
  }

  TokenId root_of(const Sentence& sentence) const {
    for (auto t = index(sentence.first); t < index(sentence.last); ++t)
      if (tree_[TokenId{t}].head == no_token) return TokenId{t};
    return no_token;
  }

  bool goes_on(const Sentence& sentence) const {
    const TokenId root = root_of(sentence);
    if (root == no_token || !tree_.is_clause(root)) return false;
    TokenId subject = no_token;
    bool had = false, would = false, past = tree_[root].xpos == Xpos::VBD;
    for (TokenId below : tree_.children(root)) {
      const Relation relation = tree_[below].relation;
      const std::string& lemma = tree_.lemma(below);
      if (is_a(relation, Relation::nsubj) && subject == no_token) subject = below;
      if (is_a(relation, Relation::aux) || relation == Relation::cop) {
        had = had || (lemma == "have" && tree_[below].xpos == Xpos::VBD);
        would = would || lemma == "would";
        past = past || tree_[below].xpos == Xpos::VBD;
      }
      if (relation == Relation::advmod && is_among(lemma, {"later", "meanwhile", "however", "earlier", "already"}))
        return false;
    }
    // Nothing in front of the subject: a phrase there sets another scene.
    if (subject == no_token || tree_.phrase(subject).front() != sentence.first) return false;
    if (would && !had) return keeps_future(root, subject);
    const bool describes = tree_[root].tag == Tag::NOUN && tree_.child(root, Relation::cop) != no_token;
    if (had) return !describes && keeps_past(sentence, subject);
    return past && counts_losses(root, subject);
  }

  bool keeps_future(TokenId root, TokenId subject) const {
    return tree_[subject].tag != Tag::PROPN && tree_[subject].tag != Tag::PRON &&
           tree_.child(root, Relation::cop) == no_token && !has_condition(tree_, root);
  }

  bool keeps_past(const Sentence& sentence, TokenId subject) const {
    if (tree_[subject].tag == Tag::PROPN || is_among(tree_.lemma(subject), {"he", "she", "this", "that", "who"}))
      return false;
    const std::uint32_t end = tree_[TokenId{index(sentence.last) - 1}].span.end;
    const auto date = std::lower_bound(
        dates_.begin(), dates_.end(), tree_[sentence.first].span.begin,
        [](const DateMention& mention, std::uint32_t byte) { return mention.when.span->begin < byte; });
    return date == dates_.end() || date->when.span->begin >= end;
  }

  // "Two guards died", "None of his men were hurt", "The others escaped".
  bool counts_losses(TokenId root, TokenId subject) const {
    const std::string& who = tree_.lemma(subject);
    if (who == "other" && tree_.child(subject, Relation::det) != no_token) return true;
    const bool counted = is_among(who, {"none", "nobody", "both", "several", "many", "some"}) ||
                         (tree_[subject].tag == Tag::NOUN && tree_.child(subject, Relation::nummod) != no_token) ||
                         tree_[subject].tag == Tag::NUM;
    return counted && std::any_of(loss_lists.begin(), loss_lists.end(),
                                  [&](std::string_view list) { return in_list(view_, list, root); });
  }

  Attribution row(const Sentence& sentence, const Attribution& speech) const {
    std::vector<TokenId> tokens;
    for (TokenId t = sentence.first; t < sentence.last; t = TokenId{index(t) + 1}) tokens.push_back(t);
    const TokenId root = root_of(sentence);
    Attribution made;
    made.rule = "carried-on";
    made.continued = true;
    made.source = speech.source;
    made.chain = speech.chain;
    made.carrier = speech.carrier;
    made.said = speech.said;
    made.content = pieces(tree_, view_.dispatch.text, tokens);
    made.tense = tense_of(tree_, root);
    made.polarity = is_negated(tree_, root) ? Polarity::negative : Polarity::positive;
    made.certainty = modality_of(tree_, root, view_.lists);
    made.conditional = has_condition(tree_, root);
    // "would" is the speaker's "will", told in the past.
    for (TokenId below : tree_.children(root))
      if (tree_.lemma(below) == "would" && tree_[below].relation == Relation::aux) made.tense = Tense::future;
    return made;
  }

  static constexpr std::array<std::string_view, 4> loss_lists = {"loss_verb", "die_verb", "hit_verb", "attack_verb"};

  const std::vector<Attribution>& found_;
  const StanceView& view_;
  const Tree& tree_;
  const std::vector<DateMention>& dates_;
  const std::vector<bool>& spoken_;
  const std::vector<bool>& cues_;
  std::vector<std::vector<std::size_t>> rows_in_;  // by sentence
};

}  // namespace

std::vector<Attribution> find_continuations(const std::vector<Attribution>& found, const StanceView& view,
                                            const std::vector<DateMention>& dates, const std::vector<bool>& spoken,
                                            const std::vector<bool>& cues) {
  return Continuations(found, view, dates, spoken, cues).find();
}

}  // namespace sayso
