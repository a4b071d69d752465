// Any bytes into the tokenizer, the sentence splitter and the model file's reader: no crash, no lost byte.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "language/analyse.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto spelling = sayso::load_spelling(SAYSO_SOURCE_DIR "/data/lexicons");
  static const auto model = sayso::LanguageModel::open(SAYSO_SOURCE_DIR "/models/english.sayso");
  if (!spelling || !model || size > 1U << 20) return 0;
  sayso::Dispatch dispatch;
  dispatch.text.assign(reinterpret_cast<const char*>(data), size);
  dispatch.paragraphs.push_back({.span = {0, static_cast<std::uint32_t>(size)}});
  const sayso::Syntax syntax = sayso::segment(dispatch, *model, *spelling);
  std::size_t at = 0;
  for (const sayso::Token& token : syntax.tokens) {
    if (token.span.begin < at || token.span.end <= token.span.begin || token.span.end > size) std::abort();
    while (at < token.span.begin)
      if (!sayso::is_space(sayso::next_code_point(dispatch.text, at))) std::abort();
    at = token.span.end;
  }
  static_cast<void>(sayso::LanguageModel::parse(dispatch.text, "fuzz"));
  return 0;
}
