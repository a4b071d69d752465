// Mends the trees of hedged numbers: a closed class that treebanks show too seldom and dispatches live on.
//
//     "destroyed at least six vehicles"        -> at, least <- six; vehicles obj of destroyed
//     "destroyed between six and ten vehicles" -> between <- six; vehicles obj of destroyed
//
// Left out on purpose: other hedges of one word ("about 40"), which the model hangs well; ranges of days and hours
// ("between 6 and 10 May").
#include "language/number_hedges.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace sayso::language {
namespace {

bool is_number(const Token& token) { return token.tag == Tag::NUM || token.xpos == Xpos::CD; }

class NumberHedgeMender {
 public:
  NumberHedgeMender(std::string_view text, Syntax& layer, const Spelling& spelling)
      : text_(text), tokens_(layer.tokens), spelling_(spelling) {}

  void mend(const Sentence& sentence) {
    first_ = index(sentence.first);
    last_ = index(sentence.last);
    for (std::uint32_t number = first_ + 2; number < last_; ++number) {
      if (!is_number(tokens_[number])) continue;
      const std::uint32_t words = hedge_before(number);
      if (words > 1 || (words == 1 && opens_range_of_many(number))) hang(number - words, number);
    }
  }

 private:
  // How many words before the number are its hedge; the longest wins.
  std::uint32_t hedge_before(std::uint32_t number) const {
    std::string hedge;
    std::uint32_t longest = 0;
    for (std::uint32_t words = 1; words <= longest_hedge && words <= number - first_; ++words) {
      const std::string word = to_lower(slice(text_, tokens_[number - words].span));
      if (!hedge.empty()) hedge.insert(0, " ");
      hedge.insert(0, word);
      if (spelling_.number_hedges.contains(hedge)) longest = words;
    }
    return longest;
  }

  // "three and six insurgents", whatever stands before their noun.
  bool opens_range_of_many(std::uint32_t number) const {
    if (number + 3 >= last_ || tokens_[number + 1].lemma != "and" || !is_number(tokens_[number + 2])) return false;
    const TokenId noun = tokens_[number].head;
    return tokens_[number].relation == Relation::nummod && noun != no_token && index(noun) > number + 2 &&
           tokens_[index(noun)].xpos == Xpos::NNS;
  }

  bool is_under(std::uint32_t token, std::uint32_t ancestor) const {
    for (std::uint32_t steps = 0; steps <= last_ - first_; ++steps) {
      if (token == ancestor) return true;
      if (tokens_[token].head == no_token) return false;
      token = index(tokens_[token].head);
    }
    return true;
  }

  void hang(std::uint32_t begin, std::uint32_t number) {
    // What else hangs on the hedge's words must not: only leaves are moved, and never the number's own ancestors.
    for (std::uint32_t word = begin; word < number; ++word) {
      if (is_under(number, word)) return;
      for (std::uint32_t other = first_; other < last_; ++other)
        if (tokens_[other].head == TokenId{word} && (other < begin || other >= number)) return;
    }
    tokens_[begin].head = TokenId{number};
    tokens_[begin].relation = Relation::advmod;
    for (std::uint32_t word = begin + 1; word < number; ++word) {
      tokens_[word].head = TokenId{begin};
      tokens_[word].relation = Relation::fixed;
    }
    free_counted(number);
  }

  // The counted noun was an oblique only for the hedge's preposition: it is the verb's object, if the verb has none.
  void free_counted(std::uint32_t number) {
    const std::uint32_t noun = tokens_[number].relation == Relation::nummod && tokens_[number].head != no_token
                                   ? index(tokens_[number].head)
                                   : number;
    Token& counted = tokens_[noun];
    if (noun < number || counted.relation != Relation::obl || counted.head == no_token || index(counted.head) > noun)
      return;
    if (tokens_[index(counted.head)].tag != Tag::VERB) return;
    for (std::uint32_t other = first_; other < last_; ++other) {
      if (tokens_[other].head == TokenId{noun} && tokens_[other].relation == Relation::case_) return;
      const bool rival = tokens_[other].head == counted.head &&
                         (tokens_[other].relation == Relation::obj || tokens_[other].relation == Relation::aux_pass ||
                          tokens_[other].relation == Relation::ccomp);
      if (rival) return;
    }
    counted.relation = Relation::obj;
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  const Spelling& spelling_;
  std::uint32_t first_ = 0, last_ = 0;
};

}  // namespace

void mend_number_hedges(std::string_view text, Syntax& layer, const Spelling& spelling) {
  NumberHedgeMender mender(text, layer, spelling);
  for (const Sentence& sentence : layer.sentences)
    if (sentence.read) mender.mend(sentence);
}

}  // namespace sayso::language
