// A noun phrase that has been read on its own, before the rest of the dispatch says who "the ministry" and "he" are.
//
//     "Defense Ministry spokesman Igor Konashenkov" -> entity per:igor-konashenkov, of_body mod, role "spokesman"
//     "the army"                                    -> body mil, no country yet
#pragma once

#include <string>
#include <vector>

#include "sayso/entity.h"
#include "sayso/mention.h"

namespace sayso::mention {

struct Draft {
  ActorMention mention{};
  Entity entity{};          // id empty: still to be found
  std::string printed{};    // the words that name it, without article
  std::string body{};       // the entity is this body of a country that context must give
  std::string of_body{};    // it belongs to this body …
  std::string of_id{};      // … or to this entity of the lexicon
  std::string role{};       // folded role word or head noun: "spokesman", "ministry"
  std::string pronoun{};    // "he", "she" if its words tell
  bool short_name = false;  // one word of a person's name
  bool definite = false;    // "the ministry": may be one that was named before
  bool bare = false;        // article and head only
};

// A country named by itself, whether it acts or is where something is: "In Mali, the army".
struct Land {
  TokenId at{};
  std::string country{};  // alpha-3
};

}  // namespace sayso::mention
