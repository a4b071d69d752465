// Random trees and patterns over a few words, so that most patterns match something somewhere.
//
//     Dice dice(7);
//     random_tree(dice)     ->  syntax_table of one to six tokens, lemmas a b c d
//     random_pattern(dice)  ->  "{lemma:a|b}=x ?>obj ({at:after}=y !>det {within:2})"
#pragma once

#include <random>
#include <string>
#include <vector>

#include "syntax_table.h"

namespace sayso {

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : generator_(seed) {}
  std::uint32_t below(std::uint32_t sides) { return static_cast<std::uint32_t>(generator_()) % sides; }
  bool one_in(std::uint32_t sides) { return below(sides) == 0; }
  std::string of(const std::vector<std::string>& words) {
    return words[below(static_cast<std::uint32_t>(words.size()))];
  }

 private:
  std::mt19937 generator_;
};

// Heads to either side: a token hangs on one of those that were made before it, in an order of its own.
inline TestSyntax random_tree(Dice& dice) {
  const std::uint32_t size = 1 + dice.below(6);
  std::vector<std::uint32_t> order(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    order[i] = i;
    std::swap(order[i], order[dice.below(i + 1)]);
  }
  std::vector<std::string> rows(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    const std::uint32_t head = i == 0 ? 0 : 1 + order[dice.below(i)];
    const std::string relation =
        i == 0 ? "root" : dice.of({"nsubj", "nsubj:pass", "obj", "obl", "det", "conj", "case", "nmod", "xcomp"});
    rows[order[i]] = "w " + dice.of({"a", "b", "c", "d", "by"}) + " " + dice.of({"NN", "VBD", "VBN", "IN"}) + " " +
                     std::to_string(head) + " " + relation + "\n";
  }
  std::string table;
  for (const std::string& row : rows) table += row;
  return syntax_table(table);
}

inline std::string random_test(Dice& dice, bool first) {
  std::vector<std::string> tests{"lemma:a",  "lemma:a|b", "lemma:@vowels", "lemma:c|@vowels", "tag:NOUN",
                                 "tag:VERB", "xpos:VBN",  "is:red",        "is:red|blue",     "preposition:by"};
  if (!first) tests.insert(tests.end(), {"at:before", "at:after", "within:1", "within:2"});
  return (dice.one_in(4) ? "!" : "") + dice.of(tests);
}

inline std::string random_node(Dice& dice, bool first, bool named) {
  std::string node = "{";
  for (int tests = 0; dice.one_in(2) && tests < 2; ++tests) node += (tests == 0 ? "" : "; ") + random_test(dice, first);
  return node + "}" + (named && dice.one_in(2) ? "=" + dice.of({"x", "y", "z"}) : "");
}

// `nodes`: how many more it may have.
inline std::string random_steps(Dice& dice, int& nodes, bool named, int depth) {
  std::string steps;
  while (nodes > 0 && !dice.one_in(3)) {
    --nodes;
    const std::uint32_t kind = dice.below(6);
    const bool names = named && kind != 1;
    steps += kind == 0 ? " ?" : kind == 1 ? " !" : " ";
    steps += dice.one_in(5) ? "<" + dice.of({"", "nsubj", "obj|conj", "obl"})
                            : ">" + dice.of({"", "nsubj", "obj", "obj|obl", "conj|det", "subject", "actor", "patient",
                                             "subject|obl", "case"});
    const bool deep = depth < 2 && dice.one_in(3);
    steps += deep ? " (" + random_node(dice, false, names) + random_steps(dice, nodes, names, depth + 1) + ")"
                  : " " + random_node(dice, false, names);
  }
  return steps;
}

inline std::string random_pattern(Dice& dice) {
  int nodes = 4;
  const std::string first = random_node(dice, true, true);
  return first + random_steps(dice, nodes, true, 0);
}

}  // namespace sayso
