// Settles what two finders claimed.
//
//     counts [12] inside dates [September 12] -> the count is dropped
//     actors [Gori] rule "name" beside places [Gori] resolved, no subject -> the actor is dropped
//
// A subject stays an actor: somebody whom the model takes for a person and who acts may well share a village's name.
#include "mention/overlaps.h"

#include <algorithm>
#include <unordered_set>

namespace sayso {

void settle_overlaps(Mentions& mentions, const Syntax& syntax) {
  std::vector<Span> dates;
  for (const DateMention& date : mentions.dates)
    if (date.when.span) dates.push_back(*date.when.span);
  std::sort(dates.begin(), dates.end());
  const auto in_a_date = [&](const CountMention& count) {
    const Span number = syntax[count.number].span;
    auto after = std::upper_bound(dates.begin(), dates.end(), number, [](Span a, Span b) { return a.begin < b.begin; });
    return after != dates.begin() && (after - 1)->contains(number);
  };
  std::erase_if(mentions.counts, in_a_date);

  std::unordered_set<std::uint32_t> places;  // heads of places the gazetteer knows
  for (const PlaceMention& place : mentions.places)
    if (!place.place.name.empty()) places.insert(index(place.head));
  std::erase_if(mentions.actors, [&](const ActorMention& actor) {
    if (actor.rule != "name" || actor.span != syntax[actor.head].span || !places.contains(index(actor.head)))
      return false;
    const Relation relation = syntax[actor.head].relation;
    return relation != Relation::nsubj && relation != Relation::nsubj_outer;
  });
}

}  // namespace sayso
