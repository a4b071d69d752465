// Runs the finders of mentions over one dispatch: actors, places, dates, time expressions, counts.
//
//     "Two soldiers died near Izyum on Monday." -> actors [Two soldiers], places [Izyum], dates [Monday], counts [Two
//     soldiers]
#include "mention/find_mentions.h"

#include "match/tree.h"
#include "mention/actors.h"
#include "mention/counts.h"
#include "mention/dates.h"
#include "mention/overlaps.h"
#include "mention/places.h"
#include "mention/time_expressions.h"

namespace sayso {

Result<MentionKnowledge> MentionKnowledge::load(const std::filesystem::path& data) {
  auto actors = ActorLexicon::load(data / "lexicons");
  if (!actors) return std::move(actors).error();
  auto gazetteer = Gazetteer::load(data / "gazetteer");
  if (!gazetteer) return std::move(gazetteer).error();
  auto place_words = PlaceWords::load(data / "lexicons" / "place_words.tsv");
  if (!place_words) return std::move(place_words).error();
  auto dates = DateLexicon::load(data / "lexicons" / "dates.tsv", data / "lexicons" / "date_words.tsv");
  if (!dates) return std::move(dates).error();
  auto times = load_time_lexicon(data / "lexicons");
  if (!times) return std::move(times).error();
  auto numbers = NumberLexicon::load(data / "lexicons");
  if (!numbers) return std::move(numbers).error();
  return MentionKnowledge{std::move(*actors), std::move(*gazetteer), std::move(*place_words),
                          std::move(*dates),  std::move(*times),     std::move(*numbers)};
}

Mentions find_mentions(const Dispatch& dispatch, const Syntax& syntax, const MentionKnowledge& knowledge) {
  Mentions mentions;
  const Tree tree(syntax);
  auto [entities, actors, outlet] = find_actors(dispatch, tree, knowledge.actors);
  mentions.entities = std::move(entities);
  mentions.actors = std::move(actors);
  mentions.places = find_places(dispatch, syntax, knowledge.gazetteer, knowledge.place_words);
  mentions.dates = find_dates(dispatch, syntax, knowledge.dates);
  mentions.times = find_time_expressions(dispatch, syntax, knowledge.times);
  mentions.counts = find_counts(dispatch, tree, knowledge.numbers, knowledge.actors);
  settle_overlaps(mentions, syntax);
  return mentions;
}

}  // namespace sayso
