// Cuts unattributed sentences into clauses, each the reporter's own.
//
//     "Ukraine retook the region, ending months of occupation."
//        -> [Ukraine retook the region]  and  [ending months of occupation]
//
// A clause is a verb or predicate with what depends on it, less the clauses inside it that assert for themselves:
// coordinated, adverbial, relative. Clauses that complete another verb ("managed to leave") stay with it. Left out on
// purpose: whether a clause tells of an event at all; claims are made of those that do.
#include "attribution/own_voice.h"

#include <algorithm>

#include "match/clause.h"

namespace sayso {
namespace {

bool stands_alone(const Tree& tree, TokenId token) {
  const Relation relation = tree[token].relation;
  // "of shelling", "for holding": a deed behind a preposition completes what it hangs on and asserts nothing for
  // itself.
  const TokenId mark = tree.child(token, Relation::mark);
  if (mark != no_token && tree[token].xpos == Xpos::VBG && tree[mark].tag != Tag::ADV && tree.lemma(mark) != "while" &&
      tree.lemma(mark) != "after" && tree.lemma(mark) != "before")
    return false;
  switch (relation) {
    case Relation::root:
      return true;
    case Relation::conj:
      return tree.is_clause(token) && tree[token].tag != Tag::NOUN;
    case Relation::parataxis:
    case Relation::advcl:
    case Relation::advcl_relcl:
    case Relation::acl_relcl:
      return tree.is_clause(token);
    case Relation::acl:
      return tree[token].tag == Tag::VERB && tree[token].xpos == Xpos::VBG;
    default:
      return false;
  }
}

// The words that only join a clause to its sentence: "which", "while", "and", "that".
bool is_joint(const Tree& tree, TokenId below) {
  const Relation relation = tree[below].relation;
  return relation == Relation::mark || relation == Relation::cc || tree.referent(below) != below;
}

// The reporter says it on writing it: at the time of the entry, else on the day of publication.
std::optional<When> time_written(const Dispatch& dispatch, Span span) {
  const Entry* const entry = entry_at(dispatch, span);
  const std::optional<Day> day = entry != nullptr ? entry->day : dispatch.published;
  if (!day) return std::nullopt;
  When when{day, day, TimePrecision::day, {}, {}, {}, entry != nullptr ? "entry" : "published"};
  if (entry != nullptr && entry->clock) {
    when.precision = TimePrecision::part_of_day;
    when.part = iso_time(*entry->clock).substr(0, 5);
  }
  return when;
}

}  // namespace

std::vector<Attribution> own_voice(const Dispatch& dispatch, const Tree& tree, const Speakers& speakers,
                                   const TokenSet& spoken, const TokenSet& cues, const WordLists& lists) {
  std::vector<Attribution> found;
  for (std::uint32_t s = 0; s < tree.syntax().sentences.size(); ++s) {
    const Sentence& sentence = tree.syntax().sentences[s];
    if (!sentence.read) continue;
    for (auto t = index(sentence.first); t < index(sentence.last); ++t) {
      const TokenId head{t};
      if (spoken[t] || cues[t]) continue;
      // "Rebels shelled Kesh; the army, Koval said, fled": the tree may hang the reporter's clause on a cue that does
      // not take it.
      const TokenId above = tree[head].head;
      const bool left_over = above != no_token && tree[head].relation == Relation::ccomp && cues[index(above)];
      if (!left_over && !stands_alone(tree, head) && above != no_token) continue;
      std::vector<TokenId> tokens{head};
      for (std::size_t i = 0; i < tokens.size(); ++i)
        for (TokenId below : tree.children(tokens[i])) {
          if (spoken[index(below)] || cues[index(below)] || stands_alone(tree, below)) continue;
          if (tokens[i] == head && is_joint(tree, below)) {
            // "who on Monday had visited the port": the tree may hang the day on the pronoun.
            for (TokenId deeper : tree.children(below))
              if (tree[deeper].tag != Tag::ADP && !spoken[index(deeper)] && is_a(tree[deeper].relation, Relation::nmod))
                tokens.push_back(deeper);
            continue;
          }
          tokens.push_back(below);
        }
      std::sort(tokens.begin(), tokens.end());
      Attribution own;
      own.content = pieces(tree, dispatch.text, tokens);
      if (own.content.empty()) continue;
      own.source = speakers.reporter();
      own.said = time_written(dispatch, own.content.front().span);
      own.quote = is_headline(dispatch, tree, head) ? Quote::headline : Quote::own;
      own.tense = tense_of(tree, head);
      own.polarity = is_negated(tree, head) ? Polarity::negative : Polarity::positive;
      own.certainty = modality_of(tree, head, lists);
      own.conditional = is_conditional(tree, head) || is_supposed(tree, head, lists);
      if (is_supposed(tree, head, lists)) own.certainty = std::min(own.certainty, Certainty::possible);
      own.rule = "own-voice";
      found.push_back(std::move(own));
    }
  }
  return found;
}

}  // namespace sayso
