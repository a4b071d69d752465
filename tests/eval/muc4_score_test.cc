// Templates against a key, fill by fill and in whole messages. All invented.
#include "muc4_score.h"

#include <gtest/gtest.h>

#include "eval/muc4_blocks.h"
#include "muc4_assignment.h"

namespace sayso::eval {
namespace {

constexpr Grade wrong = Grade::incorrect, half = Grade::partial, right = Grade::correct;

struct Graded {
  Slot slot;
  const char *response, *key;
  Grade grade;
};

void check(const std::vector<Graded>& cases) {
  for (const Graded& one : cases)
    EXPECT_EQ(grade_value(one.slot, one.response, one.key), one.grade)
        << shape_of(one.slot).id << ": " << one.response << " against " << one.key;
}

TEST(Muc4Fill, GradesDates) {
  check({{Slot::date, "26 AUG 89", "26 AUG 89", right},
         {Slot::date, "6 AUG 89", "06 AUG 89", right},
         {Slot::date, "26 AUG 89", "25 AUG 89 - 26 AUG 89", half},
         {Slot::date, "26 AUG 89", "- 26 AUG 89", half},
         {Slot::date, "31 DEC 88", "- 26 AUG 89", half},
         {Slot::date, "27 AUG 89", "- 26 AUG 89", wrong},
         {Slot::date, "20 AUG 89 - 21 AUG 89", "- 26 AUG 89", half},
         {Slot::date, "20 AUG 89 - 27 AUG 89", "25 AUG 89 - 26 AUG 89", wrong},
         {Slot::date, "- 26 AUG 89", "-26 AUG 89", right},
         {Slot::date, "- 26 AUG 89", "25 AUG 89 - 26 AUG 89", half},
         {Slot::date, "- 26 AUG 89", "26 AUG 89", half},
         {Slot::date, "- 26 AUG 89", "25 AUG 89", wrong},
         {Slot::date, "- 25 AUG 89", "- 26 AUG 89", wrong},
         {Slot::date, "26 AUG", "26 AUG 89", wrong},
         {Slot::date, "11 NOV", "11 NOV", right}});
}

TEST(Muc4Fill, GradesLocations) {
  check({{Slot::location, "VARNIA: KESH (CITY)", "VARNIA: KESH (CITY)", right},
         {Slot::location, "VARNIA: KESH (TOWN)", "VARNIA: KESH (CITY)", right},
         {Slot::location, "VARNIA: KESH (REGION)", "VARNIA: KESH (CITY / REGION)", right},
         {Slot::location, "VARNIA: KESH (FARM)", "VARNIA: KESH (CITY / REGION)", half},
         {Slot::location, "VARNIA", "VARNIA: KESH (CITY)", half},
         {Slot::location, "VARNIA: DOVRAN (CITY)", "VARNIA", half},
         {Slot::location, "VARNIA: KESH (CITY)", "VARNIA: KESH (CITY) - DOVRAN (CITY)", half},
         {Slot::location, "ORLAND: KESH (CITY)", "VARNIA: KESH (CITY)", half},
         {Slot::location, "ORLAND", "VARNIA", wrong},
         {Slot::location, "ORLAND: DOVRAN (CITY)", "VARNIA: KESH (CITY)", wrong}});
}

TEST(Muc4Fill, GradesLists) {
  check({{Slot::type, "ATTACK", "BOMBING", half},
         {Slot::type, "BOMBING", "ATTACK", wrong},
         {Slot::stage, "ATTEMPTED", "ACCOMPLISHED", wrong},
         {Slot::instrument_type, "GUN", "RIFLE", half},
         {Slot::instrument_type, "EXPLOSIVE", "DYNAMITE", half},
         {Slot::instrument_type, "BOMB", "MINE", half},
         {Slot::instrument_type, "RIFLE", "GUN", wrong},
         {Slot::instrument_type, "GUN", "BOMB", wrong},
         {Slot::confidence, "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES", half},
         {Slot::confidence, "SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED", wrong},
         {Slot::target_type, "POLITICAL FIGURE OFFICE OR RESIDENCE", "GOVERNMENT OFFICE OR RESIDENCE", half},
         {Slot::target_effect, "DESTROYED", "SOME DAMAGE", half},
         {Slot::target_effect, "SOME DAMAGE", "DESTROYED", wrong},
         {Slot::human_type, "GOVERNMENT OFFICIAL", "FORMER GOVERNMENT OFFICIAL", half},
         {Slot::human_type, "ACTIVE MILITARY", "FORMER ACTIVE MILITARY", half},
         {Slot::human_type, "POLITICAL FIGURE", "GOVERNMENT OFFICIAL", half},
         {Slot::human_type, "GOVERNMENT OFFICIAL", "POLITICAL FIGURE", wrong},
         {Slot::human_effect, "NO DEATH", "NO INJURY OR DEATH", half},
         {Slot::human_effect, "NO INJURY OR DEATH", "NO DEATH", wrong},
         {Slot::human_nation, "VARNIA", "VARNIA", right}});
}

TEST(Muc4Fill, GradesNumbers) {
  check({{Slot::human_number, "7", "7", right},
         {Slot::human_number, "5-7", "5 - 7", right},
         {Slot::human_number, "7", "5 - 7", half},
         {Slot::human_number, "6", "5 - 7", wrong},
         {Slot::human_number, "7", "7-", half},
         {Slot::human_number, "7", "~7", half},
         {Slot::human_number, "~7", "7", wrong},
         {Slot::human_number, "PLURAL", "7", wrong}});
}

TEST(Muc4Fill, GradesStrings) {
  check({{Slot::human_description, "THE 3 PEASANTS", "PEASANTS", right},
         {Slot::human_description, "PEASANTS", "TWO COLOMBIAN PEASANTS", right},
         {Slot::human_description, "OLD PEASANTS WHO WERE WITNESSES", "PEASANTS", right},
         {Slot::human_description, "THE 3 PEASANTS, WHICH WAS A MISTAKE", "PEASANTS", half},
         {Slot::human_description, "5,000 PEASANTS", "PEASANTS", right},
         {Slot::human_description, "PEASANTS", "ARMED PEASANTS", half},
         {Slot::human_description, "BURNED PEASANTS", "ARMED PEASANTS", wrong},
         {Slot::human_description, "PEASANT LEADER", "PEASANT", wrong},
         {Slot::human_description, "MAYOR", "MAYOR OF KESH", half},
         {Slot::human_description, "HOUSE OF THE MAYOR", "MAYOR", wrong},
         {Slot::human_description, "JUDGES", "PEASANTS", wrong},
         {Slot::human_description, "THE 3", "THE 3", right},
         {Slot::human_description, "THE", "PEASANTS", wrong},
         {Slot::human_description, "", "PEASANTS", wrong},
         {Slot::target_id, "\"KESH\" MILL", "KESH MILL", right},
         {Slot::target_id, "THE U.S. MILL", "MILL", right},
         {Slot::human_name, "ORLEN", "MAREK ORLEN", half},
         {Slot::human_name, "MAREK", "MAREK ORLEN", half},
         {Slot::human_name, "MAYOR MAREK ORLEN", "MAREK ORLEN", right},
         {Slot::human_name, "MAREK ORLEN DOVRAN", "MAREK ORLEN", wrong},
         {Slot::human_name, "MIRA ORLEN", "MAREK ORLEN", wrong},
         {Slot::perp_organization, "ARMY OF THE NORTH (AN)", "ARMY OF THE NORTH", right},
         {Slot::perp_organization, "ARMY OF THE NORTH", "ARMY", wrong},
         {Slot::perp_organization, "BRIGADE", "6TH INFANTRY BRIGADE", half},
         {Slot::perp_organization, "NORTH", "ARMY OF THE NORTH", half},
         {Slot::perp_organization, "COLOMBIAN ARMY", "ARMY", right},
         {Slot::perp_organization, "KESH FRONT, WHICH CLAIMED IT", "KESH FRONT", half},
         {Slot::perp_organization, "KESH FRONT, KF", "KESH FRONT [KF], KF", right}});
}

TEST(Muc4Assignment, HasTheLargestSum) {
  using Weights = std::vector<std::vector<std::int64_t>>;
  const auto chosen = [](const Weights& weights) { return assign(weights); };
  using Columns = std::vector<std::size_t>;
  EXPECT_EQ(chosen({{3, 2}, {3, 0}}), (Columns{1, 0}));
  EXPECT_EQ(chosen({{1, 2, 3}}), (Columns{2}));
  EXPECT_EQ(chosen({{1}, {2}, {3}}), (Columns{unpaired, unpaired, 0}));
  EXPECT_EQ(chosen({{0, 0}, {0, 1}}), (Columns{unpaired, 1}));
  EXPECT_EQ(chosen({{5, 5}, {5, 5}}), (Columns{0, 1}));
  EXPECT_EQ(chosen({}), Columns{});
  EXPECT_EQ(chosen({{}, {}}), (Columns{unpaired, unpaired}));
}

// One slot, or a slot and the one its tags refer to.
struct Lines {
  std::vector<std::string> response, key;
};

std::string tally_of(const Tally& tally) {
  std::string out;
  const auto put = [&](const char* name, std::uint64_t count) {
    if (count > 0) out += (out.empty() ? "" : " ") + std::string(name) + std::to_string(count);
  };
  put("cor", tally.correct), put("par", tally.partial), put("inc", tally.incorrect);
  put("spu", tally.spurious), put("mis", tally.missing), put("non", tally.noncommittal);
  return out;
}

KeyMessage message_of(const std::string& text) {
  const auto key = parse_key(text, "key-kesh");
  EXPECT_TRUE(key) << key.error().where << ": " << key.error().message;
  return key && !key->empty() ? key->front() : KeyMessage{};
}

std::string tally(Slot slot, const std::map<Slot, Lines>& slots) {
  std::map<Slot, std::vector<std::string>> ours, theirs;
  for (const auto& [at, lines] : slots) ours[at] = lines.response, theirs[at] = lines.key;
  const auto responses = as_responses({message_of(block("A-MUC3-1", "1", ours))});
  const KeyMessage key = message_of(block("A-MUC3-1", "1", theirs));
  return tally_of(score_pair(responses.at(0), key.templates.at(0))[slot].tally);
}

std::string tally(Slot slot, const std::vector<std::string>& response, const std::vector<std::string>& key) {
  return tally(slot, {{slot, {response, key}}});
}

TEST(Muc4Slot, PairsFillsAndCountsWhatIsLeft) {
  const Slot id = Slot::target_id;
  EXPECT_EQ(tally(id, {"-"}, {"-"}), "non1");
  EXPECT_EQ(tally(id, {"*"}, {"-"}), "non1");
  EXPECT_EQ(tally(id, {"\"MILL\""}, {"-"}), "spu1");
  EXPECT_EQ(tally(id, {"-"}, {"\"MILL\"", "? \"BRIDGE\""}), "mis1 non1");
  EXPECT_EQ(tally(id, {"\"MILL\"", "\"BRIDGE\""}, {"\"BRIDGE\"", "\"OLD MILL\" / \"MILL\""}), "cor2");
  EXPECT_EQ(tally(id, {"\"MILL\""}, {"\"BRIDGE\"", "\"ROAD\""}), "inc1 mis1");
  EXPECT_EQ(tally(id, {"\"MILL\"", "\"BARN\""}, {"\"BRIDGE\""}), "inc1 spu1");
  EXPECT_EQ(tally(id, {"\"MILL\""}, {"? \"BRIDGE\""}), "inc1") << "optional fills are paired, too";
  EXPECT_EQ(tally(id, {"\"MILL\""}, {"? \"BRIDGE\"", "\"ROAD\""}), "inc1 non1") << "after the required ones";
  EXPECT_EQ(tally(id, {"\"MILL\""}, {"? \"MILL\"", "\"MILL\""}), "cor1 non1") << "of equals the required one";
  EXPECT_EQ(tally(id, {"\"MILL\"", "\"OLD MILL\""}, {"\"OLD STONE MILL\"", "\"BIG MILL\""}), "par2")
      << "MILL is part of either: the pairing that gives most";
}

TEST(Muc4Slot, HoldsFillsToTheirTags) {
  const Slot type = Slot::human_type, name = Slot::human_name;
  const Lines two{{"\"ORLEN\"", "\"MIRA\""}, {"\"MAREK ORLEN\"", "\"MIRA DOVRAN\""}};
  EXPECT_EQ(tally(type, {"CIVILIAN: \"ORLEN\""}, {"CIVILIAN: \"ORLEN\""}), "cor1");
  EXPECT_EQ(tally(type, {"CIVILIAN: \"ORLEN\""}, {"CIVILIAN: \"MIRA\""}), "par1") << "the right value, the wrong tag";
  EXPECT_EQ(tally(type, {"CIVILIAN"}, {"CIVILIAN: \"MIRA\""}), "par1");
  EXPECT_EQ(tally(type, {"CIVILIAN: \"-\""}, {"CIVILIAN: \"-\""}), "cor1");
  EXPECT_EQ(tally(type, {"DIPLOMAT: \"ORLEN\""}, {"CIVILIAN: \"ORLEN\""}), "inc1");
  EXPECT_EQ(tally(type, {{name, two}, {type, {{"CIVILIAN: \"ORLEN\""}, {"CIVILIAN: \"MAREK ORLEN\""}}}}), "cor1")
      << "what the tags refer to was paired, if only partly";
  EXPECT_EQ(tally(type, {{name, two},
                         {type,
                          {{"CIVILIAN: \"ORLEN\"", "DIPLOMAT: \"MIRA\""},
                           {"DIPLOMAT: \"MAREK ORLEN\"", "CIVILIAN: \"MIRA DOVRAN\""}}}}),
            "inc2")
      << "only fills of the same tag count where there are some";
  EXPECT_EQ(tally(Slot::human_effect, {"NO DEATH: \"BOYS\""}, {"NO INJURY OR DEATH: \"MEN\""}), "par1")
      << "half is half with any tag";
  EXPECT_EQ(tally(Slot::target_number, {"7: \"THINGS\""}, {"7: \"POLES\""}), "par1");
  EXPECT_EQ(tally(Slot::target_number, {"7: \"THINGS\""}, {"~7: \"POLES\""}), "par1");
}

TEST(Muc4Slot, ADescriptionIsRightOnlyWithItsName) {
  const Slot title = Slot::human_description, name = Slot::human_name;
  const auto with = [&](const char* answered) {
    return tally(title, {{name, {{std::string("\"") + answered + "\""}, {"\"MAREK ORLEN\""}}},
                         {title, {{std::string("\"MAYOR\": \"") + answered + "\""}, {"\"MAYOR\": \"MAREK ORLEN\""}}}});
  };
  EXPECT_EQ(with("MAREK ORLEN"), "cor1");
  EXPECT_EQ(with("MAYOR MAREK ORLEN"), "cor1");
  EXPECT_EQ(with("ORLEN"), "par1");
  EXPECT_EQ(with("MIRA"), "par1");
  EXPECT_EQ(tally(title, {"\"MAYOR\""}, {"\"MAYOR\": \"MAREK ORLEN\""}), "par1");
  EXPECT_EQ(tally(title, {"\"MAYOR\""}, {"\"MAYOR\": \"MAREK ORLEN\"", "\"MAYOR\""}), "cor1 mis1");
  EXPECT_EQ(tally(title, {"\"JUDGE\": \"MAREK ORLEN\""}, {"\"MAYOR\": \"MAREK ORLEN\""}), "inc1");
}

using Fills = std::map<Slot, std::vector<std::string>>;

MessageScore scored(const std::vector<std::string>& ours, const std::vector<std::string>& theirs) {
  std::string response, key = block("A-MUC3-1", "*", {});
  for (const std::string& one : ours) response += one;
  for (const std::string& one : theirs) key += one;
  return score_message(message_of(key),
                       response.empty() ? std::vector<ResponseTemplate>{} : as_responses({message_of(response)}));
}

std::string incident(const Fills& fills, const std::string& number = "1") { return block("A-MUC3-1", number, fills); }

// "1=2" for response 1 and key 2, then what is left.
std::string mapping(const MessageScore& score) {
  std::string out;
  for (const TemplatePair& pair : score.pairs)
    out += std::to_string(pair.response + 1) + "=" + std::to_string(pair.key + 1) + " ";
  for (const std::size_t key : score.missing) out += "-" + std::to_string(key + 1) + " ";
  for (const std::size_t response : score.spurious) out += "+" + std::to_string(response + 1) + " ";
  return out;
}

TEST(Muc4Mapping, NeedsTheTypeAndAParty) {
  const Fills bomb{{Slot::type, {"BOMBING"}}, {Slot::target_id, {"\"MILL\""}}};
  const Fills fire{{Slot::type, {"ARSON"}}, {Slot::target_id, {"\"MILL\""}}};
  const Fills attack{{Slot::type, {"ATTACK"}}, {Slot::target_id, {"\"MILL\""}}};
  const Fills other{{Slot::type, {"BOMBING"}}, {Slot::target_id, {"\"ROAD\""}}, {Slot::location, {"VARNIA"}}};
  EXPECT_EQ(mapping(scored({incident(bomb)}, {incident(bomb)})), "1=1 ");
  EXPECT_EQ(mapping(scored({incident(attack)}, {incident(bomb)})), "1=1 ") << "half the type will do";
  EXPECT_EQ(mapping(scored({incident(fire)}, {incident(bomb)})), "-1 +1 ");
  EXPECT_EQ(mapping(scored({incident(other)}, {incident(bomb)})), "-1 +1 ") << "no target of the key";
  EXPECT_EQ(mapping(scored({incident(other)}, {incident({{Slot::type, {"BOMBING"}}})})), "1=1 ")
      << "the key wants no party";
  EXPECT_EQ(mapping(scored({incident({{Slot::type, {"BOMBING"}}})}, {incident(bomb)})), "-1 +1 ");
  EXPECT_EQ(mapping(scored({incident({{Slot::type, {"BOMBING"}}, {Slot::human_type, {"CIVILIAN: \"BOY\""}}})},
                           {incident({{Slot::type, {"BOMBING"}}, {Slot::human_type, {"CIVILIAN: \"MAN\""}}})})),
            "1=1 ")
      << "half a type of human target will do";
}

TEST(Muc4Mapping, HasMostPointsInAll) {
  const auto at = [](const char* mill, const char* place) {
    return incident({{Slot::type, {"BOMBING"}},
                     {Slot::target_id, {mill}},
                     {Slot::target_type, {std::string("OTHER: ") + mill}},
                     {Slot::location, {place}}});
  };
  const std::string one = at("\"MILL\"", "VARNIA"), two = at("\"MILL\"", "VARNIA: KESH (CITY)");
  EXPECT_EQ(mapping(scored({two, one}, {one, two})), "1=2 2=1 ");
  EXPECT_EQ(mapping(scored({two}, {one, two})), "1=2 -1 ");
  EXPECT_EQ(mapping(scored({one, two, one}, {one, two})), "1=1 2=2 +3 ");
}

TEST(Muc4Mapping, OptionalTemplatesMayBeMissed) {
  const Fills bomb{{Slot::type, {"BOMBING"}}, {Slot::target_id, {"\"MILL\""}}};
  EXPECT_EQ(mapping(scored({}, {incident(bomb, "1 (OPTIONAL)")})), "");
  EXPECT_EQ(mapping(scored({incident(bomb)}, {incident(bomb, "1 (OPTIONAL)"), incident(bomb, "2")})), "1=2 ")
      << "of equals the required one";
  EXPECT_EQ(mapping(scored({incident(bomb)}, {incident(bomb, "1 (OPTIONAL)")})), "1=1 ");
}

TEST(Muc4Scores, FilterTexts) {
  const Fills bomb{{Slot::type, {"BOMBING"}}, {Slot::target_id, {"\"MILL\""}}};
  const Fills fire{{Slot::type, {"ARSON"}}, {Slot::target_id, {"\"ROAD\""}}};
  const auto filtered = [](const MessageScore& message) {
    Muc4Scores scores;
    add(scores, message);
    return tally_of(scores.row(Row::text_filtering)) + ", " + tally_of(scores.slot(Slot::number));
  };
  EXPECT_EQ(filtered(scored({}, {})), "non1, non1");
  EXPECT_EQ(filtered(scored({incident(fire)}, {})), "spu1, spu1");
  EXPECT_EQ(filtered(scored({}, {incident(bomb)})), "mis1, mis1");
  EXPECT_EQ(filtered(scored({incident(fire)}, {incident(bomb)})), "cor1, spu1 mis1");
  EXPECT_EQ(filtered(scored({}, {incident(bomb, "1 (OPTIONAL)")})), "non1, non1");
  EXPECT_EQ(filtered(scored({incident(bomb)}, {incident(bomb, "1 (OPTIONAL)")})), "cor1, cor1");
  EXPECT_EQ(filtered(scored({incident(fire)}, {incident(bomb, "1 (OPTIONAL)")})), "spu1, spu1");
}

TEST(Muc4Scores, AddUpInRows) {
  Muc4Scores scores;
  // One mapped: type half right, target right, its type missing, a name made up.
  add(scores,
      scored({incident({{Slot::type, {"ATTACK"}}, {Slot::target_id, {"\"MILL\""}}, {Slot::human_name, {"\"ORLEN\""}}})},
             {incident({{Slot::type, {"BOMBING"}},
                        {Slot::target_id, {"\"MILL\""}},
                        {Slot::target_type, {"OTHER: \"MILL\""}}})}));
  // One missed with three fills that must be there, and one made up with two.
  add(scores, scored({incident({{Slot::type, {"ARSON"}}, {Slot::target_id, {"\"ROAD\""}}})},
                     {incident({{Slot::type, {"KIDNAPPING"}},
                                {Slot::human_name, {"\"MIRA\"", "? \"IRIS\""}},
                                {Slot::human_type, {"CIVILIAN: \"MIRA\""}}})}));
  EXPECT_EQ(scores.messages, 2U);
  EXPECT_EQ(tally_of(scores.slot(Slot::number)), "cor1 spu1 mis1");
  EXPECT_EQ(tally_of(scores.row(Row::matched_only)), "cor1 par1 spu1 mis1 non19");
  EXPECT_EQ(tally_of(scores.row(Row::matched_missing)), "cor1 par1 spu1 mis4 non40");
  EXPECT_EQ(tally_of(scores.row(Row::matched_spurious)), "cor1 par1 spu3 mis1 non40");
  EXPECT_EQ(tally_of(scores.row(Row::all_templates)), "cor1 par1 spu3 mis4 non61");
  EXPECT_EQ(tally_of(scores.slot(Slot::type)), "par1 spu1 mis1");
  EXPECT_EQ(tally_of(scores.slot(Slot::human_name)), "spu1 mis1 non2");
  EXPECT_EQ(tally_of(scores.row(Row::string_fills)), "cor1 spu2 mis1 non15");
  EXPECT_EQ(tally_of(scores.row(Row::set_fills)), "par1 spu1 mis3 non28");
  const Tally all = scores.row(Row::all_templates);
  EXPECT_EQ(all.possible(), 6U);
  EXPECT_EQ(all.actual(), 5U);
  EXPECT_DOUBLE_EQ(all.recall(), 1.5 / 6);
  EXPECT_DOUBLE_EQ(all.precision(), 1.5 / 5);
  EXPECT_DOUBLE_EQ(all.overgeneration(), 3.0 / 5);
  EXPECT_DOUBLE_EQ(all.f(), 2 * 0.25 * 0.3 / 0.55);
  EXPECT_DOUBLE_EQ(all.f(0.5), 1.25 * 0.25 * 0.3 / (0.25 * 0.3 + 0.25));
  EXPECT_DOUBLE_EQ(Tally{}.f(), 0);
}

}  // namespace
}  // namespace sayso::eval
