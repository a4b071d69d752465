// Treebank -> text and bare words; layers -> treebank.
//
//     tokens "didn't" "go" "." (SpaceAfter=No)  ->  "didn't go."  ->  words did|n't, go, . over characters {0,6} {6,8}
//     …
//
// Left out on purpose: white space as it stood in the source (SpacesAfter), which treebanks seldom keep.
#include "conllu_layers.h"

#include <string_view>

#include "publish/conllu.h"
#include "publish/penn_tag.h"

namespace sayso::eval {
namespace {

UdWord word_of(std::string_view text, const Syntax& syntax, const Sentence& sentence, std::uint32_t i) {
  const Token& token = syntax.tokens[i];
  const std::string_view form = slice(text, token.span);
  const std::uint32_t first = index(sentence.first);
  UdWord out;
  out.form = without_spaces(form);
  out.lemma = token.lemma;
  out.upos = name_of(token.tag);
  out.xpos = penn_tag(form, token.xpos, opens_quotation(syntax, sentence, i));
  out.feats = name_of(token.features);
  out.relation = name_of(token.relation);
  // A sentence that was not read has no tree: the flat one that its CoNLL-U has.
  out.head = token.head != no_token ? index(token.head) - first + 1 : sentence.read || i == first ? 0 : 1;
  if (out.head == 0) out.relation = "root";
  return out;
}

// Which words touch, as a layer: gold tokens come with their spaces, and a quotation mark's side tells what it does.
Syntax spaces_of(const UdFile& gold) {
  Syntax out;
  std::uint32_t at = 0;
  for (const UdSentence& s : gold.sentences) {
    std::uint32_t word = s.first;
    for (std::uint32_t t = s.first_token; t < s.last_token; ++t) {
      for (; word < s.last && gold.words[word].span == gold.tokens[t].span; ++word) {
        out.tokens.push_back({.span = {at, at + 1}});
        ++at;
      }
      at += gold.tokens[t].space_after;
    }
  }
  return out;
}

}  // namespace

RawText raw_text(const UdFile& gold) {
  RawText out;
  std::string& text = out.dispatch.text;
  bool space = false;
  const auto append_gap = [&](std::string_view gap, std::uint32_t at) {
    text += gap;
    out.character.insert(out.character.end(), gap.size(), at);
  };
  for (const UdSentence& sentence : gold.sentences) {
    const std::uint32_t begin = gold.tokens[sentence.first_token].span.begin;
    if (sentence.new_paragraph || text.empty()) {
      if (!text.empty()) append_gap("\n\n", begin);
      const auto at = static_cast<std::uint32_t>(text.size());
      out.dispatch.paragraphs.push_back({.span = {at, at}});
      space = false;
    }
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      const UdToken& token = gold.tokens[t];
      if (space) append_gap(" ", token.span.begin);
      // Spaces inside a form are text but no characters of it.
      std::uint32_t at = token.span.begin;
      for (std::size_t i = 0; i < token.form.size();) {
        std::size_t end = i + 1;
        while (end < token.form.size() && (static_cast<unsigned char>(token.form[end]) & 0xC0U) == 0x80U) ++end;
        const std::string_view letter = std::string_view(token.form).substr(i, end - i);
        const bool counts = !without_spaces(letter).empty();
        for (const char byte : letter) {
          text += byte;
          out.character.push_back(at);
          at += counts;
        }
        i = end;
      }
      space = token.space_after;
    }
    out.dispatch.paragraphs.back().span.end = static_cast<std::uint32_t>(text.size());
  }
  out.character.push_back(gold.tokens.back().span.end);
  return out;
}

UdFile reading_of(const RawText& raw, const Syntax& syntax) {
  const std::string_view text = raw.dispatch.text;
  const auto span_of = [&](Span bytes) { return Span{raw.character[bytes.begin], raw.character[bytes.end - 1] + 1}; };
  UdFile out;
  for (const Sentence& sentence : syntax.sentences) {
    const std::uint32_t last = index(sentence.last);
    out.sentences.push_back({.first = index(sentence.first), .last = last, .span = span_of(sentence.span)});
    for (std::uint32_t i = index(sentence.first); i < last;) {
      const std::uint32_t end = token_end(text, syntax, sentence, i);
      const Span span = span_of({syntax.tokens[i].span.begin, syntax.tokens[end - 1].span.end});
      out.tokens.push_back({.span = span});
      const bool multiword = end > i + 1;
      for (; i < end; ++i) {
        out.words.push_back(word_of(text, syntax, sentence, i));
        out.words.back().span = span;
        out.words.back().multiword = multiword;
      }
    }
  }
  return out;
}

GoldWords gold_words(const UdFile& gold) {
  GoldWords out;
  for (const UdSentence& s : gold.sentences) {
    for (std::uint32_t i = s.first; i < s.last; ++i) {
      const auto begin = static_cast<std::uint32_t>(out.text.size());
      out.text += gold.words[i].form;
      out.syntax.tokens.push_back({.span = {begin, static_cast<std::uint32_t>(out.text.size())}});
      out.text += ' ';
    }
    out.syntax.sentences.push_back(
        {.span = {out.syntax.tokens[s.first].span.begin, out.syntax.tokens[s.last - 1].span.end},
         .first = TokenId{s.first},
         .last = TokenId{s.last}});
  }
  return out;
}

UdFile reading_of(const GoldWords& given, const Syntax& syntax, const UdFile& gold) {
  const Syntax spaced = spaces_of(gold);
  UdFile out = gold;
  for (std::size_t s = 0; s < syntax.sentences.size(); ++s)
    for (std::uint32_t i = gold.sentences[s].first; i < gold.sentences[s].last; ++i) {
      UdWord word = word_of(given.text, syntax, syntax.sentences[s], i);
      word.xpos = penn_tag(slice(given.text, syntax.tokens[i].span), syntax.tokens[i].xpos,
                           opens_quotation(spaced, syntax.sentences[s], i));
      word.form = gold.words[i].form;
      word.span = gold.words[i].span;
      word.multiword = gold.words[i].multiword;
      out.words[i] = std::move(word);
    }
  return out;
}

}  // namespace sayso::eval
