// Noun phrases by their core: from the first modifier to the last part of a name, without clauses and tails.
//
//     "Defense Ministry spokesman Igor Konashenkov, who spoke on Monday," -> [Defense Ministry spokesman Igor
//     Konashenkov] "the brigade of guards"                                             -> [the brigade], [guards]
#pragma once

#include <vector>

#include "match/tree.h"
#include "sayso/language.h"

namespace sayso::mention {

struct Chunk {
  TokenId first{};
  TokenId head{};
  TokenId last{};  // inclusive

  bool covers(TokenId token) const { return first <= token && token <= last; }
};

class Chunker {
 public:
  explicit Chunker(const Tree& tree);

  // The chunk a token heads. Linear in the chunk.
  Chunk chunk_of(TokenId head) const;
  // Every nominal that is no part of another's chunk, in text order of heads; possessors have chunks of their own.
  std::vector<Chunk> chunks() const;

 private:
  bool follows(TokenId head, TokenId first, TokenId last, TokenId& up) const;

  bool modifies_later(TokenId token) const;

  const Tree& tree_;
  std::vector<std::uint32_t> leftmost_;  // the first token of each subtree
};

}  // namespace sayso::mention
