// Dispatches with syntax written by hand, for tests that must not depend on a model.
//
//     auto built = build_tagged({"Shelling/NOUN/nsubj@2 hit/VERB Izium/PROPN/obj@2 ./PUNCT"}, "2022-09-12");
//     built.name("Izium", NameKind::place);
//
// A token is word/TAG, word/TAG/relation@head (head counted from 1 in the sentence) or word=lemma/TAG…; tokens are
// parted by white space, and marks that lean on the word before (. , ; : ? ! ) 's 's n't %) are joined to it in the
// text; "(" leans on the word behind. A word without a tag is X. Each string is one sentence and one body paragraph.
#pragma once

#include <charconv>
#include <initializer_list>
#include <sstream>
#include <string>
#include <string_view>

#include "mention/built.h"
#include "sayso/dispatch.h"
#include "sayso/language.h"

namespace sayso::testing_kit {

using test::Built;

inline bool leans_left(std::string_view w) {
  return w == "." || w == "," || w == ";" || w == ":" || w == "?" || w == "!" || w == ")" || w == "'s" || w == "’s" ||
         w == "n't" || w == "%";
}

inline Built build_tagged(std::initializer_list<std::string_view> sentences, std::string_view published = "") {
  Built out;
  out.dispatch.published = published.empty() ? std::nullopt : day_of_iso(published);
  std::string& text = out.dispatch.text;
  for (const std::string_view sentence : sentences) {
    if (!text.empty()) text += "\n\n";
    const auto paragraph = static_cast<std::uint32_t>(out.dispatch.paragraphs.size());
    const auto first = static_cast<std::uint32_t>(out.syntax.tokens.size());
    const auto begin = static_cast<std::uint32_t>(text.size());
    bool open = true;  // no space before the next token
    std::istringstream pieces{std::string(sentence)};
    for (std::string piece; pieces >> piece;) {
      Token token;
      const std::size_t slash = piece.find('/', 1);
      std::string word = piece.substr(0, slash), lemma;
      if (const std::size_t equals = word.find('=', 1); equals != std::string::npos) {
        lemma = word.substr(equals + 1);
        word.resize(equals);
      }
      if (slash != std::string::npos) {
        std::string rest = piece.substr(slash + 1);
        if (const std::size_t relation = rest.find('/'); relation != std::string::npos) {
          const std::string arc = rest.substr(relation + 1);
          rest.resize(relation);
          const std::size_t at = arc.find('@');
          token.relation = relation_named(arc.substr(0, at));
          std::uint32_t head = 0;
          if (at != std::string::npos) std::from_chars(arc.data() + at + 1, arc.data() + arc.size(), head);
          if (head != 0) token.head = TokenId{first + head - 1};
        }
        token.tag = tag_named(rest);
      }
      if (!open && !leans_left(word)) text += ' ';
      open = word == "(";
      token.span.begin = static_cast<std::uint32_t>(text.size());
      text += word;
      token.span.end = static_cast<std::uint32_t>(text.size());
      if (lemma.empty()) {
        lemma = word;
        if (token.tag != Tag::PROPN)
          for (char& c : lemma)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
      }
      token.lemma = lemma;
      out.syntax.tokens.push_back(token);
    }
    const Span span{begin, static_cast<std::uint32_t>(text.size())};
    out.dispatch.paragraphs.push_back({.span = span, .kind = ParagraphKind::body});
    out.syntax.sentences.push_back({.span = span,
                                    .paragraph = paragraph,
                                    .first = TokenId{first},
                                    .last = TokenId{static_cast<std::uint32_t>(out.syntax.tokens.size())},
                                    .read = true});
  }
  return out;
}

// One sentence a paragraph, no tokens: for stages that need words only.
inline Built build_plain(std::initializer_list<std::string_view> paragraphs, std::string_view published = "") {
  Built out;
  out.dispatch.published = published.empty() ? std::nullopt : day_of_iso(published);
  for (const std::string_view paragraph : paragraphs) {
    if (!out.dispatch.text.empty()) out.dispatch.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(out.dispatch.text.size());
    out.dispatch.text += paragraph;
    const Span span{begin, static_cast<std::uint32_t>(out.dispatch.text.size())};
    const auto number = static_cast<std::uint32_t>(out.dispatch.paragraphs.size());
    out.dispatch.paragraphs.push_back({.span = span, .kind = ParagraphKind::body});
    out.syntax.sentences.push_back(
        {.span = span, .paragraph = number, .first = TokenId{0}, .last = TokenId{0}, .read = true});
  }
  return out;
}

}  // namespace sayso::testing_kit
