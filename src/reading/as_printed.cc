// Puts the dispatch's own bytes back into every layer that quotes them.
//
//     Words{"said", [22, 26)} -> Words{"SAID", [22, 26)}
#include "reading/as_printed.h"

namespace sayso {
namespace {

class Printer {
 public:
  explicit Printer(const std::string& text) : text_(text) {}

  void print(Words& words) const { words.text = slice(text_, words.span); }
  void print(std::optional<Words>& words) const {
    if (words) print(*words);
  }
  void print(std::optional<When>& when) const {
    if (when && when->span) when->text = slice(text_, *when->span);
  }
  void print(Place& place) const { place.text = slice(text_, place.span); }
  void print(Count& count) const { count.text = slice(text_, count.span); }

  void print(Attribution& said) const {
    if (said.source.span) said.source.text = slice(text_, *said.source.span);
    for (auto* words : {&said.carrier, &said.medium, &said.cue, &said.target}) print(*words);
    for (Words& words : said.content) print(words);
    print(said.said);
  }

  void print(Event& event) const {
    print(event.trigger);
    for (auto* participants : {&event.actors, &event.recipients, &event.instruments})
      for (Participant& participant : *participants) print(participant.words);
    for (Place& place : event.where) print(place);
    print(event.when);
    for (Count& count : event.counts) print(count);
  }

 private:
  const std::string& text_;
};

}  // namespace

void print_as_written(Reading& reading) {
  const Printer printer(reading.dispatch.text);
  for (PlaceMention& mention : reading.mentions.places) printer.print(mention.place);
  for (DateMention& mention : reading.mentions.dates)
    if (mention.when.span) mention.when.text = slice(reading.dispatch.text, *mention.when.span);
  for (TimeExpression& time : reading.mentions.times) time.text = slice(reading.dispatch.text, time.span);
  for (CountMention& mention : reading.mentions.counts) printer.print(mention.count);
  for (Attribution& said : reading.attributions) printer.print(said);
  for (Event& event : reading.events) printer.print(event);
  for (Claim& claim : reading.claims) {
    printer.print(claim.attribution);
    for (Event& event : claim.events) printer.print(event);
  }
}

}  // namespace sayso
