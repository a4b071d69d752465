// Files of templates and of messages, all invented.
#include "muc4_key.h"

#include <gtest/gtest.h>

#include "eval/muc4_blocks.h"
#include "muc4_text.h"

namespace sayso::eval {
namespace {

std::vector<KeyMessage> parsed(const std::string& text) {
  const auto key = parse_key(text, "key-kesh");
  EXPECT_TRUE(key) << key.error().where << ": " << key.error().message;
  return key ? *key : std::vector<KeyMessage>{};
}

std::string fault(const std::string& text) {
  const auto key = parse_key(text, "key-kesh");
  return key ? "" : key.error().where + ": " + key.error().message;
}

// The fills of a slot of the only template, each as it would be written; "!" if there is not one template.
std::string fills(Slot slot, const std::vector<std::string>& lines) {
  const auto key = parsed(block("DEV-MUC3-9001", "1", {{slot, lines}}));
  if (key.size() != 1 || key[0].templates.size() != 1) return "!";
  std::string out;
  for (const KeyFill& fill : key[0].templates[0].slots[slot]) out += "[" + written(slot, fill) + "]";
  return out;
}

TEST(Muc4Key, ReadsFillsInTheirForms) {
  using Lines = std::vector<std::string>;
  struct Case {
    Slot slot;
    Lines lines;
    const char* read;
  };
  const std::vector<Case> cases{
      {Slot::date, {"- 04 FEB 90"}, "[- 04 FEB 90]"},
      {Slot::date, {"(- 04 FEB 90) / (01 FEB 90 - 04 FEB 90)"}, "[- 04 FEB 90 / 01 FEB 90 - 04 FEB 90]"},
      {Slot::location, {"VARNIA: DOVRAN (REGION): KESH (CITY)"}, "[VARNIA: DOVRAN (REGION): KESH (CITY)]"},
      {Slot::location, {"VARNIA: KESH (CITY / REGION)"}, "[VARNIA: KESH (CITY / REGION)]"},
      {Slot::location, {"(VARNIA: KESH (CITY)) / (VARNIA)"}, "[VARNIA: KESH (CITY) / VARNIA]"},
      {Slot::type, {"Bombing"}, "[BOMBING]"},
      {Slot::target_id, {"\"MILL\"", "\"OLD  BRIDGE\"/\"BRIDGE\""}, "[\"MILL\"][\"OLD BRIDGE\" / \"BRIDGE\"]"},
      {Slot::target_id, {"\"\\\"KESH\\\" MILL\" / \"MILL\""}, "[\"\\\"KESH\\\" MILL\" / \"MILL\"]"},
      {Slot::perp_individual, {"? \"MEN\" / \"GROUP: OF / MEN\""}, "[? \"MEN\" / \"GROUP: OF / MEN\"]"},
      {Slot::perp_individual, {"?(\"MEN\" / \"BOYS\")"}, "[? \"MEN\" / \"BOYS\"]"},
      {Slot::perp_individual, {"\"MEN\" / -"}, "[? \"MEN\"]"},
      {Slot::perp_individual, {"\"MEN\" /", "\"BOYS\""}, "[\"MEN\" / \"BOYS\"]"},
      {Slot::perp_individual, {"\"MEN\"", "/ \"BOYS\""}, "[\"MEN\" / \"BOYS\"]"},
      {Slot::confidence,
       {"REPORTED AS FACT / POSSIBLE: \"KESH FRONT\" / \"KF\""},
       "[REPORTED AS FACT / POSSIBLE: \"KESH FRONT\" / \"KF\"]"},
      {Slot::confidence, {"(POSSIBLE / ACQUITTED) : \"KF\""}, "[POSSIBLE / ACQUITTED: \"KF\"]"},
      {Slot::human_description,
       {"\"MAYOR\" / \"MR.\": \"MAREK ORLEN\"", "-: \"MIRA\""},
       "[\"MAYOR\" / \"MR.\": \"MAREK ORLEN\"]"},
      {Slot::human_effect, {"NO INJURY: \"-\""}, "[NO INJURY: \"-\"]"},
      {Slot::human_number, {"~7: \"MEN\"", "5 - 7: \"BOYS\""}, "[~7: \"MEN\"][5 - 7: \"BOYS\"]"},
      {Slot::human_total, {"12: \"MEN\""}, "[12]"},
      {Slot::target_id, {"*"}, ""},
      {Slot::target_id, {"-"}, ""},
      // Slips of the hand.
      {Slot::instrument_id, {"\"ROCKETS\"", "MORTARS\""}, "[\"ROCKETS\"][\"MORTARS\"]"},
      {Slot::perp_individual, {"TERRORISTS"}, "[\"TERRORISTS\"]"},
      {Slot::target_type, {"OTHER: \"\"MILL\""}, "[OTHER: \"MILL\"]"},
      {Slot::target_id, {"\"\"MILL\"\""}, "[\"MILL\"]"},
      {Slot::target_id, {"\"THE \"KESH\" MILL\""}, "[\"THE \\\"KESH\\\" MILL\"]"},
      {Slot::target_id, {"\"THE MILL"}, "[\"THE MILL\"]"},
      {Slot::target_id, {"\""}, ""},
      {Slot::target_id, {"/"}, ""},
      {Slot::target_id, {"((((((\"MILL\"))))))"}, "[\"((\\\"MILL\\\"))\"]"},
  };
  for (const Case& one : cases) EXPECT_EQ(fills(one.slot, one.lines), one.read) << one.lines.front();
}

TEST(Muc4Key, TellsMessagesAndTheirTemplates) {
  const auto key = parsed("; a comment\n" + block("DEV-MUC3-9001 (KESH)", "1", {}) + ";; of another\n" +
                          block("DEV-MUC3-9002", "*", {{Slot::type, {"*"}}}) +
                          block("DEV-MUC3-9001 (KESH)", "3 (OPTIONAL)", {{Slot::type, {"ARSON"}}}));
  ASSERT_EQ(key.size(), 2U);
  EXPECT_EQ(key[0].id, "DEV-MUC3-9001");
  ASSERT_EQ(key[0].templates.size(), 2U);
  EXPECT_EQ(key[0].templates[0].number, "1");
  EXPECT_FALSE(key[0].templates[0].optional);
  EXPECT_EQ(key[0].templates[1].number, "3");
  EXPECT_TRUE(key[0].templates[1].optional);
  EXPECT_EQ(key[1].id, "DEV-MUC3-9002");
  EXPECT_TRUE(key[1].templates.empty()) << "irrelevant";
  EXPECT_TRUE(parsed("").empty());
  EXPECT_TRUE(parsed("\r\n; nothing\r\n").empty());
}

TEST(Muc4Key, IsReadWithCarriageReturnsTabsAndIndentation) {
  std::string text = block("DEV-MUC3-9001", "1", {{Slot::perp_individual, {"\"MEN\"", "\"BOYS\""}}});
  std::string other;
  for (const char letter : text) other += letter == '\n' ? std::string(" \t\r\n") : std::string(1, letter);
  const auto key = parsed("   " + other);
  ASSERT_EQ(key.size(), 1U);
  EXPECT_EQ(key[0].templates.at(0).slots[Slot::perp_individual].size(), 2U);
}

TEST(Muc4Key, NamesTheLineThatIsWrong) {
  EXPECT_EQ(fault("\n4.  INCIDENT: TYPE   ARSON\n"), "key-kesh:2: slot 4 before any MESSAGE: ID");
  EXPECT_EQ(fault("Kesh\n"), "key-kesh:1: stands before any MESSAGE: ID");
  const std::string head = "0.  MESSAGE: ID     A-MUC3-1\n1.  MESSAGE: TEMPLATE  1\n";
  EXPECT_EQ(fault(head + "Kesh\n"), "key-kesh:3: no slot, and not indented as a further fill of one");
  EXPECT_EQ(fault(head + "5.  INCIDENT: TYPE   ARSON\n"),
            "key-kesh:3: no slot, and not indented as a further fill of one")
      << "the number of another slot";
  EXPECT_EQ(fault(head + "99.  INCIDENT: TYPE   ARSON\n"),
            "key-kesh:3: no slot, and not indented as a further fill of one");
  EXPECT_EQ(fault(head + "4.  INCIDENT: TYPE   ARSON\n4.  INCIDENT: TYPE   ARSON\n"),
            "key-kesh:4: slot 4 twice in a template");
  EXPECT_EQ(fault("0.  MESSAGE: ID\n"), "key-kesh:1: a message without a name");
  EXPECT_EQ(fault("0.  MESSAGE: ID     A-MUC3-1\n       2\n"),
            "key-kesh:2: no slot, and not indented as a further fill of one");
  EXPECT_EQ(read_key("/none/key").error().code, ErrorCode::unreadable);
}

TEST(Muc4Key, IsWrittenAsItIsRead) {
  const auto first = as_responses(parsed(block("DEV-MUC3-9001", "1",
                                               {{Slot::type, {"BOMBING / ATTACK"}},
                                                {Slot::target_id, {"? \"\\\"KESH\\\" MILL\" / \"MILL\"", "\"BRIDGE\""}},
                                                {Slot::target_effect, {"DESTROYED: \"BRIDGE\""}}})));
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first[0].slots[Slot::type], (std::vector<Fill>{{"BOMBING", ""}})) << "of alternatives the first";
  const std::string text = written(first[0], 1);
  EXPECT_NE(text.find("12. PHYS TGT: ID                    \"\\\"KESH\\\" MILL\"\n"
                      "                                    \"BRIDGE\"\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("16. PHYS TGT: EFFECT OF INCIDENT    DESTROYED: \"BRIDGE\"\n"), std::string::npos) << text;
  const auto again = as_responses(parsed(text));
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].message, "DEV-MUC3-9001");
  EXPECT_EQ(again[0].slots.values, first[0].slots.values);
}

TEST(Muc4Text, IsCutAtTheLinesOfNames) {
  const auto messages = split_messages(
      "Of 1990.\nDEV-MUC3-9001 (LANG SYS INC)\n\n   KESH, 3 JAN 90 -- [TEXT] AS IN DEV-MUC3-9002.\r\n"
      "DEV-MUC3-9003 SAYS SO\nTST2-MUC4-9004\nLAST");
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_EQ(messages[0].id, "DEV-MUC3-9001");
  EXPECT_EQ(messages[0].text, "\n   KESH, 3 JAN 90 -- [TEXT] AS IN DEV-MUC3-9002.\r\nDEV-MUC3-9003 SAYS SO\n");
  EXPECT_EQ(messages[1].id, "TST2-MUC4-9004");
  EXPECT_EQ(messages[1].text, "LAST");
  EXPECT_TRUE(split_messages("").empty());
  EXPECT_TRUE(split_messages("No messages.\n-MUC3-1\nA-MUC-1\nA-MUC3-\n").empty());
}

}  // namespace
}  // namespace sayso::eval
