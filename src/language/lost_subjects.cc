// Finds lost subjects by commas and quotation marks.
//
//     "Marek, 67, a retired teacher in Kesh, said"   Marek; what stands between the commas becomes its apposition
//     "It says the road is closed"                   It is no filler
//     "said it fell, adding that"                    adding shares the subject of said
//     "…, Kesh Wire reports."                        reports is a verb
//
// Word lists: quotation_verbs.tsv, seeming_verbs.tsv, reporting_forms.tsv.
// Left out on purpose: subjects without an apposition, which the parser finds; verbs that share one with the verb they
// are joined to.
#include "language/lost_subjects.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace sayso::language {
namespace {

constexpr std::uint32_t longest_speaker = 12;  // words
constexpr std::uint32_t longest_reach = 60;    // words from the speaker to the verb

class LostSubjectMender {
 public:
  LostSubjectMender(std::string_view text, Syntax& layer, const Sentence& sentence, const Spelling& spelling)
      : text_(text), layer_(layer), spelling_(spelling), begin_(index(sentence.first)), end_(index(sentence.last)) {}

  void mend() {
    read_last_verb();
    std::vector<bool> has_subject(end_ - begin_, false), has_auxiliary(end_ - begin_, false);
    for (std::uint32_t t = begin_; t < end_; ++t) {
      if (at(t).head == no_token) continue;
      const std::uint32_t above = index(at(t).head) - begin_;
      if (is_subject(at(t).relation)) has_subject[above] = true;
      if (at(t).relation == Relation::aux || at(t).relation == Relation::mark) has_auxiliary[above] = true;
      give_it(t);
    }
    for (std::uint32_t t = begin_ + 1; t < end_; ++t)
      if (!has_subject[t - begin_] && !has_auxiliary[t - begin_]) loosen_participle(t);
    for (std::uint32_t verb = begin_ + 1; verb < end_; ++verb) {
      const Token& token = at(verb);
      if (token.tag != Tag::VERB || has_subject[verb - begin_] || token.relation == Relation::acl_relcl) continue;
      const bool finite = token.xpos == Xpos::VBD || token.xpos == Xpos::VBZ || token.xpos == Xpos::VBP;
      if (finite && is_closing_mark(verb - 1) && give_behind(verb)) continue;
      if (finite && verb + 1 < end_ && is_comma(verb + 1) && give_between(verb)) continue;
      if (finite && give_before(verb)) continue;
      if (is_comma(verb - 1) && spelling_.quotation_verbs.contains(word(verb))) give_last(verb);
    }
  }

 private:
  Token& at(std::uint32_t t) { return layer_.tokens[t]; }
  const Token& at(std::uint32_t t) const { return layer_.tokens[t]; }
  std::string_view word(std::uint32_t t) const { return slice(text_, at(t).span); }
  bool is_comma(std::uint32_t t) const { return word(t) == ","; }
  bool is_closing_mark(std::uint32_t t) const {
    const auto mark = word(t);
    return mark == "”" || mark == "\"" || mark == "''" || mark == "’’" || mark == "»";
  }

  static bool is_subject(Relation relation) {
    return relation == Relation::nsubj || relation == Relation::nsubj_pass || relation == Relation::csubj ||
           relation == Relation::expl;
  }

  bool is_capital(std::uint32_t t) const { return !word(t).empty() && word(t)[0] >= 'A' && word(t)[0] <= 'Z'; }

  bool is_nominal(std::uint32_t t) const {
    const Token& token = at(t);
    switch (token.tag) {
      case Tag::DET:
      case Tag::ADJ:
      case Tag::NOUN:
      case Tag::PROPN:
      case Tag::NUM:
      case Tag::ADP:
        return true;
      case Tag::PART:
        return token.xpos == Xpos::POS;
      case Tag::CCONJ:
        return token.lemma == "and";
      case Tag::PRON:
        return token.xpos != Xpos::WDT && token.xpos != Xpos::WP;
      default:
        return word(t) == "-" || (word(t) == "." && t + 2 < end_) || word(t) == "'s";
    }
  }

  // Where a run of nominal words from `t` on ends: before a preposition.
  std::uint32_t end_of_run(std::uint32_t t) const {
    while (t < end_ && is_nominal(t) && at(t).tag != Tag::ADP) ++t;
    return t;
  }

  bool hangs_on(std::uint32_t word, std::uint32_t above) const {
    TokenId up = at(word).head;
    while (up != no_token && up != TokenId{above}) up = at(index(up)).head;
    return up != no_token;
  }

  // The head of a speaker's words [first, last): the last noun before the first preposition; of a name its first part.
  std::uint32_t head_of(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t head = end_;
    for (std::uint32_t t = first; t < last && at(t).tag != Tag::ADP; ++t) {
      const Tag tag = at(t).tag;
      if (at(t).tag == Tag::CCONJ && head != end_) break;
      if (tag == Tag::NOUN || tag == Tag::PROPN || tag == Tag::PRON) head = t;
    }
    while (head != end_ && at(head).relation == Relation::flat && at(head).head != no_token &&
           index(at(head).head) >= first && index(at(head).head) < head)
      head = index(at(head).head);
    return head;
  }

  // Words between commas that name somebody: no clause, no phrase of time or place.
  bool names_somebody(std::uint32_t first, std::uint32_t last) const {
    if (first >= last || last - first > longest_speaker || at(first).tag == Tag::ADP || at(first).tag == Tag::CCONJ)
      return false;
    const bool name = last - first > 1 &&
                      std::all_of(layer_.tokens.begin() + first, layer_.tokens.begin() + last, [&](const Token& token) {
                        return is_capital(static_cast<std::uint32_t>(&token - layer_.tokens.data()));
                      });
    for (std::uint32_t t = first; t < last; ++t)
      if (!is_nominal(t) && !name) return false;
    const std::uint32_t head = head_of(first, last);
    if (head == end_) return false;
    const Relation relation = at(head).relation;
    return relation != Relation::obl && relation != Relation::obl_unmarked;
  }

  // "…, Kesh Wire reports.": behind a comma a name and a last word that is a verb's form and a plural's is a clause.
  void read_last_verb() {
    std::uint32_t last = end_;
    while (last > begin_ && at(last - 1).tag == Tag::PUNCT) --last;
    if (last < begin_ + 4) return;
    const std::uint32_t verb = last - 1;
    if (at(verb).xpos != Xpos::NNS || at(verb - 1).tag != Tag::PROPN || !spelling_.reporting_forms.contains(word(verb)))
      return;
    std::uint32_t first = verb;
    while (first > begin_ && is_nominal(first - 1) && at(first - 1).tag != Tag::CCONJ) --first;
    if (first <= begin_ || !is_comma(first - 1) || verb - first > longest_speaker) return;
    const std::uint32_t head = head_of(first, verb);
    if (head == end_) return;
    if (hangs_on(verb, head)) return;
    at(verb).tag = Tag::VERB;
    at(verb).xpos = Xpos::VBZ;
    at(verb).features = features_named("Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin");
    at(head).head = TokenId{verb};
    at(head).relation = Relation::nsubj;
  }

  // "It says that the road is closed": of a verb in the active that takes a clause, unless it is one of seeming.
  void give_it(std::uint32_t t) {
    if (at(t).relation != Relation::expl || at(t).lemma != "it" || at(t).head <= TokenId{t} || at(t).head == no_token)
      return;
    const Token& verb = at(index(at(t).head));
    const bool finite = verb.xpos == Xpos::VBD || verb.xpos == Xpos::VBZ;
    if (verb.tag == Tag::VERB && finite && !spelling_.seeming_verbs.contains(verb.lemma))
      at(t).relation = Relation::nsubj;
  }

  // "said it fell, adding that it burned": behind a comma the participle goes with the verb and is nothing it says.
  void loosen_participle(std::uint32_t t) {
    Token& token = at(t);
    if (token.xpos == Xpos::VBG && token.relation == Relation::ccomp && token.head != no_token &&
        token.head < TokenId{t} && (is_comma(t - 1) || (is_closing_mark(t - 1) && t > begin_ + 1 && is_comma(t - 2))))
      token.relation = Relation::advcl;
  }

  // "Marek, 67, a retired teacher, said": the first part between commas that names somebody, with one more behind it.
  bool give_before(std::uint32_t verb) {
    std::uint32_t close = verb - 1;
    while (close > begin_ && (is_closing_mark(close) || at(close).tag == Tag::ADV)) --close;
    if (!is_comma(close)) return false;
    std::uint32_t start = verb - begin_ > longest_reach ? verb - longest_reach : begin_;
    const bool joined = at(verb).relation == Relation::conj;
    for (std::uint32_t t = close; t-- > start;) {
      const bool behind_quotation = is_closing_mark(t) && t > begin_ && is_comma(t - 1) && !is_comma(t + 1);
      const bool behind_joint = is_comma(t) && at(t + 1).tag == Tag::CCONJ;
      if (t + 1 < close && (behind_quotation || behind_joint)) {
        start = t + 1;
        break;
      }
    }
    if (start < close && at(start).tag == Tag::CCONJ)
      ++start;
    else if (joined)
      return false;
    for (std::uint32_t first = start; first < close;) {
      std::uint32_t last = first;
      while (last < close && !is_comma(last)) ++last;
      if (last == close) return false;
      if (names_somebody(first, last)) {
        attach(first, last, close, verb);
        return true;
      }
      first = last + 1;
    }
    return false;
  }

  // [first, last) names the subject of `verb`; what stands from there to `close` tells who it is.
  void attach(std::uint32_t first, std::uint32_t last, std::uint32_t close, std::uint32_t verb) {
    const std::uint32_t head = head_of(first, last);
    const auto inside = [&](TokenId token) { return index(token) >= first && index(token) <= close; };
    // The verb may hang on what is to be its subject.
    TokenId top = no_token;
    for (TokenId up = at(verb).head; up != no_token; up = at(index(up)).head)
      if (inside(up)) top = up;
    if (top != no_token) at(verb).head = at(index(top)).head, at(verb).relation = at(index(top)).relation;
    at(head).head = TokenId{verb};
    at(head).relation = Relation::nsubj;
    for (std::uint32_t t = first; t <= close; ++t) {
      Token& token = at(t);
      if (t == head || (token.head != no_token && inside(token.head))) continue;
      token.head = TokenId{head};
      if (token.tag == Tag::PUNCT) continue;
      token.relation = t < last ? (t > head && token.tag == Tag::PROPN ? Relation::flat : Relation::compound)
                                : (token.relation == Relation::acl_relcl ? Relation::acl_relcl : Relation::appos);
    }
  }

  // "The museum, Marek said, would open": the words between a comma and the verb, where nothing but them can speak.
  bool give_between(std::uint32_t verb) {
    std::uint32_t first = verb;
    while (first > begin_ && is_nominal(first - 1)) --first;
    if (first == verb || first < begin_ + 2 || !is_comma(first - 1) || !names_somebody(first, verb)) return false;
    const std::uint32_t head = head_of(first, verb);
    if (hangs_on(verb, head)) return false;
    at(head).head = TokenId{verb};
    at(head).relation = Relation::nsubj;
    return true;
  }

  // "…, say some.": the verb's base form and those who speak are all that stands behind a comma.
  void give_last(std::uint32_t verb) {
    const std::uint32_t last = end_of_run(verb + 1);
    if (last == verb + 1 || last >= end_ || at(last).tag != Tag::PUNCT || is_comma(last)) return;
    const bool quantity = last == verb + 2 && at(verb + 1).tag == Tag::DET;
    const std::uint32_t head = quantity ? verb + 1 : head_of(verb + 1, last);
    if (head == end_ || at(head).head != TokenId{verb}) return;
    at(head).relation = Relation::nsubj;
    if (at(verb).xpos == Xpos::VB) at(verb).xpos = Xpos::VBP;
  }

  // "…," said Borges: the words right behind the verb.
  bool give_behind(std::uint32_t verb) {
    const std::uint32_t last = end_of_run(verb + 1);
    if (last == verb + 1 || last - verb > longest_speaker) return false;
    const std::uint32_t head = head_of(verb + 1, last);
    if (head == end_ || at(head).head == no_token || at(head).relation == Relation::obl ||
        at(head).relation == Relation::obl_unmarked)
      return false;
    if (hangs_on(verb, head)) return false;
    const std::uint32_t before = index(at(head).head);
    // "said Borges, who predicted the vote will fall": the clause that lost him is what he predicted.
    if (before > head && is_subject(at(head).relation) && at(before).head == TokenId{verb})
      for (std::uint32_t t = last; t < before; ++t)
        if (at(t).relation == Relation::acl_relcl && at(t).head == TokenId{head}) {
          at(before).head = TokenId{t};
          break;
        }
    at(head).head = TokenId{verb};
    at(head).relation = Relation::nsubj;
    return true;
  }

  std::string_view text_;
  Syntax& layer_;
  const Spelling& spelling_;
  const std::uint32_t begin_, end_;
};

}  // namespace

void mend_lost_subjects(std::string_view text, Syntax& layer, const Spelling& spelling) {
  for (const Sentence& sentence : layer.sentences)
    if (sentence.read && sentence.first < sentence.last) LostSubjectMender(text, layer, sentence, spelling).mend();
}

}  // namespace sayso::language
