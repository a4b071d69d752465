// The house stands: folders include only what the table in docs/design.md allows. Reads every #include of the tree.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Folders = std::set<std::string>;

// folder -> folders it may include. Its own is always allowed; "public" is include/sayso.
const std::map<std::string, Folders>& allowed() {
  static const Folders everything{"public", "base",    "lexicon",     "dispatch", "language",
                                  "match",  "mention", "attribution", "event",    "claim",
                                  "origin", "reading", "ledger",      "publish",  "cli"};
  static const std::map<std::string, Folders> table{
      {"public", {}},
      {"base", {"public"}},
      {"lexicon", {"public", "base"}},
      {"dispatch", {"public", "base"}},
      {"language", {"public", "base", "lexicon"}},
      {"match", {"public", "base", "lexicon"}},
      {"mention", {"public", "base", "lexicon", "match"}},
      {"attribution", {"public", "base", "lexicon", "match"}},
      {"event", {"public", "base", "lexicon", "match"}},
      {"claim", {"public", "base"}},
      {"origin", {"public", "base"}},
      {"reading",
       {"public", "base", "lexicon", "dispatch", "language", "match", "mention", "attribution", "event", "claim",
        "origin"}},
      {"ledger", {"public", "base"}},
      {"publish", {"public", "base", "ledger"}},
      {"cli", everything},
      {"eval", everything},
  };
  return table;
}

struct Include {
  std::string to{};  // folder
  std::string line{};
};

// Folders that the quoted includes of a text lead to. "sayso/x.h" is public; a name without a folder is a neighbour.
std::vector<Include> includes_of(std::istream& text) {
  static const std::regex quoted(R"re(^\s*#\s*include\s*["<](?:(\w+)/)?([\w./-]+)[">])re");
  std::vector<Include> found;
  for (std::string line; std::getline(text, line);) {
    std::smatch parts;
    if (!std::regex_search(line, parts, quoted)) continue;
    const std::string folder = parts[1] == "sayso" ? "public" : parts[1].str();
    if (allowed().contains(folder)) found.push_back({folder, line});
  }
  return found;
}

std::vector<std::string> broken_arrows(const std::string& from, std::istream& text) {
  std::vector<std::string> broken;
  for (const Include& include : includes_of(text))
    if (include.to != from && !allowed().at(from).contains(include.to)) broken.push_back(include.line);
  return broken;
}

TEST(Arrows, EveryIncludeFollowsTheTable) {
  const fs::path root = SAYSO_SOURCE_DIR;
  std::size_t files = 0;
  for (const auto& [folder, to] : allowed()) {
    const fs::path where = folder == "public" ? root / "include" / "sayso"
                           : folder == "eval" ? root / "eval"
                                              : root / "src" / folder;
    if (!fs::exists(where)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(where)) {
      if (entry.path().extension() != ".cc" && entry.path().extension() != ".h") continue;
      std::ifstream text(entry.path());
      ++files;
      for (const std::string& line : broken_arrows(folder, text))
        ADD_FAILURE() << fs::relative(entry.path(), root).string() << ": " << folder << " may not include: " << line;
    }
  }
  EXPECT_GT(files, 50U) << "the test did not find the sources";
}

TEST(Arrows, EveryFolderOfTheTreeIsInTheTable) {
  for (const auto& entry : fs::directory_iterator(fs::path(SAYSO_SOURCE_DIR) / "src"))
    if (entry.is_directory()) {
      EXPECT_TRUE(allowed().contains(entry.path().filename().string())) << entry.path();
    }
}

TEST(Arrows, ABrokenArrowIsSeen) {
  std::istringstream bad("#include \"event/find_events.h\"\n#include <vector>\n#include \"base/utf8.h\"\n");
  EXPECT_EQ(broken_arrows("attribution", bad).size(), 1U);
  std::istringstream good("#include \"event/find_events.h\"\n");
  EXPECT_TRUE(broken_arrows("reading", good).empty());
  std::istringstream stage_in_ledger("#include \"reading/reader.h\"\n");
  EXPECT_EQ(broken_arrows("ledger", stage_in_ledger).size(), 1U);
}

// SQL stays in the ledger, whole words only.
TEST(Arrows, OnlyTheLedgerKnowsSqlite) {
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(SAYSO_SOURCE_DIR) / "src")) {
    if (entry.path().extension() != ".cc" && entry.path().extension() != ".h") continue;
    if (entry.path().string().find("/src/ledger/") != std::string::npos) continue;
    std::ifstream text(entry.path());
    const std::string all((std::istreambuf_iterator<char>(text)), {});
    EXPECT_EQ(all.find("sqlite3"), std::string::npos) << entry.path();
  }
}

}  // namespace
