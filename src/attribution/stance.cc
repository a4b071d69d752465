// Settles certainty, condition and act where the rules' values depend on what is said.
//
//     "threatened to close the strait if the exercise went ahead"  -> future, conditional, possible
//     "Where are they?" she asked.                                  -> unknown: a question says nothing
//
// Reads lists act_certainty, threat_deed and threat_speaker. Left out on purpose: judging. "claimed" and
// "said" commit their speaker alike.
#include "attribution/stance.h"

#include <algorithm>

#include "match/clause.h"

namespace sayso {
namespace {

// "asked whether", "did not say if": a question inside a sentence.
bool is_asked(const Tree& tree, TokenId head) {
  if (tree[head].relation != Relation::ccomp && tree[head].relation != Relation::advcl) return false;
  const TokenId mark = tree.child(head, Relation::mark);
  return mark != no_token &&
         (tree.lemma(mark) == "whether" || (tree.lemma(mark) == "if" && tree[head].relation == Relation::ccomp));
}

bool is_question(const Attribution& attribution) {
  return !attribution.content.empty() &&
         std::all_of(attribution.content.begin(), attribution.content.end(), [](const Words& words) {
           return words.text.find_first_of("?.!") == words.text.size() - 1 && words.text.back() == '?';
         });
}

// "Unless they are freed …": the first words are the condition, wherever the tree hangs the rest.
bool opens_with_condition(const Tree& tree, const Attribution& attribution) {
  const TokenRange range = tokens_in(tree, attribution.content.front().span);
  if (range.first == range.last) return false;
  const TokenId first{range.first};
  return tree[first].relation == Relation::mark && (tree.lemma(first) == "if" || tree.lemma(first) == "unless") &&
         tree[first].head != no_token && tree[tree[first].head].relation != Relation::ccomp;
}

bool speaks_of_itself(const Tree& tree, TokenId head) {
  for (TokenId below : tree.phrase(head))
    if ((tree.lemma(below) == "we" || tree.lemma(below) == "i") && is_a(tree[below].relation, Relation::nsubj))
      return true;
  return false;
}

// A warning of one's own deed is a threat: "we will flood the valley"; or, by those who fight, of harm that nobody but
// they would do: "the dam would be blown up if the column advanced".
bool is_threat(const Attribution& attribution, const StanceView& view, TokenId head) {
  if (attribution.act != Act::warn || !attribution.conditional || attribution.tense != Tense::future) return false;
  if (attribution.quote == Quote::direct && speaks_of_itself(view.tree, head)) return true;
  const bool fights =
      attribution.source.kind == EntityKind::military || attribution.source.kind == EntityKind::group || [&] {
        if (!attribution.source.span) return false;
        const TokenRange range = tokens_in(view.tree, *attribution.source.span);
        for (auto t = range.first; t < range.last; ++t)
          if (in_list(view, "threat_speaker", TokenId{t})) return true;
        return false;
      }();
  return fights && view.tree.is_passive(head) && in_list(view, "threat_deed", head) &&
         view.tree.child(head, Relation::obl_agent) == no_token;
}

void settle_act(Attribution& row, const StanceView& view) {
  const Tree& tree = view.tree;
  const TokenId head = content_head(tree, row);
  if (head == no_token) return;
  const bool own = row.quote == Quote::own;
  if (is_asked(tree, head)) {
    row.conditional = false;
    row.certainty = Certainty::unknown;
  }
  if (is_question(row)) row.certainty = Certainty::unknown;
  if (own) return;
  bool condition = has_condition(tree, head) || is_supposed(tree, head, view.lists);
  if (!is_asked(tree, head) && opens_with_condition(tree, row)) condition = true;
  // "threatened to close the strait if …": the tree may hang the condition on the cue.
  if (!condition && row.cue_head != no_token)
    for (TokenId below : tree.children(row.cue_head))
      if (tree[below].relation == Relation::advcl && has_condition(tree, below) &&
          std::any_of(row.content.begin(), row.content.end(),
                      [&](const Words& words) { return words.span.contains(tree[below].span); }))
        condition = true;
  if (condition && !is_asked(tree, head)) {
    row.conditional = true;
    row.certainty = std::min(row.certainty, Certainty::possible);
  }
  if (is_threat(row, view, head)) row.act = Act::threaten;
  if (row.act == Act::threaten && row.tense == Tense::none) row.tense = Tense::future;
  const WordList* by_act = view.lists.find("act_certainty");
  if (by_act == nullptr) return;
  if (const auto most = by_act->value_of(name_of(row.act)))
    if (const auto certainty = certainty_named(*most)) row.certainty = std::min(row.certainty, *certainty);
}

// "the blast, for which the rebels blame the army": the pronoun's noun is what is said.
void name_what_which_means(Attribution& row, const StanceView& view) {
  if (row.content.size() != 1) return;
  const TokenRange range = tokens_in(view.tree, row.content.front().span);
  if (range.last - range.first != 1) return;
  const TokenId pronoun{range.first}, meant = view.tree.referent(pronoun);
  if (meant != pronoun && view.tree[pronoun].tag == Tag::PRON)
    row.content = {words_at(view.dispatch.text, span_of(view.tree, noun_phrase(view.tree, meant)))};
}

// "now says", or in a stamped post: on the day of the dispatch.
void date_now(Attribution& row, const StanceView& view) {
  if (row.said || row.cue_head == no_token || tense_of(view.tree, row.cue_head) != Tense::present) return;
  const std::optional<Day> day = day_written(view.dispatch, view.tree[row.cue_head].span);
  if (!day) return;
  for (TokenId below : view.tree.children(row.cue_head)) {
    if (view.tree[below].relation != Relation::advmod || view.tree.lemma(below) != "now") continue;
    const Words words = words_at(view.dispatch.text, view.tree[below].span);
    row.said = When{day, day, TimePrecision::day, words.text, words.span, {}, "now"};
    return;
  }
  // "14:05 The mayor says …": the stamp of a live blog's post, which is not read.
  const auto& sentences = view.tree.syntax().sentences;
  const auto here = index(view.tree.sentence_of(row.cue_head));
  if (here == 0 || sentences[here - 1].unread != Unread::dateline ||
      sentences[here - 1].paragraph != sentences[here].paragraph)
    return;
  const Words stamp = words_at(view.dispatch.text, sentences[here - 1].span);
  if (stamp.text.empty() || stamp.text.front() < '0' || stamp.text.front() > '9') return;
  row.said = When{day, day, TimePrecision::day, stamp.text, stamp.span, {}, "stamp"};
}

}  // namespace

TokenRange tokens_in(const Tree& tree, Span span) {
  const auto& tokens = tree.syntax().tokens;
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                      [](const Token& token, std::uint32_t byte) { return token.span.begin < byte; });
  auto last = first;
  while (last != tokens.end() && last->span.begin < span.end) ++last;
  return {static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())};
}

TokenId content_head(const Tree& tree, const Attribution& attribution) {
  std::vector<TokenRange> ranges;
  for (const Words& words : attribution.content) ranges.push_back(tokens_in(tree, words.span));
  const auto inside = [&](TokenId token) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](TokenRange range) { return range.first <= index(token) && index(token) < range.last; });
  };
  for (const TokenRange& range : ranges)
    for (auto t = range.first; t < range.last; ++t) {
      const Token& token = tree[TokenId{t}];
      if (token.tag != Tag::PUNCT && (token.head == no_token || !inside(token.head))) return TokenId{t};
    }
  return no_token;
}

bool in_list(const StanceView& view, std::string_view list, TokenId token) {
  return view.lists.contains(list, view.tree.lemma(token));
}

void settle_stance(std::vector<Attribution>& found, const StanceView& view) {
  add_inner_speech(found, view);
  add_returned_accusations(found, view);
  add_denied_reports(found, view);
  name_who_is_cited(found, view);
  name_makers(found, view);
  for (Attribution& row : found) {
    settle_act(row, view);
    if (row.cue) name_what_which_means(row, view);
    date_now(row, view);
  }
  mark_scare_quotes(found, view);
  note_disclaimers(found, view);
}

}  // namespace sayso
