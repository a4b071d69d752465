// Any bytes into the language stage, from words to CoNLL-U, and into the model file's reader: no crash, no lost byte, a
// tree for every sentence that is read.
// Damaged models are model_fuzz's matter.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "language/analyse.h"
#include "publish/conllu.h"

namespace {

using namespace sayso;

Dispatch bare(std::string text) {
  Dispatch dispatch;
  dispatch.text = std::move(text);
  dispatch.paragraphs.push_back({.span = {0, static_cast<std::uint32_t>(dispatch.text.size())}});
  return dispatch;
}

void check(const Dispatch& dispatch, const Syntax& syntax) {
  std::size_t at = 0;
  for (const Token& token : syntax.tokens) {
    if (token.span.begin < at || token.span.end <= token.span.begin || token.span.end > dispatch.text.size())
      std::abort();
    while (at < token.span.begin)
      if (!is_space(next_code_point(dispatch.text, at))) std::abort();
    at = token.span.end;
  }
  std::uint32_t next = 0;
  for (const Sentence& sentence : syntax.sentences) {
    if (index(sentence.first) != next || sentence.last <= sentence.first) std::abort();
    next = index(sentence.last);
    std::size_t roots = 0;
    for (std::uint32_t i = index(sentence.first); i < next; ++i) {
      const Token& token = syntax.tokens[i];
      roots += token.head == no_token;
      if (token.lemma.empty()) std::abort();
      if (token.head != no_token && (token.head < sentence.first || sentence.last <= token.head)) std::abort();
    }
    if (sentence.read && roots != 1) std::abort();
  }
  if (next != syntax.tokens.size()) std::abort();
  if (to_conllu(dispatch, syntax).empty() != syntax.sentences.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto spelling = load_spelling(SAYSO_SOURCE_DIR "/data/lexicons");
  static const auto model = LanguageModel::open(SAYSO_SOURCE_DIR "/models/english.sayso");
  if (!spelling || !model) std::abort();
  if (size == 0 || size > 1U << 16) return 0;
  const Dispatch dispatch = bare({reinterpret_cast<const char*>(data), size});
  check(dispatch, analyse(dispatch, *model, *spelling));
  static_cast<void>(LanguageModel::parse(dispatch.text, "fuzz"));
  return 0;
}
