// Attributions against gold attributions: who is paired with whom, and how much of each is the same.
//
//     gold  [The army] [said] [it had left Kesh]     ours  [army] [said] [it had left Kesh]
//       cue exact, content exact, source overlapping: the triple overlaps and is not exact
//
// An attribution is three sets of words. Two are paired if their cues share a word, else if their contents do; each is
// paired once. Pairs are taken greedily: shared cue first, then the larger sum of the three roles' Jaccard indexes,
// then the earlier gold, then the earlier of ours.
//     exact    the same words, marks included
//     bare     the same words, marks left out on both sides (where nothing would be left they stay)
//     overlap  one word or more in common
// A role that is empty on both sides counts for nobody there; in a triple it agrees. A triple is right if all three
// roles are. Jaccard: mean over pairs in which either side has the role.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attribution_words.h"

namespace sayso::eval {

enum class Role : std::uint8_t { source, cue, content };
constexpr std::array<Role, 3> roles{Role::source, Role::cue, Role::content};
const char* name_of(Role role);

// One attribution, gold or ours.
struct Spoken {
  std::array<WordIds, 3> words{};  // by role
  bool speech = false;             // its cue has a listed verb of speech
  bool quoted = false;             // its content has quotation marks
  bool unread = false;             // gold whose cue stands in no sentence that was read
  std::string lemma{};             // of its cue, for tables
  std::string rule{};              // that made it; empty in gold

  const WordIds& operator[](Role role) const { return words[static_cast<std::size_t>(role)]; }
  WordIds& operator[](Role role) { return words[static_cast<std::size_t>(role)]; }
};

// One article as it is scored. The text must outlive it.
struct Article {
  std::string_view file{}, text{};
  std::vector<Span> words{};    // what the word numbers mean
  std::vector<bool> is_mark{};  // which of them are no letters or digits
  std::vector<Spoken> gold{}, ours{};
  std::vector<Spoken> nested{};  // ours that are not scored, since they stand inside what another of ours says
};

// Moves into `nested` what stands with cue and content wholly in the content of another of ours.
void part_nested(Article& article);

struct Pair {
  std::size_t gold = 0, ours = 0;  // indexes
};
std::vector<Pair> pair_up(const std::vector<Spoken>& gold, const std::vector<Spoken>& ours);  // by gold

struct Rate {
  std::uint64_t gold = 0, gold_right = 0, ours = 0, ours_right = 0;

  double precision() const { return share(ours_right, ours); }
  double recall() const { return share(gold_right, gold); }
  double f1() const {
    const double p = precision(), r = recall();
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }
  static double share(std::uint64_t part, std::uint64_t whole) {  // 0 of nothing
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

struct Agreement {
  Rate exact{}, bare{}, overlap{};
};

struct RoleScore : Agreement {
  double jaccard_sum = 0;
  std::uint64_t jaccard_pairs = 0;
  double jaccard() const { return jaccard_pairs == 0 ? 0 : jaccard_sum / static_cast<double>(jaccard_pairs); }
};

// Gold is counted by what the gold is, ours by what ours is: recall over the gold of a kind, precision over ours.
struct StratumScore {
  std::uint64_t gold = 0, ours = 0, gold_paired = 0, ours_paired = 0;
  std::array<RoleScore, 3> role{};
  Agreement triple{};
};

enum class Stratum : std::uint8_t { all, speech, quoted, other };
constexpr std::array<Stratum, 4> strata{Stratum::all, Stratum::speech, Stratum::quoted, Stratum::other};
const char* name_of(Stratum stratum);
bool is_in(const Spoken& spoken, Stratum stratum);  // other: neither speech nor quoted

struct AttributionScores {
  std::array<StratumScore, 4> stratum{};
  std::array<Rate, 3> spans{};  // by role: runs of words, each once an article, whoever they belong to
  std::uint64_t articles = 0, nested = 0;

  const StratumScore& operator[](Stratum at) const { return stratum[static_cast<std::size_t>(at)]; }
};

void add(AttributionScores& scores, const Article& article, const std::vector<Pair>& pairs);

// Whether two sides of a role agree; see above. `is_mark` is the article's.
bool same_words(const WordIds& a, const WordIds& b, const std::vector<bool>& is_mark);

}  // namespace sayso::eval
