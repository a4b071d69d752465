// Whole readings of single dispatches: text -> printed claims. Every sentence is invented.
#include <gtest/gtest.h>

#include "sayso/reading.h"

namespace sayso {
namespace {

std::string participants(const std::vector<Participant>& list) {
  std::string out;
  for (const Participant& participant : list)
    out += (out.empty() ? "" : "+") + (participant.country.empty()
                                           ? (participant.words ? participant.words->text : participant.name)
                                           : participant.country);
  return out.empty() ? "-" : out;
}

std::string printed(const Event& event) {
  std::string out = event.type + (event.mode.empty() ? "" : "/" + event.mode) + " " + participants(event.actors) + ">" +
                    participants(event.recipients);
  for (const Place& place : event.where) out += " @" + place.text + (place.relation == PlaceRelation::near ? "~" : "");
  if (event.when)
    out += " " + (event.when->begin ? iso(*event.when->begin) : "…") + ".." +
           (event.when->end ? iso(*event.when->end) : "…");
  for (const Count& count : event.counts)
    out += " #" + count.of + ":" + (count.low ? std::to_string(*count.low) : "") + "-" +
           (count.high ? std::to_string(*count.high) : "");
  if (event.polarity == Polarity::negative) out += " not";
  if (event.certainty != Certainty::certain) out += " " + std::string(name_of(event.certainty));
  return out;
}

std::string claims_of(const std::string& text) {
  static const auto reader = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
  if (!reader) return reader.error().message;
  ReadOptions options;
  options.published = "2031-03-10";  // a Monday
  options.format = "text";
  options.title = "Untitled";
  auto reading = reader->read(text, options);
  if (!reading) return reading.error().message;
  std::string out;
  for (const Claim& claim : reading->claims) {
    const Attribution& said = claim.attribution;
    out += std::string(name_of(said.act)) +
           (said.quote == Quote::own ? " own" : " " + (said.source.text.empty() ? "nobody" : said.source.text)) + ":";
    for (const Words& words : said.content) out += " [" + words.text + "]";
    for (const Event& event : claim.events) out += " {" + printed(event) + "}";
    out += "\n";
  }
  return out;
}

TEST(Sentences, Claims) {
  struct Case {
    const char* text;
    const char* claims;
  };
  for (const Case& at : {
           Case{"KYIV (VTN) — The Ukrainian army said it shelled a depot near Izyum on Sunday.",
                "assert The Ukrainian army: [it shelled a depot near Izyum on Sunday] {ASSAULT/heavy-weapons UKR>a "
                "depot @Izyum~ 2031-03-09..2031-03-09}\n"},
           Case{"The Ukrainian army said Sunday it was ready.", "assert The Ukrainian army: [it was ready]\n"},
           Case{"Moscow has accused Ukraine of shelling residential areas.",
                "accuse Moscow: [shelling residential areas] {ASSAULT/heavy-weapons UKR>residential areas}\n"},
           Case{"The general was reportedly killed near Izyum.",
                "assert nobody: [The general was] [killed near Izyum] {LOSS/killed ->The general @Izyum~ possible}\n"},
           Case{"Russian forces shelled Ostrel, Ukrainian officials said.",
                "assert Ukrainian officials: [Russian forces shelled Ostrel] {ASSAULT/heavy-weapons RUS>Ostrel}\n"},
           Case{"Russia shelled Kesh, officials in Kyiv said.",
                "assert officials in Kyiv: [Russia shelled Kesh] {ASSAULT/heavy-weapons RUS>Kesh}\n"},
           Case{"The rocket, which is fast, struck the city, Zelenskyy said on Telegram.",
                "assert Zelenskyy: [The rocket] [struck the city] {ASSAULT The rocket>the city}\n"},
           Case{"\"No military targets were there,\" the mayor wrote on Telegram.",
                "assert the mayor: [No military targets were there]\n"},
           Case{"Troops killed a reporter and then shelled a clinic, according to a report.",
                "assert a report: [Troops killed a reporter and then shelled a clinic] {LOSS/killed Troops>a "
                "reporter #reporter:1-1} "
                "{ASSAULT/heavy-weapons Troops>a clinic}\n"},
           Case{"The ministry declined to comment.", "decline The ministry:\n"},
           Case{"The campaign targeted voters, and the plane suffered a bird strike.", ""},
           Case{"The convoy did not enter the town.", ""},
           Case{"He did not say whether the bridge was mined.", ""},
           Case{"You can say that the depot was shelled.", ""},
           Case{"Anna Marek: Rebels shelled the depot.",
                "assert Anna Marek: [Rebels shelled the depot] {ASSAULT/heavy-weapons Rebels>the depot}\n"},
           Case{"Marek said the depot was shelled, adding that twelve soldiers were killed.",
                "assert Marek: [the depot was shelled] {ASSAULT/heavy-weapons ->the depot}\n"
                "assert Marek: [that twelve soldiers were killed] {LOSS/killed ->twelve soldiers #soldiers:12-12}\n"},
           Case{"Asked about the raid, the army said: \"We did not shell the depot.\"",
                "assert the army: [We did not shell the depot] {ASSAULT/heavy-weapons We>the depot not}\n"},
           Case{"The mayor opposed the attack on Ostrel.",
                "assert own: [The mayor opposed the attack on Ostrel] {ASSAULT ->Ostrel @Ostrel}\n"},
       })
    EXPECT_EQ(claims_of(at.text), at.claims) << at.text;
}

// A bare number counts what was counted before it, and nothing where nothing was.
TEST(Sentences, RivalCounts) {
  EXPECT_EQ(claims_of("Rescuers put the toll at 17, while the mayor counted 60."),
            "assert Rescuers: [the toll at 17] {LOSS/killed ->- #:17-17}\n"
            "assert the mayor: [60] {LOSS/killed ->- #:60-60}\n");
  EXPECT_EQ(claims_of("Rescuers put the tents at the gate, while the mayor counted 60."), "assert the mayor: [60]\n");
  EXPECT_EQ(claims_of("Rescuers put the toll at 17.\n\nThe mayor counted 60."),
            "assert Rescuers: [the toll at 17] {LOSS/killed ->- #:17-17}\nassert The mayor: [60]\n");
}

TEST(Sentences, PapersSpeakForTheirMakers) {
  EXPECT_EQ(claims_of("According to a report by the army, rebels shelled the depot."),
            "assert the army: [rebels shelled the depot] {ASSAULT/heavy-weapons rebels>the depot}\n");
  EXPECT_EQ(claims_of("A Monday report said rebels shelled the depot."),
            "assert A Monday report: [rebels shelled the depot] {ASSAULT/heavy-weapons rebels>the depot}\n");
  EXPECT_EQ(claims_of("A report on the army said rebels shelled the depot."),
            "assert A report on the army: [rebels shelled the depot] {ASSAULT/heavy-weapons rebels>the depot}\n");
}

}  // namespace
}  // namespace sayso
