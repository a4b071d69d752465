// What states and people do short of fighting, in invented sentences -> "TYPE mode cameo: actors > recipients" of every
// event of the sentence, with what is denied or ahead.
#include <gtest/gtest.h>

#include <string>

#include "attribution/invented.h"

namespace sayso {
namespace {

std::string names(const std::vector<Participant>& participants) {
  std::string out;
  for (const Participant& participant : participants) out += (out.empty() ? "" : ", ") + participant.words->text;
  return out;
}

std::string codes_of(const std::string& text) {
  std::string out;
  for (const Event& event : testing::read(text).events) {
    out += out.empty() ? "" : "; ";
    out += event.type + (event.mode.empty() ? "" : " " + event.mode) + " " + event.cameo;
    if (event.polarity == Polarity::negative) out += " not";
    if (event.tense == Tense::future) out += " ahead";
    out += ": " + names(event.actors) + " > " + names(event.recipients);
  }
  return out;
}

struct Coded {
  const char *text, *events;
};

void expect_coded(std::initializer_list<Coded> sentences) {
  for (const auto& [text, events] : sentences) EXPECT_EQ(codes_of(text), events) << text;
}

TEST(Politics, CooperationInWords) {
  expect_coded({
      {"The two governments signed a trade treaty with Ostrel.", "SUPPORT 057: The two governments > Ostrel"},
      {"Norland has restored full diplomatic ties with Varnia.", "SUPPORT 050: Norland > Varnia"},
      {"The minister praised the mediators.", "SUPPORT 051: The minister > the mediators"},
      {"The rebels agreed to share the water.", "AGREE 030: The rebels > "},
      {"The rebels agreed on Saturday to share the water.", "AGREE 030: The rebels > "},
      {"The two foreign ministers held talks in Kesh.", "CONSULT 04: The two foreign ministers > "},
      {"The envoy paid a visit to Ostrel.", "CONSULT visit 042: The envoy > Ostrel"},
      {"The minister apologised to the families.", "CONCEDE 055: The minister > the families"},
      {"The governor lifted the curfew.", "CONCEDE 081: The governor > "},
  });
}

TEST(Politics, CooperationInDeeds) {
  expect_coded({
      {"Norway sent tanks to the refugees.", "AID 07: Norway > the refugees"},
      {"The rebels released forty prisoners.", "RETREAT release 0841: The rebels > forty prisoners"},
      {"The minister resigned on Monday.", "RETREAT resign 0831: The minister > "},
      {"The government is cooperating with the court.", "COOPERATE 06: The government > the court"},
  });
}

// CAMEO parts asking (02) from demanding (10); what is asked for gives the mode. The deed itself stays an event, ahead.
TEST(Politics, ConflictInWords) {
  expect_coded({
      {"The bishop urged the rebels to wait.", "REQUEST 020: The bishop > the rebels"},
      {"The rebels demanded the release of two men.", "REQUEST yield 105: The rebels > "},
      {"The government condemned the verdict.", "ACCUSE disapprove 111: The government > the verdict"},
      {"The rebels rejected a call for talks.", "REJECT meet 125: The rebels > a call"},
      {"The rebels refused to withdraw.",
       "REJECT yield 124: The rebels > ; RETREAT withdraw 0874 ahead: The rebels > "},
      {"The militia vowed to punish the clan.", "THREATEN violence 138: The militia > "},
  });
}

TEST(Politics, ConflictInDeeds) {
  expect_coded({
      {"Students staged a demonstration in Kesh.", "PROTEST demo 141: Students > "},
      {"Forty teachers began a hunger strike.", "PROTEST hunger 142: Forty teachers > "},
      {"The bloc imposed sanctions on Varnia.", "SANCTION discontinue 163: The bloc > Varnia"},
      {"The government withdrew from the treaty.", "SANCTION withdraw 166: The government > "},
      {"Police detained forty protesters.", "COERCE arrest 173: Police > forty protesters"},
      {"The governor imposed a curfew.", "COERCE curfew 1723: The governor > "},
      {"The government fired two missiles into the sea.", "MOBILIZE weapons 150: The government > "},
  });
}

TEST(Politics, AllWhoTakePartAndSeveralEventsASentence) {
  expect_coded({
      {"Norland and Ostrel signed a treaty and opened an embassy.",
       "SUPPORT 057: Norland, Ostrel > ; SUPPORT 050: Norland, Ostrel > "},
      {"The minister praised the mediators and condemned the verdict.",
       "SUPPORT 051: The minister > the mediators; ACCUSE disapprove 111: The minister > the verdict"},
  });
}

// What is denied or ahead is said to be; what somebody goes on doing is done.
TEST(Politics, WhatIsDeniedOrAheadIsMarked) {
  expect_coded({
      {"Norland did not sign the treaty.", "SUPPORT 057 not: Norland > "},
      {"The president will visit Paris.", "CONSULT visit 042 ahead: The president > Paris"},
      {"Norway continued to send tanks to the refugees.", "AID 07: Norway > the refugees"},
      {"The rebels tried to assassinate the minister.", "ASSAULT targeted 186: The rebels > the minister"},
      {"Norway will send tanks to the refugees.", "AID 07 ahead: Norway > the refugees"},
  });
}

// Near misses: the same words without the politics.
TEST(Politics, PlainLifeIsNoEvent) {
  expect_coded({
      {"The hotel welcomed its first guests.", ""},
      {"I thank you for coming.", ""},
      {"The spokesman refused to comment.", ""},
      {"The carpenter signed the card.", ""},
      {"The floods threatened to overwhelm the dam.", ""},
      {"The children visited the zoo.", ""},
  });
}

// Words of the trigger's own clause alone.
TEST(Politics, WhatItIsAbout) {
  const auto about = [](const std::string& text) {
    std::string out;
    for (const Event& event : testing::read(text).events)
      for (const std::string& context : event.context) out += (out.empty() ? "" : " ") + context;
    return out;
  };
  EXPECT_EQ(about("The bloc imposed sanctions on oil exports."), "economic natural_resource");
  EXPECT_EQ(about("The rebels demanded the release of two men, who fell ill during the election."), "");
  EXPECT_EQ(about("The judge opened an investigation into war crimes."), "legal");
  EXPECT_EQ(about("The minister praised the cooks."), "");
}

TEST(Politics, APersonWithACountryIsThePerson) {
  EXPECT_EQ(codes_of("President Osk spoke with President Marek Dal of Norway on Monday."),
            "CONSULT 04: President Osk > President Marek Dal");
}

}  // namespace
}  // namespace sayso
