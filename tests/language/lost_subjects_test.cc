// Subjects that the parser lost: hand-made trees before and after, and random ones that must stay trees.
#include "language/lost_subjects.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "../syntax_table.h"
#include "base/names.h"
#include "moved_words.h"

namespace sayso {
namespace {

std::string moved_subjects(const std::string& table) {
  return testing::moved_words(table, language::mend_lost_subjects);
}

TEST(LostSubjects, ANameWithAnAppositionBeforeItsVerb) {
  EXPECT_EQ(moved_subjects("Oster oster NNP 7 ccomp\n"
                           "Field field NNP 1 obj\n"
                           ", , , 5 punct\n"
                           "an an DT 5 det\n"
                           "agency agency NN 1 appos\n"
                           ", , , 1 punct\n"
                           "says say VBZ 0 root\n"
                           "it it PRP 9 nsubj\n"
                           "lost lose VBD 7 ccomp\n"),
            "Oster 2 compound\nField 7 nsubj\n");
}

TEST(LostSubjects, AVerbThatHangsOnItsSubject) {
  EXPECT_EQ(moved_subjects("Marek marek NNP 0 root\n"
                           ", , , 4 punct\n"
                           "a a DT 4 det\n"
                           "teacher teacher NN 1 appos\n"
                           ", , , 1 punct\n"
                           "said say VBD 1 parataxis\n"
                           "so so RB 6 advmod\n"),
            "Marek 6 nsubj\nsaid 0 root\n");
}

TEST(LostSubjects, ASpeakerBehindAQuotation) {
  EXPECT_EQ(moved_subjects("\" \" \" 2 punct\n"
                           "Go go VB 5 ccomp\n"
                           ", , , 2 punct\n"
                           "\" \" \" 2 punct\n"
                           "said say VBD 0 root\n"
                           "Borek borek NNP 10 nsubj\n"
                           ", , , 9 punct\n"
                           "who who WP 9 nsubj\n"
                           "predicted predict VBD 6 acl:relcl\n"
                           "falls fall VBZ 5 ccomp\n"),
            "Borek 5 nsubj\nfalls 9 ccomp\n");
}

TEST(LostSubjects, ItThatSaysIsSomebody) {
  EXPECT_EQ(moved_subjects("It it PRP 2 expl\nsays say VBZ 0 root\nso so RB 2 advmod\n"), "It 2 nsubj\n");
  EXPECT_EQ(moved_subjects("It it PRP 2 expl\nseems seem VBZ 0 root\nso so RB 2 advmod\n"), "");
}

TEST(LostSubjects, AParticipleBehindACommaIsNothingThatIsSaid) {
  EXPECT_EQ(moved_subjects(
                "He he PRP 2 nsubj\nleft leave VBD 0 root\n, , , 4 punct\nadding add VBG 2 ccomp\nso so RB 4 advmod\n"),
            "adding 2 advcl\n");
  EXPECT_EQ(
      moved_subjects("He he PRP 2 nsubj\nsaid say VBD 0 root\n, , , 6 punct\nhe he PRP 6 nsubj\nwas be AUX 6 aux\n"
                     "leaving leave VBG 2 ccomp\n"),
      "");
}

TEST(LostSubjects, ALastWordThatReports) {
  EXPECT_EQ(moved_subjects("Two two CD 2 nummod\ndied die VBD 0 root\n, , , 5 punct\nKesh kesh NNP 5 compound\n"
                           "Wire wire NNP 6 compound\nreports report NNS 2 obj\n. . . 2 punct\n"),
            "Wire 6 nsubj\n");
  EXPECT_EQ(moved_subjects("Two two CD 2 nummod\ndied die VBD 0 root\n, , , 5 punct\nKesh kesh NNP 5 compound\n"
                           "Wire wire NNP 6 compound\nstocks stock NNS 2 obj\n. . . 2 punct\n"),
            "");
}

TEST(LostSubjects, ASpeakerBetweenCommasOrAtTheEnd) {
  EXPECT_EQ(
      moved_subjects(
          "The the DT 2 det\ndam dam NN 7 nsubj\n, , , 2 punct\nMarek marek NNP 2 appos\nsaid say VBD 7 parataxis\n"
          ", , , 5 punct\nholds hold VBZ 0 root\n"),
      "Marek 5 nsubj\n");
  EXPECT_EQ(
      moved_subjects(
          "Dams dam NNS 2 nsubj\nfall fall VBP 0 root\n, , , 4 punct\nsay say VB 2 parataxis\nsome some DT 4 obj\n"
          ". . . 2 punct\n"),
      "some 4 nsubj\n");
}

TEST(LostSubjects, WhatHasOneOrNeedsNoneIsLeftAlone) {
  // A subject of its own; a day; a relative clause; a verb that is joined and shares its subject.
  EXPECT_EQ(moved_subjects("Marek marek NNP 6 nsubj\n, , , 4 punct\na a DT 4 det\nteacher teacher NN 1 appos\n, , , 1 "
                           "punct\nsaid say VBD 0 root\n"),
            "");
  EXPECT_EQ(moved_subjects(
                "Last last JJ 2 amod\nweek week NN 8 obl:unmarked\n, , , 2 punct\nas as IN 6 mark\nit it PRP 6 nsubj\n"
                "fell fall VBD 8 advcl\n, , , 6 punct\nleft leave VBD 0 root\n"),
            "");
  EXPECT_EQ(
      moved_subjects("Men men NNS 0 root\n, , , 3 punct\nfriends friends NNS 1 appos\n, , , 5 punct\nleft leave VBD 1 "
                     "acl:relcl\n"),
      "");
  EXPECT_EQ(moved_subjects("He he PRP 2 nsubj\nsaw see VBD 0 root\nKesh kesh NNP 2 obj\n, , , 5 punct\na a DT 6 det\n"
                           "port port NN 3 appos\n, , , 8 punct\nleft leave VBD 2 conj\n"),
            "");
}

TEST(LostSubjects, TreesStayTrees) {
  std::mt19937 random(7);
  const auto pick = [&](std::size_t below) { return static_cast<std::uint32_t>(random() % below); };
  const std::array<std::string, 16> words{"Marek marek NNP",    "port port NN", ", , ,",          "said say VBD",
                                          "\" \" ''",           "and and CC",   "in in IN",       "the the DT",
                                          "left leave VBZ",     "who who WP",   "it it PRP",      "old old JJ",
                                          "reports report NNS", "say say VB",   "adding add VBG", "It it PRP"};
  const std::array<std::string, 8> relations{"nsubj", "ccomp", "appos", "acl:relcl", "conj", "parataxis", "obl", "dep"};
  for (int round = 0; round < 4000; ++round) {
    const std::uint32_t size = 3 + pick(14);
    std::string table;
    // Heads point to earlier words or to later ones of a random order, so that there is one root and no circle.
    std::vector<std::uint32_t> order(size);
    for (std::uint32_t t = 0; t < size; ++t) order[t] = t;
    std::shuffle(order.begin(), order.end(), random);
    std::vector<std::uint32_t> head(size, 0);
    for (std::uint32_t i = 1; i < size; ++i) head[order[i]] = order[pick(i)] + 1;
    for (std::uint32_t t = 0; t < size; ++t)
      table += words[pick(words.size())] + " " + std::to_string(head[t]) + " " +
               (head[t] == 0 ? "root" : relations[pick(relations.size())]) + "\n";
    TestSyntax made = syntax_table(table);
    language::mend_lost_subjects(made.dispatch.text, made.syntax, testing::spelling());
    std::uint32_t roots = 0;
    for (std::uint32_t t = 0; t < size; ++t) {
      roots += made.syntax.tokens[t].head == no_token;
      std::uint32_t steps = 0;
      for (TokenId up{t}; up != no_token && steps <= size; up = made.syntax[up].head) ++steps;
      ASSERT_LE(steps, size) << "a circle in\n" << table;
    }
    ASSERT_EQ(roots, 1U) << table;
  }
}

}  // namespace
}  // namespace sayso
