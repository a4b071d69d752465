// A treebank file in memory, with the characters it covers, so that two readings of one text can be laid side by side.
//
//     1-2	didn't	…        token {0,6}   words did, n't: both {0,6}, multiword
//     3	deny	…            token {6,10}  word deny {6,10}
//
// Spans count bytes of all forms written together without white space: what the CoNLL 2018 shared task aligns by.
// A file must be whole and sound: ten columns, ids in order, one tree a sentence, an empty line behind each, "\n" line
// ends, UTF-8 without a byte order mark.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/result.h"
#include "sayso/span.h"

namespace sayso::eval {

struct UdToken {
  std::string form{};
  Span span{};
  bool space_after = true;
};

struct UdWord {
  std::string form{}, lemma{}, upos{}, xpos{}, feats{}, relation{}, misc{};
  std::uint32_t head = 0;  // 0 the root, else 1 + the index in its sentence
  Span span{};             // its token's
  bool multiword = false;  // its token has words of its own
};

struct UdSentence {
  std::string id{};
  bool new_paragraph = false;
  std::uint32_t first = 0, last = 0;  // words [first, last)
  std::uint32_t first_token = 0, last_token = 0;
  Span span{};
};

struct UdFile {
  std::vector<UdToken> tokens{};
  std::vector<UdWord> words{};
  std::vector<UdSentence> sentences{};
};

// Errors: unreadable; empty; not_text with "file:line" and what is wrong there.
Result<UdFile> read_conllu(const std::filesystem::path& path);
Result<UdFile> parse_conllu(std::string_view text, const std::string& name);

// A form without the space characters inside it ("1 000" -> "1000").
std::string without_spaces(std::string_view form);

}  // namespace sayso::eval
