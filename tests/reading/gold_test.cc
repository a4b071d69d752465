// The page sayso began from, claim by claim: a floor that later work may only raise.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "sayso/reading.h"

namespace sayso {
namespace {

TEST(GoldPage, EveryClaimIsWhollyRight) {
#ifndef SAYSO_EVAL_PROGRAM
  GTEST_SKIP() << "built without evaluators";
#else
  const std::string gold = SAYSO_SHARED_DIR "/gold/seed-dispatch.gold.jsonl",
                    page = SAYSO_SHARED_DIR "/gold/seed-dispatch.txt";
  if (!std::filesystem::exists(gold)) GTEST_SKIP() << "no gold page at " SAYSO_SHARED_DIR;
  FILE* program = popen((std::string(SAYSO_EVAL_PROGRAM) + " gold --json '" + gold + "' '" + page + "'").c_str(), "r");
  ASSERT_NE(program, nullptr);
  std::string out;
  std::array<char, 4096> block{};
  while (const std::size_t got = fread(block.data(), 1, block.size(), program)) out.append(block.data(), got);
  ASSERT_EQ(pclose(program), 0);
  const auto result = nlohmann::json::parse(out);
  EXPECT_EQ(result["claims"], 13);
  EXPECT_EQ(result["claims_right"], 13) << out;
  EXPECT_LE(result["claims_beyond"], 4) << out;
#endif
}

// Nothing is there for that page's words alone: an invented dispatch of the same shapes, other names, reads the same
// way.
TEST(Reader, ReadsADispatchOfInventedPeopleAlike) {
  auto reader = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
  ASSERT_TRUE(reader) << reader.error().message;
  const std::string text =
      "# Army Reports Clashes in Sudan\n\nMarch 4, 2024\n\n"
      "The Sudanese army said Sunday it shelled positions of the Rapid Support Forces in Omdurman.\n\n"
      "\"Our forces killed up to 40 militants and destroyed at least six vehicles,\" army spokesman Nabil Abdallah "
      "said in a statement.\n\n"
      "The Rapid Support Forces denied the report.\n";
  ReadOptions options;
  options.path = "sudan.md";
  auto reading = reader->read(text, options);
  ASSERT_TRUE(reading) << reading.error().message;
  std::string printed;
  for (const Claim& claim : reading->claims) {
    const Attribution& said = claim.attribution;
    if (!said.cue) continue;
    printed +=
        std::string(name_of(said.act)) + " " + std::string(name_of(said.quote)) + " by " + said.source.text + ":";
    for (const Event& event : claim.events) printed += " " + event.type;
    printed += "\n";
  }
  EXPECT_EQ(printed,
            "assert indirect by The Sudanese army: ASSAULT\n"
            "assert direct by army spokesman Nabil Abdallah: LOSS LOSS\n"
            "deny indirect by The Rapid Support Forces:\n");
}

TEST(Reader, BadKnowledgeNamesItsFile) {
  const auto no_data = Reader::open("/nowhere", SAYSO_SOURCE_DIR "/models/english.sayso");
  ASSERT_FALSE(no_data);
  EXPECT_EQ(no_data.error().code, ErrorCode::unreadable);
  EXPECT_NE(no_data.error().where.find("/nowhere"), std::string::npos);
  const auto no_model = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/README.md");
  ASSERT_FALSE(no_model);
  EXPECT_EQ(no_model.error().code, ErrorCode::bad_model);
}

// A first sentence that is all speaker has no words before them to look at.
TEST(Reader, ReadsADispatchThatBeginsWithNothingButASpeaker) {
  auto reader = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
  ASSERT_TRUE(reader) << reader.error().message;
  for (const char* text : {"The Varnian army command said.", "President Ivan Orlen said Monday.",
                           "The old army command of Varnia said. It gave no date."}) {
    auto reading = reader->read(text, {});
    ASSERT_TRUE(reading) << reading.error().message;
    for (const Attribution& said : reading->attributions) EXPECT_NE(said.rule, "said-tail") << text;
  }
}

}  // namespace
}  // namespace sayso
