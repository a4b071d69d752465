// Reads a plain text and prints its trees as CoNLL-U, or how fast that goes (CPU time).
//
//     parse_text models/english.sayso data/lexicons < dispatch.txt
//     parse_text models/english.sayso data/lexicons --speed < dispatch.txt
//
// Paragraphs are parted by empty lines. For developers: it goes around the dispatch stage on purpose.
#include <cstdio>
#include <ctime>
#include <string_view>

#include "base/file.h"
#include "language/analyse.h"
#include "publish/conllu.h"

namespace {

sayso::Dispatch plain(std::string text) {
  sayso::Dispatch dispatch;
  dispatch.text = std::move(text);
  const auto size = static_cast<std::uint32_t>(dispatch.text.size());
  for (std::uint32_t at = 0; at < size;) {
    const auto found = dispatch.text.find("\n\n", at);
    const auto end = found == std::string::npos ? size : static_cast<std::uint32_t>(found);
    if (end > at) dispatch.paragraphs.push_back({.span = {at, end}});
    at = end + 2;
  }
  return dispatch;
}

template <typename Call>
double seconds(const Call& call) {
  const std::clock_t start = std::clock();  // of this process, whatever else the machine does
  call();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "parse_text MODEL LEXICONS [--speed] < TEXT\n"), 2;
  const auto model = sayso::LanguageModel::open(argv[1]);
  if (!model) return std::fprintf(stderr, "%s: %s\n", model.error().where.c_str(), model.error().message.c_str()), 1;
  const auto spelling = sayso::load_spelling(argv[2]);
  if (!spelling)
    return std::fprintf(stderr, "%s: %s\n", spelling.error().where.c_str(), spelling.error().message.c_str()), 1;
  const auto text = sayso::read_file("-");
  if (!text) return std::fprintf(stderr, "%s\n", text.error().message.c_str()), 1;
  const sayso::Dispatch dispatch = plain(*text);
  if (argc < 4) {
    std::fputs(to_conllu(dispatch, analyse(dispatch, *model, *spelling)).c_str(), stdout);
    return 0;
  }
  sayso::Syntax layer;
  const double open = seconds([&] { static_cast<void>(sayso::LanguageModel::open(argv[1])); });
  const double cut = seconds([&] { layer = segment(dispatch, *model, *spelling); });
  const double read = seconds([&] { layer = parse(dispatch.text, std::move(layer), *model, *spelling); });
  const auto words = static_cast<double>(layer.tokens.size());
  std::printf("%zu words in %zu sentences; open %.1f ms; segment %.0f words/s; parse %.0f words/s; both %.0f words/s\n",
              layer.tokens.size(), layer.sentences.size(), open * 1e3, words / cut, words / read, words / (cut + read));
}
