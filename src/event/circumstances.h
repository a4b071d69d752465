// Where, when and how many: which places, dates and counts belong to an event.
//
//     "strikes near Kupiansk and Izyum hit the depot on Sunday, killing up to 250"
//      where of strikes: Kupiansk (near), Izyum (near); when: that Sunday
//
// A place belongs to an event if it hangs on it, or on the verb that carries it, by phrases only: never through another
// clause, never as the one who acts ("Ukraine retook …"), never as an owner ("Ukraine's eastern Donbas region").
#pragma once

#include <string_view>
#include <vector>

#include "lexicon/lists.h"
#include "match/tree.h"
#include "sayso/event.h"
#include "sayso/mention.h"

namespace sayso {

struct EventTokens {
  TokenId trigger{};
  TokenId carrier = no_token;    // "carried out", "hit"
  TokenId ground = no_token;     // what is held or lost: a place itself
  std::vector<TokenId> lost{};   // whose numbers are the event's (recipients, the trigger of a loss)
  bool counts_anywhere = false;  // a noun of losses: every free number of its sentence is its
};

// What became of whom or what an event counts: a loss by its mode, the abducted, the arrested; "" where the event does
// not say ("ten men threatened").
std::string effect_of(const Event& event);

class Circumstances {
 public:
  Circumstances(const Tree& tree, const Mentions& mentions, const WordLists& lists);

  // In order: events claim what hangs on them; then what is left goes to the only event that could mean it.
  void place(Event& event, const EventTokens& tokens);
  void place_leftovers(Event& event, const EventTokens& tokens);

 private:
  // Mentions [first, last) whose words stand in a sentence.
  struct Range {
    std::uint32_t first = 0, last = 0;
  };
  struct InSentence {
    Range places{}, dates{}, counts{};
  };

  const InSentence& mentioned_with(TokenId token) const { return in_sentence_[index(tree_.sentence_of(token))]; }
  bool hangs_on(TokenId from, TokenId top, bool may_be_ground) const;
  Place place_at(std::uint32_t mention) const;
  void add_place(Event& event, std::uint32_t mention, std::string_view rule);
  static bool is_struck(const Event& event, const Place& place);
  void add_places(Event& event, const EventTokens& tokens);
  void add_last_place(Event& event, const EventTokens& tokens) const;
  bool is_of_another_noun(const DateMention& date, TokenId trigger) const;
  void add_date(Event& event, const EventTokens& tokens);
  void add_counts(Event& event, const EventTokens& tokens);

  const Tree& tree_;
  const Mentions& mentions_;
  const WordLists& lists_;
  std::vector<InSentence> in_sentence_;
  std::vector<bool> place_taken_, date_taken_, count_taken_;
};

}  // namespace sayso
