// What the tests of the language stage share: the word lists, the model, dispatches of bare text.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "language/analyse.h"

namespace sayso::testing {

inline const Spelling& spelling() {
  static const Spelling lists = [] {
    auto loaded = load_spelling(SAYSO_SOURCE_DIR "/data/lexicons");
    if (!loaded) ADD_FAILURE() << loaded.error().where << ": " << loaded.error().message;
    return loaded ? *loaded : Spelling{};
  }();
  return lists;
}

inline const std::filesystem::path model_path = SAYSO_SOURCE_DIR "/models/english.sayso";

inline const LanguageModel& model() {
  static const Result<LanguageModel> opened = LanguageModel::open(model_path);
  if (!opened) ADD_FAILURE() << opened.error().where << ": " << opened.error().message;
  return opened.value();
}

inline Dispatch bare(std::string text, ParagraphKind kind = ParagraphKind::body) {
  Dispatch dispatch;
  dispatch.text = std::move(text);
  dispatch.paragraphs.push_back({.span = {0, static_cast<std::uint32_t>(dispatch.text.size())}, .kind = kind});
  return dispatch;
}

inline std::string joined(const std::string& text, const Syntax& syntax) {  // words by spaces, sentences by " | "
  std::string out;
  for (const Sentence& sentence : syntax.sentences) {
    if (!out.empty()) out += " | ";
    for (std::uint32_t i = index(sentence.first); i < index(sentence.last); ++i)
      out.append(i > index(sentence.first) ? " " : "").append(slice(text, syntax.tokens[i].span));
  }
  return out;
}

}  // namespace sayso::testing
