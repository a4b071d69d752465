// Words, verbs, pairs and counts of the attribution measure, and the same counted the slow way.
#include "attribution_score.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "attribution_errors.h"

namespace sayso::eval {
namespace {

WordIds ids(std::initializer_list<std::uint32_t> list) { return list; }

Spoken spoken(WordIds source, WordIds cue, WordIds content) {
  Spoken out;
  out[Role::source] = std::move(source), out[Role::cue] = std::move(cue), out[Role::content] = std::move(content);
  return out;
}

TEST(Words, AreRunsOfLettersAndSingleMarks) {
  std::string cut;
  const std::string text = "Kesh’s \"93rd\" naïve—\nend.";
  for (const Span word : cut_words(text)) cut += std::string(slice(text, word)) + "|";
  EXPECT_EQ(cut, "Kesh|’|s|\"|93rd|\"|naïve|—|end|.|");
  EXPECT_TRUE(cut_words("").empty());
  EXPECT_TRUE(cut_words(" \n\t").empty());
}

TEST(Words, ArePickedByEveryByteTheyShare) {
  const auto words = cut_words("one two three");  // [0,3) [4,7) [8,13)
  EXPECT_EQ(pick(words, {{0, 3}}), ids({0}));
  EXPECT_EQ(pick(words, {{2, 5}}), ids({0, 1}));
  EXPECT_EQ(pick(words, {{12, 13}, {0, 1}, {8, 9}}), ids({0, 2}));
  EXPECT_EQ(pick(words, {{3, 4}}), ids({}));
  EXPECT_EQ(pick(words, {{99, 100}}), ids({}));
}

TEST(Words, QuotationMarksMayStandBesideAPiece) {
  const std::string text = "“We stay,” he said. The 'fort' held, a \"lie\" or not.";
  const auto at = [&](const char* words) {
    const auto begin = static_cast<std::uint32_t>(text.find(words));
    return std::vector<Span>{{begin, begin + static_cast<std::uint32_t>(std::string(words).size())}};
  };
  EXPECT_TRUE(has_quotation_marks(text, at("We stay")));
  EXPECT_TRUE(has_quotation_marks(text, at("stay")));
  EXPECT_FALSE(has_quotation_marks(text, at("he said")));
  EXPECT_FALSE(has_quotation_marks(text, at("The 'fort' held")));
  EXPECT_TRUE(has_quotation_marks(text, at("a \"lie\" or not")));
  EXPECT_FALSE(has_quotation_marks(text, at("not.")));
  EXPECT_FALSE(has_quotation_marks(text, {}));
}

TEST(Verbs, HaveTheirForms) {
  const auto forms = [](const char* lemma) {
    std::string out;
    for (const std::string& form : regular_forms(lemma)) out += (out.empty() ? "" : " ") + form;
    return out;
  };
  EXPECT_EQ(forms("deny"), "deny denies denied denying");
  EXPECT_EQ(forms("say"), "say says sayed saying");
  EXPECT_EQ(forms("argue"), "argue argues argued arguing");
  EXPECT_EQ(forms("lie"), "lie lies lied liing lying");
  EXPECT_EQ(forms("agree"), "agree agrees agreed agreing agreeing");
  EXPECT_EQ(forms("admit"), "admit admits admited admiting admitted admitting");
  EXPECT_EQ(forms("stress"), "stress stresses stressed stressing");
  EXPECT_EQ(forms(""), "");
  EXPECT_EQ(regular_forms("point out"),
            (std::vector<std::string>{"point out", "points out", "pointed out", "pointing out"}));
}

TEST(Verbs, StandInACueAsWholeWords) {
  SpeechVerbs verbs;
  verbs.add("said"), verbs.add("spelled out"), verbs.add("");
  EXPECT_TRUE(verbs.stands_in("had Said that"));
  EXPECT_TRUE(verbs.stands_in("“said”"));
  EXPECT_TRUE(verbs.stands_in("has spelled  out"));
  EXPECT_FALSE(verbs.stands_in("spelled it out"));
  EXPECT_FALSE(verbs.stands_in("unsaid"));
  EXPECT_FALSE(verbs.stands_in(""));
}

TEST(Verbs, OfTheLexiconsAreThoseOfSpeech) {
  const auto verbs = SpeechVerbs::of_lexicons(SAYSO_SOURCE_DIR "/data/lexicons");
  ASSERT_TRUE(verbs) << verbs.error().message;
  for (const char* cue : {"said", "has told", "is warning", "denies", "accused", "spoke of", "vowed"})
    EXPECT_TRUE(verbs->stands_in(cue)) << cue;
  for (const char* cue : {"thinks", "according to", "wanted", ":"}) EXPECT_FALSE(verbs->stands_in(cue)) << cue;
  EXPECT_FALSE(SpeechVerbs::of_lexicons("/nowhere"));
}

TEST(Nested, IsWhatStandsWhollyInAnothersContent) {
  Article article;
  article.ours = {spoken({0}, {1}, {2, 3, 4, 5, 6}),  // holds the next
                  spoken({2}, {3}, {4, 5}),           // and this one
                  spoken({9}, {3}, {5, 7}),           // reaches out of it
                  spoken({}, {}, {2, 6}),             // a run without a cue
                  spoken({}, {}, {}),                 // nothing at all
                  spoken({}, {11}, {10, 11}),
                  spoken({}, {10}, {10, 11})};  // in one another
  part_nested(article);
  ASSERT_EQ(article.ours.size(), 4U);
  EXPECT_EQ(article.ours[0][Role::cue], ids({1}));
  EXPECT_EQ(article.ours[1][Role::content], ids({5, 7}));
  EXPECT_TRUE(article.ours[2][Role::content].empty());
  EXPECT_EQ(article.ours[3][Role::cue], ids({11}));
  EXPECT_EQ(article.nested.size(), 3U);
}

std::string pairs_of(const std::vector<Spoken>& gold, const std::vector<Spoken>& ours) {
  std::string out;
  for (const auto& [g, o] : pair_up(gold, ours)) out += std::to_string(g) + "-" + std::to_string(o) + " ";
  return out;
}

TEST(Pairs, SharedCuesGoBeforeSharedContents) {
  // ours 0 has the whole content of gold 0 but another cue; ours 1 has its cue and no content of it.
  EXPECT_EQ(pairs_of({spoken({0}, {1}, {2, 3})}, {spoken({0}, {9}, {2, 3}), spoken({0}, {1}, {7})}), "0-1 ");
  EXPECT_EQ(pairs_of({spoken({0}, {1}, {2, 3})}, {spoken({0}, {9}, {3, 4})}), "0-0 ") << "by content";
  EXPECT_EQ(pairs_of({spoken({0}, {1}, {2, 3})}, {spoken({0}, {9}, {7})}), "") << "a shared speaker is no pair";
  // Two contents of one cue: the liker first, then what is left.
  EXPECT_EQ(
      pairs_of({spoken({0}, {1}, {2, 3}), spoken({0}, {1}, {5, 6})}, {spoken({0}, {1}, {5, 6}), spoken({0}, {1}, {2})}),
      "0-1 1-0 ");
  EXPECT_EQ(pairs_of({spoken({}, {1}, {2}), spoken({}, {1}, {2})}, {spoken({}, {1}, {2})}), "0-0 ") << "the earlier";
  EXPECT_EQ(pairs_of({}, {spoken({}, {1}, {2})}), "");
}

// gold   0 [The army] [said] [it had left .]     speech    1 nobody [was denied] [that]   2 [Marek] [vowed] [“ we stay
// ”] ours   0 [army] [said] [it had left]           speech    1 nobody [was denied] [that]   2 spurious [Ana] [thinks]
// [so]
Article example() {
  Article article;
  article.is_mark.assign(40, false);
  for (const std::size_t mark : {7U, 22U, 25U}) article.is_mark[mark] = true;
  article.gold = {spoken({0, 1}, {2}, {3, 4, 5, 7}), spoken({}, {10, 11}, {12}), spoken({20}, {21}, {22, 23, 24, 25})};
  article.ours = {spoken({1}, {2}, {3, 4, 5}), spoken({}, {10, 11}, {12}), spoken({30}, {31}, {32})};
  article.gold[0].speech = article.gold[1].speech = article.gold[2].speech = article.gold[2].quoted = true;
  article.ours[0].speech = article.ours[1].speech = true;
  return article;
}

std::string printed(const Rate& rate) {
  return std::to_string(rate.gold_right) + "/" + std::to_string(rate.gold) + " " + std::to_string(rate.ours_right) +
         "/" + std::to_string(rate.ours);
}
std::string printed(const Agreement& score) {
  return printed(score.exact) + ", " + printed(score.bare) + ", " + printed(score.overlap);
}

TEST(Scores, CountBothSidesByTheirOwnKind) {
  const Article article = example();
  AttributionScores scores;
  add(scores, article, pair_up(article.gold, article.ours));
  const StratumScore& all = scores[Stratum::all];
  EXPECT_EQ(printed(all.triple), "1/3 1/3, 1/3 1/3, 2/3 2/3");
  EXPECT_EQ(printed(all.role[0]), "0/2 0/2, 0/2 0/2, 1/2 1/2") << "without a source on both sides: no source";
  EXPECT_EQ(printed(all.role[1]), "2/3 2/3, 2/3 2/3, 2/3 2/3");
  EXPECT_EQ(printed(all.role[2]), "1/3 1/3, 2/3 2/3, 2/3 2/3") << "the stop is a mark";
  EXPECT_DOUBLE_EQ(all.role[0].jaccard(), 0.5);
  EXPECT_DOUBLE_EQ(all.role[2].jaccard(), (0.75 + 1) / 2);
  EXPECT_EQ(all.gold_paired, 2U);
  EXPECT_EQ(printed(scores[Stratum::speech].triple), "1/3 1/2, 1/3 1/2, 2/3 2/2");
  EXPECT_EQ(printed(scores[Stratum::quoted].triple), "0/1 0/0, 0/1 0/0, 0/1 0/0");
  EXPECT_EQ(printed(scores[Stratum::other].triple), "0/0 0/1, 0/0 0/1, 0/0 0/1");
  EXPECT_DOUBLE_EQ(scores[Stratum::speech].triple.overlap.f1(), 0.8);
  EXPECT_DOUBLE_EQ(scores[Stratum::quoted].triple.overlap.f1(), 0);
  EXPECT_EQ(printed(scores.spans[2]), "2/4 2/3") << "content {3 4 5 7} is two runs, {3 4 5} is the first";
}

// The same, with sets and by trying all pairs again and again.
struct Slow {
  using Set = std::set<std::uint32_t>;
  static Set set(const WordIds& words) { return {words.begin(), words.end()}; }
  static std::size_t common(const Set& a, const Set& b) {
    std::size_t n = 0;
    for (const auto word : a) n += b.count(word);
    return n;
  }
  static double jaccard(const Set& a, const Set& b) {
    Set both = a;
    both.insert(b.begin(), b.end());
    return both.empty() ? 0 : static_cast<double>(common(a, b)) / static_cast<double>(both.size());
  }
  static std::vector<Pair> pairs(const Article& article) {
    std::set<std::size_t> gold_left, ours_left;
    for (std::size_t g = 0; g < article.gold.size(); ++g) gold_left.insert(g);
    for (std::size_t o = 0; o < article.ours.size(); ++o) ours_left.insert(o);
    std::vector<Pair> found;
    for (;;) {
      double best = -1;
      Pair pair;
      for (const auto g : gold_left)
        for (const auto o : ours_left) {
          const Spoken &a = article.gold[g], &b = article.ours[o];
          const bool cue = common(set(a[Role::cue]), set(b[Role::cue])) > 0;
          if (!cue && common(set(a[Role::content]), set(b[Role::content])) == 0) continue;
          double likeness = 0;
          for (const Role role : roles) likeness += jaccard(set(a[role]), set(b[role]));
          if (cue) likeness += 100;
          if (likeness > best + 1e-9) best = likeness, pair = {g, o};
        }
      if (best < 0) return found;
      found.push_back(pair);
      gold_left.erase(pair.gold), ours_left.erase(pair.ours);
    }
  }
};

TEST(Scores, AreThoseOfTheSlowWay) {
  std::mt19937 random(7);
  const auto some = [&](std::uint32_t most) {
    WordIds words;
    for (auto n = random() % (most + 1); n > 0; --n) words.push_back(static_cast<std::uint32_t>(random() % 14));
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  };
  for (int round = 0; round < 400; ++round) {
    Article article;
    article.is_mark.assign(14, false);
    for (const auto side : {&article.gold, &article.ours})
      for (auto n = random() % 5; n > 0; --n) {
        side->push_back(spoken(some(2), some(2), some(4)));
        side->back().speech = random() % 2 == 0;
      }
    const auto pairs = pair_up(article.gold, article.ours);
    const auto slow = Slow::pairs(article);
    std::set<std::pair<std::size_t, std::size_t>> fast_set, slow_set;
    for (const Pair& pair : pairs) fast_set.insert({pair.gold, pair.ours});
    for (const Pair& pair : slow) slow_set.insert({pair.gold, pair.ours});
    ASSERT_EQ(fast_set, slow_set) << "round " << round;

    AttributionScores scores;
    add(scores, article, pairs);
    for (const Stratum stratum : {Stratum::all, Stratum::speech}) {
      std::uint64_t triple_gold = 0, triple_ours = 0, gold = 0;
      std::array<std::uint64_t, 3> exact{}, overlap{};
      for (const Spoken& one : article.gold) gold += is_in(one, stratum);
      for (const auto& [g, o] : slow) {
        bool all = true;
        for (const Role role : roles) {
          const auto a = Slow::set(article.gold[g][role]), b = Slow::set(article.ours[o][role]);
          if (!a.empty() && is_in(article.gold[g], stratum)) {
            exact[static_cast<std::size_t>(role)] += a == b;
            overlap[static_cast<std::size_t>(role)] += Slow::common(a, b) > 0;
          }
          all = all && (Slow::common(a, b) > 0 || (a.empty() && b.empty()));
        }
        triple_gold += all && is_in(article.gold[g], stratum);
        triple_ours += all && is_in(article.ours[o], stratum);
      }
      const StratumScore& score = scores[stratum];
      ASSERT_EQ(score.gold, gold);
      ASSERT_EQ(score.triple.overlap.gold_right, triple_gold);
      ASSERT_EQ(score.triple.overlap.ours_right, triple_ours);
      for (std::size_t r = 0; r < 3; ++r) {
        ASSERT_EQ(score.role[r].exact.gold_right, exact[r]);
        ASSERT_EQ(score.role[r].overlap.gold_right, overlap[r]);
      }
    }
  }
}

TEST(Errors, SayHowTwoSidesDiffer) {
  const std::vector<bool> is_mark{false, false, false, false, true, false};  // 4 is a mark
  const std::tuple<WordIds, WordIds, const char*> cases[] = {
      {{1, 2}, {1, 2}, ""},
      {{1}, {}, "we have none"},
      {{}, {1}, "gold has none"},
      {{1}, {2}, "other words"},
      {{1, 4}, {1}, "marks only"},
      {{1, 2}, {0, 1, 2}, "too long: left"},
      {{1}, {1, 2}, "too long: right"},
      {{0, 1, 2}, {1, 2, 4}, "too short: left"},
      {{0, 1, 2}, {0, 2}, "too short: inside"},
      {{0, 1}, {1, 2}, "shifted: both ends"},
      {{1}, {0, 1, 2}, "too long: both ends"},
  };
  for (const auto& [gold, ours, how] : cases) EXPECT_EQ(difference(gold, ours, is_mark), how);
}

TEST(Errors, KindsFollowWhatStandsThere) {
  const std::string text = "zero one two three four five six seven eight nine ten";
  Article article;
  article.text = text;
  article.words = cut_words(text);
  article.is_mark.assign(article.words.size(), false);
  article.gold = {spoken({0}, {1}, {2, 3}), spoken({}, {5}, {6}), spoken({}, {7}, {8}), spoken({}, {9}, {10})};
  article.gold[3].unread = true;
  article.ours = {spoken({4}, {1}, {2, 3, 5}), spoken({}, {2}, {}), spoken({}, {0}, {4})};
  article.nested = {spoken({}, {7}, {0})};
  const auto pairs = pair_up(article.gold, article.ours);
  std::string kinds;
  for (const Mistake& mistake : mistakes_of(article, pairs)) kinds += mistake.kind + "\n";
  EXPECT_EQ(kinds,
            "source: other words\n"
            "content: too long: right\n"
            "missed: cue inside our content\n"
            "missed: ours is nested in another of ours\n"
            "missed: text not read\n"
            "spurious: inside gold content\n"
            "spurious: no gold there\n");
  EXPECT_EQ(sayso::eval::printed(article, ids({0, 1, 4})), "zero one … four");
}

}  // namespace
}  // namespace sayso::eval
