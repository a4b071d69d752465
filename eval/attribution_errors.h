// What is wrong with attributions, by kind, so that rules can be mended from it.
//
//     missed: no cue            kesh.txt:120   gold  The army | vowed | to stay
//     content too short: right  kesh.txt:310   gold  it had left Kesh on Monday   ours  it had left Kesh (said-clause)
//
// Places are bytes of the article's file.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "attribution_score.h"

namespace sayso::eval {

struct Mistake {
  std::string kind{};
  const Spoken* gold = nullptr;  // null: spurious
  const Spoken* ours = nullptr;  // null: missed
  bool whole = true;             // false: one role of a pair
  Role role = Role::cue;         // which, then
};

// In the order of the gold, spurious ones last. Pointers are into the article.
std::vector<Mistake> mistakes_of(const Article& article, const std::vector<Pair>& pairs);

// How two sides of a role differ: "" (they do not), "we have none", "gold has none", "other words", "marks only", "too
// long: left", "too short: right", "shifted: both" …
std::string difference(const WordIds& gold, const WordIds& ours, const std::vector<bool>& is_mark);

// The words of a role as they stand, pieces parted by " … "; "-" if there are none.
std::string printed(const Article& article, const WordIds& words);

// Counts by kind and stratum; at most `most` examples a kind; the commonest missed and spurious cues; ours by rule.
void print_mistakes(std::FILE* out, const std::vector<Article>& articles, const std::vector<std::vector<Pair>>& pairs,
                    std::size_t most);

}  // namespace sayso::eval
