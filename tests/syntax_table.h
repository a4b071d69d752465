// Syntax by hand, for tests that must not depend on a model: one token a line, "form lemma xpos head relation", heads
// counted from 1.
//
//     const auto syntax = syntax_table("The the DT 2 det\narmy army NN 3 nsubj\nleft leave VBD 0 root\n");
//     syntax.dispatch.text == "The army left"
//
// UPOS is told from the Penn tag. An empty line begins a new sentence (same paragraph); "¶" alone a new paragraph.
#pragma once

#include <sstream>
#include <string>

#include "sayso/dispatch.h"
#include "sayso/language.h"

namespace sayso {

struct TestSyntax {
  Dispatch dispatch{};
  Syntax syntax{};
};

inline Tag tag_of_xpos(const std::string& xpos) {
  if (xpos.starts_with("NNP")) return Tag::PROPN;
  if (xpos.starts_with("NN")) return Tag::NOUN;
  if (xpos == "MD" || xpos == "AUX") return Tag::AUX;
  if (xpos.starts_with("VB")) return Tag::VERB;
  if (xpos.starts_with("JJ")) return Tag::ADJ;
  if (xpos.starts_with("RB")) return Tag::ADV;
  if (xpos.starts_with("PRP") || xpos.starts_with("WP") || xpos == "WDT") return Tag::PRON;
  if (xpos == "IN" || xpos == "TO") return Tag::ADP;
  if (xpos == "DT") return Tag::DET;
  if (xpos == "CC") return Tag::CCONJ;
  if (xpos == "CD") return Tag::NUM;
  return Tag::PUNCT;
}

inline TestSyntax syntax_table(const std::string& table) {
  TestSyntax made;
  std::istringstream lines(table);
  std::uint32_t first = 0, begin = 0, paragraph_begin = 0;
  const auto end_sentence = [&] {
    auto& tokens = made.syntax.tokens;
    if (tokens.size() == first) return;
    made.syntax.sentences.push_back({{begin, tokens.back().span.end},
                                     static_cast<std::uint32_t>(made.dispatch.paragraphs.size()),
                                     TokenId{first},
                                     TokenId{static_cast<std::uint32_t>(tokens.size())},
                                     true});
    first = static_cast<std::uint32_t>(tokens.size());
  };
  const auto end_paragraph = [&] {
    made.dispatch.paragraphs.push_back(
        {{paragraph_begin, static_cast<std::uint32_t>(made.dispatch.text.size())}, ParagraphKind::body});
  };
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) {
      end_sentence();
      continue;
    }
    if (line == "¶") {
      end_sentence();
      end_paragraph();
      made.dispatch.text += "\n\n";
      paragraph_begin = static_cast<std::uint32_t>(made.dispatch.text.size());
      continue;
    }
    std::istringstream cells(line);
    std::string form, lemma, xpos, relation;
    std::uint32_t head = 0;
    cells >> form >> lemma >> xpos >> head >> relation;
    auto& text = made.dispatch.text;
    const bool glued = form == "." || form == "," || form == "'s";
    if (text.size() > paragraph_begin && !glued) text += ' ';
    const auto at = static_cast<std::uint32_t>(text.size());
    if (made.syntax.tokens.size() == first) begin = at;
    text += form;
    Token token;
    token.span = {at, static_cast<std::uint32_t>(text.size())};
    token.lemma = lemma;
    token.xpos = xpos_named(xpos);
    token.tag = relation == "aux" || relation == "aux:pass" || relation == "cop" ? Tag::AUX : tag_of_xpos(xpos);
    token.head = head == 0 ? no_token : TokenId{first + head - 1};
    token.relation = relation_named(relation);
    made.syntax.tokens.push_back(token);
  }
  end_sentence();
  end_paragraph();
  return made;
}

}  // namespace sayso
