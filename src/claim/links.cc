// Links claims that deny, correct or announce one another.
//
//     "Varnia says its patrol was shot at. Ostrel denies it."   -> the second denies the first, rule "anaphor"
//
// Left out on purpose: any comparison over dispatches, and rival counts: two numbers by two speakers are two rows that
// say nothing of each other.
#include "claim/links.h"

#include <algorithm>

#include "base/utf8.h"

namespace sayso {
namespace {

constexpr std::ptrdiff_t farthest_denial = 3;  // sentences between a claim and "Ostrel denies it"
constexpr std::ptrdiff_t farthest_correction = 1;

bool same_speaker(const Source& a, const Source& b) {
  if (!a.entity.empty() && !b.entity.empty()) return a.entity == b.entity;
  if (!a.name.empty() && !b.name.empty()) return a.name == b.name;
  if (a.span && b.span && *a.span == *b.span) return true;
  return !a.text.empty() && fold(a.text) == fold(b.text);
}

// The word of the token as lists know it.
std::string lemma_of(const Syntax& syntax, TokenId token) { return to_lower(syntax[token].lemma); }

class Linker {
 public:
  Linker(std::vector<Claim>& claims, std::string_view text, const Syntax& syntax, const ClaimKnowledge& known)
      : claims_(claims), text_(text), syntax_(syntax), known_(known) {
    for (const Claim& claim : claims) {
      const auto after =
          std::upper_bound(syntax.sentences.begin(), syntax.sentences.end(), claim.sentence.begin,
                           [](std::uint32_t byte, const Sentence& sentence) { return byte < sentence.span.begin; });
      sentence_.push_back(after - syntax.sentences.begin() - 1);
    }
  }

  void link() {
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const Act act = claims_[i].attribution.act;
      if (act == Act::deny || act == Act::reject) link_denial(i);
      if (claims_[i].attribution.cue) link_correction(i);
      if (claims_[i].attribution.quote == Quote::headline) link_headline(claims_[i]);
    }
  }

 private:
  static bool is_within(const Claim& inner, const Claim& outer) {
    return std::any_of(inner.links.begin(), inner.links.end(),
                       [&](const Link& link) { return link.relation == "within" && link.to == outer.id; });
  }

  void link_denial(std::size_t i) {
    Claim& denial = claims_[i];
    const Source& denier = denial.attribution.source;
    // "denied Varnian reports that …": what stands within is what is denied.
    bool nested = false;
    for (std::size_t j = i; j-- > 0 && sentence_[j] == sentence_[i];)
      nested = deny_within(denial, claims_[j]) || nested;
    for (std::size_t j = i + 1; j < claims_.size() && sentence_[j] == sentence_[i]; ++j)
      nested = deny_within(denial, claims_[j]) || nested;
    if (nested) return;
    const bool anaphor = is_anaphor(denial.attribution);
    for (std::size_t j = i; j-- > 0 && sentence_[i] - sentence_[j] <= farthest_denial;) {
      const Attribution& earlier = claims_[j].attribution;
      if (!earlier.cue || earlier.act == Act::deny || earlier.act == Act::reject ||
          same_speaker(earlier.source, denier))
        continue;
      if (anaphor)
        denial.links.push_back({claims_[j].id, "denies", "anaphor"});
      else if (denial.attribution.act == Act::deny && shares_an_event(denial, claims_[j]))
        denial.links.push_back({claims_[j].id, "denies", "same-event"});
      else
        continue;
      return;
    }
  }

  static bool deny_within(Claim& denial, const Claim& inner) {
    if (!is_within(inner, denial) || same_speaker(inner.attribution.source, denial.attribution.source)) return false;
    denial.links.push_back({inner.id, "denies", "nested"});
    return true;
  }

  // "it", "the report", "Varnia's claim": the whole content is a word for a claim, with its article or owner.
  bool is_anaphor(const Attribution& denial) const {
    if (denial.content.size() != 1) return false;
    const auto [first, last] = tokens_in(denial.content.front().span);
    if (first == last || last - first > 4 || !known_.anaphors.contains(lemma_of(syntax_, TokenId{last - 1})))
      return false;
    if (last - first == 1) return syntax_[TokenId{first}].tag == Tag::PRON || syntax_[TokenId{first}].tag == Tag::DET;
    const std::string opening = lemma_of(syntax_, TokenId{first});
    for (std::uint32_t t = first; t < last; ++t)
      if (syntax_[TokenId{t}].relation == Relation::nmod_poss) return true;
    return opening == "the" || opening == "this" || opening == "that" || opening == "such";
  }

  std::pair<std::uint32_t, std::uint32_t> tokens_in(Span span) const {
    const auto& tokens = syntax_.tokens;
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                        [](const Token& token, std::uint32_t byte) { return token.span.begin < byte; });
    auto last = first;
    while (last != tokens.end() && last->span.end <= span.end) ++last;
    return {static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())};
  }

  static bool shares_a_participant(const std::vector<Participant>& a, const std::vector<Participant>& b) {
    for (const Participant& one : a)
      for (const Participant& other : b) {
        if (!one.entity.empty() && one.entity == other.entity) return true;
        if (one.words && other.words && fold(one.words->text) == fold(other.words->text)) return true;
      }
    return false;
  }

  static bool shares_a_place(const Event& a, const Event& b) {
    for (const Place& one : a.where)
      for (const Place& other : b.where)
        if (!one.name.empty() && one.name == other.name) return true;
    return false;
  }

  // The same kind of event done to the same or in the same place.
  static bool shares_an_event(const Claim& a, const Claim& b) {
    for (const Event& one : a.events)
      for (const Event& other : b.events)
        if (one.type == other.type && one.mode == other.mode && !one.rule.starts_with("act-event") &&
            !other.rule.starts_with("act-event") &&
            (shares_a_participant(one.recipients, other.recipients) || shares_a_place(one, other)))
          return true;
    return false;
  }

  bool has_word(std::size_t claim, Correction kind) const {
    const TokenId cue = claims_[claim].attribution.cue_head;
    if (cue == no_token || index(cue) >= syntax_.tokens.size()) return false;
    // "later" is one word and "late" another: the form as printed counts too.
    const auto is_kind = [&](TokenId token) {
      auto found = known_.corrections.find(to_lower(slice(text_, syntax_[token].span)));
      if (found == known_.corrections.end()) found = known_.corrections.find(lemma_of(syntax_, token));
      return found != known_.corrections.end() && found->second == kind;
    };
    if (kind == Correction::change) return is_kind(cue);
    const Sentence& sentence = syntax_.sentences[static_cast<std::size_t>(sentence_[claim])];
    for (auto t = index(sentence.first); t < index(sentence.last); ++t)
      if (syntax_[TokenId{t}].head == cue && syntax_[TokenId{t}].relation == Relation::advmod && is_kind(TokenId{t}))
        return true;
    return false;
  }

  bool is_perfect(std::size_t claim) const {
    const TokenId cue = claims_[claim].attribution.cue_head;
    const Sentence& sentence = syntax_.sentences[static_cast<std::size_t>(sentence_[claim])];
    for (auto t = index(sentence.first); t < index(sentence.last); ++t)
      if (syntax_[TokenId{t}].head == cue && syntax_[TokenId{t}].relation == Relation::aux &&
          lemma_of(syntax_, TokenId{t}) == "have" && syntax_[TokenId{t}].xpos == Xpos::VBD)
        return true;
    return false;
  }

  // "It later said …" behind "The army first said …", where nothing says who "it" is.
  bool is_unresolved_pronoun(const Source& source) const {
    if (!source.span || !source.entity.empty() || !source.other_candidates.empty()) return false;
    const auto [first, last] = tokens_in(*source.span);
    return last - first == 1 && syntax_[TokenId{first}].tag == Tag::PRON && syntax_[TokenId{first}].xpos == Xpos::PRP;
  }

  bool contrast_between(std::size_t earlier, std::size_t later) const {
    const TokenId from = claims_[earlier].attribution.cue_head, to = claims_[later].attribution.cue_head;
    for (auto t = index(from) + 1; t < index(to); ++t) {
      const auto found = known_.corrections.find(lemma_of(syntax_, TokenId{t}));
      if (found != known_.corrections.end() && found->second == Correction::contrast) return true;
    }
    return false;
  }

  // One speaker, two statements, and two signs that the later one takes the place of the earlier.
  void link_correction(std::size_t later) {
    const Attribution& now = claims_[later].attribution;
    if (now.cue_head == no_token || now.content.empty() || sentence_[later] < 0) return;
    for (std::size_t earlier = later; earlier-- > 0 && sentence_[later] - sentence_[earlier] <= farthest_correction;) {
      const Attribution& then = claims_[earlier].attribution;
      if (!then.cue || then.cue_head == no_token || then.content.empty() || sentence_[earlier] < 0 ||
          !(then.cue_head < now.cue_head))
        continue;
      if (!same_speaker(then.source, now.source) && !(earlier + 1 == later && is_unresolved_pronoun(now.source)))
        continue;
      const bool dated = then.said && now.said && then.said->begin && now.said->begin;
      if (dated && *now.said->begin < *then.said->begin) continue;
      const int signs =
          (has_word(earlier, Correction::before) || is_perfect(earlier) ? 1 : 0) +
          (has_word(later, Correction::after) ? 1 : 0) + (has_word(later, Correction::change) ? 1 : 0) +
          (contrast_between(earlier, later) ? 1 : 0) +
          (now.said && now.said->begin && (!then.said || (dated && *then.said->begin < *now.said->begin)) ? 1 : 0);
      const bool marked =
          has_word(earlier, Correction::before) || is_perfect(earlier) || has_word(later, Correction::change);
      if (!marked || signs < 2) continue;
      claims_[later].links.push_back({claims_[earlier].id, "supersedes", "same-speaker-corrected"});
      return;
    }
  }

  // A headline's claim is no second source: it points to the claim of the text that it announces.
  void link_headline(Claim& headline) {
    if (headline.attribution.source.country.empty()) return;
    for (const Claim& body : claims_) {
      if (body.attribution.quote == Quote::headline ||
          body.attribution.source.country != headline.attribution.source.country || !body.attribution.cue)
        continue;
      const bool type = share_a_type(headline, body);
      if (!type && !share_words(headline, body)) continue;
      headline.links.push_back({body.id, "headline-of", type ? "same-side-same-type" : "same-side-same-words"});
      return;
    }
  }

  // "North Fired Two Missiles" and "the North had fired two missiles into the sea".
  bool share_words(const Claim& a, const Claim& b) const {
    constexpr std::size_t enough = 3;
    const auto words_of = [&](const Claim& claim) {
      std::vector<std::string> words;
      for (const Words& piece : claim.attribution.content) {
        auto token = std::lower_bound(syntax_.tokens.begin(), syntax_.tokens.end(), piece.span.begin,
                                      [](const Token& one, std::uint32_t byte) { return one.span.begin < byte; });
        for (; token != syntax_.tokens.end() && token->span.begin < piece.span.end; ++token)
          if (token->tag == Tag::NOUN || token->tag == Tag::PROPN || token->tag == Tag::VERB || token->tag == Tag::NUM)
            words.push_back(to_lower(token->lemma));
      }
      std::sort(words.begin(), words.end());
      words.erase(std::unique(words.begin(), words.end()), words.end());
      return words;
    };
    const auto first = words_of(a), second = words_of(b);
    std::vector<std::string> common;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(common));
    return common.size() >= enough;
  }

  static bool share_a_type(const Claim& a, const Claim& b) {
    for (const Event& event : a.events)
      for (const Event& other : b.events)
        if (event.type == other.type) return true;
    return false;
  }

  std::vector<Claim>& claims_;
  std::string_view text_;
  const Syntax& syntax_;
  const ClaimKnowledge& known_;
  std::vector<std::ptrdiff_t> sentence_;  // of each claim; -1 if the layer has none
};

}  // namespace

void link_claims(std::vector<Claim>& claims, std::string_view text, const Syntax& syntax, const ClaimKnowledge& known) {
  Linker(claims, text, syntax, known).link();
}

}  // namespace sayso
