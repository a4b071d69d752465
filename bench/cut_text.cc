// Cuts paragraphs, one a line, into words and prints where they lie: what training/splitter.py learns from.
//
//     cut_text data/lexicons < paragraphs.txt      "We won." -> "0 2<TAB>3 6<TAB>6 7<TAB>"
//
// Each word: its first byte and the byte behind it.
#include <cstdio>
#include <iostream>
#include <string>

#include "language/tokenizer.h"

int main(int argc, char** argv) {
  if (argc != 2) return std::fprintf(stderr, "cut_text LEXICONS < TEXT\n"), 2;
  const auto spelling = sayso::load_spelling(argv[1]);
  if (!spelling)
    return std::fprintf(stderr, "%s: %s\n", spelling.error().where.c_str(), spelling.error().message.c_str()), 1;
  for (std::string line; std::getline(std::cin, line);) {
    const auto words = sayso::language::tokenize(line, {0, static_cast<std::uint32_t>(line.size())}, *spelling);
    std::string out;
    for (const sayso::Span word : words) out += std::to_string(word.begin) + ' ' + std::to_string(word.end) + '\t';
    std::puts(out.c_str());
  }
  return 0;
}
