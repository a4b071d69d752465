// Builds the walkable tree of a syntax layer and answers who does what to whom in it.
//
//     "strikes carried out by the army" : related(carried, actor) -> army, related(carried, patient) -> strikes
//
// Left out on purpose: semantic roles beyond actor and patient. Places, times and instruments are prepositional phrases
// that rules name by their preposition.
#include "match/tree.h"

#include <algorithm>
#include <cassert>

#include "base/utf8.h"

namespace sayso {
namespace {

constexpr int deepest_subject = 8;  // conjunctions and control chains longer than this are not followed

bool is_subject(Relation relation) { return is_a(relation, Relation::nsubj) || is_a(relation, Relation::csubj); }

// Prepositions by which a noun of action takes the one who acts, and the one acted on.
bool introduces_actor(std::string_view preposition) { return preposition == "by"; }
bool introduces_patient(std::string_view preposition) {
  return preposition == "of" || preposition == "on" || preposition == "against" || preposition == "upon";
}

// Verbs whose object is who did it: "accused the rebels of shelling", where others only carry a noun ("took the
// blame").
bool names_culprit(std::string_view verb) {
  return verb == "accuse" || verb == "suspect" || verb == "blame" || verb == "convict" || verb == "condemn" ||
         verb == "criticise" || verb == "criticize" || verb == "acquit";
}

// "the murder of Senator Ana Osk": a preposition that hangs on the title is the name's. Chains of titles end at the
// name, as each word comes after what describes it.
void lift_prepositions(const Syntax& syntax, std::vector<std::string>& prepositions) {
  for (std::size_t i = 0; i < prepositions.size(); ++i) {
    const Token& token = syntax.tokens[i];
    const bool describes = token.relation == Relation::nmod_desc || token.relation == Relation::compound;
    if (!describes || prepositions[i].empty() || token.head == no_token || index(token.head) <= i) continue;
    const Relation of_head = syntax[token.head].relation;
    const bool phrase = of_head == Relation::nmod || of_head == Relation::obl || of_head == Relation::nmod_desc;
    if (phrase && prepositions[index(token.head)].empty()) prepositions[index(token.head)] = prepositions[i];
  }
}

}  // namespace

bool is_a(Relation relation, Relation wanted) {
  if (relation == wanted) return true;
  switch (wanted) {
    case Relation::nsubj:
      return relation == Relation::nsubj_pass || relation == Relation::nsubj_outer;
    case Relation::csubj:
      return relation == Relation::csubj_pass || relation == Relation::csubj_outer;
    case Relation::acl:
      return relation == Relation::acl_relcl;
    case Relation::advcl:
      return relation == Relation::advcl_relcl;
    case Relation::aux:
      return relation == Relation::aux_pass;
    case Relation::cc:
      return relation == Relation::cc_preconj;
    case Relation::compound:
      return relation == Relation::compound_prt;
    case Relation::det:
      return relation == Relation::det_predet;
    case Relation::nmod:
      return relation == Relation::nmod_desc || relation == Relation::nmod_poss || relation == Relation::nmod_unmarked;
    case Relation::obl:
      return relation == Relation::obl_agent || relation == Relation::obl_unmarked;
    default:
      return false;
  }
}

Tree::Tree(const Syntax& syntax) : syntax_(syntax) {
  const std::size_t count = syntax.tokens.size();
  first_child_.assign(count + 1, 0);
  for (const Token& token : syntax.tokens)
    if (token.head != no_token) ++first_child_[index(token.head) + 1];
  for (std::size_t i = 0; i < count; ++i) first_child_[i + 1] += first_child_[i];
  children_.resize(first_child_[count]);
  auto next = first_child_;
  for (std::uint32_t i = 0; i < count; ++i)
    if (syntax.tokens[i].head != no_token) children_[next[index(syntax.tokens[i].head)]++] = TokenId{i};

  sentence_of_.resize(count);
  for (std::uint32_t s = 0; s < syntax.sentences.size(); ++s)
    for (std::uint32_t t = index(syntax.sentences[s].first); t < index(syntax.sentences[s].last); ++t)
      sentence_of_[t] = SentenceId{s};

  lemmas_.resize(count);
  prepositions_.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const TokenId id{i};
    lemmas_[i] = to_lower(syntax.tokens[i].lemma);
    for (TokenId below : children(id)) {
      const Token& token = syntax[below];
      if (token.relation == Relation::compound_prt) lemmas_[i] += " " + to_lower(token.lemma);
      if (token.relation == Relation::case_ && token.tag != Tag::PART && prepositions_[i].empty()) {
        prepositions_[i] = to_lower(token.lemma);
        // "according to": the fixed parts belong to the preposition; "accord" is what a lemmatizer makes of it.
        for (TokenId part : children(below)) {
          if (syntax[part].relation != Relation::fixed) continue;
          if (prepositions_[i] == "accord") prepositions_[i] = "according";
          prepositions_[i] += " " + to_lower(syntax[part].lemma);
        }
        if (prepositions_[i] == "accord" || prepositions_[i] == "according") prepositions_[i] = "according to";
      }
    }
  }
  lift_prepositions(syntax, prepositions_);
}

std::span<const TokenId> Tree::children(TokenId id) const {
  const auto i = index(id);
  return {children_.data() + first_child_[i], children_.data() + first_child_[i + 1]};
}

TokenId Tree::child(TokenId id, Relation relation) const {
  for (TokenId below : children(id))
    if (syntax_[below].relation == relation) return below;
  return no_token;
}

std::vector<TokenId> Tree::phrase(TokenId id) const {
  std::vector<TokenId> tokens{id};
  for (std::size_t i = 0; i < tokens.size(); ++i)
    for (TokenId below : children(tokens[i])) tokens.push_back(below);
  std::sort(tokens.begin(), tokens.end());
  return tokens;
}

bool Tree::is_under(TokenId id, TokenId ancestor) const {
  for (; id != no_token; id = syntax_[id].head)
    if (id == ancestor) return true;
  return false;
}

std::vector<TokenId> Tree::conjuncts(TokenId id) const {
  std::vector<TokenId> tokens{id};
  for (std::size_t i = 0; i < tokens.size(); ++i)
    for (TokenId below : children(tokens[i]))
      if (syntax_[below].relation == Relation::conj) tokens.push_back(below);
  std::sort(tokens.begin() + 1, tokens.end());
  return tokens;
}

bool Tree::is_passive(TokenId id) const {
  bool subject = false, helped = false;  // "helped": what an active past participle would have with it
  for (TokenId below : children(id)) {
    const Relation relation = syntax_[below].relation;
    subject = subject || (relation == Relation::nsubj && below < id);
    helped = helped || is_a(relation, Relation::aux) || relation == Relation::obj || relation == Relation::iobj ||
             relation == Relation::ccomp || relation == Relation::xcomp;
    if (relation == Relation::aux_pass || relation == Relation::nsubj_pass || relation == Relation::obl_agent)
      return true;
  }
  const Token& token = syntax_[id];
  // "towns retaken in May": a bare past participle that modifies a noun is passive; so is one joined to a passive
  // without a subject of its own.
  if (token.xpos == Xpos::VBN && token.relation == Relation::acl) return true;
  // "Ten civilians killed in shelling": a headline leaves "were" out.
  if (token.xpos == Xpos::VBN && subject && !helped) return true;
  return token.xpos == Xpos::VBN && token.relation == Relation::conj && token.head != no_token &&
         child(id, Relation::nsubj) == no_token && child(id, Relation::aux) == no_token &&
         index(token.head) < index(id) && is_passive(token.head);
}

bool Tree::is_clause(TokenId id) const {
  const Token& token = syntax_[id];
  if (token.tag == Tag::VERB) return true;
  return child(id, Relation::cop) != no_token;
}

TokenId Tree::referent(TokenId id) const {
  const Token& token = syntax_[id];
  const std::string& word = lemmas_[index(id)];
  if (token.tag != Tag::PRON && token.tag != Tag::DET && token.tag != Tag::SCONJ) return id;
  if (word != "who" && word != "which" && word != "that" && word != "whom") return id;
  TokenId at = id;
  for (int steps = 0; steps < deepest_subject && at != no_token; ++steps, at = syntax_[at].head)
    if (syntax_[at].relation == Relation::acl_relcl && syntax_[at].head != no_token) return syntax_[at].head;
  return id;
}

std::vector<TokenId> Tree::subjects(TokenId id, int depth) const {
  std::vector<TokenId> found;
  for (TokenId below : children(id))
    if (is_subject(syntax_[below].relation)) found.push_back(referent(below));
  if (!found.empty() || depth == 0) return found;
  // "and 12 wounded": the number is who.
  if (const TokenId number = child(id, Relation::nummod); number != no_token && syntax_[id].tag == Tag::VERB)
    return {number};
  const Token& token = syntax_[id];
  if (token.head == no_token) return found;
  switch (token.relation) {
    case Relation::conj:  // "Varnia said A and accused B"; but "ten were killed and dozens detained", joined each alone
      if (index(id) > 0 && token.xpos == Xpos::VBN)
        if (const TokenId before{index(id) - 1}; syntax_[before].head == token.head &&
                                                 syntax_[before].relation == Relation::conj &&
                                                 syntax_[before].tag == Tag::NOUN)
          return {before};
      return subjects(token.head, depth - 1);
    case Relation::xcomp: {  // "forced them to leave" (its object), "vowed to leave" (its subject)
      const TokenId object = child(token.head, Relation::obj);
      if (object != no_token) return {object};
      return subjects(token.head, depth - 1);
    }
    case Relation::advcl:  // "left, saying …"; but "accused them of shelling" (its object)
      if (const TokenId mark = child(id, Relation::mark);
          mark != no_token && (lemma(mark) == "of" || lemma(mark) == "for" || lemma(mark) == "from")) {
        const TokenId object = child(token.head, Relation::obj);
        if (object != no_token) return {object};
      }
      if (child(id, Relation::mark) == no_token || token.xpos == Xpos::VBG || token.xpos == Xpos::VB)
        return subjects(token.head, depth - 1);
      return found;
    case Relation::acl:  // "troops holding the ridge", "towns retaken": the noun; but "a decision to leave" has none
      // "took the blame for burning it": whoever takes it; "a plan of burning it" says nothing of who will.
      if (token.xpos == Xpos::VBG && child(id, Relation::mark) != no_token) {
        const Token& noun = syntax_[token.head];
        if (noun.relation != Relation::obj || noun.head == no_token) return found;
        if (names_culprit(lemma(noun.head))) return {token.head};
        return subjects(noun.head, depth - 1);
      }
      // A finite verb here is a relative clause that the parser took for a participle: the noun before it is its
      // subject.
      if (token.xpos == Xpos::VBG || token.xpos == Xpos::VBN || token.xpos == Xpos::VBD) return {token.head};
      return found;
    default:
      return found;
  }
}

std::vector<TokenId> Tree::related(TokenId id, Deep relation) const {
  if (relation == Deep::subject) return subjects(id, deepest_subject);
  std::vector<TokenId> found;
  const Token& token = syntax_[id];
  const bool nominal = token.tag == Tag::NOUN || token.tag == Tag::PROPN;
  if (nominal && child(id, Relation::cop) == no_token) {
    for (TokenId below : children(id)) {
      const Relation how = syntax_[below].relation;
      const std::string& preposition = prepositions_[index(below)];
      const bool phrase = how == Relation::nmod || how == Relation::obl;
      if (relation == Deep::actor && (how == Relation::nmod_poss || (phrase && introduces_actor(preposition))))
        found.push_back(below);
      if (relation == Deep::patient && phrase && introduces_patient(preposition)) found.push_back(below);
    }
    return found;
  }
  const bool passive = is_passive(id);
  if (relation == Deep::actor) {
    if (!passive) return subjects(id, deepest_subject);
    for (TokenId below : children(id)) {
      const Relation how = syntax_[below].relation;
      if (how == Relation::obl_agent || (how == Relation::obl && prepositions_[index(below)] == "by"))
        found.push_back(below);
    }
    return found;
  }
  if (passive) return subjects(id, deepest_subject);
  for (TokenId below : children(id))
    if (syntax_[below].relation == Relation::obj) found.push_back(referent(below));
  // "shelled Ostrel": a name that was never met, taken for a predicate, stands where the object does.
  if (found.empty())
    for (TokenId below : children(id))
      if (syntax_[below].relation == Relation::xcomp && syntax_[below].tag == Tag::PROPN && below > id &&
          prepositions_[index(below)].empty())
        found.push_back(below);
  // "identified and detained the man": the object of joined verbs hangs on the first of them.
  if (found.empty() && token.relation == Relation::conj && token.tag == Tag::VERB && token.head != no_token)
    for (TokenId shared : children(token.head))
      if (syntax_[shared].relation == Relation::obj && shared > id) found.push_back(referent(shared));
  // "the towns they retook": a relative clause with a subject and no object has the noun as its object.
  if (found.empty() && token.relation == Relation::acl_relcl && token.head != no_token) {
    const auto own = subjects(id, 0);
    if (!own.empty() && own.front() != token.head) found.push_back(token.head);
  }
  return found;
}

}  // namespace sayso
