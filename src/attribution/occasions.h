// On what occasion something was said: in what, carried by whom, on which day.
//
//     "…," Marek said on Monday in a statement carried by VTN.   medium "a statement", carrier VTN, said Monday
//
// The day is that of the medium, of the cue, or between speaker and cue ("The ministry on Monday said"); "the briefing"
// is on the day of the last briefing that had one. A date that tells of the speaker ("who was appointed on Friday") is
// not.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "attribution/sources.h"
#include "lexicon/lists.h"
#include "match/pattern.h"
#include "match/tree.h"
#include "sayso/attribution.h"
#include "sayso/dispatch.h"
#include "sayso/mention.h"

namespace sayso {

class Occasions {
 public:
  // Keeps references. marks: "date" at the heads of dates.
  Occasions(const Dispatch& dispatch, const Tree& tree, const Mentions& mentions, const WordLists& lists,
            const Marks& marks, const Speakers& speakers)
      : dispatch_(dispatch), tree_(tree), mentions_(mentions), lists_(lists), marks_(marks), speakers_(speakers) {}

  // Fills medium, carrier and said of a cue's attribution; what tells of them is added to `not_content`.
  void describe(Attribution& attribution, TokenId cue, std::vector<TokenId>& not_content);
  // Days of media that were dated before. REQUIRES: found in text order.
  void date_media(std::vector<Attribution>& found) const;

 private:
  void describe_carrier(Attribution& attribution, TokenId medium) const;
  bool stands_aside(TokenId word, TokenId cue) const;
  const DateMention* date_behind(TokenId cue) const;
  std::optional<When> date_in(Span words) const;
  std::vector<DateMention>::const_iterator first_date(Span from) const;
  const DateMention* date_under(TokenId head) const;

  const Dispatch& dispatch_;
  const Tree& tree_;
  const Mentions& mentions_;
  const WordLists& lists_;
  const Marks& marks_;
  const Speakers& speakers_;
  std::map<TokenId, std::string> media_{};  // cue -> the noun of what it was said in
};

}  // namespace sayso
