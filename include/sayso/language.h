// Sentences, tokens, trees and names: what the trained model sees in a dispatch.
//
//     "The army said Monday it had left."
//      token      The   army  said  Monday  it    had  left  .
//      tag        DET   NOUN  VERB  PROPN   PRON  AUX  VERB  PUNCT
//      head       1     2     root  2       6     6    2     2        (index of another token of the same layer)
//      relation   det   nsubj root  obl:unmarked nsubj aux ccomp punct
//
// Tokens are syntactic words in the sense of Universal Dependencies: "don't" is two tokens, "do" and "n't", whose spans
// touch. Token spans never overlap and rise strictly; what lies between two tokens is white space only, so spans plus
// gaps give the text back. Source: https://universaldependencies.org/guidelines.html (version 2).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/features.h"
#include "sayso/span.h"

namespace sayso {

enum class TokenId : std::uint32_t {};     // index into Syntax::tokens
enum class SentenceId : std::uint32_t {};  // index into Syntax::sentences
constexpr TokenId no_token{0xFFFFFFFFU};   // "none": the head of a root

constexpr std::uint32_t index(TokenId id) { return static_cast<std::uint32_t>(id); }
constexpr std::uint32_t index(SentenceId id) { return static_cast<std::uint32_t>(id); }

// Universal part-of-speech tags, in the alphabetical order of the guidelines.
enum class Tag : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
};

// Penn Treebank tags carry tense and number: VBD past, VBZ present third person, VBN past participle, VBG, VB, MD, NNS
// … Written with letters only: PRP$ is PRP_S, WP$ is WP_S, HYPH, NFP, ADD, AFX, GW and XX as in EWT; all marks are
// PUNCT.
enum class Xpos : std::uint8_t {
  none,
  ADD,
  AFX,
  CC,
  CD,
  DT,
  EX,
  FW,
  GW,
  HYPH,
  IN,
  JJ,
  JJR,
  JJS,
  LS,
  MD,
  NFP,
  NN,
  NNP,
  NNPS,
  NNS,
  PDT,
  POS,
  PRP,
  PRP_S,
  PUNCT,
  RB,
  RBR,
  RBS,
  RP,
  SYM,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  WP_S,
  WRB,
  XX
};

// Universal dependency relations with the subtypes that English treebanks use. `name_of` gives "nsubj:pass".
enum class Relation : std::uint8_t {
  dep,
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp
};

std::string_view name_of(Tag tag);            // "NOUN"
std::string_view name_of(Xpos xpos);          // "PRP$"; "_" for none
std::string_view name_of(Relation relation);  // "nsubj:pass"
// The inverse; unknown names give Tag::X, Xpos::none, Relation::dep (an unknown subtype gives its main relation).
Tag tag_named(std::string_view name);
Xpos xpos_named(std::string_view name);
Relation relation_named(std::string_view name);

struct Token {
  Span span{};
  std::string lemma{};  // lower case except for names ("Kharkiv"); never empty
  Tag tag = Tag::X;
  Xpos xpos = Xpos::none;
  TokenId head = no_token;  // no_token for the root of a sentence
  Relation relation = Relation::dep;
  Features features{};  // empty also where the model does not tell features

  bool operator==(const Token&) const = default;
};

// Why a sentence was not read.
enum class Unread : std::uint8_t { no, dateline, too_long, not_english };

std::string_view name_of(Unread unread);  // "dateline", "too long", "not English"; "" for one that was read

struct Sentence {
  Span span{};                  // from its first token's first byte to its last token's last byte
  std::uint32_t paragraph = 0;  // index into Dispatch::paragraphs
  TokenId first{};              // tokens [first, last)
  TokenId last{};
  bool read = true;            // false: kept but not parsed; no trees
  Unread unread = Unread::no;  // why, where read is false

  bool operator==(const Sentence&) const = default;
};

// A military unit is one that can be told from others: "the 93rd Brigade", "Kesh Northern Fleet"; an army or a ministry
// is an organisation. Written to disk by nobody: the order may change.
enum class NameKind : std::uint8_t { person, organisation, place, military_unit, other };

std::string_view name_of(NameKind kind);  // as name lists label them: "PER" "ORG" "LOC" "MIL" "OTH"
std::optional<NameKind> name_kind_named(std::string_view name);

// A proper name found by the model: tokens [first, last) of one sentence. Names do not overlap.
struct Name {
  TokenId first{};
  TokenId last{};
  NameKind kind = NameKind::other;

  bool operator==(const Name&) const = default;
};

// The language layer of one dispatch. Sentences cover the read paragraphs in order; tokens of a sentence are
// contiguous.
struct Syntax {
  std::vector<Sentence> sentences{};
  std::vector<Token> tokens{};
  std::vector<Name> names{};  // by first token

  bool operator==(const Syntax&) const = default;
  const Token& operator[](TokenId id) const { return tokens[index(id)]; }
  const Sentence& operator[](SentenceId id) const { return sentences[index(id)]; }
};

}  // namespace sayso
