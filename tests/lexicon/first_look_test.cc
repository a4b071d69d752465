// The first look: what it sees, what it passes over, and that no rule's words are missing from it.
#include "lexicon/first_look.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "base/tsv.h"
#include "event/event_knowledge.h"

namespace sayso {
namespace {

const std::filesystem::path own_data = std::filesystem::path(SAYSO_SOURCE_DIR) / "data";

FirstLook look() { return std::move(FirstLook::load(own_data / "lexicons" / "first_look.tsv")).value(); }

TEST(FirstLook, SeesWhatIsAboutWar) {
  const FirstLook first = look();
  for (const char* seen :
       {"Two missiles hit the port, the mayor said.", "TWO BOMBS WENT OFF AT THE BARRACKS.",
        "KESH \xE2\x80\x94 \xE2\x80\x9CShelling\xE2\x80\x9D went on.", "An air\n  strike near Dovran.",
        "Varnia's army withdrew and lost the town.", "<p>artillery</p>", "The attack came at dawn; three died."}) {
    EXPECT_TRUE(first.sees(seen)) << seen;
  }
  for (const char* other : {"", "Shares hit a record.", "The warm weather will last, and the award goes to Oda Renn.",
                            "Preheat the oven and take the dough out.", "bombastic", "Die Armbanduhr kostet wenig."}) {
    EXPECT_FALSE(first.sees(other)) << other;
  }
}

TEST(FirstLook, SeesWarWithoutABattle) {
  const FirstLook first = look();
  for (const char* seen :
       {"Tanks crossed the border into Varnia.", "Marines boarded a tanker off Kesh.",
        "The guard seized a vessel in the strait.", "The coast guard reported a drone over the island.",
        "An incursion into the region began.", "The president signed a decree on partial mobilisation.",
        "The ceasefire held.", "A hostage exchange took place.", "Demining of the fields began.",
        "Peace talks resumed.", "A coup toppled the president.", "Reservists were called up.",
        "Pirates hijacked a cargo ship."}) {
    EXPECT_TRUE(first.sees(seen)) << seen;
  }
  for (const char* other :
       {"The drone filmed the wedding.", "The pirates lost to the tigers.", "The vessel holds two litres of water.",
        "The campaign mobilised voters.", "A coup for the small museum.", "The gang of friends met again."}) {
    EXPECT_FALSE(first.sees(other)) << other;
  }
}

TEST(FirstLook, LetsPassWhatItCannotRead) {
  const FirstLook first = look();
  EXPECT_TRUE(first.sees_in_page(std::string_view("h\0i\0", 4)));
  EXPECT_TRUE(first.sees_in_page(" \n"));
  EXPECT_FALSE(first.sees_in_page("hi"));
}

TEST(FirstLook, CountsARowOnce) {
  const FirstLook first = look();
  EXPECT_FALSE(first.sees("attack attacks attacked"));
  EXPECT_TRUE(first.sees("attack police"));
}

TEST(FirstLook, TakesTimeByLengthOnly) {
  const FirstLook first = look();
  for (const std::string part : {"a", "car ", "improvised explosiv ", "   ", "a ", "x-"}) {
    std::string text;
    while (text.size() < 4'000'000) text += part;
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(first.sees(text)) << part;
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2)) << part;
  }
}

TEST(FirstLook, NamesWhatIsWrongWithTheFile) {
  const auto file = std::filesystem::path(testing::TempDir()) / "first_look_bad.tsv";
  for (const char* row : {"bomb\t3", "Bomb\t12", "bomb*|bomb*\t12", "*\t12", "b\xC3\xB6mb\t1"}) {
    std::ofstream(file) << "# columns: words weight\n" << row << "\n";
    const auto loaded = FirstLook::load(file);
    ASSERT_FALSE(loaded) << row;
    EXPECT_EQ(loaded.error().where, file.string() + ":2");
  }
  std::filesystem::remove(file);
}

// The forms of a lemma that no ending gives: "shoot" -> "shot".
std::multimap<std::string, std::string> irregular_forms() {
  std::multimap<std::string, std::string> forms;
  const auto verbs = read_tsv(own_data / "lexicons" / "verb_forms.tsv", {"form", "lemma"});
  for (const TsvRow& row : verbs.value()) forms.emplace(row.cells[1], row.cells[0]);
  const auto words = read_tsv(own_data / "lexicons" / "irregular_words.tsv", {"form", "xpos", "lemma"});
  for (const TsvRow& row : words.value()) forms.emplace(row.cells[2], row.cells[0]);
  return forms;
}

using Words = std::set<std::string, std::less<>>;

// The words of which one must stand where this pattern's anchor is, and at each part that must be there.
void gather(const Pattern& pattern, std::vector<Words>& groups) {
  for (const Test& test : pattern.tests) {
    if (test.key != Test::Key::lemma || test.negated) continue;
    Words words(test.values.begin(), test.values.end());
    for (const WordList* list : test.lists)
      for (const auto& [lemma, value] : list->entries()) words.insert(lemma);
    groups.push_back(std::move(words));
  }
  for (const Step& step : pattern.steps)
    if (step.kind == Step::Kind::must) gather(step.to.front(), groups);
}

// A rule is covered if all words of one of its groups are known in all their forms: whatever it matches, the first look
// has found something there.
TEST(FirstLook, KnowsTheWordsOfEveryRule) {
  const FirstLook first = look();
  const auto forms = irregular_forms();
  const auto lists = WordLists::load(own_data / "lexicons" / "lists");
  ASSERT_TRUE(lists);
  const auto knowledge = EventKnowledge::load(own_data, *lists);
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  // All of it, or a word of it.
  const auto knows = [&](const std::string& words) {
    const auto parts = split(words, ' ');
    return first.knows(words) || std::any_of(parts.begin(), parts.end(), [&](auto word) { return first.knows(word); });
  };
  const auto unknown = [&](const std::string& lemma) {
    Words missing;
    if (!knows(lemma)) missing.insert(lemma);
    const std::string verb = lemma.substr(0, lemma.find(' '));  // of "blow up"
    const auto [begin, end] = forms.equal_range(verb);
    for (auto form = begin; form != end; ++form) {
      const std::string whole = form->second + lemma.substr(verb.size());
      if (!knows(whole)) missing.insert(whole);
    }
    return missing;
  };
  std::size_t rules = 0;
  constexpr std::array<std::string_view, 4> types{"ASSAULT", "CONTROL", "LOSS", "OUTAGE"};
  for (const Rule& rule : knowledge->rules.all()) {
    if (std::find(types.begin(), types.end(), rule.makes.at("type")) == types.end()) continue;
    ++rules;
    std::vector<Words> groups;
    gather(rule.pattern, groups);
    std::optional<Words> least;
    for (const Words& group : groups) {
      Words missing;
      for (const std::string& lemma : group) missing.merge(unknown(lemma));
      if (!least || missing.size() < least->size()) least = missing;
    }
    std::string words;
    for (const std::string& word : least.value_or(Words{"(any word)"})) words += word + " ";
    EXPECT_EQ(words, "") << rule.where << " " << rule.id << ": add these to first_look.tsv";
  }
  EXPECT_GT(rules, 40U);
}

}  // namespace
}  // namespace sayso
