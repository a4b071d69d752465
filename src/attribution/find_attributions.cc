// Finds every attribution of a dispatch: rules first, then quotations that carry on, then the reporter's own voice.
//
//     "We will stay," Marek said. "All of us."   -> one attribution with two pieces, rule said-quoted
//
// Reads data/rules/attribution and data/lexicons/lists. Tested by tests/attribution and by every rule's own sentences.
// Left out on purpose: stance and doubt, which are stance.h's; links between claims, which are src/claim's.
#include "attribution/find_attributions.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "attribution/background.h"
#include "attribution/circles.h"
#include "attribution/colons.h"
#include "attribution/content.h"
#include "attribution/continuations.h"
#include "attribution/occasions.h"
#include "attribution/own_voice.h"
#include "attribution/quotations.h"
#include "attribution/sources.h"
#include "attribution/stance.h"
#include "attribution/tails.h"
#include "attribution/thrown_in.h"
#include "attribution/unclosed.h"
#include "attribution/unsaid.h"
#include "base/innermost.h"
#include "base/utf8.h"
#include "match/clause.h"

namespace sayso {
namespace {

constexpr std::uint32_t longest_quoted_name = 8;  // words
constexpr std::uint32_t shortest_quotation = 3;   // words; shorter ones beside a verb are names and scare quotes

struct Quoted {
  const Quotation* quotation = nullptr;
  TokenId first = no_token, last = no_token;  // tokens inside [first, last]
  std::vector<TokenId> beside{};              // verbs that may introduce it, nearest first
  std::ptrdiff_t holder = -1;                 // index of the attribution it belongs to
};

// By which a speaker goes on inside what was said: "said … and accused", "…, describing …".
constexpr std::array<const char*, 7> speaking_lists = {"say",  "say_object", "say_to", "accuse",
                                                       "call", "call_as",    "refuse"};

class Finder {
 public:
  Finder(const Dispatch& dispatch, const Syntax& syntax, const Mentions& mentions,
         const AttributionKnowledge& knowledge)
      : dispatch_(dispatch),
        mentions_(mentions),
        knowledge_(knowledge),
        lists_(*knowledge.lists),
        tree_(syntax),
        speakers_(dispatch, tree_, mentions),
        quotations_(end_at_tags(find_quotations(dispatch), dispatch, tree_, lists_)),
        marks_(syntax.tokens.size()),
        spoken_(syntax.tokens.size()),
        cues_(syntax.tokens.size()),
        settled_(syntax.tokens.size()),
        occasions_(dispatch, tree_, mentions, lists_, marks_, speakers_) {}

  Marks marks() {
    mark_tokens();
    return std::move(marks_);
  }

  std::vector<Attribution> find() {
    mark_tokens();
    lift_cues();
    silence_cues();
    const auto matches = knowledge_.rules.all_matches(tree_, marks_);
    std::vector<std::pair<std::vector<Match>::const_iterator, std::vector<Match>::const_iterator>> anchors;
    for (auto first = matches.begin(); first != matches.end(); first = anchors.back().second)
      anchors.emplace_back(
          first, std::find_if(first, matches.end(), [&](const Match& match) { return match.anchor != first->anchor; }));
    // Quotations first: what is said inside one cannot take it from who says it. Of the verbs beside one the nearest
    // has it: "she asked for a picture and he said, '…'".
    auto by_nearness = anchors;
    std::stable_sort(by_nearness.begin(), by_nearness.end(), [&](const auto& a, const auto& b) {
      return words_to_quotation(a.first->anchor) < words_to_quotation(b.first->anchor);
    });
    for (const auto& [first, last] : by_nearness) attribute_first(first, last, true);
    for (const auto& [first, last] : anchors) attribute_first(first, last, false);
    for (const auto& [cue, tail] : tails_)
      if (!cues_[index(cue)]) attribute_tail(tail);
    for (const Colon& colon : find_colons(dispatch_, tree_, speakers_, mentions_, lists_)) attribute_colon(colon);
    carry_on();
    const StanceView view{dispatch_, tree_, speakers_, quotations_, lists_, mentions_};
    for (Attribution& more : find_continuations(found_, view, mentions_.dates, spoken_, cues_)) {
      for (const Words& words : more.content) speak_for(words.span);
      found_.push_back(std::move(more));
    }
    for (Attribution& own : own_voice(dispatch_, tree_, speakers_, spoken_, cues_, lists_))
      found_.push_back(std::move(own));
    settle_stance(found_, view);
    // Doubts, denials and continued speech are about what is said; these rows say nothing.
    std::move(unsaid_.begin(), unsaid_.end(), std::back_inserter(found_));
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Attribution& a, const Attribution& b) { return start_of(a) < start_of(b); });
    occasions_.date_media(found_);
    nest();
    for (Attribution& made : found_) speakers_.complete(made);
    return std::move(found_);
  }

 private:
  // Whoever the mentions know to speak; else a subject that is a name nobody knows ("Hnat denied the attack"), a word
  // for people, or one that stands for them ("most said").
  bool may_speak(TokenId token) const {
    const TokenId who = tree_.referent(token);
    if (speakers_.is_known(who)) return speakers_.may_speak(who);
    if (!is_a(tree_[token].relation, Relation::nsubj) || tree_[token].head == no_token) return false;
    // "would not say who ordered it": a question names nobody.
    if (tree_[token].xpos == Xpos::WP && tree_[tree_[token].head].relation != Relation::acl_relcl) return false;
    if (tree_[who].tag == Tag::PROPN) return tree_[tree_[token].head].tag == Tag::VERB;
    return (tree_[who].tag == Tag::NOUN && is_listed("speaker_noun", who)) || is_listed("speaker_word", who);
  }

  bool speaks(TokenId verb) const {
    return tree_[verb].tag == Tag::VERB && std::any_of(speaking_lists.begin(), speaking_lists.end(),
                                                       [&](const char* name) { return is_listed(name, verb); });
  }

  bool is_listed(std::string_view name, TokenId token) const { return lists_.contains(name, tree_.lemma(token)); }

  void mark_tokens() {
    place_quotations();
    tails_ = find_tails({dispatch_.text, tree_, quotations_, mentions_.dates, lists_});
    for (std::uint32_t t = 0; t < tree_.size(); ++t) {
      if (is_headline(dispatch_, tree_, TokenId{t})) marks_.set(TokenId{t}, "headline");
      if (tree_[TokenId{t}].relation == Relation::expl || tree_.lemma(TokenId{t}) == "it")
        marks_.set(TokenId{t}, "expletive");
      if (is_question(TokenId{t})) marks_.set(TokenId{t}, "question"), questions_.push_back(TokenId{t});
      if (is_citing(tree_, TokenId{t})) marks_.set(TokenId{t}, "citing");
      if (may_speak(TokenId{t})) marks_.set(TokenId{t}, "speaker");
    }
    for (const DateMention& date : mentions_.dates)
      if (date.head != no_token) marks_.set(date.head, "date");
  }

  // Verbs of saying that the tree hangs inside what another says, though the outer speaker goes on: "Marek said the
  // raid had failed, adding that …", "said … and accused …". What stands against it ("…, while the mayor said …") is no
  // part of it either.
  void lift_cues() {
    const auto subject_of = [&](TokenId verb) {
      // "but on Tuesday said": no day is a subject, whatever the tree makes of it.
      for (TokenId below : tree_.children(verb))
        if (is_a(tree_[below].relation, Relation::nsubj) && !marks_.has(below, "date")) return below;
      return no_token;
    };
    for (std::uint32_t t = 1; t < tree_.size(); ++t) {
      const TokenId cue{t};
      const Relation relation = tree_[cue].relation;
      if (!speaks(cue) || (relation != Relation::advcl && relation != Relation::conj)) continue;
      const TokenId said = tree_[cue].head;
      if (said == no_token || said > cue || tree_[said].relation != Relation::ccomp) continue;
      const TokenId outer = tree_[said].head;
      if (outer > said || !speaks(outer) || quotation_at(quotations_, tree_[cue].span.begin) != nullptr) continue;
      const TokenId own_subject = subject_of(cue), mark = tree_.child(cue, Relation::mark);
      if (own_subject != no_token) {
        if (speaks_against(cue, own_subject)) beside_content_[outer].push_back(cue);
        continue;
      }
      const bool participle = relation == Relation::advcl && tree_[cue].xpos == Xpos::VBG && mark == no_token &&
                              tree_[TokenId{t - 1}].tag == Tag::PUNCT;
      const TokenId subject = subject_of(said);
      // Of two verbs of one form, the nearer may be whose subject goes on; one that cannot speak does not.
      // "It", "they" who are said to have done something are mostly the speaker, who goes on to accuse.
      const bool speaker_again = subject != no_token && tree_[subject].tag == Tag::PRON && is_listed("accuse", cue);
      const bool joined = relation == Relation::conj && tree_[cue].xpos == tree_[outer].xpos &&
                          (tree_[said].xpos != tree_[cue].xpos || speaker_again ||
                           (subject != no_token && !speakers_.may_speak(subject)));
      // "… would be paid and accused them": with an object it is no passive and does not go with one.
      const bool active = relation == Relation::conj && tree_[cue].xpos == Xpos::VBN && tree_.is_passive(said) &&
                          tree_.child(cue, Relation::obj) != no_token && tree_.child(cue, Relation::aux) == no_token &&
                          tree_.child(cue, Relation::aux_pass) == no_token && tree_[outer].xpos == Xpos::VBD;
      if (!participle && !joined && !active) continue;
      beside_content_[outer].push_back(cue);
      spoken_by_[cue] = outer;
    }
  }

  // "…, while the mayor said", "…, but half of them said": somebody else says something else.
  bool speaks_against(TokenId cue, TokenId subject) const {
    const TokenId mark = tree_.child(cue, Relation::mark);
    if (tree_[cue].relation == Relation::advcl) return mark != no_token && is_listed("contrast", mark);
    return marks_.has(subject, "speaker") && tree_[subject].tag != Tag::PRON && tree_[subject].head == cue &&
           mark == no_token;
  }

  // Verbs that look like cues and say nothing of their own: "citing hospital staff" names who said what another verb
  // reports.
  void silence_cues() {
    for (std::uint32_t t = 0; t < tree_.size(); ++t)
      if (is_citing(tree_, TokenId{t})) settle_citing(TokenId{t});
  }

  // "citing hospital staff" belongs to the verb it hangs on; "cancelled the flight, citing fog" gives a reason, and
  // whoever cancelled it says so.
  void settle_citing(TokenId citing) {
    const TokenId above = tree_[citing].head, cited = tree_.child(citing, Relation::obj);
    const bool names_source = cited != no_token && (speakers_.may_speak(cited) || is_listed("cited", cited));
    if (above == no_token || !is_listed("say", above)) {
      settled_[index(citing)] = names_source;
      return;
    }
    if (!names_source) return;
    settled_[index(citing)] = true;
    beside_content_[above].push_back(citing);
    cues_[index(citing)] = true;
    for (TokenId below : tree_.phrase(citing)) spoken_[index(below)] = true;
  }

  // The first rule of an anchor that has something to say: one whose quotation another verb has taken gives way to the
  // next.
  void attribute_first(std::vector<Match>::const_iterator first, std::vector<Match>::const_iterator last,
                       bool quoting) {
    if (settled_[index(first->anchor)]) return;
    for (auto match = first; match != last; ++match) {
      const bool quotes = match->rule->value("content", {}, lists_) == "quotation";
      if (quotes && !quoting) continue;
      if (!quotes && quoting) return;
      if (is_taken_by_tail(*match)) {
        settled_[index(first->anchor)] = true;
        return;
      }
      if (!attribute(*match)) continue;
      settled_[index(first->anchor)] = true;
      return;
    }
  }

  static std::vector<TokenId> united(const std::vector<TokenId>& a, const std::vector<TokenId>& b) {
    std::vector<TokenId> all;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
    return all;
  }

  static std::uint32_t start_of(const Attribution& attribution) {
    std::uint32_t start = attribution.cue ? attribution.cue->span.begin : 0xFFFFFFFFU;
    for (const Words& words : attribution.content) start = std::min(start, words.span.begin);
    if (attribution.source.span) start = std::min(start, attribution.source.span->begin);
    return start;
  }

  // Which tokens each quotation holds, and which verbs stand beside it: those are marked for the rules.
  void place_quotations() {
    const auto& tokens = tree_.syntax().tokens;
    std::uint32_t t = 0;
    for (const Quotation& quotation : quotations_) {
      while (t < tokens.size() && tokens[t].span.begin < quotation.inner.begin) ++t;
      Quoted quoted{&quotation, TokenId{t}, no_token, {}, -1};
      while (t < tokens.size() && tokens[t].span.end <= quotation.inner.end) quoted.last = TokenId{t++};
      if (quoted.last == no_token) continue;
      for (auto inside = index(quoted.first); inside <= index(quoted.last); ++inside)
        marks_.set(TokenId{inside}, "quoted");
      const bool long_enough = index(quoted.last) - index(quoted.first) + 1 >= shortest_quotation;
      if ((long_enough && !is_quoted_name(quoted)) || ends_in_comma(quotation)) look_beside(quoted);
      quoted_.push_back(std::move(quoted));
    }
  }

  // How many words stand between a verb and the nearest quotation it may introduce.
  std::uint32_t words_to_quotation(TokenId verb) const {
    std::uint32_t least = 0xFFFFFFFFU;
    const auto beside = beside_.find(verb);
    if (beside == beside_.end()) return least;
    for (const std::size_t at : beside->second) {
      const Quoted& quoted = quoted_[at];
      least =
          std::min(least, verb < quoted.first ? index(quoted.first) - index(verb) : index(verb) - index(quoted.last));
    }
    return least;
  }

  bool ends_in_comma(const Quotation& quotation) const {
    const auto inner = slice(dispatch_.text, quotation.inner);
    return !inner.empty() && (inner.back() == ',' || (quotation.outer.end < dispatch_.text.size() &&
                                                      dispatch_.text[quotation.outer.end] == ','));
  }

  // 'The organization "Loyal Army of Kesh" left': a name behind a noun, which nobody says.
  bool is_quoted_name(const Quoted& quoted) const {
    if (index(quoted.last) - index(quoted.first) + 1 > longest_quoted_name) return false;
    for (auto t = index(quoted.first); t <= index(quoted.last); ++t) {
      const Tag tag = tree_[TokenId{t}].tag;
      const bool small = tag == Tag::ADP || tag == Tag::DET || tag == Tag::CCONJ || tag == Tag::PART;
      const bool nominal = tag == Tag::NOUN || tag == Tag::PROPN || tag == Tag::ADJ || tag == Tag::NUM;
      if (!small && (!nominal || is_lower_at(tree_[TokenId{t}].span.begin))) return false;
    }
    auto before = index(quoted.first);
    while (before > 0 && tree_[TokenId{before - 1}].span.end > quoted.quotation->outer.begin) --before;
    if (before == 0 || tree_.sentence_of(TokenId{before - 1}) != tree_.sentence_of(quoted.first)) return false;
    const Token& word = tree_[TokenId{before - 1}];
    const WordList* naming = lists_.find("naming");
    return word.tag == Tag::NOUN || word.tag == Tag::PROPN || word.tag == Tag::ADJ ||
           to_lower(slice(dispatch_.text, word.span)) == "the" ||
           (naming != nullptr && naming->contains(tree_.lemma(TokenId{before - 1})));
  }

  // "Asked about the raid, …": a participle without a speaker, which puts a question and says nothing.
  bool is_question(TokenId token) const {
    const WordList* asked = lists_.find("asked");
    const Xpos form = tree_[token].xpos;
    if (asked == nullptr || (form != Xpos::VBN && form != Xpos::VBD) || !asked->contains(tree_.lemma(token)))
      return false;
    const Relation relation = tree_[token].relation;
    if (relation == Relation::conj || relation == Relation::xcomp || relation == Relation::acl_relcl) return false;
    for (TokenId below : tree_.children(token))
      if (is_a(tree_[below].relation, Relation::nsubj) || is_a(tree_[below].relation, Relation::aux)) return false;
    return true;
  }

  bool may_introduce(TokenId token, const Quotation& quotation) const {
    if (tree_[token].tag != Tag::VERB || quotation_at(quotations_, tree_[token].span.begin) != nullptr) return false;
    if (tree_[token].relation == Relation::acl_relcl || tree_[token].relation == Relation::acl) return false;
    if (is_question(token)) return false;
    // A verb that has a clause of its own elsewhere says that; another quotation may be the rest of this one, unless
    // the verb brings it in with "that" or speaks of "the same".
    const bool behind = quotation.outer.end <= tree_[token].span.begin;
    for (TokenId below : tree_.children(token)) {
      if (quotation.outer.contains(tree_[below].span)) continue;
      if (behind && below > token && tree_[below].relation == Relation::obj && tree_.lemma(below) == "same")
        return false;
      if (tree_[below].relation != Relation::ccomp) continue;
      const TokenId mark = tree_.child(below, Relation::mark);
      const bool brought_in = behind && below > token && mark != no_token && mark > token &&
                              quotation_at(quotations_, tree_[mark].span.begin) == nullptr;
      if (brought_in || quotation_at(quotations_, tree_[below].span.begin) == nullptr) return false;
    }
    // 'had been "useful" and would resume': what is joined to quoted words goes on with them.
    const TokenId above = tree_[token].relation == Relation::conj ? tree_[token].head : no_token;
    return above == no_token || !quotation.outer.contains(tree_[above].span);
  }

  void look_beside(Quoted& quoted) {
    const Quotation& quotation = *quoted.quotation;
    const auto& sentences = tree_.syntax().sentences;
    const auto paragraph_of = [&](std::uint32_t t) {
      return sentences[index(tree_.sentence_of(TokenId{t}))].paragraph;
    };
    const auto is_stop = [&](std::uint32_t t) {
      const auto word = slice(dispatch_.text, tree_[TokenId{t}].span);
      return word == "." || word == "!" || word == "?" || word == ";";
    };
    // Behind it: "…," the governor wrote. A quotation that ends in a full stop is closed, unless what follows goes on
    // in lower case.
    auto after = index(quoted.last) + 1;
    while (after < tree_.size() && tree_[TokenId{after}].span.begin < quotation.outer.end) ++after;
    const auto inner = slice(dispatch_.text, quotation.inner);
    const bool stopped = !inner.empty() && inner.back() == '.';
    const bool lower = after < tree_.size() && is_lower_at(tree_[TokenId{after}].span.begin);
    if (!stopped || lower || only_names_speaker(after, quotation))
      for (auto t = after; t < tree_.size() && paragraph_of(t) == quotation.paragraph && !is_stop(t) &&
                           quotation_at(quotations_, tree_[TokenId{t}].span.begin) == nullptr;
           ++t)
        if (may_introduce(TokenId{t}, quotation)) quoted.beside.push_back(TokenId{t});
    // Before it: The governor wrote: "…" / said, "…" / said "…".
    auto before = index(quoted.first);
    while (before > 0 && tree_[TokenId{before - 1}].span.end > quotation.outer.begin) --before;
    const std::string_view word = before > 0 ? slice(dispatch_.text, tree_[TokenId{before - 1}].span) : "";
    const std::uint32_t home = before > 0 ? paragraph_of(before - 1) : quotation.paragraph;
    // A colon may also end the paragraph before: "He said: ¶ '…'".
    if (before > 0 && (home == quotation.paragraph || (word == ":" && home + 1 == quotation.paragraph))) {
      const bool joint = word == "," || word == ":";
      if (joint || tree_[TokenId{before - 1}].tag == Tag::VERB)
        for (auto t = before; t-- > 0 && paragraph_of(t) == home && !(is_stop(t) && t + 1 != before) &&
                              quotation_at(quotations_, tree_[TokenId{t}].span.begin) == nullptr;)
          if (may_introduce(TokenId{t}, quotation)) quoted.beside.push_back(TokenId{t});
    }
    for (TokenId verb : quoted.beside) {
      marks_.set(verb, "beside-quotation");
      beside_[verb].push_back(quoted_.size());
    }
  }

  // A sentence behind a closed quotation that says nothing but who spoke: "…." Marek said in a statement.
  bool only_names_speaker(std::uint32_t first, const Quotation& quotation) const {
    constexpr std::uint32_t longest = 20;
    const WordList* say = lists_.find("say");
    if (first >= tree_.size() || say == nullptr) return false;
    const Sentence& sentence = tree_.syntax()[tree_.sentence_of(TokenId{first})];
    if (sentence.paragraph != quotation.paragraph || index(sentence.last) - first > longest) return false;
    TokenId verb = no_token;
    for (std::uint32_t t = first; t < index(sentence.last); ++t) {
      const Tag tag = tree_[TokenId{t}].tag;
      if (quotation_at(quotations_, tree_[TokenId{t}].span.begin) != nullptr) return false;
      if (tag != Tag::VERB && tag != Tag::AUX) continue;
      if (verb != no_token) return false;
      verb = TokenId{t};
    }
    if (verb == no_token || !say->contains(tree_.lemma(verb))) return false;
    bool subject = false;
    for (TokenId below : tree_.children(verb)) {
      const Relation relation = tree_[below].relation;
      if (relation == Relation::ccomp || relation == Relation::xcomp || relation == Relation::obj) return false;
      subject = subject || relation == Relation::nsubj;
    }
    return subject;
  }

  bool is_lower_at(std::uint32_t byte) const {
    return byte < dispatch_.text.size() && dispatch_.text[byte] >= 'a' && dispatch_.text[byte] <= 'z';
  }

  TokenId captured(const Match& match, std::string_view name) const {
    const auto found = match.captures.find(name);
    return found == match.captures.end() ? no_token : found->second;
  }

  Words cue_words(TokenId cue) const {
    std::vector<TokenId> tokens{cue};
    for (TokenId below : tree_.children(cue)) {
      const Relation relation = tree_[below].relation;
      if (relation == Relation::compound_prt || relation == Relation::fixed) tokens.push_back(below);
    }
    std::sort(tokens.begin(), tokens.end());
    // A particle far from its verb ("turned the offer down") is left to the lemma: the cue is one run.
    for (std::size_t i = 1; i < tokens.size(); ++i)
      if (index(tokens[i]) != index(tokens[i - 1]) + 1) return words_at(dispatch_.text, tree_[cue].span);
    return words_at(dispatch_.text, span_of(tree_, tokens));
  }

  // For the row that is being made.
  void take(Quoted& quoted) {
    quoted.holder = static_cast<std::ptrdiff_t>(found_.size());
    taken_.push_back(static_cast<std::size_t>(&quoted - quoted_.data()));
  }

  Quoted* take_quotation(TokenId cue) {
    Quoted* best = nullptr;
    std::ptrdiff_t best_rank = 0;
    for (std::size_t i : beside_[cue]) {
      Quoted& quoted = quoted_[i];
      if (quoted.holder >= 0) continue;
      const auto rank = std::find(quoted.beside.begin(), quoted.beside.end(), cue) - quoted.beside.begin();
      if (best == nullptr || rank < best_rank) best = &quoted, best_rank = rank;
    }
    if (best != nullptr) take(*best);
    return best;
  }

  void speak_for(Span span) {
    const auto& tokens = tree_.syntax().tokens;
    auto at = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                               [](const Token& token, std::uint32_t byte) { return token.span.end <= byte; });
    for (; at != tokens.end() && at->span.begin < span.end; ++at)
      spoken_[static_cast<std::size_t>(at - tokens.begin())] = true;
  }

  void attribute_colon(const Colon& colon) {
    Attribution made;
    made.rule = colon.rule;
    made.cue = words_at(dispatch_.text, tree_[colon.cue].span);
    made.cue_head = colon.cue;
    made.source = speakers_.source_at(colon.speaker);
    std::vector<TokenId> tokens;
    for (std::uint32_t t = colon.first; t < colon.last; ++t) tokens.push_back(TokenId{t});
    made.content = pieces(tree_, dispatch_.text, tokens);
    if (made.content.empty()) return;
    made.quote = quote_of(colon.cue, tokens, made);
    finish_clause(made, tokens.front(), tokens.back());
    finish(std::move(made), tokens, false);
  }

  // A match whose cue has a tail that names another speaker, or says more than the match, gives way to the tail.
  bool is_taken_by_tail(const Match& match) const {
    const TokenId cue = captured(match, "cue"), source = captured(match, "source"),
                  content = captured(match, "content");
    const auto found = tails_.find(cue);
    if (found == tails_.end() || cue == no_token) return false;
    const Tail& tail = found->second;
    if (source == no_token || source < tail.first || source > tail.last) return true;
    if (content == no_token || (content > tail.content_end && content < tail.resume)) return true;
    // What goes on behind the speaker's words is lost, or mixed with them, where the tree hangs it on the cue.
    return tail.resume < tail.end || content >= tail.end;
  }

  // The rule's speaker, unless the sentence's tail names another; then everything before the tail is what is said.
  void attribute_tail(const Tail& tail) {
    Attribution made;
    made.rule = "said-tail";
    made.cue = cue_words(tail.cue);
    made.cue_head = tail.cue;
    const WordList* say = lists_.find("say");
    made.act = act_named(say->value_of(tree_.lemma(tail.cue)).value_or("assert")).value_or(Act::assert_);
    made.source = speakers_.source_at(tail.source);
    std::vector<TokenId> not_content;
    occasions_.describe(made, tail.cue, not_content);
    std::vector<TokenId> tokens;
    for (TokenId t = tail.content_begin; t < tail.content_end; t = TokenId{index(t) + 1}) tokens.push_back(t);
    for (TokenId t = tail.resume; t < tail.end; t = TokenId{index(t) + 1}) tokens.push_back(t);
    tokens = without_background(tree_, dispatch_.text, quotations_, std::move(tokens));
    drop_questions(tokens, tail.cue);
    made.content = pieces(tree_, dispatch_.text, tokens);
    if (made.content.empty()) return;
    made.quote = quote_of(tail.cue, tokens, made);
    read_clause(made, top_clause(tokens));
    for (TokenId t = tail.first; t <= tail.last; t = TokenId{index(t) + 1}) spoken_[index(t)] = true;
    finish(std::move(made), tokens, is_unsaid(tree_, quotations_, lists_, tail.cue, tail.source));
  }

  // False if there is nothing to say: no content, or a quotation that another verb has taken.
  bool attribute(const Match& match) {
    const Rule& rule = *match.rule;
    const TokenId cue = captured(match, "cue");
    TokenId source = captured(match, "source");
    if (const auto outer = spoken_by_.find(cue); outer != spoken_by_.end() && source != no_token)
      if (const auto subjects = tree_.related(outer->second, Deep::subject); !subjects.empty())
        source = subjects.front();
    source = speaker_above(cue, source);
    TokenId content = captured(match, "content");
    // "A happened and B happened, according to C": a tail holds for all that is joined before it.
    if (tree_[cue].relation == Relation::case_ && source != no_token && content != no_token && source > content)
      while (tree_[content].relation == Relation::conj && tree_[content].head != no_token)
        content = tree_[content].head;
    if (is_named_by_others(cue, source)) return false;
    content = reported_clause(cue, source, content);
    const std::string anchor = tree_.lemma(cue);
    if (!tree_.syntax()[tree_.sentence_of(cue)].read) return false;
    const auto about = [&](std::string_view key) { return rule.value(key, anchor, lists_); };
    // "did not say whether it was mined", "no one claimed it": nothing is claimed either way, by the speaker or by the
    // reporter.
    const bool negated =
        is_unsaid(tree_, quotations_, lists_, cue, source) || (source == no_token && is_listed("asked", cue));
    // "Shops opened; the embassy did not respond": what stands around it is not what was not said.
    if (negated && content != no_token && tree_.is_under(cue, content)) return false;

    Attribution made;
    made.rule = rule.id;
    made.cue = cue_words(cue);
    made.cue_head = cue;
    made.act = act_named(about("act")).value_or(Act::assert_);
    made.source =
        source == no_token || about("source") == "hidden" ? speakers_.hidden(rule.id) : speakers_.source_at(source);
    if (const TokenId carrier = captured(match, "carrier"); carrier != no_token)
      made.carrier = speakers_.words_of(carrier);
    if (const TokenId target = captured(match, "target"); target != no_token) made.target = speakers_.words_of(target);
    const WordList* steps_back = lists_.find("steps_back");
    made.author_distance = steps_back != nullptr && steps_back->contains(anchor);
    made.certainty = certainty_named(about("certainty")).value_or(Certainty::certain);
    std::vector<TokenId> not_content{cue};
    if (source != no_token) not_content.push_back(source);
    if (const auto beside = beside_content_.find(cue); beside != beside_content_.end())
      not_content.insert(not_content.end(), beside->second.begin(), beside->second.end());
    occasions_.describe(made, cue, not_content);
    made.vouched = about("voice") == "reporter";
    // "I think we won", in quotation marks: whoever is quoted says so.
    if (!is_speech(made.act) && source != no_token && is_first_person(source) &&
        quotation_at(quotations_, tree_[cue].span.begin) != nullptr)
      return true;
    // The verbs between a cue and what is said belong to the cue: "quoted him as saying", "refused to comment".
    if (tree_[cue].tag == Tag::VERB && content != no_token && captured(match, "carrier") != no_token)
      for (TokenId up = tree_[content].head; up != no_token && up != cue; up = tree_[up].head) {
        settled_[index(up)] = true;
        cues_[index(up)] = true;
      }
    if (about("content") == "none") {
      for (TokenId below : tree_.children(cue))
        if (tree_[below].relation == Relation::xcomp) settled_[index(below)] = true;
      finish(std::move(made), {}, negated);
    } else if (about("content") == "quotation") {
      Quoted* quoted = take_quotation(cue);
      if (quoted == nullptr) return false;
      made.quote = Quote::direct;
      made.content.push_back(quoted_words(dispatch_.text, *quoted->quotation));
      const TokenId begin = begin_of_quoted(tree_, dispatch_.text, quotations_, quoted->first, cue, source);
      if (begin != quoted->first) {
        made.quote = Quote::mixed;
        made.content.back() = words_at(dispatch_.text, {tree_[begin].span.begin, made.content.back().span.end});
      } else if (cue < begin && starts_in_lower_case(dispatch_.text, tree_[begin].span.begin)) {
        const auto front = pieces(tree_, dispatch_.text, around_speaker(tree_, dispatch_.text, cue, source, no_token));
        made.content.insert(made.content.begin(), front.begin(), front.end());
        if (!front.empty()) made.quote = Quote::mixed;
      }
      if (!quoted->quotation->balanced) made.notes.push_back("unbalanced quotation marks");
      finish_clause(made, TokenId{index(quoted->first)}, quoted->last);
      finish(std::move(made), {}, negated);
    } else if (content != no_token) {
      const bool noun = tree_[cue].relation == Relation::amod;
      if (const TokenId target = captured(match, "target"); target != no_token) not_content.push_back(target);
      auto tokens = united(content_tokens(tree_, quotations_, {content, not_content, noun, &lists_, cue}),
                           without_background(tree_, dispatch_.text, quotations_,
                                              around_speaker(tree_, dispatch_.text, cue, source, content)));
      // "Dozens were reported to have been detained": the subject belongs to what is reported.
      if (const TokenId about_whom = captured(match, "about"); about_whom != no_token) {
        auto whom = tree_.phrase(about_whom);
        if (!whom.empty() && about_whom > cue && tree_.lemma(whom.front()) == "for") whom.erase(whom.begin());
        tokens = united(tokens, whom);
        // "put the toll from three days of clashes at 24": what the tree hangs on the cue between the two.
        if (cue < about_whom && about_whom < content)
          for (TokenId below : tree_.children(cue))
            if (about_whom < below && below < content && is_a(tree_[below].relation, Relation::obl) &&
                std::find(not_content.begin(), not_content.end(), below) == not_content.end())
              tokens = united(tokens, tree_.phrase(below));
        // "described the raid as a massacre": the "as" between the two belongs to them.
        for (TokenId below : tree_.children(content))
          if (about_whom < below &&
              (tree_[below].relation == Relation::case_ || tree_[below].relation == Relation::mark))
            tokens.insert(std::upper_bound(tokens.begin(), tokens.end(), below), below);
        tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
      }
      // "said it had fled; three men were dead": a second clause that hangs on the cue is said too.
      if (tree_[content].relation == Relation::ccomp && tree_[content].head == cue)
        for (TokenId below : tree_.children(cue))
          if (below > cue && below > content && tree_[below].relation == Relation::ccomp && !speaks(below) &&
              std::find(not_content.begin(), not_content.end(), below) == not_content.end())
            tokens = united(tokens, content_tokens(tree_, quotations_, {below, not_content}));
      // "accused it of bombing a hospital and killing civilians": a second deed that the tree joins to the cue.
      if (tree_[content].xpos == Xpos::VBG)
        for (TokenId below : tree_.children(cue))
          if (below > content && tree_[below].relation == Relation::conj && tree_[below].xpos == Xpos::VBG &&
              tree_.child(below, Relation::aux) == no_token) {
            tokens = united(tokens, content_tokens(tree_, quotations_, {below, not_content}));
          }
      if (content < cue) stop_at_semicolon(tokens, cue);
      drop_questions(tokens, cue);
      tokens = without_asides(tree_, dispatch_.text, quotations_, std::move(tokens));
      made.content = pieces(tree_, dispatch_.text, tokens);
      if (made.content.empty()) return false;
      made.quote = quote_of(cue, tokens, made);
      if (made.act == Act::name && made.quote != Quote::headline)
        if (const Quotation* label = label_of(cue, tokens); label != nullptr) {
          made.content = {quoted_words(dispatch_.text, *label)};
          made.quote = Quote::mixed;
        }
      read_clause(made, content);
      finish(std::move(made), tokens, negated);
    } else {
      return false;
    }
    return true;
  }

  // "Asked if it was over, the mayor said it was": the question is no part of the answer.
  void drop_questions(std::vector<TokenId>& tokens, TokenId cue) const {
    const Sentence& sentence = tree_.syntax()[tree_.sentence_of(cue)];
    for (auto at = std::lower_bound(questions_.begin(), questions_.end(), sentence.first);
         at != questions_.end() && *at < sentence.last; ++at)
      if (*at < cue && !tree_.is_under(cue, *at))
        std::erase_if(tokens, [&](TokenId token) { return token <= cue && tree_.is_under(token, *at); });
  }

  // "Ninety drowned, according to the coast guard; survivors spoke of twenty": what stands behind a semicolon behind
  // the speaker is said by others.
  void stop_at_semicolon(std::vector<TokenId>& tokens, TokenId cue) const {
    const auto end = index(tree_.syntax()[tree_.sentence_of(cue)].last);
    for (auto t = index(cue); t < end; ++t)
      if (slice(dispatch_.text, tree_[TokenId{t}].span) == ";" &&
          quotation_at(quotations_, tree_[TokenId{t}].span.begin) == nullptr) {
        tokens.erase(std::lower_bound(tokens.begin(), tokens.end(), TokenId{t}), tokens.end());
        return;
      }
  }

  // "threatened to veto the bill that allows lawsuits, arguing …": behind a comma the participle goes on with the
  // nearest clause whose subject can speak.
  TokenId speaker_above(TokenId cue, TokenId source) const {
    if (tree_[cue].xpos != Xpos::VBG || source == no_token || source > cue || marks_.has(source, "speaker") ||
        marks_.has(tree_.referent(source), "speaker") || index(cue) == 0 ||
        tree_[TokenId{index(cue) - 1}].tag != Tag::PUNCT)
      return source;
    for (TokenId up = tree_[cue].head; up != no_token; up = tree_[up].head)
      for (TokenId subject : tree_.related(up, Deep::subject))
        if (subject < cue && marks_.has(subject, "speaker")) return subject;
    return source;
  }

  // "Okot, nicknamed "the Professor"": a participle without an auxiliary says of its noun what others say.
  bool is_named_by_others(TokenId cue, TokenId source) const {
    return tree_[cue].xpos == Xpos::VBN && tree_[cue].relation == Relation::acl && source == tree_[cue].head &&
           tree_.child(cue, Relation::aux) == no_token;
  }

  // "None of the men, according to the guard, had left": between two commas it reports the clause, though the tree
  // hangs it on the subject; behind "and," it reports what follows.
  TokenId reported_clause(TokenId cue, TokenId source, TokenId content) const {
    if (tree_[cue].relation != Relation::case_ || source == no_token || content == no_token || content > cue)
      return content;
    const auto word = [&](std::uint32_t t) { return slice(dispatch_.text, tree_[TokenId{t}].span); };
    const std::uint32_t behind = index(tree_.phrase(source).back());
    const bool closed = word(behind) == "," || (behind + 1 < tree_.size() && word(behind + 1) == ",");
    if (index(cue) < 2 || word(index(cue) - 1) != "," || !closed) return content;
    if (tree_[TokenId{index(cue) - 2}].tag == Tag::CCONJ)
      for (TokenId below : tree_.children(content))
        if (tree_[below].relation == Relation::conj && below > source && tree_.is_clause(below)) return below;
    if (is_a(tree_[content].relation, Relation::nsubj) && tree_[content].head > source) return tree_[content].head;
    return content;
  }

  // "calls the raid a "cleansing"": words in quotation marks that a naming ends in are the name; the rest is the
  // writer's.
  const Quotation* label_of(TokenId cue, const std::vector<TokenId>& tokens) const {
    const Quotation* label = nullptr;
    for (TokenId token : tokens) {
      if (tree_[token].tag == Tag::PUNCT) continue;
      const Quotation* quotation = quotation_at(quotations_, tree_[token].span.begin);
      if (label != nullptr && quotation != label) return nullptr;
      label = quotation;
    }
    return label != nullptr && label->balanced && !label->outer.contains(tree_[cue].span) ? label : nullptr;
  }

  bool is_first_person(TokenId token) const {
    const std::string& lemma = tree_.lemma(token);
    return lemma == "i" || lemma == "we" || lemma == "my" || lemma == "our" || lemma == "you";
  }

  Quote quote_of(TokenId cue, const std::vector<TokenId>& tokens, Attribution& made) {
    const Quotation* around = quotation_at(quotations_, tree_[cue].span.begin);
    const bool cue_outside = around == nullptr;
    if (is_headline(dispatch_, tree_, tokens.front())) return Quote::headline;
    std::size_t inside = 0, outside = 0;
    for (TokenId token : tokens) {
      if (tree_[token].tag == Tag::PUNCT) continue;
      const Quotation* quotation = quotation_at(quotations_, tree_[token].span.begin);
      if (quotation == around) quotation = nullptr;  // indirect speech inside a quotation
      ++(quotation != nullptr ? inside : outside);
      if (quotation == nullptr) continue;
      if (!quotation->balanced && made.notes.empty()) made.notes.push_back("unbalanced quotation marks");
      const auto quoted = std::lower_bound(quoted_.begin(), quoted_.end(), quotation,
                                           [](const Quoted& a, const Quotation* b) { return a.quotation < b; });
      if (cue_outside && quoted != quoted_.end() && quoted->quotation == quotation && quoted->holder < 0) take(*quoted);
    }
    if (inside == 0) return Quote::indirect;
    return outside == 0 ? Quote::direct : Quote::mixed;
  }

  // Of the tokens that hang on none of the others the first that heads a clause, or the first.
  TokenId top_clause(const std::vector<TokenId>& tokens) const {
    TokenId top = no_token;
    for (TokenId token : tokens) {
      const TokenId head = tree_[token].head;
      if (tree_[token].tag == Tag::PUNCT ||
          (head != no_token && std::binary_search(tokens.begin(), tokens.end(), head)))
        continue;
      const bool conditional =
          tree_[token].relation == Relation::advcl && tree_.child(token, Relation::mark) != no_token;
      if (tree_.is_clause(token) && !conditional) return token;
      if (top == no_token || (tree_.is_clause(token) && !tree_.is_clause(top))) top = token;
    }
    return top == no_token ? tokens.front() : top;
  }

  void finish_clause(Attribution& made, TokenId first, TokenId last) {
    for (auto t = index(first); t <= index(last); ++t) {
      const Token& token = tree_[TokenId{t}];
      if (token.head == no_token || index(token.head) < index(first) || index(token.head) > index(last))
        return read_clause(made, TokenId{t});
    }
  }

  void read_clause(Attribution& made, TokenId clause) {
    made.tense = tense_of(tree_, clause);
    made.conditional = is_conditional(tree_, clause);
    if (made.certainty == Certainty::certain) made.certainty = modality_of(tree_, clause, lists_);
    if (is_negated(tree_, clause)) made.polarity = Polarity::negative;
    if (made.act == Act::deny)
      made.polarity = made.polarity == Polarity::negative ? Polarity::positive : Polarity::negative;
  }

  void finish(Attribution made, const std::vector<TokenId>& tokens, bool unsaid) {
    if (!dispatch_.outlet.value.empty())
      made.chain.push_back({dispatch_.outlet.value, EntityKind::outlet, std::nullopt});
    if (made.carrier) made.chain.push_back({made.carrier->text, EntityKind::outlet, made.carrier->span});
    if (!made.vouched) {
      for (TokenId token : tokens) spoken_[index(token)] = true;
      for (const Words& words : made.content) speak_for(words.span);
      if (made.source.span && made.act != Act::show && !is_shared(made)) speak_for(*made.source.span);
      if (made.medium) speak_for(made.medium->span);
      cues_[index(made.cue_head)] = true;
      if (const TokenId verb = bearer_of(made.cue_head); verb != no_token) cues_[index(verb)] = true;
    }
    const auto taken = std::exchange(taken_, {});
    if (!unsaid) {
      found_.push_back(std::move(made));
      return;
    }
    // Nothing is quoted by who says nothing.
    for (const std::size_t quoted : taken) quoted_[quoted].holder = -1;
    // "Monitors have not confirmed the claim" is about who knows, and no speech.
    if (is_listed("verify", made.cue_head)) return;
    made.unsaid = true;
    made.certainty = Certainty::unknown;
    unsaid_.push_back(std::move(made));
  }

  // The verb that only bears a noun of saying: "there [were] claims that", "[traded] accusations", "[had] no comment".
  TokenId bearer_of(TokenId noun) const {
    const TokenId verb = tree_[noun].head;
    if (tree_[noun].tag != Tag::NOUN || verb == no_token) return no_token;
    if (is_a(tree_[noun].relation, Relation::nsubj))
      return tree_.lemma(verb) == "be" && tree_.child(verb, Relation::expl) != no_token ? verb : no_token;
    if (tree_[noun].relation != Relation::obj) return no_token;
    const WordList* light = lists_.find("say_light");
    const WordList* traded = lists_.find("reciprocal");
    const std::string& lemma = tree_.lemma(verb);
    const bool bears = lemma == "have" || (light != nullptr && light->contains(lemma)) ||
                       (traded != nullptr && traded->contains(lemma));
    return bears ? verb : no_token;
  }

  // "The bloc extended the sanctions, saying …": the speaker's words are the subject of another verb, which is the
  // reporter's.
  bool is_shared(const Attribution& made) const {
    if (made.cue_head == no_token) return false;
    const Relation relation = tree_[made.cue_head].relation;
    if (relation != Relation::advcl && relation != Relation::conj && relation != Relation::xcomp) return false;
    const TokenRange words = tokens_in(tree_, *made.source.span);
    for (auto t = words.first; t < words.last; ++t)
      if (tree_.is_under(TokenId{t}, made.cue_head)) return false;
    return true;
  }

  // Whether a quotation begins a sentence or goes on behind a tag's comma ("…," he said, "and …"). A name in quotation
  // marks and the quotation of another cue ("…, adding, "…") do neither.
  bool opens_sentence(const Quoted& quoted) const {
    const auto begin = index(tree_.syntax()[tree_.sentence_of(quoted.first)].first);
    auto t = index(quoted.first);
    while (t > begin && tree_[TokenId{t - 1}].span.end > quoted.quotation->outer.begin) --t;
    if (t > begin && tree_[TokenId{t - 1}].tag == Tag::CCONJ) --t;
    if (t == begin) return true;
    const auto before = slice(dispatch_.text, tree_[TokenId{t - 1}].span);
    if (before == ".") return true;
    return before == "," && t - 1 > begin && tree_[TokenId{t - 2}].xpos != Xpos::VBG;
  }

  static bool is_indirect(const Attribution& said) { return said.quote != Quote::direct && said.quote != Quote::mixed; }

  // Quotations without a cue of their own carry on the quotation before them: after its tag, or in the next paragraph.
  void carry_on() {
    // A run of paragraphs that only closes at its end: the tag stands in the last one.
    std::vector<std::ptrdiff_t> at_end(quoted_.size(), -1);
    for (std::size_t i = quoted_.size(); i-- > 0;)
      at_end[i] = quoted_[i].holder >= 0                                    ? quoted_[i].holder
                  : quoted_[i].quotation->goes_on && i + 1 < quoted_.size() ? at_end[i + 1]
                                                                            : -1;
    for (std::size_t i = 0; i < quoted_.size(); ++i) {
      Quoted& quoted = quoted_[i];
      if (quoted.holder >= 0 || index(quoted.last) - index(quoted.first) + 1 < shortest_quotation) continue;
      std::ptrdiff_t holder = -1;
      const Quotation* last = i > 0 ? quoted_[i - 1].quotation : nullptr;
      if (last != nullptr && (last->goes_on || last->paragraph == quoted.quotation->paragraph))
        holder = quoted_[i - 1].holder;
      if (holder < 0) holder = at_end[i];
      if (holder < 0 || !opens_sentence(quoted) || is_indirect(found_[static_cast<std::size_t>(holder)])) continue;
      Attribution& before = found_[static_cast<std::size_t>(holder)];
      const Words words = quoted_words(dispatch_.text, *quoted.quotation);
      if (words.span.empty()) continue;
      before.content.push_back(words);
      std::sort(before.content.begin(), before.content.end(),
                [](const Words& a, const Words& b) { return a.span < b.span; });
      quoted.holder = holder;
      speak_for(words.span);
      complete_clause(before, quoted);
    }
  }

  // "If they cross," he said, "we will answer": the sentence's verb stands in the second half.
  void complete_clause(Attribution& made, const Quoted& second) {
    const TokenRange first = tokens_in(tree_, made.content.front().span);
    if (first.first == first.last || made.act == Act::deny ||
        tree_.sentence_of(TokenId{first.first}) != tree_.sentence_of(second.first))
      return;
    std::vector<TokenId> tokens;
    for (auto t = first.first; t < first.last; ++t) tokens.push_back(TokenId{t});
    const TokenId half = top_clause(tokens);
    if (tree_.is_clause(half) && tree_[half].relation != Relation::advcl) return;
    for (auto t = second.first; t <= second.last; t = TokenId{index(t) + 1})
      if (tokens.back() < t) tokens.push_back(t);
    read_clause(made, top_clause(tokens));
  }

  // Which attribution stands inside another's content.
  void nest() {
    std::vector<Span> pieces, cues;
    std::vector<std::uint32_t> of_piece, of_cue;
    for (std::uint32_t i = 0; i < found_.size(); ++i) {
      if (!found_[i].cue) continue;  // the reporter's voice holds what it vouches for without saying it
      for (const Words& words : found_[i].content) pieces.push_back(words.span), of_piece.push_back(i);
      cues.push_back(found_[i].cue->span), of_cue.push_back(i);
    }
    const auto holders = innermost(pieces, cues);
    for (std::size_t c = 0; c < cues.size(); ++c)
      if (holders[c] >= 0) found_[of_cue[c]].within = AttributionId{of_piece[static_cast<std::size_t>(holders[c])]};
    open_circles(found_);
  }

  const Dispatch& dispatch_;
  const Mentions& mentions_;
  const AttributionKnowledge& knowledge_;
  const WordLists& lists_;
  Tree tree_;
  Speakers speakers_;
  std::vector<Quotation> quotations_;
  Marks marks_;
  TokenSet spoken_, cues_;
  TokenSet settled_;  // anchors that a rule has spoken for
  Occasions occasions_;
  std::vector<TokenId> questions_;  // that an answer follows, rising
  std::vector<Quoted> quoted_;
  std::vector<std::size_t> taken_;                          // of these, by the row that is being made
  std::map<TokenId, TokenId> spoken_by_;                    // a cue inside what another verb says -> that verb
  std::map<TokenId, std::vector<TokenId>> beside_content_;  // a verb of saying -> cues that are no part of what it says
  std::map<TokenId, Tail> tails_;                           // by their cues
  std::map<TokenId, std::vector<std::size_t>> beside_;      // verb -> quotations it may introduce
  std::vector<Attribution> found_;
  std::vector<Attribution> unsaid_;  // what is said not to have been said
};

}  // namespace

Result<AttributionKnowledge> AttributionKnowledge::load(const std::filesystem::path& folder, const WordLists& lists) {
  const RuleWords words{
      .keys = {"act", "certainty", "content", "source", "quote", "voice"},
      .names = {"source", "cue", "content", "about", "target", "carrier", "medium"},
      .found = {"content", "medium"},
      .marks = {"quoted", "beside-quotation", "headline", "expletive", "speaker", "date", "question", "citing"}};
  auto rules = Rules::load(folder, lists, words);
  if (!rules) return rules.error();
  return AttributionKnowledge{std::move(*rules), &lists};
}

Marks attribution_marks(const Dispatch& dispatch, const Syntax& syntax, const Mentions& mentions,
                        const AttributionKnowledge& knowledge) {
  return Finder(dispatch, syntax, mentions, knowledge).marks();
}

std::vector<Attribution> find_attributions(const Dispatch& dispatch, const Syntax& syntax, const Mentions& mentions,
                                           const AttributionKnowledge& knowledge) {
  return Finder(dispatch, syntax, mentions, knowledge).find();
}

}  // namespace sayso
