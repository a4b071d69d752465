// Lays gold and reading side by side.
//
//     gold Cue [10, 14) "said"   ours cue [10, 14)   -> word 2 on both sides, lemma say
//
// Left out on purpose: carriers and media, which no gold has.
#include "attribution_article.h"

#include <algorithm>
#include <optional>

#include "attribution_extents.h"
#include "base/utf8.h"

namespace sayso::eval {
namespace {

// The reading's tokens by their bytes in the file.
struct FileTokens {
  std::vector<Span> spans{};
  std::vector<bool> read{};

  explicit FileTokens(const Reading& reading) : read(reading.syntax.tokens.size()) {
    for (const Token& token : reading.syntax.tokens) spans.push_back(raw_span(reading.dispatch, token.span));
    for (const Sentence& sentence : reading.syntax.sentences)
      for (auto t = index(sentence.first); t < index(sentence.last); ++t) read[t] = sentence.read;
  }

  std::vector<std::uint32_t> in(const std::vector<Span>& pieces) const {
    std::vector<std::uint32_t> found;
    for (const Span piece : pieces) {
      auto at = std::lower_bound(spans.begin(), spans.end(), piece.begin,
                                 [](Span token, std::uint32_t byte) { return token.end <= byte; });
      for (; at != spans.end() && at->begin < piece.end; ++at)
        found.push_back(static_cast<std::uint32_t>(at - spans.begin()));
    }
    return found;
  }
};

std::string text_of_pieces(std::string_view text, const std::vector<Span>& pieces) {
  std::string out;
  for (const Span piece : pieces) out += (out.empty() ? "" : " ") + std::string(slice(text, piece));
  return out;
}

// A cue under one name: its last verb, else its last noun or adjective, else its words.
std::string lemma_of(const Reading& reading, const std::vector<std::uint32_t>& tokens, const std::string& words) {
  const auto last = [&](std::initializer_list<Tag> tags) -> const Token* {
    for (auto t = tokens.rbegin(); t != tokens.rend(); ++t)
      if (std::find(tags.begin(), tags.end(), reading.syntax.tokens[*t].tag) != tags.end())
        return &reading.syntax.tokens[*t];
    return nullptr;
  };
  if (const Token* verb = last({Tag::VERB})) return verb->lemma;
  if (const Token* noun = last({Tag::NOUN, Tag::ADJ})) return noun->lemma;
  return words.empty() ? "(none)" : fold(words);
}

}  // namespace

Article lay_side_by_side(const GoldArticle& gold, const Reading* reading, const SpeechVerbs& verbs, As as) {
  Article article;
  article.file = gold.file;
  article.text = gold.text;
  article.words = cut_words(gold.text);
  for (const Span word : article.words) {
    std::size_t at = word.begin;
    const char32_t first = next_code_point(gold.text, at);
    article.is_mark.push_back(!is_letter(first) && !is_digit(first) && !is_mark(first));
  }
  const auto spoken = [&](const std::vector<Span>& source, const std::vector<Span>& cue,
                          const std::vector<Span>& content) {
    Spoken out;
    out[Role::source] = pick(article.words, source);
    out[Role::cue] = pick(article.words, cue);
    out[Role::content] = pick(article.words, content);
    out.quoted = has_quotation_marks(gold.text, content);
    out.speech = verbs.stands_in(text_of_pieces(gold.text, cue));
    return out;
  };
  const FileTokens tokens(reading != nullptr ? *reading : Reading{});
  const auto lemma = [&](const std::vector<Span>& cue) {
    return reading == nullptr ? fold(text_of_pieces(gold.text, cue))
                              : lemma_of(*reading, tokens.in(cue), text_of_pieces(gold.text, cue));
  };
  for (const GoldAttribution& marked : gold.attributions) {
    Spoken made = spoken(marked.source, marked.cue, marked.content);
    const auto at_cue = tokens.in(marked.cue.empty() ? marked.content : marked.cue);
    made.unread = std::none_of(at_cue.begin(), at_cue.end(), [&](std::uint32_t t) { return tokens.read[t]; });
    made.lemma = lemma(marked.cue);
    article.gold.push_back(std::move(made));
  }
  if (reading == nullptr) return article;
  std::optional<PolnearExtents> polnear;
  if (as == As::polnear) polnear.emplace(*reading);
  for (const Attribution& said : reading->attributions) {
    // The reporter's own voice; in a headline its quote is "headline", and it has no cue there either.
    if (said.quote == Quote::own || (said.quote == Quote::headline && !said.cue)) continue;
    const Extents extents = polnear ? polnear->of(said) : published(said);
    const auto in_file = [&](std::vector<Span> spans) {
      for (Span& span : spans) span = raw_span(reading->dispatch, span);
      return spans;
    };
    const auto source = in_file(extents.source), cue = in_file(extents.cue), content = in_file(extents.content);
    Spoken made = spoken(source, cue, content);
    made.lemma = lemma(cue);
    made.rule = said.rule;
    article.ours.push_back(std::move(made));
  }
  return article;
}

}  // namespace sayso::eval
