// Sentences with trees, written by hand.
//
//     build(R"(
//       The    DET   2 det
//       army   NOUN  3 nsubj
//       left   VERB  0 root   VBD  leave
//       ~.     PUNCT 3 punct
//       # name person 1-2
//
//       It     PRON  2 nsubj
//       )");
//
// A line is: form, tag, head (1-based in its sentence, 0 the root), relation, then optionally xpos and lemma ("_"
// leaves one out).
// "~" before a form: no space before it. An empty line ends a sentence; "# paragraph KIND" opens a paragraph; "# name
// KIND A-B" is a name over tokens A to B of the sentence before it. Lemmas default to the form, lower case unless
// PROPN.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "mention/built.h"
#include "sayso/dispatch.h"
#include "sayso/language.h"

namespace sayso::test {

inline Built build(const std::string& table) {
  Built out;
  std::string& text = out.dispatch.text;
  std::istringstream lines(table);
  std::string line;
  std::vector<int> heads;
  std::uint32_t first = 0;
  bool fresh_paragraph = true;
  ParagraphKind kind = ParagraphKind::body;
  const auto size = [&] { return static_cast<std::uint32_t>(text.size()); };
  const auto close = [&] {
    const auto last = static_cast<std::uint32_t>(out.syntax.tokens.size());
    if (last == first) return;
    for (std::uint32_t t = first; t < last; ++t) {
      const int head = heads[t - first];
      out.syntax.tokens[t].head = head == 0 ? no_token : TokenId{first + static_cast<std::uint32_t>(head) - 1};
    }
    const Span span{out.syntax.tokens[first].span.begin, out.syntax.tokens[last - 1].span.end};
    out.dispatch.paragraphs.back().span.end = span.end;
    out.syntax.sentences.push_back(
        {span, static_cast<std::uint32_t>(out.dispatch.paragraphs.size() - 1), TokenId{first}, TokenId{last}, true});
    heads.clear();
    first = last;
  };
  while (std::getline(lines, line)) {
    std::istringstream words(line);
    std::string form, tag, relation, xpos, lemma;
    int head = 0;
    if (!(words >> form)) {
      close();
      continue;
    }
    if (form == "#") {
      std::string what, which, range;
      words >> what >> which;
      if (what == "paragraph") {
        close();
        fresh_paragraph = true;
        kind = which == "headline" ? ParagraphKind::headline : ParagraphKind::body;
      } else if (what == "name") {
        words >> range;
        const std::uint32_t base = heads.empty() ? index(out.syntax.sentences.back().first) : first;
        const auto a = static_cast<std::uint32_t>(std::stoi(range)),
                   b = static_cast<std::uint32_t>(std::stoi(range.substr(range.find('-') + 1)));
        const NameKind name = which == "person"         ? NameKind::person
                              : which == "organisation" ? NameKind::organisation
                              : which == "place"        ? NameKind::place
                              : which == "unit"         ? NameKind::military_unit
                                                        : NameKind::other;
        out.syntax.names.push_back({TokenId{base + a - 1}, TokenId{base + b}, name});
      }
      continue;
    }
    words >> tag >> head >> relation >> xpos >> lemma;
    const bool joined = form[0] == '~' && form.size() > 1;
    if (joined) form.erase(0, 1);
    if (fresh_paragraph) {
      if (!text.empty()) text += "\n\n";
      out.dispatch.paragraphs.push_back({{size(), size()}, kind});
    } else if (!joined) {
      text += ' ';
    }
    fresh_paragraph = false;
    Token token;
    token.span = {size(), size() + static_cast<std::uint32_t>(form.size())};
    token.tag = tag_named(tag);
    token.relation = relation_named(relation);
    token.xpos = xpos.empty() || xpos == "_" ? Xpos::none : xpos_named(xpos);
    token.lemma = !lemma.empty() && lemma != "_" ? lemma : token.tag == Tag::PROPN ? form : to_lower(form);
    text += form;
    out.syntax.tokens.push_back(token);
    heads.push_back(head);
  }
  close();
  return out;
}

}  // namespace sayso::test
