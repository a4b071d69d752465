// docs/ledger.md says what is: every query on it gives the answer under it, every table and column is explained.
#include <algorithm>

#include "ledger/readings.h"
#include "ledger/sql.h"

namespace sayso {
namespace {

class Docs : public LedgerTest {
 protected:
  Docs() : page_(bytes_of(std::filesystem::path(SAYSO_SOURCE_DIR) / "docs/ledger.md")) {
    opened().add(sample(), made_by).value();
  }

  // The text between ```kind and ``` after `from`; moves `from` behind it.
  std::optional<std::string> block(const std::string& kind, std::size_t& from) const {
    const std::string fence = "```" + kind + "\n";
    const std::size_t begin = page_.find(fence, from);
    if (begin == std::string::npos) return std::nullopt;
    const std::size_t end = page_.find("```", begin + fence.size());
    from = end;
    return page_.substr(begin + fence.size(), end - begin - fence.size());
  }

  std::string page_;
};

TEST_F(Docs, EveryQueryGivesTheAnswerUnderIt) {
  Sql sql(file());
  std::size_t at = 0;
  int queries = 0;
  while (const auto query = block("sql", at)) {
    const auto answer = block("text", at);
    ASSERT_TRUE(answer);
    EXPECT_EQ(sql.ask(*query) + "\n", *answer) << *query;
    ++queries;
  }
  EXPECT_EQ(queries, 10);
}

TEST_F(Docs, EveryTableAndColumnIsExplained) {
  Sql sql(file());
  const std::string of_indexes =
      "name NOT LIKE 'sqlite_%' AND name NOT LIKE 'claim\\_text%' ESCAPE '\\' AND name NOT LIKE 'place_points%'";
  int explained = 0;
  for (const std::string& table :
       lines_of(sql.ask("SELECT name FROM sqlite_schema WHERE type = 'table' AND " + of_indexes))) {
    const std::size_t begin = page_.find("\n### " + table + "\n");
    ASSERT_NE(begin, std::string::npos) << table;
    const std::string section = page_.substr(begin, page_.find("\n##", begin + 4) - begin);
    for (const std::string& column : lines_of(sql.ask("SELECT name FROM pragma_table_info('" + table + "')"))) {
      EXPECT_NE(section.find("`" + column + "`"), std::string::npos) << table << "." << column;
      ++explained;
    }
  }
  EXPECT_GT(explained, 100);
  for (const std::string& view : lines_of(sql.ask("SELECT name FROM sqlite_schema WHERE type = 'view'"))) {
    EXPECT_NE(page_.find("| `" + view + "` |"), std::string::npos) << view;
  }
}

TEST_F(Docs, NoSpanIsBrokenAndABrokenOneIsSeen) {
  {
    Ledger ledger = opened();
    for (std::uint32_t seed = 0; seed < 10; ++seed) ledger.add(Dice(seed).reading(), made_by).value();
  }
  Sql sql(file());
  EXPECT_EQ(sql.ask("SELECT * FROM v_broken_spans"), "");
  EXPECT_NE(sql.ask("SELECT count(*) FROM spans"), "0");
  sql.ask("UPDATE spans SET text = 'confirmed' WHERE claim = 2 AND role = 'cue'");
  EXPECT_EQ(sql.ask("SELECT role, text, text_of_dispatch FROM v_broken_spans"), "cue|confirmed|denied");
}

TEST_F(Docs, ViewsAnswerForRandomReadings) {
  {
    Ledger ledger = opened();
    for (std::uint32_t seed = 0; seed < 20; ++seed) ledger.add(Dice(seed).reading(), made_by).value();
  }
  Sql sql(file());
  EXPECT_EQ(sql.ask("SELECT count(*) FROM v_claims"), sql.ask("SELECT count(*) FROM claims"));
  EXPECT_EQ(sql.ask("SELECT count(*) FROM (SELECT DISTINCT claim, event FROM v_events)"),
            sql.ask("SELECT count(*) FROM events"));
  EXPECT_EQ(sql.ask("SELECT count(*) FROM v_losses"),
            sql.ask("SELECT count(*) FROM counts n JOIN events e ON e.claim = n.claim AND e.position = n.event WHERE "
                    "n.effect <> '' OR e.type = 'LOSS'"));
  EXPECT_EQ(sql.ask("SELECT count(*) FROM v_dispatches"), "21");
  EXPECT_EQ(sql.ask("INSERT INTO claim_text (claim_text) VALUES ('integrity-check')"),
            "");  // the index holds what the view says
}

}  // namespace
}  // namespace sayso
