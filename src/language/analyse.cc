// The language stage in order: paragraphs -> words -> sentences -> the network's answers -> tokens and names.
//
//     "Orlen denied it." -> [Orlen PROPN nsubj>denied] [denied VERB root] [it PRON obj>denied] [. PUNCT punct>denied],
//                           names {Orlen: person}
//
// Left out on purpose: enhanced dependencies, coreference.
#include "language/analyse.h"

#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "language/bare_counts.h"
#include "language/cue_days.h"
#include "language/datelines.h"
#include "language/day_subjects.h"
#include "language/doubled_subjects.h"
#include "language/english.h"
#include "language/lost_subjects.h"
#include "language/military_names.h"
#include "language/model_parts.h"
#include "language/number_hedges.h"
#include "language/sentences.h"
#include "language/tokenizer.h"
#include "language/word_lemma.h"

namespace sayso {
namespace {

using language::WordGuess;

bool is_read(ParagraphKind kind) {
  return kind == ParagraphKind::headline || kind == ParagraphKind::heading || is_running_text(kind) ||
         kind == ParagraphKind::caption;
}

Unread reason_against(std::string_view text, const Syntax& layer, const Sentence& sentence, const Spelling& spelling,
                      const language::Network& network) {
  if (!sentence.read) return sentence.unread;
  if (index(sentence.last) - index(sentence.first) > longest_sentence) return Unread::too_long;
  return language::is_english(text, layer, sentence, spelling, network) ? Unread::no : Unread::not_english;
}

// Where the splitter cut a sentence of another language, its shorter part may have said nothing of its language.
void leave_parts_unread(std::string_view text, Syntax& layer, const Spelling& spelling) {
  constexpr std::uint32_t few_words = 6;
  const auto other_language = [&](const Sentence& sentence, std::uint32_t paragraph) {
    return sentence.unread == Unread::not_english && sentence.paragraph == paragraph;
  };
  std::vector<std::size_t> parts;
  for (std::size_t s = 0; s < layer.sentences.size(); ++s) {
    const Sentence& sentence = layer.sentences[s];
    if (!sentence.read || index(sentence.last) - index(sentence.first) > few_words) continue;
    const bool beside = (s > 0 && other_language(layer.sentences[s - 1], sentence.paragraph)) ||
                        (s + 1 < layer.sentences.size() && other_language(layer.sentences[s + 1], sentence.paragraph));
    if (beside && !language::has_english_word(text, layer, sentence, spelling)) parts.push_back(s);
  }
  for (const std::size_t s : parts) layer.sentences[s].read = false, layer.sentences[s].unread = Unread::not_english;
}

void leave_unread(std::string_view text, Syntax& layer, const Sentence& sentence) {
  for (std::uint32_t i = index(sentence.first); i < index(sentence.last); ++i)
    layer.tokens[i].lemma = to_lower(slice(text, layer.tokens[i].span));
}

// "is striking bridges": with "be" as its auxiliary and an object it is a verb, though the tag says adjective or noun.
void settle_progressives(std::string_view text, Syntax& layer, const Sentence& sentence, const WordGuess* guesses,
                         const LanguageModel::Parts& parts, const Spelling& spelling) {
  const std::uint32_t first = index(sentence.first), last = index(sentence.last);
  for (std::uint32_t i = first; i < last; ++i) {
    if (layer.tokens[i].relation != Relation::obj || layer.tokens[i].head == no_token) continue;
    const std::uint32_t at = index(layer.tokens[i].head);
    Token& token = layer.tokens[at];
    const std::string_view form = slice(text, token.span);
    if ((token.tag != Tag::ADJ && token.tag != Tag::NOUN && token.xpos != Xpos::VBG) || !form.ends_with("ing") ||
        at == first)
      continue;
    for (std::uint32_t before = at; before-- > first && at - before <= 3;)
      if (layer.tokens[before].relation == Relation::aux && layer.tokens[before].head == TokenId{at} &&
          layer.tokens[before].lemma == "be") {
        token.tag = Tag::VERB;
        token.xpos = Xpos::VBG;
        token.features = features_named("Tense=Pres|VerbForm=Part");
        token.lemma = language::word_lemma(form, token, guesses[at - first], parts, spelling);
      }
  }
}

void fill(std::string_view text, Syntax& layer, const Sentence& sentence, const WordGuess* guesses,
          const LanguageModel::Parts& parts, const Spelling& spelling) {
  const std::uint32_t first = index(sentence.first);
  for (std::uint32_t i = first; i < index(sentence.last); ++i) {
    const WordGuess& guess = guesses[i - first];
    Token& token = layer.tokens[i];
    std::tie(token.tag, token.xpos) = parts.tags[guess.tag];
    token.lemma = language::word_lemma(slice(text, token.span), token, guess, parts, spelling);
    if (guess.feature < parts.features.size()) token.features = parts.features[guess.feature];
    token.relation = parts.relations[guess.relation];
    token.head = guess.head == 0 ? no_token : TokenId{first + guess.head - 1};
    // The root's relation is "root" and nobody else's is.
    if (guess.head == 0)
      token.relation = Relation::root;
    else if (token.relation == Relation::root)
      token.relation = Relation::parataxis;
  }
  settle_progressives(text, layer, sentence, guesses, parts, spelling);
  for (std::uint32_t i = first; i < index(sentence.last);) {
    const auto label = parts.names[guesses[i - first].name];
    std::uint32_t end = i + 1;
    if (label.kind) {
      for (; end < index(sentence.last); ++end) {
        const auto next = parts.names[guesses[end - first].name];
        if (next.begins || next.kind != label.kind) break;
      }
      layer.names.push_back({TokenId{i}, TokenId{end}, *label.kind});
    }
    i = end;
  }
}

}  // namespace

Syntax segment(const Dispatch& dispatch, const LanguageModel& model, const Spelling& spelling) {
  const std::string_view text = dispatch.text;
  std::vector<std::uint32_t> paragraphs;  // that are read
  std::vector<std::vector<Span>> words_of, filed_of;
  std::vector<Span> all;
  std::vector<std::uint32_t> borders{0};
  for (std::size_t p = 0; p < dispatch.paragraphs.size(); ++p) {
    if (!is_read(dispatch.paragraphs[p].kind)) continue;
    std::vector<Span> words = language::tokenize(text, dispatch.paragraphs[p].span, spelling);
    // A dateline is kept as words that are not read: no tree may hang a speaker on it.
    const auto behind = words.begin() + static_cast<std::ptrdiff_t>(language::dateline_words(text, words));
    paragraphs.push_back(static_cast<std::uint32_t>(p));
    filed_of.emplace_back(words.begin(), behind);
    words_of.emplace_back(behind, words.end());
    all.insert(all.end(), behind, words.end());
    borders.push_back(static_cast<std::uint32_t>(all.size()));
  }
  const std::vector<float> odds = model.parts().splitter.read(text, all, borders);

  Syntax layer;
  const auto add = [&](const std::vector<Span>& words, std::uint32_t first, std::uint32_t last, std::uint32_t paragraph,
                       bool read) {
    const auto begin = static_cast<std::uint32_t>(layer.tokens.size());
    for (std::uint32_t i = first; i < last; ++i) layer.tokens.push_back({.span = words[i]});
    layer.sentences.push_back({.span = {words[first].begin, words[last - 1].end},
                               .paragraph = paragraph,
                               .first = TokenId{begin},
                               .last = TokenId{static_cast<std::uint32_t>(layer.tokens.size())},
                               .read = read,
                               .unread = read ? Unread::no : Unread::dateline});
  };
  for (std::size_t k = 0; k < paragraphs.size(); ++k) {
    const std::vector<Span>& filed = filed_of[k];
    std::vector<Span>& words = words_of[k];
    if (!filed.empty()) add(filed, 0, static_cast<std::uint32_t>(filed.size()), paragraphs[k], false);
    std::vector<std::uint32_t> ends =
        language::split_sentences(text, words, std::span(odds).subspan(borders[k], words.size()), spelling);
    language::part_last_stops(text, words, ends, spelling);
    std::uint32_t first = 0;
    for (const std::uint32_t last : ends) {
      add(words, first, last, paragraphs[k], true);
      first = last;
    }
  }
  return layer;
}

Syntax parse(std::string_view text, Syntax layer, const LanguageModel& model, const Spelling& spelling) {
  const LanguageModel::Parts& parts = model.parts();
  layer.names.clear();
  std::vector<std::string_view> forms;
  std::vector<std::uint32_t> borders{0};
  for (Sentence& sentence : layer.sentences) {
    sentence.unread = reason_against(text, layer, sentence, spelling, parts.network);
    sentence.read = sentence.read && sentence.unread == Unread::no;
  }
  leave_parts_unread(text, layer, spelling);
  for (const Sentence& sentence : layer.sentences) {
    if (!sentence.read) {
      leave_unread(text, layer, sentence);
      continue;
    }
    for (std::uint32_t i = index(sentence.first); i < index(sentence.last); ++i)
      forms.push_back(slice(text, layer.tokens[i].span));
    borders.push_back(static_cast<std::uint32_t>(forms.size()));
  }
  const std::vector<WordGuess> guesses = parts.network.read(forms, borders);
  std::size_t at = 0;
  for (const Sentence& sentence : layer.sentences)
    if (sentence.read) fill(text, layer, sentence, guesses.data() + borders[at++], parts, spelling);
  language::mend_number_hedges(text, layer, spelling);
  language::mend_bare_counts(text, layer);
  language::mend_doubled_subjects(text, layer);
  language::mend_lost_subjects(text, layer, spelling);
  language::mend_day_subjects(text, layer, spelling);
  language::mend_cue_days(text, layer, spelling);
  language::name_military_units(text, layer, spelling);
  return layer;
}

Syntax analyse(const Dispatch& dispatch, const LanguageModel& model, const Spelling& spelling) {
  return parse(dispatch.text, segment(dispatch, model, spelling), model, spelling);
}

}  // namespace sayso
