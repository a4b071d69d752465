// Finds counts, word by word, with the tree for what is counted.
//
//     "at least another 2.5 million people" -> low 2500000, of "people", rule "count:low"
//
// A number is read from the left: figures with their multipliers, then numerals; hedges are looked for on both sides.
// What is counted is the noun the number modifies, or the noun behind "of" where the first only portions it ("pieces of
// equipment"). Left out on purpose: sums ("two, then three more"), fractions ("half the town", "one in three
// soldiers"). File: data/lexicons/numbers.tsv. Tested by tests/mention/counts_test.cc.
#include "mention/counts.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "match/clause.h"
#include "mention/noun_chunks.h"
#include "mention/numerals.h"

namespace sayso {
namespace {

using Use = NumberUse;

using mention::Chunk;
using mention::Chunker;
using mention::Figure;
using mention::largest;

constexpr int longest_path = 12;
constexpr std::size_t most_sums = 8;  // phrases of one sentence; keeps it linear

class Counter {
 public:
  Counter(const Dispatch& dispatch, const Tree& tree, const NumberLexicon& numbers, const ActorLexicon& actors)
      : text_(dispatch.text), tree_(tree), numbers_(numbers), actors_(actors), numerals_(numbers), chunker_(tree) {}

  std::vector<CountMention> counts() {
    for (const Sentence& sentence : tree_.syntax().sentences)
      if (sentence.read) read(sentence);
    return std::move(out_);
  }

 private:
  TokenId token(std::size_t i) const { return TokenId{first_ + static_cast<std::uint32_t>(i)}; }
  const Token& at(std::size_t i) const { return tree_[token(i)]; }
  char byte_before(std::size_t i) const { return at(i).span.begin == 0 ? ' ' : text_[at(i).span.begin - 1]; }
  char byte_after(std::size_t i) const { return at(i).span.end >= text_.size() ? ' ' : text_[at(i).span.end]; }
  bool touches(std::size_t i) const { return i + 1 < words_.size() && at(i).span.end == at(i + 1).span.begin; }
  std::span<const std::string> rest(std::size_t i) const {
    return std::span(words_).subspan(std::min(i, words_.size()));
  }
  bool is(std::size_t i, Use use) const {
    if (i >= words_.size()) return false;
    const auto match = numbers_.match_at(rest(i).first(1), {use});
    return match && match->words == 1;
  }

  void read(const Sentence& sentence) {
    first_ = index(sentence.first);
    words_.clear();
    for (std::uint32_t t = first_; t < index(sentence.last); ++t)
      words_.push_back(to_lower(slice(text_, tree_[TokenId{t}].span)));
    cumulative_.clear();
    for (std::size_t i = 0; i < words_.size() && cumulative_.size() < most_sums; ++i)
      if (numbers_.match_at(rest(i), {Use::cumulative})) cumulative_.push_back(summed_by(token(i)));
    for (std::size_t i = 0; i < words_.size();) {
      const std::size_t end = read_at(i);
      i = end > i ? end : i + 1;
    }
  }

  // --- what adds up from the start
  // ------------------------------------------------------------------------------

  // The clause that "since the war", "to date" holds for: behind "since" the one above it.
  TokenId summed_by(TokenId word) const {
    TokenId clause = clause_of(tree_, word);
    if (tree_[word].relation == Relation::mark && tree_[word].head == clause && tree_[clause].head != no_token)
      clause = clause_of(tree_, tree_[clause].head);
    return first_joined(clause);
  }

  // Joined verbs share what adds up ("300 were killed and 400 wounded since the war began"), but for a "that" or
  // another perfect: "17 were killed and 400 have been killed since the war began".
  TokenId first_joined(TokenId clause) const {
    for (int step = 0; step < longest_path && tree_[clause].relation == Relation::conj; ++step) {
      const TokenId above = tree_[clause].head;
      if (above == no_token || !tree_.is_clause(above) || tree_.child(clause, Relation::mark) != no_token ||
          (is_perfect(clause) && !is_perfect(above)))
        break;
      clause = above;
    }
    return clause;
  }
  bool is_perfect(TokenId clause) const {
    const auto below = tree_.children(clause);
    return std::any_of(below.begin(), below.end(), [&](TokenId one) {
      return is_a(tree_[one].relation, Relation::aux) && tree_.lemma(one) == "have";
    });
  }

  bool is_summed(TokenId number) const {
    if (cumulative_.empty()) return false;
    TokenId clause = clause_of(tree_, number);
    for (int step = 0; step < longest_path; ++step) {
      clause = first_joined(clause);
      if (std::find(cumulative_.begin(), cumulative_.end(), clause) != cumulative_.end()) return true;
      if (tree_[clause].head == no_token || tree_[clause].relation == Relation::conj) return false;
      clause = clause_of(tree_, tree_[clause].head);
    }
    return false;
  }

  // --- counts
  // ----------------------------------------------------------------------------------------------------------

  std::size_t read_at(std::size_t i) {
    if (const auto zero = numbers_.match_at(rest(i), {Use::zero})) return read_zero(i, *zero);
    std::optional<Figure> from = numerals_.number_at(words_, i);
    std::optional<Figure> to;
    if (!from) {
      if (auto pair = mention::joined_range(words_[i])) {
        from = pair->first;
        to = pair->second;
        from->end = to->end = i + 1;
      } else {
        return read_article(i);
      }
    }
    if (const std::size_t behind = end_of_share(i, *from); behind != i) return behind;
    const std::size_t number_end = from->end;
    if (!to && !from->vague) {  // "5-7", "5 to 7", "between 5 and 7", "five or six"
      std::size_t j = number_end;
      const bool between = i > 0 && words_[i - 1] == "between";
      const bool joins = j < words_.size() && (words_[j] == "-" || words_[j] == "\u2013" || words_[j] == "to" ||
                                               words_[j] == "or" || (between && words_[j] == "and"));
      if (joins) {
        if (auto second = numerals_.number_at(words_, j + 1);
            second && !second->vague && second->value > from->value && second->is_whole()) {
          // "5 to 7 million": the multiplier is for both.
          if (second->value >= 1000 && from->value < 1000 && words_[j + 1] != words_[second->end - 1] &&
              is(second->end - 1, Use::multiplier)) {
            const auto factor = numbers_.match_at(rest(second->end - 1).first(1), {Use::multiplier});
            mention::multiply(*from, factor->entry->value);
          }
          to = second;
        }
      }
    }
    const std::size_t end = to ? to->end : number_end;
    if (refused(i, end, *from, to.has_value())) return end;

    Bounds bounds = bounds_of(*from, to);
    std::size_t begin = i;
    std::string hedge = hedge_before(begin, bounds, to.has_value());
    std::size_t stop = end;
    if (stop < words_.size() && words_[stop] == "+") {
      bounds = {from->value, std::nullopt, std::nullopt};
      hedge = "low";
      ++stop;
    }
    hedge_after(stop, bounds, hedge);

    CountMention mention;
    mention.number = token(end - 1);
    const Thing thing = counted(i, end, stop);
    if (thing.refused) return end;
    mention.head = thing.head == no_token ? mention.number : thing.head;
    Count& count = mention.count;
    count.of = thing.of;
    finish(count, mention.number, begin, std::max(thing.last, stop - 1));
    if (!from->overflow && !(to && to->overflow)) {
      count.low = bounds.low;
      count.best = bounds.best;
      count.high = bounds.high;
    }
    count.rule = "count:" + (hedge.empty() ? std::string(from->vague ? "few" : to ? "range" : "exact") : hedge);
    out_.push_back(std::move(mention));
    return std::max(thing.last + 1, stop);
  }

  // "one in three soldiers", "two out of every five": a share, which counts nobody. But "killed two in three attacks".
  std::size_t end_of_share(std::size_t i, const Figure& part) const {
    std::size_t j = part.end;
    if (part.vague || j >= words_.size()) return i;
    const bool out_of = words_[j] == "out" && j + 1 < words_.size() && words_[j + 1] == "of";
    if (!out_of && words_[j] != "in") return i;
    j += out_of ? 2 : 1;
    if (j < words_.size() && words_[j] == "every") ++j;
    const auto whole = numerals_.number_at(words_, j);
    if (!whole || whole->vague || whole->value <= part.value || whole->end >= words_.size()) return i;
    return at(whole->end).xpos == Xpos::NNS && is_counted_noun(token(whole->end)) ? whole->end : i;
  }

  struct Bounds {
    std::optional<std::int64_t> low{}, best{}, high{};
  };

  static Bounds bounds_of(const Figure& from, const std::optional<Figure>& to) {
    if (to) return {from.value, std::nullopt, to->value};
    if (from.vague) return {from.value, std::nullopt, std::nullopt};
    return {from.value, from.value, from.value};
  }

  // Hedges before the number, nearest first; `begin` moves back over them. Returns the use that decided.
  std::string hedge_before(std::size_t& begin, Bounds& bounds, bool range) const {
    std::string decided;
    const std::int64_t value = bounds.low.value_or(0);
    for (int step = 0; step < 3; ++step) {
      const auto match =
          numbers_.match_before(std::span(words_).first(begin),
                                {Use::low, Use::above, Use::high, Use::below, Use::about, Use::exact, Use::range});
      if (!match) break;
      const Use use = match->entry->use;
      if (use == Use::range && (!range || words_[begin - 1] != "between")) {
        if (!range) break;
      }
      begin -= match->words;
      if (range || use == Use::exact || use == Use::range) continue;
      const bool vague = !bounds.best && decided.empty();  // "more than a dozen" is a number, "more than dozens" is not
      switch (use) {
        case Use::low:
          bounds = {value, std::nullopt, std::nullopt};
          decided = "low";
          break;
        case Use::above:
          bounds = {vague ? value : value + (value < largest ? 1 : 0), std::nullopt, std::nullopt};
          decided = "above";
          break;
        case Use::high:
          bounds = vague ? bounds : Bounds{std::nullopt, std::nullopt, value};
          decided = "high";
          break;
        case Use::below:
          bounds = vague ? bounds : Bounds{std::nullopt, std::nullopt, value > 0 ? value - 1 : 0};
          decided = "below";
          break;
        default:
          if (decided.empty()) {
            if (!vague) bounds = {std::nullopt, value, std::nullopt};
            decided = "about";
          }
      }
    }
    return decided;
  }

  void hedge_after(std::size_t& stop, Bounds& bounds, std::string& decided) const {
    const auto match = numbers_.match_at(rest(stop), {Use::low_after, Use::high_after, Use::about_after});
    if (!match || !bounds.best) return;
    const std::int64_t value = *bounds.best;
    if (match->entry->use == Use::low_after)
      bounds = {value, std::nullopt, std::nullopt}, decided = "low";
    else if (match->entry->use == Use::high_after)
      bounds = {std::nullopt, std::nullopt, value}, decided = "high";
    else
      bounds = {std::nullopt, value, std::nullopt}, decided = "about";
    stop += match->words;
  }

  // Numbers that count no things: years, dates, times, ages, money, shares, and parts of names.
  bool refused(std::size_t i, std::size_t end, const Figure& from, bool range) const {
    const Token& first = at(i);
    const bool digits = words_[i][0] >= '0' && words_[i][0] <= '9';
    if (!from.is_whole()) return true;
    if (digits) {
      const char before = byte_before(i);
      if (i > 0 &&
          (before == '-' || before == '/' || before == '.' || before == ':' || before == '_' || before == '#') &&
          at(i - 1).span.end == first.span.begin)
        return true;
      if (i > 0 && at(i - 1).span.end == first.span.begin && at(i - 1).tag == Tag::SYM) return true;
    }
    // "$50", "US$ 3 million", "€5"
    if (i > 0 && is_currency(words_[i - 1])) return true;
    // "34-year-old", "30-day", "155mm": a dash or letters join the number to a word
    if (end < words_.size() && at(end - 1).span.end == at(end).span.begin && words_[end] != "+" &&
        at(end).tag != Tag::PUNCT && !is(end, Use::multiplier))
      return true;
    if (end + 1 < words_.size() && touches(end - 1) && words_[end] == "-" && touches(end)) return true;
    if (is(end, Use::skip) || is(end, Use::unit)) return true;
    if (i > 0 && is_month(words_[i - 1])) return true;
    if (i > 0 && (words_[i - 1] == "aged" || words_[i - 1] == "age" || words_[i - 1] == "no." || words_[i - 1] == "no"))
      return true;
    if (words_[i] == "one" && end < words_.size() &&
        (words_[end] == "of" || words_[end] == "another" || words_[end] == "-"))
      return true;
    if (words_[i] == "one" && at(i).relation != Relation::nummod && at(i).tag == Tag::PRON) return true;
    // "Group of Seven"
    if (!digits && i > 0 && first.tag == Tag::PROPN && first.relation != Relation::nummod) return true;
    // "Unit 8200", "Article 5": the number follows the noun it belongs to
    if (!stands_behind_site(i, end) && at(end - 1).head != no_token && at(end - 1).head < token(i) &&
        (at(end - 1).relation == Relation::nummod || at(end - 1).relation == Relation::flat ||
         at(end - 1).relation == Relation::compound || at(end - 1).relation == Relation::nmod_unmarked ||
         at(end - 1).relation == Relation::dep) &&
        index(at(end - 1).head) >= first_ && index(at(end - 1).head) + 2 >= index(token(i)))
      return true;
    if (digits && (is_labelled(i, end) || is_address(i, end))) return true;
    // ", 34,": an age beside a name
    if (digits && from.value < 120 && i > 0 && words_[i - 1] == "," && (end >= words_.size() || words_[end] == ",") &&
        at(i).relation != Relation::nummod && !range && i > 1 && at(i - 2).tag == Tag::PROPN)
      return true;
    // A year: four figures without a comma that count no plural
    if (digits && words_[i].size() == 4 && from.value >= 1900 && from.value <= 2100 && end == i + 1) {
      const TokenId head = at(i).head;
      const bool counts_plural =
          at(i).relation == Relation::nummod && head != no_token && head > token(i) && tree_[head].xpos == Xpos::NNS;
      if (!counts_plural || (i > 0 && words_[i - 1] == "the")) return true;
    }
    return false;
  }

  bool is_capital(std::size_t i) const {
    std::size_t byte = at(i).span.begin;
    return is_upper(next_code_point(text_, byte));
  }
  // "Flight 103", "Resolution 1701", wherever the tree hangs the number.
  bool is_labelled(std::size_t i, std::size_t end) const {
    if (i == 0 || !is_capital(i - 1) || !is(i - 1, Use::label) || stands_behind_site(i, end)) return false;
    const bool hangs = at(end - 1).relation == Relation::nummod && at(end - 1).head == token(end);
    return !hangs || !counts_behind(end);
  }
  bool counts_behind(std::size_t end) const {
    return end < words_.size() && at(end).xpos == Xpos::NNS && is_counted_noun(token(end));
  }
  // "at Dovran Station 40 people were killed": the station has its name and needs no number.
  bool stands_behind_site(std::size_t i, std::size_t end) const {
    return i > 1 && at(i - 2).tag == Tag::PROPN && is_capital(i - 2) && is_capital(i - 1) && is(i - 1, Use::site) &&
           counts_behind(end);
  }
  // "1119 Eighth St.", "12 Old Mill Road": but "40 High Street shops" are forty.
  bool is_address(std::size_t i, std::size_t end) const {
    constexpr std::size_t longest_name = 3;
    if (end != i + 1) return false;
    for (std::size_t k = end; k < words_.size() && k - end <= longest_name && is_capital(k); ++k)
      if (k > end && is(k, Use::street)) return k + 1 == words_.size() || at(k + 1).tag != Tag::NOUN;
    return false;
  }

  static bool is_currency(std::string_view word) {
    return word == "$" || word == "us$" || word == "\u20AC" || word == "\u00A3" || word == "\u20B4" ||
           word == "\u20BD" || word == "usd" || word == "eur" || word.ends_with('$');
  }
  bool is_month(const std::string& word) const {
    constexpr std::array<std::string_view, 24> months{"january", "february",  "march",   "april",    "june",     "july",
                                                      "august",  "september", "october", "november", "december", "may",
                                                      "jan",     "jan.",      "feb",     "feb.",     "aug",      "aug.",
                                                      "sept",    "sept.",     "oct",     "oct.",     "nov",      "dec"};
    return std::find(months.begin(), months.end(), word) != months.end() || word == "nov." || word == "dec.";
  }

  // --- what is counted
  // ---------------------------------------------------------------------------------------------------

  struct Thing {
    TokenId head = no_token;
    std::string of{};
    std::size_t last = 0;  // word index of its last word; 0 if there is none
    bool refused = false;
  };

  Thing counted(std::size_t i, std::size_t end, std::size_t behind) const {
    Thing out;
    TokenId noun = no_token;
    // The noun that any word of the number modifies …
    for (std::size_t k = end; k-- > i && noun == no_token;) {
      const Token& word = at(k);
      const bool modifies = word.relation == Relation::nummod || word.relation == Relation::amod ||
                            word.relation == Relation::det || word.relation == Relation::compound;
      if (modifies && word.head != no_token && word.head >= token(end) && index(word.head) < first_ + words_.size())
        noun = word.head;
    }
    // … or behind "of": "dozens of civilians"; "two of the drones" …
    if (noun == no_token && behind < words_.size() && words_[behind] == "of") noun = of_object(end - 1, behind);
    // … or behind the number's own: "a number of men";
    if (noun == no_token && end == behind && end >= i + 2 && words_[end - 1] == "of")
      noun = of_object(end - 2, end - 1);
    // … or the noun right behind, where the tree says nothing.
    if (noun == no_token && behind < words_.size() && behind == end && at(behind).tag == Tag::NOUN &&
        at(end - 1).tag == Tag::NUM)
      noun = token(behind);
    if (noun == no_token) {
      out.last = 0;
      return out;
    }
    const std::size_t noun_at = index(noun) - first_;
    if (is(noun_at, Use::skip) || is(noun_at, Use::unit)) {
      out.refused = true;
      return out;
    }
    if (is(noun_at, Use::partitive) && noun_at + 1 < words_.size() && words_[noun_at + 1] == "of") {
      const TokenId of = of_object(noun_at, noun_at + 1);
      if (of != no_token) noun = of;
    }
    const Chunk chunk = chunker_.chunk_of(noun);
    const std::size_t head_at = index(chunk.head) - first_;
    std::size_t from = std::max(index(chunk.first), first_ + static_cast<std::uint32_t>(behind)) - first_;
    while (from < head_at && (at(from).tag == Tag::DET || at(from).tag == Tag::NUM || at(from).tag == Tag::ADP ||
                              at(from).tag == Tag::PUNCT))
      ++from;
    from = std::min(from, head_at);
    out.head = noun;
    out.last = index(chunk.last) - first_;
    out.of = std::string(slice(text_, {at(from).span.begin, tree_[chunk.last].span.end}));
    if (at(head_at).tag == Tag::PRON) out.of.clear();  // "two of them"
    return out;
  }

  // The noun of "of …" that hangs on word `k`, or else the next noun after the "of".
  TokenId of_object(std::size_t k, std::size_t of) const {
    for (TokenId child : tree_.children(token(k)))
      if (child > token(of) && is_a(tree_[child].relation, Relation::nmod) && tree_.preposition(child) == "of")
        return child;
    if (at(of).head != no_token && at(of).head > token(of) && at(of).relation == Relation::case_) return at(of).head;
    return no_token;
  }

  bool is_counted_noun(TokenId noun) const {
    if (is(index(noun) - first_, Use::countable)) return true;
    const std::string_view word = slice(text_, tree_[noun].span);
    if (const auto found = actors_.noun_phrases().find(word)) {
      const EntityKind kind = actors_.nouns()[*found].kind;
      return kind == EntityKind::military || kind == EntityKind::group || kind == EntityKind::civilians ||
             kind == EntityKind::unnamed || kind == EntityKind::equipment;
    }
    if (const auto found = actors_.role_phrases().find(word)) return actors_.roles()[*found].unnamed;
    return false;
  }

  // "no casualties": nothing of a kind that is counted. "no comment" is no count.
  std::size_t read_zero(std::size_t i, const NumberLexicon::Match& zero) {
    const std::size_t end = i + zero.words;
    CountMention mention;
    mention.number = token(end - 1);
    std::size_t last = end - 1;
    const bool pronoun = at(end - 1).tag == Tag::PRON || at(end - 1).tag == Tag::NOUN;
    if (pronoun) {
      mention.head = mention.number;
      if (end < words_.size() && words_[end] == "of") return end;
    } else {
      const TokenId noun = at(end - 1).head;
      if (noun == no_token || noun < token(end) || index(noun) >= first_ + words_.size() || !is_counted_noun(noun))
        return end;
      const Chunk chunk = chunker_.chunk_of(noun);
      last = index(chunk.last) - first_;
      mention.head = noun;
      mention.count.of = std::string(slice(text_, {at(end).span.begin, tree_[chunk.last].span.end}));
    }
    mention.count.low = mention.count.best = mention.count.high = 0;
    mention.count.rule = "count:none";
    finish(mention.count, mention.number, i, last);
    out_.push_back(std::move(mention));
    return last + 1;
  }

  // "a soldier", "another civilian": one of a kind that is counted.
  std::size_t read_article(std::size_t i) {
    if (words_[i] != "a" && words_[i] != "an" && words_[i] != "another") return i;
    const TokenId noun = at(i).head;
    if (at(i).relation != Relation::det || noun == no_token || noun <= token(i) ||
        index(noun) >= first_ + words_.size())
      return i;
    if (tree_[noun].xpos != Xpos::NN || !is_counted_noun(noun)) return i;
    const Chunk chunk = chunker_.chunk_of(noun);
    CountMention mention;
    mention.number = token(i);
    mention.head = noun;
    mention.count.of = std::string(slice(text_, {at(i + 1).span.begin, tree_[chunk.last].span.end}));
    mention.count.low = mention.count.best = mention.count.high = 1;
    mention.count.rule = "count:article";
    finish(mention.count, mention.number, i, index(chunk.last) - first_);
    out_.push_back(std::move(mention));
    return i + 1;
  }

  void finish(Count& count, TokenId number, std::size_t begin, std::size_t last) const {
    count.span = {at(begin).span.begin, at(last).span.end};
    count.text = std::string(slice(text_, count.span));
    count.cumulative = is_summed(number);
  }

  std::string_view text_;
  const Tree& tree_;
  const NumberLexicon& numbers_;
  const ActorLexicon& actors_;
  mention::Numerals numerals_;
  Chunker chunker_;
  std::uint32_t first_ = 0;
  std::vector<std::string> words_;
  std::vector<TokenId> cumulative_{};  // clauses of the sentence whose counts add up from the start
  std::vector<CountMention> out_;
};

}  // namespace

std::vector<CountMention> find_counts(const Dispatch& dispatch, const Tree& tree, const NumberLexicon& numbers,
                                      const ActorLexicon& actors) {
  return Counter(dispatch, tree, numbers, actors).counts();
}

}  // namespace sayso
