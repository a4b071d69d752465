// Phrases -> "text" of "thing" low/best/high rule. The tree is made flat: every number modifies the first noun behind
// it, and the noun behind "of" hangs on the word before; so the tables stay readable. A few trees by hand follow.
#include "mention/counts.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "mention/numerals.h"
#include "mention/sentence_builder.h"

namespace sayso {
namespace {

const std::filesystem::path lexicons = std::filesystem::path(SAYSO_SOURCE_DIR) / "data" / "lexicons";
const ActorLexicon& actors() {
  static const ActorLexicon loaded = std::move(*ActorLexicon::load(lexicons));
  return loaded;
}
const NumberLexicon& numbers() {
  static const NumberLexicon loaded = std::move(*NumberLexicon::load(lexicons));
  return loaded;
}

std::string counted(const test::Built& built) {
  std::string out;
  for (const CountMention& mention : find_counts(built.dispatch, Tree(built.syntax), numbers(), actors())) {
    const auto bound = [](const std::optional<std::int64_t>& value) {
      return value ? std::to_string(*value) : std::string("-");
    };
    const Count& count = mention.count;
    EXPECT_EQ(count.text, slice(built.dispatch.text, count.span));
    if (!out.empty()) out += "; ";
    out += "[" + count.text + "] " + (count.of.empty() ? "" : count.of + " ") + bound(count.low) + "/" +
           bound(count.best) + "/" + bound(count.high) + " " + count.rule + (count.cumulative ? " cumulative" : "");
  }
  return out;
}

// "killed/VERB up/ADP to/ADP 250/NUM soldiers/NNS": a word with its tag; heads as said above, the rest on the first
// word.
std::string flat(const std::string& line) {
  std::istringstream words(line);
  std::vector<std::pair<std::string, std::string>> tokens;
  for (std::string word; words >> word;) {
    const auto slash = word.rfind('/');
    if (slash == std::string::npos)
      tokens.emplace_back(word, "X");
    else
      tokens.emplace_back(word.substr(0, slash), word.substr(slash + 1));
  }
  std::string table;
  const auto noun_after = [&](std::size_t i) {
    for (std::size_t k = i + 1; k < tokens.size(); ++k) {
      const std::string& tag = tokens[k].second;
      if (tag == "NN" || tag == "NNS") return k + 1;
      if (tag == "VERB" || tag == "ADP" || tag == "PUNCT") break;
    }
    return std::size_t{0};
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    auto [form, tag] = tokens[i];
    std::string xpos = "_", relation = "dep";
    std::size_t head = 1;
    if (tag == "NN" || tag == "NNS") {
      xpos = tag;
      tag = "NOUN";
      relation = "obj";
      if (i >= 2 && tokens[i - 1].first == "of") head = i - 1, relation = "nmod";
      if (i >= 3 && tokens[i - 2].first == "of") head = i - 2, relation = "nmod";
    } else if (tag == "NUM" || tag == "DET" || tag == "ADJ") {
      relation = tag == "NUM" ? "nummod" : tag == "DET" ? "det" : "amod";
      head = noun_after(i);
      if (head == 0) head = 1, relation = "obj";
    } else if (tag == "ADP") {
      relation = "case";
      head = noun_after(i);
      if (head == 0) head = 1;
    }
    if (i == 0) head = 0, relation = "root";
    table += form + " " + tag + " " + std::to_string(head) + " " + relation + " " + xpos + "\n";
  }
  return counted(test::build(table));
}

TEST(Counts, Bounds) {
  const std::pair<const char*, const char*> table[] = {
      {"killed/VERB 250/NUM soldiers/NNS", "[250 soldiers] soldiers 250/250/250 count:exact"},
      {"killed/VERB up/ADV to/ADV 250/NUM soldiers/NNS", "[up to 250 soldiers] soldiers -/-/250 count:high"},
      {"lost/VERB more/ADV than/ADV 20/NUM pieces/NNS of/ADP equipment/NN",
       "[more than 20 pieces of equipment] equipment 21/-/- count:above"},
      {"killed/VERB at/ADV least/ADV 20/NUM people/NNS", "[at least 20 people] people 20/-/- count:low"},
      {"killed/VERB nearly/ADV 1,200/NUM people/NNS", "[nearly 1,200 people] people -/1200/- count:about"},
      {"killed/VERB some/DET 40/NUM Russian/ADJ troops/NNS",
       "[some 40 Russian troops] Russian troops -/40/- count:about"},
      {"killed/VERB fewer/ADV than/ADV 10/NUM men/NNS", "[fewer than 10 men] men -/-/9 count:below"},
      {"killed/VERB as/ADV many/ADV as/ADV 30/NUM men/NNS", "[as many as 30 men] men -/-/30 count:high"},
      {"killed/VERB between/ADV 5/NUM and/CCONJ 7/NUM men/NNS", "[between 5 and 7 men] men 5/-/7 count:range"},
      {"killed/VERB 5-7/NUM men/NNS", "[5-7 men] men 5/-/7 count:range"},
      {"killed/VERB five/NUM to/ADV seven/NUM men/NNS", "[five to seven men] men 5/-/7 count:range"},
      {"fled/VERB 5/NUM to/ADV 7/NUM million/NUM people/NNS",
       "[5 to 7 million people] people 5000000/-/7000000 count:range"},
      {"fled/VERB more/ADV than/ADV 2.5/NUM million/NUM people/NNS",
       "[more than 2.5 million people] people 2500001/-/- count:above"},
      {"killed/VERB twenty-three/NUM men/NNS", "[twenty-three men] men 23/23/23 count:exact"},
      {"killed/VERB half/DET a/DET dozen/NUM men/NNS", "[half a dozen men] men 6/6/6 count:exact"},
      {"killed/VERB a/DET quarter/NN of/ADP a/DET million/NUM men/NNS",
       "[a quarter of a million men] men 250000/250000/250000 count:exact"},
      {"killed/VERB a/DET dozen/NUM men/NNS", "[a dozen men] men 12/12/12 count:exact"},
      {"killed/VERB more/ADV than/ADV two/NUM hundred/NUM and/CCONJ fifty/NUM men/NNS",
       "[more than two hundred and fifty men] men 251/-/- count:above"},
      {"killed/VERB dozens/NNS of/ADP civilians/NNS", "[dozens of civilians] civilians 24/-/- count:few"},
      {"killed/VERB tens/NNS of/ADP thousands/NNS of/ADP civilians/NNS",
       "[tens of thousands of civilians] civilians 20000/-/- count:few"},
      {"killed/VERB multiple/ADJ gunmen/NNS", "[multiple gunmen] gunmen 2/-/- count:few"},
      {"killed/VERB numerous/ADJ gunmen/NNS", "[numerous gunmen] gunmen 2/-/- count:few"},
      {"killed/VERB a/DET number/NN of/ADP gunmen/NNS", "[a number of gunmen] gunmen 2/-/- count:few"},
      {"killed/VERB several/ADJ hundred/NUM men/NNS", "[several hundred men] men 200/-/- count:few"},
      {"killed/VERB two/NUM of/ADP the/DET pilots/NNS", "[two of the pilots] pilots 2/2/2 count:exact"},
      {"burned/VERB 20/NUM or/CCONJ more/ADJ tanks/NNS", "[20 or more tanks] tanks 20/-/- count:low"},
      {"killed/VERB another/DET three/NUM men/NNS", "[another three men] men 3/3/3 count:exact"},
      {"killed/VERB a/DET soldier/NN", "[a soldier] soldier 1/1/1 count:article"},
      {"caused/VERB no/DET casualties/NNS", "[no casualties] casualties 0/0/0 count:none"},
      {"killed/VERB 99999999999999999999/NUM men/NNS", "[99999999999999999999 men] men -/-/- count:exact"},
      {"killed/VERB 17/NUM", "[17] 17/17/17 count:exact"},
      {"lost/VERB 900/NUM tanks/NNS since/SCONJ the/X start/X", "[900 tanks] tanks 900/900/900 count:exact cumulative"},
  };
  for (const auto& [text, expected] : table) EXPECT_EQ(flat(text), expected) << text;
}

TEST(Counts, NumbersThatCountNothing) {
  const char* none[] = {
      "fell/VERB in/ADP 2022/NUM",
      "fell/VERB on/ADP September/PROPN 12/NUM",
      "began/VERB at/ADP 14:05/NUM",
      "began/VERB at/ADP 5/NUM p.m./NN",
      "lost/VERB 30/NUM %/SYM",
      "lost/VERB 30/NUM percent/NN of/ADP tanks/NNS",
      "paid/VERB $/SYM 50/NUM",
      "went/VERB 30/NUM kilometers/NNS",
      "held/VERB six/NUM months/NNS",
      "met/VERB the/DET 93rd/ADJ brigade/NN",
      "no/DET comment/NN",
      "was/VERB half/DET the/DET town/NN",
      "one/NUM of/ADP the/DET setbacks/NNS",
      "made/VERB a/DET decision/NN",
      "lost/VERB 2.5/NUM men/NNS",
      "14/NUM/",
      "the/DET 2022/NUM invasion/NN",
  };
  for (const char* text : none) EXPECT_EQ(flat(text), "") << text;
}

TEST(Counts, PartsOfNamesAndAges) {
  EXPECT_EQ(counted(test::build("Unit PROPN 0 root\n8200 NUM 1 nummod\n")), "");
  EXPECT_EQ(counted(test::build("T NOUN 3 compound\n~- PUNCT 3 punct\n~72 NUM 0 root\n")), "");
  EXPECT_EQ(counted(test::build("a DET 7 det\n34 NUM 5 nummod\n~- PUNCT 5 punct\n~year NOUN 5 compound\n~- PUNCT 7 "
                                "punct\n~old ADJ 7 amod\nman NOUN 0 root NN\n")),
            "[a 34-year-old man] 34-year-old man 1/1/1 count:article");
  EXPECT_EQ(counted(test::build(
                "Rell PROPN 4 nsubj\n~, PUNCT 3 punct\n34 NUM 1 appos\n~, PUNCT 1 punct\nleft VERB 0 root\n")),
            "");
  EXPECT_EQ(counted(test::build("30 NUM 3 nummod\n~- PUNCT 1 punct\n~day NOUN 4 compound\ntruce NOUN 0 root\n")), "");
}

TEST(Counts, HousesFlightsAndRoads) {
  EXPECT_EQ(counted(test::build("of ADP 2 case\n22 NUM 4 nummod\nElm PROPN 4 compound\nStreet PROPN 0 root NNP\n")),
            "");
  EXPECT_EQ(counted(test::build("of ADP 2 case\n1119 NUM 4 nummod\nEighth ADJ 4 amod NNP\nSt. PROPN 0 root NNP\n")),
            "");
  EXPECT_EQ(counted(test::build("40 NUM 4 nummod\nHigh PROPN 3 compound\nStreet PROPN 4 compound\nshops NOUN 0 root "
                                "NNS\n")),
            "[40 High Street shops] High Street shops 40/40/40 count:exact");
  // Wherever the tree hangs the number.
  EXPECT_EQ(counted(test::build("Flight PROPN 3 obl\n103 NUM 3 nsubj\ncrashed VERB 0 root\n")), "");
  EXPECT_EQ(counted(test::build("Route PROPN 3 obl\n9 NUM 4 nummod\nburned VERB 0 root\ntrucks NOUN 3 obj NNS\n")), "");
}

// "Station" is no label of the number of those who are counted behind it.
TEST(Counts, BehindANamedSiteStandsACount) {
  EXPECT_EQ(counted(test::build("At ADP 3 case\nDovran PROPN 3 compound\nStation PROPN 6 obl\n40 NUM 5 nummod\n"
                                "soldiers NOUN 6 nsubj NNS\ndied VERB 0 root\n")),
            "[40 soldiers] soldiers 40/40/40 count:exact");
  EXPECT_EQ(counted(test::build("At ADP 3 case\nDovran PROPN 3 compound\nCamp PROPN 6 obl\n40 NUM 3 nummod\n"
                                "soldiers NOUN 6 nsubj NNS\ndied VERB 0 root\n")),
            "[40 soldiers] soldiers 40/40/40 count:exact");
  EXPECT_EQ(counted(test::build("Kesh PROPN 2 compound\nFlight PROPN 5 obl\n103 NUM 2 nummod\npassengers NOUN 5 "
                                "nsubj NNS\ndied VERB 0 root\n")),
            "");
  EXPECT_EQ(counted(test::build("Highway PROPN 5 obl\n9 NUM 4 nummod\ntwo NUM 4 nummod\ncars NOUN 5 nsubj NNS\n"
                                "burned VERB 0 root\n")),
            "[two cars] cars 2/2/2 count:exact");
}

TEST(Counts, AShareCountsNobody) {
  EXPECT_EQ(counted(test::build("One NUM 6 nsubj:pass\nin ADP 4 case\nthree NUM 4 nummod\nsoldiers NOUN 1 nmod NNS\n"
                                "was AUX 6 aux:pass\nkilled VERB 0 root\n")),
            "");
  EXPECT_EQ(counted(test::build("killed VERB 0 root\ntwo NUM 1 obj\nin ADP 5 case\nthree NUM 5 nummod\nattacks NOUN 1 "
                                "obl NNS\n")),
            "[two] 2/2/2 count:exact; [three attacks] attacks 3/3/3 count:exact");
}

// What adds up holds for its own clause and those joined to it, not for one with a tense or a "that" of its own.
TEST(Counts, OnlyItsOwnClauseAddsUp) {
  EXPECT_EQ(counted(test::build("Two NUM 2 nummod\nsoldiers NOUN 3 nsubj NNS\ndied VERB 0 root\nand CCONJ 7 cc\n"
                                "ten NUM 7 nsubj\nhave AUX 7 aux VBP have\ndied VERB 3 conj\nto ADP 9 case\n"
                                "date NOUN 7 obl NN\n")),
            "[Two soldiers] soldiers 2/2/2 count:exact; [ten] 10/10/10 count:exact cumulative");
  EXPECT_EQ(counted(test::build("Two NUM 2 nummod\nsoldiers NOUN 3 nsubj NNS\ndied VERB 0 root\nand CCONJ 6 cc\n"
                                "ten NUM 6 nsubj\nfled VERB 3 conj\nto ADP 8 case\ndate NOUN 6 obl NN\n")),
            "[Two soldiers] soldiers 2/2/2 count:exact cumulative; [ten] 10/10/10 count:exact cumulative");
}

TEST(Numerals, Values) {
  const std::pair<std::vector<std::string>, std::string> table[] = {
      {{"250"}, "250"},
      {{"1,200"}, "1200"},
      {{"12,34"}, "-"},
      {{"2.5", "million"}, "2500000"},
      {{"2.5"}, "2+5/10"},
      {{"2."}, "-"},
      {{"twenty", "-", "three"}, "23"},
      {{"twenty-three"}, "23"},
      {{"two", "hundred", "and", "fifty"}, "250"},
      {{"two", "hundred", "and", "the"}, "200"},
      {{"one", "thousand", "two", "hundred"}, "1200"},
      {{"five", "six"}, "5"},
      {{"three", "dozen"}, "36"},
      {{"a", "hundred", "thousand"}, "100000"},
      {{"a", "man"}, "-"},
      {{"9223372036854775807"}, "9223372036854775807"},
      {{"9223372036854775808"}, "overflow"},
      {{"9223372036854775807", "million"}, "overflow"},
      {{"9.9", "trillion", "trillion"}, "overflow"},
      {{"million"}, "-"},
      {{""}, "-"},
      {{"14:05"}, "-"},
  };
  const mention::Numerals numerals(numbers());
  for (const auto& [words, expected] : table) {
    const auto found = numerals.number_at(words, 0);
    std::string got = "-";
    if (found) got = found->overflow ? "overflow" : std::to_string(found->value);
    if (found && !found->is_whole() && !found->overflow)
      got += "+" + std::to_string(found->fraction) + "/" + std::to_string(found->scale);
    EXPECT_EQ(got, expected) << words[0];
  }
}

// Every number below 10,000 written out comes back.
std::vector<std::string> spelled(int n) {
  static const char* ones[] = {"zero",     "one",     "two",     "three",     "four",     "five",    "six",
                               "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                               "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static const char* tens[] = {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
  std::vector<std::string> out;
  if (n >= 1000) out = {ones[n / 1000], "thousand"}, n %= 1000;
  if (n >= 100) out.push_back(ones[n / 100]), out.push_back("hundred"), n %= 100;
  if (n == 0 && !out.empty()) return out;
  if (out.size() % 2 == 0 && !out.empty() && out.back() == "hundred") out.push_back("and");
  if (n >= 20 && n % 10 != 0)
    out.push_back(std::string(tens[n / 10]) + "-" + ones[n % 10]);
  else
    out.push_back(n >= 20 ? tens[n / 10] : ones[n]);
  return out;
}

TEST(Numerals, SpelledOutNumbersComeBack) {
  const mention::Numerals numerals(numbers());
  for (int n = 0; n < 10000; ++n) {
    const auto words = spelled(n);
    const auto found = numerals.number_at(words, 0);
    ASSERT_TRUE(found) << n;
    ASSERT_EQ(found->value, n);
    ASSERT_EQ(found->end, words.size()) << n;
  }
}

}  // namespace
}  // namespace sayso
