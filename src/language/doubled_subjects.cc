// Gives a verb one subject where the parser gave it two, or one on the wrong side, or none.
//
//     "army spokesman Ivan Orlen said"            two subjects of said -> spokesman nmod:desc of Ivan
//     "Orlen, who had left, told lawmakers"       two subjects of told -> lawmakers its object
//     "the ministry, which denied any losses"     two objects of denied -> which its subject
//     "The truth, the mayor said, is that …"      two subjects of said -> truth is what the clause is about
//
// Left out on purpose: two subjects before a verb without a clause of its own, of whom either may speak.
#include "language/doubled_subjects.h"

#include <utility>
#include <vector>

#include "base/utf8.h"

namespace sayso::language {
namespace {

bool is_subject(Relation relation) { return relation == Relation::nsubj || relation == Relation::nsubj_pass; }

void join_role_and_name(Syntax& layer, const Sentence& sentence) {
  for (std::uint32_t name = index(sentence.first) + 1; name < index(sentence.last); ++name) {
    const TokenId role{name - 1};
    const Token& second = layer.tokens[name];
    Token& first = layer.tokens[name - 1];
    if (!is_subject(second.relation) || !is_subject(first.relation) || first.head != second.head) continue;
    if (second.tag != Tag::PROPN || first.tag != Tag::NOUN || first.head == no_token || first.head <= role) continue;
    first.head = TokenId{name};
    first.relation = Relation::nmod_desc;
  }
}

// A subject behind its verb is none if another stands before it; nor behind "tell", which names there whom it tells.
void turn_objects(Syntax& layer, const Sentence& sentence) {
  const std::uint32_t begin = index(sentence.first);
  std::vector<bool> has_subject(index(sentence.last) - begin, false);
  for (std::uint32_t t = begin; t < index(sentence.last); ++t) {
    Token& token = layer.tokens[t];
    if (token.relation != Relation::nsubj || token.head == no_token) continue;
    const std::uint32_t verb = index(token.head);
    if (t < verb)
      has_subject[verb - begin] = true;
    else if (layer.tokens[verb].tag == Tag::VERB && (has_subject[verb - begin] || layer.tokens[verb].lemma == "tell"))
      token.relation = Relation::obj;
  }
}

// A relative pronoun is no object of a verb that has one behind it and no subject.
void turn_relatives(Syntax& layer, const Sentence& sentence) {
  const std::uint32_t begin = index(sentence.first), end = index(sentence.last);
  std::vector<bool> has_subject(end - begin, false), has_object(end - begin, false);
  for (std::uint32_t t = begin; t < end; ++t) {
    const Token& token = layer.tokens[t];
    if (token.head == no_token) continue;
    const std::uint32_t verb = index(token.head) - begin;
    if (is_subject(token.relation) || token.relation == Relation::csubj || token.relation == Relation::expl)
      has_subject[verb] = true;
    if (token.relation == Relation::obj && token.head < TokenId{t}) has_object[verb] = true;
  }
  for (std::uint32_t t = begin; t < end; ++t) {
    Token& token = layer.tokens[t];
    const bool relative = token.xpos == Xpos::WDT || token.xpos == Xpos::WP;
    if (!relative || token.relation != Relation::obj || token.head == no_token || token.head < TokenId{t}) continue;
    const std::uint32_t verb = index(token.head);
    if (layer.tokens[verb].relation == Relation::acl_relcl && has_object[verb - begin] && !has_subject[verb - begin])
      token.relation = Relation::nsubj;
  }
}

// "The truth, the senator said, was that it fell": of two subjects before a verb with a comma between them the nearer
// is the verb's, the other what the clause behind it is about.
void part_subjects(std::string_view text, Syntax& layer, const Sentence& sentence) {
  const std::uint32_t begin = index(sentence.first), end = index(sentence.last);
  std::vector<std::uint32_t> subject(end - begin, end), clause(end - begin, end);  // of a verb: the last one before it
  std::vector<bool> has_subject(end - begin, false);
  for (std::uint32_t t = begin; t < end; ++t) {
    const Token& token = layer.tokens[t];
    if (token.head == no_token) continue;
    const std::uint32_t above = index(token.head) - begin;
    if (is_subject(token.relation)) has_subject[above] = true;
    if (token.relation == Relation::ccomp && token.head < TokenId{t} && clause[above] == end) clause[above] = t;
  }
  for (std::uint32_t t = begin; t < end; ++t) {
    const Token& token = layer.tokens[t];
    if (token.relation != Relation::nsubj || token.head == no_token || token.head < TokenId{t}) continue;
    const std::uint32_t verb = index(token.head) - begin;
    const std::uint32_t first = std::exchange(subject[verb], t);
    if (first == end || clause[verb] == end || layer.tokens[verb + begin].tag != Tag::VERB) continue;
    bool comma = false;
    for (std::uint32_t between = first + 1; between < t; ++between)
      comma = comma || slice(text, layer.tokens[between].span) == ",";
    if (!comma) continue;
    layer.tokens[first].head = TokenId{clause[verb]};
    layer.tokens[first].relation = has_subject[clause[verb] - begin] ? Relation::nsubj_outer : Relation::nsubj;
    has_subject[clause[verb] - begin] = true;
  }
}

}  // namespace

void mend_doubled_subjects(std::string_view text, Syntax& layer) {
  for (const Sentence& sentence : layer.sentences) {
    if (!sentence.read) continue;
    join_role_and_name(layer, sentence);
    turn_objects(layer, sentence);
    turn_relatives(layer, sentence);
    part_subjects(text, layer, sentence);
  }
}

}  // namespace sayso::language
