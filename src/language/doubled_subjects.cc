// Hangs a role on the name behind it where the parser gave both to the verb.
//
//     "army spokesman Ivan Orlen said"   two subjects of said -> spokesman nmod:desc of Ivan
//
// Left out on purpose: subjects with anything between them ("the troops, the mayor said"), which are two speakers' or
// two clauses'.
#include "language/doubled_subjects.h"

namespace sayso::language {
namespace {

bool is_subject(Relation relation) { return relation == Relation::nsubj || relation == Relation::nsubj_pass; }

}  // namespace

void mend_doubled_subjects(Syntax& layer) {
  for (const Sentence& sentence : layer.sentences) {
    if (!sentence.read) continue;
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
}

}  // namespace sayso::language
