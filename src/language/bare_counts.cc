// Finds participles with a bare number before them, behind a comma or "and".
//
//     "… were killed, 12 wounded and four kidnapped on Monday"   12 of wounded, four of kidnapped
//     "… killed three people, with 12 wounded"                   12 of wounded, which is no oblique of killed
//
// Left out on purpose: numbers that modify a noun ("12 wounded men", "the 12 wounded"); vague ones ("dozens wounded"),
// which the parser sees as nouns.
#include "language/bare_counts.h"

#include <vector>

#include "language/number_hedges.h"

namespace sayso::language {
namespace {

constexpr std::uint32_t farthest = 24;  // steps up to the verb before; keeps it linear

class BareCountMender {
 public:
  BareCountMender(std::string_view text, Syntax& layer, const Sentence& sentence)
      : text_(text), tokens_(layer.tokens), begin_(index(sentence.first)), end_(index(sentence.last)) {}

  void mend() {
    read_dependents();
    for (std::uint32_t number = begin_ + 1; number + 1 < end_; ++number)
      if (is_bare(number) && lacks_subject(number + 1, number)) hang(number, number + 1);
  }

 private:
  static bool is_subject(Relation relation) {
    return relation == Relation::nsubj || relation == Relation::nsubj_pass || relation == Relation::csubj;
  }
  std::string_view word(std::uint32_t t) const { return slice(text_, tokens_[t].span); }

  // Verbs that have a subject, an auxiliary or an object of their own.
  void read_dependents() {
    complete_.assign(end_ - begin_, no_token);
    for (std::uint32_t t = begin_; t < end_; ++t) {
      const Relation relation = tokens_[t].relation;
      const bool completes = is_subject(relation) || relation == Relation::aux || relation == Relation::aux_pass ||
                             relation == Relation::cop || relation == Relation::obj;
      if (completes && tokens_[t].head != no_token) complete_[index(tokens_[t].head) - begin_] = TokenId{t};
    }
  }
  bool lacks_subject(std::uint32_t verb, std::uint32_t number) const {
    const TokenId has = complete_[verb - begin_];
    return has == no_token || (has == TokenId{number} && !is_subject(tokens_[number].relation));
  }

  // "12" of "and 12 wounded", ", at least 12 wounded".
  bool is_bare(std::uint32_t number) const {
    const Token& token = tokens_[number];
    const Token& verb = tokens_[number + 1];
    if (token.tag != Tag::NUM || verb.tag != Tag::VERB || verb.xpos != Xpos::VBN || verb.relation == Relation::amod)
      return false;
    if (token.head != no_token && index(token.head) > number + 1) return false;
    std::uint32_t before = number;
    for (std::uint32_t step = 0; step < longest_hedge && before > begin_ && hedges(before - 1, number); ++step)
      --before;
    if (before == begin_) return false;
    const std::string_view opens = word(before - 1);
    return opens == "," || opens == "and" || opens == "with";
  }
  bool hedges(std::uint32_t t, std::uint32_t number) const {
    const Relation relation = tokens_[t].relation;
    if (relation == Relation::punct || relation == Relation::cc || relation == Relation::case_) return false;
    const TokenId head = tokens_[t].head;
    return head == TokenId{number} || (relation == Relation::fixed && head != no_token && index(head) < t &&
                                       tokens_[index(head)].head == TokenId{number});
  }

  // The verb before, above both.
  TokenId clause_before(std::uint32_t number, std::uint32_t verb) const {
    TokenId up = tokens_[verb].head == TokenId{number} ? tokens_[number].head : tokens_[verb].head;
    for (std::uint32_t step = 0; step < farthest && up != no_token; ++step, up = tokens_[index(up)].head)
      if (tokens_[index(up)].tag == Tag::VERB && index(up) < number) return up;
    return no_token;
  }

  void hang(std::uint32_t number, std::uint32_t verb) {
    const TokenId above = clause_before(number, verb);
    if (above == no_token) return;
    const bool accompanies = word(number - 1) == "with";
    tokens_[number].head = TokenId{verb};
    tokens_[number].relation = Relation::nsubj_pass;
    tokens_[verb].head = above;
    tokens_[verb].relation = accompanies ? Relation::advcl : Relation::conj;
    for (std::uint32_t t = number > begin_ + longest_hedge ? number - longest_hedge : begin_; t < number; ++t) {
      if (tokens_[t].head != TokenId{number}) continue;
      Token& joint = tokens_[t];
      if (joint.relation != Relation::punct && joint.relation != Relation::cc && joint.relation != Relation::case_)
        continue;
      joint.head = TokenId{verb};
      if (joint.relation == Relation::case_) joint.relation = Relation::mark;
    }
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  std::vector<TokenId> complete_{};
  const std::uint32_t begin_, end_;
};

}  // namespace

void mend_bare_counts(std::string_view text, Syntax& layer) {
  for (const Sentence& sentence : layer.sentences)
    if (sentence.read && sentence.first < sentence.last) BareCountMender(text, layer, sentence).mend();
}

}  // namespace sayso::language
