// A model file with some bytes changed, its checksum made right again: opened, and if it opens, one sentence is read.
// No crash, no sum beyond its type, no tree that is none.
//
// The input is a list of changes to a small sound model (tests/language/model_builder.h): four bytes of place, one of
// value, each; the first byte says which model.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "../tests/language/model_builder.h"
#include "language/analyse.h"

namespace {

const std::string& sound(bool all_parts) {
  static const std::string whole = sayso::testing::built_model();
  static const std::string bare = sayso::testing::built_model({.layers = 1, .all_parts = false});
  return all_parts ? whole : bare;
}

std::string changed(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t header = 96, change = 5;
  std::string bytes = sound((data[0] & 1) != 0);
  // Half of the changes are pulled to the table of sections, where they do the most.
  const std::size_t span = (data[0] & 2) != 0 ? bytes.size() - header : std::size_t{56} * 70;
  for (std::size_t at = 1; at + change <= size; at += change) {
    std::uint32_t place;
    std::memcpy(&place, data + at, sizeof place);
    bytes[header + place % span] = static_cast<char>(data[at + 4]);
  }
  std::uint32_t sections;
  std::memcpy(&sections, bytes.data() + 12, sizeof sections);
  return sayso::testing::sealed((data[0] & 4) != 0 ? data[0] : sections, bytes.substr(header));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 4096) return 0;
  static const auto spelling = sayso::load_spelling(SAYSO_SOURCE_DIR "/data/lexicons");
  if (!spelling) std::abort();
  const auto model = sayso::LanguageModel::parse(changed(data, size), "fuzz");
  if (!model) return 0;
  sayso::Dispatch dispatch;
  dispatch.text = "The army of Varnia said on Monday it had left Dovran, “a town” of 2,000. Two armies left.";
  dispatch.paragraphs.push_back({.span = {0, static_cast<std::uint32_t>(dispatch.text.size())}});
  const sayso::Syntax syntax = sayso::analyse(dispatch, *model, *spelling);
  for (const sayso::Sentence& sentence : syntax.sentences) {
    std::size_t roots = 0;
    for (std::uint32_t i = index(sentence.first); i < index(sentence.last); ++i) {
      roots += syntax.tokens[i].head == sayso::no_token;
      if (syntax.tokens[i].lemma.empty()) std::abort();
    }
    if (sentence.read && roots != 1) std::abort();
  }
  return 0;
}
