// Joining attributions and events: which claim an event belongs to, which acts are events, whose side is whose.
#include <gtest/gtest.h>

#include "claim/make_claims.h"
#include "claim/sides.h"

namespace sayso {
namespace {

constexpr const char* dispatch_text = "Moscow ruled out talks. The army said its enemy lost tanks. Someone fears war.";

Words words(std::string_view part) {
  const auto at = static_cast<std::uint32_t>(std::string_view(dispatch_text).find(part));
  return {std::string(part), {at, at + static_cast<std::uint32_t>(part.size())}};
}

Attribution said(const char* source, const char* country, EntityKind kind, const char* cue, const char* content,
                 Act act) {
  Attribution made;
  made.source.text = source;
  made.source.name = source;
  made.source.span = words(source).span;
  made.source.country = country;
  made.source.kind = kind;
  made.cue = words(cue);
  made.content = {words(content)};
  made.act = act;
  made.rule = "test";
  return made;
}

Event event(const char* type, const char* trigger) {
  Event made;
  made.type = type;
  made.trigger = words(trigger);
  made.rule = "test";
  return made;
}

Participant participant(const char* country, const char* name = nullptr) {
  Participant made;
  made.country = country;
  if (name != nullptr) made.words = words(name);
  return made;
}

Dispatch dispatch_of_test() {
  Dispatch dispatch;
  dispatch.id = "sha256:test";
  dispatch.text = dispatch_text;
  return dispatch;
}

ClaimKnowledge known_to_test() {
  ClaimKnowledge known;
  known.act_events = {{Act::reject, {"REJECT", "12"}}};
  known.anaphors = {"it", "claim"};
  known.corrections = {{"first", Correction::before}, {"now", Correction::after}, {"but", Correction::contrast}};
  return known;
}

TEST(Claims, EventsGoToTheInnermostContentAndThoughtsMakeNone) {
  std::vector<Attribution> attributions{
      said("Moscow", "RUS", EntityKind::government, "ruled out", "talks", Act::reject),
      said("The army", "RUS", EntityKind::military, "said", "its enemy lost tanks", Act::assert_),
      said("Someone", "", EntityKind::unnamed, "fears", "war", Act::believe)};
  Attribution nested = said("enemy", "", EntityKind::unnamed, "lost", "tanks", Act::assert_);
  nested.within = AttributionId{1};
  attributions.insert(attributions.begin() + 2, nested);
  const auto claims = make_claims(dispatch_of_test(), {}, attributions,
                                  {event("LOSS", "tanks"), event("ASSAULT", "war")}, known_to_test());
  ASSERT_EQ(claims.size(), 3U) << "a fear is no claim";
  ASSERT_EQ(claims[0].events.size(), 1U);
  EXPECT_EQ(claims[0].events[0].type, "REJECT");
  EXPECT_EQ(claims[0].events[0].actors.at(0).country, "RUS");
  EXPECT_EQ(claims[0].events[0].rule, "act-event");
  EXPECT_TRUE(claims[1].events.empty());
  ASSERT_EQ(claims[2].events.size(), 1U) << "the innermost content holds it";
  EXPECT_EQ(claims[2].links, (std::vector<Link>{{claims[1].id, "within", "nested"}}));
  EXPECT_NE(claims[0].id, claims[1].id);
  EXPECT_EQ(claims[0].id.size(), 16U);
}

// Pages that print their own words twice have them: each cue stands in what the other's speaker thinks.
TEST(Claims, ContentsThatHoldOneAnotherComeToAnEnd) {
  std::vector<Attribution> attributions{
      said("Moscow", "RUS", EntityKind::government, "ruled out", "talks", Act::believe),
      said("Someone", "", EntityKind::unnamed, "fears", "war", Act::believe)};
  attributions[0].within = AttributionId{1};
  attributions[1].within = AttributionId{0};
  EXPECT_TRUE(make_claims(dispatch_of_test(), {}, attributions, {event("ASSAULT", "war")}, known_to_test()).empty());
}

// The rules for events read the cue too: the claim has what they found, and nobody has it twice.
TEST(Claims, TheEventOfACueBelongsToItsOwnClaimAlone) {
  Attribution own;
  own.source.kind = EntityKind::outlet;
  own.quote = Quote::own;
  own.content = {words("Moscow ruled out talks")};
  own.rule = "own-voice";
  Attribution speech = said("Moscow", "RUS", EntityKind::government, "ruled out", "talks", Act::reject);
  speech.cue_head = TokenId{1};
  Event read = event("REJECT", "ruled out");
  read.mode = "meet";
  read.cameo = "125";
  read.head = TokenId{1};
  const auto alone = make_claims(dispatch_of_test(), {}, {own, speech}, {read}, known_to_test());
  ASSERT_EQ(alone.size(), 1U);
  ASSERT_EQ(alone[0].events.size(), 1U);
  EXPECT_EQ(alone[0].events[0].mode, "meet");
  EXPECT_EQ(alone[0].events[0].cameo, "125");
  EXPECT_EQ(alone[0].events[0].rule, "act-event test");
  EXPECT_EQ(alone[0].events[0].actors.at(0).country, "RUS");

  // With an event in its content, the act says it; a thought makes no claim, and its event is the reporter's.
  Event inside = event("CONSULT", "talks");
  inside.head = TokenId{3};
  const auto with = make_claims(dispatch_of_test(), {}, {own, speech}, {read, inside}, known_to_test());
  ASSERT_EQ(with.size(), 1U);
  ASSERT_EQ(with[0].events.size(), 1U);
  EXPECT_EQ(with[0].events[0].type, "CONSULT");
  speech.act = Act::decide;
  const auto thought = make_claims(dispatch_of_test(), {}, {own, speech}, {read}, known_to_test());
  ASSERT_EQ(thought.size(), 1U);
  EXPECT_EQ(thought[0].attribution.rule, "own-voice");
  ASSERT_EQ(thought[0].events.size(), 1U);
  EXPECT_EQ(thought[0].events[0].rule, "test");
}

TEST(Claims, TheReportersOwnClausesCountOnlyIfTheyTellOfAnEvent) {
  Attribution own;
  own.source.kind = EntityKind::outlet;
  own.quote = Quote::own;
  own.content = {words("Moscow ruled out talks")};
  own.rule = "own-voice";
  EXPECT_TRUE(make_claims(dispatch_of_test(), {}, {own}, {}, known_to_test()).empty());
  EXPECT_EQ(make_claims(dispatch_of_test(), {}, {own}, {event("REJECT", "ruled out")}, known_to_test()).size(), 1U);
}

TEST(Claims, HearsayReachesIntoItsEvents) {
  Attribution hidden = said("", "", EntityKind::unnamed, "said", "its enemy lost tanks", Act::accuse);
  hidden.source.span.reset();
  hidden.certainty = Certainty::possible;
  const auto claims = make_claims(dispatch_of_test(), {}, {hidden}, {event("LOSS", "tanks")}, known_to_test());
  ASSERT_EQ(claims.size(), 1U);
  EXPECT_EQ(claims[0].events[0].certainty, Certainty::possible);
}

TEST(Claims, HearsayIsKeptWithoutAnEvent) {
  Attribution hidden = said("", "", EntityKind::unnamed, "said", "its enemy lost tanks", Act::assert_);
  hidden.source.span.reset();
  EXPECT_EQ(make_claims(dispatch_of_test(), {}, {hidden}, {}, known_to_test()).size(), 1U);
}

TEST(Claims, EvidenceMakesThemAndAttitudesOnlyWhereAskedFor) {
  const auto count = [](Act act, bool vouched, bool unsaid, Attitudes attitudes) {
    Attribution row = said("The video", "", EntityKind::document, "said", "its enemy lost tanks", act);
    row.vouched = vouched;
    row.unsaid = unsaid;
    return make_claims(dispatch_of_test(), {}, {row}, {}, known_to_test(), attitudes).size();
  };
  EXPECT_EQ(count(Act::show, false, false, Attitudes::without), 1U);
  EXPECT_EQ(count(Act::show, true, false, Attitudes::without), 0U);  // "seemed to leave" is the reporter's
  EXPECT_EQ(count(Act::believe, false, false, Attitudes::without), 0U);
  EXPECT_EQ(count(Act::believe, false, false, Attitudes::with), 1U);
  EXPECT_EQ(count(Act::assert_, false, true, Attitudes::with), 0U);  // "did not say whether"
}

TEST(Claims, WhatIsShownOrThoughtInsideSpeechIsTheSpeakers) {
  for (const Act act : {Act::show, Act::believe}) {
    Attribution outer = said("The mayor", "", EntityKind::person, "said", "its enemy lost tanks", Act::assert_);
    Attribution inner = said("The video", "", EntityKind::document, "said", "its enemy lost tanks", act);
    inner.within = AttributionId{0};
    inner.content.front().span.begin += 1;  // the innermost
    const auto claims = make_claims(dispatch_of_test(), {}, {outer, inner}, {event("LOSS", "tanks")}, known_to_test());
    ASSERT_EQ(claims.size(), 1U);
    EXPECT_EQ(claims[0].attribution.source.text, "The mayor");
    ASSERT_EQ(claims[0].events.size(), 1U);
    EXPECT_EQ(claims[0].events[0].certainty, act == Act::show ? Certainty::certain : Certainty::probable);
  }
}

// act -> what becomes of the event in its content
TEST(Claims, WhatIsDeniedOrderedOrAheadIsNoSureEvent) {
  const auto event_of = [](Act act, Certainty certainty, Event held) {
    Attribution speech = said("The army", "", EntityKind::military, "said", "its enemy lost tanks", act);
    speech.certainty = certainty;
    const auto claims = make_claims(dispatch_of_test(), {}, {speech}, {held}, known_to_test());
    return claims.at(0).events.at(0);
  };
  const Event lost = event("LOSS", "tanks");
  EXPECT_EQ(event_of(Act::assert_, Certainty::certain, lost).polarity, Polarity::positive);
  EXPECT_EQ(event_of(Act::deny, Certainty::certain, lost).polarity, Polarity::negative);
  Event negative = lost;
  negative.polarity = Polarity::negative;
  EXPECT_EQ(event_of(Act::deny, Certainty::certain, negative).polarity, Polarity::positive) << "denied that none did";
  EXPECT_EQ(event_of(Act::reject, Certainty::certain, lost).certainty, Certainty::unknown);
  EXPECT_EQ(event_of(Act::order, Certainty::unknown, lost).certainty, Certainty::unknown);
  EXPECT_EQ(event_of(Act::promise, Certainty::certain, lost).certainty, Certainty::probable);
  Event ahead = lost;
  ahead.tense = Tense::future;
  EXPECT_EQ(event_of(Act::assert_, Certainty::certain, ahead).certainty, Certainty::probable);
}

TEST(Claims, RowsWithTheSameWordsShareTheirEvents) {
  const Attribution one = said("Moscow", "", EntityKind::government, "said", "its enemy lost tanks", Act::accuse);
  Attribution other = said("Someone", "", EntityKind::unnamed, "said", "its enemy lost tanks", Act::accuse);
  other.rule = "test-returned";
  const auto claims = make_claims(dispatch_of_test(), {}, {one, other}, {event("LOSS", "tanks")}, known_to_test());
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(claims[0].events, claims[1].events);
  EXPECT_EQ(claims[0].events.size(), 1U);
  EXPECT_NE(claims[0].id, claims[1].id);
}

TEST(Claims, ADenialDeniesTheReportWithinIt) {
  const Attribution denial = said("The army", "", EntityKind::military, "said", "its enemy lost tanks", Act::deny);
  Attribution report = said("enemy", "", EntityKind::unnamed, "lost", "tanks", Act::assert_);
  report.within = AttributionId{0};
  const auto claims = make_claims(dispatch_of_test(), {}, {denial, report}, {}, known_to_test());
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(claims[0].links, (std::vector<Link>{{claims[1].id, "denies", "nested"}}));
  EXPECT_EQ(claims[1].links, (std::vector<Link>{{claims[0].id, "within", "nested"}}));
}

TEST(Sides, TheEnemyIsTheOtherPartyOfTheSpeaker) {
  Event fight = event("ASSAULT", "lost");
  fight.actors = {participant("RUS")};
  fight.recipients = {participant("UKR")};
  const Sides sides({fight, fight});
  EXPECT_EQ(sides.opponent_of("RUS"), "UKR");
  EXPECT_EQ(sides.opponent_of("UKR"), "RUS");

  Source speaker;
  speaker.country = "RUS";
  speaker.kind = EntityKind::military;
  Event losses = event("LOSS", "lost");
  losses.recipients = {participant("", "its enemy")};
  sides.resolve(losses, speaker);
  EXPECT_EQ(losses.recipients[0].country, "UKR");
  EXPECT_EQ(losses.recipients[0].rule, "enemy-of-speaker");

  Event strike = event("ASSAULT", "lost");
  strike.recipients = {participant("UKR")};
  sides.resolve(strike, speaker);
  ASSERT_EQ(strike.actors.size(), 1U);
  EXPECT_EQ(strike.actors[0].country, "RUS");

  Event own_side_hit = event("ASSAULT", "lost");
  own_side_hit.recipients = {participant("RUS")};
  sides.resolve(own_side_hit, speaker);
  EXPECT_TRUE(own_side_hit.actors.empty()) << "who hit us is not said";
}

TEST(Sides, WhatIsNotClearStaysEmpty) {
  Event one = event("ASSAULT", "lost"), two = event("ASSAULT", "lost"), three = event("ASSAULT", "lost");
  one.actors = {participant("SYR")};
  two.actors = {participant("TUR")};
  three.actors = {participant("RUS")};
  const Sides sides({one, two, three});
  EXPECT_EQ(sides.opponent_of("SYR"), "") << "two that stand out alike";
  Event losses = event("LOSS", "lost");
  losses.recipients = {participant("", "its enemy")};
  Source speaker;
  speaker.country = "SYR";
  speaker.kind = EntityKind::government;
  sides.resolve(losses, speaker);
  EXPECT_EQ(losses.recipients[0].country, "");
  Source nobody;
  sides.resolve(losses, nobody);
  EXPECT_EQ(losses.recipients[0].country, "");
}

}  // namespace
}  // namespace sayso
