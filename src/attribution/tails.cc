// Finds speakers set off by commas, by words and tags, where trees go astray.
//
//     "The men, he told the tribunal, had been unarmed."   told -> he; [The men] and [had been unarmed]
//
// Left out on purpose: speakers between dashes or brackets, whom the tree mostly gets right.
#include "attribution/tails.h"

#include <algorithm>
#include <utility>

#include "match/clause.h"

namespace sayso {
namespace {

constexpr std::uint32_t longest_tail = 14, longest_tail_speaker = 10, shortest_tail_content = 3;
constexpr std::uint32_t longest_inserted = 6;  // words of a speaker, or of what stands behind the cue, between commas

class TailFinder {
 public:
  explicit TailFinder(const TailView& view) : view_(view), tree_(view.tree) {}

  std::map<TokenId, Tail> find() {
    const WordList* say = view_.lists.find("say");
    if (say == nullptr) return {};
    for (const Sentence& sentence : tree_.syntax().sentences)
      if (sentence.read)
        each_part(sentence, [&](std::uint32_t begin, std::uint32_t end) { find_insertions(begin, end, *say); });
    for (const Sentence& sentence : tree_.syntax().sentences)
      if (sentence.read)
        each_part(sentence, [&](std::uint32_t begin, std::uint32_t end) { find_end(begin, end, *say); });
    return std::move(tails_);
  }

 private:
  // The parts of a sentence between semicolons that stand outside quotations: each says its own.
  template <typename Find>
  void each_part(const Sentence& sentence, Find find) const {
    std::uint32_t begin = index(sentence.first);
    for (auto t = begin; t < index(sentence.last); ++t)
      if (word(t) == ";" && !is_quoted(t)) find(std::exchange(begin, t + 1), t);
    find(begin, index(sentence.last));
  }

  std::string_view word(std::uint32_t t) const { return slice(view_.text, tree_[TokenId{t}].span); }
  bool is_nominal(std::uint32_t t) const { return sayso::is_nominal(tree_, view_.text, TokenId{t}); }
  bool is_quoted(std::uint32_t t) const {
    return quotation_at(view_.quotations, tree_[TokenId{t}].span.begin) != nullptr;
  }

  // "The army" of "the army, Koval said, fled": a run of nominal words with nothing in front that it could hang on.
  bool names_subject(std::uint32_t begin, std::uint32_t end) const {
    if (tree_[TokenId{begin}].tag == Tag::ADP || begins_date(begin)) return false;
    for (auto t = begin; t < end; ++t)
      if (!is_nominal(t)) return false;
    return head_of_run(tree_, begin, end - 1) != no_token;
  }

  bool begins_date(std::uint32_t t) const {
    const auto date = first_date(view_.dates, tree_[TokenId{t}].span);
    return date != view_.dates.end() && date->when.span->begin == tree_[TokenId{t}].span.begin;
  }

  bool is_finite(std::uint32_t t) const {
    const Xpos form = tree_[TokenId{t}].xpos;
    return form == Xpos::VBD || form == Xpos::VBZ || form == Xpos::VBP;
  }

  bool holds_clause(std::uint32_t first, std::uint32_t last) const {
    for (auto t = first; t < last; ++t)
      if (tree_[TokenId{t}].tag == Tag::VERB || tree_[TokenId{t}].relation == Relation::cop) return true;
    return false;
  }

  // "When it fell, officials said …"; not "To hold it, the army needs men, analysts say."
  bool opens_with_mark(std::uint32_t begin) const {
    const Token& token = tree_[TokenId{begin}];
    return token.relation == Relation::mark && token.xpos != Xpos::TO;
  }

  // "Arguing that it was dead, the cabinet recalled …": the clause in front has a speaker and a verb of its own.
  bool opens_with_participle(std::uint32_t begin, TokenId cue) const {
    const Token& token = tree_[TokenId{begin}];
    return token.xpos == Xpos::VBG && token.relation == Relation::advcl && token.head == cue;
  }

  // A sentence, or a part of one before a semicolon, that ends in its speaker: "…, Ukrainian officials said." / "…,
  // said the mayor on Sunday."
  void find_end(std::uint32_t begin, std::uint32_t end, const WordList& say) {
    std::uint32_t cue = end;
    for (std::uint32_t t = end; t-- > begin && end - t <= longest_tail;)
      if (tree_[TokenId{t}].tag == Tag::VERB || tree_[TokenId{t}].tag == Tag::AUX) {
        cue = t;
        break;
      }
    if (cue == end || cue < begin + shortest_tail_content || !say.contains(tree_.lemma(TokenId{cue}))) return;
    if (!is_finite(cue) || is_quoted(cue) || tails_.contains(TokenId{cue})) return;
    std::uint32_t first = cue, last = cue;
    const TokenId object = tree_.child(TokenId{cue}, Relation::obj);
    if (word(cue - 1) == "," && object != no_token && object > TokenId{cue}) return;  // "…, told reporters"
    if (word(cue - 1) == ",") {                                                       // "…, said the mayor"
      first = cue + 1;
      while (last + 1 < end && is_nominal(last + 1)) ++last;
      if (last < first) return;
    } else {
      while (first > begin && is_nominal(first - 1)) --first;
      last = cue - 1;
    }
    if (std::min(first, cue) <= begin + shortest_tail_content) return;
    const std::uint32_t comma = std::min(first, cue) - 1;
    if (word(comma) != "," || last + 1 - first > longest_tail_speaker) return;
    if (is_quoted(comma - 1) || word(comma - 1) == "\"" || word(comma - 1) == "”") return;
    // "When it fell, officials said …" has no tail: something is said behind the cue.
    if (opens_with_mark(begin) || opens_with_participle(begin, TokenId{cue})) return;
    const TokenId source = head_of_run(tree_, first, last);
    // "People like Marek, he said.": a sentence without a verb is said where the speaker's words are all that follows.
    const bool short_tail = word(cue - 1) != "," && cue + 2 >= end && tree_.lemma(TokenId{cue}) == "say";
    if ((!holds_clause(begin, comma) && !short_tail) || source == no_token) return;
    // "…, the minister, said Sunday"
    if (word(cue - 1) == "," && date_under(tree_, view_.dates, source) != nullptr) return;
    tails_[TokenId{cue}] = {TokenId{cue},   source,         TokenId{first}, TokenId{last},
                            TokenId{begin}, TokenId{comma}, TokenId{end},   TokenId{end}};
  }

  // A speaker set off by commas inside or behind what is said, with words of its own: "The road, said Marek, a miner,
  // is closed." / "…, said Marek, who left in May." / "The men, he told the tribunal, had been unarmed."
  void find_insertions(std::uint32_t begin, std::uint32_t end, const WordList& say) {
    for (std::uint32_t t = begin + shortest_tail_content; t + 1 < end; ++t) {
      const TokenId cue{t};
      if (tree_[cue].tag != Tag::VERB || !is_finite(t) || !say.contains(tree_.lemma(cue)) || is_quoted(t)) continue;
      TokenId said_behind = no_token, speaker = no_token;
      for (TokenId below : tree_.children(cue)) {
        const Relation relation = tree_[below].relation;
        if (below > cue && (relation == Relation::ccomp || relation == Relation::xcomp)) said_behind = below;
        if (is_a(relation, Relation::nsubj)) speaker = below;
      }
      if (speaker == no_token) continue;
      Tail tail{cue, speaker, TokenId{t + 1}, cue, TokenId{begin}, TokenId{t - 1}, TokenId{end}, TokenId{end}};
      if (word(t - 1) == "," && speaker > cue && is_nominal(t + 1)) {
        if (said_behind != no_token) continue;
        tail.last = tree_.phrase(speaker).back();
      } else if (speaker < cue) {
        if (!set_off_before(begin, end, tail, said_behind)) continue;
      } else {
        continue;
      }
      const std::uint32_t comma = index(tail.content_end);
      if (comma < begin + 1 || is_quoted(comma) || is_quoted(comma - 1)) continue;
      if (opens_with_mark(begin) && speaker < cue) continue;
      if (!resume_behind(begin, end, tail, said_behind)) continue;
      tails_[cue] = tail;
    }
  }

  // ", he told the tribunal,": a run of a speaker's words, the cue, and perhaps whom it is told or when, between
  // commas.
  bool set_off_before(std::uint32_t begin, std::uint32_t end, Tail& tail, TokenId said_behind) const {
    const std::uint32_t t = index(tail.cue);
    std::uint32_t first = t;
    while (first > begin && is_nominal(first - 1)) --first;
    if (first == t || t - first > longest_inserted || first < begin + 2 || word(first - 1) != ",") return false;
    const TokenId speaker = index(tail.source) >= first ? tail.source : head_of_run(tree_, first, t - 1);
    if (speaker == no_token) return false;
    std::uint32_t behind = t + 1;
    const bool tells = tree_.lemma(tail.cue) == "tell";
    if (behind < end && word(behind) != ",") {
      const Tag tag = tree_[TokenId{behind}].tag;
      if (tag != Tag::ADP && !tells && !begins_date(behind)) return false;
      while (behind < end && behind - t <= longest_inserted && word(behind) != "," && is_nominal(behind)) ++behind;
    }
    if (behind >= end || word(behind) != ",") return false;
    // What stands in front is no phrase of the cue's own ("On Monday, officials said, …") but part of what is said.
    if (said_behind != no_token) {
      bool forward = names_subject(begin, first - 1);
      for (auto before = begin; before + 1 < first; ++before) {
        const Token& token = tree_[TokenId{before}];
        if (token.head == no_token || index(token.head) < first) continue;
        forward = forward || (is_a(token.relation, Relation::nsubj) && token.head != speaker);
      }
      if (!forward || index(said_behind) <= behind) return false;
    }
    tail.source = speaker;
    tail.first = TokenId{first};
    tail.last = TokenId{behind - 1};
    tail.content_end = TokenId{first - 1};
    return true;
  }

  // What is said goes on behind the speaker's words if what the cue hangs on stands there, if nothing was said before
  // that could stand alone, or if a phrase hangs on the cue that is neither time nor medium ("…, to a shipyard").
  bool resume_behind(std::uint32_t begin, std::uint32_t end, Tail& tail, TokenId said_behind) const {
    const std::uint32_t comma = index(tail.content_end);
    std::uint32_t resume = std::max(index(tail.last), index(tail.cue)) + 1;
    while (resume < end && tree_[TokenId{resume}].tag == Tag::PUNCT) ++resume;
    TokenId above = tree_[tail.cue].head;
    while (above != no_token && index(above) < resume) above = tree_[above].head;
    const bool goes_on = above != no_token || (said_behind != no_token && index(said_behind) >= resume) ||
                         (tail.source < tail.cue && (!holds_clause(begin, comma) || is_phrase_said(tail.cue, resume)));
    if (!goes_on) {
      if (comma - begin < shortest_tail_content) return false;
      resume = end;
    } else if (resume >= end) {
      return false;
    }
    tail.resume = TokenId{resume};
    return true;
  }

  bool is_phrase_said(TokenId cue, std::uint32_t resume) const {
    const WordList* media = view_.lists.find("media");
    const WordList* circumstance = view_.lists.find("circumstance");
    for (TokenId below : tree_.children(cue)) {
      if (!is_a(tree_[below].relation, Relation::obl) || index(below) < resume) continue;
      if (tree_[TokenId{resume}].tag != Tag::ADP || !tree_.is_under(TokenId{resume}, below)) continue;
      if (media != nullptr && media->contains(tree_.lemma(below))) continue;
      if (circumstance != nullptr && circumstance->contains(tree_.preposition(below))) continue;
      return date_under(tree_, view_.dates, below) == nullptr;
    }
    return false;
  }

  const TailView& view_;
  const Tree& tree_;
  std::map<TokenId, Tail> tails_;
};

}  // namespace

std::map<TokenId, Tail> find_tails(const TailView& view) { return TailFinder(view).find(); }

bool is_nominal(const Token& token) {
  switch (token.tag) {
    case Tag::DET:
    case Tag::ADJ:
    case Tag::NOUN:
    case Tag::PROPN:
    case Tag::NUM:
    case Tag::PRON:
    case Tag::ADP:
    case Tag::PART:
      return token.xpos != Xpos::TO && token.xpos != Xpos::WDT && token.xpos != Xpos::WP;
    default:
      return false;
  }
}

bool is_nominal(const Tree& tree, std::string_view text, TokenId token) {
  const auto word = slice(text, tree[token].span);
  return is_nominal(tree[token]) || word == "-" || word == "'s";
}

TokenId head_of_run(const Tree& tree, std::uint32_t first, std::uint32_t last) {
  TokenId head = no_token;
  for (std::uint32_t t = first; t <= last; ++t) {
    const Tag tag = tree[TokenId{t}].tag;
    if (tag == Tag::ADP) break;
    if (tag == Tag::NOUN || tag == Tag::PROPN || tag == Tag::PRON) head = TokenId{t};
  }
  // A name's parts hang on its first: "President Volodymyr Zelenskiy".
  while (head != no_token && tree[head].relation == Relation::flat && tree[head].head != no_token &&
         index(tree[head].head) >= first)
    head = tree[head].head;
  return head;
}

std::vector<DateMention>::const_iterator first_date(const std::vector<DateMention>& dates, Span from) {
  return std::lower_bound(dates.begin(), dates.end(), from.begin,
                          [](const DateMention& date, std::uint32_t byte) { return date.when.span->begin < byte; });
}

const DateMention* date_under(const Tree& tree, const std::vector<DateMention>& dates, TokenId head) {
  const Span span = span_of(tree, tree.phrase(head));
  for (auto date = first_date(dates, span); date != dates.end() && date->when.span->begin < span.end; ++date) {
    // A date deep inside another noun is not the date of the phrase.
    const bool near = date->head == head || tree[date->head].head == head;
    if (near && span.contains(*date->when.span)) return &*date;
  }
  return nullptr;
}

}  // namespace sayso
