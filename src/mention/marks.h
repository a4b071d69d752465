// Where the lexicon's phrases stand on the tokens of a dispatch.
//
//     "The Russian Defense Ministry said"
//      names   [Russian]           demonym of RUS
//      bodies  [Defense Ministry]  mod
//
// Within a table marks are the longest, from the left, and do not overlap; marks of different tables may.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/actors.h"
#include "match/tree.h"
#include "sayso/language.h"

namespace sayso::mention {

struct Mark {
  TokenId first{};
  TokenId last{};  // inclusive
  TokenId head{};  // the token of it that hangs outside it
  Span span{};
  std::uint32_t value = 0;
  bool affixed = false;  // part of a longer word: "pro-Moscow", "U.S.-led"

  bool covers(TokenId token) const { return first <= token && token <= last; }
};

class MarkTable {
 public:
  explicit MarkTable(std::size_t tokens) : at_(tokens, none) {}
  void add(Mark mark);
  const Mark* at(TokenId token) const { return at_[index(token)] == none ? nullptr : &marks_[at_[index(token)]]; }
  // The last mark that lies within tokens [first, end) and does not cover `end`.
  const Mark* last_before(TokenId first, TokenId end) const;
  const std::vector<Mark>& all() const { return marks_; }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  std::vector<Mark> marks_;
  std::vector<std::uint32_t> at_;
};

struct Marks {
  MarkTable names, bodies, roles, nouns, echelons;
};

Marks mark(std::string_view text, const Tree& tree, const ActorLexicon& lexicon);

}  // namespace sayso::mention
