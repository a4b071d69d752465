// Pairs attributions with gold ones and counts what they share.
//
//     gold {said: A} {denied: B}    ours {said: A} {said: B}   -> said with said; denied with the second, by content
//
// Left out on purpose: an optimal matching. Cues hardly ever share words with two others, so the greedy one differs
// from it in few pairs, and anybody can check it by hand.
#include "attribution_score.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace sayso::eval {
namespace {

double jaccard(const WordIds& a, const WordIds& b) {
  const std::size_t common = shared(a, b), all = a.size() + b.size() - common;
  return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

WordIds without_marks(const WordIds& words, const std::vector<bool>& is_mark) {
  WordIds bare;
  std::copy_if(words.begin(), words.end(), std::back_inserter(bare),
               [&](std::uint32_t word) { return !is_mark[word]; });
  return bare.empty() ? words : bare;
}

std::set<std::pair<std::uint32_t, std::uint32_t>> runs_of(const std::vector<Spoken>& side, Role role) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> runs;
  for (const Spoken& spoken : side) {
    const WordIds& words = spoken[role];
    for (std::size_t i = 0; i < words.size();) {
      std::size_t last = i;
      while (last + 1 < words.size() && words[last + 1] == words[last] + 1) ++last;
      runs.insert({words[i], words[last]});
      i = last + 1;
    }
  }
  return runs;
}

// One attribution on its side of the scores: what it has, and which of that its partner agrees with.
struct Agreed {
  std::array<bool, 3> exact{}, bare{}, overlap{};
};

void count_spoken(StratumScore& score, const Spoken& spoken, const Spoken* partner, const Agreed& agreed,
                  bool is_gold) {
  const auto tally = [&](Rate& rate, bool right) {
    ++(is_gold ? rate.gold : rate.ours);
    (is_gold ? rate.gold_right : rate.ours_right) += right;
  };
  ++(is_gold ? score.gold : score.ours);
  (is_gold ? score.gold_paired : score.ours_paired) += partner != nullptr;
  const auto all = [](const std::array<bool, 3>& each) { return each[0] && each[1] && each[2]; };
  std::array<bool, 3> exact = agreed.exact, bare = agreed.bare, common = agreed.overlap;
  for (const Role role : roles) {
    const auto r = static_cast<std::size_t>(role);
    RoleScore& about = score.role[r];
    if (!spoken[role].empty()) {
      tally(about.exact, exact[r]);
      tally(about.bare, bare[r]);
      tally(about.overlap, common[r]);
    } else if (partner != nullptr && (*partner)[role].empty()) {
      exact[r] = bare[r] = common[r] = true;
    }
    if (is_gold && partner != nullptr && (!spoken[role].empty() || !(*partner)[role].empty())) {
      about.jaccard_sum += jaccard(spoken[role], (*partner)[role]);
      ++about.jaccard_pairs;
    }
  }
  tally(score.triple.exact, partner != nullptr && all(exact));
  tally(score.triple.bare, partner != nullptr && all(bare));
  tally(score.triple.overlap, partner != nullptr && all(common));
}

}  // namespace

const char* name_of(Role role) {
  constexpr std::array<const char*, 3> names{"source", "cue", "content"};
  return names[static_cast<std::size_t>(role)];
}

const char* name_of(Stratum stratum) {
  constexpr std::array<const char*, 4> names{"all", "speech", "quoted", "other"};
  return names[static_cast<std::size_t>(stratum)];
}

bool is_in(const Spoken& spoken, Stratum stratum) {
  switch (stratum) {
    case Stratum::all:
      return true;
    case Stratum::speech:
      return spoken.speech;
    case Stratum::quoted:
      return spoken.quoted;
    case Stratum::other:
      return !spoken.speech && !spoken.quoted;
  }
  return false;
}

bool same_words(const WordIds& a, const WordIds& b, const std::vector<bool>& is_mark) {
  return without_marks(a, is_mark) == without_marks(b, is_mark);
}

void part_nested(Article& article) {
  const std::vector<Spoken>& ours = article.ours;
  const auto inside = [&](std::size_t i, std::size_t j) {
    return !ours[j][Role::content].empty() && !(ours[i][Role::cue].empty() && ours[i][Role::content].empty()) &&
           holds(ours[j][Role::content], ours[i][Role::cue]) && holds(ours[j][Role::content], ours[i][Role::content]);
  };
  std::vector<bool> goes(ours.size());
  for (std::size_t i = 0; i < ours.size(); ++i)
    for (std::size_t j = 0; j < ours.size() && !goes[i]; ++j)
      goes[i] = i != j && inside(i, j) && !(inside(j, i) && i < j);  // of two in one another the first stays
  std::vector<Spoken> kept;
  for (std::size_t i = 0; i < article.ours.size(); ++i)
    (goes[i] ? article.nested : kept).push_back(std::move(article.ours[i]));
  article.ours = std::move(kept);
}

std::vector<Pair> pair_up(const std::vector<Spoken>& gold, const std::vector<Spoken>& ours) {
  struct Candidate {
    bool by_cue;
    double likeness;
    Pair pair;
  };
  std::vector<Candidate> candidates;
  for (std::size_t g = 0; g < gold.size(); ++g)
    for (std::size_t o = 0; o < ours.size(); ++o) {
      const bool by_cue = overlap(gold[g][Role::cue], ours[o][Role::cue]);
      if (!by_cue && !overlap(gold[g][Role::content], ours[o][Role::content])) continue;
      double likeness = 0;
      for (const Role role : roles) likeness += jaccard(gold[g][role], ours[o][role]);
      candidates.push_back({by_cue, likeness, {g, o}});
    }
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.by_cue != b.by_cue ? a.by_cue : a.likeness > b.likeness;
  });
  std::vector<bool> gold_taken(gold.size()), ours_taken(ours.size());
  std::vector<Pair> pairs;
  for (const Candidate& candidate : candidates) {
    const auto [g, o] = candidate.pair;
    if (gold_taken[g] || ours_taken[o]) continue;
    gold_taken[g] = ours_taken[o] = true;
    pairs.push_back(candidate.pair);
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.gold < b.gold; });
  return pairs;
}

void add(AttributionScores& scores, const Article& article, const std::vector<Pair>& pairs) {
  ++scores.articles;
  scores.nested += article.nested.size();
  std::vector<const Spoken*> of_gold(article.gold.size()), of_ours(article.ours.size());
  std::vector<Agreed> gold_agreed(article.gold.size()), ours_agreed(article.ours.size());
  for (const auto& [g, o] : pairs) {
    const Spoken &want = article.gold[g], &have = article.ours[o];
    of_gold[g] = &have, of_ours[o] = &want;
    Agreed agreed;
    for (const Role role : roles) {
      const auto r = static_cast<std::size_t>(role);
      if (want[role].empty() || have[role].empty()) continue;
      agreed.exact[r] = want[role] == have[role];
      agreed.bare[r] = same_words(want[role], have[role], article.is_mark);
      agreed.overlap[r] = overlap(want[role], have[role]);
    }
    gold_agreed[g] = ours_agreed[o] = agreed;
  }
  for (const Stratum stratum : strata) {
    StratumScore& score = scores.stratum[static_cast<std::size_t>(stratum)];
    for (std::size_t g = 0; g < article.gold.size(); ++g)
      if (is_in(article.gold[g], stratum)) count_spoken(score, article.gold[g], of_gold[g], gold_agreed[g], true);
    for (std::size_t o = 0; o < article.ours.size(); ++o)
      if (is_in(article.ours[o], stratum)) count_spoken(score, article.ours[o], of_ours[o], ours_agreed[o], false);
  }
  for (const Role role : roles) {
    Rate& rate = scores.spans[static_cast<std::size_t>(role)];
    const auto want = runs_of(article.gold, role), have = runs_of(article.ours, role);
    const auto right = static_cast<std::uint64_t>(
        std::count_if(want.begin(), want.end(), [&](const auto& run) { return have.contains(run); }));
    rate.gold += want.size(), rate.ours += have.size();
    rate.gold_right += right, rate.ours_right += right;
  }
}

}  // namespace sayso::eval
