// The splitter answers as the trained network did; windows, neighbours and threads make no difference.
#include <cmath>
#include <thread>

#include "base/tsv.h"
#include "language/language_fixture.h"
#include "language/model_parts.h"
#include "language/sentences.h"
#include "language/tokenizer.h"

namespace sayso {
namespace {

using testing::bare;
using testing::joined;
using testing::model;
using testing::spelling;

std::vector<float> odds_of(std::string_view text, const std::vector<Span>& words) {
  const std::vector<std::uint32_t> borders{0, static_cast<std::uint32_t>(words.size())};
  return model().parts().splitter.read(text, words, borders);
}

TEST(Splitter, AnswersAsTheTrainedNetworkDid) {
  const auto rows = read_tsv(SAYSO_SOURCE_DIR "/tests/language/splitter_reference.tsv", {"form", "space", "odds"});
  ASSERT_TRUE(rows) << rows.error().where << rows.error().message;
  std::string text;
  std::vector<Span> words;
  std::vector<std::uint32_t> borders;
  for (const TsvRow& row : *rows) {
    if (row.cells[1] == "2") borders.push_back(static_cast<std::uint32_t>(words.size()));
    if (row.cells[1] != "0") text += ' ';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += row.cells[0];
    words.push_back({begin, static_cast<std::uint32_t>(text.size())});
  }
  borders.push_back(static_cast<std::uint32_t>(words.size()));
  const std::vector<float> odds = model().parts().splitter.read(text, words, borders);
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const float wanted = std::stof((*rows)[i].cells[2]);
    EXPECT_NEAR(odds[i], wanted, 0.3F + 0.05F * std::fabs(wanted)) << (*rows)[i].cells[0] << " of row " << i;
  }
}

// Paragraphs of several lengths, long ones too.
std::vector<std::string> paragraphs() {
  std::vector<std::string> out;
  for (const std::size_t count : {1U, 2U, 7U, 60U}) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
      text += i % 3 == 0   ? "The army of Varnia left Dovran on Monday. "
              : i % 3 == 1 ? "“No,” he said. "
                           : "thanks mira ";
    out.push_back(text);
  }
  return out;
}

TEST(Splitter, DoesNotDependOnNeighboursOrThreads) {
  std::string text;
  std::vector<Span> words;
  std::vector<std::uint32_t> borders{0};
  std::vector<float> alone;
  for (const std::string& paragraph : paragraphs()) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += paragraph;
    const auto cut = language::tokenize(text, {begin, static_cast<std::uint32_t>(text.size())}, spelling());
    const auto odds = odds_of(text, cut);
    alone.insert(alone.end(), odds.begin(), odds.end());
    words.insert(words.end(), cut.begin(), cut.end());
    borders.push_back(static_cast<std::uint32_t>(words.size()));
  }
  std::vector<std::vector<float>> made(3);
  std::vector<std::thread> threads;
  for (auto& odds : made) threads.emplace_back([&] { odds = model().parts().splitter.read(text, words, borders); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& odds : made) EXPECT_TRUE(odds == alone);
}

TEST(Splitter, WindowsDoNotShow) {
  std::string text, wanted;
  for (std::size_t i = 0; i < 200; ++i) {
    text += "The army of Varnia left Dovran on Monday. ";
    wanted += (i == 0 ? "" : " | ") + std::string("The army of Varnia left Dovran on Monday .");
  }
  EXPECT_EQ(joined(text, segment(bare(text), model(), spelling())), wanted);
}

TEST(Splitter, TakesNothing) {
  EXPECT_TRUE(odds_of("", {}).empty());
  const std::vector<std::uint32_t> borders{0, 0, 1, 1};
  const std::vector<Span> words{{0, 1}};
  EXPECT_EQ(model().parts().splitter.read("a", words, borders).size(), 1U);
}

// Odds given by hand: what spelling holds together stays together.
TEST(Sentences, SpellingHolds) {
  struct Case {
    std::string text, likely, sentences;  // likely: the words that look like beginnings
  };
  const Case cases[] = {
      {"We won. He left", "He", "We won . | He left"},
      {"We won.” He left", "”", "We won . ” | He left"},
      {"He met Gen. Orlen", "Orlen", "He met Gen. Orlen"},
      {"It is No. 5 of all", "5", "It is No. 5 of all"},
      {"Orlen vs. Tolen", "Tolen", "Orlen vs. Tolen"},
      {"Orlen's men", "'s", "Orlen 's men"},
      {"(He left)", "He", "( He left )"},
      {"Orlen said: We won", "We", "Orlen said : We won"},
      {"“Who?” Mira asked", "Mira", "“ Who ? ” Mira asked"},
      {"“Who?” The crowd left", "The", "“ Who ? ” | The crowd left"},
      {"Bread, milk, etc. He left", "He", "Bread , milk , etc . | He left"},
      {"Bread etc. and milk", "", "Bread etc. and milk"},
      {"all etc.", "", "all etc ."},
  };
  for (const Case& c : cases) {
    std::vector<Span> words = language::tokenize(c.text, {0, static_cast<std::uint32_t>(c.text.size())}, spelling());
    std::vector<float> odds;
    for (const Span word : words) odds.push_back(slice(c.text, word) == c.likely ? 1.5F : -9.0F);
    auto ends = language::split_sentences(c.text, words, odds, spelling());
    language::part_last_stops(c.text, words, ends, spelling());
    std::string made;
    for (std::uint32_t i = 0, next = 0; i < words.size(); ++i) {
      if (i > 0) made += i == ends[next] ? " | " : " ";
      if (i == ends[next]) ++next;
      made += slice(c.text, words[i]);
    }
    EXPECT_EQ(made, c.sentences);
  }
}

}  // namespace
}  // namespace sayso
