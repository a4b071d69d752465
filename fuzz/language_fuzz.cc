// Any bytes into the language stage, from words to CoNLL-U, and into the model file's reader: no crash, no lost byte, a
// tree for every sentence that is read.
//
// An input that begins with 0x01 is no text: the rest is laid over a sound model as changes of four bytes each
// (where, where, where, what), signed anew so that the checksum holds, and read with that model if it is still taken
// for one.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/file.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "language/analyse.h"
#include "publish/conllu.h"

namespace {

using namespace sayso;

constexpr std::size_t header_size = 96, checksum_at = 24;  // see language/model_file.h

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

const std::string& sound_model() {
  static const std::string bytes = read_file(SAYSO_SOURCE_DIR "/models/english.sayso").value();
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto spelling = load_spelling(SAYSO_SOURCE_DIR "/data/lexicons");
  static const auto model = LanguageModel::parse(sound_model(), "sound");
  if (!spelling || !model) std::abort();
  if (size == 0 || size > 1U << 16) return 0;
  if (data[0] != 1) {
    const Dispatch dispatch = bare({reinterpret_cast<const char*>(data), size});
    check(dispatch, analyse(dispatch, *model, *spelling));
    static_cast<void>(LanguageModel::parse(dispatch.text, "fuzz"));
    return 0;
  }
  std::string bytes = sound_model();
  for (std::size_t i = 1; i + 4 <= size; i += 4) {
    const std::size_t where = (std::size_t{data[i]} << 16 | std::size_t{data[i + 1]} << 8 | data[i + 2]) % bytes.size();
    bytes[where] = static_cast<char>(data[i + 3]);
  }
  bytes.replace(checksum_at, 64, sha256_hex(std::string_view(bytes).substr(header_size)));
  const auto altered = LanguageModel::parse(bytes, "altered");
  if (!altered) return 0;
  const Dispatch dispatch =
      bare("The army of Kesh said on Monday it hadn't left Dovran. “Up to 250 men died,” he said.");
  check(dispatch, analyse(dispatch, *altered, *spelling));
  return 0;
}
