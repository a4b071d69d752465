// Turns trees into the bytes of what is said.
//
//     said "its "operation continues until the end.""  ->  [its "operation continues until the end]
//
// Left out on purpose: re-punctuation. Pieces are bytes of the text; only marks at their ends fall away.
#include "attribution/content.h"

#include <algorithm>

#include "attribution/background.h"
#include "base/utf8.h"

namespace sayso {
namespace {

bool is_edge_mark(char32_t character) {
  switch (character) {
    case U',':
    case U'.':
    case U';':
    case U':':
    case U'"':
    case U'\'':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
    case 0x2018:
    case 0x2019:
    case U'-':
    case 0x2013:
    case 0x2014:
    case U'(':
    case U')':
      return true;
    default:
      return is_space(character);
  }
}

Span trimmed(std::string_view text, Span span) {
  while (!span.empty()) {
    std::size_t at = span.begin;
    if (!is_edge_mark(next_code_point(text, at))) break;
    span.begin = static_cast<std::uint32_t>(at);
  }
  while (!span.empty()) {
    std::size_t at = span.end;
    if (!is_edge_mark(previous_code_point(text, at))) break;
    span.end = static_cast<std::uint32_t>(at);
  }
  return span;
}

// An opening bracket or the stop of "U.S." at the end belongs to the words: give back what balances or abbreviates.
Span with_inner_marks(std::string_view text, Span whole, Span cut) {
  const std::string_view words = slice(text, cut);
  const auto opened = std::count(words.begin(), words.end(), '(') > std::count(words.begin(), words.end(), ')');
  if (opened && cut.end < whole.end && text[cut.end] == ')') ++cut.end;
  if (cut.end < whole.end && text[cut.end] == '.' && cut.size() >= 3 && text[cut.end - 2] == '.') ++cut.end;
  return cut;
}

bool has_subject(const Tree& tree, TokenId clause) {
  for (TokenId below : tree.children(clause))
    if (is_a(tree[below].relation, Relation::nsubj) || tree[below].relation == Relation::expl) return true;
  return false;
}

// Whether a phrase begins behind a comma or another mark.
bool is_set_off(const Tree& tree, TokenId phrase) {
  const TokenId first = tree.phrase(phrase).front();
  return tree[first].tag == Tag::PUNCT || (index(first) > 0 && tree[TokenId{index(first) - 1}].tag == Tag::PUNCT);
}

// "said it had left and accused Ostrel of …", "…, adding that …": what the speaker does next, though the tree joins it
// to what is said.
bool goes_on_speaking(const Tree& tree, const ContentRequest& request, TokenId clause) {
  const Token& token = tree[clause];
  if (request.lists == nullptr || request.cue == no_token || token.tag != Tag::VERB || has_subject(tree, clause))
    return false;
  const auto listed = [&](std::string_view name) { return request.lists->contains(name, tree.lemma(clause)); };
  const bool says = listed("say") || listed("accuse") || listed("call") || listed("say_of");
  if (!says && !listed("say_object") && !listed("say_to") && !listed("attitude")) return false;
  if (token.relation == Relation::advcl)
    return says && token.xpos == Xpos::VBG && clause > request.head && is_set_off(tree, clause);
  if (token.relation != Relation::conj || token.head != request.head) return false;
  // By its tense it goes with the cue and not with what is said.
  const bool finite = token.xpos == Xpos::VBD || token.xpos == Xpos::VBZ || token.xpos == Xpos::VBP;
  Xpos said = tree[request.head].xpos;
  for (TokenId below : tree.children(request.head))
    if (is_a(tree[below].relation, Relation::aux) || tree[below].relation == Relation::cop) {
      said = tree[below].xpos;
      break;
    }
  return finite && token.xpos == tree[request.cue].xpos && token.xpos != said;
}

// "…, a claim that monitors have not confirmed": the reporter's word about what was said.
bool judges_content(const Tree& tree, const ContentRequest& request, TokenId noun) {
  const Relation relation = tree[noun].relation;
  if (request.lists == nullptr || request.cue == no_token || tree[noun].tag != Tag::NOUN || noun < request.head ||
      (relation != Relation::appos && relation != Relation::parataxis) || request.cue > request.head)
    return false;
  const WordList* nouns = request.lists->find("claim_anaphor");
  if (nouns == nullptr || nouns->value_of(tree.lemma(noun)) != "noun") return false;
  const TokenId article = tree.child(noun, Relation::det);
  return article != no_token && tree.lemma(article) == "a" && is_set_off(tree, noun);
}

bool accuses(const Tree& tree, const ContentRequest& request) {
  const WordList* accuse = request.lists != nullptr ? request.lists->find("accuse") : nullptr;
  return accuse != nullptr && accuse->contains(tree.lemma(request.cue));
}

bool is_where(const Tree& tree, TokenId phrase) {
  const std::string& preposition = tree.preposition(phrase);
  return preposition == "at" || preposition == "in" || preposition == "near" || preposition == "on";
}

// What completes the content beside it, under the cue: "wants [voters] to know", "called for [Ostrel] to leave".
std::vector<TokenId> complements(const Tree& tree, const ContentRequest& request) {
  std::vector<TokenId> found;
  if (request.cue == no_token || tree[request.head].head != request.cue || request.noun) return found;
  const Relation relation = tree[request.head].relation;
  for (TokenId below : tree.children(request.cue)) {
    const Relation beside = tree[below].relation;
    if (below == request.head) continue;
    const bool infinitive =
        tree.child(below, Relation::mark) != no_token && tree[tree.child(below, Relation::mark)].xpos == Xpos::TO;
    const bool lacks_subject =
        relation == Relation::xcomp || (relation == Relation::ccomp && !has_subject(tree, request.head));
    if (lacks_subject && beside == Relation::obj && below > request.cue && below < request.head) found.push_back(below);
    // "explained how it fell": the tree may hang the word that joins them on the cue.
    if (tree[below].xpos == Xpos::WRB && below > request.cue && below < request.head) found.push_back(below);
    if (below < request.head) continue;
    // "blamed Ostrel for the fire at the refinery": the place of the deed right behind it, though the tree parts them.
    if (relation == Relation::obl && is_a(beside, Relation::obl) && accuses(tree, request) && is_where(tree, below) &&
        index(tree.phrase(request.head).back()) + 1 == index(tree.phrase(below).front()))
      found.push_back(below);
    if (relation == Relation::obj && beside == Relation::xcomp) found.push_back(below);
    if (relation == Relation::obl && (beside == Relation::xcomp || beside == Relation::advcl) && infinitive)
      found.push_back(below);
  }
  return found;
}

}  // namespace

std::vector<TokenId> content_tokens(const Tree& tree, const std::vector<Quotation>& quotations,
                                    const ContentRequest& request) {
  std::vector<TokenId> tokens{request.head};
  for (TokenId beside : complements(tree, request))
    if (std::find(request.without.begin(), request.without.end(), beside) == request.without.end())
      tokens.push_back(beside);
  const WordList* circumstance = request.lists != nullptr ? request.lists->find("circumstance") : nullptr;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    for (TokenId below : tree.children(tokens[i])) {
      if (std::find(request.without.begin(), request.without.end(), below) != request.without.end()) continue;
      const Relation relation = tree[below].relation;
      if (goes_on_speaking(tree, request, below) || judges_content(tree, request, below)) continue;
      // "told aides that it had fallen, according to one of them": on whose word the whole stands is no part of it.
      if (below > tokens[i] && tree.preposition(below) == "according to" && is_set_off(tree, below)) continue;
      if (tokens[i] == request.head && is_contrast(tree, quotations, below)) continue;
      if (is_background(tree, below) || (request.noun && relation == Relation::acl_relcl)) continue;
      if (tokens[i] == request.head) {
        const std::string& lemma = tree.lemma(below);
        // "was already in Manila": the preposition of a predicate is said with it.
        const bool predicate = tree.child(request.head, Relation::cop) != no_token;
        // A joint on the other side of the cue is another clause's.
        if (relation == Relation::mark && request.cue != no_token && below < request.cue && request.cue < request.head)
          continue;
        const bool governs = (relation == Relation::case_ && !predicate) ||
                             (relation == Relation::mark && (lemma == "of" || lemma == "for" || lemma == "over" ||
                                                             lemma == "about" || lemma == "against" || lemma == "as"));
        if (governs || relation == Relation::cc) continue;
        // "ruled out talks following the advance": the advance is when it was ruled out.
        const bool nominal = tree[request.head].tag == Tag::NOUN && tree[request.head].relation == Relation::obj;
        if (nominal && relation == Relation::nmod && circumstance != nullptr &&
            circumstance->contains(tree.preposition(below)))
          continue;
        if (request.noun && (relation == Relation::det || relation == Relation::appos || relation == Relation::conj ||
                             relation == Relation::punct))
          continue;
      }
      tokens.push_back(below);
    }
  }
  std::sort(tokens.begin(), tokens.end());

  // A quotation that the phrase enters is said to its end, wherever the tree hangs the rest, in the next sentences too.
  const auto& layer = tree.syntax().tokens;
  std::vector<TokenId> quoted;
  const Quotation* entered = nullptr;
  for (TokenId token : tokens) {
    if (tree[token].tag == Tag::PUNCT) continue;
    const Quotation* quotation = quotation_at(quotations, tree[token].span.begin);
    if (quotation == nullptr || quotation == entered) continue;
    entered = quotation;
    // Words that speak inside it hold no more than the tree says.
    if (request.cue != no_token && quotation->outer.contains(tree[request.cue].span)) continue;
    auto first = index(token), last = index(token);
    while (first > 0 && layer[first - 1].span.begin >= quotation->inner.begin) --first;
    while (last + 1 < layer.size() && layer[last + 1].span.end <= quotation->inner.end) ++last;
    for (auto t = first; t <= last; ++t) quoted.push_back(TokenId{t});
  }
  std::vector<TokenId> all;
  std::set_union(tokens.begin(), tokens.end(), quoted.begin(), quoted.end(), std::back_inserter(all));
  return all;
}

std::vector<Words> pieces(const Tree& tree, std::string_view text, const std::vector<TokenId>& tokens) {
  std::vector<Words> found;
  for (std::size_t i = 0; i < tokens.size();) {
    std::size_t last = i;
    while (last + 1 < tokens.size() && index(tokens[last]) + 1 == index(tokens[last + 1])) ++last;
    const Span whole{tree[tokens[i]].span.begin, tree[tokens[last]].span.end};
    const Span cut = with_inner_marks(text, whole, trimmed(text, whole));
    if (!cut.empty()) found.push_back({std::string(slice(text, cut)), cut});
    i = last + 1;
  }
  return found;
}

Words quoted_words(std::string_view text, const Quotation& quotation) {
  const Span cut = with_inner_marks(text, quotation.inner, trimmed(text, quotation.inner));
  return {std::string(slice(text, cut)), cut};
}

}  // namespace sayso
