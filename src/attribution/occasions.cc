// Finds the medium, the carrier and the day of speech among the phrases of a cue.
//
//     "The ministry on Monday denied it in a statement."   -> medium [a statement], said that Monday
//
// Reads data/lexicons/lists/{media,carry}.tsv. Left out on purpose: days that no word of the sentence or of an earlier
// medium gives; the dispatch's own day is no day of speech.
#include "attribution/occasions.h"

#include <unordered_map>

#include "attribution/tails.h"
#include "match/clause.h"

namespace sayso {

void Occasions::describe(Attribution& attribution, TokenId cue, std::vector<TokenId>& not_content) {
  for (TokenId below : tree_.children(cue)) {
    const Relation relation = tree_[below].relation;
    if (!is_a(relation, Relation::obl)) continue;
    const std::string& preposition = tree_.preposition(below);
    const WordList* media = lists_.find("media");
    const bool medium = (preposition == "in" || preposition == "on" || preposition == "at" || preposition == "during" ||
                         preposition == "via" || preposition == "through") &&
                        media != nullptr && media->contains(tree_.lemma(below));
    if (medium && !attribution.medium) {
      const auto tokens = noun_phrase(tree_, below, OfTail::without);
      attribution.medium = words_at(dispatch_.text, span_of(tree_, tokens));
      attribution.said = date_in(attribution.medium->span);
      describe_carrier(attribution, below);
      media_[cue] = tree_.lemma(below);
    }
    if (medium || date_under(below) != nullptr) not_content.push_back(below);
  }
  if (const DateMention* date = date_behind(cue); date != nullptr) {
    not_content.push_back(date->head);
    if (!attribution.said) attribution.said = date->when;
  }
  if (attribution.said) return;
  // "The ministry on Monday said": between speaker and cue.
  if (attribution.source.span && attribution.source.span->end < tree_[cue].span.begin) {
    const Span gap{attribution.source.span->end, tree_[cue].span.begin};
    for (auto date = first_date(gap); date != mentions_.dates.end() && date->when.span->begin < gap.end; ++date)
      if (gap.contains(*date->when.span) && gap.size() < 40 && !stands_aside(date->head, cue))
        attribution.said = date->when;
    if (attribution.said) return;
  }
  // The cue's own date, or that of the verb it is joined to ("on Monday the Kremlin ruled out A and said B").
  for (TokenId at = cue; at != no_token; at = tree_[at].relation == Relation::conj ? tree_[at].head : no_token)
    for (TokenId below : tree_.children(at))
      if (is_a(tree_[below].relation, Relation::obl) || tree_[below].relation == Relation::advmod ||
          tree_[below].relation == Relation::nmod_unmarked || marks_.has(below, "date"))
        if (const DateMention* date = date_under(below); date != nullptr && !attribution.said)
          attribution.said = date->when;
}

// "said in the briefing": when the last one of its kind was.
void Occasions::date_media(std::vector<Attribution>& found) const {
  std::unordered_map<std::string, When> last;  // by their noun
  for (Attribution& made : found) {
    const auto medium = media_.find(made.cue_head);
    if (medium == media_.end()) continue;
    const auto earlier = last.find(medium->second);
    if (!made.said && earlier != last.end()) {
      made.said = earlier->second;
      made.said->rule = "same-medium";
    }
    if (made.said) last[medium->second] = *made.said;
  }
}

// "a statement carried by VTN on Thursday": who passed it on, and when.
void Occasions::describe_carrier(Attribution& attribution, TokenId medium) const {
  const WordList* carry = lists_.find("carry");
  for (TokenId participle : tree_.children(medium)) {
    if (tree_[participle].relation != Relation::acl || tree_[participle].xpos != Xpos::VBN || carry == nullptr ||
        !carry->contains(tree_.lemma(participle)))
      continue;
    for (TokenId below : tree_.children(participle)) {
      const bool agent = is_a(tree_[below].relation, Relation::obl) && tree_.preposition(below) == "by";
      if (agent && !attribution.carrier && tree_[below].tag != Tag::PRON)
        attribution.carrier = speakers_.words_of(below);
    }
    const Span phrase = span_of(tree_, tree_.phrase(participle));
    for (auto date = first_date(phrase);
         date != mentions_.dates.end() && date->when.span->begin < phrase.end && !attribution.said; ++date)
      if (tree_[date->head].head == participle || tree_[tree_[date->head].head].head == participle)
        attribution.said = date->when;
  }
}

// True of what a relative clause, a participle or an apposition tells: "Orlen, who was appointed on Friday, denied".
bool Occasions::stands_aside(TokenId word, TokenId cue) const {
  for (TokenId up = word; up != no_token && up != cue; up = tree_[up].head) {
    const Relation relation = tree_[up].relation;
    if (is_a(relation, Relation::acl) || is_a(relation, Relation::advcl) || relation == Relation::appos) return true;
  }
  return false;
}

// "said Monday it is striking": a date right behind the cue is the cue's, though the tree hangs it on the clause.
const DateMention* Occasions::date_behind(TokenId cue) const {
  const std::uint32_t end = tree_[cue].span.end;
  const auto date = first_date({end, end});
  if (date == mentions_.dates.end()) return nullptr;
  const Relation relation = tree_[date->head].relation;
  // "said on Monday the North had fired": the same, with its preposition, before a subject.
  if (date->when.span->begin <= end + 4 && slice(dispatch_.text, {end, end + 4}) == " on ") {
    const auto behind = index(tree_.phrase(date->head).back()) + 1;
    const bool subject = behind < tree_.size() && tree_[TokenId{behind}].tag != Tag::PUNCT &&
                         tree_[TokenId{behind}].tag != Tag::CCONJ && tree_[TokenId{behind}].tag != Tag::ADP;
    return subject && relation == Relation::obl ? &*date : nullptr;
  }
  if (date->when.span->begin != end + 1) return nullptr;
  return relation == Relation::obl_unmarked || relation == Relation::nmod_unmarked || relation == Relation::advmod
             ? &*date
             : nullptr;
}

std::optional<When> Occasions::date_in(Span words) const {
  for (auto date = first_date(words); date != mentions_.dates.end() && date->when.span->begin < words.end; ++date)
    if (words.contains(*date->when.span)) return date->when;
  return std::nullopt;
}

std::vector<DateMention>::const_iterator Occasions::first_date(Span from) const {
  return sayso::first_date(mentions_.dates, from);
}
const DateMention* Occasions::date_under(TokenId head) const { return sayso::date_under(tree_, mentions_.dates, head); }

}  // namespace sayso
