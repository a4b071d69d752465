// Who and what takes part: from a token of the tree to participants, lists taken apart.
//
//     "personnel of the formation Kraken, the 113th Brigade and the 93rd brigade"  -> Kraken, 113th Brigade, 93rd
//     brigade "Russian" before "strike"                                                     -> Russia, by its demonym
#pragma once

#include <string_view>
#include <vector>

#include "event/event_knowledge.h"
#include "match/tree.h"
#include "sayso/dispatch.h"
#include "sayso/event.h"
#include "sayso/mention.h"

namespace sayso {

class Participants {
 public:
  Participants(const Dispatch& dispatch, const Tree& tree, const Mentions& mentions, const EventKnowledge& knowledge);

  // The participants a token names, coordination taken apart; rising, without doubles.
  std::vector<Participant> at(TokenId head) const;
  const ActorMention* mention_at(TokenId head) const { return by_head_[index(head)]; }

 private:
  Participant one(TokenId head) const;
  std::vector<TokenId> owners(TokenId head) const;
  std::vector<TokenId> listed_with(TokenId head) const;

  const Dispatch& dispatch_;
  const Tree& tree_;
  const Mentions& mentions_;
  const EventKnowledge& knowledge_;
  std::vector<const ActorMention*> by_head_;
};

}  // namespace sayso
