// Words of the command line in, queries out.
#include "cli/query_options.h"

#include <gtest/gtest.h>

namespace sayso::cli {
namespace {

const KnowledgePaths knowledge{.data = std::string(SAYSO_SOURCE_DIR) + "/data", .model = ""};

std::string days_text(std::string_view text) {
  const auto days = days_of(text);
  return days ? iso(days->first) + " " + iso(days->last) : "";
}

TEST(QueryOptions, DaysMonthsYears) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"2022-09-12", "2022-09-12 2022-09-12"},
      {"2022-09", "2022-09-01 2022-09-30"},
      {"2024-02", "2024-02-01 2024-02-29"},
      {"2022", "2022-01-01 2022-12-31"},
      {"2022-13", ""},
      {"2022-02-30", ""},
      {"12/9/2022", ""},
      {"", ""},
      {"2022-9", ""},
      {"2022-09-12x", ""},
      {"abcd", ""},
  };
  for (const auto& [text, wanted] : cases) EXPECT_EQ(days_text(text), wanted) << text;
}

TEST(QueryOptions, Boxes) {
  EXPECT_EQ(box_of("49,36,50.5,38"), (Box{49, 36, 50.5, 38}));
  EXPECT_EQ(box_of("-10, 170, 10, -170"), (Box{-10, 170, 10, -170}));
  for (const std::string_view bad : {"", "1,2,3", "1,2,3,4,5", "50,36,49,38", "a,b,c,d", "49,36,91,38", "49,36,50,181",
                                     "nan,0,1,1", "49,36,50,38 N"}) {
    EXPECT_FALSE(box_of(bad)) << bad;
  }
}

TEST(QueryOptions, SidesByAnyName) {
  for (const std::string_view name :
       {"RUS", "ru", "Russia", "russia", "Russian", "russians", "Moscow", "Russian Federation"}) {
    QueryWords words;
    words.side = name;
    auto query = query_of(words, knowledge);
    ASSERT_TRUE(query) << name;
    EXPECT_EQ(query->side, "RUS") << name;
  }
  QueryWords words;
  words.side = "Rusia";
  auto query = query_of(words, knowledge);
  ASSERT_FALSE(query);
  EXPECT_EQ(query.error().code, ErrorCode::wrong_use);
  EXPECT_NE(query.error().message.find("did you mean `russia`?"), std::string::npos) << query.error().message;
}

TEST(QueryOptions, EverythingTogether) {
  QueryWords words;
  words.who = "Marchuk";
  words.what = "control/gain";
  words.act = "deny";
  words.since = "2022-09";
  words.until = "2022-09";
  words.happened_on = "2022";
  words.all_revisions = true;
  words.limit = 7;
  auto query = query_of(words, knowledge);
  ASSERT_TRUE(query);
  const Query wanted{.who = "Marchuk",
                     .what = "CONTROL/gain",
                     .act = "deny",
                     .said_since = day_of_iso("2022-09-01"),
                     .said_until = day_of_iso("2022-09-30"),
                     .happened_since = day_of_iso("2022-01-01"),
                     .happened_until = day_of_iso("2022-12-31"),
                     .latest_only = false,
                     .limit = 7};
  EXPECT_EQ(*query, wanted);
}

TEST(QueryOptions, RefusesWhatMakesNoSense) {
  const auto fault = [](auto set) {
    QueryWords words;
    set(words);
    auto query = query_of(words, knowledge);
    return query ? std::string("fine") : query.error().where + ": " + query.error().message;
  };
  EXPECT_EQ(fault([](QueryWords& w) { w.since = "soon"; }),
            "--since: `soon` is no day; write 2022-09-12, 2022-09 or 2022");
  EXPECT_EQ(fault([](QueryWords& w) { w.happened_until = "1"; }),
            "--happened-until: `1` is no day; write 2022-09-12, 2022-09 or 2022");
  EXPECT_EQ(fault([](QueryWords& w) { w.since = "2023", w.until = "2022"; }), "--since: is after --until");
  EXPECT_EQ(fault([](QueryWords& w) { w.act = "denny"; }).substr(0, 45),
            "--act: `denny` is no act; did you mean `deny`");
  EXPECT_EQ(fault([](QueryWords& w) { w.box = "1,2"; }).substr(0, 20), "--box: `1,2` is no b");
  EXPECT_EQ(fault([](QueryWords& w) { w.what = "asault"; }).substr(0, 63),
            "--what: `ASAULT` is no type of event; did you mean `ASSAULT`? (");
  EXPECT_EQ(
      fault([](QueryWords& w) { w.what = "control/gian"; }).find("did you mean `CONTROL/gain`") != std::string::npos,
      true);
  EXPECT_EQ(fault([](QueryWords&) {}), "fine");
}

}  // namespace
}  // namespace sayso::cli
