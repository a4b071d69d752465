// Speakers: from a token of the tree to who that is.
//
//     "Defense Ministry spokesman Igor Konashenkov"  -> name Igor Konashenkov, person, of Ministry of Defence of Russia
//     "a police officer"                             -> unnamed, anonymous
#pragma once

#include <string_view>
#include <vector>

#include "match/tree.h"
#include "sayso/attribution.h"
#include "sayso/dispatch.h"
#include "sayso/mention.h"

namespace sayso {

class Speakers {
 public:
  Speakers(const Dispatch& dispatch, const Tree& tree, const Mentions& mentions);

  Source source_at(TokenId head) const;
  Source hidden(std::string rule) const;  // somebody is meant and nobody is named
  Source reporter() const;                // the outlet
  bool is_known(TokenId head) const;      // an actor was found here
  bool may_speak(TokenId head) const;     // somebody, not something: a mention that can be a source
  // The speaker's words with what tells who that is: "Marek" -> "Marek, the mayor of Kesh". The entity stays.
  void complete(Attribution& said) const;
  Words words_of(TokenId head) const;  // the phrase of a speaker, an accused, a medium

 private:
  const ActorMention* mention_at(TokenId head) const;
  TokenId named_beside(TokenId head) const;
  void count_together(Source& source, TokenId head) const;

  const Dispatch& dispatch_;
  const Tree& tree_;
  const Mentions& mentions_;
  std::vector<const ActorMention*> by_head_;
};

}  // namespace sayso
