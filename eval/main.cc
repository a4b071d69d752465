// sayso-eval: how well the program reads, one subcommand a benchmark.
//
//     sayso-eval gold ../shared/gold/seed-dispatch.gold.jsonl ../shared/gold/seed-dispatch.txt
#include <cstring>
#include <iostream>
#include <string_view>

#include "commands.h"

namespace {

struct Command {
  const char* name;
  const char* what;
  int (*run)(int, char**);
};

constexpr Command commands[] = {
    {"gold", "GOLD.jsonl FILE         a dispatch's claims against a careful reader's, field by field",
     sayso::eval::run_gold},
    {"conllu", "GOLD.conllu             tokens, sentences, tags, lemmas, trees and names (CoNLL 2018)",
     sayso::eval::run_conllu},
    {"places", "PLACES-DIR              place names resolved, within 161 km (LGL, TR-News)", sayso::eval::run_places},
    {"timex", "DIR                     time expressions and their values (TempEval-3: .tml files), days of dates",
     sayso::eval::run_timex},
    {"attribution", "GOLD                    who says what: polnear/dev (brat) or attributions.dev.jsonl (GUM)",
     sayso::eval::run_attribution},
    {"losses", "LOSSES-DIR              daily lists of losses, every figure against a table", sayso::eval::run_losses},
    {"muc4", "MUC4-DIR                incident templates against the keys of MUC-4, as the conference scored them",
     sayso::eval::run_muc4},
    {"codes", "CODING-DIR              event codes of sentences (PETRARCH's unit records, PLOVER's)",
     sayso::eval::run_codes},
    {"isaf", "ISAF-DIR                military press releases: day, province, killed and captured",
     sayso::eval::run_isaf},
    {"first-look", "PATH...                 what the first look passes over, and whether it should",
     sayso::eval::run_first_look},
    {"feeds", "SUITE-DIR               feeds against feedparser's expectations, hostile HTML against harm",
     sayso::eval::run_feeds},
    {"html-tokens", "HTML5LIB-DIR            tokens of HTML against html5lib's tokenizer cases",
     sayso::eval::run_html_tokens},
    {"article", "HTML-DIR                the text of web pages' articles, four words in a row (aeb, fundus)",
     sayso::eval::run_article},
    {"metadata", "HTML-DIR                what web pages say of themselves: day, title, outlet, authors (fundus)",
     sayso::eval::run_metadata},
};

int usage(std::ostream& out) {
  out << "Measures how well sayso reads. Every benchmark takes paths and prints a table; --json prints one flat "
         "object.\n\n"
         "  sayso-eval gold gold.jsonl dispatch.txt\n"
         "  sayso-eval attribution ../shared/data/polnear/dev --errors 5\n\nBenchmarks:\n";
  for (const Command& command : commands)
    out << "  " << command.name << std::string(12 - std::strlen(command.name), ' ') << command.what << "\n";
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return usage(std::cerr);
  const std::string_view name = argv[1];
  if (name == "-h" || name == "--help") return usage(std::cout), 0;
  for (const Command& command : commands)
    if (name == command.name) return command.run(argc - 2, argv + 2);
  std::cerr << "sayso-eval: there is no benchmark '" << name << "'\n\n";
  return usage(std::cerr);
}
