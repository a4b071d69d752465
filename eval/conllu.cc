// sayso-eval conllu GOLD.conllu [--model FILE] [--lexicons DIR] [--names GOLD.iob2] [--json]: how well words,
// sentences, tags and trees are found, against a treebank.
//
//                  tokens  words  sentences  UPOS   XPOS   feats  lemmas  UAS    LAS    CLAS   MLAS   BLEX   names
//     raw text     98.77   98.80  83.30      94.37  …
//     gold tokens  100.00  …
//
// As the CoNLL 2018 shared task scores (conllu_score.h); names: spans and kinds exact, on the sentences whose names are
// known. --json prints shares of 1: las_raw, las_gold_tokens, …, sentence_f1_raw, names_f1 (of gold tokens; null if no
// gold names are known). Names come from --names, else from the column MISC, else from the UNER folder beside the
// treebank's. Raw text is the treebank's tokens with the spaces it says, paragraphs parted by empty lines.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "arguments.h"
#include "commands.h"
#include "complain.h"
#include "conllu_file.h"
#include "conllu_layers.h"
#include "conllu_names.h"
#include "conllu_score.h"
#include "knowledge.h"
#include "language/analyse.h"

namespace sayso::eval {
namespace {

std::vector<NameSpan> names_of(const Syntax& syntax) {
  std::vector<NameSpan> out;
  for (const Name& name : syntax.names) out.push_back({index(name.first), index(name.last), name.kind});
  return out;
}

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct UdColumn {
  const char* key;    // in the JSON, with "_raw" or "_gold_tokens" behind
  const char* title;  // in the table; null: not shown
  Score UdScores::*score;
};

constexpr UdColumn ud_columns[] = {{"tokens_f1", "tokens", &UdScores::tokens},
                                   {"words_f1", "words", &UdScores::words},
                                   {"sentence_f1", "sentences", &UdScores::sentences},
                                   {"upos", "UPOS", &UdScores::upos},
                                   {"xpos", "XPOS", &UdScores::xpos},
                                   {"feats", "feats", &UdScores::feats},
                                   {"all_feats", nullptr, &UdScores::all_feats},
                                   {"lemma", "lemmas", &UdScores::lemmas},
                                   {"uas", "UAS", &UdScores::uas},
                                   {"las", "LAS", &UdScores::las},
                                   {"clas", "CLAS", &UdScores::clas},
                                   {"mlas", "MLAS", &UdScores::mlas},
                                   {"blex", "BLEX", &UdScores::blex}};

void print_ud_scores(const char* what, const UdScores& scores, const std::optional<Score>& names) {
  std::printf("%-12s", what);
  for (const UdColumn& column : ud_columns)
    if (column.title != nullptr)
      std::printf("  %*.2f", static_cast<int>(std::max<std::size_t>(5, std::strlen(column.title))),
                  100 * (scores.*column.score).f1());
  if (names) std::printf("  %5.2f", 100 * names->f1());
  std::printf("\n");
}

// The names to measure against, and whence; nothing if there are none.
Result<std::optional<GoldNames>> find_names(const std::string& given, const std::string& treebank, const UdFile& gold) {
  std::optional<GoldNames> out;
  if (given.empty()) out = names_in_misc(gold);
  const auto beside = given.empty() && !out ? sibling_names(treebank) : std::nullopt;
  if (!given.empty() || beside) {
    auto names = read_iob2(given.empty() ? *beside : std::filesystem::path(given), gold);
    if (!names) return names.error();
    out = *std::move(names);
    if (beside) std::fprintf(stderr, "names: %s\n", out->from.c_str());
  }
  return out;
}

}  // namespace

int run_conllu(int argc, char** argv) {
  CLI::App app{"Words, sentences, tags, trees and names against a treebank", "sayso-eval conllu"};
  std::string path, model_path = model_file().string(), lexicons = SAYSO_SOURCE_DIR "/data/lexicons", names_path;
  bool json = false;
  app.add_option("gold", path, "A CoNLL-U file")->required();
  app.add_option("--model", model_path, "The model");
  app.add_option("--lexicons", lexicons, "The folder of word lists");
  app.add_option("--names", names_path, "Names of the same sentences, iob2");
  app.add_flag("--json", json, "One JSON object, shares of 1, instead of a table in per cent");
  if (const auto status = read_arguments(app, argc, argv)) return *status;
  const auto gold = read_conllu(path);
  if (!gold) return complain(gold.error());
  const auto gold_names = find_names(names_path, path, *gold);
  if (!gold_names) return complain(gold_names.error());
  const double before_load = seconds();
  const auto model = LanguageModel::open(model_path);
  const auto spelling = load_spelling(lexicons);
  const double load_seconds = seconds() - before_load;
  if (!model) return complain(model.error());
  if (!spelling) return complain(spelling.error());

  const RawText raw = raw_text(*gold);
  const double before = seconds();
  const Syntax read = analyse(raw.dispatch, *model, *spelling);
  const double words_per_second = static_cast<double>(read.tokens.size()) / std::max(seconds() - before, 1e-6);
  const UdFile from_raw = reading_of(raw, read);
  const GoldWords given = gold_words(*gold);
  const Syntax parsed = parse(given.text, given.syntax, *model, *spelling);
  const UdFile from_gold = reading_of(given, parsed, *gold);

  const UdScores raw_scores = compare(*gold, from_raw), gold_scores = compare(*gold, from_gold);
  std::optional<Score> raw_names, given_names;
  if (*gold_names) {
    raw_names = compare_names(**gold_names, *gold, names_of(read), from_raw, align(*gold, from_raw));
    given_names = compare_names(**gold_names, *gold, names_of(parsed), from_gold, align(*gold, from_gold));
  }
  const auto unread = std::count_if(read.sentences.begin(), read.sentences.end(),
                                    [](const Sentence& sentence) { return !sentence.read; });
  if (json) {
    nlohmann::ordered_json out;
    for (const UdColumn& column : ud_columns)
      out[std::string(column.key) + "_gold_tokens"] = (gold_scores.*column.score).f1();
    for (const UdColumn& column : ud_columns) out[std::string(column.key) + "_raw"] = (raw_scores.*column.score).f1();
    out["names_f1"] = given_names ? nlohmann::ordered_json(given_names->f1()) : nlohmann::ordered_json(nullptr);
    out["names_f1_raw"] = raw_names ? nlohmann::ordered_json(raw_names->f1()) : nlohmann::ordered_json(nullptr);
    out["sentences"] = gold->sentences.size();
    out["words"] = gold->words.size();
    out["sentences_unread_raw"] = unread;
    out["words_per_second"] = words_per_second;
    out["load_seconds"] = load_seconds;
    std::printf("%s\n", out.dump().c_str());
    return 0;
  }
  std::printf("%-12s", "");
  for (const UdColumn& column : ud_columns)
    if (column.title != nullptr) std::printf("  %5s", column.title);
  std::printf("%s\n", *gold_names ? "  names" : "");
  print_ud_scores("raw text", raw_scores, raw_names);
  print_ud_scores("gold tokens", gold_scores, given_names);
  std::printf(
      "%zu words in %zu sentences (%zu not read); %.0f words/s of raw text to trees, one core; model loaded in "
      "%.3f s\n",
      gold->words.size(), gold->sentences.size(), static_cast<std::size_t>(unread), words_per_second, load_seconds);
  return 0;
}

}  // namespace sayso::eval
