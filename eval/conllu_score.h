// Two readings of one text -> the figures of the CoNLL 2018 shared task.
//
//     UdScores scores = compare(gold, system);     // UdFiles over the same characters
//     scores.las.f1()                              // 0.853: a share of 1
//
// Words outside multiword tokens are the same if their characters are; inside a stretch of multiword tokens words are
// paired by the longest common subsequence of their forms. Every figure is an F1 over the words of both sides; with
// gold words given that is plain accuracy. Relations count without subtypes; a gold lemma "_" accepts any. Source:
// conll18_ud_eval.py (Zeman et al. 2018, section 5.1)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "conllu_file.h"

namespace sayso::eval {

struct Score {
  std::uint64_t gold = 0, system = 0, right = 0;
  double f1() const {  // 0 where there is nothing at all
    return gold + system == 0 ? 0 : 2.0 * static_cast<double>(right) / static_cast<double>(gold + system);
  }
};

struct UdScores {
  Score tokens{}, sentences{}, words{}, upos{}, xpos{};
  Score feats{};      // the features that the shared task looks at
  Score all_feats{};  // the whole column
  Score lemmas{}, uas{}, las{};
  Score clas{}, mlas{}, blex{};  // content words: head and relation; with tags and function words; with lemmas
};

struct WordPair {
  std::uint32_t gold = 0, system = 0;  // indexes into words
};

// Words that are the same in both, rising on both sides.
std::vector<WordPair> align(const UdFile& gold, const UdFile& system);

UdScores compare(const UdFile& gold, const UdFile& system);

}  // namespace sayso::eval
